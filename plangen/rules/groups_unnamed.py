"""只说设几个组，没有说是哪几个：指挥部下设一办十组。

依据：实务（机构写明名称和职责，任务才有着落）。级别：提示。
方案列了工作组的由 group-count 核对；正文里点了两个以上组名的、说明名单另行印发或见附件的、乡镇和
单位自己设的组，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SET_UP = r"(?:设|成立|组建|分为)[^。；，、]{0,8}?"
GROUPS = lazy(
    rf"{SET_UP}(?P<quote>(?P<n>{NUMBER})个(?:专项|专门|专业|专题)?工作(?:小)?组"
    rf"|(?P<a>{NUMBER})组[一两二三12][办室]|[一两二三12][办室](?P<b>{NUMBER})组)(?![长员成织内])"
)
NAME = lazy(
    rf"(?<!{LETTER})(?!各)(?:{LETTER}|[“”]){{2,16}}(?<!领导小)(?<!工作)(?<!专项)"
    rf"(?<![\d一二三四五六七八九十个各])组(?!{LETTER}*[长员织])"
)
OTHERS = lazy(r"各|(?:乡镇|镇街|街道|单位|部门|村|社区)[^，。；]*$")
ELSEWHERE = lazy(r"另[行发附]|附件|名单|分别(?:是|为)|即|包括|：")
FEWEST, LISTED = 2, 1


def find(case: Case) -> Findings:
    """Counts of groups in plans that name none of them."""
    if case.plan.groups:
        return
    lines = case.having("组")
    for line in lines:
        for found in GROUPS.finditer(line.text):
            said = value(found["n"] or found["a"] or found["b"])
            start = max(line.text.rfind(mark, 0, found.start()) for mark in "。；") + 1
            sentence = line.text[start:].partition("。")[0]
            before = line.text[start : found.start("quote")]
            if OTHERS.search(before) or ELSEWHERE.search(sentence) or before.count("、") > LISTED:
                continue
            names = {name for other in lines for name in NAME.findall(other.text)}
            if said is not None and said >= FEWEST and len(names) < FEWEST:
                quote = found["quote"]
                message = f"“{quote}”没有写明是哪些组、各由谁负责"
                yield Finding(line.where, message, quote)


RULE = Rule(
    "groups-unnamed",
    Level.INFO,
    find,
    good=(
        "preamble: 指挥部下设办公室和综合协调、宣传教育、市容环境3个工作组。",
        "preamble: 指挥部下设一办三组。综合协调组、环境整治组、宣传报道组分工负责。",
        "preamble: 领导小组下设3个工作组，名单另行印发。各镇街设一办五组。",
        "preamble: 指挥部下设一办三组：办公室设在县卫生健康局。",
        "preamble: 领导小组下设3个工作组。\n"
        "groups: [{name: 甲组, duties: 负责宣传}, {name: 乙组, duties: 负责整治}]",
    ),
    bad=(
        (
            "preamble: 成立县创建工作指挥部，指挥部下设一办十组。",
            "“一办十组”没有写明是哪些组、各由谁负责",
        ),
        (
            "preamble: 领导小组下设12个专项工作组，各工作组要密切配合。",
            "“12个专项工作组”没有写明是哪些组、各由谁负责",
        ),
    ),
)
