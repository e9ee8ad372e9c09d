"""`plangen render`: check a spec, then write its documents."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from plangen.cli.chinese import Command
from plangen.cli.files import STDIN, read
from plangen.cli.options import TEMPLATE, listed
from plangen.cli.output import echo_problems
from plangen.pipeline.lint import Linted, lint
from plangen.pipeline.render import render
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.report.text import summary

PDF = "pdf"


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
@TEMPLATE
@click.option(
    "--to",
    type=click.Choice(["docx", PDF]),
    default="docx",
    help="pdf 则另由 LibreOffice 转成 PDF（默认 docx）",
)
@click.option("--watch", is_flag=True, help="方案改了就重新生成，按 Ctrl-C 停止")
@click.option("--force", is_flag=True, help="有错误也生成")
def command(spec: tuple[str, ...], *, watch: bool, **given: object) -> int:
    """核对方案，生成通知、实施方案、印发稿（.docx）。

    有错误时不生成；警告和提示照印，不影响生成。
    """
    _check_names(spec)
    options = Options(spec, **given)  # type: ignore[arg-type]
    if options.to == PDF:
        from plangen.pipeline.pdf import check_pdf

        check_pdf()
    if not watch:
        return _rendered(options)
    if STDIN in spec:
        raise UserError("--watch 看文件改没改，不能用标准输入")
    from plangen.cli.watch import watched

    return watched([*spec, *filter(None, [options.template])], lambda: _rendered(options))


class Options(NamedTuple):
    """What the call asks for."""

    specs: tuple[str, ...]
    out: str
    only: tuple[str, ...]
    template: str | None
    to: str
    force: bool


def _rendered(options: Options) -> int:
    """Check the specs, write the documents of those that may be; the exit code."""
    linted = [_linted(name) for name in options.specs]
    for one in linted:
        echo_problems(one)
    ready = [one for one in linted if _may_render(one, force=options.force)]
    for one in ready:
        made = render(one, Path(options.out), only=options.only, template=options.template)
        if options.to == PDF:
            from plangen.pipeline.pdf import as_pdf

            made += as_pdf(made)
        for done in made:
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
    config = load_config(find_config(Path("." if name == STDIN else name)))
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
