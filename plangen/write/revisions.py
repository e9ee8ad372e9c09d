"""Changes of a Word document's text: tracked (修订) for a person to accept, or made at once.

Every run keeps its look; what is put in has the look of what it replaces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from plangen.read.inline import T
from plangen.read.package import Package
from plangen.read.walk import Paragraph, walk
from plangen.read.xml import Element, make, w
from plangen.write.comments import AUTHOR
from plangen.write.runs import RUN, isolate, run_like


@dataclass(frozen=True)
class Change:
    """Characters of a paragraph, from `start` on, that are to read otherwise."""

    paragraph: int
    start: int
    old: str
    new: str

    @property
    def least(self) -> Change:
        """The change without what both texts begin and end with."""
        head = _shared(self.old, self.new)
        old, new = self.old[head:], self.new[head:]
        tail = _shared(old[::-1], new[::-1])
        old, new = old[: len(old) - tail], new[: len(new) - tail]
        return Change(self.paragraph, self.start + head, old, new)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


def revised(
    raw: bytes, name: str, changes: Iterable[Change], *, tracked: bool = True
) -> tuple[bytes, list[Change]]:
    """(the document with these changes, those that were made).

    A change is left out where the paragraph reads otherwise at its place, where it overlaps
    another, or where what it changes is no typed text (an automatic number, a formula).
    """
    package = Package.open(raw, name)
    walked = walk(package)
    paragraphs = walked.paragraphs()
    number = next_id(walked.roots.values())
    made: list[Change] = []
    begun: dict[int, int] = {}
    for change in sorted(set(changes), key=lambda one: (one.paragraph, -one.start, one.old)):
        paragraph = _paragraph(paragraphs, change)
        end = change.start + len(change.old)
        if paragraph is None or end > begun.get(change.paragraph, len(paragraph.text)):
            continue
        if _make(paragraph, change.least, number, tracked=tracked):
            begun[change.paragraph] = change.start
            number += 2
            made.append(change)
    return (package.replaced(walked.roots) if made else raw), made


def _paragraph(paragraphs: list[Paragraph], change: Change) -> Paragraph | None:
    """The paragraph of a change, if it reads so there, in typed text."""
    if not 0 < change.paragraph <= len(paragraphs):
        return None
    paragraph = paragraphs[change.paragraph - 1]
    end = change.start + len(change.old)
    least = change.least
    if least.start < len(paragraph.auto) or paragraph.text[change.start : end] != change.old:
        return None
    around = paragraph.at(max(least.start - 1, 0), max(end, least.start + 1))
    typed = all(piece.element.tag == T and piece.run.tag == RUN for piece, _, _ in around)
    return paragraph if around and typed else None


def _make(paragraph: Paragraph, change: Change, number: int, *, tracked: bool) -> bool:
    runs = isolate(paragraph, change.start, change.start + len(change.old)) if change.old else []
    like = runs[0] if runs else neighbour(paragraph, change.start)
    if like is None:
        return False
    new = run_like(like, change.new) if change.new else None
    if new is not None and tracked:
        new = as_change("ins", number, [new])
    if new is not None:
        _beside(paragraph, runs, change.start, like, new)
    for run in runs:
        if tracked:
            _delete(run, number + 1)
        else:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    return True


def neighbour(paragraph: Paragraph, at: int) -> Element | None:
    """The run before a place, else the one after it."""
    found = paragraph.at(at - 1, at) or paragraph.at(at, at + 1)
    return found[0][0].run if found else None


def _beside(
    paragraph: Paragraph, runs: list[Element], at: int, like: Element, new: Element
) -> None:
    """Put what is new after what is old, or at a place between runs."""
    if runs:
        runs[-1].addnext(new)
        return
    following = isolate(paragraph, at, at + 1)
    if (following and following[0] is not like) or (following and at == 0):
        following[0].addprevious(new)
    else:
        like.addnext(new)


def _delete(run: Element, number: int) -> None:
    """A run as deleted: still there, and shown so."""
    for text in run.findall(T):
        text.tag = w("delText")
    mark = as_change("del", number, [])
    run.addprevious(mark)
    mark.append(run)


def as_change(tag: str, number: int, runs: list[Element]) -> Element:
    """Runs as put in (ins) or struck out (del) by plangen."""
    element = make(w(tag))
    element.set(w("id"), str(number))
    element.set(w("author"), AUTHOR)
    for run in runs:
        element.append(run)
    return element


def next_id(roots: Iterable[Element]) -> int:
    """A number above those of all tracked changes and other annotations."""
    used = [one.get(w("id"), "") for root in roots for one in root.iter(w("ins"), w("del"))]
    return 1 + max((int(text) for text in used if text.isdecimal()), default=900)
