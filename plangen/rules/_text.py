"""What the text rules share: slips that a pattern finds, and pieces of text worth quoting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plangen.model.document import HEADINGS, Role
from plangen.problem import Fix
from plangen.rules.base import Case, Finding, Line

HAN = "\u3400-\u9fff〇"  # for use inside a character class
NUMERAL = "一二三四五六七八九十百"
RUNNING = frozenset({Role.PARAGRAPH, Role.PHASE, Role.REMARK, *HEADINGS})
BREAK = "\x01"  # between paragraphs: no blank, no word character
SHOWN = 16  # characters of a longer piece that a message shows

_CITED = re.compile(r"《[^《》]*》")
_WORD = re.compile(rf"[{HAN}A-Za-z0-9%％]*\Z")
_ORDINAL = re.compile(
    rf"(?P<han>[{NUMERAL}]+、)|(?P<bracket>[（(][{NUMERAL}]+[）)])|(?P<number>\d{{1,2}}[.．、](?!\d))"
    r"|(?P<inner>[（(]\d{1,2}[）)])|(?P<circle>[①-⑳])|(?P<narrated>[一二三四五六七八九十]是)"
)


@dataclass(frozen=True)
class Slip:
    """A wrong form: what finds it, and what stands in its place (as in re.sub).

    `when` says of a match whether it is wrong. An unsafe slip has no fix. A form may not be
    anchored to the start or end of a paragraph.
    """

    form: re.Pattern[str]
    right: str | Callable[[re.Match[str]], str]
    say: str = "“{old}”应作“{new}”"
    when: Callable[[re.Match[str]], bool] | None = None
    safe: bool = True


def slips(case: Case, table: tuple[Slip, ...], *, lead: int = 0) -> Iterator[Finding]:
    """Every slip of a table outside cited titles; the quote starts `lead` characters before."""
    lines = [(line, uncited(line.text)) for line in case.lines()]
    whole = BREAK.join(text for _, text in lines)
    for slip in table:
        # One search of the whole tells quickly that a form occurs nowhere, as most do.
        if slip.form.search(whole):
            for line, text in lines:
                yield from _slips(line, text, slip, lead)


def _slips(line: Line, text: str, slip: Slip, lead: int) -> Iterator[Finding]:
    for found in slip.form.finditer(text):
        if slip.when and not slip.when(found):
            continue
        before = word_before(text, found.start(), lead)
        old = before + found.group()
        new = before + (slip.right(found) if callable(slip.right) else found.expand(slip.right))
        message = slip.say.format(old=old, new=new)
        yield Finding(line.where, message, old, fix=Fix(old, new) if slip.safe else None)


def uncited(text: str) -> str:
    """The text with cited titles (《…》) blanked out; every place stays where it is."""
    return _CITED.sub(lambda found: "\0" * len(found.group()), text) if "《" in text else text


def word_before(text: str, at: int, most: int) -> str:
    """Up to `most` letters, digits and Han characters that stand right before a place."""
    found = _WORD.search(text[max(0, at - most) : at])
    return found.group() if found else ""


def short(text: str) -> str:
    """A piece of text as a message shows it: a long one by its start and its end."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 6]}…{text[-4:]}"


def ordinal_kind(text: str) -> str:
    """Which kind of ordinal a paragraph starts with; "" for none."""
    found = _ORDINAL.match(text)
    return (found.lastgroup or "") if found else ""
