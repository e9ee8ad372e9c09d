"""发文字号的机关代字与发文机关对不上：办公室发的没有“办”，或者政府发的带了“办”。

依据：党政机关公文处理工作条例第九条（发文字号由发文机关代字、年份、发文顺序号组成）；实务（政发、
政办发）。
级别：提示。代字打码的不核对；地名的代字各地自定，不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import hidden
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CODE = lazy(r"(?P<code>[^〔\[［【（(﹝〖\d]+)")
OFFICE = lazy(r"人民政府办公[室厅]$")
GOVERNMENT = lazy(r"人民政府$")
GOVERNMENT_CODE = lazy(r"[政府]发$")
OFFICE_CODE = lazy(r"(?:政|府)办(?:发)?$")


def find(case: Case) -> Findings:
    """A code of the government on a paper of its office, and the other way round."""
    notice = case.plan.notice
    found = CODE.match(notice.number) if notice else None
    if notice is None or found is None:
        return
    code, issuer, where = found["code"], notice.issuer[0], notice.where / "number"
    if unknown := hidden("代字", code, where):
        yield unknown
    elif OFFICE.search(issuer) and GOVERNMENT_CODE.search(code):
        yield Finding(where, f"发文机关是“{issuer}”，代字“{code}”没有“办”", code)
    elif GOVERNMENT.search(issuer) and OFFICE_CODE.search(code):
        yield Finding(where, f"发文机关是“{issuer}”，代字“{code}”是办公室的", code)


RULE = Rule(
    "number-code",
    Level.INFO,
    find,
    needs=("notice.number",),
    good=(
        "notice: {issuer: 青山县人民政府办公室, number: 青政办发〔2024〕12号}",
        "notice: {issuer: 石柱土家族自治县人民政府办公室, number: 石柱府办发〔2022〕25号}",
        "notice: {issuer: 青山县人民政府, number: 青政〔2024〕12号}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府办公室, number: 青政发〔2024〕12号}",
            "发文机关是“青山县人民政府办公室”，代字“青政发”没有“办”",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 青政办发〔2024〕12号}",
            "发文机关是“青山县人民政府”，代字“青政办发”是办公室的",
        ),
    ),
)
