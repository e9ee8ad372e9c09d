"""引用文件的标题没有加书名号。

依据：GB/T 15834—2011 第4.15条（书名号标示书名、篇名、文件名等）。级别：警告。
只看“关于……的通知（×发〔2024〕×号）”这样标题后面跟着发文字号的；“……精神（×号）”“文件（×号）”不算，公文自己的标题、
附件说明里的附件名称不算。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._references import ANNEX_ROLES
from plangen.rules._text import CODE
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

NAMES = ANNEX_ROLES | {Role.TITLE}  # an annex is named without 《》 (GB/T 9704—2012, 7.3.4)
FORM = lazy(
    r"关于(?P<title>[^《》，。；：（）“”]{4,60}"
    r"的?(?:通知|意见|决定|办法|方案|规定|批复|通报|函|规划|纲要))"
    rf"[（(]{CODE}{{1,12}}[〔\[（(]"
)


@LineWise
def find(lines: Lines) -> Findings:
    """Titles with a number and without 《》."""
    for line in lines.having("关于"):
        for found in FORM.finditer(line.text) if line.role not in NAMES else ():
            title = f"关于{found['title']}"
            before = line.text[: found.start()]
            if before.count("《") == before.count("》"):
                yield Finding(line.where, f"文件标题应加书名号：“《……{title}》”", title)


RULE = Rule(
    "cited-title-bare",
    Level.WARNING,
    find,
    good=(
        "preamble: 根据《江川市人民政府关于开展创建工作的通知》（江政发〔2024〕3号），"
        "制定本方案。",
        "preamble: 根据上级关于开展创建工作的部署和文件（江政发〔2024〕3号）精神，制定本方案。",
        "annexes: [{title: 江川市关于开展创建工作的通知（江政发〔2024〕3号）, text: 略。}]",
        "preamble: 根据《关于印发〈江川市创建方案〉的通知》（江政发〔2024〕3号），制定本方案。",
    ),
    bad=(
        (
            "preamble: 根据江川市人民政府关于开展创建工作的通知（江政发〔2024〕3号），"
            "制定本方案。",
            "文件标题应加书名号：“《……关于开展创建工作的通知》”",
        ),
    ),
)
