"""工作组归谁，前后不一：前面写领导小组下设12个工作组，后面写县创卫办12个工作组。

依据：党政机关公文处理工作条例第十九条（结构严谨、表述准确）；实务（机构的隶属前后一致）。级别：警告。
只比个数相同的；“领导小组下设办公室和12个工作组”是并列，不算；没有写领导小组下设几个组的不查。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

KINDS = ("", "专项", "专门", "专业", "专题")
COUNTED = tuple(f"个{kind}工作{size}组" for kind in KINDS for size in ("", "小"))
GROUPS = rf"(?P<n>{NUMBER})(?:{'|'.join(COUNTED)})"
LEADING = lazy(rf"(?P<owner>领导小组|领导组|指挥部)下设[^。；]{{0,16}}?{GROUPS}")
OFFICES = ("创卫办", "爱卫办", "创建办", "创城办", "办公室")
OFFICE = lazy(
    r"(?P<before>[^，。；：、]*?)(?P<quote>[省市县区旗镇乡]?(?:[创爱]卫办|创建办|创城办|办公室)"
    rf"(?:下设|内设|设立?|所属的?|的|各)?{GROUPS})(?![长员成织内])"
)
SET_UP = "设"  # 下设创卫办12个工作组 lists what is set up, and says of none whose it is


def find(case: Case) -> Findings:
    """As many groups as the leading body has, said to be its office's."""
    owners: dict[int, str] = {}
    for line in case.having("下设"):
        for found in LEADING.finditer(line.text):
            if (said := value(found["n"])) is not None:
                owners.setdefault(said, found["owner"])
    for line in case.having_each((OFFICES, COUNTED)) if owners else ():
        for found in OFFICE.finditer(line.text):
            said = value(found["n"])
            if said in owners and SET_UP not in found["before"]:
                quote, owner = found["quote"], owners[said]
                message = f"“{quote}”：这些组前面写的是{owner}下设，隶属应前后一致"
                yield Finding(line.where, message, quote)


RULE = Rule(
    "group-owner",
    Level.WARNING,
    find,
    good=(
        "preamble: 领导小组下设办公室和12个工作组，县创卫办统筹，12个工作组各负其责。",
        "preamble: 领导小组下设3个工作组，办公室下设2个工作组。",
        "preamble: 领导小组下设3个工作组，在领导小组下设办公室3个工作组。",
        "preamble: 领导小组下设3个工作组，县创卫办3个工作组长参加。",
        "preamble: 县创卫办下设3个工作组。",
    ),
    bad=(
        (
            "preamble: 领导组下设创卫办和12个工作组。县创卫办12个专项工作组实行组长负责制。",
            "“县创卫办12个专项工作组”：这些组前面写的是领导组下设，隶属应前后一致",
        ),
        (
            "preamble: 指挥部下设五个工作组，指挥部办公室下设5个工作组。",
            "“办公室下设5个工作组”：这些组前面写的是指挥部下设，隶属应前后一致",
        ),
    ),
)
