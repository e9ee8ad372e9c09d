"""Reading plain text and Markdown: every character at its place, paragraphs as they were."""

from __future__ import annotations

import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.compose import composed
from plangen.model.document import Block, Role
from plangen.model.plan import Plan
from plangen.problem import UserError
from plangen.read import Reading
from plangen.read.docx import read_docx
from plangen.read.text import read_text
from plangen.standard.context import Context
from tests.plans import plans
from tests.tools.needs import IN_CI
from tests.tools.office import Office
from tests.tools.wrapped import MANNERS, Manner, Paragraph, pages
from tests.tools.wrapped import documents as examples

SAMPLES = Path(__file__).parents[1] / "samples"

TEXT = """青山县创建国家卫生县城实施方案
　　为做好创建工作，制定本方案（见《国家卫生县城标准》）。

一、指导思想
\t以人民健康为中心，全面提升县城环境卫生水平。\u3000
二、工作目标
\u00a0 2024年6月底前完成申报，群众满意率≥90%。
"""
BLOCKS = [
    "1:1 青山县创建国家卫生县城实施方案",
    "2:3 为做好创建工作，制定本方案（见《国家卫生县城标准》）。",
    "3:1 空行",
    "4:1 一、指导思想",
    "5:2 以人民健康为中心，全面提升县城环境卫生水平。",
    "6:1 二、工作目标",
    "7:3 2024年6月底前完成申报，群众满意率≥90%。",
]


def read(text: str, *, markdown: bool = False) -> Reading:
    return read_text(text.encode(), "方案.txt", markdown=markdown)


def shown(reading: Reading) -> list[str]:
    """Line, column and text of each block; the cells of a table by / and ‖."""
    return [f"{b.where.line}:{b.where.column} {_shown(b)}" for b in reading.document.blocks]


def _shown(block: Block) -> str:
    if block.table:
        rows = (" / ".join("¶".join(cell) for cell in row.cells) for row in block.table.rows)
        return " ‖ ".join(rows)
    return "空行" if block.role is Role.BLANK else block.text


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).document.blocks if block.text]


def said(reading: Reading) -> list[str]:
    return [f"{p.where.line}:{p.where.column} {p.rule}：{p.message}" for p in reading.problems]


# Encodings


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_a_text_has_the_same_blocks_in_every_encoding(codec: str, breaks: str) -> None:
    written = TEXT.replace("\u00a0", "\u3000") if codec == "gbk" else TEXT
    raw = written.replace("\n", breaks).encode(codec)
    reading = read_text(raw, "方案.txt")
    assert (shown(reading), reading.text, reading.problems) == (BLOCKS, written, ())


