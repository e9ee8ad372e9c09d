"""Titles: which lines are one, and how it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Role, Span
from plangen.model.ordinals import ANNEX_LABEL, ordinal
from plangen.recognise.dating import DATE
from plangen.recognise.labels import labelled

GENRE = (
    "方案|规划|计划|意见|办法|细则|通知|预案|要点|规定|措施|通报|函|决定|公告|行动|纲要|清单|安排"
    "|请示|报告|批复|纪要|通告|决议|公报|议案|条例|规则|章程|守则|准则|制度|公约"
)
TITLE_END = re.compile(rf"(?:{GENRE})(?:[（(][^（）()]{{1,20}}[）)])?$")
# （征求意见稿） or （2024—2026年） on a line of its own below a title
SUBTITLE = re.compile(
    r"^(?:[（(](?:[^（）()]{0,12}(?:稿|试行|暂行|草案|修订|版)|[\d\s—－~～至年-]{4,14})[）)]){1,2}$"
)
# 的通知, or （2023—2025年）的通知, below 关于印发……三年行动计划
REMAINDER = re.compile(
    r"^(?:[（(][^（）()]{1,20}[）)])?的(?:通知|函|批复|通报|决定|意见|公告|通告)$"
)
DRAFT = "（征求意见稿）"
BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
CODED = r"[^，。；：\s]{0,20}"
YEAR = r"(?:\d{4}|[Xx×]{2,4}|20[Xx×]{2})"
NUMBER = re.compile(
    rf"^(?:{CODED}\s*[〔\[［﹝（(【]\s*{YEAR}\s*[〕\]］﹞）)】]\s*第?\s*[\dXx×]+\s*号?"
    rf"|[^，。；：\s\d]{{2,20}}\s*{YEAR}\s*(?:年|[-－—])?\s*第?\s*\d{{1,4}}\s*号|[^，。；：\s\d]{{2,20}}字第\s*\d+\s*号"
    r"|(?:\d{4}年)?第?\s*\d{1,3}\s*期|(?:\d{4}年)?第\s*\d{1,3}\s*号)$"
)
MARK = re.compile(r"^[^，。；：]{0,40}文\s*件$")
SENTENCE = re.compile(r"[。；，、：:;,]$")
LIST = re.compile(r"^附件?\s*\d*\s*[：:]")
COPIES = re.compile(
    r"^(?:主\s*送|抄\s*送|抄\s*报|分\s*送|发\s*送|报\s*送|印\s*发|发\s*至)\s*[：:]"
)
PRINTED_END = re.compile(r"日\s*印\s*发$")
ORGAN = re.compile(r"^[^，。；：:、“”《》\d]{3,45}$")
LONGEST, MOST_LINES, ABOVE = 70, 8, 12
SPREAD = 6  # characters of 通　　知
BIG = 18.0  # points: 小二 and larger are titles, where they are centred
ABOUT = re.compile("关于|印发|转发|批转")  # what a title says after who issues it
INNER_BLANK = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")


@dataclass(frozen=True)
class Title:
    """A title's block, the line it begins at, and the line the text goes on at."""

    block: Block
    start: int
    after: int


def find_title(rest: Sequence[Block], start: int, *, far: bool = False) -> Title | None:
    """The next title: where it must be near, no sentence may come before it."""
    for at in range(start, len(rest)):
        text = rest[at].text.strip()
        if is_title_line(rest[at]) and (_names_genre(text) or is_big(rest[at])):
            return upwards(rest, start, at)
        if text and not far and (SENTENCE.search(text) or len(text) > LONGEST):
            return None
    return None


def _names_genre(text: str) -> bool:
    """Whether a line ends a title by its words; 通　知 on a line of its own is spread."""
    return bool(TITLE_END.search(tidy(text) if len(text) <= SPREAD else text))


