"""From a standard's text to a draft of its catalogue: sections, clauses, indicators, places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.problem import UserError
from plangen.standard.applies import narrowed, places
from plangen.standard.catalogue import Indicator, Standard, load_standard, standard_ids
from plangen.standard.draft import Draft, draft
from plangen.standard.emit import as_yaml
from plangen.standard.files import catalogue
from plangen.standard.importing import as_file
from plangen.standard.measures import measures
from tests.tools.command import Result, plangen

TOWN_2010, CITY_OLD = "weisheng-xiangzhen-2010", "weisheng-chengshi-pre2014"


def text_of(standard: Standard) -> list[str]:
    """A catalogue as the text of its standard: 一、…, 1.…"""
    lines = [standard.title]
    for section in standard.sections:
        lines.append(f"{section.number}、{section.title}")
        lines += [line for c in section.clauses for line in f"{c.number}.{c.text}".split("\n")]
    return lines


def read(text: str) -> Draft:
    return draft(text.split("\n"), "draft")


def outline(text: str) -> list[str]:
    """The sections and clauses of a draft, a line each."""
    out = []
    for section in read(text).standard.sections:
        out.append(f"{section.id} {section.number} {section.title}")
        out += [f"{c.id} {c.number} {c.text}".replace("\n", "⏎") for c in section.clauses]
    return out


def said(text: str) -> list[str]:
    """The indicators of a text: name, value, and where they hold."""
    return [
        " ".join(filter(None, [i.name, i.op + (i.relative_to or i.value + i.unit), i.scope]))
        for i in measures(text)
    ]


# The catalogues turned into text and read again


@pytest.mark.parametrize("name", standard_ids())
def test_sections_clauses_and_places_come_back_from_the_text(name: str) -> None:
    standard = load_standard(name)
    found = draft(text_of(standard), name).standard
    assert found.title == standard.title
    assert [(s.number, s.title) for s in found.sections] == [
        (s.number, s.title) for s in standard.sections
    ]
    assert [(c.section, c.number, c.text, c.applies_to) for c in found.clauses] == [
        (c.section, c.number, c.text, c.applies_to) for c in standard.clauses
    ]


@pytest.mark.parametrize("name", [TOWN_2010, CITY_OLD])
def test_the_ids_of_a_complete_standard_come_back(name: str) -> None:
    found = draft(text_of(load_standard(name)), name)
    assert list(found.standard.by_id) == list(load_standard(name).by_id)
    assert (found.unread, found.notes) == ((), ())


def missed_and_added() -> tuple[int, list[str], list[str]]:
    """How many indicators the catalogues have, which aren't read, and which are read besides."""
    count, missed, added = 0, [], []
    for clause in (c for name in standard_ids() for c in load_standard(name).clauses):
        read = [(i.op, i.value, i.unit, i.relative_to) for i in measures(clause.text)]
        names = [i.name for i in measures(clause.text)]
        for one in clause.indicators:
            count += 1
            key = one.op, one.value, one.unit, one.relative_to
            if key in read:
                del names[read.index(key)]
                read.remove(key)
            else:
                missed.append(one.name)
        added += names
    return count, missed, added


def test_so_many_of_the_indicators_made_by_hand_are_read() -> None:
    """All but what no number says (无旱厕), what the text hasn't got, and a unit it leaves out."""
    count, missed, added = missed_and_added()
    assert (count, missed) == (
        118,
        [
            "建成区烟草广告数",
            "AQI或API不超过100的天数",
            "城市生活污水集中收集率",
            "建成区旱厕数量",
            "鼠密度达到国家规定标准",
        ],
    )
    assert added == [
        "环境空气质量指数（AQI）或空气污染指数（API）不超过100的天数",
        "全年优良（API指数≤100）的天数占全年天数的比例",
        "省级爱卫会认定达到省级以上卫生镇标准的镇数",
    ]


def test_two_thirds_of_their_names_are_those_made_by_hand() -> None:
    """The others lack a word that stands further off (居民), or have one more."""
    clauses = [c for name in standard_ids() for c in load_standard(name).clauses]
    found = {(c.text, i.name) for c in clauses for i in measures(c.text)}
    known = [(c.text, i.name) for c in clauses for i in c.indicators]
    assert (sum(one in found for one in known), len(known)) == (82, 118)


# Numbers that no catalogue has


