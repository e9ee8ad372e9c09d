"""Where every value of a derived plan comes from, a line for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plangen.derive import Derived, Kind, Origin
from plangen.pipeline.deriving import Work
from plangen.pipeline.spelled import spelled
from plangen.problem import Where
from plangen.source.places import Source, texts

SHOWN = 30  # characters of a value


def explained(derived: Derived, work: Work) -> Iterator[str]:
    """Each value with its path, the kind of its origin, and the place or the line of it."""
    yield f"{derived.township.name}："
    own = work.source_of(derived.township)
    for path, text in texts(spelled(derived.plan).data):
        if path == ("kind",):
            continue
        origin = derived.origin(path) or Origin(Kind.COPIED)
        flat = text.replace("\n", " ")
        shown = flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}……"
        dotted = ".".join(str(key) for key in path)
        yield f"  {dotted}\t{shown}\t{said(origin, own, work)}"


def said(origin: Origin, own: Source, work: Work) -> str:
    """An origin in words: 对照 xx-county.yaml:12，default:31 “我县”改“我镇”."""
    source = own if origin.kind is Kind.OWN else work.county.source
    own_file = origin.kind is not Kind.COMPUTED or bool(origin.source.path)
    place = _place(origin.source, source) if own_file else ""
    parts = [place, *origin.lines, origin.why]
    return " ".join([origin.kind.value, "；".join(part for part in parts if part)]).rstrip()


def _place(where: Where, source: Source) -> str:
    """File and line of a place; empty where it is in no file."""
    found = source.find(where)
    if found.line is None or not where.path:
        return Path(source.name).name if found.line else ""
    return f"{Path(source.name).name}:{found.line}"
