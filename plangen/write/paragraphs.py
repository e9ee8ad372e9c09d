"""Paragraphs with properties of their own, cloned from the samples of a template."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plangen.model.document import Block, Indent, Role, Span
from plangen.template.gbt9704 import TIGHT
from plangen.template.load import Template
from plangen.template.markup import Properties, off, on, run, w
from plangen.template.markup import paragraph as paragraph_xml
from plangen.template.samples import RUN_IN, Sample
from plangen.write.text import inline

LEFT_BY_INDENT = (Role.SIGNATURE, Role.DATE)  # right-aligned, unless placed from the left
SENTENCE_END = "。；！？"
ATTRIBUTE = re.compile(r'w:(\w+)="([^"]*)"')
BODY_LEVEL = 9  # no outline level


@dataclass(frozen=True)
class Overrides:
    """What a computed paragraph says beside its sample."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)


def clone(sample: Sample, runs: str, overrides: Overrides) -> str:
    """A paragraph like the sample, with these runs for its text."""
    properties = sample.paragraph | overrides.paragraph
    return paragraph_xml(properties, sample.before, runs, sample.after)


def computed(block: Block, template: Template, overrides: Overrides) -> str:
    """The paragraph of a block, with its indents, spread, page break and run-in heading."""
    sample = template.sample(block.role)
    own = _paragraph_overrides(block, template, sample) | overrides.paragraph
    base = template.look(block.role)
    runs = "".join(
        spread_runs(span, _face(block, span, sample) | overrides.run, base.pitch, base.spacing)
        for span in block.spans
    )
    return clone(sample, runs, Overrides(own))


def is_plain(block: Block) -> bool:
    """True where the sample itself can take the block: nothing is computed."""
    asked = block.indent or block.new_page or block.keep_next or block.tight
    spread = any(span.spread for span in block.spans)
    return not (asked or spread or (block.role in RUN_IN and not stands_alone(block)))


def stands_alone(block: Block) -> bool:
    """True for a heading on a line of its own: no text runs in, and it is no sentence."""
    return all(span.head for span in block.spans) or not (
        any(span.head for span in block.spans) or block.text.endswith(tuple(SENTENCE_END))
    )


def _face(block: Block, span: Span, sample: Sample) -> Properties:
    """The head of a run-in heading and a heading that stands alone have the level's face."""
    heads = any(each.head for each in block.spans)
    run_in = block.role in RUN_IN and heads and not span.head
    return sample.rest if run_in else sample.text


def spread_runs(span: Span, properties: Properties, pitch: int, base: int) -> str:
    """The runs of a span. `pitch` is a 字 and `base` the spacing of its style, in twips.

    The white stands after every character but the last: the end of 组　长 is that of 长.
    """
    first, last = (span.text[:-1], span.text[-1:]) if span.spread else ("", span.text)
    wide = {"spacing": w("spacing", val=round(span.spread * pitch) + base)}
    spread = run(properties | wide, inline(first)) if first else ""
    return spread + (run(properties, inline(last)) if last else "")


def _paragraph_overrides(block: Block, template: Template, sample: Sample) -> Properties:
    out: Properties = {}
    if block.indent:
        out["ind"] = _indent(block.indent, template.pitch, sample.paragraph.get("ind", ""))
        if block.indent.left is not None and block.role in LEFT_BY_INDENT:
            out["jc"] = w("jc", val="left")
    if block.tight:
        line = round(template.look(block.role).line * TIGHT)
        out["spacing"] = w("spacing", before=0, after=0, line=line, lineRule="exact")
    if block.new_page:
        out["pageBreakBefore"] = on("pageBreakBefore")
    if block.keep_next:
        out["keepNext"] = on("keepNext")
    elif block.role in RUN_IN and not stands_alone(block):
        # A run of such items, each kept with the next, would move to a new page as one.
        out["keepNext"] = off("keepNext")
        if not any(span.head for span in block.spans):
            out["outlineLvl"] = w("outlineLvl", val=BODY_LEVEL)
    return out


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


def blank(sample: Sample, overrides: Overrides) -> str:
    """An empty paragraph like the sample."""
    return paragraph_xml(sample.paragraph | overrides.paragraph)
