"""Reading YAML with the place of every value, beside PyYAML's SafeLoader, which gives none."""

from __future__ import annotations

from collections.abc import Iterator

from measure import Table, against, race
from sizes import COUNTY, county
from standard import safe_load

from plangen.source.reader import read_yaml

MOST = 0.25
SIZES = (60_000, 120_000)


def tables(runs: int) -> Iterator[Table]:
    """A row for each file."""
    files = {COUNTY.name: COUNTY.read_bytes()}
    files |= {f"{size // 1000} KB": county(size) for size in SIZES}
    rows = tuple((name, _both(raw, runs)) for name, raw in files.items())
    yield Table("YAML, ms", ("plangen", "SafeLoader", "ratio"), rows, wanted=(MOST,) * len(rows))


def _both(raw: bytes, runs: int) -> tuple[float, float, float]:
    return against(*race(runs, lambda: read_yaml(raw, "x.yaml"), lambda: safe_load(raw)))
