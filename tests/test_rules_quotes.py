"""How two wordings differ, and what is taken for a quotation of a clause, at the bounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Block, Document, Role, block
from plangen.model.plan import Locality, Plan, StandardUse
from plangen.problem import Where
from plangen.rules._clauses import Plain, quotes
from plangen.rules._differences import differences
from plangen.rules.base import Case
from plangen.standard.catalogue import load_standard

MARKET = "集贸市场设专人管理，划行归市，垃圾日产日清，无占道经营。"
STREETS = "主次干道保洁及时，路面平整，果皮箱外观整洁，垃圾不外溢，井盖完好无缺损"
DAILY = "县城建成区生活垃圾日产日清"
TOILETS = "公共厕所按标准配建，布局合理，数量足够，标识明显，四壁无污迹，地面无积水，无明显臭味"
RESTAURANTS = (
    "餐饮单位证照齐全，从业人员持健康证上岗，餐具消毒保洁到位，凉菜间设备齐全，原料采购索证登记"
)
HOUSES = "农村户厕粪便无害化处理，畜禽圈养，柴草堆放整齐，房前屋后干净，庭院绿化美化"
LONG = f"{STREETS}，{TOILETS}，{RESTAURANTS}，{HOUSES}，{MARKET}{DAILY}"  # four times MORE
MORE = "县城管局每月组织一次督查，每季度通报一次结果，排名末位的作出书面说明，并限期整改到位"  # 39


def told(here: str, there: str, locality: str = "") -> list[tuple[str, str]]:
    found = differences(Plain.of(here), Plain.of(there), locality)
    assert not any(one.omitted for one in found)
    return [(one.here, one.there) for one in found]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        # at least 20 characters are the same, and four fifths
        ("集贸市场摊贩设专人管理划行归市垃圾日清", "集贸市场商户设专人管理划行归市垃圾日清", []),
        (
            "集贸市场摊贩设专人管理划行归市垃圾日产日清",
            "集贸市场商户设专人管理划行归市垃圾日产日清",
            [],
        ),
        (
            "集贸市场摊贩设专人管理划行归市垃圾日产日清无",
            "集贸市场商户设专人管理划行归市垃圾日产日清无",
            [("市场摊贩设专", "市场商户设专")],
        ),
        (
            "集贸市场早晚摊贩设专人管理划行归市垃圾日产日清无",
            "集贸市场沿街商户设专人管理划行归市垃圾日产日清无",
            [("市场早晚摊贩设专", "市场沿街商户设专")],
        ),
        (
            "集贸市场早晚各摊贩设专人管理划行归市垃圾日产日清无",
            "集贸市场沿街商户设专人管理划行归市垃圾日产日清无",
            [("市场早晚各摊贩设专", "市场沿街商户设专")],
        ),
        (
            "集贸市场早晚各类摊贩设专人管理划行归市垃圾日产日清无",
            "集贸市场沿街固定商户设专人管理划行归市垃圾日产日清无",
            [],
        ),
        # a change at the very start, and one with a character alike beside it
        (f"某{STREETS}", f"每{STREETS}", [("某主次", "每主次")]),
        (f"一某{STREETS}", f"一每{STREETS}", [("一某主次", "一每主次")]),
        (f"甲要丙{STREETS}", f"丁要戊{STREETS}", [("甲要丙主次", "丁要戊主次")]),
        (f"{STREETS}某甲", f"{STREETS}每甲", [("缺损某甲", "缺损每甲")]),
        # what only one of them has at its start or end
        (
            f"{DAILY}，{STREETS.replace('外观', '箱体')}",
            STREETS,
            [("皮箱箱体整洁", "皮箱外观整洁")],
        ),
        (
            STREETS,
            f"{DAILY}，{STREETS.replace('外观', '箱体')}",
            [("皮箱外观整洁", "皮箱箱体整洁")],
        ),
        (
            f"{STREETS.replace('外观', '箱体')}，{DAILY}",
            STREETS,
            [("皮箱箱体整洁", "皮箱外观整洁")],
        ),
        (f"{DAILY}，{MARKET}", "各类经营摊点进店入市", []),
        # other words for a sentence at an end, of 20 characters and of more
        (
            f"餐{STREETS.replace('外观', '箱体')}",
            f"{MORE[:21]}{STREETS}",
            [
                ("餐主次", "县城管局每月组织一次督查，每季度通报一次结主次"),
                ("皮箱箱体整洁", "皮箱外观整洁"),
            ],
        ),
        (
            f"餐{STREETS.replace('外观', '箱体')}",
            f"{MORE[:22]}{STREETS}",
            [("皮箱箱体整洁", "皮箱外观整洁")],
        ),
        # what is alike at the ends doesn't count as such a sentence
        (
            f"{STREETS}早晚各摊贩乱堆垃圾堵塞出口群众反映多{MARKET}",
            f"{STREETS}沿街大商户车辆超时停放影响交通{MARKET}",
            [],
        ),
        # what a plan rightly puts in the place of 所在省（区、市）
        (f"{DAILY}率高于全省平均水平", f"{DAILY}率高于所在省（区、市）平均水平", []),
        # nothing alike
        (
            "县城建成区生活垃圾日产日清密闭运输定点处置",
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
            [],
        ),
    ],
)
def test_where_two_wordings_differ(here: str, there: str, found: list[tuple[str, str]]) -> None:
    assert told(here, there) == found


@pytest.mark.parametrize(("more", "differs"), [(f"都{MORE}", True), (f"都{MORE}了", False)])
def test_a_difference_has_at_most_40_characters(more: str, differs: bool) -> None:
    here = LONG.replace("，餐饮", f"，{more}，餐饮").replace("划行", "分区")
    both = [(f"臭味，{more}，餐饮", "臭味，餐饮"), ("管理，分区归市", "管理，划行归市")]
    assert told(here, LONG) == (both if differs else both[1:])
    assert told(LONG, here) == [pair[::-1] for pair in (both if differs else both[1:])]


# Quotations of clauses

STANDARD = "weisheng-xiangzhen-2010"
NEWER = "weisheng-xiangzhen-2021"
RATE = "参加新型农村合作医疗的参合率高于所在省区市平均水平"  # I1, without its marks
VILLAGES = "30%以上村庄建成省级卫生村"  # I3
GARDENS = "建成区绿化符合要求，公共绿地养护良好，绿化覆盖率≥30%，路灯亮灯率≥95%。"  # C8


def quoted(*paragraphs: Block | str, standards: tuple[str, ...] = (STANDARD,)) -> list[str]:
    blocks = [
        block(Role.PARAGRAPH, one, Where(paragraph=at)) if isinstance(one, str) else one
        for at, one in enumerate(paragraphs, 1)
    ]
    known = {name: load_standard(name) for name in standards}
    plan = Plan(
        title="",
        locality=Locality(name="青山县", level="county"),
        standards=tuple(StandardUse(id=name) for name in standards),
    )
    case = Case(plan, known, {"实施方案": Document(tuple(blocks))}, read=True)
    return [f"{one.key[0][-4:]} {one.key[1]}{'' if one.sure else '?'}" for one in quotes(case)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (RATE[:20], ["2010 I1"]),
        (RATE[:19], []),
        (f"{VILLAGES}（牵头单位：县卫生健康局）", []),
        (f"（一）{GARDENS}（责任单位：县城市管理局）", ["2010 C8"]),
        # of 20 pairs of characters 12 are the clause's, or 11; 16 of 20
        (f"{RATE[:13]}逐年稳步向好不停", ["2010 I1?"]),
        (f"{RATE[:12]}逐年稳步向好不停顿", []),
        (f"{RATE[:17]}逐年稳步", ["2010 I1"]),
        (f"{RATE[:16]}逐年稳步好", ["2010 I1?"]),
    ],
)
def test_what_quotes_a_clause(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_roster_quotes_nothing() -> None:
    assert quoted(block(Role.ROSTER, GARDENS, Where())) == []


def printed(text: str, clause: str) -> Block:
    return replace(block(Role.PARAGRAPH, text, Where()), clause=clause)


def test_what_is_printed_as_a_clause_is_one_whatever_its_words() -> None:
    own = "全县各单位要高度重视，加强领导，落实责任，抓好工作。"
    assert quoted(printed(own, "A3"), printed(GARDENS, "C8"), own) == ["2010 A3?", "2010 C8"]


def test_of_two_standards_the_words_say_which_clause_it_is() -> None:
    both = (NEWER, STANDARD)
    assert quoted(printed(GARDENS, "C8"), standards=both) == ["2010 C8"]
