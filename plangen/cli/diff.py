"""`plangen diff`: what changed between two plans, and the new one with its changes marked."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import check_new
from plangen.cli.jobs import Job
from plangen.cli.options import TEXT_OR_JSON
from plangen.cli.output import color_wanted, echo_data
from plangen.cli.targets import one_target
from plangen.compose.outline import outline
from plangen.pipeline.settings import find_config, load_config
from plangen.report.changes import as_json, as_text
from plangen.write.files import put


@click.command(cls=Command)
@click.argument("old", metavar="原稿")
@click.argument("new", metavar="新稿")
@click.option("-o", "--out", metavar="花脸稿.docx", help="写一份花脸稿：新稿，改动处带修订标记")
@TEXT_OR_JSON
def command(old: str, new: str, out: str | None, form: str) -> None:
    """比较两份方案，按内容列出改动。

    YAML 和文档都可以：谁增谁减，时间、条款分工、措辞怎样改（[-原文-]{+新文+}）。序号和版面不比。
    """
    # Reading and writing Word waits for lxml, which other commands don't need.
    from plangen.pipeline.comparing import compared, red_line

    if out:
        check_new(out, (".docx",))
    one, two = (_job(name) for name in (old, new))
    sides = (one.side(), two.side())
    for side in sides:
        if not outline(side.case.plan):
            click.echo(f"{side.name}：没有认出方案的内容，只比标题和通知", err=True)
    found = compared(*sides, two.config)
    if form == "json":
        echo_data(f"{as_json(found)}\n".encode())
    else:
        click.echo(as_text(found, color=color_wanted(sys.stdout)))
    if out:
        put(Path(out), red_line(*sides))
        click.echo(out, err=True)


def _job(name: str) -> Job:
    found = one_target(name)
    return Job(found, load_config(find_config(found.path)))
