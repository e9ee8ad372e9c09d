"""Lines that were found sound aren't shown again to the rules that judge each line by itself.

Nothing else may come of it: what is found is what is found without.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.kept import FOLDER
from plangen.model.document import Document, Role, block
from plangen.model.plan import Locality, Notice, Plan
from plangen.problem import Where
from plangen.rules import Case, Outcome, rules, run, sketches
from plangen.rules._lines import Lines
from plangen.rules._sound import MOST, sound
from plangen.rules.base import Findings, LineWise, Rule
from plangen.text.memory import forget
from tests.tools.trials import own_trials, whole_plans

ALONE = [rule for rule in rules() if isinstance(rule.find, LineWise)]
PAIRS = list(zip(rules(), sketches(), strict=True))
PLAN = Plan(title="青山县工作方案", locality=Locality(name="青山县", level="county"))
ISSUED = replace(PLAN, notice=Notice(issuer=("青山县人民政府",)))
ADDED = {"typos": ({"wrong": "松柏", "right": "柏松"},)}
FAULTY = (
    *("截止目前，已完成。", "按照的的要求做好工作。", "完成率达90-95%。", "于2024年02月上报。"),
    *("做好宣传,培训工作。", "依据《甲》、《乙》。", "联系人手机13812345678。", "今年完成。"),
    *("国发[2024]3号文件要求。", "（甲（乙）丙）", "开展环境 整治，落实到户。"),
)
SOUND = ("开展环境卫生整治。", "松柏乡落实责任。", "督促住户打扫房前屋后。")


@pytest.fixture(autouse=True, scope="module")
def _nothing_kept() -> Iterator[None]:
    """No line is known from another process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, "")
        yield


def case(*paragraphs: str, role: Role = Role.PARAGRAPH, plan: Plan = PLAN) -> Case:
    """A document of these paragraphs."""
    texts = enumerate(paragraphs, 1)
    blocks = tuple(block(role, text, Where(paragraph=at)) for at, text in texts)
    return Case(plan, {}, {"实施方案": Document(blocks)}, read=True)


def cold(case: Case) -> Outcome:
    """What is found where no line is known."""
    forget()
    return run(case)


def warm(cases: Sequence[Case]) -> list[Outcome]:
    """What is found in one after the other."""
    forget()
    return [run(case) for case in cases]


def test_many_rules_judge_each_line_by_itself() -> None:
    assert len(ALONE) >= 35


def test_whole_plans_one_after_the_other_twice() -> None:
    cases = [trial.case for trial in whole_plans()]
    assert len(cases) >= 60
    assert warm([*cases, *cases]) == [cold(case) for case in cases] * 2


@pytest.mark.parametrize("rule", ALONE, ids=[rule.id for rule in ALONE])
def test_what_a_rule_finds_in_its_examples_it_finds_again(rule: Rule) -> None:
    trials = own_trials(rule)
    assert all(trial.passes(rule) for trial in (*trials, *trials))


@given(st.lists(st.lists(st.sampled_from(FAULTY + SOUND), max_size=5), max_size=4), st.data())
def test_any_documents_in_any_order(texts: list[list[str]], data: st.DataObject) -> None:
    roles = st.sampled_from([Role.PARAGRAPH, Role.TITLE, Role.NUMBER, Role.TABLE_CELL])
    plans = st.sampled_from([PLAN, ISSUED])
    words = st.sampled_from([{}, ADDED])
    made = [case(*each, role=data.draw(roles), plan=data.draw(plans)) for each in texts]
    cases = [replace(one, words_added=data.draw(words)) for one in made]
    assert warm(cases) == [cold(one) for one in cases]


def found(outcome: Outcome, name: str) -> list[str]:
    return [problem.message for problem in outcome.problems if problem.rule == name]


def test_a_line_is_looked_at_again_with_other_words() -> None:
    plain = case("松柏乡落实责任。")
    outcomes = warm([plain, replace(plain, words_added=ADDED), plain])
    assert [found(one, "word-wrong") for one in outcomes] == [[], ["“松柏”应作“柏松”"], []]


