"""Plans for hypothesis: any shape that the schema allows, and texts that break weak writers."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from plangen.model import plan as m
from plangen.text.dates import Date, parse_date

T = TypeVar("T")

WORDS = (
    *(
        "卫生创建",
        "县人民政府",
        "2024年",
        "30%以上",
        "各乡镇、各部门",
        "“四害”",
        "《标准》",
        "ABC",
    ),
    *("制定实施方案。", "负责宣传；", "（以下简称“创卫”）", "一、指导思想", "附件：", "1.", "！"),
)
STRANGE = (
    *("{{ x }}", "{% if %}", "{_{", "}_}", "{#", "{{p block.ready }}", "&amp;", "&", "<w:t>"),
    *("]]>", '"', "'", "\\", "　", "\u00a0", "\u200b", "\t", "😀", "𠮷𡋾", "①㎡", "--", "#"),
)
alphabet = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"],
                         exclude_characters="\ufeff\ufffe\uffff")  # fmt: skip
piece = st.sampled_from(WORDS) | st.sampled_from(STRANGE) | st.text(alphabet, max_size=3)
line = st.lists(piece, min_size=1, max_size=3).map(lambda parts: "".join(parts).strip())
line = line.filter(bool)
text = st.lists(line, min_size=1, max_size=3).map("\n".join)
no_line, no_text = st.just("") | line, st.just("") | text
title = st.lists(piece, min_size=1, max_size=12).map(lambda parts: "".join(parts).strip() or "甲")
flag = st.booleans()


def few(part: SearchStrategy[T], least: int = 0, most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """A few of a part."""
    return st.lists(part, min_size=least, max_size=most).map(tuple)


def perhaps(part: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """A part or nothing."""
    return st.none() | part


def _date(written: str) -> Date:
    found = parse_date(written)
    assert found is not None
    return found


date = st.sampled_from(
    [_date(day) for day in ("2024", "2024-02", "2024-02-08", "2025-12-31", "20XX-07", "今年7月")]
)

person = st.builds(m.Person, name=line, posts=few(line))
role = st.builds(
    m.RosterRole,
    role=st.sampled_from(["组长", "副组长", "常务副组长", "第一常务副组长", "成员"]) | line,
    people=few(person, most=3),
    units=few(line),
    classes=few(line),
    text=no_line,
)
roster = few(role, most=3)
item = st.builds(m.Item, text=text, title=no_line)
refs = few(
    st.builds(
        m.ClauseRef,
        ids=st.sampled_from(["B1-B7", "A", "C5", "A1,A3", "B1,C1-C2"]),
        print=st.sampled_from(["", "numbers", "texts", "both"]),
    )
    | st.builds(
        m.ClauseRef,
        section=st.sampled_from(["健康教育", "B", "环境卫生"]),
        clauses=st.sampled_from(["", "1-7", "1、2,3", "4"]),
        print=st.sampled_from(["", "numbers", "texts", "both"]),
    )
)
duties = no_line | few(item, most=3)
body = {
    "name": line,
    "text": no_text,
    "roster": roster,
    "units": few(line, most=3),
    "lead": no_line,
    "clauses": refs,
    "duties": duties,
    "blocks": few(st.builds(m.DutyBlock, label=line, lead=no_line, clauses=refs, duties=duties)),
    "after": no_text,
}
group = st.builds(m.Group, **body)
office = st.builds(m.Office, **body, short=no_line, seat=no_line, numbered=flag)
leaders = st.builds(
    m.Leaders,
    name=line,
    short=no_line,
    text=no_text,
    duties=no_line,
    roster=few(role, least=1, most=3),
    after=no_text,
)
assignment = st.builds(
    m.Assignment,
    clause=st.sampled_from(["", "A1", "B1-B3", "C5"]),
    section=st.sampled_from(["", "健康教育", "D"]),
    text=no_text,
    charge=no_line,
    lead=few(line),
    lead_label=no_line,
    support=few(line),
    support_label=no_line,
    also=few(st.builds(m.Party, label=line, units=few(line, 1))),
)
indicator = st.builds(
    m.Indicator, name=line, op=st.sampled_from([">=", "<=", ">", "<", "=="]), value=line, unit=line
)
target = st.builds(m.Target, text=text, title=no_line, by=perhaps(date), indicators=few(indicator))
phase = st.builds(
    m.Phase, name=line, start=perhaps(date), end=perhaps(date), text=no_text, tasks=few(item)
)
guarantee = st.builds(m.Guarantee, title=line, text=text)
contact = few(st.builds(m.ContactLine, label=line, value=line))


@st.composite
def tables(draw: st.DrawFn) -> m.TableSpec:
    """A table whose rows have as many cells as its head."""
    columns = draw(st.integers(1, 3))
    row = few(no_text, columns, columns)
    widths = draw(st.sampled_from([(), (1.0, 2.5, 3.0)[:columns]]))
    return m.TableSpec(
        head=draw(few(line, columns, columns)), rows=draw(few(row, 1, 3)), widths=widths
    )


annexes = few(
    st.builds(m.Annex, title=title, text=no_text, table=perhaps(tables()), after=no_text)
    | st.builds(
        m.Annex,
        title=title,
        text=no_text,
        show=st.sampled_from(["assignments", "roster", "roster-lines"]),
        after=no_text,
    )
)
notice = st.builds(
    m.Notice,
    issuer=few(line, 1, 1) | few(line, 2, 5),
    copy_number=no_line,
    secrecy=no_line,
    urgency=no_line,
    mark=no_line,
    number=no_line,
    title=no_line | title,
    to=few(line, most=4),
    to_place=st.sampled_from(["body", "imprint"]),
    approved_by=no_line,
    body=no_text,
    signature=st.just(()) | few(line, 1, 4),
    date=perhaps(date),
    seal=flag,
    note=no_line,
    contact=contact,
    annexes=annexes,
    copy_to=few(line),
    printed=perhaps(st.builds(m.Printed, by=no_line, date=perhaps(date))),
    draft=flag,
)
WORDINGS = {
    "phases": st.sampled_from(["numbered", "named"]),
    "phase_dates": st.sampled_from(["heading", "none"]),
    "phase_headings": st.sampled_from(["standing", "run-in"]),
    "range": st.sampled_from(["至", "—"]),
    "range_years": st.sampled_from(["short", "full"]),
    "posts": st.sampled_from(["brackets", "space"]),
    "guarantees": st.sampled_from(["run-in", "standing"]),
    "targets": st.sampled_from(["paragraphs", "items"]),
}
wording = st.builds(m.Wording, **WORDINGS)
layout = st.builds(
    m.Layout,
    metrics=st.sampled_from(["standard", "optical"]),
    fonts=st.sampled_from(["gb2312", "gbk", "system"]),
)
uses = st.sampled_from(
    [
        (),
        (m.StandardUse(id="weisheng-xiangzhen-2010", cited="标准"),),
        (m.StandardUse(id="weisheng-xiangzhen-2021"),),  # its catalogue is incomplete
        (m.StandardUse(title="省级卫生乡镇标准", assigned_in="《分解表》"),),  # no catalogue
    ]
)
PARTS = (("targets",), ("organization",), ("assignments",), ("phases",), ("guarantees",))
SPLIT = (("leaders",), ("groups", "offices"), *PARTS[2:], PARTS[0])


@st.composite
def outlines(draw: st.DrawFn) -> tuple[m.Section, ...]:
    """The default outline, or one of its own that shows every part once."""
    shows = draw(st.sampled_from([(), PARTS, SPLIT]))
    deep = draw(few(sections(3), most=1))
    own = tuple(replace(draw(sections(0)), show=show) for show in shows)
    return (*own, *deep) if own else ()


def sections(levels: int) -> SearchStrategy[m.Section]:
    """A section with so many levels below it."""
    return st.builds(
        m.Section,
        heading=line,
        text=no_text,
        items=few(item),
        sections=few(sections(levels - 1)) if levels else st.just(()),
        after=no_text,
        run_in=flag,
        print=st.sampled_from(["texts", "numbers", "both"]),
    )


@st.composite
def many(draw: st.DrawFn, plan: m.Plan) -> m.Plan:
    """Now and then a plan with forty groups, or a roster of thirty lines."""
    size = draw(st.sampled_from(["", "", "", "groups", "roster", "both"]))
    if size in {"groups", "both"} and plan.groups:
        groups = (plan.groups * 40)[:40]
        named = (replace(group, name=f"{group.name}{n}") for n, group in enumerate(groups))
        plan = replace(plan, groups=tuple(named))
    if size in {"roster", "both"} and plan.leaders:
        people = tuple(m.Person(name=f"陈{n}", posts=(f"副局长{n}",)) for n in range(30))
        roles = (*plan.leaders.roster, m.RosterRole(role="成员", people=people))
        plan = replace(plan, leaders=replace(plan.leaders, roster=roles))
    return plan


plans = st.builds(
    m.Plan,
    title=title,
    locality=st.builds(m.Locality, name=line, level=st.just("county"), short=no_line),
    standards=uses,
    to=few(line, most=4),
    preamble=no_text,
    outline=outlines(),
    targets=few(target),
    leaders=perhaps(leaders),
    offices=few(office),
    groups=few(group),
    assignments=few(assignment, most=3),
    phases=few(phase, most=3),
    guarantees=few(guarantee),
    closing=no_text,
    contact=contact,
    annexes=annexes,
    notice=perhaps(notice),
    wording=wording,
    layout=layout,
).flatmap(many)
