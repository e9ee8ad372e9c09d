"""The reader of .docx files: every paragraph that is seen, once, with its place and look."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.collector import put_off
from plangen.model.document import Block, Role, Row
from plangen.model.look import Face, Page
from plangen.pipeline.documents import lint_document
from plangen.problem import Level, Problem, UserError, Where
from plangen.read import Reading
from plangen.read.docx import read_docx
from plangen.template.markup import w
from tests.tools.documents import (
    MAIN,
    RELATIONS,
    TYPES,
    cell,
    docx,
    listed,
    lists,
    p,
    packed,
    part,
    relation,
    style,
    t,
    table,
)
from tests.tools.examples import NAMES, documents, example
from tests.tools.office import Office
from tests.tools.validate import printed

EXAMPLES = [(name, kind) for name in NAMES for kind in documents(name)]
BREAK, PAGE = "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
COUNTING = lists({1: {"levels": [{"format": "chineseCounting", "text": "%1、"}]}})


def read(*body: str, **parts: str) -> Reading:
    return read_docx(docx(*body, **parts), "x.docx")


def texts(*body: str, **parts: str) -> list[str]:
    return [block.text for block in read(*body, **parts).document.blocks]


def rows(*body: str, **parts: str) -> tuple[Row, ...]:
    (block,) = read(*body, **parts).document.blocks
    assert block.role == Role.TABLE
    assert block.table is not None
    return block.table.rows


def cells(*body: str) -> list[list[list[str]]]:
    return [[list(cell) for cell in row.cells] for row in rows(*body)]


def placed(blocks: tuple[Block, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(block.text, block.where.paragraph, block.where.column) for block in blocks]


def refused(raw: bytes) -> str:
    with pytest.raises(UserError) as error:
        read_docx(raw, "方案.docx")
    message = str(error.value)
    assert message.startswith("方案.docx：")
    return message.removeprefix("方案.docx：")


# Paragraphs and their places


def test_a_paragraph_is_a_block_with_its_place() -> None:
    reading = read(p("一、总则"), p(), p("正文。"))
    assert [(b.role, b.text, b.where) for b in reading.document.blocks] == [
        (Role.PARAGRAPH, "一、总则", Where(paragraph=1, line=1, column=1)),
        (Role.BLANK, "", Where(paragraph=2, line=2, column=1)),
        (Role.PARAGRAPH, "正文。", Where(paragraph=3, line=3, column=1)),
    ]
    assert (reading.kind, reading.text, reading.problems) == ("docx", "一、总则\n\n正文。", ())


def test_the_automatic_number_is_text_and_is_counted() -> None:
    (block,) = read(listed("总则", 1, 0), numbering=COUNTING).document.blocks
    assert (block.text, block.auto) == ("一、总则", 2)


def test_a_line_of_blanks_is_a_blank_line() -> None:
    (block,) = read(p("　 ")).document.blocks
    assert (block.role, block.text) == (Role.BLANK, "")


def test_a_soft_break_begins_a_block_of_the_same_paragraph() -> None:
    body = w("p", t("甲方"), BREAK, t("乙"), "<w:r><w:cr/></w:r>")
    reading = read(body, p("后"))
    assert placed(reading.document.blocks) == [
        ("甲方", 1, 1),
        ("乙", 1, 4),
        ("", 1, 6),
        ("后", 2, 1),
    ]
    assert reading.text == "甲方\x0b乙\x0b\n后"


def test_the_column_of_a_line_counts_the_automatic_number() -> None:
    numbered = w("p", w("pPr", '<w:numPr><w:numId w:val="1"/></w:numPr>'), t("甲"), BREAK, t("乙"))
    blocks = read(numbered, numbering=COUNTING).document.blocks
    assert placed(blocks) == [("一、甲", 1, 1), ("乙", 1, 5)]
    assert [block.auto for block in blocks] == [2, 0]


def new_pages(*body: str) -> list[tuple[str, bool]]:
    return [(b.text, b.look is not None and b.look.new_page) for b in read(*body).document.blocks]


def test_a_page_break_sets_what_follows_on_a_new_page() -> None:
    assert new_pages(p("甲"), w("p", PAGE), p("乙"), p("丙")) == [
        ("甲", False),
        ("", False),
        ("乙", True),
        ("丙", False),
    ]


def test_a_page_break_before_a_text_sets_its_own_paragraph_on_a_new_page() -> None:
    assert new_pages(p("甲"), w("p", PAGE, t("乙"))) == [("甲", False), ("乙", True)]


def test_a_page_break_within_a_text_begins_a_line() -> None:
    assert new_pages(w("p", t("甲"), PAGE, t("乙"))) == [("甲", False), ("乙", True)]


def test_a_page_break_before_the_paragraph_is_its_property() -> None:
    assert new_pages(p("甲"), p("乙", w("pageBreakBefore"))) == [("甲", False), ("乙", True)]
    assert new_pages(p("甲", w("pageBreakBefore", val=0))) == [("甲", False)]


def test_a_table_may_begin_the_new_page() -> None:
    assert new_pages(w("p", t("甲"), PAGE), table([cell()]), p("乙")) == [
        ("甲", False),
        ("", True),
        ("乙", False),
    ]


@pytest.mark.parametrize(("kind", "broken"), [("nextPage", True), ("continuous", False)])
def test_a_section_may_begin_a_new_page(kind: str, broken: bool) -> None:
    body = (p("甲", w("sectPr")), p("乙"), w("sectPr", w("type", val=kind)))
    assert new_pages(*body) == [("甲", False), ("乙", broken)]


# What is text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:ptab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "2024-1"),
        ("<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t></w:r>", "甲乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>', "☑是"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>', "\uf021"),
        ('<w:r><w:sym w:font="宋体" w:char="2116"/></w:r>', "№"),
        ('<w:r><w:sym w:font="宋体" w:char="x"/><w:t>甲</w:t></w:r>', "甲"),
        ('<w:r><w:sym w:char="FFFFFFFFFFFFFFFFF"/><w:t>甲</w:t></w:r>', "甲"),
        ('<w:r><w:sym w:char="D800"/><w:sym w:char="A"/><w:t>甲</w:t></w:r>', "甲"),
        (f'<w:hyperlink r:id="rId9">{t("链接")}</w:hyperlink>', "链接"),
        (f"<w:smartTag>{t('地')}<w:smartTag>{t('名')}</w:smartTag></w:smartTag>", "地名"),
        (f"<w:customXml>{t('甲')}</w:customXml>", "甲"),
        (f"<w:bdo w:val='rtl'><w:dir w:val='ltr'>{t('甲')}</w:dir></w:bdo>", "甲"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{t('控件')}</w:sdtContent></w:sdt>", "控件"),
        (
            f"<w:r><w:ruby><w:rt>{t('lì')}</w:rt><w:rubyBase>{t('溧')}</w:rubyBase></w:ruby></w:r>",
            "溧",
        ),
        ("<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>", "a+b"),
        (f"<w:bookmarkStart w:id='0' w:name='x'/>{t('甲')}<w:proofErr w:type='x'/>", "甲"),
        ("<w:r><w:t> 甲 </w:t></w:r>", "甲"),
        ('<w:r><w:t xml:space="preserve"> 甲 </w:t></w:r>', " 甲 "),
        ("<w:r><w:t>　甲　</w:t></w:r>", "　甲　"),
        ('<w:r><w:t xml:space="preserve">甲\n乙</w:t></w:r>', "甲 乙"),
        ("<w:r><w:t/><w:t></w:t></w:r>", ""),
        (f"<!-- 注 -->{t('甲')}<?x y?>", "甲"),
        ("<w:r><w:footnoteReference w:id='9'/><w:t>甲</w:t></w:r>", "甲"),
        ("<w:r><w:commentReference w:id='0'/></w:r>", ""),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><x xmlns=''/></mc:Choice>"
            "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "😀",
        ),
    ],
)
def test_what_a_paragraph_shows(inner: str, text: str) -> None:
    assert texts(w("p", inner)) == [text]


def test_space_may_be_kept_by_the_whole_document() -> None:
    body = part("w:document", w("body", "<w:p><w:r><w:t> 甲</w:t></w:r></w:p>"))
    raw = package(
        {"word/document.xml": body.replace("<w:document", '<w:document xml:space="preserve"')}
    )
    assert read_docx(raw, "x.docx").text == " 甲"


# Fields


def mark(kind: str) -> str:
    return w("r", w("fldChar", fldCharType=kind))


def field(instruction: str, result: str | None = None) -> str:
    words = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    shown = "" if result is None else mark("separate") + result
    return mark("begin") + words + shown + mark("end")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (field("REF _Ref1 \\h", t("附件1")), "附件1"),
        (field("PAGE", t("7")), "#"),
        (field("PAGE"), "#"),
        (field("NUMPAGES \\* MERGEFORMAT", t("12")), "#"),
        (field('HYPERLINK "http://x"', t("网址")), "网址"),
        (field("XE 索引"), ""),
        (field("TOC", field("PAGEREF x", t("3"))), "3"),
        (field("IF " + "a", t("甲") + field("PAGE", t("2"))), "甲#"),
        (f'<w:fldSimple w:instr=" PAGE ">{t("4")}</w:fldSimple>', "#"),
        (f'<w:fldSimple w:instr=" SEQ 表 ">{t("4")}</w:fldSimple>', "4"),
        (field(r"eq \o\ac(○,3)"), "③"),
        (field(r"EQ \o\ac(○,21)"), "㉑"),
        (field(r"EQ \o\ac(□,章)"), "章"),
        (field(r"EQ \f(1,2)"), ""),
        ("<w:r><w:pgNum/></w:r>", "#"),
        (mark("end") + t("甲"), "甲"),
    ],
)
def test_a_field_shows_its_result(inner: str, text: str) -> None:
    assert texts(w("p", t("前"), inner, t("后"))) == [f"前{text}后"]


def test_a_field_goes_over_paragraphs() -> None:
    first = w(
        "p", mark("begin"), "<w:r><w:instrText>TOC</w:instrText></w:r>", mark("separate"), t("甲")
    )
    assert texts(first, p("乙"), w("p", mark("end")), p("丙")) == ["甲", "乙", "", "丙"]


def test_a_field_that_is_never_ended_costs_no_more_than_its_paragraph() -> None:
    assert texts(w("p", mark("begin"), t("甲")), p("乙")) == ["", "乙"]


# Tracked changes


def changed(tag: str, *inner: str) -> str:
    return (
        f'<w:{tag} w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z">{"".join(inner)}</w:{tag}>'
    )


def marked(tag: str, text: str, *properties: str) -> str:
    return p(text, *properties, w("rPr", changed(tag)))


DELETED = "<w:r><w:delText>旧</w:delText></w:r>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ([w("p", t("甲"), changed("ins", t("新")), changed("del", DELETED))], ["甲新"]),
        ([w("p", changed("ins", changed("del", DELETED)), t("甲"))], ["甲"]),
        ([w("p", changed("moveFrom", t("移"))), w("p", changed("moveTo", t("移")))], ["", "移"]),
        ([marked("del", "甲"), p("乙"), p("丙")], ["甲乙", "丙"]),
        ([marked("del", "甲"), marked("del", "乙"), p("丙")], ["甲乙丙"]),
        (
            [
                w("p", w("pPr", w("rPr", changed("moveFrom"))), changed("moveFrom", t("移"))),
                p("乙"),
            ],
            ["乙"],
        ),
        ([marked("ins", "甲"), p("乙")], ["甲", "乙"]),
        ([marked("del", "甲"), table([cell(p("格"))])], ["甲", ""]),
        ([marked("del", ""), table([cell(p("格"))])], [""]),
        ([p("甲"), marked("del", "尾")], ["甲", "尾"]),
    ],
)
def test_changes_are_read_as_accepted(body: list[str], wanted: list[str]) -> None:
    assert texts(*body) == wanted
    assert [one.rule for one in read(*body).problems] == ["docx-changes"]


def test_tracked_changes_are_told_once_at_their_first_place() -> None:
    body = (p("甲"), w("p", changed("ins", t("乙")), changed("del", DELETED)))
    assert read(*body).problems == (
        Problem(
            "docx-changes",
            Level.WARNING,
            "文档里还有修订（2 处），按全部接受后的文字核对；定稿前应在“审阅”里接受或拒绝修订",
            Where(paragraph=2, line=2, column=1),
        ),
    )


def test_deleted_rows_and_cells_are_left_out() -> None:
    gone = w("tr", w("trPr", changed("del")), cell(p("旧")))
    come = w("tr", w("trPr", changed("ins")), cell(p("新")))
    less = w("tr", w("tc", w("tcPr", changed("cellDel")), p("旧格")), cell(p("格")))
    assert cells(w("tbl", gone, come, less)) == [[["新"]], [["格"]]]


# Hidden text


def run(text: str, *properties: str) -> str:
    return w("r", w("rPr", *properties), w("t", text))


VANISH = w("vanish")


def test_hidden_text_is_no_text_and_is_told() -> None:
    body = w("p", t("甲"), run("密", VANISH), run("乙", w("vanish", val=0)))
    assert texts(body) == ["甲乙"]
    assert read(body).problems == (
        Problem(
            "docx-hidden",
            Level.INFO,
            "文档里有隐藏文字（1 处，如“密”），没有核对",
            Where(paragraph=1, line=1, column=1),
        ),
    )


def test_a_style_hides_text_and_a_run_shows_it() -> None:
    styles = style("Secret", w("rPr", VANISH)) + style("S", w("rPr", VANISH), kind="character")
    secret = '<w:pStyle w:val="Secret"/>'
    assert texts(p("密", secret), styles=styles) == [""]
    assert texts(w("p", t("甲"), run("密", '<w:rStyle w:val="S"/>')), styles=styles) == ["甲"]
    shown = w("p", w("pPr", secret), run("见", w("vanish", val="false")))
    assert texts(shown, styles=styles) == ["见"]
    # A switch that both styles turn on is off (17.7.3).
    both = w("p", w("pPr", secret), run("见", '<w:rStyle w:val="S"/>'))
    assert texts(both, styles=styles) == ["见"]


def test_a_hidden_paragraph_takes_no_number() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    hidden = w("p", w("pPr", number, w("rPr", VANISH)), run("密", VANISH))
    body = (listed("甲", 1, 0), hidden, listed("乙", 1, 0))
    assert texts(*body, numbering=COUNTING) == ["一、甲", "", "二、乙"]


def test_an_empty_paragraph_of_a_list_has_its_number() -> None:
    blocks = read(p("", '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering=COUNTING)
    assert [(b.role, b.text, b.auto) for b in blocks.document.blocks] == [
        (Role.PARAGRAPH, "一、", 2)
    ]


# Tables


def test_a_table_is_a_block_of_rows() -> None:
    head = w("tr", w("trPr", w("tblHeader")), cell(p("序号")), cell(p("单位")))
    grid = w("tblGrid", w("gridCol", w=1000), w("gridCol", w=3000))
    row = w("tr", cell(p("1")), cell(p("甲"), p(), w("p", t("乙"), BREAK, t("丙"))))
    _, block = read(p("前"), w("tbl", grid, head, row)).document.blocks
    assert block.table is not None
    assert block.table.widths == (50.0, 150.0)
    assert block.where == Where(paragraph=2, line=2, column=1)
    assert [(one.head, one.cells) for one in block.table.rows] == [
        (True, (("序号",), ("单位",))),
        (False, (("1",), ("甲", "乙", "丙"))),
    ]
    assert block.table.rows[1].places == (
        (Where(paragraph=4, line=4, column=1),),
        (
            Where(paragraph=5, line=5, column=1),
            Where(paragraph=7, line=7, column=1),
            Where(paragraph=7, line=7, column=3),
        ),
    )


def test_a_cell_over_columns_is_read_once() -> None:
    body = table(
        [cell(p("甲"), gridSpan=2), cell(p("乙"))], [cell(p("1")), cell(p("2")), cell(p("3"))]
    )
    assert cells(body) == [[["甲"], [], ["乙"]], [["1"], ["2"], ["3"]]]


def test_a_cell_over_rows_is_read_once() -> None:
    body = table(
        [cell(p("组"), vMerge="restart"), cell(p("1"))],
        [w("tc", w("tcPr", w("vMerge")), p("看不见")), cell(p("2"))],
        [cell(p("另组")), cell(p("3"))],
    )
    assert cells(body) == [[["组"], ["1"]], [[], ["2"]], [["另组"], ["3"]]]
    assert [row.merged for row in rows(body)] == [(), (0,), ()]
    assert [one.where.paragraph for one in read(body, p("后")).document.blocks] == [1, 6]


def test_a_cell_that_goes_on_from_nowhere_is_read() -> None:
    assert cells(table([w("tc", w("tcPr", w("vMerge")), p("甲"))])) == [[["甲"]]]


def test_a_row_may_begin_later() -> None:
    row = w("tr", w("trPr", w("gridBefore", val=1)), cell(p("乙")))
    assert cells(w("tbl", row)) == [[[], ["乙"]]]


def test_a_table_in_a_cell_is_read_in_order() -> None:
    inner = table([cell(p("内1")), cell(p("内2"))])
    assert cells(table([cell(p("前"), inner, p("后")), cell(p("右"))])) == [
        [["前", "内1", "内2", "后"], ["右"]]
    ]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    wrapped = w("sdt", w("sdtContent", cell(p("甲"))))
    row = w("sdt", w("sdtPr"), w("sdtContent", w("tr", wrapped, cell(p("乙")))))
    assert cells(w("tbl", row)) == [[["甲"], ["乙"]]]


def test_a_block_content_control_is_read_through() -> None:
    inner = w("sdt", w("sdtContent", p("乙")))
    assert texts(p("甲"), w("sdt", w("sdtPr"), w("sdtContent", inner, p("丙"))), p("丁")) == list(
        "甲乙丙丁"
    )


# Text boxes


def shape(*content: str) -> str:
    return (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        + w("txbxContent", *content)
        + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def old_shape(*content: str) -> str:
    return (
        f"<w:pict><v:shape><v:textbox>{w('txbxContent', *content)}</v:textbox></v:shape></w:pict>"
    )


def both(*content: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{shape(*content)}</mc:Choice>"
        f"<mc:Fallback>{old_shape(*content)}</mc:Fallback></mc:AlternateContent>"
    )


@pytest.mark.parametrize("box", [shape, old_shape, both])
def test_a_text_box_is_read_once_after_its_paragraph(box: Callable[..., str]) -> None:
    body = w("p", t("前"), w("r", box(p("框"), p("内"))), t("后"))
    blocks = read(body, p("下")).document.blocks
    assert placed(blocks) == [("前后", 1, 1), ("框", 2, 1), ("内", 3, 1), ("下", 4, 1)]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    assert cells(table([cell(w("p", t("甲"), w("r", both(p("框"))))), cell(p("乙"))])) == [
        [["甲", "框"], ["乙"]]
    ]


def test_a_text_box_in_a_text_box_and_a_table_in_one_are_read() -> None:
    inner = w("p", t("外"), w("r", both(p("里"))))
    assert texts(w("p", w("r", both(inner, table([cell(p("格"))]))))) == ["", "外", "里", ""]


# Notes, comments, graphics


def test_notes_follow_the_body_in_the_order_of_their_marks() -> None:
    def reference(kind: str, key: int) -> str:
        return w("r", w(f"{kind}Reference", id=key))

    def note(kind: str, key: int, text: str, **own: str) -> str:
        return w(kind, w("p", w("r", w(f"{kind}Ref")), t(text)), id=key, **own)

    body = w(
        "p", t("甲"), reference("endnote", 2), reference("footnote", 3), reference("footnote", 2)
    )
    footnotes = (
        note("footnote", 0, "线", type="separator")
        + note("footnote", 2, "脚二")
        + note("footnote", 3, "脚三")
        + note("footnote", 4, "没有人引")
    )
    blocks = read(body, footnotes=footnotes, endnotes=note("endnote", 2, "尾")).document.blocks
    assert placed(blocks) == [("甲", 1, 1), ("脚三", 2, 1), ("脚二", 3, 1), ("尾", 4, 1)]


@pytest.mark.parametrize(("body", "paragraph"), [("{}{甲}", 1), ("{甲}{}", 1), ("{甲}{}{甲}", 2)])
def test_another_file_taken_in_is_told(body: str, paragraph: int) -> None:
    inner = body.replace("{甲}", p("甲")).replace("{}", '<w:altChunk r:id="rId9"/>')
    found = read(inner).problems
    assert [(one.rule, one.where.paragraph) for one in found] == [("docx-graphics", paragraph)]
    assert lint_document(docx(inner), "x.docx").problems


def test_comments_and_graphics_are_told() -> None:
    diagram = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData"
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    art = '<w:pict><v:shape><v:textpath string="红头"/></v:shape></w:pict>'
    body = (p("甲"), w("p", w("r", diagram), w("r", art)))
    found = read(
        *body, comments=w("comment", p("改"), id=0) + w("comment", p("好"), id=1)
    ).problems
    assert found == (
        Problem("docx-comments", Level.INFO, "文档里有批注 2 条，没有核对；印发前应删去"),
        Problem(
            "docx-graphics",
            Level.INFO,
            "文档里有图形（2 个：SmartArt、图表、艺术字或嵌入的对象），其中的文字没有核对",
            Where(paragraph=2, line=2, column=1),
        ),
    )


def test_an_unknown_number_format_is_told() -> None:
    numbering = lists({1: {"levels": [{"format": "hebrew1"}]}})
    reading = read(listed("甲", 1, 0), listed("乙", 1, 0), numbering=numbering)
    assert reading.text == "1.甲\n2.乙"
    assert [(one.rule, one.message) for one in reading.problems] == [
        ("docx-number", "自动编号用了不常见的格式（hebrew1），按阿拉伯数字核对")
    ]


def test_a_scan_is_told_as_an_error() -> None:
    picture = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing>"
    )
    (problem,) = read(w("p", w("r", picture))).problems
    assert (problem.rule, problem.level) == ("docx-textless", Level.ERROR)
    assert problem.message == (
        "文档里没有文字，只有 1 张图片，可能是扫描件；"
        "应找来原来的文档，或用文字识别（OCR）转成文字后再核对"
    )
    assert [one.message for one in read(p()).problems] == ["文档里没有文字，没有可以核对的内容"]


# Pages


PAGE_SETUP = (
    w("pgSz", w=11906, h=16838)
    + w("pgMar", top=2098, right=1474, bottom=1985, left=1588)
    + w("docGrid", type="lines", linePitch=579)
)
SIZES = Page(595.3, 841.9, 104.9, 99.25, 79.4, 73.7, "lines", 28.95)


def refer(where: str, kind: str, name: str) -> str:
    return f'<w:{where}Reference w:type="{kind}" r:id="rId{name}"/>'


def test_a_page_has_its_sizes_and_its_footers() -> None:
    section = w(
        "sectPr",
        refer("footer", "default", "footer1"),
        refer("header", "default", "header"),
        PAGE_SETUP,
    )
    number = w("p", t("— "), field("PAGE", t("1")), t(" —"))
    reading = read(p("甲"), section, footer1=number + p(), header=p("页眉"))
    assert reading.text == "甲"
    (page,) = reading.document.pages
    assert page == SIZES._replace(headers=(("default", "页眉"),), footers=(("default", "— # —"),))


def test_a_section_without_paragraphs_is_told_at_the_last_one_before() -> None:
    found = read(p("甲"), p("乙", w("sectPr", PAGE_SETUP)), w("sectPr", PAGE_SETUP))
    assert [page.first for page in found.document.pages] == [1, 2]


def test_a_page_number_in_a_text_box_of_a_footer_is_read() -> None:
    number = w("p", w("r", both(w("p", field("PAGE", t("3"))))))
    section = w("sectPr", refer("footer", "default", "footer1"))
    assert read(p("甲"), section, footer1=number).document.pages[0].footers == (("default", "#"),)


def test_footers_of_first_and_even_pages_count_where_they_print() -> None:
    references = "".join(
        refer("footer", kind, f"footer{n}") for n, kind in enumerate(("default", "even", "first"))
    )
    parts = {f"footer{n}": p(text) for n, text in enumerate(("单", "双", "首"))}
    plain = read(p("甲"), w("sectPr", references), **parts).document.pages[0]
    assert (plain.footers, plain.odd_even) == ((("default", "单"),), False)
    section = w("sectPr", references, w("titlePg"))
    settings = w("evenAndOddHeaders")
    every = read(p("甲"), section, **parts, settings=settings).document.pages[0]
    assert every.footers == (("default", "单"), ("even", "双"), ("first", "首"))
    assert every.odd_even


def test_a_section_takes_over_the_footer_of_the_one_before() -> None:
    first = w("sectPr", refer("footer", "default", "footer1"))
    body = (
        p("甲"),
        p("乙", first),
        p("丙"),
        p("丁", w("sectPr")),
        p("戊"),
        w("sectPr", refer("footer", "default", "footer2")),
    )
    pages = read(*body, footer1=p("前"), footer2=p("后")).document.pages
    assert [(page.first, page.footers) for page in pages] == [
        (1, (("default", "前"),)),
        (3, (("default", "前"),)),
        (5, (("default", "后"),)),
    ]


# Packages


def package(files: dict[str, str | bytes]) -> bytes:
    return packed(
        {
            "[Content_Types].xml": TYPES.format(overrides=""),
            "_rels/.rels": RELATIONS.format(
                inner=relation("rId1", "officeDocument", "word/document.xml")
            ),
            **files,
        }
    )


BODY = part("w:document", w("body", p("甲")))


def test_the_strict_form_is_read() -> None:
    strict = BODY.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relations = RELATIONS.format(
        inner='<Relationship Id="rId1" Target="/word/document.xml"'
        ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
    )
    assert (
        read_docx(package({"word/document.xml": strict, "_rels/.rels": relations}), "x").text
        == "甲"
    )


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_documents_with_macros_and_templates_are_read(kind: str) -> None:
    types = TYPES.format(
        overrides=f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
    )
    assert kind != MAIN
    assert (
        read_docx(package({"[Content_Types].xml": types, "word/document.xml": BODY}), "x").text
        == "甲"
    )


def test_a_package_without_relations_is_read() -> None:
    assert read_docx(packed({"word/document.xml": BODY}), "x.docx").text == "甲"


def test_the_document_may_have_another_name() -> None:
    relations = RELATIONS.format(inner=relation("rId1", "officeDocument", "/word/document2.xml"))
    raw = packed({"_rels/.rels": relations, "word/document2.xml": BODY})
    assert read_docx(raw, "x.docx").text == "甲"


def test_names_of_parts_differ_in_case() -> None:
    raw = packed({"_rels/.rels": RELATIONS.format(inner=""), "Word/Document.xml": BODY})
    assert read_docx(raw, "x.docx").text == "甲"


def test_a_part_in_utf_16_is_read() -> None:
    text = BODY.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read_docx(package({"word/document.xml": text.encode("utf-16")}), "x.docx").text == "甲"


def test_a_relation_to_a_part_that_is_not_there_is_none() -> None:
    relations = RELATIONS.format(inner=relation("rId2", "styles", "styles.xml"))
    files = {"word/document.xml": BODY, "word/_rels/document.xml.rels": relations}
    assert read_docx(package(dict(files)), "x.docx").text == "甲"


# What is refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


SAVE = "请用 Word 或 WPS 打开，另存为 .docx 再用"
DAMAGED = "文件损坏，或没有下载、拷贝完整；请重新取得文件，或用 Word、WPS 打开修复后另存为 .docx"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "文件是空的（0 字节），可能没有保存成功，或没有拷贝完整；请重新存一次、拷一次"),
        (
            ole("EncryptedPackage"),
            "文件加了密码，读不了；请用 Word 或 WPS 打开，取消密码后再存一次",
        ),
        (
            ole("WordDocument"),
            f"文件其实是旧式的 Word 或 WPS 文档（.doc、.wps），不是 .docx；{SAVE}",
        ),
        (ole("Workbook"), "文件其实是电子表格（.xls），不是文档"),
        (ole("PowerPoint Document"), "文件其实是演示文稿（.ppt），不是文档"),
        (ole("Other"), f"文件不是 Word 文档（.docx）；{SAVE}"),
        (b"{\\rtf1\\ansi}", f"文件其实是 RTF 文档，不是 .docx；{SAVE}"),
        (b"%PDF-1.7", "文件其实是 PDF，不是 .docx；请找来原来的 Word 或 WPS 文档"),
        (b"\r\n<HTML><body>", f"文件其实是网页（HTML），不是 .docx；{SAVE}"),
        (b"MIME-Version: 1.0\r\n", f"文件其实是网页（MHT），不是 .docx；{SAVE}"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><pkg/>", f"文件其实是 XML 文本，不是 .docx；{SAVE}"),
        (b"Rar!\x1a\x07\x00", "文件其实是压缩包，请解压后再用"),
        (b"\xff\xd8\xff\xe0", "文件其实是图片，不是文档；请找来原来的 Word 或 WPS 文档"),
        (bytes(2000), DAMAGED),
        ("一、总则".encode(), f"文件不是 Word 文档（.docx）；{SAVE}"),
        (docx(p("甲" * 999))[:700], DAMAGED),
        (packed({"xl/workbook.xml": "<x/>"}), "文件其实是电子表格（.xlsx），不是文档"),
        (packed({"ppt/presentation.xml": "<x/>"}), "文件其实是演示文稿（.pptx），不是文档"),
        (
            packed({"content.xml": "<x/>"}),
            f"文件其实是 OpenDocument 文档（.odt），不是 .docx；{SAVE}",
        ),
        (packed({"OFD.xml": "<x/>"}), f"文件其实是 OFD 版式文件，不是 .docx；{SAVE}"),
        (packed({"甲.txt": "x"}), "文件是压缩包，里面没有 Word 文档的正文；请解压后再用"),
        (package({"word/document.xml": "<x/>"}), f"文件不是 Word 文档（.docx）；{SAVE}"),
        (package({"word/document.xml": BODY[:200]}), f"{DAMAGED}（word/document.xml）"),
    ],
)
def test_what_is_no_sound_docx_is_refused_with_the_way_out(raw: bytes, message: str) -> None:
    assert refused(raw) == message


def test_a_workbook_with_its_relations_is_refused_as_one() -> None:
    relations = RELATIONS.format(inner=relation("rId1", "officeDocument", "xl/workbook.xml"))
    raw = packed({"_rels/.rels": relations, "xl/workbook.xml": "<x/>"})
    assert refused(raw) == "文件其实是电子表格（.xlsx），不是文档"


def test_entities_are_refused() -> None:
    text = BODY.replace(
        "<w:document", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document', 1
    ).replace("甲", "&a;")
    assert refused(package({"word/document.xml": text})) == f"{DAMAGED}（word/document.xml）"


def test_entities_that_swell_are_refused() -> None:
    swell = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = BODY.replace("<w:document", f'<!DOCTYPE x [<!ENTITY a0 "x">{swell}]><w:document', 1)
    raw = package({"word/document.xml": text.replace("甲", "&a11;")})
    assert refused(raw) == f"{DAMAGED}（word/document.xml）"


def test_what_would_fill_the_memory_is_refused_unopened() -> None:
    bomb = package({"word/document.xml": bytes(30 * 1024 * 1024)})
    assert len(bomb) < 50_000
    assert refused(bomb) == (
        "文件大得不正常（3 个部件，解压后 30 兆），不能处理；请用 Word 或 WPS 另存一份"
    )


def test_too_many_parts_are_refused() -> None:
    raw = packed({**{f"word/{n}.xml": "" for n in range(10_001)}, "word/document.xml": BODY})
    assert "10002 个部件" in refused(raw)


def test_brackets_without_end_are_refused() -> None:
    deep = part("w:document", w("body", "<w:sdt>" * 5000 + "</w:sdt>" * 5000))
    assert refused(package({"word/document.xml": deep})) == f"{DAMAGED}（word/document.xml）"


def outcome(raw: bytes) -> str:
    """What is read, or the beginning of the message that refuses it."""
    try:
        return read_docx(raw, "方案.docx").kind
    except UserError as error:
        return str(error).partition("：")[0]


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    raw = bytearray(SOUND)
    at %= len(raw)
    raw[at : at + len(noise)] = noise
    assert outcome(bytes(raw)) in ("docx", "方案.docx")


@given(st.data())
def test_a_document_with_parts_torn_out_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(100, len(INNER) - 1))
    end = data.draw(st.integers(start, len(INNER)))
    raw = package({"word/document.xml": INNER[:start] + INNER[end:]})
    assert outcome(raw) in ("docx", "方案.docx")


SOUND = docx(p("甲"), table([cell(p("乙"))]), numbering=COUNTING)
INNER = part(
    "w:document",
    w(
        "body",
        w("p", t("前"), w("r", both(p("框"))), field("PAGE", t("7"))),
        table([cell(p("甲"), gridSpan=2)], [cell(p("乙"), vMerge="restart"), cell()]),
        marked("del", "乙"),
    ),
)


# What plangen itself writes


@pytest.mark.parametrize(("name", "kind"), EXAMPLES, ids=[f"{n}-{k}" for n, k in EXAMPLES])
def test_what_plangen_writes_is_read_back_as_it_was_composed(name: str, kind: str) -> None:
    reading = read_docx(example(name, kind), "x.docx")
    lines = [line.replace("\x0b", "") for line in reading.text.split("\n")]
    assert [line for line in lines if line] == printed(documents(name)[kind])
    assert reading.problems == ()


@pytest.mark.slow
def test_what_libreoffice_saves_again_reads_the_same(soffice: Office, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.docx" for number in range(len(EXAMPLES))]
    for path, (name, kind) in zip(paths, EXAMPLES, strict=True):
        path.write_bytes(example(name, kind))
    saved = soffice.convert(paths, "docx")
    assert [words(path) for path in saved] == [words(path) for path in paths]


def words(path: Path) -> list[str]:
    """The lines of a file that aren't blank."""
    lines = read_docx(path.read_bytes(), path.name).text.replace("\x0b", "\n").split("\n")
    return [line for line in lines if line.strip()]


def test_equal_faces_are_told_together() -> None:
    body = w("p", t("甲乙"), run("丙", w("b")), t("丁"), t("戊"))
    (block,) = read(body).document.blocks
    assert block.look is not None
    assert block.look.faces == (
        (2, Face(size=10)),
        (1, Face(size=10, bold=True)),
        (2, Face(size=10)),
    )


def test_a_file_that_has_been_read_leaves_nothing_for_the_search_for_cycles() -> None:
    raw = docx(listed("总则", 1, 0), p("正文。"), numbering=COUNTING, styles=style("Body"))
    read_docx(raw, "方案.docx")
    gc.collect()
    with put_off():
        read_docx(raw, "方案.docx")
        assert gc.collect() == 0
