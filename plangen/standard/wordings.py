"""The words that measures are written with, as pieces of regular expressions.

The words are those of measures.yaml. Limit: a range (60%—80%) is no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import cast

from plangen.source.facts import facts
from plangen.text.numerals import han

_FOUND = cast("Mapping[str, object]", facts("plangen.standard", "measures.yaml"))


def words(key: str) -> tuple[str, ...]:
    """A list of words of measures.yaml."""
    return tuple(cast("list[str]", _FOUND[key]))


def table(key: str) -> Mapping[str, str]:
    """A table of measures.yaml: word → what it stands for."""
    return cast("Mapping[str, str]", _FOUND[key])


def any_of(found: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(found, key=len, reverse=True))})"


OPERATORS = dict(table("signs")) | {
    verb: op
    for op, verbs in cast("Mapping[str, list[str]]", _FOUND["verbs"]).items()
    for verb in verbs
}
TAILS = table("tails")
AT_LEAST = "至少"
HAN = {han(number): number for number in range(1, 101)} | {"两": 2}

_PER = f"[/／]{any_of(words('per'))}"
UNIT = f"(?:{any_of(words('units'))}(?:{_PER})?|{_PER})"
NUMBER = rf"(?:(?<![\d.])\d{{1,8}}(?:\.\d{{1,4}})?万?|{any_of(HAN)})"
YEAR = r"(?:19|20)\d\d\s*年"
TAIL = rf"(?:(?P<tail>{any_of(TAILS)}))?"
VALUE = (
    rf"(?!{YEAR}|十分)(?<![-~～—–])(?<![\d%％‰]至)(?P<value>{NUMBER})(?![\d.]|[-~～—–至到]\d)\s*(?P<unit>{UNIT})"
    rf"(?![-~～—–至到]\d|百分点)\s*{TAIL}"
)
BARE_VALUE = rf"{NUMBER}\s*(?:{UNIT})"
VERB = (
    rf"(?P<verb>{AT_LEAST}{any_of(words('having'))}"
    rf"|{any_of([*OPERATORS, *words('plain'), *words('ceilings')])})"
)


def number(text: str) -> str:
    """三 as 3; digits as they are."""
    return str(HAN[text]) if text in HAN else text


def unit(text: str) -> str:
    """A unit in characters of normal width: ％ as %."""
    return text.replace("％", "%").replace("／", "/")


def operator(verb: str, tail: str, value: str, of: str) -> str:
    """The relation: the verb's own, else the tail's; 达到100% is all there can be."""
    if verb in OPERATORS or verb.startswith(AT_LEAST):
        return OPERATORS.get(verb, ">=")
    if tail:
        return TAILS[tail]
    if verb in words("ceilings"):
        return "<="
    return "==" if (value, of) == ("100", "%") or verb not in words("plain") else ">="
