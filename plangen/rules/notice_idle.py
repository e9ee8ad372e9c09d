"""印发通知的正文没有说“现印发给你们”。

依据：实务（印发通知的正文写明印发什么、怎样执行）。级别：提示。
只看标题是“关于印发（转发、批转）……的通知”的；正文有“印发”“转发”“下发”“批转”“遵照执行”的都算说了。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import title_of
from plangen.rules.base import Case, Findings, Rule
from plangen.text.patterns import lazy

ISSUING = lazy(r"关于(?:印发|转发|批转)")
SAID = lazy(r"[印转下颁]发|批转|公布|发给你们|遵照执行")


def find(case: Case) -> Findings:
    """A notice that issues by its title only."""
    notice = case.plan.notice
    if notice is None:
        return
    issuing = ISSUING.search(title_of(case.plan, notice))
    if issuing and not SAID.search(notice.body):
        yield notice.where / "body", "通知正文没有写“现印发给你们，请认真组织实施”一类的话"


RULE = Rule(
    "notice-idle",
    Level.INFO,
    find,
    needs=("notice.body",),
    good=(
        "notice: {issuer: 青山县人民政府, body: 现将《青山县创建国家卫生县城实施方案》印发给你"
        "们。}",
        "notice: {issuer: 青山县人民政府, body: 制定《青山县创建国家卫生县城实施方案》，"
        "请遵照执行。}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于做好创卫工作的通知, "
        "body: 各单位要高度重视。}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, body: 各单位要高度重视创卫工作。}",
            "通知正文没有写“现印发给你们，请认真组织实施”一类的话",
        ),
    ),
)
