"""A plan, or an 意见, that is sent as it is has its own 主送机关 under its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangen.pipeline.documents import read
from plangen.recognise.printed import printed
from plangen.text.addressees import is_addressed
from tests.test_derive import COUNTY, plan
from tests.tools.shown import context, document, shown

SENT = """
    to: [各乡镇人民政府, 县政府各部门、县直有关单位]
    preamble: 制定本方案。
"""
OPINION = """\
青山县人民政府关于推进卫生创建工作的实施意见

各乡镇人民政府，县政府各部门、
县直有关单位：

现提出以下意见。
一、总体要求
预防为主。
"""


def test_the_addressees_stand_below_a_blank_line_and_above_the_text() -> None:
    assert [shown(block) for block in document(SENT, "实施方案").blocks] == [
        "标题 青山县卫生创建实施方案",
        "空行",
        "主送机关 各乡镇人民政府，县政府各部门、县直有关单位：",
        "正文 制定本方案。",
    ]


def test_behind_its_notice_a_plan_keeps_its_addressees() -> None:
    issued = document(f"{SENT}    notice: {{issuer: 青山县人民政府, to: [县委办]}}\n", "印发稿")
    found = [shown(block) for block in issued.blocks if block.role == "主送机关"]
    assert found == [
        "主送机关 县委办：",
        "主送机关 各乡镇人民政府，县政府各部门、县直有关单位：",
    ]


def test_the_addressees_of_an_opinion_are_read_over_two_lines() -> None:
    found = read(OPINION.encode(), "意见.txt").case.plan
    assert found.to == ("各乡镇人民政府", "县政府各部门、县直有关单位")
    assert found.preamble == "现提出以下意见。"


def test_what_is_no_organ_is_seen_as_text() -> None:
    found = context("to: [县医疗集团]\npreamble: 制定本方案。")
    seen = printed(found.plan, found)
    assert (seen.to, seen.preamble) == ((), "县医疗集团：\n制定本方案。")


def test_a_township_sends_its_plan_to_its_own_villages(tmp_path: Path) -> None:
    county = COUNTY.replace("preamble:", "to: [各乡镇人民政府]\npreamble:")
    assert plan(tmp_path, county=county).to == ("各村民委员会", "镇直各单位")
    assert plan(tmp_path).to == ()


@pytest.mark.parametrize(
    ("line", "addressed"),
    [
        ("各乡镇人民政府，县政府各部门：", True),
        ("各村、镇直各单位:", True),
        ("机关各科室：", True),
        ("驻县各高校，有关中央企业分公司：", True),
        ("县教育局、县水利局及有关单位：", True),
        ("各乡镇人民政府", False),
        ("县教育局：", False),
        ("各单位要做到：", False),
        ("现将任务分给各单位：", False),
        ("为做好各项工作，制定方案：", False),
        ("各项任务如下：", False),
    ],
)
def test_a_line_of_addressees(line: str, addressed: bool) -> None:
    assert is_addressed(line) is addressed
