"""补助的金额算不拢：各次拨付加起来不等于标准，或者总额不等于目标数乘标准的合计。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：错误。
总额写了（subsidy_total）才核对；补助写的类型在创建类型里找不到的也报。
"""

from __future__ import annotations

from math import isclose

from plangen.problem import Level
from plangen.rules._roadmap import amount, one_track, roadmap
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Instalments that don't come to their subsidy, and a total that is another."""
    own = roadmap(case)
    for subsidy in own.subsidies:
        if own.track(subsidy.track) is None:
            every = "、".join(track.name for track in own.tracks)
            yield subsidy.where / "track", f"没有“{subsidy.track}”这个创建类型，现有：{every}"
        paid = sum(each.amount for each in subsidy.instalments)
        if subsidy.instalments and not isclose(paid, subsidy.amount):
            parts = "＋".join(amount(each.amount) for each in subsidy.instalments)
            message = (
                f"“{subsidy.track}”补助{amount(subsidy.amount)}万元，各次拨付共{amount(paid)}万元"
            )
            yield subsidy.where / "instalments", f"{message}（{parts}）"
    due, total = own.subsidies_due, own.subsidy_total
    if own.subsidies and due is not None and total is not None and not isclose(due, total):
        message = (
            f"补助总额写{amount(total)}万元，按目标数和标准应是{amount(due)}万元（{_sum(case)}）"
        )
        yield own.where / "subsidy_total", message


def _sum(case: Case) -> str:
    """3×60＋9×30."""
    own = roadmap(case)
    pairs = [(own.track(each.track), each.amount) for each in own.subsidies]
    return "＋".join(f"{amount(t.goal)}×{amount(each)}" for t, each in pairs if t)


MAP = one_track("{years: 2022, townships: [云渡镇, 竹溪乡]}") + "\n"
PAID = "subsidies: [{track: 省级卫生乡镇, amount: 30, instalments: [{when: 暗访后, amount: %s},"
RULE = Rule(
    "subsidy-sum",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        MAP + PAID % 10.5 + " {when: 命名后, amount: 19.5}]}]\nsubsidy_total: 60",
        MAP + "subsidies: [{track: 省级卫生乡镇, amount: 30}]",
    ),
    bad=(
        (
            MAP + PAID % 10 + " {when: 命名后, amount: 25}]}]\nsubsidy_total: 50",
            "“省级卫生乡镇”补助30万元，各次拨付共35万元（10＋25）\n"
            "补助总额写50万元，按目标数和标准应是60万元（2×30）",
        ),
        (
            MAP + "subsidies: [{track: 市级卫生乡镇, amount: 30}]\nsubsidy_total: 30",
            "没有“市级卫生乡镇”这个创建类型，现有：省级卫生乡镇",
        ),
    ),
)
