"""Problems as text: place, level, message, the line of the source with a caret under the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.problem import Level, Problem
from plangen.source.encoding import UNSEEN
from plangen.source.places import Source
from plangen.text.width import cells

if TYPE_CHECKING:
    from plangen.report.model import FileReport

LONGEST = 76  # terminal columns of an excerpt
MOST = 5  # problems of one rule in one file
SEEN = {ord("\t"): "→", 0x0B: "↵"}  # a tab, and a line break within a paragraph of Word
STYLE = {Level.ERROR: "31;1", Level.WARNING: "33", Level.INFO: "36"}


def problem_text(problem: Problem, source: Source, *, color: bool = False) -> str:
    """file:line:column: 错误 rule：message, then the excerpt."""
    where = problem.where
    place = ":".join(str(part) for part in (source.name, where.line, where.column) if part)
    level = problem.level.label
    if color:
        level = f"\x1b[{STYLE[problem.level]}m{level}\x1b[0m"
    head = f"{place}: {level} {problem.rule}：{UNSEEN.sub('□', problem.message)}"
    lines = [head, *_excerpt(problem, source)]
    if problem.fix:
        lines.append(f"      改为：{problem.fix.new}" if problem.fix.new else "      删去")
    return "\n".join(lines)


def as_text(report: FileReport, most: int = MOST, *, color: bool = False) -> str:
    """The problems of a file, at most so many of one rule, then what was left out; a summary."""
    shown: dict[str, int] = {}
    out = []
    for problem in report.problems:
        shown[problem.rule] = shown.get(problem.rule, 0) + 1
        if shown[problem.rule] <= most:
            out.append(problem_text(problem, report.source, color=color))
    out += [
        f"{report.file}: {rule} 另有 {count - most} 处没有列出"
        for rule, count in shown.items()
        if count > most
    ]
    return "\n".join([*out, f"{report.file}：{summary(report.problems)}"])


def summary(problems: list[Problem]) -> str:
    """2 个错误，1 个警告; 没有问题."""
    counts = [(level, sum(p.level is level for p in problems)) for level in reversed(Level)]
    said = [f"{count} 个{level.label}" for level, count in counts if count]
    return "，".join(said) if said else "没有问题"


def _excerpt(problem: Problem, source: Source) -> list[str]:
    """The line with the fault, cut to the terminal around it, and the caret line."""
    where = problem.where
    if where.line is None or where.column is None:
        return []
    line = UNSEEN.sub("□", source.line(where.line).translate(SEEN))
    if not line.strip():
        return []
    start = where.column - 1
    before = line[: start + 1]
    skip = len(before) - len(_start(before[::-1], LONGEST * 2 // 3))
    shown = _start(line[skip:], LONGEST)
    lead = "…" if skip else ""
    tail = "…" if skip + len(shown) < len(line) else ""
    marked = shown[start - skip : start - skip + where.width] or " "
    pad = " " * cells(lead + shown[: start - skip])
    number = f"{where.line:5d}"
    return [f"{number} | {lead}{shown}{tail}", f"      | {pad}{'^' * cells(marked)}"]


def _start(text: str, most: int) -> str:
    """As much of the start of a text as fits in so many terminal columns."""
    width = 0
    for at, char in enumerate(text):
        width += cells(char)
        if width > most:
            return text[:at]
    return text
