"""The .plangen.yaml that holds for a file: the nearest one in its folder or above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from plangen.standard.catalogue import standard_ids

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
    problems = problems or list(_untrue(source))
    if problems:
        said = (f"{path}:{p.where.line}：{p.message}" for p in placed(problems, source))
        raise UserError("\n".join(said))
    data = cast("dict[str, object]", source.data)
    return configured(data, preset(str(data.get("extends") or DEFAULT)))


def _untrue(source: Source) -> Iterator[Problem]:
    """What is of the right form and names something that isn't there."""
    data = cast("dict[str, Value]", source.data)
    names = rule_names()
    for key in ("select", "ignore", "levels"):
        named = data.get(key) or []
        for at, pattern in enumerate(named):
            step = at if isinstance(named, list) else str(pattern)
            if said := no_rule(str(pattern), names):
                yield _fault(said, Where((key, step)))
    for at, name in enumerate(data.get("standards") or []):
        if name not in standard_ids():
            message = f"没有标准“{name}”；现有：{'、'.join(standard_ids())}"
            yield _fault(message, Where(("standards", at)))
    for name, entries in cast("Mapping[str, list[Entry]]", data.get("words") or {}).items():
        for steps, message in faults(name, entries):
            yield _fault(message, Where(("words", name, *steps)))


def _fault(message: str, where: Where) -> Problem:
    return Problem("config", Level.ERROR, message, where)
