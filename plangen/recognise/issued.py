"""The plan that a notice issues: its title as the notice has it, and where it begins below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plangen.model.document import Block
from plangen.model.ordinals import ANNEX_LABEL, FIRST, FORMS
from plangen.recognise import titles
from plangen.recognise.dating import dated
from plangen.recognise.titles import DRAFT, ORGAN, Title
from plangen.text.genres import is_letter

QUOTED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
ISSUED = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发)(?P<title>[^《》]+?)的(?:[^的]{0,4})(?:通知|函)$"
)
SENT = re.compile("(?:印发|转发)给你们|现予(?:印发|转发)")
DECIMAL = re.compile(r"^1[.．]?\s*[\u4e00-\u9fff]{2,10}$")  # 1 总则, as a 预案 has
MARKS = str.maketrans("", "", "<>〈〉《》")
EDITION = re.compile(r"[（(][^（）()]{1,12}[）)]$")
PLAN = re.compile("方案|规划|计划|办法|细则|意见|预案|安排|要点|措施|规定|规则|制度")


def plan_title(rest: Sequence[Block], notice: str) -> Title | None:
    """The plan's title below a notice: the words that the notice quotes, or after its date."""
    quoted = issued_in(notice)
    quoted |= {title + DRAFT for title in quoted} | {_bare(title) for title in quoted}
    quoted = {_plain(title) for title in quoted}
    for at in range(len(rest)):
        if found := _quoted_at(rest, at, quoted):
            return _with_issuers(rest, found)
    after_date = next((at + 1 for at, b in enumerate(rest) if _is_dated(b)), None)
    if after_date is None:
        return _on_new_page(rest)
    found = titles.find_title(rest, after_date, far=True)
    if found is None or is_letter("".join(found.block.lines)):
        return None
    labels = [at for at, b in enumerate(rest) if ANNEX_LABEL.match(b.text.strip())]
    before = [at for at in labels if after_date <= at < found.start]
    if before and (before[0] < found.start - 2 or not PLAN.search(found.block.text)):
        return None
    named = titles.TITLE_END.search("".join(found.block.lines))
    return found if named or _is_parted(rest[found.after :]) else None


def _with_issuers(rest: Sequence[Block], found: Title) -> Title:
    """The title with the line of organs above it, where the notice quotes both as one."""
    at = next((at for at in range(found.start - 1, -1, -1) if rest[at].text.strip()), None)
    if at is None or not ORGAN.match(rest[at].text.strip()):
        return found
    block = titles.joined([rest[at], found.block])
    quotes = (name for above in rest[:at] for name in QUOTED.findall(above.text))
    if titles.tidy("".join(block.lines)) not in map(titles.tidy, quotes):
        return found
    return replace(found, block=block, start=at)


def issued_in(notice: str) -> set[str]:
    """The titles of plans that the title of a notice has in it."""
    issued = [found["title"] for found in ISSUED.finditer(notice)]
    quoted = {titles.tidy(found) for found in (*QUOTED.findall(notice), *issued)}
    return {title for title in quoted if not is_letter(title)}  # 转发《……的通知》


def plan_below(rest: Sequence[Block], named: Block | None = None) -> Title | None:
    """The plan of a notice whose title is not there, as where a web page has it apart.

    Its addressee comes first (or 现印发给你们, where it has none), it quotes the plan's title, and
    is dated before the plan begins. What a page is `named` above the notice may be that title.
    """
    texts = [block.text.strip() for block in rest]
    first = next(filter(None, texts), "")
    dates = [at for at, block in enumerate(rest) if _is_dated(block)]
    addressed = first.endswith(("：", ":")) and "。" not in first
    if not dates or not (addressed or SENT.search(first)):
        return None
    quoted = {titles.tidy(name) for text in texts[: dates[0]] for name in QUOTED.findall(text)}
    quoted |= {_bare(title) for title in quoted}
    quoted = {_plain(title) for title in quoted}
    if named is not None:
        quoted &= {_plain("".join(named.lines))}
    found = (_quoted_at(rest, at, quoted) for at in range(dates[0] + 1, len(rest)))
    return next(filter(None, found), None)


def _plain(title: str) -> str:
    """A title without blanks, and the marks of titles within it: 〈……〉 where it is quoted."""
    return titles.tidy(title).translate(MARKS)


def _bare(title: str) -> str:
    """A title without （修订） at its end, which may stand on a line of its own."""
    return EDITION.sub("", title)


def untitled(rest: Sequence[Block], notice: str) -> int | None:
    """Where a plan begins that has lost its title: after who signs the notice, and the date.

    The notice says that it issues one, and what comes next has headings and is no annex.
    """
    if not any(PLAN.search(name) for name in issued_in(notice)):
        return None
    date = next((at for at, block in enumerate(rest) if _is_dated(block)), 0)
    above = [block.text.strip() for block in rest[:date] if block.text.strip()]
    if not above or not ORGAN.match(above[-1]) or "印发" not in "".join(above):
        return None
    labels = (at for at in range(date, len(rest)) if ANNEX_LABEL.match(rest[at].text.strip()))
    below = rest[date + 1 : next(labels, len(rest))]
    return date + 1 if _is_parted(below) and not _is_parted(rest[:date]) else None


def _is_parted(blocks: Sequence[Block]) -> bool:
    """Whether a text has headings of level 1, as a plan has, and no 会议回执."""
    forms = (next(form for rank, form in FORMS if rank == FIRST), DECIMAL)
    texts = [block.text.strip() for block in blocks if block.table is None]
    return any(form.match(text) for text in texts for form in forms)


def _is_dated(block: Block) -> bool:
    """Whether a line is a date, or ends with one after who signs."""
    return block.table is None and dated(block.text) is not None


def _quoted_at(rest: Sequence[Block], at: int, quoted: set[str]) -> Title | None:
    """The title that begins at a line, where its lines are the words quoted."""
    lines: list[int] = []
    for place in range(at, min(at + 2 * titles.MOST_LINES, len(rest))):
        if not rest[place].text.strip() and rest[place].table is None:
            continue
        if not lines and (place != at or not titles.is_title_line(rest[place])):
            return None
        lines.append(place)
        whole = _plain("".join(rest[line].text for line in lines))
        if whole in quoted:
            return titles.with_subtitle(rest, lines)
        if not any(title.startswith(whole) for title in quoted):
            return None
    return None


def _on_new_page(rest: Sequence[Block]) -> Title | None:
    """The title of a plan that begins a page, where the notice before it has no date."""
    for at, block in enumerate(rest):
        if block.look and block.look.new_page and titles.is_title_line(block):
            found = titles.find_title(rest, at)
            return found if found and found.start == at else None
    return None
