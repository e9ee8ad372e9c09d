"""紧急程度只有“特急”“加急”两种。

依据：党政机关公文处理工作条例第九条（紧急公文应当分别标注“特急”“加急”，电报应当分别标注“特提”
“特急”“加急”“平急”）。级别：错误。文号里有“电”的是电报，另外两种也可以；打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import hidden
from plangen.rules.base import Case, Finding, Findings, Rule

PAPERS, TELEGRAMS = ("特急", "加急"), ("特提", "特急", "加急", "平急")


def find(case: Case) -> Findings:
    """Another word for how urgent a paper is."""
    notice = case.plan.notice
    if notice is None:
        return
    said, where = notice.urgency, notice.where / "urgency"
    known = TELEGRAMS if "电" in notice.number else PAPERS
    if unknown := hidden("紧急程度", said, where):
        yield unknown
    elif said not in known:
        words = "".join(f"“{word}”" for word in known)
        yield Finding(where, f"紧急程度“{said}”应是{words}之一", said)


RULE = Rule(
    "urgency-form",
    Level.ERROR,
    find,
    needs=("notice.urgency",),
    good=(
        "notice: {issuer: 青山县人民政府, urgency: 特急}",
        "notice: {issuer: 青山县人民政府, urgency: 加急}",
        "notice: {issuer: 青山县人民政府, number: 青政电〔2024〕3号, urgency: 平急}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, urgency: 急件}",
            "紧急程度“急件”应是“特急”“加急”之一",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕3号, urgency: 平急}",
            "紧急程度“平急”应是“特急”“加急”之一",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 青政电〔2024〕3号, urgency: 急}",
            "紧急程度“急”应是“特提”“特急”“加急”“平急”之一",
        ),
    ),
)
