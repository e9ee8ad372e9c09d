"""Read YAML and remember where every value stands. Every scalar comes out as a string.

Limit: tags, anchors across documents and complex keys are refused, not understood.
"""

from __future__ import annotations

from typing import cast

import yaml

from plangen.problem import Level, Path, Problem, Where
from plangen.source.encoding import decode, forbidden
from plangen.source.places import Source, Spot, Value

MOST_NODES = 200_000  # a 200-township batch has 30,000; beyond this an alias explodes
MOST_DEPTH = 40  # an alias that contains itself never ends

EXPLAIN = (  # libyaml's words → ours, the first that fits
    ("found character that cannot start any token", "此处有制表符（Tab）或不能打头的符号"),
    ("found a tab character", "缩进用了制表符（Tab），应改为空格"),
    ("mapping values are not allowed", "一行里多了一个“: ”，含冒号的文字应加引号"),
    ("did not find expected key", "缩进与上文对不齐，或引号后多了文字"),
    ("did not find expected '-' indicator", "列表的缩进与上文对不齐"),
    ("did not find expected ',' or", "方括号、花括号里少了逗号或没有闭合"),
    ("could not find expected ':'", "此处少了冒号，或多行文字没有缩进"),
    ("found unexpected end of stream", "引号或括号没有闭合"),
    ("found undefined alias", "引用（*）的名称没有定义；以 * 打头的文字应加引号"),
    ("found unknown escape character", "双引号里的反斜杠应写成两个"),
)


class _Builder:
    """Turns a node tree into strings, lists and maps, collecting places and problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self, node: yaml.Node, path: Path) -> Value:
        self.nodes += 1
        self.source.values[path] = self._spot(node)
        if self.nodes > MOST_NODES or len(path) > MOST_DEPTH:
            self.nodes = MOST_NODES + 1
            return None
        if isinstance(node, yaml.MappingNode):
            return self._map(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._scalar(cast("yaml.ScalarNode", node))

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        text = str(node.value)
        return None if not node.style and text in {"", "~", "null"} else text

    def _map(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        out: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem("yaml-key", "键应是一个词", key_node)
                continue
            key = str(key_node.value)
            if key in out:
                first = self.source.keys[(*path, key)].line
                message = f"键“{key}”写了两次（第一次在第 {first} 行），后一个会盖掉前一个"
                self._problem("yaml-duplicate-key", message, key_node)
                continue
            self.source.keys[(*path, key)] = self._spot(key_node)
            out[key] = self.build(value_node, (*path, key))
        return out

    def _spot(self, node: yaml.Node) -> Spot:
        """Place and width of a node; what runs over several lines is marked on its first."""
        start, end = node.start_mark, node.end_mark
        line = self.source.line(start.line + 1)
        stop = end.column if end.line == start.line else len(line)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            stop = len(line)
        return Spot(start.line + 1, start.column + 1, max(1, stop - start.column))

    def _problem(self, rule: str, message: str, node: yaml.Node) -> None:
        spot = self._spot(node)
        where = Where(line=spot.line, column=spot.column, width=spot.width)
        self.problems.append(Problem(rule, Level.ERROR, message, where))


def read_yaml(raw: bytes, name: str) -> tuple[Source, list[Problem]]:
    """The values of a YAML file and their places, and every fault of its form."""
    text, problem = decode(raw)
    source = Source(name, text)
    if problem:
        return source, [problem]
    if bad := forbidden(text):
        return source, bad
    try:
        documents = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        return source, [_syntax(error, source)]
    if not documents or documents[0] is None:
        message = "文件是空的；用 kind: plan 打头写起，或先复制一个示例"
        return source, [Problem("yaml-empty", Level.ERROR, message, Where(line=1, column=1))]
    builder = _Builder(source)
    source.data = builder.build(documents[0], ())
    if len(documents) > 1:
        builder._problem("yaml-documents", "文件里有多个文档（---），只能有一个", documents[1])
    if builder.nodes > MOST_NODES:
        message = f"展开引用（&、*）后超过 {MOST_NODES} 项，应少用引用"
        return source, [Problem("yaml-too-big", Level.ERROR, message, Where(line=1, column=1))]
    return source, builder.problems


def _syntax(error: yaml.MarkedYAMLError, source: Source) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = error.problem or ""
    why = next((ours for theirs, ours in EXPLAIN if theirs in said), f"YAML 语法不通（{said}）")
    if "\t" in source.line(line)[: max(column, 1)]:
        why = "缩进用了制表符（Tab），应改为空格"
    return Problem("yaml-syntax", Level.ERROR, why, Where(line=line, column=column))
