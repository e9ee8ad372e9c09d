"""花脸稿: a document with what changed since an older one, as tracked changes (修订).

Accepting all gives the new document, rejecting all the old one's words. Limit: what is gone comes
in the look of the new paragraphs around it, a table that is gone as paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate, count
from typing import TypeAlias

from plangen.problem import UserError
from plangen.read.inline import PAGE, T
from plangen.read.package import Package
from plangen.read.walk import Paragraph, walk
from plangen.read.xml import Element, make, w
from plangen.standard.wording import Piece, likeness, pairs, pieces
from plangen.write.revisions import as_change, neighbour, next_id
from plangen.write.runs import RUN, isolate, run_like

Pair: TypeAlias = tuple[Paragraph | None, Paragraph | None]
"""A paragraph of the old document and what became of it; one of them may be missing."""

ALIKE = 0.4  # from here on a paragraph is the old one rewritten
MOST = 40_000  # pairs of paragraphs that are weighed one by one; 200 by 200 take a second
P, PPR, RPR = w("p"), w("pPr"), w("rPr")
ROW, ROW_PROPERTIES, TABLE = w("tr"), w("trPr"), w("tbl")
OWN = (w("numPr"), w("sectPr"), w("pPrChange"), RPR)
"""What a paragraph that is struck out doesn't take over from its neighbour."""


def redlined(old: bytes, new: bytes, name: str) -> bytes:
    """The new document with its changes since the old one marked; untouched where it has none."""
    package = Package.open(new, name)
    walked = walk(package)
    if walked.seen.changes:
        raise UserError(f"“{name}”里已有修订，花脸稿会分不清；先全部接受或拒绝，再比较")
    before = walk(Package.open(old, name)).paragraphs()
    marker = _Marker(walked.paragraphs(), count(next_id(walked.roots.values())))
    for was, now in _aligned(before, walked.paragraphs()):
        marker.mark(was, now)
    marker.rows()
    return package.replaced(walked.roots) if marker.marked else new


# Which paragraph is which


