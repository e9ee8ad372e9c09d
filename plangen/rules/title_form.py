"""方案标题的写法：句末有标点，自定分行与标题不符。

依据：GB/T 9704—2012 第7.3.1条；GB/T 15834—2011 附录B.4（标题一般不用句末点号）。级别：错误。
"""

from __future__ import annotations

from plangen.problem import Level, Where
from plangen.rules.base import Case, Findings, Rule
from plangen.text.patterns import lazy

HAN = lazy("[\u4e00-\u9fff]")  # a file in another language is no 公文
MARKS = "。，；：、！？.,;:"


def find(case: Case) -> Findings:
    """Titles that end in a mark, and lines that don't make up their title."""
    plan, notice = case.plan, case.plan.notice
    titles = [(plan.title, plan.title_lines, Where())]
    titles += [(notice.title, notice.title_lines, notice.where)] if notice else []
    for title, lines, where in titles:
        if title.endswith(tuple(MARKS)) and HAN.search(title):
            yield where / "title", f"标题末尾的“{title[-1]}”应删去"
        if title.startswith("《") and title.endswith("》"):
            yield where / "title", "标题不带书名号，引用时由 plangen 加"
        if lines and title and "".join(lines) != title:
            yield where / "title_lines", f"分行连起来是“{''.join(lines)}”，与标题“{title}”不同"


RULE = Rule(
    "title-form",
    Level.ERROR,
    find,
    good=(
        "title: 青山县卫生创建实施方案\ntitle_lines: [青山县, 卫生创建实施方案]",
        "title: This is a plan.",
    ),
    bad=(
        ("title: 青山县卫生创建实施方案。", "标题末尾的“。”应删去"),
        ("title: 《青山县卫生创建实施方案》", "标题不带书名号，引用时由 plangen 加"),
        (
            "title: 青山县卫生创建实施方案\ntitle_lines: [青山县, 卫生创建方案]",
            "分行连起来是“青山县卫生创建方案”，与标题“青山县卫生创建实施方案”不同",
        ),
    ),
)
