"""The stages of a rendering in one process, first with nothing loaded, then once more.

`python benchmarks/stages.py SPEC.yaml` prints the milliseconds of each as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

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


def once(raw: bytes, name: str) -> dict[str, float]:
    """One rendering, without touching the disk."""
    from plangen.pipeline import load, make_case  # noqa: PLC0415 - an import is a stage
    from plangen.rules import run  # noqa: PLC0415

    clock = Clock()
    spec = clock.time("load", lambda: load(raw, name))
    if spec.plan is None:
        sys.exit(f"{name} is no plan without faults")
    plan = spec.plan
    case = clock.time("compose", lambda: make_case(plan))
    clock.time("rules", lambda: run(case))
    clock.time("import docxtpl", _import_writer)
    from plangen.template.load import Template  # noqa: PLC0415
    from plangen.write.docx import write  # noqa: PLC0415

    layout = plan.layout
    template = clock.time("template", lambda: Template.load(layout.metrics, fonts=layout.fonts))
    clock.time("write", lambda: [write(d, template) for d in case.documents.values()])
    return clock.times


def _import_writer() -> None:
    import plangen.write.docx  # noqa: F401, PLC0415


def _import_pipeline() -> None:
    import plangen.pipeline  # noqa: F401, PLC0415


def main() -> None:
    """The first time, and again with everything imported and cached."""
    spec = Path(sys.argv[1])
    raw = spec.read_bytes()
    clock = Clock()
    clock.time("import plangen", _import_pipeline)
    print(json.dumps({"first": clock.times | once(raw, spec.name), "again": once(raw, spec.name)}))


if __name__ == "__main__":
    main()
