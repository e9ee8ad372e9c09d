"""名单里几个人的姓名连在一起，没有顿号或空格隔开。

依据：GB/T 15834—2011 第4.5条（并列词语之间用顿号）；实务。级别：警告。
只看名单行里四个字以上、全能按姓氏断开的一串（姓氏见 plangen/words/surnames.yaml）；断法不止一种、
姓氏不常见的为提示，不说怎样断；四个字的只在两个都是常见姓时提示。复姓、单位名称、整类人员不算。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

HAN = lazy(f"{LETTER}+")
LABEL = lazy(
    r"(?:(?:第[一二]|常务|执行)?副?(?:组\s*长|主\s*任|指挥长|总指挥|召集人|队\s*长)|成\s*员|组\s*员|联络员)\s*[：:]"
)
BRACKETS = lazy(r"（[^（）]*）|\([^()]*\)|（.*|\(.*")
MARKS = lazy(r"[、，,；;。\s]+")
NO_NAMES = (
    *"各 街道 办事处 党委 书记 主任 负责 委员 公司 中心 同志 组成".split(),
    *"根据 抽调 人员 单位 部门 以下 略".split(),
)
NO_ENDS = (
    *"局委办会院站所队室组部处科校厂村社员等团馆台段",
    *(f"{unit}长" for unit in "镇县区局院校站所队部市处科乡段馆台园团厅社"),
)
COST = {"common": 0.0, "usual": 1.5, "rare": 4.0, "compound": 0.5}
SHORT = 1.2  # a name of two characters is rarer than one of three
SURE = 1.5  # by how much the best way to cut is better than the next
LIKELY, POSSIBLE = 1.3, 2.0  # cost of a name, on the average
PAIR, LONGEST = 4, 60
STRING = lazy(rf"(?<![^、，,；;。\s]){LETTER}{{{PAIR},{LONGEST}}}(?![^、，,；;。\s])")

Cut = tuple[float, tuple[str, ...]]


def find(case: Case) -> Findings:
    """Strings of names, with the names they are made of."""
    costs = _costs(tuple((entry["class"], entry["surnames"]) for entry in case.words("surnames")))
    for line, text in _strings(case, costs):
        cuts = _cuts(text, costs)
        if not cuts or (text[:2] in costs and len(text) == PAIR):
            continue
        (cost, names), *others = cuts
        share = cost / len(names)
        clear = share <= LIKELY and (not others or others[0][0] - cost > SURE)
        sure = clear and len(text) > PAIR
        if share > POSSIBLE or (len(text) == PAIR and any(costs[name[0]] for name in names)):
            continue
        how = f"{len(names)}个人的姓名连写", "、".join(names)
        message = (
            f"“{text}”是{how[0]}，应隔开：{how[1]}"
            if sure
            else f"“{text}”可能是{how[0]}，如{how[1]}；是的应隔开"
            if clear
            else f"“{text}”可能是几个人的姓名连写；是的应隔开"
        )
        yield Finding(line.where, message, text, None if sure else Level.INFO)


def _strings(case: Case, costs: Mapping[str, float]) -> Iterator[tuple[Line, str]]:
    """The pieces of roster lines, and of the bare lines that follow one, of four Han or more.

    They begin with a surname.
    """
    inside, roster = False, Role.ROSTER
    for line in case.lines():
        text = line.text
        label = LABEL.match(text) if "：" in text or ":" in text else None
        inside = bool(label) or line.role is roster or (inside and _bare(text))
        if not inside:
            continue
        text = text[label.end() if label else 0 :]
        name, _, post = text.partition("（")
        if len(name) < PAIR and post.find("）") == len(post) - 1:  # as a rule
            continue
        text = BRACKETS.sub("", text) if "（" in text or "(" in text else text
        for piece in STRING.findall(text) if len(text) >= PAIR else ():
            if (piece[0] in costs or piece[:2] in costs) and not _none(piece):
                yield line, piece


def _none(text: str) -> bool:
    """Whether a text is no string of names: it has a word that isn't one, or ends in a unit."""
    return text.endswith(NO_ENDS) or any(word in text for word in NO_NAMES)


def _bare(text: str) -> bool:
    """Whether a line is nothing but names: no sentence, no label."""
    return all(map(HAN.fullmatch, MARKS.split(text.strip("。 \u3000"))))


@cache
def _costs(surnames: tuple[tuple[str, str], ...]) -> dict[str, float]:
    """What each surname costs: the rarer, the more."""
    return {
        name: COST.get(how_common, COST["rare"])
        for how_common, names in reversed(surnames)
        for name in names.split()
    }


def _cuts(text: str, costs: dict[str, float]) -> list[Cut]:
    """The two best ways to cut a string into names, the best first."""

    @cache
    def rest(at: int) -> list[Cut]:
        if at == len(text):
            return [(0.0, ())]
        found: list[Cut] = []
        for size, cost in _names(text, at, costs).items():
            name = text[at : at + size]
            found += [(cost + more, (name, *names)) for more, names in rest(at + size)]
        return sorted(found)[:2]

    return rest(0)


def _names(text: str, at: int, costs: dict[str, float]) -> dict[int, float]:
    """What a name that begins at a place costs, by its length: 欧阳明 isn't of a rare 欧."""
    found: dict[int, float] = {}
    for surname in (1, 2):
        cost = costs.get(text[at : at + surname])
        if cost is not None:
            for size, more in ((surname + 1, SHORT), (surname + 2, 0.0)):
                found[size] = min(cost + more, found.get(size, cost + more))
    return found


GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [何川]}, {role: %s, %s}]}]"
RULE = Rule(
    "names-joined",
    Level.WARNING,
    find,
    good=(
        GROUP % ("副组长", "people: [王明哲, 梁红兵, 欧阳靖宇, 司马光]"),
        GROUP
        % ("副组长", "people: [阿依古丽, 才让卓玛, 张王子涵], classes: [高新区管委会负责人]"),
        GROUP % ("成员", "units: [高新区管委会, 文昌社区居委会, 安宁派出所, 华康医院]"),
        GROUP % ("副组长", "people: [王　伟, 石永康（兼）]"),
        GROUP % ("副组长", "people: [{name: 何川, posts: [县公路管理段段长]}]")
        + "\nwording: {posts: space}",
    ),
    bad=(
        (
            GROUP % ("副组长", "people: [王明哲梁红兵苏长林张玉山]"),
            "“王明哲梁红兵苏长林张玉山”是4个人的姓名连写，应隔开：王明哲、梁红兵、苏长林、张玉山",
        ),
        (
            GROUP % ("副组长", "people: [李国强马广平田澄张振东]"),
            "“李国强马广平田澄张振东”是4个人的姓名连写，应隔开：李国强、马广平、田澄、张振东",
        ),
        (
            GROUP % ("副组长", "people: [王伟李强]"),
            "“王伟李强”可能是2个人的姓名连写，如王伟、李强；是的应隔开",
        ),
    ),
)
