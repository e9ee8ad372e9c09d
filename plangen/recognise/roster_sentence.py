"""Rosters in a sentence: 成立以县长张国栋为组长，副县长李敏等为副组长，……为成员的领导小组."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from plangen.model.plan import Leaders, Person, RosterRole
from plangen.problem import NOWHERE, Where
from plangen.recognise import founding
from plangen.recognise.doubts import Doubts
from plangen.recognise.names import is_name, split_names

HEADS = "组长|指挥长|总指挥|主任|政委|召集人"
AS_HEAD = re.compile(
    r"(?:由|以|，|,|、|;|；)(?P<who>[^，,；;。]{2,40}?)(?<!责)(?:同志)?(?:担任|兼任|任|为)"
    rf"(?P<role>(?:名誉|第一|常务|执行)?副?(?:{HEADS})|成员|组员)"
)
MADE_UP = re.compile("(?<!办公室)(?P<role>组员|成员)由(?P<who>[^，,；;。]{2,80}?)(?:同志)?组成")
FOUNDED = re.compile("^(?:.*?(?:成立|组建|设立)了?)?(?:以|由)")
OTHERS = re.compile("各(?:乡镇|镇街|街道|村|社区|单位|部门|地|级)[^。；]*$")
MORE = re.compile("等(?:同志|人)?$")
POST = re.compile("[长记任席员委]$")
OFFICE = re.compile("宣传|组织|统战|纪检|政法|武装|人武")  # the first half of 宣传、统战委员
SIZES = (3, 2)  # characters of a name at the end
MASKED = re.compile(r"(?P<post>.*[长记任席员委])(?P<name>[Xx×ＸX某*＊]{1,3})$")  # 政法委员XX
AND = re.compile("[和与及]")


def sentence_roster(text: str, where: Where, doubts: Doubts) -> tuple[RosterRole, ...]:
    """The roles that a text fills in words; what was read as a name is told of."""
    out = []
    for found in (*AS_HEAD.finditer(text), *MADE_UP.finditer(text)):
        who = FOUNDED.sub("", found["who"].strip())
        people, classes = _who(who, where)
        if people:
            names = "、".join(person.name for person in people)
            doubts.add(where, f"“{who}”读作姓名{names}")
        out.append(RosterRole(role=found["role"], people=people, classes=classes, where=where))
    return tuple(out)


def leaders_in_words(lines: Iterable[tuple[str, Where]], doubts: Doubts) -> Leaders | None:
    """The leading group that one of some paragraphs sets up, roster and all.

    What 各乡镇 are told to set up is theirs.
    """
    for text, where in lines:
        founded = founding.SET_UP.search(text)
        if not founded or OTHERS.search(text[: founded.start()]):
            continue
        if roster := sentence_roster(text, where, doubts):
            named = founding.leading(text)
            return Leaders(name=named.name, short=named.short, roster=roster, where=where)
    return None


def _who(text: str, where: Where) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """人大主席宋怀民 → a person with a post; 各部门负责人 → a class."""
    people: list[Person] = []
    held = ""
    for part in chain.from_iterable(map(_apart, MORE.sub("", text).split("、"))):
        person = None if OFFICE.fullmatch(part) else _person(held + part, where)
        if person is None:
            held += f"{part}、"  # 宣传、统战委员吕景行: the 、 stands within a post
        else:
            people.append(person)
            held = ""
    return ((), (text,)) if held or not people else (tuple(people), ())


def _apart(text: str) -> tuple[str, ...]:
    """书记许文振和所长姜波 → two, where each is a person of a post."""
    for found in AND.finditer(text):
        two = text[: found.start()], text[found.end() :]
        if all(len(one) > SIZES[0] and _person(one, NOWHERE) for one in two):
            return two
    return (text,)


def _person(text: str, where: Where) -> Person | None:
    """A post and a name, or a name."""
    if masked := MASKED.match(text):
        return Person(name=masked["name"], posts=(masked["post"],), where=where)
    for size in SIZES:
        post, name = text[:-size], text[-size:]
        if is_name(name) and (not post or POST.search(post)):
            return Person(name=name, posts=(post,) if post else (), where=where)
    names = split_names(text)
    return Person(name=text, where=where) if len(names) == 1 else None
