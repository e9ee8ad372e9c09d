"""发文机关前后不一：标志、标题、署名、印发机关写的不是同一个机关。

依据：党政机关公文处理工作条例第九条（标志、标题、署名都是发文机关；印章与署名相符；
印发机关是送印的办公厅、室）。
级别：警告。简称、有没有“办公室”不算不同；联合发文的标志可以只用主办机关；标题可以不写机关。
"""

from __future__ import annotations

import re

from plangen.model.plan import Notice
from plangen.problem import Level
from plangen.rules._notice import ORGAN_ENDS, before_about, same_organ, title_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

OFFICE = lazy(r"办公[室厅]$|办$|[处科股]室?$")
ORGAN = lazy(rf"(?:{ORGAN_ENDS})$")


def find(case: Case) -> Findings:
    """Organs that none of the issuers can be."""
    notice = case.plan.notice
    if notice is None:
        return
    named = "、".join(notice.issuer)
    title = title_of(case.plan, notice)
    issuers = (*notice.issuer, *joint(title))
    for key, word, name in mentions(notice, title):
        if not any(same_organ(name, issuer) for issuer in issuers):
            yield Finding(notice.where / key, f"{word}“{name}”与发文机关“{named}”不同", name)


def mentions(notice: Notice, title: str) -> list[tuple[str, str, str]]:
    """Key, word and organ wherever the notice names its issuer; 某办公室 may print for anybody."""
    mark = notice.mark.removesuffix("文件")
    found = [("mark", "发文机关标志", mark)] if ORGAN.search(mark) else []  # 内部明电 is none
    head = before_about(title)
    found += [("title", "标题里的", name) for name in organs(head)]
    found += [("signature", "署名", name) for name in notice.signature]
    by = notice.printed.by if notice.printed else ""
    found += [("printed", "印发机关", by)] if not OFFICE.search(by) else []
    return [(key, word, name) for key, word, name in found if name]


def joint(title: str) -> list[str]:
    """The organs that issue together, as the title names them; [] where it names one."""
    names = organs(before_about(title))
    return names if len(names) > 1 else []


def organs(head: str) -> list[str]:
    """The organs that a title begins with."""
    return [name for name in re.split(r"[\s、]+", head) if ORGAN.search(name)]


RULE = Rule(
    "issuer-differs",
    Level.WARNING,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 霁阳镇人民政府, printed: {by: 霁阳镇党政综合办公室}}",
        "notice: {issuer: [青山县卫生健康局, 青山县财政局], mark: 青山县卫生健康局文件}",
        "notice: {issuer: 青山县人民政府办公室, mark: 青山县人民政府, sign"
        "ature: [青山县政府办公室]}",
        "notice: {issuer: 青山县人民政府, mark: 内部明电}",
        "notice: {issuer: 青山县应急管理局, title: 转发省应急管理厅办公室关于做好防汛工作的通知}",
        "notice: {issuer: 青山县委办公室, signature: [青山县人民政府办公室],"
        " title: 青山县委办公室 青山县人民政府办公室关于做好创卫工作的通知}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, mark: 青山县卫生健康局文件, sign"
            "ature: [青山县财政局]}",
            "发文机关标志“青山县卫生健康局”与发文机关“青山县人民政府”不同\n"
            "署名“青山县财政局”与发文机关“青山县人民政府”不同",
        ),
        (
            "notice: {issuer: 青山县人民政府, title: 霁川县人民政府关于做好创卫工作的通知}",
            "标题里的“霁川县人民政府”与发文机关“青山县人民政府”不同",
        ),
    ),
)
