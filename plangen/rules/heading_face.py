"""各级标题的字体不合：一级黑体，二级楷体，三级四级仿宋，都是三号。

依据：GB/T 9704—2012 7.3.3（一般第一层用黑体字、第二层用楷体字、第三层和第四层用
仿宋体字）。级别：警告。
只看读入的 Word 文档。
"""

from __future__ import annotations

from plangen.model.document import HEADINGS, Block
from plangen.problem import Level
from plangen.rules._looks import gathered, head_face, kind, of_roles, size
from plangen.rules.base import Case, Findings, Rule

FACES = dict(zip(HEADINGS, ("黑体", "楷体", "仿宋", "仿宋"), strict=True))
POINTS = 16.0


def find(case: Case) -> Findings:
    """Headings in the face of another level."""
    headings = of_roles(case, frozenset(HEADINGS))
    for role in HEADINGS:
        yield from gathered([one for one in headings if one.role is role], _fault, _say)


def _fault(block: Block) -> tuple[str, str, str] | None:
    face, wanted = head_face(block), FACES[block.role]
    parts = []
    if face.font and kind(face.font) != wanted:
        parts.append(face.font)
    if face.size is not None and face.size != POINTS:
        parts.append(size(face.size))
    return (block.role.value, "、".join(parts), wanted) if parts else None


def _say(fault: tuple[str, str, str], extent: str) -> str:
    role, found, wanted = fault
    return f"{role}用{found}{extent}，应为三号{wanted}"


RULE = Rule(
    "heading-face",
    Level.WARNING,
    find,
    looks=True,
    good=(
        "outline: [{heading: 指导思想, text: 以人民健康为中心。}]\nlooks: {}",
        "outline: [{heading: 指导思想, text: 为民。}]\nlooks: {一级标题: {font: SimHei}}",
    ),
    bad=(
        (
            "outline: [{heading: 指导思想, text: 为民。}]\nlooks: {一级标题: {font: 仿宋}}",
            "一级标题用仿宋，应为三号黑体",
        ),
    ),
)
