"""通知标题末尾没有文种。

依据：党政机关公文处理工作条例第九条（标题由发文机关名称、事由和文种组成）、第八条（15种文种）。
级别：错误。
末尾的（征求意见稿）（试行）不算；方案自己的标题不在此列。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import DOCUMENT_KINDS, title_of, title_where
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """A title that doesn't end in one of the fifteen kinds."""
    notice = case.plan.notice
    if notice is None:
        return
    title = title_of(case.plan, notice)
    if title and not title.rstrip("。，；：、！？.,;:").endswith(DOCUMENT_KINDS):
        yield title_where(case.plan, notice), f"标题“{title}”末尾没有文种，如“的通知”"


RULE = Rule(
    "title-genre",
    Level.ERROR,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于做好创卫工作的通知（征求意"
        "见稿）}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于做好创卫工作}",
            "标题“青山县人民政府关于做好创卫工作”末尾没有文种，如“的通知”",
        ),
        (
            "notice: {issuer: 青山县人民政府, title: 青山县创建国家卫生县城实施方案}",
            "标题“青山县创建国家卫生县城实施方案”末尾没有文种，如“的通知”",
        ),
    ),
)
