"""Names and posts in a line of a roster: 张文清（市委书记）, 杨守信张家和, 县教育局、县住建局.

Where names run together they are split by surname, and said to be doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.plan import Person
from plangen.problem import Where
from plangen.recognise.names import GROUPED, HAN, LONGEST, SHORTEST, is_name, is_unit, split_names
from plangen.value import Value, value

HELD = re.compile(
    r"\s*(?P<name>[^（()）、，,；;\s]+(?:[ \u3000]+[^（()）、，,；;\s])?)\s*"
    r"[（(](?P<posts>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*)[）)]"
)
POST = re.compile(
    r"(?:书记|[^局镇乡县市区省校队组]长|局长|镇长|乡长|县长|市长|区长|省长|校长|队长|组长|主任|主席|委员"
    r"|常委|科员|职员|调研员|经理|总监|专员|干部|代表|同志|助理|秘书|工程师|医师|教师|负责人"
    r"|工作人员|站长|所长|党组成员|政委|教导员|指导员|(?:苏木|嘎查)达)(?:[（(][^（）()]*[）)])?$"
)
HEADS = re.compile(
    "(?P<unit>.{2,12}?)(?:等(?:单位|部门))?(?:党政)?(?:主要|分管)(?:负责人|负责同志|领导)$"
)
AFTER = re.compile(rf"^(?P<name>[^，,、]{{2,6}})[，,](?P<posts>.*{POST.pattern})")
PARTED = re.compile("[；;]")
SPEAKS = re.compile("[：:！？“”。]")
DUTY = re.compile(
    r"[）)][，、\s]*(?:具体|主要|全面)?负责(?!人|同志)"
)  # what somebody does, no unit
SEPARATORS = "、，,；; \u3000\t"
SPLIT = re.compile(r"[、，,；;]|\s{1,}")
POSTS = re.compile("[、，,；;]")
LONGEST_CLASS, LONGEST_NAME = 24, 6
LONGEST_FOREIGN = 8  # 阿拉坦其其格
SPREAD = frozenset({2, 3})  # characters of a name typed with blanks between: 张　三


@value
class Entries(Value):
    """What a line of a roster names. `doubt` says what was guessed."""

    people: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    doubt: str = ""
    spaced: bool = False  # posts after a blank, not in brackets

    def __add__(self, other: Entries) -> Entries:
        if self is NOBODY or other is NOBODY:
            return other if self is NOBODY else self
        return Entries(
            self.people + other.people,
            self.units + other.units,
            self.classes + other.classes,
            self.doubt or other.doubt,
            self.spaced or other.spaced,
        )


NOBODY = Entries()


def entries(text: str, where: Where) -> Entries | None:
    """What a line names; None where it reads as a sentence or as something else."""
    text = text.strip().strip("。").strip()
    if not text or SPEAKS.search(text):
        return None
    if "（" in text or "(" in text:
        return None if DUTY.search(text) else _held(text, where)
    if parts := [AFTER.match(part) for part in PARTED.split(text.rstrip("；;"))]:
        named = [part for part in parts if part and is_name(_unspread(part["name"]))]
        if len(named) == len(parts):
            return Entries(people=tuple(_after_comma(part, where) for part in named))
    return _spaced(text, where) or _bare(text, where)


def _after_comma(found: re.Match[str], where: Where) -> Person:
    """江若水，副县长 → a person."""
    return Person(name=_unspread(found["name"]), posts=posts(found["posts"]), where=where)


def posts(text: str) -> tuple[str, ...]:
    """县委副书记、县长 → both; a 兼 joins two posts in one."""
    return tuple([held for part in POSTS.split(text) if (held := part.strip())])


def _held(text: str, where: Where) -> Entries | None:
    """甲（职务）乙（职务、职务）, with names and units without brackets between them."""
    out = NOBODY
    at = 0
    for found in HELD.finditer(text):
        name = _unspread(found["name"])
        holds = _holds(name, found["posts"])
        if not holds and text[found.end() : found.end() + 1] not in {"", *SEPARATORS}:
            continue  # 各村（社区）党组织书记: the brackets are within a phrase
        if between := text[at : found.start()].strip(SEPARATORS):
            if (others := _bare(between, where)) is None:
                return None
            out += others
        at = found.end()
        if holds:
            person = Person(name=name, posts=posts(found["posts"]), where=where)
            out += Entries(people=(person,))
        else:
            out += Entries(units=(found.group().strip(),))
    if rest := text[at:].strip(SEPARATORS):
        if (others := _bare(rest, where)) is None:
            return None
        out += others
    alone = not out.people and len(out.units) == 1 and not out.classes
    return Entries(classes=out.units) if alone and not is_unit(out.units[0]) else out


def _holds(name: str, held: str) -> bool:
    """Whether somebody is named and the brackets hold a post: not 云渡镇（含街道办）."""
    if is_name(name):
        return True
    return len(name) <= LONGEST_NAME and not is_unit(name) and bool(POST.search(held))


def _unspread(text: str) -> str:
    """A name without the blank that spreads it: 张　三."""
    return "".join(text.split())


def _spaced(text: str, where: Where) -> Entries | None:
    """张三　县委书记, and 县委书记　张三; also with a name that is spread."""
    words = text.split()
    for size in (1, 2, 3):
        name, rest = "".join(words[:size]), words[size:]
        if size > 1 and any(len(word) > 1 for word in words[:size]):
            break
        if is_name(name) and not _all_names(rest):
            person = Person(name=name, posts=posts(" ".join(rest)), where=where)
            return Entries(people=(person,), spaced=bool(rest))
    if len(words) > 1 and _foreign(words[0]) and POST.search(words[-1]):
        person = Person(name=words[0], posts=posts(" ".join(words[1:])), where=where)
        return Entries(people=(person,), doubt=f"“{text}”读作姓名{words[0]}", spaced=True)
    for size in (1, 2, 3):
        post, name = words[:-size], "".join(words[-size:])
        if size > 1 and any(len(word) > 1 for word in words[-size:]):
            break
        if post and is_name(name) and not is_name(words[0]) and POST.search(post[-1]):
            person = Person(name=name, posts=posts("、".join(post)), where=where)
            return Entries(people=(person,), doubt=f"“{text}”读作姓名{name}")
    return None


def _foreign(text: str) -> bool:
    """Whether a word before a post may be a name without a surname: 萨仁高娃, 阿拉坦其其格."""
    of_names = HAN.fullmatch(text) and not GROUPED.match(text) and not POST.search(text)
    return bool(of_names) and LONGEST < len(text) <= LONGEST_FOREIGN and not is_unit(text)


def _all_names(words: Sequence[str]) -> bool:
    """Whether only names follow, or a name's second character."""
    parts = [part for word in words for part in POSTS.split(word) if part]
    return all(is_name(part) or len(part) == 1 for part in parts)


