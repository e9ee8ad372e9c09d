"""Writing: nothing is lost, the same bytes twice, and pages as GB/T 9704-2012 wants them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from hypothesis import given
from hypothesis import strategies as st
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from plangen.model.document import (
    Block,
    Document,
    Imprint,
    Indent,
    Role,
    Row,
    Span,
    Table,
    block,
)
from plangen.problem import UserError
from plangen.template.load import Template
from plangen.write.docx import write
from plangen.write.view import document_view
from tests.tools.office import Office
from tests.tools.pdf import MM, Pdf, read_pdf

STANDARD = Template.load("standard")
OPTICAL = Template.load("optical")
BLANK = block(Role.BLANK)
NOTICE_TITLE = "临溪县人民政府办公室\n关于印发《临溪县创建国家卫生县城\n实施方案》的通知"
PLAN_TITLE = "临溪县创建国家卫生县城实施方案"


def head(mark: str = "临溪县人民政府办公室文件") -> list[Block]:
    number = block(Role.NUMBER, "临府办发〔2024〕12号")
    return [block(Role.MARK, mark), BLANK, BLANK, number, BLANK, BLANK]


def letter() -> list[Block]:
    return [
        block(Role.TITLE, NOTICE_TITLE),
        BLANK,
        block(Role.ADDRESSEE, "各乡镇人民政府，县政府各部门，各直属机构："),
        block(
            Role.PARAGRAPH,
            "《临溪县创建国家卫生县城实施方案》已经县人民政府第三十二次常务会议审议通过，"
            "现印发给你们，请结合实际，认真组织实施。",
        ),
        block(
            Role.PARAGRAPH,
            "各乡镇、各部门要把创建国家卫生县城作为改善人居环境、提升城镇品质、保障群众健康的"
            "重要抓手，逐级压实责任，细化工作措施，明确完成时限，确保各项创建任务按期完成。"
            "县创卫办要加强统筹协调和督促检查，对工作推进不力的，按照有关规定严肃处理。",
        ),
        block(
            Role.PARAGRAPH,
            "请各单位于2024年1月31日前将工作方案和联络员名单报送县创卫办（县卫生健康局），"
            "联系人：陈志远，电话：0000—0000000。",
        ),
    ]


def signature() -> list[Block]:
    blank = Block(Role.BLANK, keep_next=True)
    name = Block(Role.SIGNATURE, (Span("临溪县人民政府办公室"),), Indent(right=2))
    date = Block(Role.DATE, (Span("2024年1月8日"),), Indent(right=4))
    return [blank, blank, name, date, block(Role.REMARK, "（此件公开发布）")]


def imprint() -> Block:
    copies = "抄送：县委各部门，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院。"
    last = Imprint((copies,), "临溪县人民政府办公室", "2024年1月8日印发")
    return Block(Role.IMPRINT, imprint=last)


def person(label: str, name: str, post: str) -> Block:
    """A roster line: labels spread to three characters, names of two spread to three."""
    spans = [Span(label, spread=1 if len(label) == 2 else 0), Span("：")] if label else []
    spans += [Span(name, spread=1 if len(name) == 2 else 0), Span(f"（{post}）")]
    indent = Indent(left=6, first=-4) if label else Indent(left=6, first=0)
    return Block(Role.ROSTER, tuple(spans), indent)


def run_in(role: Role, title: str, text: str) -> Block:
    return Block(role, (Span(title, head=True), Span(text)))


GUARANTEE = (
    "各乡镇、各部门要充分认识创建国家卫生县城的重要意义，主要负责同志亲自抓、负总责，"
    "分管负责同志具体抓、抓落实，层层建立责任制，形成一级抓一级、层层抓落实的工作格局，"
    "做到人员到位、经费到位、措施到位。"
)


def leaders() -> list[Block]:
    long = "县委副书记、县人民政府县长，县创建国家卫生县城工作领导小组办公室主任、县爱卫会主任"
    return [
        block(Role.HEADING2, "（一）领导小组"),
        block(Role.PARAGRAPH, "成立临溪县创建国家卫生县城工作领导小组，人员组成如下："),
        person("组长", "陈志远", "县委书记"),
        person("", "李平", long),
        person("副组长", "周立新", "县委常委、常务副县长"),
        person("", "赵敏", "县人民政府副县长"),
        person("成员", "孙建国", "县卫生健康局局长"),
        person("", "吴越", "县住房城乡建设局局长"),
    ]


def duties(group: str) -> list[Block]:
    return [
        block(Role.HEADING2, group),
        block(Role.PARAGRAPH, "具体职责："),
        block(Role.HEADING3, "1.制定专项工作方案，负责落实《国家卫生县城标准》有关条款要求；"),
        block(Role.HEADING3, f"2.{GUARANTEE}"),
        run_in(Role.HEADING3, "3.开展集中整治。", GUARANTEE),
        run_in(
            Role.HEADING4, "（1）道路保洁。", "主次干道每日清扫不少于两次，保洁不少于十六小时。"
        ),
        run_in(Role.HEADING4, "（2）垃圾清运。", "生活垃圾日产日清，无害化处理率达到100%。"),
    ]


def plan(*, new_page: bool = False) -> list[Block]:
    groups = ("（二）综合协调组", "（三）健康教育组", "（四）市容环境组", "（五）食品安全组")
    measures = ("（一）加强组织领导。", "（二）加大经费投入。", "（三）强化宣传引导。")
    return [
        Block(Role.TITLE, (Span(PLAN_TITLE),), new_page=new_page),
        BLANK,
        block(Role.PARAGRAPH, f"根据《国家卫生城镇评审管理办法》，制定本方案。{GUARANTEE}"),
        block(Role.HEADING1, "一、指导思想"),
        block(Role.PARAGRAPH, GUARANTEE * 2),
        block(Role.HEADING1, "二、组织机构"),
        *leaders(),
        *(each for group in groups for each in duties(group)),
        block(Role.HEADING1, "三、实施步骤"),
        run_in(Role.PHASE, "第一阶段：启动准备阶段（2024年1月至3月）。", GUARANTEE),
        block(Role.PHASE, "第二阶段：攻坚整治阶段（2024年4月至10月）"),
        block(Role.PARAGRAPH, GUARANTEE),
        block(Role.HEADING1, "四、保障措施"),
        *(run_in(Role.HEADING2, measure, GUARANTEE) for measure in measures),
    ]


def annex() -> list[Block]:
    rows = [
        (str(number), "市容环境卫生", "主次干道、背街小巷保洁达标", "县城管局", "2024年6月")
        for number in range(1, 41)
    ]
    titles = ("序号", "项目", "任务", "责任单位", "完成时限")
    table = Table(
        tuple(
            Row(tuple((text,) for text in row), head=not number)
            for number, row in enumerate([titles, *rows])
        ),
        (1, 3, 5, 3, 3),
    )
    return [
        BLANK,
        block(Role.ANNEX_LIST, "附件：临溪县创建国家卫生县城任务分解表"),
        block(Role.ANNEX_LABEL, "附件"),
        BLANK,
        block(Role.ANNEX_TITLE, "临溪县创建国家卫生县城任务分解表"),
        BLANK,
        Block(Role.TABLE, table=table),
    ]


NOTICE = Document((*head(), *letter(), *signature(), imprint()), "通知", "临溪县")
PLAN = Document((*plan(), *annex()))
ISSUED = Document(
    (*head(), *letter(), *signature(), *plan(new_page=True), *annex(), imprint()),
    "关于印发《临溪县创建国家卫生县城实施方案》的通知",
    "临溪县人民政府办公室",
)
JOINT = Document(
    (
        Block(
            Role.MARK_TABLE,
            table=Table(
                (Row((("临溪县教育和体育局", "临溪县卫生健康局", "临溪县财政局"), ("文件",))),)
            ),
        ),
        *head()[1:],
        *letter(),
        block(Role.BLANK),
        Block(
            Role.SIGNATURE_TABLE,
            table=Table(
                (
                    Row((("临溪县教育和体育局",), ("临溪县卫生健康局",), ("临溪县财政局",))),
                    Row(((), (), ("2024年1月8日",))),
                )
            ),
        ),
        block(Role.REMARK, "（此件公开发布）"),
        imprint(),
    )
)
EXAMPLES = {"通知": NOTICE, "方案": PLAN, "印发稿": ISSUED, "联合行文": JOINT}


def texts(data: bytes) -> list[str]:
    """The paragraphs that a reader which isn't ours finds, without line breaks and blanks."""
    with docx2python(BytesIO(data)) as package:
        found = ["".join(paragraph) for paragraph in iter_paragraphs(package.body)]
    return [text for paragraph in found if (text := paragraph.replace("\n", ""))]


