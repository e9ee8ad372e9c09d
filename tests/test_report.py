"""How problems are printed: for a person, for scripts, for build hosts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from plangen.pipeline import lint
from plangen.problem import Fix, Level, Problem, Where
from plangen.report.formats import FORMATS
from plangen.report.hosts import as_github, as_junit
from plangen.report.model import FileReport
from plangen.report.sarif import as_sarif
from plangen.report.structured import as_json
from plangen.report.text import as_text, problem_text, summary
from plangen.source.places import Source
from tests.tools.specs import over_base


def source(text: str) -> Source:
    return Source("甲.yaml", text)


def problem(line: int, column: int, width: int = 1, level: Level = Level.ERROR) -> Problem:
    return Problem("some-rule", level, "说明", Where(("a",), None, line, column, width))


def excerpt(text: str, column: int, width: int) -> list[str]:
    """What is printed below the message."""
    return problem_text(problem(1, column, width), source(text)).split("\n")[1:]


def test_a_problem_has_place_level_rule_message_and_excerpt() -> None:
    text = "a: 甲\nb: 乙\n"
    assert problem_text(problem(2, 4), source(text)).split("\n") == [
        "甲.yaml:2:4: 错误 some-rule：说明",
        "    2 | b: 乙",
        "      |    ^^",
    ]


def test_the_fix_is_below_the_excerpt() -> None:
    mended = replace(problem(1, 1), fix=Fix("甲", "乙"))
    assert problem_text(mended, source("甲")).split("\n")[-1] == "      改为：乙"


CARETS = [
    ("ab: 方案", 1, 2, ["    1 | ab: 方案", "      | ^^"]),
    ("标题: 方案", 5, 2, ["    1 | 标题: 方案", "      |       ^^^^"]),
    ("标题: ｘ、（甲）", 5, 2, ["    1 | 标题: ｘ、（甲）", "      |       ^^^^"]),
    ("标题: 𠮷A", 6, 1, ["    1 | 标题: 𠮷A", "      |         ^"]),
    ("\ta: 甲", 2, 1, ["    1 | →a: 甲", "      |  ^"]),
    ("a\x07甲: 乙", 3, 1, ["    1 | a□甲: 乙", "      |   ^^"]),
    ("a:", 3, 1, ["    1 | a:", "      |   ^"]),
    ("   ", 1, 1, []),
    (
        f"a: {'长' * 50}",
        4,
        50,
        [f"    1 | a: {'长' * 36}…", f"      |    {'^' * 72}"],
    ),
    (
        f"a: {'长' * 50}错{'长' * 50}",
        54,
        1,
        [f"    1 | …{'长' * 24}错{'长' * 13}…", f"      | {' ' * 49}^^"],
    ),
]


@pytest.mark.parametrize(("text", "column", "width", "lines"), CARETS, ids=range(len(CARETS)))
def test_carets_stand_below_the_fault(
    text: str, column: int, width: int, lines: list[str]
) -> None:
    assert excerpt(text, column, width) == lines


def test_colour_is_for_the_level_alone() -> None:
    plain = problem_text(problem(1, 1), source("甲"))
    assert problem_text(problem(1, 1), source("甲"), color=True) == plain.replace(
        "错误", "\x1b[31;1m错误\x1b[0m"
    )


def test_summary_counts_by_level() -> None:
    found = [problem(1, 1, level=level) for level in (Level.INFO, Level.ERROR, Level.ERROR)]
    assert summary(found) == "2 个错误，1 个提示"
    assert summary([]) == "没有问题"


def test_a_rule_is_listed_so_often_and_then_counted() -> None:
    report = FileReport(source("甲\n"), "plan", [problem(1, 1)] * 4)
    assert as_text(report, most=2).split("\n") == [
        *("甲.yaml:1:1: 错误 some-rule：说明", "    1 | 甲", "      | ^^") * 2,
        "甲.yaml: some-rule 另有 2 处没有列出",
        "甲.yaml：4 个错误",
    ]


# For scripts: design.md §5


def reports() -> list[FileReport]:
    piece = (
        "standards: [weisheng-xiangzhen-2010]\n"
        "groups:\n"
        "  - {name: 甲组, clauses: [A, B, C1-C4, C6-C9, F]}\n"
        "  - {name: 乙组, clauses: [D, E, F8, G, H, I]}"
    )
    one = lint(over_base(piece), "甲.yaml")
    chosen = [p for p in one.problems if p.rule in {"clause-uncovered", "clause-double"}]
    assert one.case is not None
    return [FileReport(one.source, "plan", chosen, one.case.coverage())]


BASIS = "实务（方案按标准逐条落实责任）"


def test_json_is_what_scripts_rely_on() -> None:
    assert json.loads(as_json(reports())) == {
        "version": 1,
        "files": [
            {
                "file": "甲.yaml",
                "kind": "plan",
                "problems": [
                    {
                        "rule": "clause-uncovered",
                        "level": "error",
                        "message": "“环境卫生”的C5没有组、办公室或责任分工负责",
                        "where": {"line": 4, "column": 13, "path": "standards.0"},
                        "quote": "weisheng-xiangzhen-2010",
                        "basis": BASIS,
                        "fix": None,
                    },
                    {
                        "rule": "clause-double",
                        "level": "warning",
                        "message": "F8同时分给甲组、乙组，应明确牵头和协助，或只留一个",
                        "where": {"line": 7, "column": 32, "path": "groups.1.clauses.2"},
                        "quote": "F8",
                        "basis": "实务（一条一个责任主体；几家共担的写明牵头单位）",
                        "fix": None,
                    },
                ],
                "coverage": [
                    {
                        "standard": "weisheng-xiangzhen-2010",
                        "clauses": 52,
                        "uncovered": ["C5"],
                        "multiple": {"F8": ["甲组", "乙组"]},
                    }
                ],
            }
        ],
    }


def test_json_of_a_fix_has_old_and_new() -> None:
    mended = replace(problem(1, 4), quote="甲", fix=Fix("甲", "乙"))
    found = json.loads(as_json([FileReport(source("a: 甲"), "plan", [mended])]))
    assert found["files"][0]["problems"][0]["fix"] == {"old": "甲", "new": "乙"}


def test_json_of_a_word_file_counts_paragraphs() -> None:
    where = Where((), paragraph=12)
    found = Problem("some-rule", Level.INFO, "说明", where)
    data = json.loads(as_json([FileReport(source(""), "plan", [found])]))
    assert data["files"][0]["problems"][0]["where"] == {"paragraph": 12}


# For build hosts


def test_github_has_a_command_for_each_problem() -> None:
    odd = replace(problem(3, 4, 2, Level.WARNING), message="50%，\n完")
    report = FileReport(replace(source("甲"), name="a,b.yaml"), "plan", [odd, problem(1, 1)])
    assert as_github([report]).split("\n") == [
        "::warning file=a%2Cb.yaml,line=3,col=4,title=some-rule,endColumn=6::50%25，%0A完",
        "::error file=a%2Cb.yaml,line=1,col=1,title=some-rule,endColumn=2::说明",
    ]


def test_junit_has_a_suite_for_each_file() -> None:
    bad = FileReport(source("甲"), "plan", [problem(1, 1), problem(2, 1, level=Level.INFO)])
    good = FileReport(Source("乙.yaml", ""), "plan", [])
    assert as_junit([bad, good]).split("\n") == [
        '<testsuites name="plangen">',
        '  <testsuite name="甲.yaml" tests="2" failures="1" errors="0">',
        '    <testcase classname="甲.yaml" name="some-rule:1:1">',
        '      <failure type="some-rule" message="说明">甲.yaml:1:1: 说明</failure>',
        "    </testcase>",
        '    <testcase classname="甲.yaml" name="some-rule:2:1">',
        "      <system-out>提示：说明</system-out>",
        "    </testcase>",
        "  </testsuite>",
        '  <testsuite name="乙.yaml" tests="1" failures="0" errors="0">',
        '    <testcase classname="乙.yaml" name="没有问题" />',
        "  </testsuite>",
        "</testsuites>",
    ]


def test_sarif_has_region_and_fix() -> None:
    mended = replace(problem(1, 4, 1), quote="甲", fix=Fix("甲", "乙"))
    run = json.loads(as_sarif([FileReport(source("a: 甲"), "plan", [mended])]))["runs"][0]
    region = {"startLine": 1, "startColumn": 4, "endColumn": 5}
    change = {"deletedRegion": region, "insertedContent": {"text": "乙"}}
    file = {"uri": "%E7%94%B2.yaml"}
    assert run["results"] == [
        {
            "ruleId": "some-rule",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "说明"},
            "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
            "fixes": [
                {
                    "description": {"text": "改为“乙”"},
                    "artifactChanges": [{"artifactLocation": file, "replacements": [change]}],
                }
            ],
        }
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_print_nothing_and_everything(name: str) -> None:
    assert isinstance(FORMATS[name]([]), str)
    assert "clause-uncovered" in FORMATS[name](reports())
