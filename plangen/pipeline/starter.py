"""A spec to begin with: XX where only the office knows, a group for each section of the standard.

What it says of a county, a town or a roadmap is in `templates/starters/`. Limit: its units and
posts are examples; no two offices have the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from plangen.problem import UserError
from plangen.source import packaged
from plangen.source.facts import facts
from plangen.standard.catalogue import CatalogueSection, Standard
from plangen.template.tags import filled

PACKAGE, FOLDER = "plangen.templates", "starters"
LEVELS = {
    "county": "县",
    "city": "市",
    "district": "区",
    "township": "乡镇",
    "roadmap": "行动方案",
}
"""What a spec can be begun for."""
PLACES = {level: (level,) for level in LEVELS} | {
    "township": ("township", "subdistrict"),
    "roadmap": ("county", "city", "district"),
}
WITHOUT = ("综合协调组", "督查考核组")  # the groups where no standard names any


@dataclass(frozen=True)
class Starter:
    """What is known of the plan to come; `file` is how its user will call it.

    `level` is one of LEVELS, or a kind of place (旗); without any the name tells.
    """

    level: str
    file: str
    name: str = ""
    task: str = ""
    year: int = 0
    standard: Standard | None = None


@dataclass(frozen=True)
class Group:
    """A group to be filled in, and the section that it answers for."""

    name: str
    section: CatalogueSection | None = None


def starter(of: Starter) -> str:
    """The text of the spec: it renders as a draft at once."""
    place = _place(of)
    name = of.name or f"XX{_ends(place)[0]}"
    task = of.task or "XX"
    sections = [s for s in of.standard.sections if s.clauses] if of.standard else []
    template = "roadmap" if of.level == "roadmap" else "plan"
    values = {
        "file": of.file,
        "name": name,
        "work": f"{task.removesuffix('工作')}工作",
        "goal": task.removesuffix("工作").removeprefix("创建"),
        "year": of.year,
        "place": place,
        "standard": of.standard,
        "groups": _groups(sections),
        "sections": sections,
        "issuer": str(place["issuer"]).replace("{名}", name),
    }
    return filled(packaged.content(PACKAGE, f"{FOLDER}/{template}.jinja").decode(), values)


def kinds() -> list[str]:
    """The kinds of places that a spec can be begun for: 旗, 街道."""
    return [str(place["type"]) for place in _places()]


def _place(of: Starter) -> dict[str, object]:
    """The kind of place that the name says; the first of its level where there is no name."""
    levels = PLACES.get(of.level, ())
    own = [place for place in _places() if place["level"] in levels or place["type"] == of.level]
    own = own or _places()
    named = {end: place for place in reversed(own) for end in _ends(place)}
    longest = max(filter(of.name.endswith, named), key=len, default="")
    if of.name and not longest:
        said = "、".join(dict.fromkeys(end for place in own for end in _ends(place)))
        raise UserError(f"“{of.name}”不以{said}结尾；换一种，或不写名称，生成后再改")
    return named[longest] if of.name else own[0]


def _ends(place: dict[str, object]) -> list[str]:
    """How the names of a kind of place end."""
    return cast("list[str]", place.get("ends", [place["type"]]))


def _groups(sections: list[CatalogueSection]) -> list[Group]:
    """A group for each section but the first: that one is the office's own."""
    named = [Group(f"{section.title}组", section) for section in sections[1:]]
    return named or [Group(name) for name in WITHOUT]


def _places() -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", facts(PACKAGE, f"{FOLDER}/places.yaml"))
