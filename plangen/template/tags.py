"""The tags of a template: what is wrong with them, and the program that they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from jinja2 import Environment, StrictUndefined, TemplateError, meta, nodes

from plangen.template.program import Node, Path, Program, Test
from plangen.template.view import MANY, NAMES, TEXT

STRICT = Environment(autoescape=True, undefined=StrictUndefined)
HOLLOW = re.compile(r"<([\w:]+)((?: [^<>]*)?)></\1>")
SHORTHANDS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}  # docxtpl's
FIXED = ("document", "title"), ("document", "author")


class BeyondError(Exception):
    """A template asks for what only Jinja can do; the message names it."""


def filled(source: str, values: Mapping[str, object]) -> str:
    """A text of lines with its tags filled in; nothing is left of a line of tags alone."""
    return _of_lines(autoescape=False).from_string(source).render(values)


def page(source: str, values: Mapping[str, object]) -> str:
    """The same for HTML: what is filled in is text, whatever it looks like."""
    return _of_lines(autoescape=True).from_string(source).render(values)


def _of_lines(*, autoescape: bool) -> Environment:
    return Environment(
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def faults(source: str) -> Iterator[str]:
    """What is wrong with the tags of a patched template, in words."""
    try:
        tree = STRICT.parse(source)
    except TemplateError as error:
        yield f"标记写错了（{error.message}）"
        return
    for name in sorted(meta.find_undeclared_variables(tree) - {"document"}):
        yield f"标记里有不认识的名称“{name}”"
    for node in tree.find_all(nodes.Getattr):
        owner = getattr(node.node, "attr", None) or getattr(node.node, "name", "")
        if owner in NAMES and node.attr not in NAMES[owner]:
            known = "、".join(sorted(NAMES[owner]))
            yield f"标记里有不认识的名称“{owner}.{node.attr}”（{owner} 有 {known}）"


def program(source: str) -> Program:
    """A patched template as a program; BeyondError where it can't be one."""
    return _program(STRICT.parse(source).body, {"document": "document"})


def _program(body: list[nodes.Node], scope: dict[str, str]) -> Program:
    return tuple(node for part in body for node in _nodes(part, scope))


def _nodes(node: nodes.Node, scope: dict[str, str]) -> Iterator[Node]:
    if isinstance(node, nodes.Output):
        for part in node.nodes:
            yield _printed(part, scope)
    elif isinstance(node, nodes.If):
        branches = tuple(
            (_test(each.test, scope), _program(each.body, scope)) for each in (node, *node.elif_)
        )
        yield "if", branches, _program(node.else_, scope)
    elif isinstance(node, nodes.For):
        yield _loop(node, scope)
    else:
        raise _beyond(node)


def _printed(node: nodes.Expr, scope: dict[str, str]) -> Node:
    if isinstance(node, nodes.TemplateData):
        return "xml", _literal(node.data)
    path, kind = _path(node, scope)
    if kind != TEXT:
        raise _beyond(node)
    return "value", path


def _literal(xml: str) -> str:
    """Text of a template as it comes out at last, docxtpl's shorthands and lxml's tags done."""
    for short, long in SHORTHANDS.items():
        xml = xml.replace(short, long)
    return HOLLOW.sub(r"<\1\2/>", xml)


def _loop(node: nodes.For, scope: dict[str, str]) -> Node:
    path, kind = _path(node.iter, scope)
    name = getattr(node.target, "name", "")
    if not kind.startswith(MANY) or node.test or node.else_ or node.recursive or name in scope:
        raise _beyond(node)
    inner = scope | {name: kind.removeprefix(MANY)}
    return "each", name, path, _program(node.body, inner)


def _test(node: nodes.Node, scope: dict[str, str]) -> Test:
    if isinstance(node, nodes.Not):
        return "not", _test(node.node, scope)
    if isinstance(node, nodes.And | nodes.Or):
        joined = (_test(node.left, scope), _test(node.right, scope))
        return ("and", joined) if isinstance(node, nodes.And) else ("or", joined)
    if isinstance(node, nodes.Compare):
        return _compared(node, scope)
    path, _ = _path(node, scope)
    if path in FIXED:  # the probe tells every block from every other, not every document
        raise _beyond(node)
    return "any", path


def _compared(node: nodes.Compare, scope: dict[str, str]) -> Test:
    """block.role == "正文", or block.role in ("正文", "名单")."""
    path, _ = _path(node.expr, scope)
    operand = node.ops[0]
    listed = operand.op in ("in", "notin")
    if path[-1] != "role" or len(node.ops) > 1 or operand.op not in ("eq", "ne", "in", "notin"):
        raise _beyond(node)
    try:
        value = operand.expr.as_const()
    except nodes.Impossible:
        raise _beyond(node) from None
    words = value if listed else [value]
    if isinstance(words, str) or not all(isinstance(word, str) for word in words):
        raise _beyond(node)
    test: Test = ("in", path, tuple(cast("list[str]", words)))
    return test if operand.op in ("eq", "in") else ("not", test)


def _path(node: nodes.Node, scope: dict[str, str]) -> tuple[Path, str]:
    """What a name stands for: its path and the kind of its value."""
    if isinstance(node, nodes.Name) and node.name in scope:
        return (node.name,), scope[node.name]
    if isinstance(node, nodes.Getattr):
        path, kind = _path(node.node, scope)
        if node.attr in NAMES.get(kind, {}):
            return (*path, node.attr), NAMES[kind][node.attr]
    raise _beyond(node)


# What people may have written, by Jinja's name for it.
WORDS = {
    "Filter": "过滤器（|）",
    "Call": "函数",
    "Test": " is 判断",
    "Compare": "比较",
    "Assign": " set",
    "Getitem": "方括号",
    "For": "别的 for",
}


def _beyond(node: nodes.Node) -> BeyondError:
    kind = type(node).__name__
    name = getattr(node, "name", None) or getattr(node, "attr", None)
    what = WORDS.get(kind) or (f"“{name}”" if name else kind)
    return BeyondError(f"标记里用了{what}")
