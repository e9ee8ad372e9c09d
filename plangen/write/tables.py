"""Tables, cloned from the sample tables of a template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from plangen.model.document import Block, Role, Row, Span, Table
from plangen.template.load import Template
from plangen.template.markup import Properties, on, w
from plangen.template.samples import SampleCell, SampleRow, SampleTable
from plangen.write import marks
from plangen.write.paragraphs import Overrides, blank, clone, spread_runs

WIDTH = re.compile(r"<w:tblW\b[^>]*/>")
GAP = 0.5  # white in a column of a joint mark, in em


def table(block: Block, template: Template) -> str:
    """The XML of a block that is a table; nothing if it has no cells."""
    rows = tuple(row for row in (block.table.rows if block.table else ()) if row.cells)
    if not rows or block.table is None:
        return ""
    content = Table(rows, block.table.widths)
    if block.role == Role.MARK_TABLE:
        return _marks(content, template)
    return _grid(block, content, template)


def _grid(block: Block, content: Table, template: Template) -> str:
    tables = template.samples.tables
    sample = tables.get(block.role, tables[Role.TABLE])
    columns = max(len(row.cells) for row in content.rows)
    widths = _shares(content.widths, columns, template.page.text_width)
    rows = []
    for number, row in enumerate(content.rows):
        like = sample.rows[0 if row.head else -1]
        first: Properties = {}
        if block.role == Role.SIGNATURE_TABLE or block.keep_next:
            first["keepNext"] = on("keepNext")
        if block.new_page and not number:
            first["pageBreakBefore"] = on("pageBreakBefore")
        rows.append(_row(row, like, widths, Overrides(first)))
    return _tbl(sample, widths, rows)


def _shares(shares: tuple[float, ...], columns: int, width: int) -> list[int]:
    """Column widths in twips that add up to `width`; equal where the shares don't fit."""
    parts = shares if len(shares) == columns and min(shares) > 0 else (1.0,) * columns
    edges = [round(width * sum(parts[:count]) / sum(parts)) for count in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def _row(row: Row, sample: SampleRow, widths: list[int], overrides: Overrides) -> str:
    texts = [*row.cells, *[()] * (len(widths) - len(row.cells))]
    cells = [
        _cell(text, sample.cells[min(number, len(sample.cells) - 1)], width, overrides)
        for number, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    return w("tr", sample.properties, *cells)


def _cell(texts: Iterable[str], sample: SampleCell, width: int, overrides: Overrides) -> str:
    like = sample.paragraph
    paragraphs = [
        clone(like, spread_runs(Span(text), like.text, 0, 0), overrides)
        if text
        else blank(like, overrides)
        for text in texts
    ]
    return _tc(width, sample.properties, paragraphs or [blank(like, overrides)])


def _tc(width: int, properties: str, content: list[str]) -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), properties), *content)


def _tbl(sample: SampleTable, widths: list[int], rows: list[str]) -> str:
    properties = WIDTH.sub(w("tblW", w=sum(widths), type="dxa"), sample.properties)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", w("tblPr", properties), grid, *rows)


def _marks(content: Table, template: Template) -> str:
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
    spacing = marks.spacing(setting.size, template)
    above = blank(template.sample(Role.BLANK), _exact(spacing.before))
    sample = template.samples.tables[Role.MARK_TABLE]
    rows = [_mark_row(row, columns, setting, sample, spacing.line) for row in content.rows]
    return above + _tbl(sample, [column.width(setting) for column in columns], rows)


@dataclass(frozen=True)
class _Column:
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
        own = like.paragraph.text | setting.run
        paragraphs = [
            clone(
                like.paragraph,
                spread_runs(Span(text, spread=1), own, column.white(text, setting), 0),
                _exact(line),
            )
            for text in cell
        ]
        empty = [blank(like.paragraph, _exact(line))]
        cells.append(_tc(column.width(setting), like.properties, paragraphs or empty))
    return w("tr", w("trPr", on("cantSplit")), *cells)


def _exact(line: int) -> Overrides:
    return Overrides({"spacing": w("spacing", before=0, after=0, line=line, lineRule="exact")})
