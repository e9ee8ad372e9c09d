"""Plans that other offices wrote, on other topics and in other forms: what is read of them.

tests/forms/plans has a file for each part of a plan. What is known to fall short says so there
(`short`, and `lost` for what an import keeps in comments only).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.rules.content_unshown import find as unshown
from tests.tools.foreign import recognised, shown, written

FOLDER = Path(__file__).parent / "forms" / "plans"
FORMS = [
    (path.stem, form)
    for path in sorted(FOLDER.glob("*.yaml"))
    for form in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def _param(part: str, form: dict[str, Any]) -> object:
    marks = [pytest.mark.xfail(reason="known to fall short")] if form.get("short") else []
    return pytest.param(form, id=f"{part}: {form['name']}", marks=marks)


def test_there_are_many_forms() -> None:
    assert len(FORMS) >= 100


@pytest.mark.parametrize("form", [_param(*each) for each in FORMS])
def test_a_form_is_read(form: dict[str, Any]) -> None:
    plan = recognised(form)
    assert {key: shown(plan, key) for key in form["expect"]} == form["expect"]


@pytest.mark.parametrize(
    "form", [form for _, form in FORMS], ids=[form["name"] for _, form in FORMS]
)
def test_a_form_is_imported_with_all_its_words(form: dict[str, Any]) -> None:
    assert import_document(*written(form)).lost == tuple(form.get("lost", ()))


@pytest.mark.parametrize(
    "form", [form for _, form in FORMS], ids=[form["name"] for _, form in FORMS]
)
def test_what_is_imported_can_be_rendered(form: dict[str, Any]) -> None:
    spec = load(import_document(*written(form)).text.encode(), "x.yaml")
    assert spec.problems == []
    assert spec.plan is not None
    assert list(unshown(make_case(spec.plan))) == []


UNBROKEN = [form for _, form in FORMS if form.get("as") == "unbroken"]


def test_there_are_texts_without_breaks() -> None:
    assert len(UNBROKEN) > 1


@pytest.mark.parametrize("form", UNBROKEN, ids=[form["name"] for form in UNBROKEN])
def test_one_paragraph_of_a_word_file_reads_as_the_text(form: dict[str, Any]) -> None:
    assert recognised({**form, "as": "one paragraph"}) == recognised(form)
