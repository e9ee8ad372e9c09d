"""What the commands print alike: problems, colours, statistics."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from plangen.pipeline.lint import Linted
from plangen.report.text import problem_text


def color_wanted(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user hasn't refused colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def echo_data(content: bytes) -> None:
    """Data for a program, on stdout: UTF-8 with its own line ends on every system."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a stream of text that somebody put in the place of stdout
        sys.stdout.write(content.decode())
        return
    sys.stdout.flush()
    buffer.write(content)
    buffer.flush()


def echo_problems(linted: Linted) -> None:
    """Every problem of a spec, on stderr."""
    color = color_wanted(sys.stderr)
    for problem in linted.problems:
        click.echo(problem_text(problem, linted.source, color=color), err=True)


def echo_statistics(linted: Linted) -> None:
    """What ran, what was suspended and why, what had nothing to look at; on stderr."""
    outcome = linted.outcome
    counts = (len(outcome.ran), len(outcome.suspended), len(outcome.without_data))
    said = "核对 {} 条规则，其中 {} 条有处未能核对；另有 {} 条没有内容可核对".format(*counts)
    click.echo(f"{linted.source.name}：{said}", err=True)
    for rule, found in outcome.suspended.items():
        for item in found:
            click.echo(f"  未能核对 {rule}：{item.why}", err=True)
    for rule in outcome.without_data:
        click.echo(f"  没有内容 {rule}", err=True)
    if linted.ignored:
        click.echo(f"  文件里注明不报的有 {linted.ignored} 处", err=True)
    for one in linted.unused:
        what = "、".join(one.patterns)
        click.echo(f"  第 {one.line} 行注明不报的 {what} 没有用上", err=True)
