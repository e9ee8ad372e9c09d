"""Documents that plangen didn't write: the same plan from every form, and nothing of it lost.

The documents are what the example specs and the plans with planted faults say, without their
tables: a text file has none. Beyond that no form may say anything else than another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import unified_diff
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from plangen.model.document import Document
from plangen.model.plan import Plan
from plangen.pipeline.documents import Read, lint_document, read
from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.pipeline.review import mend_document
from plangen.problem import Problem
from plangen.read.docx import read_docx
from plangen.read.files import read_document
from tests.tools.documents import docx, p
from tests.tools.examples import written
from tests.tools.forms import (
    FORMS,
    as_numbered_word,
    as_plain_word,
    as_tabled_word,
    as_text,
    texts,
    wrapped,
)

ROOT = Path(__file__).parents[1]
PATHS = {
    path.stem: path
    for path in (*ROOT.glob("tests/faults/*.yaml"), *ROOT.glob("specs/xx-*.yaml"))
    if "\nkind: plan\n" in "\n" + path.read_text(encoding="utf-8")
}
NAMES = sorted(PATHS)
each = pytest.mark.parametrize("name", NAMES)
WIDTH, PAGE = 28, 22
ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.|（\d{1,2}）)"
)
BLANKS = re.compile(r"\s")
FILLING = re.compile(r"[\s、]")


@cache
def document(name: str) -> Document:
    plan = load(PATHS[name].read_bytes(), PATHS[name].name).plan
    assert plan is not None
    found = make_case(plan).document
    assert found is not None
    return found


def plan_of(raw: bytes, name: str) -> Plan:
    return read(raw, name).case.plan


@cache
def as_read(name: str) -> Plan:
    return plan_of(as_text(document(name)), "x.txt")


def paged(name: str) -> str:
    return wrapped(texts(document(name)), WIDTH, PAGE)


def test_there_are_documents_of_every_kind() -> None:
    assert NAMES == [
        "city",
        "county",
        "district",
        "roadmap",
        "town",
        "xx-city",
        "xx-county",
        "xx-district",
        "xx-masked",
        "xx-town",
    ]


# What is read, in figures: sections, bodies, people, clause references, phases, assignments


def figures(plan: Plan) -> tuple[int, ...]:
    bodies = (*plan.offices, *plan.groups)
    roles = [role for body in bodies for role in body.roster]
    roles += plan.leaders.roster if plan.leaders else ()
    refs = [ref for body in bodies for ref in body.clauses]
    refs += [ref for body in bodies for block in body.blocks for ref in block.clauses]
    return (
        len(plan.outline),
        len(plan.offices),
        len(plan.groups),
        sum(len(role.people) for role in roles),
        len(refs),
        len(plan.phases),
        len(plan.guarantees),
        sum(bool(one.lead) for one in plan.assignments),
        sum(len(one.lead) for one in plan.assignments),
        sum(len(one.support) for one in plan.assignments),
    )


def test_a_document_has_so_many_parts() -> None:
    assert {name: figures(as_read(name)) for name in NAMES} == {
        "city": (5, 1, 6, 38, 0, 5, 8, 66, 84, 126),
        "county": (5, 1, 12, 111, 11, 4, 3, 0, 0, 0),
        "district": (6, 0, 0, 0, 0, 3, 4, 0, 0, 0),
        "roadmap": (4, 0, 0, 0, 0, 4, 5, 0, 0, 0),
        "town": (4, 0, 0, 1, 0, 3, 4, 0, 0, 0),
        "xx-city": (5, 1, 5, 90, 0, 5, 8, 66, 118, 277),
        "xx-county": (5, 1, 12, 128, 11, 4, 3, 0, 0, 0),
        "xx-district": (6, 0, 0, 0, 0, 3, 5, 0, 0, 0),
        "xx-masked": (4, 1, 3, 7, 4, 3, 2, 0, 0, 0),
        "xx-town": (5, 1, 0, 17, 0, 3, 4, 0, 0, 0),
    }


# One document in many forms


@pytest.mark.parametrize("form", list(FORMS))
@each
def test_every_form_of_a_document_holds_the_same_plan(name: str, form: str) -> None:
    assert plan_of(FORMS[form](document(name)), form) == as_read(name)


def test_the_forms_differ() -> None:
    def body(make: Callable[[Document], bytes]) -> tuple[int, int, int]:
        reading = read_document(make(document("xx-county")), "x.docx")
        blocks = reading.document.blocks
        return (
            sum(block.table is not None for block in blocks),
            sum(block.auto > 0 for block in blocks),
            sum(bool(ORDINAL.match(block.text)) and not block.auto for block in blocks),
        )

    assert {make.__name__: body(make) for make in (as_plain_word, as_numbered_word)} == {
        "as_plain_word": (0, 0, 125),
        "as_numbered_word": (0, 125, 0),
    }
    assert body(as_tabled_word) == (14, 0, 125)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
@each
def test_every_encoding_holds_the_same_plan(name: str, encoding: str) -> None:
    assert plan_of(as_text(document(name), encoding), "x.txt") == as_read(name)


@each
def test_a_text_broken_at_28_characters_with_page_numbers_holds_the_same_plan(name: str) -> None:
    assert plan_of(paged(name).encode(), "x.txt") == as_read(name)


@each
def test_word_with_a_paragraph_for_each_line_holds_the_same_plan(name: str) -> None:
    raw = docx(*map(p, paged(name).split("\n")))
    assert plan_of(raw, "x.docx") == as_read(name)


@each
def test_a_text_without_line_breaks_is_kept_and_parted_at_its_headings(name: str) -> None:
    lines = texts(document(name))
    found = read_document("".join(lines).encode(), "x.txt").document.texts()
    assert "".join(found) == "".join(lines)
    first = [line for line in lines if re.match("[一二三四五六七八九十]、", line)]
    begun = [line[: len(head)] for head in first for line in found if line.startswith(head[:6])]
    assert [head[:6] for head in first] == [line[:6] for line in begun]


# What Word files have of broken lines: joined, told of, and found where it stands


BROKEN = docx(
    p("XX县创建国家卫生县城实施方案"),
    p("一、总体目标"),
    p("2024年4月底前完成申报,补齐短板，力争到"),
    p("2024年底，实现全县达到国家卫生县城标准。"),
    p("二、组织机构"),
    p("成立XX县创建国家卫生县城工作领导组，成员名单如下："),
    p("组"),
    p("长：何川（县委书记)"),
)


def test_a_label_and_a_sentence_broken_over_paragraphs_are_joined() -> None:
    reading = read_document(BROKEN, "x.docx")
    assert [block.text for block in reading.document.blocks][2:] == [
        "2024年4月底前完成申报,补齐短板，力争到2024年底，实现全县达到国家卫生县城标准。",
        "二、组织机构",
        "成立XX县创建国家卫生县城工作领导组，成员名单如下：",
        "组长：何川（县委书记)",
    ]
    assert [(one.rule, one.where.paragraph, one.message) for one in reading.problems] == [
        ("read-mended", 3, "从这里起有 2 处一句话、一个名目断成了几段，已接上")
    ]


def test_findings_in_joined_paragraphs_stand_in_the_file_s_own() -> None:
    problems = lint_document(BROKEN, "x.docx").problems
    assert [
        (one.rule, one.where.paragraph, one.where.column, one.quote)
        for one in problems
        if one.rule in {"punctuation-halfwidth", "bracket-halfwidth"}
    ] == [
        ("punctuation-halfwidth", 3, 10, "完成申报,"),
        ("bracket-halfwidth", 8, 5, "（县委书记)"),
    ]


def test_fixes_in_joined_paragraphs_and_lines_are_made_where_they_stand() -> None:
    after, count = mend_document(BROKEN, "x.docx", tracked=False)
    lines = read_docx(after, "x.docx").text.split("\n")
    assert (count, lines[2:4], lines[7]) == (
        2,
        ["2024年4月底前完成申报，补齐短板，力争到", "2024年底，实现全县达到国家卫生县城标准。"],
        "长：何川（县委书记）",
    )
    raw = read_docx(BROKEN, "x.docx").text.encode()
    assert mend_document(raw, "x.txt") == ("\n".join(lines).encode(), 2)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("xx-")])
def test_nothing_is_joined_in_a_sound_word_file(name: str) -> None:
    plan = load(PATHS[name].read_bytes(), PATHS[name].name).plan
    assert plan is not None
    for raw in (as_plain_word(document(name)), written(plan, document(name))):
        assert read_document(raw, "x.docx") == read_docx(raw, "x.docx")


# Import, render, read: nothing is lost


def plain(lines: list[str]) -> list[str]:
    """Sentences without ordinals and blanks; a title's lines are one.

    Without 、 too: names that were written together are parted.
    """
    whole = "".join(FILLING.sub("", ORDINAL.sub("", line)) for line in lines)
    return [part for part in re.split("(?<=[。；：])", whole) if part]


@each
def test_an_imported_document_prints_its_text_again(name: str) -> None:
    imported = import_document(as_text(document(name)), "x.txt")
    plan = load(imported.text.encode(), "x.yaml").plan
    assert plan is not None
    again = make_case(plan).document
    assert again is not None
    back = read_document(written(plan, again), "x.docx").document.texts()
    before, after = plain(texts(document(name))), plain(back)
    assert "\n".join(unified_diff(before, after, "document", "imported", lineterm="", n=0)) == ""
    assert imported.lost == ()


# Findings: the locality's own ordinals and marks, the places of what has no place of its own


COUNTY = """栾溪县创建国家卫生县城实施方案
为落实《国家卫生乡镇（县城）标准》，制定本方案。
一、工作目标
2024年底前建成国家卫生县城。
二、组织机构
（一）健康教育组
组长：何川（副县长）
具体职责：
负责落实《国家卫生乡镇（县城）标准》“健康教育”项目中第1—7条创建任务。
（二）环境卫生组
组长：何川（副县长）
具体职责：
负责落实《国家卫生乡镇（县城）标准》“环境卫生”项目中第1—9条创建任务。
"""


def found(text: str, *rules: str) -> list[tuple[str, int | None, int | None, str]]:
    problems: list[Problem] = lint_document(text.encode(), "x.txt").problems
    return [
        (one.rule, one.where.line, one.where.column, one.message)
        for one in problems
        if one.rule in rules
    ]


def test_a_standard_stands_where_it_is_cited() -> None:
    raw = COUNTY.encode()
    assert [(use.id, use.where.line) for use in plan_of(raw, "x.txt").standards] == [
        ("weisheng-xiangzhen-2010", 2)
    ]


def coverage(text: str) -> list[tuple[str, ...]]:
    case = read(text.encode(), "x.txt").case
    return [tuple(clause.id for clause in one.uncovered) for one in case.coverage()]


LISTED = re.compile(r"“(?P<section>[^”]+)”项目中第(?P<numbers>[^条]+)条")
NEXT = re.compile(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|.*“[^”]+”项目中第")


def without_list(numbers: str, section: str) -> tuple[str, ...]:
    """What is uncovered once a body's sentence on its clauses and their texts are cut out."""
    lines = texts(document("xx-county"))
    assert coverage("\n".join(lines)) == [()]
    said = f"“{section}”项目中第{numbers}条"
    (at,) = (place for place, line in enumerate(lines) if said in line)
    end = next(place for place in range(at + 1, len(lines)) if NEXT.match(lines[place]))
    (found,) = coverage("\n".join([*lines[:at], *lines[end:]]))
    return found