def expected(document: Document) -> list[str]:
    return [text for each in document.texts() if (text := each.replace("\n", ""))]


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


@pytest.mark.parametrize("template", [STANDARD, OPTICAL], ids=lambda each: each.name)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_paragraph_is_read_back(name: str, template: Template) -> None:
    document = EXAMPLES[name]
    assert len(expected(document)) > 10
    assert texts(write(document, template)) == expected(document)


def every_role() -> Iterator[Block]:
    for role in Role:
        if role in (Role.MARK_TABLE, Role.SIGNATURE_TABLE, Role.TABLE):
            yield Block(role, table=Table((Row((("甲",), ("乙", "丙"))), Row((("丁",),)))))
        elif role == Role.IMPRINT:
            yield imprint()
        elif role == Role.BLANK:
            yield BLANK
        else:
            yield block(role, f"这是{role}")
            yield Block(
                role, (Span(f"这是{role}。", head=True), Span("接排", spread=0.5)), Indent(1)
            )


def test_every_role_prints() -> None:
    document = Document(tuple(every_role()))
    assert texts(write(document, STANDARD)) == expected(document)


HARD = (
    *("{{ x }}", "{% if %}", "{_{", "}_}", "{_%", "%_}", "{#", "{{p block.ready }}"),
    *("]]>", "&amp;", "<w:t>", "'\"“”", "&#123;", "--"),
    *(
        " 首尾空格 ",
        "　　全角",
        "制表\t符",
        "分行\n符",
        "\u0085",
        "\u2028",
        "\u200b",
        "\ufeff",
        "\u00a0",
    ),
    *("𠮷𡋾", "Ａ①Ⅷ㎡"),
)


