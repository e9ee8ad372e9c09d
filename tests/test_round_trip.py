"""Law 2: what is written is read back as the plan that paper shows.

On plans of any sound shape, and on copies from which all that isn't seen on paper is stripped.
"""

from __future__ import annotations

import itertools
import os
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from plangen.model.plan import Plan
from plangen.pipeline import make_case
from plangen.read.docx import read_docx
from plangen.recognise import recognise
from plangen.recognise.printed import printed
from plangen.standard.catalogue import load_standard, standard_ids
from plangen.template.load import Template
from plangen.write.docx import write
from tests.sound_plans import plans
from tests.tools.examples import linted

KNOWN = {name: load_standard(name) for name in standard_ids()}
MANY = 1000 if os.environ.get("PLANGEN_CI") else 150
as_found = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
NAMED = re.compile(r'(<w:name w:val=")[^"]*(")')
MARKS = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*/>")


def written(plan: Plan) -> bytes:
    """The fullest document of a plan."""
    document = [*make_case(plan).documents.values()][-1]
    return write(document, Template.load(plan.layout.metrics, fonts=plan.layout.fonts))


def read_back(raw: bytes, plan: Plan) -> Plan:
    told = tuple(use.id for use in plan.standards if use.id)
    return recognise(read_docx(raw, "x.docx").document, KNOWN, told).plan


def anonymous(styles: str) -> str:
    """Styles whose names are numbers."""
    names = (f"s{number}" for number in itertools.count())
    return NAMED.sub(lambda found: f"{found[1]}{next(names)}{found[2]}", styles)


def stripped(raw: bytes) -> bytes:
    """A copy without names of styles, properties and bookmarks."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/styles.xml":
                content = anonymous(content.decode()).encode()
            if item.filename == "word/document.xml":
                content = MARKS.sub("", content.decode()).encode()
            if item.filename == "docProps/core.xml":
                content = re.sub(r"(<dc:\w+>)[^<]*", r"\1", content.decode()).encode()
            new.writestr(item.filename, content)
    return out.getvalue()


def expected(plan: Plan) -> Plan:
    return printed(plan, make_case(plan).context)


@settings(as_found, max_examples=MANY)
@given(plans())
def test_a_sound_plan_is_read_back_as_it_is_printed(plan: Plan) -> None:
    assert read_back(written(plan), plan) == expected(plan)


@settings(as_found, max_examples=MANY // 5)
@given(plans())
def test_a_stripped_copy_reads_the_same(plan: Plan) -> None:
    assert read_back(stripped(written(plan)), plan) == expected(plan)


# Not xx-district, whose standard and leaders stand in prose only, nor xx-town, whose table of
# tasks is typed: a document shows more of these than their specs have keys for.
@pytest.mark.parametrize("name", ["xx-city", "xx-county", "xx-masked"])
def test_an_example_is_read_back_as_it_is_printed(name: str) -> None:
    plan = linted(name).plan
    assert plan is not None
    assert read_back(written(plan), plan) == expected(plan)
