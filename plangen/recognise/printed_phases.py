"""实施步骤 as paper shows it: dates in one form, and only where they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plangen.model.plan import Item, Phase, Wording
from plangen.recognise.phases import Head, early, plainly, word_spans
from plangen.recognise.printed_lines import Line, as_item, rows_of
from plangen.recognise.worded import Worded
from plangen.text.spans import TimeSpan, read_span

NAMED, RUN_IN = "named", "run-in"


@dataclass
class PhasePrinter:
    """Prints the phases of a section in order."""

    wording: Wording
    year: str = ""
    found: list[Phase] = field(default_factory=list)
    spans: list[TimeSpan] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line, head: Head) -> None:
        """A phase: what the spec says of its time where that prints, else what its text says."""
        table = [] if line.tabled else rows_of(line.table)
        text = "\n".join(filter(None, [head.rest, *line.more, *table]))
        span = self.span(line, head)
        if span:
            self.spans.append(span)
        else:
            span = None if head.when else early(text, self.year)
        if span and span.end and span.end.year:
            self.year = f"{span.end.year}年"
        self.found.append(
            Phase(
                name=line.phase.name if line.phase else head.name,
                start=span.start if span else None,
                end=span.end if span else None,
                when=head.when,
                text=text,
                tasks=self.tasks(line),
            )
        )
        self.lines.append(line)

    def span(self, line: Line, head: Head) -> TimeSpan | None:
        """The time in the heading: the dates of the spec, or its own words for them."""
        phase = line.phase
        if phase is None or phase.when:
            return read_span(head.when, self.year) if head.when else None
        dates = [date for date in (phase.start, phase.end) if date is not None]
        if not dates or self.wording.phase_dates == "none":
            return None
        start, end = dates[0], dates[-1]
        mark = self.wording.range if start != end else ""
        return TimeSpan(start, end, mark, full=self.wording.range_years == "full")

    def tasks(self, line: Line) -> tuple[Item, ...]:
        """The tasks; what stands after the last one is that task's."""
        tasks = [as_item(task) for task in line.below]
        after = [*(rows_of(line.table) if line.tabled else []), *line.after]
        if tasks and after:
            tasks[-1] = replace(tasks[-1], text="\n".join([tasks[-1].text, *after]))
        return tuple(tasks)

    def phases(self, worded: Worded) -> tuple[Phase, ...]:
        """The phases, and how they are worded."""
        worded.say("phases", NAMED if all(line.ordinal for line in self.lines) else None)
        mark, full = word_spans(self.spans, worded)
        if not self.spans and any(phase.end for phase in self.found):
            worded.say("phase_dates", "none")
        apart = [line for line in self.lines if line.standing and line.more]
        run_in = any(not line.standing for line in self.lines)
        worded.say("phase_headings", RUN_IN if run_in and not apart else None)
        return tuple(plainly(phase, mark, short=not full) for phase in self.found)
