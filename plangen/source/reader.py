"""Read YAML and remember where every value stands. Every scalar comes out as a string.

Limit: tags, merge keys, several documents and complex keys are refused, not understood.
"""

from __future__ import annotations

import re
from typing import cast

import yaml

from plangen.problem import Level, Path, Problem, Where
from plangen.source.encoding import UNSEEN, decode, named, unseen
from plangen.source.folding import unfold
from plangen.source.limits import Limits
from plangen.source.places import Source, Spot, Value, Written
from plangen.source.syntax import Said, colon, explain

NOTHING = {"", "~", "null", "Null", "NULL"}
# “-甲” is text to YAML, and so is a “- 乙” that stands deeper than the item above it.
DASH = re.compile(r"^-(?![\d\s-])|\n\s*- ")

Marked = yaml.Node | yaml.Event


def read_yaml(raw: bytes, name: str) -> tuple[Source, list[Problem]]:
    """The values of a YAML file and their places, and every fault of its form."""
    text, problem = decode(raw)
    source = Source(name, text)
    if problem:
        return source, [problem]
    if bad := unseen(text):
        return source, bad
    try:
        return source, _refused(source) or _read(source)
    except yaml.MarkedYAMLError as error:
        return source, [explain(_said(error), source.lines)]


def _read(source: Source) -> list[Problem]:
    """Fill in the data and the places of a source; what is wrong with them."""
    node = yaml.compose(source.text, Loader=yaml.CSafeLoader)
    builder = _Builder(source)
    data = builder.build(node, ()) if node else None
    if node is None or data is None:
        message = "文件是空的；用 kind: plan 打头写起，或先复制一个示例"
        return [Problem("yaml-empty", Level.ERROR, message, Where(line=1, column=1))]
    if not isinstance(node, yaml.MappingNode):
        return [_no_map(node, source)]
    source.data = data
    return list(dict.fromkeys(builder.problems))  # an alias is built at each use


def _refused(source: Source) -> list[Problem]:
    """What is YAML and can't be a spec: no end to it, a tag, a second document."""
    problems: list[Problem] = []
    limits = Limits()
    documents = 0
    for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                message = "从这里起是又一个文档（---），一个文件里只能有一个"
                return [*problems, _problem(source, "yaml-documents", message, event)]
        elif getattr(event, "tag", None):
            message = "不用标签（!）；文字以 ! 打头的应加引号"
            problems.append(_problem(source, "yaml-tag", message, event))
        if message := _limit(limits, event):
            return [*problems, _problem(source, "yaml-too-big", message, event)]
    return problems


def _limit(limits: Limits, event: yaml.Event) -> str:
    if isinstance(event, yaml.CollectionStartEvent):
        return limits.start(event.anchor)
    if isinstance(event, yaml.CollectionEndEvent):
        limits.end()
    elif isinstance(event, yaml.AliasEvent):
        return limits.alias(str(event.anchor))
    elif isinstance(event, yaml.ScalarEvent):
        return limits.scalar(event.anchor)
    return ""


class _Builder:
    """Turns a node tree into strings, lists and maps, collecting places and problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, path: Path) -> Value:
        self.source.values[path] = _spot(self.source, node)
        if isinstance(node, yaml.MappingNode):
            return self._map(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._scalar(cast("yaml.ScalarNode", node))

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        text = str(node.value)
        if not node.style and text in NOTHING:
            return None
        if found := UNSEEN.search(text):
            self._add("yaml-character", f"{named(found.group())}（用转义写的），应删去", node)
        if node.style == "|" or node.start_mark.line == node.end_mark.line:
            lines = [text]
        else:
            lines = _written(self.source, node)
            text = unfold(lines, text)
        if not node.style and DASH.search("\n".join(lines)):
            message = "列表每项的“-”后应空一格，各项的“-”应对齐；不是列表的，文字应加引号"
            self._add("yaml-dash", message, node)
        return text

    def _map(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        out: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in out:
                first = self.source.keys[(*path, key)].line
                message = f"“{key}”写了两次（第一次在第 {first} 行），只能写一次"
                self._add("yaml-duplicate-key", message, key_node)
                continue
            self.source.keys[(*path, key)] = _spot(self.source, key_node)
            out[key] = self.build(value_node, (*path, key))
        return out

    def _key(self, node: yaml.Node) -> str | None:
        """A key as text; None and a problem where it is something else."""
        if not isinstance(node, yaml.ScalarNode):
            self._add("yaml-key", "键应是一个词，这里是列表或若干个键", node)
            return None
        key = self._scalar(node)
        if key == "<<" and not node.style:
            self._add("yaml-key", "不用合并键（<<），各键应写全", node)
            return None
        if not key:
            self._add("yaml-key", "冒号前没有键", node)
            return None
        return key

    def _add(self, rule: str, message: str, node: yaml.Node) -> None:
        self.problems.append(_problem(self.source, rule, message, node))


def _marks(at: Marked) -> tuple[yaml.Mark, yaml.Mark]:
    return cast("yaml.Mark", at.start_mark), cast("yaml.Mark", at.end_mark)


def _spot(source: Source, node: Marked) -> Spot:
    """Place and width of a node; what runs over several lines is marked on its first."""
    start, end = _marks(node)
    number, column = start.line + 1, start.column
    line = source.line(number)
    stop = end.column if end.line == start.line else len(line.rstrip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        stop = len(line.rstrip())
    if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
        number += next((n for n, text in enumerate(source.lines[number:], 1) if text.strip()), 0)
        line = source.line(number)
        column, stop = len(line) - len(line.lstrip()), len(line.rstrip())
    written = _how(node, start, end) if isinstance(node, yaml.ScalarNode) else None
    return Spot(number, column + 1, max(1, stop - column), written)


def _how(node: yaml.ScalarNode, start: yaml.Mark, end: yaml.Mark) -> Written:
    if end.column == 0 and end.line > start.line:  # a block ends where the next line begins
        return Written(node.style or "", start.line + 1, start.column + 1, end.line, 1 << 30)
    return Written(
        node.style or "", start.line + 1, start.column + 1, end.line + 1, end.column + 1
    )


def _written(source: Source, node: yaml.ScalarNode) -> list[str]:
    """The lines of a scalar as they stand in the file, without quotes and header."""
    start, end = _marks(node)
    lines = source.lines[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    if node.style == ">":
        return lines[1:]
    if node.style:
        lines[0], lines[-1] = lines[0][1:], lines[-1][:-1]
    return lines


def _problem(source: Source, rule: str, message: str, at: Marked) -> Problem:
    spot = _spot(source, at)
    where = Where(line=spot.line, column=spot.column, width=spot.width)
    return Problem(rule, Level.ERROR, message, where)


def _no_map(node: yaml.Node, source: Source) -> Problem:
    """What to say of a file that is a list or a text."""
    message = "文件应由若干个键组成，每行一个，第一行写 kind: plan"
    if isinstance(node, yaml.SequenceNode):
        message += "；这里是列表"
    elif found := colon(str(node.value)):
        message += f"；{found[0]}"
    else:
        message += "；这里是一段文字"
    return _problem(source, "yaml-top", message, node)


def _said(error: yaml.MarkedYAMLError) -> Said:
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    places = [(mark.line + 1, mark.column + 1) for mark in marks] or [(1, 1)]
    return Said(error.problem or "", places[0], error.context or "", places[-1])
