"""用到一个机构，却没有写明设立：县创卫办、县创卫指挥部、某工作组。

依据：实务（先设机构，后派任务）。级别：提示。
全文没有任何设立的话才报，每种机构只报一次；领导机构换了名称的由 leaders-renamed 管。工作组只报
与已设的组名称相近的（已设“督查考评组”，文中写“督查组”），写明另行成立的、上级的不算（部门印发的方案里，本级的创卫办
也是上级）。通知的发文、主送、抄送、印发机关是已有的机构，不算；没有带方案的通知、纪要不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._bodies import bodies_of
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

GROUP = lazy(r"(?:专项)?(?:工作)?组$")
SMALL = str.maketrans("", "", "和与及、“”")
ELSEWHERE = lazy(r"(?:成立|组建|组成|抽调|派出|设立|上级|专家|[国省市各])[^，。；]*$")
PREFIX = 2
NAMING = frozenset({Role.HEADING2, Role.TITLE})


def find(case: Case) -> Findings:
    """Bodies that the text relies on and nothing sets up."""
    if case.plan.notice and not case.plan.title:
        return  # 纪要、函 and other letters bring no plan that could set up a body
    bodies = bodies_of(case)
    office = next((one for one in bodies.offices if not bodies.stands(one.name)), None)
    if office and not bodies.office_founded:
        message = f"“{office.name}”没有写明设立，应写明设在哪里、由谁负责"
        yield Finding(office.where, message, office.name)
    body = next((one for one in bodies.leading if not bodies.stands(one.name)), None)
    led = case.plan.leaders is not None or bodies.main is not None
    if body and not led and not bodies.founded(body.kind):
        yield Finding(body.where, f"“{body.name}”没有写明成立", body.name)
    yield from _groups(case)


def _groups(case: Case) -> Iterator[Finding]:
    """Groups in the text that are none of the plan's, but nearly one of them."""
    known = dict.fromkeys(body.name for body in case.plan.bodies if body.name.endswith("组"))
    if not known:
        return
    starts = "|".join(sorted({re.escape(name[:PREFIX]) for name in known}))
    pattern = re.compile(rf"(?:{starts})(?:{LETTER}|[“”]){{0,8}}?组(?![长员织成建合别])")
    said: set[str] = set()
    for line in case.having("组"):
        if line.role in NAMING:
            continue
        for found in pattern.finditer(line.text):
            name, before = found.group(), line.text[: found.start()]
            if name in known or name in said or ELSEWHERE.search(before):
                continue
            said.add(name)
            if near := _near(name, known):
                yield Finding(line.where, f"“{name}”没有设立，已设的是“{near}”", name)


def _core(name: str) -> str:
    return GROUP.sub("", name).translate(SMALL)


def _near(name: str, known: Iterable[str]) -> str:
    """The one group whose name holds the other's, in order; "" where that isn't plain."""
    core, cores = _core(name), {group: _core(group) for group in known}
    same = [group for group, other in cores.items() if core == other]
    found = same or [group for group, other in cores.items() if core and _within(core, other)]
    return found[0] if same or len(found) == 1 else ""


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


GROUPS = (
    "groups: [{name: 督查和考评组, duties: 负责督查}, {name: 环境卫生组, duties: 负责环境卫生}]\n"
)
RULE = Rule(
    "body-unset",
    Level.INFO,
    find,
    good=(
        "preamble: 县创卫办设在县卫生健康局。县创卫办负责协调，市创卫办指导。",
        "preamble: 成立县创建国家卫生县城工作指挥部，指挥部下设一办十组。县创卫办负责协调。",
        "preamble: 按照中央农村工作领导小组办公室和市委农村工作领导小组办公室的要求推进。",
        "preamble: 县爱卫办负责协调，各乡镇创卫办配合。",
        "preamble: 志愿服务情况报县创卫办汇总。\nnotice: {issuer: 青山县交通运输局}",
        "preamble: 按照省委“卫生健康、环境整治”专项行动领导小组办公室的要求推进。",
        "locality: {name: 青山区, level: district}\npreamble: 总结报送北岸片区创卫办。",
        "preamble: 各单位按照县创卫指挥部的部署推进。\n"
        "notice: {issuer: 青山县创建国家卫生县城指挥部}",
        "to: [各乡镇人民政府, 县创卫办]\npreamble: 县创卫办负责协调，县创卫办汇总。",
        "preamble: 县创卫办负责协调。\nnotice: {issuer: 青山县人民政府,"
        " copy_to: [县防汛抗旱指挥部], printed: {by: 青山县创卫办}}",
        "notice: {issuer: 青山县人民政府, copy_to: [市创卫指挥部, 县创卫指挥部],"
        " printed: {by: 县创卫指挥部办公室}}",
        GROUPS
        + "preamble: 环境卫生组牵头，抽调人员组成督查组，迎接省督查组检查，健全环境管理组织。",
    ),
    bad=(
        (
            "preamble: 县创卫办负责协调，县创卫办汇总。",
            "“县创卫办”没有写明设立，应写明设在哪里、由谁负责",
        ),
        ("preamble: 各单位按照县创卫指挥部的部署推进。", "“县创卫指挥部”没有写明成立"),
        (
            "preamble: 按照县创卫指挥部的部署，由县创卫办负责协调。\n"
            "notice: {issuer: 青山县人民政府, copy_to: [县防汛抗旱指挥部办公室]}",
            "“县创卫办”没有写明设立，应写明设在哪里、由谁负责\n“县创卫指挥部”没有写明成立",
        ),
        (GROUPS + "preamble: 县督查组定期通报。", "“督查组”没有设立，已设的是“督查和考评组”"),
    ),
)
