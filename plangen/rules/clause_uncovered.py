"""标准的条款没有组、办公室或责任分工负责。

依据：实务（方案按标准逐条落实责任）。级别：错误；文档里完全没有按条分工、看得出分工的不到一半的为提示
（可能另有分解表，或者任务是自拟的）。
只核对条款库里有的条款；不分工的条款写在标准的 exclude（不分工条款）里，并说明理由。
标准整体在别处分工的（assigned_in）、方案完全没有按条分工的，不逐条报；写错的引用（A-I、B7-B1、某节第8—14条）
由 clause-unknown 指出，猜得出的条款算有人负责；乡镇的方案不必承担只适用于县城的条款；
读入的行动方案没有一处分工的，由各地各单位的方案去分，不核对。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plangen.model.plan import ClauseRef
from plangen.problem import Level
from plangen.rules._scope import applies
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.standard.catalogue import Clause
from plangen.standard.coverage import Coverage, owned
from plangen.standard.refs import parse_ids

LEAST = 0.5  # of a document: with less it isn't the clauses that it assigns


def find(case: Case) -> Findings:
    """Uncovered clauses, one finding for each section of a standard."""
    by_use = {id(found.use): found for found in case.coverage()}
    meant = set(_meant(case))
    for use in case.plan.standards:
        where, found = use.where, by_use.get(id(use))
        if found is None or not found.checkable:
            yield Suspended(where, "没有条款库，或分工整体另见")
            continue
        if _divides_nothing(case):
            yield Suspended(where, "行动方案没有分工")
            continue
        guessed = {clause for name, clause in meant if name == use.id}
        if not found.owners and (case.read or not guessed):
            yield _nothing(case, found)
        elif case.read and len({*found.owners, *guessed}) < LEAST * len(found.standard.clauses):
            count, every = len(found.owners), len(found.standard.clauses)
            message = f"《{found.standard.title}》看得出分工的只有{count}条（共{every}条）"
            yield Finding(where, f"{message}，没有逐条核对", level=Level.INFO)
        else:
            title = found.standard.section_of
            lacking = (
                one for one in found.uncovered if one.id not in guessed and applies(case, one)
            )
            for section, clauses in groupby(lacking, key=lambda c: title(c.id).title):
                ids = [clause.id for clause in clauses]
                yield where, f"“{section}”的{'、'.join(ids)}没有组、办公室或责任分工负责"


def _nothing(case: Case, found: Coverage) -> Finding | Suspended:
    """That no clause at all is assigned; of a catalogue with gaps a document may do without."""
    if case.read and not found.standard.complete:
        return Suspended(found.use.where, "条款库不全，方案也没有按条分工")
    message = f"《{found.standard.title}》的条款没有分给任何组、办公室或单位"
    message += f"（共{len(found.standard.clauses)}条）"
    return Finding(found.use.where, message, level=Level.INFO if case.read else None)


def _divides_nothing(case: Case) -> bool:
    """A 行动方案 that was read and names nobody for anything: others are to divide the work."""
    plan = case.plan
    return case.read and "行动方案" in plan.title and not (plan.bodies or plan.assignments)


def _meant(case: Case) -> Iterator[tuple[str, str]]:
    """Standard and id of each clause that a reference nobody can read is guessed to mean.

    Numbers that a section hasn't got may mean any of its clauses; C10 is only itself.
    """
    for ref, _ in owned(case.context):
        found, use = case.context.resolve(ref), case.context.use(ref.standard)
        for lost in found[1].unknown if found else ():
            if use and lost.guess and not any(span.section for span in parse_ids(lost.text)):
                near = _named(case, lost.guess, ref) or _named(case, ref.section, ref)
                yield from ((use.id, clause.id) for clause in near)


def _named(case: Case, ids: str, ref: ClauseRef) -> tuple[Clause, ...]:
    found = case.context.resolve(ClauseRef(ids=ids, standard=ref.standard))
    return found[1].clauses if found and ids else ()


RULE = Rule(
    "clause-uncovered",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        "standards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses: [A, B, C, D, E, F, G, H, I]}]",
        "standards: [{id: weisheng-xiangzhen-2010, assigned_in: 《责任分解表》}]",
        "standards:\n"
        "- {id: weisheng-xiangzhen-2010, exclude: [{clauses: 'A,B,C,D,E,F,G,H', reason: 另定}]}\n"
        "groups: [{name: 甲组, clauses: [I]}]",
        "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [A-I]}]",
        "title: 石门镇创建国家卫生乡镇实施方案\nlocality: {name: 石门镇, level: township}\n"
        "standards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses:"
        " [A1-A3, A5, B, C1-C3, C5-C9, D, E1-E2, E4, F1-F7, G, H, I]}]",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [A, B, C1-C4, C6-C9, D, E, F, G1-G2, H, I]}]",
            "“环境卫生”的C5没有组、办公室或责任分工负责\n"
            "“传染病防治”的G3、G4没有组、办公室或责任分工负责",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, duties: 负责宣传}]",
            "《国家卫生乡镇（县城）标准》的条款没有分给任何组、办公室或单位（共52条）",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [A-B, C1-C5, C10, D3-D1, E, F, G, H, I]}]",
            "“环境卫生”的C6、C7、C8、C9没有组、办公室或责任分工负责\n"
            "“环境保护”的D4没有组、办公室或责任分工负责",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [A, C, D, E, F, G,"
            " {section: 健康教育, clauses: 8-14}, {section: 社区卫牲}]}]",
            "“乡镇辖村卫生”的I1、I2、I3、I4、I5、I6、I7没有组、办公室或责任分工负责",
        ),
    ),
)
