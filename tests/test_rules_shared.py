"""What several rules share, at its bounds: titles, annexes, counts, abbreviations, looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Block, Document, Role, Span, block
from plangen.model.look import Face, Look, Page
from plangen.model.plan import Locality, Plan
from plangen.problem import Level, Where
from plangen.rules._abbreviations import abbreviations, parts
from plangen.rules._counts import ENDS, listed_after, listed_before, named, value
from plangen.rules._lines import Lines
from plangen.rules._looks import (
    as_heading,
    gathered,
    head_face,
    kind,
    looked,
    mm,
    of_roles,
    running_of,
    size,
)
from plangen.rules._references import (
    annexes,
    bare,
    cited,
    in_prose,
    is_annex_line,
    label_number,
    own_title,
    shortened,
)
from plangen.rules._roadmap import amount, clauses, span, text_lines
from plangen.rules._standards import base_title
from plangen.rules._words import cores, listed, needed, pattern
from plangen.rules.base import Case

NOBODY = Plan(title="", locality=Locality(name="", level=""))


def read(*paragraphs: str | tuple[Role, str], title: str = "") -> Case:
    pairs = [(Role.PARAGRAPH, each) if isinstance(each, str) else each for each in paragraphs]
    blocks = tuple(block(role, text, Where(paragraph=at)) for at, (role, text) in enumerate(pairs))
    return Case(replace(NOBODY, title=title), {}, {"实施方案": Document(blocks)}, read=True)


# Titles


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("《青山县创建方案》", "青山县创建方案"),
        (" 青山县创建方案（试行） ", "青山县创建方案"),
        ("青山县创建方案（暂行）", "青山县创建方案"),
        ("青山县创建方案（征求意见稿）", "青山县创建方案"),
        ("青山县创建方案（草案）", "青山县创建方案"),
        ("青山县创建方案（送审稿）", "青山县创建方案"),
        ("青山县创建方案（讨论稿）", "青山县创建方案"),
        ("青山县创建方案（修订）", "青山县创建方案"),
        ("青山县创建方案（修订稿）", "青山县创建方案"),
        ("青山县创建方案（稿）", "青山县创建方案"),
        ("青山县创建方案（2024年）", "青山县创建方案（2024年）"),
        ("青山县（试行）创建方案", "青山县（试行）创建方案"),
    ],
)
def test_a_title_without_its_marks_and_its_edition(title: str, found: str) -> None:
    assert bare(title) == found


def test_a_title_shortened() -> None:
    assert shortened("创建方案", "创建实施方案")
    assert not shortened("创建方案", "创建方案")
    assert not shortened("方案创建", "创建实施方案")


def test_titles_cited_in_a_line() -> None:
    found = [match["title"] for match in cited("按《关于印发〈甲〉的通知》《乙《丙》丁》《戊》办")]
    assert found == ["关于印发〈甲〉的通知", "乙《丙》丁", "戊"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["青山县文件", "青山县创建国家卫生县城实施方案"], "青山县创建国家卫生县城实施方案"),
        (["青山县创建方案（2024年）"], "青山县创建方案（2024年）"),
        (["关于青山县创建方案", "甲乙丙丁计划"], "甲乙丙丁计划"),
        (["甲乙丙规划"], ""),
        (["甲乙丙丁规划"], "甲乙丙丁规划"),
        (["甲" * 50 + "要点"], "甲" * 50 + "要点"),
        (["甲" * 51 + "要点"], ""),
        ([*["青山"] * 11, "甲乙丙丁计划"], "甲乙丙丁计划"),
        ([*["青山"] * 12, "甲乙丙丁计划"], ""),
        (["制定甲乙丙丁计划。"], ""),
    ],
)
def test_the_line_that_looks_like_a_title(lines: list[str], title: str) -> None:
    assert own_title(read(*lines)) == title


def test_a_title_that_was_recognised_is_the_title() -> None:
    assert own_title(read("甲乙丙丁计划", title="《青山县方案（试行）》")) == "青山县方案"


@pytest.mark.parametrize(
    ("title", "base"),
    [
        ("国家卫生乡镇标准（2021版）", ("国家卫生乡镇标准", "2021")),
        ("国家卫生乡镇标准(1999年修订)", ("国家卫生乡镇标准", "1999")),
        ("国家卫生 乡镇标准（2021）", ("国家卫生乡镇标准", "2021")),
        ("国家卫生乡镇标准（试行）", ("国家卫生乡镇标准(试行)", "")),
        ("（2021版）国家卫生乡镇标准", ("(2021版)国家卫生乡镇标准", "")),
    ],
)
def test_a_standard_without_its_edition(title: str, base: tuple[str, str]) -> None:
    assert base_title(title) == base


# Annexes


def test_annexes_that_are_listed() -> None:
    found = annexes(read("附件：1.任务清单", "2.进度表", "3.名单", "以上。", "4.不是附件"))
    assert found.numbers == {1, 2, 3}
    assert [title for title, _ in found.titles] == ["任务清单", "进度表", "名单"]
    assert found.labels == []


def test_annexes_listed_by_their_role() -> None:
    found = annexes(
        read(
            "附件：任务清单", (Role.ANNEX_LIST, "2.进度表"), (Role.ANNEX_LIST, "样表"), "没有序号"
        )
    )
    assert (found.numbers, [title for title, _ in found.titles]) == (
        {1, 2},
        ["任务清单", "进度表样表"],
    )


def test_annexes_that_stand_at_the_end() -> None:
    found = annexes(read("正文。", "附件2", "1.任务", "附件3：", "5.清单", "附近的村"))
    assert found.numbers == {2, 3, 5}
    assert [line.text for line in found.labels] == ["附件2", "附件3："]
    assert bool(found)
    assert not annexes(read("附近的村"))


@pytest.mark.parametrize(
    ("text", "number"),
    [("附件", 1), ("附件2", 2), ("附件12", 12), ("附件三", 3), ("附件十二", 12)],
)
def test_the_number_of_a_label(text: str, number: int) -> None:
    assert label_number(text) == number


@pytest.mark.parametrize(
    ("line", "belongs"),
    [
        ("附件1", True),
        ("附件：1.清单", True),
        ("附近的村", False),
        ("清单", False),
        ((Role.ANNEX_TITLE, "清单"), True),
        ((Role.ANNEX_LIST, "清单"), True),
        ((Role.ANNEX_LABEL, "清单"), True),
    ],
)
def test_a_line_of_an_annex(line: str | tuple[Role, str], belongs: bool) -> None:
    assert is_annex_line(read(line).lines()[0]) is belongs


def test_a_paragraph_is_prose() -> None:
    assert [line.text for line in read("甲", "乙").lines() if in_prose(line)] == ["甲", "乙"]
    assert [line.text for line in text_lines(read("甲", "乙"))] == ["甲", "乙"]


# Counts


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("十二", 12), ("两", 2), ("九十九", 99), ("一", 1), ("十十", None)],
)
def test_the_value_of_a_number(text: str, number: int | None) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("石门镇、柳桥镇", 2),
        ("抓好环境，石门镇和柳桥镇", 2),
        ("石门镇以及柳桥镇及和平镇", 3),
        ("石门镇与柳桥镇", 2),
        ("和平镇、石门镇", 2),
        ("环境整治、石门镇", 1),
        ("各镇、石门镇", 0),
        ("石门镇、各镇", 0),
        ("镇、石门镇", 0),
        ("石门镇！柳桥镇", 1),
        ("石门镇”柳桥镇", 1),
        ("", 0),
    ],
)
def test_how_many_places_close_a_text(text: str, count: int) -> None:
    assert listed_before(text, ENDS["镇"]) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("（石门镇、柳桥镇）创建", 2),
        ("(石门镇、柳桥镇)创建", 2),
        ("：石门镇、柳桥镇。要求", 2),
        (":石门镇、柳桥镇；要求", 2),
        ("（石门镇、柳桥村）", 0),
        ("石门镇、柳桥镇", 0),
        ("（）", 0),
    ],
)
def test_how_many_places_follow(text: str, count: int) -> None:
    assert listed_after(text, ENDS["镇"]) == count


@pytest.mark.parametrize(
    "item",
    "各镇 其镇 每镇 全镇 该镇 含石门镇 如石门镇 除石门镇 包石门镇 所有镇".split()
    + "重点镇 XX镇 ××镇 镇 石门村".split(),
)
def test_what_is_no_named_place(item: str) -> None:
    assert not named(item, ENDS["镇"])


@pytest.mark.parametrize(
    ("noun", "item"),
    [
        ("乡镇", "石门镇"), ("乡镇", "石门乡"), ("乡镇", "石门街道"), ("乡镇", "石门办事处"),
        ("乡镇", "石门街办"), ("镇街", "石门镇"), ("镇街", "石门乡"), ("镇街", "石门街道"),
        ("镇街", "石门办事处"), ("镇街", "石门街办"), ("镇乡", "石门镇"), ("镇乡", "石门乡"),
        ("建制镇", "石门镇"), ("乡", "石门乡"), ("街道", "石门街道"), ("街道", "石门办事处"),
        ("街道", "石门街办"), ("行政村", "石门村"), ("城中村", "石门村"), ("村", "石门村"),
        ("社区", "石门社区"), ("社区", "石门居委会"),
    ],
)  # fmt: skip
def test_what_a_noun_counts(noun: str, item: str) -> None:
    assert named(item, ENDS[noun])


# Abbreviations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家卫生县城标准（以下简称“标准”）", [("“标准”", "国家卫生县城标准")]),
        ("《甲标准》(下文统称：《标准》)", [("《标准》", "《甲标准》")]),
        ("创建办（以下统一简称为创卫办）", [("创卫办", "创建办")]),
        ("甲和乙（以下分别简称“甲”“乙”）", [("“甲”", ""), ("“乙”", "")]),
        ("甲（以下并称“甲”）", []),
        ("甲（又称“乙”）", []),
        ("甲，（以下简称“乙”）", [("“乙”", "")]),
    ],
)
def test_what_a_line_abbreviates(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.full) for one in abbreviations(read(text, "简称"))] == found


def test_an_abbreviation_as_the_text_has_it() -> None:
    found = abbreviations(read("甲（以下简称“乙”）", "丙（以下简称《丁》）"))
    assert [one.marked for one in found] == ["乙", "《丁》"]


def test_each_part_has_its_own_abbreviations() -> None:
    case = read("甲（以下简称“乙”）", (Role.TITLE, "方案"), "丙（以下简称“丁”）", "附件1", "戊")
    assert [[(a.name, a.place, a.first) for a in part] for part in parts(case)] == [
        [("“乙”", 0, 0)],
        [("“丁”", 2, 1)],
        [],
    ]
    assert parts(read("甲")) == ()


# Roadmaps


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("卫生乡镇创建行动方案（2022—2026年）", (2022, 2026)),
        ("卫生乡镇创建行动方案（2022年-2026年）", (2022, 2026)),
        ("卫生乡镇创建行动方案（2022年）", None),
    ],
)
def test_the_years_of_a_title(title: str, years: tuple[int, int] | None) -> None:
    assert span(read(title=title)) == years


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("（一）申报：甲。乙；丙", [("申报", "（一）申报：甲"), ("申报", "乙"), ("申报", "丙")]),
        ("1.申报。甲！乙？", [("申报", "1.申报"), ("申报", "甲"), ("申报", "乙")]),
        ("申：甲", [("", "申：甲")]),
        ("各乡镇做好申报", [("", "各乡镇做好申报")]),
        ("甲" * 12 + "：乙", [("甲" * 12, "甲" * 12 + "：乙")]),
        ("甲" * 13 + "：乙", [("", "甲" * 13 + "：乙")]),
    ],
)
def test_the_parts_of_a_paragraph(text: str, parts: list[tuple[str, str]]) -> None:
    assert list(clauses(read(text).lines()[0])) == parts


def test_numbers_without_what_they_do_not_need() -> None:
    assert [amount(n) for n in (3.0, 0.5, 999999.0, 1000000.0, 12345678.0)] == [
        "3", "0.5", "999999", "1000000", "12345678",
    ]  # fmt: skip


# Word lists


@pytest.mark.parametrize(
    ("wrong", "pieces"),
    [
        ("截止目前", (("截止目前",),)),
        ("(?<!已)按排", (("按排",),)),
        ("防犯(?!罪)", (("防犯",),)),
        ("签定|按排", (("签定", "按排"),)),
        ("前将(报送|上报)", (("前将",), ("报送", "上报"))),
        ("前将(?:报送|上报)", (("前将",), ("报送", "上报"))),
        ("年?底前", (("底前",),)),
        ("[甲乙]底前", (("底前",),)),
        ("甲((乙))", ()),
        (r"\d+", ()),
        (r"(?<!\()按排", (("按排",),)),
        ("(?<![(（])按排", (("按排",),)),
        ("(?<!已(?!经))按排", (("按排",),)),
        ("防犯(?=罪)", (("防犯",),)),
        ("(已经)?按排", (("按排",),)),
        (r"\d*按排", (("按排",),)),
        (r"按\.排好", (("排好",),)),
        ("甲.乙丙丁", (("乙丙丁",),)),
        ("按排(", ()),
        ("按排)", ()),
        ("(?i)按排", ()),
        ("(按排|安派)好|签定(书|状)", (("好", "签定"),)),
        ("签定(书|责任状)", (("签定",), ("书", "责任状"))),
    ],
)
def test_what_is_in_every_hit_of_a_word(wrong: str, pieces: tuple[tuple[str, ...], ...]) -> None:
    assert needed(wrong) == pieces


def test_the_longest_piece_is_looked_for() -> None:
    assert cores("前将(报送材料|上报材料)") == ("报送材料", "上报材料")
    assert cores(r"\d+") == ("",)
    assert cores("签定(书|责任状)") == ("签定",)


def test_a_word_that_is_no_expression_is_plain() -> None:
    assert pattern("甲(").search("甲(乙")
    assert pattern("甲.").search("甲乙")


OWN: tuple[dict[str, str], ...] = (
    {"wrong": "创为", "right": "创卫"},
    {"wrong": "爱卫月", "right": "爱国卫生月", "class": "B"},
    {"wrong": "大搞", "advice": "口语"},
    {"wrong": "脏*", "right": "脏"},
)


def test_words_that_are_wrong_for_sure_are_replaced_others_only_told() -> None:
    found = listed(Lines(read("开展爱卫月活动，创为大搞清扫。").lines(), {"typos": OWN}), "typos")
    assert [(one.message, one.level, one.fix and one.fix.new) for one in found] == [
        ("“创为”应作“创卫”", None, "创卫"),
        ("“爱卫月”宜作“爱国卫生月”", Level.INFO, None),
        ("“大搞”：口语", None, None),
    ]


# Looks


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (42.0, "初号（42磅）"),
        (36.0, "小初（36磅）"),
        (26.0, "一号（26磅）"),
        (24.0, "小一（24磅）"),
        (22.0, "二号（22磅）"),
        (18.0, "小二（18磅）"),
        (16.0, "三号（16磅）"),
        (15.0, "小三（15磅）"),
        (14.0, "四号（14磅）"),
        (12.0, "小四（12磅）"),
        (10.5, "五号（10.5磅）"),
        (9.0, "小五（9磅）"),
        (13.0, "13磅"),
        (None, "未定"),
    ],
)
def test_the_name_of_a_size(points: float | None, said: str) -> None:
    assert size(points) == said


def test_points_in_millimetres() -> None:
    assert [mm(72.0), mm(104.88)] == ["25.4毫米", "37毫米"]


def test_fonts_of_a_kind() -> None:
    assert [kind(name) for name in ("仿宋_GB2312", "FangSong", "SimHei", "某某体")] == [
        "仿宋", "仿宋", "黑体", "某某体",
    ]  # fmt: skip


def worn(role: Role, text: str, look: Look | None) -> Block:
    return Block(role, (Span(text),) if text else (), where=Where(paragraph=1), look=look)


def test_the_face_of_the_first_characters() -> None:
    head, body = Face("黑体"), Face("仿宋")
    faces = ((2, Face("宋体")), (4, head), (20, body))
    look = Look(faces=faces)
    assert head_face(worn(Role.PARAGRAPH, "一、加强领导。成立小组。", look)) == head
    assert head_face(worn(Role.PARAGRAPH, "加强领导。成立小组。", look)) == Face("宋体")
    assert head_face(worn(Role.PARAGRAPH, "（一）", Look(faces=((2, head), (1, body))))) == body


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("一、总体要求", "黑体"),
        ("（一）总体要求", "楷体"),
        ("第一章 总则", "黑体"),
        ("第十二节 要求", "黑体"),
        ("1.总体要求", ""),
        ("总体要求", ""),
        ("一、总体要求。落实责任", ""),
        ("一、总体要求。", "黑体"),
    ],
)
def test_the_face_of_a_heading_by_its_ordinal(text: str, face: str) -> None:
    assert as_heading(worn(Role.PARAGRAPH, text, Look())) == face


def test_what_is_text_among_what_is_read() -> None:
    blocks = (
        worn(Role.PARAGRAPH, "青山县文件", Look(align="center")),
        worn(Role.PARAGRAPH, "机密", Look(align="right")),
        worn(Role.PARAGRAPH, "说明", Look(align="left")),
        worn(Role.TITLE, "方案", Look(align="center")),
        worn(Role.PARAGRAPH, "各乡镇：", Look()),
        worn(Role.PARAGRAPH, "要求如下：", Look()),
        worn(Role.PARAGRAPH, " ", Look()),
        worn(Role.PARAGRAPH, "没有样子", None),
        worn(Role.PARAGRAPH, "附件1", Look()),
        worn(Role.PARAGRAPH, "正文", Look(align="center")),
    )
    case = Case(NOBODY, {}, {"实施方案": Document(blocks, pages=(Page(),))}, read=True)
    assert len(looked(case)) == 8
    found = [b.text for b in running_of(case, frozenset({Role.PARAGRAPH}))]
    assert found == ["说明", "要求如下：", "正文"]
    assert [b.text for b in of_roles(case, frozenset({Role.TITLE}))] == ["方案"]
    assert looked(Case(NOBODY, {}, {})) == ()


def test_an_addressee_stands_right_under_the_title() -> None:
    blocks = (
        worn(Role.TITLE, "方案", Look(align="center")),
        worn(Role.PARAGRAPH, "各乡镇：", Look()),
        worn(Role.PARAGRAPH, "各单位：", Look()),
    )
    case = Case(NOBODY, {}, {"实施方案": Document(blocks, pages=(Page(),))}, read=True)
    found = [b.text for b in running_of(case, frozenset({Role.PARAGRAPH}))]
    assert found == ["各单位："]


def test_one_finding_for_each_kind_of_fault() -> None:
    blocks = [worn(Role.PARAGRAPH, text, Look()) for text in ("甲" * 20, "乙", "丙", "丁")]
    faults = {"甲" * 20: "长", "乙": "短", "丙": "短", "丁": None}
    found = list(gathered(blocks, lambda b: faults[b.text], lambda fault, extent: fault + extent))
    assert [(one.message, one.quote) for one in found] == [
        ("长", "甲" * 12),
        ("短（共2段）", "乙"),
    ]
