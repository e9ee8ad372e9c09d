"""实施步骤: phases with their dates, in the heading, in brackets, or at the start of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block
from plangen.model.plan import Item, Phase
from plangen.recognise.ordinals import PHASE
from plangen.recognise.tree import Node
from plangen.text.dates import date_range
from plangen.text.spans import TimeSpan, read_span

BRACKET = re.compile(
    r"^(?P<name>[^（(。；：]{0,40}?)\s*[（(]\s*(?P<when>[^（）()]*?)\s*[）)]\s*(?P<rest>.*)$",
    re.DOTALL,
)
PLAIN = re.compile(r"^(?P<name>[^（(。；：:，]{1,40}?)(?:[。：:]\s*(?P<rest>.*))?$", re.DOTALL)
TIMED = re.compile(r"^(?P<when>[^，。；：]{4,30}?)[，,：:。]")
NAMED = re.compile(
    r"阶段|时期$|^(?:第[一二三四五六七八]步)|(?:启动|动员|部署|实施|推进|整治|攻坚|迎检|验收|评估|巩固|总结|申报)$"
)
DATED = re.compile(r"\d|[今明]年|[Xx×]{2}")


@dataclass
class Phases:
    """The phases of a section, and how they are written."""

    found: list[Phase] = field(default_factory=list)
    named: bool = False
    run_in: bool = False
    bracketed: bool = False
    mark: str = ""
    full: bool | None = None


@dataclass(frozen=True)
class Head:
    """A phase's line: name, dates as written, what follows on the line."""

    name: str
    when: str = ""
    span: TimeSpan | None = None
    rest: str = ""


def head_of(node: Node, year: str = "") -> Head | None:
    """The head of a phase; None where a node doesn't read as one."""
    text = node.text
    found = BRACKET.match(text)
    if found and DATED.search(found["when"]):
        span = read_span(found["when"], year)
        name = found["name"].strip() or (
            node.entry.typed.strip("：: ") if node.rank == PHASE else ""
        )
        rest = found["rest"].lstrip("。：:，, ").strip()
        return Head(name, found["when"], span, rest) if name else None
    plain = PLAIN.match(text)
    if not plain or not (node.rank == PHASE or NAMED.search(plain["name"])):
        return None
    rest = (plain["rest"] or "").strip()
    return Head(plain["name"].strip("。：: "), "", None, rest)


def are_phases(nodes: Sequence[Node], heading: str) -> bool:
    """Whether the parts of a section are phases: all read as such, and most are called so."""
    heads = [head_of(node) for node in nodes]
    if not nodes or not all(heads):
        return False
    named = [
        node.rank == PHASE or "阶段" in head.name
        for node, head in zip(nodes, heads, strict=True)
        if head
    ]
    dated = sum(bool(head and head.span) for head in heads)
    called = bool(re.search("步骤|阶段|进度|安排|时间|计划", heading))
    return (sum(named) * 2 >= len(nodes) and (called or len(nodes) > 1)) or (
        called and dated * 2 >= len(nodes)
    )


def read_phases(nodes: Sequence[Node], items: object) -> Phases:
    """The phases of a section; `items` makes the tasks of one from its nodes."""
    out = Phases()
    year = ""
    runs = 0
    for node in nodes:
        head = head_of(node, year)
        if head is None:
            continue
        span = head.span
        lines = [head.rest] if head.rest else []
        runs += bool(head.rest)
        lines += [block.text.strip() for block in node.below if isinstance(block, Block)]
        text = "\n".join(lines)
        if span:
            out.bracketed = True
            out.mark = out.mark or span.mark
            if span.mark and _same_year(span):
                out.full = span.full if out.full is None else out.full
        elif not head.when and (early := _early(text, year)):
            span = early
        last = span.end if span else None
        if last and last.year:
            year = f"{last.year}年"
        tasks: tuple[Item, ...] = tuple(items(node.nodes))  # type: ignore[operator]
        out.found.append(
            Phase(
                name=head.name,
                start=span.start if span else None,
                end=span.end if span else None,
                when=head.when,
                text=text,
                tasks=tasks,
                where=node.block.where,
            )
        )
    out.found = [_plain(phase, out) for phase in out.found]
    out.named = bool(nodes) and all(node.rank == PHASE for node in nodes)
    out.run_in = runs == len(nodes) and runs > 0
    return out


def _plain(phase: Phase, out: Phases) -> Phase:
    """A phase without its time in words, where its dates print the same."""
    if not phase.when or phase.start is None or phase.end is None:
        return phase
    mark = out.mark or "至"
    printed = date_range(phase.start, phase.end, mark, short=not out.full)
    return replace(phase, when="") if printed == phase.when else phase


def _same_year(span: TimeSpan) -> bool:
    start, end = span.start, span.end
    return bool(
        start
        and end
        and start.printed.split("年")[0] == end.printed.split("年")[0]
        and start.month
    )


def _early(text: str, year: str) -> TimeSpan | None:
    """The dates that a phase's text begins with: 2024年3月至4月，召开……"""
    found = TIMED.match(text)
    return read_span(found["when"], year) if found and DATED.search(found["when"]) else None
