"""乡镇方案没有引县方案为依据，或引的发文字号与县方案的不同。

依据：党政机关公文处理工作条例第二十条（审核行文依据是否准确）。级别：字号不同为错误，没有引为警告。
引了县方案的标题或发文字号就算引了；县方案没有字号、打了码的，只看标题。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._against import cites, county_number, county_of
from plangen.rules.base import Case, Finding, Findings, Rule

AFTER = r"(?:〉|》|的通知|\s)*[（(](?P<number>[^（）()]*?〔\d{4}〕\d+号)[）)]"


def find(case: Case) -> Findings:
    """The county's plan as it is cited, or the title where it isn't."""
    title, number = county_of(case).plan.title, county_number(case)
    cited = re.compile(re.escape(title) + AFTER)
    for line in case.having(title):
        for found in cited.finditer(line.text):
            if number and found["number"] != number:
                message = f"引县方案的字号“{found['number']}”应为“{number}”"
                yield Finding(line.where, message, found["number"])
                return
    if case.lines() and not cites(case):
        said = f"《{title}》（{number}）" if number else f"《{title}》"
        yield Finding(
            case.plan.where / "preamble",
            f"没有引县方案为依据；引言里应写明按照{said}",
            level=Level.WARNING,
        )


COUNTY = (
    "county: {notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号, date: 2024-01-08}}\n"
)
RULE = Rule(
    "basis-off-county",
    Level.ERROR,
    find,
    against=True,
    good=(
        COUNTY + "preamble: 按照《青山县人民政府关于印发〈青山县创建国家卫生县城实施方案〉的通知》"
        "（青政发〔2024〕1号）要求，制定本方案。",
        COUNTY + "preamble: 根据青政发〔2024〕1号文件，制定本方案。",
        "county: {}\npreamble: 根据《青山县创建国家卫生县城实施方案》，制定本方案。",
    ),
    bad=(
        (
            COUNTY + "preamble: 按照《青山县创建国家卫生县城实施方案》（青政发〔2023〕7号）要求，"
            "制定本方案。",
            "引县方案的字号“青政发〔2023〕7号”应为“青政发〔2024〕1号”",
        ),
        (
            COUNTY + "preamble: 结合我镇实际，制定本方案。",
            "没有引县方案为依据；引言里应写明按照"
            "《青山县创建国家卫生县城实施方案》（青政发〔2024〕1号）",
        ),
    ),
)
