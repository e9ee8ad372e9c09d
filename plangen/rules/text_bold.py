"""正文或标题加粗。

依据：GB/T 9704—2012 7.3.1、7.3.3（标题用小标宋，层次靠字体区分，没有加粗）；实务。级别：提示。
只看读入的 Word 文档：整段加粗才算，段首的“一是”等加粗很常见，不报。
"""

from __future__ import annotations

from plangen.model.document import HEADINGS, Block, Role
from plangen.problem import Level
from plangen.rules._looks import TEXT, faced, gathered, look, of_roles
from plangen.rules.base import Case, Findings, Rule

ROLES = TEXT | {Role.TITLE, *HEADINGS}


def find(case: Case) -> Findings:
    """Paragraphs that are bold from end to end."""
    blocks = faced(case, of_roles(case, ROLES), lambda face: face.bold)
    yield from gathered(blocks, _fault, _say)


def _fault(block: Block) -> str | None:
    bold = all(face.bold for _, face in look(block).faces)
    return block.role.value if bold else None


def _say(role: str, extent: str) -> str:
    return f"{role}加粗{extent}，公文用字体区分层次，不加粗"


RULE = Rule(
    "text-bold",
    Level.INFO,
    find,
    looks=True,
    good=("looks: {}",),
    bad=(
        (
            "looks: {标题: {bold: true}}",
            "标题加粗，公文用字体区分层次，不加粗",
        ),
    ),
)
