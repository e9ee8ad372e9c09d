"""What a plan says. One value for each part of the schema; places take no part in `==`.

Field names are the schema's keys. Lists are tuples; what is absent is empty or None.
"""

from __future__ import annotations

from dataclasses import field

from plangen.problem import NOWHERE, Where
from plangen.text.dates import Date
from plangen.value import Value, named_value


@named_value
class Part(Value):
    """Anything that stands at a place of the input."""

    where: Where = field(default=NOWHERE, compare=False, repr=False)


@named_value
class Person(Part):
    """A member of a roster; `name` may be masked (XX)."""

    name: str
    posts: tuple[str, ...] = ()


@named_value
class RosterRole(Part):
    """One role of a roster (组长, 副组长, 成员 …) and who holds it."""

    role: str
    people: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    text: str = ""


@named_value
class Locality(Part):
    """地区: the county, city or township that issues the plan."""

    name: str
    level: str
    short: str = ""
    office: str = ""


@named_value
class ClauseRef(Part):
    """Clauses as the spec names them: ids (B1-B7), or a section with or without its numbers."""

    ids: str = ""
    standard: str = ""
    section: str = ""
    clauses: str = ""
    print: str = ""


@named_value
class Exclusion(Part):
    """Clauses this plan assigns to nobody, and why."""

    clauses: tuple[ClauseRef, ...]
    reason: str


@named_value
class StandardUse(Part):
    """A standard the plan follows. Without `id` there is no catalogue to check against."""

    id: str = ""
    title: str = ""
    cited: str = ""
    assigned_in: str = ""
    exclude: tuple[Exclusion, ...] = ()


@named_value
class Period(Part):
    """A span of time, both ends included."""

    start: Date
    end: Date


@named_value
class Item(Part):
    """A numbered item, with or without a run-in heading."""

    text: str
    title: str = ""


@named_value
class TableSpec(Part):
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@named_value
class Section(Part):
    """A heading of the outline and what is printed under it, in this order."""

    heading: str
    text: str = ""
    show: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    after: str = ""
    run_in: bool = False
    print: str = "texts"
    table: TableSpec | None = None


@named_value
class Indicator(Part):
    """A measure: 群众对卫生状况满意率 ≥ 90 %. `value` is text, as written."""

    name: str
    op: str
    value: str
    unit: str = ""


@named_value
class Target(Part):
    """A goal; `by` is its deadline, known to the checks and not printed."""

    text: str
    title: str = ""
    by: Date | None = None
    indicators: tuple[Indicator, ...] = ()


@named_value
class Leaders(Part):
    """领导小组."""

    name: str
    short: str = ""
    text: str = ""
    duties: str = ""
    roster: tuple[RosterRole, ...] = ()
    after: str = ""


@named_value
class DutyBlock(Part):
    """One theme of a body's duties: lead-in, clauses, own duties."""

    label: str = ""
    lead: str = ""
    clauses: tuple[ClauseRef, ...] = ()
    duties: tuple[Item, ...] | str = ()


@named_value
class Group(Part):
    """工作组: roster, member units, duties and the clauses it answers for."""

    name: str
    text: str = ""
    roster: tuple[RosterRole, ...] = ()
    units: tuple[str, ...] = ()
    lead: str = ""
    clauses: tuple[ClauseRef, ...] = ()
    duties: tuple[Item, ...] | str = ()
    blocks: tuple[DutyBlock, ...] = ()
    after: str = ""

    @property
    def themes(self) -> tuple[DutyBlock, ...]:
        """Its duties as blocks: its own first, without a label, then the labelled ones."""
        own = DutyBlock(lead=self.lead, clauses=self.clauses, duties=self.duties, where=self.where)
        return (*((own,) if own.lead or own.clauses or own.duties else ()), *self.blocks)

    @property
    def every_clause(self) -> tuple[ClauseRef, ...]:
        """The clauses of all its themes."""
        return (*self.clauses, *(ref for theme in self.blocks for ref in theme.clauses))


@named_value
class Office(Group):
    """办公室 of the leading group; `numbered` counts it among the groups."""

    short: str = ""
    seat: str = ""
    numbered: bool = False


@named_value
class Party(Part):
    """Units that have a part in something, below the label that says which."""

    label: str
    units: tuple[str, ...]


