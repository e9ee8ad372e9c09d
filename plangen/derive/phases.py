"""Phases: inside the county's, the first after the township's own notice, the last with a lead.

Between the first and the last they begin and end with the county's, so that none has a gap.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plangen.derive.change import Change
from plangen.derive.origin import Kind, Made, Origin, altered, computed, copied, listed
from plangen.derive.parts import reworded
from plangen.derive.variant import Variant
from plangen.derive.wording import Wording
from plangen.model.plan import Period, Phase
from plangen.problem import Path
from plangen.text.dates import Date, parse_date
from plangen.text.numerals import han

DAY = datetime.timedelta(1)
TEN = 10  # from here on it is 十二个, not 十两个
MONTH = r"(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?"
SPAN = re.compile(
    rf"[自从](?P<first>{MONTH})(?:开始|起|启动)?[，,]?[至到](?P<last>{MONTH}|\d{{1,2}}月)(?:底|末)?"
    r"(?:基本)?(?:结束|止|完成)"
)


def shifted(date: Date, years: int) -> Date:
    """A date some years later; one that isn't known stays."""
    if not years or date.year is None:
        return date
    later = parse_date(date.printed.replace(str(date.year), str(date.year + years), 1))
    return later or date


def ending(variant: Variant) -> Date | None:
    """The last day of a township's last phase: the county's, less the lead. None: the county's."""
    lead = 0 if variant.calendar else int(variant.tables.phases.lead or 0)
    ends = [phase.end for phase in variant.county.phases if phase.end]
    last = shifted(ends[-1], variant.shift).last if ends and lead else None
    start = variant.county.phases[-1].start if ends else None
    if last is None or start is None or start.first is None:
        return None
    day = last - DAY * lead
    return _date(day) if day > (shifted(start, variant.shift).first or day) else None


def deadline(variant: Variant) -> tuple[Change, ...]:
    """The county's last deadline, as the township's texts have it: 2024年12月底前, 12月21日前."""
    new = ending(variant)
    if new is None:
        return ()
    old = variant.county.phases[-1].end
    at = f"提前{int(variant.tables.phases.lead or 0)}天"
    return (Change(f"{old}底前", f"{new}前", at),) if old and old.day is None else ()


def spoken(variant: Variant, text: str) -> Iterator[Change]:
    """The span and the number of the county's phases, as a text has them: those of the calendar.

    自2024年1月开始，至2024年12月结束，分四个阶段.
    """
    calendar, county = variant.calendar, variant.county.phases
    if not calendar:
        return
    start, end = calendar[0].start, calendar[-1].end
    for found in SPAN.finditer(text) if start and end else ():
        at = found.start()
        own = found.group()
        first, last = found.span("first"), found.span("last")
        new = f"{own[: first[0] - at]}{start}{own[first[1] - at : last[0] - at]}{end}"
        yield Change(own, f"{new}{own[last[1] - at :]}", "行动方案的日程")
    for old, new in zip(_numbers(len(county)), _numbers(len(calendar)), strict=True):
        yield from (
            Change(f"{verb}{old}个阶段", f"{verb}{new}个阶段", "行动方案的日程")
            for verb in "分共"
            if old != new
        )


def _numbers(count: int) -> tuple[str, str]:
    """A number before 个: in words and in figures."""
    return han(count).replace("二", "两") if count < TEN else han(count), str(count)


def phases(variant: Variant, wording: Wording) -> Made[tuple[Phase, ...]]:
    """The phases in the township's words: the county's, or those of its calendar."""
    made = _of_county(variant, wording)
    return on_calendar(made, variant.calendar, wording) if variant.calendar else made


def _of_county(variant: Variant, wording: Wording) -> Made[tuple[Phase, ...]]:
    spans = _spans(variant)
    out = []
    for phase, (start, end) in zip(variant.county.phases, spans, strict=True):
        new = reworded(replace(phase, start=None, end=None), wording)
        if new is None:
            continue
        times: dict[str, Made[object]] = {}
        times |= {"start": start} if start else {}
        times |= {"end": end} if end else {}
        timed = altered(new.value, **times)
        out.append(Made(timed.value, {**new.origins, **timed.origins}))
    return listed(out)


