"""The .plangen.yaml that holds for a file: the nearest one in its folder or above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from plangen.config.model import Config, Entry, configured, no_rule, preset
from plangen.config.words import faults
from plangen.pipeline.lint import rule_names
from plangen.pipeline.load import placed
from plangen.problem import Level, Problem, UserError, Where, why
from plangen.schema.check import check
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.places import Source, Value
from plangen.source.reader import read_yaml
from plangen.standard.library import Library, is_path, read_library

NAME = ".plangen.yaml"
DEFAULT = "default"
EMPTY = "yaml-empty"


def find_config(start: Path) -> Path | None:
    """The nearest .plangen.yaml at or above a file or folder."""
    start = start.resolve()
    folders = [start, *start.parents] if start.is_dir() else list(start.parents)
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def load_config(path: Path | None) -> Config:
    """The configuration of a file; the default one where there is none, or it is empty."""
    if path is None:
        return preset(DEFAULT)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UserError(f"读不了“{path}”：{why(error)}") from error
    source, problems = read_yaml(raw, str(path))
    if [problem.rule for problem in problems] == [EMPTY]:
        return preset(DEFAULT)
    if any(problem.rule == "yaml-top" for problem in problems):
        raise UserError(f"{path}：应由若干个键组成，如 ignore: [phase-gap]")
    if not problems:
        source, problems = shape(source, schema("config"))
        problems += check(source, "config")
    _refuse(problems, source)
    data = cast("dict[str, Value]", source.data)
    library = _library(data, source, path.parent)
    _refuse(list(_untrue(data, library, path.parent)), source)
    base = replace(preset(str(data.get("extends") or DEFAULT)), library=library)
    return configured(data | {"standards": _standards(data, path.parent)}, base)


def _refuse(problems: list[Problem], source: Source) -> None:
    """UserError for a file with problems, a line each."""
    if problems:
        said = (f"{source.name}:{p.where.line}：{p.message}" for p in placed(problems, source))
        raise UserError("\n".join(said))


def _library(data: dict[str, Value], source: Source, folder: Path) -> Library:
    """The catalogues of the folder that the file names; UserError where one can't be used."""
    name = data.get("standards_folder")
    if name is None:
        return Library()
    if not (folder / str(name)).is_dir():
        said = f"没有文件夹“{name}”（路径从设置文件所在的文件夹算起）"
        _refuse([_fault(said, Where(("standards_folder",)))], source)
    return read_library(folder / str(name))


def _standards(data: dict[str, Value], folder: Path) -> list[str]:
    """The standards of the file; a path is taken from its folder, not that of the plan."""
    names = [str(name) for name in data.get("standards") or []]
    return [str(folder / name) if is_path(name) else name for name in names]


def _untrue(data: dict[str, Value], library: Library, folder: Path) -> Iterator[Problem]:
    """What is of the right form and names something that isn't there."""
    names = rule_names()
    for key in ("select", "ignore", "levels"):
        named = data.get(key) or []
        for at, pattern in enumerate(named):
            step = at if isinstance(named, list) else str(pattern)
            if said := no_rule(str(pattern), names):
                yield _fault(said, Where((key, step)))
    for at, name in enumerate(data.get("standards") or []):
        try:
            library.find(str(name), folder)
        except UserError as error:
            yield _fault(str(error), Where(("standards", at)))
    for name, entries in cast("Mapping[str, list[Entry]]", data.get("words") or {}).items():
        for steps, message in faults(name, entries):
            yield _fault(message, Where(("words", name, *steps)))


def _fault(message: str, where: Where) -> Problem:
    return Problem("config", Level.ERROR, message, where)
