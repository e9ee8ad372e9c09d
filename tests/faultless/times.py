"""When the phases of a faultless plan are: one after another, in any precision."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from plangen.text.dates import Date, parse_date
from tests.faultless.world import World

DAY = datetime.timedelta(1)
SIZES = {"year": len("2024"), "month": len("2024-01"), "day": len("2024-01-08")}
PRECISIONS = ("day", "month", "month", "year", "none")
Span = tuple[Date | None, Date | None]


@dataclass(frozen=True)
class Times:
    """The ends of the phases, and the days they mean."""

    spans: tuple[Span, ...]
    opens: datetime.date
    closes: datetime.date

    @property
    def due(self) -> str:
        """The last whole month, by the end of which something may be due; "" where none is."""
        before = (self.closes + DAY).replace(day=1) - DAY
        return before.isoformat()[: SIZES["month"]] if before >= self.opens else ""


def times(world: World, count: int) -> Times:
    """So many stretches of time in a row, each from the day after the one before."""
    rnd = world.rnd
    precision = "masked" if world.masked else rnd.choice(PRECISIONS)
    day = datetime.date(world.year, 1 if precision == "year" else rnd.randint(1, 6), 1)
    opens, spans = day, []
    for at in range(count):
        last = _end(world, day, precision)
        span = _span(day, last, precision)
        goes_on = at == count - 1 and world.maybe(0.2)
        spans.append((span[0], None) if goes_on else span)
        day = last + DAY
    ended = spans[-1][1]
    return Times(tuple(spans), opens, (ended and ended.last) or day - DAY)


def _end(world: World, day: datetime.date, precision: str) -> datetime.date:
    if precision == "year":
        return datetime.date(day.year, 12, 31)
    if precision == "day":
        return day + world.rnd.randint(20, 70) * DAY
    years, month = divmod(day.month - 1 + world.rnd.randint(0, 3), 12)
    year = day.year + years
    return datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def _span(first: datetime.date, last: datetime.date, precision: str) -> Span:
    if precision == "none":
        return None, None
    if precision == "masked":
        return parse_date(f"20XX-{first.month:02}"), parse_date(f"20XX-{last.month:02}")
    size = SIZES[precision]
    return parse_date(first.isoformat()[:size]), parse_date(last.isoformat()[:size])