ARTICLES = """\
青山县卫生村管理办法
第一章　总则
第一条　为了建设卫生村，制定本办法。
第二条　本办法所称标准：
（一）省级标准；
（二）县级标准。
第二章　标准
第三条　道路硬化率达到95%以上，
第四条　厕所清洁。"""
BRACKETS = """\
国家卫生县标准
（2021版）
本标准适用于创建国家卫生县的地方。
一、爱国卫生组织管理
（一）将爱国卫生工作纳入议事日程。
（二）爱卫会组织健全。
二、健康教育
（三）健康教育网络健全。
（四）控烟。"""
DECIMALS = """\
1 总则
1.1 有领导小组
1.2 有工作制度
2 设施
2.1 30%以上的农户建有沼气池
2.2 3.5米以上的道路全部硬化"""
THREE_LEVELS = """\
一、组织
（一）领导
1.有领导小组
2.有工作方案
（二）经费
1.列入预算
2.30%以上用于环境整治
3.专款专用"""
UNNUMBERED = """\
一、村容村貌（40分）
主干道硬化率达到95%以上。
无乱堆乱放。
二、乡风文明（60分）
每年评选文明户。"""
NUMBERS_ALONE = "一、\n环境\n1.\n街道整洁。\n2.\n厕所干净。"
MARKDOWN = "# 青山县标准\n\n## 一、环境\n\n1\\. 街道**整洁**。\n\n2\\. 厕所干净。\n\n- 3 -\n"
WRAPPED = (
    "一、环境\n1.村（社区）使用卫生公厕，居民饮用水符合国家《\n生活饮用水标准》。\n2.街道整洁。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            ARTICLES,
            [
                "A 一 总则",
                "A1 1 为了建设卫生村，制定本办法。",
                "A2 2 本办法所称标准：⏎（一）省级标准；⏎（二）县级标准。",
                "B 二 标准",
                "B1 3 道路硬化率达到95%以上，",
                "B2 4 厕所清洁。",
            ],
        ),
        (
            BRACKETS,
            [
                "A 一 爱国卫生组织管理",
                "A1 1 将爱国卫生工作纳入议事日程。",
                "A2 2 爱卫会组织健全。",
                "B 二 健康教育",
                "B1 3 健康教育网络健全。",
                "B2 4 控烟。",
            ],
        ),
        (
            DECIMALS,
            [
                "A 1 总则",
                "A1 1 有领导小组",
                "A2 2 有工作制度",
                "B 2 设施",
                "B1 1 30%以上的农户建有沼气池",
                "B2 2 3.5米以上的道路全部硬化",
            ],
        ),
        (
            THREE_LEVELS,
            [
                "A 一（一） 领导",
                "A1 1 有领导小组",
                "A2 2 有工作方案",
                "B 一（二） 经费",
                "B1 1 列入预算",
                "B2 2 30%以上用于环境整治",
                "B3 3 专款专用",
            ],
        ),
        (
            UNNUMBERED,
            [
                "A 一 村容村貌",
                "A1 1 主干道硬化率达到95%以上。",
                "A2 2 无乱堆乱放。",
                "B 二 乡风文明",
                "B1 1 每年评选文明户。",
            ],
        ),
        (NUMBERS_ALONE, ["A 一 环境", "A1 1 街道整洁。", "A2 2 厕所干净。"]),
        (MARKDOWN, ["A 一 环境", "A1 1 街道整洁。", "A2 2 厕所干净。"]),
        (
            WRAPPED,
            [
                "A 一 环境",
                "A1 1 村（社区）使用卫生公厕，居民饮用水符合国家《生活饮用水标准》。",
                "A2 2 街道整洁。",
            ],
        ),
        (
            "青山县标准\n1、街道整洁。\n2、厕所干净。",
            ["A 一 青山县标准", "A1 1 街道整洁。", "A2 2 厕所干净。"],
        ),
        (
            "一、环境\n1.街道整洁。\n3.厕所干净。\n二、教育\n1.有宣传栏。",
            ["A 一 环境", "A1 1 街道整洁。", "A3 3 厕所干净。", "B 二 教育", "B1 1 有宣传栏。"],
        ),
        (
            "一、环境\n1)道路硬化。\n2)路灯亮。\n（1）主街；\n（2）支路。\n3)厕所干净。",
            [
                "A 一 环境",
                "A1 1 道路硬化。",
                "A2 2 路灯亮。⏎（1）主街；⏎（2）支路。",
                "A3 3 厕所干净。",
            ],
        ),
    ],
)
def test_sections_and_clauses_by_their_numbers(text: str, found: list[str]) -> None:
    assert outline(text) == found


