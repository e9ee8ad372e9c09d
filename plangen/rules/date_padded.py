"""日期的月、日编了虚位：2024年01月05日。

依据：GB/T 9704—2012 第7.3.5.4条（月、日不编虚位，即1不编为01）。级别：成文日期、印发日期为错误，
正文里的为警告。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Fix, Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

PADDED = lazy(r"(?:(?<=年)0\d月(?:0?\d|\d{2})日|(?<=年)0\d月|(?<!\d)\d{1,2}月0\d日)")
ZERO = lazy(r"0(?=\d[月日])")
STRICT = (Role.DATE, Role.IMPRINT)


@LineWise
def find(lines: Lines) -> Findings:
    """Months and days written with a zero in front."""
    for line in lines.having("月"):
        level = Level.ERROR if line.role in STRICT else Level.WARNING
        for found in PADDED.finditer(line.text):
            old, new = found.group(), ZERO.sub("", found.group())
            yield Finding(line.where, f"“{old}”应作“{new}”", old, level=level, fix=Fix(old, new))


RULE = Rule(
    "date-padded",
    Level.WARNING,
    find,
    good=(
        "closing: 2024年1月5日、10月10日、2024年10月20日前报送，编号0101，电话0108月。",
        "notice: {issuer: 青山县人民政府, date: 2024-01-05}",
    ),
    bad=(
        (
            "closing: 于2024年01月05日前报送，05月06日检查。",
            "“01月05日”应作“1月5日”\n“05月06日”应作“5月6日”",
        ),
        ("closing: 2024年03月起，4月05日止。", "“03月”应作“3月”\n“4月05日”应作“4月5日”"),
    ),
)
