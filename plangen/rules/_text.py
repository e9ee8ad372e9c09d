"""What the text rules share: slips that a pattern finds, and pieces of text worth quoting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import add

from plangen.model.document import HEADINGS, Role
from plangen.problem import Fix
from plangen.rules._lines import BREAK, Line, Lines
from plangen.rules.base import Finding, once
from plangen.text.cached import cached_property
from plangen.text.memory import remembered
from plangen.text.patterns import lazy
from plangen.text.programs import compiled
from plangen.value import Value, value

HAN = "\u3400-\u9fff〇"  # for use inside a character class
# A letter that isn't Latin: Han, in these texts. re takes over a millisecond to compile each class
# with the 27,000 characters of HAN in it; this one is compiled at once and matched more slowly.
LETTER = r"[^\W\da-zA-Z_]"
CODE = f"(?:{LETTER}|[Xx×])"  # a character of the letters of a document's number, or its mask
NUMERAL = "一二三四五六七八九十百"
RUNNING = frozenset({Role.PARAGRAPH, Role.PHASE, Role.REMARK, *HEADINGS})
SHOWN = 16  # characters of a longer piece that a message shows

_CITED = lazy(r"《[^《》]*》")
_DATED = lazy(r"[〔\[［【（(﹝〖]\s*[\dXx×]{2,4}\s*[〕\]］】）)﹞〗]")
_MARK = lazy(rf"[（()）《》“”〔〕【】{BREAK}]")
PAIRS = frozenset({"（）", "《》", "“”", "〔〕", "【】"})
FORMS = 512  # of the marks of a line, of which it is known whether they are pairs
USUAL = PAIRS | {""}
_WORD = lazy(rf"(?:{LETTER}|[A-Za-z0-9%％])*\Z")
_ORDINAL = lazy(
    rf"(?P<han>[{NUMERAL}]+、)|(?P<bracket>[（(][{NUMERAL}]+[）)])|(?P<number>\d{{1,2}}[.．、](?!\d))"
    r"|(?P<inner>[（(]\d{1,2}[）)])|(?P<circle>[①-⑳])|(?P<narrated>[一二三四五六七八九十]是)"
)


@value
class Slip(Value):
    """A wrong form: what finds it, and what stands in its place (as in re.sub).

    `when` says of a match whether it is wrong. An unsafe slip has no fix. A form may not be
    anchored to the start or end of a paragraph. One of the `cues`, or a character of the class
    `any_of`, is in every match: only the lines that have one are searched, and where there is
    none the form isn't even compiled.
    """

    form: str
    right: str | Callable[[re.Match[str]], str]
    say: str = "“{old}”应作“{new}”"
    when: Callable[[re.Match[str]], bool] | None = None
    safe: bool = True
    cues: tuple[str, ...] = ()
    any_of: re.Pattern[str] | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.form)

    def among(self, lines: Lines) -> tuple[Line, ...]:
        """The lines that may have it."""
        return lines.among(self.any_of) if self.any_of else lines.having(*self.cues)


def slips(lines: Lines, table: tuple[Slip, ...], *, lead: int = 0) -> Iterator[Finding]:
    """Every slip of a table outside cited titles; the quote starts `lead` characters before."""
    for slip in table:
        for line in slip.among(lines):
            yield from _slips(line, uncited(line.text), slip, lead)


def _slips(line: Line, text: str, slip: Slip, lead: int) -> Iterator[Finding]:
    for found in slip.pattern.finditer(text):
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


def dated_numbers(lines: Lines) -> Iterator[Line]:
    """The lines that may have a document's number: 〔2024〕, in whatever brackets."""
    return (line for line in lines.having("号", "〔") if _DATED.search(line.text))


@once
def nested(lines: Lines) -> tuple[Line, ...]:
    """The lines with a mark that has no other half, or that may be within another of its kind."""
    marks = "".join(_MARK.findall(lines.whole)).split(BREAK)
    own = zip(lines.all, marks, strict=False)
    return tuple([line for line, found in own if found not in USUAL and not _paired(found)])


@remembered(FORMS)
def _paired(marks: str) -> bool:
    """Whether marks are pairs, side by side or within those of another kind."""
    if len(marks) % 2 == 0 and PAIRS.issuperset(map(add, marks[::2], marks[1::2])):
        return True
    while marks and any(pair in marks for pair in PAIRS):
        for pair in PAIRS:
            if marks.count(pair[0]) > 1:
                return False
            marks = marks.replace(pair, "")
    return not marks


def word_before(text: str, at: int, most: int) -> str:
    """Up to `most` letters, digits and Han characters that stand right before a place."""
    found = _WORD.search(text[max(0, at - most) : at])
    return found.group() if found else ""


def pairs(text: str) -> set[str]:
    """The characters of a text two by two, by which texts are compared; none across a NUL."""
    found = set(map(add, text, text[1:]))
    return {pair for pair in found if "\0" not in pair} if "\0" in text else found


def short(text: str) -> str:
    """A piece of text as a message shows it: a long one by its start and its end."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 6]}…{text[-4:]}"


def ordinal_kind(text: str) -> str:
    """Which kind of ordinal a paragraph starts with; "" for none."""
    found = _ORDINAL.match(text)
    return (found.lastgroup or "") if found else ""
