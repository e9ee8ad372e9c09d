"""The clause catalogues: a standard's sections, clauses and indicators, each file read when asked.

Limit: only the catalogues that ship with plangen are found here; a user's own are in `library`.
What no source gave stays missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import NamedTuple, cast

from plangen.problem import UserError
from plangen.source import packaged
from plangen.source.facts import facts
from plangen.standard.notation import guess, plain
from plangen.value import Value, value

PACKAGE = "plangen.specs.standards"
NO = frozenset({"false", "no", "否"})


class Indicator(NamedTuple):
    """A measure of a clause or of the table: 群众对卫生状况满意率 ≥ 90 %.

    `value` is text as written and empty where no source gave it; `no` and `applies_to` are the
    table's.
    """

    name: str
    op: str = ""
    value: str = ""
    unit: str = ""
    scope: str = ""
    kind: str = ""
    period_years: int | None = None
    relative_to: str = ""
    no: int | None = None
    applies_to: tuple[str, ...] = ()


class Clause(NamedTuple):
    """A clause. `number` is the printed one; `position` counts in its section: B3 is the third."""

    id: str
    number: int
    section: str
    position: int
    text: str
    indicators: tuple[Indicator, ...] = ()
    applies_to: tuple[str, ...] = ()
    source: str = ""
    text_complete: bool = True

    @property
    def seen(self) -> bool:
        """Whether a public page gave the wording; else it is known only as a plan quotes it."""
        return self.source != "plan"


@value
class CatalogueSection(Value):
    """A section (节) of a standard; `missing` is what no source gave, in numbers or in words."""

    id: str
    number: str
    title: str
    clauses: tuple[Clause, ...]
    complete: bool = True
    missing: tuple[str, ...] = ()

    @cached_property
    def by_position(self) -> Mapping[int, Clause]:
        """The clauses the catalogue has, by their place in the section."""
        return {clause.position: clause for clause in self.clauses}

    @property
    def offset(self) -> int | None:
        """Printed number less position: 4 where B1 is printed as 5. None without a clause."""
        return self.clauses[0].number - self.clauses[0].position if self.clauses else None

    @property
    def gaps(self) -> frozenset[int] | None:
        """The positions known to be missing; None where nobody knows how many there are."""
        if self.complete:
            return frozenset()
        if self.offset is None or not all(text.isdecimal() for text in self.missing):
            return None
        return frozenset(int(text) - self.offset for text in self.missing)

    def may_have(self, position: int) -> bool:
        """Whether the standard may have a clause there that the catalogue hasn't."""
        return position > 0 and (self.gaps is None or position in self.gaps)


class IndicatorTable(NamedTuple):
    """The table of indicators that a standard carries beside its clauses."""

    title: str
    items: tuple[Indicator, ...]
    note: str = ""


