"""Annexes: what stands on the pages of each, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Role
from plangen.model.plan import Annex, Leaders
from plangen.problem import NOWHERE
from plangen.recognise.annex_list import plain
from plangen.recognise.annex_pages import Annexed
from plangen.recognise.annex_roster import Listed, body_of, listed, tabled
from plangen.recognise.doubts import Doubts
from plangen.recognise.tables import spec_of
from plangen.recognise.texts import text_of
from plangen.recognise.titles import title_text
from plangen.recognise.usual import tell, through
from plangen.recognise.usual_roster import usual_rosters
from plangen.recognise.worded import Worded

Annexes = tuple[Annex, ...]


@dataclass
class Reader:
    """Reads annexes; `leaders` is the leading group, which the first that lists one may name."""

    doubts: Doubts
    worded: Worded
    leaders: Leaders | None

    def read(self, pages: Iterable[Annexed]) -> Annexes:
        """The annexes of a file."""
        return tuple(map(self.annex, pages))

    def annex(self, page: Annexed) -> Annex:
        """An annex: its paragraphs, and its first table; further ones are kept as text."""
        first = page.label or page.title
        self.doubts.takes(filter(None, [page.label]), Role.ANNEX_LABEL)
        blocks = [block for block in page.blocks if block.role is not Role.BLANK]
        annex = Annex(
            title=title_text(page.title) if page.title else "",
            where=first.where if first else NOWHERE,
        )
        turned = through(blocks, usual_rosters) if body_of(annex.title) else blocks
        found = listed(annex.title, turned, self.doubts)
        if found and self.leads(found):
            tell(turned, blocks, self.doubts)
            return found.on(annex)
        return self.filled(annex, blocks)

    def leads(self, found: Listed) -> bool:
        """Whether a roster is that of the leading group, and of no other body."""
        self.leaders = self.leaders or found.leaders
        if found.roster.spaced:
            self.worded.say("posts", "space")
        return self.leaders.roster == found.leaders.roster

    def filled(self, annex: Annex, blocks: list[Block]) -> Annex:
        """An annex with its text and table; this may tell who is in the leading group."""
        at = next((at for at, block in enumerate(blocks) if block.table is not None), None)
        if at is None:
            return replace(annex, text=text_of(blocks))
        self.leaders = self.leaders or tabled(annex.title, blocks[at])
        table, after = spec_of(blocks[at]), text_of(blocks[at + 1 :])
        return replace(annex, text=text_of(blocks[:at]), table=table, after=after)


def shared(
    listing: Annexes, noticed: Annexes, pages: Sequence[tuple[int, Annex]], doubts: Doubts
) -> tuple[Annexes, Annexes]:
    """(the plan's annexes, the notice's): pages belong to the text that lists their titles.

    A page with another title is the one of its number, where only one text has a list. The plan's
    pages come first; those that nobody lists are the plan's.
    """
    rest = list(pages)
    own = [_taken(annex, rest) for annex in listing]
    notices = [_taken(annex, rest) for annex in noticed]
    if rest and not (listing and noticed):
        _number(listing or noticed, own or notices, rest, doubts)
    left = (page for _, page in rest)
    return tuple(page or annex for page, annex in zip(own, listing, strict=True)) + tuple(left), (
        tuple(page or annex for page, annex in zip(notices, noticed, strict=True))
    )


def _same(title: str, other: str) -> bool:
    """Whether two titles differ in nothing but the width of their brackets."""
    return plain(title) == plain(other)


def _taken(annex: Annex, pages: list[tuple[int, Annex]]) -> Annex | None:
    """The page with the title of an annex that is listed, taken out of the pages."""
    for at, (_, page) in enumerate(pages):
        if _same(page.title, annex.title):
            return pages.pop(at)[1]
    return None


def _number(
    listed: Annexes, found: list[Annex | None], pages: list[tuple[int, Annex]], doubts: Doubts
) -> None:
    """Fill in the pages that have the number of a listed annex and another title, or none."""
    for place, annex in enumerate(listed):
        at = next((at for at, (number, _) in enumerate(pages) if number == place + 1), None)
        if found[place] is not None or at is None:
            continue
        page = pages.pop(at)[1]
        if page.title:
            said = (
                f"附件说明里是“{annex.title}”，附件{place + 1}的标题是“{page.title}”，取了后一个"
            )
            doubts.add(page.where, said)
        found[place] = page if page.title else replace(page, title=annex.title)
