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
from plangen.pipeline.faulty import KIND, LIST, Faulty, apart, faulty
from plangen.pipeline.load import Spec, load
from plangen.problem import Problem, UserError, Where, why
from plangen.schema.build import build
from plangen.schema.load import label, schema
from plangen.source.pieces import Cut
from plangen.source.places import Source, Value

HEAD = f"kind: {KIND}\n{LIST}:\n"
LONG = 200_000  # bytes; more are read township by township
TOO_LONG = "yaml-too-big"


class ListError(UserError):
    """A file that can't be read, or is no list of townships."""


@dataclass(frozen=True)
class Listed:
    """A township of a file, and its checked values, by which a change is known.

    Where it was read by itself, `lines` are those of its piece, which begins with `HEAD` and ends
    with an empty line, in the file.
    """

    township: Township
    data: Value
    lines: range = range(0)


@dataclass
class Listing:
    """A file of townships. What it says beside the list is known when that has been read.

    Townships whose form has faults are in `faulty`; `beside` is all but the list, with the lines
    where it stands, if the townships were read one by one. UserError where the file can't be
    read, or has faults beside them.
    """

    path: Path
    name: str
    tables: str = ""
    figures: tuple[Figure, ...] = field(default=())
    faulty: list[Faulty] = field(default_factory=list)
    beside: tuple[Source, list[int]] | None = None

    def __iter__(self) -> Iterator[Listed]:
        self.faulty = []
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
        within, _ = apart(spec)
        for number, data in islice(enumerate(_items(spec)), start, None):
            if number in within:
                self.faulty.append(faulty(data, number, within[number]))
            else:
                yield _listed(data, number)

    def _pieces(self) -> Iterator[Listed]:
        with closing(self.path.open(encoding="utf-8-sig")) as lines:
            cut = Cut(lines, (LIST, label(LIST, schema(KIND).keys[LIST])))
            done, last = 0, ""
            try:
                for piece in cut:
                    spec = load(f"{HEAD}{piece}".encode(), self.name)
                    first = cut.line - HEAD.count("\n") + 1
                    numbers = range(first, cut.line + piece.count("\n") + 2)
                    within, rest = apart(spec)
                    if rest or len(_items(spec)) > 1:
                        yield from self._whole(done, _first(rest or spec.problems, numbers))
                        return
                    (data,) = _items(spec)
                    if within:
                        told = (_moved(one, numbers) for one in within[0])
                        self.faulty.append(faulty(data, done, told))
                    else:
                        yield replace(_listed(data, done), lines=numbers)
                    done, last = done + 1, piece
            except UnicodeDecodeError:
                last = ""
        if not last:
            yield from self._whole(done)
            return
        spec = load(f"{''.join(cut.rest)}\n{LIST}:\n{last}".encode(), self.name)
        _, rest = apart(spec)
        if rest:
            yield from self._whole(done, _first(rest, cut.places))
        else:
            self._take(spec)
            self.beside = spec.source, cut.places

    def _take(self, spec: Spec) -> None:
        """What the file says beside the list; UserError with its first fault."""
        if spec.kind and spec.kind != KIND:
            raise ListError(f"“{self.name}”不是乡镇名单（kind: townships）")
        for problem in apart(spec)[1]:
            raise self._faulty(problem)
        beside = cast("dict[str, Value]", spec.source.data) | {LIST: []}
        found = build(Townships, beside)
        self.tables, self.figures = found.tables, found.figures

    def _faulty(self, problem: Problem) -> UserError:
        return UserError(f"{self.name}:{problem.where.line}：{problem.message}")


def _first(problems: Sequence[Problem], lines: Sequence[int]) -> Problem | None:
    """The first fault of a part of the file, at its line of the whole."""
    return next((_moved(problem, lines) for problem in problems), None)


def _moved(problem: Problem, lines: Sequence[int]) -> Problem:
    """A fault of a part of the file; `lines` are the numbers of its lines in the whole."""
    line = lines[min(problem.where.line or 1, len(lines)) - 1]
    return replace(problem, where=replace(problem.where, line=line))


def _items(spec: Spec) -> list[Value]:
    return cast("list[Value]", cast("dict[str, Value]", spec.source.data)[LIST])


def _listed(data: Value, number: int) -> Listed:
    where = Where((LIST, number))
    return Listed(build(Township, cast("dict[str, Value]", data), where), data)
