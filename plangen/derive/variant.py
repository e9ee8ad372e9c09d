"""What all townships of one kind and goal share: their words, and what their lines stand for.

Slots in braces: {级} 镇, 乡, 街道 or 场; {县} the county; {目标} the goal. Those that only one
township can fill ({名}, {村社} …) stay, between marks, until it is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plangen.derive.kind import year
from plangen.derive.tables import Goal, Tables
from plangen.model.plan import Phase, Plan
from plangen.model.townships import Township

OPEN, CLOSE = "\ue000", "\ue001"
SLOT = re.compile(r"\{([^{}]+)\}")
OPENED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
TOWN_LEVEL, STREET_LEVEL = "township", "subdistrict"
BANNER_HEAD = ("苏木长", "苏木达")  # as whom the head of a 苏木 is known
LEVELS = ("自治县", "自治旗", *"省市区县旗州盟")


@dataclass(frozen=True)
class Variant:
    """A kind of township: type, goal, and by how many years its dates are later.

    `name` is empty but for a township that the county's plan names: its text is its own. `word`
    is what its posts and units begin with.
    """

    county: Plan
    tables: Tables
    type: str
    word: str
    goal: Goal
    shift: int = 0
    name: str = ""
    places: Mapping[str, str] = field(default_factory=dict)  # villages and townships → township
    basis: Plan | None = None  # what is cited where it isn't the county's plan: a roadmap
    calendar: tuple[Phase, ...] = ()  # its phases where they aren't the county's

    @property
    def place(self) -> str:
        """Which clauses it has: those for 乡镇 or those for 县城."""
        return self.goal.place or "乡镇"

    @cached_property
    def level(self) -> str:
        """The character of the county's own level: 县, or 区, 市."""
        name = self.county.locality.name
        return next((level for level in LEVELS if name.endswith(level)), "县")[-1]

    def of_county(self, text: str) -> str:
        """A county's side of a line: 县 is 区 in a district's plan."""
        text = text.replace("{县}", self.county.locality.name)
        return text if self.level == "县" else text.replace("县", self.level)

    def of_town(self, text: str) -> str:
        """A township's side of a line, with the slots filled that all of this kind share."""
        shared = {
            "级": self.word,
            "县": self.county.locality.name,
            "目标": self.goal.name,
        }
        town = SLOT.sub(lambda slot: shared.get(slot[1], f"{OPEN}{slot[1]}{CLOSE}"), text)
        return town.replace(*BANNER_HEAD) if self.word == "苏木" else town


def word_of(township: Township) -> str:
    """What its posts and units begin with: 镇; 场 where it calls itself so, and its posts do."""
    own = township.short.removeprefix("我")
    posts = [post for officer in township.leaders for post in officer.posts]
    begin = own and any(post.startswith((own, f"副{own}")) for post in posts)
    return own if begin else township.type


def said_of_itself(township: Township) -> dict[str, str]:
    """What a township that isn't called after its type says: 我场, 全场 for 我镇, 全镇."""
    short, kind = township.short, township.type
    if not short or short == f"我{kind}":
        return {}
    own = short.removeprefix("我")
    others = {f"{one}{kind}": f"{one}{own}" for one in "全本"} if own != short else {}
    return {f"我{kind}": short} | others


def fillings(township: Township, county: Plan) -> dict[str, str]:
    """What a township puts into the slots: its name, what it consists of, its figures."""
    villages, communities = bool(township.villages), bool(township.communities)
    both = villages and communities
    found = {
        "名": township.name,
        "村社": "各村（社区）" if both else "各社区" if communities else "各村",
        "村": "村（社区）" if both else "社区" if communities else "村",
        "村居委": "各村（居）民委员会"
        if both
        else "各社区居民委员会"
        if communities
        else "各村民委员会",
        "村数": str(len(township.villages)),
        "社区数": str(len(township.communities)),
    }
    found |= {"年": by} if (by := year(township, county)) else {}
    return found | {figure.name: f"{figure.value}{figure.unit}" for figure in township.figures}
