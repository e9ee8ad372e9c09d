"""通知: its elements, by how they read, where they stand, and how they look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.model.plan import Annex, ContactLine, Notice, Printed
from plangen.problem import NOWHERE, Where
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import is_contact, labelled
from plangen.recognise.parts import COPIES, DATE, MARK, NUMBER, ORGAN, PRINTED, Parts
from plangen.text.dates import Date, parse_date

REMARK = re.compile(r"^[（(](?P<text>.+)[）)]$")
ADDRESSEE = re.compile(r"[：:]$")
ANNEX_LIST = re.compile(r"^附件?\s*[：:]\s*(?P<rest>.*)$")
LISTED = re.compile(r"^\d{1,2}\s*[.．、]\s*(?P<title>.+)$")
APPROVED = re.compile(r"已?经(?P<by>[^，。；]{2,30}?)(?:研究)?同意")
ISSUER = re.compile(r"^(?P<by>.+?)\s*关于")
SIGNATURE_LINES = 6
HAN_YEAR = str.maketrans("○〇零一二三四五六七八九O", "000123456789" + "0")


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
        mark, number, issuers = self.head()
        to = self.addressees()
        note, contact = self.remarks()
        signature, date, sealed = self.signature()
        if not note and not contact:  # above the signature, where some put it
            note, contact = self.remarks()
        annexes = self.annexes()
        body = "\n".join(block.text.strip() for block in self.rest)
        title_text = _title_text(title)
        printed, copies, addressed = self.imprint()
        issuer = issuers or signature or _issuer(title_text)
        draft = "征求意见稿" in title_text
        return Notice(
            issuer=issuer or ("",),
            mark="" if issuers else (mark if mark else ""),
            number=number,
            title=title_text,
            to=to or addressed,
            to_place="imprint" if addressed and not to else "body",
            approved_by=_approved(body),
            body=body,
            signature=signature,
            date=date,
            seal=sealed,
            note=note,
            contact=contact,
            annexes=annexes,
            copy_to=copies,
            printed=printed,
            draft=draft,
            where=title.where,
        )

    def head(self) -> tuple[str, str, tuple[str, ...]]:
        """(mark as written, number, issuers that it names)."""
        mark, number = "", ""
        issuers: tuple[str, ...] = ()
        for block in self.parts.head:
            text = block.text.strip()
            if block.table is not None:
                names = [t.strip() for t in block.texts() if t.strip()]
                issuers = tuple(name for name in names if name != "文件")
                self.doubts.roles[id(block)] = Role.MARK_TABLE
            elif NUMBER.match(text):
                number = re.sub(r"\s", "", text)
                self.doubts.takes([block], Role.NUMBER)
            elif MARK.match(text):
                mark = text
                issuers = (text.removesuffix("文件"),)
                self.doubts.takes([block], Role.MARK)
        return mark, number, issuers

    def addressees(self) -> tuple[str, ...]:
        """主送机关: the first line, where it ends in a colon."""
        if not self.rest or self.rest[0].table or not ADDRESSEE.search(self.rest[0].text.strip()):
            return ()
        text = self.rest[0].text.strip()
        if len(text) > 300 or "。" in text or ANNEX_LIST.match(text):
            return ()
        self.doubts.takes([self.rest[0]], Role.ADDRESSEE)
        self.rest = self.rest[1:]
        return tuple(part.strip() for part in re.split("[，,；;]", text[:-1]) if part.strip())

    def signature(self) -> tuple[tuple[str, ...], Date | None, bool]:
        """署名 and 成文日期 at the end: lines, or the table of a joint signature; and 盖章."""
        if self.rest and self.rest[-1].table is not None:
            block = self.rest.pop()
            texts = [text.strip() for text in block.texts() if text.strip()]
            self.doubts.roles[id(block)] = Role.SIGNATURE_TABLE
            names = tuple(text for text in texts if not DATE.match(text))
            dates = [text for text in texts if DATE.match(text)]
            return names, _date(dates[0]) if dates else None, True
        date: Date | None = None
        sealed = True
        if self.rest and DATE.match(self.rest[-1].text.strip()):
            block = self.rest.pop()
            date = _date(block.text.strip())
            sealed = _sealed(block)
            self.doubts.takes([block], Role.DATE)
        signed: list[str] = []
        while self.rest and len(signed) < SIGNATURE_LINES and _is_organ(self.rest[-1], self.rest):
            block = self.rest.pop()
            signed.insert(0, block.text.strip())
            self.doubts.takes([block], Role.SIGNATURE)
        return tuple(signed), date, sealed

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

    def annexes(self) -> tuple[Annex, ...]:
        """The notice's own annexes: 附件：1.…, taken out of its text."""
        titles, self.rest = annex_list(self.rest, self.doubts)
        return titles

    def imprint(self) -> tuple[Printed | None, tuple[str, ...], tuple[str, ...]]:
        """(印发机关和日期, 抄送, 主送) of the 版记."""
        printed: Printed | None = None
        copies: tuple[str, ...] = ()
        addressed: tuple[str, ...] = ()
        for block in self.parts.imprint:
            self.doubts.roles[id(block)] = Role.IMPRINT
            lines = block.texts() if block.table else [block.text]
            whole = [line.strip() for line in lines if line.strip()]
            if block.table and len(whole) > 1 and not PRINTED.match(whole[-1]):
                last = f"{whole[-2]}\t{whole[-1]}"
                whole = [*whole[:-2], last] if PRINTED.match(last) else whole
            for line in whole:
                if found := PRINTED.match(line):
                    printed = Printed(
                        by=found["by"].strip(), date=parse_date(found["date"]), where=block.where
                    )
                elif COPIES.match(line):
                    label, rest = re.split("[：:]", line, maxsplit=1)
                    names = tuple(
                        part.strip()
                        for part in re.split("[，,；;]", rest.strip("。 "))
                        if part.strip()
                    )
                    if label.strip() == "主送":
                        addressed = names
                    else:
                        copies = (*copies, *names)
        return printed, copies, addressed


