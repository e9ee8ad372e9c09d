"""文中出现别处的县、区，多半是从那里的方案抄来的。

依据：实务（地名应是本地的）。级别：警告。
只核对县、区、旗的方案，新区可以辖县，不核对；地名见 words/places.yaml，两个字的县和像普通词的
不收。书名号里的、“借鉴××县经验”“与××县交界”一类、名单和版记不算；地区打了码的、转发别处文件的不核对。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Cues, Line
from plangen.rules._text import uncited
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.masks import is_masked
from plangen.text.patterns import lazy

COUNTY = "county"  # also a 县级市, where the spec says so
OWN = lazy("[县旗]$|(?<!新)区$")  # 雄安新区 has counties
FORWARDED = "转发"
ASIDE = frozenset({Role.ROSTER, Role.IMPRINT})
END = lazy("[县区旗市]")
BEFORE = lazy(r"[\Wa-zA-Z_]|[省市州盟区由在向为对按将把经据于至从到是的给让请]")
ASKED = lazy(
    "借鉴|学习|参照|考察|观摩|对标|对口|帮扶|支援|协作|结对|联合|毗邻|相邻|交界|接壤|邻近|来自|流经|上游|下游"
    "|[与和同跟赴]$|等地|为例|原"
)
NEAR = 8


class Names(NamedTuple):
    """Names by their last two characters, the longest first, and these: no other text has one."""

    by_end: dict[str, list[str]]
    ends: Cues


def find(case: Case) -> Findings:
    """Each foreign name once, where it first stands."""
    locality = case.plan.locality
    if locality.level != COUNTY and not OWN.search(locality.name):
        yield Suspended(locality.where / "name", "只核对县、区、旗的方案")
        return
    if is_masked(locality.name):
        yield Suspended(locality.where / "name", f"“{locality.name}”打了码，不能核对文中的地名")
        return
    notice = case.plan.notice
    if notice and FORWARDED in notice.title:
        yield Suspended(notice.where / "title", "转发的文件里是上级、别处的地名")
        return
    known = listed(tuple(entry.get("names", "") for entry in case.words("places")))
    stem = locality.name[:-1][:2]
    seen: dict[str, list[Line]] = {}
    ended = (name for end in case.which(known.ends) for name in known.by_end[end])
    for line in case.having(*filter(case.has, ended)):
        for name in () if line.role in ASIDE else places(line.text, known):
            if not name.startswith(stem):
                seen.setdefault(name, []).append(line)
    for name, lines in seen.items():
        times = f"（{len(lines)}处）" if len(lines) > 1 else ""
        message = f"文中有“{name}”{times}，方案的地区是“{locality.name}”"
        yield Finding(lines[0].where, message, name)


@cache
def listed(names: tuple[str, ...]) -> Names:
    """The names of lists."""
    by_end: dict[str, list[str]] = {}
    for name in " ".join(names).split():
        by_end.setdefault(name[-2:], []).append(name)
    for several in filter(lambda found: len(found) > 1, by_end.values()):
        several.sort(key=len, reverse=True)
    return Names(by_end, Cues(by_end))


def places(line: str, known: Names) -> Iterator[str]:
    """The known names in a text that isn't compared, asked or bordered with."""
    text = uncited(line)
    for found in END.finditer(text):
        end = found.end()
        ended = known.by_end.get(text[end - 2 : end], ())
        if name := next((name for name in ended if text.endswith(name, 0, end)), ""):
            start = end - len(name)
            alone = start == 0 or BEFORE.match(text[start - 1])
            asked = ASKED.search(text, start - NEAR, start) or ASKED.match(text, end)
            if alone and not asked:
                yield name


RULE = Rule(
    "locality-foreign",
    Level.WARNING,
    find,
    good=(
        "preamble: 会同县卫生健康局，报请县人民政府审定，借鉴邻水县创建经验，"
        "与邻水县交界处加强巡查。",
        "preamble: 落实《邻水县创建国家卫生县城方案》，整治平房区、山区环境，公安县级部门配合。",
        "locality: {name: 石柱县, level: county}\npreamble: 由石柱土家族自治县人民政府负责。",
        "locality: {name: 青山新区, level: district}\npreamble: 由邻水县、各乡镇人民政府负责。",
        "locality: {name: 霁川市, level: city}\npreamble: 由邻水县人民政府负责。",
        "preamble: 由邻水县人民政府负责。\nnotice: {issuer: 青山县人民政府,"
        " title: 青山县人民政府关于转发邻水县经验的通知}",
    ),
    bad=(
        (
            "preamble: 提升县城品位，邻水县创建国家卫生县城工作由邻水县人民政府负责。",
            "文中有“邻水县”（2处），方案的地区是“青山县”",
        ),
        (
            "locality: {name: 霁川市, level: county}\npreamble: 由邻水县人民政府负责。",
            "文中有“邻水县”，方案的地区是“霁川市”",
        ),
    ),
)
