"""All benchmarks, or those that are named, with the machine and how busy it is: `make bench`.

A benchmark is a file with `tables(runs)` and a row in BENCHMARKS. benchmarks/README.md says what
the lines mean.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path

import batching
import checking
import growth
import linting
import loading
import reading
import render
import rendering
import start
from measure import Table

BENCHMARKS: dict[str, tuple[Callable[[int], Iterator[Table]], int]] = {
    "loading": (loading.tables, 20),
    "checking": (checking.tables, 50),
    "reading": (reading.tables, 40),
    "linting": (linting.tables, 15),
    "growth": (growth.tables, 5),
    "start": (start.tables, 7),
    "render": (render.tables, 7),
    "rendering": (rendering.tables, 40),
    "batching": (batching.tables, 2),
}
"""What each measures with, and in how many runs."""


def machine() -> str:
    """What the numbers were measured on, and what else it was doing."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {python}, load {load}"


def _processor() -> str:
    """The name of the processor, where the system tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("-n", "--runs", type=int, help="instead of each one's own number")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in BENCHMARKS]:
        parser.error(f"no benchmark {unknown[0]}; there are: {', '.join(BENCHMARKS)}")
    print(machine())
    for name in arguments.names or BENCHMARKS:
        tables, runs = BENCHMARKS[name]
        for table in tables(arguments.runs or runs):
            print(f"\n{table.show()}", flush=True)
    print(f"\n{machine()}")


if __name__ == "__main__":
    main()
