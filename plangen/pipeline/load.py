"""From bytes to a spec: read, shaped, checked, built; every fault of its form is a problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from plangen.model.plan import Plan
from plangen.problem import Level, Problem, Where
from plangen.schema.build import build
from plangen.schema.check import check
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.locate import Finder
from plangen.source.places import Source, Value
from plangen.source.reader import read_yaml
from plangen.standard.sound import faults
from plangen.text.nearest import nearest

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap

# With the Chinese word accepted for each.
KINDS = {
    "plan": "方案",
    "roadmap": "行动方案",
    "townships": "乡镇名单",
    "standard": "标准",
    "derive": "对照表",
}
PLANS = ("plan", "roadmap")
KIND_KEYS = ("kind", "类型")


@dataclass
class Spec:
    """A spec as far as it could be read; `plan` is None where its form is broken, or no plan.

    A roadmap is a plan with a `roadmap`.
    """

    source: Source
    problems: list[Problem]
    kind: str = ""
    plan: Plan | None = None
    roadmap: Roadmap | None = None


def load(raw: bytes, name: str) -> Spec:
    """A spec from its bytes, with every problem of its form."""
    source, problems = read_yaml(raw, name)
    if source.data is None:
        return Spec(source, placed(problems, source))
    kind, problem = _kind(source)
    if problem:
        return Spec(source, placed([*problems, problem], source))
    source, more = shape(source, schema(kind))
    problems += [*more, *check(source, kind)]
    if problems:
        return Spec(source, _causes(placed(problems, source)), kind)
    data = cast("dict[str, Value]", source.data)
    if kind in PLANS:
        roadmap = _roadmap(data) if kind == "roadmap" else None
        return Spec(source, [], kind, build(Plan, data), roadmap)
    found = placed(faults(source), source) if kind == "standard" else []
    return Spec(source, found, kind)


def _roadmap(data: dict[str, Value]) -> Roadmap:
    from plangen.model.roadmap import Roadmap  # most specs are none

    return build(Roadmap, data)


def _causes(problems: list[Problem]) -> list[Problem]:
    """Without what only follows from a “-” that lacks its blank: -{标题: 甲} is no key either."""
    dashes = {(p.where.line, p.where.column) for p in problems if p.rule == "yaml-dash"}
    return [
        problem
        for problem in problems
        if problem.rule == "yaml-dash" or (problem.where.line, problem.where.column) not in dashes
    ]


def placed(problems: Iterable[Problem], source: Source) -> list[Problem]:
    """Problems with line, column and quote filled in, in the order of the file."""
    finder = Finder(source)
    out: list[Problem] = []
    for problem in problems:
        where = finder.place(problem.rule, problem.where, problem.quote)
        out.append(replace(problem, where=where, quote=source.quote(where)))
    return sorted(out, key=lambda p: (p.where.line or 0, p.where.column or 0, p.rule))


def _kind(source: Source) -> tuple[str, Problem | None]:
    """The kind of a spec, from its key."""
    every = "、".join(f"{kind}（{word}）" for kind, word in KINDS.items())
    data = source.data
    if not isinstance(data, dict):
        message = f"文件应由若干个键组成，第一行写 kind（类型），现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where(line=1, column=1))
    key = next((key for key in KIND_KEYS if key in data), None)
    if key is None:
        message = f"缺少 kind（类型），现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where(line=1, column=1))
    given = data[key]
    kind = {word: kind for kind, word in KINDS.items()}.get(str(given), str(given))
    if kind not in KINDS:
        message = f"kind（类型）应是一个词，现有：{every}"
        if isinstance(given, str):
            near = nearest(given, [*KINDS, *KINDS.values()])
            guess = f"是不是“{near}”？" if near else ""
            message = f"没有“{given}”这种文件，{guess}kind（类型）现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where((key,)))
    return kind, None
