"""Yes or no to a sound spec by the schema: plangen's functions beside Cerberus."""

from __future__ import annotations

from collections.abc import Iterator

from measure import Table, against, race
from sizes import COUNTY, county
from standard import shaped, valid

from plangen.schema.accept import accepts

MOST = 0.1
SIZE = 60_000


def tables(runs: int) -> Iterator[Table]:
    """A row for each file."""
    files = {COUNTY.name: COUNTY.read_bytes(), f"{SIZE // 1000} KB": county(SIZE)}
    rows = tuple((name, _both(raw, runs)) for name, raw in files.items())
    yield Table("accepting, ms", ("plangen", "Cerberus", "ratio"), rows, 2, (MOST,) * len(rows))


def _both(raw: bytes, runs: int) -> tuple[float, float, float]:
    accept, data = accepts("plan"), shaped(raw, "x.yaml").data
    return against(*race(runs, lambda: accept(data), lambda: valid(data)))
