"""实施步骤: phases with their dates, text and tasks."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.blocks import heading, items, paragraphs
from plangen.model.document import Block, Role, Span
from plangen.model.plan import Phase, Wording
from plangen.standard.context import Context
from plangen.text.dates import date_range
from plangen.text.numerals import han


def phase_blocks(context: Context, level: int) -> Iterator[Block]:
    """（一）启动阶段（2024年2月至3月） or 第一阶段：启动阶段（…）, with what belongs to it."""
    wording = context.plan.wording
    for number, phase in enumerate(context.plan.phases, 1):
        first, _, rest = phase.text.partition("\n")
        run_in = first if wording.phase_headings == "run-in" else ""
        yield _heading(wording, phase, level, number, run_in)
        yield from paragraphs(rest if run_in else phase.text, phase.where)
        yield from items(level + 1, phase.tasks)


def _heading(wording: Wording, phase: Phase, level: int, number: int, run_in: str) -> Block:
    title = phase.name + when(wording, phase)
    if wording.phases == "numbered":
        return heading(level, number, title, run_in, phase.where)
    head = Span(f"第{han(number)}阶段：{title}" + ("。" if run_in else ""), head=True)
    return Block(Role.PHASE, (head, Span(run_in)) if run_in else (head,), where=phase.where)


def when(wording: Wording, phase: Phase) -> str:
    """（2024年2月至3月）; one date alone stands alone; nothing where none is known or wanted."""
    dates = [date for date in (phase.start, phase.end) if date is not None]
    if phase.when:
        return f"（{phase.when}）"
    if not dates or wording.phase_dates == "none":
        return ""
    short = wording.range_years == "short"
    return f"（{date_range(dates[0], dates[-1], wording.range, short=short)}）"
