"""`plangen import`: an existing document becomes a spec."""

from __future__ import annotations

from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import SPECS, check_new, read
from plangen.cli.options import STANDARD
from plangen.cli.output import echo_data
from plangen.cli.targets import Target
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.write.files import put


@click.command(cls=Command, name="import")
@click.argument("file", metavar="文档")
@click.option("-o", "--out", metavar="方案.yaml", default="-", help="写到哪个文件（默认标准输出）")
@STANDARD
def command(file: str, out: str, standard: tuple[str, ...]) -> int:
    """把已有的方案读成 YAML。

    读 Word、WPS 和文本文件；拿不准的地方在 YAML 里用注释标出。不覆盖已有的文件。
    """
    # Word's XML is read only here, so that other commands don't wait for lxml.
    from plangen.pipeline.importing import import_document

    target = Path(out)
    if out != "-":
        check_new(out, SPECS)
    config = load_config(find_config(Path(file)))
    source = Target(file, read(file))
    if not source.is_document:
        raise UserError(f"“{source.shown}”已经是 YAML，不用读入；直接 lint、render")
    done = import_document(source.raw, file, config, standard)
    if out == "-":
        echo_data(done.text.encode())
    else:
        put(target, done.text.encode())
    said = f"{out}：" if out != "-" else ""
    lost = f"，{len(done.lost)} 段没有读入，留在注释里" if done.lost else ""
    click.echo(f"{said}存疑 {len(done.doubts)} 处{lost}", err=True)
    return 0
