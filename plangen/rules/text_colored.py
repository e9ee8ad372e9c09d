"""文字不是黑色，或发文机关标志不是红色。

依据：GB/T 9704—2012 5.2.4（如无特殊说明，公文中文字的颜色均为黑色）、7.2.4
（发文机关标志颜色为红色）。级别：错误。
只看读入的 Word 文档；链接常见的蓝色也算，标题之上居中的红字是标志，不算。
"""

from __future__ import annotations

from plangen.model.document import Block, Role
from plangen.model.look import Face
from plangen.problem import Level
from plangen.rules._looks import faced, gathered, look, looked, running
from plangen.rules.base import Case, Findings, Rule

DARK = 0x33  # a channel below which a colour can't be told from black


def find(case: Case) -> Findings:
    """Coloured text; a mark that isn't red."""
    blocks = looked(case)
    colored = [block for block in faced(case, blocks, _seen) if block.role is not Role.MARK]
    text = set(map(id, running(case))) if colored else set()
    yield from gathered(
        [block for block in colored if id(block) in text or not _red(look(block).face.color)],
        _colored,
        lambda color, extent: f"文字颜色是 {color}{extent}，应为黑色",
    )
    yield from gathered(
        [block for block in blocks if block.role is Role.MARK],
        lambda block: None if _red(look(block).face.color) else "黑",
        lambda _, extent: f"发文机关标志不是红色{extent}，应为红色",
    )


def _colored(block: Block) -> str | None:
    return next((face.color for _, face in look(block).faces if _seen(face)), None)


def _seen(face: Face) -> bool:
    """Whether a face is seen to have a colour."""
    return bool(face.color) and max(_channels(face.color)) >= DARK


def _red(color: str) -> bool:
    red, green, blue = _channels(color)
    return red > max(green, blue) * 2 and red > 2 * DARK


def _channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue; none of them where the colour is automatic."""
    try:
        value = int(color, 16)
    except ValueError:
        return 0, 0, 0
    return value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF


RULE = Rule(
    "text-colored",
    Level.ERROR,
    find,
    looks=True,
    good=("looks: {}", "preamble: 制定本方案。\nlooks: {正文: {color: '000000'}}"),
    bad=(
        (
            "preamble: 制定本方案。\nlooks: {正文: {color: 0563C1}}",
            "文字颜色是 0563C1，应为黑色",
        ),
    ),
)
