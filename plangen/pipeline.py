"""The verbs: load a spec, lint it, render it. Values in, values out; the command line prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plangen.compose import documents
from plangen.model.plan import Plan
from plangen.problem import Level, Problem, UserError, Where
from plangen.rules import Case, Outcome, run
from plangen.schema.build import build
from plangen.schema.check import check
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.locate import Taken, locate
from plangen.source.places import Source, Value
from plangen.source.reader import read_yaml
from plangen.standard.catalogue import Standard, load_standard, standard_ids
from plangen.standard.context import Context
from plangen.write.files import put

if TYPE_CHECKING:
    from plangen.model.document import Document

KINDS = ("plan",)
KIND_KEYS = ("kind", "类型")
KIND_WORDS = {"方案": "plan"}


@dataclass
class Loaded:
    """A spec as far as it could be read: the plan is None where its form is broken."""

    source: Source
    problems: list[Problem]
    plan: Plan | None = None
    case: Case | None = None
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.level is Level.ERROR]


@dataclass(frozen=True)
class Rendered:
    """A document that was asked for: where it is, and whether its bytes are new."""

    path: Path
    changed: bool


def load(raw: bytes, name: str) -> Loaded:
    """A spec from its bytes, with every problem of its form."""
    source, problems = read_yaml(raw, name)
    if problems:
        return Loaded(source, _placed(problems, source))
    kind, problem = _kind(source)
    if problem:
        return Loaded(source, _placed([problem], source))
    source, problems = shape(source, schema(kind))
    problems += check(source, kind)
    if problems:
        return Loaded(source, _placed(problems, source))
    return Loaded(source, [], build(Plan, cast("dict[str, Value]", source.data)))


def lint(raw: bytes, name: str) -> Loaded:
    """A spec from its bytes, with every problem: of form first, then by the rules."""
    loaded = load(raw, name)
    if loaded.plan is None:
        return loaded
    case = make_case(loaded.plan)
    outcome = run(case)
    problems = _placed(outcome.problems, loaded.source)
    return replace(loaded, problems=problems, case=case, outcome=outcome)


def make_case(plan: Plan) -> Case:
    """A plan with its catalogues and the documents it prints."""
    standards = catalogues(plan)
    context = Context(plan, standards)
    composed = {kind: compose(context) for kind, compose in documents(plan).items()}
    return Case(plan, standards, composed)


def catalogues(plan: Plan) -> Mapping[str, Standard]:
    """The catalogues of the standards a plan names; unknown ids are a rule's affair."""
    known = standard_ids()
    return {use.id: load_standard(use.id) for use in plan.standards if use.id in known}


def render(
    loaded: Loaded, out: Path, *, only: Iterable[str] = (), template: str | None = None
) -> list[Rendered]:
    """Write the documents of a linted spec into a folder."""
    plan, case = loaded.plan, loaded.case
    if plan is None or case is None:
        raise UserError(f"“{loaded.source.name}”有错误，不能生成")
    stem = Path(loaded.source.name).stem
    contents = {
        out / f"{stem}-{kind}.docx": _write(plan, document, template)
        for kind, document in _chosen(case.documents, tuple(only)).items()
    }
    return [Rendered(path, put(path, content)) for path, content in contents.items()]


def _chosen(composed: Mapping[str, Document], only: tuple[str, ...]) -> Mapping[str, Document]:
    if missing := [kind for kind in only if kind not in composed]:
        raise UserError(f"没有“{missing[0]}”这种文件；有：{'、'.join(composed)}")
    return {kind: composed[kind] for kind in composed if not only or kind in only}


def _write(plan: Plan, document: Document, template: str | None) -> bytes:
    # Word's libraries take half the start-up time: a spec that is only checked does without.
    from plangen.template.load import Template
    from plangen.write.docx import write

    layout = plan.layout
    return write(document, Template.load(template or layout.metrics, fonts=layout.fonts))


def _kind(source: Source) -> tuple[str, Problem | None]:
    """The kind of a spec, from its key."""
    every = "、".join(KINDS)
    data = source.data
    if not isinstance(data, dict):
        message = f"文件应由若干个键组成，第一行写 kind（类型），现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where(line=1, column=1))
    key = next((key for key in KIND_KEYS if key in data), None)
    if key is None:
        message = f"缺少 kind（类型），现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where(line=1, column=1))
    kind = KIND_WORDS.get(str(data[key]), str(data[key]))
    if kind not in KINDS:
        message = f"没有“{kind}”这种文件，kind（类型）现有：{every}"
        return "", Problem("spec-kind", Level.ERROR, message, Where((key,)))
    return kind, None


def _placed(problems: list[Problem], source: Source) -> list[Problem]:
    """Problems with line, column and quote filled in, in the order of the file."""
    out, taken = [], cast("Taken", set())
    for problem in problems:
        where = locate(source, problem.where, problem.quote, taken)
        out.append(replace(problem, where=where, quote=problem.quote or source.quote(where)))
    return sorted(out, key=lambda p: (p.where.line or 0, p.where.column or 0, p.rule))
