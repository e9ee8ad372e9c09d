"""What a rule is, and what it may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import update_wrapper, wraps
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, cast

from plangen.config.model import Entry
from plangen.model.document import Document, Role
from plangen.model.plan import Plan
from plangen.problem import Fix, Level, Where
from plangen.rules._lines import Added, Cues, Line, Lines, own_lines, word_list
from plangen.standard.catalogue import Standard, standard_ids
from plangen.standard.context import Context
from plangen.standard.coverage import Coverage, coverage
from plangen.text.cached import cached_property
from plangen.text.dates import Date
from plangen.text.patterns import lazy
from plangen.value import Value, value

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap
    from plangen.model.townships import Townships

BASIS = lazy(r"依据：(.+?)。(?:级别|$|\n)", re.DOTALL)
Made = TypeVar("Made")


class _Keeping(Protocol):
    @property
    def made(self) -> dict[str, object]: ...


Asked = TypeVar("Asked", bound=_Keeping)


@value
class Case(Value):
    """What rules read: a plan, its catalogues, and the documents it prints, by kind."""

    plan: Plan
    standards: Mapping[str, Standard]
    documents: Mapping[str, Document] = field(default_factory=dict)
    words_added: Added = field(default_factory=dict)
    known: tuple[str, ...] = field(default_factory=standard_ids)  # ids that have a catalogue
    unusable: Mapping[str, str] = field(default_factory=dict)  # why a file can't be used
    roadmap: Roadmap | None = None  # of a roadmap: what it says beside the plan
    townships: Townships | None = None  # that a roadmap's list names
    read: bool = False  # from a document: its words are its own, not composed from a spec
    county: Case | None = None  # the plan above it, where it is held against one
    made: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def words(self, name: str) -> tuple[Entry, ...]:
        """The entries of a word list (plangen/words/NAME.yaml), then those the user added."""
        return word_list(name, self.words_added)

    @cached_property
    def document(self) -> Document | None:
        """The fullest document: the 印发稿 where there is a notice, else the plan."""
        return next(reversed(list(self.documents.values())), None)

    def lines(self) -> tuple[Line, ...]:
        """Every paragraph, cell and imprint line that the locality wrote, in reading order.

        The wording of a standard's clauses is left out: it is quoted, not written.
        """
        return self.index.all

    @cached_property
    def index(self) -> Lines:
        """The lines with what is in them, as the rules see them that judge each by itself."""
        blocks = self.document.blocks if self.document else ()
        lines = own_lines(blocks, self.standards.values(), read=self.read)
        return Lines(lines, self.words_added, issued=self.issued)

    @cached_property
    def whole(self) -> str:
        """All lines as one text: what isn't in it need not be looked for line by line."""
        return self.index.whole

    def has(self, piece: str) -> bool:
        """Whether the text has this anywhere."""
        return self.index.has(piece)

    def which(self, cues: Cues) -> list[str]:
        """Those of many pieces that the text has anywhere, in no order."""
        return self.index.which(cues)

    def having(self, *cues: str) -> tuple[Line, ...]:
        """The lines with any of some pieces of text, in reading order."""
        return self.index.having(*cues)

    def having_each(self, choices: Sequence[Sequence[str]]) -> tuple[Line, ...]:
        """The lines with a piece of each of some choices, in reading order."""
        return self.index.having_each(choices)

    def of(self, role: Role) -> list[Line]:
        """The lines of a role, in reading order."""
        return self.index.of(role)

    @cached_property
    def context(self) -> Context:
        return Context(self.plan, self.standards, self.roadmap)

    def coverage(self) -> list[Coverage]:
        """Who answers for which clause, for each standard with a catalogue."""
        return self._coverage

    @cached_property
    def _coverage(self) -> list[Coverage]:
        return coverage(self.context)

    @property
    def has_looks(self) -> bool:
        """Whether the document was read from a file that says how it looks."""
        return self.document is not None and bool(self.document.pages)

    @property
    def issued(self) -> bool:
        """Whether the plan is issued by a notice, not sent out as a draft for comment."""
        return self.plan.notice is not None and not self.plan.notice.draft


