"""`plangen lint`: what a careful reviewer would find, and the mending of what is safe."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.output import color_wanted, echo_data, echo_statistics
from plangen.cli.targets import STDIN, Target, targets
from plangen.config.model import LEVELS, Config
from plangen.pipeline.baseline import Baseline, write_baseline
from plangen.pipeline.lint import Linted, lint, rule_names
from plangen.pipeline.mend import mend
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.report.diff import as_diff
from plangen.report.formats import FORMATS
from plangen.report.model import FileReport
from plangen.report.text import as_text
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


@dataclass(frozen=True)
class Job:
    """A file to check, and how strictly."""

    target: Target
    config: Config


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
    jobs = _jobs(files, options)
    if options.diff:
        for job in jobs:
            new, _ = mend(job.target.raw, job.target.shown, job.config)
            echo_data(as_diff(job.target.shown, job.target.raw, new))
        return 0
    if options.fix:
        jobs = [_mended(job) for job in jobs]
    linted = [lint(job.target.raw, job.target.shown, job.config) for job in jobs]
    if options.write_baseline:
        _write_baseline(Path(options.write_baseline), linted)
        return 0
    reports = _reports(jobs, linted, options)
    _print(reports, linted, options)
    failed = any(report.failed for report in reports)
    return 1 if failed and not options.exit_zero else 0


def _jobs(files: tuple[str, ...], options: Options) -> list[Job]:
    """The files, each with the configuration that holds for it, narrowed by the call."""
    select, ignore = _split(options.select), _split(options.ignore)
    Config(select=select, ignore=ignore).check_names(rule_names())
    jobs = []
    configs: dict[Path | None, Config] = {}
    for target in targets(files):
        path = Path(options.config) if options.config else find_config(target.path)
        if path not in configs:
            configs[path] = load_config(path).narrowed(select, ignore)
        jobs.append(Job(target, configs[path]))
    if options.fix and not options.diff and any(job.target.name == STDIN for job in jobs):
        raise UserError("标准输入不能用 --fix；可用 --diff 看会改什么")
    return jobs


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    parts = (part.strip() for value in values for part in re.split("[,，、]", value))
    return tuple(part for part in parts if part)


def _reports(jobs: list[Job], linted: list[Linted], options: Options) -> list[FileReport]:
    baseline = Baseline.read(Path(options.baseline)) if options.baseline else None
    reports = []
    for job, one in zip(jobs, linted, strict=True):
        problems = baseline.new(one.source.name, one.problems) if baseline else one.problems
        coverage = one.case.coverage() if one.case else []
        fail_on = LEVELS[options.fail_on] if options.fail_on else job.config.fail_on
        reports.append(FileReport(one.source, one.kind, problems, coverage, fail_on))
    return reports


def _print(reports: list[FileReport], linted: list[Linted], options: Options) -> None:
    if options.form in FORMATS:
        said = FORMATS[options.form](reports)
        echo_data(f"{said}\n".encode() if said else b"")
    else:
        for report in reports:
            click.echo(as_text(report, color=color_wanted(sys.stdout)))
    if options.statistics:
        for one in linted:
            echo_statistics(one)


def _mended(job: Job) -> Job:
    """A file with its safe fixes made and written back; a link stays one, and the mode its."""
    target = job.target
    new, count = mend(target.raw, target.shown, job.config)
    if count:
        path = target.path.resolve()
        mode = path.stat().st_mode
        put(path, new)
        path.chmod(mode)
        click.echo(f"{target.shown}：改正 {count} 处", err=True)
    return Job(replace(target, raw=new), job.config)


def _write_baseline(path: Path, linted: list[Linted]) -> None:
    write_baseline(path, {one.source.name: one.problems for one in linted})
    count = sum(len(one.problems) for one in linted)
    click.echo(f"{path}：记下 {count} 个问题", err=True)
