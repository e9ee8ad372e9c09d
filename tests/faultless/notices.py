"""The notice of a faultless plan: single, joint, draft or masked, with every part or few."""

from __future__ import annotations

import datetime
from dataclasses import replace

from plangen.model import plan as m
from plangen.text.dates import parse_date
from tests.faultless.world import World

KINDS = ("none", "office", "government", "joint", "draft", "masked")
CODES = {
    "霁川县": "霁",
    "望泽区": "望",
    "云渡市": "云",
    "禾湾镇": "禾",
    "竹溪乡": "竹",
    "XX县": "X",
}
CONTACT = (
    m.ContactLine(label="联系人", value="陆知秋"),
    m.ContactLine(label="联系电话", value="0900-5550126"),
)
LIST = m.Annex(
    title="联络员信息表",
    table=m.TableSpec(head=("单位", "姓名", "职务", "电话"), rows=(("", "", "", ""),)),
)
DRAFT = (
    "现将《{title}》（征求意见稿）发给你们，请认真研究，于收到之日起5个工作日内反馈意见。\n"
    "没有意见的，也请回复。"
)
ISSUED = (
    "现将《{title}》印发给你们，请结合实际，认真抓好贯彻落实。{more}\n执行中的问题，请及时反映。"
)
MORE = "请于10日内确定1名联络员，填写联络员信息表（见附件）。"


def notice(world: World, plan: m.Plan, opens: datetime.date) -> m.Notice | None:
    """A notice of a day before the plan begins, or none."""
    kind = "masked" if world.masked else world.rnd.choice(KINDS)
    if kind == "none":
        return None
    if world.town and kind == "office":
        kind = "government"
    issuer, code = _issuer(world, kind)
    made = opens - datetime.timedelta(world.rnd.randint(1, 25))
    found = m.Notice(
        issuer=issuer,
        number=f"{code}〔{made.year}〕{world.rnd.randint(1, 180)}号",
        to=_addressees(world),
        date=parse_date(made.isoformat()),
        mark=f"{issuer[0]}文件" if world.maybe(0.2) else "",
        signature=issuer if world.maybe(0.2) else (),
        to_place=world.rnd.choice(["body", "body", "imprint"]),
        seal=world.maybe(0.7),
        note=world.rnd.choice(["", "此件公开发布", "（此件公开发布）"]),
        contact=CONTACT if world.maybe(0.3) else (),
        copy_to=_copies(world),
        printed=_printed(world, made) if world.maybe() else None,
    )
    found = _told(world, plan, kind, _marked(world, found))
    if kind == "draft":
        bare = replace(found, copy_number="", secrecy="", urgency="", number="", mark="")
        return replace(bare, copy_to=(), printed=None, draft=True)
    return _masked(world, found, made, code) if kind == "masked" else found


def _marked(world: World, found: m.Notice) -> m.Notice:
    """With 份号, 密级 and 紧急程度, as few have them; what is secret isn't published."""
    if world.maybe(0.05):
        secret = world.rnd.choice(["机密★1年", "秘密★10年", "内部"])
        found = replace(found, copy_number="000012", secrecy=secret, note="")
    return (
        replace(found, urgency=world.rnd.choice(["特急", "加急"])) if world.maybe(0.1) else found
    )


def _masked(world: World, found: m.Notice, made: datetime.date, code: str) -> m.Notice:
    """With a day and a number that are not yet known."""
    year = "20XX" if world.masked else made.year
    date = parse_date(f"{year}-{made.month:02}-XX")
    return replace(found, date=date, number=f"{code}〔{year}〕XX号", printed=None)


def _issuer(world: World, kind: str) -> tuple[tuple[str, ...], str]:
    """Who issues it, and the letters of its number."""
    code, place = CODES[world.place], world.place
    if kind == "joint" and world.town:
        return (f"中共{place}委员会", f"{place}人民政府"), f"{code}发"
    if kind == "joint":
        return (f"{place}卫生健康局", f"{place}生态环境局", f"{place}教育局"), f"{code}卫发"
    if kind == "office":
        return (f"{place}人民政府办公室",), f"{code}政办发"
    return (f"{place}人民政府",), f"{code}政发"


def _addressees(world: World) -> tuple[str, ...]:
    if world.town:
        return tuple(world.some(["各村（社区）", "镇直各单位", "驻镇各单位"], 1, 2))
    units = f"{world.own}直各部门"
    known = ["各乡镇人民政府、各街道办事处", units, "各有关企业事业单位"]
    return tuple(world.some(known, 1, 3))


def _told(world: World, plan: m.Plan, kind: str, found: m.Notice) -> m.Notice:
    """With what it says: nothing of its own, whose leave it has, or words of its own."""
    if kind == "joint" or world.maybe(0.3):
        if kind == "draft":
            return replace(found, body=DRAFT.format(title=plan.title))
        more = MORE if world.maybe(0.3) else ""
        body = ISSUED.format(title=plan.title, more=more)
        return replace(found, body=body, annexes=(LIST,) if more else ())
    if kind == "office" and world.maybe():
        return replace(found, approved_by=f"{world.own}人民政府")
    return found


def _copies(world: World) -> tuple[str, ...]:
    """抄送机关 in their order: party, congress, consultative conference, courts."""
    own = world.own
    if world.town:
        return ()
    offices = [f"{own}委办公室", f"{own}人大常委会办公室", f"{own}政协办公室"]
    return tuple(world.some([*offices, f"{own}法院", f"{own}检察院"], 0, 5))


def _printed(world: World, made: datetime.date) -> m.Printed:
    """Printed on the day or a few days later, by the office."""
    later = made + datetime.timedelta(world.rnd.randint(0, 3))
    office = "党政办公室" if world.town else "人民政府办公室"
    by = world.rnd.choice(["", world.place + office])
    return m.Printed(by=by, date=parse_date(later.isoformat()))
