"""Headings among the ordinals: standing on a line of their own, or run in before their text."""

from __future__ import annotations

from plangen.model.document import Block
from plangen.rules._numbering import Entry, Outline, Run, boundary, outline
from plangen.rules.base import Case, once

STANDING = 40  # no heading is longer
FINAL = "。；：，、.;:,"
INNER = frozenset("。！？；;")
RUN_IN = range(2, 31)  # characters of a heading before its text
TEXT = 8  # characters of such a text, at least


@once
def headings_of(case: Case) -> Headings:
    """The headings of a case, read once for all rules."""
    return Headings(outline(case))


class Headings:
    """What stands under the ordinals of an outline."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.at = {entry.place: entry for run in outline.runs for entry in run.entries}
        self.under: dict[int, Block | None] = {}

    def content(self, entry: Entry) -> Block | None:
        """The line under an entry that belongs to it: text, a table, a deeper ordinal."""
        if entry.place not in self.under:
            self.under[entry.place] = self._content(entry)
        return self.under[entry.place]

    def _content(self, entry: Entry) -> Block | None:
        place = entry.place + 1
        if place >= len(self.outline.lines):
            return None
        line, other = self.outline.lines[place], self.at.get(place)
        if (other and other.rank <= entry.rank) or boundary(line):
            return None
        return line

    def standing(self, entry: Entry) -> bool:
        """Whether an entry is a heading on its own line, with or without a final mark."""
        if self.content(entry) is None or entry.lost:  # most are followed by their like
            return False
        return 0 < len(entry.text) <= STANDING and INNER.isdisjoint(entry.text[:-1])

    def clean(self, entry: Entry) -> bool:
        """Whether it is one without a final mark."""
        return self.standing(entry) and entry.text[-1] not in FINAL

    def full(self, entry: Entry) -> bool:
        """Whether a heading has something under it, or behind it on its line."""
        return self.content(entry) is not None or run_in(entry)


def run_in(entry: Entry) -> bool:
    """Whether a heading is followed by its text on the same line: 加强领导。成立……"""
    return bool(_before_text(entry.text))


def title(entry: Entry) -> str:
    """The words of a heading, without the text behind it and without a final mark."""
    return (_before_text(entry.text) or entry.text).rstrip(FINAL).strip()


def _before_text(text: str) -> str:
    """The heading that text follows on its line; "" where none does."""
    head, _, rest = text.partition("。")
    told = len(head) in RUN_IN and len(rest) >= TEXT and "：" not in head
    return head if told and INNER.isdisjoint(head) else ""


def ours(run: Run) -> list[Entry]:
    """The entries of a run that the locality wrote."""
    return [entry for entry in run.entries if entry.ours]
