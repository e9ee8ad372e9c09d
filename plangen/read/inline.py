"""The content of a paragraph as pieces of text, each with the element that it stands in.

Tracked changes are read as accepted: what is inserted or moved here stays, what is deleted or
moved away is left out. Wrappers (links, content controls, tags) are read through. A soft line
break is one character (LINE), a page break another (PAGE). Marks of footnotes and comments are no
text. The base of a ruby is read, its reading isn't.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plangen.model.look import Face
from plangen.read.drawings import ALTERNATE, boxes, chosen, holds_unread_text
from plangen.read.fields import PAGE_NUMBER, Field, is_page_number, shown_by
from plangen.read.numbering import FLAT
from plangen.read.paragraph_format import Format, RunLook
from plangen.read.symbols import symbol
from plangen.read.xml import MATH, SPACE, Element, children, w
from plangen.value import of_tuple

LINE, PAGE = "\x0b", "\x0c"
BLANKS = " \t\r\n"


class Piece(NamedTuple):
    """A stretch of text: of a w:t, or what one other element shows (w:tab, w:sym, …)."""

    text: str
    element: Element
    run: Element  # the w:r around it
    face: Face


MOST_FIELDS = 50  # within each other; a file where more are open has lost their ends
CODES = range(0x20, 0xFFFE)
PIECE = of_tuple(Piece)  # one for each run


@dataclass
class Seen:
    """What a reader has to say about a document, found on the way. Numbers are of paragraphs."""

    changes: list[int] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    pictures: int = 0
    graphics: list[int] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind and id, as referred to
    formats: dict[str, int] = field(default_factory=dict)  # unknown ones, where first


class Inline:
    """Reads paragraph after paragraph of one story: a field may go over several.

    `pieces` are those so far, `boxes` the contents of text boxes: who takes them begins anew.
    """

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.number = 0
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self.fields: list[Field] = []
        self.silent = False

    def read(self, content: Sequence[Element], form: Format, number: int) -> None:
        """Add the pieces of a paragraph, which is to be number `number`."""
        self.number = number
        self._each(content, form)
        if self.silent:  # an instruction ends with its paragraph, or all that follows were lost
            self.fields = [one for one in self.fields if one.shown]
            self._listen()

    def _read(self, parent: Element, form: Format) -> None:
        self._each(children(parent), form)

    def _each(self, content: Sequence[Element], form: Format) -> None:
        for child in content:
            tag = child.tag
            if tag == R:
                self._run(child, form)
            elif tag in AROUND_RUNS:
                AROUND_RUNS[tag](self, child, form)

    def _run(self, run: Element, form: Format) -> None:
        look = form.plain
        for part in children(run):
            tag = part.tag
            if tag == RPR:
                look = form.run(part)
            elif tag == T and not self.silent and not look.hidden:
                text = part.text
                if text and (text != text.strip(BLANKS) or "\n" in text):
                    text = _as_kept(part, text)
                if text:
                    self.pieces.append(PIECE((text, part, run, look.face)))
            else:
                self._part(part, run, form, look)

    def _part(self, part: Element, run: Element, form: Format, look: RunLook) -> None:
        """What stands in a run and isn't the common case."""
        tag = part.tag
        if tag in CHARACTERS:
            self._add(CHARACTERS[tag](part), part, run, look)
        elif tag in IN_RUN:
            IN_RUN[tag](self, part, run, look)
        elif tag in AROUND:
            branch = chosen(part) if tag == ALTERNATE else part
            for inner in () if branch is None else branch:
                self._part(inner, run, form, look)
        elif tag == RUBY_BASE:
            self._read(part, form)

    def _add(self, text: str, element: Element, run: Element, look: RunLook) -> None:
        if self.silent or not text:
            return
        if not look.hidden:
            self.pieces.append(Piece(text, element, run, look.face))
        elif text.strip():
            self.seen.hidden.append((self.number, text))

    def _field_mark(self, mark: Element, run: Element, look: RunLook) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self.fields = [*self.fields[-MOST_FIELDS:], Field()]
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
            if self.fields[-1].is_page_number:
                self._outside(PAGE_NUMBER, mark, run, look)
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            if not done.shown:
                self._listen()
                self._add(shown_by("".join(done.words)), mark, run, look)
        self._listen()

    def _outside(self, text: str, mark: Element, run: Element, look: RunLook) -> None:
        """Add what stands in the place of the innermost field."""
        self.silent = any(one.is_silent for one in self.fields[:-1])
        self._add(text, mark, run, look)

    def _listen(self) -> None:
        self.silent = any(one.is_silent for one in self.fields)

    def _instruction(self, element: Element, _run: Element, _look: RunLook) -> None:
        if self.fields and not self.fields[-1].shown:
            self.fields[-1].words.append(element.text or "")

    def _inserted(self, element: Element, form: Format) -> None:
        self.seen.changes.append(self.number)
        self._read(element, form)

    def _deleted(self, _element: Element, _form: Format) -> None:
        self.seen.changes.append(self.number)

    def _simple_field(self, element: Element, form: Format) -> None:
        if is_page_number(element.get(w("instr"), "")):
            run = element.find(R)
            self._add(PAGE_NUMBER, element, element if run is None else run, form.plain)
        else:
            self._read(element, form)

    def _drawing(self, element: Element, _run: Element, look: RunLook) -> None:
        if look.hidden:
            return
        found = list(boxes(element))
        self.boxes += found
        if holds_unread_text(element):
            self.seen.graphics.append(self.number)
        elif not found:
            self.seen.pictures += 1

    def _note(self, element: Element, _run: Element, look: RunLook) -> None:
        if not look.hidden:
            self.seen.notes.append((NOTES[element.tag], element.get(w("id"), "")))

    def _formula(self, element: Element, form: Format) -> None:
        text = "".join(one.text or "" for one in element.iter(f"{{{MATH}}}t"))
        self._add(text.translate(FLAT), element, element, form.plain)

    def _alternate(self, element: Element, form: Format) -> None:
        branch = chosen(element)
        if branch is not None:
            self._read(branch, form)


