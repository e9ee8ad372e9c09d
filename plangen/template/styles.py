"""The styles of the official templates (word/styles.xml), from the values of GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from plangen.template import gbt9704 as gb
from plangen.template.fonts import Fonts
from plangen.template.markup import (
    Properties,
    off,
    on,
    paragraph_properties,
    run_properties,
    w,
)

BODY = "Body"


@dataclass(frozen=True)
class Style:
    """A paragraph style; clerks see its name, the package uses its id."""

    id: str
    name: str
    based: str
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    next: str = ""

    def xml(self) -> str:
        """The w:style element."""
        return (
            f'<w:style w:type="paragraph"{_custom(self.name)} w:styleId="{self.id}">'
            f"<w:name w:val={quoteattr(self.name)}/>"
            + (w("basedOn", val=self.based) if self.based else "")
            + (w("next", val=self.next) if self.next else "")
            + w("qFormat")
            + paragraph_properties(self.paragraph)
            + run_properties(self.run)
            + "</w:style>"
        )


def _custom(name: str) -> str:
    if name == "Normal":
        return ' w:default="1"'
    return "" if name.startswith("heading") else ' w:customStyle="1"'


def styles(metrics: gb.Metrics, fonts: Fonts) -> list[Style]:
    """Every paragraph style of a template, in the order of a document."""
    return [
        _normal(metrics),
        *_head(metrics, fonts),
        *_body(fonts),
        *_end(fonts),
        *_tables(fonts),
        *_furniture(fonts),
    ]


def _normal(metrics: gb.Metrics) -> Style:
    # 5.2.2: what isn't said otherwise is 三号仿宋. No automatic gaps between Han and digits,
    # no widow control (it makes pages of 21 lines), nothing beyond the right edge of the 版心.
    switches = ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid")
    layout = {switch: off(switch) for switch in switches}
    run = {"kern": w("kern", val=0)}
    return Style("Normal", "Normal", "", layout | _line(metrics.line) | _align("both"), run)


def _head(metrics: gb.Metrics, fonts: Fonts) -> list[Style]:
    mark = gb.mark_spacing(gb.MARK_SIZE, metrics.top, metrics.line)
    rule = w(
        "bottom",
        val="single",
        sz=gb.RULE_EIGHTHS,
        space=gb.RULE_SPACE_POINTS,
        color=gb.RED,
    )
    red = {"color": w("color", val=gb.RED)}
    mark_line = _line(mark.line, before=mark.before, after=mark.after)
    big = _face(fonts, "小标宋")
    return [
        Style("CopyNumber", "份号", "Normal", _align("left")),
        Style("Grade", "密级和紧急程度", "Normal", _align("left"), _face(fonts, "黑体")),
        Style(
            "Mark",
            "发文机关标志",
            "Normal",
            mark_line | _align("center"),
            big | red | _size(gb.MARK_SIZE),
        ),
        Style("JointMark", "联合发文机关标志", "Mark", _line(mark.line)),
        Style(
            "Number",
            "发文字号",
            "Normal",
            _align("center") | {"pBdr": w("pBdr", rule)},
        ),
        Style(
            "Title",
            "公文标题",
            "Normal",
            {"keepNext": on("keepNext")} | _align("center"),
            big | _size(gb.TITLE),
        ),
        Style("Addressee", "主送机关", BODY, _indent()),
    ]


def _body(fonts: Fonts) -> list[Style]:
    # The two characters of 7.3.3 stand here and not in Normal: Word lets an inherited
    # firstLineChars win over a paragraph's own indent in twips.
    two = {"ind": w("ind", firstLineChars=200, firstLine=2 * gb.PITCH)}
    spacing = {"spacing": w("spacing", val=gb.SPACING)}
    keep = {"keepNext": on("keepNext")}
    faces = ("黑体", "楷体", "仿宋", "仿宋")
    return [
        Style(BODY, "公文正文", "Normal", two, spacing),
        *(
            Style(
                f"Heading{level}",
                f"heading {level}",
                BODY,
                keep | _outline(level),
                _face(fonts, face),
                next=BODY,
            )
            for level, face in enumerate(faces, 1)
        ),
        Style("Phase", "阶段", BODY, keep | _outline(2), next=BODY),
        # Justified, a line that wraps would pull its label apart and push its name to the right.
        Style("Roster", "名单", BODY, _indent() | _align("left")),
    ]


def _end(fonts: Fonts) -> list[Style]:
    keep = {"keepNext": on("keepNext")}
    right = _align("right") | {
        "ind": w("ind", firstLineChars=0, firstLine=0, rightChars=400, right=4 * gb.PITCH)
    }
    annex = {"ind": w("ind", left=5 * gb.PITCH, firstLineChars=0, hanging=3 * gb.PITCH)}
    page = {"pageBreakBefore": on("pageBreakBefore")}
    return [
        Style("AnnexList", "附件说明", BODY, annex),
        Style("Signature", "署名", BODY, keep | right),
        Style("SignatureTable", "联合署名", BODY, keep | _indent() | _align("center")),
        Style("Date", "成文日期", BODY, right),
        Style("Remark", "附注", BODY),
        Style("AnnexLabel", "附件", BODY, keep | page | _indent(), _face(fonts, "黑体")),
        Style("AnnexTitle", "附件标题", "Title"),
    ]


def _tables(fonts: Fonts) -> list[Style]:
    line = _line(gb.TABLE_LINE)
    return [
        Style(
            "TableHead",
            "表头",
            "Normal",
            line | _align("center"),
            _face(fonts, "黑体") | _size(gb.TABLE),
        ),
        Style("TableCell", "表格文字", "Normal", line | _align("left"), _size(gb.TABLE)),
    ]


def _furniture(fonts: Fonts) -> list[Style]:
    one, line = gb.SMALL_PITCH, _line(gb.IMPRINT_LINE)
    turned = {"ind": w("ind", left=4 * one, right=one, hanging=3 * one)}
    # The tab stop is in the style: docx2python takes a w:tab among a paragraph's own for a tab.
    tab = {"tabs": w("tabs", w("tab", val="right", pos=gb.PRINTED_TAB))}
    footer = _line(gb.FOOTER_LINE)
    song = _face(fonts, "宋体") | _size(gb.SMALL)
    tag = _face(fonts, "宋体") | _size(9) | {"color": w("color", val="808080")}
    return [
        Style("Blank", "空行", "Normal"),
        Style("Copies", "抄送", "Normal", line | turned, _size(gb.SMALL)),
        Style(
            "Printed", "印发", "Normal", line | tab | {"ind": w("ind", left=one)}, _size(gb.SMALL)
        ),
        Style("Anchor", "定位行", "Normal", _line(gb.ANCHOR_LINE), _size(1)),
        Style(
            "OddPage",
            "单页码",
            "Normal",
            footer | _align("right") | {"ind": w("ind", right=one)},
            song,
        ),
        Style(
            "EvenPage",
            "双页码",
            "Normal",
            footer | _align("left") | {"ind": w("ind", left=one)},
            song,
        ),
        Style("Tag", "模板标记", "Normal", _line(240) | _align("left"), tag),
    ]


_LANG = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")


def _face(fonts: Fonts, kind: str) -> Properties:
    face = fonts.faces[kind]
    return {"rFonts": w("rFonts", ascii=face, eastAsia=face, hAnsi=face, cs=face)}


def _size(points: float) -> Properties:
    half = int(points * 2)
    return {"sz": w("sz", val=half), "szCs": w("szCs", val=half)}


def _line(exact: int, before: int = 0, after: int = 0) -> Properties:
    return {"spacing": w("spacing", before=before, after=after, line=exact, lineRule="exact")}


def _align(side: str) -> Properties:
    return {"jc": w("jc", val=side)}


def _indent() -> Properties:
    return {"ind": w("ind", firstLineChars=0, firstLine=0)}


def _outline(level: int) -> Properties:
    return {"outlineLvl": w("outlineLvl", val=level - 1)}


def styles_xml(metrics: gb.Metrics, fonts: Fonts) -> str:
    """The content of w:styles. The character style is for the text after a run-in heading."""
    defaults = _face(fonts, "仿宋") | _size(gb.BODY) | {"lang": _LANG}
    fixed = (
        w("docDefaults", w("rPrDefault", run_properties(defaults)), w("pPrDefault")),
        *(style.xml() for style in styles(metrics, fonts)),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>",
        '<w:style w:type="character" w:customStyle="1" w:styleId="RunIn">'
        '<w:name w:val="段内正文"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"{run_properties(_face(fonts, '仿宋'))}</w:style>",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f"<w:tblPr>{w('tblInd', w=0, type='dxa')}{_MARGINS}</w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    )
    return "".join(fixed)


_MARGINS = w(
    "tblCellMar",
    w("top", w=0, type="dxa"),
    w("left", w=0, type="dxa"),
    w("bottom", w=0, type="dxa"),
    w("right", w=0, type="dxa"),
)
