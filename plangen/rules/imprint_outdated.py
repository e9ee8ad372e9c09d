"""版记里还有2012年起不用的项目：主题词、抄报。

依据：党政机关公文处理工作条例第九条（公文的组成里没有主题词，只有抄送机关）；GB/T 9704—2012
第7.4条。级别：提示。
只看单独成行的，正文里说到的不算；印数等其他要素可以有，不报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

OUTDATED = (
    (lazy(r"\s*主\s*题\s*词\s*[：:]"), "主题词", "不再标注，应删去"),
    (lazy(r"\s*抄\s*报\s*[：:]"), "抄报", "应作“抄送”"),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Lines that the imprint of 1999 had."""
    for line in lines.having("词", "报"):
        for form, name, what in OUTDATED:
            if found := form.match(line.text):
                yield Finding(line.where, f"版记里的“{name}”{what}", found.group().strip())


RULE = Rule(
    "imprint-outdated",
    Level.INFO,
    find,
    good=("preamble: 宣传册共印3000份，围绕主题词“健康”开展宣传，结果抄报市爱卫办。",),
    bad=(
        (
            'closing: "主题词：卫生　创建　方案\\n抄报：市爱卫办\\n共印80份"',
            "版记里的“主题词”不再标注，应删去\n版记里的“抄报”应作“抄送”",
        ),
    ),
)
