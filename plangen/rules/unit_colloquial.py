"""单位用了口头简称：县发改局、县人社局、县住建局。

依据：党政机关公文处理工作条例第九条第（八）项（机关用全称、规范化简称）；实务。级别：提示。
简称见 plangen/words/colloquial_units.yaml；书名号、引号里的，“原”字之后的，写明“以下简称”的不算。
同一名称只报一次，注明几处。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._old_names import names_in_text
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Colloquial names, each where it first stands."""
    for named in names_in_text(case, case.words("colloquial_units")):
        times = f"（共{named.times}处）" if named.times > 1 else ""
        message = f"“{named.name}”{times}是口头简称，规范的写法是{named.entry['new']}"
        yield Finding(named.where, message, named.name)


RULE = Rule(
    "unit-colloquial",
    Level.INFO,
    find,
    good=(
        "preamble: 由县发展改革局、县城市管理局、县教委负责。",
        "preamble: 由县人力资源和社会保障局（以下简称“县人社局”）负责，县人社局牵头。",
        "preamble: 根据《县住建局工作规则》和“县住建局通报”要求，由原县住建局负责。",
    ),
    bad=(
        (
            "preamble: 由县发改局、住建局牵头，县发改局负责日常工作。",
            "“县发改局”（共2处）是口头简称，规范的写法是发展改革局（委）\n"
            "“住建局”是口头简称，规范的写法是住房城乡建设局（委）",
        ),
    ),
)
