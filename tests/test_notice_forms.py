"""Notices as offices type them: every form in tests/forms/notices, as text and as plain Word.

A form is the lines on paper, and what must be read out of them, all of it: what a form does not
name must not be found either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plangen.model.plan import Notice, Plan
from plangen.pipeline.documents import read
from plangen.text.dates import Date
from tests.tools.documents import docx, p

FOLDER = Path(__file__).parent / "forms" / "notices"
FORMS = [
    pytest.param(form, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, form in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
SHORT = 14  # characters of a text that is compared whole
ALWAYS = ("doubts", "ends", "locality")  # compared where a form names them


def typed(text: str) -> str:
    """A form's text; a page break is written as a backslash and f."""
    return text.replace("\\f", "\f")


def as_text(text: str) -> bytes:
    return typed(text).encode()


def as_word(text: str) -> bytes:
    """Every line a paragraph without any looks."""
    return docx(*map(p, typed(text).replace("\f", "").rstrip("\n").split("\n")))


def said(raw: bytes, name: str) -> dict[str, Any]:
    """What was read, without what is empty."""
    found = read(raw, name)
    plan = found.case.plan
    every = {
        **(noticed(plan.notice) if plan.notice else {}),
        "plan": plan.title,
        "outline": [section.heading for section in plan.outline],
        "leaders": led(plan),
        "ends": last(plan),
        "locality": plan.locality.name,
        "doubts": [doubt.message for doubt in found.recognised.doubts],
    }
    return {key: value for key, value in every.items() if value}


def noticed(notice: Notice) -> dict[str, Any]:
    printed = notice.printed
    return {
        "issuer": joined(notice.issuer),
        "mark": notice.mark,
        "number": notice.number,
        "title": notice.title,
        "draft": notice.draft,
        "to": joined(notice.to),
        "body": shortened(notice.body),
        "annexes": [annex.title for annex in notice.annexes],
        "signature": joined(notice.signature),
        "date": day(notice.date),
        "note": notice.note,
        "contact": [f"{line.label}：{line.value}" for line in notice.contact],
        "copy_to": list(notice.copy_to),
        "printed": f"{printed.by} {day(printed.date)}" if printed else "",
    }


def joined(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def shortened(text: str) -> str:
    """The beginning and the end of a text: 7 and 6 characters."""
    text = text.replace("\n", "　")
    return text if len(text) <= SHORT else f"{text[:7]}…{text[-6:]}"


def day(date: Date | None) -> str:
    parts = (date.year, date.month, date.day) if date else ()
    return "-".join(str(part) for part in parts if part)


def led(plan: Plan) -> str:
    if plan.leaders is None:
        return ""
    roles = "、".join(f"{role.role}{len(role.people)}" for role in plan.leaders.roster)
    return f"{plan.leaders.name}：{roles}"


def last(plan: Plan) -> str:
    """The last paragraph of a plan."""
    sections = plan.outline[-1:]
    texts = [plan.preamble, *(section.text for section in sections), plan.closing]
    return next((text.split("\n")[-1] for text in reversed(texts) if text), "")


def expected(form: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What a form says, and of what it may leave out what was found."""
    wanted = {key: str(value) if key == "date" else value for key, value in form["said"].items()}
    if wanted.get("issuer") == "":
        del wanted["issuer"]
    return {key: found[key] for key in ALWAYS if key in found} | wanted


def test_there_are_many_forms() -> None:
    assert len(FORMS) >= 50


@pytest.mark.parametrize("form", FORMS)
def test_a_notice_typed_as_text_is_read(form: dict[str, Any]) -> None:
    found = said(as_text(form["text"]), "x.txt")
    assert found == expected(form, found)


@pytest.mark.parametrize("form", FORMS)
def test_a_notice_typed_in_word_is_read(form: dict[str, Any]) -> None:
    found = said(as_word(form["text"]), "x.docx")
    assert found == expected(form, found)
