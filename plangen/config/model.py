"""A configuration, and which rules it lets run at which level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from fnmatch import fnmatchcase
from typing import cast

from plangen.problem import Level, UserError
from plangen.source.facts import facts
from plangen.standard.library import Library
from plangen.text.nearest import nearest
from plangen.value import Value, value

Entry = Mapping[str, str]  # of a word list
LEVELS = {level.name.lower(): level for level in Level}


@value
class Config(Value):
    """What to check. `select`, `ignore` and `levels` name rules or patterns (phase-*).

    `standards` are those that a plan is checked against which names none; `library` has them.
    """

    least: Level = Level.INFO
    fail_on: Level = Level.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    standards: tuple[str, ...] = ()
    words: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    library: Library = field(default_factory=Library)

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run."""
        chosen = not self.select or _matches(rule, self.select)
        return chosen and not _matches(rule, self.ignore)

    def level(self, rule: str, level: Level) -> Level:
        """The level at which a finding of a rule is reported; its own name beats a pattern."""
        fitting = [self.levels[name] for name in self.levels if fnmatchcase(rule, name)]
        return self.levels.get(rule, fitting[-1] if fitting else level)

    def narrowed(self, select: Iterable[str], ignore: Iterable[str]) -> Config:
        """The configuration with what the call chose; rules it selects run though ignored here."""
        chosen = tuple(select)
        if chosen:
            return replace(self, select=chosen, ignore=tuple(ignore))
        return replace(self, ignore=(*self.ignore, *ignore))

    def check_names(self, known: Iterable[str]) -> None:
        """UserError for a rule id or pattern that fits nothing."""
        names = list(known)
        for pattern in (*self.select, *self.ignore, *self.levels):
            if said := no_rule(pattern, names):
                raise UserError(said)


def no_rule(pattern: str, known: list[str]) -> str:
    """What to say of a rule id or pattern that fits nothing; nothing of one that does."""
    if any(fnmatchcase(name, pattern) for name in known):
        return ""
    near = nearest(pattern, known)
    guess = f"，是不是“{near}”？" if near else "；用 plangen rules 查看全部"
    return f"没有规则“{pattern}”{guess}"


def preset(name: str) -> Config:
    """default, strict or relaxed."""
    return configured(
        cast("dict[str, dict[str, object]]", facts(__package__, "presets.yaml"))[name]
    )


def configured(data: Mapping[str, object], base: Config | None = None) -> Config:
    """A configuration from checked values, on top of another."""
    base = base or Config()
    levels = cast("dict[str, str]", data.get("levels") or {})
    words = cast("dict[str, list[Entry]]", data.get("words") or {})
    return Config(
        least=LEVELS[str(data.get("least", base.least.name.lower()))],
        fail_on=LEVELS[str(data.get("fail_on", base.fail_on.name.lower()))],
        select=_names(data.get("select")) or base.select,
        ignore=(*base.ignore, *_names(data.get("ignore"))),
        levels={**base.levels, **{rule: LEVELS[level] for rule, level in levels.items()}},
        standards=_names(data.get("standards")) or base.standards,
        library=base.library,
        words={**base.words, **{name: tuple(entries) for name, entries in words.items()}},
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value or []))


def _matches(rule: str, patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and any(fnmatchcase(rule, pattern) for pattern in patterns)
