"""组织机构 as paper shows it: what a sentence names, and which body a paragraph belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from plangen.compose.duties import clause_sentence
from plangen.compose.organization import leaders_sentence, office_sentence
from plangen.model.plan import DutyBlock, Group, Leaders, Office, RosterRole
from plangen.recognise import founding
from plangen.recognise.clauses import Catalogues
from plangen.recognise.founding import Named
from plangen.recognise.printed_duties import has_items, introduction, printed_theme
from plangen.recognise.printed_roster import Members, is_spaced, printed_roster
from plangen.recognise.stretches import BUREAU
from plangen.recognise.worded import Worded
from plangen.standard.context import Context


@dataclass
class Bodies:
    """The bodies of a section, in the order in which they print.

    `before` are lines that read as text of the section; `led` says that the plan has a leading
    group by now.
    """

    leaders: Leaders | None = None
    groups: list[Group] = field(default_factory=list)  # offices among them
    before: list[str] = field(default_factory=list)
    led: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts that print, in their order."""
        kinds = ["leaders"] if self.leaders else []
        kinds += ["offices" if isinstance(group, Office) else "groups" for group in self.groups]
        return tuple(dict.fromkeys(kinds))

    def end(self, after: Sequence[str]) -> list[str]:
        """The paragraphs after the last body: its own, unless it ends in a list.

        Then they are the section's, with those that the spec has for the body.
        """
        last = self.groups[-1] if self.groups else None
        if last is None:
            if self.leaders:
                self.leaders = replace(self.leaders, after=joined(self.leaders.after, *after))
            return [] if self.leaders else list(after)
        if not self.numbered:
            self.groups[-1] = with_after(last, after)
            return []
        made, own = unlisted(last)
        self.groups[-1] = made
        return [*own, *after]

    @property
    def numbered(self) -> bool:
        """Whether the last body stands after a list: what follows may be anybody's."""
        numbered = [at for at, group in enumerate(self.groups) if is_numbered(group)]
        return any(map(is_listed, self.groups[numbered[-1] if numbered else 0 :]))


def unlisted(group: Group) -> tuple[Group, list[str]]:
    """A body at the end of a list without what may be anybody's: the paragraphs at its end."""
    after = [line for line in group.after.split("\n") if line]
    first, *more = group.text.split("\n")
    if more and not (is_filled(group) or is_numbered(group)):
        return replace(group, text=first, after=""), [*more, *after]
    return replace(group, after=""), after


def is_numbered(group: Group) -> bool:
    """Whether a body's name is a numbered heading."""
    return not isinstance(group, Office) or group.numbered


def is_listed(group: Group) -> bool:
    """Whether a body has numbered duties."""
    texts = any(ref.print in {"texts", "both"} for ref in group.every_clause)
    return texts or any(isinstance(theme.duties, tuple) and theme.duties for theme in group.themes)


def with_after(group: Group, after: Sequence[str]) -> Group:
    """A body with more paragraphs at its end; one that is nothing but text goes on."""
    if not is_filled(group):
        return replace(group, text=joined(group.text, *after))
    return replace(group, after=joined(group.after, *after))


def is_filled(group: Group) -> bool:
    """Whether a body has a roster or duties, so that one sees that it is one."""
    return bool(group.roster or group.units or group.themes)


def joined(*texts: str) -> str:
    """Paragraphs as one text."""
    return "\n".join(filter(None, texts))


