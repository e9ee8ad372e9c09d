"""What a document refers to: its annexes, its own title, documents it cites by title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plangen.model.document import Role
from plangen.rules._lines import Line
from plangen.rules._numbering import ANNEX_LABEL, ANNEX_LIST, HAN, NUMBERS
from plangen.rules.base import Case, once
from plangen.text.patterns import lazy

CITED = lazy(r"《(?P<title>[^《》]+(?:《[^《》]*》[^《》]*)*)》")
EDITION = lazy(r"（(?:征求意见稿|试行|暂行|草案|送审稿|讨论稿|修订|修订稿|稿)）$")
GENRE = lazy(r"(?:[实施工作行动]{2})?方案$|计划$|规划$|要点$|细则$|办法$")
TITLE_LINE = lazy(r"[^\s，。；：、！？《》]{4,50}(?:方案|计划|规划|要点)(?:（[^（）]{2,12}）)?")
ITEM = lazy(r"\s*\d{1,2}\s*[.．、]\s*")
MARKED = lazy(r"附件?\s*\d{1,2}\s*[：:.．、]\s*")  # 附件1：……, a name with a label of its own
TYPED = lazy(r"(?:附件?\s*[：:]\s*)?(?P<n>\d{1,2})\s*[.．、]")  # 附件：2.名单
BEGINS = lazy(rf"附|(?:\d{{1,2}}|{HAN}{{1,3}})\s*[.．、]")  # a name of a list, not its second line
ANNEX_ROLES = frozenset({Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.ANNEX_LIST})
LISTS = frozenset({Role.ANNEX_LIST})
TITLE_WITHIN = 12  # the title stands among the first lines


@dataclass
class Annexes:
    """The annexes a document has: by its 附件说明, by the labels over them, by its tables."""

    numbers: set[int] = field(default_factory=set)
    titles: list[tuple[str, Line]] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    alone: bool = False  # the whole document is an annex of another: it begins with its label

    def __bool__(self) -> bool:
        return bool(self.numbers)


def in_prose(line: Line) -> bool:
    """Whether a line is of the text, neither of a table nor of the 版记."""
    return not line.block.table and not line.block.imprint


@once
def annexes(case: Case) -> Annexes:
    """The annexes that are listed (附件：1.…) or stand at the end (附件1)."""
    found = Annexes()
    listing = False
    first = True
    for line in filter(in_prose, case.lines()):
        text = line.text.strip()
        begins = text.startswith("附")  # most lines are asked no more
        start = ANNEX_LIST.match(text) if begins else None
        if first and case.read and ANNEX_LABEL.fullmatch(text):
            found.alone = True
            continue
        first = first and not text
        if start and text[start.end() :]:
            listing = True
            add(found, text[start.end() :], line, 1)
        elif begins and ANNEX_LABEL.match(text):
            listing = text.endswith(("：", ":"))
            nameless = listing and text[:-1].strip() == "附件"  # 附件：, a list of none
            if not nameless or not case.read or line.role in ANNEX_ROLES:
                found.labels.append(line)
                found.numbers.add(label_number(text))
        elif found.titles and line.role in LISTS and not BEGINS.match(text):
            title, above = found.titles[-1]
            found.titles[-1] = (title + text, above)  # its second line
        elif line.role in LISTS or (listing and ITEM.match(text)):
            add(found, text, line, len(found.titles) + 1)
        else:
            listing = False
    return found


def add(found: Annexes, text: str, line: Line, number: int) -> None:
    """One name of the 附件说明."""
    item = ITEM.match(text) or MARKED.match(text)
    typed = re.search(r"\d+", item.group()) if item else None
    found.numbers.add(int(typed.group()) if typed else number)
    found.titles.append((text[item.end() :] if item else text, line))


def typed_number(text: str) -> int:
    """The number that a name of the 附件说明 has before it; 0 where it has none."""
    found = TYPED.match(text.strip())
    return int(found["n"]) if found else 0


def label_number(text: str) -> int:
    """The number of a label: 附件2, 附件二; 附件 alone is the first."""
    found = re.search(rf"\d{{1,2}}|{HAN}{{1,2}}", text)
    if not found:
        return 1
    return int(found.group()) if found.group().isdigit() else NUMBERS.get(found.group(), 1)


def is_annex_line(line: Line) -> bool:
    """Whether a line is the label over an annex or belongs to the 附件说明."""
    text = line.text.strip()
    marked = ANNEX_LABEL.match(text) or ANNEX_LIST.match(text)
    return line.role in ANNEX_ROLES or marked is not None


def own_title(case: Case) -> str:
    """The plan's title; where nobody has recognised it, the line that looks like one."""
    if case.plan.title:
        return bare(case.plan.title)
    for line in case.lines()[:TITLE_WITHIN]:
        text = line.text.strip()
        if TITLE_LINE.fullmatch(text) and "关于" not in text:
            return bare(text)
    return ""


def bare(title: str) -> str:
    """A title without 《》 around it and without （征求意见稿） at its end."""
    return EDITION.sub("", title.strip().removeprefix("《").removesuffix("》"))


def cited(text: str) -> Iterator[re.Match[str]]:
    """The titles in 《》 of a line."""
    return CITED.finditer(text)


def genre(title: str) -> str:
    """The last words of a title: 实施方案, 工作方案, 计划; empty for another document."""
    found = GENRE.search(bare(title))
    return found.group() if found else ""


def shortened(short: str, full: str) -> bool:
    """Whether one title is another with characters left out."""
    rest = iter(full)
    return len(short) < len(full) and all(char in rest for char in short)
