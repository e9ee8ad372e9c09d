"""Every rule by its own examples; and on the county example, the place of every planted fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plangen.pipeline import Linted, lint, mend
from plangen.problem import Problem
from plangen.rules import Outcome, rules
from plangen.rules.base import Rule
from tests.tools.held import AGAINST, held
from tests.tools.looks import dressed
from tests.tools.specs import SPECS, over_base

FOLDER = Path(__file__).parents[1] / "plangen" / "rules"
FILES = sorted(p.stem for p in FOLDER.glob("*.py") if p.stem != "base" and p.stem[0] != "_")
RULES = {rule.id: rule for rule in rules()}
GOOD = [(rule.id, piece) for rule in rules() for piece in rule.good]
BAD = [(rule.id, *example) for rule in rules() for example in rule.bad]
GOOD_IDS = [f"{rule.id}-{number}" for rule in rules() for number in range(len(rule.good))]
PLACED = [example for example in BAD if "looks:" not in example[1]]  # these have a source
BAD_IDS = [f"{rule.id}-{number}" for rule in rules() for number in range(len(rule.bad))]


def outcome(piece: str) -> Outcome:
    """What ran and was found on an example: a piece of a spec, or a document with looks."""
    return dressed(piece) if "looks:" in piece else linted(piece).outcome


def shown(name: str, piece: str) -> list[Problem]:
    """What a user is shown of a rule on an example."""
    if "looks:" in piece:
        return [problem for problem in dressed(piece).problems if problem.rule == name]
    return found_by(name, linted(piece))


def linted(piece: str) -> Linted:
    found = held(piece) if AGAINST.search(piece) else lint(over_base(piece), "x.yaml")
    assert found.plan is not None, [problem.message for problem in found.problems]
    return found


def found_by(rule: str, one: Linted) -> list[Problem]:
    return [problem for problem in one.problems if problem.rule == rule]


def levels(rule: Rule) -> str:
    """What the manual says of the levels: 错误；附件没有内容为警告。…"""
    return rule.doc.partition("级别：")[2]


# The folder


def test_a_file_is_a_rule_of_its_name() -> None:
    assert len(FILES) >= 15
    assert [name.replace("-", "_") for name in RULES] == FILES


@pytest.mark.parametrize("name", RULES)
def test_the_manual_says_what_why_and_how_grave(name: str) -> None:
    rule = RULES[name]
    assert rule.summary.endswith("。")
    assert rule.basis
    assert rule.level.label in levels(rule)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_examples_of_both_kinds(name: str) -> None:
    assert RULES[name].good
    assert RULES[name].bad


# The examples


@pytest.mark.parametrize(("name", "piece"), GOOD, ids=GOOD_IDS)
def test_good_example(name: str, piece: str) -> None:
    assert [problem.message for problem in shown(name, piece)] == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_run_on_a_good_example_of_its_own(name: str) -> None:
    assert any(name in outcome(piece).ran for piece in RULES[name].good)


@pytest.mark.parametrize(("name", "piece", "message"), BAD, ids=BAD_IDS)
def test_bad_example(name: str, piece: str, message: str) -> None:
    found = [p for p in outcome(piece).problems if p.rule == name]
    assert "\n".join(problem.message for problem in found) == message
    assert [p.level.label for p in found if p.level.label not in levels(RULES[name])] == []


@pytest.mark.parametrize(("name", "piece", "message"), PLACED)
def test_a_finding_quotes_what_stands_at_its_place(name: str, piece: str, message: str) -> None:
    one = linted(piece)
    assert message
    for problem in found_by(name, one):
        line, column = problem.where.line, problem.where.column
        assert line is not None
        assert column is not None
        assert problem.quote
        assert one.source.line(line)[column - 1 :].startswith(problem.quote)
        assert problem.basis == RULES[name].basis


def test_a_fix_that_is_shown_is_made() -> None:
    made, left = 0, []
    for name, piece, _ in PLACED:
        text, count = mend(over_base(piece), "x.yaml")
        after = lint(text, "x.yaml").problems if count else linted(piece).problems
        left += [(name, problem.message) for problem in after if problem.fix]
        made += count
    assert left == []
    assert made > len(PLACED) // 10


@pytest.mark.parametrize(
    ("piece", "line"),
    [
        (
            "title: 青山县创建国家卫生县城截止目前的 实施方案\nnotice: {issuer: 青山县人民政府}",
            "title",
        ),
        (
            "notice: {issuer: 青山县人民政府, contact: [{label: 甲, value: 乙（丙（丁））}]}",
            "notice",
        ),
    ],
)
def test_a_fault_in_what_plangen_words_stands_where_it_can_be_mended(
    piece: str, line: str
) -> None:
    one = linted(piece)
    wording = [p for p in one.problems if p.rule in {"text-blank", "bracket-nested"}]
    assert [one.source.line(p.where.line or 0).partition(":")[0] for p in wording] == [line]
    assert [p.quote for p in wording if p.quote == line] == []


# Planted faults

COUNTY = (SPECS / "xx-county.yaml").read_text(encoding="utf-8")
PHASE = re.compile(r"  - name: .*阶段\n    start: .*\n    end: .*\n(?:    .*\n|\n)*")


def phases() -> list[str]:
    return PHASE.findall(COUNTY)


def swapped(text: str) -> str:
    _, second, third, _ = phases()
    return text.replace(second, "\0").replace(third, second).replace("\0", third)


def overlapping(text: str) -> str:
    first = phases()[0]
    later = re.search(r"start: (.+)", phases()[1])
    assert later
    month = later[1].rpartition("-")
    return text.replace(first, re.sub("end: .+", f"end: {month[0]}-{int(month[2]) + 1:02}", first))


def impossible(text: str) -> str:
    return text.replace(phases()[0], re.sub("end: .+", "end: 2024-02-30", phases()[0]))


def without_a_clause(text: str) -> str:
    return text.replace("{ids: G1-G4,", "{ids: G1-G3,")


def with_a_clause_twice(text: str) -> str:
    return text.replace("{ids: G1-G4,", '{ids: "G1-G4,C5",')


def with_an_unknown_clause(text: str) -> str:
    return text.replace("{ids: G1-G4,", "{ids: G1-G5,")


PLANTED: list[tuple[Callable[[str], str], str, str, str]] = [
    (swapped, "phase-order", "    start: 2024-03", "2024-03"),
    (overlapping, "phase-overlap", "    start: 2024-03", "2024-03"),
    (impossible, "date-impossible", "    end: 2024-02-30", "2024-02-30"),
    (
        without_a_clause,
        "clause-uncovered",
        "  - {id: weisheng-xiangzhen-2010, cited: 国家卫生乡镇（县城）标准}",
        "{id: weisheng-xiangzhen-2010, cited: 国家卫生乡镇（县城）标准}",
    ),
    (
        with_a_clause_twice,
        "clause-double",
        "      - {ids: C5, print: both}",
        "{ids: C5, print: both}",
    ),
    (
        with_an_unknown_clause,
        "clause-unknown",
        "          - {ids: G1-G5, print: both}",
        "{ids: G1-G5, print: both}",
    ),
]


def test_the_county_example_has_none_of_them() -> None:
    one = lint(COUNTY.encode(), "x.yaml")
    assert [found_by(row[1], one) for row in PLANTED] == [[]] * len(PLANTED)


@pytest.mark.parametrize(
    ("plant", "rule", "line", "quote"), PLANTED, ids=[row[0].__name__ for row in PLANTED]
)
def test_planted_fault(plant: Callable[[str], str], rule: str, line: str, quote: str) -> None:
    text = plant(COUNTY)
    assert text != COUNTY
    one = lint(text.encode(), "x.yaml")
    found = found_by(rule, one)
    places = [(one.source.line(p.where.line or 0), p.quote, p.where.column) for p in found]
    assert places == [(line, quote, line.index(quote) + 1)]