@pytest.mark.parametrize("text", HARD)
def test_text_comes_out_as_typed(text: str) -> None:
    document = Document((block(Role.PARAGRAPH, f"甲{text}乙"), block(Role.TITLE, text)))
    assert texts(write(document, STANDARD)) == expected(document)


strange = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"],
                      exclude_characters="\ufffe\uffff"),
        st.sampled_from("{}%_#&<>]\"' \t\n　〔〕“”"),
    ),
    max_size=12,
)  # fmt: skip
spans = st.lists(st.builds(Span, strange, st.sampled_from([0, 1, 0.5]), st.booleans()), max_size=3)
cells = st.lists(st.lists(strange, max_size=2).map(tuple), max_size=3).map(tuple)
tables = st.lists(st.builds(Row, cells, st.booleans()), max_size=3).map(
    lambda rows: Table(tuple(rows))
)
blocks = st.one_of(
    st.builds(
        Block,
        st.sampled_from(Role),
        spans.map(tuple),
        st.none() | st.builds(Indent, *[st.sampled_from([None, 0, 2, -1])] * 3),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(Block, st.sampled_from(Role), table=tables),
    st.builds(
        Block,
        st.just(Role.IMPRINT),
        imprint=st.builds(Imprint, st.lists(strange, max_size=2).map(tuple), strange, strange),
    ),
)


def test_what_is_computed_side_by_side_comes_to_the_template_as_one() -> None:
    set_in = Block(Role.ROSTER, (Span("沈维岳"), Span("（县长）")), Indent(7, 0))
    text = block(Role.PARAGRAPH, "现将有关事项通知如下：")
    view = document_view(Document((set_in, set_in, text, set_in)), STANDARD)
    ready = [each.ready.count("<w:p>") for each in view.blocks]
    assert (ready, [each.text for each in view.blocks]) == ([2, 0, 1], ["", text.text, ""])


@given(st.lists(blocks, max_size=8))
def test_any_document_is_read_back(content: list[Block]) -> None:
    document = Document(tuple(content))
    assert texts(write(document, STANDARD)) == expected(document)


ILLEGAL = ["\ud800", "\ufffe", "\uffff", "\x00", "\x07", "\x0c", "\r", "\x7f", "\x9f"]


@pytest.mark.parametrize("char", ILLEGAL, ids=lambda char: f"U+{ord(char):04X}")
@pytest.mark.parametrize("where", ["正文", "文件标题", "表格", "版记"])
def test_what_word_cannot_hold_is_refused_by_name(char: str, where: str) -> None:
    text = f"临溪县{char}卫健局"
    documents = {
        "正文": Document((block(Role.PARAGRAPH, text),)),
        "文件标题": Document((), title=text),
        "表格": Document((Block(Role.TABLE, table=Table((Row(((text,),)),))),)),
        "版记": Document((Block(Role.IMPRINT, imprint=Imprint((), text, "")),)),
    }
    with pytest.raises(UserError, match=rf"“临溪县□卫健局”中□处的字符 U\+{ord(char):04X} "):
        write(documents[where], STANDARD)


ALL = EXAMPLES | {"各种角色": Document(tuple(every_role()))}


@pytest.mark.parametrize("name", ALL)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    template = Template.load("standard")
    first, second = write(ALL[name], STANDARD), write(ALL[name], template)
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("template", [STANDARD, OPTICAL], ids=lambda each: each.name)
def test_validators_find_nothing(name: str, template: Template, tmp_path: Path) -> None:
    path = tmp_path / "公文.docx"
    path.write_bytes(write(ALL[name], template))
    assert list(check(str(path))) == []
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_properties_name_title_and_author_and_nothing_else() -> None:
    document = Document((), title="关于<甲>的{{通知}}", author="临溪县人民政府")
    core = part(write(document, STANDARD), "docProps/core.xml")
    assert re.sub("<[^>]*>", "", core.partition("?>\n")[2]) == (
        "关于&#60;甲&#62;的&#123;&#123;通知&#125;&#125;临溪县人民政府"
    )
    assert "<dc:title>关于" in core
    assert "<dc:creator>临溪县" in core


def test_no_tag_of_the_template_is_left() -> None:
    assert re.findall(r"\{[{%#]|[%#}]\}|模板标记", part(write(ALL["各种角色"], STANDARD))) == []


def paragraphs(*content: Block, template: Template = STANDARD) -> list[str]:
    """The XML of each paragraph, without the last empty ones of tables."""
    body = part(write(Document(content), template))
    return re.findall(r"<w:p>.*?</w:p>", body)


def test_spread_is_run_spacing_after_every_character_but_the_last() -> None:
    spread = Block(Role.ROSTER, (Span("副组长", spread=0.5), Span("：李"), Span("丁", spread=1)))
    (paragraph,) = paragraphs(spread)
    # 0.5 × 315 − 5 = 152.5: one 字 is 315 twips, and −5 what the style gives every character
    spaced = re.findall(
        r'<w:r><w:rPr>(?:(?!</w:rPr>).)*<w:spacing w:val="(\d+)"/></w:rPr>(.*?)</w:r>', paragraph
    )
    assert [(value, re.sub("<[^>]*>", "", text)) for value, text in spaced] == [("153", "副组")]
    assert paragraph.count("<w:spacing") == 1


def test_computed_indents_silence_the_character_indents_that_word_would_prefer() -> None:
    block_ = Block(Role.PARAGRAPH, (Span("成员：李平"),), Indent(left=5, first=-3, right=1))
    assert re.findall("<w:ind [^>]*>", paragraphs(block_)[0]) == [
        '<w:ind w:leftChars="0" w:left="1575" w:rightChars="0" w:right="315" '
        'w:firstLineChars="0" w:hanging="945"/>'
    ]


def test_a_tight_blank_line_is_a_little_lower() -> None:
    (paragraph,) = paragraphs(Block(Role.BLANK, tight=True))
    assert '<w:spacing w:before="0" w:after="0" w:line="521" w:lineRule="exact"/>' in paragraph


def test_a_signature_placed_from_the_left_is_not_set_to_the_right() -> None:
    left = Block(Role.DATE, (Span("2024年1月8日"),), Indent(left=16))
    assert '<w:jc w:val="left"/>' in paragraphs(left)[0]


ADDRESS = "wangzhanbianji@health.example.gov.cn"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"各乡镇要于每月底前将工作进展情况报送县创卫办，邮箱为{ADDRESS}。", True),
        ("请登录网站www.health.example.gov.cn下载报名表，逾期报送的不再受理。", True),
        ("请登录网站http://example.gov.cn下载报名表，逾期报送的不再受理，特此通知。", True),
        (f"电子邮箱：{ADDRESS}", False),  # one line, which isn't justified
        ("各乡镇要于每月底前将工作进展情况报送县创卫办，邮箱为cw@a.cn，请勿逾期。", False),
        ("执行GB/T9704-2012和ISO/IEC29500-1:2016，各乡镇要认真做好各项工作。", False),
    ],
)
def test_a_paragraph_with_a_long_address_is_set_left(text: str, left: bool) -> None:
    (found,) = paragraphs(block(Role.PARAGRAPH, text))
    assert ('<w:jc w:val="left"/>' in found) is left


