"""A finding about a unit stands at the list that has it, whichever part of a plan that is."""

from __future__ import annotations

import pytest

from plangen import lint

HEAD = (
    "kind: plan\ntitle: 青山县创建方案\nlocality: {name: 青山县, level: county}\ntargets: 达标。\n"
)
ROLE = "leaders: {name: 领导小组, roster: [{role: 成员, units: [县教育局, %s]}]}\n"
GROUP = "groups: [{name: 甲组, units: [县教育局, %s], duties: 负责宣传}]\n"
LEAD = "assignments: [{text: 整治。, lead: [县教育局, %s]}]\n"
PARTY = "assignments: [{text: 整治。, also: [{label: 配合单位, units: [县教育局, %s]}]}]\n"


@pytest.mark.parametrize(
    ("part", "list_path"),
    [
        (ROLE, ("leaders", "roster", 0, "units")),
        (GROUP, ("groups", 0, "units")),
        (LEAD, ("assignments", 0, "lead")),
        (PARTY, ("assignments", 0, "also", 0, "units")),
    ],
    ids=["role", "group", "lead", "party"],
)
@pytest.mark.parametrize(
    ("rule", "unit", "at"),
    [
        ("unit-place", "景区", ()),
        ("units-unnamed", "十大口", ()),
        ("unit-bare", "教育局", ()),
        ("items-joined", "县公安局，县财政局", (1,)),
    ],
)
def test_the_list_that_has_a_unit_is_its_place(
    part: str, list_path: tuple[str | int, ...], rule: str, unit: str, at: tuple[int, ...]
) -> None:
    found = lint((HEAD + part % unit).encode(), "x.yaml").problems
    places = [(one.where.path, one.where.line) for one in found if one.rule == rule]
    assert places == [((*list_path, *at), 5)]
