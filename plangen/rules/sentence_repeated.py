"""同一份文件里一个长句出现两次以上，多半是复制时留下的。

依据：党政机关公文处理工作条例第十九条（内容简洁、文字精练）。级别：提示。
只比不少于25字的整句；“完成……交办的其他工作任务”一类套话、单位名单、标准条文、表格、名单、
逐年逐月的行事历（5月，开展县级调研……）不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._text import LETTER, NUMERAL, RUNNING, short
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted
from plangen.text.patterns import lazy

LEAST = 25
SPLIT = "。；！？"
NOTE = lazy("[（(][^（()）]*[）)]")
HEAD = lazy(rf"(?:[{NUMERAL}]+、|[（(][^（()）]{{1,3}}[）)]|\d+[.、．]|[①-⑳])\s*")
HAN_ONE = lazy(LETTER)
DATED = lazy(r"\d[\d—–\-~～至]*[年月]，")  # a step of a calendar, the same for each township
FORMULA = lazy("交办的|(?:牵头|责任|协助|配合|参与|成员)单位|以下简称|现印发给你们")
ITEMS = 4  # 、 in a piece without ，: a list of names


def find(case: Case) -> Findings:
    """Sentences that were read before, at their second place."""
    seen: set[str] = set()
    told: set[str] = set()
    for line in case.lines():
        if len(line.text) < LEAST or line.role not in RUNNING:
            continue
        here = sentences(line.text)
        again = [sentence for sentence in here if sentence in seen and _telling(sentence)]
        new = [sentence for sentence in again if sentence not in told]
        if new:
            more = f"等{len(new)}句" if len(new) > 1 else "这一句"
            yield Finding(line.where, f"“{short(new[0])}”{more}前面已经写过", new[0])
        told.update(again)
        seen.update(here)


def sentences(text: str) -> list[str]:
    """The long sentences of a paragraph."""
    return [_headless(piece.strip()) for piece in parted(text, SPLIT) if len(piece) >= LEAST]


def _headless(sentence: str) -> str:
    plain = sentence[:1].isalpha() and sentence[0] not in NUMERAL  # as a rule
    found = None if plain else HEAD.match(sentence)
    return sentence[found.end() :] if found else sentence


def _telling(piece: str) -> bool:
    """Whether a sentence is no formula and no list of names."""
    plain = NOTE.sub("", piece)
    names = plain.count("、") >= ITEMS and "，" not in plain
    told = len(plain) >= LEAST and len(HAN_ONE.findall(plain)) > LEAST // 2  # not an address
    return told and not (names or FORMULA.search(plain) or DATED.match(plain))


RULE = Rule(
    "sentence-repeated",
    Level.INFO,
    find,
    good=(
        "preamble: |-\n  各工作组要完成领导小组交办的与创建国家卫生县城有关的其他各项工作任务。\n"
        "  各工作组要完成领导小组交办的与创建国家卫生县城有关的其他各项工作任务。",
        "preamble: |-\n  甲镇：创建国家卫生乡镇。\n"
        "  5月，开展县级调研，完成调研问题整改，形成县级整改报告。\n"
        "  乙镇：创建国家卫生乡镇。\n  5月，开展县级调研，完成调研问题整改，形成县级整改报告。",
        "preamble: |-\n  落实日清扫、日消毒制度。\n  落实日清扫、日消毒制度。",
    ),
    bad=(
        (
            "preamble: 各乡镇要对照创建标准，列出问题清单，明确责任人和完成时限。\n"
            "closing: 县创卫办负责调度。各乡镇要对照创建标准，列出问题清单，"
            "明确责任人和完成时限。",
            "“各乡镇要对照创建标准…完成时限”这一句前面已经写过",
        ),
    ),
)
