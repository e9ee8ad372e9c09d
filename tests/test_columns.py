"""The columns of a table that says nothing of its widths."""

from __future__ import annotations

import pytest

from plangen.compose.columns import centred, fair_widths
from plangen.model.plan import TableSpec
from plangen.problem import NOWHERE


def table(*rows: str) -> TableSpec:
    head, *below = (tuple(row.split("|")) for row in rows)
    return TableSpec(head=head, rows=tuple(below), where=NOWHERE)


TASKS = ("序号|任务|牵头单位|备注", "1|户厕改造|市农业农村局|", "2|治理污水|市生态环境局|")


@pytest.mark.parametrize(
    ("rows", "turned", "widths"),
    [
        (TASKS, False, (3.25, 5.25, 7.25, 3.25)),  # the longest of head and cells
        (("专职巡护员（人）|甲", "1|乙"), False, (5.25, 2.25)),  # a long head takes two lines
        (("甲|乙", "\n一二三\n一二|一"), False, (4.25, 2.25)),  # by the lines of a cell
        (("甲|乙|丙", f"{'一' * 20}|{'二' * 20}|一"), False, (16.25, 16.25, 2.25)),
        (("甲|乙|丙", f"{'一' * 20}|{'二' * 20}|一"), True, (17.25, 17.25, 2.25)),
        (("甲|乙", "一"), False, (2.25, 2.25)),  # a row may be short of cells
        (("|".join("一二三四五六七八九"), "|".join(["一二三四五"] * 9)), False, (5.25,) * 9),
    ],
)
def test_the_widths_of_columns(
    rows: tuple[str, ...], turned: bool, widths: tuple[float, ...]
) -> None:
    assert fair_widths(table(*rows), turned=turned) == widths


def test_columns_of_short_words_stand_centred() -> None:
    rows = ("序号|任务|单位|时限|备注", "1|治理污水，清理沟渠|县住房和城乡建设局|2026年6月底|")
    assert centred(table(*rows)) == (0, 3, 4)


def test_a_table_without_rows_has_no_column_centred() -> None:
    assert centred(table("序号|任务")) == ()
