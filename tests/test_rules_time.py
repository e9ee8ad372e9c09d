"""What the rules on time share, at its bounds: deadlines, stretches of time, pieces of phases."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import Phase, Target
from plangen.pipeline import lint
from plangen.problem import Where
from plangen.rules._time import (
    Deadline,
    Stretch,
    by_phase,
    deadlines,
    founding,
    later,
    overlap,
    phases_stretch,
    sentence_at,
    work_deadlines,
)
from plangen.rules.base import Case, Suspended
from plangen.text.dates import Date, parse_date
from tests.tools.specs import over_base


def day(year: int, month: int = 1, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


def case(piece: str) -> Case:
    found = lint(over_base(piece), "x.yaml").case
    assert found
    return found


def date(text: str) -> Date:
    found = parse_date(text)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1998年底前建成", [(1998, None, None, False)]),
        ("19XX年底前建成", [(None, None, None, True)]),
        ("20XX年5月前", [(None, 5, None, True)]),
        ("2024年5月上旬前，6月中旬以前，7月下旬之前", [
            (2024, 5, None, False), (None, 6, None, False), (None, 7, None, False)
        ]),
        ("2024年5月6日前", [(2024, 5, 6, False)]),
        ("5月6日前", [(None, 5, 6, False)]),
        ("2024年底前", [(2024, None, None, False)]),
        ("2024年初前", [(2024, None, None, False)]),
        ("2024年末前", [(2024, None, None, False)]),
        ("2024年前建成的，5月前完成", [(None, 5, None, False)]),
        ("5月前期，5月前后，5月前往，5月前进，5月前述，5月前置，5月前的", []),
        ("每年5月前", []),
        ("每年的5月前", []),
        ("今年5月前", []),
        ("于项目代码320245月前报送", []),
        ("每年5月前；6月前完成", [(None, 6, None, False)]),
        ("次月5日前，当月5日前，各年度5月前", []),
        ("次月1月5日前", []),
        ("各年度的5月前", []),
        ("年度5月前", []),
        ("上一个月5月前", []),
    ],
)  # fmt: skip
def test_deadlines(
    text: str, found: list[tuple[int | None, int | None, int | None, bool]]
) -> None:
    dues = [(d.date.year, d.date.month, d.date.day, d.masked) for d in deadlines(text)]
    assert dues == found


@pytest.mark.parametrize(
    ("at", "sentence"),
    [(0, "甲乙"), (2, "甲乙"), (3, "丙"), (4, "丙"), (5, "丁")],
)
def test_the_sentence_at_a_place(at: int, sentence: str) -> None:
    assert sentence_at("甲乙。丙；丁", at) == sentence


def test_a_sentence_starts_after_the_last_stop() -> None:
    assert sentence_at("甲！乙？丙;丁", 6) == "丁"
    assert sentence_at("甲。", 0) == "甲"
    assert sentence_at("。甲", 0) == ""


def due(text: str) -> Deadline:
    (found,) = deadlines(text)
    return found


STRETCH = Stretch(day(2024, 3), day(2024, 12, 31), Date("2024年3月"), Date("2024年12月"))


def test_a_deadline_without_a_year_may_be_in_each_year_of_the_plan() -> None:
    two = STRETCH._replace(opens=day(2023, 3))
    assert [first for first, _ in due("5月前").readings(two)] == [day(2023, 5), day(2024, 5)]


def test_and_in_the_next_where_a_summary_may_still_be_due() -> None:
    assert [first for first, _ in due("1月前").readings(STRETCH)] == [day(2024), day(2025)]
    assert [first for first, _ in due("2月前").readings(STRETCH)] == [day(2024, 2)]


def test_31_days_after_the_plan_are_soon() -> None:
    until = STRETCH._replace(closes=day(2024, 5, 1))
    assert [f for f, _ in due("6月1日前").readings(until)] == [day(2024, 6, 1)]
    closes = STRETCH._replace(opens=day(2023, 7), closes=day(2024, 5, 1))
    assert [f for f, _ in due("6月1日前").readings(closes)] == [day(2023, 6), day(2024, 6)]
    assert [f for f, _ in due("6月2日前").readings(closes)] == [day(2023, 6, 2)]


def test_what_is_never_soon_has_its_first_reading() -> None:
    over = STRETCH._replace(opens=day(2024, 1), closes=day(2024, 2, 1))
    assert [first for first, _ in due("11月前").readings(over)] == [day(2024, 11)]


def test_a_deadline_with_a_year_is_itself() -> None:
    assert due("2030年5月前").readings(STRETCH) == [(day(2030, 5), day(2030, 5, 31))]


def test_the_last_year_there_is() -> None:
    last = STRETCH._replace(opens=day(9999), closes=day(9999, 12, 31))
    assert [first for first, _ in due("5月前").readings(last)] == [day(9999, 5)]


def test_a_day_that_there_is_not_has_no_reading() -> None:
    assert due("2月30日前").readings(STRETCH) == []


def test_what_stands_before_a_deadline() -> None:
    assert due("名单于5月前报送").before == "名单于"


def test_a_stretch_with_an_earlier_day() -> None:
    assert STRETCH.with_day(day(2024)).opens == day(2024)
    assert STRETCH.with_day(day(2024, 4)).opens == day(2024, 3)
    assert STRETCH.with_day(None) == STRETCH
    assert STRETCH.said == "2024年3月至2024年12月"


def test_the_calendar_has_an_end() -> None:
    assert later(day(2024), datetime.timedelta(31)) == day(2024, 2)
    assert later(datetime.date.max, datetime.timedelta(1)) == datetime.date.max
    assert later(datetime.date.max - datetime.timedelta(2), datetime.timedelta(1)) == (
        datetime.date.max - datetime.timedelta(1)
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-01", "2024-01-08", True),
        ("2024-01", "2024-01-31", True),
        ("2024-01", "2024-02-01", False),
        ("2024-02", "2024-02-01", True),
        ("2024-02", "2024-01-31", False),
        ("20XX-02", "2024-01-31", True),
        ("2024-02", "20XX-01-31", True),
        ("2024-01-08", "2024-01-08", True),
    ],
)
def test_dates_that_may_mean_the_same_time(one: str, other: str, same: bool) -> None:
    assert overlap(date(one), date(other)) is same
    assert overlap(date(other), date(one)) is same


PHASES = (
    "phases: [{name: 甲, start: 2024-03, end: 2024-05}, {name: 乙, start: 2024-01, end: 2024-02}]"
)


def test_a_stretch_goes_from_the_first_day_to_the_last() -> None:
    found = phases_stretch(case(PHASES))
    assert isinstance(found, Stretch)
    assert (found.opens, found.closes) == (day(2024), day(2024, 5, 31))
    assert found.said == "2024年1月至2024年5月"


@pytest.mark.parametrize(
    "masked", ["start: 20XX-03, end: 2024-05", "start: 2024-03, end: 20XX-05"]
)
def test_a_masked_phase_suspends_and_is_named(masked: str) -> None:
    piece = PHASES.replace("[{", "[{name: 甲, start: 2024-01, end: 2024-02}, {", 1)
    found = phases_stretch(case(piece.replace("start: 2024-03, end: 2024-05", masked)))
    assert isinstance(found, Suspended)
    assert found.where.dotted == "phases.1"


def test_a_phase_that_goes_on_has_no_stretch() -> None:
    assert phases_stretch(case("phases: [{name: 甲, start: 2024-01}]")) is None
    assert phases_stretch(case("")) is None


TASKS = (
    "phases: [{name: 甲, start: 2024-01, end: 2024-02, text: 于1月前动员。},"
    " {name: 乙, start: 2024-03, end: 2024-04, tasks: [{title: 自查, text: 于3月前自查。},"
    " {text: 于4月前整改。}]}]\npreamble: 于5月前总结。"
)


def test_each_line_is_of_the_phase_whose_text_it_is() -> None:
    found = [(index, line.text[-7:]) for index, line in by_phase(case(TASKS), "前")]
    assert found == [
        (None, "于5月前总结。"),
        (0, "于1月前动员。"),
        (1, "于3月前自查。"),
        (1, "于4月前整改。"),
    ]


def test_lines_that_were_read_are_of_the_phase_they_end_like() -> None:
    plan = case(TASKS).plan
    lines = (
        "4.于3月前自查。",
        "（一）自查。于3月前自查。",
        "于4月前整改。另行安排。",
        "2.于4月前整改。",
    )
    blocks = tuple(block(Role.PARAGRAPH, text, Where(paragraph=1)) for text in lines)
    found = by_phase(Case(plan, {}, {"实施方案": Document(blocks)}, read=True), "前")
    assert [index for index, _ in found] == [None, 1, None, 1]


@pytest.mark.parametrize(
    "text",
    ["已于5月前完成", "原定5月前完成", "5月前完成的基础上", "此前5月前", "曾于5月前", "5月前以来"],
)
def test_what_tells_of_the_past_is_no_work_to_do(text: str) -> None:
    assert work_deadlines(case(f"preamble: {text}，继续整治。")) == ()


@pytest.mark.parametrize(("by", "count"), [(", by: 2024-05", 0), ("", 1)])
def test_a_target_with_its_own_deadline_is_checked_as_such(by: str, count: int) -> None:
    found = work_deadlines(case(f"targets: [{{text: 于5月前完成申报{by}}}]"))
    assert len(found) == count


def test_a_target_without_a_text_is_the_text_of_nothing() -> None:
    plan = case("preamble: 于5月前完成申报。")
    targets = (Target(text="", by=date("2024-05"), where=Where()),)
    assert len(work_deadlines(replace(plan, plan=replace(plan.plan, targets=targets)))) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成立创建工作领导小组。", True),
        ("组建创卫指挥部。", True),
        ("成立工作专班。", True),
        ("成立领导组。", True),
        ("创建工作领导小组成立以来，召开会议。", False),
        ("成立以来，领导小组多次开会。", False),
        ("成立后，领导小组多次开会。", False),
        (f"成立{'县' * 8}以来领导小组多次开会。", False),
        (f"成立{'县' * 9}以来领导小组多次开会。", True),
        (f"成立{'县' * 30}指挥部。", True),
        (f"成立{'县' * 31}指挥部。", False),
        ("成立协会。领导小组开会。", False),
    ],
)
def test_the_phase_in_which_the_leading_group_is_set_up(text: str, found: bool) -> None:
    piece = f"phases: [{{name: 甲, text: 开会。}}, {{name: 乙, tasks: [{{text: {text}}}]}}]"
    phase = founding(case(piece))
    assert phase is None if not found else isinstance(phase, Phase)
    assert (phase.name if phase else "") == ("乙" if found else "")
