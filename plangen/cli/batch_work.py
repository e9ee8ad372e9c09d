"""The work of `plangen batch`: a roadmap's documents, and every township's by year."""

from __future__ import annotations

from contextlib import closing, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import ceil
from pathlib import Path

import click

from plangen.batch.executors import local, scheduled
from plangen.batch.index import as_csv, as_html
from plangen.batch.job import File
from plangen.batch.opening import Files, open_batch
from plangen.batch.run import CHUNK, Runner
from plangen.batch.task import keep, rehearse
from plangen.cli.batch_options import Options
from plangen.cli.files import read
from plangen.cli.output import echo_problems
from plangen.cli.progress import Meter
from plangen.config.model import Config
from plangen.model.roadmap import Roadmap
from plangen.pipeline.lint import Linted, lint_loaded
from plangen.pipeline.load import load
from plangen.pipeline.render import render
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.write.files import put_pieces

INTERRUPTED = 130
SHOWN = 20  # townships whose problems are listed; all are in the index


def work(options: Options) -> int:
    """Go from the files of a call to the documents; the exit code."""
    config = load_config(find_config(Path(options.roadmap)))
    spec = load(read(options.roadmap), options.roadmap)
    if spec.plan is None or spec.roadmap is None:
        return _refused(lint_loaded(spec, config))
    files = _files(options, spec.roadmap, config)
    workers, address = _workers(options, spec.roadmap), options.scheduler
    example = files.county, config, files.template
    if options.here:
        keep(*example)
    prepare = partial(rehearse, *example)
    executor = partial(scheduled, address) if address else partial(local, workers, prepare)
    # Processes of this machine begin while this one goes on reading.
    with nullcontext() if address else executor() as first:
        batch = open_batch(files, spec.plan, spec.roadmap)
        linted = lint_loaded(spec, config, listed=batch.listed)
        if linted.errors:
            echo_problems(linted)
            return 1
        batch.of_year(options.year)  # nothing is written where there is none
        out = Path(options.out)
        own = [one.path.name for one in render(linted, out, template=options.template)]
        contents = Contents(spec.plan.title, own, out)
        del linted, spec  # of a long roadmap they are the greater part of what is in memory
        batch.listed = None
        runner = Runner(batch, executor, workers, Meter("个乡镇").show, first)
        with closing(batch.stock), closing(runner.journal):
            return _run(runner, options, contents)


def _workers(options: Options, roadmap: Roadmap) -> int:
    """How many processes: none of this machine's without a township."""
    places = sum(1 for _ in roadmap.places())
    most = max(ceil(places / CHUNK), 1)
    return options.wanted if options.scheduler else min(options.wanted, most)


def _refused(linted: Linted) -> int:
    """What is wrong with a file that is no roadmap, or whose form has faults."""
    if not linted.errors:
        raise UserError(f"“{linted.source.name}”不是行动方案（kind: roadmap）")
    echo_problems(linted)
    return 1


def _files(options: Options, found: Roadmap, config: Config) -> Files:
    """The files that the batch is made from."""
    folder = Path(options.roadmap).parent
    plan = options.plan or _named(folder, found.plan, "plan（依据方案）", "--plan")
    towns = options.townships or _named(
        folder, found.townships, "townships（乡镇名单）", "--townships"
    )
    return Files(
        county=File(str(Path(plan).resolve()), read(plan)),
        townships=str(Path(towns).resolve()),
        out=str(Path(options.out).resolve()),
        config=config,
        template=str(Path(options.template).resolve()) if options.template else None,
        force=options.force,
    )


def _named(folder: Path, name: str, key: str, option: str) -> str:
    if not name:
        raise UserError(f"行动方案里没有写 {key}；写上文件的路径，或用 {option} 给出")
    return str(folder / name)


def _run(runner: Runner, options: Options, contents: Contents) -> int:
    """Go through the batch, however far; the exit code."""
    progress = runner.progress
    try:
        runner.run(options.year)
    except KeyboardInterrupt:
        contents.put(runner)
        said = f"\n已中断：{progress.total} 个乡镇做完 {progress.done} 个；再运行一次接着做"
        click.echo(said, err=True)
        return INTERRUPTED
    contents.put(runner)
    if progress.failed:
        _tell_failed(runner)
    kept = f"，{progress.before} 个没有变化" if progress.before else ""
    written = progress.now - progress.failed
    click.echo(f"{options.out}：生成 {written} 个乡镇{kept}，{progress.failed} 个没有生成")
    return 1 if progress.failed else 0


@dataclass(frozen=True)
class Contents:
    """What the table of contents says beside the townships, and the folder it goes into."""

    title: str
    own: list[str]
    out: Path

    def put(self, runner: Runner) -> None:
        """The table of contents of what is done."""
        page = as_html(self.title, self.own, runner.counts(), runner.results())
        put_pieces(self.out / "index.html", page)
        put_pieces(self.out / "index.csv", as_csv(runner.results()))


def _tell_failed(runner: Runner) -> None:
    """The errors of the first townships that weren't written; all are in the index."""
    for one in islice(runner.failures(), SHOWN):
        for level, rule, message in one.problems:
            if level == "ERROR":
                click.echo(f"{one.year}/{one.township}：{rule}：{message}", err=True)
    if runner.progress.failed > SHOWN:
        click.echo(f"……另有 {runner.progress.failed - SHOWN} 个乡镇，见 index.csv", err=True)