def test_a_heading_that_runs_in_before_an_address_is_set_left_in_its_faces() -> None:
    spans = (Span("（一）报送材料。", head=True), Span(f"按月报送至县创卫办电子邮箱{ADDRESS}。"))
    (found,) = paragraphs(Block(Role.HEADING2, spans))
    assert found.count("<w:r>") == 2
    assert '<w:jc w:val="left"/>' in found


def test_a_run_in_heading_has_two_faces_and_does_not_hold_on_to_the_next_paragraph() -> None:
    (paragraph,) = paragraphs(run_in(Role.HEADING2, "（一）加强领导。", "成立领导小组。"))
    runs = re.findall(r"<w:r>.*?</w:r>", paragraph)
    assert [("RunIn" in run_, re.sub("<[^>]*>", "", run_)) for run_ in runs] == [
        (False, "（一）加强领导。"),
        (True, "成立领导小组。"),
    ]
    assert '<w:keepNext w:val="0"/>' in paragraph


def test_a_heading_on_its_own_line_is_the_sample_itself() -> None:
    (paragraph,) = paragraphs(block(Role.HEADING1, "一、指导思想"))
    assert '<w:pStyle w:val="Heading1"/>' in paragraph
    assert "keepNext" not in paragraph  # the style has it


def test_a_title_is_one_paragraph_with_breaks() -> None:
    assert paragraphs(block(Role.TITLE, "甲县人民政府\n关于乙的通知"))[0].count("<w:br/>") == 1


