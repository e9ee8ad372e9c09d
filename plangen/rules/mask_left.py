"""文中留有打码或空着的日期：XX、××、某某、王**、20XX年、X月X日、2024年　月　日。

依据：实务（印发的公文不留空缺）。级别：印发的通知为错误，其余为提示。每个文件只报一次。
星号要两个以上（138****1234），或在月、日之前；单个星号（注释）、**加粗**、整行星号不算。
附件里留着填写的“日期： 年 月 日”不算。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Level, Where
from plangen.rules._stars import starred
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

MASK = lazy(
    r"[Xx×Ｘｘ]{2,}|某某|20[Xx×Ｘｘ]{2}|(?<![A-Za-z×])[Xx×](?=[月日])"
    r"|年[ \u3000]+月(?:[ \u3000]+日)?|(?<![\d年])[ \u3000]+月[ \u3000]+日"
)

FILLED = lazy(r"[：:]\s*$")  # 填表日期： 年 月 日
SIGNS = (
    *"Xx×Ｘｘ*＊",
    "某某",
    "年 ",
    "年\u3000",
    " 月",
    "\u3000月",
)  # one of them is in every mask


def find(case: Case) -> Findings:
    """The masks of what is printed, counted; placed at the first."""
    seen: dict[str, int] = {}
    first: Where | None = None
    blocks = case.document.blocks if case.document else ()
    whole = "\n".join([block.text for block in blocks])
    if any(sign in whole for sign in SIGNS):
        annexed = False
        for block in blocks:
            annexed = annexed or block.role is Role.ANNEX_LABEL
            masks = [
                found.group()
                for found in MASK.finditer(block.text)
                if not (annexed and FILLED.search(block.text[: found.start()]))
            ]
            for mask in (*masks, *starred(block.text)):
                seen[mask] = seen.get(mask, 0) + 1
                first = first or block.where
    if first is not None:
        total = sum(seen.values())
        listed = "、".join(list(seen)[:5])
        level = Level.ERROR if case.issued else Level.INFO
        yield Finding(first, f"文中有{total}处打码（{listed}），印发前应填实", level=level)


RULE = Rule(
    "mask-left",
    Level.ERROR,
    find,
    good=(
        "preamble: 结合我县实际，制定本方案。",
        "preamble: 配备X射线机，于2024年 3月底前报送，MAX日志保存10年。",
        'annexes: [{title: 检查登记表, text: "检查时间： 年 月 日"}]',
        'preamble: "推进**环境整治**工作*，规格为3*5米。\\n*注：数据截至2023年底。\\n******"',
    ),
    bad=(
        (
            "preamble: 根据XX市要求，制定本方案。\n"
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号}",
            "文中有1处打码（XX），印发前应填实",
        ),
        (
            "preamble: 活动分三个阶段，宣传发动阶段（ 月   日至 月   日）要做好动员。",
            "文中有2处打码（ 月   日），印发前应填实",
        ),
        (
            "preamble: 2024年X月X日启动，ＸＸ镇于2024年　月　日总结。",
            "文中有4处打码（X、ＸＸ、年　月　日），印发前应填实",
        ),
        (
            "preamble: 由王**、李＊＊负责，手机138****1234，20**年*月报送。",
            "文中有5处打码（**、＊＊、****、*），印发前应填实",
        ),
    ),
)
