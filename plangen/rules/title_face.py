"""公文标题不是二号小标宋，或没有居中。

依据：GB/T 9704—2012 7.3.1（一般用2号小标宋体字，分一行或多行居中排布）。级别：警告。
只看读入的 Word 文档。
"""

from __future__ import annotations

from plangen.model.document import Block, Role
from plangen.problem import Level
from plangen.rules._looks import gathered, kind, look, main_face, of_roles, size
from plangen.rules.base import Case, Findings, Rule

FACE, POINTS = "小标宋", 22.0


def find(case: Case) -> Findings:
    """Titles in another face or size, or not centred."""
    yield from gathered(of_roles(case, frozenset({Role.TITLE})), _fault, _say)


def _fault(block: Block) -> str | None:
    face = main_face(block)
    parts = []
    if face.font and kind(face.font) != FACE:
        parts.append(f"用{face.font}")
    if face.size is not None and face.size != POINTS:
        parts.append(f"{size(face.size)}")
    if look(block).align != "center":
        parts.append("没有居中")
    return "、".join(parts) or None


def _say(fault: str, extent: str) -> str:
    return f"标题{fault}{extent}，应为二号小标宋、居中"


RULE = Rule(
    "title-face",
    Level.WARNING,
    find,
    looks=True,
    good=("looks: {}", "looks: {标题: {font: 华文中宋}}"),
    bad=(
        (
            "looks: {标题: {font: 宋体, size: 16, align: left}}",
            "标题用宋体、三号（16磅）、没有居中，应为二号小标宋、居中",
        ),
    ),
)
