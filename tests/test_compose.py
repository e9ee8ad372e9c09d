"""Composing a plan: what each part of a spec prints.

A block is shown as its role and its text; a heading that runs in is 【（一）加强领导。】健全机制。
"""

from __future__ import annotations

from textwrap import dedent

import pytest

from plangen.compose.outline import outline_blocks
from plangen.compose.phases import when
from plangen.model.document import Indent, Role
from plangen.model.plan import Phase, Wording
from plangen.text.dates import parse_date
from tests.tools.shown import context, outline

STANDARD = "standards: [{id: weisheng-xiangzhen-2010, cited: 标准}]"
INCOMPLETE = "standards: [weisheng-xiangzhen-2021]"
UNKNOWN = "standards: [{title: 省级标准}]"
E1 = (
    "认真贯彻落实《病媒生物预防控制管理规定》，坚持以环境治理为主的综合防制方针，"
    "防制人员、经费落实，防制措施符合国家有关标准和规范要求，防鼠防蝇设施完善，孳生地得到有效治理。"
)
E2 = "在化学防制中，注重科学合理用药，不使用国家禁用的药物。"


# The outline


def test_a_mark_of_the_wrong_width_gets_no_second_one() -> None:
    assert outline("""
        outline: [{heading: 责任分工, show: assignments}]
        assignments: [{text: 严格落实责任;, lead: 甲局}, {text: 加强宣传, lead: 乙局}]
    """) == [
        "一级标题 一、责任分工",
        "二级标题 【（一）严格落实责任;（牵头单位：甲局）】",
        "二级标题 【（二）加强宣传。】（牵头单位：乙局）",
    ]


def test_sections_are_numbered_in_four_levels_and_no_deeper() -> None:
    assert outline("""
        outline:
          - heading: 总体要求
            text: 甲。
            sections:
              - heading: 指导思想
                sections:
                  - heading: 基本原则
                    sections:
                      - {heading: 政府主导, sections: [{heading: 部门协作, text: 乙。}]}
                      - heading: 全民参与
            after: 丙。
          - heading: 保障措施
        """) == [
        "一级标题 一、总体要求",
        "正文 甲。",
        "二级标题 （一）指导思想",
        "三级标题 1.基本原则",
        "四级标题 （1）政府主导",
        "四级标题 （1）部门协作",
        "正文 乙。",
        "四级标题 （2）全民参与",
        "正文 丙。",
        "一级标题 二、保障措施",
    ]


def test_items_are_numbered_one_level_below_their_section_and_sections_go_on() -> None:
    assert outline("""
        outline:
          - heading: 创建内容
            items: [{title: 健康教育, text: 建好阵地。}, 加强管理。持续改进。]
            sections:
              - heading: 市容
                items: [清扫道路。, {title: 绿化, text: "植树。\\n养护。"}]
                sections: [{heading: 市场, items: [划行归市。, {title: 保洁, text: 每日清扫。}]}]
        """) == [
        "一级标题 一、创建内容",
        "二级标题 【（一）健康教育。】建好阵地。",
        "二级标题 【（二）加强管理。】持续改进。",
        "二级标题 （三）市容",
        "正文 1.清扫道路。",
        "三级标题 【2.绿化。】植树。",
        "正文 养护。",
        "三级标题 3.市场",
        "正文 （1）划行归市。",
        "四级标题 【（2）保洁。】每日清扫。",
    ]


def test_a_heading_runs_into_the_first_line_of_its_text_where_the_spec_says_so() -> None:
    assert outline("""
        outline:
          - {heading: 指导思想, run_in: 是, text: "以人民为中心。\\n标本兼治。", after: 完。}
          - {heading: 总体目标, text: "甲。\\n乙。"}
        """) == [
        "一级标题 【一、指导思想。】以人民为中心。",
        "正文 标本兼治。",
        "正文 完。",
        "一级标题 二、总体目标",
        "正文 甲。",
        "正文 乙。",
    ]


def test_the_default_outline_has_a_section_for_what_the_plan_has() -> None:
    assert outline("""
        guarantees: [{title: 加强领导, text: 健全机制。}]
        targets: [完成申报。]
        """) == [
        "一级标题 一、总体目标",
        "正文 完成申报。",
        "一级标题 二、保障措施",
        "二级标题 【（一）加强领导。】健全机制。",
    ]


