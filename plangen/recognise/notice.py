"""通知: its elements, by how they read, where they stand, and how they look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.model.plan import ContactLine, Notice
from plangen.recognise.addressees import addressees
from plangen.recognise.annex_list import annex_list
from plangen.recognise.contacts import contact_lines, contacts_in
from plangen.recognise.doubts import Doubts
from plangen.recognise.head import Head, joint, read_head
from plangen.recognise.imprint import read_imprint
from plangen.recognise.imprint_lines import take_imprint
from plangen.recognise.parts import Parts
from plangen.recognise.signing import REMARK, Signing, read_signing, take_first_date
from plangen.recognise.texts import text_of
from plangen.recognise.titles import DRAFT, NUMBER, title_text

APPROVED = re.compile(
    r"已?经(?P<by>[^，。；]{2,30}?)(?:第[\d一二三四五六七八九十百]+次)?(?:常务|党组|常委)?"
    r"(?:研究|会议|审议|讨论|批准)*(?:同意|通过)"
)
# 2024年3月5日召开的二届市人民政府第3次常务会议, 市政府十七届61次常务会议
_NTH = r"第?[\d一二三四五六七八九十]+"
SESSION = re.compile(rf"^(?:.*召开的)?(?:{_NTH}届)?|(?:{_NTH}届)?{_NTH}次$")
ISSUER = re.compile(r"^(?!关于|印发|转发|批转)(?P<by>.+?)\s*(?:关于|印发|转发|批转)")
# 此件公开发布, which many leave without its brackets
NOTED = re.compile(r"^\[?(?P<text>此件[^，。；：]{2,14})\]?$")
NO_TEXT = re.compile(r"^[（(]?\s*此页无正文\s*[）)]?[。：:]?$")
NUMBERED = re.compile(r"\s*[（(](?P<number>[^（）()]{4,24})[）)]$")  # at the end of a title


@dataclass
class Reader:
    """A notice while it is read; blocks are taken off from both ends of its text."""

    parts: Parts
    doubts: Doubts
    rest: list[Block] = field(default_factory=list)

    def read(self) -> Notice | None:
        """The notice; None where the file has none."""
        title = self.parts.notice_title
        if title is None:
            return None
        own = [block for block in self.parts.notice if block.text.strip() or block.table]
        imprints = [*take_imprint(own), *self.parts.imprint]
        head = read_head(self.parts.head, self.doubts)
        day = take_first_date(own, self.doubts)
        to, own = addressees(own, self.doubts)
        annexes, self.rest = annex_list(own, self.doubts)
        note, contact, signing = self.end()
        body = text_of(self.rest)
        imprint = read_imprint(imprints, self.doubts)
        mark, issuers = joint(head.mark, head.issuers, signing.names)
        text, number = numbered(title_text(title, issuers or signing.names))
        draft = DRAFT in text and head == Head()
        return Notice(
            issuer=issuers or signing.names or issuers_of(text) or ("",),
            copy_number=head.corner.get("copy_number", ""),
            secrecy=head.corner.get("secrecy", ""),
            urgency=head.corner.get("urgency", ""),
            mark=mark,
            number=head.number or number,
            title=text.removesuffix(DRAFT) if draft else text,
            to=to or imprint.addressed,
            to_place="imprint" if imprint.addressed and not to else "body",
            approved_by=approved(body),
            body=body,
            signature=signing.names,
            date=signing.date or day,
            seal=signing.sealed,
            note=note,
            contact=contact,
            annexes=annexes,
            copy_to=imprint.copies,
            printed=imprint.printed,
            draft=draft,
            where=title.where,
        )

    def end(self) -> tuple[str, tuple[ContactLine, ...], Signing]:
        """附注, contacts and signature at the end; some put the former above the latter."""
        note, contact = self.remarks()
        contact = contact or contact_lines(self.rest, self.doubts)
        signing = read_signing(self.rest, self.doubts)
        above, others = self.remarks()
        contact = contact or others or contact_lines(self.rest, self.doubts)
        if not note:
            note = above or self.remarks()[0]
        return note, contact, signing

    def remarks(self) -> tuple[str, tuple[ContactLine, ...]]:
        """附注 in brackets at the end, which may hold contacts; 此页无正文 is none."""
        note = ""
        contact: tuple[ContactLine, ...] = ()
        while self.rest:
            text = self.rest[-1].text.strip()
            found = REMARK.match(text) or NOTED.match(text)
            if self.rest[-1].table is not None or not found:
                break
            block = self.rest.pop()
            self.doubts.takes([block], Role.REMARK)
            lines = contacts_in(found["text"], block.where)
            if lines:
                contact = lines
            elif not NO_TEXT.match(text):
                note = found["text"]
        return note, contact


def numbered(title: str) -> tuple[str, str]:
    """(the title, the number that stands in brackets at its end)."""
    found = NUMBERED.search(title)
    if not found or not NUMBER.match(found["number"].strip()):
        return title, ""
    return title[: found.start()], found["number"].strip()


def issuers_of(title: str) -> tuple[str, ...]:
    """The organs that a title begins with."""
    found = ISSUER.match(title)
    return tuple(found["by"].split()) if found else ()


def approved(body: str) -> str:
    """Who agreed, as the text of a notice says: 已经县政府同意."""
    found = APPROVED.search(body)
    return SESSION.sub("", found["by"]) if found else ""