@dataclass
class Printer:
    """Prints the bodies of a section, part by part."""

    context: Context
    catalogues: Catalogues
    worded: Worded
    level: int
    out: Bodies

    def leaders(self, leaders: Leaders) -> None:
        """The leading group: its sentence is all that one sees of its name and duties."""
        text = leaders.text or leaders_sentence(leaders, self.context.plan.wording.roster)
        lines = [*self.out.before, *text.split("\n")]
        start = founding.setting(lines)
        named = founding.leading("\n".join(lines[start:]))
        self.out.before, self.out.led = lines[:start], True
        self.out.leaders = Leaders(
            name=named.name,
            short=named.short,
            text="\n".join(lines[start:]),
            roster=self.members(leaders.roster).all,
        )
        self.following(leaders.after)

    def office(self, office: Office) -> None:
        """An office without a number: its sentence names it."""
        text = office.text or office_sentence(self.context.plan.leaders, office)
        made = self.body(office)
        filled = bool(made.roster or made.units or made.themes)
        last = self.out.groups[-1] if self.out.groups else None
        if not filled and (not self.out.led or (last and is_numbered(last))):
            self.following(joined(text, office.after))
            return
        lines = text.split("\n")
        start = next((at for at, line in enumerate(lines) if founding.office(line)), None)
        if start is None:
            start = len(lines) - 1
        self.following("\n".join(lines[:start]))
        said = "\n".join(lines[start:])
        named = founding.office(said) or Named(founding.DEFAULT_OFFICE)
        fields = vars(made) | {"name": named.name, "short": named.short, "seat": named.seat}
        self.out.groups.append(Office(**fields | {"text": said}))
        self.out.led = True
        self.following(office.after)

    def group(self, group: Group) -> None:
        """A numbered body: its name is the heading."""
        text = group.text
        if isinstance(group, Office) and not text and (group.short or group.seat):
            text = office_sentence(self.context.plan.leaders, group)
        made = self.body(group)
        self.out.groups.append(replace(made, name=group.name, text=text))
        self.following(group.after)

    def following(self, text: str) -> None:
        """Paragraphs after a body; one that introduces an office is an office."""
        for line in filter(None, text.split("\n")):
            named = founding.office(line)
            last = self.out.groups[-1] if self.out.groups else None
            if self.out.led and named and (last is None or not is_numbered(last)):
                office = Office(name=named.name, short=named.short, seat=named.seat, text=line)
                self.out.groups.append(office)
            elif last:
                self.out.groups[-1] = with_after(last, [line])
            elif self.out.leaders:
                after = joined(self.out.leaders.after, line)
                self.out.leaders = replace(self.out.leaders, after=after)
            else:
                self.out.before.append(line)

    def body(self, body: Group) -> Group:
        """What stands below a body's name or sentence."""
        units = RosterRole(role=self.context.plan.wording.units, units=body.units)
        members = self.members((*body.roster, *([units] if body.units else [])))
        kept, after = told_apart(self.context, body.themes)
        themes = [
            printed_theme(self.context, self.catalogues, theme, self.level + 1) for theme in kept
        ]
        if body.themes:
            self.worded.say("duties", self.context.plan.wording.duties)
        if any(clause_sentence(self.context, theme.clauses) for theme in body.themes):
            self.worded.say("clause", self.context.plan.wording.clause)
        own = next((theme for theme in themes if not theme.label), DutyBlock())
        made = Group(
            name="",
            roster=members.roles,
            lead=own.lead,
            clauses=own.clauses,
            duties=own.duties,
            blocks=tuple(theme for theme in themes if theme.label),
            after=joined(*after),
        )
        return replace(made, **self.units(members))

    def members(self, roster: Sequence[RosterRole]) -> Members:
        """A roster; how its lines look is noted."""
        found = printed_roster(roster)
        if found.label:
            self.worded.say("units", found.label)
        if is_spaced(roster) and self.context.plan.wording.posts == "space":
            self.worded.say("posts", "space")
        return found

    def units(self, members: Members) -> dict[str, Any]:
        """Member units are a body's where they are labelled as the plan labels them."""
        if members.label in {"", self.worded.seen.get("units")}:
            return {"units": members.units}
        return {"roster": members.all}


def told_apart(context: Context, themes: Sequence[DutyBlock]) -> tuple[list[DutyBlock], list[str]]:
    """The themes, and the paragraphs after the last list that don't read as further ones.

    The last duty's further paragraphs are among these: nobody sees whose they are.
    """
    listed = [at for at, theme in enumerate(themes) if has_items(context, theme)]
    if not listed:
        return list(themes), []
    spoken = [at for at, theme in enumerate(themes) if clause_sentence(context, theme.clauses)]
    end = max([*listed, *(at for at in spoken if themes[at].label)]) + 1
    found, after = list(themes[:end]), list[str]()
    last = found[-1].duties
    if listed[-1] == end - 1 and not isinstance(last, str) and last:
        text, *after = last[-1].text.split("\n")
        found[-1] = replace(found[-1], duties=(*last[:-1], replace(last[-1], text=text)))
    rest = [f"{theme.label}：{introduction(context, theme)}" for theme in themes[end:]]
    return found, [*after, *rest]


def printed_bodies(printer: Printer, names: Sequence[str]) -> Bodies:
    """The bodies of a section; `names` are the parts that it shows, in order."""
    plan = printer.context.plan
    for name in names:
        if name == "leaders" and plan.leaders:
            printer.leaders(plan.leaders)
        for body in {"offices": plan.offices, "groups": plan.groups}.get(name, ()):
            if isinstance(body, Office) and not body.numbered:
                printer.office(body)
            else:
                printer.group(body)
    printer.out.groups = kinds(printer.out.groups)
    return printer.out


def kinds(groups: Sequence[Group]) -> list[Group]:
    """Numbered offices are told by their names, where they stand before or after all groups."""
    numbered = [at for at, group in enumerate(groups) if is_numbered(group)]
    bureaus = [bool(BUREAU.search(groups[at].name)) for at in numbered]
    first = next((at for at, bureau in enumerate(bureaus) if not bureau), len(bureaus))
    last = next((at for at, bureau in enumerate(reversed(bureaus)) if not bureau), len(bureaus))
    alone = len(numbered) == len(groups)
    offices = numbered[:first] or (numbered[len(numbered) - last :] if alone else [])
    return [
        _as_office(group) if at in offices else _as_group(group) if at in numbered else group
        for at, group in enumerate(groups)
    ]


def _as_office(group: Group) -> Office:
    named = founding.office(group.text) or Named(group.name)
    fields = {name: value for name, value in vars(group).items() if name not in OFFICE}
    return Office(**fields, short=named.short, seat=named.seat, numbered=True)


def _as_group(group: Group) -> Group:
    return Group(**{name: value for name, value in vars(group).items() if name not in OFFICE})


OFFICE = frozenset({"short", "seat", "numbered"})