def test_a_line_is_looked_at_again_in_another_role() -> None:
    texts = "做好宣传，培训等等工作的的。"
    outcomes = warm([case(texts, role=Role.TABLE_CELL), case(texts)])
    assert [found(one, "word-doubled") for one in outcomes] == [[], ["“工作的的”多了“的”"]]


def test_a_line_is_looked_at_again_by_other_rules() -> None:
    chosen = tuple(rule for rule in ALONE if rule.id == "date-padded")
    forget()
    assert run(case("按照的的要求。"), chosen).problems == []
    assert found(run(case("按照的的要求。")), "word-doubled") == ["“按照的的”多了“的”"]


def test_a_line_known_to_be_sound_is_not_shown_again() -> None:
    shown: list[str] = []

    def find(lines: Lines) -> Findings:
        shown.extend(line.text for line in lines.all)
        yield from ((line.where, "甲") for line in lines.having("甲"))

    rule = ALONE[0]._replace(find=LineWise(find))
    run(case("甲。", "乙。"), (rule,))
    run(case("乙。", "甲。", "丙。"), (rule,))
    assert shown == ["甲。", "乙。", "甲。", "丙。"]


def test_no_more_lines_are_kept_than_the_bound() -> None:
    def find(lines: Lines) -> Findings:
        yield from ((line.where, "空") for line in lines.having("\n"))

    rule = ALONE[0]._replace(find=(check := LineWise(find)))
    for start in range(0, 4 * MOST, MOST // 4):
        run(case(*(f"第{number}户。" for number in range(start, start + MOST // 4))), (rule,))
    assert len(sound((check,), "{}", issued=False).lines) <= MOST + MOST // 4


# From process to process

SPEC = """kind: plan
title: 青山县创建国家卫生县城实施方案
locality: {name: 青山县, level: county}
preamble: 开展环境卫生整治，%s。
"""
SCRIPT = """
import sys
from plangen.cli import cli
cli.main(["lint", "方案.yaml", "--exit-zero"], standalone_mode=False)
imported = [name for name in sys.modules if name.startswith("plangen.rules.")]
print([name for name in ("word_doubled", "step_order", "phase_gap", "part_missing") if
       f"plangen.rules.{name}" in imported])
"""


def said(text: str, folder: Path, cache: Path) -> list[str]:
    """What another process finds in a spec, and which of four modules of rules it imported."""
    (folder / "方案.yaml").write_text(SPEC % text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT],
        env=os.environ | {FOLDER: str(cache)},
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    lines = done.stdout.splitlines()
    return [*(line for line in lines if "word-doubled" in line), lines[-1]]


def test_the_next_process_looks_at_new_lines_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    every = "['word_doubled', 'step_order', 'phase_gap', 'part_missing']"
    assert said("落实责任", tmp_path, cache) == [every]
    assert said("落实责任", tmp_path, cache) == ["['part_missing']"]
    message = "方案.yaml:4:22: 警告 word-doubled：“责任的的”多了“的”"
    looked_at = "['word_doubled', 'part_missing']"
    assert said("落实责任的的分工", tmp_path, cache) == [message, looked_at]
    assert said("落实责任的的分工", tmp_path, cache) == [message, looked_at]


def test_what_is_kept_tells_nothing_of_the_text(tmp_path: Path) -> None:
    said("落实责任", tmp_path, tmp_path / "cache")
    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").glob("*.sound"))
    assert kept
    assert "责任".encode() not in kept


@pytest.mark.parametrize(("rule", "sketch"), PAIRS, ids=[rule.id for rule, _ in PAIRS])
def test_a_sketch_is_its_rule_without_manual_and_examples(rule: Rule, sketch: Rule) -> None:
    assert sketch == rule._replace(find=sketch.find, good=(), bad=())
    assert isinstance(sketch.find, LineWise) is isinstance(rule.find, LineWise)
    assert (sketch.doc, sketch.basis) == (rule.doc, rule.basis)


def test_sketches_find_what_their_rules_find() -> None:
    cases = [trial.case for trial in whole_plans()]
    assert [run(case, sketches()) for case in cases] == [run(case) for case in cases]
