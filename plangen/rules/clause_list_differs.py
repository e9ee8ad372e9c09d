"""前面写的条号与下面抄录的条文对不上：写“第1—5条”，抄录的是第1、2、3、7、8条。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：警告。
看“……”项目中第几条之后、下一个标题之前抄录的条文；没有抄录的、太短认不出的条文不算，
抄录不到一半的当作摘要，只看有没有前面没写到的。条号在那一节里没有的由 clause-absent 指出。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plangen.model.document import HEADINGS, Role
from plangen.model.plan import ClauseRef
from plangen.problem import Level
from plangen.rules._clauses import SHORTEST, Quote, clause_plain, quotes
from plangen.rules._standards import Naming, every_naming
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.standard.catalogue import Clause
from plangen.standard.refs import ranges, resolve

ENDS = frozenset({*HEADINGS, Role.PHASE, Role.TITLE, Role.ANNEX_LABEL, Role.SIGNATURE})
CLEAR = SHORTEST + 4  # characters of a clause that is told when it is quoted


def find(case: Case) -> Findings:
    """Numbers of clauses that aren't those of the clauses quoted below them."""
    for naming, quoted in _groups(case):
        section = naming.standard.section(naming.section)
        if section is None or not naming.numbers:
            continue
        ref = ClauseRef(section=naming.section, clauses=naming.numbers.replace("和", "、"))
        found = resolve(ref, naming.standard)
        below = {
            quote.clause.id: quote.clause for quote in quoted if quote.clause.section == section.id
        }
        if found.unknown:
            continue
        lacking = _lacking(found.clauses, below)
        if below.keys() - {clause.id for clause in found.clauses}:
            said = f"抄录的是“{section.title}”第{_numbers(below.values())}条"
        elif lacking and len(below) * 2 > len(found.clauses):
            said = f"没有抄录“{section.title}”第{_numbers(lacking)}条"
        else:
            continue
        message = f"前面写“{naming.numbers}”，下面{said}"
        yield Finding(naming.line.where, message, naming.numbers)


def _lacking(named: Iterable[Clause], below: Mapping[str, Clause]) -> list[Clause]:
    """The clauses named and not quoted, those left out that are too short to be told."""
    missing = (one for one in named if one.id not in below)
    return [one for one in missing if len(clause_plain(one.text).text) >= CLEAR]


def _numbers(clauses: Iterable[Clause]) -> str:
    return ranges(sorted(clause.number for clause in clauses))


def _groups(case: Case) -> Iterator[tuple[Naming, list[Quote]]]:
    """Each naming of clauses, with the sure quotations between it and the next heading."""
    at: dict[int, list[Quote]] = {}
    for quote in quotes(case):
        if quote.sure:
            at.setdefault(id(quote.block), []).append(quote)
    namings: dict[int, list[Naming]] = {}
    for naming in every_naming(case) if at else ():
        namings.setdefault(id(naming.line.block), []).append(naming)
    last: Naming | None = None
    quoted: list[Quote] = []
    for block in case.document.blocks if case.document and namings else ():
        here = namings.get(id(block), [])
        if last and (here or block.role in ENDS):
            yield last, quoted
            last, quoted = None, []
        if len(here) == 1:
            last = here[0]
        quoted += at.get(id(block), []) if last else []
    if last:
        yield last, quoted


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
C7 = "河道、湖泊等水体的水面清洁，无漂浮垃圾。岸坡整洁，无垃圾杂物。"
C8 = "建成区绿化符合要求，公共绿地养护良好，绿化覆盖率≥30%，路灯亮灯率≥95%。"
C9 = "建成区内禁止放养家禽家畜，饲养宠物符合有关规定，不得影响镇容环境卫生和周围居民正常生活。"
GROUP = "groups: [{name: 甲组, lead: 负责落实“环境卫生”项目中第%s条任务。, duties: [%s]}]"
RULE = Rule(
    "clause-list-differs",
    Level.WARNING,
    find,
    needs=("standards",),
    good=(
        HEAD + GROUP % ("7—9", ", ".join([C7, C8, C9, "完成交办的其他工作。"])),
        HEAD + GROUP % ("7、9", ", ".join([C7, C9])),
        HEAD + GROUP % ("1—9", C8),
        HEAD + GROUP % ("7—9", "制定实施方案。") + "\nclosing: " + C9,
        HEAD + "groups: [{name: 甲组, clauses: [{ids: C7-C9, print: both}]},"
        " {name: 乙组, clauses: [{ids: 'F1,F2,F3,F7,F8', print: both}]}]",
    ),
    bad=(
        (
            HEAD + GROUP % ("5—7", ", ".join([C7, C8, C9])),
            "前面写“第5—7条”，下面抄录的是“环境卫生”第7—9条",
        ),
        (
            HEAD + GROUP % ("7—9", ", ".join([C7, C9])),
            "前面写“第7—9条”，下面没有抄录“环境卫生”第8条",
        ),
    ),
)
