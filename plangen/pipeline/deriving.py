"""From the files of a county's plan and of its townships to the specs of the townships."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import cast

from plangen.config.model import Config
from plangen.derive import Derivation, Derived
from plangen.derive.tables import Line, Tables, over
from plangen.model.plan import Part, Phase
from plangen.model.townships import Township
from plangen.pipeline.by_hand import signed
from plangen.pipeline.faulty import Faulty
from plangen.pipeline.lint import Linted, chosen, lint, make_case
from plangen.pipeline.load import load, placed
from plangen.pipeline.many import Many
from plangen.pipeline.spelled import spelled
from plangen.problem import Path as Steps
from plangen.problem import Problem, UserError, Where, why
from plangen.rules import Case, Rule, run
from plangen.schema.build import build
from plangen.source.emit import emit
from plangen.source.ignores import Ignore, Silence, ignores
from plangen.source.packaged import content
from plangen.source.places import Source, Value, texts

DEFAULT = "default"
PACKAGE, FOLDER = "plangen.specs", "derive"
PATTERNS = ("keep", "left")  # keys whose values are regular expressions, as is any `like`


@dataclass(frozen=True)
class County:
    """A county's plan that was read: its file, its case, the comments that silence rules."""

    source: Source
    case: Case
    comments: tuple[Ignore, ...] = ()


@dataclass
class Work:
    """A county and its townships, ready to be derived one by one."""

    county: County
    source: Source  # of the townships
    townships: tuple[Township, ...]  # all but the faulty ones
    derivation: Derivation
    config: Config = field(default_factory=Config)
    faulty: tuple[Faulty, ...] = ()
    many: Many | None = None  # where there are too many townships to hold the places of all

    def source_of(self, township: Township) -> Source:
        """The file of the townships, with the places of what it says of one at least."""
        return self.many.township(township.where.path) if self.many else self.source

    @cached_property
    def _chosen(self) -> tuple[Rule, ...]:
        return chosen(self.config)

    @cached_property
    def _silence(self) -> Silence:
        return Silence(self.county.comments)

    def derive(self, township: Township, calendar: Sequence[Phase] = ()) -> Derived:
        """The plan of one township, its problems placed in their files.

        `calendar` are its phases where they aren't the county's.
        """
        found = self.derivation.township(township, calendar)
        return replace(
            found,
            problems=self._placed(found.problems, township),
            left=tuple(placed(found.left, self.county.source)),
        )

    def _placed(self, problems: Sequence[Problem], township: Township) -> tuple[Problem, ...]:
        return tuple(placed(problems, self.source_of(township))) if problems else ()

    def case(self, derived: Derived) -> Case:
        """The derived plan as the rules see it, its documents composed."""
        made = make_case(derived.plan, self.config, Path(self.county.source.name).parent)
        return replace(made, county=self.county.case)

    def check(self, case: Case) -> list[Problem]:
        """What the rules find in a derived plan, but for what the county's plan silences."""
        found = run(case, self._chosen).problems
        return [problem for problem in found if not self._silence.of(problem)]

    def text(self, derived: Derived) -> str:
        """The spec of a derived plan."""
        spec = spelled(derived.plan)
        # A comment by which the county's plan silences rules goes where its part now is.
        notes = {
            path: self._notes[part.where.path]
            for part, path in spec.parts
            if part.where.path in self._notes
        }
        body = emit(spec.data, notes)
        return signed(body, Path(self.county.source.name).name, Path(self.source.name).name)

    def lint(self, derived: Derived, name: str) -> Linted:
        """The spec of a derived plan with its problems at their lines."""
        return lint(self.text(derived).encode(), name, self.config, self.county.case)

    @cached_property
    def _notes(self) -> dict[Steps, tuple[str, ...]]:
        """The comments by which the county's plan silences rules, by their parts' paths there."""
        out: dict[Steps, tuple[str, ...]] = {}
        for comment in self.county.comments:
            note = f"plangen: ignore={','.join(comment.patterns)}"
            for path in comment.paths:
                out[path] = (*out.get(path, ()), note)
        return out


def beside(name: str, other: str) -> Path | None:
    """A file that the file `name` names, from its folder."""
    return Path(name).parent / other if other else None


def read_county(raw: bytes, name: str, config: Config) -> County:
    """A county's plan from a spec; UserError where its form is broken, or it is no plan."""
    spec = load(raw, name)
    if spec.problems or spec.plan is None:
        said = [f"{name}:{p.where.line}：{p.message}" for p in spec.problems]
        raise UserError("\n".join(said) or f"“{name}”不是方案（kind: plan）")
    case = make_case(spec.plan, config, Path(name).parent, spec.roadmap)
    return County(spec.source, case, tuple(ignores(spec.source)))


def load_tables(path: Path | None = None) -> Tables:
    """The mapping tables of a file over those that it extends; plangen's own without a file."""
    if path is None:
        return _read(content(PACKAGE, f"{FOLDER}/{DEFAULT}.yaml"), DEFAULT)
    seen: list[Path] = []
    found: Tables | None = None
    while path is not None:
        if path.resolve() in seen:
            raise UserError(f"对照表“{path}”沿用（extends）绕成了圈")
        seen.append(path.resolve())
        one = _read(_bytes(path), str(path))
        found = over(found, one) if found else one
        if one.extends == DEFAULT:
            return over(found, load_tables())
        path = path.parent / one.extends if one.extends else None
    return found or Tables()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"读不了对照表“{path}”：{why(error)}") from error


def _read(raw: bytes, name: str) -> Tables:
    spec = load(raw, name)
    if spec.problems:
        said = (f"{name}:{p.where.line}：{p.message}" for p in spec.problems)
        raise UserError("\n".join(said))
    if spec.kind != "derive":
        raise UserError(f"“{name}”不是对照表（kind: derive）")
    data = cast("dict[str, Value]", spec.source.data)
    if broken := list(_broken(data, spec.source)):
        raise UserError("\n".join(broken))
    tables = build(Tables, data)
    return cast("Tables", _at(tables, spec.source))


def _broken(data: Value, source: Source) -> Iterator[str]:
    """What is wrong with the regular expressions of a table."""
    for path, text in texts(data):
        if path[-1] != "like" and path[0] not in PATTERNS:
            continue
        try:
            re.compile(text)
        except re.error as error:
            line = source.find(Where(path)).line
            yield f"{source.name}:{line}：“{text}”不是正则表达式（{error}）；括号等要写成 \\(、\\)"


def _at(part: object, source: Source) -> object:
    """A part of the tables, with every line in it knowing where it stands."""
    if isinstance(part, tuple):
        return tuple(_at(one, source) for one in part)
    if not isinstance(part, Part):
        return part
    new = {item.name: _at(getattr(part, item.name), source) for item in fields(part)}
    if isinstance(part, Line):
        new["at"] = f"{FOLDER}/{Path(source.name).stem}.yaml:{source.find(part.where).line}"
    return replace(part, **new)  # type: ignore[arg-type]
