"""实施步骤的阶段与行事历对不上：行事历里没有这个阶段的步骤，或者步骤写的阶段方案里没有。

依据：实务（阶段和行事历是同一件事的两种写法）。级别：步骤写的阶段方案里没有的为错误；
行事历里没有的为警告。
步骤没有写明阶段（phase）的，文字里有阶段名称或者它的一半（宣传发动阶段的“宣传”“发动”）就算有；
没有写步骤的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import FIVE, tracks
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Phases without a step in any calendar, and steps of phases that there aren't."""
    names = [phase.name for phase in case.plan.phases]
    steps = {s.where: s for t in tracks(case) for c in t.calendar for s in c.steps}.values()
    for step in steps:
        if step.phase and step.phase not in names:
            known = f"，实施步骤有：{'、'.join(names)}"
            yield step.where / "phase", f"实施步骤里没有“{step.phase}”这个阶段{known}"
    for phase in case.plan.phases if steps else ():
        own = (s.phase == phase.name if s.phase else s.speaks_of(phase.name) for s in steps)
        if not any(own):
            message = f"行事历里没有“{phase.name}”的步骤"
            yield Finding(phase.where / "name", message, level=Level.WARNING)


MAP = (
    FIVE + "tracks: [{name: 甲, goal: 1, steps: [{when: 1月, text: 完成宣传发动%s},"
    " {when: 5月, text: 迎接验收}], cohorts: [{years: 2022, townships: [云渡镇]}]}]\n"
    "phases: [{name: 宣传发动阶段}, {name: %s}]"
)
RULE = Rule(
    "phase-uncharted",
    Level.ERROR,
    find,
    needs=("phases",),
    roadmap=True,
    good=(
        MAP % ("", "迎检验收阶段"),
        (MAP % (", phase: 查漏补缺阶段", "查漏补缺阶段")).replace("迎接验收", "宣传"),
        FIVE + "tracks: [{name: 甲, goal: 1, cohorts: [{years: 2022, townships: [云渡镇]}]}]\n"
        "phases: [{name: 宣传发动阶段}]",
    ),
    bad=(
        (MAP % ("", "查漏补缺阶段"), "行事历里没有“查漏补缺阶段”的步骤"),
        (
            MAP % (", phase: 启动阶段", "迎检验收阶段"),
            "实施步骤里没有“启动阶段”这个阶段，实施步骤有：宣传发动阶段、迎检验收阶段\n"
            "行事历里没有“宣传发动阶段”的步骤",
        ),
    ),
)
