"""What examples can't show of the rules on time and clauses: levels, fixes, suspensions, texts.

The texts are also read as a Word document gives them: paragraphs without a path.
"""

from __future__ import annotations

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import Locality, Plan, StandardUse
from plangen.pipeline import lint
from plangen.problem import Fix, Level, Problem, Where
from plangen.rules import Case, Outcome, rules, run
from plangen.rules._clauses import Plain
from plangen.rules._differences import differences
from plangen.rules._time import deadlines
from plangen.standard.catalogue import load_standard
from tests.tools.specs import over_base

COUNTY = "weisheng-xiangzhen-2010"


def outcome(piece: str) -> Outcome:
    return lint(over_base(piece), "x.yaml").outcome


def levels(rule: str, piece: str) -> list[Level]:
    return [found.level for found in outcome(piece).problems if found.rule == rule]


def read(rule: str, *lines: str, role: Role = Role.PARAGRAPH) -> list[Problem]:
    """The findings of a rule on a document that was read: paragraphs counted from 1."""
    blocks = tuple(block(role, text, Where(paragraph=at)) for at, text in enumerate(lines, 1))
    plan = Plan(
        title="", locality=Locality(name="", level=""), standards=(StandardUse(id=COUNTY),)
    )
    case = Case(plan, {COUNTY: load_standard(COUNTY)}, {"实施方案": Document(blocks)}, read=True)
    return run(case, tuple(one for one in rules() if one.id == rule)).problems


def test_a_document_may_assign_its_clauses_elsewhere() -> None:
    assert levels("clause-uncovered", f"standards: [{COUNTY}]") == [Level.ERROR]
    found = read("clause-uncovered", "对照标准逐项整治。")
    assert [problem.level for problem in found] == [Level.INFO]


# Levels

PAST = (
    "notice: {issuer: 青山县人民政府, date: 2024-09-05}\n"
    "phases: [{name: 甲, start: 2024-01, end: 2024-02}"
)
TWICE = (
    "groups: [{name: 甲组, duties: [卫生责任制落实，镇容美观有序，"
    "无乱搭乱建、乱贴乱画、乱摆摊点现象。]},"
    " {name: 乙组, clauses: [{ids: C5, print: texts}]}]"
)


@pytest.mark.parametrize(
    ("rule", "piece", "level"),
    [
        (
            "phase-gap",
            "phases: [{name: 甲, start: 2024-01, end: 2024-01-20}, {name: 乙, start: 2024-02}]",
            Level.INFO,
        ),
        (
            "phase-gap",
            "phases: [{name: 甲, start: 2023-11, end: 2024-01}, {name: 乙, start: 2024-03}]",
            Level.WARNING,
        ),
        ("phase-past", f"{PAST}]", Level.ERROR),
        ("phase-past", f"{PAST}, {{name: 乙, start: 2024-03, end: 2024-12}}]", Level.WARNING),
        (
            "date-relative",
            "closing: 今年完成。\nnotice: {issuer: 青山县人民政府}",
            Level.WARNING,
        ),
        (
            "date-relative",
            "closing: 今年完成。\nnotice: {issuer: 青山县人民政府, draft: 是}",
            Level.INFO,
        ),
        (
            "indicator-weak",
            f"standards: [{COUNTY}]\nclosing: 群众对卫生状况满意率达到80%。",
            Level.ERROR,
        ),
        ("indicator-weak", f"standards: [{COUNTY}]\nclosing: 绿化覆盖率达到20%。", Level.INFO),
        (
            "clause-quotes-differ",
            f"standards: [{COUNTY}]\n{TWICE}",
            Level.INFO,
        ),
    ],
)
def test_how_grave_a_finding_is(rule: str, piece: str, level: Level) -> None:
    assert levels(rule, piece) == [level]