def _as_kept(element: Element, text: str) -> str:
    """The text of a w:t: blanks at its ends count only where the XML says so, as in Word."""
    around = (one.get(SPACE) for one in element.iterancestors())
    says = element.get(SPACE) or next(filter(None, around), "")
    kept = text if says == "preserve" else text.strip(BLANKS)
    return kept.translate(FLAT)


def _break(element: Element) -> str:
    return PAGE if element.get(w("type")) == "page" else LINE


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return symbol(code, element.get(w("font"), "")) if code in CODES else ""


R, T, RPR = w("r"), w("t"), w("rPr")
RUBY_BASE = w("rubyBase")
AROUND = frozenset({ALTERNATE, w("ruby")})
CHANGED = frozenset({w("ins"), w("moveTo")})
DROPPED = frozenset({w("del"), w("moveFrom")})
THROUGH = [w(tag) for tag in "hyperlink smartTag customXml sdt sdtContent dir bdo".split()]
NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
CHARACTERS: dict[str, Callable[[Element], str]] = {
    T: lambda element: _as_kept(element, element.text or ""),
    w("tab"): lambda _: "\t",
    w("ptab"): lambda _: "\t",
    w("br"): _break,
    w("cr"): lambda _: LINE,
    w("noBreakHyphen"): lambda _: "-",
    w("sym"): _symbol,
    w("pgNum"): lambda _: PAGE_NUMBER,
}
IN_RUN: dict[str, Callable[[Inline, Element, Element, RunLook], None]] = {
    w("fldChar"): Inline._field_mark,
    w("instrText"): Inline._instruction,
    w("drawing"): Inline._drawing,
    w("pict"): Inline._drawing,
    w("object"): Inline._drawing,
    **dict.fromkeys(NOTES, Inline._note),
}
AROUND_RUNS: dict[str, Callable[[Inline, Element, Format], None]] = {
    **dict.fromkeys(THROUGH, Inline._read),
    **dict.fromkeys(CHANGED, Inline._inserted),
    **dict.fromkeys(DROPPED, Inline._deleted),
    w("fldSimple"): Inline._simple_field,
    ALTERNATE: Inline._alternate,
    f"{{{MATH}}}oMath": Inline._formula,
    f"{{{MATH}}}oMathPara": Inline._formula,
}
