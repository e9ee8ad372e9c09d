"""What lint says of the documents in tests/forms: of the errors there is none that isn't one.

The forms are other people's ways of writing; whatever is an error there is named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import pytest
import yaml

from plangen.config.model import Config
from plangen.pipeline import Linted
from plangen.pipeline.documents import lint_document
from plangen.problem import Level
from tests.tools.foreign import TITLE

FOLDER = Path(__file__).parent / "forms"
FORMS = Sequence[Mapping[str, str]]
ERRORS = {
    "end: 主送机关没有冒号": ["addressee-mark"],
    "end: 附注没有括号，信息公开选项": ["note-brackets"],
    "end: 此页无正文": ["page-without-text"],
    "head: 字号用方括号": ["number-form"],
    "head: 字号用黑方括号，不写号": ["number-form"],
    "head: 字号没有括号": ["number-form"],
    "head: 份号与紧急程度同行，字间空开，标签写出": ["secrecy-form"],
    "more: 附件标注“（另发）”，附件清单有书名号和分号": ["annex-name-mark"],
    "sent_on: 放假安排，有主送机关和“通知如下”": ["title-genre"],
    "sent_on: 网页把意见的标题写在印发通知的上面，通知没有标题，引用时书名号写成尖括号": [
        "bracket-nested"
    ],
    "web: 浏览量、时间，半角标点": ["addressee-mark", "punctuation-halfwidth"],
    "web: 网页的标题不带文种，后面括注字号": ["title-genre"],
    "rosters: an annex with brackets of another width in the list": ["bracket-halfwidth"],
    "rosters: half-width colon and brackets": ["bracket-halfwidth", "punctuation-halfwidth"],
}


def texts() -> Iterator[tuple[str, str]]:
    """The forms without tables as lines, by file and name."""
    for kind, title in (("notices", ""), ("plans", TITLE)):
        for path in sorted((FOLDER / kind).glob("*.yaml")):
            for form in cast(FORMS, yaml.safe_load(path.read_text(encoding="utf-8"))):
                above = "" if form.get("as") == "whole" else form.get("title", title)
                if "| " not in form["text"] and form.get("as") != "unbroken":
                    text = f"{above}\n{form['text']}".lstrip("\n").replace("\\f", "\f")
                    yield f"{path.stem}: {form['name']}", text


NAMES = dict(texts())


@cache
def linted(name: str) -> Linted:
    return lint_document(NAMES[name].encode(), "x.txt", Config())


def told(name: str, rule: str) -> list[str]:
    return [problem.message for problem in linted(name).problems if problem.rule == rule]


def test_there_are_many_forms() -> None:
    assert len(NAMES) >= 140
    assert set(ERRORS) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_an_error_is_called_one(name: str) -> None:
    errors = {p.rule for p in linted(name).problems if p.level is Level.ERROR}
    assert sorted(errors) == ERRORS.get(name, [])


# What was a false alarm once


def test_an_addressee_of_three_lines_has_its_colon_in_the_last() -> None:
    assert told("end: 主送机关三行", "addressee-mark") == []


def test_a_notice_without_an_issuer_lacks_none_in_its_title() -> None:
    found = lint_document("关于开会的通知".encode(), "x.txt", Config(select=("title-issuer",)))
    assert [problem.message for problem in found.problems] == []


def test_minutes_set_up_no_office() -> None:
    assert told("kinds: 会议纪要", "body-unset") == []


def test_the_lines_of_a_web_page_are_named_once_and_not_checked() -> None:
    name = "web: 首页、索引号、组配分类，一行几项"
    assert told(name, "read-furniture") == ["网页上的栏目、按钮共 8 段不是正文，没有核对，应删去"]
    assert told(name, "punctuation-halfwidth") == []


def test_a_title_with_its_number_is_no_citation() -> None:
    name = "web: 来源、日期、字号、视力保护色，标题后括注文号"
    assert told(name, "cited-title-bare") == []


def test_phases_that_share_a_month_may_part_it() -> None:
    assert told("phases: parts of months", "phase-overlap") == []


OWN_TASKS = """霁川县创建国家卫生县城实施方案
根据《国家卫生乡镇（县城）标准》，制定本方案。
一、重点任务
（一）加强健康教育
1.办好健康讲座。（牵头单位：县卫生健康局）
（二）{second}
2.整治背街小巷。（牵头单位：县城市管理局）
二、工作要求
加强督查。
"""
CLAUSES = ("clause-unknown", "clause-uncovered", "clause-misplaced", "clause-list-differs")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (
            "环境卫生",
            "《国家卫生乡镇（县城）标准》看得出分工的只有9条（共52条），没有逐条核对",
        ),
        (
            "整治市容环境",
            "《国家卫生乡镇（县城）标准》的条款没有分给任何组、办公室或单位（共52条）",
        ),
    ],
)
def test_headings_of_own_tasks_are_no_sections_of_the_standard(second: str, said: str) -> None:
    text = OWN_TASKS.format(second=second)
    found = lint_document(text.encode(), "x.txt", Config(select=CLAUSES)).problems
    assert [(problem.level, problem.message) for problem in found] == [(Level.INFO, said)]


def test_of_a_catalogue_that_is_not_complete_no_clause_is_missed() -> None:
    text = OWN_TASKS.format(second="整治市容环境").replace(
        "国家卫生乡镇（县城）标准", "国家卫生城市和国家卫生县标准"
    )
    found = lint_document(text.encode(), "x.txt", Config(select=CLAUSES)).problems
    assert [problem.message for problem in found] == []


SHARED = """青山县创建国家卫生县城工作实施方案
一、工作任务
（一）健康教育
1.办好健康讲座。
2.设置宣传栏。
责任单位：县卫生健康局、县教育局
（二）环境整治
1.整治背街小巷。
2.改造公厕。
责任单位：县城市管理局
二、工作要求
加强督查。
"""
EACH = "".join(f"{n}.整治第{n}条街巷。（牵头单位：县城市管理局）\n" for n in range(1, 10))
ONE_WITHOUT = f"""青山县创建国家卫生县城工作实施方案
一、工作任务
{EACH}10.改造公厕。
二、工作要求
加强督查。
"""


@pytest.mark.parametrize(
    ("text", "said"), [(SHARED, []), (ONE_WITHOUT, ["“改造公厕。”没有牵头单位"])]
)
def test_items_may_share_the_bodies_named_below_them(text: str, said: list[str]) -> None:
    found = lint_document(text.encode(), "x.txt", Config(select=("assignment-leadless",)))
    assert [problem.message for problem in found.problems] == said
