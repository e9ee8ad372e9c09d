"""`plangen lint`: what a careful reviewer would find, and the mending of what is safe."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import STDIN, WORD, check_new
from plangen.cli.jobs import Job
from plangen.cli.options import STANDARD, listed
from plangen.cli.output import color_wanted, echo_data, echo_statistics
from plangen.cli.targets import one_target, targets
from plangen.config.model import LEVELS, Config
from plangen.pipeline.baseline import Baseline, write_baseline
from plangen.pipeline.lint import Linted, rule_names
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.report.formats import BY_SUFFIX, FORMATS
from plangen.report.model import FileReport
from plangen.report.overview import as_overview
from plangen.report.text import as_text, summary
from plangen.rules import Case
from plangen.write.files import put

TEXT = "text"
FORMAT = click.Choice([TEXT, *FORMATS])
LEVEL = click.Choice(list(LEVELS))
RULES = partial(click.option, multiple=True, callback=listed, metavar="规则")


@dataclass(frozen=True)
class Options:
    """What the call asks for beside the files."""

    form: str | None
    out: str | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config: str | None
    baseline: str | None
    write_baseline: str | None
    fix: bool
    accept: bool
    diff: bool
    annotate: str | None
    statistics: bool
    exit_zero: bool
    standard: tuple[str, ...]
    details: bool
    against: str | None
    overview: bool = False  # a folder of files: a line each


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="文件…")
@click.option("--format", "form", type=FORMAT, help="输出格式（默认 text，或照 -o 的后缀）")
@click.option("-o", "--out", metavar="报告.html", help="结果写到文件：.html、.json、.sarif、.xml")
@click.option(
    "--fail-on", type=LEVEL, help="到哪一级算不通过：info 提示、warning 警告、error 错误（默认）"
)
@RULES("--select", help="只查这些规则（可用 * 号、逗号）")
@RULES("--ignore", help="不查这些规则（可用 * 号、逗号）")
@STANDARD
@click.option("--against", metavar="县方案", help="乡镇的方案与县方案对照（YAML 或文档都可以）")
@click.option("--config", metavar="文件", help="用这个设置文件，不找 .plangen.yaml")
@click.option("--baseline", metavar="文件", help="只报基线之后新出现的问题")
@click.option("--write-baseline", metavar="文件", help="把现有的问题记为基线")
@click.option("--fix", is_flag=True, help="改正可以放心改的，别处一字不动")
@click.option("--accept", is_flag=True, help="与 --fix 同用：Word 文档里直接改，不留修订痕迹")
@click.option("--annotate", metavar="副本.docx", help="写一个副本，在每处问题上加批注")
@click.option("--diff", is_flag=True, help="只显示 --fix 会改什么，不写文件")
@click.option("--details", is_flag=True, help="文件夹里的文件也逐条列出问题")
@click.option("--statistics", is_flag=True, help="印出哪些规则真的核对了")
@click.option("--exit-zero", is_flag=True, help="有问题也返回 0")
def command(files: tuple[str, ...], **given: object) -> int:
    """核对方案，列出问题。

    可以给出文件、文件夹，“-”表示标准输入。
    """
    options = Options(**given)  # type: ignore[arg-type]
    options = replace(options, form=_form(options), overview=_overview(files, options))
    jobs = _jobs(files, options)
    if options.diff:
        _diff(jobs)
        return 0
    if options.fix:
        mend = Job.mend_among if len(jobs) > 1 else Job.mend
        jobs = [mend(job, accept=options.accept) for job in jobs]
    linted = [job.lint_among() if len(jobs) > 1 else job.lint() for job in jobs]
    if options.annotate:
        _annotate(Path(options.annotate), jobs[0], linted[0])
    if options.write_baseline:
        _write_baseline(Path(options.write_baseline), linted)
        return 0
    reports = _reports(jobs, linted, options)
    _print(reports, linted, options)
    failed = any(report.failed for report in reports)
    return 1 if failed and not options.exit_zero else 0


def _form(options: Options) -> str:
    """The format asked for, or that of the file to be written."""
    suffix = Path(options.out or "").suffix.lower()
    if options.out and (suffix not in BY_SUFFIX or options.form == TEXT):
        # Any other name may be that of a plan, which would be gone.
        raise UserError(f"“{options.out}”写不了：-o 把结果写成 {'、'.join(BY_SUFFIX)} 文件")
    return options.form or BY_SUFFIX.get(suffix, TEXT)


def _overview(files: tuple[str, ...], options: Options) -> bool:
    """Whether a line for each file will do: where a folder was named, not the files in it."""
    return not options.details and any(name != STDIN and Path(name).is_dir() for name in files)


def _jobs(files: tuple[str, ...], options: Options) -> list[Job]:
    """The files, each with the configuration that holds for it, narrowed by the call."""
    select, ignore = options.select, options.ignore
    Config(select=select, ignore=ignore).check_names(rule_names())
    jobs = []
    configs: dict[Path | None, Config] = {}
    county = _county(options) if options.against else None
    for target in targets(files):
        path = Path(options.config) if options.config else find_config(target.path)
        if path not in configs:
            configs[path] = load_config(path).narrowed(select, ignore)
        jobs.append(Job(target, configs[path], options.standard, county))
    _check_options(jobs, options)
    return jobs


def _county(options: Options) -> Case:
    """The plan that the files are held against."""
    county = one_target(str(options.against))
    path = Path(options.config) if options.config else find_config(county.path)
    return Job(county, load_config(path), options.standard).case()


def _check_options(jobs: list[Job], options: Options) -> None:
    """UserError where the call asks for what can't be done."""
    if options.fix and not options.diff and any(job.target.name == STDIN for job in jobs):
        raise UserError("标准输入不能用 --fix；可用 --diff 看会改什么")
    if options.standard and not any(job.target.is_document for job in jobs):
        raise UserError("--standard 只管文档；YAML 所依的标准写在它的 standards（标准）里")
    if options.accept and not options.fix:
        raise UserError("--accept 与 --fix 同用，单用什么也不改")
    if options.annotate:
        _check_copy(Path(options.annotate), jobs)


