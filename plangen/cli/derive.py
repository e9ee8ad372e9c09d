"""`plangen derive`: a county's plan becomes the plans of its townships."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import read
from plangen.cli.jobs import Job
from plangen.cli.options import TEMPLATE, listed
from plangen.cli.output import color_wanted, echo_data, echo_problems
from plangen.cli.targets import Target
from plangen.config.model import Config
from plangen.derive import Derived
from plangen.model.townships import Township
from plangen.pipeline.by_hand import touched
from plangen.pipeline.derive_files import open_work
from plangen.pipeline.deriving import County, Work, read_county
from plangen.pipeline.explaining import explained
from plangen.pipeline.faulty import Faulty
from plangen.pipeline.render import render
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import Problem, UserError
from plangen.report.text import problem_text
from plangen.source.places import Source
from plangen.write.files import put


@dataclass(frozen=True)
class Options:
    """What the call asks for beside the files."""

    out: str | None
    documents: bool
    explain: bool
    only: tuple[str, ...]
    tables: str | None
    template: str | None
    force: bool


@click.command(cls=Command)
@click.argument("plan", metavar="县方案")
@click.argument("townships", metavar="乡镇名单.yaml")
@click.option("-o", "--out", metavar="文件夹", help="写到哪个文件夹")
@click.option(
    "--render", "documents", is_flag=True, help="一并生成通知、实施方案、印发稿（.docx）"
)
@click.option("--explain", is_flag=True, help="说明每个值从哪里来（不给 -o 就只说明，不写文件）")
@click.option("--only", multiple=True, callback=listed, metavar="乡镇", help="只推这些乡镇")
@click.option("--tables", metavar="文件", help="用这张对照表，不看乡镇名单里写的")
@TEMPLATE
@click.option("--force", is_flag=True, help="手工改过的文件也覆盖")
def command(plan: str, townships: str, **given: object) -> int:
    """由县方案推出各乡镇的方案。

    缺数据的乡镇说明缺什么、加在哪一行，不写文件；其余的照常推出。
    """
    options = Options(**given)  # type: ignore[arg-type]
    if not options.out and not options.explain:
        raise UserError("写到哪里？用 -o 给出文件夹；只看来由用 --explain")
    config = load_config(find_config(Path(plan)))
    county = _county(plan, config)
    tables = Path(options.tables) if options.tables else None
    work, problems, source = open_work(county, read(townships), townships, config, tables)
    _say(problems, source)
    if work is None:
        return 1
    chosen = _chosen(work, options.only)
    told: set[Problem] = set()
    done = [_one(work, town, options, told) for town in work.townships if town.name in chosen]
    done += [_told(one, source) for one in work.faulty if one.township.name in chosen]
    click.echo(f"{sum(done)} 个乡镇推出，{done.count(False)} 个没有", err=True)
    return 0 if all(done) and not problems else 1


def _county(name: str, config: Config) -> County:
    """The county's plan, from a spec or from a document."""
    target = Target(name, read(name))
    if target.is_document:
        return County(Source(name, ""), Job(target, config).case())
    return read_county(target.raw, name, config)


def _chosen(work: Work, only: tuple[str, ...]) -> frozenset[str]:
    towns = [*work.townships, *(one.township for one in work.faulty)]
    known = dict.fromkeys(town.name for town in towns)
    for name in only:
        if name not in known:
            raise UserError(f"乡镇名单里没有“{name}”；有：{'、'.join(known)}")
    return frozenset(only or known)


def _told(one: Faulty, source: Source) -> bool:
    """What is wrong with a township in the list."""
    _say(one.problems, source)
    count = len(one.problems)
    click.echo(f"{one.township.name}：名单里有 {count} 处写错，没有推出", err=True)
    return False


def _one(work: Work, town: Township, options: Options, told: set[Problem]) -> bool:
    """One township: its spec and documents, or what is missing.

    What is left over of the county's text is told once for all townships (`told`).
    """
    derived = work.derive(town)
    _say(derived.problems, work.source)
    _say([one for one in derived.left if one not in told], work.county.source)
    again = sum(one in told for one in derived.left)
    told.update(derived.left)
    if not derived.sound:
        above = f"（{again} 处上面说过）" if again else ""
        click.echo(f"{town.name}：缺 {derived.errors} 处{above}，没有推出", err=True)
        return False
    if options.explain:
        echo_data("".join(f"{row}\n" for row in explained(derived, work)).encode())
    return _written(work, derived, options) if options.out else True


def _written(work: Work, derived: Derived, options: Options) -> bool:
    """The files of one township; False where there are errors, or a hand's work is in the way."""
    out = Path(options.out or ".")
    path = out / f"{derived.township.name}.yaml"
    linted = work.lint(derived, str(path))
    echo_problems(linted)
    if not options.force and touched(path):
        click.echo(f"{path}：手工改过，没有覆盖；要覆盖用 --force", err=True)
        return False
    changed = put(path, linted.source.text.encode())
    click.echo(f"{path}{'' if changed else '（没有变化）'}")
    if options.documents and not linted.errors:
        for one in render(linted, out, template=options.template):
            click.echo(f"{one.path}{'' if one.changed else '（没有变化）'}")
    return not linted.errors


def _say(problems: list[Problem] | tuple[Problem, ...], source: Source) -> None:
    for problem in problems:
        click.echo(problem_text(problem, source, color=color_wanted(sys.stderr)), err=True)
