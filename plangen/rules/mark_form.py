"""省略号、破折号写得不成形：用了几个句点、一个“…”、几个短横，或者与“等”重复。

依据：GB/T 15834—2011 第4.10条、第4.11条（破折号占两个字，省略号六个点）、附录A.9（省略号不与“等”
同用）。级别：错误。目录里引到页码的点线、整行的分隔线、数字之间的短横不算；十二个点表示略去整段，也不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import HAN, Slip, slips
from plangen.rules.base import Findings, LineWise, Rule

ETC = "等(?![待级候同效额离])"
ELLIPSIS = "“{old}”的省略号应为“……”（六个点）"
DASH = "“{old}”的破折号应为“——”（占两个字）"
WITH_ETC = "“{old}”：省略号与“等”只用一个"
TABLE = (
    Slip(
        rf"(?<=[{HAN}，。；、”》）\d])(?:\.{{3,}}|．{{3,}}|·{{3,}})(?![\s.．·]*\d)",
        "……",
        ELLIPSIS,
        cues=("...", "．．．", "···"),
    ),
    Slip("。{3,}", "……", ELLIPSIS, cues=("。。。",)),
    Slip(r"(?<!…)(?:…|…{3}|…{5,})(?!…)(?!\s*\d+$)", "……", ELLIPSIS, cues=("…",)),
    Slip(rf"……({ETC})", r"\1", WITH_ETC, cues=("……等",)),
    Slip("(?<![平同高优均初中下上对何特])等等?……", "等", WITH_ETC, cues=("等……",)),
    Slip(rf"(?<![-\w|])-{{2,4}}(?=[{HAN}“《])", "——", DASH, cues=("--",)),
    Slip(rf"(?<=[{HAN}”》）])-{{2,4}}(?=[{HAN}“《])", "——", DASH, cues=("--",)),
    Slip(rf"(?<![\d－─―—])[－─―]{{2}}(?=[{HAN}“《])", "——", DASH, cues=("－", "─", "―")),
    Slip(rf"(?<=[{HAN}”》）])(?:—{{3,4}}|— —)(?=[{HAN}“《])", "——", DASH, cues=("———", "— —")),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Ellipses and dashes of the wrong form."""
    yield from slips(lines, TABLE, lead=3)


RULE = Rule(
    "mark-form",
    Level.ERROR,
    find,
    good=(
        "preamble: 健康教育、环境整治……各项工作都要落实——一个也不能少。",
        "preamble: 垃圾收集、清运、处理等环节一一对应，分3-5个组，2024—2025年完成。",
        "preamble: 目标任务……………………12",
        "preamble: 深化医疗、医保……等级评审。",
    ),
    bad=(
        (
            "preamble: 整治街道、河道...并巩固成果…形成长效机制。",
            "“河道...”的省略号应为“……”（六个点）\n“固成果…”的省略号应为“……”（六个点）",
        ),
        (
            "preamble: 教育、医疗……等部门参加。",
            "“医疗……等”：省略号与“等”只用一个",
        ),
        ("preamble: --坚持预防为主。", "“--”的破折号应为“——”（占两个字）"),
    ),
)
