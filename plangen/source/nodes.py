"""What a YAML file is made of: texts, lists and maps, each with its place; and their values.

Knows no YAML library. Every text comes out as a string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plangen.problem import Level, Path, Problem, Where
from plangen.source.encoding import UNSEEN, named
from plangen.source.folding import unfold
from plangen.source.places import Source, Spot, Value, Written
from plangen.text.patterns import lazy

NOTHING = {"", "~", "null", "Null", "NULL"}
# “-甲” is text to YAML, and so is a “- 乙” that stands deeper than the item above it.
DASH = lazy(r"^-(?![\d\s-])|\n\s*- ")


class Text(NamedTuple):
    """A text and its place."""

    spot: Spot
    text: str


@dataclass(slots=True)
class Many:
    """A list or a map; the keys and the values of a map alternate."""

    spot: Spot
    nodes: list[Node]


class List(Many):
    """Items one after the other."""


class Map(Many):
    """Keys with their values."""


Node = Text | List | Map


class Builder:
    """Fills a source with the values of its nodes and their places; collects what is wrong.

    A node that is referred to is built at each use, and told of each time.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def build(self, node: Node, path: Path = ()) -> Value:
        """The value of a node."""
        self.source.values[path] = node.spot
        if isinstance(node, Text):
            return self._text(node)
        if isinstance(node, Map):
            return self._map(node, path)
        return [self.build(item, (*path, i)) for i, item in enumerate(node.nodes)]

    def _text(self, node: Text) -> str | None:
        written, text = node.spot.written, node.text
        if written is None:
            return text
        style = written.style
        if not style and text in NOTHING:
            return None
        escaped = style == '"' and not text.isprintable()  # so only: the file has none
        if escaped and (found := UNSEEN.search(text)):
            self._add("yaml-character", f"{named(found.group())}（用转义写的），应删去", node.spot)
        lines = [text]
        if style != "|" and written.last > written.line:
            lines = _lines(self.source, written)
            text = unfold(lines, text)
        if not style and (len(lines) > 1 or text[0] == "-") and DASH.search("\n".join(lines)):
            message = "列表每项的“-”后应空一格，各项的“-”应对齐；不是列表的，文字应加引号"
            self._add("yaml-dash", message, node.spot)
        return text

    def _map(self, node: Map, path: Path) -> dict[str, Value]:
        out: dict[str, Value] = {}
        for key_node, value_node in zip(node.nodes[::2], node.nodes[1::2], strict=True):
            key = self._key(key_node)
            if key is None:
                continue
            inner = (*path, key)
            if key in out:
                first = self.source.keys[inner].line
                message = f"“{key}”写了两次（第一次在第 {first} 行），只能写一次"
                self._add("yaml-duplicate-key", message, key_node.spot)
                continue
            self.source.keys[inner] = key_node.spot
            out[key] = self.build(value_node, inner)
        return out

    def _key(self, node: Node) -> str | None:
        """A key as text; None and a problem where it is something else."""
        if not isinstance(node, Text):
            self._add("yaml-key", "键应是一个词，这里是列表或若干个键", node.spot)
            return None
        key = self._text(node)
        if key == "<<" and node.spot.written and not node.spot.written.style:
            self._add("yaml-key", "不用合并键（<<），各键应写全", node.spot)
            return None
        if not key:
            self._add("yaml-key", "冒号前没有键", node.spot)
            return None
        return key

    def _add(self, rule: str, message: str, spot: Spot) -> None:
        self.problems.append(fault(rule, message, spot))


def fault(rule: str, message: str, spot: Spot) -> Problem:
    """An error at a place."""
    where = Where(line=spot.line, column=spot.column, width=spot.width)
    return Problem(rule, Level.ERROR, message, where)


def _lines(source: Source, written: Written) -> list[str]:
    """The lines of a text as they stand in the file, without quotes and header."""
    lines = source.lines[written.line - 1 : written.last]
    lines[-1] = lines[-1][: written.stop - 1]
    lines[0] = lines[0][written.column - 1 :]
    if written.style == ">":
        return lines[1:]
    if written.style:
        lines[0], lines[-1] = lines[0][1:], lines[-1][:-1]
    return lines
