"""The townships of a county, as their file tells of them. Field names are the schema's keys."""

from __future__ import annotations

from plangen.model.plan import ContactLine, Part, Target, part
from plangen.text.dates import Date


@part
class Officer(Part):
    """A leader or the head of an office; `charge` names the bodies that he or she heads."""

    name: str
    posts: tuple[str, ...]
    charge: tuple[str, ...] = ()


@part
class Figure(Part):
    """A number of the township's own: 户数 5200 户. `value` is text, as written."""

    name: str
    value: str
    unit: str = ""


@part
class Reworded(Part):
    """A piece of the derived text that this township words otherwise; `to` empty: left out."""

    source: str
    to: str = ""


@part
class Township(Part):
    """A 镇, 乡 or 街道, its people, its goal and what else only it knows."""

    name: str
    type: str
    year: Date
    leaders: tuple[Officer, ...]
    goal: str = ""
    issuer: str = ""
    short: str = ""
    track: str = ""
    villages: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    number: str = ""
    date: Date | None = None
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    contact: tuple[ContactLine, ...] = ()
    wording: tuple[Reworded, ...] = ()


@part
class Townships(Part):
    """A file of townships; `tables` names the county's own mapping tables, if it has any."""

    townships: tuple[Township, ...]
    tables: str = ""
    figures: tuple[Figure, ...] = ()
