"""Options that several commands have alike, and lists: repeated, with commas, or both."""

from __future__ import annotations

import re

import click


def listed(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """What an option was given, one by one: `--only 通知,印发稿` is as good as `--only` twice."""
    parts = (part.strip() for value in values for part in re.split("[,，、]", value))
    return tuple(part for part in parts if part)


STANDARD = click.option(
    "--standard",
    multiple=True,
    callback=listed,
    metavar="编号",
    help="文档依据的标准（不给则看文中书名号里的名称）",
)
TEMPLATE = click.option("--template", metavar="文件", help="用本单位改过样式的模板（.docx）")
TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式（默认 text）",
)