FOOD = "食品安全、生活饮用水及公共场所卫生"
CUTS = [
    ("爱国卫生组织管理", "1—5", "A1 A2 A3 A4 A5"),
    ("健康教育", "1—7", "B1 B2 B3 B4 B5 B6 B7"),
    ("环境卫生", "1、2、3、4、6、7、8、9", "C1 C2 C3 C4 C6 C7 C8 C9"),
    ("环境保护", "1—4", "D1 D2 D3 D4"),
    (FOOD, "1、2、3、4、7", "F1 F2 F3 F4 F7"),
    (FOOD, "5、6、8", "F5 F6 F8"),
    ("传染病防治", "1—4", "G1 G2 G3 G4"),
    ("病媒生物防制", "1—4", "E1 E2 E3 E4"),
    ("社区卫生", "1—4", "H1 H2 H3 H4"),
    ("环境卫生", "5", "C5"),
    ("乡镇辖村卫生", "1—7", "I1 I2 I3 I4 I5 I6 I7"),
]


def test_the_cuts_are_all_lists_of_clauses_that_the_county_has() -> None:
    whole = "\n".join(texts(document("xx-county")))
    assert LISTED.findall(whole) == [(section, numbers) for section, numbers, _ in CUTS]


@pytest.mark.parametrize(("section", "numbers", "left"), CUTS)
def test_a_group_without_its_clauses_leaves_just_these_uncovered(
    section: str, numbers: str, left: str
) -> None:
    assert without_list(numbers, section) == tuple(left.split())


