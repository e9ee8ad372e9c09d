"""The stages of a rendering in one process, first with nothing loaded, then once more.

`python benchmarks/stages.py SPEC.yaml BLOCKS.json TEMPLATE.docx` prints the milliseconds of each
as JSON, and those of plain docxtpl (see plain.py) in the same process.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

PLAIN = "docxtpl"
T = TypeVar("T")


class Clock:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """What the work gives, and how long it took."""
        start = perf_counter()
        result = work()
        self.times[stage] = (perf_counter() - start) * 1000
        return result


def once(spec_file: Path, blocks: Path, template_file: Path) -> dict[str, float]:
    """One rendering, without writing to the disk."""
    raw, name = spec_file.read_bytes(), spec_file.name
    from plangen.pipeline import load, make_case
    from plangen.rules import run

    clock = Clock()
    spec = clock.time("load", lambda: load(raw, name))
    if spec.plan is None:
        sys.exit(f"{name} is no plan without faults")
    plan = spec.plan
    case = clock.time("compose", lambda: make_case(plan))
    clock.time("rules", lambda: run(case))
    clock.time("import writer", _import_writer)
    from plain import saved

    from plangen.template.load import Template
    from plangen.write.docx import write

    layout = plan.layout
    template = clock.time("template", lambda: Template.load(layout.metrics, fonts=layout.fonts))
    clock.time("write", lambda: [write(d, template) for d in case.documents.values()])
    plain = json.loads(blocks.read_text())
    clock.time(PLAIN, lambda: [saved(each, template_file) for each in plain.values()])
    return clock.times


def _import_writer() -> None:
    import plangen.write.docx  # noqa: F401


def _import_pipeline() -> None:
    import plangen.pipeline  # noqa: F401


def main() -> None:
    """The first time, and again with everything imported and cached."""
    files = [Path(name) for name in sys.argv[1:]]
    clock = Clock()
    clock.time("import plangen", _import_pipeline)
    print(json.dumps({"first": clock.times | once(*files), "again": once(*files)}))


if __name__ == "__main__":
    main()