def annex_list(blocks: Sequence[Block], doubts: Doubts) -> tuple[tuple[Annex, ...], list[Block]]:
    """附件说明: the annexes it lists, and the blocks without it."""
    start = next((at for at, b in enumerate(blocks) if ANNEX_LIST.match(b.text.strip())), None)
    if start is None:
        return (), list(blocks)
    found = ANNEX_LIST.match(blocks[start].text.strip())
    texts = [found["rest"] if found else ""]
    end = start + 1
    if texts[0] == "" or LISTED.match(texts[0]):
        while end < len(blocks) and LISTED.match(blocks[end].text.strip()):
            texts.append(blocks[end].text.strip())
            end += 1
    doubts.takes(blocks[start:end], Role.ANNEX_LIST)
    titles = []
    for text in filter(None, texts):
        listed = LISTED.match(text)
        titles.append((listed["title"] if listed else text).strip())
    out = tuple(Annex(title=title, where=blocks[start].where) for title in titles)
    return out, [*blocks[:start], *blocks[end:]]


def contacts_in(text: str, where: Where = NOWHERE) -> tuple[ContactLine, ...]:
    """联系人：陆知秋；联系电话：…… → its lines; nothing where it isn't all contacts."""
    out = []
    for part in re.split("[；;，,]", text):
        found = labelled(part)
        if not found or not is_contact(found[0]):
            return ()
        out.append(ContactLine(label=found[0], value=found[1], where=where))
    return tuple(out)


def contact_lines(blocks: list[Block], doubts: Doubts) -> tuple[ContactLine, ...]:
    """The contact lines at the end of a text, taken off."""
    out: list[ContactLine] = []
    while blocks:
        text = blocks[-1].text.strip()
        found = labelled(text) if blocks[-1].table is None else None
        if not found or not (is_contact(found[0]) or (out and len(found[0]) <= 6)):
            break
        block = blocks.pop()
        out.insert(0, ContactLine(label=found[0], value=found[1], where=block.where))
        doubts.takes([block], Role.ROSTER)
    return tuple(out)


def _title_text(block: Block) -> str:
    """A title in one line; joint issuers stand on lines of their own and are parted by a blank."""
    lines = block.lines
    about = next((at for at, line in enumerate(lines) if line.startswith("关于")), 0)
    issuers = [line.strip() for line in lines[:about]]
    if about > 1 and all(ORGAN.match(line) for line in issuers):
        return " ".join(issuers) + "".join(lines[about:])
    return "".join(lines)


def _issuer(title: str) -> tuple[str, ...]:
    found = ISSUER.match(title)
    return tuple(found["by"].split()) if found else ()


def _approved(body: str) -> str:
    found = APPROVED.search(body)
    return found["by"] if found else ""


def _date(text: str) -> Date | None:
    text = re.sub(r"\s", "", text)
    if found := re.match("([二〇○O零一二三四五六七八九]{4})年(.+)月(.+)日$", text):
        months = {n: i for i, n in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}
        year = found[1].translate(HAN_YEAR)
        day = _han_day(found[3])
        return Date(text, int(year), months.get(found[2]), day)
    return parse_date(text)


def _han_day(text: str) -> int | None:
    digits = "一二三四五六七八九"
    ten, one = text.partition("十")[0], text.rpartition("十")[2]
    tens = (digits.find(ten) + 1 if ten else 1) if "十" in text else 0
    return tens * 10 + (digits.find(one) + 1 if one else 0) or None


def _is_organ(block: Block, rest: Sequence[Block]) -> bool:
    """Whether a line before the date signs: an organ's name alone, not the last of the text."""
    text = block.text.strip()
    if block.table is not None or len(rest) < 2 or ANNEX_LIST.match(text):
        return False
    return bool(ORGAN.match(text)) and not REMARK.match(text) and not re.search("特此|通知$|附件", text)


def _sealed(block: Block) -> bool:
    """Whether the date stands 右空四字, as with a seal (clause 7.3.5.1); unknown counts as yes."""
    look = block.look
    if look is None or look.right is None:
        return True
    size = look.face.size or 16
    return look.right >= 3 * size or look.align != "right"
