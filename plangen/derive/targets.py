"""Targets: the county's in the township's words, shared out by a figure, or the township's own."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plangen.derive.origin import Made, altered, computed, copied, listed, own
from plangen.derive.parts import reworded
from plangen.derive.phases import ending, shifted
from plangen.derive.tables import TargetLine, pattern
from plangen.derive.variant import Variant
from plangen.derive.wording import Wording
from plangen.model.plan import Indicator, Target
from plangen.model.townships import Figure, Township
from plangen.problem import Level, Where


def number(text: str) -> float | None:
    """A number as it is written in a file; None for what is none (XX)."""
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


@dataclass(frozen=True)
class Missing:
    """What a township's file lacks, and where it should stand."""

    where: Where
    message: str
    rule: str = "derive-missing"
    level: Level = Level.ERROR


def passed_down(variant: Variant, wording: Wording) -> list[Made[Target]]:
    """The county's targets that a township has, in its words; nothing shared out yet."""
    out = []
    for target in variant.county.targets:
        if _line(variant, target.text, drop=True):
            continue
        kept = tuple(one for one in target.indicators if not _line(variant, one.name, drop=True))
        new = reworded(replace(target, indicators=kept, by=None), wording)
        if new is not None:
            out.append(_by(variant, target, new))
    return out


def _by(variant: Variant, target: Target, new: Made[Target]) -> Made[Target]:
    """With its deadline: the county's, or the end of the township's own last phase."""
    if target.by is None:
        return new
    due = shifted(target.by, variant.shift)
    last, day = ending(variant), due.last
    late = last is not None and day is not None and last.last is not None and day > last.last
    where = target.where / "by"
    date = last if late and last else due
    why = "本乡镇最后阶段结束" if late else "按目标年份" if due != target.by else ""
    by = computed(date, why, where) if why else copied(date, where)
    timed = altered(new.value, by=by)
    return Made(timed.value, {**new.origins, **timed.origins})


def _line(variant: Variant, text: str, *, drop: bool) -> TargetLine | None:
    for line in variant.tables.targets:
        like = variant.of_county(line.like)
        if line.drop is drop and line.fits(variant.place) and pattern(like).search(text):
            return line
    return None


def targets(
    variant: Variant,
    down: list[Made[Target]],
    township: Township,
    totals: Mapping[str, float],
    missing: list[Missing],
) -> Made[tuple[Target, ...]]:
    """The township's targets; its own take the place of the county's."""
    if township.targets:
        return listed(own(target, target.where) for target in township.targets)
    share = _Share(variant, township, totals, missing)
    return listed(share.target(target) for target in down)


@dataclass(frozen=True)
class _Share:
    """What falls to one township of the county's numbers."""

    variant: Variant
    township: Township
    totals: Mapping[str, float]
    missing: list[Missing]

    def target(self, target: Made[Target]) -> Made[Target]:
        """A target with the township's own numbers, in its text too."""
        text, origins = target.value.text, dict(target.origins)
        found = []
        for index, indicator in enumerate(target.value.indicators):
            new = self._indicator(indicator)
            found.append(new.value if new else indicator)
            if new:
                origins[("indicators", index, "value")] = origins[("text",)] = new.origins[()]
                before, after = (f"{i.value}{i.unit}" for i in (indicator, new.value))
                text = text.replace(before, after, 1)
        return Made(replace(target.value, text=text, indicators=tuple(found)), origins)

    def _indicator(self, indicator: Indicator) -> Made[Indicator] | None:
        figure = self._figure(indicator.name)
        if figure:
            return own(replace(indicator, value=figure.value), figure.where)
        line = _line(self.variant, indicator.name, drop=False)
        if line is None or not line.scale:
            return None
        base = self._figure(line.scale)
        total = self.totals.get(line.scale)
        whole, own_part = number(indicator.value), number(base.value) if base else None
        if base is None or own_part is None or whole is None or not total:
            self.missing.append(
                Missing(
                    self.township.where,
                    f"“{indicator.name}”按{line.scale}分解（{line.at}），{self.township.name}没有写"
                    f"{line.scale}；在 figures（数据）里加 {{name: {line.scale}, value: …}}",
                )
            )
            return None
        share = math.ceil(whole * own_part / total - 1e-9)
        why = f"{indicator.value}×{base.value}÷{total:g}，按{line.scale}分解"
        return computed(replace(indicator, value=str(share)), why, base.where, (line.at,))

    def _figure(self, name: str) -> Figure | None:
        return next((one for one in self.township.figures if one.name == name), None)
