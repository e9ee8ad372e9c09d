"""正文不是三号仿宋。

依据：GB/T 9704—2012 5.2.2（一般用3号仿宋体字）。级别：警告。
只看读入的 Word 文档；一段以多数字的字体为准，各种不合的写法各报一次。
没有当作标题读的“一、”“（一）”“第一章”，用的是标题的字体也算对。
"""

from __future__ import annotations

from plangen.model.document import Block
from plangen.model.look import Face
from plangen.problem import Level
from plangen.rules._looks import (
    TEXT,
    as_heading,
    faced,
    gathered,
    kind,
    main_face,
    running_of,
    size,
)
from plangen.rules.base import Case, Findings, Rule

FACE, POINTS = "仿宋", 16.0


def find(case: Case) -> Findings:
    """Text in another face or size."""
    yield from gathered(faced(case, running_of(case, TEXT), _wrong), _fault, _say)


def _wrong(face: Face) -> bool:
    """Whether a face is none of the text's."""
    return _wrong_size(face) or bool(face.font and kind(face.font) != FACE)


def _wrong_size(face: Face) -> bool:
    return face.size is not None and face.size != POINTS


def _fault(block: Block) -> tuple[str, str] | None:
    face = main_face(block)
    used = kind(face.font) if face.font else FACE
    wrong_face = used != FACE and used != as_heading(block)
    wrong_size = _wrong_size(face)
    if not wrong_face and not wrong_size:
        return None
    return (face.font if wrong_face else "", size(face.size) if wrong_size else "")


def _say(fault: tuple[str, str], extent: str) -> str:
    return f"正文用{'、'.join(part for part in fault if part)}{extent}，应为三号仿宋"


RULE = Rule(
    "text-face",
    Level.WARNING,
    find,
    looks=True,
    good=(
        "preamble: 制定本方案。\nlooks: {}",
        "preamble: 制定本方案。\nlooks: {正文: {font: FangSong}}",
    ),
    bad=(
        (
            "preamble: 制定本方案。\nlooks: {正文: {font: 宋体, size: 14}}",
            "正文用宋体、四号（14磅），应为三号仿宋",
        ),
    ),
)