@pytest.mark.parametrize("text", ["通知", "一、指导思想", "关于做好创建工作的通知\n"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_few_words_are_enough_to_tell_the_encoding(codec: str, text: str) -> None:
    assert read_text(text.encode(codec), "a.txt").text == text


def test_big5_is_read_where_it_is_certain() -> None:
    text = "為做好衛生創建工作，制定本方案。請各單位認真組織實施，確保如期完成任務。\n"
    assert read_text(text.encode("big5"), "a.txt").text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_bytes_that_are_no_characters_are_told_with_the_first_place(codec: str) -> None:
    name = {"utf-8": "UTF-8", "gb18030": "GBK（GB18030）"}[codec]
    raw = TEXT.encode(codec) + "为\n".encode(codec)[:1]
    reading = read_text(raw, "a.txt")
    assert said(reading) == [
        f"8:1 read-encoding：按 {name} 编码读，有 1 处读不出（显示为 \ufffd），文件可能不完整；"
        "应对照原文改正，应在 WPS 或记事本里另存为 UTF-8 编码的文本"
    ]
    assert shown(reading) == [*BLOCKS, "8:1 \ufffd"]


def test_what_is_no_text_is_refused_with_the_way_out() -> None:
    with pytest.raises(UserError) as refused:
        read_text(bytes(range(256)) * 8, "方案.txt")
    assert str(refused.value) == (
        "“方案.txt”不是文本文件，或者编码认不出；应在 WPS 或记事本里另存为 UTF-8 编码的文本"
    )


# Lines


def test_a_form_feed_begins_a_page_and_other_breaks_a_paragraph() -> None:
    reading = read("甲\f乙\n\f丙\n丁\v戊\u2028己\n")
    pairs = zip(shown(reading), reading.document.blocks, strict=True)
    assert [(text, bool(b.look and b.look.new_page)) for text, b in pairs] == [
        *[("1:1 甲", False), ("1:3 乙", True), ("2:2 丙", True)],
        *[("3:1 丁", False), ("3:3 戊", False), ("3:5 己", False)],
    ]


def test_blanks_within_a_line_stay() -> None:
    assert shown(read("　　组　长：何 川\t县长  \n")) == ["1:3 组　长：何 川\t县长"]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n　"])
def test_a_text_without_text_has_none(text: str) -> None:
    assert texts(text) == []


ONE_A_LINE = [
    "青山县人民政府办公室\n关于印发青山县创建国家卫生县城\n实施方案的通知\n各乡镇人民政府：\n"
    "为加快建设健康青山，全面提升县城卫生水平，现将实施方案印发给你们，请认真贯彻落实。\n",
    "组长：何川（县委书记）\n邓蕾（县委副书记、县人民政府县长）\n周启明（县委常委、宣传部部长）\n"
    "吴桐（县人大常委会副主任、县总工会主席）\n成员：\n薛敏（县卫生健康局局长、县爱卫办主任）\n",
    "张三丰　县发展和改革局党组书记、局长\n李四光　县住房和城乡建设局党组书记、局长\n"
    "王五一　县市场监督管理局党组书记、局长\n赵六顺　县农业农村和水务局党组书记、局长\n",
    "一、加强组织领导，落实创建工作责任\n二、加强宣传发动，营造创建工作氛围\n"
    "三、加强督查考核，形成创建工作合力\n四、加强经费保障，完善创建工作条件\n",
    "目标任务明确，责任落实到人\n\n措施得力有效，进度按期完成\n\n群众广泛参与，氛围日益浓厚\n",
]


@pytest.mark.parametrize("text", ONE_A_LINE, ids=range(len(ONE_A_LINE)))
def test_a_text_with_a_line_for_each_paragraph_is_left_alone(text: str) -> None:
    reading = read(text)
    assert (texts(text), reading.problems) == ([ln for ln in text.split("\n") if ln], ())


# Lines of pages

PAGES = """\
青山县创建国家卫生县城实施方案
为全面改善城乡环境卫生面貌，提升群众健康水平，根据
《国家卫生乡镇（县城）标准》，结合我县实际，制定本方案，
请各乡镇、各部门认真贯彻执行。
一、工作目标
2024年6月底前，完成申报工作，县城生活垃圾无害化处理
— 1 —
率达到90%以上，群众对卫生状况满意率达到90%，健康知识知晓
率达到80%以上。
二、组织机构
组长：何川（县委书记）
邓蕾（县委副书记、县长）
"""


def test_lines_of_a_page_become_paragraphs() -> None:
    reading = read(PAGES)
    assert shown(reading) == [
        "1:1 青山县创建国家卫生县城实施方案",
        "2:1 为全面改善城乡环境卫生面貌，提升群众健康水平，根据《国家卫生乡镇（县城）标准》，"
        "结合我县实际，制定本方案，请各乡镇、各部门认真贯彻执行。",
        "5:1 一、工作目标",
        "6:1 2024年6月底前，完成申报工作，县城生活垃圾无害化处理率达到90%以上，"
        "群众对卫生状况满意率达到90%，健康知识知晓率达到80%以上。",
        "10:1 二、组织机构",
        "11:1 组长：何川（县委书记）",
        "12:1 邓蕾（县委副书记、县长）",
    ]
    assert said(reading) == [
        "7:1 read-furniture：页码、页眉、页脚共 1 行不是正文，没有读，第一处是“— 1 —”",
        "2:1 read-wrapped：每行末尾都有换行（像是从 PDF 复制的），有 2 段是几行接成的",
    ]


def test_a_title_wider_than_the_page_does_not_spoil_the_measure() -> None:
    _, rest = PAGES.split("\n", 1)
    title = "青山县人民政府办公室关于印发《青山县创建国家卫生县城三年行动计划和实施方案》的通知"
    texts = [block.text for block in read(f"{title}\n{rest}").document.blocks]
    assert texts == [title, *(block.text for block in read(PAGES).document.blocks[1:])]


def test_a_quote_deep_in_a_joined_paragraph_has_its_line_and_column() -> None:
    reading = read(PAGES)
    block = reading.document.blocks[3]
    where = reading.at(block.where, block.text.index("处理率达到"), len("处理率达到"))
    assert (where.line, where.column, where.width) == (6, 27, 2)
    where = reading.at(block.where, block.text.index("群众对"), 3)
    assert (where.line, where.column, where.width, where.paragraph) == (8, 10, 3, 6)


def test_double_spacing_parts_no_paragraphs() -> None:
    assert texts(PAGES.replace("\n", "\n\n")) == texts(PAGES)


def test_indents_part_paragraphs_where_they_are_copied() -> None:
    body = (
        "　　县爱卫办负责组织协调，督促落实各项任务，及时通报工作\n"
        "进展，汇总报送有关情况，研究解决工作中遇到的困难和问题。\n"
        "　　各乡镇按照属地管理的原则，负责本辖区的创建工作，集中\n"
        "整治背街小巷、集贸市场和城乡结合部的环境卫生，巩固整治的\n"
        "成果。\n"
    )
    assert [text[-6:] for text in texts(body)] == ["困难和问题。", "整治的成果。"]


PAGE = PAGES.replace("— 1 —\n", "")
BOOK = [
    PAGE.translate(dict(zip(map(ord, "卫生长"), more, strict=True)))
    for more in ("卫生长", "甲乙丙", "丁戊己")
]


@pytest.mark.parametrize(
    "number",
    ["— {} —", "- {} -", "－{}－", "第 {} 页 共 9 页", "第{}页", "{}/9", "{}", "Page {} of 9"],
)
def test_page_numbers_are_no_text(number: str) -> None:
    text = "".join(f"{page}{number.format(n)}\n" for n, page in enumerate(BOOK, 1))
    assert texts(text) == texts("".join(BOOK))


def test_a_number_on_a_line_of_its_own_is_text_where_no_page_ends() -> None:
    table = "序号\n1\n清理主次干道\n2\n整治集贸市场\n3\n改造农村厕所\n"
    assert texts(PAGE + table)[-7:] == table.split()


@pytest.mark.parametrize("end", ["— {} —\n", "\f"])
def test_running_heads_are_no_text(end: str) -> None:
    head = "青山县人民政府文件\n"
    text = "".join(f"{head}{page}{end.format(n)}" for n, page in enumerate(BOOK, 1))
    assert texts(text) == ["青山县人民政府文件", *texts("".join(BOOK))]


def test_a_line_that_is_repeated_in_the_text_is_no_running_head() -> None:
    duties = "具体职责：\n"
    text = "".join(f"{duties}{page}{duties}— {n} —\n" for n, page in enumerate(BOOK, 1))
    assert texts(text).count("具体职责：") == 6


def test_words_that_a_line_break_parted_have_their_blank_again() -> None:
    text = (
        "为提升信息化管理水平，县创卫办统一使用环境卫生 GIS\n"
        "system 平台，对公共厕所、垃圾中转站等设施进行登记，并定\n"
        "期更新，做到底数清楚、位置准确、责任明确，为创建工作提供\n"
        "有力支撑。\n"
    )
    assert "环境卫生 GIS system 平台" in texts(text)[0]


def test_98_of_100_paragraphs_of_a_plan_on_pages_come_back() -> None:
    """Of those whose end can be seen (the line isn't full), 995 of 1000."""
    rates = {}
    for name, manner in MANNERS.items():
        total = lost = unsure = 0
        for paragraphs in examples():
            for width in (24, 28, 33):
                wanted = [paragraph.text for paragraph in paragraphs]
                found = texts(pages(paragraphs, manner, width))
                same = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
                back = {at for part in same for at in range(part.a, part.a + part.size)}
                full = {at for at, one in enumerate(paragraphs) if manner.is_full(one, width)}
                missing = set(range(len(wanted))) - back
                total += len(wanted)
                lost += len(missing)
                unsure += len(missing & (full | {at + 1 for at in full}))
        rates[name] = lost / total <= 0.02 and (lost - unsure) / total <= 0.005
    assert rates == dict.fromkeys(MANNERS, True)


# Lines that were broken


def test_a_label_broken_into_lines_is_one() -> None:
    text = "成员名单如下：\n组\n长：何川（县委书记）\n副\n组\n长：邓蕾（县长）\n主\n\n任：周启明\n"
    reading = read(text)
    assert shown(reading) == [
        "1:1 成员名单如下：",
        "2:1 组长：何川（县委书记）",
        "4:1 副组长：邓蕾（县长）",
        "7:1 主任：周启明",
    ]
    assert said(reading) == ["2:1 read-mended：从这里起有 3 处一句话、一个名目断成了几行，已接上"]


INDENTED = (
    "　　各部门要对照标准开展隐患排查，建立问题清单和整改台账，逐项明确责任人和完成时限。\n"
    "　　县安委会办公室明查暗访，开展监督检查，通报情况，并跟进抓好问题{}整改，形成闭环。\n"
    "{}各乡镇要加强宣传教育，提高群众的安全意识和避险能力，营造良好的社会氛围，防止事故发生。\n"
)


def test_a_line_at_the_edge_goes_on_with_the_one_above_it_among_indented_paragraphs() -> None:
    whole = INDENTED.format("", "　　")
    assert texts(INDENTED.format("\n", "　　")) == texts(whole)
    assert len(texts(INDENTED.format("\n　　", "　　"))) == len(texts(whole)) + 1
    assert len(texts(INDENTED.format("\n", ""))) == len(texts(whole)) + 1


@pytest.mark.parametrize(
    "text",
    [
        "全县上半年完成申报工作，力争到\n2024年底，实现创建目标，群众普遍满意。\n",
        "成员：县卫健局、县住建局、县教育局、\n县水利局。\n",
        "现将《青山县创建国家卫生县城工作\n实施方案》印发给你们，请认真落实。\n",
    ],
)
def test_a_sentence_broken_where_it_cannot_end_is_one(text: str) -> None:
    assert texts(text) == [text.replace("\n", "")]


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇负责本辖区的创建工作，要做到\n（一）领导到位。\n",
        "组\n织\n领导机构\n",
        "县爱卫办负责协调，各单位抓好落实\n县城管局负责市容。\n",
    ],
)
def test_what_may_have_ended_is_not_joined(text: str) -> None:
    assert texts(text) == text.split("\n")[:-1]


