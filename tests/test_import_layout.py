"""An import keeps the layout that a spec can have: turned annexes, widths of columns."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.template.markup import w
from tests.tools.documents import cell, docx, p, table
from tests.tools.examples import written

PLAN = """
kind: plan
title: 霁川县工作方案
locality: {name: 霁川县, level: county}
outline:
  - {heading: 总体要求, text: 全面完成任务。}
  - heading: 时间安排
    text: 见下表。
    table: {head: [序号, 事项, 时间], rows: [["1", 动员, 3月]], widths: [1, 4, 2]}
annexes:
  - {title: 物资清单, table: {head: [名称, 数量], rows: [[灭火器, 两具]]}}
  - title: 任务清单
    landscape: true
    table: {head: [序号, 内容], rows: [[一, 巡山]], widths: [1, 9]}
  - {title: 值班要求, text: 值班人员不得离岗。}
notice:
  issuer: 霁川县人民政府
  body: 现印发给你们。
  annexes:
    - {title: 联络表, table: {head: [姓名, 电话], rows: [[何川, 略]], widths: [0.5, 1.5]}}
"""
"""A plan with turned and upright annexes, even columns and uneven ones."""


def imported(raw: bytes) -> dict[str, Any]:
    spec: dict[str, Any] = yaml.safe_load(import_document(raw, "x.docx").text)
    return spec


def layout(spec: dict[str, Any]) -> list[object]:
    annexes = [*spec.get("annexes", []), *spec.get("notice", {}).get("annexes", [])]
    tables = [one for one in spec.get("outline", []) if "table" in one]
    widths = [("table", one["table"].get("widths")) for one in tables]
    return [
        *widths,
        *((one.get("landscape", False), one.get("table", {}).get("widths")) for one in annexes),
    ]


def test_the_layout_of_tables_and_annexes_is_kept() -> None:
    plan = load(PLAN.encode(), "x.yaml").plan
    assert plan
    *_, document = make_case(plan).documents.values()
    spec = imported(written(plan, document))
    assert layout(spec) == [
        ("table", [14, 57, 29]),
        (False, None),
        (True, [10, 90]),
        (False, None),
        (False, [25, 75]),
    ]


UPRIGHT = w("sectPr", w("pgSz", w=11906, h=16838))
TURNED = w("sectPr", w("pgSz", w=16838, h=11906))
HEAD = (p("霁川县工作方案"), p("一、总体要求"), p("全面完成任务。"))
LABEL = (p("附件"), p("任务清单"))


def grid(*widths: int) -> str:
    rows = table([cell(p("序号")), cell(p("内容"))], [cell(p("一")), cell(p("巡山"))])
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return rows.replace(w("tblGrid"), columns)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the annex on turned pages as a whole, or its table alone
        ((*HEAD, p("", UPRIGHT), *LABEL, grid(500, 1500), TURNED), (True, [25, 75])),
        ((*HEAD, *LABEL, p("", UPRIGHT), grid(500, 1500), TURNED), (True, [25, 75])),
        ((*HEAD, p("", TURNED), *LABEL, grid(500, 1500), UPRIGHT), (False, [25, 75])),
        # columns that are even, or are others than those of the head
        ((*HEAD, *LABEL, grid(1000, 1020), UPRIGHT), (False, None)),
        ((*HEAD, *LABEL, grid(500, 500, 1000), UPRIGHT), (False, None)),
        ((*HEAD, *LABEL, grid(0, 2000), UPRIGHT), (False, None)),
        # a column is never left without a share
        ((*HEAD, *LABEL, grid(5, 5000), UPRIGHT), (False, [1, 100])),
    ],
)
def test_other_peoples_annexes(body: tuple[str, ...], expected: object) -> None:
    assert layout(imported(docx(*body))) == [expected]
