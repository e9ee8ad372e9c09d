"""Do something again whenever a file changes, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from plangen.problem import UserError

EVERY = 0.5  # seconds between two looks
State = tuple[int, int]


def watched(names: Sequence[str], work: Callable[[], int]) -> int:
    """Work once, and again after each change of a file; the exit code of the last time.

    What can't be done (a file that its editor is just replacing) is told, and the watch goes on.
    """
    code = 0
    try:
        for _ in _changes([Path(name) for name in names]):
            try:
                code = work()
            except UserError as error:
                click.echo(f"plangen：{error}", err=True)
                code = 2
            click.echo("等待改动，按 Ctrl-C 停止", err=True)
    except KeyboardInterrupt:
        click.echo("", err=True)
    return code


def _changes(paths: Sequence[Path]) -> Iterator[None]:
    """Once at the beginning, then after each change that is over: two looks alike."""
    seen = done = _states(paths)
    yield
    while True:
        time.sleep(EVERY)
        now = _states(paths)
        if now == seen and now != done:
            done = now
            yield
        seen = now


def _states(paths: Sequence[Path]) -> list[State | None]:
    return [_state(path) for path in paths]


def _state(path: Path) -> State | None:
    """When a file was written and how long it is; None where it can't be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
