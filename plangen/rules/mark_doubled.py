"""两个点号连用：，，。。 或者 ，。 ；。。

依据：GB/T 15834—2011 第4章（句内、句末只用一个点号）。级别：错误。
？！与！！可以叠用；三个以上的句号按省略号报；引号里单说标点的（“，。”）不算。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._lines import Lines
from plangen.rules._text import word_before
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

RUN = lazy(r"[，。；：、？！,;]{2,}")
LEGAL = lazy(r"[？！]+|[,;]+|。{3,}")
OPENING, CLOSING = ("“", "‘", "（", "("), ("”", "’", "）", ")")


@LineWise
def find(lines: Lines) -> Findings:
    """Runs of two or more point marks."""
    for line in lines.all if RUN.search(lines.whole) else ():
        text = line.text
        for found in RUN.finditer(text):
            run, start, end = found.group(), found.start(), found.end()
            if LEGAL.fullmatch(run) or _named(text, start, end):
                continue
            before = word_before(text, start, 3)
            if len(set(run)) == 1:
                fix = Fix(before + run, before + run[0])
                yield Finding(line.where, f"“{before}{run}”多了“{run[0]}”", before + run, fix=fix)
            else:
                message = f"“{before}{run}”两个点号连用，应只留一个"
                yield Finding(line.where, message, before + run)


def _named(text: str, start: int, end: int) -> bool:
    """Whether the marks are spoken of, in quotes or brackets of their own."""
    return text.endswith(OPENING, 0, start) and text.startswith(CLOSING, end)


RULE = Rule(
    "mark-doubled",
    Level.ERROR,
    find,
    good=(
        "preamble: 会议强调：“要压实责任。”各单位（含驻地单位），一律参加！！",
        "preamble: 不得“，。”连用。整治内容：街道、河道、集市。",
    ),
    bad=(
        ("preamble: 加强领导，，落实责任。。", "“强领导，，”多了“，”\n“实责任。。”多了“。”"),
        ("preamble: 请认真执行，。", "“真执行，。”两个点号连用，应只留一个"),
    ),
)
