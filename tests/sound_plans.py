"""Sound plans for hypothesis: whatever compose can print, part by part made in sound_parts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from plangen.model import plan as m
from tests import sound_parts as p
from tests.plans import WORDINGS
from tests.sound_parts import few, flag, maybe, perhaps, rarely, some

TITLES = (
    "霁川县创建国家卫生县城实施方案",
    "霁川县爱国卫生运动三年行动方案（2024—2026年）",
    "霁川县城乡环境卫生整治工作方案",
)
ORGANS = ("霁川县人民政府", "霁川县人民政府办公室", "霁川县卫生健康局", "霁川县爱国卫生运动委员会")
ANNEXES = (
    "重点整治任务清单",
    "工作进度表",
    "创建资料目录（样式）",
    "县直单位职责",
    "创建工作领导小组成员名单",
)
ADDRESSEES = ("各乡镇人民政府", "县政府各部门", "县直各单位、各人民团体", "县医疗集团")
# 份号, 密级, 紧急程度; most notices have none of them.
CORNERS = (
    *[("", "", "")] * 4,
    ("", "", "特急"),
    ("000012", "机密★1年", ""),
    ("000007", "秘密★6个月", "加急"),
    ("000001", "", ""),
    ("", "内部", ""),
)
HEADED = {
    "targets": ("总体目标", "工作目标"),
    "organization": ("组织机构", "组织领导"),
    "leaders": ("组织领导", "成立领导小组"),
    "bodies": ("工作机构", "工作组及职责"),
    "assignments": ("责任分工", "任务分解"),
    "phases": ("实施步骤", "时间安排", "工作步骤"),
    "guarantees": ("保障措施", "工作要求", "措施及要求"),
}


def annexes(*shown: str) -> SearchStrategy[tuple[m.Annex, ...]]:
    """Annexes of different titles, each with text, with a table, or made from the plan."""
    title = st.sampled_from(ANNEXES)
    after = maybe(p.sentence)
    own = st.builds(m.Annex, title=title, text=p.text) | st.builds(
        m.Annex, title=title, text=p.no_text, table=p.tables(), after=after
    )
    made = st.builds(
        m.Annex, title=title, text=after, show=st.sampled_from(shown or ("",)), after=after
    )
    part = own | made if shown else own
    return st.lists(part, max_size=2, unique_by=lambda annex: annex.title).map(tuple)


def notices(corner: tuple[str, str, str]) -> SearchStrategy[m.Notice]:
    """Notices with 份号, 密级 and 紧急程度."""
    copy_number, secrecy, urgency = map(st.just, corner)
    return st.builds(
        m.Notice,
        issuer=some(ORGANS, 1, 1) | some(ORGANS, 2, 4),
        copy_number=copy_number,
        secrecy=secrecy,
        urgency=urgency,
        mark=maybe(st.sampled_from(["霁川县创建办文件", "霁川县人民政府"])),
        number=st.sampled_from(["霁政办发〔2024〕12号", "霁政发〔20XX〕X号"]),
        title=maybe(st.sampled_from(["霁川县人民政府关于做好创建卫生县城工作的通知"])),
        to=some(ADDRESSEES, 0, 4),
        to_place=st.sampled_from(["body", "imprint"]),
        approved_by=maybe(st.sampled_from(["县政府", "县委、县政府"])),
        body=p.no_text,
        signature=st.just(()) | some(ORGANS, 1, 3),
        date=p.day,
        seal=flag,
        note=maybe(
            st.sampled_from(["此件发至各村"] if corner[1] else ["此件公开发布", "此件发至各村"])
        ),
        contact=p.contact,
        annexes=annexes(),
        copy_to=some(("县委办公室", "县人大常委会办公室", "县人民法院，县人民检察院")),
        printed=perhaps(
            st.builds(m.Printed, by=maybe(st.sampled_from(ORGANS)), date=perhaps(p.day))
        ),
        draft=flag,
    )


notice = st.sampled_from(CORNERS).flatmap(notices)
wording = st.builds(
    m.Wording,
    **WORDINGS,
    duties=st.sampled_from(["具体职责", "主要职责", "工作任务"]),
    units=st.sampled_from(["成员单位", "责任单位"]),
    lead=st.sampled_from(["牵头单位", "责任单位"]),
    support=st.sampled_from(["协助单位", "配合单位"]),
    clause=st.sampled_from(["创建任务", "", "的各项任务"]),
    roster=st.sampled_from(["成员名单如下", "组成人员如下"]),
)
layout = st.builds(
    m.Layout,
    metrics=st.sampled_from(["standard", "optical"]),
    fonts=st.sampled_from([None, "gb2312", "system"]),
)
TOWNSHIP = "weisheng-xiangzhen-2010"
TOWNSHIP_IDS = ("A1-A5", "B1-B7", "C5", "A1,A3", "D", "B1,C1-C2", "E2-E4")
TOWNSHIP_PLACES = (("健康教育", "1-3"), ("B", ""), ("环境卫生", "1、2,3"), ("E", "4"))
CITY = ("weisheng-chengshi-pre2014", "E1-E3,J8")
UNKNOWN = m.StandardUse(title="省级卫生乡镇标准", assigned_in="《分解表》")
township = [
    p.Follow((m.StandardUse(id=TOWNSHIP, cited=cited),), TOWNSHIP_IDS, TOWNSHIP_PLACES)
    for cited in ("", "标准", "国家卫生乡镇（县城）标准（2010年版）")
]
follows = st.sampled_from(
    [
        *township,
        *township,
        p.Follow(),
        replace(township[0], uses=(*township[0].uses, m.StandardUse(id=CITY[0])), second=CITY),
        # An incomplete catalogue, and a standard without one.
        p.Follow(
            (m.StandardUse(id="weisheng-xiangzhen-2021"),),
            ("A1", "A1-A2"),
            (("爱国卫生组织管理", ""), ("健康教育", "1-3")),
        ),
        p.Follow((UNKNOWN,), (), (("健康教育", "1-3"), ("环境卫生", ""), ("环境卫生", "2,4"))),
    ]
)


@st.composite
def sections(draw: st.DrawFn, levels: int) -> m.Section:
    """A section with so many levels below it: text, items, a table, sub-sections."""
    heading = draw(p.heading | st.sampled_from(("工作要求", "工作目标", "时间安排", "职责任务")))
    inner = draw(few(sections(levels - 1), 0, 2)) if levels else ()
    run_in = draw(flag)
    text = draw(p.text) if run_in else draw(p.no_text)
    items = draw(st.just(()) | p.items)
    table = draw(perhaps(p.tables()))
    if not (text or items or inner or table):
        text = draw(p.text)
    after = draw(maybe(p.sentence)) if items or inner or table else ""
    return m.Section(
        heading=heading,
        text=text,
        items=items,
        sections=inner,
        after=after,
        run_in=run_in,
        table=table,
    )


def shown(names: tuple[str, ...], key: str) -> SearchStrategy[m.Section]:
    """A section that shows parts of the plan, with text before and after."""
    return st.builds(
        m.Section,
        heading=st.sampled_from(HEADED[key]),
        show=st.just(names),
        text=p.no_text,
        after=maybe(p.sentence),
        print=st.sampled_from(["texts", "numbers", "both"]),
    )


def orders(names: tuple[str, ...], parts: frozenset[str]) -> SearchStrategy[tuple[str, ...]]:
    """Those parts that the plan has, in any order."""
    return st.permutations([name for name in names if name in parts]).map(tuple)


@st.composite
def outlines(draw: st.DrawFn, parts: frozenset[str]) -> tuple[m.Section, ...]:
    """An outline that shows every part once, with sections of its own between them."""
    if draw(flag):
        bodies = draw(orders(("offices", "groups"), parts))
        leading = [(("leaders",), "leaders")] if "leaders" in parts else []
        organized = [*leading, *([(tuple(bodies), "bodies")] if bodies else [])]
    else:
        lead = ("leaders",) if "leaders" in parts else ()
        found = (*lead, *draw(orders(("offices", "groups"), parts)))
        whole = ("organization",) if draw(flag) else found
        organized = [(whole, "organization")] if found else []
    rest = [
        ((part,), part)
        for part in ("targets", "assignments", "phases", "guarantees")
        if part in parts
    ]
    out = []
    for names, key in [*rest[:1], *organized, *rest[1:]]:
        out += [
            *draw(few(st.sampled_from((0, 1, 2, 3)).flatmap(sections), 0, 1)),
            draw(shown(names, key)),
        ]
    return (*out, *draw(few(sections(1), 0, 1)))


@st.composite
def plans(draw: st.DrawFn) -> m.Plan:
    """A sound plan."""
    follow = draw(follows)
    plan = m.Plan(
        title=draw(st.sampled_from(TITLES)),
        locality=m.Locality(name="霁川县", level="county"),
        standards=follow.uses,
        to=draw(st.just(()) | some(ADDRESSEES, 1, 4)),
        preamble=draw(p.no_text),
        targets=draw(few(p.target)),
        leaders=draw(perhaps(p.leaders)),
        offices=draw(few(p.offices(follow), 0, 1)),
        groups=draw(rarely(few(p.groups(follow), 11, 11), few(p.groups(follow), 0, 3))),
        assignments=draw(follow.assignments()),
        phases=draw(few(p.phase, 0, 4)),
        guarantees=draw(few(p.guarantee, 0, 3)),
        closing=draw(p.no_text),
        contact=draw(p.contact),
        annexes=draw(annexes("assignments", "roster", "roster-lines")),
        notice=draw(perhaps(notice)),
        wording=draw(wording),
        layout=draw(layout),
    )
    parts = ("targets", "leaders", "offices", "groups", "assignments", "phases", "guarantees")
    has = frozenset(part for part in parts if getattr(plan, part))
    if draw(flag):
        plan = replace(plan, outline=draw(outlines(has)))
    assume(not is_open(plan))
    return plan


def is_open(plan: m.Plan) -> bool:
    """Whether paper doesn't say whose a roster is: of a group that is a name, or of the office
    whose sentence stands between them.
    """
    shows = [section.show for section in plan.outline]
    turned = any("groups" in show and "offices" in show[show.index("groups") :] for show in shows)
    bare = plan.groups[-1:] == (m.Group(name=plan.groups[-1].name),) if plan.groups else False
    return turned and bare and any(not office.numbered for office in plan.offices)
