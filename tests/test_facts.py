"""The facts that ship with plangen are read as PyYAML reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from plangen.source.plain import plain

ROOT = Path(__file__).parents[1]
FOLDERS = ("plangen", "schemas", "templates", "specs/standards")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.yaml"))]

TEXTS = [
    ("", None),
    ("# 注\n", None),
    ("a: 甲\n", {"a": "甲"}),
    (
        "a: [1, -2, 0.5, true, no, ~, null, 甲]\n",
        {"a": [1, -2, 0.5, True, False, None, None, "甲"]},
    ),
    ("a: ['1', \"true\"]\n1: 乙\n", {"a": ["1", "true"], 1: "乙"}),
    ("a: &x {b: [甲]}\nc: *x\n", {"a": {"b": ["甲"]}, "c": {"b": ["甲"]}}),
    ("- |\n  甲\n  乙\n- - 丙\n- {}\n", ["甲\n乙\n", ["丙"], {}]),
]


def test_the_facts_are_found() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_facts_are_what_pyyaml_makes_of_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain(text) == yaml.load(text, Loader=yaml.CSafeLoader)


@pytest.mark.parametrize(("text", "value"), TEXTS, ids=range(len(TEXTS)))
def test_plain_values(text: str, value: object) -> None:
    assert plain(text) == value


SCRIPT = """
import sys
from plangen.source.facts import facts
print(facts("plangen.words", "closing.yaml"))
print("yaml" in sys.modules)
"""


def test_a_second_process_has_the_same_facts_without_reading_yaml(tmp_path: Path) -> None:
    environment = os.environ | {"PLANGEN_CACHE": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", SCRIPT]
    said = [
        subprocess.run(command, env=environment, check=True, capture_output=True).stdout
        for _ in range(2)
    ]
    values, read = zip(*(each.decode().splitlines() for each in said), strict=True)
    assert read == ("True", "False")
    assert values[0] == values[1]
    assert len(values[0]) > 100
