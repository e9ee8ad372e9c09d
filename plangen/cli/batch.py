"""`plangen batch`: what the call asks for; the work is in batch_work."""

from __future__ import annotations

import click

from plangen.batch.executors import begun
from plangen.cli.batch_options import Options
from plangen.cli.chinese import Command
from plangen.cli.options import TEMPLATE


@click.command(cls=Command)
@click.argument("roadmap", metavar="行动方案.yaml")
@click.option("-o", "--out", required=True, metavar="文件夹", help="写到哪个文件夹")
@click.option("--year", type=int, metavar="年份", help="只做这一年开始的")
@click.option("--jobs", type=click.IntRange(1), metavar="个数", help="几个进程（默认用满本机）")
@click.option("--scheduler", metavar="地址", help="交给 dask 集群，如 tcp://10.0.0.1:8786")
@click.option("--plan", metavar="方案.yaml", help="依据的方案（默认看行动方案里的 plan）")
@click.option("--townships", metavar="名单.yaml", help="乡镇名单（默认看行动方案里的 townships）")
@TEMPLATE
@click.option("--force", is_flag=True, help="手工改过的文件也覆盖")
def command(**given: object) -> int:
    """由五年行动方案生成各年各乡镇的公文。

    中断后再运行，只做没做完的和有变化的。index.html、index.csv 是目录。
    """
    options = Options(**given)  # type: ignore[arg-type]
    if options.here:
        begun()  # it imports at the same time as this process
    from plangen.cli.batch_work import work

    return work(options)
