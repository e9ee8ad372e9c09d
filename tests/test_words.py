"""The word lists that say what is wrong: each entry on its own examples, and the lists' form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

import pytest

from plangen.config.words import faults, word_lists
from plangen.rules._words import cores, pattern
from plangen.source.facts import facts

Entry = Mapping[str, str]
PLACES = 2000
SHORTEST = 3
KINDS = {"自治县", "县", "自治旗", "旗", "县级市", "市辖区"}


def entries(name: str) -> list[Entry]:
    return cast("dict[str, list[Entry]]", facts("plangen.words", f"{name}.yaml"))["entries"]


WRONG = [
    pytest.param(e, id=e["wrong"])
    for name in ("typos", "redundant", "crossed")
    for e in entries(name)
]
TERMS = [pytest.param(e, id=e["other"]) for e in entries("terms")]


@pytest.mark.parametrize("entry", WRONG)
def test_a_wrong_word_is_found_in_its_example_and_not_in_sound_text(entry: Entry) -> None:
    example = entry.get("example", entry["wrong"])
    assert pattern(entry["wrong"]).search(example)
    assert not pattern(entry["wrong"]).search(entry.get("sound", ""))


@pytest.mark.parametrize("entry", WRONG)
def test_the_text_searched_for_first_is_in_every_hit(entry: Entry) -> None:
    example = entry.get("example", entry["wrong"])
    assert any(core in example for core in cores(entry["wrong"]))


@pytest.mark.parametrize("entry", WRONG)
def test_what_is_right_is_not_wrong(entry: Entry) -> None:
    found = pattern(entry["wrong"]).search(entry.get("example", entry["wrong"]))
    assert found
    right = found.expand(entry["right"]) if "right" in entry else entry["advice"]
    assert right != found.group()
    assert not any(pattern(other["wrong"]).search(right) for other in entries("typos"))


@pytest.mark.parametrize("entry", TERMS)
def test_both_forms_of_a_term_are_told_apart(entry: Entry) -> None:
    one = re.compile(entry.get("one_form", re.escape(entry["one"])))
    other = re.compile(entry.get("other_form", re.escape(entry["other"])))
    example = entry.get("example", f"{entry['one']}、{entry['other']}")
    assert one.search(example)
    assert other.search(example)
    assert not (one.search(entry.get("sound", "")) and other.search(entry.get("sound", "")))
    assert entry.get("prefer", entry["one"]) == entry["one"]


@pytest.mark.parametrize("name", ["typos", "redundant", "crossed"])
def test_no_word_stands_twice(name: str) -> None:
    words = [entry["wrong"] for entry in entries(name)]
    assert len(words) == len(set(words))


def test_a_user_adds_a_wrong_word_with_two_keys() -> None:
    assert list(faults("typos", [{"wrong": "甲乙", "right": "乙甲"}])) == []
    assert {"typos", "redundant", "crossed", "terms", "places", "private_mail"} <= set(
        word_lists()
    )


def test_a_users_expression_that_is_not_sound_is_plain_text() -> None:
    assert pattern("甲（乙[").search("见甲（乙[丙")


def test_places_are_names_of_three_characters_or_more_with_their_kind() -> None:
    names = [name for entry in entries("places") for name in entry["names"].split()]
    assert len(names) > PLACES
    assert len(set(names)) == len(names)
    assert {entry["kind"] for entry in entries("places")} == KINDS
    assert [name for name in names if len(name) < SHORTEST] == []
