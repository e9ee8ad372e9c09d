"""What the file of the townships need not say of one: its 建制, its name for itself, its year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from plangen.model.plan import Plan
from plangen.model.townships import Township
from plangen.source.facts import facts

KINDS = ("街道", "镇", "乡")
BANNER = "苏木"


def completed(township: Township) -> Township:
    """A township with its 建制, which stays empty where nothing shows it."""
    if township.type:
        return township
    own = f"我{BANNER}" if township.name.endswith(BANNER) else ""
    return replace(township, type=_kind(township), short=township.short or own)


def endings() -> tuple[str, ...]:
    """How the names of townships end."""
    return tuple(_kinds())


def last_year(plan: Plan) -> int | None:
    """The year in which a plan ends."""
    ends = [phase.end.year for phase in plan.phases if phase.end and phase.end.year]
    return max(ends, default=plan.period.end.year if plan.period else None)


def year(township: Township, county: Plan) -> str:
    """The year of its goal, or that in which the county's plan ends; empty where none has one."""
    if township.year:
        return township.year.printed
    last = last_year(county)
    return str(last) if last else ""


def _kind(township: Township) -> str:
    """By its name, else by the office that issues for it, else by its leaders' posts."""
    for name in filter(None, (township.name, township.issuer)):
        for ending, kind in _kinds().items():
            if name.endswith(ending):
                return kind
    begun = (kind for post in _posts(township) for kind in KINDS if post.startswith(kind))
    own = township.short.removeprefix("我")
    called = own and any(post.startswith(own) for post in _posts(township))
    # What is called after itself throughout (场长, 场党委) shows nothing of 镇 or 乡.
    return next(begun, "镇" if called else "")


def _posts(township: Township) -> Iterator[str]:
    return (post for officer in township.leaders for post in officer.posts)


@cache
def _kinds() -> dict[str, str]:
    found = cast(
        "dict[str, list[dict[str, str]]]", facts("plangen.words", "township_endings.yaml")
    )
    return {entry["ending"]: entry["type"] for entry in found["entries"]}
