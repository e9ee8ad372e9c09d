"""Contact lines (联系人：…) at the end of a text, or in brackets below a date."""

from __future__ import annotations

import re
from itertools import zip_longest

from plangen.model.document import Block, Role
from plangen.model.ordinals import ordinal
from plangen.model.plan import ContactLine
from plangen.problem import NOWHERE, Where
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import is_contact, is_duties, is_role, is_units, labelled

BRACKETED = re.compile(r"^[（(]([^（）()]+)[）)]$")
BREAKS = re.compile(r"[；;，,]|\s{2,}|\s(?=[^\s：:]{2,6}[：:])")
LONGEST_LABEL, LONGEST_VALUE = (
    6,
    30,
)  # of a line above a contact line, that may be one of another kind


def contacts_in(text: str, where: Where = NOWHERE) -> tuple[ContactLine, ...]:
    """联系人：陆知秋；联系电话：…… → its lines; nothing where it isn't all contacts."""
    out = []
    for part in filter(None, BREAKS.split(text)):
        found = labelled(part)
        if not found or not is_contact(found[0]):
            return ()
        out.append(ContactLine(label=found[0], value=found[1], where=where))
    return tuple(out)


def contact_lines(blocks: list[Block], doubts: Doubts) -> tuple[ContactLine, ...]:
    """The contact lines at the end of a text, taken off."""
    out: list[ContactLine] = []
    while blocks and (lines := _contacts(blocks[-1], begun=bool(out))):
        block = blocks.pop()
        out[:0] = lines
        doubts.takes([block], Role.ROSTER)
    return tuple(out)


def _contacts(block: Block, *, begun: bool) -> tuple[ContactLine, ...]:
    """The contacts of a line: several, or one with its label."""
    text = block.text.strip().rstrip("。")
    if block.table is not None:
        return _in_table(block)
    if bracketed := BRACKETED.match(text):
        return contacts_in(bracketed[1].rstrip("。"), block.where)
    found = labelled(text)
    if not found:
        return ()
    label, value = found
    if several := contacts_in(text, block.where):
        return several
    numbered = ordinal(text) is not None
    other = is_role(label) or is_units(label) or is_duties(label)
    short = not other and len(label) <= LONGEST_LABEL and 0 < len(value) <= LONGEST_VALUE
    if is_contact(label) or (begun and short and not (numbered or "。" in block.text)):
        return (ContactLine(label=label, value=value, where=block.where),)
    return ()


def _in_table(block: Block) -> tuple[ContactLine, ...]:
    """The contacts of a table of labels and what they say: 联系人 | 周平 | 联系电话 | ……."""
    out = []
    for row in block.table.rows if block.table else ():
        texts = [re.sub(r"\s", "", "".join(cell)) for cell in row.cells]
        for label, value in zip_longest(texts[::2], texts[1::2], fillvalue=""):
            if not is_contact(label.rstrip("：:")) or not value:
                return ()
            out.append(ContactLine(label=label.rstrip("：:"), value=value, where=block.where))
    return tuple(out)
