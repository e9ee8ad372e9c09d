"""What may be changed at a place of a syntax tree, and how: one small thing at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.tools.mutant_patterns import changed_patterns, few

COMPARED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
}
CALLED = {
    "startswith": "endswith",
    "endswith": "startswith",
    "min": "max",
    "max": "min",
    "all": "any",
    "any": "all",
}
LIMITS = frozenset({"min", "max", "range", "timedelta"})
TEXTS = frozenset({"strip", "lstrip", "rstrip"})
HOLE = 0xE000  # in a pattern, stands for what an f-string puts in
PLAIN = (ast.Constant, ast.Attribute)
LONGEST = 160

Node = ast.AST
Made = tuple[str, ast.AST, str]  # what is done, what stands there then, and what is shown of it


class Place(NamedTuple):
    """A node, and where it stands: in which node, as which field."""

    node: Node
    parent: Node
    name: str


def changes(at: Place) -> Iterator[Made]:
    """Every change of a node that isn't a pattern."""
    for make in (_compared, _joined, _guarded, _number, _called_otherwise, _statement, _listed):
        yield from make(at)


def called(call: ast.Call) -> str:
    """The bare name of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_text(node: Node) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_manual(node: Node) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def short(node: Node) -> str:
    """The code of a node in a line; of a long one the start and the end."""
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= LONGEST else f"{text[:110]} … {text[-40:]}"


def _compared(at: Place) -> Iterator[Made]:
    node = at.node
    if isinstance(node, ast.Compare):
        for number, op in enumerate(node.ops):
            ops = [*node.ops[:number], COMPARED[type(op)], *node.ops[number + 1 :]]
            yield "compare", ast.Compare(node.left, ops, node.comparators), ""


def _joined(at: Place) -> Iterator[Made]:
    """An operand less, and/or the other way round; `not x` without the not."""
    node = at.node
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", node.operand, ""
    if not isinstance(node, ast.BoolOp):
        return
    for number in range(len(node.values)):
        rest = [*node.values[:number], *node.values[number + 1 :]]
        yield "operand", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest), ""
    other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "and-or", ast.BoolOp(other, node.values), ""


def _guarded(at: Place) -> Iterator[Made]:
    """A guard that never or always holds."""
    node, parent, name = at
    if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
        return
    if name == "test" and isinstance(parent, ast.If | ast.IfExp):
        for value in (True, False):
            if not (value and _only_saves_time(parent)):
                yield f"if {value}", ast.Constant(value), ""
    if isinstance(parent, ast.comprehension) and name == "ifs":
        yield "filter", ast.Constant(True), ""
    if isinstance(node, ast.While):
        yield "while", ast.Pass(), ""


def _only_saves_time(node: ast.If | ast.IfExp) -> bool:
    """`… if "前" in text else ()`: what is looked for has the cue, so nothing else changes.

    Nothing found is (), None or a name for what was there before; or the text itself, as it is.
    """
    if not isinstance(node, ast.IfExp) or not isinstance(node.test, ast.Compare):
        return False
    nothing = isinstance(node.orelse, ast.Tuple | ast.Name) or short(node.orelse) == "None"
    same = short(node.orelse) == short(node.test.comparators[0])
    return isinstance(node.test.ops[0], ast.In) and (nothing or same)


def _number(at: Place) -> Iterator[Made]:
    node = at.node
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(at.parent, ast.keyword) and at.parent.arg == "strict":
        return  # of zip: it asserts that the lengths are equal
    if isinstance(value, bool):
        yield "flag", ast.Constant(not value), ""
    elif isinstance(value, int | float):
        if _bounds(at):
            steps = (1, -1) if isinstance(value, int) else (value / 4, -value / 4)
            yield from (("bound", ast.Constant(value + step), "") for step in steps)
    elif isinstance(value, str) and len(value) > 1 and _is_of_characters(at):
        yield from (("member", ast.Constant(cut), "") for cut in (value[1:], value[:-1]))


def _is_of_characters(at: Place) -> bool:
    """Whether a text is a set of characters: those stripped, or one of which is looked for."""
    if isinstance(at.parent, ast.Compare):
        return at.name == "comparators" and isinstance(at.parent.ops[0], ast.In | ast.NotIn)
    return isinstance(at.parent, ast.Call) and called(at.parent) in TEXTS


def _bounds(at: Place) -> bool:
    """Whether a number is one that things are compared with, not an index or a code."""
    if isinstance(at.parent, ast.Call):
        return at.name == "args" and called(at.parent) in LIMITS
    return isinstance(at.parent, ast.Compare | ast.Assign | ast.AnnAssign | ast.BinOp)


def _called_otherwise(at: Place) -> Iterator[Made]:
    node = at.node
    if isinstance(node, ast.Attribute) and node.attr in CALLED:
        yield "call", ast.Attribute(node.value, CALLED[node.attr], node.ctx), ""
    if isinstance(node, ast.Name) and node.id in CALLED and at.name == "func":
        yield "call", ast.Name(CALLED[node.id], node.ctx), ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        sides = (node.left, node.right)
        if not any(is_text(side) or isinstance(side, ast.JoinedStr) for side in sides):
            other: ast.operator = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield "arithmetic", ast.BinOp(node.left, other, node.right), ""


def _statement(at: Place) -> Iterator[Made]:
    """A statement less; a loop left instead of gone on with, and the other way round."""
    node = at.node
    if isinstance(node, ast.Continue):
        yield "loop", ast.Break(), ""
    if isinstance(node, ast.Break):
        yield "loop", ast.Continue(), ""
    if isinstance(node, ast.AugAssign | ast.Expr) and not is_manual(node):
        yield "statement", ast.Pass(), ""


def _listed(at: Place) -> Iterator[Made]:
    """A member of a list of constants less, or a row of a table; an argument of having(…)."""
    node = at.node
    if isinstance(node, ast.Call) and called(node) in {"having", "frozenset"}:
        args = node.args
        for number in few(range(len(args))) if len(args) > 1 else ():
            yield "member", ast.Call(node.func, [*args[:number], *args[number + 1 :]], []), ""
    if isinstance(node, ast.Set | ast.List | ast.Tuple) and _is_list(node, at.parent, at.name):
        for number in few(range(len(node.elts))):
            rest = [*node.elts[:number], *node.elts[number + 1 :]]
            made = type(node)(rest) if isinstance(node, ast.Set) else type(node)(rest, node.ctx)
            yield "member", made, f"{short(node.elts[number])} of {short(node)[:60]}"


def _is_list(node: ast.Set | ast.List | ast.Tuple, parent: Node, name: str) -> bool:
    """Whether elements are of a kind, not the parts of one value."""
    if len(node.elts) < 2 or name in {"targets", "target", "slice"}:
        return False
    if isinstance(parent, ast.Return | ast.Yield | ast.FormattedValue | ast.IfExp):
        return False
    tables = isinstance(parent, ast.Assign | ast.AnnAssign) and len(node.elts) > 2
    kinds = {type(each) for each in node.elts}
    calls = tables and kinds <= {ast.Call, ast.Tuple, ast.List}
    if isinstance(node, ast.Tuple) and isinstance(parent, ast.Tuple | ast.List | ast.Dict):
        return False
    constants = all(isinstance(each, PLAIN) for each in node.elts)
    unpacked = isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Tuple)
    return not unpacked and (constants or calls)


def pattern_changes(node: Node) -> Iterator[Made]:
    """Changes of a pattern; what an f-string puts in stays as it is."""
    values = [node] if isinstance(node, ast.Constant) else node.values  # type: ignore[attr-defined]
    holes = [each for each in values if isinstance(each, ast.FormattedValue)]
    numbers = iter(range(HOLE, HOLE + len(holes)))
    text = "".join(
        str(each.value) if isinstance(each, ast.Constant) else chr(next(numbers))
        for each in values
    )
    for kind, shown, made in changed_patterns(text):
        said = shown
        for at, hole in enumerate(holes):
            said = said.replace(chr(HOLE + at), f"{{{ast.unparse(hole.value)}}}")
        yield kind, _rebuilt(made, holes), said


def _rebuilt(text: str, holes: list[ast.FormattedValue]) -> Node:
    if not holes:
        return ast.Constant(text)
    parts: list[ast.expr] = []
    piece = ""
    for char in text:
        if HOLE <= ord(char) < HOLE + len(holes):
            parts += [ast.Constant(piece), holes[ord(char) - HOLE]]
            piece = ""
        else:
            piece += char
    return ast.JoinedStr([*parts, ast.Constant(piece)])
