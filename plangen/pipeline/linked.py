"""The files that a roadmap names: the plan that others are derived from, and the townships."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plangen.model.roadmap import Roadmap
from plangen.model.townships import Township, Townships
from plangen.pipeline.listing import ListError, Listing
from plangen.problem import UserError


@dataclass(frozen=True)
class Linked:
    """What the files of a roadmap hold; `unusable` says of a file why it can't be used."""

    townships: Townships | None = None
    unusable: dict[str, str] = field(default_factory=dict)


def linked(roadmap: Roadmap, folder: Path, listed: Townships | None = None) -> Linked:
    """The files that a roadmap names, from the folder of its own. The plan is only looked for.

    Its faults are told where it is linted itself, and where townships are derived from it.
    `listed` are the townships where they were read already.
    """
    unusable: dict[str, str] = {}
    if roadmap.plan and not (folder / roadmap.plan).is_file():
        unusable[roadmap.plan] = f"没有文件“{roadmap.plan}”；路径从本文件所在的文件夹算起"
    name = roadmap.townships
    if listed or not name:
        return Linked(listed, unusable)
    try:
        return Linked(bare(Listing(folder / name, name)), unusable)
    except ListError as error:
        return Linked(None, unusable | {name: str(error)})
    except UserError:
        return Linked(None, unusable | {name: f"“{name}”里面有错误，先核对它"})


def bare(listing: Listing) -> Townships:
    """The townships of a file without their people and places: for a roadmap that is enough.

    UserError where one has faults.
    """
    found = Townships(townships=tuple(stripped(one.township) for one in listing))
    if listing.faulty:
        raise UserError(listing.faulty[0].problems[0].message)
    return found


def stripped(township: Township) -> Township:
    """A township without its people and places."""
    return Township(
        name=township.name,
        type=township.type,
        goal=township.goal,
        year=township.year,
        leaders=(),
    )
