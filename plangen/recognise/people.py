"""Names and posts in a line of a roster: 张文清（市委书记）, 杨守信张家和, 县教育局、县住建局.

A name is told from a unit by its surname and length; where names run together they are split by
surname, and said to be doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from plangen.model.plan import Person
from plangen.problem import Where
from plangen.source.facts import facts

MASKED = re.compile(r"[Xx×ＸX某*＊○〇]{1,3}|[\u4e00-\u9fff][Xx×Ｘ某*＊○〇]{1,2}")
HELD = re.compile(
    r"\s*([^（()）、，,；;\s]+)\s*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
UNIT = re.compile(
    r"(?:局|委|办|厅|部|署|中心|院|所|站|大?队|公司|镇|乡|街道|办事处|政府|学校|[中小]学|[协学商工委]会|社|行|馆|台"
    r"|团[县市区]?委|团县委|妇联|残联|工商联|侨联|文联|科协|单位|部门|科|处|园|村|社区|工[作委]?组|组|集团|分局|支队"
    r"|[管居村]委|指挥部|企业|机关|基地|段|库|场|法院|检察院|管委会|人大|政协|办公室)$"
)
GROUPED = re.compile(r"^(?:各|其他|其它|有关|相关|县直|市直|区直|镇直|全[县市区镇乡]|辖区|驻)")
SPLIT = re.compile(r"[、，,；;]|\s{1,}")
HAN = re.compile("[\u4e00-\u9fff·]+")
SHORTEST, LONGEST = 2, 3
LONGEST_CLASS = 24


@dataclass(frozen=True)
class Entries:
    """What a line of a roster names. `doubt` says what was guessed."""

    people: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    doubt: str = ""
    spaced: bool = False  # posts after a blank, not in brackets


@cache
def surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The surnames of one character, those of two, and the commonest of one."""
    data = cast("dict[str, list[dict[str, str]]]", facts("plangen.words", "surnames.yaml"))
    by_class = {entry["class"]: frozenset(entry["surnames"].split()) for entry in data["entries"]}
    double = by_class["compound"]
    return frozenset().union(*by_class.values()) - double, double, by_class["common"]


def is_masked(text: str) -> bool:
    """XX, 某某, 张××."""
    return bool(MASKED.fullmatch(text))


def is_name(text: str) -> bool:
    """Whether a word may be a person's name: a surname and one or two characters, or a mask."""
    text = text.replace(" ", "")
    if is_masked(text):
        return True
    if "·" in text:
        return bool(HAN.fullmatch(text)) and not text.startswith("·")
    single, double, _ = surnames()
    if not HAN.fullmatch(text) or UNIT.search(text) or GROUPED.match(text):
        return False
    if text[:2] in double and len(text) in {3, 4}:
        return True
    return text[0] in single and SHORTEST <= len(text) <= LONGEST


def split_names(text: str) -> list[str]:
    """杨守信张家和 → 杨守信, 张家和; nothing where it can't be split by surnames.

    Names of three characters are preferred, and common surnames, as most have these.
    """
    single, double, common = surnames()

    @cache
    def best(at: int) -> tuple[int, tuple[str, ...]] | None:
        if at == len(text):
            return 0, ()
        found = []
        sizes = (4, 3) if text[at : at + 2] in double else (3, 2)
        known = text[at : at + 2] in double or text[at] in single
        rare = text[at] not in common
        for cost, size in enumerate(sizes):
            rest = best(at + size) if known and at + size <= len(text) else None
            if rest:
                found.append((rest[0] + cost + rare, (text[at : at + size], *rest[1])))
        return min(found, default=None)

    result = best(0) if HAN.fullmatch(text) else None
    return list(result[1]) if result else []


def entries(text: str, where: Where) -> Entries | None:
    """What a line names; None where it reads as a sentence or as something else."""
    text = text.strip().strip("。").strip()
    if not text or re.search("[：:！？“”]", text):
        return None
    if re.search("[（(]", text):
        return _held(text, where)
    spaced = _spaced(text, where)
    return spaced or _bare(text, where)


def _held(text: str, where: Where) -> Entries | None:
    """甲（职务）乙（职务、职务）."""
    people: list[Person] = []
    units: list[str] = []
    at = 0
    for found in HELD.finditer(text):
        between = text[at : found.start()].strip("、，,；; \u3000\t")
        if between:
            inner = _bare(between, where)
            if inner is None or inner.classes:
                return None
            people += inner.people
            units += inner.units
        name = found[1].strip()
        at = found.end()
        if is_name(name):
            people.append(Person(name=name, posts=posts(found[2]), where=where))
        else:
            units.append(found.group().strip())
    if rest := text[at:].strip("、，,；; \u3000\t"):
        inner = _bare(rest, where)
        if inner is None:
            return None
        people += inner.people
        units += [*inner.units, *inner.classes]
    if not people and units:
        return Entries(classes=(text,)) if len(units) == 1 else Entries(units=tuple(units))
    return Entries(tuple(people), tuple(units))


def posts(text: str) -> tuple[str, ...]:
    """县委副书记、县长 → both; a 兼 joins two posts in one."""
    return tuple(part.strip() for part in re.split("[、，,；;]", text) if part.strip())


def _spaced(text: str, where: Where) -> Entries | None:
    """张三　县委书记, and 县委书记　张三."""
    parts = re.split(r"\s+", text, maxsplit=1)
    if len(parts) == 1:
        return None
    first, second = parts[0], parts[1].strip()
    if (
        len(first) == 1
        and len(second) > 2
        and is_name(first + second[0])
        and second[1:2].isspace()
    ):
        first, second = first + second[0], second[1:].strip()  # 张　三　县委书记
    if is_name(first) and not all(is_name(word) for word in SPLIT.split(second) if word):
        if len(first + second) <= LONGEST and is_name(first + second):
            return Entries((Person(name=first + second, where=where),))
        return Entries((Person(name=first, posts=posts(second), where=where),), spaced=True)
    words = text.split()
    if len(words) == 2 and is_name(words[1]) and not is_name(words[0]):
        person = Person(name=words[1], posts=posts(words[0]), where=where)
        return Entries((person,), doubt=f"“{text}”读作姓名{words[1]}")
    return None


def _bare(text: str, where: Where) -> Entries | None:
    """Names or units without brackets."""
    if GROUPED.match(text) and not UNIT.search(text):
        return Entries(classes=(text,)) if len(text) <= LONGEST_CLASS else None
    words = [word for word in SPLIT.split(text) if word]
    if all(len(word) == 1 for word in words) and len(words) in {2, 3}:
        words = ["".join(words)]  # 张　三
    people: list[str] = []
    others: list[str] = []
    doubt = ""
    for word in words:
        if is_name(word):
            people.append(word)
        elif not UNIT.search(word) and len(word) > LONGEST and (names := split_names(word)):
            people += names
            doubt = f"“{word}”按姓氏分成{'、'.join(names)}"
        else:
            others.append(word)
    persons = tuple(Person(name=name, where=where) for name in people)
    if not others:
        return Entries(persons, doubt=doubt)
    if people:
        units = tuple(other for other in others if UNIT.search(other) or GROUPED.match(other))
        return Entries(persons, units, doubt=doubt) if len(units) == len(others) else None
    if len(others) == 1 and not UNIT.search(others[0]):
        return Entries(classes=(others[0],)) if len(others[0]) <= LONGEST_CLASS else None
    return Entries(units=tuple(others))
