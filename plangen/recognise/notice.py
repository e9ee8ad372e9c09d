"""通知: its elements, by how they read, where they stand, and how they look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.model.plan import ContactLine, Notice
from plangen.recognise.annex_list import LIST, annex_list
from plangen.recognise.contacts import contacts_in
from plangen.recognise.doubts import Doubts
from plangen.recognise.imprint import organs, read_imprint
from plangen.recognise.parts import Parts
from plangen.recognise.signing import REMARK, read_signing
from plangen.recognise.texts import text_of
from plangen.recognise.titles import DRAFT, MARK, NUMBER, title_text

ADDRESSEE = re.compile(r"[：:]$")
APPROVED = re.compile(r"已?经(?P<by>[^，。；]{2,30}?)(?:研究|会议|审议|批准)*(?:同意|通过)")
ISSUER = re.compile(r"^(?P<by>.+?)\s*关于")
FILE = "文件"
LONGEST_ADDRESSEES = 300  # characters


@dataclass
class Head:
    """版头: the mark where it is no organ and 文件, the number, the issuers it names."""

    mark: str = ""
    number: str = ""
    issuers: tuple[str, ...] = ()


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
        self.rest = [block for block in self.parts.notice if block.text.strip() or block.table]
        head = self.head()
        to = self.addressees()
        note, contact = self.remarks()
        signing = read_signing(self.rest, self.doubts)
        if not note and not contact:  # above the signature, where some put it
            note, contact = self.remarks()
        annexes, self.rest = annex_list(self.rest, self.doubts)
        body = text_of(self.rest)
        imprint = read_imprint(self.parts.imprint, self.doubts)
        text = title_text(title, head.issuers or signing.names)
        draft = DRAFT in text and head == Head()
        return Notice(
            issuer=head.issuers or signing.names or issuers_of(text) or ("",),
            mark=head.mark,
            number=head.number,
            title=text.removesuffix(DRAFT) if draft else text,
            to=to or imprint.addressed,
            to_place="imprint" if imprint.addressed and not to else "body",
            approved_by=approved(body),
            body=body,
            signature=signing.names,
            date=signing.date,
            seal=signing.sealed,
            note=note,
            contact=contact,
            annexes=annexes,
            copy_to=imprint.copies,
            printed=imprint.printed,
            draft=draft,
            where=title.where,
        )

    def head(self) -> Head:
        """版头. A mark of other words than an organ and 文件 stands above the number."""
        out = Head()
        for block in self.parts.head:
            text = block.text.strip()
            if block.table is not None:
                names = [t.strip() for t in block.texts() if t.strip()]
                out.issuers = tuple(name for name in names if name != FILE)
                self.doubts.roles[id(block)] = Role.MARK_TABLE
            elif NUMBER.match(text):
                out.number = re.sub(r"\s", "", text)
                self.doubts.takes([block], Role.NUMBER)
            elif MARK.match(text):
                out.issuers = (text.removesuffix(FILE),)
                self.doubts.takes([block], Role.MARK)
            elif text and not (out.mark or out.issuers):
                out.mark = text
                self.doubts.takes([block], Role.MARK)
        return out

    def addressees(self) -> tuple[str, ...]:
        """主送机关: the first line, where it ends in a colon."""
        if not self.rest or self.rest[0].table or not ADDRESSEE.search(self.rest[0].text.strip()):
            return ()
        text = self.rest[0].text.strip()
        if len(text) > LONGEST_ADDRESSEES or "。" in text or LIST.match(text):
            return ()
        self.doubts.takes([self.rest[0]], Role.ADDRESSEE)
        self.rest = self.rest[1:]
        return organs(text)

    def remarks(self) -> tuple[str, tuple[ContactLine, ...]]:
        """附注 in brackets at the end, which may hold contacts."""
        note = ""
        contact: tuple[ContactLine, ...] = ()
        while self.rest and (found := REMARK.match(self.rest[-1].text.strip())):
            block = self.rest.pop()
            self.doubts.takes([block], Role.REMARK)
            lines = contacts_in(found["text"], block.where)
            if lines:
                contact = lines
            else:
                note = found["text"]
        return note, contact


def issuers_of(title: str) -> tuple[str, ...]:
    """The organs that a title begins with."""
    found = ISSUER.match(title)
    return tuple(found["by"].split()) if found else ()


def approved(body: str) -> str:
    """Who agreed, as the text of a notice says: 已经县政府同意."""
    found = APPROVED.search(body)
    return found["by"] if found else ""
