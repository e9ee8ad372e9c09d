"""The files of a county's plan and of its townships opened, ready to derive one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

from plangen.compose.outline import outline
from plangen.config.model import Config
from plangen.derive import Derivation, Gathering
from plangen.model.townships import Figure, Township, Townships
from plangen.pipeline.deriving import County, Work, beside, load_tables
from plangen.pipeline.faulty import KIND, LIST, Faulty, apart, faulty
from plangen.pipeline.listing import TOO_LONG, Listing
from plangen.pipeline.load import Spec, load, placed
from plangen.pipeline.many import Many
from plangen.problem import Level, Problem, UserError, Where
from plangen.schema.build import build
from plangen.source.places import Source, Value

Opened = tuple[Work | None, list[Problem], Source]


def open_work(
    county: County, raw: bytes, name: str, config: Config, tables: Path | None = None
) -> Opened:
    """A county's plan and the file of its townships.

    None where that has faults of form beside those within a township.
    """
    if not outline(county.case.plan):
        said = "里没有方案的内容，不能由它推出乡镇的方案；给出通知的，要连同它印发的方案"
        raise UserError(f"“{county.source.name}”{said}")
    spec = load(raw, name)
    _, rest = apart(spec)
    if any(problem.rule == TOO_LONG for problem in rest) and Path(name).is_file():
        work = _of_many(county, spec.source, config, tables)
    elif rest:
        return None, spec.problems, spec.source
    elif spec.kind != KIND:
        raise UserError(f"“{name}”不是乡镇名单（kind: townships）")
    else:
        work = _of_all(county, spec, config, tables)
    return work, list(_twice(work)), spec.source


def _of_all(county: County, spec: Spec, config: Config, tables: Path | None) -> Work:
    """The work on a file that was read at once."""
    within, _ = apart(spec)
    data = cast("dict[str, Value]", spec.source.data)
    items = list(enumerate(cast("list[dict[str, Value]]", data[LIST])))
    sound = [build(Township, one, Where((LIST, n))) for n, one in items if n not in within]
    broken = [faulty(one, n, within[n]) for n, one in items if n in within]
    found = build(Townships, data | {LIST: []})
    tables = tables or beside(spec.source.name, found.tables)
    derivation = _derivation(county, [*sound, *_towns(broken)], found.figures, tables)
    return Work(county, spec.source, tuple(sound), derivation, config, tuple(broken))


def _of_many(county: County, source: Source, config: Config, tables: Path | None) -> Work:
    """The work on a file that has more townships than are read at once."""
    listing = Listing(Path(source.name), source.name)
    lines, sound = {}, []
    for one in listing:
        sound.append(one.township)
        lines[one.township.where.path] = one.lines
    broken = listing.faulty
    tables = tables or beside(source.name, listing.tables)
    derivation = _derivation(county, [*sound, *_towns(broken)], listing.figures, tables)
    many = Many(source, lines, *listing.beside) if listing.beside else None
    return Work(county, source, tuple(sound), derivation, config, tuple(broken), many)


def _towns(broken: Iterable[Faulty]) -> Iterator[Township]:
    return (one.township for one in broken)


def _derivation(
    county: County, towns: Iterable[Township], figures: Sequence[Figure], tables: Path | None
) -> Derivation:
    """What the townships are derived by: the county's plan, the tables, the towns themselves."""
    gathering = Gathering(county.case.plan)
    for town in towns:
        gathering.add(town)
    case = county.case
    return Derivation(
        case.plan, case.standards, load_tables(tables), gathering.region(tuple(figures))
    )


def _twice(work: Work) -> Iterator[Problem]:
    """A township that is there twice."""
    seen: set[str] = set()
    for town in work.townships:
        if town.name in seen:
            message = f"“{town.name}”写了两次，只留一个"
            twice = Problem("township-double", Level.ERROR, message, town.where / "name")
            yield from placed([twice], work.source_of(town))
        seen.add(town.name)