QUOTED = """创建卫生县城工作实施方案
为落实《国家卫生乡镇（县城）标准》，制定本方案。
一、责任分工
（一）病媒生物防制
1、认真贯彻落实《病媒生物预防控制管理规定》，坚持以环境治理为主的综合防制方针，防制人员、经费落实，防制措施符合国家有关标准和规范要求，防鼠防蝇设施完善，孳生地得到有效治理。(牵头单位：县爱卫办)
、在化学防制中，注重科学合理用药，不使用国家禁用的药物。(牵头单位：县爱卫办)
3、县城积极开展病媒生物监测工作,监测方法规范，数据可靠，能够基本反映病媒生物危害的现状。（牵头单位：县疾控中心)
"""


def test_what_the_locality_put_around_a_quoted_clause_is_its_own() -> None:
    assert found(QUOTED, "numbering-lost", "bracket-halfwidth", "punctuation-halfwidth") == [
        ("bracket-halfwidth", 5, 88, "“(牵头单位：县爱卫办)”应用全角括号（）"),
        ("numbering-lost", 6, 1, "行首“、”前面脱落了序号“2”"),
        ("bracket-halfwidth", 6, 29, "“(牵头单位：县爱卫办)”应用全角括号（）"),
        ("punctuation-halfwidth", 7, 13, "“监测工作,”的“,”是半角，应为“，”"),
        ("bracket-halfwidth", 7, 46, "“（牵头单位：县疾控中心)”应用全角括号（）"),
    ]


