"""`plangen render`: check a spec, then write its documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import read
from plangen.pipeline import Loaded, lint, render
from plangen.problem import Level
from plangen.report.text import problem_text, summary


@click.command(cls=Command)
@click.argument("spec", nargs=-1, required=True)
@click.option("-o", "--out", default=".", metavar="文件夹", help="写到哪个文件夹（默认当前）")
@click.option("--only", multiple=True, metavar="种类", help="只生成：通知、实施方案、印发稿")
@click.option("--template", metavar="文件", help="用本单位改过样式的模板（.docx）")
@click.option("--force", is_flag=True, help="有错误也生成")
def command(
    spec: tuple[str, ...],
    out: str,
    only: tuple[str, ...],
    template: str | None,
    *,
    force: bool,
) -> int:
    """核对方案，生成通知、实施方案、印发稿（.docx）.

    有错误时不生成；警告和提示照印，不影响生成。
    """
    loaded = [lint(read(name), name) for name in spec]
    for one in loaded:
        report(one)
    failed = False
    for one in loaded:
        if one.errors and not (force and one.plan):
            click.echo(f"{one.source.name}：{summary(one.problems)}，没有生成", err=True)
            failed = True
            continue
        if one.errors:
            said = f"{one.source.name}：{summary(one.problems)}，按 --force 仍然生成"
            click.echo(said, err=True)
        for done in render(one, Path(out), only=only, template=template):
            click.echo(f"{done.path}{'' if done.changed else '（没有变化）'}")
    return 1 if failed else 0


def report(loaded: Loaded, least: Level = Level.INFO) -> None:
    """Every problem of a spec, on stderr."""
    color = sys.stderr.isatty() and not _no_color()
    for problem in loaded.problems:
        if problem.level >= least:
            click.echo(problem_text(problem, loaded.source, color=color), err=True)


def _no_color() -> bool:
    return bool(os.environ.get("NO_COLOR"))
