"""涉密公文没有份号。

依据：党政机关公文处理工作条例第九条（涉密公文应当标注份号）。级别：错误。“内部”不是密级，不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import secret
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """A level of secrecy on a paper whose copies aren't numbered."""
    notice = case.plan.notice
    if notice and secret(notice) and not notice.copy_number:
        message = f"密级是“{notice.secrecy}”，应当标注份号"
        yield Finding(notice.where / "secrecy", message, notice.secrecy)


RULE = Rule(
    "copy-number-missing",
    Level.ERROR,
    find,
    needs=("notice.secrecy",),
    good=(
        "notice: {issuer: 青山县人民政府, copy_number: '000012', secrecy: 机密★1年}",
        "notice: {issuer: 青山县人民政府, secrecy: 内部}",
        "notice: {issuer: 青山县人民政府, urgency: 特急}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, secrecy: 机密★1年}",
            "密级是“机密★1年”，应当标注份号",
        ),
    ),
)
