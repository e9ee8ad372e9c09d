"""写明的工作组个数与实际所设的不符：下设12个工作组、五组一办。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
方案里列出工作组的才查；办公室与工作组一起编号的，算不算在内都可以；乡镇、单位自己设的组不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.model.plan import Plan
from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

GROUPS = lazy(
    rf"(?:(?<![\d第其余另])(?P<n>{NUMBER}个(?:专项|专门|专业|专题)?工作(?:小)?组)"
    rf"|下设[^，。；]{{0,12}}?(?P<bare>(?<![\d第其余另]){NUMBER}个(?:专项)?(?:小组|组|工作专班)))"
    r"(?![长员成织内])"
)
BOTH = lazy(
    rf"(?:(?P<groups>{NUMBER})组(?P<offices>[一两二三12])[办室]|(?P<office>[一两二三12])[办室](?P<group>{NUMBER})组)"
)
OFFICES = tuple(f"{number}{office}" for number in "一两二三12" for office in "办室")
OTHERS = lazy(r"各|每|抽调|其中|派出|(?:乡镇|街道|单位|部门|村|社区|组成)[^，。；]*$")


def find(case: Case) -> Findings:
    """Counts of groups that the plan's own groups don't bear out."""
    plan = case.plan
    if not plan.groups:
        return
    for line in case.having_each((("组",), ("个", *OFFICES))):
        for quote, said, real in _counts(line.text, plan):
            if said not in real:
                message = f"“{quote}”与所列的不符：列出{_listed(plan)}"
                yield Finding(line.where, message, quote)


def _counts(text: str, plan: Plan) -> Iterator[tuple[str, tuple[int, ...], set[tuple[int, ...]]]]:
    """Every count in a paragraph: its words, what it says, and what would be right."""
    groups, offices = len(plan.groups), len(plan.offices)
    for found in GROUPS.finditer(text):
        quote = found["n"] or found["bare"]
        said = value(quote.partition("个")[0])
        before = re.split(r"[。；]", text[: found.start()])[-1]
        listed = re.split(r"[，：]", before)[-1].count("、") > 1  # 设综合、宣传、督查3个工作组
        if said is not None and not listed and not OTHERS.search(before):
            with_office = {(groups + sum(office.numbered for office in plan.offices),)}
            yield quote, (said,), {(groups,)} | with_office
    for found in BOTH.finditer(text) if any(office in text for office in OFFICES) else ():
        said_groups = value(found["groups"] or found["group"])
        said_offices = value(found["offices"] or found["office"])
        if said_groups is not None and said_offices is not None:
            total = groups + offices  # an office may have been read as a group
            right = {(groups, offices), (total - said_offices, said_offices)}
            yield found.group(), (said_groups, said_offices), {*right}


def _listed(plan: Plan) -> str:
    offices = f"、{len(plan.offices)}个办公室" if plan.offices else ""
    return f"{len(plan.groups)}个工作组{offices}"


GROUP = "{name: %s组, duties: 负责宣传}"
THREE = "groups: [" + ", ".join(GROUP % name for name in "甲乙丙") + "]\n"
OFFICE = "offices: [{name: 县创卫办, numbered: 是, duties: 负责协调}]\n"
RULE = Rule(
    "group-count",
    Level.WARNING,
    find,
    needs=("groups",),
    good=(
        THREE + "preamble: 领导小组下设3个工作组，各乡镇设两个工作组，抽调人员组成5个工作组。",
        THREE + OFFICE + "preamble: 领导小组下设三组一办，共4个工作组。",
        THREE + "preamble: 县创卫办下设综合协调、宣传教育、市容环境、督查考核4个工作组。",
        "preamble: 指挥部下设一办十组。",
        THREE + "preamble: 三个工作组的12个工作组长，第5个工作组成员。",
        THREE
        + "preamble: 领导小组下设3个组，每个组下设2个小组，分5个组开展督查，村民小组共12个组。",
    ),
    bad=(
        (
            THREE + "preamble: 领导小组下设4个专项工作组。",
            "“4个专项工作组”与所列的不符：列出3个工作组",
        ),
        (
            THREE + OFFICE + "preamble: 领导小组下设办公室和4个组，指挥部下设两个工作专班。",
            "“两个工作专班”与所列的不符：列出3个工作组、1个办公室",
        ),
        (THREE + "preamble: 领导小组下设五个专项组。", "“五个专项组”与所列的不符：列出3个工作组"),
        (
            THREE + OFFICE + "preamble: 领导小组下设五组一办。",
            "“五组一办”与所列的不符：列出3个工作组、1个办公室",
        ),
    ),
)
