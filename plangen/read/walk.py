"""Every paragraph of a document in one order: the order that `where.paragraph` counts in.

From 1, over the paragraphs of the body and of its tables as they are read; those of a text box
come after the paragraph that it hangs on, those of footnotes and endnotes after the body. A
paragraph is there once: the covered cells of a merged one, the older form of a drawing and what
tracked changes delete have no paragraphs. Where tracked changes join paragraphs they are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from plangen.problem import UserError
from plangen.read import magic
from plangen.read.drawings import ALTERNATE, chosen
from plangen.read.inline import CHANGED, DROPPED, Inline, Seen
from plangen.read.number_formats import is_known
from plangen.read.numbering import Counters
from plangen.read.package import Package
from plangen.read.paragraph_format import Format, Formats
from plangen.read.story import Grid, GridRow, Item, Paragraph, Section, Walked, flat
from plangen.read.styles import Place, Sheet
from plangen.read.theme import Theme
from plangen.read.xml import Element, children, value, w, whole

__all__ = ["Paragraph", "Walked", "Walker", "walk"]

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def walk(package: Package) -> Walked:
    """Walk through a document. UserError where it has no text that can be read."""
    root = package.xml(package.main)
    body = None if root is None or root.tag != w("document") else root.find(w("body"))
    if root is None or body is None:
        raise UserError(f"{package.name}：{magic.UNKNOWN}")
    settings = package.xml(package.related("settings"))
    styles, numbering = (package.xml(package.related(part)) for part in ("styles", "numbering"))
    walker = Walker(Formats(Sheet(styles, numbering, Theme(package, settings))))
    items: list[Item] = []
    walker.blocks(body, items)
    last = body.find(w("sectPr"))
    if last is not None:
        walker.sections.append(Section(last, walker.section_start, walker.number))
    roots = {package.main: root}
    notes = _notes(package, walker, roots)
    return Walked(
        walker.paragraphs,
        items,
        notes,
        walker.sections,
        walker.seen,
        walker.formats,
        settings,
        roots,
    )


class Walker:
    """Walks through stories that are numbered together."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self.seen = Seen()
        self.counters = Counters()
        self.inline = Inline(self.seen)
        self.joined: tuple[Element, ...] = ()
        self.number = 0
        self.paragraphs: list[Paragraph] = []
        self.sections: list[Section] = []
        self.section_start = 1

    def blocks(self, parent: Element, out: list[Item]) -> None:
        """Add the paragraphs and tables of a container."""
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, out)
            elif tag in BLOCKS:
                BLOCKS[tag](self, child, out)
        if parent.tag not in WRAPPERS:
            self._end(out)

    def _alternate(self, element: Element, out: list[Item]) -> None:
        branch = chosen(element)
        if branch is not None:
            self.blocks(branch, out)

    def _embedded(self, _element: Element, _out: list[Item]) -> None:
        self.seen.graphics.append(self.number + 1)

    def _paragraph(self, element: Element, out: list[Item]) -> None:
        content = children(element)
        form, mark, section = self.formats.of(_properties(content))
        self.inline.read(content, form, self.number + 1)
        self.joined += (element,)
        if mark is not None and self._is_deleted(mark):
            return
        self._emit(form, mark, out)
        if section is not None:
            self.sections.append(Section(section, self.section_start, self.number))
            self.section_start = self.number + 1

    def _is_deleted(self, mark: Element) -> bool:
        """Whether a paragraph's mark is gone, so that the next paragraph is joined to it."""
        marks = {child.tag for child in mark}
        if marks & MARK_CHANGES:
            self.seen.changes.append(self.number + 1)
        return bool(marks & DROPPED)

    def _emit(self, form: Format, mark: Element | None, out: list[Item]) -> None:
        """The paragraph that has been read, and what stands in its text boxes."""
        pieces, self.inline.pieces = self.inline.pieces, []
        self.number = number = self.number + 1
        text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        paragraph = Paragraph(number, self.joined, form, pieces, text)
        self.joined = ()
        if form.list is not None and (pieces or not form.run(mark).hidden):
            self._count(paragraph, form.list, mark)
        self.paragraphs.append(paragraph)
        out.append(paragraph)
        if self.inline.boxes:
            boxes, self.inline.boxes = self.inline.boxes, []
            for box in boxes:
                self.blocks(box, out)

    def _end(self, out: list[Item]) -> None:
        """Nothing follows that a paragraph with a deleted mark could be joined to."""
        if self.joined:
            if self.inline.pieces or self.inline.boxes:
                form, _, _ = self.formats.of(_properties(children(self.joined[-1])))
                self._emit(form, None, out)
            self.joined = ()

    def _count(self, paragraph: Paragraph, place: Place, mark: Element | None) -> None:
        key, numbers, level = place
        paragraph.auto = self.counters.next(key, numbers, level)
        paragraph.auto_face = paragraph.format.number_face(mark)
        paragraph.text = paragraph.auto + paragraph.text
        if not is_known(level.format):
            self.seen.formats.setdefault(level.format, paragraph.number)

    def _table(self, element: Element, out: list[Item]) -> None:
        self._end(out)
        grid = Grid(element, [])
        merged: set[int] = set()
        for row in _inside(element, ROW):
            properties = row.find(w("trPr"))
            marks = set() if properties is None else {child.tag for child in properties}
            if marks & (CHANGED | DROPPED):
                self.seen.changes.append(self.number + 1)
            if not marks & DROPPED:
                before = 0 if properties is None else _span(properties.find(w("gridBefore")), 0)
                grid.rows.append(self._row(row, before, merged, head=HEADER in marks))
        out.append(grid)

    def _row(self, row: Element, before: int, merged: set[int], *, head: bool) -> GridRow:
        """The cells of a row. `merged` are the columns where a cell goes on into the next row."""
        cells: list[list[Paragraph]] = [[] for _ in range(before)]
        covered = []
        for cell in _inside(row, CELL):
            own = {child.tag: child for child in cell.iterfind(f"{w('tcPr')}/*")}
            if w("cellDel") in own:
                self.seen.changes.append(self.number + 1)
                continue
            column, span = len(cells), _span(own.get(w("gridSpan")), 1)
            if _goes_on(own.get(w("vMerge"))) and column in merged:
                covered.append(column)
                cells += [[] for _ in range(span)]
                continue
            (merged.add if w("vMerge") in own else merged.discard)(column)
            cells += [self._cell(cell, own), *([] for _ in range(span - 1))]
        return GridRow(cells, head, tuple(covered))

    def _cell(self, cell: Element, own: Mapping[str, Element]) -> list[Paragraph]:
        """The paragraphs of a cell, those of tables in it too."""
        if _goes_on(own.get(w("hMerge"))):
            return []
        found: list[Item] = []
        self.blocks(cell, found)
        return list(flat(found))