def test_a_number_before_a_digit_is_one_only_where_it_is_the_next() -> None:
    text = (
        "一、村庄\n1.道路平整。\n2.30%以上村庄达标。\n3.5公里以内有公交站。\n4.8米以下的桥限行。"
    )
    assert outline(text)[1:] == [
        "A1 1 道路平整。",
        "A2 2 30%以上村庄达标。",
        "A3 3 5公里以内有公交站。",
        "A4 4 8米以下的桥限行。",
    ]
    assert outline("一、村庄\n1.道路平整。\n10.5公里以内有公交站。")[1:] == [
        "A1 1 道路平整。⏎10.5公里以内有公交站。"
    ]


def test_what_stands_before_is_title_edition_scope_and_issuer() -> None:
    text = f"全国爱国卫生运动委员会\n{BRACKETS}"
    found = read(text).standard
    assert (found.title, found.edition, found.issuer, found.scope) == (
        "国家卫生县标准",
        "2021版",
        "全国爱国卫生运动委员会",
        "本标准适用于创建国家卫生县的地方。",
    )


def test_the_title_is_not_that_of_the_notice_the_standard_came_with() -> None:
    text = (
        "青山县人民政府关于印发《青山县卫生村标准（试行）》的通知\n（青政发〔2025〕3号）\n"
        "附件：青山县卫生村标准\n青山县卫生村标准\n（试 行）\n一、环境\n1.街道整洁。"
    )
    found = read(text)
    assert (found.standard.title, found.standard.edition) == (
        "青山县卫生村标准",
        "青政发〔2025〕3号，试行",
    )
    assert [line.at for line in found.unread] == [1, 3]


def test_what_the_text_does_not_say_is_to_be_filled_in() -> None:
    found = read("一、环境\n1.街道整洁。").standard
    assert (found.title, found.edition, found.issuer) == ("待填", "待填", "待填")
    assert (found.status, found.complete) == ("现行（待核）", False)


def test_lines_that_are_no_part_of_it_are_told() -> None:
    text = "标准\n前言一段话。\n一、环境\n1.街道整洁。\n\n青山县爱卫办\n附件：评分表\n1.分值"
    assert [(line.at, line.whole) for line in read(text).unread] == [
        (2, "前言一段话。"),
        (6, "青山县爱卫办"),
        (7, "附件：评分表"),
        (8, "1.分值"),
    ]


def test_the_supplement_without_clauses_is_no_part_of_the_last_clause() -> None:
    text = "标准\n一、环境\n1.街道整洁。\n附则\n本标准自2024年1月1日起施行。"
    assert outline(text) == ["A 一 环境", "A1 1 街道整洁。"]
    assert [line.whole for line in read(text).unread] == ["附则", "本标准自2024年1月1日起施行。"]


def test_gaps_in_the_numbers_and_empty_sections_are_told() -> None:
    text = "一、环境\n1.街道整洁。\n4.厕所干净。\n二、教育\n三、组织\n1.有人管事。\n2.有钱办事。"
    found = read(text)
    assert [(s.id, s.complete, s.missing) for s in found.standard.sections] == [
        ("A", False, ("2", "3")),
        ("B", False, ("全部",)),
        ("C", True, ()),
    ]
    assert found.notes == ("“环境”的条号不连续，没有第 2、3 条", "“教育”下面没有读出条款")


def test_a_number_twice_goes_on_counting_and_is_told() -> None:
    found = read("一、环境\n1.街道整洁。\n2.厕所干净。\n1.路灯明亮。")
    assert [clause.id for clause in found.standard.clauses] == ["A1", "A2", "A3"]
    assert found.notes == ("第 4 行的条号 1 不顺，按第 3 条收入",)


def many(sections: int, clauses: int) -> str:
    lines = []
    for section in range(1, sections + 1):
        lines.append(f"第{section}章 第{section}方面")
        lines += [f"{clause}.做好第{clause}件事。" for clause in range(1, clauses + 1)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "没有读出条款"),
        ("只有一段话。", "没有读出条款"),
        (many(27, 2), "读出 27 节，条款库最多 26 节；应分成几个文件导入"),
        (many(1, 100), "“第1方面”读出 100 条，条款库一节最多 99 条；应加上各节的标题"),
    ],
)
def test_what_can_not_be_a_catalogue(text: str, message: str) -> None:
    with pytest.raises(UserError, match=f"^{message}"):
        read(text)


