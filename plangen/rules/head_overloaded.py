"""一人担任四个以上工作组的组长。

依据：实务（一人挂帅过多，难以落实）。级别：提示。
县里一名副县长分管几摊是常事，三个以下不报；办公室主任不计在内；打码的不计。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import heads, masked, plain
from plangen.rules.base import Case, Finding, Findings, Rule

MANY = 4


def find(case: Case) -> Findings:
    """People who head too many groups, placed at the last of them."""
    led: dict[str, list[str]] = {}
    for group in case.plan.groups:
        for person in heads(group):
            name = plain(person.name)
            if masked(name):
                continue
            led.setdefault(name, []).append(group.name)
            if len(led[name]) == MANY:
                where = person.where
                count = sum(
                    name in map(plain, (p.name for p in heads(g))) for g in case.plan.groups
                )
                yield Finding(where, f"“{name}”一人担任{count}个工作组的组长", person.name)


GROUP = "{name: %s, roster: [{role: 组长, people: [%s]}], duties: 负责宣传}"
RULE = Rule(
    "head-overloaded",
    Level.INFO,
    find,
    needs=("groups",),
    good=(
        "groups: ["
        + ", ".join(GROUP % (name, "周启明") for name in ("甲组", "乙组", "丙组"))
        + "]",
        "groups: [" + ", ".join(GROUP % (n, "XX") for n in ("甲组", "乙组", "丙组", "丁组")) + "]",
    ),
    bad=(
        (
            "groups: [" + ", ".join(GROUP % (n + "组", "周启明") for n in "甲乙丙丁戊") + "]",
            "“周启明”一人担任5个工作组的组长",
        ),
    ),
)
