"""自由文字里的一行写得像别的结构：序号、阶段、附件、角色标签、牵头单位。

依据：实务（序号由 plangen 编；这样的内容有自己的键，写在正文里就不能核对）。级别：警告。
条文以数字开头（30%以上村庄……）的不算；“1.”后面紧跟数字的不算；跳级的序号由 level-skipped 指出。
句末的（责任单位：……）只在提纲、引言、结语里报；没有条款库的方案不能按条分工，不算；
通知的正文里的序号不算（没有别的键可写）；没有方案、单独印的通知不查；附件里的名单不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.notice import stands_alone
from plangen.model.plan import Part
from plangen.problem import Level, Where
from plangen.rules._numbering import outline
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.rules.level_skipped import skips
from plangen.text.addressees import is_addressed
from plangen.text.patterns import lazy

HAN = "[一二三四五六七八九十百]"
SHOWN = 12
ROSTER = "名单"
FREE = {("outline",), ("preamble",), ("closing",)}  # texts that no part of the plan has
FREE_TEXTS = frozenset({"text", "after", "preamble", "closing", "body"})
WITHOUT = frozenset({"where", "people", "units", "clauses"})  # what no free text is in
ITEM = "编号的条目", "items（条目）、duties 或 tasks"
NUMBERS, RINGS, DIGIT = "一二三四五六七八九十百", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "0"
LOOKS = (  # what one may begin with, if that is certain; "0" for any digit
    (NUMBERS, lazy(rf"{HAN}{{1,3}}[、．.]"), "一级标题", "outline（提纲）的 heading"),
    (
        f"（({NUMBERS}",
        lazy(rf"[（(]?{HAN}{{1,3}}[）)]"),
        "二级标题",
        "sections（小节）或 items（条目）",
    ),
    (DIGIT, lazy(r"\d{1,2}[.．、](?!\d)"), *ITEM),
    (f"（({DIGIT}{RINGS}", lazy(r"[（(]?\d{1,2}[）)]|[①-⑳]"), "编号的条目", "items（条目）"),
    ("第", lazy(rf"第{HAN}{{1,3}}阶段[：:]"), "阶段", "phases（实施步骤）"),
    ("附", lazy(rf"附件(?:\d*|{HAN}*)(?:[：:]|$)"), "附件说明", "annexes（附件）"),
    (
        "",
        lazy(r"(?:第一|常务|执行)?副?(?:组长|主任|指挥长|总指挥)[：:]|成员(?:单位)?[：:]"),
        ROSTER,
        "roster（名单）",
    ),
    (
        "",
        lazy(r"(?:[^\W\da-zA-Z_]|、){2,14}(?:组|专班)[：:](?:主要)?(?:由|牵头单位|组长|负责)"),
        "工作组",
        "groups（工作组）",
    ),
)
ORDINALS = frozenset({"一级标题", "二级标题", "编号的条目"})
STARTS = frozenset().union(*(starts for starts, *_ in LOOKS))
ASSIGNED = lazy("（(?:牵头|责任)单位[：:].*）$")
ADDRESSED = "主送机关", "to（主送机关）"
LEADS = "牵头单位标注", "assignments（责任分工）"


def texts(value: Part) -> Iterator[tuple[str, Where, str]]:
    """The free texts of a part and all parts within it: each with its part's place and its key."""
    for name, item in vars(value).items():
        if not item or name in WITHOUT:
            continue
        if isinstance(item, str):
            if name in FREE_TEXTS:
                yield item, value.where, name
        else:
            for part in item if isinstance(item, tuple) else (item,):
                if isinstance(part, Part):
                    yield from texts(part)


