"""自称的地区与方案的地区不合：县的方案写“我镇”，镇的方案写“结合我县实际”。

依据：实务（多半是从别处的方案抄来的）。级别：警告。
称上级“我市”是常见的，只在“结合我市实际”这样只能是自称的地方报；书名号、引号里的不算。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

RANK = {
    "省": 0,
    "自治区": 0,
    "市": 1,
    "州": 1,
    "盟": 1,
    "县": 2,
    "区": 2,
    "旗": 2,
    "镇": 3,
    "乡": 3,
}
RANK |= {"街道": 3, "苏木": 3}
KIND = lazy("(自治区|省|市|州|盟|县|区|旗|镇|乡|街道|苏木)(?:办事处|办)?$")
LEVEL = {"province": "省", "city": "市", "county": "县", "district": "区", "subdistrict": "街道"}
SELF = lazy(
    r"(?P<frame>(?:结合|根据|立足|依据|按照|针对|围绕|符合|从)\s?)?"
    r"(?<![自大忘无唯敌本])我(?P<kind>省|市(?![场民值])|州|盟|县|区(?![分别间])|旗|镇(?![静定])|乡(?!愁)|街道|苏木)"
    r"(?P<real>(?:(?:卫生|创建|工作|发展)(?:的)?|的)?(?:实际|具体情况))?"
)
QUOTED = lazy("[“《][^”》]*[”》]")


def find(case: Case) -> Findings:
    """我镇, 我县 and the like that can't be said by this locality."""
    locality = case.plan.locality
    found = KIND.search(locality.name)
    kind = found[1] if found else LEVEL.get(locality.level, "")
    if not kind:
        yield Suspended(locality.where, f"看不出“{locality.name}”是哪一级")
        return
    for line in case.having("我"):
        text = QUOTED.sub(lambda hit: "\0" * len(hit.group()), line.text)
        for hit in SELF.finditer(text):
            if wrong(kind, hit):
                said = f"我{hit['kind']}"
                yield Finding(line.where, f"“{said}”不是本方案的自称，应为“我{kind}”", hit.group())


def wrong(kind: str, hit: re.Match[str]) -> bool:
    """Whether a locality of this kind can't mean what was said."""
    said, own = RANK[hit["kind"]], RANK[kind]
    if hit["kind"] == kind or (kind == "自治区" and hit["kind"] == "区"):
        return False
    return said >= own or bool(hit["frame"] and hit["real"])


RULE = Rule(
    "locality-self",
    Level.WARNING,
    find,
    good=(
        "preamble: 结合我县实际，力争我市创建成功，扩大自我市场，坚持自我区分。",
        "locality: {name: 望泽区, level: district}\n"
        "preamble: 结合我区实际，助力我市创建国家卫生城市，口号为“爱我镇村”。",
        "locality: {name: 禾湾镇, level: township}\npreamble: 结合我镇实际，为我县创建贡献力量。",
    ),
    bad=(
        (
            "preamble: 结合我市实际，制定本方案。我镇各村要落实责任。",
            "“我市”不是本方案的自称，应为“我县”\n“我镇”不是本方案的自称，应为“我县”",
        ),
        (
            "locality: {name: 霁川市, level: city}\npreamble: 提升我县卫生水平。",
            "“我县”不是本方案的自称，应为“我市”",
        ),
    ),
)