TARGETS = """
    targets:
      - title: 近期目标
        text: 完成申报。
        by: 2024-06
        indicators:
          - {name: 满意率, op: 不低于, value: 90, unit: "%"}
          - {name: 蝇类密度, op: <=, value: 3, unit: 只}
      - 全面达标。巩固成果。
    """


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (
            "paragraphs",
            [
                "正文 近期目标：完成申报。",
                "正文 主要指标：满意率≥90%，蝇类密度≤3只。",
                "正文 全面达标。巩固成果。",
            ],
        ),
        (
            "items",
            [
                "二级标题 【（一）近期目标。】完成申报。",
                "正文 主要指标：满意率≥90%，蝇类密度≤3只。",
                "二级标题 【（二）全面达标。】巩固成果。",
            ],
        ),
    ],
)
def test_targets_stand_in_paragraphs_or_numbered(wording: str, expected: list[str]) -> None:
    found = outline(f"wording: {{targets: {wording}}}\n{dedent(TARGETS)}")
    assert found == ["一级标题 一、总体目标", *expected]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("run-in", ["二级标题 【（一）加强领导。】健全机制。", "正文 压实责任。"]),
        ("standing", ["二级标题 （一）加强领导", "正文 健全机制", "正文 压实责任。"]),
    ],
)
def test_guarantees_run_in_or_stand(wording: str, expected: list[str]) -> None:
    spec = 'guarantees: [{title: 加强领导, text: "健全机制\\n压实责任。"}]'
    found = outline(f"wording: {{guarantees: {wording}}}\n{spec}")
    assert found == ["一级标题 一、保障措施", *expected]


# Phases

DATED = [
    ("2024-02", "2024-03", Wording(), "（2024年2月至3月）"),
    ("2024-02", "2024-03", Wording(range="—"), "（2024年2月—3月）"),
    ("2024-02", "2024-03", Wording(range_years="full"), "（2024年2月至2024年3月）"),
    ("2024-12", "2025-02", Wording(range="—"), "（2024年12月—2025年2月）"),
    ("2024-02-05", "2024-03-01", Wording(), "（2024年2月5日至3月1日）"),
    ("2024-02-05", "2024-02-20", Wording(), "（2024年2月5日至2月20日）"),
    ("2024", "2025", Wording(), "（2024年至2025年）"),
    ("2024-02", "2024-02", Wording(), "（2024年2月）"),
    ("2024-02", "", Wording(), "（2024年2月）"),
    ("", "2024-12", Wording(), "（2024年12月）"),
    ("20XX-02", "20XX-07", Wording(), "（20XX年2月至7月）"),
    ("今年2月", "今年7月", Wording(), "（今年2月至7月）"),
    ("", "", Wording(), ""),
    ("2024-02", "2024-03", Wording(phase_dates="none"), ""),
]


@pytest.mark.parametrize(("start", "end", "wording", "expected"), DATED)
def test_the_dates_of_a_phase(start: str, end: str, wording: Wording, expected: str) -> None:
    phase = Phase(name="启动阶段", start=parse_date(start), end=parse_date(end))
    assert when(wording, phase) == expected


PHASE = """
    phases:
      - name: 启动阶段
        start: 2024-02
        end: 2024-03
        text: "动员。\\n部署。"
        tasks: [摸清底数。, {title: 业务培训, text: 举办培训班。}]
      - {name: 整治阶段}
    """
TASKS = ["正文 1.摸清底数。", "三级标题 【2.业务培训。】举办培训班。"]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (
            "{}",
            [
                "二级标题 （一）启动阶段（2024年2月至3月）",
                "正文 动员。",
                "正文 部署。",
                *TASKS,
                "二级标题 （二）整治阶段",
            ],
        ),
        (
            "{phases: named}",
            [
                "阶段 第一阶段：启动阶段（2024年2月至3月）",
                "正文 动员。",
                "正文 部署。",
                *TASKS,
                "阶段 第二阶段：整治阶段",
            ],
        ),
        (
            "{phase_headings: run-in}",
            [
                "二级标题 【（一）启动阶段（2024年2月至3月）。】动员。",
                "正文 部署。",
                *TASKS,
                "二级标题 （二）整治阶段",
            ],
        ),
        (
            "{phases: 第一阶段, phase_headings: 接排, phase_dates: 不印}",
            [
                "阶段 【第一阶段：启动阶段。】动员。",
                "正文 部署。",
                *TASKS,
                "阶段 第二阶段：整治阶段",
            ],
        ),
    ],
)
def test_phases_are_numbered_or_named_standing_or_run_in(
    wording: str, expected: list[str]
) -> None:
    found = outline(f"wording: {wording}\n{dedent(PHASE)}")
    assert found == ["一级标题 一、实施步骤", *expected]


# Duties and clauses