Span = tuple[Made[Date] | None, Made[Date] | None]


def _spans(variant: Variant) -> list[Span]:
    county = variant.county.phases
    last = ending(variant)
    spans: list[Span] = []
    for number, phase in enumerate(county, 1):
        ends = last if number == len(county) else None
        spans.append((_start(variant, phase, daily=bool(last)), _end(variant, phase, ends, last)))
    return spans


def _start(variant: Variant, phase: Phase, *, daily: bool) -> Made[Date] | None:
    """The county's own day; to the day where one of the township's dates is."""
    if phase.start is None:
        return None
    new = shifted(phase.start, variant.shift)
    day = new.first
    return _counted(_date(day) if daily and day else new, phase.start, phase, "start")


def _end(
    variant: Variant, phase: Phase, ends: Date | None, last: Date | None
) -> Made[Date] | None:
    """The county's own day, or the one that the lead leaves."""
    if phase.end is None:
        return None
    if ends is not None:
        why = f"县方案止于{phase.end}，提前{int(variant.tables.phases.lead or 0)}天"
        return computed(ends, why, phase.where / "end")
    new = shifted(phase.end, variant.shift)
    day = new.last
    return _counted(_date(day) if last and day else new, phase.end, phase, "end")


def _counted(new: Date, old: Date, phase: Phase, key: str) -> Made[Date]:
    where = phase.where / key
    if new == old:
        return copied(new, where)
    same = (new.first, new.last)[key == "end"] == (old.first, old.last)[key == "end"]
    return computed(new, "县方案的时间写到日" if same else "按目标年份", where)


def begun(made: Made[tuple[Phase, ...]], date: Date | None) -> Made[tuple[Phase, ...]]:
    """Phases that begin no earlier than the township's own notice."""
    day = date.first if date else None
    first = made.value[0] if made.value else None
    if first is None or day is None or date is None or first.start is None:
        return made
    begins, ends = first.start.first, first.end.last if first.end else None
    if begins is None or ends is None or not begins < day <= ends or not date.day:
        return made
    if not first.start.day:
        return made
    new = computed(date, "不早于本乡镇的成文日期", first.where / "start")
    origins: dict[Path, Origin] = {**made.origins, (0, "start"): new.origins[()]}
    return Made((replace(first, start=date), *made.value[1:]), origins)


def on_calendar(
    made: Made[tuple[Phase, ...]], calendar: Sequence[Phase], wording: Wording
) -> Made[tuple[Phase, ...]]:
    """The phases of a calendar; one that the county's plan has too keeps its text from there."""
    known = {phase.name: number for number, phase in enumerate(made.value)}
    # The calendar's own years are right as they stand; what is left over is told of all the same.
    own = Wording(replace(wording.variant, shift=0), wording.more, wording.quoted, wording.left)
    out = []
    for phase in calendar:
        number = known.get(phase.name)
        times = {
            key: Made(time, {(): Origin(Kind.OWN, phase.where / key, (), "行动方案的日程")})
            for key, time in (("start", phase.start), ("end", phase.end))
            if time
        }
        if number is None:
            new = reworded(replace(phase, start=None, end=None), own) or Made(phase)
        else:
            new = Made(made.value[number], _below(made, number))
        timed = altered(replace(new.value, when=phase.when), **times)
        out.append(Made(timed.value, {**new.origins, **timed.origins}))
    return listed(out)


def _below(made: Made[tuple[Phase, ...]], number: int) -> dict[Path, Origin]:
    return {path[1:]: origin for path, origin in made.origins.items() if path[:1] == (number,)}


def period(variant: Variant, made: Made[tuple[Phase, ...]]) -> Made[Period] | None:
    """The span of the township's phases, where the county's plan has one of its own."""
    own = variant.county.period
    if own is None:
        return None
    starts = [phase.start for phase in made.value if phase.start]
    ends = [phase.end for phase in made.value if phase.end]
    if not starts or not ends:
        return copied(own, own.where)
    return computed(Period(start=starts[0], end=ends[-1]), "首尾两个阶段的时间", own.where)


def _date(day: datetime.date) -> Date:
    return Date(f"{day.year}年{day.month}月{day.day}日", day.year, day.month, day.day)