def test_too_many_headings_are_taken_for_clauses_with_their_items() -> None:
    lines = [f"（{n}）" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")]
    text = "\n".join(
        f"第{chapter}章 方面{chapter}\n" + "\n".join(f"{n}事项\n1.做事\n2.办成" for n in lines)
        for chapter in range(1, 4)
    )
    found = read(text).standard
    assert [(s.title, len(s.clauses)) for s in found.sections] == [
        ("方面1", 10),
        ("方面2", 10),
        ("方面3", 10),
    ]
    assert found.clauses[0].text == "事项\n1.做事\n2.办成"


# Indicators


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("群众对卫生状况满意率≥90%。", ["群众对卫生状况满意率 >=90%"]),
        ("覆盖率达到90%以上", ["覆盖率 >=90%"]),
        ("覆盖率达到90％", ["覆盖率 >=90%"]),
        ("处理率达100%", ["处理率 ==100%"]),
        ("安全注射率100%，档案齐全", ["安全注射率 ==100%"]),
        ("漏报率<2%", ["漏报率 <2%"]),
        ("蛔虫感染率≤5%", ["蛔虫感染率 <=5%"]),
        ("事故率控制在2‰以内", ["事故率 <=2‰"]),
        ("孕产妇死亡率≤22/10万", ["孕产妇死亡率 <=22/10万"]),
        ("人均公园绿地面积≥8.5平方米", ["人均公园绿地面积 >=8.5平方米"]),
        ("主要街道保洁不低于16小时", ["主要街道保洁时间 >=16小时"]),
        ("区域环境噪声平均值应不高于60分贝", ["区域环境噪声平均值 <=60分贝"]),
        ("绿化覆盖率≥36%，绿地率≥31%", ["绿化覆盖率 >=36%", "绿地率 >=31%"]),
        ("知晓率≥80%、形成率≥70%", ["知晓率 >=80%", "形成率 >=70%"]),
        ("知晓率、形成率分别达到80%、70%以上", ["知晓率 >=80%", "形成率 >=70%"]),
        (
            "普及率达到东部95%、中部90%、西部80%以上",
            ["普及率 >=95% 东部", "普及率 >=90% 中部", "普及率 >=80% 西部"],
        ),
        (
            "主要街道保洁县城不低于12小时、乡镇不低于8小时",
            ["主要街道保洁时间 >=12小时 县城", "主要街道保洁时间 >=8小时 乡镇"],
        ),
        ("县城下水道管网覆盖率≥80%", ["下水道管网覆盖率 >=80% 县城"]),
        ("80%以上的社区建有健身设施", ["建有健身设施的社区比例 >=80%"]),
        ("30%以上村庄建成卫生村", ["建成卫生村的村庄比例 >=30%"]),
        ("90%以上城中村的环境得到整治", ["环境得到整治的城中村比例 >=90%"]),
        ("临床用血100%来自无偿献血", ["临床用血来自无偿献血的比例 ==100%"]),
        ("机械化清扫（含高压冲水）≥20%", ["机械化清扫（含高压冲水）比例 >=20%"]),
        ("每千人口至少有2名社会体育指导员", ["每千人口社会体育指导员数 >=2名"]),
        ("每个社区至少配备1名保洁员", ["每个社区保洁员数 >=1名"]),
        ("建成不少于1个省级卫生镇", ["省级卫生镇数 >=1个"]),
        ("每年进行一次健康体检", ["健康体检次数 >=1次/年"]),
        ("每年开展不少于4次健康教育活动", ["健康教育活动次数 >=4次/年"]),
        ("定期清洗（不得少于2次/年），有记录", ["定期清洗次数 >=2次/年"]),
        ("定期更新内容，每季度不少于一次", ["定期更新内容次数 >=1次/季度"]),
        ("参合率高于所在省（区、市）平均水平", ["参合率 >所在省（区、市）平均水平"]),
        ("其它项不超过标准的3倍", ["其它项相对标准的倍数 <=3倍"]),
        ("优良天数≥全年天数的70%", ["优良天数占全年天数的比例 >=70%"]),
        ("按学生人数600∶1的比例配备校医", ["学生人数与校医之比 <=600∶1"]),
        ("四害密度有三项达到国家标准", ["四害密度达到国家标准的项数 >=3项"]),
        ("鼠、蚊、蝇中任意两项达到国家标准", ["鼠、蚊、蝇达到国家标准的项数 >=2项"]),
        ("素养水平到2022年不低于22%，到2030年不低于30%", ["素养水平 >=22%", "素养水平 >=30%"]),
        ("鼠、蚊的密度达到国家标准C级要求", ["鼠、蚊的密度 ==C级"]),
        ("居民健康素养水平逐年提高", ["居民健康素养水平 trend逐年提高"]),
        ("近3年未发生重大食品安全事故", ["近3年重大食品安全事故数 ==0起"]),
        ("连续三年无重大食品安全事故发生", ["连续三年重大食品安全事故数 ==0起"]),
        ("上一年无重大案件", ["上一年重大案件数 ==0件"]),
        ("（一）道路硬化率≥90%；\n（二）亮灯率≥95%。", ["道路硬化率 >=90%", "亮灯率 >=95%"]),
        ("村(社区)内道路硬化率达80 %以上", ["村(社区)内道路硬化率 >=80%"]),
    ],
)
def test_an_indicator_is_read(text: str, found: list[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "居住满3个月以上的儿童建卡",
        "不超过100米的道路硬化",
        "全年优良（API指数≤100）的天数",
        "每个街道或3～10万服务人口设置一所社区卫生服务中心",
        "达到《城市容貌标准》要求",
        "公厕不低于二类标准",
        "二级以上综合医院设立感染科",
        "2025年底前达到2020年水平",
        "绿化率比上年提高5个百分点",
        "普及率提高20%以上",
        "对10%的农户抽查",
        "卫生状况达到十分满意",
        "处理率60%—80%",
        "处理率达到60%至80%",
        "无烟草广告",
        "二次供水单位的水质管理有专人",
    ],
)
def test_what_is_no_indicator(text: str) -> None:
    assert said(text) == []