def test_the_title_of_a_web_page_stays_a_paragraph_of_its_own() -> None:
    title = "青山县创建国家卫生县城实施方案"
    body = "为做好创建工作，根据有关要求，结合实际，制定本方案。"
    text = f" {title}{body[:14]}...\n{title}\n{body}\n"
    assert shown(read(text)) == [f"1:2 {title}{body[:14]}...", f"2:1 {title}", f"3:1 {body}"]


# Texts without line breaks

UNBROKEN = (
    "青山县创建国家卫生县城实施方案为做好创建工作，统一、规范开展各项工作，结合我县实际，制定本方案。"
    "一、指导思想以人民健康为中心，坚持政府主导、部门协作、社会参与，全面提升环境卫生水平。"
    "二、组织机构（一）领导小组。由县长任组长（见第三条（二）项）。（二）工作专班。负责日常工作："
    "1.制定工作方案，分解任务；2.组织督促检查，覆盖率达2.5倍以上；3.30%以上村庄建成卫生村。"
    "三、保障措施（一）加强领导。落实责任。（二）强化宣传。营造氛围，全民参与。"
)


def test_a_text_without_breaks_is_broken_before_its_ordinals() -> None:
    assert texts(UNBROKEN) == [
        "青山县创建国家卫生县城实施方案",
        "为做好创建工作，统一、规范开展各项工作，结合我县实际，制定本方案。",
        "一、指导思想",
        "以人民健康为中心，坚持政府主导、部门协作、社会参与，全面提升环境卫生水平。",
        "二、组织机构",
        "（一）领导小组。由县长任组长（见第三条（二）项）。",
        "（二）工作专班。负责日常工作：",
        "1.制定工作方案，分解任务；",
        "2.组织督促检查，覆盖率达2.5倍以上；",
        "3.30%以上村庄建成卫生村。",
        "三、保障措施",
        "（一）加强领导。落实责任。",
        "（二）强化宣传。营造氛围，全民参与。",
    ]


