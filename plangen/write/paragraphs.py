"""Paragraphs with properties of their own, cloned from the samples of a template.

What stands around a text is the same in many paragraphs and worked out once.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from plangen.model.document import Block, Indent, Role, Span
from plangen.template.gbt9704 import CHARACTERS, TIGHT
from plangen.template.load import Template
from plangen.template.markup import (
    PARAGRAPH_END,
    RUN_END,
    Properties,
    off,
    on,
    paragraph_properties,
    run_start,
    w,
)
from plangen.template.samples import RUN_IN, Sample
from plangen.text.patterns import lazy
from plangen.text.width import em
from plangen.write.text import inline

JUSTIFIED = "both"
INDENTED = 2  # 字 before the first line of a paragraph
UNBROKEN = lazy(r"[!-~]{16,}")  # an address that leaves more than a quarter of a line white
LEFT_BY_INDENT = (Role.SIGNATURE, Role.DATE)  # right-aligned, unless placed from the left
MAY_RUN_IN = frozenset(RUN_IN)
SENTENCE_END = tuple("。；！？")
ATTRIBUTE = lazy(r'w:(\w+)="([^"]*)"')
BODY_LEVEL = 9  # no outline level
HEAD = attrgetter("head")

Own = tuple[tuple[str, str], ...]
"""Properties that a paragraph or run has beside its sample."""
Key = tuple[Any, ...]
"""What a `Form` is made of: a bare tuple is there at once, and a form is looked at only once."""
Pieces = list[str]
"""XML that isn't joined yet: what is long is copied once."""


class Frame(NamedTuple):
    """What stands before and after the runs of a paragraph."""

    opening: str
    closing: str

    def around(self, runs: str) -> str:
        """The paragraph."""
        return self.opening + runs + self.closing


class Form(NamedTuple):
    """All that the setting of a block depends on.

    `runs_in`: a text follows its heading on the same line, or there is no heading; `headed`: there
    is one. What is `ragged` isn't justified, so that nothing is pulled apart (see `is_pulled`).
    """

    role: Role
    indent: Indent | None = None
    new_page: bool = False
    keep_next: bool = False
    tight: bool = False
    runs_in: bool = False
    headed: bool = False
    ragged: bool = False


class Setting(NamedTuple):
    """How the blocks of a form are set: what stands around their runs, and how those start.

    `whole` is what stands around a text that is one run.
    """

    headed: bool
    frame: Frame
    whole: Frame
    starts: Starts


def frame(sample: Sample, own: Properties) -> Frame:
    """The frame of a paragraph like the sample."""
    start = f"<w:p>{paragraph_properties(sample.paragraph | own)}"
    return Frame(start + sample.before, sample.after + PARAGRAPH_END)


def blank(sample: Sample, own: Properties) -> str:
    """An empty paragraph like the sample."""
    return f"<w:p>{paragraph_properties(sample.paragraph | own)}{PARAGRAPH_END}"


def form_of(block: Block) -> Key | None:
    """How a block is set; None where the sample itself can take it and nothing is computed."""
    role, indent = block.role, block.indent
    if role in MAY_RUN_IN and not _stands_alone(block):
        headed = any(map(HEAD, block.spans))
        return role, indent, block.new_page, block.keep_next, block.tight, True, headed
    if indent or block.new_page or block.keep_next or block.tight:
        return role, indent, block.new_page, block.keep_next, block.tight
    return None


def is_pulled(text: str) -> bool:
    """Whether a justified line of a text is pulled apart: an address on the next one isn't broken.

    Word could break it anywhere (w:wordWrap), but numbers as well, and LibreOffice doesn't; a line
    that isn't full is what clause 5.2.3 allows for.
    """
    if "@" not in text and "//" not in text and "www." not in text:
        return False
    return UNBROKEN.search(text) is not None and em(text) > CHARACTERS - INDENTED


def computed(spans: tuple[Span, ...], setting: Setting) -> Pieces:
    """The paragraph of spans in several looks: spread, or after a run-in heading.

    What stands side by side in one look is one run: the end of 组　长 and the colon after it.
    """
    headed, (opening, closing), _, starts = setting
    out, said, last = [opening], "", ""
    for text, spread, head in spans:
        past = headed and not head
        start, wide = starts[past, 0], spread and len(text) > 1
        if start != last or wide:
            if said:
                out += last, inline(said), RUN_END
            if wide:
                out += starts[past, spread], inline(text[:-1]), RUN_END
            said, last = "", start
        said += text[-1] if wide else text
    if said:
        out += last, inline(said), RUN_END
    out.append(closing)
    return out


