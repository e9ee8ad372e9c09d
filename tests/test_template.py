"""Templates: built from the values of the standard, loaded by what a clerk leaves of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs

from plangen.model.document import Block, Document, Indent, Role, Span, block
from plangen.problem import UserError
from plangen.template import gbt9704 as gb
from plangen.template.archive import pack, unpack
from plangen.template.build import parts
from plangen.template.cascade import Styles
from plangen.template.fonts import profiles
from plangen.template.load import Template, official
from plangen.template.looks import Look
from plangen.template.prepare import prepare
from plangen.write.docx import write
from tests.tools.office import Office

DOCUMENT = "word/document.xml"
XBS, FANG, KAI, HEI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"


def committed(name: str) -> bytes:
    return files("plangen.templates.official").joinpath(f"{name}.docx").read_bytes()


@pytest.mark.parametrize("metrics", gb.METRICS, ids=lambda metrics: metrics.name)
def test_the_official_templates_are_what_the_builder_makes(metrics: gb.Metrics) -> None:
    assert unpack(committed(metrics.name)) == parts(metrics)


def test_there_is_a_template_for_each_metrics() -> None:
    assert official() == sorted(metrics.name for metrics in gb.METRICS)


@pytest.mark.parametrize(
    ("metrics", "page"),
    [("standard", (37, 35, 28, 26, 225, 156)), ("optical", (34.6, 32.6, 28, 26, 229.9, 156))],
)
def test_pages_are_those_of_clause_5_2_1(metrics: str, page: tuple[float, ...]) -> None:
    got = Template.load(metrics).page
    height = got.height - got.top - got.bottom
    sides = (got.top, got.bottom, got.left, got.right, height, got.text_width)
    assert [round(side / gb.MM, 1) for side in sides] == [pytest.approx(x, abs=0.1) for x in page]


@pytest.mark.parametrize("metrics", gb.METRICS, ids=lambda metrics: metrics.name)
def test_a_page_takes_22_lines_of_28_characters(metrics: gb.Metrics) -> None:
    template = Template.load(metrics.name)
    page = template.page
    assert (page.height - page.top - page.bottom) // template.line == 22
    assert page.text_width // template.pitch == 28


FACES = {
    Role.COPY_NUMBER: (FANG, 16, "left"),
    Role.GRADE: (HEI, 16, "left"),
    Role.MARK: (XBS, 42, "center"),
    Role.NUMBER: (FANG, 16, "center"),
    Role.TITLE: (XBS, 22, "center"),
    Role.ADDRESSEE: (FANG, 16, "both"),
    Role.HEADING1: (HEI, 16, "both"),
    Role.HEADING2: (KAI, 16, "both"),
    Role.HEADING3: (FANG, 16, "both"),
    Role.HEADING4: (FANG, 16, "both"),
    Role.PHASE: (FANG, 16, "both"),
    Role.PARAGRAPH: (FANG, 16, "both"),
    Role.ROSTER: (FANG, 16, "left"),
    Role.ANNEX_LIST: (FANG, 16, "both"),
    Role.SIGNATURE: (FANG, 16, "right"),
    Role.DATE: (FANG, 16, "right"),
    Role.REMARK: (FANG, 16, "both"),
    Role.ANNEX_LABEL: (HEI, 16, "both"),
    Role.ANNEX_TITLE: (XBS, 22, "center"),
    Role.TABLE_HEAD: (HEI, 12, "center"),
    Role.TABLE_CELL: (FANG, 12, "left"),
    Role.BLANK: (FANG, 16, "both"),
    Role.MARK_TABLE: (XBS, 42, "center"),
    Role.SIGNATURE_TABLE: (FANG, 16, "center"),
    Role.TABLE: (HEI, 12, "center"),
    Role.IMPRINT: (FANG, 14, "both"),
}


@pytest.mark.parametrize("metrics", gb.METRICS, ids=lambda metrics: metrics.name)
def test_every_role_has_the_face_and_size_of_its_clause(metrics: gb.Metrics) -> None:
    looks = Template.load(metrics.name).looks
    assert {role: (look.face, look.size, look.align) for role, look in looks.items()} == FACES
    assert not any(look.bold for look in looks.values())
    red = [role for role, look in looks.items() if look.color == gb.RED]
    assert red == [Role.MARK, Role.MARK_TABLE]


def test_text_is_set_tight_to_28_characters_and_larger_type_is_not() -> None:
    looks = Template.load().looks
    assert looks[Role.PARAGRAPH] == Look(
        style="公文正文",
        face=FANG,
        latin=FANG,
        size=16.0,
        spacing=-5,
        color="auto",
        bold=False,
        align="both",
        line=579,
    )
    assert {looks[role].spacing for role in (Role.MARK, Role.TITLE, Role.IMPRINT)} == {0}


def test_the_ink_of_the_mark_is_35_mm_below_the_text_area_whatever_its_size() -> None:
    for metrics in gb.METRICS:
        for points in (26, 36, 42, 62):
            spacing = gb.mark_spacing(points, metrics.top, metrics.line)
            baseline = metrics.top + spacing.before + 0.8 * spacing.line
            ink_top = baseline - 0.76 * 20 * points
            assert ink_top / gb.MM == pytest.approx(37 + 35, abs=0.02)


def styles(name: str = "standard") -> str:
    return unpack(committed(name))["word/styles.xml"].decode("utf-8")


def test_rules_of_the_imprint_and_the_red_rule_have_their_widths() -> None:
    body = unpack(committed("standard"))[DOCUMENT].decode("utf-8")
    (borders,) = re.findall(r"<w:tblBorders>(?:(?!left).)*?</w:tblBorders>", body)
    assert re.findall(r'<w:(\w+) w:val="single" w:sz="(\d+)"', borders) == [
        ("top", "8"),  # 0.35 mm
        ("bottom", "8"),
        ("insideH", "6"),  # 0.26 mm
    ]
    assert '<w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/>' in styles()


def test_headings_are_the_built_in_ones_with_outline_levels() -> None:
    found = re.findall(
        r'<w:name w:val="(heading \d)"/>.*?<w:outlineLvl w:val="(\d)"/>', styles(), re.DOTALL
    )
    assert found == [(f"heading {level}", str(level - 1)) for level in (1, 2, 3, 4)]


def test_a_package_is_lean() -> None:
    package = unpack(committed("standard"))
    assert sorted(package) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert sum(map(len, package.values())) < 50_000


# Fonts


def faces(data: bytes) -> set[str]:
    """Every face that the package names in a style or a run."""
    names: set[str] = set()
    for part in ("word/styles.xml", DOCUMENT):
        xml = unpack(data)[part].decode("utf-8")
        names |= set(re.findall(r'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*[^A-Z"][^"]*)"', xml))
    return names - {"zh-CN", "en-US"}


@pytest.mark.parametrize("name", profiles())
def test_a_profile_replaces_every_face(name: str) -> None:
    template = Template.load("standard", name)
    assert faces(template.data) == set(profiles()[name].faces.values())
    listed = unpack(template.data)["word/fontTable.xml"].decode("utf-8")
    assert set(re.findall(r'<w:font w:name="([^"]*)"', listed)) == faces(template.data)


def test_the_system_profile_falls_back_on_a_font_of_windows() -> None:
    listed = unpack(Template.load("standard", "system").data)["word/fontTable.xml"].decode("utf-8")
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>' in listed


def test_a_latin_face_is_for_digits_and_letters_but_not_for_page_numbers() -> None:
    fonts = replace(profiles()["gb2312"], latin="Times New Roman")
    prepared = prepare("standard", committed("standard"), fonts)
    look = prepared.looks[Role.PARAGRAPH]
    assert (look.face, look.latin) == (FANG, "Times New Roman")
    odd = Styles.parse(unpack(prepared.data)["word/styles.xml"]).named("单页码")
    assert odd is not None
    assert odd.run["rFonts"]["ascii"] == "宋体"


def test_an_unknown_profile_names_those_that_exist() -> None:
    with pytest.raises(UserError, match="没有字体方案“宋”；现有：gb2312、gbk、system"):
        Template.load("standard", "宋")


# Loading what an office has made of a template


def changed(path: Path, change: Callable[[str], str], part: str = DOCUMENT) -> Path:
    """A copy of the official template with one part changed."""
    package = unpack(committed("standard"))
    before = package[part].decode("utf-8")
    after = change(before)
    assert after != before
    path.write_bytes(pack(package | {part: after.encode("utf-8")}))
    return path


def refusal(path: Path | str) -> str:
    with pytest.raises(UserError) as caught:
        Template.load(path)
    return str(caught.value)


def test_a_missing_template_names_those_that_exist() -> None:
    assert refusal("x") == "没有模板“x”；现有：optical、standard，也可以给出 .docx 文件"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    for content in (b"", b"PK\x03\x04", "文字".encode()):
        path.write_bytes(content)
        assert refusal(path) == f"{path}：不是 Word 文档（.docx），不能用作模板"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(path) == f"{path}：不是 Word 文档（.docx），不能用作模板"


def test_a_template_without_the_loop_is_refused(tmp_path: Path) -> None:
    path = changed(
        tmp_path / "a.docx", lambda xml: xml.replace("{%p for block in", "{%p for x in")
    )
    assert refusal(path) == (
        f"{path}：模板里没有“{{%p for block in document.blocks %}}”，正文无处可放"
    )


def test_a_template_without_a_sample_names_the_role(tmp_path: Path) -> None:
    def without(xml: str) -> str:
        return re.sub(r"<w:p>(?:(?!</w:p>).)*三级标题.*?</w:p><w:p>.*?</w:p>", "", xml)

    path = changed(tmp_path / "a.docx", without)
    assert refusal(path) == f"{path}：模板里没有这些样段：三级标题"


def test_a_sample_that_lost_its_text_counts_as_missing(tmp_path: Path) -> None:
    def emptied(xml: str) -> str:
        return re.sub(r'("Remark"/></w:pPr>.*?)\{\{ block.text \}\}', r"\1", xml, count=1)

    path = changed(tmp_path / "a.docx", emptied)
    assert refusal(path) == f"{path}：模板里没有这些样段：附注"


def test_a_broken_tag_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path / "a.docx", lambda xml: xml.replace("{{ line }}", "{{ line + }}"))
    assert refusal(path).startswith(f"{path}：模板的标记写错了（")


def test_a_tag_that_is_not_closed_would_swallow_what_follows_and_is_refused(
    tmp_path: Path,
) -> None:
    path = changed(tmp_path / "a.docx", lambda xml: xml.replace("{{ line }}", "{{ line"))
    assert refusal(path) == f"{path}：模板会丢失或重复这些内容：版记"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{{ zhusong }}", "标记里有不认识的名称“zhusong”"),
        ("{{ block.txt }}", "标记里有不认识的名称“block.txt”（block 有 head、imprint、"),
        ("{{ document.name }}", "标记里有不认识的名称“document.name”（document 有 author、"),
        ("{{ block.imprint.to }}", "标记里有不认识的名称“imprint.to”（imprint 有 copies、"),
    ],
)
def test_an_unknown_name_in_a_tag_is_refused(tmp_path: Path, wrong: str, said: str) -> None:
    path = changed(tmp_path / "a.docx", lambda xml: xml.replace("{{ line }}", wrong))
    assert said in refusal(path)


LETTER = Document(
    (
        block(Role.MARK, "临溪县人民政府文件"),
        block(Role.TITLE, "关于开展“创卫”工作的通知"),
        block(Role.HEADING1, "一、总体要求"),
        Block(Role.HEADING2, (Span("（一）加强领导。", head=True), Span("成立小组。"))),
        Block(Role.ROSTER, (Span("组长", spread=1), Span("：李平")), Indent(left=6, first=-4)),
        block(Role.PARAGRAPH, "正文。"),
        Block(Role.PARAGRAPH, (Span("缩进的正文。"),), Indent(left=1)),
    )
)


def texts(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "读回.docx"
    path.write_bytes(data)
    with docx2python(path) as package:
        found = ["".join(paragraph) for paragraph in iter_paragraphs(package.body)]
    return [text for text in found if text]


def test_tags_split_over_runs_and_with_turned_quotes_still_work(tmp_path: Path) -> None:
    def typed(xml: str) -> str:
        xml = re.sub(r'(block\.role == )"([^"]*)"', r"\1“\2”", xml)
        cut = '</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r><w:t>'
        return xml.replace("{{ block.text }}", f"{{{cut}{{ block.te{cut}xt }}}}")

    template = Template.load(changed(tmp_path / "a.docx", typed))
    assert texts(write(LETTER, template), tmp_path) == LETTER.texts()


def test_restyling_a_sample_holds_for_plain_and_for_computed_paragraphs(tmp_path: Path) -> None:
    def blue(xml: str) -> str:
        sample = r'(<w:pStyle w:val="Body"/>)(</w:pPr><w:r><w:rPr>)(<w:rFonts w:hint="eastAsia"/>)'
        direct = r'\1<w:jc w:val="left"/>\2\3<w:color w:val="0000FF"/>'
        return re.sub(sample, direct, xml)

    template = Template.load(changed(tmp_path / "a.docx", blue))
    assert template.look(Role.PARAGRAPH).color == "0000FF"
    body = unpack(write(LETTER, template))[DOCUMENT].decode("utf-8")
    written = re.findall(r"<w:p>(?:(?!</w:p>).)*正文。.*?</w:p>", body)
    assert [("0000FF" in each, 'w:jc w:val="left"' in each) for each in written] == [
        (True, True)
    ] * 2


def test_what_an_office_writes_beside_a_tag_is_kept_in_both(tmp_path: Path) -> None:
    def marked(xml: str) -> str:
        return xml.replace('"Body"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
                           '<w:t xml:space="preserve">{{ block.text }}',
                           '"Body"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
                           '<w:t xml:space="preserve">※ {{ block.text }} &lt;完&gt;')  # fmt: skip

    template = Template.load(changed(tmp_path / "a.docx", marked))
    assert texts(write(LETTER, template), tmp_path)[-2:] == [
        "※ 正文。 <完>",
        "※ 缩进的正文。 <完>",
    ]


def test_traces_of_editing_do_not_come_twice(tmp_path: Path) -> None:
    def edited(xml: str) -> str:
        trace = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        return xml.replace('"Body"/></w:pPr>', f'"Body"/></w:pPr>{trace}').replace(
            "<w:p>", '<w:p w:rsidR="00A77B3E">'
        )

    template = Template.load(changed(tmp_path / "a.docx", edited))
    body = unpack(write(LETTER, template))[DOCUMENT].decode("utf-8")
    assert ("bookmark" in body, "rsid" in body) == (False, False)


@pytest.mark.slow
@pytest.mark.parametrize("name", official())
def test_a_template_that_libreoffice_saved_again_still_works(
    name: str, soffice: Office, tmp_path: Path
) -> None:
    source = tmp_path / "模板.docx"
    source.write_bytes(committed(name))
    template = Template.load(soffice.resave(source))
    assert texts(write(LETTER, template), tmp_path) == LETTER.texts()
    looks = template.looks
    assert {role: (look.face, look.size) for role, look in looks.items()} == {
        role: (face, size) for role, (face, size, _) in FACES.items()
    }
