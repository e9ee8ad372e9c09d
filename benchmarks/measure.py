"""How to measure on a machine that others use too: in turn, many times, and the best counts.

What is compared runs in one process (or in processes by turns), so that a busy moment hits both.
The least of many times is the one that nothing disturbed; of processes that also read files the
median is shown.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from plangen.kept import FOLDER

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Table:
    """Rows of numbers under their heads, with what each row's last number should be at most."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, Sequence[float]], ...]
    digits: int = 1
    wanted: tuple[float | None, ...] = ()

    def show(self) -> str:
        """The table as text."""
        lines = [f"{self.title:34}" + "".join(f"{head:>12}" for head in self.heads)]
        wanted = self.wanted or (None,) * len(self.rows)
        for (name, values), most in zip(self.rows, wanted, strict=True):
            numbers = [f"{value:>12.{self.digits}f}" for value in values]
            if self.heads[-1] in RATIOS:
                numbers[-1] = f"{values[-1]:>12.2f}"
            lines.append(f"{name:34}" + "".join(numbers) + _verdict(values[-1], most))
        return "\n".join(lines)


RATIOS = {"ratio", "growth"}


def _verdict(value: float, most: float | None) -> str:
    if most is None:
        return ""
    return f"   ≤ {most:.2f} {'kept' if value <= most else 'MISSED'}"


def against(ours: float, theirs: float) -> tuple[float, float, float]:
    """Both times and their ratio; below 1 plangen is faster."""
    return ours, theirs, ours / theirs


def race(runs: int, *works: Callable[[], object]) -> list[float]:
    """The best time of each work in milliseconds of the processor; all of them run in turn."""
    best = [float("inf")] * len(works)
    for _ in range(runs):
        for number, work in enumerate(works):
            gc.collect()  # what one left isn't to be swept up in another's time
            start = process_time()
            work()
            best[number] = min(best[number], (process_time() - start) * 1000)
    return best


@contextmanager
def nothing_kept() -> Iterator[None]:
    """With it this process learns nothing of those before it: which lines they found sound."""
    before = os.environ.get(FOLDER)
    os.environ[FOLDER] = ""
    try:
        yield
    finally:
        del os.environ[FOLDER]
        if before is not None:
            os.environ[FOLDER] = before


@dataclass(frozen=True)
class Run:
    """A process: seconds on the clock, seconds of processor, and its peak in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: list[str], environment: dict[str, str]) -> Run:
    """A command, timed from outside; its failure ends the benchmark."""
    launch = [sys.executable, "-S", str(LAUNCH), *command]
    done = subprocess.run(launch, env=environment, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr.decode()}")
    return Run(**json.loads(done.stdout))


def compiled(folder: str) -> dict[str, str]:
    """The environment of a process that finds its modules compiled, as an installed one does.

    What plangen keeps between calls is there, too, not where the user's own is.
    """
    environment = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PLANGEN_CACHE": f"{folder}/kept"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
