"""不该用的顿号：在“等”之前，在并列的书名号或引号之间。

依据：GB/T 15834—2011 第4.5条（并列的引号、书名号之间通常不用顿号）、附录B.1.2（用顿号隔开的各项，
“等”前不用点号）。级别：警告。
书名号或引号后面还有括注的，那一段不报（宜用顿号）；等待、等级、等离子之类不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import word_before
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

# 等、靠、要 and 等、停、看 are what one isn't to do
ETC = lazy("、等(?![待级候同效额离价式边腰距第比高温压速量号于着分身因]|、[靠要看拖停])")
TITLE, QUOTE = "《(?:[^《》]|《[^《》]*》)+》", "“[^“”]+”"
LISTS = (
    (lazy(f"{TITLE}(?P<next>、{TITLE})(?:、{TITLE})*"), "书名号"),
    (lazy(f"{QUOTE}(?P<next>、{QUOTE})(?:、{QUOTE})*"), "引号"),
)
NOTED = lazy("[》”](?:（[^（）]*）|〔[^〕]*〕)、[《“]")
CUES = ("、等", "》、《", "”、“")  # one of them is in what is found
BETWEEN = lazy("(?<=[》”])、(?=[《“])")


@LineWise
def find(lines: Lines) -> Findings:
    """Enumeration commas before 等 and between titles or quotes, one finding for each list."""
    for line in lines.having(*CUES):
        text = line.text
        for found in ETC.finditer(text):
            old = word_before(text, found.start(), 4) + found.group()
            message = f"“{old}”：“等”前不用顿号"
            yield replacing(line.where, message, old, old.replace("、", ""))
        if not BETWEEN.search(text) or NOTED.search(text):
            continue
        for form, marks in LISTS:
            for found in form.finditer(text):
                old, pair = found.group(), text[found.start() : found.end("next")]
                message = f"{pair}{'' if old == pair else '……'}：并列的{marks}之间不用顿号"
                yield replacing(line.where, message, old, BETWEEN.sub("", old))


RULE = Rule(
    "list-comma",
    Level.WARNING,
    find,
    good=(
        "preamble: 做好宣传、等待验收、等级评定等工作，推进《甲》《乙》的落实和“五小”“四害”整治。",
        "preamble: 消除松懈、等、靠等思想。",
        "preamble: 依据《甲条例》（以下简称《条例》）、"
        "《乙办法》（以下简称《办法》）、《丙规定》。",
    ),
    bad=(
        ("preamble: 卫生健康、教育、等部门参加。", "“教育、等”：“等”前不用顿号"),
        (
            "preamble: 落实《甲条例》、《乙办法》，整治“五小”、“四害”。",
            "《甲条例》、《乙办法》：并列的书名号之间不用顿号\n“五小”、“四害”：并列的引号之间不用顿号",
        ),
        (
            "preamble: 反对“老好人”、“和稀泥”、“太平官”，树立“政府主导、部门协作”的理念。",
            "“老好人”、“和稀泥”……：并列的引号之间不用顿号",
        ),
    ),
)
