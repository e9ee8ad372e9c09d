"""主送机关太多，首页排不下正文。

依据：GB/T 9704—2012 第7.3.2、7.3.3条（首页必须显示正文；主送机关过多的移至版记）。级别：警告。
行数是估算的，刚好排满的不报；通知里写 to_place: imprint（主送位置: 版记）就移到版记。
"""

from __future__ import annotations

from plangen.compose.fit import height
from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule
from plangen.template.gbt9704 import LINES


def find(case: Case) -> Findings:
    """An issued notice whose first paragraph of text starts below page 1."""
    notice, document = case.plan.notice, case.documents.get("通知")
    if notice is None or document is None:
        return
    used = 0.0
    for block in document.blocks:
        if block.role is Role.PARAGRAPH:
            break
        used += height(block)
    if used > LINES:
        yield (
            notice.where / "to",
            f"主送机关有{len(notice.to)}个，首页约{used:.0f}行排满，显示不了正文，应移至版记",
        )


RULE = Rule(
    "first-page-full",
    Level.WARNING,
    find,
    needs=("notice.to",),
    good=(
        "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号, to: [各乡镇人民政府]}",
        "notice: {issuer: 青山县人民政府, to_place: imprint, to: ["
        + ", ".join(f"青山县第{n}街道办事处及其所属各社区居民委员会" for n in range(10, 22))
        + "]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, to: ["
            + ", ".join(f"青山县第{n}街道办事处及其所属各社区居民委员会" for n in range(10, 22))
            + "]}",
            "主送机关有12个，首页约23行排满，显示不了正文，应移至版记",
        ),
    ),
)
