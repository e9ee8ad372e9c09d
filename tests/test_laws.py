"""The laws of the design, over the examples and over plans of any shape.

1: nothing is lost. 3: what we write passes our own rules. 4: the same input, the same bytes.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import cast

import pytest
from hypothesis import Phase, given, settings
from openxml_audit import OpenXmlValidator

from plangen.model import plan as m
from plangen.pipeline import make_case
from plangen.problem import Level, Where
from plangen.standard.context import Context
from plangen.standard.coverage import reference
from plangen.text.dates import Date
from tests.plans import plans
from tests.tools.examples import NAMES, SPECS, documents, example, linted, template, written
from tests.tools.validate import drawing_ids, faults, printed, read_back, tags

DOCUMENTS = [(name, kind) for name in NAMES for kind in documents(name)]
each_document = pytest.mark.parametrize(
    ("name", "kind"), DOCUMENTS, ids=[f"{name}-{kind}" for name, kind in DOCUMENTS]
)
# A plan of hypothesis takes 0.1 s, so shrinking one takes minutes: the first failure will do.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
as_found = settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


# 1: nothing is lost


@each_document
def test_an_example_is_read_back_as_it_was_composed(name: str, kind: str) -> None:
    assert len(printed(documents(name)[kind])) > 3
    assert read_back(example(name, kind)) == printed(documents(name)[kind])


@settings(as_found, max_examples=200)
@given(plans)
def test_any_plan_is_read_back_as_it_was_composed(any_plan: m.Plan) -> None:
    for document in make_case(any_plan).documents.values():
        data = written(any_plan, document)
        assert read_back(data) == printed(document)
        assert tags(data) == []


# What isn't text: choices, references, the keys of other things.
FORMAL = {
    m.Annex: {"show"},
    m.Assignment: {"clause", "standard", "section"},
    m.ClauseRef: {"ids", "standard", "section", "clauses", "print"},
    m.Indicator: {"op"},
    m.Notice: {"title_lines", "to_place"},
    m.Plan: {"title_lines", "layout", "wording"},
    m.Section: {"show", "print"},
    m.StandardUse: {"id"},
}
# What is known to the checks and to other fields, and doesn't print of itself.
UNPRINTED = {
    m.Locality: {"name", "level", "short", "office"},
    m.StandardUse: {"title", "cited", "assigned_in", "exclude"},
}
# 征求意见稿 has neither 版头 nor 版记
RED_HEAD = {"copy_number", "secrecy", "urgency", "mark", "number", "copy_to", "printed"}


def silent(part: object) -> set[str]:
    """The fields of a part that don't print: never, or because another one is written instead."""
    out = UNPRINTED.get(type(part), set()) | FORMAL.get(type(part), set()) | {"where"}
    if isinstance(part, m.Leaders) and part.text:
        out |= {"name", "short", "duties"}
    if isinstance(part, m.Office) and part.text:
        out |= {"short", "seat"} | (set() if part.numbered else {"name"})
    if isinstance(part, m.Notice):
        out |= RED_HEAD if part.draft else set()
        out |= {"approved_by"} if part.body or part.draft else set()
        head = part.draft or part.mark
        out |= {"issuer"} if part.title and part.signature and head else set()
    if isinstance(part, m.Assignment):  # a label says whose the units behind it are
        out |= {f"{key}_label" for key in ("lead", "support") if not getattr(part, key)}
    return out


def numbered(value: object, marks: Iterator[int]) -> object:
    """A part with a rare character of its own at the end of every line of its text."""
    if isinstance(value, str):
        return "\n".join(line + chr(next(marks)) for line in value.split("\n")) if value else ""
    if isinstance(value, tuple):
        return tuple(numbered(each, marks) for each in value)
    if not is_dataclass(value) or isinstance(value, type | Date | Where):
        return value
    formal = FORMAL.get(type(value), set())
    own = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {name: numbered(old, marks) for name, old in own.items() if name not in formal}
    return replace(value, **new)


def texts(value: object) -> Iterator[str]:
    """Every line of text of a part that is meant to print."""
    if isinstance(value, str):
        yield from filter(None, value.split("\n"))
    elif isinstance(value, tuple):
        yield from itertools.chain(*map(texts, value))
    elif is_dataclass(value) and not isinstance(value, type | Date):
        names = [field.name for field in fields(value) if field.name not in silent(value)]
        yield from itertools.chain(*(texts(getattr(value, name)) for name in names))


@settings(as_found, max_examples=150)
@given(plans)
def test_every_text_of_a_plan_is_printed(any_plan: m.Plan) -> None:
    own = cast("m.Plan", numbered(any_plan, itertools.count(0x20000)))
    *_, last = make_case(own).documents.values()
    found = "\n".join(last.texts())
    assert [text for text in texts(own) if text not in found] == []


