"""Many files at a glance: a line each, a summary, and who covers which standard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plangen.problem import Level
from plangen.report.model import FileReport
from plangen.report.text import STYLE, summary
from plangen.text.width import cells

SHOWN = 8  # clauses of a row


@dataclass(frozen=True)
class Column:
    """A column of a table: its cells, all padded to its widest."""

    texts: list[str]

    @property
    def width(self) -> int:
        return max((cells(text) for text in self.texts), default=0)

    def cell(self, row: int) -> str:
        text = self.texts[row]
        return text + " " * (self.width - cells(text))


def as_overview(reports: list[FileReport], *, color: bool = False) -> str:
    """A line for each file, how many files have errors, a coverage table for each standard."""
    lines = _table([(report.file, _said(report, color=color)) for report in reports])
    broken = sum(report.failed for report in reports)
    every = [problem for report in reports for problem in report.problems]
    lines += ["", f"{len(reports)} 个文件，{broken} 个不通过；共{summary(every)}"]
    for title, rows in _by_standard(reports).items():
        lines += ["", f"《{title}的条款分工", *_table(rows)]
    return "\n".join(lines)


def _said(report: FileReport, *, color: bool) -> str:
    text = summary(report.problems)
    worst = max((problem.level for problem in report.problems), default=Level.INFO)
    return f"\x1b[{STYLE[worst]}m{text}\x1b[0m" if color and report.problems else text


def _by_standard(reports: Iterable[FileReport]) -> dict[str, list[tuple[str, ...]]]:
    """By standard: file, how many clauses are assigned, which aren't, which are twice."""
    tables: dict[str, list[tuple[str, ...]]] = {}
    for report in reports:
        for found in report.coverage:
            standard = found.standard
            total = len(standard.clauses)
            named = f"{standard.title}》（{standard.id}）"
            head = ("文件", "已分工", "未分工", "重复")
            if not found.checkable:
                row = (report.file, "另见" + found.use.assigned_in, "", "")
            else:
                uncovered = _ids([clause.id for clause in found.uncovered])
                double = _ids(found.multiple)
                row = (report.file, f"{total - len(found.uncovered)}/{total}", uncovered, double)
            tables.setdefault(named, [head]).append(row)
    return tables


def _ids(names: Iterable[str]) -> str:
    every = list(names)
    shown = "、".join(every[:SHOWN])
    return f"{shown}等{len(every)}条" if len(every) > SHOWN else shown or "—"


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    columns = [Column([row[at] for row in rows]) for at in range(len(rows[0]))] if rows else []
    return ["  ".join(column.cell(at) for column in columns).rstrip() for at in range(len(rows))]
