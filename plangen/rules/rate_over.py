"""比率高于百分之百：知晓率达到120%，覆盖率达到100%以上。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只看不可能超过的比率，列在 plangen/words/whole_rates.yaml；完成率、增长率、移动电话普及率等
能超过，不算；表格里的数不看。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

WHOLE = 100
RATE = lazy(
    rf"(?P<name>{LETTER}{{1,12}}?[率度])[要应须均都力争]{{0,3}}(?:分别|全部|必须|基本)?"
    r"(?:达到|达|为|不低于|不少于|保持在|提高到|提升到|稳定在|[:：≥])?(?P<above>超过|高于|大于|[>＞])?"
    r"\s?(?P<number>\d{3}(?:\.\d+)?)\s?[%％](?P<more>及?以上)?"
)


@LineWise
def find(lines: Lines) -> Findings:
    """Rates above a hundred per cent."""
    for line in lines.having("%", "％"):
        for found in RATE.finditer(line.text):
            beyond = found["above"] or found["more"]
            if _is_over(found["number"], beyond) and _is_share(lines, found["name"]):
                quote = found.group()
                yield Finding(line.where, f"“{quote}”：比率最高是100%", quote)


def _is_over(number: str, beyond: object) -> bool:
    """Whether a number is above the whole, or something beyond it is."""
    return float(number) > WHOLE or (float(number) == WHOLE and bool(beyond))


def _is_share(lines: Lines, name: str) -> bool:
    """Whether a rate is a share of a whole, which no part exceeds."""
    return any(
        name.endswith(tuple(entry.get("rates", "").split()))
        and not any(word in name for word in entry.get("unless", "").split())
        for entry in lines.words("whole_rates")
    )


RULE = Rule(
    "rate-over",
    Level.WARNING,
    find,
    good=(
        "preamble: 健康知识知晓率达到100%，任务完成率达到120%，移动电话普及率达到115%。",
        "preamble: 满意率提高120个百分点，覆盖率比上年增长150%，粮食自给率达到130%以上。",
        "targets: [{text: 达标, indicators: [{name: 覆盖率, op: '>=', value: 100, unit: '%'},"
        " {name: 产值增长率, op: '>=', value: 120, unit: '%'},"
        " {name: 消毒率, op: '>=', value: 120, unit: ‰}]}]",
    ),
    bad=(
        (
            "preamble: 全县健康教育覆盖率要达到120%，群众满意率超过100%，垃圾处理率100%以上。",
            "“全县健康教育覆盖率要达到120%”：比率最高是100%\n"
            "“群众满意率超过100%”：比率最高是100%\n"
            "“垃圾处理率100%以上”：比率最高是100%",
        ),
        (
            "targets: [{text: 达标, indicators: [{name: 消毒率, op: '>', value: 100, unit: '%'},"
            " {name: 知晓率, op: '>=', value: 120, unit: '%'}]}]",
            "“消毒率>100%”：比率最高是100%\n“知晓率≥120%”：比率最高是100%",
        ),
    ),
)
