"""Plain text and Markdown, whatever the encoding and wherever it was copied from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from plangen.model.document import Document
from plangen.problem import Level, Problem
from plangen.read import Reading
from plangen.read.decoding import decode_text
from plangen.read.furniture import without_furniture
from plangen.read.markdown import unmarked
from plangen.read.measure import Measure, find_measure
from plangen.read.mended import mended
from plangen.read.passages import Passage, passages
from plangen.read.tabled import tabled
from plangen.read.unbroken import broken, lost_breaks
from plangen.read.wraps import unwrapped

CUT_OFF = re.compile(r"(?:…|\.{3})+$")
SHORTEST = 15  # characters of a title that a browser cut off
SPACED = 0.95  # of the lines have a blank one below: a page copied with double spacing


@dataclass
class _Text:
    """The passages of a text on their way to paragraphs, and what was done to them."""

    lines: list[Passage]
    problems: list[Problem] = field(default_factory=list)

    def say(self, rule: str, message: str, at: Passage) -> None:
        """Tell what was done, with the first place where it was."""
        quote = at.pieces[0].text
        self.problems.append(Problem(rule, Level.INFO, message, at.where, quote))


def read_text(raw: bytes, name: str, *, markdown: bool = False) -> Reading:
    """A text file as a document; UserError where it is no text.

    Each line is a paragraph, but where the lines are seen to be something else: those of a PDF's
    pages, a label broken over several, a whole plan in one.
    """
    source, problems = decode_text(raw, name)
    text = _Text(list(passages(source)), problems)
    if markdown:
        found = unmarked(text.lines)
        text.lines, text.problems = found.lines, [*problems, *found.problems]
    found_tables = tabled(text.lines)
    text.lines = found_tables.lines
    if found_tables.heads:
        count = len(found_tables.heads)
        message = f"用制表符、竖线或空格排的 {count} 个表，已读作表格"
        text.say("read-tabled", message, found_tables.heads[0])
    start = _residue(text.lines)
    head, text.lines = text.lines[:start], text.lines[start:]
    _repair(text)
    lines = [*head, *text.lines]
    folds = {at: starts for line in lines for at, starts in line.folds()}
    document = Document(tuple(line.block() for line in lines))
    return Reading(document, "text", source, tuple(text.problems), folds)


def _residue(lines: Sequence[Passage]) -> int:
    """How many lines there are up to a web page's title: what follows, cut off with an ellipsis.

    It stays a paragraph of its own: a rule says that it doesn't belong there.
    """
    first = next((at for at, line in enumerate(lines) if line.text), len(lines))
    if first == len(lines) or not (found := CUT_OFF.search(lines[first].text)):
        return 0
    title = _compact(lines[first].text[: found.start()])
    below = "".join(_compact(line.text) for line in lines[first + 1 : first + 1 + len(title)])
    return first + 1 if len(title) >= SHORTEST and below.startswith(title) else 0


def _compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def _repair(text: _Text) -> None:
    """Make paragraphs of the lines."""
    spaced = _without_double_spacing(text.lines)
    if measure := find_measure(text.lines):
        _unwrap(text, measure)
    elif spaced and (measure := find_measure(spaced)):
        text.lines = spaced
        _unwrap(text, measure)
    elif lost_breaks(text.lines):
        _change(text, broken, "read-unbroken", "换行丢了，已按序号分成 {now} 段")
    _change(
        text,
        lambda lines: list(mended(lines)),
        "read-mended",
        "从这里起有 {count} 处一句话、一个名目断成了几行，已接上",
    )


def _unwrap(text: _Text, measure: Measure) -> None:
    cleaned = without_furniture(text.lines, measure)
    text.lines = cleaned.lines
    if cleaned.dropped:
        first = cleaned.dropped[0]
        count = len(cleaned.dropped)
        message = f"页码、页眉、页脚共 {count} 行不是正文，没有读，第一处是“{first.text}”"
        text.say("read-furniture", message, first)
    message = "每行末尾都有换行（像是从 PDF 复制的），有 {count} 段是几行接成的"
    _change(text, lambda lines: unwrapped(lines, measure), "read-wrapped", message)


def _change(
    text: _Text, change: Callable[[list[Passage]], list[Passage]], rule: str, message: str
) -> None:
    """Change the passages, and say how many of them are new."""
    known = {(line.pieces[0].at, line.text) for line in text.lines}
    text.lines = change(text.lines)
    new = [line for line in text.lines if (line.pieces[0].at, line.text) not in known]
    if new:
        text.say(rule, message.format(count=len(new), now=len(new)), new[0])


def _without_double_spacing(lines: Sequence[Passage]) -> list[Passage]:
    """The lines with text, where nearly all have a blank line below; none otherwise."""
    texts = [at for at, line in enumerate(lines[:-1]) if not line.empty]
    below = [at for at in texts if lines[at + 1].empty]
    if len(below) < SPACED * len(texts):
        return []
    return [line for line in lines if not line.empty]