def upwards(rest: Sequence[Block], start: int, at: int) -> Title:
    """The title that ends at a line (or goes on in lines as big), with its lines above it."""
    while is_big(rest[at]) and at + 1 < len(rest) and _same_title(rest[at], rest[at + 1]):
        at += 1
    lines = [at, *_remainder(rest, at)]
    for before in range(at - 1, max(start - 1, at - ABOVE), -1):
        if not rest[before].text.strip() and rest[before].table is None:
            continue
        if not goes_on(rest[before], rest[at]) or len(lines) == MOST_LINES:
            break
        lines.insert(0, before)
    return with_subtitle(rest, lines)


def _remainder(rest: Sequence[Block], at: int) -> list[int]:
    """The line below that a title ends on, if it has no other words."""
    below = next((n for n in range(at + 1, len(rest)) if rest[n].text.strip()), at)
    return [below] if REMAINDER.match(rest[below].text.strip()) else []


def with_subtitle(rest: Sequence[Block], lines: Sequence[int]) -> Title:
    """A title of some lines, and of the （征求意见稿） below them."""
    after = lines[-1] + 1
    below = [at for at in range(after, min(after + 2, len(rest))) if rest[at].text.strip()]
    if below and SUBTITLE.match(rest[below[0]].text.strip()):
        lines, after = [*lines, below[0]], below[0] + 1
    return Title(joined([rest[at] for at in lines]), lines[0], after)


def _same_title(block: Block, following: Block) -> bool:
    """Whether the next line goes on with a title that is set in big letters."""
    here, there = block.look, following.look
    if here is None or there is None or not is_big(following) or not is_title_line(following):
        return False
    return here.face.size == there.face.size and not there.new_page


def is_title_line(block: Block) -> bool:
    """Whether a line may be one of a title: short, no sentence, nothing that has its own place."""
    text = block.text.strip()
    if block.table is not None or not text or len(text) > LONGEST or SENTENCE.search(text):
        return False
    if "。" in text or ordinal(text) or labelled(text):
        return False
    if not any(map(str.isalnum, text)):  # ★
        return False
    others = (NUMBER, DATE, ANNEX_LABEL, LIST, MARK)
    return not any(form.match(text) for form in others) and not PRINTED_END.search(text)


def is_big(block: Block) -> bool:
    """Whether a line is centred, and in letters that a text isn't set in."""
    look = block.look
    return look is not None and look.align == "center" and (look.face.size or 0) >= BIG


def goes_on(block: Block, last: Block) -> bool:
    """Whether a line is an earlier line of a title: it looks like the last one."""
    if not is_title_line(block) or COPIES.match(block.text):
        return False
    here, there = block.look, last.look
    if here and there and there.align == "center":
        return here.align == "center" and here.face.size == there.face.size
    return not BRACKETED.fullmatch(block.text.strip())


def joined(blocks: Sequence[Block], role: Role = Role.TITLE) -> Block:
    """The lines of a title as one block."""
    lines = [line.strip() for block in blocks for line in block.lines]
    return replace(blocks[0], role=role, spans=(Span("\n".join(lines)),))


def tidy(title: str) -> str:
    """A title without the blanks that spread it; those between Latin words stay."""
    return INNER_BLANK.sub("", title.strip())


def title_text(block: Block, issuers: Sequence[str] = ()) -> str:
    """A title in one line; joint issuers before 关于 are parted by a blank.

    Where a title is broken nobody sees the blank, so the issuers are told by the mark or the
    signature; without them each of several lines before 关于 is one.
    """
    text = tidy("".join(block.lines))
    about = ABOUT.search(text)
    head, rest = (text[: about.start()], text[about.start() :]) if about else ("", text)
    if about and len(issuers) > 1 and head == tidy("".join(issuers)):
        return " ".join(issuers) + rest
    named = list(_issuers(block.lines))
    if about and len(named) > 1 and all(ORGAN.match(name) for name in named):
        return " ".join(named) + rest
    return text


def _issuers(lines: Sequence[str]) -> Iterator[str]:
    """What stands before 关于, by lines and blanks."""
    for line in lines:
        about = ABOUT.search(line)
        yield from line[: about.start() if about else None].split()
        if about:
            return
