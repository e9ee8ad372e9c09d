"""The townships of a county, as their file tells of them. Field names are the schema's keys."""

from __future__ import annotations

from plangen.model.plan import ContactLine, Part, Target
from plangen.text.dates import Date
from plangen.value import named_value


@named_value
class Officer(Part):
    """A leader or the head of an office; `charge` names the bodies that he or she heads."""

    name: str
    posts: tuple[str, ...]
    charge: tuple[str, ...] = ()


@named_value
class Figure(Part):
    """A number of the township's own: 户数 5200 户. `value` is text, as written."""

    name: str
    value: str
    unit: str = ""


@named_value
class Reworded(Part):
    """A piece of the derived text that this township words otherwise; `to` empty: left out."""

    source: str
    to: str = ""


@named_value
class Township(Part):
    """A 镇, 乡 or 街道, its people, its goal and what else only it knows."""

    name: str
    leaders: tuple[Officer, ...]
    type: str = ""
    goal: str = ""
    year: Date | None = None
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


@named_value
class Townships(Part):
    """A file of townships; `tables` names the county's own mapping tables, if it has any."""

    townships: tuple[Township, ...]
    tables: str = ""
    figures: tuple[Figure, ...] = ()
