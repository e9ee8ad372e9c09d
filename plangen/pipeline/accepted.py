"""The last check of an import: what its schema would refuse is left out of the spec, and told of.

Limit: without a title and a locality there is no spec; both are filled in before.
"""

from __future__ import annotations

from copy import deepcopy
from typing import cast

from plangen.pipeline.load import load
from plangen.pipeline.spelled import Spelled
from plangen.problem import Path, PathKey, Problem
from plangen.source.emit import emit
from plangen.source.places import Value

MISSING = "spec-key-missing"


def accepted(spec: Spelled) -> tuple[Spelled, tuple[str, ...]]:
    """A spec as its schema takes it, and why something had to be left out of it."""
    said: list[str] = []
    while refused := _refused(spec):
        # From the last on, so that nothing moves before its turn.
        for path in sorted(refused, reverse=True):
            spec = _without(spec, path)
        said += refused.values()
    return spec, tuple(said)


def _refused(spec: Spelled) -> dict[Path, str]:
    """The outermost parts that are refused, each with what is said of it."""
    problems = load(emit(spec.data, {}).encode(), "").problems
    found = {_part(spec.data, problem): problem.message for problem in problems}
    return {
        path: message
        for path, message in found.items()
        if path and not any(path[:end] in found for end in range(1, len(path)))
    }


def _part(data: Value, problem: Problem) -> Path:
    """What to leave out: a value, or the whole that lacks a key; a short form has no keys."""
    path = problem.where.path
    at: list[PathKey] = []
    for key in path[:-1] if problem.rule == MISSING else path:
        if not isinstance(data, dict | list):
            break
        at.append(key)
        data = _held(data, key)
    return tuple(at)


def _held(data: Value, key: PathKey) -> Value:
    return cast("dict[PathKey, Value]", data)[key]


def _without(spec: Spelled, path: Path) -> Spelled:
    """A spec without one part, and without the list or map that held nothing else."""
    data = deepcopy(spec.data)
    holder: Value = data
    for key in path[:-1]:
        holder = _held(holder, key)
    del cast("dict[PathKey, Value]", holder)[path[-1]]
    moved = ((part, _moved(at, path)) for part, at in spec.parts)
    left = Spelled(data, [(part, at) for part, at in moved if at is not None])
    return left if holder or len(path) == 1 else _without(left, path[:-1])


def _moved(at: Path, gone: Path) -> Path | None:
    """Where a part stands when another is gone: the items after it move up."""
    last = len(gone) - 1
    if at[: last + 1] == gone:
        return None
    key, cut = at[last] if len(at) > last else "", gone[last]
    if at[:last] != gone[:last] or not isinstance(key, int) or not isinstance(cut, int):
        return at
    return (*at[:last], key - 1, *at[last + 1 :]) if key > cut else at