def test_a_time_without_an_accident_has_its_years() -> None:
    assert measures("近3年未发生重大环境污染事故，上一年无重大案件。") == (
        Indicator("近3年重大环境污染事故数", "==", "0", "起", kind="absence", period_years=3),
        Indicator("上一年重大案件数", "==", "0", "件", kind="absence", period_years=1),
    )


# Places


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("国家卫生乡镇（县城）标准", ("县城", "乡镇")),
        ("国家卫生城市和国家卫生县标准", ("城市", "县")),
        ("县级市文明城市标准", ("城市", "县级市")),
        ("国家卫生村标准", ()),
    ],
)
def test_the_places_that_a_title_names(title: str, found: tuple[str, ...]) -> None:
    assert places(title) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县城生活垃圾无害化处理。", ("县城",)),
        ("创建国家卫生县城的县爱卫会办公室有编制。", ("县城",)),
        ("乡镇建成区垃圾日产日清。", ("乡镇",)),
        ("县级市建有体育场。", ("县级市",)),
        ("（仅县城）路灯完好。", ("县城",)),
        ("路灯完好。（乡镇不适用）", ("县城",)),
        ("乡镇：路灯完好。", ("乡镇",)),
        ("乡镇政府重视爱国卫生工作。", ("县城", "乡镇")),
        ("乡镇、社区开展健康教育。", ("县城", "乡镇")),
        ("县城保洁不低于12小时，乡镇不低于8小时。", ("县城", "乡镇")),
        ("县级疾控机构健全。", ("县城", "乡镇")),
        ("路灯完好。", ("县城", "乡镇")),
    ],
)
def test_the_places_that_a_clause_is_for(text: str, found: tuple[str, ...]) -> None:
    assert narrowed(text, ("县城", "乡镇")) == found


# The file


@pytest.mark.parametrize("name", standard_ids())
def test_a_catalogue_written_as_yaml_is_the_same_when_read(name: str) -> None:
    standard = load_standard(name)
    assert catalogue(as_yaml(standard, ["一行说明"]).encode(), name) == standard


