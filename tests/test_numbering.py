"""The ordinals at the start of lines: which are read, and which of them are siblings."""

from __future__ import annotations

import pytest

from plangen.model.document import Block, Document, Role, Row, Table, block
from plangen.model.plan import Locality, Plan
from plangen.rules import Case
from plangen.rules._numbering import FIRST, FOURTH, PHASE, SECOND, THIRD, label, outline

PLAN = Plan(title="", locality=Locality(name="青山县", level="county"))


def case(*blocks: Block) -> Case:
    return Case(PLAN, {}, {"实施方案": Document(blocks)})


def test_the_ordinals_of_a_case_are_read_once() -> None:
    one, other = case(block(Role.PARAGRAPH, "一、甲")), case(block(Role.PARAGRAPH, "一、甲"))
    assert outline(one) is outline(one)
    assert outline(one) is not outline(other)


def runs(text: str) -> list[str]:
    """The numbers of each run, behind the ordinal it stands under; a lost number in brackets."""
    lines = [block(Role.PARAGRAPH, line) for line in text.split("\n")]
    out = []
    for run in outline(case(*lines)).runs:
        parent = f"{label(run.parent.rank, run.parent.number)}>" if run.parent else ""
        numbers = [f"[{e.number}]" if e.lost else str(e.number) for e in run.entries]
        out.append(parent + label(run.rank, run.entries[0].number) + " " + " ".join(numbers))
    return out


TABLE = {
    "一、甲\n（一）乙\n1.丙\n（1）丁\n（2）戊\n2.己\n二、庚": [
        "一、 1 2",
        "一、>（一） 1",
        "（一）>1. 1 2",
        "1.>（1） 1 2",
    ],
    "(一)甲\n（二)乙\n1、丙\n2．丁": ["（一） 1 2", "（二）>1. 1 2"],
    "1.甲\n2.乙\n3.30%以上村庄达标": ["1. 1 2 3"],
    "1.30%以上村庄达标\n2.甲": ["1. 1 2"],
    "1.甲\n2.5万人参加\n12345热线": ["1. 1 2"],
    "3.5公里河道\n2024.6.30前完成": [],
    "宣传：\n1.甲\n2.乙\n教育：\n1.丙": ["1. 1 2", "1. 1"],
    "1.甲\n1.乙\n2.丙": ["1. 1 1 2"],
    "1.甲\n1.内\n2.内\n3.内\n2.乙": ["1. 1 1 2 3 2"],
    "1.甲\n说明。\n1.内\n2.内\n3.内\n2.乙": ["1. 1 2", "1. 1 2 3"],
    "1、甲。\n、乙。\n3、丙。": ["1. 1 [2] 3"],
    "1、甲、\n、乙。\n2、丙。": ["1. 1 2"],
    "一、二级医院\n十、百、千工程\n（2）号楼": [],
    "第一阶段：甲\n1.乙\n第二阶段（4月）\n1.丙": [
        "第一阶段： 1 2",
        "第一阶段：>1. 1",
        "第二阶段：>1. 1",
    ],
    "1、甲\n2、乙\n第一阶段：丙\n（1）丁\n第二阶段：戊\n3、己": [
        "1. 1 2 3",
        "2.>第一阶段： 1 2",
        "第一阶段：>（1） 1",
    ],
    "第一阶段：甲\n1.乙\n2.丙\n第二阶段：丁": ["第一阶段： 1 2", "第一阶段：>1. 1 2"],
    "一、甲\n附件2\n一、乙": ["一、 1", "一、 1"],
    "附件：1.甲表\n2.乙表": ["1. 1 2"],
}


@pytest.mark.parametrize("text", TABLE)
def test_ordinals_are_read_by_level_and_sequence(text: str) -> None:
    assert runs(text) == TABLE[text]


def test_numbering_starts_anew_after_a_title() -> None:
    read = outline(
        case(
            block(Role.PARAGRAPH, "一、甲"),
            block(Role.TITLE, "青山县实施方案"),
            block(Role.PARAGRAPH, "二、乙"),
        )
    )
    assert [(run.rank, run.before, len(run.entries)) for run in read.runs] == [
        (FIRST, 0, 1),
        (FIRST, 0, 1),
    ]


def test_a_run_knows_where_the_one_before_ended() -> None:
    text = "一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊"
    read = outline(case(*(block(Role.PARAGRAPH, line) for line in text.split("\n"))))
    assert [run.before for run in read.runs if run.rank == SECOND] == [0, 2]


def test_a_table_is_one_line_without_ordinals() -> None:
    table = Table((Row((("1.甲",), ("2.乙",))),))
    read = outline(case(block(Role.PARAGRAPH, "1.甲"), Block(Role.TABLE, table=table)))
    assert [line.text for line in read.lines] == ["1.甲", ""]
    assert [len(run.entries) for run in read.runs] == [1]


@pytest.mark.parametrize(
    ("rank", "shown"),
    [
        (FIRST, "十二、"),
        (SECOND, "（十二）"),
        (PHASE, "第十二阶段："),
        (THIRD, "12."),
        (FOURTH, "（12）"),
    ],
)
def test_a_label_is_written_as_the_standard_has_it(rank: int, shown: str) -> None:
    assert label(rank, 12) == shown
