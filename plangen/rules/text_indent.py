"""自然段开头没有空两个字。

依据：GB/T 9704—2012 7.3.3（每个自然段左空二字，回行顶格）。级别：错误。
只看读入的 Word 文档的正文和标题；用空格代替首行缩进的，按页面上的宽度算：全角一字，
半角半字，西文字体的四分之一字。
居中、靠右的段落，用空格与上一行对齐的名单不看。
"""

from __future__ import annotations

from plangen.model.document import HEADINGS, Block, Role
from plangen.problem import Level
from plangen.rules._looks import gathered, kinds, look, running_of
from plangen.rules.base import Case, Findings, Rule

ROLES = frozenset({Role.PARAGRAPH, Role.PHASE, *HEADINGS})
BLANK = "\u3000\xa0 "
WANTED, SLACK = 2.0, 0.4  # 字


def find(case: Case) -> Findings:
    """Paragraphs that begin elsewhere than two characters in."""
    yield from gathered(running_of(case, ROLES), _fault, _say)


def _fault(block: Block) -> str | None:
    style = look(block)
    if style.align in {"center", "right"}:
        return None
    points = style.face.size or 16.0
    blanks = _blanks(block)
    if blanks > WANTED and "。" not in block.text:
        return None
    first = ((style.first or 0.0) + (style.left or 0.0)) / points + blanks
    if abs(first - WANTED) <= SLACK:
        return None
    return "顶格" if abs(first) <= SLACK else f"空{first:.1f}字".replace(".0字", "字")


def _blanks(block: Block) -> float:
    """The width of the blanks typed before a paragraph, in characters."""
    text = block.text
    if text[0] not in BLANK:
        return 0.0
    typed = text[: len(text) - len(text.lstrip(BLANK))]
    face = look(block).face
    narrow = 0.5 if (face.latin or face.font).lower() in kinds() else 0.25
    return sum(1.0 if blank == "\u3000" else narrow for blank in typed)


def _say(fault: str, extent: str) -> str:
    return f"段落开头{fault}{extent}，应空两字"


RULE = Rule(
    "text-indent",
    Level.ERROR,
    find,
    looks=True,
    good=(
        "preamble: 制定本方案。\nlooks: {}",
        "preamble: 制定本方案。\nlooks: {正文: {first: 28, size: 14}}",
    ),
    bad=(
        ("preamble: 制定本方案。\nlooks: {正文: {first: 0}}", "段落开头顶格，应空两字"),
        ("preamble: 制定本方案。\nlooks: {正文: {first: 64}}", "段落开头空4字，应空两字"),
    ),
)
