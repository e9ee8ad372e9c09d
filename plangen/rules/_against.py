"""What the rules that hold a township's plan against its county's share.

The county's case is there: a rule with `against` runs only on such a pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Target
from plangen.problem import Where
from plangen.rules._organisation import Listing, named, own_level, plain
from plangen.rules._units import Mention, Units
from plangen.rules.base import Case, once
from plangen.text.dates import Date
from plangen.text.masks import is_masked
from plangen.text.patterns import lazy

CITED = lazy(r"《(?:[^《》]|《[^《》]*》)*》")
CAMPAIGN = lazy(
    r"(?P<grade>国家|省级?|市级?)(?P<kind>卫生|文明|园林)(?:县城|乡镇|城市|城镇|县|镇|村)"
)


def county_of(case: Case) -> Case:
    """The county's case; ValueError where a rule forgot to say `against`."""
    if case.county is None:
        raise ValueError("this case isn't held against another")
    return case.county


def level(case: Case) -> str:
    """The character of the county's own level: 县, or 区, 市."""
    return own_level(county_of(case).plan)[-1:] or "县"


def name(case: Case) -> str:
    """The name of the township's locality; empty where it is masked."""
    found = case.plan.locality.name
    return "" if is_masked(found) else found


def county_name(case: Case) -> str:
    """The name of the county; empty where it is masked."""
    found = county_of(case).plan.locality.name
    return "" if is_masked(found) else found


@once
def cites(case: Case) -> bool:
    """Whether the county's plan is named, by its title or its number."""
    title, number = county_of(case).plan.title, county_number(case)
    return case.has(title) or bool(number and case.has(number))


def county_number(case: Case) -> str:
    """The number of the county's notice; empty where there is none, or it is masked."""
    notice = county_of(case).plan.notice
    return "" if notice is None or is_masked(notice.number) else notice.number


def naming(case: Case) -> list[Target]:
    """The county's targets that name the township."""
    own = name(case)
    return [target for target in county_of(case).plan.targets if own and own in target.text]


def campaigns(text: str) -> list[str]:
    """The titles to win that a text names: 国家卫生乡镇."""
    return [found.group() for found in CAMPAIGN.finditer(text)]


def last_target(targets: tuple[Target, ...] | list[Target]) -> Target | None:
    """The target with the latest deadline that can be compared."""
    dated = [target for target in targets if target.by and target.by.last]
    return max(dated, key=lambda target: _last(target.by), default=None)


def _last(date: Date | None) -> str:
    return date.last.isoformat() if date and date.last else ""


def of_county(case: Case, posts: tuple[str, ...]) -> bool:
    """Whether posts are the county's own: 县委书记, 副县长."""
    own = level(case)
    return any(post.startswith(own) or post.endswith(f"{own}长") for post in posts)


@once
def wording(case: Case) -> list[tuple[str, Where]]:
    """The lines of the township's plan without what stands in 《》."""
    return [
        (CITED.sub("", line.text) if "《" in line.text else line.text, line.where)
        for line in case.lines()
    ]


@once
def said(case: Case) -> str:
    """All that the plan says outside 《》."""
    return "\n".join(text for text, _ in wording(case))


@once
def people(case: Case) -> list[Listing]:
    """The people of a plan who have a name."""
    return named(case.plan)


@once
def units(case: Case) -> list[Mention]:
    """The units that the parts of a plan name."""
    return list(Units(case).in_parts())


def holding(listings: list[Listing], post: str) -> Iterator[Listing]:
    """Who holds exactly this post."""
    for one in listings:
        if post in map(plain, one.written):
            yield one
