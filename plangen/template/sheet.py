"""The body and the footers of the official templates: one sample for every role.

The text is docxtpl's dialect and meant to be read: an office opens the template in Word or WPS
and restyles the samples.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from plangen.model.document import HEADINGS, Role
from plangen.template import gbt9704 as gb
from plangen.template.markup import Properties, on, paragraph, run, run_properties, w
from plangen.template.samples import RUN_IN

HINT = {"rFonts": w("rFonts", hint="eastAsia")}  # else Word takes “ ” — … from the Latin font
TEXT = "{{ block.text }}"

SAMPLE_STYLES = {
    Role.MARK: "Mark",
    Role.NUMBER: "Number",
    Role.TITLE: "Title",
    Role.ADDRESSEE: "Addressee",
    Role.HEADING1: "Heading1",
    Role.HEADING2: "Heading2",
    Role.HEADING3: "Heading3",
    Role.HEADING4: "Heading4",
    Role.PHASE: "Phase",
    Role.PARAGRAPH: "Body",
    Role.ROSTER: "Roster",
    Role.ANNEX_LIST: "AnnexList",
    Role.SIGNATURE: "Signature",
    Role.DATE: "Date",
    Role.REMARK: "Remark",
    Role.ANNEX_LABEL: "AnnexLabel",
    Role.ANNEX_TITLE: "AnnexTitle",
    Role.BLANK: "Blank",
    Role.COPY_NUMBER: "CopyNumber",
    Role.GRADE: "Grade",
}


def body(metrics: gb.Metrics) -> str:
    """The content of w:body."""
    return "".join(
        (
            _tag("{%p for block in document.blocks %}"),
            _tag("{%p if block.ready %}"),
            _tag("{{p block.ready }}"),
            *(_branch(role, _sample(role, style)) for role, style in SAMPLE_STYLES.items()),
            _branch(Role.MARK_TABLE, _mark_table()),
            _branch(Role.SIGNATURE_TABLE, _signature_table()),
            _branch(Role.TABLE, _table()),
            _branch(Role.IMPRINT, _imprint(metrics) + _styled("Anchor")),
            _tag("{%p endif %}"),
            _tag("{%p endfor %}"),
            _section(metrics),
        )
    )


def _tag(text: str) -> str:
    return _styled("Tag", run(HINT, escape(text)))


def _styled(style: str, *runs: str) -> str:
    mark = {} if runs else {"rPr": run_properties(HINT)}
    return paragraph({"pStyle": w("pStyle", val=style), **mark}, *runs)


def _branch(role: Role, sample: str) -> str:
    return _tag(f'{{%p elif block.role == "{role}" %}}') + sample


def _sample(role: Role, style: str) -> str:
    if role == Role.BLANK:
        return _styled(style)
    if role not in RUN_IN:
        return _styled(style, run(HINT, TEXT))
    run_in: Properties = {"rStyle": w("rStyle", val="RunIn")} if role in HEADINGS else {}
    return _styled(style, run(HINT, "{{ block.head }}"), run(run_in | HINT, "{{ block.rest }}"))


def _section(metrics: gb.Metrics) -> str:
    return w(
        "sectPr",
        '<w:footerReference w:type="default" r:id="rId5"/>',
        '<w:footerReference w:type="even" r:id="rId6"/>',
        w("pgSz", w=gb.PAGE_WIDTH, h=gb.PAGE_HEIGHT),
        w(
            "pgMar",
            top=metrics.top,
            right=gb.RIGHT,
            bottom=metrics.bottom,
            left=gb.LEFT,
            header=gb.HEADER,
            footer=gb.FOOTER,
            gutter=0,
        ),
        w("cols", space=720),
        # The grid only tells Word the pitch; 28 characters come from run spacing, for
        # LibreOffice 7.4 sets 14 characters a line on a character grid.
        w("docGrid", type="lines", linePitch=metrics.line),
    )


def _table() -> str:
    """An annex table: 实务 a header row repeated on every page, rows unsplit, thin rules."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = [w(side, val="single", sz=4, space=0, color="auto") for side in sides]
    margins = w("tblCellMar", w("left", w=85, type="dxa"), w("right", w=85, type="dxa"))
    third = gb.TEXT_WIDTH // 3
    head = w("trPr", on("cantSplit"), on("tblHeader"))
    return _tbl(
        w("tblW", w=gb.TEXT_WIDTH, type="dxa") + w("tblBorders", *rules) + _FIXED + margins,
        [third] * 3,
        _row(head, [("TableHead", third)] * 3),
        _row(w("trPr", on("cantSplit")), [("TableCell", third)] * 3),
    )


