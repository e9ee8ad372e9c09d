"""抄送机关的最后没有句号。

依据：GB/T 9704—2012 第7.4.2条（最后一个抄送机关名称后标句号）。级别：警告。
抄送分几行写的，下一行有句号就算有；停在逗号、顿号上的是没有写完，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, replacing
from plangen.text.patterns import lazy

COPIES = lazy(r"\s*抄\s*送\s*[：:]\s*\S")
OPEN_OR_ENDED = ("。", "，", "、", "；", ",", ";", "：")
MARKS = lazy(r"[，、；,;：:\s]")


def find(case: Case) -> Findings:
    """抄送：… lines that neither end nor go on."""
    lines = case.lines()
    for place in case.index.places("抄"):
        line, text = lines[place], lines[place].text.rstrip()
        if not COPIES.match(text) or text.endswith(OPEN_OR_ENDED):
            continue
        below = lines[place + 1].text.rstrip() if place + 1 < len(lines) else ""
        if not below.endswith("。"):
            old = MARKS.split(text)[-1]
            yield replacing(line.where, f"抄送机关“{old}”后应有句号", old, f"{old}。")


RULE = Rule(
    "copy-stop",
    Level.WARNING,
    find,
    good=(
        "notice: {issuer: 青山县人民政府, copy_to: [县委办公室, 县人大常委会办公室]}",
        'closing: "抄送：县委办公室\\n县人大常委会办公室，县政协办公室。"',
        "preamble: 结果抄送县爱卫办，抄送：见版记。",
    ),
    bad=(
        (
            'closing: "抄送：县委办公室，县政协办公室\\n青山县人民政府办公室2024年1月8日印发"',
            "抄送机关“县政协办公室”后应有句号",
        ),
    ),
)
