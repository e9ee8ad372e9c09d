"""Read YAML and remember where every value stands. Every scalar comes out as a string.

Limit: tags, merge keys, several documents and complex keys are refused, not understood.
"""

from __future__ import annotations

from typing import cast

import yaml

from plangen.problem import Level, Problem, Where
from plangen.source.encoding import decode, unseen
from plangen.source.limits import Limits
from plangen.source.nodes import Builder, List, Many, Map, Node, Text, fault
from plangen.source.places import Source, Spot, Written
from plangen.source.syntax import Place, Said, colon, explain

BLOCKS = {"|", ">"}
NOWHERE = Spot(1, 1)
ENDLESS = 1 << 30  # a block runs to the end of its last line


def read_yaml(raw: bytes, name: str) -> tuple[Source, list[Problem]]:
    """The values of a YAML file and their places, and every fault of its form."""
    text, problem = decode(raw)
    source = Source(name, text)
    if problem:
        return source, [problem]
    if bad := unseen(text):
        return source, bad
    composer = _Composer(source)
    try:
        problems = composer.read()
    except yaml.MarkedYAMLError as error:
        return source, [explain(_said(error), source.lines)]
    return source, problems or _built(source, composer.top.nodes)


def _built(source: Source, found: list[Node]) -> list[Problem]:
    """Fill in the data and the places of a source; what is wrong with them."""
    builder = Builder(source)
    data = builder.build(found[0], ()) if found else None
    if data is None:
        message = "文件是空的；用 kind: plan 打头写起，或先复制一个示例"
        return [Problem("yaml-empty", Level.ERROR, message, Where(line=1, column=1))]
    if not isinstance(found[0], Map):
        return [_no_map(found[0])]
    source.data = data
    return list(dict.fromkeys(builder.problems))  # an alias is built at each use


class _Composer:
    """From the events of libyaml to nodes; refuses on the way what can't be a spec.

    PyYAML's own nodes cost as much again, and all of them are made before one can be refused.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.top = List(NOWHERE, [])  # it holds the document
        self.inner: Many = self.top  # what is being read, and what that is in
        self.outer: list[tuple[Many, bool]] = []
        self.known: dict[str, tuple[Node, Place]] = {}
        self.limits = Limits()
        self.documents = 0
        self.problems: list[Problem] = []
        self.broken: list[Problem] = []

    def read(self) -> list[Problem]:
        """Read to the end, or to what can't be read; what is YAML and can't be a spec.

        References that lead nowhere are told of last: libyaml knows nothing of them.
        """
        for event in yaml.parse(self.source.text, Loader=yaml.CSafeLoader):
            if message := self._step(event):
                rule = "yaml-documents" if self.documents > 1 else "yaml-too-big"
                return [*self.problems, fault(rule, message, _spot(self.source, event))]
        return self.problems or self.broken[:1]

    def _step(self, event: yaml.Event) -> str:
        """Take in an event; why reading must end here, or nothing."""
        if isinstance(event, yaml.ScalarEvent):
            node = Text(_text_spot(self.source, event), event.value)
            self._add(event, node)
            return self.limits.scalar(event.anchor)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._start(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                return "从这里起是又一个文档（---），一个文件里只能有一个"
        return ""

    def _start(self, event: yaml.CollectionStartEvent) -> str:
        made = List if isinstance(event, yaml.SequenceStartEvent) else Map
        line, column, _, _ = _run(event)
        node = made(_to_line_end(self.source, line, column), [])
        self._add(event, node)
        self.outer.append((self.inner, bool(event.flow_style)))
        self.inner = node
        return self.limits.start(event.anchor)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        self.limits.end()
        node = self.inner
        self.inner, brackets = self.outer.pop()
        _, _, last, stop = _run(event)
        line, column, _, _ = node.spot
        if brackets and last == line:
            node.spot = Spot(line, column, stop - column)

    def _alias(self, event: yaml.AliasEvent) -> str:
        name = str(event.anchor)
        if name in self.known:
            self.inner.nodes.append(self.known[name][0])
        else:
            place = _run(event)[:2]
            self._break(Said("found undefined alias", place, "", place))
        return self.limits.alias(name)

    def _add(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, node: Node) -> None:
        """A new node comes into what is being read; its tag is refused, its anchor remembered."""
        self.inner.nodes.append(node)
        if event.tag:
            message = "不用标签（!）；文字以 ! 打头的应加引号"
            self.problems.append(fault("yaml-tag", message, _spot(self.source, event)))
        if event.anchor:
            place = _run(event)[:2]
            if event.anchor in self.known:
                first = self.known[event.anchor][1]
                self._break(Said("second occurrence", place, "duplicate anchor", first))
            self.known[event.anchor] = node, place

    def _break(self, said: Said) -> None:
        self.broken.append(explain(said, self.source.lines))


def _run(event: yaml.Event) -> tuple[int, int, int, int]:
    """Line and column, from 1, where an event begins, and those after its end."""
    start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1


def _spot(source: Source, event: yaml.Event) -> Spot:
    """Place and width of an event; what runs over several lines is marked on its first."""
    line, column, last, stop = _run(event)
    if last > line:
        return _to_line_end(source, line, column)
    return Spot(line, column, max(1, stop - column))


def _to_line_end(source: Source, line: int, column: int, written: Written | None = None) -> Spot:
    return Spot(line, column, max(1, len(source.line(line).rstrip()) - column + 1), written)


def _text_spot(source: Source, event: yaml.ScalarEvent) -> Spot:
    """The place of a text, of a block its first line; and how it is written."""
    style = event.style or ""
    line, column, last, stop = _run(event)
    if style in BLOCKS:
        if stop == 1 and last > line:  # it ends where the next line begins
            last, stop = last - 1, ENDLESS
        written = Written(style, line, column, last, stop)
        below = range(line + 1, len(source.lines) + 1)
        line = next((number for number in below if source.line(number).strip()), line)
        text = source.line(line)
        return _to_line_end(source, line, len(text) - len(text.lstrip()) + 1, written)
    written = Written(style, line, column, last, stop)
    if last > line:
        return _to_line_end(source, line, column, written)
    return Spot(line, column, stop - column or 1, written)


def _no_map(node: Node) -> Problem:
    """What to say of a file that is a list or a text."""
    message = "文件应由若干个键组成，每行一个，第一行写 kind: plan"
    if not isinstance(node, Text):
        message += "；这里是列表"
    elif found := colon(node.text):
        message += f"；{found[0]}"
    else:
        message += "；这里是一段文字"
    return fault("yaml-top", message, node.spot)


def _said(error: yaml.MarkedYAMLError) -> Said:
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    places = [(mark.line + 1, mark.column + 1) for mark in marks] or [(1, 1)]
    return Said(error.problem or "", places[0], error.context or "", places[-1])
