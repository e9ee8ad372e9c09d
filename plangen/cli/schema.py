"""`plangen schema`: what an editor needs to complete and check a file while it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import click

from plangen.cli.chinese import Command
from plangen.cli.files import check_suffix
from plangen.cli.output import echo_data
from plangen.pipeline.load import KINDS
from plangen.schema.editor import editor_schema
from plangen.write.files import put

NAMES = {**{word: kind for kind, word in KINDS.items()}, "设置": "config"}
"""The kinds of files by their Chinese names; .plangen.yaml has no `kind` in it."""


@click.command(cls=Command)
@click.argument(
    "kind", metavar="[种类]", default="plan", type=click.Choice([*NAMES.values(), *NAMES])
)
@click.option("-o", "--out", metavar="文件.json", default="-", help="写到哪个文件（默认标准输出）")
def command(kind: str, out: str) -> None:
    """印出一种文件的 JSON Schema，供编辑器补全和提示。

    种类是 plan（方案，默认）、roadmap（行动方案）、townships（乡镇名单）、standard（条款库）、
    derive（对照表）或 config（设置）。
    """
    found = editor_schema(NAMES.get(kind, kind))
    content = (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
    if out == "-":
        echo_data(content)
        return
    check_suffix(out, (".json",))  # a plan named by mistake would be gone
    put(Path(out), content)
