"""The rules without manuals and examples, kept from when all of them were last imported.

Who only runs rules needs no more of them: the module of one that has nothing to look at isn't
imported. What is found is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import cast

from plangen.kept import Plain, Shelf, made_from
from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Case, Findings, LineWise, Rule

SHELF = Shelf(".rules", 4)


def sketches(folders: Iterable[str], imported: Callable[[], tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """The rules of some folders, which are imported if they are new."""
    maker = made_from(*folders)
    known = SHELF.recall(maker) if maker else None
    if known is None:
        known = tuple(_plain(rule) for rule in imported())
        if maker:
            SHELF.keep(maker, known)
    return tuple(_sketch(*one) for one in known)


def _plain(rule: Rule) -> Plain:
    """A rule in bare values, but for its manual and its examples."""
    alone = isinstance(rule.find, LineWise)
    own = rule._asdict() | {"level": int(rule.level), "find": None, "good": (), "bad": ()}
    return rule.find.__module__, alone, tuple(own.values())


def _sketch(module: str, alone: bool, own: Plain) -> Rule:
    name, level, _, *others = own
    return Rule(name, Level(level), _judge(module) if alone else _check(module), *others)


def _check(module: str) -> Callable[[Case], Findings]:
    """The check of a rule, whose module is imported when it is first asked."""

    def find(case: Case) -> Findings:
        return _rule(module).find(case)

    find.__module__ = module
    return find


def _judge(module: str) -> LineWise:
    """The same of a rule that judges each line by itself."""

    def judge(lines: Lines) -> Findings:
        return cast("LineWise", _rule(module).find).judge(lines)

    judge.__module__ = module
    return LineWise(judge)


@cache
def _rule(module: str) -> Rule:
    return cast("Rule", import_module(module).RULE)
