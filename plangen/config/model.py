"""A configuration, and which rules it lets run at which level."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import cast

from plangen.problem import Level, UserError
from plangen.source.facts import facts

Entry = Mapping[str, str]  # of a word list
LEVELS = {level.name.lower(): level for level in Level}


@dataclass(frozen=True)
class Config:
    """What to check. `select` and `ignore` are rule ids or patterns (phase-*)."""

    least: Level = Level.INFO
    fail_on: Level = Level.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    words: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run."""
        chosen = not self.select or _matches(rule, self.select)
        return chosen and not _matches(rule, self.ignore)

    def level(self, rule: str, level: Level) -> Level:
        """The level at which a finding of a rule is reported."""
        return self.levels.get(rule, level)

    def narrowed(self, select: Iterable[str], ignore: Iterable[str]) -> Config:
        """The configuration with what the call chose in place of, or beside, its own."""
        chosen = tuple(select) or self.select
        return replace(self, select=chosen, ignore=(*self.ignore, *ignore))

    def check_names(self, known: Iterable[str]) -> None:
        """UserError for a rule id or pattern that fits nothing."""
        names = list(known)
        for pattern in (*self.select, *self.ignore, *self.levels):
            if not any(fnmatchcase(name, pattern) for name in names):
                near = difflib.get_close_matches(pattern, names, 1)
                guess = f"，是不是“{near[0]}”？" if near else "；用 plangen rules 查看全部"
                raise UserError(f"没有规则“{pattern}”{guess}")


def preset(name: str) -> Config:
    """default, strict or relaxed."""
    return configured(cast("dict[str, dict[str, object]]", facts(__package__, "presets.yaml"))[name])


def configured(data: Mapping[str, object], base: Config | None = None) -> Config:
    """A configuration from checked values, on top of another."""
    base = base or Config()
    levels = cast("dict[str, str]", data.get("levels") or {})
    words = cast("dict[str, list[Entry]]", data.get("words") or {})
    return Config(
        least=LEVELS[str(data.get("least", base.least.name.lower()))],
        fail_on=LEVELS[str(data.get("fail_on", base.fail_on.name.lower()))],
        select=tuple(cast("list[str]", data.get("select") or base.select)),
        ignore=(*base.ignore, *cast("list[str]", data.get("ignore") or ())),
        levels={**base.levels, **{rule: LEVELS[level] for rule, level in levels.items()}},
        words={**base.words, **{name: tuple(entries) for name, entries in words.items()}},
    )


def _matches(rule: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in patterns)