@pytest.mark.parametrize(
    ("characters", "scale", "half_points", "before"),
    [
        (10, None, None, None),  # 10 × 42 pt fit in 442.2 pt
        (11, "95", None, None),
        (15, "70", None, None),
        (18, "66", "74", "1850"),  # 37 pt × 18 × 66 % = 439.6 pt
    ],
)
def test_a_long_mark_is_narrowed_then_made_smaller(
    characters: int, scale: str | None, half_points: str | None, before: str | None
) -> None:
    (paragraph,) = paragraphs(block(Role.MARK, "临" * characters))

    def value(pattern: str) -> str | None:
        found = re.search(pattern, paragraph)
        return found[1] if found else None

    assert value('<w:w w:val="([^"]*)"') == scale
    assert value('<w:sz w:val="([^"]*)"') == half_points
    assert value('<w:spacing w:before="([^"]*)"') == before


def test_header_rows_repeat_and_no_row_is_split() -> None:
    body = part(write(Document(tuple(annex())), STANDARD))
    rows = re.findall(r"<w:tr>.*?</w:tr>", body)
    assert len(rows) == 41
    assert ["tblHeader" in row for row in rows] == [True] + [False] * 40
    assert all("<w:cantSplit/>" in row for row in rows)
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', body)]
    assert (widths, sum(widths)) == ([590, 1768, 2948, 1769, 1769], 8844)