@named_value
class Assignment(Part):
    """A clause (or a whole section) with 牵头单位, 协助单位 and the body in charge.

    `intro` is what a section says above its items. The labels are its own where they differ from
    the plan's; `also` are parties beyond the two.
    """

    clause: str = ""
    standard: str = ""
    section: str = ""
    text: str = ""
    charge: str = ""
    intro: str = ""
    lead: tuple[str, ...] = ()
    lead_label: str = ""
    support: tuple[str, ...] = ()
    support_label: str = ""
    also: tuple[Party, ...] = ()

    @property
    def named(self) -> tuple[tuple[Where, tuple[str, ...]], ...]:
        """Its lists of units, each at its place; those who lead come first."""
        own = ((self.where / "lead", self.lead), (self.where / "support", self.support))
        return (*own, *((party.where / "units", party.units) for party in self.also))

    @property
    def supporting(self) -> tuple[str, ...]:
        """Those who don't lead, below whatever label."""
        return (*self.support, *(unit for party in self.also for unit in party.units))

    @property
    def units(self) -> tuple[str, ...]:
        """Everybody who has a part in it."""
        return (*self.lead, *self.supporting)


@named_value
class Phase(Part):
    """实施阶段; `when` is its time in other words than its dates (2024年6月底前)."""

    name: str
    start: Date | None = None
    end: Date | None = None
    when: str = ""
    text: str = ""
    tasks: tuple[Item, ...] = ()


@named_value
class Guarantee(Part):
    """保障措施: title and text."""

    title: str
    text: str


@named_value
class ContactLine(Part):
    """A line of the contact block: 联系人：陆知秋."""

    label: str
    value: str


@named_value
class Annex(Part):
    """附件: text, what is made from the plan (`show`), a table, text; on a page turned or not."""

    title: str
    text: str = ""
    show: str = ""
    landscape: bool = False
    table: TableSpec | None = None
    after: str = ""


@named_value
class Printed(Part):
    """印发机关 and 印发日期."""

    by: str = ""
    date: Date | None = None


@named_value
class Notice(Part):
    """通知: the document that issues the plan."""

    issuer: tuple[str, ...]
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    mark: str = ""
    number: str = ""
    title: str = ""
    title_lines: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_place: str = "body"
    approved_by: str = ""
    body: str = ""
    signature: tuple[str, ...] = ()
    date: Date | None = None
    seal: bool = True
    note: str = ""
    contact: tuple[ContactLine, ...] = ()
    annexes: tuple[Annex, ...] = ()
    copy_to: tuple[str, ...] = ()
    printed: Printed | None = None
    draft: bool = False


@named_value
class Wording(Part):
    """Where real plans differ in form; the defaults are the commonest."""

    phases: str = "numbered"
    phase_dates: str = "heading"
    phase_headings: str = "standing"
    range: str = "至"
    range_years: str = "short"
    posts: str = "brackets"
    guarantees: str = "run-in"
    targets: str = "paragraphs"
    duties: str = "具体职责"
    units: str = "成员单位"
    lead: str = "牵头单位"
    support: str = "协助单位"
    clause: str = "创建任务"
    roster: str = "成员名单如下"


@named_value
class Layout(Part):
    """Metrics and fonts; None leaves the template's own."""

    metrics: str = "standard"
    fonts: str | None = None


@named_value
class Plan(Part):
    """实施方案, with the notice that issues it; `to` is 主送 of one that is sent as it is."""

    title: str
    locality: Locality
    title_lines: tuple[str, ...] = ()
    standards: tuple[StandardUse, ...] = ()
    period: Period | None = None
    to: tuple[str, ...] = ()
    preamble: str = ""
    outline: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    leaders: Leaders | None = None
    offices: tuple[Office, ...] = ()
    groups: tuple[Group, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    phases: tuple[Phase, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    closing: str = ""
    contact: tuple[ContactLine, ...] = ()
    annexes: tuple[Annex, ...] = ()
    notice: Notice | None = None
    wording: Wording = field(default_factory=Wording)
    layout: Layout = field(default_factory=Layout)

    @property
    def bodies(self) -> tuple[Group, ...]:
        """Offices and groups: the bodies with duties, in the order of the spec."""
        return (*self.offices, *self.groups)
