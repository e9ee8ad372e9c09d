"""涉密公文的附注写“此件公开发布”：国家秘密不能公开。

依据：政府信息公开条例（2019修订）第十四条。级别：错误。“内部”不是密级，不核对；写“此件不公开”
“此件依申请公开”的不报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import secret
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

PUBLISHED = lazy(r"(?<!不)(?<!申请)公开发布|(?<!不)主动公开")


def find(case: Case) -> Findings:
    """A note that publishes what is secret."""
    notice = case.plan.notice
    if notice and secret(notice) and PUBLISHED.search(notice.note):
        message = f"密级是“{notice.secrecy}”，附注却写“{notice.note}”"
        yield Finding(notice.where / "note", message, notice.note)


NOTICE = "notice: {issuer: 青山县人民政府, copy_number: '000012', secrecy: %s, note: %s}"
RULE = Rule(
    "secrecy-published",
    Level.ERROR,
    find,
    needs=("notice.secrecy",),
    good=(
        NOTICE % ("机密★1年", "此件不公开"),
        NOTICE % ("机密★1年", "此件不公开发布"),
        NOTICE % ("机密★1年", "此件发至县级"),
        NOTICE % ("内部", "此件公开发布"),
    ),
    bad=(
        (
            NOTICE % ("机密★1年", "此件公开发布"),
            "密级是“机密★1年”，附注却写“此件公开发布”",
        ),
        (
            NOTICE % ("秘密★1年", "此件主动公开"),
            "密级是“秘密★1年”，附注却写“此件主动公开”",
        ),
    ),
)