MARKS = "一、 （一） 1. （1） ① 第一章 第二条 ： 附件 a:b # ' \" - | { } [ null yes % & * ! @ `"
WORDS = (
    "30% 以上 村庄 建成 达到 不低于 ， 。 ； 近3年 未发生 事故 东部 分别 率 每年 一次 12小时 "
    "县城 600∶1 按 的比例 配备 教师 逐年提高"
)
BREAKS = ["\n", "\n1.", "\n2.", "\n一、", "\n（二）", "\t", "\u3000", "\x00", "\u2028", ": "]
PIECES = st.sampled_from([*MARKS.split(), *WORDS.split(), *BREAKS])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_is_read_makes_a_file_that_loads(text: str) -> None:
    try:
        found = read(text)
    except UserError:
        return
    assert catalogue(as_file(found, "标准\n.txt"), "x") == found.standard


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILE = """\
# 从“标准.txt”读出的草稿，逐条校对后再用：
# 1. 填上写着“待填”的；核对 id（小写字母、数字、连字符）、status。
# 2. 逐条核对条号、条文、适用范围；指标是照文字认的，名称、关系、数值、范围都要核对。
# 3. 全部核对过、一条不缺的，把 complete 改为 true，并删去这段说明。
# 读出1节2条，指标1项。
# 没有收入的行：
#   第 4 行：青山县爱卫办

kind: standard
id: qingshan-2025
title: 待填
edition: 待填
issuer: 待填
status: 现行（待核）
complete: false
sections:
- id: A
  number: 一
  title: 环境
  clauses:
  - id: A1
    number: 1
    text: 道路硬化率≥90%。
    indicators:
    - {name: 道路硬化率, op: ">=", value: "90", unit: "%"}
    applies_to: []
    source: file
  - id: A2
    number: 2
    text: "30%以上用于: 整治。"
    applies_to: []
    source: file
"""
GIVEN = "一、环境\n1.道路硬化率≥90%。\n2.30%以上用于: 整治。\n青山县爱卫办\n"
TOLD = "标准.txt：读出1节2条，指标1项；是草稿，须逐条校对\n  没有收入第 4 行：青山县爱卫办\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_becomes_a_draft(encoding: str) -> None:
    Path("标准.txt").write_text(GIVEN, encoding=encoding)
    assert plangen("standards", "import", "标准.txt", "-o", "qingshan-2025.yaml") == Result(
        0, "qingshan-2025.yaml\n", TOLD
    )
    assert Path("qingshan-2025.yaml").read_text(encoding="utf-8") == FILE
    assert plangen("standards", "show", "qingshan-2025.yaml").code == 0
    assert plangen("lint", "qingshan-2025.yaml").code == 0


@pytest.mark.usefixtures("folder")
def test_without_a_name_the_draft_is_printed() -> None:
    Path("标准.txt").write_text(GIVEN, encoding="utf-8")
    printed = FILE.replace("id: qingshan-2025", "id: draft")
    assert plangen("standards", "import", "标准.txt") == Result(0, printed, TOLD)


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read_too() -> None:
    done = plangen("standards", "import", "-", stdin=GIVEN.encode())
    assert (done.code, done.out.splitlines()[0]) == (0, "# 从“-”读出的草稿，逐条校对后再用：")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("标准.txt -o 有了.yaml", "“有了.yaml”已经存在，不覆盖；可换一个文件名"),
        ("lost.txt -o 新.yaml", "没有文件“lost.txt”；该文件夹里有：有了.yaml"),
        (
            "标准.docx",
            "“标准.docx”不是纯文本；在 Word、WPS 里另存为纯文本（.txt）再导入",
        ),
        (
            "压缩.txt",
            "“压缩.txt”不是纯文本文件；在 Word、WPS 里另存为纯文本（.txt，编码 UTF-8）再导入",
        ),
        (
            "空.txt",
            "没有读出条款：各节应以“一、”“第一章”等打头，各条以“1.”“（一）”“第一条”等打头，一条一段",
        ),
    ],
)
def test_what_can_not_be_imported(call: str, message: str) -> None:
    Path("标准.txt").write_text(GIVEN, encoding="utf-8")
    Path("有了.yaml").write_text("甲", encoding="utf-8")
    Path("压缩.txt").write_bytes(b"PK\x03\x04abc")
    Path("空.txt").write_text("", encoding="utf-8")
    assert plangen("standards", "import", *call.split()) == Result(2, "", f"plangen：{message}\n")
    assert Path("有了.yaml").read_text(encoding="utf-8") == "甲"
    assert not Path("新.yaml").exists()
