"""A file of townships, read at once or township by township: the same either way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from plangen.pipeline import listing
from plangen.pipeline.linked import linked
from plangen.pipeline.listing import Listed, Listing
from plangen.problem import UserError
from tests.tools.made_up import write
from tests.tools.specs import SPECS

HEAD = "# 名单\nkind: townships\ntables: own.yaml\n"
TAIL = "figures:\n  - {name: 户数, value: 900}\n"
TOWN = "  - {name: %s, type: 镇, goal: 国家卫生乡镇, year: 2024, leaders: [%s]}\n"
OFFICER = "{name: 卫一, posts: [镇党委书记]}"
TOWNS = "".join(TOWN % (name, OFFICER) for name in ("石门镇", "云台镇", "东溪镇"))


def listed(folder: Path, text: str | bytes) -> Listing:
    path = folder / "towns.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Listing(path, "towns.yaml")


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as a long one."""
    monkeypatch.setattr(listing, "LONG", 0)


MANNERS = {
    "as it is": f"{HEAD}townships:\n{TOWNS}{TAIL}",
    "with a comment and blank lines": f"{HEAD}townships:  # 各镇\n\n  # 一\n{TOWNS}\n# 完\n{TAIL}",
    "at the margin": f"{HEAD}townships:\n{TOWNS}{TAIL}".replace("\n  - {name: ", "\n- {name: "),
    "by its label": f"{HEAD}乡镇:\n{TOWNS}{TAIL}",
    "at the end": f"{HEAD}{TAIL}townships:\n{TOWNS}",
    "on Windows": f"\ufeff{HEAD}townships:\n{TOWNS}{TAIL}".replace("\n", "\r\n"),
    "on lines of their own": f"{HEAD}{TAIL}townships:\n"
    + TOWNS.replace("- {name", "-\n      {name").replace("}\n  -", "}\n\n  -"),
    "in brackets": f"{HEAD}{TAIL}townships: ["
    + TOWNS.replace("  - ", "").replace("}]}", "}]},")
    + "]\n",
    "with references": f"{HEAD}{TAIL}townships:\n"
    + TOWNS.replace(OFFICER, f"&one {OFFICER}", 1).replace(f"[{OFFICER}]", "[*one]"),
}


def read(found: Iterable[Listed]) -> list[tuple[object, object]]:
    """What was read, without the lines on which only a piece of a long list is looked for."""
    return [(one.township, one.data) for one in found]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("manner", MANNERS)
def test_a_long_list_is_read_as_a_short_one(
    manner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = listed(tmp_path, MANNERS[manner])
    pieces = [*found]
    assert [one.township.name for one in pieces] == ["石门镇", "云台镇", "东溪镇"]
    assert [str(one.township.where.path) for one in pieces] == [
        f"('townships', {number})" for number in range(3)
    ]
    assert (found.tables, [one.name for one in found.figures]) == ("own.yaml", ["户数"])
    monkeypatch.setattr(listing, "LONG", 1 << 30)
    assert read(pieces) == read(found)


@pytest.mark.usefixtures("short")
def test_the_example_is_read_township_by_township_as_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = SPECS / "xx-roadmap-townships.yaml"
    pieces = [*Listing(path, path.name)]
    assert len(pieces) == 12
    monkeypatch.setattr(listing, "LONG", 1 << 30)
    assert read(pieces) == read(Listing(path, path.name))


FAULTS = {
    "towns.yaml:8：": f"{HEAD}townships:\n{TOWNS}{TAIL}".replace("figures", "figure"),
    "“towns.yaml”不是乡镇名单": f"{HEAD}townships:\n{TOWNS}".replace("kind: t", "kind: plan  # t"),
}


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("said", FAULTS)
def test_a_fault_is_told_with_its_line(said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        list(listed(tmp_path, FAULTS[said]))
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize("length", [0, 1 << 30])
def test_a_township_with_faults_is_put_aside_with_what_is_sound_of_it(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", length)
    spoilt = TOWNS.replace("云台镇, type: 镇", "云台镇, typ: 镇").replace("东溪镇", "", 1)
    found = listed(tmp_path, f"{HEAD}townships:\n{spoilt}  - 北山镇\n{TAIL}")
    assert [one.township.name for one in found] == ["石门镇"]
    assert (found.tables, [one.name for one in found.figures]) == ("own.yaml", ["户数"])
    assert [
        (one.township.name, one.township.goal, [(p.where.line, p.rule) for p in one.problems])
        for one in found.faulty
    ] == [
        ("云台镇", "国家卫生乡镇", [(6, "spec-key-unknown")]),
        ("第3个乡镇", "国家卫生乡镇", [(7, "spec-value")]),
        ("第4个乡镇", "", [(8, "spec-value")]),
    ]


@pytest.mark.usefixtures("short")
def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="UTF-8"):
        list(listed(tmp_path, f"{HEAD}townships:\n{TOWNS}".encode("gb18030")))


def test_a_list_that_is_longer_than_a_spec_may_be_is_read_and_its_fault_told(
    tmp_path: Path,
) -> None:
    _, path = write(tmp_path, 1500)
    assert sum(1 for _ in Listing(path, "t.yaml")) == 1500
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(at for at in range(len(lines) - 200, 0, -1) if lines[at].startswith("  goal:"))
    lines[number] = lines[number].replace("goal", "goals")
    path.write_text("\n".join(lines), encoding="utf-8")
    found = Listing(path, "t.yaml")
    assert sum(1 for _ in found) == 1499
    assert [problem.where.line for one in found.faulty for problem in one.problems] == [number + 1]
    path.write_text("\n".join(lines).replace("tables:", "table:"), encoding="utf-8")
    with pytest.raises(UserError) as raised:
        list(Listing(path, "t.yaml"))
    assert str(raised.value).startswith("t.yaml:2：")


def test_a_roadmap_knows_goal_and_year_of_what_is_listed() -> None:
    from plangen.pipeline.load import load

    spec = load((SPECS / "xx-roadmap.yaml").read_bytes(), "xx-roadmap.yaml")
    assert spec.roadmap is not None
    found = linked(spec.roadmap, SPECS)
    assert found.unusable == {}
    assert found.townships is not None
    first = found.townships.townships[0]
    assert (first.name, first.goal, str(first.year), first.leaders) == (
        "云渡镇",
        "国家卫生乡镇",
        "2024年",
        (),
    )
