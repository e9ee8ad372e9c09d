"""The wording: 我县 becomes 我镇, and a county's unit, post or group what it is in a township.

What stands in 《》 is a document's name and isn't touched; nor is what the tables keep. What is
left over of the county's words is a fault of the tables: it is collected, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import cast

from plangen.derive import amounts
from plangen.derive.change import Change, Left
from plangen.derive.origin import Kind, Made, Origin
from plangen.derive.tables import Counterpart, first, pattern
from plangen.derive.variant import Variant
from plangen.problem import Where
from plangen.source.facts import facts

PROTECTED = r"《(?:[^《》]|《[^《》]*》)*》|〔\d{4}〕\d+号"
YEAR = r"(?<!\d)(?:19|20)\d{2}(?=年)"
NTH = r"(?<=第)\d{1,3}(?=个爱国卫生月)"
# After the county's name: 青山县公安局, 青山县委 have a line of their own, or are left over.
UNIT = (
    r"(?!委(?!托|派)|人大|政协|纪委|监委|[^，。；、：（）“”《》\s]{0,9}?"
    r"(?:局(?![面势部限地])|公司|法院|检察院|大队|支队|支行))"
)
PIECE = re.compile(r".[^，。；：、（）“”《》\s]{0,7}")  # what is left over, to be told by
SENTENCE = re.compile(r"[^。]*。|[^。]+$")


@dataclass
class Wording:
    """Rewords the texts of a county's plan for one kind of township."""

    variant: Variant
    more: tuple[Change, ...] = ()  # names of groups and of offices, deadlines
    quoted: frozenset[str] = frozenset()  # lines that are a standard's
    left: list[Left] = field(default_factory=list)
    amounts: list[Left] = field(default_factory=list)  # of the whole county

    @cached_property
    def changes(self) -> dict[str, Change]:
        """Every literal piece that changes."""
        out: dict[str, Change] = {}
        for line in self._lines():
            for old in self._forms(line) if line.drop or line.town else ():
                if self._is_said(old) and not self._kept.fullmatch(old):
                    new = self.variant.of_town(line.to(self.variant.type))
                    out.setdefault(old, Change(old, new, line.at))
        for form in self.variant.goal.forms:
            out.setdefault(form, Change(form, self.variant.goal.name, self.variant.goal.at))
        return out | {change.old: change for change in self.more}

    @cached_property
    def _kept(self) -> re.Pattern[str]:
        """What the tables keep as it is."""
        return re.compile("|".join(map(self._own, self.variant.tables.keep)) or "(?!)")

    def _lines(self) -> Iterator[Counterpart]:
        tables = self.variant.tables
        for line in tables.wording:
            if line.fits(self.variant.place):
                yield line
        # A unit or post that a township hasn't got has no place in its text: it is left over.
        yield from (line for line in (*tables.posts, *tables.units) if not line.drop)

    def _forms(self, line: Counterpart) -> Iterator[str]:
        """A line's own writing and the other forms of the same unit: 县住建局, 青山县住建局."""
        old = self.variant.of_county(line.county)
        name = self.variant.county.locality.name
        for form in (old, *(old[:1] + form for form in _also().get(old[1:], ()))):
            yield form
            if form.startswith(self.variant.level):
                yield name + form[1:]

    def _is_said(self, form: str) -> bool:
        """Whether a form may stand in the county's plan: those with its name seldom do."""
        name = self.variant.county.locality.name
        return bool(form) and (
            not form.startswith(name) or form == name or form in self._whole_plan
        )

    @cached_property
    def _whole_plan(self) -> str:
        return repr(self.variant.county)

    def _own(self, text: str) -> str:
        return self.variant.of_county(text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        name = self.variant.county.locality.name
        longest_first = sorted(self.changes, key=len, reverse=True)
        literal = "|".join(re.escape(old) + UNIT * (old == name) for old in longest_first)
        parts = [f"(?P<safe>{PROTECTED})", f"(?P<change>{literal or '(?!)'})"]
        parts += [f"(?P<keep>{self._kept.pattern})", f"(?P<year>{YEAR}|{NTH})"]
        return re.compile("|".join(parts))

    @cached_property
    def _left(self) -> re.Pattern[str]:
        names = (name for name, town in self.variant.places.items() if town != self.variant.name)
        level = self.variant.level
        own = (one.like for one in self.variant.tables.left if one.level in {"", level})
        every = [*own, *map(re.escape, names)]
        return re.compile("|".join(every) or "(?!)")

    def line(self, text: str, where: Where) -> Made[str]:
        """A text, reworded throughout."""
        used: dict[str, Change] = {}
        rows = [
            row if row in self.quoted else self._row(row, where, used) for row in text.split("\n")
        ]
        said = tuple(change.said for change in used.values())
        kind = Kind.MAPPED if said else Kind.COPIED
        new = "\n".join(rows)
        self.amounts += amounts.found(text, new, self.variant.level, where)
        return Made(new, {(): Origin(kind, where, said)})

    def _row(self, text: str, where: Where, used: dict[str, Change]) -> str:
        out: list[str] = []
        end = 0
        for found in self._pattern.finditer(text):
            out.append(self._untouched(text[end : found.start()], where))
            out.append(self._new(found, used))
            end = found.end()
        out.append(self._untouched(text[end:], where))
        return "".join(out)

    def _new(self, found: re.Match[str], used: dict[str, Change]) -> str:
        old = found.group()
        if found["change"]:
            change = self.changes[old]
            if change.new != old:
                used[old] = change
            return change.new
        if found["year"] and self.variant.shift:
            new = str(int(old) + self.variant.shift)
            used[old] = Change(old, new, "按目标年份")
            return new
        return old

    def _untouched(self, text: str, where: Where) -> str:
        for found in self._left.finditer(text):
            piece = PIECE.match(text, found.start())
            self.left.append(Left(where, piece.group() if piece else found.group(), text))
        return text

    def text(self, text: str, where: Where) -> Made[str] | None:
        """Paragraphs without the sentences that are another's; None where nothing is left."""
        rows = []
        gone: list[str] = []
        for row in text.split("\n"):
            kept = [s for s in SENTENCE.findall(row) if not self._dropped(s, gone)]
            rows += ["".join(kept)] if kept else []
        if not rows:
            return None
        new = self.line("\n".join(rows), where)
        if not gone:
            return new
        origin = new.origins[()]
        return Made(new.value, {(): Origin(Kind.MAPPED, where, (*origin.lines, *gone))})

    def _dropped(self, sentence: str, gone: list[str]) -> bool:
        why = self.foreign(sentence)
        if why:
            gone.append(f"{why} 删“{sentence}”")
        return bool(why)

    def foreign(self, text: str) -> str:
        """Why a text is the county's or another township's alone; empty where it isn't."""
        line = next((one for one in self._duties if pattern(one[0]).search(text)), None)
        if line:
            return line[1]
        if any(change in text for change in self._whole):
            return ""
        named = {self.variant.places[name] for name in self._named.findall(text)}
        if named and self.variant.name not in named:
            return f"只涉及{'、'.join(sorted(named))}："
        return ""

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = sorted(self.variant.places, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names)) or "(?!)")

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        """The pieces that name townships and have a line of their own."""
        return tuple(old for old in self.changes if self._named.search(old))

    @cached_property
    def _duties(self) -> list[tuple[str, str]]:
        place = self.variant.place
        lines = self.variant.tables.duties
        return [(self._own(line.like), line.at) for line in lines if line.fits(place)]

    def unit(self, unit: str, where: Where) -> Made[str] | None:
        """The township's unit for one of the county's; None where it has none."""
        place = self.variant.places.get(unit) or self.variant.places.get(
            re.sub("(?:村民|居民)?委员会$|[村居]委会$", "", unit)
        )
        if place is not None and (place != self.variant.name or unit == place):
            return None
        if place is not None:
            return Made(unit, {(): Origin(Kind.COPIED, where)})
        known = self.unit_line(unit)
        if known is None:
            return self.line(unit, where)
        new = self.variant.of_town(known.to(self.variant.type))
        if not new:
            return None
        return Made(new, {(): Origin(Kind.MAPPED, where, (Change(unit, new, known.at).said,))})

    def unit_line(self, unit: str) -> Counterpart | None:
        """The line of a unit, in any of its forms."""
        return self._by_unit.get(unit) or first(self._like_units, unit, self.variant.place)

    @cached_property
    def _by_unit(self) -> dict[str, Counterpart]:
        out: dict[str, Counterpart] = {}
        for line in self.variant.tables.units:
            for old in self._forms(line) if line.fits(self.variant.place) else ():
                out.setdefault(old, line)
        return out

    @cached_property
    def _like_units(self) -> list[Counterpart]:
        return [line for line in self.variant.tables.units if line.like]

    def units(self, units: Iterable[str], where: Where) -> list[Made[str]]:
        """The township's units for those of the county, each once."""
        found = [self.unit(unit, where / index) for index, unit in enumerate(units)]
        out: dict[str, Made[str]] = {}
        for one in found:
            if one is None:
                continue
            if before := out.get(one.value):
                lines = tuple(dict.fromkeys(before.origins[()].lines + one.origins[()].lines))
                out[one.value] = Made(one.value, {(): Origin(Kind.MAPPED, where, lines)})
            else:
                out[one.value] = one
        return list(out.values())


@cache
def _also() -> dict[str, tuple[str, ...]]:
    """The other forms of each unit, without 县 (plangen/words/unit_forms.yaml)."""
    found = cast("dict[str, list[dict[str, str]]]", facts("plangen.words", "unit_forms.yaml"))
    out: dict[str, tuple[str, ...]] = {}
    for entry in found["entries"]:
        forms = (entry["name"], *entry["also"].split())
        out |= {form: tuple(other for other in forms if other != form) for form in forms}
    return out