def find(case: Case) -> Findings:
    """Lines of free text that read as structure."""
    skipped = {run.entries[0].block.text for run, _, _ in skips(case)}
    lost = {entry.block.text for entry in outline(case).entries if entry.lost}
    letter = case.plan.notice.where if case.plan.notice else None
    free = letter if stands_alone(case.plan) else None
    for text, where, key in texts(case.plan):
        if where == free:
            continue  # a notice without a plan has no other key for its headings
        assigned = case.standards and (where.path[:1] or (key,)) in FREE
        for line in text.split("\n"):
            found = ITEM if line in lost else shape(line)
            if found is None and key == "preamble" and is_addressed(line):
                found = ADDRESSED
            if found is None and assigned and ASSIGNED.search(line):
                found = LEADS
            if found and found[0] in ORDINALS and where == letter:
                continue  # nor has one that brings a plan
            # The roster of another body has no other place than an annex.
            elsewhere = found and found[0] == ROSTER and "annexes" in where.path
            if found and not elsewhere and line.strip() not in skipped:
                message = f"“{short(line)}”像是{found[0]}，应写在 {found[1]} 里"
                yield Finding(where / key, message, line[:SHOWN])


def shape(line: str) -> tuple[str, str] | None:
    """What a line reads as, and where that belongs; most begin otherwise and have no colon."""
    first = DIGIT if line[:1].isdecimal() else line[:1]
    if first not in STARTS and "：" not in line and ":" not in line:
        return None
    likely = (look for look in LOOKS if not look[0] or first in look[0])
    return next(((what, into) for _, form, what, into in likely if form.match(line)), None)


def short(line: str) -> str:
    """The beginning of a line, enough to tell it."""
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


RULE = Rule(
    "text-looks-like",
    Level.WARNING,
    find,
    spec=True,
    good=(
        "preamble: 30%以上村庄建成卫生村。",
        "outline: [{heading: 指导思想, text: 一是加强领导；二是落实责任。}]",
        "preamble: 推进环境卫生整治。（责任单位：县城市管理局）",
        "outline: [{heading: 任务, text: 各乡镇、各有关部门：}]",
        'preamble: "结合各部门职责，制定方案如下：\\n现将任务分给各单位："',
        'outline: [{heading: 工作任务, text: "（1）加强领导。"}]',
        'notice: {issuer: 青山县人民政府, body: "现印发方案。\\n一、加强领导\\n（一）压实责任"}',
        'annexes: [{title: 工作专班成员名单, text: "组长：何川\\n成员：苏婷"}]',
        "standards: [weisheng-xiangzhen-2010]\n"
        "guarantees: [{title: 保障, text: 统筹安排资金。（责任单位：县财政局）}]",
    ),
    bad=(
        (
            "preamble: 一、指导思想是以人民健康为中心，全面提升",
            "“一、指导思想是以人民健康…”像是一级标题，应写在 outline（提纲）的 heading 里",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            'preamble: "推进环境卫生整治（责任单位：县城市管理局）\\n附件1"',
            "“推进环境卫生整治（责任单…”像是牵头单位标注，应写在 assignments（责任分工） 里\n"
            "“附件1”像是附件说明，应写在 annexes（附件） 里",
        ),
        (
            'preamble: "各乡镇人民政府，县直各单位：\\n为做好创建工作，制定本方案。"',
            "“各乡镇人民政府，县直各单…”像是主送机关，应写在 to（主送机关） 里",
        ),
        (
            "outline: [{heading: 组织领导, text: 督查组：由县政府办牵头，负责督查。}]",
            "“督查组：由县政府办牵头，…”像是工作组，应写在 groups（工作组） 里",
        ),
        (
            'preamble: "一）加强领导。\\n附件二"',
            "“一）加强领导。”像是二级标题，应写在 sections（小节）或 items（条目） 里\n"
            "“附件二”像是附件说明，应写在 annexes（附件） 里",
        ),
        (
            'preamble: "1.加强领导。\\n、广泛宣传。\\n3.严格督查。"',
            "“1.加强领导。”像是编号的条目，应写在 items（条目）、duties 或 tasks 里\n"
            "“、广泛宣传。”像是编号的条目，应写在 items（条目）、duties 或 tasks 里\n"
            "“3.严格督查。”像是编号的条目，应写在 items（条目）、duties 或 tasks 里",
        ),
    ),
)
