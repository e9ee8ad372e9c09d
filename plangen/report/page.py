"""Problems as a page for people: one HTML file that opens by a double click and can be printed.

Limit: it shows a line of the source with the fault, not the whole document.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level, Problem, Where
from plangen.report.model import FileReport
from plangen.report.text import summary
from plangen.source import packaged
from plangen.source.encoding import UNSEEN
from plangen.standard.coverage import Coverage

AROUND = 60  # characters of the line on either side of the fault
LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)

View = dict[str, object]


def as_html(reports: list[FileReport]) -> str:
    """A page on all files: what was found, worst kind first to be hidden, and who covers what."""
    from plangen.template.tags import page  # Jinja takes 30 ms to import

    every = [problem for report in reports for problem in report.problems]
    broken = sum(report.failed for report in reports)
    values = {
        "summary": f"{len(reports)} 个文件，{broken} 个不通过；共{summary(every)}",
        "levels": [_level(level) for level in LEVELS],
        "files": [_file(report) for report in reports],
    }
    return page(packaged.content("plangen.templates", "reports/lint.jinja").decode(), values)


def _level(level: Level) -> View:
    return {"name": level.name.lower(), "label": level.label}


def _file(report: FileReport) -> View:
    return {
        "name": report.file,
        "summary": summary(report.problems),
        "counts": [sum(p.level is level for p in report.problems) for level in LEVELS],
        "findings": [_finding(problem, report) for problem in report.problems],
        "coverage": [_coverage(found) for found in report.coverage],
    }


def _finding(problem: Problem, report: FileReport) -> View:
    before, excerpt, after = _excerpt(problem, report)
    return {
        "level": _level(problem.level),
        "rule": problem.rule,
        "message": UNSEEN.sub("□", problem.message),
        "before": before,
        "excerpt": excerpt,
        "after": after,
        "fix": problem.fix.new if problem.fix else None,
        "place": _place(problem.where),
        "basis": problem.basis,
    }


def _place(where: Where) -> str:
    """第24段; 第5行."""
    if where.paragraph is not None:
        return f"第{where.paragraph}段"
    return f"第{where.line}行" if where.line else ""


def _excerpt(problem: Problem, report: FileReport) -> tuple[str, str, str]:
    """The line before the fault, the fault, and the line after it."""
    where = problem.where
    if where.line is None or where.column is None:
        return "", UNSEEN.sub("□", problem.quote), ""
    line = UNSEEN.sub("□", report.source.line(where.line))
    start, end = where.column - 1, where.column - 1 + where.width
    before, after = line[:start].lstrip(), line[end:]
    if len(before) > AROUND:
        before = f"…{before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]}…"
    return before, line[start:end], after


def _coverage(found: Coverage) -> View:
    """What of a standard nobody answers for, and what several do."""
    standard, rows = found.standard, list(_rows(found))
    total, open_ = len(standard.clauses), len(found.uncovered)
    said = f"{total}条，已分工{total - open_}条"
    if not found.checkable:
        said = f"{total}条，分工另见{found.use.assigned_in}"
    return {"title": standard.title, "said": said, "rows": rows}


def _rows(found: Coverage) -> Iterator[View]:
    for clause in found.uncovered:
        yield {"clause": clause.id, "text": clause.text, "owners": "没有"}
    texts = {clause.id: clause.text for clause in found.standard.clauses}
    for clause_id, owners in found.multiple.items():
        names = "、".join(dict.fromkeys(owner.name for owner in owners))
        yield {"clause": clause_id, "text": texts[clause_id], "owners": names}
