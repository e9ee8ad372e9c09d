"""`plangen lint`: what a careful reviewer would find, without writing anything."""

from __future__ import annotations

import click

from plangen.cli.chinese import Command
from plangen.cli.files import read
from plangen.cli.render import report
from plangen.pipeline import Loaded, lint
from plangen.problem import Level
from plangen.report.structured import FileReport, as_json
from plangen.report.text import summary

LEVELS = {level.name.lower(): level for level in Level}
LEVEL = click.Choice(list(LEVELS))
FORMS = click.Choice(["text", "json"])


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True)
@click.option("--format", "form", type=FORMS, default="text", help="输出格式（默认 text）")
@click.option("--fail-on", type=LEVEL, default="error", help="到哪一级算不通过（默认 error）")
@click.option("--statistics", is_flag=True, help="印出各规则是否真的核对了")
def command(files: tuple[str, ...], form: str, fail_on: str, *, statistics: bool) -> int:
    """核对方案，列出问题，不生成文件."""
    loaded = [lint(read(name), name) for name in files]
    if form == "json":
        click.echo(as_json([_report(one) for one in loaded]))
    for one in loaded if form == "text" else ():
        report(one)
        click.echo(f"{one.source.name}：{summary(one.problems)}", err=True)
    if statistics:
        for one in loaded:
            click.echo(_statistics(one), err=True)
    found = [problem for one in loaded for problem in one.problems]
    return 1 if any(problem.level >= LEVELS[fail_on] for problem in found) else 0


def _report(loaded: Loaded) -> FileReport:
    coverage = loaded.case.coverage() if loaded.case else []
    return FileReport(loaded.source.name, "plan", loaded.problems, coverage)


def _statistics(loaded: Loaded) -> str:
    outcome = loaded.outcome
    counts = (len(outcome.ran), len(outcome.suspended), len(outcome.without_data))
    said = "核对 {} 条规则，其中 {} 条有处未能核对；另有 {} 条没有内容可核对".format(*counts)
    lines = [f"{loaded.source.name}：{said}"]
    for rule, found in outcome.suspended.items():
        lines += [f"  未能核对 {rule}：{item.why}" for item in found]
    lines += [f"  没有内容 {rule}" for rule in outcome.without_data]
    return "\n".join(lines)
