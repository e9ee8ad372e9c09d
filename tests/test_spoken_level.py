"""What level a place is that no title, organ or signature names."""

from __future__ import annotations

import pytest

from plangen.pipeline.importing import import_document
from plangen.recognise.spoken_level import spoken

TEXT = """\
创建国家卫生城市实施方案

制定本方案。

一、组织领导

在市委、市政府领导下，由市教育局、市卫生健康委负责。
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("结合我市实际，各县（市、区）要落实。", ("市", "我市")),
        ("本区各街道办事处负责，按照全市部署，市委、市政府、市教育局督促。", ("区", "我区")),
        ("由市委、市政府领导，市教育局、市卫生健康委负责。", ("市", "")),
        ("区委、区政府领导，区教育局、区卫生健康局负责，按全市部署推进。", ("区", "")),
        ("县长任组长，县直有关单位配合，县爱卫办协调，各镇党委落实。", ("县", "")),
        ("镇党委、镇政府领导，镇直各单位配合，县教育局指导。", ("镇", "")),
        ("全乡统一行动，乡党委、乡政府督查，全县评比。", ("乡", "我乡")),
        ("街道党工委、街道创卫办负责，区爱卫办指导。", ("街道", "")),
        ("结合街道工作实际制定，由街道妇联负责，区教育局、区爱卫办指导。", ("街道", "")),
        ("发至镇直各单位，县教育局、县爱卫办、县创卫办指导。", ("镇", "")),
        # what is above and below is no sign, nor are words that hold 市, 区, 县
        ("根据市委、市政府部署，各村负责，上报市爱卫办、市创卫办。", ("", "")),
        ("住房城乡建设局、城市管理局、社区居委会、市场监管局、县级市政府。", ("", "")),
        ("各镇党委、各镇政府、各县政府、各区教育局负责。", ("", "")),
        ("县教育局负责。", ("", "")),
    ],
)
def test_the_lowest_place_whose_organs_act_is_the_plans(line: str, said: tuple[str, str]) -> None:
    assert spoken([line]) == said


def test_a_city_whose_name_is_left_out_is_imported_as_a_city() -> None:
    found = import_document(TEXT.encode(), "方案.txt").text
    assert [line for line in found.split("\n") if "XX" in line] == [
        "# 存疑（原文第 1 段）：文中没有写明是哪个地区，暂作“XX市”",
        "locality: {name: XX市, level: city}",
    ]
