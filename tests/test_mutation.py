"""A change of a rule is noticed: of a fixed sample of mutants most are caught by its tests.

The whole run is `make mutate`; CONTRIBUTING.md has its figures.
"""

from __future__ import annotations

from random import Random

from tests.tools.mutant_patterns import changed_patterns
from tests.tools.mutants import mutants
from tests.tools.mutate import judged, names, result
from tests.tools.needs import IN_CI

SIZE = 200 if IN_CI else 40
ENOUGH = 0.88 if IN_CI else 0.8  # a sample has what mypy refuses, too


def test_of_a_sample_of_mutants_most_are_caught() -> None:
    every = [mutant for name in names() for mutant in mutants(name)]
    assert len(every) > 5000
    chosen = Random(0).sample(every, SIZE)
    files = sorted({mutant.path.stem for mutant in chosen})
    done = [result(name, [one for one in chosen if one.path.stem == name]) for name in files]
    survivors = [one.key for found in done for one in found.survivors]
    assert sum(found.caught for found in done) >= ENOUGH * SIZE, survivors


def test_what_is_judged_to_change_nothing_is_still_in_the_code() -> None:
    known = {mutant.key for name in names() for mutant in mutants(name)}
    assert [key for key in judged() if key not in known] == []
    assert len(judged()) < 100


def test_the_changes_of_a_pattern() -> None:
    found = {made for _, _, made in changed_patterns(r"^(?:甲|乙(?!丙))[丁戊]{0,8}$")}
    assert found == {
        r"(?:甲|乙(?!丙))[丁戊]{0,8}$",
        r"^(?:乙(?!丙))[丁戊]{0,8}$",
        r"^(?:甲)[丁戊]{0,8}$",
        r"^(?:甲|乙)[丁戊]{0,8}$",
        r"^(?:甲|乙(?!丙))[丁戊]{0,7}$",
        r"^(?:甲|乙(?!丙))[丁戊]{0,9}$",
        r"^(?:甲|乙(?!丙))[丁戊]{0,8}",
    }
