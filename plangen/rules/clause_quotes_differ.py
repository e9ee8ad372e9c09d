"""同一条款在文中两处抄录，字句不同，或者一处有、一处没有。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：字句不同为警告，一处少引几句为提示。
条款库见过原文的条款，字句由 clause-misquoted 与原文核对，这里只比多引、少引。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._clauses import Quote, clause_plain, quotes
from plangen.rules._differences import differences
from plangen.rules.base import Case, Finding, Findings, Rule

SHORT = 8  # characters left out that are worth a word
SHOWN = 24


def find(case: Case) -> Findings:
    """Later quotations of a clause that differ from its first one."""
    first: dict[tuple[str, str], Quote] = {}
    for quote in quotes(case):
        before = first.setdefault(quote.key, quote)
        where = quote.block.where
        if _two_parts(quote, before):
            continue
        for piece in differences(quote.text, before.text, case.plan.locality.name):
            if piece.omitted:
                rest, here = piece.here or piece.there, bool(piece.here)
                if len(rest) >= SHORT and quote.block.where != before.block.where:
                    message = f"{quote.named}在两处引用不同：{_which(here)}“{_cut(rest)}”"
                    yield Finding(where, message, _head(quote), level=Level.INFO)
            elif not quote.clause.seen:
                message = f"{quote.named}在两处引用不同：“{piece.here}”前面作“{piece.there}”"
                yield Finding(where, message, piece.here)


def _two_parts(one: Quote, other: Quote) -> bool:
    """Whether two quotations are different parts of their clause, in its own words."""
    whole, parts = clause_plain(one.clause.text).text, (one.text.text, other.text.text)
    apart = parts[0] not in parts[1] and parts[1] not in parts[0]
    return apart and all(part in whole for part in parts)


def _which(here: bool) -> str:
    return "前面没有" if here else "这里没有"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}……"


def _head(quote: Quote) -> str:
    """The beginning of the quotation, up to its first mark."""
    return quote.text.cut(0, min(SHOWN, len(quote.text.text)))


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
C5 = "卫生责任制落实，镇容美观有序，无乱搭乱建、乱贴乱画、乱摆摊点现象。"
C9 = "建成区内禁止放养家禽家畜，饲养宠物符合有关规定，不得影响镇容环境卫生和周围居民正常生活。"
RULE = Rule(
    "clause-quotes-differ",
    Level.WARNING,
    find,
    needs=("standards",),
    good=(
        HEAD + "groups: [{name: 甲组, clauses: [F8]}, {name: 乙组, clauses: [F8]}]",
        HEAD + f"groups: [{{name: 甲组, duties: [{C5}]}}, {{name: 乙组, duties: [{C5}{C9}]}}]",
        HEAD + "outline: [{heading: 分工, show: assignments, print: both}]\n"
        "assignments: [{clause: C5, lead: 县商务局}]\n"
        "annexes: [{title: 责任分解表, show: assignments}]",
    ),
    bad=(
        (
            HEAD + f"groups: [{{name: 甲组, duties: [{C9}]}},"
            f" {{name: 乙组, duties: [{C9.replace('禁止放养', '严禁散养')}]}}]",
            "《国家卫生乡镇（县城）标准》“环境卫生”第9条在两处引用不同："
            "“区内严禁散养家”前面作“区内禁止放养家”",
        ),
        (
            HEAD + f"groups: [{{name: 甲组, duties: [{C5}]}},"
            " {name: 乙组, clauses: [{ids: C5, print: texts}]}]",
            "《国家卫生乡镇（县城）标准》“环境卫生”第5条在两处引用不同："
            "前面没有“集贸市场卫生设施完善，功能分区合理，活禽售卖、宰……”",
        ),
    ),
)
