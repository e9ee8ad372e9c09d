"""How the time of `lint` grows with a spec: ten, a hundred, a thousand groups and paragraphs.

Linear growth is a factor of ten from one column to the next; `growth` is that of the last step.
The first column is mostly what every spec costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time

from measure import Table
from sizes import grown

from plangen.pipeline import lint, load

COUNTS = (10, 100, 1000)
ENOUGH = 4.0  # seconds for one number
MOST = 20.0  # a square would be 100; of what is kept, Python's own collector asks for a third
KINDS: dict[str, Callable[[int], bytes]] = {
    "groups": lambda count: grown(count, 10),
    "paragraphs": lambda count: grown(10, count),
    "ignores": lambda count: _marked(grown(count, 10)),
    "findings": lambda count: grown(10, count).replace(
        "片区要在".encode(), "片区截止目前".encode()
    ),
    "faults": lambda count: grown(count, 10).replace(b"units:", b"unit:"),
}


def _marked(raw: bytes) -> bytes:
    return raw.replace(b"\n    units:", b"  # plangen: ignore=unit-unlisted\n    units:")


def tables(runs: int) -> Iterator[Table]:
    """`lint` for each kind of growth, loading for groups."""
    lint(grown(10, 10), "x.yaml")
    rows = [(name, _times(make, lint, runs)) for name, make in KINDS.items()]
    rows.append(("groups, load alone", _times(KINDS["groups"], load, runs)))
    heads = (*(str(count) for count in COUNTS), "growth")
    yield Table("lint, ms", heads, tuple(rows), wanted=(MOST,) * len(rows))


def _times(
    make: Callable[[int], bytes], work: Callable[[bytes, str], object], runs: int
) -> tuple[float, ...]:
    """The best time for each count, and the factor of the last step."""
    times = [_best(make(count), work, runs) for count in COUNTS]
    return *times, times[-1] / times[-2]


def _best(raw: bytes, work: Callable[[bytes, str], object], runs: int) -> float:
    """A few runs do for what takes long."""
    best, spent = float("inf"), 0.0
    for _ in range(runs):
        start = process_time()
        work(raw, "x.yaml")
        took = process_time() - start
        best, spent = min(best, took), spent + took
        if spent > ENOUGH:
            break
    return best * 1000
