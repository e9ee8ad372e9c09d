"""`plangen new`: a spec to begin with, commented, ready to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import SPECS, check_new
from plangen.pipeline.settings import find_config, load_config
from plangen.pipeline.starter import LEVELS, Starter, kinds, starter
from plangen.write.files import put

NAMES = {word: level for level, word in LEVELS.items()}
CHOICES = [*dict.fromkeys([*NAMES, *kinds()]), *LEVELS]


@click.command(cls=Command)
@click.argument("level", metavar="[种类]", required=False, type=click.Choice(CHOICES))
@click.option("-o", "--out", metavar="方案.yaml", default="方案.yaml", help="写到哪个文件")
@click.option("--name", metavar="地名", default="", help="如 霁川县；不写则为 XX")
@click.option("--task", metavar="事项", default="", help="如 创建国家卫生县城；不写则为 XX工作")
@click.option("--year", type=click.IntRange(1949, 2199), metavar="年份", help="哪一年（默认今年）")
@click.option("--standard", metavar="编号", help="所依的标准，一节设一个工作组")
def command(
    level: str | None, out: str, year: int | None, standard: str | None, **said: str
) -> None:
    """写一份可以照着填的方案，要填的地方是 XX，带说明。

    种类是 县、市、区、乡镇或 行动方案（五年，分年创建），也可以写 县级市、旗、开发区、街道、
    苏木、林场；不写则看地名，也没有地名的作县。已有的文件不覆盖。
    """
    check_new(out, SPECS)
    target = Path(out)
    library = load_config(find_config(target)).library
    found = library.find(standard) if standard else None
    year = year or date.today().year
    wanted = Starter(NAMES.get(level or "", level or ""), out, year=year, standard=found, **said)
    put(target, starter(wanted).encode())
    click.echo(out)
