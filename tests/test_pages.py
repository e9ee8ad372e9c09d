"""The pages of the examples, measured against GB/T 9704-2012 as LibreOffice sets them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from plangen.template.archive import pack, unpack
from tests.tools import notice_checks as head
from tests.tools import page_checks as pages
from tests.tools.examples import KINDS, documents, example, plan
from tests.tools.measures import Check, Measure
from tests.tools.office import Office
from tests.tools.pdf import read_pdf
from tests.tools.sheets import Sheet

pytestmark = pytest.mark.slow

NAMES = ("xx-county", "xx-city", "xx-town", "xx-district")
CHECKS = (*pages.CHECKS, *head.CHECKS)
DOCUMENTS = [(name, kind) for name in NAMES for kind in KINDS]

DOCUMENT, STYLES, ODD = "word/document.xml", "word/styles.xml", "word/footer1.xml"
TOWN, CITY = ("xx-town", "印发稿"), ("xx-city", "通知")
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="'
BLANK_LINE = f'{PARAGRAPH}Blank"/>(?:(?!<w:p>).)*?</w:p>'


@dataclass(frozen=True)
class Broken:
    """A fault put into a part of an example, and the check that has to see it."""

    name: str
    check: Check
    part: str
    old: str
    new: str
    document: tuple[str, str] = TOWN

    def data(self) -> bytes:
        """The .docx with the fault."""
        parts = unpack(example(*self.document))
        text, count = re.subn(self.old, self.new, parts[self.part].decode())
        assert count, f"{self.name}：{self.part} 里没有 {self.old}"
        return pack(parts | {self.part: text.encode()})


def style(style_id: str, old: str) -> str:
    """A pattern for something in the definition of a style."""
    return rf'(w:styleId="{style_id}">(?:(?!</w:style>).)*?){old}'


BROKEN = (
    Broken("幅面", pages.paper, DOCUMENT, 'w:h="16838"', 'w:h="15840"'),
    Broken("左边距", pages.text_block, DOCUMENT, 'w:left="1588"', 'w:left="1361"'),
    Broken("下边距", pages.text_block, DOCUMENT, 'w:bottom="1984"', 'w:bottom="1134"'),
    Broken("行距580", pages.lines_of_a_page, STYLES, 'w:line="579"', 'w:line="580"'),
    Broken("行距560", pages.lines_of_a_page, STYLES, 'w:line="579"', 'w:line="560"'),
    Broken("字距", pages.characters_of_a_line, STYLES, '<w:spacing w:val="-5"/>', ""),
    Broken("标志的位置", head.mark, STYLES, style("Mark", r'w:before="\d+"'), r'\1w:before="0"'),
    Broken("标志的颜色", head.mark, STYLES, "FF0000", "000000"),
    Broken("红线的距离", head.red_rule, STYLES, 'w:space="7"', 'w:space="20"'),
    Broken(
        "字号的缩进",
        head.red_rule,
        STYLES,
        style("Number", "</w:pBdr>"),
        r'\1</w:pBdr><w:ind w:left="630"/>',
    ),
    Broken("标题靠左", head.titles, STYLES, style("Title", '"center"'), r'\1"left"'),
    Broken(
        "标题下无空行",
        head.title_below_the_rule,
        DOCUMENT,
        f"(?<=的通知</w:t></w:r></w:p>){BLANK_LINE}",
        "",
    ),
    Broken("标题下换页", head.first_page, DOCUMENT, '(?<="Addressee"/>)', "<w:pageBreakBefore/>"),
    Broken("首行缩进", pages.paragraphs, STYLES, 'w:firstLineChars="200" w:firstLine="630"', ""),
    Broken(
        "一级标题",
        pages.faces,
        STYLES,
        style("Heading1", 'eastAsia="黑体"'),
        r'\1eastAsia="仿宋_GB2312"',
    ),
    Broken(
        "标题不与下段同页",
        pages.headings_stay,
        DOCUMENT,
        r'("Heading1"/>(?:(?!<w:p>).)*<w:p><w:pPr><w:pStyle w:val="Body"/>)',
        r"\1<w:pageBreakBefore/>",
    ),
    Broken("日期靠右", head.signature, DOCUMENT, r'("Date"/>.*?w:right=)"\d+"', r'\1"0"'),
    Broken(
        "不盖章的日期",
        head.signature,
        DOCUMENT,
        r'("Date"/>.*?w:left=)"\d+"',
        r'\1"0"',
        CITY,
    ),
    Broken("附注另页", head.remark, DOCUMENT, '(?<="Remark"/>)', "<w:pageBreakBefore/>", CITY),
    Broken(
        "方案不另起页",
        head.issued_plan,
        DOCUMENT,
        '(?<="Title"/>)<w:pageBreakBefore/>',
        "",
        ("xx-district", "印发稿"),
    ),
    Broken(
        "附件不顶格",
        head.annexes,
        STYLES,
        style("AnnexLabel", 'w:firstLine="0"'),
        r'\1w:firstLine="630"',
    ),
    Broken(
        "附件说明前的空行",
        head.annex_list,
        DOCUMENT,
        f"{BLANK_LINE}(?={PARAGRAPH}AnnexList)",
        "",
    ),
    Broken("版记不在页底", head.imprint, DOCUMENT, 'w:tblpYSpec="bottom"', 'w:tblpYSpec="top"'),
    Broken("抄送的缩进", head.copies, STYLES, style("Copies", r'w:left="\d+"'), r'\1w:left="840"'),
    Broken("没有页码", pages.page_numbers, ODD, "<w:r>.*</w:r>", ""),
    Broken("页码的字体", pages.page_numbers, STYLES, style("OddPage", '"宋体"'), r'\1"黑体"'),
    Broken(
        "名单不对齐",
        pages.rosters,
        DOCUMENT,
        r'("Roster"/>(?:<w:keepNext/>)?<w:ind [^>]*w:left=)"\d+"([^>]*w:firstLine="0")',
        r'\1"945"\2',
    ),
    Broken(
        "彩色的字",
        pages.colours,
        STYLES,
        style("Roster", "</w:pPr>"),
        r'\1</w:pPr><w:rPr><w:color w:val="0000FF"/></w:rPr>',
    ),
)


@pytest.fixture(scope="module")
def sheets(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """Every document and every broken one, converted in one run; `name-kind` or the fault."""
    folder = tmp_path_factory.mktemp("pages")
    contents = {f"{name}-{kind}": (name, kind, example(name, kind)) for name, kind in DOCUMENTS}
    contents |= {fault.name: (*fault.document, fault.data()) for fault in BROKEN}
    paths: list[Path] = []
    for key, (_, _, data) in contents.items():
        paths.append(folder / f"{key}.docx")
        paths[-1].write_bytes(data)
    pdfs = soffice.to_pdfs(paths)
    return {
        key: Sheet(plan(name), kind, documents(name)[kind], read_pdf(pdf))
        for (key, (name, kind, _)), pdf in zip(contents.items(), pdfs, strict=True)
    }


def faults(check: Check, sheet: Sheet) -> list[Measure]:
    return [measure for measure in check(sheet) if not measure.holds]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize(
    ("name", "kind"), DOCUMENTS, ids=[f"{name}-{kind}" for name, kind in DOCUMENTS]
)
def test_a_page_keeps_the_clause(
    sheets: dict[str, Sheet], name: str, kind: str, check: Check
) -> None:
    assert faults(check, sheets[f"{name}-{kind}"]) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_finds_something_to_measure(sheets: dict[str, Sheet], check: Check) -> None:
    assert any(list(check(sheets[f"{name}-{kind}"])) for name, kind in DOCUMENTS)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_the_checks_see_a_broken_page(sheets: dict[str, Sheet], broken: Broken) -> None:
    assert faults(broken.check, sheets[broken.name]) != []
