"""附注排在署名、成文日期的前面：（此件公开发布）应在成文日期的下一行。

依据：GB/T 9704—2012 第7.3.6条（附注居左空二字加圆括号编排在成文日期下一行）。级别：警告。
从网页、纸面转成的文字常这样错位；只认“（此件……）”独占一行、下面几行之内就是署名或成文日期的。
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from plangen.model.document import Block, Role
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

NOTE = lazy(r"[（(]此[件文][^（）()]+[）)]")
CLOSE = frozenset({Role.SIGNATURE, Role.DATE, Role.SIGNATURE_TABLE})
NEAR = 2  # paragraphs below it, blank ones not counted


def find(case: Case) -> Findings:
    """Notes with the signature or the date right below them."""
    blocks = case.document.blocks if case.document else ()
    for line in case.having("（此", "(此"):
        text = line.text.strip()
        if NOTE.fullmatch(text) and any(
            block.role in CLOSE for block in _below(blocks, line.block)
        ):
            yield Finding(line.where, f"附注“{text}”应在成文日期的下一行", text)


def _below(blocks: Sequence[Block], block: Block) -> list[Block]:
    """The next paragraphs that aren't blank."""
    at = next(at for at, other in enumerate(blocks) if other is block)
    told = (other for other in blocks[at + 1 :] if other.role is not Role.BLANK)
    return [*islice(told, NEAR)]


NOTICE = "notice: {issuer: 青山县人民政府, to: [各镇人民政府], date: 2024-01-08, %s}"
RULE = Rule(
    "note-early",
    Level.WARNING,
    find,
    good=(
        NOTICE % "note: 此件公开发布",
        "preamble: （此件公开发布）\n" + NOTICE % "note: 此件公开发布",
        NOTICE % 'body: "现印发给你们，请认真组织实施。\\n（联系人：何川）"',
        NOTICE % 'body: "（此件公开发布）\\n现印发给你们。\\n请认真组织实施。"',
    ),
    bad=(
        (
            NOTICE % 'body: "现印发给你们，请认真组织实施。\\n（此件公开发布）"',
            "附注“（此件公开发布）”应在成文日期的下一行",
        ),
        (
            NOTICE % 'body: "现印发给你们。\\n（此件不公开）\\n请认真组织实施。"',
            "附注“（此件不公开）”应在成文日期的下一行",
        ),
    ),
)
