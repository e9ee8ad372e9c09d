"""From a county's plan to the plans of its townships: values to values, nothing read or written.

    derivation = Derivation(county, standards, tables, region)  # of all townships
    derived = derivation.township(township)  # or township(township, calendar)
    derived.plan                             # a Plan like any other
    derived.problems                         # what is missing, by place in the townships' file
    derived.left                             # what no line covers, by place in the county's plan
    derived.origin(("groups", 0, "name"))    # where a value comes from

`Derivation` does the county's part once for each kind of township (type, goal, year); what is left
for a single one is its people, its numbers and its name. `calendar` are the phases of a
township whose times are not the county's (a cohort of a roadmap): a phase that the county's plan
has by the same name keeps its text from there, and the years in all texts move with its end.

A file for each thing that changes: posts, leaders, groups, clauses, phases, targets, wording,
notice; `tables` is what a county edits, `origin` how a value carries its origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plangen.derive import amounts
from plangen.derive.change import Left
from plangen.derive.kind import completed, last_year
from plangen.derive.origin import Kind, Made, Origin
from plangen.derive.plan import Common, common
from plangen.derive.region import Gathering, Region
from plangen.derive.single import Adding, paths
from plangen.derive.tables import Goal, Tables, based
from plangen.derive.targets import Missing
from plangen.derive.variant import Variant, word_of
from plangen.model.plan import Phase, Plan
from plangen.model.townships import Figure, Township
from plangen.problem import Level, Path, Problem
from plangen.standard.catalogue import Standard
from plangen.standard.context import Context

__all__ = ["Derivation", "Derived", "Gathering", "Kind", "Origin", "Region", "Tables"]

MISSING, LEFT = "derive-missing", "derive-left"
WHOLE, IDLE = "derive-whole", "derive-idle"
KINDS = 16  # of townships, remembered: those of a year come one after the other, of a few types
SHOWN = 24  # characters around what is left over


@dataclass(frozen=True)
class Derived:
    """A township's plan, where its values come from, and what stands against it.

    `problems` are of the townships' file, `left` of the county's plan: their places are there.
    """

    township: Township
    plan: Plan
    origins: Mapping[Path, Origin]
    problems: tuple[Problem, ...] = ()
    left: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is missing or left over; warnings are no hindrance."""
        return not self.errors

    @property
    def errors(self) -> int:
        """How many things stand in the way."""
        return sum(one.level is Level.ERROR for one in (*self.problems, *self.left))

    def origin(self, path: Path) -> Origin | None:
        """Where the value at a path comes from: its own origin, or that of the part it is in."""
        return paths(self.origins, path)


Key = tuple[str, str, str, str, tuple[Phase, ...], frozenset[str]]


