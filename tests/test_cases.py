"""Every rule on its near misses: tests/cases/RULE.yaml, one file a rule."""

from __future__ import annotations

import pytest

from plangen.rules import rules
from tests.tools.cases import FOLDER, Example, examples

RULES = {rule.id: rule for rule in rules()}
FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
CASES = [example for name in FILES for example in examples(name)]


def test_a_file_of_cases_is_of_a_rule() -> None:
    assert len(FILES) > 100
    assert [name for name in FILES if name not in RULES] == []


@pytest.mark.parametrize("example", CASES, ids=lambda example: f"{example.rule}: {example.why}")
def test_case(example: Example) -> None:
    assert example.found(RULES[example.rule]) == example.wants
