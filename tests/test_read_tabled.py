"""Tables that are typed in a text: what is read as one, and what isn't."""

from __future__ import annotations

import pytest

from plangen.pipeline.documents import lint_document
from plangen.read.files import read_document

TEXT = "霁川县工作方案\n一、任务分工\n{}\n二、工作要求\n各单位要高度重视。\n"


def grids(text: str) -> list[list[list[str]]]:
    document = read_document(TEXT.format(text).encode(), "x.txt").document
    tables = [block.table for block in document.blocks if block.table]
    return [[["/".join(cell) for cell in row.cells] for row in table.rows] for table in tables]


HEAD = ["序号", "任务", "单位"]
ROWS = [HEAD, ["1", "植树", "县林业局"], ["2", "扫街", "县住建局"]]


@pytest.mark.parametrize(
    "text",
    [
        "序号\t任务\t单位\n1\t植树\t县林业局\n2\t扫街\t县住建局",
        "序号  任务  单位\n1     植树  县林业局\n2     扫街  县住建局",
        "序号　　任务　　单位\n1　　植树　　县林业局\n2　　扫街　　县住建局",
        "| 序号 | 任务 | 单位 |\n| 1 | 植树 | 县林业局 |\n| 2 | 扫街 | 县住建局 |",
        "序号|任务|单位\n---|---|---\n1|植树|县林业局\n2|扫街|县住建局",
        "┌──┬──┬──┐\n│序号│任务│单位│\n├──┼──┼──┤\n│1│植树│县林业局│\n│2│扫街│县住建局│\n└──┴──┴──┘",
        "  序号\t任务\t单位\n  1\t植树\t县林业局\n  2\t扫街\t县住建局",
    ],
)
def test_columns_are_parted_by_tabs_blanks_or_bars(text: str) -> None:
    assert grids(text) == [ROWS]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "序号\t任务\t单位\n1\t\t县林业局\n\t扫街\t县住建局",
            [["1", "", "县林业局"], ["", "扫街", "县住建局"]],
        ),
        ("序号\t任务\t单位\n1\t植树\t\n2\t扫街", [["1", "植树", ""], ["2", "扫街", ""]]),
        ("|序号|任务|单位|\n|1||县林业局|\n|2|扫街||", [["1", "", "县林业局"], ["2", "扫街", ""]]),
    ],
)
def test_cells_may_be_empty(text: str, rows: list[list[str]]) -> None:
    assert grids(text) == [[HEAD, *rows]]


def test_a_year_may_begin_the_name_of_a_column() -> None:
    rows = [
        ["乡  镇", "类  型", "2024年任务"],
        ["甲  镇", "新  建", "3"],
        ["乙  乡", "改  建", "5"],
    ]
    assert grids("\n".join(map("\t".join, rows))) == [rows]


def test_tables_below_one_another_are_two() -> None:
    rows = "序号\t任务\n1\t植树\n2\t扫街"
    assert len(grids(f"{rows}\n\n{rows}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "序号\t任务\t单位\n1\t植树\t县林业局",  # two rows
        "甲\t乙\t丙\n1\t植树\t县林业局\n2\t扫街\t县住建局",  # no names of columns
        "序号\t任务\t任务\n1\t植树\t县林业局\n2\t扫街\t县住建局",  # one name twice
        "序号\t任务\t单位\n1\t植树\t县林业局\t急\n2\t扫街\t县住建局",  # more cells than names
        "序号  任务  单位\n1     植树\n2     扫街  县住建局",  # fewer: whose blank is it
        "组长：\t陆承远\t县长\n副组长：\t江若水\t副县长\n成员：\t何川\t县林业局局长",
        "组　长  陆承远\n副组长  江若水\n成　员  何　川",
        "陆承远\t县长\n江若水\t副县长\n何川\t县林业局局长",
        "1.植树造林任务\t县林业局负责单位\n2.扫街任务\t县住建局负责单位\n3.检查\t县政府",
    ],
)
def test_what_is_not_sure_stays_lines(text: str) -> None:
    assert grids(text) == []


def test_it_is_told_of_once_and_cells_keep_their_places() -> None:
    rows = "序号\t任务\t单位\n1\t截止目前植树\t县林业局\n2\t扫街\t县住建局"
    found = lint_document(TEXT.format(f"{rows}\n\n{rows}").encode(), "x.txt").problems
    assert [
        (problem.rule, problem.where.line, problem.where.column)
        for problem in found
        if problem.rule in {"read-tabled", "word-wrong"}
    ] == [("read-tabled", 3, 1), ("word-wrong", 4, 3), ("word-wrong", 8, 3)]
