"""`plangen template`: an office's own template, from a copy of the official one."""

from __future__ import annotations

from pathlib import Path

import click

from plangen.cli.chinese import Command, Group
from plangen.cli.files import check_new
from plangen.problem import UserError
from plangen.source.packaged import content
from plangen.template.load import DEFAULT, OFFICIAL, Template, official
from plangen.write.files import put


@click.group("template", cls=Group)
def command() -> None:
    """本单位的模板：取一份来改，改好后检查。"""


@command.command("copy", cls=Command)
@click.argument("target", metavar="文件.docx")
@click.option("--metrics", default=DEFAULT, metavar="版心", help="standard（默认）或 optical")
def copy(target: str, metrics: str) -> None:
    """取一份官方模板，用 WPS 或 Word 改样式。已有的文件不覆盖。"""
    if metrics not in official():
        raise UserError(f"没有模板“{metrics}”；现有：{'、'.join(official())}")
    check_new(target, (".docx",))
    put(Path(target), content(OFFICIAL, f"{metrics}.docx"))
    click.echo(target)


@command.command("check", cls=Command)
@click.argument("file", metavar="文件.docx")
def check(file: str) -> None:
    """检查改过的模板能不能用：样段是否齐全，标记是否写对。"""
    slow = Template.load(file).slow
    click.echo(f"{file}：可以用{f'；{slow}，因此改由 docxtpl 生成，较慢' if slow else ''}")
