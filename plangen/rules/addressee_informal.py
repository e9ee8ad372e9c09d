"""主送机关写的不是机关：各镇街、开发区，应写各镇人民政府、各街道办事处、开发区管委会。

依据：党政机关公文处理工作条例第九条（主送机关应当使用机关全称、规范化简称或者同类型机关统称）。
级别：提示。
只看“镇街”“街镇”和单独的“开发区”“园区”“景区”；“各镇（街道）”“各乡镇”实际通用，不报。
"""

from __future__ import annotations

from plangen.model.plan import Notice, Plan
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

PLACES = lazy(r"(?:镇街|街镇)(?=[、，；和及]|$)|(?:开发|园|景|高新)区(?=、|，|$)")
OFFICES = {
    "镇街": "各镇人民政府、各街道办事处",
    "街镇": "各街道办事处、各镇人民政府",
}


def find(case: Case) -> Findings:
    """Addressees that are places."""
    plan, notice = case.plan, case.plan.notice
    sent: tuple[Plan | Notice, ...] = (plan, notice) if notice else (plan,)
    for part in sent:
        for index, name in enumerate(part.to):
            for found in PLACES.finditer(name):
                place = found.group()
                right = OFFICES.get(place, f"{place}管委会")
                message = f"主送机关“{name}”里的“{place}”不是机关，应写“{right}”"
                yield Finding(part.where / "to" / index, message, place)


RULE = Rule(
    "addressee-informal",
    Level.INFO,
    find,
    needs=("notice.to", "to"),
    good=(
        "notice: {issuer: 青山县人民政府, to: [各镇人民政府、各街道办事处, 望泽经济开发区管委会]}",
        "notice: {issuer: 青山县人民政府, to: [各乡镇, 各镇（街道）, 县政府各部门]}",
        "notice: {issuer: 青山县人民政府, to: [各镇街道办事处, 各镇街安委会]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山区人民政府, to: [各镇街、开发区, 区政府各部门]}",
            "主送机关“各镇街、开发区”里的“镇街”不是机关，应写“各镇人民政府、各街道办事处”\n"
            "主送机关“各镇街、开发区”里的“开发区”不是机关，应写“开发区管委会”",
        ),
        (
            "to: [各街镇, 区政府各部门]",
            "主送机关“各街镇”里的“街镇”不是机关，应写“各街道办事处、各镇人民政府”",
        ),
    ),
)