@settings(as_found, max_examples=100)
@given(plans)
def test_every_clause_of_a_plan_is_printed(any_plan: m.Plan) -> None:
    case = make_case(any_plan)
    *_, last = case.documents.values()
    found = "\n".join(last.texts())
    refs = [ref for body in any_plan.bodies for theme in body.themes for ref in theme.clauses]
    wanted = [text for ref in refs for text in clause_texts(case.context, ref)]
    wanted += [text for each in any_plan.assignments for text in assigned(case.context, each)]
    assert [text for text in wanted if text not in found] == []


def clause_texts(context: Context, ref: m.ClauseRef) -> Iterator[str]:
    """What a reference prints: texts, or the section and the numbers as far as they are known."""
    resolved = context.resolve(ref)
    known = resolved[1] if resolved else None
    if known and ref.print in {"texts", "both"}:
        for clause in known.clauses:
            yield from clause.text.split("\n")
    whole = known is not None and not known.unseen
    if whole and ref.print == "texts":
        return  # the texts say it all, and no sentence names the section
    if known and whole:
        yield from (f"“{context.section_title(ref, c)}”项目中第" for c in known.clauses)
    elif known and known.whole:
        yield from (section.title for section in known.whole)
    elif not whole:
        yield ref.section or re.split("[-,]", ref.ids)[0]


def assigned(context: Context, assignment: m.Assignment) -> Iterator[str]:
    """What an assignment prints of the catalogue: the text of each clause, or its number."""
    found = context.resolve(reference(assignment))
    somebody = assignment.clause or assignment.lead or assignment.support
    if found is None or assignment.text or not somebody:
        return
    showing = (each for each in context.plan.outline if "assignments" in each.show)
    numbers = any(section.print == "numbers" for section in showing)
    for clause in found[1].clauses:
        yield f"第{clause.number}条" if numbers else clause.text


# The files are sound


@each_document
def test_validators_find_nothing_in_an_example(
    name: str, kind: str, validator: OpenXmlValidator
) -> None:
    assert faults(example(name, kind), validator) == []


@settings(as_found, max_examples=20)
@given(any_plan=plans)
def test_validators_find_nothing_in_any_plan(
    any_plan: m.Plan, validator: OpenXmlValidator
) -> None:
    for document in make_case(any_plan).documents.values():
        assert faults(written(any_plan, document), validator) == []


@each_document
def test_no_two_drawings_have_one_id_and_no_tag_is_left(name: str, kind: str) -> None:
    data = example(name, kind)
    assert len(set(drawing_ids(data))) == len(drawing_ids(data))
    assert tags(data) == []


# 3: what we write passes our own rules


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_no_problem(name: str) -> None:
    assert [p for p in linted(name).problems if p.level > Level.INFO] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "xx-masked"])
def test_the_rules_really_ran_on_an_example(name: str) -> None:
    outcome = linted(name).outcome
    undecided = [rule for rule in outcome.ran if rule in outcome.suspended]
    assert len(outcome.ran) > 15
    assert len(undecided) <= 0.1 * len(outcome.ran)


def test_masked_dates_suspend_rules_and_say_why() -> None:
    suspended = linted("xx-masked").outcome.suspended
    assert "phase-order" in suspended
    assert all(each.why for found in suspended.values() for each in found)


# 4: the same input, the same bytes

SCRIPT = """
import hashlib, json, pathlib, sys
from plangen.pipeline import lint, render
out, found = pathlib.Path(sys.argv[1]), {}
for spec in map(pathlib.Path, sys.argv[2:]):
    for done in render(lint(spec.read_bytes(), spec.name), out):
        found[done.path.stem] = hashlib.sha256(done.path.read_bytes()).hexdigest()
print(json.dumps(found))
"""
ELSEWHERE = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4321", "TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN"},
)


@pytest.mark.parametrize("environment", ELSEWHERE, ids=["沪", "纽约"])
def test_another_process_writes_the_same_bytes(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    specs = [str(SPECS / f"{name}.yaml") for name in NAMES]
    found = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path_factory.mktemp("out")), *specs],
        env=os.environ | environment,
        check=True,
        capture_output=True,
    )
    assert json.loads(found.stdout) == {
        f"{name}-{kind}": hashlib.sha256(example(name, kind)).hexdigest()
        for name, kind in DOCUMENTS
    }


@settings(as_found, max_examples=20)
@given(plans)
def test_any_plan_gives_the_same_bytes_twice(any_plan: m.Plan) -> None:
    first = {kind: written(any_plan, d) for kind, d in make_case(any_plan).documents.items()}
    template.cache_clear()
    again = {kind: written(any_plan, d) for kind, d in make_case(any_plan).documents.items()}
    assert first == again
