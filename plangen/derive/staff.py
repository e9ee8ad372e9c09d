"""Who heads a group or an office of one township, and who are the deputies."""

from __future__ import annotations

from plangen.derive.groups import Body
from plangen.derive.origin import Made, altered, listed
from plangen.derive.posts import Choice, People, Reason, chosen, person
from plangen.derive.targets import Missing
from plangen.model.plan import Group, RosterRole
from plangen.model.townships import Officer


def filled(
    body: Body, people: People, names: tuple[str, ...], missing: list[Missing]
) -> Made[Group]:
    """A group or office of one township, with its people; `names` are what it is called."""
    roles: list[Made[RosterRole]] = []
    head = _head(body, people, names, missing) if body.head_role else None
    if head and body.head_role:
        roles.append(_role(body.head_role, [head]))
    deputies = [
        pair
        for pair in people.ranked(chosen(people, body.deputies).found)
        if not head or pair[0] is not head[0]
    ]
    if deputies and body.deputy_role:
        roles.append(_role(body.deputy_role, deputies))
    roles += body.rest
    done = altered(body.body.value, roster=listed(roles))
    return Made(done.value, {**body.body.origins, **done.origins})


def called(body: Body) -> tuple[str, ...]:
    """What a body may be called, the usual name first: 镇创卫办, 创卫办, its full name."""
    name, short = body.body.value.name, body.short
    return tuple(one for one in (short, name, short[1:], name.removesuffix("组")) if one)


def _head(
    body: Body, people: People, names: tuple[str, ...], missing: list[Missing]
) -> Reason | None:
    """Who heads a body: the one whose charge names it, else the only one with the post."""
    charged = people.charged(names)
    if len(charged) == 1:
        return charged[0], "分管"
    choice = chosen(people, body.heads)
    if not charged and len(choice.found) == 1 and not choice.several:
        return next(iter(choice.found.values()))
    town = people.township
    what = _unclear(charged, choice)
    role = body.head_role.value if body.head_role else "负责人"
    missing.append(
        Missing(
            town.where / "leaders",
            f"{town.name}“{names[0]}”的{role}{what}；"
            f"在其中一人的 charge（分管）里写上“{names[0]}”",
        )
    )
    return None


def _unclear(charged: list[Officer], choice: Choice) -> str:
    """Why nobody can be named."""
    if charged:
        return f"有{len(charged)}人分管：{'、'.join(one.name for one in charged)}"
    found = [officer for officer, _ in choice.found.values()]
    found += [officer for _, officers in choice.several for officer in officers]
    names = list(dict.fromkeys(officer.name for officer in found))
    if names:
        return f"可由{len(names)}人担任：{'、'.join(names)}，没有写谁分管"
    posts = "、".join(dict.fromkeys(wish.said for wish in choice.vacant))
    return f"无人可任（县里的组长对应{posts}，名单里没有）" if posts else "没有对应的职务"


def _role(name: Made[str], people: list[Reason]) -> Made[RosterRole]:
    found = listed(person(officer, why) for officer, why in people)
    return altered(RosterRole(role=name.value), role=name, people=found)
