"""Specs of any size, for measuring: sound ones, in which the rules find nothing."""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path

COUNTY = Path(__file__).parents[1] / "specs" / "xx-county.yaml"
FIRST, SECOND, THIRD = "云石松柳荷竹梅桃杏桂", "泉溪湖江河塘湾浦渡港", "安宁康泰和顺祥瑞福禄"
SURNAMES = "赵钱孙李周吴郑王冯陈"
HEAD = """kind: plan
title: 青山县创建国家卫生县城实施方案
locality: {name: 青山县, level: county}
preamble: 根据上级部署，结合我县实际，制定本实施方案。
targets: [2024年6月底前完成申报。]
"""
SECTION = """  - heading: 工作要求
    items:
"""
OUTLINE = """  - {heading: 总体目标, show: targets}
  - {heading: 组织机构, show: groups}
  - {heading: 实施步骤, show: phases}
  - {heading: 保障措施, show: guarantees}
"""
PARAGRAPH = "      - {name}片区要在2024年6月底前完成道路保洁和垃圾清运，群众满意率达到90%以上。\n"
GROUP = """  - name: {name}片区整治组
    roster:
      - {{role: 组长, people: [{{name: {person}, posts: [{name}街道办事处主任]}}]}}
    units: [{name}环卫站, {name}园林所]
    duties: [负责{name}片区的环境整治。, 组织{name}片区的卫生检查。]
"""
TEAM = """  - name: {name}片区整治组
    roster: [{{role: 组长, units: [县{name}环卫站]}}]
    units: [县{name}环卫站, 县{name}园林所]
    duties:
      - 负责{name}片区的环境整治，每周巡查一次。
      - 组织{name}片区的卫生检查，督促住户和商户落实门前责任。
"""
TAIL = """phases:
  - {name: 启动准备阶段, start: 2024-01, end: 2024-02, text: 召开动员会。}
  - {name: 集中整治阶段, start: 2024-03, end: 2024-06, text: 开展集中整治。}
guarantees:
  - {title: 加强组织领导, text: 各单位要落实责任。}
"""


def names(count: int) -> list[str]:
    """Names of three characters, no two the same; there are a thousand."""
    return ["".join(letters) for letters in islice(product(THIRD, SECOND, FIRST), count)]


def grown(groups: int, paragraphs: int) -> bytes:
    """A spec with so many groups, and so many paragraphs in its first section."""
    outline = f"outline:\n{SECTION}{_paragraphs(paragraphs)}{OUTLINE}"
    return f"{HEAD}{outline}groups:\n{_groups(groups)}{TAIL}".encode()


def county(size: int) -> bytes:
    """The county's example with groups that make it so many bytes."""
    before, key, after = COUNTY.read_text(encoding="utf-8").partition("groups:\n")
    missing = size - len(f"{before}{key}{after}".encode())
    count = -(-missing // len(TEAM.format(name="安泉云").encode()))
    teams = "".join(TEAM.format(name=name) for name in names(count))
    return f"{before.replace('12个', f'{count + 12}个')}{key}{teams}{after}".encode()


def _paragraphs(count: int) -> str:
    return "".join(PARAGRAPH.format(name=name) for name in names(count))


def _groups(count: int) -> str:
    return "".join(GROUP.format(name=name, person=_person(name)) for name in names(count))


def _person(name: str) -> str:
    """A person's name from that of a place, no two the same."""
    return SURNAMES[FIRST.index(name[2])] + name[:2]