def duties(group: str, standards: str = STANDARD) -> list[str]:
    """What a group prints below its heading."""
    body = "".join(f"    {line}\n" for line in dedent(group).strip().splitlines())
    found = outline(f"{standards}\ngroups:\n  - name: 甲组\n{body}")
    assert found[:2] == ["一级标题 一、组织机构", "二级标题 （一）甲组"]
    return found[2:]


SENTENCES = [
    (STANDARD, "[B1-B7]", "《标准》“健康教育”项目中第1—7条"),
    (STANDARD, "[B]", "《标准》“健康教育”项目中第1—7条"),
    (
        STANDARD,
        "[{section: 健康教育, clauses: '1,2,3,7'}]",
        "《标准》“健康教育”项目中第1、2、3、7条",
    ),
    (STANDARD, "[B1, B2]", "《标准》“健康教育”项目中第1、2条"),
    (
        STANDARD,
        "[A1, B2, B4]",
        "《标准》“爱国卫生组织管理”项目中第1条、“健康教育”项目中第2、4条",
    ),
    (INCOMPLETE, "[A]", "《国家卫生乡镇标准》“爱国卫生组织管理”项目"),
    (INCOMPLETE, "[B1-B7]", "《国家卫生乡镇标准》第B1—B7条"),
    (UNKNOWN, "[{section: 健康教育, clauses: 1-7}]", "《省级标准》“健康教育”项目中第1—7条"),
    (UNKNOWN, "[{section: 健康教育}]", "《省级标准》“健康教育”项目"),
    (UNKNOWN, "['A1,A3']", "《省级标准》第A1、A3条"),
    (UNKNOWN, "[{ids: A1, print: texts}]", "《省级标准》第A1条"),
    ("period: {start: 2024, end: 2024}", "[{section: 健康教育}]", "“健康教育”项目"),
    (
        "standards: [{id: weisheng-xiangzhen-2010, cited: 甲}, {title: 乙, id: yi}]",
        "[B1, {ids: C1, standard: yi}]",
        "《甲》“健康教育”项目中第1条和《乙》第C1条",
    ),
]


@pytest.mark.parametrize(("standards", "clauses", "expected"), SENTENCES)
def test_clauses_are_named_in_a_sentence(standards: str, clauses: str, expected: str) -> None:
    assert duties(f"clauses: {clauses}", standards) == [
        f"正文 具体职责：负责落实{expected}创建任务。"
    ]


DUTIES = {
    "a sentence": ("duties: 负责宣传", ["正文 具体职责：负责宣传。"]),
    "a lead-in, clauses and a sentence": (
        "lead: 制定方案。\nclauses: [E1-E2]\nduties: 完成其他任务",
        [
            "正文 具体职责：制定方案，负责落实《标准》“病媒生物防制”项目中第1、2条创建任务，"
            "完成其他任务。"
        ],
    ),
    "items": (
        "duties: [做好宣传。, {title: 培训, text: 办班。}]",
        ["正文 具体职责：", "正文 1.做好宣传。", "三级标题 【2.培训。】办班。"],
    ),
    "the texts of clauses, numbered on": (
        "clauses: [{ids: E1-E2, print: texts}]\nduties: [做好宣传。]",
        ["正文 具体职责：", f"正文 1.{E1}", f"正文 2.{E2}", "正文 3.做好宣传。"],
    ),
    "sentence and texts": (
        "lead: 制定方案\nclauses: [{ids: E2, print: both}]\nduties: [做好宣传。]",
        [
            "正文 具体职责：",
            "正文 制定方案，负责落实《标准》“病媒生物防制”项目中第2条创建任务。",
            f"正文 1.{E2}",
            "正文 2.做好宣传。",
        ],
    ),
    "themes, each numbered anew": (
        """
        duties: [统筹协调。]
        blocks:
          - {label: 消杀, lead: 制定方案, clauses: [{ids: E2, print: texts}], duties: [消杀。]}
          - {label: 监测, duties: [布点。, 记录。]}
          - {label: 其他, duties: 负责其他}
        after: 以上工作按月调度。
        """,
        [
            "正文 具体职责：",
            "正文 1.统筹协调。",
            "正文 消杀：制定方案。",
            f"正文 1.{E2}",
            "正文 2.消杀。",
            "正文 监测：",
            "正文 1.布点。",
            "正文 2.记录。",
            "正文 其他：负责其他。",
            "正文 以上工作按月调度。",
        ],
    ),
}


@pytest.mark.parametrize("name", DUTIES)
def test_the_duties_of_a_group(name: str) -> None:
    group, expected = DUTIES[name]
    assert duties(group) == expected


