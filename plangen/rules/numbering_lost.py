"""行首只有“、”或“.”，前面的序号脱落。

依据：GB/T 15834—2011 第5.1.1条（顿号不出现在一行之首）、附录B.3；GB/T 9704—2012 第7.3.3条。
级别：错误。
只在同组序号到这里正好缺一个时报，并说明缺的是几；转换时折断的行不算。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._numbering import label, outline, typed_here
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Marks at the start of a line where a number is missed."""
    for entry in outline(case).entries:
        if entry.lost and typed_here(case, entry):
            typed = label(entry.rank, entry.number)
            message = f"行首“{entry.mark}”前面脱落了序号“{typed[:-1]}”"
            fix = Fix(entry.quote, entry.quote.replace(entry.mark, typed, 1))
            yield Finding(entry.block.where, message, entry.quote, fix=fix)


RULE = Rule(
    "numbering-lost",
    Level.ERROR,
    find,
    good=(
        'preamble: "1、加强领导。\\n2、落实责任。\\n3、广泛宣传。"',
        'preamble: "1、成员单位有县教育局、县水利局\\n、县公安局。\\n2、落实责任。"',
    ),
    bad=(
        (
            'preamble: "1、加强领导。\\n2、落实责任。\\n、广泛宣传动员。\\n4、严格督查。"',
            "行首“、”前面脱落了序号“3”",
        ),
        (
            'preamble: "、加强领导。\\n2、落实责任。\\n、广泛宣传动员。"',
            "行首“、”前面脱落了序号“1”\n行首“、”前面脱落了序号“3”",
        ),
    ),
)
