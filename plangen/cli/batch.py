"""`plangen batch`: a roadmap's documents, and every township's by year."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from plangen.batch.executors import local, scheduled
from plangen.batch.index import as_csv, as_html, ordered
from plangen.batch.run import Progress, Runner
from plangen.batch.task import File, Job
from plangen.cli.chinese import Command
from plangen.cli.files import read
from plangen.cli.output import echo_problems
from plangen.cli.progress import Meter
from plangen.config.model import Config
from plangen.pipeline.lint import Linted, lint
from plangen.pipeline.render import render
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.write.files import put

INTERRUPTED = 130
SHOWN = 20  # townships whose problems are listed; all are in the index


@dataclass(frozen=True)
class Options:
    """What the call asks for."""

    roadmap: str
    out: str
    year: int | None
    jobs: int | None
    scheduler: str | None
    plan: str | None
    townships: str | None
    template: str | None


@click.command(cls=Command)
@click.argument("roadmap", metavar="行动方案.yaml")
@click.option("-o", "--out", required=True, metavar="文件夹", help="写到哪个文件夹")
@click.option("--year", type=int, metavar="年份", help="只做这一年开始的")
@click.option("--jobs", type=click.IntRange(1), metavar="个数", help="几个进程（默认用满本机）")
@click.option("--scheduler", metavar="地址", help="交给 dask 集群，如 tcp://10.0.0.1:8786")
@click.option("--plan", metavar="方案.yaml", help="依据的方案（默认看行动方案里的 plan）")
@click.option("--townships", metavar="名单.yaml", help="乡镇名单（默认看行动方案里的 townships）")
@click.option("--template", metavar="文件", help="用本单位改过样式的模板（.docx）")
def command(**given: object) -> int:
    """由五年行动方案生成各年各乡镇的公文.

    中断后再运行，只做没做完的和有变化的。index.html、index.csv 是目录。
    """
    options = Options(**given)  # type: ignore[arg-type]
    config = load_config(find_config(Path(options.roadmap)))
    linted = lint(read(options.roadmap), options.roadmap, config)
    if linted.errors:
        echo_problems(linted)
        return 1
    job = _job(options, linted, config)
    out = Path(options.out)
    own = [one.path.name for one in render(linted, out, template=options.template)]
    workers = options.jobs or os.cpu_count() or 1
    address = options.scheduler
    executor = partial(scheduled, address) if address else partial(local, workers)
    meter = Meter("个乡镇")
    runner = Runner(job, executor, workers, meter.show)
    try:
        progress = runner.run(options.year)
    except KeyboardInterrupt:
        done, total = len(runner.progress.results), runner.progress.total
        _index(linted, own, runner.progress, out)
        click.echo(f"\n已中断：{total} 个乡镇做完 {done} 个；再运行一次接着做", err=True)
        return INTERRUPTED
    _index(linted, own, progress, out)
    return _summary(progress, options.out)


def _job(options: Options, linted: Linted, config: Config) -> Job:
    """The files that the batch is made from."""
    found = linted.case.roadmap if linted.case else None
    if found is None:
        raise UserError(f"“{options.roadmap}”不是行动方案（kind: roadmap）")
    folder = Path(options.roadmap).parent
    plan = options.plan or _named(folder, found.plan, "plan（依据方案）", "--plan")
    towns = options.townships or _named(
        folder, found.townships, "townships（乡镇名单）", "--townships"
    )
    return Job(
        roadmap=_file(options.roadmap),
        county=_file(plan),
        townships=_file(towns),
        out=str(Path(options.out).resolve()),
        config=config,
        template=str(Path(options.template).resolve()) if options.template else None,
    )


def _file(name: str) -> File:
    return File(str(Path(name).resolve()), read(name))


def _named(folder: Path, name: str, key: str, option: str) -> str:
    if not name:
        raise UserError(f"行动方案里没有写 {key}；写上文件的路径，或用 {option} 给出")
    return str(folder / name)


def _index(linted: Linted, own: list[str], progress: Progress, out: Path) -> None:
    title = linted.plan.title if linted.plan else ""
    put(out / "index.html", as_html(title, own, progress.results))
    put(out / "index.csv", as_csv(progress.results))


def _summary(progress: Progress, out: str) -> int:
    """What was done and what wasn't, and the exit code."""
    failed = [one for one in ordered(progress.results) if one.failed]
    for one in failed[:SHOWN]:
        for level, rule, message in one.problems:
            if level == "ERROR":
                click.echo(f"{one.year}/{one.township}：{rule}：{message}", err=True)
    if len(failed) > SHOWN:
        click.echo(f"……另有 {len(failed) - SHOWN} 个乡镇，见 index.csv", err=True)
    kept = f"，{progress.before} 个没有变化" if progress.before else ""
    written = progress.now - sum(one.failed for one in progress.results[progress.before :])
    click.echo(f"{out}：生成 {written} 个乡镇{kept}，{len(failed)} 个没有生成")
    return 1 if failed else 0