def test_the_only_group_is_named_once_where_its_section_has_its_name() -> None:
    assert outline("""
        outline: [{heading: 抢险组, show: groups}]
        groups: [{name: 抢险组, text: 负责抢险。, roster: [{role: 组长, people: [韩大川]}]}]
    """) == ["一级标题 一、抢险组", "正文 负责抢险。", "名单 组长：韩大川"]


# Assignments

ASSIGNMENTS = {
    "a body in charge, several leads, no support": (
        "[{section: E, charge: 行业卫生组}, {clause: E1, lead: [甲局, 乙局], support: 丙局},"
        " {clause: E2, lead: 甲局}]",
        "texts",
        [
            "二级标题 （一）病媒生物防制",
            "正文 由行业卫生组总负责。",
            f"正文 1.{E1}（牵头单位：甲局、乙局；协助单位：丙局）",
            f"正文 2.{E2}（牵头单位：甲局）",
        ],
    ),
    "a single clause has no number": (
        "[{clause: E2, support: 甲局}]",
        "texts",
        ["二级标题 （一）病媒生物防制", f"正文 {E2}（协助单位：甲局）"],
    ),
    "numbers": (
        "[{clause: E1-E2, lead: 甲局}]",
        "numbers",
        [
            "二级标题 （一）病媒生物防制",
            "正文 1.《标准》第1条（牵头单位：甲局）",
            "正文 2.《标准》第2条（牵头单位：甲局）",
        ],
    ),
    "numbers and texts": (
        "[{clause: E2, lead: 甲局}]",
        "both",
        ["二级标题 （一）病媒生物防制", f"正文 《标准》第2条：{E2}（牵头单位：甲局）"],
    ),
    "own words stand once for several clauses": (
        "[{clause: E1-E2, text: 抓好防制, lead: 甲局}, {clause: E2, lead: 乙局}]",
        "texts",
        [
            "二级标题 （一）病媒生物防制",
            "正文 1.抓好防制。（牵头单位：甲局）",
            f"正文 2.{E2}（牵头单位：乙局）",
        ],
    ),
    "own words stand beside the numbers": (
        "[{clause: E1-E2, text: 抓好防制, lead: 甲局}]",
        "numbers",
        ["二级标题 （一）病媒生物防制", "正文 《标准》第1、2条：抓好防制。（牵头单位：甲局）"],
    ),
    "two bodies in charge": (
        "[{section: E, charge: 甲组}, {clause: E2, charge: 乙组}]",
        "texts",
        ["二级标题 （一）病媒生物防制", "正文 由甲组、乙组总负责。", f"正文 {E2}"],
    ),
    "a section that no catalogue has": (
        "[{section: 绿化, lead: 甲局, support: [乙局, 丙局]}]",
        "texts",
        ["二级标题 （一）绿化", "正文 牵头单位：甲局；协助单位：乙局、丙局。"],
    ),
    "tasks without a section": (
        "[{text: 清扫道路, lead: 甲局}, {text: 植树。, lead: 乙局}]",
        "texts",
        [
            "二级标题 【（一）清扫道路。】（牵头单位：甲局）",
            "二级标题 【（二）植树。】（牵头单位：乙局）",
        ],
    ),
    "a task without a section beside one that has one": (
        "[{section: 绿化, text: 植树, lead: 甲局}, {text: 清扫道路, lead: 乙局}]",
        "texts",
        [
            "正文 清扫道路。（牵头单位：乙局）",
            "二级标题 （一）绿化",
            "正文 植树。（牵头单位：甲局）",
        ],
    ),
}


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_assignments(name: str) -> None:
    assignments, print_as, expected = ASSIGNMENTS[name]
    found = outline(
        f"{STANDARD}\nassignments: {assignments}\n"
        f"outline: [{{heading: 责任分工, show: assignments, print: {print_as}}}]"
    )
    assert found == ["一级标题 一、责任分工", *expected]


# Rosters and organization


def roster(roles: str, wording: str = "{}") -> list[tuple[str, tuple[float, ...], float | None]]:
    """Text, spreads and left indent of the roster lines of the leading group."""
    spec = f"wording: {wording}\nleaders: {{name: 领导小组, roster: [{roles}]}}"
    return [
        (item.text, tuple(span.spread for span in item.spans), (item.indent or Indent()).left)
        for item in outline_blocks(context(spec))
        if item.role is Role.ROSTER
    ]


