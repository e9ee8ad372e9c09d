"""Mutation run over the lint rules: `python -m tests.tools.mutate [RULE…] [--jobs N] [--list]`.

Each mutant of a module of plangen/rules is loaded in its place, with the modules that import it,
and tried on what the tests of these rules try. One that mypy --strict refuses could not be
committed and isn't counted. Limit: what only other tests would notice (of reading, of the command
line) counts as a survivor.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType

import yaml

import plangen.rules
from plangen.rules import Case, Rule
from tests.tools.mutant_changes import Place
from tests.tools.mutant_types import refused
from tests.tools.mutants import FOLDER, MACHINERY, PACKAGE, Mutant, dependents, modules, mutants
from tests.tools.trials import Trial, own_trials, whole_plans
from tests.tools.unit_trials import unit_tests_fail

EQUIVALENT = Path(__file__).parents[1] / "data" / "equivalent_mutants.yaml"
LIMIT = 3.0  # seconds of work on one case; the slowest takes a hundredth


@dataclass
class Result:
    """What became of the mutants of a module; `left` are the judged and the refused ones."""

    module: str
    made: int = 0
    left: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    @property
    def counted(self) -> int:
        return self.made - self.left

    @property
    def caught(self) -> int:
        return self.counted - len(self.survivors)


class TooLongError(Exception):
    """A mutant that doesn't come to an end."""


# One mutant


def loaded(code: CodeType, name: str) -> ModuleType:
    """A module anew, in the place of the one there was."""
    module = ModuleType(f"{PACKAGE}.{name}")
    module.__file__ = str(FOLDER / f"{name}.py")
    sys.modules[module.__name__] = module
    exec(code, module.__dict__)
    return module


def caught(mutant: Mutant, fails: Callable[[list[ModuleType]], bool]) -> bool:
    """Whether a test fails with the mutant in place of the module."""
    module = modules()[mutant.path.stem]
    again = dependents(module.name)
    before = {name: sys.modules[name] for name in _full(module.name, *again)}
    named = dict(vars(plangen.rules))
    with mutant.made():
        code = compile(module.tree, str(module.path), "exec")
    try:
        fresh = [loaded(code, module.name), *(loaded(modules()[n].code, n) for n in again)]
        vars(plangen.rules).update(_imported(fresh))
        return fails(fresh)
    except Exception:  # whatever a mutant raises, a test would see
        return True
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.modules.update(before)
        vars(plangen.rules).update(named)


def _imported(fresh: list[ModuleType]) -> dict[str, object]:
    """What the package itself imports from these modules."""
    homes = {one.__name__: vars(one) for one in fresh}
    named = vars(plangen.rules).items()
    every = ((name, homes.get(getattr(value, "__module__", ""), {})) for name, value in named)
    return {name: home[name] for name, home in every if name in home}


def _full(*names: str) -> list[str]:
    return [f"{PACKAGE}.{name}" for name in names]


def _on_own(fresh: list[ModuleType]) -> bool:
    """Whether a rule of these modules fails on one of its own examples and cases."""
    rules = [module.RULE for module in fresh if hasattr(module, "RULE")]
    return any(_fails(rule, trials(rule.id), fresh) for rule in rules)


def _on_units(fresh: list[ModuleType]) -> bool:
    signal.setitimer(signal.ITIMER_PROF, 10 * LIMIT)
    return unit_tests_fail(module.__name__ for module in fresh)


def _on_whole(fresh: list[ModuleType]) -> bool:
    rules = [module.RULE for module in fresh if hasattr(module, "RULE")]
    return any(_fails(rule, whole_plans(), fresh) for rule in rules)


TRIED = (_on_own, _on_units, _on_whole)


def _fails(rule: Rule, tried: Iterable[Trial], fresh: list[ModuleType]) -> bool:
    names = tuple(f"{module.__name__}." for module in fresh)
    for trial in tried:
        _forget(trial.case, names)
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            passed = trial.passes(rule)
        finally:
            _forget(trial.case, names)  # what a mutant made is for nobody else
        if not passed:
            return True
    signal.setitimer(signal.ITIMER_PROF, 0)
    return False