def test_tables_stay_apart() -> None:
    table = Block(Role.TABLE, table=Table((Row((("甲",),)),)))
    body = part(write(Document((table, table, imprint())), STANDARD))
    assert re.findall(r"</w:tbl><w:(\w+)", body) == ["p", "p", "p"]


# Pages, as LibreOffice sets them with stand-in fonts


@pytest.fixture(scope="module")
def pages(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    folder = tmp_path_factory.mktemp("pages")
    paths = []
    for template in (STANDARD, OPTICAL):
        path = folder / f"{template.name}.docx"
        path.write_bytes(write(ISSUED, template))
        paths.append(path)
    pdfs = soffice.to_pdfs(paths)
    return {path.stem: read_pdf(pdf) for path, pdf in zip(paths, pdfs, strict=True)}


METRICS = pytest.mark.parametrize("name", ["standard", "optical"])


@pytest.mark.slow
@METRICS
def test_page_one_of_a_notice(pages: dict[str, Pdf], name: str) -> None:
    pdf = pages[name]
    mark, number = pdf.find("临溪县人民政府办公室文件"), pdf.find("临府办发")
    # 小标宋's ink reaches 0.76 em over the baseline: 35 mm below the 版心, 72 mm from the edge.
    assert (mark.baseline - 0.76 * mark.size) / MM == pytest.approx(72, abs=1)
    assert mark.colour == "#ff0000"
    red = pdf.rules[0]
    assert red.x0 / MM == pytest.approx(28, abs=0.3)
    assert red.x1 / MM == pytest.approx(184, abs=0.3)
    assert (red.y - number.baseline - 0.12 * number.size) / MM == pytest.approx(4, abs=0.6)
    assert red.colour == "#ff0000"


@pytest.mark.slow
@METRICS
def test_the_last_rule_lies_on_the_lower_edge_of_the_last_page(
    pages: dict[str, Pdf], name: str
) -> None:
    pdf = pages[name]
    last = pdf.rules[-1]
    assert last.page == len(pdf.sizes)
    assert last.y / MM == pytest.approx(262, abs=0.5)


@pytest.mark.slow
@METRICS
def test_page_numbers_change_sides(pages: dict[str, Pdf], name: str) -> None:
    pdf = pages[name]
    for number in range(1, len(pdf.sizes) + 1):
        line = pdf.page(number)[-1]
        assert line.text.replace(" ", "") == f"—{number}—"
        edge = 184 * MM - line.x1 if number % 2 else line.x0 - 28 * MM
        assert edge == pytest.approx(14, abs=1)  # one 四号 character


@pytest.mark.slow
@METRICS
def test_a_full_page_has_22_lines_and_a_full_line_28_characters(
    pages: dict[str, Pdf], name: str
) -> None:
    pdf = pages[name]
    text = [line for line in pdf.lines if line.size == pytest.approx(16, abs=0.1)]
    lines = max(sum(line.page == n for line in text) for n in range(1, len(pdf.sizes) + 1))
    assert lines == 22
    hanging = [line.text.replace(" ", "").rstrip("，。、；") for line in text]
    assert max(len(each) for each in hanging if not re.search("[0-9]", each)) == 28