def _aligned(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """The paragraphs in the order of a reader: what is gone stands before what came instead."""
    old, new = ([_words(paragraph) for paragraph in each] for each in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(before[i1:i2], after[j1:j2], strict=True)
        else:
            yield from _rewritten(before[i1:i2], after[j1:j2])


def _rewritten(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """Those that are alike together, the others alone."""
    was = now = 0
    for one, two in (*_best(before, after), (len(before), len(after))):
        yield from ((paragraph, None) for paragraph in before[was:one])
        yield from ((None, paragraph) for paragraph in after[now:two])
        if one < len(before):
            yield before[one], after[two]
        was, now = one + 1, two + 1


def _best(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The pairs of places, in order, that are most alike altogether."""
    if len(before) * len(after) > MOST:
        return []
    one, two = ([pairs(_words(paragraph)) for paragraph in each] for each in (before, after))
    # best[i][j] is the most that the paragraphs from i and from j on can score
    best = [[0.0] * (len(two) + 1) for _ in range(len(one) + 1)]
    alike = [[likeness(a, b) for b in two] for a in one]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(two))):
            skipped = max(best[i + 1][j], best[i][j + 1])
            score = alike[i][j]
            best[i][j] = max(skipped, score + best[i + 1][j + 1]) if score >= ALIKE else skipped
    found, i, j = [], 0, 0
    while i < len(one) and j < len(two):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


# Marks


@dataclass
class _Marker:
    """Marks the paragraphs of a document, from the first to the last."""

    paragraphs: Sequence[Paragraph]
    ids: Iterator[int]  # for the marks
    done: int = 0  # paragraphs of the document that have been passed
    marked: bool = False
    came: set[Element] = field(default_factory=set)
    gone: list[Element] = field(default_factory=list)
    end: Element | None = None  # what stands last once the document has ended

    def mark(self, was: Paragraph | None, now: Paragraph | None) -> None:
        """One pair. What is gone is put before the paragraph that comes next."""
        if was and now and (_same(was, now) or self._within(was, now)):
            self.done += 1
            return
        if was:
            self._gone(was.text)
        if now:
            self._came(now)
            self.done += 1

    def rows(self) -> None:
        """Mark the rows of tables in which all that is written came."""
        kept = {row for element in self.gone for row in element.iterancestors(ROW)}
        for row in {row for element in self.came for row in element.iterancestors(ROW)} - kept:
            written = {p for p in row.iter(P) if "".join(t.text or "" for t in p.iter(T))}
            if written <= self.came:
                properties = row.find(ROW_PROPERTIES)
                if properties is None:
                    properties = make(ROW_PROPERTIES)
                    usual = make(w("cantSplit"))  # the schema wants one property at least
                    usual.set(w("val"), "off")
                    properties.append(usual)
                    row.insert(len(row.findall(w("tblPrEx"))), properties)
                properties.append(self._change("ins"))

    def _within(self, was: Paragraph, now: Paragraph) -> bool:
        """Mark the words of a paragraph that differ; False where they can't be told apart."""
        both = was.auto and now.auto  # then they are counted anew
        if not both and not was.text.startswith(now.auto):
            return False
        auto = len(now.auto)
        found = pieces(_words(was) if both else was.text[auto:], _words(now))
        ends = list(accumulate((len(piece.new) for piece in found), initial=auto))
        placed = [(one, ends[at]) for at, one in enumerate(found) if not one.same]
        if len(found) == 1 or not all(_typed(now, start, one) for one, start in placed):
            return False
        for piece, start in reversed(placed):
            self._piece(piece, start, now)
        return True

    def _piece(self, piece: Piece, start: int, now: Paragraph) -> None:
        """Mark what came at a place, and put what is gone before it."""
        runs = isolate(now, start, start + len(piece.new)) if piece.new else []
        like = runs[0] if runs else neighbour(now, start)
        if like is None:
            return
        self.marked = True
        gone = None
        if piece.old:
            gone = self._change("del", run_like(like, piece.old, "delText"))
        if gone is not None:
            following = runs or isolate(now, start, start + 1)
            following[0].addprevious(gone) if following else like.addnext(gone)
        for run in runs:
            self._wrap(run)

    def _came(self, now: Paragraph) -> None:
        """Mark a whole paragraph as new."""
        self.marked = True
        for element in now.elements:
            self.came.add(element)
            for run in list(element.iter(RUN)):
                if next(run.iterancestors(P)) is element:  # else it is in a text box here
                    self._wrap(run)
            self._mark_end(element, "ins")

    def _gone(self, text: str) -> None:
        """Put a paragraph that is struck out before the next one, or at the end."""
        text = text.replace(PAGE, "")
        if not text:
            return
        self.marked = True
        beside = self.paragraphs[min(self.done, len(self.paragraphs) - 1)].elements[0]
        element = make(P)
        look = beside.find(PPR)
        if look is not None:
            element.append(deepcopy(look))
            for own in [child for child in element[0] if child.tag in OWN]:
                element[0].remove(own)
        run = next(beside.iter(RUN), make(RUN))
        element.append(self._change("del", run_like(run, text, "delText")))
        self._mark_end(element, "del")
        self.gone.append(element)
        if self.done < len(self.paragraphs):
            self._before(beside).addprevious(element)
        else:
            self.end = self.end if self.end is not None else self._after(beside)
            self.end.addnext(element)
            self.end = element

    def _before(self, element: Element) -> Element:
        """The paragraph, or the table that it begins."""
        last = self.paragraphs[self.done - 1].elements[-1] if self.done else None
        inside = set(last.iterancestors(TABLE)) if last is not None else set()
        begun = [table for table in element.iterancestors(TABLE) if table not in inside]
        return begun[-1] if begun else element

    def _after(self, element: Element) -> Element:
        """The paragraph, or the table that it stands in."""
        return ([*element.iterancestors(TABLE)] or [element])[-1]

    def _mark_end(self, element: Element, tag: str) -> None:
        """Mark the end of a paragraph (¶) itself."""
        properties = element.find(PPR)
        if properties is None:
            properties = make(PPR)
            element.insert(0, properties)
        look = properties.find(RPR)
        if look is None:
            look = make(RPR)
            later = [child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))]
            later[0].addprevious(look) if later else properties.append(look)
        look.insert(0, self._change(tag))

    def _wrap(self, run: Element) -> None:
        mark = self._change("ins")
        run.addprevious(mark)
        mark.append(run)

    def _change(self, tag: str, *runs: Element) -> Element:
        return as_change(tag, next(self.ids), list(runs))


def _same(was: Paragraph, now: Paragraph) -> bool:
    """Whether a paragraph reads as it did; two automatic numbers are counted anew."""
    both = was.auto and now.auto
    return was.text == now.text or bool(both and _words(was) == _words(now))


def _words(paragraph: Paragraph) -> str:
    """What a paragraph says beside its automatic number."""
    return paragraph.text[len(paragraph.auto) :]


def _typed(paragraph: Paragraph, start: int, piece: Piece) -> bool:
    """Whether what came at a place is typed text: a break or a field can't be told apart."""
    around = paragraph.at(max(start - 1, 0), start + len(piece.new) + 1)
    return all(one.element.tag == T and one.run.tag == RUN for one, _, _ in around)