def _bare(text: str, where: Where) -> Entries | None:
    """Names or units without brackets."""
    if GROUPED.match(text) and not is_unit(text):
        return Entries(classes=(text,)) if len(text) <= LONGEST_CLASS else None
    words = _words(text)
    people: list[str] = []
    others: list[str] = []
    doubt = ""
    for word in words:
        if is_name(word):
            people.append(word)
        elif not is_unit(word) and len(word) > LONGEST and (names := split_names(word)):
            people += names
            doubt = f"“{word}”按姓氏分成{'、'.join(names)}"
        else:
            others.append(word)
    named = Entries(people=tuple(Person(name=name, where=where) for name in people), doubt=doubt)
    if not others:
        return named
    rest = _others(others, mixed=bool(people))
    return named + rest if rest else None


def _words(text: str) -> list[str]:
    """The words of a line; characters that stand apart are a name: 张　三、李　四."""
    out: list[str] = []
    for piece in filter(None, POSTS.split(text)):
        words = piece.split()
        spread = len(words) in SPREAD and all(len(word) == 1 for word in words)
        out += ["".join(words)] if spread else _paired(words)
    return out


def _paired(words: Sequence[str]) -> list[str]:
    """胡庆华 刘 洋 陈 静: two characters that stand apart are a name, where they may be one."""
    out: list[str] = []
    at = 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        spread = len(words[at]) == 1 and len(pair) == SHORTEST and is_name(pair)
        out.append(pair if spread else words[at])
        at += 2 if spread else 1
    return out


def _others(words: Sequence[str], *, mixed: bool) -> Entries | None:
    """Words that are no names: units, or a class of people where one stands alone."""
    if mixed:
        sound = all(is_unit(word) or GROUPED.match(word) for word in words)
        return Entries(units=tuple(words)) if sound else None
    if len(words) > 1 and (found := HEADS.match(words[-1])) and is_unit(found["unit"]):
        return Entries(classes=("、".join(words),))  # 县教育局、县住建局主要负责人
    if len(words) == 1 and not is_unit(words[0]):
        return Entries(classes=tuple(words)) if len(words[0]) <= LONGEST_CLASS else None
    return Entries(units=tuple(words))
