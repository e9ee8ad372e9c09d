"""实施步骤: phases with their dates, in the heading, in brackets, or at the start of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block
from plangen.model.ordinals import PHASE
from plangen.model.plan import Item, Phase
from plangen.recognise.texts import text_of
from plangen.recognise.tree import Node
from plangen.recognise.worded import Worded
from plangen.text.dates import date_range
from plangen.text.spans import TimeSpan, read_span

BRACKET = re.compile(
    r"^(?P<name>[^（(。；：]{0,40}?)\s*[（(]\s*(?P<when>[^（）()]*?)\s*[）)]\s*(?P<rest>.*)$",
    re.DOTALL,
)
PLAIN = re.compile(r"^(?P<name>[^（(。；：:，]{1,40}?)(?:[。：:]\s*(?P<rest>.*))?$", re.DOTALL)
AFTER = re.compile(r"^(?P<name>[^（(。；：:，]{2,12})(?:[。：:]\s*(?P<rest>.*))?$", re.DOTALL)
BEFORE = re.compile("前$|以前$|之前$")
LATER = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:底|上旬|中旬|下旬|\d{1,2}日)?(?:以|之)?前")
TIMED = re.compile(r"^(?P<when>[^，。；：]{4,30}?)[，,：:。]")
STEPS = tuple(f"第{nth}步" for nth in "一二三四五六七八")
STAGES = tuple(
    "时期 启动 动员 部署 实施 推进 整治 攻坚 迎检 验收 评估 巩固 总结 申报 发动 准备".split()
)
STAGED = re.compile("|".join(["阶段", *STEPS, *STAGES]))  # what a name has that is one
CALLED = re.compile("步骤|阶段|进度|时间|安排|计划")
DATED = re.compile(r"\d|[今明]年|[Xx×]{2}|长期|全年|常年")
# It speaks of time, and of nothing else: not （共3项）, nor （2024年修订）.
TIME = re.compile(
    r"^(?!.*(?:修[订正]|版|[发公]布|印发|施行|试行|项|条|次|名|人|%|％))"
    r".*(?:[年月日号季周天旬期]|\d{4}|[Xx×]{2})"
)

Items = Callable[[Iterable[Node]], tuple[Item, ...]]


@dataclass(frozen=True)
class Head:
    """A phase's line: name, dates as written, what follows on the line."""

    name: str
    when: str = ""
    rest: str = ""


@dataclass
class Reader:
    """Reads the phases of a section; a span without a year is in that of the phase before."""

    items: Items
    year: str = ""
    out: list[tuple[Phase, TimeSpan | None]] = field(default_factory=list)

    def read(self, nodes: Iterable[Node]) -> None:
        """Every phase."""
        for node in nodes:
            head = head_of(node.text, node.entry.typed, node.rank)
            if head is not None:
                self.add(node, head)

    def add(self, node: Node, head: Head) -> None:
        """A phase, with its text and tasks; what stands after the last task is that task's."""
        at = next((i for i, part in enumerate(node.below) if isinstance(part, Node)), None)
        text = text_of(_blocks(node.below[:at]), head.rest)
        tasks = self.items(node.nodes)
        if tasks and (more := text_of(_blocks(node.below[at:]))):
            tasks = (*tasks[:-1], replace(tasks[-1], text=f"{tasks[-1].text}\n{more}"))
        span = read_span(head.when, self.year) if head.when else early(text, self.year)
        if span and span.end and span.end.year:
            self.year = f"{span.end.year}年"
        phase = Phase(
            name=head.name,
            start=span.start if span else None,
            end=span.end if span else None,
            when=head.when,
            text=text,
            tasks=tasks,
            where=node.block.where,
        )
        self.out.append((phase, span))


def is_stage(name: str) -> bool:
    """Whether a name is one that a phase may have: 宣传发动阶段, 第一步……, 动员部署."""
    return "阶段" in name or name.startswith(STEPS) or name.endswith(STAGES)


def head_of(text: str, typed: str, rank: int) -> Head | None:
    """The head of a phase; None where a line doesn't read as one."""
    found = BRACKET.match(text)
    if found and DATED.search(found["when"]) and TIME.match(found["when"]):
        rest = found["rest"].lstrip("。：:，,；; ").strip()
        name = found["name"].strip()
        if not name and rank == PHASE:
            name, rest = _named_after(rest) or (typed.strip("：: "), rest)
        return Head(name, found["when"], rest) if name else None
    plain = PLAIN.match(text)
    if not plain or not (rank == PHASE or is_stage(plain["name"])):
        return None
    return Head(plain["name"].strip("。：: "), "", (plain["rest"] or "").strip())


