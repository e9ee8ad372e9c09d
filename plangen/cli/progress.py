"""How far a long work is, on stderr: a bar with rate and time left on a terminal, else lines."""

from __future__ import annotations

import sys
import time

import click

from plangen.batch.run import Progress

EVERY = 100  # townships a line in a log
WIDTH = 24  # characters of the bar
OFTEN = 0.1  # seconds between two pictures of the bar


class Meter:
    """Shows how many of `total` are done."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.started = time.monotonic()
        self.shown = 0.0
        self.lines = 0
        self.terminal = sys.stderr.isatty()

    def show(self, progress: Progress) -> None:
        """The state after some were done."""
        done, total, before = progress.done, progress.total, progress.before
        spent = time.monotonic() - self.started
        rate = (done - before) / spent if spent > 0 else 0.0
        if self.terminal:
            last = done == total
            if last or time.monotonic() - self.shown >= OFTEN:
                self.shown = time.monotonic()
                click.echo(f"\r{self._bar(done, total, rate)}", err=True, nl=last)
        elif done // EVERY > self.lines:
            self.lines = done // EVERY
            click.echo(f"{done}/{total} {self.unit}，每秒 {rate:.0f} 个", err=True)

    def _bar(self, done: int, total: int, rate: float) -> str:
        full = WIDTH * done // total if total else WIDTH
        left = (total - done) / rate if rate else 0
        time_left = f"，还要 {left:.0f} 秒" if left >= 1 else ""
        bar = "█" * full + "·" * (WIDTH - full)
        return f"{bar} {done}/{total} {self.unit}，每秒 {rate:.0f} 个{time_left}\x1b[K"
