"""通知标题里没有发文机关，或者几个发文机关之间用了顿号。

依据：党政机关公文处理工作条例第九条（标题由发文机关名称、事由和文种组成）；
实务（几个机关之间空一格）。级别：提示。
有发文机关标志的公文，实际常省去标题里的机关，所以只提示；顿号为警告。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._notice import ORGAN_ENDS, before_about, title_of, title_where
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

JOINED = lazy(rf"(?<=[^、]{{3}})(?:{ORGAN_ENDS})、(?=[^、]{{3}})")


def find(case: Case) -> Findings:
    """Titles that begin with 关于, and issuers joined by 、."""
    notice = case.plan.notice
    if notice is None:
        return
    title = title_of(case.plan, notice)
    head = before_about(title)
    if title.startswith("关于") and notice.issuer[0]:
        yield title_where(case.plan, notice), f"标题没有发文机关“{notice.issuer[0]}”"
    for found in JOINED.finditer(head):
        quote = found.group() + head[found.end() : found.end() + 3]
        fix = Fix(quote, quote.replace("、", " ", 1))
        message = f"“{quote}”：标题里的几个发文机关之间空一格，不用顿号"
        yield Finding(title_where(case.plan, notice), message, quote, level=Level.WARNING, fix=fix)


RULE = Rule(
    "title-issuer",
    Level.INFO,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: [青山县卫生健康局, 青山县财政局]}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于加强市容、环境卫生工作的通知}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, title: 关于做好创卫工作的通知}",
            "标题没有发文机关“青山县人民政府”",
        ),
        (
            "notice: {issuer: [青山县卫生健康局, 青山县财政局], "
            "title: 青山县卫生健康局、青山县财政局关于做好创卫工作的通知}",
            "“局、青山县”：标题里的几个发文机关之间空一格，不用顿号",
        ),
    ),
)
