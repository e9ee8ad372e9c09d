"""方案标题里没有地区名称：《创建卫生城市工作实施方案》，看不出是哪里的。

依据：党政机关公文处理工作条例第九条（标题由发文机关名称、事由和文种组成）；实务（方案标题冠地区名称）。
级别：提示。
标题里有地区名称、名称的头两个字，有发文机关所管片区、园区的名称，或者“全县”“我市”的，都算有；
通知标题由 title-issuer 核对，没有带方案的通知也是；“关于……的意见”不冠地名。
地区打码或不明的不核对。
"""

from __future__ import annotations

from plangen.model.plan import Plan
from plangen.problem import Level
from plangen.rules._organisation import masked
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

SELF = lazy(r"[全我本][省市县区旗州镇乡]|街道")
BARE = lazy("(?:创建|开展|推进|爱国卫生)")  # what a title without a place begins with
GENRE = lazy("方案|计划|规划|要点|行动|预案|细则|措施|通知|意见|办法")  # not 参会回执
STEM = 2  # 石柱 of 石柱土家族自治县
AREA = lazy(r"^\w{2,6}?(?:[片园景林垦牧]区|开发区|管理区|高新区|街道|[镇乡村场])")


def find(case: Case) -> Findings:
    """A plan's title without the name of the place."""
    name, title = case.plan.locality.name, case.plan.title
    where = case.plan.where / "title"
    if not GENRE.search(title) or title.startswith("关于") or _unread(case):
        return
    if not name:
        if BARE.match(title):
            yield Finding(where, "标题没有地区名称，看不出是哪里的方案", title)
        return
    if masked(name):
        yield Suspended(where, "地区名称打了码，不能与标题比较")
    elif not (name[:STEM] in title or SELF.search(title) or area(case.plan) in title):
        yield Finding(where, f"标题没有地区名称，应作“{name}{title}”", title)


def _unread(case: Case) -> bool:
    """Whether a notice was read that brings no plan: the title is what the notice calls it."""
    plan = case.plan
    return case.read and plan.notice is not None and not (plan.outline or plan.preamble)


def area(plan: Plan) -> str:
    """The part of the locality whose organ issues the plan: 北岸片区 of 青山县北岸片区管理局."""
    for organ in plan.notice.issuer if plan.notice else ():
        _, named, rest = organ.partition(plan.locality.name)
        if named and (found := AREA.match(rest)):
            return found.group()
    return plan.locality.name


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
        "title: 北岸片区森林防火工作方案\nnotice: {issuer: 青山县北岸片区管理局}",
        "title: 和平街道环境卫生整治方案\nlocality: {name: 和平街道办事处, level: subdistrict}",
    ),
    bad=(
        (
            "title: 创建卫生县城工作实施方案",
            "标题没有地区名称，应作“青山县创建卫生县城工作实施方案”",
        ),
        (
            "title: 森林防火工作方案\nnotice: {issuer: 青山县北岸片区管理局}",
            "标题没有地区名称，应作“青山县森林防火工作方案”",
        ),
    ),
)
