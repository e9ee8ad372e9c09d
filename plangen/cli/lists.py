"""Options that take a list: repeated, with commas, or both."""

from __future__ import annotations

import re

import click


def listed(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """What an option was given, one by one: `--only 通知,印发稿` is as good as `--only` twice."""
    parts = (part.strip() for value in values for part in re.split("[,，、]", value))
    return tuple(part for part in parts if part)
