"""The townships of a file, one after the other: of any number, in the memory of one.

A short file is read at once. A long one is read township by township; where that doesn't go (it is
not written in the plain way), at once, too, and then it is refused if it is longer than specs are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import cast

from plangen.model.townships import Figure, Township, Townships
from plangen.pipeline.load import Spec, load
from plangen.problem import Problem, UserError, Where, why
from plangen.schema.build import build
from plangen.schema.load import label, schema
from plangen.source.pieces import Cut
from plangen.source.places import Value

KIND = LIST = "townships"
HEAD = f"kind: {KIND}\n{LIST}:\n"
LONG = 200_000  # bytes; more are read township by township
TOO_LONG = "yaml-too-big"


class ListError(UserError):
    """A file that can't be read, or is no list of townships."""


@dataclass(frozen=True)
class Listed:
    """A township of a file, and its checked values, by which a change is known."""

    township: Township
    data: Value


@dataclass
class Listing:
    """A file of townships. What it says beside the list is known when that has been read.

    UserError where it can't be read, or its form has faults.
    """

    path: Path
    name: str
    tables: str = ""
    figures: tuple[Figure, ...] = field(default=())

    def __iter__(self) -> Iterator[Listed]:
        try:
            if self.path.stat().st_size > LONG:
                yield from self._pieces()
            else:
                yield from self._whole(0)
        except OSError as error:
            raise ListError(f"读不了“{self.name}”（{why(error)}）") from error

    def _whole(self, start: int, fault: Problem | None = None) -> Iterator[Listed]:
        """The townships from a number on; of a file that is too long, the `fault` of a piece."""
        spec = load(self.path.read_bytes(), self.name)
        if fault and any(problem.rule == TOO_LONG for problem in spec.problems):
            raise self._faulty(fault)
        self._take(spec)
        found = build(Townships, cast("dict[str, Value]", spec.source.data))
        every = zip(found.townships, _items(spec), strict=True)
        yield from (Listed(*each) for each in islice(every, start, None))

    def _pieces(self) -> Iterator[Listed]:
        with closing(self.path.open(encoding="utf-8-sig")) as lines:
            cut = Cut(lines, (LIST, label(LIST, schema(KIND).keys[LIST])))
            done, last = 0, ""
            try:
                for piece in cut:
                    spec = load(f"{HEAD}{piece}".encode(), self.name)
                    if spec.problems or len(_items(spec)) > 1:
                        numbers = range(cut.line - HEAD.count("\n") + 1, cut.line + LONG)
                        yield from self._whole(done, _moved(spec, numbers))
                        return
                    yield _listed(spec, done)
                    done, last = done + 1, piece
            except UnicodeDecodeError:
                last = ""
        if not last:
            yield from self._whole(done)
            return
        spec = load(f"{''.join(cut.rest)}\n{LIST}:\n{last}".encode(), self.name)
        if spec.problems:
            yield from self._whole(done, _moved(spec, cut.places))
        else:
            self._take(spec)

    def _take(self, spec: Spec) -> None:
        """What the file says beside the list; UserError with its first fault."""
        if spec.kind and spec.kind != KIND:
            raise ListError(f"“{self.name}”不是乡镇名单（kind: townships）")
        for problem in spec.problems:
            raise self._faulty(problem)
        found = build(Townships, cast("dict[str, Value]", spec.source.data))
        self.tables, self.figures = found.tables, found.figures

    def _faulty(self, problem: Problem) -> UserError:
        return UserError(f"{self.name}:{problem.where.line}：{problem.message}")


def _moved(spec: Spec, lines: Sequence[int]) -> Problem | None:
    """The first fault of a part of the file; `lines` are the numbers of its lines in the whole."""
    for problem in spec.problems:
        line = lines[min(problem.where.line or 1, len(lines)) - 1]
        return replace(problem, where=Where(line=line))
    return None


def _items(spec: Spec) -> list[Value]:
    return cast("list[Value]", cast("dict[str, Value]", spec.source.data)[LIST])


def _listed(spec: Spec, number: int) -> Listed:
    (data,) = _items(spec)
    where = Where((LIST, number))
    return Listed(build(Township, cast("dict[str, Value]", data), where), data)
