"""The files that a roadmap names: the plan that others are derived from, and the townships."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from plangen.model.roadmap import Roadmap
from plangen.model.townships import Townships
from plangen.pipeline.load import load
from plangen.problem import why
from plangen.schema.build import build
from plangen.source.places import Value


@dataclass(frozen=True)
class Linked:
    """What the files of a roadmap hold; `unusable` says of a file why it can't be used."""

    townships: Townships | None = None
    unusable: dict[str, str] = field(default_factory=dict)


def linked(roadmap: Roadmap, folder: Path) -> Linked:
    """The files that a roadmap names, from the folder of its own. The plan is only looked for.

    Its faults are told where it is linted itself, and where townships are derived from it.
    """
    unusable: dict[str, str] = {}
    if roadmap.plan and not (folder / roadmap.plan).is_file():
        unusable[roadmap.plan] = f"没有文件“{roadmap.plan}”；路径从本文件所在的文件夹算起"
    if not roadmap.townships:
        return Linked(None, unusable)
    try:
        raw = (folder / roadmap.townships).read_bytes()
    except OSError as error:
        said = f"读不了“{roadmap.townships}”（{why(error)}）"
        return Linked(None, unusable | {roadmap.townships: said})
    spec = load(raw, roadmap.townships)
    if spec.kind != "townships" or spec.problems:
        wrong = (
            "里面有错误，先核对它"
            if spec.kind == "townships"
            else "不是乡镇名单（kind: townships）"
        )
        return Linked(None, unusable | {roadmap.townships: f"“{roadmap.townships}”{wrong}"})
    return Linked(build(Townships, cast("dict[str, Value]", spec.source.data)), unusable)
