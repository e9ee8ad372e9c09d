"""署名和成文日期会单独落到第2页，那一页没有正文。

依据：GB/T 9704—2012 第7.3.5.5条（版面容不下时调整行距、字距，不得另用“此页无正文”）。级别：警告。
行数是估算的。正文只有一段时，它留在首页（首页必须显示正文），不能跟署名一起移下去；
两段以上的，最后一段会跟着走，不报。
"""

from __future__ import annotations

from plangen.compose.fit import fitted, height
from plangen.model.document import HEADINGS, Role
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule
from plangen.template.gbt9704 import LINES, TIGHT

TEXT = (Role.PARAGRAPH, *HEADINGS)
SIGNED = (Role.SIGNATURE, Role.DATE, Role.SIGNATURE_TABLE)


def find(case: Case) -> Findings:
    """An issued notice of one paragraph whose signature doesn't fit on page 1."""
    notice, document = case.plan.notice, case.documents.get("通知")
    if notice is None or document is None:
        return
    blocks = list(document.blocks)
    last = max((i for i, block in enumerate(blocks) if block.role in SIGNED), default=None)
    own = [block for block in blocks[:last] if block.role in TEXT]
    if last is None or len(own) != 1 or notice.annexes:
        return
    while blocks[last].keep_next and last + 1 < len(blocks):
        last += 1  # a note or a contact stays with the date
    used = sum(height(b) * (TIGHT if b.tight else 1) for b in fitted(blocks[: last + 1]))
    if used > LINES:
        wordy = "body" if notice.body else "to" if notice.to else "issuer"
        yield (
            notice.where / wordy,
            f"通知约{used:.0f}行，首页只有{LINES}行，署名和日期会单独落到第2页；"
            "可精简标题、主送机关，或把正文分成两段",
        )


RULE = Rule(
    "signature-alone",
    Level.WARNING,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府], date: 2024-01-08}",
        "notice:\n  issuer: [中共青山县委, 青山县人民政府]\n  to: [各乡镇党委, 各乡镇人民政府]\n"
        "  date: 2024-01-08\n  body: |-\n    现将方案印发给你们。\n    请认真组织实施。",
        "notice:\n  issuer: [中共青山县委, 青山县人民政府]\n  to: [各乡镇党委, 各乡镇人民政府]\n"
        "  date: 2024-01-08\n  body: |-\n    一、印发方案\n    二、认真实施",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕3号, date: 2024-01-08,"
            " note: 此件公开发布, to: ["
            + ", ".join(f"青山县第{n}街道办事处及其所属各社区居民委员会" for n in range(10, 14))
            + "]}",
            "通知约24行，首页只有22行，署名和日期会单独落到第2页；"
            "可精简标题、主送机关，或把正文分成两段",
        ),
        (
            "notice: {issuer: 青山县人民政府, date: 2024-01-08, to: ["
            + ", ".join(f"青山县第{n}街道办事处及其所属各社区居民委员会" for n in range(10, 16))
            + "]}",
            "通知约24行，首页只有22行，署名和日期会单独落到第2页；"
            "可精简标题、主送机关，或把正文分成两段",
        ),
    ),
)
