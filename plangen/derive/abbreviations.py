"""Abbreviations that a township's plan has no use for: what used them is the county's alone.

（以下简称“五小行业”） is said for what comes after it. Where a duty is dropped, or the phases of a
roadmap's calendar take the place of the county's, nothing may come after it any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plangen.derive.change import Change
from plangen.derive.groups import Body
from plangen.derive.origin import Made

DEFINED = re.compile(r"（以下简称“(?P<name>[^“”]+)”）")
SHORT = re.compile(r"short='(?P<name>[^']+)'")


def idle(text: str) -> frozenset[str]:
    """The abbreviations that stand in all of a plan's text only where they are defined."""
    names = [found["name"] for form in (DEFINED, SHORT) for found in form.finditer(text)]
    return frozenset(name for name in names if text.count(name) <= _defined(name, names))


def _defined(name: str, names: Iterable[str]) -> int:
    """How often a name stands in definitions, its own and those of longer names."""
    return sum(other.count(name) for other in names)


def left_out(names: Iterable[str]) -> Iterator[Change]:
    """The definitions, as pieces of text that are dropped."""
    for name in sorted(names):
        yield Change(f"（以下简称“{name}”）", "", "简称没有用到")


def without(body: Body, names: Iterable[str]) -> Body:
    """An office that isn't abbreviated; it is still found by that name in the townships' file."""
    given = body.body.value
    if getattr(given, "short", "") not in {*names}:
        return body
    made = Made(replace(given, short=""), body.body.origins)  # type: ignore[call-arg]
    return replace(body, body=made)
