"""通知标题里“关于”或“的通知”重叠，或者文种叠用。

依据：党政机关公文处理工作条例第九条（标题由发文机关名称、事由和文种组成）；实务（转发、
印发时省去重叠的字）。
级别：警告。被印发文件的名称加了书名号的（关于印发《关于……的意见》的通知）不算重叠。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._notice import title_of, title_where
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

DOUBLED = (
    (lazy(r"的通知的通知$"), "“的通知”重叠，只留一个，或给原标题加书名号"),
    (lazy(r"关于(?:印发|转发|批转)关于"), "“关于”重叠，应给被{}的文件名加书名号"),
    (lazy(r"关于关于"), "“关于”重叠"),
    (lazy(r"请示报告$|报告请示$"), "请示和报告是两种公文，只用一个"),
)


def find(case: Case) -> Findings:
    """Words that stand twice in the title."""
    notice = case.plan.notice
    if notice is None:
        return
    title = re.sub(r"《[^《》]*》", "《》", title_of(case.plan, notice))
    for form, message in DOUBLED:
        found = form.search(title)
        if found:
            issuing = found.group()[2:4]
            yield Finding(
                title_where(case.plan, notice),
                f"标题中的“{found.group()}”：{message.format(issuing)}",
                found.group(),
            )


RULE = Rule(
    "title-doubled",
    Level.WARNING,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府, "
        "title: 青山县人民政府关于印发《关于加强创卫工作的意见》的通知}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于征求意见的函}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, "
            "title: 青山县人民政府关于转发江川市人民政府关于做好创卫工作的通知的通知}",
            "标题中的“的通知的通知”：“的通知”重叠，只留一个，或给原标题加书名号",
        ),
        (
            "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于印发关于加强创卫工作的"
            "意见的通知}",
            "标题中的“关于印发关于”：“关于”重叠，应给被印发的文件名加书名号",
        ),
    ),
)
