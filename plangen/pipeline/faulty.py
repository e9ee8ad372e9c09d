"""Townships whose form has faults: told of by themselves, so that the others go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from plangen.model.townships import Township
from plangen.pipeline.load import Spec
from plangen.problem import Problem, Where
from plangen.schema.build import build
from plangen.schema.load import schema
from plangen.source.places import Value

KIND = LIST = "townships"
IN_LIST = 2  # steps of the path to a township


@dataclass(frozen=True)
class Faulty:
    """As much of a township as is sound, and its faults; unnamed it is called by its number."""

    township: Township
    problems: tuple[Problem, ...]


def apart(spec: Spec) -> tuple[dict[int, list[Problem]], list[Problem]]:
    """The faults within each township of a file, by its number, and those of the file itself."""
    within: dict[int, list[Problem]] = {}
    rest = []
    for problem in spec.problems:
        match problem.where.path:
            case ("townships", int(number), *_):
                within.setdefault(number, []).append(problem)
            case _:
                rest.append(problem)
    return within, rest


def faulty(data: Value, number: int, problems: Iterable[Problem]) -> Faulty:
    """What can be used of a township with faults; `number` is its place in the list."""
    told = tuple(problems)
    spoilt = {problem.where.path[2] for problem in told if len(problem.where.path) > IN_LIST}
    given = data if isinstance(data, dict) else {}
    known = schema(KIND).parts["township"]
    sound = {key: one for key, one in given.items() if key in known and key not in spoilt}
    blank = {"name": f"第{number + 1}个乡镇", "type": "", "goal": "", "year": "", "leaders": []}
    whole = cast("dict[str, Value]", blank | sound)
    return Faulty(build(Township, whole, Where((LIST, number))), told)
