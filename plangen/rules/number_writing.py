"""数字的写法：.5（缺零）、3千人（数字加千、百）、80年代（缺世纪）、降低3倍（减少不用倍）。

依据：GB/T 15835—2011 第5.1条、第5.3条；实务（倍数只用于增加）。级别：警告。
万、亿可以跟在阿拉伯数字后面；千米、千克、千瓦是单位，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER, NUMERAL, Slip, slips
from plangen.rules.base import Findings, LineWise, Rule

PLACES = {"百": 100, "千": 1000}
COUNTED = "[个户名元家亩株棵辆台件份]|人(?!计划|工程)|余[人户个家名元]"
TABLE = (
    Slip(
        rf"\.(?<=(?:{LETTER}|[，：（])\.)(?<![{NUMERAL}]\.)(\d+)(?=[%％个倍米公元万亿吨])",
        r"0.\1",
        cues=(".",),
    ),
    Slip(
        rf"(?<![\d.])(\d{{1,2}}(?:\.\d)?)([百千])(?={COUNTED})",
        lambda found: f"{float(found[1]) * PLACES[found[2]]:.0f}",
        safe=False,
        cues=(*PLACES,),
    ),
    Slip(
        r"(?<!世纪)(?<!\d)(\d0年代)",
        r"20世纪\1",
        "“{old}”应写明世纪，如“{new}”",
        safe=False,
        cues=("年代",),
    ),
    Slip(
        r"(?:减少|降低|下降|缩短|缩小|减低|削减|压缩)(?:了|到|至)?(?:近|约)?[\d.一二三四五六七八九十两数几]+倍",
        "",
        "“{old}”：减少不用“倍”，应写百分之几或几分之几",
        safe=False,
        cues=("倍",),
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Numbers written as the standard doesn't."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "number-writing",
    Level.WARNING,
    find,
    good=(
        "preamble: 提高0.5个百分点，覆盖3000人、3.5万户，长5千米、重2千克，"
        "始于20世纪80年代，增长3倍。",
        "preamble: 实施百千万工程，覆盖3千瓦机组，七八十年代，比例由2.5降低到1。",
    ),
    bad=(
        (
            "preamble: 提高.5个百分点，覆盖3千人、2百余户，始于80年代，成本降低3倍。",
            "“.5”应作“0.5”\n“3千”应作“3000”\n“2百”应作“200”\n“80年代”应写明世纪，如“20世纪80年代”\n"
            "“降低3倍”：减少不用“倍”，应写百分之几或几分之几",
        ),
    ),
)
