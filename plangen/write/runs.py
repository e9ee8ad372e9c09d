"""Cut a document's runs so that some characters of a paragraph stand in runs of their own.

A cut changes nothing that is seen: the new run has the look of the old one.
"""

from __future__ import annotations

from copy import deepcopy

from plangen.read.inline import LINE, RPR, Piece, T
from plangen.read.walk import Paragraph
from plangen.read.xml import SPACE, Element, make, w

RUN = w("r")


def isolate(paragraph: Paragraph, start: int, end: int) -> list[Element]:
    """The runs that hold the characters of a paragraph's text from `start` to `end`, in order.

    The automatic number stands in no run; a character that can't be cut off (a formula) brings
    what stands with it.
    """
    _cut(paragraph, end)
    _cut(paragraph, start)
    runs = [piece.run for piece, _, _ in paragraph.at(start, end)]
    return list(dict.fromkeys(runs))


def run_like(run: Element, text: str, tag: str = "t") -> Element:
    """A run of a text with the look of another run; its line breaks are breaks again."""
    new = make(RUN)
    look = run.find(RPR)
    if look is not None:
        new.append(deepcopy(look))
    for at, line in enumerate(text.split(LINE)):
        if at:
            new.append(make(w("br")))
        new.append(text_element(line, tag))
    return new


def text_element(text: str, tag: str = "t") -> Element:
    """A w:t (or w:delText) that keeps the blanks at its ends."""
    element = make(w(tag))
    element.text = text
    element.set(SPACE, "preserve")
    return element


def _cut(paragraph: Paragraph, offset: int) -> None:
    """A boundary of runs before a character, where one can be."""
    begin = len(paragraph.auto)
    for index, piece in enumerate(paragraph.pieces):
        after = begin + len(piece.text)
        if begin == offset:
            _split_run(paragraph, piece)
            return
        if begin < offset < after:
            if piece.element.tag == T:
                _split_run(paragraph, _split_text(paragraph, index, offset - begin))
            return
        begin = after


def _split_text(paragraph: Paragraph, index: int, at: int) -> Piece:
    """A w:t in two; the piece that the second one is."""
    piece = paragraph.pieces[index]
    text = piece.text
    piece.element.text, tail = text[:at], text_element(text[at:])
    piece.element.set(SPACE, "preserve")
    piece.element.addnext(tail)
    paragraph.pieces[index] = piece._replace(text=text[:at])
    rest = piece._replace(text=text[at:], element=tail)
    paragraph.pieces.insert(index + 1, rest)
    return rest


def _split_run(paragraph: Paragraph, piece: Piece) -> None:
    """A run in two, before the child that holds a piece; nothing where it is the first."""
    run = piece.run
    if run.tag != RUN:
        return
    child = piece.element
    while (parent := child.getparent()) is not None and parent is not run:
        child = parent
    before = [one for one in child.itersiblings(preceding=True) if one.tag != RPR]
    if not before:
        return
    new = make(RUN)
    look = run.find(RPR)
    if look is not None:
        new.append(deepcopy(look))
    moved = [child, *child.itersiblings()]
    for one in moved:
        new.append(one)
    run.addnext(new)
    inside = {id(one) for part in moved for one in part.iter()}
    paragraph.pieces[:] = [
        one._replace(run=new) if one.run is run and id(one.element) in inside else one
        for one in paragraph.pieces
    ]
