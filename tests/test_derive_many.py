"""Lists of townships too long to be read at once: each is derived as from a short list."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plangen.config.model import preset
from plangen.derive import KINDS
from plangen.derive.plan import Common
from plangen.model.plan import Phase
from plangen.pipeline.derive_files import open_work
from plangen.pipeline.deriving import Work, read_county
from plangen.pipeline.explaining import explained
from plangen.pipeline.faulty import Faulty
from plangen.problem import Problem
from plangen.source.limits import MOST_NODES
from tests.test_derive import COUNTY, OTHER, TOWN

HEAD = 'kind: townships\nfigures: [{name: 户数, value: 40000, unit: "户"}]\ntownships:\n'
LACKING = TOWN.replace("石门镇", "双溪镇").replace("    number: 石政发〔2024〕2号\n", "")
WRONG = TOWN.replace("石门镇", "三河镇").replace("year: 2024", "year: 何时")
TWICE = TOWN.replace("江", "河")
SHORT = [TOWN, OTHER, "# 下面两个还没有定\n", LACKING, WRONG, TWICE]


def work(folder: Path, *towns: str) -> tuple[Work, list[Problem]]:
    path = folder / "towns.yaml"
    path.write_text(HEAD + "".join(towns), encoding="utf-8")
    config = preset("default")
    county = read_county(COUNTY.encode(), "county.yaml", config)
    found, problems, _ = open_work(county, path.read_bytes(), str(path), config)
    assert found is not None
    return found, problems


@cache
def both() -> tuple[tuple[Work, list[Problem]], tuple[Work, list[Problem]]]:
    """The work on a short list, and on the same one with much behind it."""
    villages = ", ".join(f"{number}村" for number in range(MOST_NODES // 2))
    large = [
        TOWN.replace("石门镇", name).replace("东桥村", villages) for name in ("甲山镇", "乙山镇")
    ]
    with TemporaryDirectory() as folder:
        return work(Path(folder), *SHORT), work(Path(folder), *SHORT, *large)


def told(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[str, int | None, str, str]]:
    return [(one.rule, one.where.line, one.quote, one.message) for one in problems]


def faults(found: tuple[Faulty, ...]) -> list[object]:
    return [(one.township.name, told(one.problems)) for one in found]


def test_a_list_that_is_too_long_is_read_township_by_township() -> None:
    (short, _), (long, _) = both()
    assert (short.many, len(long.many.lines if long.many else ())) == (None, 6)
    assert [town.name for town in long.townships[4:]] == ["甲山镇", "乙山镇"]


def test_what_is_derived_and_where_it_comes_from_is_the_same() -> None:
    (short, _), (long, _) = both()
    for one, other in zip(short.townships, long.townships[: len(short.townships)], strict=True):
        found, again = short.derive(one), long.derive(other)
        assert again.plan == found.plan
        assert told(again.problems) == told(found.problems)
        assert list(explained(again, long)) == list(explained(found, short))


def test_what_is_missing_stands_at_its_line() -> None:
    _, (long, _) = both()
    lacking = next(town for town in long.townships if town.name == "双溪镇")
    found = [(one.rule, one.where.line, one.quote) for one in long.derive(lacking).problems]
    assert found == [("derive-missing", 33, "name: 双溪镇"), ("derive-idle", 39, "户数")]


def test_faults_of_townships_are_told_at_their_lines() -> None:
    (short, _), (long, _) = both()
    assert faults(long.faulty) == faults(short.faulty)
    assert [one.township.name for one in long.faulty] == ["三河镇"]


def test_a_township_twice_is_told_at_its_line() -> None:
    (_, problems), (_, again) = both()
    expected = [("township-double", 60, "石门镇", "“石门镇”写了两次，只留一个")]
    assert (told(problems), told(again)) == (expected, expected)


def kinds() -> int:
    """How many kinds of townships are in memory."""
    gc.collect()
    return sum(isinstance(one, Common) for one in gc.get_objects())


def test_of_any_number_of_kinds_as_many_are_remembered_as_come_together(tmp_path: Path) -> None:
    found, _ = work(tmp_path, TOWN)
    before = kinds()
    calendars = [(Phase(name=f"第{number}阶段"),) for number in range(2 * KINDS)]
    first, *_ = [found.derive(found.townships[0], one).plan for one in calendars]
    assert kinds() == before + KINDS
    assert found.derive(found.townships[0], calendars[0]).plan == first


def test_a_name_that_is_no_name_of_a_file_stops_that_township_alone(tmp_path: Path) -> None:
    names = ("石门镇", "石门/../../镇", "石门\\镇", ".镇")
    found, _ = work(tmp_path, *(TOWN.replace("石门镇", name) for name in names))
    wanted = "应为：全称，如 云渡镇；也用作文件名，不能有 / 和 \\"
    assert [one.name for one in found.townships] == ["石门镇"]
    assert [(one.township.name, one.problems[0].message) for one in found.faulty] == [
        (f"第{n + 1}个乡镇", f"“名称”写的是“{name}”，{wanted}")
        for n, name in enumerate(names)
        if n
    ]
