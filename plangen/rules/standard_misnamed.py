"""标准的名称或版本写错：《国家卫生乡镇（县城）标准（2021版）》，2021版叫《国家卫生乡镇标准》。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：警告。
名称表在 words/standard_titles.yaml；只看“国家卫生……标准”；同一错名只报一次；省、市自己的标准不看。
方案依据的是同一系列的另一版（条款库里有）而文中用了别的版的名称，也在此报。
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.config.model import Entry
from plangen.problem import Level
from plangen.rules._standards import base_title
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.nearest import nearest
from plangen.text.patterns import lazy

TITLE = lazy(r"《(国家卫生[^《》]+标准(?:[（(][^《》（）()]+[）)])?)》")
LIKE = 0.8


def find(case: Case) -> Findings:
    """Titles of standards that no edition, or another edition, has."""
    entries = case.words("standard_titles")
    own = [base_title(standard.title)[0] for standard in case.standards.values()]
    seen = set()
    for line in case.having("《国家卫生"):
        for found in TITLE.finditer(line.text):
            wrong = found.group(1)
            if wrong in seen:
                continue
            seen.add(wrong)
            message = _fault(wrong, entries, own)
            if message:
                yield Finding(line.where, message, found.group())


def _fault(title: str, entries: Sequence[Entry], own: Sequence[str]) -> str:
    """What is wrong with a title, in words; empty where nothing is."""
    name, year = base_title(title)
    known = {base_title(entry["title"])[0]: entry for entry in entries}
    entry = known.get(name)
    if entry is None:
        near = nearest(name, known, LIKE)
        return f"《{title}》应作《{known[near]['title']}》" if near else ""
    if year and year not in entry["edition"].split():
        right = _edition(year, entry["series"], entries)
        return f"“{title}”：{year}版的名称是《{right}》" if right else ""
    uses = [use for title, use in known.items() if title in own]
    other = next((use for use in uses if use["series"] == entry["series"]), None)
    if other and entry["series"] and name not in own and not year:
        return f"本方案所依的是《{other['title']}》，《{title}》是另一版的名称"
    return ""


def _edition(year: str, series: str, entries: Sequence[Entry]) -> str:
    """The title that the edition of that year has in a series."""
    found = (one for one in entries if one["series"] == series and year in one["edition"].split())
    return next((one["title"] for one in found), "")


RULE = Rule(
    "standard-misnamed",
    Level.WARNING,
    find,
    good=(
        "closing: 按照《国家卫生乡镇(县城)标准》《国家卫生城市标准（2014版）》《国家卫生县城标准》"
        "和《省级卫生乡镇标准》《国家卫生城镇评审管理办法》执行。",
        "standards: [weisheng-chengshi-xian-2021]\n"
        "closing: 按照《国家卫生城市和国家卫生县标准（2021版）》执行，"
        "《国家卫生城市标准（2014版）》不再适用。",
    ),
    bad=(
        (
            "closing: 按照《国家卫生乡镇（县城）标准（2021版）》"
            "《重庆市卫生乡镇标准（2011版）》要求推进。",
            "“国家卫生乡镇（县城）标准（2021版）”：2021版的名称是《国家卫生乡镇标准》",
        ),
        (
            "closing: 对照《国家卫生乡镇县城标准》自查，再按《国家卫生乡镇县城标准》整改。",
            "《国家卫生乡镇县城标准》应作《国家卫生乡镇（县城）标准》",
        ),
        (
            "standards: [weisheng-chengshi-xian-2021]\n"
            "closing: 对照《国家卫生城市标准》逐项排查。",
            "本方案所依的是《国家卫生城市和国家卫生县标准》，《国家卫生城市标准》是另一版的名称",
        ),
    ),
)
