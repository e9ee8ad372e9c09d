"""同一个文件，书名前后两样：《……任务分解和责任细则》《……任务分解及责任细则》。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：警告。
只看八个字以上、除了“和、与、及、的、工作”和标点以外完全相同的两个书名；报先后两种中少的一种，
一样多的报后一种。与本方案标题相近的由 self-title、plan-title-differs 核对。
"""

from __future__ import annotations

from collections import Counter

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._references import bare, own_title
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CITED = lazy(r"《([^《》]{8,})》")
SMALL = lazy(r"以及|工作|[和与及的、，：“”‘’（）()〔〕\s—\-]")


def find(case: Case) -> Findings:
    """The rarer form of each title that has two, where it first stands."""
    first: dict[str, Line] = {}
    counts: Counter[str] = Counter()
    for line in case.having("《"):
        for title in CITED.findall(line.text):
            first.setdefault(title, line)
            counts[title] += 1
    forms: dict[str, list[str]] = {}
    for title in first:
        forms.setdefault(SMALL.sub("", title), []).append(title)
    own = SMALL.sub("", own_title(case))
    for titles in forms.values():
        if SMALL.sub("", bare(titles[0])) == own:
            continue
        usual = max(titles, key=lambda title: counts[title])
        for title in titles:
            if title != usual:
                quote = f"《{title}》"
                message = f"{quote}和《{usual}》是同一个文件，名称应统一"
                yield Finding(first[title].where, message, quote)


RULE = Rule(
    "cited-variant",
    Level.WARNING,
    find,
    good=(
        "preamble: 按照《青山县目标任务分解和责任细则》落实，"
        "再按《青山县目标任务分解和责任细则》考核。",
        "preamble: 按照《国家卫生城市标准》《国家卫生城市和国家卫生县标准（2021版）》落实。",
        "preamble: 按照《任务细则》《任务和细则》落实。",
    ),
    bad=(
        (
            "preamble: 按照《青山县创建目标任务分解和责任细则》落实。\n"
            "closing: 对照《青山县创建目标任务分解及责任细则》考核。",
            "《青山县创建目标任务分解及责任细则》和《青山县创建目标任务分解和责任细则》是同一个文件，"
            "名称应统一",
        ),
        (
            "preamble: 按照《城镇环境卫生设施设置的标准》落实，《城镇环境卫生设施设置标准》另发，"
            "《城镇环境卫生设施设置标准》从严。",
            "《城镇环境卫生设施设置的标准》和《城镇环境卫生设施设置标准》是同一个文件，名称应统一",
        ),
    ),
)