def test_its_parts_have_their_columns() -> None:
    reading = read(UNBROKEN)
    for block in reading.document.blocks:
        assert block.where.column
        assert UNBROKEN[block.where.column - 1 :].startswith(block.text)
    assert said(reading) == ["1:1 read-unbroken：换行丢了，已按序号分成 13 段"]


def test_a_long_paragraph_with_a_list_in_it_stays_whole() -> None:
    text = "工作任务：1.清理街道；2.整治市场；3.改造厕所。" + "各单位要认真落实各项任务。" * 20
    assert texts(f"青山县方案\n{text}\n落实责任。\n") == ["青山县方案", text, "落实责任。"]


# Markdown

MARKDOWN = """\
---
title: 方案
---
# 青山县创建方案

为**加强**领导，制定\\*本方案。
## 一、组织机构
- 组长：何川
* **副组长**：邓蕾
1\\. 健全网络。
> 引用

---
| 序号 | 任务 |
|:--|--:|
| 1 | **清理**街道<br>整治市场 |
| 2 | 甲\\|乙 | 丙 |

```text
附记
```
"""


def test_the_marks_of_markdown_are_taken_off() -> None:
    reading = read(MARKDOWN, markdown=True)
    assert shown(reading) == [
        "4:3 青山县创建方案",
        "5:1 空行",
        "6:1 为加强领导，制定*本方案。",
        "7:4 一、组织机构",
        "8:3 组长：何川",
        "9:5 副组长：邓蕾",
        "10:1 1. 健全网络。",
        "11:3 引用",
        "12:1 空行",
        "13:1 空行",
        "14:1 序号 / 任务 /  ‖ 1 / 清理街道¶整治市场 /  ‖ 2 / 甲|乙 / 丙",
        "18:1 空行",
        "20:1 附记",
    ]
    assert said(reading) == [
        "1:1 read-front-matter：文件开头的属性（前 3 行，--- 之间）不是正文，没有读"
    ]


