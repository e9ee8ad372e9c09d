"""Regulations (办法, 规定, 细则): texts made of 第一章 and 第一条, read as sections and items.

The chapters are the sections, the articles their items; what stands below an article is its own.
A text without chapters is one section. Some have 一、 in place of 第一条 below their chapters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block
from plangen.model.ordinals import HAN
from plangen.model.plan import Item, Section
from plangen.problem import Where
from plangen.recognise.texts import lines_of

NUMBER = rf"(?:{HAN}|[百零〇]|\d){{1,5}}"
CHAPTER = re.compile(rf"^第{NUMBER}章\s*(?P<name>[^，。；]{{0,30}})$")
PART = re.compile(rf"^第{NUMBER}节\s*(?P<name>[^，。；]{{0,30}})$")
ARTICLE = re.compile(rf"^第{NUMBER}条(?![规的款第、和至，])\s*(?P<text>.*)$", re.DOTALL)
NUMBERED = re.compile(rf"^{HAN}{{1,3}}、\s*(?P<text>.*)$", re.DOTALL)
LEAST = 2  # chapters or articles that make a regulation
WHOLE = "条文"  # the heading of a text without chapters


@dataclass
class Regulation:
    """The text before the first chapter or article, and the sections."""

    before: list[Block]
    sections: list[Section]
    chaptered: bool


def read_regulation(blocks: Sequence[Block]) -> Regulation | None:
    """The chapters and articles of a text; None where it isn't made of them."""
    texts = [block.text.strip() for block in blocks]
    lines = [text for text in texts if text.startswith("第")]
    chapters = sum(bool(CHAPTER.match(line)) for line in lines)
    articles = sum(bool(ARTICLE.match(line)) for line in lines)
    if max(chapters, articles) < LEAST:
        return None
    reader = _Reader(ARTICLE if articles >= LEAST else NUMBERED)
    for block in blocks:
        reader.take(block)
    reader.close()
    return Regulation(reader.before, reader.sections, chapters > 0)


class _Reader:
    """Goes through the lines; knows the chapter, its part and the article it is in."""

    def __init__(self, article: re.Pattern[str]) -> None:
        self.article = article
        self.before: list[Block] = []
        self.sections: list[Section] = []
        self.inner: list[Section] = []  # the parts (节) of the chapter
        self.items: list[tuple[Where, list[str]]] = []
        self.text: list[str] = []  # of a chapter, before its first article

    def take(self, block: Block) -> None:
        """Take in a line."""
        text = block.text.strip() if block.table is None else ""
        if found := CHAPTER.match(text):
            self.close()
            self.sections.append(Section(heading=found["name"].strip(), where=block.where))
        elif (found := PART.match(text)) and self.sections:
            self._end_part()
            self.inner.append(Section(heading=found["name"].strip(), where=block.where))
        elif found := self.article.match(text):
            if not self.sections:
                self.sections.append(Section(heading=WHOLE, where=block.where))
            self.items.append((block.where, list(filter(None, [found["text"].strip()]))))
        elif text and self.sections and not self.sections[-1].heading:
            self.sections[-1] = replace(self.sections[-1], heading=text)  # below 第一章 alone
        elif self.items:
            self.items[-1][1].extend(lines_of(block))
        elif self.sections:
            self.text.extend(lines_of(block))
        else:
            self.before.append(block)

    def _end_part(self) -> None:
        """Give the items so far to the part, or to the chapter before its first part."""
        place = self.inner if self.inner else self.sections
        items = tuple(Item(text="\n".join(lines), where=where) for where, lines in self.items)
        if place:
            text = "\n".join([*filter(None, [place[-1].text]), *self.text])
            place[-1] = replace(place[-1], text=text, items=(*place[-1].items, *items))
        self.items, self.text = [], []

    def close(self) -> None:
        """End a chapter."""
        self._end_part()
        if self.inner:
            self.sections[-1] = replace(self.sections[-1], sections=tuple(self.inner))
            self.inner = []
