"""`# plangen: ignore=ID`: what the author of a file has looked at isn't reported again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.config.model import Config
from plangen.pipeline import lint
from plangen.pipeline.lint import Linted
from plangen.problem import Level
from tests.tools.command import plangen
from tests.tools.more_rules import more_rules
from tests.tools.specs import over_base

# try-word finds 截止目前 wherever it is printed.
HEAD = over_base("").count(b"\n")


@pytest.fixture(autouse=True)
def _rules() -> Iterator[None]:
    with more_rules():
        yield


def linted(piece: str, *select: str) -> Linted:
    chosen = Config(select=select or ("try-word", "ignore-unknown"))
    return lint(over_base(piece), "方案.yaml", chosen)


def found(piece: str) -> list[str]:
    """Line (of the piece) and rule of each problem left."""
    return [f"{(p.where.line or 0) - HEAD + 1} {p.rule}" for p in linted(piece).problems]


SILENCED = [
    # at the end of a line: that line
    "preamble: 截止目前  # plangen: ignore=try-word\n",
    "preamble: 截止目前 #plangen:ignore=try-word\n",
    "preamble: 截止目前  # 已核 # plangen: ignore=try-word\n",
    "preamble: 截止目前  # plangen: ignore=try-word 已与县卫健局核对\n",
    "preamble: 截止目前  # plangen: ignore=phase-gap, try-word\n",
    "preamble: 截止目前  # plangen：ignore＝phase-gap、try-word\n",
    "preamble: 截止目前  # plangen: ignore=try-*\n",
    "preamble: 截止目前  # plangen: ignore=*\n",
    'preamble: "截止目前 # plangen: ignore=a"  # plangen: ignore=try-word\n',
    # … and a text that begins, runs or ends there
    "preamble: |  # plangen: ignore=try-word\n  甲\n  截止目前\n",
    "preamble: >-  # plangen: ignore=try-word\n  甲\n  截止目前\n",
    'preamble: "截止目前\n  甲"  # plangen: ignore=try-word\n',
    "preamble: 甲\n  截止目前  # plangen: ignore=try-word\n",
    # on a line of its own: the key or item below
    "# plangen: ignore=try-word\npreamble: 截止目前\n",
    "# plangen: ignore=try-word\n\n# 又一行\npreamble: |\n  甲\n  截止目前\n",
    "# plangen: ignore=try-word\ngroups:\n  - {name: 甲组, duties: 截止目前}\n",
    "groups:\n  # plangen: ignore=try-word\n  - name: 甲组\n    duties: [乙, 截止目前]\n",
    "groups:\n  - name: 甲组\n    # plangen: ignore=try-word\n    duties:\n      - 截止目前\n",
    "groups:\n- name: 甲组\n  duties:\n  # plangen: ignore=try-word\n  - |\n    截止目前\n",
    "groups: [\n  # plangen: ignore=try-word\n  {name: 甲组,\n   duties: 截止目前}]\n",
    "groups:\n  # plangen: ignore=try-word\n  - &a {name: 甲组, duties: 截止目前}\n  - *a\n",
    "工作组:\n  # plangen: ignore=try-word\n  - {名称: 甲组, 职责: 截止目前}\n",
    # anywhere: the file
    "preamble: 截止目前\nclosing: 截止目前\n# plangen: ignore-file=try-word\n",
    "preamble: 截止目前  # plangen: ignore-file=try-word\nclosing: 截止目前\n",
]


@pytest.mark.parametrize("piece", SILENCED)
def test_silenced(piece: str) -> None:
    assert found(piece) == []
    assert "try-word" in {
        problem.rule for problem in linted(piece.replace("plangen", "")).problems
    }


REPORTED = [
    # another line, another part, another rule
    ("preamble: 截止目前\nclosing: 截止目前  # plangen: ignore=try-word\n", ["1 try-word"]),
    ("# plangen: ignore=try-word\npreamble: 截止目前\nclosing: 截止目前\n", ["3 try-word"]),
    ("preamble: 截止目前\n# plangen: ignore=try-word\nclosing: 截止目前\n", ["1 try-word"]),
    ("preamble: 截止目前  # plangen: ignore=phase-gap\n", ["1 try-word"]),
    ("preamble: 截止目前  # plangen ignore=try-word\n", ["1 try-word"]),
    ("preamble: 截止目前  # plangen: ignored=try-word\n", ["1 try-word"]),
    (
        "groups:\n  # plangen: ignore=try-word\n  - {name: 甲组, duties: 截止目前}\n"
        "  - {name: 乙组, duties: 截止目前}\n",
        ["4 try-word"],
    ),
    # no comment, but text
    ("preamble: |\n  截止目前  # plangen: ignore=try-word\n", ["2 try-word"]),
    ('preamble: "截止目前 # plangen: ignore=try-word"\n', ["1 try-word"]),
    ("preamble: '截止目前\n  # plangen: ignore-file=try-word'\n", ["1 try-word"]),
    # below a text in block style a comment is a comment again
    (
        "preamble: |\n  甲\n# plangen: ignore=try-word\nclosing: 截止目前\n"
        "contact: {label: 甲, value: 截止目前}\n",
        ["5 try-word"],
    ),
]


@pytest.mark.parametrize(("piece", "left"), REPORTED)
def test_reported(piece: str, left: list[str]) -> None:
    assert found(piece) == left


UNKNOWN = [
    ("ignore=phase-ordre", ["没有规则“phase-ordre”，是不是“phase-order”？"]),
    (
        "ignore=qqq,try-word,phase-ordre",
        [
            "没有规则“qqq”；用 plangen rules 查看全部",
            "没有规则“phase-ordre”，是不是“phase-order”？",
        ],
    ),
    ("ignore-file=zz-*", ["没有规则“zz-*”；用 plangen rules 查看全部"]),
    ("ignore", ["ignore 后面应写规则编号，如 ignore=phase-gap"]),
    ("ignore=", ["ignore 后面应写规则编号，如 ignore=phase-gap"]),
]


@pytest.mark.parametrize(("said", "messages"), UNKNOWN)
def test_a_comment_that_silences_no_rule_is_told(said: str, messages: list[str]) -> None:
    problems = linted(f"preamble: 甲  # plangen: {said}\n").problems
    assert [(p.rule, p.level, p.message, p.where.line, p.where.column) for p in problems] == [
        ("ignore-unknown", Level.INFO, message, HEAD, 14) for message in messages
    ]


def test_what_is_told_of_comments_can_be_switched_off_like_a_rule() -> None:
    piece = "preamble: 甲  # plangen: ignore=qqq\n"
    assert linted(piece, "try-*").problems == []
    raised = lint(over_base(piece), "方案.yaml", Config(levels={"ignore-unknown": Level.ERROR}))
    assert [p.level for p in raised.problems if p.rule == "ignore-unknown"] == [Level.ERROR]


def test_faults_of_form_can_not_be_silenced() -> None:
    one = linted("preambel: 甲  # plangen: ignore=*\n")
    assert [problem.rule for problem in one.problems] == ["spec-key-unknown"]


def test_what_was_silenced_is_counted_and_what_silenced_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    piece = (
        "preamble: 截止目前  # plangen: ignore=try-word\n"
        "closing: 截至目前  # plangen: ignore=try-word,phase-gap\n"
    )
    Path("方案.yaml").write_bytes(over_base(piece))
    done = plangen("lint", "方案.yaml", "--select", "try-word", "--statistics")
    assert (done.code, done.out) == (0, "方案.yaml：没有问题\n")
    assert done.err.split("\n") == [
        "方案.yaml：核对 1 条规则，其中 0 条有处未能核对；另有 0 条没有内容可核对",
        "  文件里注明不报的有 1 处",
        f"  第 {HEAD + 1} 行注明不报的 try-word、phase-gap 没有用上",
        "",
    ]
    assert plangen("lint", "方案.yaml", "--select", "try-word").err == ""