# Unknown dates


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("phase-gap", 2),
        ("phase-past", 3),
        ("target-past", 1),
        ("deadline-past", 1),
        ("deadline-outside", 1),
        ("period-uncovered", 1),
        ("number-year", 1),
        ("cited-later", 1),
        ("standard-superseded", 1),
    ],
)
def test_masked_dates_suspend_and_are_counted(rule: str, count: int) -> None:
    piece = (
        f"standards: [{COUNTY}]\n"
        "preamble: 按照青政发〔20XX〕3号文件，20XX年5月底前完成。\n"
        "period: {start: 20XX-01, end: 20XX-12}\n"
        "targets: [{text: 完成申报, by: 20XX-07}]\n"
        "phases: [{name: 甲, start: 20XX-01, end: 20XX-02},"
        " {name: 乙, start: 20XX-03, end: 20XX-06}, {name: 丙, start: 20XX-07, end: 20XX-12}]\n"
        "notice: {issuer: 青山县人民政府, number: 青政发〔20XX〕5号, date: 20XX-01-08}"
    )
    ran = outcome(piece)
    assert [found for found in ran.problems if found.rule == rule] == []
    assert len(ran.suspended[rule]) == count


# Documents that were read


def test_a_padded_date_of_the_document_is_an_error_with_its_fix() -> None:
    found = read("date-padded", "2024年01月05日", role=Role.DATE)
    fixes = [(problem.level, problem.fix, problem.where.paragraph) for problem in found]
    assert fixes == [(Level.ERROR, Fix("01月05日", "1月5日"), 1)]


def test_clauses_that_a_document_quotes_are_compared_with_the_standard() -> None:
    found = read(
        "clause-misquoted",
        "具体职责：",
        "7.积极开展控烟工作，设立无烟草广告，公共场所设有禁烟标志并监督落实。",
        "（三）充分发动群众参与爱国卫生运动,经常开展形式多样､内容丰富的卫生创建活动。",
    )
    assert [(problem.where.paragraph, problem.quote) for problem in found] == [
        (2, "工作，设立无烟")
    ]


def test_the_same_wrong_title_is_said_once() -> None:
    wrong = "《国家卫生乡镇（县城）标准（2021版）》"
    found = read("standard-misnamed", f"按照{wrong}要求。", f"对照{wrong}自查。")
    assert [problem.where.paragraph for problem in found] == [1]


def test_a_plan_without_documents_and_phases_can_be_checked() -> None:
    assert run(Case(Plan(title="", locality=Locality(name="", level="")), {})).ran


# Helpers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("于2024年4月底前完成", ["2024年4月底前"]),
        ("1.2月15日前报送；12月31日之前归档", ["2月15日前", "12月31日之前"]),
        ("20XX年7月前申报，2024年底前达标", ["20XX年7月前", "2024年底前"]),
        ("每月5日前、每年3月底前报送，次年2月前兑现", []),
        ("2000年前建成的小区，3月前期工作，15日前后，饭前", []),
        ("2024年3月底前的任务", []),
    ],
)
def test_deadlines_of_a_text(text: str, found: list[str]) -> None:
    assert [due.text for due in deadlines(text)] == found


def test_a_difference_is_shown_as_it_is_written() -> None:
    ours = Plain.of(
        "2.有计划、有经费，编制创建工作实施方案，建立长效管理机制，以乡镇带村，整体发展。"
    )
    theirs = Plain.of(
        "有计划，有经费，有创建工作实施方案，建立长效管理机制，以乡镇带村，整体发展。"
    )
    found = [(one.here, one.there) for one in differences(ours, theirs)]
    assert found == [("经费，编制创建", "经费，有创建")]


def test_marks_wide_letters_and_the_locality_make_no_difference() -> None:
    ours = Plain.of(
        "县政府设立卫生问题建议与投诉平台，对其它问题认真核查，满意率不低于90％，定期通报。"
    )
    theirs = Plain.of("乡镇政府设立卫生问题建议与投诉平台;对其他问题认真核查;满意率≥90%,定期通报")
    assert differences(ours, theirs) == []