def test_headings_and_bold_of_markdown_are_looks() -> None:
    blocks = read(MARKDOWN, markdown=True).document.blocks
    looks = [(b.text, b.look.outline, b.look.faces) for b in blocks if b.text and b.look]
    assert [(text, outline) for text, outline, _ in looks if outline] == [
        ("青山县创建方案", 1),
        ("一、组织机构", 2),
    ]
    assert [
        (text, [(count, face.bold) for count, face in faces]) for text, _, faces in looks if faces
    ] == [
        ("为加强领导，制定*本方案。", [(1, False), (2, True), (5, False), (5, False)]),
        ("副组长：邓蕾", [(3, True), (3, False)]),
    ]


def test_the_cells_of_a_table_have_their_places() -> None:
    reading = read(MARKDOWN, markdown=True)
    table = next(block.table for block in reading.document.blocks if block.table)
    places = [[(w.line, w.column) for w in cell] for cell in table.rows[1].places]
    assert (table.rows[0].head, places) == (True, [[(16, 3)], [(16, 9), (16, 19)], [(16, 25)]])


def test_marks_of_markdown_are_text_in_a_text_file() -> None:
    assert texts("# 甲\n**乙**\n| 丙 |\n|--|\n") == ["# 甲", "**乙**", "| 丙 |", "|--|"]


# Laws

alphabet = st.sampled_from(
    [*"甲乙，。；：（）《》、\n\n \t　\f\v1一.—-|#*", "一、", "（一）", "组\n长："]
)
sound = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3)
anything = st.lists(alphabet | sound, max_size=60).map("".join)


def law(text: str, *, markdown: bool = False) -> None:
    """Each character of a paragraph stands where `at` says; without repairs none is lost."""
    reading = read(text, markdown=markdown)
    lines = reading.text.split("\n")
    for block in reading.document.blocks:
        for offset, char in enumerate(block.text):
            where = reading.at(block.where, offset)
            assert where.line
            assert where.column
            there = lines[where.line - 1][where.column - 1 : where.column]
            assert char in {there, " "}
    kept = "".join("".join(texts) for texts in (b.texts() for b in reading.document.blocks))
    if not markdown and "read-furniture" not in {p.rule for p in reading.problems}:
        assert "".join(kept.split()) == "".join(reading.text.split())


@given(anything, st.booleans())
def test_every_character_of_any_text_stands_where_it_is_said_to(text: str, markdown: bool) -> None:
    law(text, markdown=markdown)


@given(plans, st.sampled_from(list(MANNERS.values())), st.integers(20, 40))
def test_no_character_of_any_plan_on_pages_is_lost(plan: Plan, manner: Manner, width: int) -> None:
    for document in composed(Context(plan, {})).values():
        paragraphs = [Paragraph(text) for text in document.texts()]
        law("\n".join(line for one in paragraphs for line in manner.lines(one, width)))


# PDF files


def test_what_pdftotext_makes_of_a_sample_is_read_as_the_sample(
    soffice: Office, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        (pytest.fail if IN_CI else pytest.skip)("没有 pdftotext（poppler-utils），见 .ci/run")
    sample = SAMPLES / "xx-town-实施方案.docx"
    pdf = soffice.to_pdf(sample)
    blocks = read_docx(sample.read_bytes(), sample.name).document.blocks
    wanted = [_blankless(block.text) for block in blocks if block.text and not block.table]
    missing = {}
    for option in ("-raw", "-layout", "-nopgbrk"):
        out = tmp_path / f"方案{option}.txt"
        subprocess.run(["pdftotext", option, str(pdf), str(out)], check=True)
        found = read_text(out.read_bytes(), out.name).document.blocks
        texts = {_blankless(block.text) for block in found}
        missing[option] = [text for text in wanted if text not in texts]
    assert len(wanted) > 50
    assert missing == {"-raw": [], "-layout": [], "-nopgbrk": []}


def _blankless(text: str) -> str:
    return "".join(text.split())