@dataclass
class Derivation:
    """A county's plan, ready to be brought down to any of its townships."""

    county: Plan
    standards: Mapping[str, Standard]
    tables: Tables
    region: Region = field(default_factory=Region)
    basis: Plan | None = None  # what the townships cite, where it isn't the county's plan
    _known: dict[Key, Common] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.tables = based(self.tables, [use.id for use in self.county.standards])
        self._context = Context(self.county, self.standards)
        self._named = frozenset(self.region.places.values())
        self._figures = amounts.used(self.county, self.tables)

    def township(self, township: Township, calendar: Sequence[Phase] = ()) -> Derived:
        """The plan of one township."""
        township = completed(township)
        if not township.type:
            return self._unknown(township)
        goal = self.tables.goal(township.goal)
        if not township.goal and not self.county.standards:
            goal = Goal(name="")  # nothing in the plan depends on it
        if goal is None:
            return self._without_goal(township)
        shared = self._shared(township, goal, tuple(calendar))
        adding = Adding(shared, township, self.region.totals)
        plan = adding.plan()
        problems = [*adding.missing, *_late(self.county, township, calendar)]
        idle = [_idle(one, township) for one in amounts.idle(township, self._figures)]
        return _derived(township, plan, problems, shared, idle)

    def _shared(self, township: Township, goal: Goal, calendar: tuple[Phase, ...]) -> Common:
        """What it shares with those of its kind, without abbreviations that nothing uses."""
        name = township.name if township.name in self._named else ""
        variant = Variant(
            self.county,
            self.tables,
            township.type,
            word_of(township),
            goal,
            self._shift(calendar),
            name,
            self.region.places,
            self.basis,
            calendar,
        )
        own = repr((township.targets, township.wording))
        found = self._common(variant, frozenset())
        idle = frozenset(one for one in found.idle if one not in own)
        return self._common(variant, idle) if idle else found

    def _common(self, variant: Variant, idle: frozenset[str]) -> Common:
        key = variant.type, variant.word, variant.goal.name, variant.name, variant.calendar, idle
        found = self._known.pop(key, None) or common(variant, self._context, idle)
        self._known[key] = found  # the latest is the last
        if len(self._known) > KINDS:
            del self._known[next(iter(self._known))]
        return found

    def _shift(self, calendar: Sequence[Phase]) -> int:
        """By how many years the dates in the texts are later: where there is a calendar."""
        year = last_year(self.county)
        ends = [phase.end.year for phase in calendar if phase.end and phase.end.year]
        return max(ends) - year if ends and year else 0

    def _unknown(self, township: Township) -> Derived:
        message = f"{township.name}的名称和职务看不出是镇、乡还是街道；在 type（建制）里写上"
        problem = Problem(MISSING, Level.ERROR, message, township.where / "name")
        return Derived(township, self.county, {}, (problem,))

    def _without_goal(self, township: Township) -> Derived:
        every = "、".join(goal.name for goal in self.tables.goals)
        message = f"{township.name}的创建目标“{township.goal}”对照表里没有；现有：{every}"
        if not township.goal:
            message = f"{township.name}缺少 goal（创建目标）；对照表里有：{every}"
        problem = Problem(MISSING, Level.ERROR, message, township.where / "goal")
        return Derived(township, self.county, {}, (problem,))


def _derived(
    township: Township,
    plan: Made[Plan],
    missing: Iterable[Missing],
    shared: Common,
    more: Iterable[Problem],
) -> Derived:
    problems = [Problem(one.rule, one.level, one.message, one.where) for one in missing]
    problems += more
    left = [_left(one) for one in {(o.where, o.quote): o for o in shared.left}.values()]
    left += [Problem(LEFT, Level.ERROR, said) for said in shared.dropped]
    errors = len(left) + sum(one.level is Level.ERROR for one in problems)
    for one in amounts.kept(() if errors else shared.amounts, plan, township):
        said = amounts.told(one, township.name)
        left.append(Problem(WHOLE, Level.WARNING, said, one.where, one.quote))
    return Derived(township, plan.value, plan.origins, tuple(problems), tuple(left))


def _idle(figure: Figure, township: Township) -> Problem:
    message = (
        f"{township.name}的 figures（数据）“{figure.name}”没有用到：对照表没有按它分解的指标，"
        "也没有用它的文字，县方案没有同名的指标；不用的删去"
    )
    return Problem(IDLE, Level.WARNING, message, figure.where / "name")


def _left(left: Left) -> Problem:
    at = left.text.index(left.quote)
    around = left.text[max(0, at - SHOWN // 2) : at + SHOWN // 2]
    message = (
        f"“{left.quote}”（{around}）没有对照，会留在乡镇的方案里；"
        "在对照表的 wording（改写）里加一行，确属县里的加在 keep（不改）里"
    )
    return Problem(LEFT, Level.ERROR, message, left.where, left.quote)


def _late(county: Plan, township: Township, calendar: Sequence[Phase]) -> list[Missing]:
    """A goal after the county's plan has ended, without targets of the township's own."""
    year, own = last_year(county), township.year.year if township.year else None
    if calendar or township.targets or not year or not own or own <= year:
        return []
    message = (
        f"{township.name}的目标年份{township.year}晚于县方案（止于{year}年）；"
        "在 targets（目标）里写上本乡镇在方案期内的目标"
    )
    return [Missing(township.where / "year", message)]
