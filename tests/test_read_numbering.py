"""Automatic numbers, against tests/data/numbering.yaml; LibreOffice is the second witness."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from plangen.read.docx import read_docx
from plangen.read.number_formats import FORMATS, number_text
from tests.tools.documents import docx, lists, num_pr, p, style
from tests.tools.office import Office

DATA = Path(__file__).parent / "data" / "numbering.yaml"
TEXT = "文"
Case = dict[str, Any]


@cache
def data() -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return found


def document(case: Case) -> bytes:
    """A list case as a file."""
    styles = [_style(key, own) for key, own in case.get("styles", {}).items()]
    known = case.get("styles", {})
    body = [p(TEXT, *_place(str(one), known)) for one in case["paragraphs"]]
    return docx(*body, styles="".join(styles), numbering=lists(case["lists"]))


def _style(key: str, own: Case) -> str:
    based = f'<w:basedOn w:val="{own["based"]}"/>' if "based" in own else ""
    number = num_pr(own["list"], own.get("level")) if "list" in own else ""
    properties = f"<w:pPr>{number}</w:pPr>" if number else ""
    return style(key, based, properties, kind=own.get("kind", "paragraph"))


def _place(place: str, styles: dict[str, Case]) -> list[str]:
    """“H1”, “1.0” or both, as elements of a w:pPr."""
    found = []
    for word in place.split():
        if word in styles:
            found.append(f'<w:pStyle w:val="{word}"/>')
        else:
            number, level = word.split(".")
            found.append(num_pr(number, int(level)))
    return found


def numbers(raw: bytes) -> list[str]:
    """What stands before the text of every paragraph."""
    blocks = read_docx(raw, "x.docx").document.blocks
    assert all(block.text.endswith(TEXT) for block in blocks)
    assert all(block.text[block.auto :] == TEXT for block in blocks)
    return [block.text[: block.auto] for block in blocks]


def format_document(case: Case) -> bytes:
    """A paragraph for each number of a format case, each in a list of its own."""
    name, starts = case["format"], list(case["numbers"])
    definitions = {
        key: {"levels": [{"format": name, "start": start, "text": "%1"}]}
        for key, start in enumerate(starts, 1)
    }
    body = [p(TEXT, num_pr(key, 0)) for key in definitions]
    return docx(*body, numbering=lists(definitions))


def named(case: Case) -> str:
    return str(case.get("name") or f"{case['format']} {min(case['numbers'])}")


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(data()["lists"]) >= 35
    assert len(data()["formats"]) >= 40


@pytest.mark.parametrize("case", data()["formats"], ids=named)
def test_a_number_is_written_as_word_writes_its_format(case: Case) -> None:
    written = {number: number_text(case["format"], number) for number in case["numbers"]}
    assert written == case["numbers"]


def test_every_format_is_in_the_table() -> None:
    tried = {case["format"] for case in data()["formats"]}
    named_by_width = {name for name in FORMATS if name.startswith("decimal of")}
    assert set(FORMATS) - tried - named_by_width == {"bullet"}


@pytest.mark.parametrize("case", data()["lists"], ids=named)
def test_a_list_counts_as_word_counts(case: Case) -> None:
    assert numbers(document(case)) == case["shown"]


@pytest.mark.slow
def test_libreoffice_shows_the_same_but_where_it_is_known_to_differ(
    soffice: Office, tmp_path: Path
) -> None:
    cases = [case for kind in data().values() for case in kind if "libreoffice" not in case]
    paths = [tmp_path / f"{number}.docx" for number in range(len(cases))]
    for case, path in zip(cases, paths, strict=True):
        path.write_bytes(document(case) if "lists" in case else format_document(case))
    assert len(cases) >= 50
    wrong = {}
    for case, text in zip(cases, soffice.convert(paths, "txt"), strict=True):
        wanted = list(case.get("shown") or case["numbers"].values())
        lines = text.read_text(encoding="utf-8-sig").split("\n")[: len(wanted)]
        found = [line.strip().removesuffix(TEXT).removesuffix(" ") for line in lines]
        if found != wanted:
            wrong[named(case)] = (wanted, found)
    assert wrong == {}
