"""抄送机关里有主送机关，或者同一个机关写了两次。

依据：党政机关公文处理工作条例第九条（抄送机关是主送机关以外的机关）；GB/T 9704—2012 第7.4.2条。
级别：错误。
只比较相同的名称；主送用了统称（各乡镇人民政府）、抄送写其中一个的不算。
"""

from __future__ import annotations

from plangen.model.plan import Notice, Plan
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted

BETWEEN = "，、；,;"
ENDS = "：:。，；"


def names(organs: tuple[str, ...]) -> list[str]:
    """Each organ of a list, those joined by a mark apart."""
    found = (name.strip(ENDS + " ") for organ in organs for name in parted(organ, BETWEEN))
    return [name for name in found if name]


def find(case: Case) -> Findings:
    """Organs that stand twice."""
    notice = case.plan.notice
    yield from repeats(case.plan, "to", "主送")
    if notice is None:
        return
    yield from repeats(notice, "to", "主送")
    yield from repeats(notice, "copy_to", "抄送")
    for name in dict.fromkeys(names(notice.copy_to)):
        if name in names(notice.to):
            message = f"“{name}”已经主送，不再抄送"
            yield Finding(notice.where / "copy_to", message, name)


def repeats(part: Notice | Plan, key: str, word: str) -> Findings:
    """Organs that a list has twice."""
    found = names(getattr(part, key))
    for name in dict.fromkeys(found):
        if found.count(name) > 1:
            yield Finding(part.where / key, f"{word}机关“{name}”写了两次", name)


RULE = Rule(
    "copy-repeated",
    Level.ERROR,
    find,
    needs=("notice.copy_to", "notice.to", "to"),
    good=(
        "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府], copy_to: [县委办公室,"
        " 霁阳镇人民政府]}",
        "notice: {issuer: 青山县人民政府, to: [县政府各部门、各直属机构], copy_to: [县委各部门]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府, 县人武部], "
            "copy_to: [县委办公室, 县人武部。]}",
            "“县人武部”已经主送，不再抄送",
        ),
        (
            "notice: {issuer: 青山县人民政府, copy_to: [县委办公室, 县人武部, 县委办公室]}",
            "抄送机关“县委办公室”写了两次",
        ),
        ("to: [各乡镇人民政府, 县教育局、县教育局]", "主送机关“县教育局”写了两次"),
    ),
)
