"""A template as plain data, and how it is filled in: without docxtpl, without Jinja.

Only what templates are made of: text, values, loops and branches. tags.py makes a program of a
template, or says what only Jinja can do.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal, TypeAlias

from plangen.template.view import DocumentView

Path: TypeAlias = tuple[str, ...]
"""block.text is ("block", "text")."""
Test: TypeAlias = (
    tuple[Literal["any"], Path]
    | tuple[Literal["in"], Path, tuple[str, ...]]
    | tuple[Literal["not"], "Test"]
    | tuple[Literal["and", "or"], tuple["Test", ...]]
)
Node: TypeAlias = (
    tuple[Literal["xml"], str]
    | tuple[Literal["value"], Path]
    | tuple[Literal["each"], str, Path, tuple["Node", ...]]
    | tuple[Literal["if"], tuple[tuple[Test, tuple["Node", ...]], ...], tuple["Node", ...]]
)
Program: TypeAlias = tuple[Node, ...]
"""Tuples and strings alone, so that it can be kept in a file."""

Scope: TypeAlias = dict[str, object]
Step: TypeAlias = Callable[[Scope, list[str]], None]

# What lxml makes of the first; a value that is empty leaves it.
HOLLOW, CLOSED = '<w:t xml:space="preserve"></w:t>', '<w:t xml:space="preserve"/>'


def filler(program: Program) -> Callable[[DocumentView], str]:
    """What fills this program in."""
    step = _sequence(program)

    def fill(document: DocumentView) -> str:
        out: list[str] = []
        step({"document": document}, out)
        return "".join(out).replace(HOLLOW, CLOSED)

    return fill


def _sequence(nodes: Program) -> Step:
    match nodes:
        case (("xml", before), ("value", path), ("xml", after)):
            return _text(before, path, after)
        case (node,):
            return _step(node)
    steps = list(map(_step, nodes))

    def step(scope: Scope, out: list[str]) -> None:
        for each in steps:
            each(scope, out)

    return step


def _step(node: Node) -> Step:
    kind, *what = node
    return _STEPS[kind](*what)


def _text(before: str, path: Path, after: str) -> Step:
    """A value within XML: what most of a template is."""
    name, get = _reader(path)

    def step(scope: Scope, out: list[str]) -> None:
        out += before, get(scope[name]), after

    return step


def _xml(text: str) -> Step:
    return lambda _, out: out.append(text)


def _value(path: Path) -> Step:
    name, get = _reader(path)
    return lambda scope, out: out.append(get(scope[name]))


def _each(name: str, path: Path, nodes: Program) -> Step:
    owner, get = _reader(path)
    inner = _sequence(nodes)

    def step(scope: Scope, out: list[str]) -> None:
        for item in get(scope[owner]):
            scope[name] = item
            inner(scope, out)

    return step


def _if(branches: tuple[tuple[Test, Program], ...], other: Program) -> Step:
    """A chain of branches; those that ask for one value, one after the other, are a table."""
    step = _sequence(other)
    chain = [(path, list(group)) for path, group in groupby(branches, key=_asked)]
    for path, group in reversed(chain):
        if path is not None:
            words = {w: _sequence(nodes) for test, nodes in group[::-1] for w in _words(test)}
            step = _switch(path, words, step)
            continue
        for test, nodes in reversed(group):
            step = _choice(_test(test), _sequence(nodes), step)
    return step


def _asked(branch: tuple[Test, Program]) -> Path | None:
    test = branch[0]
    return test[1] if test[0] == "in" else None


def _words(test: Test) -> tuple[str, ...]:
    return test[2] if test[0] == "in" else ()


def _switch(path: Path, words: dict[str, Step], other: Step) -> Step:
    name, get = _reader(path)
    return lambda scope, out: words.get(get(scope[name]), other)(scope, out)


def _choice(test: Callable[[Scope], Any], one: Step, other: Step) -> Step:
    return lambda scope, out: one(scope, out) if test(scope) else other(scope, out)


def _test(test: Test) -> Callable[[Scope], Any]:
    match test:
        case ("any", path):
            name, get = _reader(path)
            return lambda scope: get(scope[name])
        case ("in", path, words):
            name, get = _reader(path)
            return lambda scope: get(scope[name]) in words
        case ("not", inner):
            no = _test(inner)
            return lambda scope: not no(scope)
        case ("and", inner):
            every = [_test(each) for each in inner]
            return lambda scope: all(each(scope) for each in every)
        case (_, inner):
            some = [_test(each) for each in inner]
            return lambda scope: any(each(scope) for each in some)


def _reader(path: Path) -> tuple[str, Callable[[object], Any]]:
    """The name that a path begins with, and what follows the rest of it."""
    name, *attributes = path
    return name, attrgetter(".".join(attributes)) if attributes else lambda value: value


_STEPS: dict[str, Callable[..., Step]] = {
    "xml": _xml,
    "value": _value,
    "each": _each,
    "if": _if,
}