def _named_after(rest: str) -> tuple[str, str] | None:
    """The name of a phase that stands behind its time: 第一阶段（2024年1月—3月）：动员部署。……"""
    found = AFTER.match(rest)
    return (found["name"], found["rest"] or "") if found and is_stage(found["name"]) else None


def are_phases(nodes: Sequence[Node], heading: str) -> bool:
    """Whether the parts of a section are phases."""
    heads = [head_of(node.text, node.entry.typed, node.rank) for node in nodes]
    return are_heads(heads, [node.rank for node in nodes], heading)


def are_heads(heads: Sequence[Head | None], ranks: Sequence[int], heading: str) -> bool:
    """Whether lines are the heads of phases: all read as such, and most are called so.

    Below a heading that speaks of steps any head of a stage will do.
    """
    found = [head for head in heads if head is not None]
    if not heads or len(found) < len(heads):
        return False
    ordinal = all(rank == PHASE for rank in ranks)
    named = sum("阶段" in head.name for head in found)
    called = bool(CALLED.search(heading))
    return called or ordinal or (named * 2 >= len(heads) and len(heads) > 1)


def read_phases(section: Node, items: Items, worded: Worded) -> tuple[Phase, ...]:
    """The phases of a section; `items` makes the tasks of one from its nodes."""
    section.below += _tabled(section)
    nodes = section.nodes
    reader = Reader(items)
    reader.read(nodes)
    spans = [span for phase, span in reader.out if phase.when and span]
    # One that is called 第一阶段 and nothing else is not to be called so twice.
    named = all(
        node.rank == PHASE and phase.name != node.entry.typed.strip("：: ")
        for node, (phase, _) in zip(nodes, reader.out, strict=True)
    )
    worded.say("phases", "named" if named else None)
    mark, full = word_spans(spans, worded)
    if not spans and any(phase.end for phase, _ in reader.out):
        worded.say("phase_dates", "none")  # the dates stand in the text
    heads = [head_of(node.text, node.entry.typed, node.rank) for node in nodes]
    run_in = any(head is not None and head.rest for head in heads)
    standing = (node for node, head in zip(nodes, heads, strict=True) if head and not head.rest)
    apart = any(isinstance(part, Block) for node in standing for part in node.below[:1])
    worded.say("phase_headings", "run-in" if run_in and not apart else None)
    return tuple(plainly(phase, mark, short=not full) for phase, _ in reader.out)


def _tabled(section: Node) -> list[Block]:
    """A table that ends the last phase, with what follows it, taken out for the section."""
    last = section.nodes[-1]
    start = max((at for at, part in enumerate(last.below, 1) if isinstance(part, Node)), default=0)
    ending = _blocks(last.below[start:])
    cut = next((at for at, block in enumerate(ending) if block.table), len(ending))
    if any(block.table for block in section.blocks):
        return []
    del last.below[start + cut :]
    return ending[cut:]


def word_spans(spans: Sequence[TimeSpan], worded: Worded) -> tuple[str, bool]:
    """The mark between two dates, and whether a year that both share stands twice."""
    marks = [span.mark for span in spans if span.mark]
    full = next((span.full for span in spans if span.mark and shared_year(span)), False)
    worded.say("range", marks[0] if marks else None)
    worded.say("range_years", "full" if full else None)
    return (marks or ["至"])[0], full


def plainly(phase: Phase, mark: str, *, short: bool) -> Phase:
    """A phase without its time in words, where its dates print the same."""
    if not phase.when or phase.start is None or phase.end is None:
        return phase
    printed = date_range(phase.start, phase.end, mark, short=short)
    return replace(phase, when="") if printed == phase.when else phase


def shared_year(span: TimeSpan) -> bool:
    """Whether a span is within a year, so that it could be written once."""
    start, end = span.start, span.end
    if start is None or end is None or start.month is None or end.month is None:
        return False
    return start.printed.partition("年")[0] == end.printed.partition("年")[0]


def early(text: str, year: str = "") -> TimeSpan | None:
    """The dates that a phase's text begins with: 2024年3月至4月，召开……

    2024年3月底前，……。2024年6月底前，……。 are deadlines within it.
    """
    found = TIMED.match(text)
    if not found or not DATED.search(found["when"]):
        return None
    if BEFORE.search(found["when"]) and LATER.search(text, found.end()):
        return None
    return read_span(found["when"], year)


def _blocks(parts: Sequence[Block | Node]) -> list[Block]:
    return [part for part in parts if isinstance(part, Block)]
