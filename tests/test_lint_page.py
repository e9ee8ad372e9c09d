"""The page of `lint --format html`: whole without a network, and true to what was found."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plangen.problem import Fix, Level, Problem, Where
from plangen.report.model import FileReport
from plangen.report.page import as_html
from plangen.source.places import Source
from tests.tools.command import Result, plangen

ROOT = Path(__file__).parents[1]
FAULTS = str(ROOT / "samples" / "faults.yaml")
WORD = str(ROOT / "samples" / "faults.docx")
VOID = {"meta", "input"}


class Page(HTMLParser):
    """The findings of a page: class, then text without blanks; ends of elements must fit."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.levels: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if kind.startswith("finding "):
            self.levels.append(kind.removeprefix("finding "))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"]:
            self.marked.append(data)


def test_a_page_has_every_finding_of_every_file() -> None:
    text = plangen("lint", FAULTS, WORD, "--format", "html").out
    page = Page(text)
    for file in (FAULTS, WORD):
        said = plangen("lint", file).out.splitlines()[-1].partition("：")[2]
        assert f"<p>{said}</p>" in text
    assert len(page.levels) == len(re.findall(r"\((?:\w+-)+\w+\)|（[a-z]+(?:-[a-z]+)+）", text))
    assert {"error", "warning", "info"} == set(page.levels)
    assert "霁政办发[2024]第02号" in page.marked
    assert "改为：<ins>霁政办发〔2024〕2号</ins>" in text
    assert "<td>E4</td>" in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)


def test_what_a_file_says_stays_text() -> None:
    source = Source("<b>.yaml", "标题: <script>alert(1)</script>&\x0b乙")
    where = Where(line=1, column=5, width=8)
    found = Problem("try-it", Level.ERROR, "“<i>”", where, "<script>", "", Fix("<script>", ""))
    text = as_html([FileReport(source, "plan", [found])])
    Page(text)
    assert "<script>" not in text
    assert "&lt;b&gt;.yaml" in text
    assert "标题: <mark>&lt;script&gt;</mark>alert(1)&lt;/script&gt;&amp;□乙" in text
    assert "<p>删去</p>" in text


def test_a_long_line_is_shown_around_the_fault() -> None:
    source = Source("a.txt", "前" * 100 + "错" + "后" * 100)
    where = Where(paragraph=3, line=1, column=101)
    found = Problem("try-it", Level.INFO, "“错”", where, "错")
    text = as_html([FileReport(source, "plan", [found])])
    assert f"…{'前' * 60}<mark>错</mark>{'后' * 60}…" in text
    assert "第3段（try-it）" in text


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("报告.html", "<!DOCTYPE html>"),
        ("报告.json", '{\n "version": 1'),
        ("报告.sarif", "{"),
        ("报告.XML", "<testsuites"),
    ],
)
def test_the_results_go_to_a_file(
    name: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = plangen("lint", FAULTS, "-o", name)
    counted = plangen("lint", FAULTS).out.splitlines()[-1].rpartition("：")[2]
    assert done == Result(1, "", f"{name}：{counted}\n")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("arguments", [["方案.yaml"], ["方案.html", "--format", "text"]])
def test_no_other_file_is_written_over(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("方案.yaml").write_text("kind: plan", encoding="utf-8")
    said = f"“{arguments[0]}”写不了：-o 把结果写成 .json、.sarif、.xml、.html、.htm 文件"
    assert plangen("lint", "方案.yaml", "-o", *arguments) == Result(2, "", f"plangen：{said}\n")
    assert Path("方案.yaml").read_text(encoding="utf-8") == "kind: plan"
