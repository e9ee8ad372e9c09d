"""创建目标的个数与行事历里列的乡镇数不符。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：错误。
只核对行动方案；同一乡镇写了两次只算一个，另由 township-twice 指出；名称打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import masked
from plangen.rules._roadmap import amount, one_track, tracks
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Tracks whose cohorts name more or fewer townships than their goal."""
    for track in tracks(case):
        names = list(dict.fromkeys(track.townships))
        if hidden := next(filter(masked, names), ""):
            yield Suspended(track.where / "goal", f"“{hidden}”打了码，不能计数")
        elif len(names) != track.goal:
            said = f"“{track.name}”的目标是{amount(track.goal)}个"
            yield track.where / "goal", f"{said}，行事历里列了{len(names)}个：{'、'.join(names)}"


RULE = Rule(
    "goal-count",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        one_track("{years: 2022, townships: [云渡镇]}, {years: 2023, townships: [竹溪乡]}"),
        one_track("{years: 2022, townships: [云渡镇, 竹溪乡, 云渡镇]}"),
        one_track("{years: 2022, townships: [云渡镇, XX镇]}", 3),
    ),
    bad=(
        (
            one_track("{years: 2022, townships: [云渡镇, 竹溪乡]}", 3),
            "“省级卫生乡镇”的目标是3个，行事历里列了2个：云渡镇、竹溪乡",
        ),
        (
            one_track("{years: 2022, townships: [云渡镇]}, {years: 2026, townships: [竹溪乡]}", 1),
            "“省级卫生乡镇”的目标是1个，行事历里列了2个：云渡镇、竹溪乡",
        ),
    ),
)
