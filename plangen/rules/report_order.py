"""“逐级上报”的机关从上往下排：向省爱卫会、市爱卫会逐级上报。

依据：党政机关公文处理工作条例第十四条、第十五条（行文关系，一般不越级）；实务（逐级上报从下一级到上一级）。
级别：提示。
只看“逐级上报、申报、报送、推荐”之前、由“向”“由”“经”引出的一串机关；各项的级别都看得出、后一项比前
一项低，才报。
"""

from __future__ import annotations

import re
from itertools import pairwise

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

STEP = lazy(
    r"(?P<quote>[向由经](?P<list>[^，。；：由向经]*、[^，。；：由向经]*?)"
    r"逐级(?:上报|申报|报送|报批|推荐|报告))"
)
RANKS = (
    ("全国|国家|国务院|中央", 6),
    ("省|自治区", 5),
    ("市|州|盟|地区", 4),
    ("县|区|旗", 3),
    ("乡|镇|街道", 2),
    ("村|社区|居委会", 1),
)
BETWEEN = lazy(rf"、|[和及](?={'|'.join(form for form, _ in RANKS)})")  # not in 住房和城乡建设厅


@LineWise
def find(lines: Lines) -> Findings:
    """Lists of organs that go down where they should go up."""
    for line in lines.having("逐级"):
        for found in STEP.finditer(line.text):
            ranks = [rank(item) for item in BETWEEN.split(found["list"])]
            falling = any(one > other for one, other in pairwise(ranks))
            if 0 not in ranks and falling:
                quote = found["quote"]
                yield Finding(line.where, f"“{quote}”：逐级上报应从下一级往上排", quote)


def rank(organ: str) -> int:
    """The level of an organ, by the first part of its name; 0 where it can't be told."""
    places = [(at.start(), value) for form, value in RANKS if (at := re.search(form, organ))]
    return min(places)[1] if places else 0


RULE = Rule(
    "report-order",
    Level.INFO,
    find,
    good=(
        "preamble: 申报材料由各乡镇、县爱卫会、市爱卫会逐级上报。",
        "preamble: 经各村、各镇逐级上报后，由县爱卫办、县卫生健康局逐级申报。",
        "preamble: 由省爱卫会、有关单位逐级上报，省、市、县逐级申报。",
        "preamble: 向省爱卫会、市爱卫会报送，逐级上报情况。",
    ),
    bad=(
        (
            "preamble: 以市政府名义，向省爱卫会、青州市政府、青州市爱卫会逐级上报申报材料。",
            "“向省爱卫会、青州市政府、青州市爱卫会逐级上报”：逐级上报应从下一级往上排",
        ),
        (
            "preamble: 由市、县、乡镇和村逐级推荐。",
            "“由市、县、乡镇和村逐级推荐”：逐级上报应从下一级往上排",
        ),
    ),
)
