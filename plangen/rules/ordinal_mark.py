"""序号后面的标点不对：“一”后用顿号，“1”后用下脚点，带括号的序号后不用标点。

依据：GB/T 15834—2011 附录B.3.2—B.3.4；GB/T 9704—2012 第7.3.3条。级别：警告。
括号也有错的，先改括号；“1、2024年”改点以后要与小数分清，不自动改。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._numbering import FIRST, FOURTH, SECOND, THIRD, Entry, outline, typed_here
from plangen.rules.base import Case, Finding, Findings, Rule

MARKS = {FIRST: "、", SECOND: "", THIRD: ".", FOURTH: ""}


def find(case: Case) -> Findings:
    """Ordinals with another mark than their level has."""
    for entry in outline(case).entries:
        right = MARKS.get(entry.rank)
        if right is None or entry.mark == right or entry.lost or not typed_here(case, entry):
            continue
        typed = entry.typed
        whole = typed.removesuffix(entry.mark).rstrip() + right
        message = f"“{typed}”应作“{whole}”"
        if right == "":
            message = f"“{whole}”后面不用“{entry.mark}”"
        quote = entry.quote
        fix = Fix(quote, quote.replace(typed, whole, 1)) if safe(entry) else None
        yield Finding(entry.block.where, message, quote, fix=fix)


def safe(entry: Entry) -> bool:
    """Whether the mark alone is to be changed, and can't be read as a decimal point then."""
    bracketed = entry.rank in {SECOND, FOURTH}
    whole = entry.typed[0] == "（" and "）" in entry.typed if bracketed else True
    return whole and not entry.text[:1].isdigit()


RULE = Rule(
    "ordinal-mark",
    Level.WARNING,
    find,
    good=(
        'preamble: "一、总体要求\\n（一）加强领导。\\n1.落实责任。\\n（1）广泛宣传。"',
        'preamble: "2024年，完成申报。\\n10，000人参加活动。\\n一，二级医院全部达标。"',
    ),
    bad=(
        (
            'preamble: "一.总体要求\\n（一）、加强领导。\\n1、落实责任。\\n（1）.广泛宣传。"',
            "“一.”应作“一、”\n“（一）”后面不用“、”\n“1、”应作“1.”\n“（1）”后面不用“.”",
        ),
        ('preamble: "1、2024年6月底前完成。\\n2．严格督查。"', "“1、”应作“1.”\n“2．”应作“2.”"),
    ),
)