def _forget(case: Case | None, names: tuple[str, ...]) -> None:
    """Drop what these modules made of a case."""
    while case is not None:
        for key in [key for key in case.made if key.startswith(names)]:
            del case.made[key]
        case = case.county


@cache
def trials(rule: str) -> tuple[Trial, ...]:
    """What a rule is tried on, made once."""
    return tuple(own_trials(next(one for one in plangen.rules.rules() if one.id == rule)))


# All of them


@cache
def judged() -> dict[str, str]:
    """The mutants that change nothing a test could see, each with the reason."""
    text = EQUIVALENT.read_text(encoding="utf-8") if EQUIVALENT.exists() else "{}"
    return dict(yaml.safe_load(text))


def result(name: str, chosen: Sequence[Mutant] | None = None) -> Result:
    """The run of one module's mutants, once the module itself has passed."""
    signal.signal(signal.SIGPROF, _stop)
    plangen.rules.rules()
    same = Place(modules()[name].tree.body[0], modules()[name].tree, "body")
    nothing = Mutant(modules()[name].path, 0, "", "", ("", ""), same, 0, same.node)
    assert not any(caught(nothing, fails) for fails in TRIED), name
    made = mutants(name) if chosen is None else chosen
    tried = [mutant for mutant in made if mutant.key not in judged()]
    survivors = [one for one in tried if not any(caught(one, fails) for fails in TRIED)]
    return Result(name, len(made), len(made) - len(tried), survivors)


def _stop(*_: object) -> None:
    raise TooLongError


def without_refused(found: Sequence[Result]) -> None:
    """Leave out the survivors that mypy refuses.

    What comes from another process has a tree of its own, which nothing is compiled from.
    """
    for each in found:
        here = {(one.key, one.line, one.kind): one for one in mutants(each.module)}
        each.survivors = [here[one.key, one.line, one.kind] for one in each.survivors]
    wrong = refused([one for each in found for one in each.survivors])
    for each in found:
        kept = [one for one in each.survivors if one.key not in wrong]
        each.left += len(each.survivors) - len(kept)
        each.survivors = kept


def names(chosen: Sequence[str] = ()) -> list[str]:
    """The modules that are asked for, by rule or file; all of them where none is."""
    wanted = {name.replace("-", "_") for name in chosen}
    return [n for n in modules() if n not in MACHINERY and (n in wanted or not wanted)]


def report(found: Result) -> None:
    """What became of a module's mutants, and how each survivor differs from the code."""
    share = 100 * found.caught / found.counted if found.counted else 100
    print(f"{found.module}: {found.counted} mutants, {found.caught} caught ({share:.0f}%)")
    for one in found.survivors:
        print(f"  {one.path.name}:{one.line} {one.kind} in {one.inside}")
        print(f"    - {one.diff[0]}" + (f"\n    + {one.diff[1]}" if one.diff[1] else ""))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Mutation run over the lint rules.")
    parser.add_argument("rules", nargs="*", help="rules or modules; all where none is named")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--list", action="store_true", help="only name the mutants")
    options = parser.parse_args()
    chosen = names(options.rules)
    if options.list:
        for one in (one for name in chosen for one in mutants(name)):
            print(f"{one.path.name}:{one.line} {one.kind}: {' → '.join(filter(None, one.diff))}")
        return 0
    start = time.monotonic()
    setattr(re, "_MAXCACHE", 20_000)  # noqa: B010 (each mutant compiles its patterns anew)
    with multiprocessing.Pool(options.jobs) as pool:
        found = sorted(pool.imap_unordered(result, chosen), key=lambda one: one.module)
    without_refused(found)
    for each in found:
        report(each)
    made, counted, killed = (
        sum(getattr(r, k) for r in found) for k in ("made", "counted", "caught")
    )
    share, took = 100 * killed / max(counted, 1), time.monotonic() - start
    print(f"{len(found)} modules, {counted} mutants, {killed} caught ({share:.1f}%), {took:.0f} s")
    print(f"not counted: {made - counted} that mypy refuses or that change nothing (judged)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
