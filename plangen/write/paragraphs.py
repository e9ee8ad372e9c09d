"""Paragraphs with properties of their own, cloned from the samples of a template.

What stands around a text is the same in many paragraphs and worked out once.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from plangen.model.document import Block, Indent, Role
from plangen.template.gbt9704 import TIGHT
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
from plangen.write.text import inline

LEFT_BY_INDENT = (Role.SIGNATURE, Role.DATE)  # right-aligned, unless placed from the left
MAY_RUN_IN = frozenset(RUN_IN)
SENTENCE_END = tuple("。；！？")
ATTRIBUTE = lazy(r'w:(\w+)="([^"]*)"')
BODY_LEVEL = 9  # no outline level
HEAD, SPREAD = attrgetter("head"), attrgetter("spread")

Own = tuple[tuple[str, str], ...]
"""Properties that a paragraph or run has beside its sample."""


class Frame(NamedTuple):
    """What stands before and after the runs of a paragraph."""

    opening: str
    closing: str

    def around(self, runs: str) -> str:
        """The paragraph."""
        return self.opening + runs + self.closing


class Form(NamedTuple):
    """All that the frame of a block depends on.

    `runs_in`: a text follows its heading on the same line, or there is no heading; `headed`: there
    is one.
    """

    role: Role
    indent: Indent | None = None
    new_page: bool = False
    keep_next: bool = False
    tight: bool = False
    runs_in: bool = False
    headed: bool = False


def frame(sample: Sample, own: Properties) -> Frame:
    """The frame of a paragraph like the sample."""
    start = f"<w:p>{paragraph_properties(sample.paragraph | own)}"
    return Frame(start + sample.before, sample.after + PARAGRAPH_END)


def blank(sample: Sample, own: Properties) -> str:
    """An empty paragraph like the sample."""
    return f"<w:p>{paragraph_properties(sample.paragraph | own)}{PARAGRAPH_END}"


def form_of(block: Block) -> Form | None:
    """How a block is set; None where the sample itself can take it and nothing is computed."""
    spans, indent = block.spans, block.indent
    runs_in = block.role in MAY_RUN_IN and not _stands_alone(block)
    if not (indent or runs_in or block.new_page or block.keep_next or block.tight):
        plain = not spans[0].spread if len(spans) == 1 else not any(map(SPREAD, spans))
        return None if plain else Form(block.role)
    headed = runs_in and any(map(HEAD, spans))
    flags = block.new_page, block.keep_next, block.tight
    return Form(block.role, indent, *flags, runs_in, headed)


def computed(block: Block, form: Form, template: Template, own: Own = (), face: Own = ()) -> str:
    """The paragraph of a block, with its indents, spread, page break and run-in heading.

    What stands side by side in one look is one run: the end of 组　长 and the colon after it.
    `own` are properties of this paragraph alone and `face` those of its runs.
    """
    frame, starts = _setting(template, form, own, face)
    out, last = [frame.opening], ""
    for text, spread, head in block.spans:
        narrow, wide = starts[form.headed and not head, spread]
        rest = text
        if spread and len(text) > 1:
            out += RUN_END if last else "", wide, inline(text[:-1])
            rest, last = text[-1], wide
        if narrow == last:
            out.append(inline(rest))
        elif rest:
            out += RUN_END if last else "", narrow, inline(rest)
            last = narrow
    out += RUN_END if last else "", frame.closing
    return "".join(out)


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


class Starts(dict[tuple[bool, float], tuple[str, str]]):
    """The starts of a role's runs, plain and spread, by whether they follow a heading."""

    def __init__(self, template: Template, role: Role, face: Own) -> None:
        self.sample, self.look, self.face = template.sample(role), template.look(role), face

    def __missing__(self, key: tuple[bool, float]) -> tuple[str, str]:
        past, spread = key
        properties = (self.sample.rest if past else self.sample.text) | dict(self.face)
        spacing = round(spread * self.look.pitch) + self.look.spacing
        wide = wide_start(properties, spacing) if spread else ""
        self[key] = run_start(properties), wide
        return self[key]


@lru_cache(maxsize=128)
def _starts(template: Template, role: Role, face: Own) -> Starts:
    return Starts(template, role, face)


@lru_cache(maxsize=1024)
def _setting(template: Template, form: Form, own: Own, face: Own) -> tuple[Frame, Starts]:
    """What stands around a block's runs, and how they start."""
    return _frame(template, form, own), _starts(template, form.role, face)


def _frame(template: Template, form: Form, own: Own) -> Frame:
    sample = template.sample(form.role)
    out: Properties = {}
    if form.indent and form.indent != Indent():
        out["ind"] = _indent(form.indent, template.pitch, sample.paragraph.get("ind", ""))
        if form.indent.left is not None and form.role in LEFT_BY_INDENT:
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
