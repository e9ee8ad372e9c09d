"""What a measure is called: the words before its number, or after it, made into a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangen.standard.wordings import any_of, words

BREAKS = "，,：:。；;！？!?"
OPEN, CLOSE = "（(", "）)"
SHORTEST = 2  # characters of a name
FRONT_LEAVES = 4  # what must be left of a name when its place is struck off

_LEADING = re.compile(rf"^(?:{any_of(words('leading'))}|[、，,：:]|和|及)+")
_TRAILING = re.compile(rf"{any_of(words('trailing'))}+$")
_TIME = re.compile(r"(?:到|至|截至)?(?:19|20)\d\d\s*年(?:底|末)?(?:之?前)?$")
_EVERY = re.compile(r"每(?:半年|季度|年|月|周|天|日)$")
_HAVING = re.compile(rf"(?:{any_of(words('having'))}|至少)+$")
_PLACE = any_of(words("places"))
_FRONT = re.compile(rf"^(?P<place>{any_of(words('fronts'))})(?:的|内)?")
_RATE = re.compile(rf"{any_of(words('rates'))}(?:（[^（）]*）)?$")


@dataclass(frozen=True)
class Name:
    """What a measure is called, and the place it holds for where the name began with one."""

    text: str
    scope: str = ""


def before(sentence: str, at: int, since: int = 0) -> str:
    """The phrase that ends at a place; `since` is where the measure before it ended.

    In a bracket that holds but the number it is the phrase before the bracket; after a comma the
    phrase before the comma.
    """
    start = _start(sentence, at, since)
    phrase = stripped(sentence[start:at])
    if (phrase and not _EVERY.fullmatch(phrase)) or start <= since:
        return phrase
    edge = start - 1
    again = stripped(sentence[_start(sentence, edge, since) : edge])
    return again + phrase if again else phrase


def dated(sentence: str, at: int, since: int) -> bool:
    """Whether there is but a time before a place, as in ……不低于22%，到2030年不低于30%."""
    return bool(_TIME.fullmatch(sentence[_start(sentence, at, since) : at].strip()))


def _start(sentence: str, at: int, since: int) -> int:
    """Where the phrase begins: after a mark that isn't in a closed bracket, or after `since`."""
    depth = 0
    for place in range(at - 1, since - 1, -1):
        char = sentence[place]
        if char in CLOSE:
            depth += 1
        elif char in OPEN:
            if not depth:
                return place + 1
            depth -= 1
        elif char in BREAKS and not depth:
            return place + 1
    return since


def after(sentence: str, at: int) -> str:
    """The phrase that begins at a place."""
    found = re.match(r"[^，,。；;：:、（()）！!]*", sentence[at:])
    phrase = found.group() if found else ""
    return re.split(r"或者?(?=\S{4})|并(?=\S{3})|且(?=\S{3})", phrase)[0].strip()


def stripped(phrase: str) -> str:
    """A phrase without the words around it that are no part of a name."""
    phrase = _TIME.sub("", phrase.strip().strip("、，,“”"))
    while (short := _TRAILING.sub("", _LEADING.sub("", phrase)).strip()) != phrase:
        phrase = short
    return phrase


def placed(phrase: str, last: str = "") -> Name:
    """A name without its place: 县城下水道管网覆盖率, 主要街道保洁县城, or 乡镇 alone after those.

    `last` is the name of the measure before in the same sentence.
    """
    if re.fullmatch(_PLACE, phrase) and last:
        return Name(last, phrase)
    if front := _FRONT.match(phrase):
        rest = phrase[front.end() :]
        if len(rest) >= FRONT_LEAVES:
            return Name(rest, front["place"].removesuffix("内"))
    if (end := re.search(f"{_PLACE}$", phrase)) and end.start() > SHORTEST:
        return Name(stripped(phrase[: end.start()]), end.group())
    return Name(phrase)


def ended(name: str, unit: str) -> str:
    """A name that says what is measured: 城市道路机械化清扫 in % is a 比例, in 次 a 次数."""
    if unit in {"%", "‰"} or unit.startswith("/"):
        return name if _RATE.search(name) else f"{name}比例"
    if unit.startswith("次"):
        return name if re.search("次数?$|频次$|频率$", name) else f"{name}次数"
    if unit in {"小时", "分钟"}:
        return name if re.search("时间$|时长$|小时$", name) else f"{name}时间"
    return name


def counted(phrase: str, noun: str) -> str:
    """每千人口 and 社会体育指导员: 每千人口社会体育指导员数. 建成 is no part of the name."""
    head = _HAVING.sub("", phrase)
    kept = head if re.match("每|平均|人均", head) else ""
    return f"{kept}{noun}数" if noun else f"{_HAVING.sub('', phrase)}数"


def every(phrase: str) -> tuple[str, str]:
    """The phrase without 每年, and the unit's end that it is: /年."""
    found = re.search(r"每(?P<span>半年|季度|年|月|周|天|日)", phrase)
    if not found:
        return phrase, ""
    return phrase[: found.start()] + phrase[found.end() :], f"/{found['span']}"
