"""What a faultless plan is about: its place, its year, its people and units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Any, TypeVar, cast

import yaml

from plangen.model import plan as m

T = TypeVar("T")
PROSE = Path(__file__).parents[1] / "data" / "faultless.yaml"
PLACES = (  # level, name, what it creates; none is on a map
    ("county", "霁川县", "国家卫生县城"),
    ("county", "霁川县", "省级卫生县城"),
    ("district", "望泽区", "国家卫生城市"),
    ("city", "云渡市", "国家卫生城市"),
    ("township", "禾湾镇", "国家卫生乡镇"),
    ("township", "竹溪乡", "省级卫生乡镇"),
    ("county", "XX县", "国家卫生县城"),
)
NAMES = (
    "沈维岳 贺明川 顾长林 韩立诚 苏婷 邹建平 丁国瑞 叶秀兰 罗振华 卢志远 温少华 谭锐 梁启航"
    " 周德厚 方晓敏 邱海 吕学文 何坚 石永康 杜若梅 冯波 蒋伟 袁清 魏长青 姚刚 樊守义 龚有田"
    " 贾春 夏文静 严慧 秦卓 江涛 许强 曹玉芬 潘家和 童欣 尤美玲 薛凤英 郝斌 任新 段鹏飞 崔勇"
    " 白云霞 汤明 姜丽 侯军 金磊 常松 陶渊 彭远 章民 马骏 鲁成 覃玉林 欧阳靖 司徒敏"
).split()
CATALOGUES = (  # whole ones, for which levels, and the years in which they were in force
    ("weisheng-xiangzhen-2010", ("county", "township"), range(2012, 2021)),
    ("weisheng-chengshi-pre2014", ("district", "city"), range(2010, 2014)),
)
YEARS = range(2015, 2031)
TITLES = {
    "宣传部": "部长", "办公室": "主任", "机关": "", "办": "主任", "局": "局长", "中心": "主任",
    "派出所": "所长", "医院": "院长", "所": "所长", "队": "队长", "站": "站长", "学校": "校长",
    "妇联": "主席", "段": "段长", "馆": "馆长", "卫生院": "院长",
}  # fmt: skip
SPARE = 8  # people kept for those who head groups
COMMITTEES = {"township": ("党委", "党委委员"), "": ("委", "委常委")}


@cache
def prose() -> dict[str, Any]:
    """The sentences and names that plans are made of."""
    return cast("dict[str, Any]", yaml.safe_load(PROSE.read_text(encoding="utf-8")))


@dataclass
class World:
    """What one plan is about; a person or a sentence that is used up is not used again."""

    rnd: Random
    level: str
    place: str
    goal: str
    catalogue: str
    year: int
    led: bool
    people: list[str]

    @classmethod
    def drawn(cls, rnd: Random) -> World:
        """A world, with or without a catalogue that fits it."""
        level, place, goal = rnd.choice(PLACES)
        catalogue, year = "", rnd.choice(YEARS)
        fitting = [one for one in CATALOGUES if level in one[1]]
        if fitting and rnd.random() < 0.6:
            catalogue, _, years = fitting[0]
            year = rnd.choice(years)
        people = rnd.sample(NAMES, len(NAMES))
        return cls(rnd, level, place, goal, catalogue, year, rnd.random() < 0.8, people)

    def maybe(self, chance: float = 0.5) -> bool:
        return self.rnd.random() < chance

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """A few of them, in their order."""
        count = self.rnd.randint(min(least, len(items)), min(most, len(items)))
        return [items[at] for at in sorted(self.rnd.sample(range(len(items)), count))]

    @property
    def own(self) -> str:
        """The character of the level: 县."""
        return self.place[-1]

    @property
    def town(self) -> bool:
        return self.level == "township"

    @property
    def masked(self) -> bool:
        return self.place.startswith("XX")

    def say(self, text: str) -> str:
        """A sentence of the prose, of this place."""
        lead = "领导小组" if self.led else f"{self.own}人民政府"
        office = f"{self.own}创建办" if self.led else f"{self.own}爱卫办"
        below = "各村、各单位" if self.town else "各乡镇、各部门"
        text = text.replace("领导小组办公室", office).replace("领导小组", lead)
        return text.replace("各乡镇、各部门", below).format(
            own=self.own, all=f"全{self.own}", we=f"我{self.own}", place=self.place,
            goal=self.goal, office=office,
        )  # fmt: skip

    def person(self, *posts: str) -> m.Person:
        """Somebody new; in a masked plan nobody knows who."""
        if self.masked:
            return m.Person(name="XX", posts=posts)
        return m.Person(name=self.people.pop(), posts=posts)

    @cached_property
    def units(self) -> list[str]:
        """The units of this place."""
        if self.town:
            return [self.own + name for name in prose()["town_units"]]
        return [self.own + name for body in prose()["bodies"] for name in body["units"]]

    @cached_property
    def chiefs(self) -> list[m.Person]:
        """党政主要负责人."""
        party, _ = COMMITTEES["township" if self.town else ""]
        return [
            self.person(f"{self.own}{party}书记"),
            self.person(f"{self.own}{party}副书记", f"{self.own}长"),
        ]

    @cached_property
    def deputies(self) -> list[m.Person]:
        """Those who head groups, some with a second post."""
        party, member = COMMITTEES["township" if self.town else ""]
        return [
            self.person(f"{self.own}{party}副书记"),
            self.person(f"{self.own}{member}", f"常务副{self.own}长"),
            *(self.person(f"副{self.own}长") for _ in range(3)),
        ]

    @cached_property
    def managers(self) -> dict[str, m.Person]:
        """The head of each unit, as long as there are people."""
        out = {}
        for unit in self.units:
            title = next((post for end, post in TITLES.items() if unit.endswith(end)), "")
            if title and len(self.people) > SPARE:
                out[unit] = self.person(unit + title)
        return out