@value
class Standard(Value):
    """A standard: sections of clauses, with edition and status."""

    id: str
    title: str
    edition: str
    issuer: str
    status: str
    complete: bool
    sections: tuple[CatalogueSection, ...]
    scope: str = ""
    missing: tuple[str, ...] = ()
    indicator_table: IndicatorTable | None = None

    def __hash__(self) -> int:
        return hash(self.id)  # its clauses would take longer to hash than to use

    @property
    def superseded(self) -> bool:
        """Whether a later edition has taken its place."""
        return self.status.startswith(("superseded", "被取代"))

    @cached_property
    def resolved(self) -> dict[tuple[str, str, str], object]:
        """What references to its clauses were found to mean, by their words (refs.resolve)."""
        return {}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause, in the catalogue's order."""
        return tuple(clause for section in self.sections for clause in section.clauses)

    @cached_property
    def by_id(self) -> Mapping[str, Clause]:
        """The clauses the catalogue has, by id (B3)."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def _by_name(self) -> Mapping[str, CatalogueSection]:
        sections = self.sections
        return {name: s for s in sections for name in (s.id, s.number, plain(s.title))}

    def section(self, name: str) -> CatalogueSection | None:
        """The section called so: by id (B), number (二) or whole title, with or without quotes."""
        return self._by_name.get(plain(name)) or self._by_name.get(plain(name).upper())

    def section_of(self, clause_id: str) -> CatalogueSection:
        """The section of a clause that the standard has; KeyError for any other."""
        return self._by_name[self.by_id[clause_id].section]


@cache
def standard_ids() -> tuple[str, ...]:
    """The ids of the catalogues that ship with plangen, which are their file names."""
    return tuple(name.removesuffix(".yaml") for name in packaged.names(PACKAGE, ".yaml"))


@cache
def load_standard(standard_id: str) -> Standard:
    """The catalogue of that id; UserError with what exists where there is none."""
    if standard_id not in standard_ids():
        raise UserError(no_such(standard_id))
    return as_standard(facts(PACKAGE, f"{standard_id}.yaml"))


def no_such(standard_id: str, titles: Mapping[str, str] | None = None) -> str:
    """What to say of an id that nobody has; `titles` are those of the user's own catalogues."""
    every = {name: load_standard(name).title for name in standard_ids()} | dict(titles or {})
    names = {title: name for name, title in reversed(every.items())}
    near = guess(standard_id, names | {name: name for name in every})
    hint = f"，是不是“{near}”？" if near else "；"
    return f"没有标准“{standard_id}”{hint}现有：{'、'.join(every)}"


def as_standard(data: object) -> Standard:
    """A catalogue from checked data; scalars may be strings or native."""
    found = cast("Mapping[str, object]", data)
    table = found.get("indicator_table")
    return Standard(
        **_texts(found, "id", "title", "edition", "issuer", "status", "scope"),
        complete=_flag(found, "complete"),
        missing=_list(found, "missing"),
        sections=tuple(_section(item) for item in _maps(found, "sections")),
        indicator_table=_table(cast("Mapping[str, object]", table)) if table else None,
    )


def _section(data: Mapping[str, object]) -> CatalogueSection:
    return CatalogueSection(
        **_texts(data, "id", "number", "title"),
        clauses=tuple(_clause(item, _text(data, "id")) for item in _maps(data, "clauses")),
        complete=_flag(data, "complete"),
        missing=_list(data, "missing"),
    )


def _clause(data: Mapping[str, object], section: str) -> Clause:
    return Clause(
        **_texts(data, "id", "text", "source"),
        number=int(_text(data, "number")),
        section=section,
        position=int(_text(data, "id").removeprefix(section)),
        indicators=tuple(_indicator(item) for item in _maps(data, "indicators")),
        applies_to=_list(data, "applies_to"),
        text_complete=_flag(data, "text_complete"),
    )


def _indicator(data: Mapping[str, object]) -> Indicator:
    return Indicator(
        **_texts(data, "name", "op", "value", "unit", "scope", "kind", "relative_to"),
        period_years=_number(data, "period_years"),
        no=_number(data, "no"),
        applies_to=_list(data, "applies_to"),
    )


def _table(data: Mapping[str, object]) -> IndicatorTable:
    items = tuple(_indicator(item) for item in _maps(data, "items"))
    return IndicatorTable(**_texts(data, "title", "note"), items=items)


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    return "" if value is None else str(value).strip()


def _texts(data: Mapping[str, object], *keys: str) -> dict[str, str]:
    return {key: _text(data, key) for key in keys}


def _number(data: Mapping[str, object], key: str) -> int | None:
    return int(_text(data, key)) if _text(data, key) else None


def _flag(data: Mapping[str, object], key: str) -> bool:
    """True unless the data says no: what isn't said to be incomplete is complete."""
    return _text(data, key).lower() not in NO


def _list(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("list[object]", data.get(key) or ()))


def _maps(data: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    return cast("list[Mapping[str, object]]", data.get(key) or [])