def spread_runs(text: str, narrow: str, wide: str = "") -> str:
    """The runs of a text, from the start of a run and that of one whose characters are spread.

    The white stands after every character but the last: the end of 组　长 is that of 长.
    """
    if not text:
        return ""
    if not wide:
        return f"{narrow}{inline(text)}{RUN_END}"
    first = f"{wide}{inline(text[:-1])}{RUN_END}" if len(text) > 1 else ""
    return f"{first}{narrow}{inline(text[-1])}{RUN_END}"


def wide_start(properties: Properties, spacing: int) -> str:
    """The start of a run with so much white after each character, in twips."""
    return run_start(properties | {"spacing": w("spacing", val=spacing)})


def _stands_alone(block: Block) -> bool:
    """True for a heading on a line of its own: no text runs in, and it is no sentence."""
    heads = list(map(HEAD, block.spans))
    return all(heads) or not (any(heads) or block.text.endswith(SENTENCE_END))


class Starts(dict[tuple[bool, float], str]):
    """The starts of a role's runs, by whether they follow a heading, and how they are spread."""

    def __init__(self, template: Template, role: Role, face: Own) -> None:
        self.sample, self.look, self.face = template.sample(role), template.look(role), face

    def __missing__(self, key: tuple[bool, float]) -> str:
        past, spread = key
        properties = (self.sample.rest if past else self.sample.text) | dict(self.face)
        spacing = round(spread * self.look.pitch) + self.look.spacing
        self[key] = wide_start(properties, spacing) if spread else run_start(properties)
        return self[key]


@lru_cache(maxsize=128)
def _starts(template: Template, role: Role, face: Own) -> Starts:
    return Starts(template, role, face)


@lru_cache(maxsize=1024)
def setting(template: Template, key: Key, own: Own = (), face: Own = ()) -> Setting:
    """How blocks are set. `own` are properties of one paragraph alone, `face` of its runs."""
    form = Form(*key)
    frame, starts = _frame(template, form, own), _starts(template, form.role, face)
    whole = Frame(frame.opening + starts[False, 0], RUN_END + frame.closing)
    return Setting(form.headed, frame, whole, starts)


def _frame(template: Template, form: Form, own: Own) -> Frame:
    sample = template.sample(form.role)
    out: Properties = {}
    if form.indent and form.indent != Indent():
        out["ind"] = _indent(form.indent, template.pitch, sample.paragraph.get("ind", ""))
    if _is_left(template, form):
        out["jc"] = w("jc", val="left")
    if form.tight:
        line = round(template.look(form.role).line * TIGHT)
        out["spacing"] = w("spacing", before=0, after=0, line=line, lineRule="exact")
    if form.new_page:
        out["pageBreakBefore"] = on("pageBreakBefore")
    if form.keep_next:
        out["keepNext"] = on("keepNext")
    elif form.runs_in:
        # A run of such items, each kept with the next, would move to a new page as one.
        out["keepNext"] = off("keepNext")
        if not form.headed:
            out["outlineLvl"] = w("outlineLvl", val=BODY_LEVEL)
    return frame(sample, out | dict(own))


def _is_left(template: Template, form: Form) -> bool:
    """Whether a block is set left, unlike the others of its role."""
    if form.indent and form.indent.left is not None and form.role in LEFT_BY_INDENT:
        return True
    return form.ragged and template.look(form.role).align == JUSTIFIED


def _indent(indent: Indent, pitch: int, own: str) -> str:
    """A w:ind. Word lets an inherited firstLineChars win over twips, so each is turned off."""
    out: dict[str, str | int] = dict(ATTRIBUTE.findall(own))
    for side, value in (("left", indent.left), ("right", indent.right)):
        if value is not None:
            out |= {f"{side}Chars": 0, side: round(value * pitch)}
    if indent.first is not None:
        for name in ("firstLine", "hanging", "hangingChars"):
            out.pop(name, None)
        side = "firstLine" if indent.first >= 0 else "hanging"
        out |= {"firstLineChars": 0, side: round(abs(indent.first) * pitch)}
    return w("ind", **out)
