"""发文机关标志 (clause 7.2.4): one line, its ink 35 mm below the 版心, however long the name."""

from __future__ import annotations

import math
from typing import NamedTuple

from plangen.model.document import Block, Role
from plangen.template import gbt9704 as gb
from plangen.template.load import Template
from plangen.template.markup import Properties, w
from plangen.write.paragraphs import Own

# Names of joint issuers share the height that a single mark takes; 实务.
JOINT_SIZES = {1: 42.0, 2: 36.0, 3: 30.0}
JOINT_SMALLEST = 24.0
NORMAL = 100  # percent


class Fit(NamedTuple):
    """How a mark is set: its size in points, and the width of its characters in percent."""

    size: float
    scale: int

    def width(self, text: str) -> float:
        """The width of a text, in twips."""
        return ems(text) * self.size * 20 * self.scale / 100

    @property
    def run(self) -> Properties:
        """The run properties for it."""
        half = int(self.size * 2)
        return {"w": w("w", val=self.scale), "sz": w("sz", val=half), "szCs": w("szCs", val=half)}


def ems(text: str) -> int:
    """The width of a text in em. Latin letters count as much: capitals and gaps are wide."""
    return len(text)


def fit(text: str, size: float, width: float) -> Fit:
    """The largest setting of a text in `width` twips: narrower first, then smaller."""
    scale = math.floor(100 * width / max(ems(text) * size * 20, 1))
    if scale >= gb.MARK_SCALE:
        return Fit(size, min(NORMAL, scale))
    half_points = math.floor(2 * width / (ems(text) * 20 * gb.MARK_SCALE / 100))
    return Fit(half_points / 2, gb.MARK_SCALE)


def joint_size(names: int) -> float:
    """The size of so many names, in points."""
    return JOINT_SIZES.get(names, JOINT_SMALLEST)


def spacing(size: float, template: Template, raised: int) -> gb.MarkSpacing:
    """The spacing that keeps a mark of this size 35 mm below the 版心, with lines in the white."""
    own = gb.mark_spacing(size, template.page.top, template.line)
    return own._replace(before=max(gb.ANCHOR_LINE, own.before - raised * template.line))


def overrides(mark: Block, template: Template) -> tuple[Own, Own]:
    """Paragraph and run properties of a mark that its sample doesn't fit; else none."""
    size = template.look(Role.MARK).size
    setting = fit(mark.text, size, template.page.text_width)
    own: Own = ()
    if mark.raised or setting.size != size:
        own = (("spacing", _spacing(spacing(setting.size, template, mark.raised))),)
    if setting.size != size:
        return own, tuple(setting.run.items())
    return own, () if setting.scale == NORMAL else (("w", setting.run["w"]),)


def _spacing(values: gb.MarkSpacing) -> str:
    return w(
        "spacing", before=values.before, after=values.after, line=values.line, lineRule="exact"
    )
