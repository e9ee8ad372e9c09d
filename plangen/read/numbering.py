"""Automatic numbers: word/numbering.xml resolved, and counted through a document.

After ECMA-376 part 1, 17.9. The lists that share an abstract definition count on together; a
start override begins anew once for its w:num. A level without w:start begins at 0 (17.9.25).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from plangen.read.number_formats import CUSTOM, custom, number_text
from plangen.read.symbols import symbols
from plangen.read.xml import COMPATIBILITY, Element, children, is_on, value, w, whole

PLACE = re.compile(r"%([1-9])")
SUFFIXES = {"space": " "}  # a tab and nothing are no character of the text
LEVELS = 9
FLAT = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, eq=False)
class Level:
    """A level of a list, from 0. `text` holds %1 to %9 where the numbers stand.

    `restart` is the level after whose use this one begins anew, from 1; 0 is never.
    """

    index: int
    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    paragraph: Element | None = None  # its w:pPr
    run: Element | None = None  # its w:rPr: the look of the number

    @property
    def restarts_after(self) -> int:
        """How many of the levels above it make it begin anew, from the top."""
        if self.restart is None or self.restart > self.index:
            return self.index
        return self.restart


@dataclass(frozen=True, eq=False)
class List:
    """A w:num: the abstract list that it counts in, its levels, and where it begins anew."""

    abstract: str
    levels: Mapping[int, Level]
    overrides: Mapping[int, int] = field(default_factory=dict)

    def level(self, index: int) -> Level | None:
        """A level; None where the list has none of this depth."""
        return self.levels.get(index)

    def linked(self, style: str) -> Level | None:
        """The level that a paragraph style is tied to."""
        return next((one for one in self.levels.values() if one.style == style), None)


class Numbering:
    """The lists of numbering.xml: Word leaves dozens behind, so each is read when it is used.

    `of_style` gives the w:numId of a numbering style by its id; empty without.
    """

    def __init__(self, root: Element | None, of_style: Callable[[str], str]) -> None:
        self.abstracts: dict[str, Element] = {}
        self.numbers: dict[str, Element] = {}
        for child in () if root is None else root:
            if child.tag == ABSTRACT:
                self.abstracts[child.get(ABSTRACT_ID, "")] = child
            elif child.tag == NUMBER:
                self.numbers[child.get(NUMBER_ID, "")] = child
        self.of_style = of_style
        self.known: dict[str, List | None] = {}

    def list(self, key: str) -> List | None:
        """The list of a w:numId; None where there is none."""
        if key not in self.known:
            self.known[key] = self._list(key)
        return self.known[key]

    def _list(self, key: str) -> List | None:
        abstract = self._linked(self._target(key))
        if abstract not in self.abstracts:
            return None
        return _list(abstract, self.abstracts[abstract], self.numbers[key])

    def _target(self, key: str) -> str | None:
        """The abstract list that a w:num refers to; None where there is no such w:num."""
        number = self.numbers.get(key)
        return None if number is None else value(number.find(ABSTRACT_ID))

    def _linked(self, key: str | None) -> str | None:
        """The abstract list that defines the levels: numStyleLink leads through a style to it."""
        seen: set[str] = set()
        while key in self.abstracts and key not in seen:
            seen.add(key)
            style = value(self.abstracts[key].find(w("numStyleLink")))
            target = self._target(self.of_style(style)) if style else None
            if target is None:
                break
            key = target
        return key


class Counters:
    """Counts through a document: `next` once for every numbered paragraph, in reading order."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def next(self, key: str, numbers: List, level: Level) -> str:
        """The number of the next paragraph, as it is seen, with its blank if it has one."""
        counts = self.counts.setdefault(numbers.abstract, {})
        index = level.index
        for above in range(index):
            counts.setdefault(above, _start(numbers, above))
        fresh = index in numbers.overrides and (key, index) not in self.begun
        if fresh or index not in counts:
            counts[index] = _start(numbers, index)
        else:
            counts[index] += 1
        self.begun.add((key, index))
        for below in [one for one in counts if one > index]:
            deeper = numbers.level(below)
            if deeper is None or index < deeper.restarts_after:
                del counts[below]
        return shown(numbers, level, counts)


def shown(numbers: List, level: Level, counts: Mapping[int, int]) -> str:
    """The text of a level with these counts."""
    if level.format == "bullet":
        text = _bullet(level)
    else:
        text = PLACE.sub(
            lambda match: _count(numbers, level, int(match[1]) - 1, counts), level.text
        )
    return text + SUFFIXES.get(level.suffix, "") if text else ""


def _count(numbers: List, level: Level, index: int, counts: Mapping[int, int]) -> str:
    one = numbers.level(index)
    if one is None or index not in counts or index > level.index:
        return ""
    form = "decimal" if level.legal and one.format != "none" else one.format
    return number_text(form, counts[index])


def _bullet(level: Level) -> str:
    fonts = None if level.run is None else level.run.find(w("rFonts"))
    face = "" if fonts is None else fonts.get(w("ascii"), "") or fonts.get(w("hAnsi"), "")
    return symbols(level.text, face)


def _start(numbers: List, index: int) -> int:
    level = numbers.level(index)
    return numbers.overrides.get(index, level.start if level else 0)


def _list(key: str, abstract: Element, number: Element) -> List:
    levels = dict(_levels(abstract))
    overrides: dict[int, int] = {}
    for override in number.iterchildren(w("lvlOverride")):
        index = whole(override.get(w("ilvl")))
        levels |= dict(_levels(override))
        start = override.find(w("startOverride"))
        if start is not None and index is not None:
            overrides[index] = whole(value(start)) or 0
    return List(key, levels, overrides)


def _levels(parent: Element) -> list[tuple[int, Level]]:
    found = []
    for element in parent.iterchildren(w("lvl")):
        index = whole(element.get(w("ilvl")))
        if index is not None and 0 <= index < LEVELS:
            found.append((index, _level(index, element)))
    return found


def _level(index: int, element: Element) -> Level:
    own = {child.tag: child for child in children(element)}
    text = own.get(w("lvlText"))
    level = Level(
        index,
        whole(value(own.get(w("start")))) or 0,
        _format(own.get(w("numFmt")), element),
        value(text).translate(FLAT),
        value(own.get(w("suff"))),
        whole(value(own.get(w("lvlRestart")))),
        is_on(own.get(w("isLgl"))),
        value(own.get(w("pStyle"))),
        own.get(w("pPr")),
        own.get(w("rPr")),
    )
    hidden = None if level.run is None else level.run.find(w("vanish"))
    return replace(level, text="") if is_on(hidden) else level


def _format(found: Element | None, level: Element) -> str:
    """The format's name; Word wraps a custom one, with decimal for older programs."""
    if found is None:
        found = level.find(f"{{{COMPATIBILITY}}}AlternateContent//{w('numFmt')}")
    name = value(found) or "decimal"
    return custom(found.get(w("format"), "")) if found is not None and name == CUSTOM else name


ABSTRACT, ABSTRACT_ID = w("abstractNum"), w("abstractNumId")
NUMBER, NUMBER_ID = w("num"), w("numId")
