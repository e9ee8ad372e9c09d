"""The word lists that users may add to, and what is wrong with an entry they wrote.

A list is a file of plangen/words/ with `entries`; how an entry is written is told by its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from plangen.config.model import Entry
from plangen.source import packaged
from plangen.source.facts import facts

PACKAGE = "plangen.words"
# Keys whose values are regular expressions. `wrong` isn't: what is none is taken as plain text.
PATTERNS = ("pattern", "unless", "form", "one_form", "other_form")

Fault = tuple[tuple[str | int, ...], str]


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of plangen's own list of that name; none where there is no such list."""
    if name not in word_lists():
        return ()
    return tuple(cast("dict[str, list[Entry]]", facts(PACKAGE, f"{name}.yaml"))["entries"])


@cache
def word_lists() -> tuple[str, ...]:
    """The names of the lists that entries can be added to."""
    names = packaged.names(PACKAGE, ".yaml")
    found = [name for name in names if "entries" in cast("Entry", facts(PACKAGE, name))]
    return tuple(name.removesuffix(".yaml") for name in found)


def faults(name: str, added: list[Entry]) -> Iterator[Fault]:
    """What is wrong with the entries added to a list: where (an index, a key), and a sentence."""
    if name not in word_lists():
        yield (), f"没有词表“{name}”；现有：{'、'.join(word_lists())}"
        return
    for at, entry in enumerate(added):
        yield from _of_keys(name, at, entry)
        yield from _of_expressions(at, entry)


def _of_keys(name: str, at: int, entry: Entry) -> Iterator[Fault]:
    """Keys that no entry of the list has, and keys that all have; these say something."""
    known = {key for own in entries(name) for key in own}
    needed = set.intersection(*(set(own) for own in entries(name)))
    filled = {key for key in needed if all(own[key] for own in entries(name))}
    for key in entry:
        if key not in known:
            yield (at, key), f"词表“{name}”的条目没有“{key}”；可用：{'、'.join(sorted(known))}"
    empty = {key for key in filled if not entry.get(key)}
    if missing := sorted((needed - entry.keys()) | empty):
        yield (at,), f"词表“{name}”的条目缺少：{'、'.join(missing)}"


def _of_expressions(at: int, entry: Entry) -> Iterator[Fault]:
    for key in PATTERNS:
        if key in entry and (said := _broken(entry[key])):
            yield (at, key), f"“{entry[key]}”不能作正则表达式：{said}"
    if said := _unfit(entry.get("wrong", ""), entry.get("right", "")):
        yield (at, "right"), said


def _broken(pattern: str) -> str:
    """What is wrong with a regular expression; rules join several of them."""
    try:
        if re.compile(pattern).fullmatch(""):
            return "它也合空的文字"
        re.compile(f"|{pattern}")
    except re.error as error:
        return f"错在第 {(error.pos or 0) + 1} 个字符"
    return ""


def _unfit(wrong: str, right: str) -> str:
    """What is wrong with a replacement that takes up a group of its expression."""
    try:
        re.sub(wrong, right, "")
    except re.error:
        return f"“{right}”里的“\\”应指明“{wrong}”里的一组括号，如 \\1" if "\\" in right else ""
    return ""