def _notes(package: Package, walker: Walker, roots: dict[str, Element]) -> list[Item]:
    """The footnotes that the text refers to, in that order, then the endnotes."""
    found: list[Item] = []
    for kind in ("footnotes", "endnotes"):
        wanted = [key for seen, key in walker.seen.notes if seen == kind]
        part = package.related(kind)
        root = package.xml(part) if wanted else None
        if root is None:
            continue
        roots[part] = root
        notes = {one.get(w("id"), ""): one for one in root if one.get(w("type")) not in SEPARATORS}
        for key in dict.fromkeys(wanted):
            if key in notes:
                walker.blocks(notes[key], found)
    return found


def _properties(content: Sequence[Element]) -> Element | None:
    """The w:pPr of a paragraph with this content: the first, where it is in order."""
    if content and content[0].tag == PPR:
        return content[0]
    return next((element for element in content if element.tag == PPR), None)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through what may be wrapped around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _span(element: Element | None, least: int) -> int:
    return min(max(whole(value(element)) or 0, least), MOST_COLUMNS)


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and merge.get(w("val"), "continue") == "continue"


P, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
PPR, HEADER = w("pPr"), w("tblHeader")
WRAPPERS = CHANGED | {w("sdt"), w("sdtContent"), w("customXml")}
BLOCKS: dict[str, Callable[[Walker, Element, list[Item]], None]] = {
    TABLE: Walker._table,
    ALTERNATE: Walker._alternate,
    w("altChunk"): Walker._embedded,  # another file, which Word takes in when it opens this one
    **dict.fromkeys(WRAPPERS, Walker.blocks),
}
MARK_CHANGES = CHANGED | DROPPED
MOST_COLUMNS = 63  # that Word allows
