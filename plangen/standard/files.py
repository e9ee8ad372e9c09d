"""A catalogue from a file of the user's; every fault of the file in words, with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from plangen.problem import Problem, UserError, why
from plangen.schema.check import check
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.places import Source
from plangen.source.reader import read_yaml
from plangen.standard.catalogue import Standard, as_standard
from plangen.standard.sound import faults

KIND, KIND_KEYS, KIND_WORDS = "standard", ("kind", "类型"), {"standard", "标准", "条款库"}


class Entry(NamedTuple):
    """A catalogue of the user's, the file it is in, and the line its id is on."""

    standard: Standard
    file: Path
    line: int


def read_catalogue(path: Path) -> Entry:
    """The catalogue of a file; UserError says what is wrong with it."""
    source, problems = _read(path)
    if not problems and not _is_catalogue(source):
        raise UserError(f"{path}：不是条款库，第一行应写 kind: standard（类型: 标准）")
    return _entry(path, source, problems)


def read_catalogue_if_one(path: Path) -> Entry | None:
    """The catalogue of a file; None where the file is of another kind."""
    source, problems = _read(path)
    if not problems and not _is_catalogue(source):
        return None
    return _entry(path, source, problems)


def catalogue(raw: bytes, name: str) -> Standard:
    """The catalogue that some bytes are."""
    source, problems = read_yaml(raw, name)
    return _entry(Path(name), source, problems).standard


def _read(path: Path) -> tuple[Source, list[Problem]]:
    try:
        return read_yaml(path.read_bytes(), str(path))
    except FileNotFoundError as error:
        raise UserError(f"没有条款库文件“{path}”") from error
    except OSError as error:
        raise UserError(f"读不了“{path}”：{why(error)}") from error


def _is_catalogue(source: Source) -> bool:
    data = source.data
    return isinstance(data, dict) and any(data.get(key) in KIND_WORDS for key in KIND_KEYS)


def _entry(path: Path, source: Source, problems: list[Problem]) -> Entry:
    if not problems:
        source, problems = shape(source, schema(KIND))
        problems += check(source, KIND)
    problems = problems or list(faults(source))
    if problems:
        raise UserError(_told(path, source, problems))
    spot = source.values[("id",)]
    return Entry(as_standard(source.data), path, spot.line)


def _told(path: Path, source: Source, problems: list[Problem]) -> str:
    """The first fault in the order of the file, and how many more there are."""
    placed = [replace(problem, where=source.find(problem.where)) for problem in problems]
    first = min(placed, key=lambda problem: problem.where.line or 0)
    more = f"（另有 {len(placed) - 1} 处，用 plangen lint 查看）" if len(placed) > 1 else ""
    return f"{path}:{first.where.line or 1}：{first.message}{more}"
