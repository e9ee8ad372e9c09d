"""通知已有主送机关，所印发的方案标题下又写了主送机关。

依据：GB/T 9704—2012 第7.3.2条（主送机关是公文的要素）；实务（方案随通知印发，不是另一件公文）。
级别：提示。
方案不经通知、直接印发的，自己有主送机关；通知没有主送机关的，也不报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Addressees of a plan whose notice is sent to somebody."""
    plan, notice = case.plan, case.plan.notice
    if notice and notice.to:
        yield (
            plan.where / "to",
            f"方案由通知印发，通知已写主送机关，标题下的“{'，'.join(plan.to)}”应删去",
        )


RULE = Rule(
    "addressee-double",
    Level.INFO,
    find,
    needs=("to",),
    good=(
        "to: [各乡镇人民政府, 县直有关单位]",
        "to: [各乡镇人民政府]\nnotice: {issuer: 青山县人民政府}",
        "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府]}",
    ),
    bad=(
        (
            "to: [各乡镇人民政府, 县直有关单位]\n"
            "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府]}",
            "方案由通知印发，通知已写主送机关，标题下的“各乡镇人民政府，县直有关单位”应删去",
        ),
    ),
)