def test_a_lost_number_is_counted_among_the_quoted_clauses() -> None:
    lines = texts(document("xx-city"))
    numbered = [at for at, line in enumerate(lines) if re.match(r"4\..*牵头单位", line)]
    assert len(numbered) == 9
    for at in numbered:
        lines[at] = "、" + lines[at].removeprefix("4.")
    assert found("\n".join(lines), "numbering-lost") == [
        ("numbering-lost", at + 1, 1, "行首“、”前面脱落了序号“4”") for at in numbered
    ]
    assert all(after - before > 1 for before, after in pairwise(numbered))


def test_a_finding_about_a_line_of_the_notice_stands_in_that_line() -> None:
    text = "\n".join(texts(document("district")))
    line = text.split("\n").index("各镇街、开发区，区政府各部门：") + 1
    assert [one[1:3] for one in found(text, "addressee-informal")] == [(line, 2), (line, 5)]


def test_a_web_page_s_summary_does_not_belong_to_the_text() -> None:
    text = "\n".join(texts(document("town")))
    summary = BLANKS.sub("", text)[:80] + "..."
    assert found(f" {summary}\n{text}", "page-residue") == [
        ("page-residue", 1, 2, "这一段是网页的摘要，下面的标题和正文里都有，应删去")
    ]
    assert found(text, "page-residue") == []


def held(name: str) -> Read:
    return read(as_text(document(name)), "x.txt")


@each
def test_what_is_read_is_the_document_s_own_text(name: str) -> None:
    read_texts = held(name).recognised.document.texts()
    assert "".join(read_texts) == "".join(texts(document(name)))


def test_a_note_above_the_signature_is_told() -> None:
    lines = texts(document("roadmap"))
    note = lines.index("（此件公开发布）")
    assert found("\n".join(lines), "note-early") == []
    moved = [*lines[: note - 2], lines[note], *lines[note - 2 : note], *lines[note + 1 :]]
    assert moved[note - 1] == "鹤汀土家族自治县人民政府办公室"
    assert found("\n".join(moved), "note-early") == [
        ("note-early", note - 1, 1, "附注“（此件公开发布）”应在成文日期的下一行")
    ]


def test_one_note_of_sixty_with_another_mark_is_told_beside_a_quoted_clause() -> None:
    text = "\n".join(texts(document("xx-city")))
    assert found(text, "assignment-mark") == []
    start = text.index("牵头单位：")
    end = text.index("）", start)
    (one,) = found(f"{text[:end]}。{text[end:]}", "assignment-mark")
    assert one[0] == "assignment-mark"
    assert one[3].endswith("括注末尾有“。”，别处没有")
