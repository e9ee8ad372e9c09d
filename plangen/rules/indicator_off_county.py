"""乡镇方案的指标低于县方案：县里要求满意率90%以上，乡镇写85%。

依据：实务（下级的指标应当保证上级的指标）。级别：错误。
只比目标 indicators（指标）里名称、单位、方向都相同的比率；按数量分解的（座、户）不比。
"""

from __future__ import annotations

from plangen.model.plan import Indicator
from plangen.problem import Level
from plangen.rules._against import county_of
from plangen.rules.base import Case, Finding, Findings, Rule

AT_LEAST, AT_MOST = (">=", ">", "=="), ("<=", "<")
RATES = ("%", "‰", "％")


def find(case: Case) -> Findings:
    """Rates for which the township asks less than the county does."""
    above = {
        _key(one): one for target in county_of(case).plan.targets for one in target.indicators
    }
    for target in case.plan.targets:
        for one in target.indicators:
            other = above.get(_key(one))
            own, theirs = _number(one), _number(other)
            if other is None or own is None or theirs is None or one.unit not in RATES:
                continue
            weaker, worse = (own < theirs, "低") if one.op in AT_LEAST else (own > theirs, "高")
            if weaker:
                message = (
                    f"“{one.name}”{one.value}{one.unit}，县方案要求{other.value}{other.unit}，"
                    f"不应{worse}于县里"
                )
                yield Finding(one.where / "value", message)


def _key(one: Indicator) -> tuple[str, str, bool]:
    return one.name, one.unit, one.op in AT_LEAST


def _number(one: Indicator | None) -> float | None:
    try:
        return float(one.value) if one else None
    except ValueError:
        return None


COUNTY = (
    "county: {targets: [{text: 达标。, indicators:"
    " [{name: 满意率, op: '>=', value: 90, unit: '%'},"
    " {name: 公厕, op: '>=', value: 30, unit: 座}]}]}\n"
)
OWN = "targets: [{text: 达标。, indicators: [%s]}]"
RULE = Rule(
    "indicator-off-county",
    Level.ERROR,
    find,
    needs=("targets",),
    against=True,
    good=(
        COUNTY + OWN % "{name: 满意率, op: '>=', value: 92, unit: '%'},"
        " {name: 公厕, op: '>=', value: 3, unit: 座}",
        COUNTY + OWN % "{name: 知晓率, op: '>=', value: 70, unit: '%'}",
    ),
    bad=(
        (
            COUNTY + OWN % "{name: 满意率, op: '>=', value: 85, unit: '%'}",
            "“满意率”85%，县方案要求90%，不应低于县里",
        ),
    ),
)
