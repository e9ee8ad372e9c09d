"""主送机关的末尾不是全角冒号，或者冒号前面又有别的标点。

依据：GB/T 9704—2012 第7.3.2条（最后一个机关名称后标全角冒号）。级别：错误。
冒号由 plangen 加的，机关名称自己不带标点。一行写不下、以逗号或顿号接到下一行的，只看最后一行。
"""

from __future__ import annotations

from itertools import zip_longest

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules.base import Case, Findings, Rule, replacing
from plangen.text.patterns import lazy

END = lazy(r"(?P<word>[^，、：:。；,;.\s]{1,8})(?P<marks>[，、：:。；,;.\s]*)$")


def find(case: Case) -> Findings:
    """The marks at the end of the 主送机关, and stops within it."""
    lines = case.of(Role.ADDRESSEE)
    for line, after in zip_longest(lines, lines[1:]):
        found = END.search(line.text)
        if found is None or found["marks"] == "：" or (after and _goes_on(line, found["marks"])):
            continue
        typed = found["marks"].removesuffix("：")
        if line.where.path and typed:  # plangen adds the colon of a spec
            quote, right = found["word"] + typed, found["word"]
            message = f"主送机关“{quote}”末尾的“{typed}”应删去，冒号由 plangen 加"
        else:
            quote, right = found.group(), f"{found['word']}："
            message = f"主送机关末尾应是全角冒号：“{quote}”应作“{right}”"
        yield replacing(line.where, message, quote, right)


def _goes_on(line: Line, marks: str) -> bool:
    """Whether a line of a document breaks between two organs."""
    return not line.where.path and marks.strip() in {"，", "、"}


RULE = Rule(
    "addressee-mark",
    Level.ERROR,
    find,
    needs=("notice", "to"),
    good=(
        "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府, 县政府各部门、各直属机构]}",
        "notice: {issuer: 青山县人民政府, to: 各乡镇人民政府：}",
        "to: [各乡镇人民政府, 县直有关单位]",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, to: [各乡镇人民政府, 县政府各部门。]}",
            "主送机关“县政府各部门。”末尾的“。”应删去，冒号由 plangen 加",
        ),
        (
            "notice: {issuer: 青山县人民政府, to: '各乡镇人民政府:'}",
            "主送机关“各乡镇人民政府:”末尾的“:”应删去，冒号由 plangen 加",
        ),
        (
            "to: [各乡镇人民政府、]",
            "主送机关“各乡镇人民政府、”末尾的“、”应删去，冒号由 plangen 加",
        ),
    ),
)
