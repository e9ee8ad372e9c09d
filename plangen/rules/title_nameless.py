"""方案标题里没有地区名称：《创建卫生城市工作实施方案》，看不出是哪里的。

依据：党政机关公文处理工作条例第九条（标题由发文机关名称、事由和文种组成）；实务（方案标题冠地区名称）。
级别：提示。
标题里有地区名称、名称的头两个字，或者“全县”“我市”“本镇”的，都算有；通知标题由 title-issuer
核对；“关于……的意见”不冠地名；地区打码或不明的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import masked
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

SELF = lazy(r"[全我本][省市县区旗州镇乡]|街道")
BARE = lazy("(?:创建|开展|推进|爱国卫生)")  # what a title without a place begins with
GENRE = lazy("方案|计划|规划|要点|行动|预案|细则|措施|通知|意见|办法")  # not 参会回执
STEM = 2  # 石柱 of 石柱土家族自治县


def find(case: Case) -> Findings:
    """A plan's title without the name of the place."""
    name, title = case.plan.locality.name, case.plan.title
    where = case.plan.where / "title"
    if not GENRE.search(title) or title.startswith("关于"):
        return
    if not name:
        if BARE.match(title):
            yield Finding(where, "标题没有地区名称，看不出是哪里的方案", title)
        return
    if masked(name):
        yield Suspended(where, "地区名称打了码，不能与标题比较")
    elif name[:STEM] not in title and not SELF.search(title):
        yield Finding(where, f"标题没有地区名称，应作“{name}{title}”", title)


RULE = Rule(
    "title-nameless",
    Level.INFO,
    find,
    good=(
        "title: 青山县创建国家卫生县城实施方案",
        "title: 石柱县卫生乡镇创建工作行动方案\nlocality: {name: 石柱土家族自治县, level: county}",
        "title: 全县爱国卫生月活动方案",
        "title: 参会回执",
        "title: 关于推进移风易俗的实施意见",
        "title: 和平街道环境卫生整治方案\nlocality: {name: 和平街道办事处, level: subdistrict}",
    ),
    bad=(
        (
            "title: 创建卫生县城工作实施方案",
            "标题没有地区名称，应作“青山县创建卫生县城工作实施方案”",
        ),
    ),
)
