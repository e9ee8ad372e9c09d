"""Labels before a colon (组　长：, 具体职责：), however they are spread or broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plangen.model.document import Block, Role, Span
from plangen.text.memory import remembered

_LABEL = re.compile(r"^([^：:。，、；！？（）()《》“”\d]{1,16}+)[：:]\s*(.*)$", re.DOTALL)
_ROLE = re.compile(
    r"(?:(?:组|指挥|处|科|所|站|队|会|秘书|班|团|片|院|校|街|路|河|湖|林|段)长|主任|成员|总指挥"
    r"|指挥|召集人|顾问|委员|委员长|联络员|责任人|负责人|牵头人|政委|督导员|专员|主席|书记|组员|队员)$"
)
_RANK = re.compile(
    r"^(?:名誉|第[一二三四五]|常务|执行|副|总|首席|主要|直接|包[联保抓]|县级|市级|区级|镇级|乡级|党委"
    r"|专职|兼职|小组|领导|工作|具体|组织|办公室|指挥部)*"
)
_UNITS = re.compile(r"^(?:成员|组成|责任|参与|参加|配合|协助|牵头|联系)单位$")
_TASK = re.compile(
    r"^(?:主要|直接|具体|第一)?(?:责任|负责|牵头|配合|协助|参与|参加|主抓|落实)(?:人|单位)$"
)
_DUTIES = re.compile(r"^(?:(?:具体|主要|工作|职责|小组|办公室|承担)*(?:职责|任务|工作)(?:分工)?)$")
_CONTACT = re.compile(
    r"^(?:联系人|联系电话|电话|手机|传真|电子邮箱|电子邮件|邮箱|邮编|邮政编码|联系地址|地址|联系方式"
    r"|通讯地址|监督电话|举报电话|咨询电话|网址|QQ群?|微信)$",
    re.IGNORECASE,
)
PIECE = re.compile("[\u4e00-\u9fff]+")
LONGEST_ROLE = 8
BROKEN = 2  # characters of a piece of a broken label


@remembered(2048)  # a dozen readers ask about the same lines
def labelled(text: str) -> tuple[str, str] | None:
    """(label without blanks, what follows the colon); None where a text has no label."""
    found = _LABEL.match(text.strip())
    if not found:
        return None
    return "".join(found[1].split()), found[2].strip()


@remembered(256)  # a roster has a dozen of them
def is_role(label: str) -> bool:
    """组长, 第一副组长, 常务副主任, 成员, 召集人 …"""
    if len(label) > LONGEST_ROLE or not (found := _ROLE.search(label)):
        return False
    return _RANK.sub("", label[: found.start()]) == ""


def is_units(label: str) -> bool:
    """成员单位, 责任单位 …"""
    return bool(_UNITS.match(label))


def is_members(label: str) -> bool:
    """The member units: a unit that leads is no mere member."""
    return is_units(label) and not label.startswith("牵头")


def is_task(label: str) -> bool:
    """责任人, 牵头单位 …: who does one item; alone such labels name no leading group."""
    return bool(_TASK.match(label))


def is_duties(label: str) -> bool:
    """职责, 具体职责, 主要任务 …"""
    return bool(_DUTIES.match(label))


def is_contact(label: str) -> bool:
    """联系人, 电话, 电子邮箱 …"""
    return bool(_CONTACT.match(label))


def with_text(block: Block, text: str) -> Block:
    """A block with another text, at its place."""
    return replace(block, spans=(Span(text),) if text else ())


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, those joined that are one label broken over lines: 组 / 长：XX（县委书记）."""
    held: list[Block] = []
    for block in blocks:
        text = block.text.strip()
        if held and (block.role is not Role.PARAGRAPH or not text):
            yield from held
            held = []
        if len(text) <= BROKEN and block.role is Role.PARAGRAPH and PIECE.fullmatch(text):
            held.append(block)
            continue
        if not held:
            yield block
            continue
        whole = "".join(part.text.strip() for part in held) + text
        found = labelled(whole)
        if found and (is_role(found[0]) or is_contact(found[0])):
            yield with_text(held[0], whole)
        else:
            yield from held
            yield block
        held = []
    yield from held