ROSTERS = {
    "labels are spread to the widest, names of two to three": (
        "{role: 组长, people: [{name: 沈维岳, posts: [县委书记]}, {name: 苏婷, posts: [县长]}]},"
        "{role: 副组长, people: [{name: 丁一, posts: [副县长, 公安局局长]}]}",
        [
            ("组长：沈维岳（县委书记）", (1, 0, 0, 0), 6),
            ("苏婷（县长）", (1, 0), 6),
            ("副组长：丁一（副县长、公安局局长）", (0, 0, 1, 0), 6),
        ],
    ),
    "names of two alone stay as they are": (
        "{role: 组长, people: [{name: 苏婷, posts: [县长]}]}",
        [("组长：苏婷（县长）", (0, 0, 0, 0), 5)],
    ),
    "a label of more than five stands out": (
        "{role: 第一常务副组长, people: [{name: 丁一一, posts: [副县长]}]},"
        "{role: 成员, people: [{name: 王二二, posts: [局长]}]}",
        [
            ("第一常务副组长：丁一一（副县长）", (0, 0, 0, 0), 10),
            ("成员：王二二（局长）", (0, 0, 0, 0), 5),
        ],
    ),
    "bare names share a line": (
        "{role: 副组长, people: [王一, 赵二二, 钱三]}",
        [("副组长：王一、赵二二、钱三", (0, 0, 0), 6)],
    ),
    "people, then units, classes and words": (
        "{role: 成员, people: [{name: 王五五, posts: [局长]}, 赵六], classes: [各乡镇长],"
        " units: [甲局, 乙局], text: 其他人员抽调}",
        [
            ("成员：王五五（局长）", (0, 0, 0, 0), 5),
            ("赵六", (0,), 5),
            ("甲局、乙局", (0,), 5),
            ("各乡镇长", (0,), 5),
            ("其他人员抽调。", (0,), 5),
        ],
    ),
    "units alone are a paragraph": (
        "{role: 成员单位, units: [甲局, 乙局]}",
        [("成员单位：甲局、乙局", (0, 0, 0), 0)],
    ),
    "words alone are a paragraph": (
        "{role: 成员, text: 由有关单位抽调}",
        [("成员：由有关单位抽调。", (0, 0, 0), 0)],
    ),
    "a role that nobody holds": ("{role: 组长}", [("组长：", (0, 0), 0)]),
    "masked names are not spread": (
        "{role: 组长, people: [{name: XX, posts: [县长]}, {name: 王二二, posts: [书记]}]}",
        [("组长：XX（县长）", (0, 0, 0, 0), 5), ("王二二（书记）", (0, 0), 5)],
    ),
}


@pytest.mark.parametrize("name", ROSTERS)
def test_a_roster(name: str) -> None:
    roles, expected = ROSTERS[name]
    assert roster(roles) == expected


def test_posts_may_follow_a_blank() -> None:
    found = roster("{role: 组长, people: [{name: 沈维岳, posts: [县委书记]}]}", "{posts: space}")
    assert [text for text, _, _ in found] == ["组长：沈维岳　县委书记"]


def test_the_lines_of_a_role_stay_on_one_page_with_its_label() -> None:
    people = "[{name: 沈维岳, posts: [县委书记]}, {name: 贺明川, posts: [县长]}]"
    spec = f"leaders: {{name: 领导小组, roster: [{{role: 组长, people: {people}}}]}}"
    lines = [item for item in outline_blocks(context(spec)) if item.role is Role.ROSTER]
    assert [line.keep_next for line in lines] == [True, False]


def test_the_organization_is_introduced_and_numbered() -> None:
    assert outline("""
        leaders:
          name: 青山县创卫领导小组
          short: 领导小组
          duties: 负责统筹
          roster: [{role: 组长, people: [李平]}]
          after: 人员变动的自然递补。
        offices:
          - {name: 创卫办公室, short: 创卫办, seat: 县卫健局, units: [甲局]}
          - {name: 督查办, numbered: 是}
          - {name: 专班, text: 另设专班。}
        groups:
          - {name: 宣传组, text: 宣传组设在县融媒体中心。, duties: 负责宣传}
        wording: {duties: 主要职责, units: 成员, roster: 人员组成如下}
        """) == [
        "一级标题 一、组织机构",
        "正文 成立青山县创卫领导小组（以下简称“领导小组”），负责统筹。人员组成如下：",
        "名单 组长：李平",
        "正文 人员变动的自然递补。",
        "正文 领导小组下设创卫办公室（以下简称“创卫办”），办公室设在县卫健局。",
        "名单 成员：甲局",
        "二级标题 （一）督查办",
        "正文 另设专班。",
        "二级标题 （二）宣传组",
        "正文 宣传组设在县融媒体中心。",
        "正文 主要职责：负责宣传。",
    ]
