"""Labels of who does what: the plan has those that are commonest, an item those that differ."""

from __future__ import annotations

import pytest

from plangen.compose.assignments import assignment_table, mark
from plangen.model.plan import Wording
from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.recognise.assignment_table import assignments_of
from plangen.recognise.clauses import Catalogues

PLAN = """霁川县冬季森林防火工作方案
一、重点任务
（一）严格野外用火审批。（牵头单位：县林业局；配合单位：县公安局）
（二）开展祭祀用火整治。（责任单位：各乡镇人民政府）
（三）落实进山登记制度。（牵头单位：县林业局；参与单位：县文化馆）
（四）补齐扑火装备。（牵头单位：县财政局；责任单位：县林业局；配合单位：县公安局、县气象局）
"""
SPEC = """\
assignments:
  - {text: 严格野外用火审批。, lead: [县林业局], support: [县公安局]}
  - {text: 开展祭祀用火整治。, lead: [各乡镇人民政府], lead_label: 责任单位}
  - {text: 落实进山登记制度。, lead: [县林业局], support: [县文化馆], support_label: 参与单位}
  - text: 补齐扑火装备。
    lead: [县财政局]
    support: [县林业局]
    support_label: 责任单位
    also:
      - {label: 配合单位, units: [县公安局, 县气象局]}
wording: {support: 配合单位}
"""
HEAD = "kind: plan\ntitle: 霁川县工作方案\nlocality: {name: 霁川县, level: county}\n"
ROWS = [
    ["内容", "牵头单位", "配合单位"],
    ["严格野外用火审批。", "县林业局", "县公安局"],
    ["开展祭祀用火整治。", "责任单位：各乡镇人民政府", ""],
    ["落实进山登记制度。", "县林业局", "参与单位：县文化馆"],
    ["补齐扑火装备。", "县财政局", "责任单位：县林业局\n配合单位：县公安局、县气象局"],
]


def spec_of(text: str) -> str:
    spec = import_document(text.encode(), "x.txt").text
    return spec[spec.index("assignments:") :]


def printed(spec: str) -> list[str]:
    plan = load(spec.encode(), "x.yaml").plan
    assert plan
    [document] = make_case(plan).documents.values()
    return document.texts()


def test_each_item_keeps_its_labels() -> None:
    assert spec_of(PLAN) == SPEC


def test_an_import_prints_the_labels_that_it_read() -> None:
    assert printed(import_document(PLAN.encode(), "x.txt").text) == PLAN.splitlines()


@pytest.mark.parametrize(
    ("first", "second", "wording"),
    [
        ("牵头单位", "责任单位", ""),
        ("责任单位", "牵头单位", "wording: {lead: 责任单位}\n"),
        ("责任部门", "主办单位", "wording: {lead: 责任部门}\n"),
    ],
)
def test_of_labels_as_common_the_first_is_the_plans(first: str, second: str, wording: str) -> None:
    text = "霁川县工作方案\n一、任务\n（一）植树。（{}：县林业局）\n（二）扫街。（{}：县住建局）\n"
    assert spec_of(text.format(first, second)) == (
        "assignments:\n"
        "  - {text: 植树。, lead: [县林业局]}\n"
        f"  - {{text: 扫街。, lead: [县住建局], lead_label: {second}}}\n{wording}"
    )


def test_parties_of_one_label_are_one() -> None:
    text = PLAN.replace("责任单位：县林业局；配合", "配合单位：县林业局；配合")
    assert spec_of(text).partition("#")[0].splitlines()[-2:] == [
        "  - {text: 补齐扑火装备。, lead: [县财政局], support: [县林业局, 县公安局, 县气象局]}",
        "wording: {support: 配合单位}",
    ]


def test_in_a_table_an_items_labels_stand_in_its_cells() -> None:
    plan = load(f"{HEAD}{SPEC}".encode(), "x.yaml").plan
    assert plan
    table = assignment_table(make_case(plan).context)
    assert [["\n".join(cell) for cell in row.cells[2:]] for row in table.rows] == ROWS


def test_labels_in_the_cells_of_a_table_are_read() -> None:
    found = [one for _, one in assignments_of(ROWS, Catalogues((), {}))]
    plan = load(f"{HEAD}{SPEC}".encode(), "x.yaml").plan
    assert plan
    assert [mark(one, plan.wording) for one in found] == [
        mark(one, plan.wording) for one in plan.assignments
    ]


@pytest.mark.parametrize(
    ("lead", "support", "marked"),
    [
        ("县林业局、县水利局", "", "（牵头单位：县林业局、县水利局）"),
        ("县林业局\n县水利局", "县公安局", "（牵头单位：县林业局、县水利局；配合单位：县公安局）"),
        (
            "牵头单位：甲局；责任单位：乙局",
            "丙局",
            "（牵头单位：甲局；配合单位：丙局；责任单位：乙局）",
        ),
        ("甲局", "责任单位：乙局\n丙局", "（牵头单位：甲局；责任单位：乙局、丙局）"),
    ],
)
def test_the_parties_of_two_cells(lead: str, support: str, marked: str) -> None:
    rows = [["任务", "牵头单位", "配合单位"], ["植树", lead, support]]
    [(_, found)] = assignments_of(rows, Catalogues((), {}))
    assert mark(found, Wording(support="配合单位")) == marked


def test_what_stands_below_the_last_item_is_nobodys_though_its_clause_tells_the_section() -> None:
    spec = (
        "kind: plan\ntitle: 霁川县环境卫生整治方案\nlocality: {name: 霁川县, level: county}\n"
        "standards: [weisheng-xiangzhen-2010]\n"
        "outline: [{heading: 责任分工, show: assignments, after: 健全长效机制。}]\n"
        "assignments:\n  - {section: 健康教育, charge: 督导检查组}\n"
        "  - {clause: C5, lead: [云渡镇人民政府], support: [县委宣传部]}\n"
    )
    lines = printed(spec)
    raw = "\n".join(lines).encode()
    read = import_document(raw, "x.txt", told=("weisheng-xiangzhen-2010",))
    assert printed(read.text) == lines
    assert "after: 健全长效机制。" in read.text
