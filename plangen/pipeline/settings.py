"""The .plangen.yaml that holds for a file: the nearest one in its folder or above."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from plangen.config.model import Config, configured, preset
from plangen.pipeline.load import placed
from plangen.problem import UserError
from plangen.schema.check import check
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.reader import read_yaml

NAME = ".plangen.yaml"
DEFAULT = "default"


def find_config(start: Path) -> Path | None:
    """The nearest .plangen.yaml at or above a file or folder."""
    start = start.resolve()
    folders = [start, *start.parents] if start.is_dir() else list(start.parents)
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def load_config(path: Path | None) -> Config:
    """The configuration of a file; the default one where there is none."""
    if path is None:
        return preset(DEFAULT)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UserError(f"读不了“{path}”：{error.strerror}") from error
    source, problems = read_yaml(raw, str(path))
    if not problems and not isinstance(source.data, dict):
        raise UserError(f"{path}：应由若干个键组成，如 ignore: [phase-gap]")
    if not problems:
        source, problems = shape(source, schema("config"))
        problems += check(source, "config")
    if problems:
        said = (f"{path}:{p.where.line}：{p.message}" for p in placed(problems, source))
        raise UserError("\n".join(said))
    data = cast("dict[str, object]", source.data)
    return configured(data, preset(str(data.get("extends") or DEFAULT)))
