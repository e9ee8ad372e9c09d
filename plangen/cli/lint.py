"""`plangen lint`: what a careful reviewer would find, and the mending of what is safe."""

from __future__ import annotations

import difflib
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.output import color_wanted, echo_statistics
from plangen.cli.targets import targets
from plangen.config.model import LEVELS, Config
from plangen.pipeline.baseline import new_problems, read_baseline, write_baseline
from plangen.pipeline.lint import Linted, lint
from plangen.pipeline.mend import mend
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import Level, UserError
from plangen.report.formats import FORMATS
from plangen.report.model import FileReport
from plangen.report.text import as_text
from plangen.rules import rules
from plangen.write.files import put

TEXT = "text"
FORMAT = click.Choice([TEXT, *FORMATS])
LEVEL = click.Choice(list(LEVELS))


@dataclass(frozen=True)
class Options:
    """What the call asks for beside the files."""

    form: str
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config: str | None
    baseline: str | None
    write_baseline: str | None
    fix: bool
    diff: bool
    statistics: bool
    exit_zero: bool


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True)
@click.option("--format", "form", type=FORMAT, default=TEXT, help="输出格式（默认 text）")
@click.option("--fail-on", type=LEVEL, help="到哪一级算不通过（默认 error）")
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则（可用 * 号、逗号）")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则（可用 * 号、逗号）")
@click.option("--config", metavar="文件", help="用这个设置文件，不找 .plangen.yaml")
@click.option("--baseline", metavar="文件", help="只报基线之后新出现的问题")
@click.option("--write-baseline", metavar="文件", help="把现有的问题记为基线")
@click.option("--fix", is_flag=True, help="改正可以放心改的，别处一字不动")
@click.option("--diff", is_flag=True, help="只显示 --fix 会改什么，不写文件")
@click.option("--statistics", is_flag=True, help="印出哪些规则真的核对了")
@click.option("--exit-zero", is_flag=True, help="有问题也返回 0")
def command(files: tuple[str, ...], **given: object) -> int:
    """核对方案，列出问题.

    可以给出文件、文件夹，“-”表示标准输入。
    """
    options = Options(**given)  # type: ignore[arg-type]
    inputs = targets(files)
    configs = {name: _config(name, options) for name, _ in inputs}
    if options.diff:
        _show_diff(inputs, configs)
        return 0
    if options.fix:
        inputs = [(name, _mended(name, raw, configs[name])) for name, raw in inputs]
    linted = [lint(raw, name, configs[name]) for name, raw in inputs]
    if options.write_baseline:
        _write_baseline(Path(options.write_baseline), linted)
        return 0
    reports = _reports(linted, options)
    _print(reports, linted, options)
    failed = any(_fails(report, configs[report.file], options.fail_on) for report in reports)
    return 1 if failed and not options.exit_zero else 0


def _config(name: str, options: Options) -> Config:
    """The configuration that holds for a file, narrowed by the call."""
    path = Path(options.config) if options.config else find_config(Path("." if name == "-" else name))
    config = load_config(path).narrowed(_split(options.select), _split(options.ignore))
    config.check_names(rule.id for rule in rules())
    return config


def _split(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _reports(linted: list[Linted], options: Options) -> list[FileReport]:
    known = read_baseline(Path(options.baseline)) if options.baseline else None
    reports = []
    for one in linted:
        problems = one.problems
        if known is not None:
            problems = new_problems(one.source.name, problems, known)
        coverage = one.case.coverage() if one.case else []
        reports.append(FileReport(one.source, one.kind, problems, coverage))
    return reports


def _print(reports: list[FileReport], linted: list[Linted], options: Options) -> None:
    if options.form in FORMATS:
        click.echo(FORMATS[options.form](reports))
    else:
        for report in reports:
            click.echo(as_text(report, color=color_wanted(sys.stdout)))
    if options.statistics:
        for one in linted:
            echo_statistics(one)


def _fails(report: FileReport, config: Config, fail_on: str | None) -> bool:
    least: Level = LEVELS[fail_on] if fail_on else config.fail_on
    return any(problem.level >= least for problem in report.problems)


def _mended(name: str, raw: bytes, config: Config) -> bytes:
    """The file with its safe fixes made and written back."""
    new, count = mend(raw, name, config)
    if name == "-":
        raise UserError("标准输入不能用 --fix；可用 --diff 看会改什么")
    if count:
        put(Path(name), new)
        click.echo(f"{name}：改正 {count} 处", err=True)
    return new


def _show_diff(inputs: list[tuple[str, bytes]], configs: dict[str, Config]) -> None:
    for name, raw in inputs:
        new, _ = mend(raw, name, configs[name])
        if new != raw:
            before = raw.decode("utf-8").splitlines(keepends=True)
            after = new.decode("utf-8").splitlines(keepends=True)
            click.echo("".join(difflib.unified_diff(before, after, name, name)), nl=False)


def _write_baseline(path: Path, linted: list[Linted]) -> None:
    write_baseline(path, {one.source.name: one.problems for one in linted})
    count = sum(len(one.problems) for one in linted)
    click.echo(f"{path}：记下 {count} 个问题", err=True)
