"""What the rules share of a text: its marks, ordinals, headings, counts, names of sections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Block, Document, Role, Row, Table, block
from plangen.model.plan import Locality, Plan, StandardUse
from plangen.problem import NOWHERE, Where
from plangen.rules._abbreviations import abbreviations, parts
from plangen.rules._counts import COUNTED, value
from plangen.rules._headings import Headings, ours
from plangen.rules._lines import Line, Lines
from plangen.rules._numbering import outline, typed_here
from plangen.rules._references import annexes, genre, in_prose, is_annex_line, own_title
from plangen.rules._roadmap import text_lines
from plangen.rules._standards import every_naming
from plangen.rules._text import dated_numbers, nested, ordinal_kind, short
from plangen.rules.base import Case
from plangen.standard.catalogue import load_standard

PLAN = Plan(title="", locality=Locality(name="青山县", level="county"))
STANDARD = "weisheng-xiangzhen-2010"
GRID = Table(rows=(Row(()),), widths=())


def read(*paragraphs: str | tuple[Role, str] | Block, plan: Plan = PLAN) -> Case:
    pairs = [(Role.PARAGRAPH, one) if isinstance(one, str) else one for one in paragraphs]
    blocks = [
        pair if isinstance(pair, Block) else block(pair[0], pair[1], Where(paragraph=at))
        for at, pair in enumerate(pairs, 1)
    ]
    known = {use.id: load_standard(use.id) for use in plan.standards}
    return Case(plan, known, {"实施方案": Document(tuple(blocks))}, read=True)


# Marks, ordinals, numbers


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("《甲》“乙”〔2〕【丙】（丁）", False),
        ("青山县（县城）", False),
        ("〔2024〕", False),
        ("（见附件（1））", True),
        ("“创卫（国家卫生县城）”", False),
        ("《方案（试行）》（〔2024〕“甲《乙》”）", True),
        ("《方案（试行）》“创卫”", False),
        ("《方案（试行》）", True),
        ("（一）（甲“乙”", True),
    ],
)
def test_marks_within_marks(text: str, *, within: bool) -> None:
    line = Line(text, Block(Role.PARAGRAPH), Role.PARAGRAPH, NOWHERE)
    assert nested(Lines((line,), {})) == ((line,) if within else ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一、总体要求", "han"),
        ("（一）健康教育", "bracket"),
        ("1.健康教育", "number"),
        ("3.5公里河道", ""),
        ("（1）设置专栏", "inner"),
        ("①设置专栏", "circle"),
        ("一是设置专栏", "narrated"),
        ("设置专栏", ""),
    ],
)
def test_the_kind_of_an_ordinal(text: str, kind: str) -> None:
    assert ordinal_kind(text) == kind


def test_a_piece_of_up_to_16_characters_is_shown_whole() -> None:
    whole = "青山县创建国家卫生县城工作领导小"
    assert short(whole) == whole
    assert short(f"{whole}组") == "青山县创建国家卫生县…领导小组"


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("青政发〔2024〕12号", True),
        ("青政发（2024）12号", True),
        ("青政发〔20XX〕", True),
        ("青政发〔20240〕12号", False),
        ("青山路12号", False),
        ("〔注〕", False),
    ],
)
def test_the_number_of_a_document(text: str, *, has: bool) -> None:
    assert [line.text for line in dated_numbers(read(text).index)] == [text] * has


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("3个镇", "镇"), ("3个乡", "乡"), ("3个乡镇", "乡镇"), ("3个村", "村"),
        ("3个镇村", None), ("3个镇区", None), ("3个乡村", None), ("3个村民小组", None),
        ("第3个镇", None), ("2.5个镇", None), ("123个镇", None),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, noun: str | None) -> None:
    found = COUNTED.search(text)
    assert (found and found["noun"]) == noun


def test_there_are_99_numbers_in_han() -> None:
    assert (value("九十九"), value("一百")) == (99, None)


# Abbreviations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县创建办（以下简称：创卫办）", "创卫办"),
        ("县创建办（以下简称:创卫办）", "创卫办"),
        ("县创建办（以下简称为创卫办）", "创卫办"),
        (f"县创建办（以下简称{'创卫' * 30}）", "创卫" * 30),
        (f"县创建办（以下简称{'创卫' * 30}办）", None),
    ],
)
def test_an_abbreviation_without_marks(text: str, name: str | None) -> None:
    assert [one.name for one in abbreviations(read(text))] == ([name] if name else [])


def test_an_abbreviation_of_several() -> None:
    (found,) = abbreviations(read("镇、街道（以下统称“镇街”）"))
    assert (found.name, found.full) == ("“镇街”", "街道")


def test_the_label_of_an_annex_begins_a_part() -> None:
    case = read("甲（以下简称“乙”）", (Role.ANNEX_LABEL, "附表"), "丙（以下简称“丁”）")
    assert [[one.name for one in part] for part in parts(case)] == [["“乙”"], ["“丁”"]]


# Headings


def headings(*lines: str | tuple[Role, str]) -> Headings:
    return Headings(outline(read(*lines)))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("一、总体要求", True),
        ("一、总体要求。", True),
        (f"一、{'抓好环境卫生' * 6}整治提升", True),
        (f"一、{'抓好环境卫生' * 6}整治再提升", False),
        ("一、抓好整治。落实责任", False),
        ("一、水", True),
        ("一、", False),
    ],
)
def test_a_heading_on_its_own_line(text: str, *, stands: bool) -> None:
    found = headings(text, "健全机制，落实责任。")
    assert [found.standing(entry) for entry in found.outline.entries] == [stands]


@pytest.mark.parametrize(
    ("below", "content"),
    [
        ("健全机制。", "健全机制。"),
        ("（一）健全机制", "（一）健全机制"),
        ("二、工作措施", None),
        ((Role.ANNEX_LABEL, "附件1"), None),
        ((Role.TITLE, "青山县创卫方案"), None),
    ],
)
def test_what_stands_under_a_heading(below: str | tuple[Role, str], content: str | None) -> None:
    found = headings("一、总体要求", below)
    line = found.content(found.outline.entries[0])
    assert (line and line.text) == content
    assert found.full(found.outline.entries[0]) is (content is not None)


@pytest.mark.parametrize(
    ("title", "follows"),
    [("领导", True), ("导", False), ("加强" * 15, True), (f"{'加强' * 15}导", False)],
)
def test_text_behind_a_heading_on_its_line(title: str, *, follows: bool) -> None:
    found = headings(f"一、{title}。成立领导小组，落实责任。")
    assert found.full(found.outline.entries[0]) is follows


def test_a_lost_ordinal_is_no_heading() -> None:
    found = headings("1、总体要求。", "、工作目标", "分年度推进。", "3、工作措施。", "落实责任。")
    assert [found.standing(entry) for entry in found.outline.entries] == [False, False, True]


# Outlines


def test_the_lines_of_an_outline_say_something() -> None:
    table = Block(Role.TABLE, table=GRID)
    found = outline(read("甲", "", table)).lines
    assert [(line.text, line.table is GRID) for line in found] == [("甲", False), ("", True)]


def clause(text: str, name: str) -> Block:
    return replace(block(Role.PARAGRAPH, text, Where()), clause=name)


def test_an_ordinal_before_a_clause_was_typed_in_a_document_that_was_read() -> None:
    case = read(clause("1.甲", "A1"), clause("1.乙", "A2"), clause("2.丙", "A2"), "3.丁")
    entries = outline(case).entries
    assert [typed_here(case, entry) for entry in entries] == [True, True, False, True]
    printed = replace(case, read=False)
    typed = [typed_here(printed, entry) for entry in outline(printed).entries]
    assert typed == [False, False, False, True]
    assert [entry.number for run in outline(case).runs for entry in ours(run)] == [3]


# References


def test_prose_has_no_tables() -> None:
    table = Block(Role.TABLE, table=GRID)
    lines = read("甲", table, "乙").lines()
    assert [line.text for line in lines if in_prose(line)] == ["甲", "乙"]
    assert [line.text for line in text_lines(read("甲", table, "乙"))] == ["甲", "乙"]


def test_annexes_are_listed_after_their_word() -> None:
    assert annexes(read("1.任务清单", "2.进度表")).titles == []
    found = annexes(read("正文。", "附件:", "1.任务清单"))
    assert [title for title, _ in found.titles] == ["任务清单"]
    assert annexes(read("正文。", "附件", "1.任务清单")).titles == []


def test_a_document_that_is_an_annex_begins_with_its_label() -> None:
    assert annexes(read("", "附件1", "青山县创卫方案")).alone
    printed = annexes(replace(read("附件1", "青山县创卫方案"), read=False))
    assert (printed.alone, printed.numbers) == (False, {1})
    later = annexes(read("青山县创卫方案", "附件1", "任务清单"))
    assert (later.alone, later.numbers) == (False, {1})
    both = annexes(read("附件", "青山县创卫方案", "附件：任务清单"))
    assert (both.alone, [title for title, _ in both.titles]) == (True, ["任务清单"])


def test_the_names_of_a_list_and_their_second_lines() -> None:
    names = ("附件：1.任务清单", "二、进度表", "（样表）", "附表", "3.名单")
    first, *others = names
    found = annexes(read(first, *((Role.ANNEX_LIST, name) for name in others)))
    assert [title for title, _ in found.titles] == [
        "任务清单", "二、进度表（样表）", "附表", "名单",
    ]  # fmt: skip
    assert found.numbers == {1, 2, 3}
    alone = annexes(read((Role.ANNEX_LIST, "任务清单")))
    assert ([title for title, _ in alone.titles], alone.numbers) == (["任务清单"], {1})


def test_a_line_with_the_word_annex_is_no_line_of_an_annex() -> None:
    lines = read("见附件1", "附件1", "附件：清单").lines()
    assert [is_annex_line(line) for line in lines] == [False, True, True]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("青山县创卫计划", "计划"),
        ("计划编制办法", "办法"),
        ("青山县创卫计划表", ""),
        ("要点汇编", ""),
        ("青山县创建实施方案", "实施方案"),
        ("青山县创建工作方案（试行）", "工作方案"),
        ("青山县行动方案", "行动方案"),
        ("青山县方案", "方案"),
        ("三年行动计划", "计划"),
        ("卫生规划", "规划"),
        ("工作要点", "要点"),
        ("考核细则", "细则"),
        ("考核办法", "办法"),
        ("实施方案编制要求", ""),
        ("计划生育条例", ""),
        ("规划说明", ""),
        ("细则汇编", ""),
        ("办法汇编", ""),
    ],
)
def test_a_title_ends_in_its_genre(title: str, words: str) -> None:
    assert genre(title) == words


@pytest.mark.parametrize(
    ("edition", "title"),
    [
        ("（征求意见稿）", "青山县创卫方案"),
        ("（二〇二四年修改完善稿）", "青山县创卫方案（二〇二四年修改完善稿）"),
        ("（二〇二四年度修改完善后稿）", "青山县创卫方案（二〇二四年度修改完善后稿）"),
        ("（二〇二四年度修改完善之后稿）", ""),
    ],
)
def test_a_line_that_looks_like_a_title_may_have_an_edition(edition: str, title: str) -> None:
    assert own_title(read(f"青山县创卫方案{edition}")) == title


# Sections of standards


def naming(text: str) -> list[tuple[str, str, str]]:
    plan = replace(PLAN, standards=(StandardUse(id=STANDARD),))
    return [(one.section, one.numbers, one.text) for one in every_naming(read(text, plan=plan))]


TITLE = "《国家卫生乡镇（县城）标准》"
LONG = "环境卫生与市容管理和集贸市场规范提升以及长效管护"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实“环境卫生”项目第1—3条。", ("环境卫生", "第1—3条", "“环境卫生”项目第1—3条")),
        ("落实“环境卫生”部分中第2条。", ("环境卫生", "第2条", "“环境卫生”部分中第2条")),
        ("落实“环境卫生”一节的第2条。", ("环境卫生", "第2条", "“环境卫生”一节的第2条")),
        ("落实“环境卫生”一章第2条。", ("环境卫生", "第2条", "“环境卫生”一章第2条")),
        ("落实“环境卫生”第2条。", None),
        ("落实“环境卫生”项目的要求。", None),
        (f"落实{TITLE}“环境卫生”方面的要求。", ("环境卫生", "", f"{TITLE}“环境卫生”方面的")),
        (f"落实{TITLE}“环境卫生”第2条。", ("环境卫生", "第2条", f"{TITLE}“环境卫生”第2条")),
        (f"落实{TITLE}“环境卫生”要求。", None),
        (f"按照{TITLE}所规定的要求中“环境卫生”第2条。", None),
        (f"按照{TITLE}规定的要求中“环境卫生”第2条。", ("环境卫生", "第2条", None)),
        (f"落实“{LONG}”项目第2条。", (LONG, "第2条", f"“{LONG}”项目第2条")),
        (f"落实“{LONG}了”项目第2条。", None),
    ],
)
def test_a_section_that_a_text_names(text: str, found: tuple[str, str, str | None] | None) -> None:
    said = [(*one[:2], one[2] if found and found[2] else None) for one in naming(text)]
    assert said == ([found] if found else [])


def test_a_cited_title_has_up_to_40_characters() -> None:
    longest = "国家卫生乡镇（县城）标准" + "和卫生村创建要求" * 3 + "补充规定"
    assert len(longest) == 40
    assert naming(f"落实《{longest}》“环境卫生”项目第2条。") == []
    (found,) = naming(f"落实《{longest}二》“环境卫生”项目第2条。")
    assert found[2] == "“环境卫生”项目第2条"