def _mark_table() -> str:
    """7.2.4, joint issuers: their names one under the other, 文件 to the right of them."""
    half = gb.TEXT_WIDTH // 2
    layout = w("tblW", w=gb.TEXT_WIDTH, type="dxa") + w("jc", val="center") + _FIXED + _MARGINS
    return _tbl(layout, [half] * 2, _row("", [("JointMark", half)] * 2))


def _signature_table() -> str:
    """7.3.5.1, joint signatures with seals."""
    third = gb.TEXT_WIDTH // 3
    layout = w("tblW", w=gb.TEXT_WIDTH, type="dxa") + _FIXED + _MARGINS
    row = w("trPr", on("cantSplit"))
    return _tbl(layout, [third] * 3, _row(row, [("SignatureTable", third)] * 3))


_FIXED = w("tblLayout", type="fixed")
_MARGINS = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
_CENTRED = w("vAlign", val="center")


def _tbl(properties: str, grid: list[int], *rows: str) -> str:
    columns = (w("gridCol", w=width) for width in grid)
    return w("tbl", w("tblPr", properties), w("tblGrid", *columns), *rows)


def _row(properties: str, cells: list[tuple[str, int]]) -> str:
    return w(
        "tr",
        properties,
        *(_cell(width, _styled(style, run(HINT, TEXT))) for style, width in cells),
    )


def _cell(width: int, *content: str, properties: str = _CENTRED) -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), properties), *content)


def _imprint(metrics: gb.Metrics) -> str:
    """7.4: the last rule lies on the lower edge of the 版心 of the last page.

    Of the ways to put a table there, only horzAnchor="page" is kept by LibreOffice 7.4, which
    sets a table that is anchored to margins as part of the text.
    """
    place = w(
        "tblpPr",
        topFromText=gb.IMPRINT_GAP,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=gb.LEFT,
        tblpYSpec="bottom",
    )
    thick, thin = _rule(gb.THICK_EIGHTHS), _rule(gb.THIN_EIGHTHS)
    rules = w("tblBorders", w("top", **thick), w("bottom", **thick), w("insideH", **thin))
    layout = place + w("tblOverlap", val="never") + w("tblW", w=gb.TEXT_WIDTH, type="dxa")
    copies = (
        _tag("{%p for line in block.imprint.copies %}")
        + _styled("Copies", run(HINT, "{{ line }}"))
        + _tag("{%p endfor %}")
    )
    printed = _styled(
        "Printed",
        run(HINT, "{{ block.imprint.printer }}"),
        w("r", run_properties(HINT), w("tab")),
        run(HINT, "{{ block.imprint.printed }}"),
    )
    return _tbl(
        layout + rules + _FIXED + _MARGINS,
        [gb.TEXT_WIDTH],
        _imprint_row(_tag("{%tr if block.imprint.copies %}")),
        _imprint_row(copies),
        _imprint_row(_tag("{%tr endif %}")),
        *_last_rows(metrics, printed),
    )


def _rule(eighths: int) -> dict[str, str | int]:
    return {"val": "single", "sz": eighths, "space": 0, "color": "auto"}


def _imprint_row(content: str, properties: str = "") -> str:
    split = w("trPr", on("cantSplit"))
    return w("tr", split, _cell(gb.TEXT_WIDTH, content, properties=properties))


def _last_rows(metrics: gb.Metrics, printed: str) -> list[str]:
    """The 印发 line; a bare row makes up for a text area that reaches below the 版心."""
    if not metrics.overhang:
        return [_imprint_row(printed)]
    last = w("tcBorders", w("bottom", **_rule(gb.THICK_EIGHTHS)))
    bare = w("tcBorders", w("top", **_rule(gb.THICK_EIGHTHS)), w("bottom", val="nil"))
    height = w("trPr", on("cantSplit"), w("trHeight", val=metrics.overhang, hRule="exact"))
    cell = _cell(gb.TEXT_WIDTH, _styled("Anchor"), properties=bare)
    return [_imprint_row(printed, last), w("tr", height, cell)]


def footer(style: str) -> str:
    """7.5: — 1 —. The content of a w:ftr."""
    field = (
        w("r", run_properties(HINT), w("fldChar", fldCharType="begin")),
        w("r", run_properties(HINT), '<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
        w("r", run_properties(HINT), w("fldChar", fldCharType="separate")),
        run(HINT, "1"),
        w("r", run_properties(HINT), w("fldChar", fldCharType="end")),
    )
    return _styled(style, run(HINT, "— "), *field, run(HINT, " —"))
