"""文中写的补助金额、拨付次数与补助标准（subsidies）不符。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只核对行动方案里看得准的：“国家卫生乡镇60万元”，“分两次拨付”，“分别拨付20万元、10万元”
（各类依次对应），以及说补助、奖补的一句里“共450万元”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules._lines import Line
from plangen.rules._roadmap import amount, clauses, one_track, roadmap, text_lines
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap

MONEY = r"(?P<sum>\d+(?:\.\d+)?)万元?"
TOTAL = lazy(rf"(?P<quote>(?:共计?|合计|总计|总额)(?:为|约)?{MONEY})")
TIMES = lazy(rf"(?P<quote>分(?P<n>{NUMBER})次(?:拨付|划拨|下达|兑现|发放))")
EACH = lazy(
    r"(?P<quote>分别(?:拨付|划拨|下达|兑现|发放)(?P<sums>\d[\d.]*万元?(?:、\d[\d.]*万元?)+))"
)
PAID = lazy(r"补助|奖补|补贴|奖励")


def find(case: Case) -> Findings:
    """Amounts of the text that are others than those of the subsidies."""
    own = roadmap(case)
    for line in text_lines(case) if own.subsidies else ():
        if "万" in line.text:
            yield from _rates(own, line)
            yield from _totals(own, line)
            yield from _parts(own, line)
        yield from _times(own, line)


def _rates(own: Roadmap, line: Line) -> Iterator[Finding]:
    for subsidy in own.subsidies:
        rate = re.compile(rf"{re.escape(subsidy.track)}(?:每个|每个乡镇|各)?{MONEY}")
        for found in rate.finditer(line.text):
            if float(found["sum"]) != subsidy.amount:
                message = f"“{found.group()}”与补助标准不符：应是{amount(subsidy.amount)}万元"
                yield Finding(line.where, message, found.group())


def _totals(own: Roadmap, line: Line) -> Iterator[Finding]:
    due = own.subsidies_due
    for _, text in clauses(line):
        for found in TOTAL.finditer(text) if PAID.search(text) else ():
            if due is not None and float(found["sum"]) != due:
                message = f"“{found['quote']}”与合计不符：按目标数和标准是{amount(due)}万元"
                yield Finding(line.where, message, found["quote"])


def _parts(own: Roadmap, line: Line) -> Iterator[Finding]:
    """分别拨付20万元、10万元: one of the instalments of every track, in their order."""
    least = min(len(subsidy.instalments) for subsidy in own.subsidies)
    rows = [[s.instalments[at].amount for s in own.subsidies] for at in range(least)]
    for found in EACH.finditer(line.text) if rows else ():
        sums = [float(each) for each in re.findall(r"\d+(?:\.\d+)?", found["sums"])]
        if len(sums) == len(own.subsidies) and sums not in rows:
            right = "；".join("、".join(f"{amount(each)}万元" for each in row) for row in rows)
            message = f"“{found['quote']}”与各次拨付不符：依次是{right}"
            yield Finding(line.where, message, found["quote"])


def _times(own: Roadmap, line: Line) -> Iterator[Finding]:
    counts = {len(subsidy.instalments) for subsidy in own.subsidies if subsidy.instalments}
    for found in TIMES.finditer(line.text) if "次" in line.text else ():
        if len(counts) == 1 and value(found["n"]) not in counts:
            message = f"“{found['quote']}”与补助的拨付次数不符：写了{counts.pop()}次"
            yield Finding(line.where, message, found["quote"])
            return


MAP = (
    one_track("{years: 2022, townships: [云渡镇, 竹溪乡]}")
    + "\nsubsidies: [{track: 省级卫生乡镇, amount: 30, instalments: [{when: 暗访后, amount: 10},"
    " {when: 命名后, amount: 20}]}]\npreamble: "
)
NATIONAL = "{name: 国家卫生乡镇, goal: 1, cohorts: [{years: 2026, townships: [沙坪镇]}]}"
SIXTY = (
    "{track: 国家卫生乡镇, amount: 60, instalments:"
    " [{when: 暗访后, amount: 25}, {when: 命名后, amount: 35}]}"
)
BOTH = MAP.replace("tracks: [", f"tracks: [{NATIONAL}, ").replace(
    "subsidies: [", f"subsidies: [{SIXTY}, "
)
RULE = Rule(
    "subsidy-text",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        MAP + "按省级卫生乡镇30万元的标准补助，分两次拨付，共60万元。改造公厕共80万元。",
        BOTH + "通过暗访后分别拨付25万元、10万元，命名后分别拨付35万元、20万元，补助共120万元。",
    ),
    bad=(
        (
            MAP + "按省级卫生乡镇80万元的标准补助，分三次拨付，共100万元。",
            "“省级卫生乡镇80万元”与补助标准不符：应是30万元\n"
            "“共100万元”与合计不符：按目标数和标准是60万元\n"
            "“分三次拨付”与补助的拨付次数不符：写了2次",
        ),
        (
            BOTH + "通过暗访后分别拨付20万元、10万元。",
            "“分别拨付20万元、10万元”与各次拨付不符：依次是25万元、10万元；35万元、20万元",
        ),
    ),
)
