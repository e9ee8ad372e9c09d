"""Comments (批注) in a Word document: one at each finding, nothing else changed.

Word has no comments in text boxes, headers and notes: a finding there hangs on the paragraph of
the body that the box or note belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plangen.read.package import Package
from plangen.read.walk import Paragraph, Walked, walk
from plangen.read.xml import Element, make, w
from plangen.write.parts import add_part
from plangen.write.runs import RUN, isolate, text_element

AUTHOR, INITIALS = "plangen", "pg"
PART = "comments.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
P, PPR = w("p"), w("pPr")
CONTROL, SIGN = w("sdtContent"), w("commentReference")


@dataclass(frozen=True)
class Comment:
    """Lines of a comment on some characters of a paragraph (both count from 0 and 1).

    `paragraph` is the number that `where.paragraph` counts; without characters (`end` not after
    `start`) the comment is on the paragraph.
    """

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]


def annotated(raw: bytes, name: str, comments: Iterable[Comment]) -> bytes:
    """A copy of the document with these comments."""
    package = Package.open(raw, name)
    walked = walk(package)
    paragraphs = walked.paragraphs()
    part, root, roots = add_part(package, walked, PART, "comments", CONTENT_TYPE)
    number = 1 + max((int(one.get(w("id"), "0")) for one in root.iter(w("comment"))), default=-1)
    for comment in sorted(comments, key=lambda one: (one.paragraph, one.start, one.end)):
        if not 0 < comment.paragraph <= len(paragraphs):
            continue
        _mark(paragraphs[comment.paragraph - 1], comment, number, walked)
        root.append(_comment(comment, number))
        number += 1
    return package.replaced({**roots, part: root})


def _mark(paragraph: Paragraph, comment: Comment, number: int, walked: Walked) -> None:
    """The range in the text, and the mark after it."""
    host = _host(paragraph, walked)
    if host is not paragraph.elements[-1] and host not in paragraph.elements:
        _around(host, [], number)
        return
    if _in_control(host) and host.find(f".//{SIGN}") is None:
        _before(host, number)
        return
    end = max(comment.end, comment.start)
    runs = isolate(paragraph, comment.start, end) if end > comment.start else []
    _around(host, runs or _runs(paragraph), number)


def _host(paragraph: Paragraph, walked: Walked) -> Element:
    """The paragraph that can have a comment: itself, or the one its text box hangs on."""
    element = paragraph.elements[-1]
    outer = [one for one in element.iterancestors() if one.tag == P]
    if outer:
        return outer[-1]
    if any(one is element.getroottree().getroot() for one in walked.roots.values()) and (
        element.getroottree().getroot().tag != w("document")
    ):
        body = [
            one
            for one in walked.paragraphs()
            if one.elements[-1].getroottree().getroot().tag == w("document")
        ]
        return body[-1].elements[-1]
    return element


def _runs(paragraph: Paragraph) -> list[Element]:
    return list(dict.fromkeys(piece.run for piece in paragraph.pieces if piece.run.tag == RUN))


def _in_control(host: Element) -> bool:
    """Whether a paragraph stands in a content control (w:sdt), itself or with its cell."""
    return any(one.tag == CONTROL for one in host.iterancestors())


def _before(host: Element, number: int) -> None:
    """A comment at the beginning of a paragraph.

    LibreOffice 7 loses what stands before the first comment in the first paragraph of a content
    control; before this one stands nothing, and the further ones lose nothing.
    """
    first = 0 if host.find(PPR) is None else 1
    for at, mark in enumerate(_marks(number), first):
        host.insert(at, mark)


def _around(host: Element, runs: Sequence[Element], number: int) -> None:
    """Marks around some runs; without any, at the end of a paragraph."""
    start, end, reference = _marks(number)
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        host.append(start)
        host.append(end)
    end.addnext(reference)


def _marks(number: int) -> tuple[Element, Element, Element]:
    """Where a comment starts and ends, and the run of its sign."""
    start, end, reference = make(w("commentRangeStart")), make(w("commentRangeEnd")), make(RUN)
    sign = make(SIGN)
    for mark in (start, end, sign):
        mark.set(w("id"), str(number))
    reference.append(sign)
    return start, end, reference


def _comment(comment: Comment, number: int) -> Element:
    element = make(w("comment"))
    for key, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
        element.set(w(key), value)
    for line in comment.lines:
        paragraph, run = make(P), make(RUN)
        run.append(text_element(line))
        paragraph.append(run)
        element.append(paragraph)
    return element