def once(make: Callable[[Asked], Made]) -> Callable[[Asked], Made]:
    """Of a function of a case or of lines: what it makes is made once, and kept with them.

    So a dozen rules may ask for the ordinals of a document, and a case that is gone takes them
    with it.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(asked: Asked) -> Made:
        if name not in asked.made:
            asked.made[name] = make(asked)
        return cast("Made", asked.made[name])

    return kept


class Suspended(NamedTuple):
    """A check that can't be made here, and why: a masked date, a relative year."""

    where: Where
    why: str


class Finding(NamedTuple):
    """A finding with more than place and message.

    `quote` is the faulty piece of the text at that place: it is found there, and underlined. A
    fix replaces it.
    """

    where: Where
    message: str
    quote: str = ""
    level: Level | None = None
    fix: Fix | None = None


def replacing(where: Where, message: str, old: str, new: str) -> Finding:
    """A finding whose quoted piece can be replaced as it stands."""
    return Finding(where, message, old, fix=Fix(old, new))


Findings = Iterator[tuple[Where, str] | Finding | Suspended]


class LineWise:
    """A check that judges each line by itself: by its text and role, whatever stands around it.

    It sees nothing but lines. So a line need not be shown to it again that was found sound.
    """

    def __init__(self, judge: Callable[[Lines], Findings]) -> None:
        update_wrapper(self, judge)
        self.judge = judge

    def __call__(self, case: Case) -> Findings:
        """What it finds in all lines of a case."""
        return self.judge(case.index)


class Rule(NamedTuple):
    """A check in one file.

    `needs` names the parts of a plan without which the rule has nothing to look at. `good` and
    `bad` are pieces of a plan spec; each bad one stands with the message it must give.
    """

    id: str
    level: Level
    find: Callable[[Case], Findings]
    needs: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    bad: tuple[tuple[str, str], ...] = ()
    looks: bool = False  # asks how a Word file looks: a spec and a text file have no looks
    against: bool = False  # holds a township's plan against its county's (case.county)
    unfit: bool = False  # speaks where the two don't belong together, instead of the others
    spec: bool = False  # asks how a spec is written: a document that was read has no keys
    document: bool = False  # asks how a document was read: a spec says what is what
    roadmap: bool = False  # asks about tracks and calendars: only a roadmap has them

    @property
    def doc(self) -> str:
        """The rule's manual: its module's docstring."""
        return (import_module(self.find.__module__).__doc__ or "").strip()

    @property
    def summary(self) -> str:
        return self.doc.split("\n", 1)[0]

    @property
    def basis(self) -> str:
        """The clause or practice the rule stands on."""
        found = BASIS.search(self.doc)
        return " ".join(found.group(1).split()) if found else ""


def phase_ends(case: Case) -> Iterator[tuple[int, Date, Date]]:
    """Index, start and end of each phase with dates; one date alone is both."""
    for index, phase in enumerate(case.plan.phases):
        start, end = phase.start or phase.end, phase.end or phase.start
        if start and end:
            yield index, start, end


def all_dates(plan: Plan) -> Iterator[tuple[Where, Date]]:
    """Every date of a plan, with its place."""
    for target in plan.targets:
        yield from _dated(target.where, by=target.by)
    for phase in plan.phases:
        yield from _dated(phase.where, start=phase.start, end=phase.end)
    if plan.period:
        yield from _dated(plan.period.where, start=plan.period.start, end=plan.period.end)
    if plan.notice:
        yield from _dated(plan.notice.where, date=plan.notice.date)
        if plan.notice.printed:
            yield from _dated(plan.notice.printed.where, date=plan.notice.printed.date)


def _dated(where: Where, **dates: Date | None) -> Iterator[tuple[Where, Date]]:
    for key, date in dates.items():
        if date is not None:
            yield where / key, date