def _check_copy(copy: Path, jobs: list[Job]) -> None:
    """UserError where comments have no document to stand in, or their copy no name."""
    target = jobs[0].target
    if len(jobs) > 1:
        raise UserError("--annotate 一次只给一个文档加批注")
    if not target.is_document:
        raise UserError("--annotate 给 Word 文档（.docx）加批注；YAML 里的问题直接列出")
    if copy.resolve() == target.path.resolve():
        raise UserError("--annotate 写一个副本，应另取文件名")
    check_new(str(copy), WORD)


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
        _say(FORMATS[options.form](reports), options.out, reports)
    elif options.overview:
        click.echo(as_overview(reports, color=color_wanted(sys.stdout)))
    else:
        for report in reports:
            click.echo(as_text(report, color=color_wanted(sys.stdout)))
    if options.statistics:
        for one in linted:
            echo_statistics(one)


def _say(said: str, out: str | None, reports: list[FileReport]) -> None:
    """The results on stdout, or in the file asked for."""
    content = f"{said}\n".encode() if said else b""
    if out is None:
        echo_data(content)
        return
    put(Path(out), content)
    every = [problem for report in reports for problem in report.problems]
    click.echo(f"{out}：{summary(every)}", err=True)


def _diff(jobs: list[Job]) -> None:
    """What mending would change, a file after the other; a word where it is nothing."""
    changes = [job.diff_among() if len(jobs) > 1 else job.diff() for job in jobs]
    for change in changes:
        echo_data(change)
    if not any(changes):
        click.echo("没有能自动改的", err=True)


def _annotate(path: Path, job: Job, linted: Linted) -> None:
    put(path, job.annotated(linted))
    click.echo(f"{path}：批注 {len(linted.problems)} 处", err=True)


def _write_baseline(path: Path, linted: list[Linted]) -> None:
    write_baseline(path, {one.source.name: one.problems for one in linted})
    count = sum(len(one.problems) for one in linted)
    click.echo(f"{path}：记下 {count} 个问题", err=True)
