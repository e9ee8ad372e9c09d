"""写了的内容不会印出来：另一个键的文字把它替掉了。

依据：实务（写了的都要印出来）。级别：警告。
领导小组、办公室写了引语（text），就不再印由名称、职责生成的那句话；通知写了正文（body），
就不再印由同意机关（approved_by）生成的正文。引语或正文里已经写到的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Part, Plan
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def covered(plan: Plan) -> Iterator[tuple[Part, str, str, tuple[tuple[str, str], ...]]]:
    """A part, the key that replaces a made sentence, its text, and what the sentence held."""
    if plan.leaders:
        said = (("duties", plan.leaders.duties), ("short", plan.leaders.short))
        yield plan.leaders, "引语（text）", plan.leaders.text, said
    for office in plan.offices:
        placed = (("seat", office.seat), ("short", office.short))
        yield office, "引语（text）", office.text, placed
    if plan.notice:
        approved = (("approved_by", plan.notice.approved_by),)
        yield plan.notice, "正文（body）", plan.notice.body, approved


def find(case: Case) -> Findings:
    """Values that only a made sentence would print, where that sentence is replaced."""
    for part, name, text, held in covered(case.plan):
        for key, value in held:
            if text and value.rstrip("。") not in text:
                yield part.where / key, f"“{value}”不会印出来：写了{name}，就不再印由它生成的话"


RULE = Rule(
    "field-silenced",
    Level.WARNING,
    find,
    spec=True,
    needs=("leaders", "offices", "notice"),
    good=(
        "leaders: {name: 领导小组, duties: 负责统筹, roster: [{role: 组长, people: [周启明]}]}",
        "notice: {issuer: 青山县人民政府, approved_by: 县政府, body: 已经县政府同意，现予印发。}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, approved_by: 县委, body: 现将方案印发给你们。}",
            "“县委”不会印出来：写了正文（body），就不再印由它生成的话",
        ),
    ),
)
