"""What a process costs before and beside its work: `plangen` called for one spec."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import Run, Table, compiled, run
from sizes import COUNTY

PLANGEN = ("-m", "plangen")


def tables(runs: int) -> Iterator[Table]:
    """Milliseconds from start to exit, of the processor, and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python, doing nothing": ("-c", "pass"),
            "import yaml, click": ("-c", "import yaml, click"),
            "plangen --help": (*PLANGEN, "--help"),
            "plangen lint": (*PLANGEN, "lint", str(COUNTY)),
            "plangen render": (*PLANGEN, "render", str(COUNTY), "-o", folder),
        }
        environment = compiled(str(Path(folder) / "compiled"))
        found: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(runs + 1):  # the first round compiles the modules
            for name, command in commands.items():
                found[name].append(run([sys.executable, *command], environment))
    rows = [(name, _least(each[1:])) for name, each in found.items()]
    yield Table("process", ("clock, ms", "CPU, ms", "peak, MB"), tuple(rows))


def _least(found: list[Run]) -> tuple[float, float, float]:
    return (
        min(one.wall for one in found) * 1000,
        min(one.cpu for one in found) * 1000,
        min(one.peak for one in found),
    )
