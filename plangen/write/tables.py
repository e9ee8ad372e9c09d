"""Tables, cloned from the sample tables of a template."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, zip_longest
from typing import NamedTuple

from plangen.model.document import Block, Role, Row, Table
from plangen.template.load import Template
from plangen.template.markup import Properties, on, run_start, w
from plangen.template.samples import SampleRow, SampleTable
from plangen.text.patterns import lazy
from plangen.write import marks
from plangen.write.paragraphs import Frame, blank, frame, spread_runs, wide_start

WIDTH = lazy(r"<w:tblW\b[^>]*/>")
GAP = 0.5  # white in a column of a joint mark, in em


def table(block: Block, template: Template) -> str:
    """The XML of a block that is a table; nothing if it has no cells."""
    rows = tuple(row for row in (block.table.rows if block.table else ()) if row.cells)
    if not rows or block.table is None:
        return ""
    content = block.table._replace(rows=rows)
    if block.role == Role.MARK_TABLE:
        return _marks(content, block.raised, template)
    return _grid(block, content, template)


def _grid(block: Block, content: Table, template: Template) -> str:
    tables = template.samples.tables
    sample = tables.get(block.role, tables[Role.TABLE])
    columns = max(len(row.cells) for row in content.rows)
    page = template.page
    widths = _shares(
        content.widths, columns, page.text_height if block.landscape else page.text_width
    )
    every = block.role == Role.SIGNATURE_TABLE or block.keep_next
    forms: dict[tuple[bool, bool, bool], tuple[str, list[_Form]]] = {}
    below = (*content.rows[1:], Row(()))
    rows = []
    for number, (row, next_row) in enumerate(zip(content.rows, below, strict=True)):
        key = row.head, every or row.keep, block.new_page and not number
        if key not in forms:
            like = sample.rows[0 if row.head else -1]
            forms[key] = _forms(like, widths, _own(*key[1:]), content.centred)
        rows.append(_row(row, forms[key], next_row.merged))
    return _tbl(sample, widths, rows)


def _own(keep: bool, new_page: bool) -> Properties:
    """What the paragraphs of a row have beside their sample."""
    own: Properties = {"keepNext": on("keepNext")} if keep else {}
    return own | ({"pageBreakBefore": on("pageBreakBefore")} if new_page else {})


def _shares(shares: tuple[float, ...], columns: int, width: int) -> list[int]:
    """Column widths in twips that add up to `width`; equal where the shares don't fit."""
    parts = shares if len(shares) == columns and min(shares) > 0 else (1.0,) * columns
    edges = [round(width * sum(parts[:count]) / sum(parts)) for count in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


class _Form(NamedTuple):
    """How the cells of a column are set: their properties, their paragraphs, their runs."""

    width: int
    properties: str
    frame: Frame
    start: str
    blank: str


def _forms(
    sample: SampleRow, widths: list[int], own: Properties, centred: tuple[int, ...]
) -> tuple[str, list[_Form]]:
    """The properties of such a row, and the forms of its cells."""
    forms = []
    for number, width in enumerate(widths):
        cell = sample.cells[min(number, len(sample.cells) - 1)]
        like, start = cell.paragraph, run_start(cell.paragraph.text)
        here = own | ({"jc": w("jc", val="center")} if number in centred else {})
        forms.append(_Form(width, cell.properties, frame(like, here), start, blank(like, here)))
    return sample.properties, forms


def _row(row: Row, form: tuple[str, list[_Form]], merged_below: tuple[int, ...]) -> str:
    """A row; a cell that goes on in the row below begins a merged one."""
    properties, columns = form
    texts = [*row.cells, *[()] * (len(columns) - len(row.cells))]
    cells = []
    for number, (column, cell) in enumerate(zip(columns, texts, strict=True)):
        merge = w("vMerge", val="restart") if number in merged_below else ""
        cells.append(_cell(column, cell, w("vMerge") if number in row.merged else merge))
    return w("tr", properties, *cells)


def _cell(form: _Form, texts: Iterable[str], merge: str) -> str:
    paragraphs = [
        form.frame.around(spread_runs(text, form.start)) if text else form.blank for text in texts
    ]
    before = _before(form.width, merge + form.properties)
    return _tc(before, paragraphs or [form.blank])


def _before(width: int, properties: str) -> str:
    return w("tcPr", w("tcW", w=width, type="dxa"), properties)


def _tc(before: str, content: list[str]) -> str:
    return w("tc", before, *content)


def _tbl(sample: SampleTable, widths: list[int], rows: list[str]) -> str:
    properties = WIDTH.sub(w("tblW", w=sum(widths), type="dxa"), sample.properties)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", w("tblPr", properties), grid, *rows)


def _marks(content: Table, raised: int, template: Template) -> str:
    """Joint issuers: the names spread to one width, 文件 beside them at half their height.

    The white above them is a paragraph of its own, or 文件 would not be centred on the names.
    """
    columns = [
        _Column(tuple(text for cell in cells for text in cell if text))
        for cells in zip_longest(*(row.cells for row in content.rows), fillvalue=())
    ]
    room = "　".join(column.widest for column in columns)
    names = max((len(column.texts) for column in columns), default=1)
    setting = marks.fit(room, marks.joint_size(names), template.page.text_width)
    spacing = marks.spacing(setting.size, template, raised)
    above = blank(template.sample(Role.BLANK), _exact(spacing.before))
    sample = template.samples.tables[Role.MARK_TABLE]
    rows = [_mark_row(row, columns, setting, sample, spacing.line) for row in content.rows]
    return above + _tbl(sample, [column.width(setting) for column in columns], rows)


class _Column(NamedTuple):
    """The names of joint issuers, or 文件."""

    texts: tuple[str, ...]

    @property
    def widest(self) -> str:
        return max(self.texts, key=marks.ems, default="")

    def width(self, setting: marks.Fit) -> int:
        """The column's width, in twips."""
        return round(setting.width(self.widest) + GAP * setting.size * 20)

    def white(self, text: str, setting: marks.Fit) -> int:
        """What each character but the last needs for the text to be as wide as the widest."""
        missing = setting.width(self.widest) - setting.width(text)
        return round(missing / max(len(text) - 1, 1))


def _mark_row(
    row: Row, columns: list[_Column], setting: marks.Fit, sample: SampleTable, line: int
) -> str:
    cells = []
    texts = [*row.cells, *[()] * (len(columns) - len(row.cells))]
    for number, (column, cell) in enumerate(zip(columns, texts, strict=True)):
        like = sample.rows[0].cells[min(number, len(sample.rows[0].cells) - 1)]
        own, around = like.paragraph.text | setting.run, frame(like.paragraph, _exact(line))
        narrow = run_start(own)
        wides = [wide_start(own, column.white(text, setting)) for text in cell]
        paragraphs = [
            around.around(spread_runs(text, narrow, wide))
            for text, wide in zip(cell, wides, strict=True)
        ]
        empty = [blank(like.paragraph, _exact(line))]
        cells.append(_tc(_before(column.width(setting), like.properties), paragraphs or empty))
    return w("tr", w("trPr", on("cantSplit")), *cells)


def _exact(line: int) -> Properties:
    return {"spacing": w("spacing", before=0, after=0, line=line, lineRule="exact")}
