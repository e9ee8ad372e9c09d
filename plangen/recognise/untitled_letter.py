"""A letter that has no title, as where a web page has it apart: a 请示, 批复, 函 or 通知.

Its addressee comes first; an organ signs and dates it, or its first words say that it is sent
(现印发给你们, 通知如下). A plan that is sent as it is says that it is one: 制定本方案.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.model.ordinals import ordinal
from plangen.recognise.addressees import addressees
from plangen.recognise.annex_pages import annexed
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import labelled
from plangen.recognise.signing import signed_at_end

SENT = re.compile(
    r"(?:印发|转发|批转|下发|下达)给?你|分解下达|现予(?:印发|转发|公布)"
    r"|(?:通知|通报|函告|函复|批复|请示|报告|答复)如下"
)
OWN_PLAN = re.compile(
    r"(?:制定|制订|拟定|拟订|提出)了?(?:本|此|以下|如下|该)?[^，。；《]{0,8}"
    r"(?:方案|计划|预案|办法|细则|规则|规定|意见|措施|要点)(?=[。：:，]|$|如下)"
)
OPENING = 3  # paragraphs that say why a letter is written


def is_untitled_letter(rest: Sequence[Block]) -> bool:
    """Whether blocks are a letter from the addressee on."""
    filled = [block for block in rest if block.text.strip() or block.table]
    if not filled or not _addresses(filled[0].text.strip()):
        return False
    text, _ = annexed(filled)
    to, own = addressees(text, Doubts())
    opening = "\n".join(block.text.strip() for block in own[:OPENING])
    if not to or not own or OWN_PLAN.search(opening):
        return False
    return bool(SENT.search(opening)) or signed_at_end(own) is not None


def _addresses(text: str) -> bool:
    """Whether a line may be of an addressee: it has no label and no ordinal, and no text ends."""
    if "。" in text or ordinal(text):
        return False
    return not labelled(text.rstrip("：:"))
