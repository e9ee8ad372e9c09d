"""`plangen batch` for any number of made-up townships: how fast, and in how much memory.

    python benchmarks/batching.py                  # as `make bench` does
    python benchmarks/batching.py 1000 10000       # runs of so many townships, on two processes

Each township gets its spec, 通知, 实施方案 and 印发稿: derived, checked, written. Two counties'
plans are brought down: one that prints the clauses, and one as brief as some are. docxtpl renders
the same three documents, composed beforehand, with the same template, in the same minutes, and
checks nothing. What memory the processes take is read from /proc, and so on Linux alone.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import perf_counter, process_time, sleep

from measure import Table, against
from plain import saved
from render import plain_blocks

from plangen.pipeline import lint
from plangen.rules import Case
from plangen.template.load import Template

ROOT = Path(__file__).parents[1]
GROWTH, LARGE, PAIR = (10, 100, 1000), (100, 1000), 200  # townships
SAMPLE = 20  # townships whose documents docxtpl renders
PR_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
LOOK = 0.2  # seconds between two looks at the memory
MB = 1024
LINEAR, FASTER, MORE, MOST_WORKER = 11.0, 1 / 1.7, 1.3, 60.0
PLAN, DOCUMENTS = "实施方案", 3  # of a township
MOST_TIME = 1000 / 150  # ms of a processor for a document of a brief plan
SIZES: dict[str, tuple[str, ...]] = {"long": (), "brief": ("brief",)}  # what made_up is told
TIMES = ("wall", "cpu")


@dataclass
class Went:
    """A run: seconds on the clock and of processors, peaks in MB, what it wrote in MB."""

    count: int
    wall: float = 0.0
    cpu: float = 0.0
    parent: float = 0.0
    workers: dict[int, float] = field(default_factory=dict)
    disk: float = 0.0

    @property
    def rate(self) -> float:
        """Townships a second of a processor: on a busy machine it is the one that counts."""
        return self.count / self.cpu

    @property
    def each(self) -> float:
        """Milliseconds of a processor for a document."""
        return 1000 / self.rate / DOCUMENTS

    @property
    def worker(self) -> float:
        """The highest peak of a process that does the work."""
        return max(self.workers.values(), default=self.parent)


def tables(runs: int) -> Iterator[Table]:
    """Growth, one process and two, long runs; docxtpl in between."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        yield _growth(place)
        yield _pair(place, runs)
        yield from _large(place, LARGE)


def _growth(place: Path) -> Table:
    walls = [_run(place, count, 1).wall for count in GROWTH]
    heads = (*(str(count) for count in GROWTH), "growth")
    row = ("one process, s", (*walls, walls[-1] / walls[-2]))
    return Table("batch, townships", heads, (row,), wanted=(LINEAR,))


def _pair(place: Path, runs: int) -> Table:
    """The best of some runs of each, in turn; a busy machine has its say in the seconds."""
    both = [(_run(place, PAIR, 2), _run(place, PAIR, 1)) for _ in range(runs)]
    two, one = zip(*both, strict=True)
    walls, used = ([min(getattr(w, of) for w in each) for each in (two, one)] for of in TIMES)
    rows = (
        (f"batch, {PAIR} townships, s", against(*walls)),
        ("seconds of processors", against(*used)),
    )
    return Table("processes", ("two", "one", "ratio"), rows, wanted=(FASTER, MORE))


def _large(place: Path, counts: tuple[int, ...]) -> Iterator[Table]:
    """Long runs on two processes, and docxtpl after each."""
    for count in counts:
        went, cases = [], []
        for size in SIZES:
            went.append(_run(place, count, 2, size))
            cases.append(_cases(place / f"{size}-{count}" / "out"))
        rows = (
            ("characters of a plan", [_characters(each) for each in cases]),
            ("seconds", [each.wall for each in went]),
            ("seconds of processors", [each.cpu for each in went]),
            ("townships a second of them", [each.rate for each in went]),
            ("the same, docxtpl alone", [_docxtpl(each) for each in cases]),
            ("ms of them a document", [each.each for each in went]),
            ("worker, peak MB", [each.worker for each in went]),
            ("parent, peak MB", [each.parent for each in went]),
            ("written, MB", [each.disk for each in went]),
        )
        wanted = (*(None,) * 5, MOST_TIME, MOST_WORKER, None, None)
        yield Table(f"batch, {count} townships", (*SIZES,), rows, wanted=wanted)


def _run(place: Path, count: int, jobs: int, size: str = "long") -> Went:
    """A batch of its own, from start to exit."""
    folder = place / f"{size}-{count}"
    if not folder.exists():
        made = [sys.executable, "-m", "tests.tools.made_up", str(folder), str(count)]
        subprocess.run([*made, *SIZES[size]], cwd=ROOT, check=True)
    out = folder / "out"
    subprocess.run(["rm", "-rf", str(out)], check=True)
    batch = [sys.executable, "-m", "plangen", "batch", str(folder / "roadmap.yaml")]
    went = Went(count)
    start, before = perf_counter(), _used()
    with subprocess.Popen(
        [*batch, "-o", str(out), "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as process:
        while process.poll() is None:
            _look(process.pid, went)
            sleep(LOOK)
    went.wall, went.cpu = perf_counter() - start, _used() - before
    if process.returncode:
        sys.exit(f"batch of {count} townships: exit code {process.returncode}")
    went.disk = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / MB / MB
    return went


def _used() -> float:
    """Seconds of processors of the processes that were started here, and of theirs."""
    while _adopts():  # the one that workers are copied from outlives who began it
        try:
            os.wait()
        except ChildProcessError:
            break
    used = os.times()
    return used.children_user + used.children_system


@cache
def _adopts() -> bool:
    """From now on a process whose parent has ended is this one's, to be waited for; on Linux."""
    return sys.platform == "linux" and not ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _look(parent: int, went: Went) -> None:
    """The peaks so far, of the process and of those that it started, or had started."""
    went.parent = max(went.parent, _peak(parent))
    for child in _below(parent):
        went.workers[child] = max(went.workers.get(child, 0.0), _peak(child))


def _below(parent: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    except OSError:
        return
    for child in map(int, children.split()):
        yield child
        yield from _below(child)


def _peak(process: int) -> float:
    """The peak of a process in MB; 0 where it is gone, or the system doesn't tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / MB for line in lines if line.startswith("VmHWM")), 0.0)


def _cases(out: Path) -> list[Case]:
    """Some of the townships that were written."""
    specs = sorted(out.rglob("*.yaml"))[:SAMPLE]
    cases = [lint(path.read_bytes(), path.name).case for path in specs]
    return [case for case in cases if case is not None]


def _characters(cases: list[Case]) -> int:
    """The length of their longest plan."""
    return max(sum(map(len, case.documents[PLAN].texts())) for case in cases)


def _docxtpl(cases: list[Case]) -> float:
    """Townships a second of the processor: some of their documents, one after the other."""
    layout = cases[0].plan.layout
    contexts = [plain_blocks(each) for case in cases for each in case.documents.values()]
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.docx"
        template.write_bytes(Template.load(layout.metrics, fonts=layout.fonts).data)
        start = process_time()
        for blocks in contexts:
            saved(blocks, template)
        return len(cases) / (process_time() - start)


def main() -> None:
    """Long runs of the numbers that are given, else everything."""
    counts = tuple(map(int, sys.argv[1:]))
    with tempfile.TemporaryDirectory() as folder:
        for table in _large(Path(folder), counts) if counts else tables(1):
            print(f"{table.show()}\n", flush=True)


if __name__ == "__main__":
    main()
