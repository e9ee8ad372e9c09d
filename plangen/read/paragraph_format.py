"""The look of paragraphs and runs, resolved as Word resolves them (ECMA-376 part 1, 17.7.2).

From the bottom: the defaults of the document, the paragraph's style with what it is based on, the
level of its list, what the paragraph itself says; for a run also its character style and its own
properties. Each distinct w:pPr and w:rPr is resolved once.
"""

from __future__ import annotations

from dataclasses import dataclass

from plangen.model.look import Face, Look
from plangen.read.properties import (
    ON,
    PARAGRAPH,
    RUN,
    SIDES,
    TOGGLES,
    Properties,
    half_points,
    paragraph_properties,
    points,
    run_properties,
)
from plangen.read.styles import Sheet, Style
from plangen.read.xml import VAL, Element, children, w, whole
from plangen.value import of_tuple

DEFAULT_SIZE = 10.0  # points, where a document says nothing
LINE = 240.0  # of w:spacing w:line, to one line; also twips
ONE_LINE = str(LINE)
TOP_OUTLINE = 8


@dataclass(frozen=True)
class RunLook:
    """The look of a run, and whether it is seen."""

    face: Face
    hidden: bool = False


class Runs:
    """The looks of the runs in paragraphs of one style."""

    def __init__(self, sheet: Sheet, style: Style) -> None:
        self.sheet = sheet
        self.style = style
        self.known: dict[object, RunLook] = {}
        self.plain = self.look({})

    def of(self, element: Element | None) -> RunLook:
        """The look of a run with this w:rPr."""
        if element is None:
            return self.plain
        own: list[object] = []
        for child in children(element):
            tag = child.tag
            if tag in RUN:
                own.append(tag)
                own += child.items() if tag in NAMED else child.values()
        key = tuple(own)
        found = self.known.get(key)
        if found is None:
            own_look = run_properties(element, self.sheet.theme)
            found = self.known[key] = self.look(own_look) if own_look else self.plain
        return found

    def look(self, own: Properties) -> RunLook:
        """The look of a run with these properties of its own."""
        accent = self.sheet.accent(own.get("style", ""))
        found = self.style.run | accent
        for toggle in TOGGLES:  # on twice is off (17.7.3)
            if accent.get(toggle) and self.style.run.get(toggle):
                found[toggle] = ""
        found = found | own
        color = found.get("color", "")
        face = Face(
            found.get("font", ""),
            found.get("latin", ""),
            half_points(found.get("size", "")) or DEFAULT_SIZE,
            bool(found.get("bold")),
            "" if color == "auto" else color.upper(),
        )
        # Equal faces are one object: they are compared for every run.
        return RunLook(self.sheet.faces.setdefault(face, face), bool(found.get("hidden")))


class Format:
    """What paragraphs with the same w:pPr have in common."""

    def __init__(self, sheet: Sheet, runs: Runs, own: Properties) -> None:
        self.sheet = sheet
        self.style = runs.style
        self.run, self.plain, self.run_look = runs.of, runs.plain, runs.look
        self.list = sheet.list(self.style, own)
        below = self.style.paragraph
        if self.list is not None and ("list" in own or "level" in own):
            below = below | paragraph_properties(self.list[2].paragraph)
        self.properties = below | own
        self.new_page = self.properties.get("new_page") == ON
        self.numbers: dict[RunLook, Face] = {}
        self.sized: dict[float | None, tuple[object, ...]] = {}  # a look but for its last two

    def number_face(self, mark: Element | None) -> Face:
        """The look of the number: that of the paragraph's mark, under that of the level."""
        under = self.run(mark)
        found = self.numbers.get(under)
        if found is None:
            own = run_properties(mark, self.sheet.theme)
            if self.list is not None:
                own |= run_properties(self.list[2].run, self.sheet.theme)
            found = self.numbers[under] = self.run_look(own).face
        return found

    def look(self, faces: tuple[tuple[int, Face], ...], *, new_page: bool = False) -> Look:
        """The look of a paragraph with these faces; a character's width is its first one's."""
        size = (faces[0][1] if faces else self.plain.face).size
        found = self.sized.get(size)
        if found is None:
            found = self.sized[size] = self._sized(size or DEFAULT_SIZE)[:-2]
        return LOOK(found + (new_page or self.new_page, faces))  # noqa: RUF005 (half the time)

    def _sized(self, size: float) -> Look:
        own = self.properties
        align, outline = own.get("align", ""), whole(own.get("outline"))
        line, rule = _line(own)
        return Look(
            style=self.style.name,
            align=SIDES.get(align, align) or "left",
            left=_indent(own, "left", size),
            right=_indent(own, "right", size),
            first=_indent(own, "first", size),
            before=_gap(own, "before"),
            after=_gap(own, "after"),
            line=line,
            rule=rule,
            outline=None if outline is None or outline > TOP_OUTLINE else outline + 1,
        )


class Formats:
    """The formats of a document's paragraphs."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known: dict[object, Format] = {}
        self.runs: dict[Style, Runs] = {}

    def of(self, element: Element | None) -> tuple[Format, Element | None, Element | None]:
        """The format of a paragraph with this w:pPr, the w:rPr of its mark, and its w:sectPr.

        In one loop, since there is one for each paragraph.
        """
        key: list[object] = []
        mark = section = None
        for child in () if element is None else children(element):
            tag = child.tag
            if tag == STYLE:
                key += child.values()
            elif tag == LIST:
                key += [(inner.tag, inner.get(VAL)) for inner in child]
            elif tag in PARAGRAPH:
                key.append(tag)
                key += child.items() if tag in NAMED else child.values()
            elif tag == RPR:
                mark = child
            elif tag == SECTION:
                section = child
        same = tuple(key)
        found = self.known.get(same)
        if found is None:
            found = self.known[same] = self._made(paragraph_properties(element))
        return found, mark, section

    def _made(self, own: Properties) -> Format:
        style = self.sheet.paragraph_style(own.get("style", ""))
        if style not in self.runs:
            self.runs[style] = Runs(self.sheet, style)
        return Format(self.sheet, self.runs[style], own)


def _indent(own: Properties, side: str, size: float) -> float:
    """An indent in points. In characters it goes before one in lengths, unless it is 0."""
    characters = f"{side}Chars"
    if characters in own and (count := points(own[characters]) * 20 / 100):
        return round(count * size, 2)
    return round(points(own[side]), 2) if side in own else 0.0


def _gap(own: Properties, side: str) -> float:
    """The white above or below, in points; in lines, Word writes the length beside them."""
    if side in own:
        return round(points(own[side]), 2)
    lines = f"{side}Lines"
    return round(points(own[lines]) * 20 / 100 * LINE / 20, 2) if lines in own else 0.0


def _line(own: Properties) -> tuple[float, str]:
    """The line pitch: points where it is exact or at least, else a multiple."""
    rule, text = own.get("lineRule", "auto"), own.get("line", ONE_LINE)
    if rule == "auto":
        return round(points(text) * 20 / LINE, 4), rule
    return round(points(text), 2), rule


LOOK = of_tuple(Look)  # one for each paragraph
# More than w:val is read of these; names take lxml as long as all else in an element.
NAMED = frozenset({w("rFonts"), w("ind"), w("spacing")})
RPR, SECTION, LIST, STYLE = w("rPr"), w("sectPr"), w("numPr"), w("pStyle")
