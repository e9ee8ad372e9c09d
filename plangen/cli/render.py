"""`plangen render`: check a spec, then write its documents."""

from __future__ import annotations

from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import read
from plangen.cli.lists import listed
from plangen.cli.output import echo_problems
from plangen.pipeline.lint import Linted, lint
from plangen.pipeline.render import render
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.report.text import summary


@click.command(cls=Command)
@click.argument("spec", nargs=-1, required=True, metavar="方案.yaml…")
@click.option("-o", "--out", default=".", metavar="文件夹", help="写到哪个文件夹（默认当前）")
@click.option(
    "--only",
    multiple=True,
    callback=listed,
    metavar="种类",
    help="只生成：通知、实施方案、印发稿",
)
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
    """核对方案，生成通知、实施方案、印发稿（.docx）。

    有错误时不生成；警告和提示照印，不影响生成。
    """
    _check_names(spec)
    linted = [_linted(name) for name in spec]
    for one in linted:
        echo_problems(one)
    ready = [one for one in linted if _may_render(one, force=force)]
    for one in ready:
        for done in render(one, Path(out), only=only, template=template):
            click.echo(f"{done.path}{'' if done.changed else '（没有变化）'}")
    return 0 if len(ready) == len(linted) else 1


def _check_names(specs: tuple[str, ...]) -> None:
    """UserError where two specs would write the same documents."""
    stems: dict[str, str] = {}
    for name in specs:
        other = stems.setdefault(Path(name).stem, name)
        if other != name:
            raise UserError(f"“{other}”和“{name}”同名，生成的公文会互相覆盖；分两次写到两个文件夹")


def _linted(name: str) -> Linted:
    config = load_config(find_config(Path("." if name == "-" else name)))
    return lint(read(name), name, config)


def _may_render(linted: Linted, *, force: bool) -> bool:
    """Whether to go on; says so where there are errors."""
    if not linted.errors and linted.case is None:
        click.echo(f"{linted.source.name}：不是方案，没有公文可生成", err=True)
    if not linted.errors:
        return linted.case is not None
    forced = force and linted.case is not None
    what = "按 --force 仍然生成" if forced else "没有生成"
    click.echo(f"{linted.source.name}：{summary(linted.problems)}，{what}", err=True)
    return forced
