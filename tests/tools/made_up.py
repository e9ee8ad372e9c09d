"""A roadmap of any number of townships, made up: for tests and benchmarks of `batch`.

python -m tests.tools.made_up FOLDER COUNT [brief]

A township has the posts of one of the example's, and people, villages and numbers of its own. Its
plan has some 9,000 characters, as the county's prints the clauses; `brief`: up to 3,000.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, cast

import yaml

from plangen.source.emit import emit

SPECS = Path(__file__).parents[2] / "specs"
FIRST = "东西南北上下大小清白青红金银石木云龙凤鹤松柏梅桃柳枫桐竹兰菊"
SECOND = "山川河溪湖潭泉岭坪坝岩崖桥渡塘湾洲屏原垭"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "安邦成达恩方光国宏建杰军康立亮明宁平启强仁荣升书泰伟文晓新永勇志"
COUNTY = SPECS / "xx-county.yaml"
IDLE = ("交通秩序整治组",)  # it answers for no clause
KEPT = ("kind", "title", "locality", "standards", "period", "phases", "annexes", "notice")
YEARS = range(2022, 2027)


def names() -> Iterator[str]:
    """Names of townships, each once: 上川镇, 东山乡 …; none that the county's plan has."""
    known = COUNTY.read_text(encoding="utf-8")
    for third in ("", *SECOND, *FIRST):
        for first in FIRST:
            for second in SECOND:
                for kind in "镇乡":
                    name = f"{first}{second}{third}{kind}"
                    if name not in known:
                        yield name


def people() -> Iterator[str]:
    """Names of people, those of one surname far apart; after some 33,000 they begin again."""
    names = (
        f"{surname}{first}{second}"
        for first in GIVEN
        for second in GIVEN
        for surname in SURNAMES
        if first != second
    )
    return cycle([*names])


@cache
def model(kind: str) -> dict[str, Any]:
    """The first township of the example of this kind; not to be altered."""
    data = yaml.safe_load((SPECS / "xx-townships.yaml").read_text(encoding="utf-8"))
    return next(town for town in data["townships"] if town["type"] == kind)


def townships(count: int) -> Iterator[dict[str, Any]]:
    """Townships with the posts of an example, and people and villages of their own."""
    named = people()
    for number, name in zip(range(count), names(), strict=False):
        stem = name[:-1]
        year = YEARS[number % len(YEARS)]
        town = dict(model(name[-1]))
        town.pop("targets", None)  # of the example's own year
        town |= {"name": name, "goal": "省级卫生乡镇", "year": str(year), "date": f"{year}-01-16"}
        town["number"] = f"{stem[0]}政发〔{year}〕{number % 90 + 1}号"
        town["leaders"] = [{**one, "name": next(named)} for one in town["leaders"]]
        town["villages"] = [f"{stem}{end}村" for end in "一二三四五"]
        town["communities"] = [f"{stem}社区"]
        yield town


def roadmap(count: int) -> dict[str, Any]:
    """A roadmap whose townships are made up, by years."""
    data = yaml.safe_load((SPECS / "xx-roadmap.yaml").read_text(encoding="utf-8"))
    track = next(one for one in data["tracks"] if one["name"] == "省级卫生乡镇")
    towns = [name for _, name in zip(range(count), names(), strict=False)]
    by_year = {year: towns[at :: len(YEARS)] for at, year in enumerate(YEARS)}
    track = {key: track[key] for key in ("name", "standard", "steps")} | {"goal": str(count)}
    track["cohorts"] = [
        {"years": str(year), "townships": members} for year, members in by_year.items() if members
    ]
    kept = {key: data[key] for key in KEPT}
    outline = [
        {"heading": "工作目标", "show": ["tracks"]},
        {"heading": "步骤", "show": ["phases"]},
    ]
    return {**kept, "outline": outline, "tracks": [track]}


def brief() -> str:
    """The county's plan as briefly as some put it: clauses by number, few duties and people."""
    plan = yaml.load(COUNTY.read_text(encoding="utf-8"), yaml.BaseLoader)
    plan["groups"] = [one for one in plan["groups"] if one["name"] not in IDLE]
    plan = cast("dict[str, Any]", _brief(plan))
    for group in plan["groups"]:
        del group["units"], group["roster"][1:]
    for guarantee in plan["guarantees"]:
        guarantee["text"] = guarantee["text"].partition("。")[0] + "。"
    return emit(plan, {("standards", 0): ("plangen: ignore=standard-superseded",)})


def _brief(part: object) -> object:
    """Of each block of duties the first, the others left to the clauses; no closing texts."""
    if isinstance(part, list):
        return [_brief(one) for one in part]
    if not isinstance(part, dict):
        return part
    new = {key: _brief(value) for key, value in part.items() if key != "after"}
    if isinstance(duties := new.get("duties"), list):
        new["duties"] = duties[:1]
    if "clauses" in new:
        new.pop("lead", None)
    return {**new, "print": "numbers"} if "print" in new else new


def write(folder: Path, count: int, county: Path = COUNTY) -> tuple[Path, Path]:
    """The files of a made-up roadmap: its spec and its townships, beside each other."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "roadmap.yaml", folder / "townships.yaml"
    own = {"plan": str(county), "townships": "townships.yaml"}
    paths[0].write_text(_yaml({**roadmap(count), **own}), encoding="utf-8")
    with paths[1].open("w", encoding="utf-8") as out:
        listed = {"kind": "townships", "tables": str(SPECS / "derive" / "xx-county.yaml")}
        out.write(_yaml(listed) + "townships:\n")
        out.writelines(_yaml([town]) for town in townships(count))
    return paths


def _yaml(data: object) -> str:
    return yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )


def write_brief(folder: Path, count: int) -> tuple[Path, Path]:
    """The same, with townships whose plans have up to 3,000 characters."""
    folder.mkdir(parents=True, exist_ok=True)
    county = folder / "county.yaml"
    county.write_text(brief(), encoding="utf-8")
    return write(folder, count, county)


if __name__ == "__main__":
    made = write_brief if sys.argv[3:] == ["brief"] else write
    made(Path(sys.argv[1]), int(sys.argv[2]))
