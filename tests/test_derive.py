"""From a county's plan to its townships': what changes, what is asked for, what is left."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from plangen.config.model import preset
from plangen.derive import Derived, Kind
from plangen.derive.kind import completed
from plangen.derive.variant import word_of
from plangen.model.plan import Phase, Plan
from plangen.model.townships import Officer, Township
from plangen.pipeline import lint
from plangen.pipeline.by_hand import untouched
from plangen.pipeline.derive_files import open_work
from plangen.pipeline.deriving import Work, load_tables, read_county
from plangen.pipeline.load import load
from plangen.pipeline.spelled import spelled
from plangen.problem import Level, UserError
from plangen.source.places import texts
from plangen.text.dates import parse_date
from tests.tools.command import plangen
from tests.tools.specs import SPECS

COUNTY_FILE, TOWNS_FILE = SPECS / "xx-county.yaml", SPECS / "xx-townships.yaml"
OWN_TABLES = SPECS / "derive" / "xx-county.yaml"

COUNTY = """\
kind: plan
title: 青山县创建国家卫生县城国家卫生乡镇实施方案
locality: {name: 青山县, level: county, short: 我县, office: 县创卫办}
standards: [weisheng-xiangzhen-2010]
preamble: 为落实《青山县各乡镇卫生办法》，结合我县实际，制定本方案。
targets:
  - {text: 2024年6月底前，全县新建公共厕所30座。, by: 2024-06, indicators: [
      {name: 新建公共厕所, op: ">=", value: 30, unit: 座},
      {name: 满意率, op: ">=", value: 90, unit: "%"}]}
  - {text: 2024年12月底前，各项指标达到标准。, by: 2024-12}
leaders:
  name: 青山县创建国家卫生县城国家卫生乡镇工作领导小组
  roster:
    - role: 组长
      people: [{name: 周启明, posts: [县委书记]}, {name: 何川, posts: [县委副书记, 县长]}]
    - {role: 副组长, people: [{name: 邓蕾, posts: [副县长, 县公安局局长]}]}
    - {role: 成员, people: [{name: 温岚, posts: [县住建局局长]}]}
offices:
  - name: 县创卫办
    seat: 县爱卫办
    roster: [{role: 主任, people: [{name: 邓蕾, posts: [副县长]}]}]
    clauses: [A]
groups:
  - name: 健康教育组
    roster: [{role: 组长, people: [{name: 邓蕾, posts: [副县长]}]}]
    units: [县教育局, 县卫健局, 东桥村村委会]
    clauses: [B]
    duties: [组织东桥村试点。, 办好讲座。, 完成其他任务。]
  - name: 宣传发动组
    roster: [{role: 组长, people: [{name: 温岚, posts: [县委常委, 宣传部部长]}]}]
    units: [县委宣传部, 县教育局]
    duties: [办好宣传专栏。, 完成其他任务。]
  - {name: 县容县貌组, units: [县住建局], clauses: ["C,D,E,F,G,H,I"], duties: 县住建局整治县城}
phases:
  - name: 启动阶段
    start: 2024-01
    end: 2024-03
    text: 各乡镇报县爱卫办和县创卫办，分2个工作组报送。
  - name: 整治阶段
    start: 2024-04
    end: 2024-12
    text: 结合第36个爱国卫生月，2024年12月底前由健康教育组总结。
guarantees:
  - {title: 加强领导, text: 全县上下齐心协力。西桥村要带头。各乡镇要落实责任。}
notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号, to: [各乡镇人民政府], date: 2024-01-08}
"""
TOWN = """\
  - name: 石门镇
    type: 镇
    goal: 国家卫生乡镇
    year: 2024
    number: 石政发〔2024〕2号
    date: 2024-01-15
    villages: [东桥村]
    figures: [{name: 户数, value: 400, unit: 户}]
    leaders:
      - {name: 卫一, posts: [镇党委书记]}
      - {name: 卫二, posts: [镇党委副书记, 镇长]}
      - {name: 卫三, posts: [镇党委宣传委员], charge: [宣传教育组]}
      - {name: 卫四, posts: [副镇长], charge: [镇创卫办]}
      - {name: 卫五, posts: [镇村镇建设办公室主任]}
"""
OTHER = (
    TOWN.replace("石门镇", "云台街道")
    .replace("type: 镇", "type: 街道")
    .replace("[东桥村]", "[西桥村]")
    .replace("value: 400", "value: 800")
    .replace("镇党委", "街道党工委")
    .replace(" 镇长", " 街道办事处主任")
    .replace("副镇长", "街道办事处副主任")
    .replace("镇创卫办", "街道创卫办")
    .replace("镇村镇建设", "街道城市管理")
)
TABLES = "kind: derive\nextends: default\ntargets: [{like: 公共厕所, scale: 户数}]\n"


def at(text: str) -> str:
    """The first line of plangen's own tables with a text, as origins name it."""
    lines = (SPECS / "derive" / "default.yaml").read_text(encoding="utf-8").split("\n")
    return f"derive/default.yaml:{next(n for n, line in enumerate(lines, 1) if text in line)}"


def work(
    folder: Path, *, county: str = COUNTY, towns: str = TOWN + OTHER, tables: str = TABLES
) -> Work:
    (folder / "tables.yaml").write_text(tables, encoding="utf-8")
    config = preset("default")
    above = read_county(county.encode(), "county.yaml", config)
    raw = f"kind: townships\ntownships:\n{towns}".encode()
    found, problems, _ = open_work(above, raw, "towns.yaml", config, folder / "tables.yaml")
    assert problems == []
    assert found is not None
    return found


def derived(folder: Path, **given: str) -> Derived:
    found = work(folder, **given)
    return found.derive(found.townships[0])


def plan(folder: Path, **given: str) -> Plan:
    one = derived(folder, **given)
    assert said(one) == []
    return one.plan


def said(one: Derived) -> list[str]:
    return [f"{p.where.line} {p.message}" for p in (*one.problems, *one.left)]


# The example


@cache
def example() -> Work:
    config = preset("default")
    county = read_county(COUNTY_FILE.read_bytes(), str(COUNTY_FILE), config)
    found, problems, _ = open_work(county, TOWNS_FILE.read_bytes(), str(TOWNS_FILE), config)
    assert problems == []
    assert found is not None
    return found


NAMES = [town.name for town in example().townships]


def of(name: str) -> Derived:
    return next(example().derive(town) for town in example().townships if town.name == name)


def test_the_example_has_townships_of_every_type() -> None:
    assert {town.type for town in example().townships} == {"镇", "乡", "街道"}


@pytest.mark.parametrize("name", NAMES)
def test_a_township_of_the_example_passes_every_rule(name: str) -> None:
    one = of(name)
    assert said(one) == []
    assert [p.message for p in example().lint(one, f"{name}.yaml").problems] == []
    assert example().check(example().case(one)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_spec_that_is_written_is_the_plan_that_was_derived(name: str) -> None:
    one = of(name)
    assert load(example().text(one).encode(), "x.yaml").plan == one.plan


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_an_origin(name: str) -> None:
    one = of(name)
    values = [path for path, _ in texts(spelled(one.plan).data) if path != ("kind",)]
    assert len(values) > 200
    assert [path for path in values if one.origin(path) is None] == []


@pytest.mark.parametrize("name", NAMES)
def test_nobody_of_the_county_alone_is_in_a_roster(name: str) -> None:
    town = next(town for town in example().townships if town.name == name)
    plan = of(name).plan
    assert plan.leaders is not None
    rosters = [plan.leaders.roster, *(body.roster for body in plan.bodies)]
    named = {p.name for roster in rosters for role in roster for p in role.people}
    assert named <= {officer.name for officer in town.leaders}
    assert {o.name for o in town.leaders} == {
        p.name for role in plan.leaders.roster for p in role.people
    }


@pytest.mark.parametrize("name", NAMES)
def test_twelve_groups_are_five_and_each_clause_stays_assigned(name: str) -> None:
    case = example().case(of(name))
    assert len(example().county.case.plan.groups) == 12
    assert [group.name for group in case.plan.groups] == [
        "宣传教育组",
        "环境整治组",
        "公共卫生组",
        "村居卫生组",
        "督查考评组",
    ]
    place = "县城" if "县城" in case.plan.title else "乡镇"
    standard = next(iter(case.standards.values()))
    fit = [clause.id for clause in standard.clauses if place in clause.applies_to]
    assert [*case.coverage()[0].owners] != []
    assert set(case.coverage()[0].owners) == set(fit)


# What changes


def test_names_take_the_township_and_its_goal(tmp_path: Path) -> None:
    one = plan(tmp_path)
    assert one.leaders is not None
    assert one.title == "石门镇创建国家卫生乡镇实施方案"
    assert one.leaders.name == "石门镇创建国家卫生乡镇工作领导小组"
    assert (one.locality.level, one.locality.short, one.locality.office) == (
        "township",
        "我镇",
        "镇创卫办",
    )


def test_the_countys_plan_is_cited_with_its_number(tmp_path: Path) -> None:
    assert plan(tmp_path).preamble == (
        "为落实《青山县各乡镇卫生办法》，按照《青山县人民政府关于印发"
        "〈青山县创建国家卫生县城国家卫生乡镇实施方案〉的通知》（青政发〔2024〕1号）要求，"
        "结合我镇实际，制定本方案。"
    )


def test_a_plan_without_a_preamble_gives_one_that_is_a_sentence(tmp_path: Path) -> None:
    county = re.sub("^preamble: .*\n", "", COUNTY, flags=re.MULTILINE)
    assert plan(tmp_path, county=county).preamble == (
        "按照《青山县人民政府关于印发〈青山县创建国家卫生县城国家卫生乡镇实施方案〉的通知》"
        "（青政发〔2024〕1号）要求，结合我镇实际，制定本方案。"
    )


def test_nothing_is_derived_from_a_notice_without_its_plan() -> None:
    config = preset("default")
    notice = "notice: {issuer: 青山县人民政府, title: 关于开展检查的通知, body: 请开展检查。}"
    spec = f"kind: plan\ntitle: 检查\nlocality: {{name: 青山县, level: county}}\n{notice}\n"
    county = read_county(spec.encode(), "通知.yaml", config)
    with pytest.raises(UserError) as error:
        open_work(county, TOWNS_FILE.read_bytes(), str(TOWNS_FILE), config)
    assert str(error.value) == (
        "“通知.yaml”里没有方案的内容，不能由它推出乡镇的方案；给出通知的，要连同它印发的方案"
    )


def test_wording_changes_but_for_documents_and_the_countys_own_offices(tmp_path: Path) -> None:
    first, second = plan(tmp_path).phases
    assert first.text == "各村报县爱卫办和镇创卫办，分2个工作组报送。"
    assert second.text == "结合第36个爱国卫生月，2024年12月21日前由宣传教育组总结。"


def test_a_sentence_on_another_townships_village_goes(tmp_path: Path) -> None:
    found = work(tmp_path)
    one, other = (found.derive(town).plan for town in found.townships)
    assert one.guarantees[0].text == "全镇上下齐心协力。各村要落实责任。"
    assert other.guarantees[0].text == "全街道上下齐心协力。西桥村要带头。各村要落实责任。"


def test_people_sit_by_the_posts_of_the_county(tmp_path: Path) -> None:
    leaders = plan(tmp_path).leaders
    assert leaders is not None
    assert [(role.role, [p.name for p in role.people]) for role in leaders.roster] == [
        ("组长", ["卫一", "卫二"]),
        ("副组长", ["卫四"]),
        ("成员", ["卫三", "卫五"]),
    ]
    assert leaders.roster[-1].classes == ("各村党组织书记",)


def test_merged_groups_keep_units_duties_and_clauses_of_each(tmp_path: Path) -> None:
    group = plan(tmp_path).groups[0]
    assert (group.name, group.units) == (
        "宣传教育组",
        ("镇中心学校", "镇社会事务办公室", "东桥村村委会", "镇文化服务中心"),
    )
    assert [
        (
            block.label,
            [ref.ids for ref in block.clauses],
            [d if isinstance(d, str) else d.text for d in block.duties],
        )
        for block in group.blocks
    ] == [
        ("健康教育", ["B"], ["组织东桥村试点。", "办好讲座。"]),
        ("宣传发动", [], ["办好宣传专栏。", "完成其他任务。"]),
    ]


def test_a_unit_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    group = plan(tmp_path).groups[1]
    assert (group.name, group.units, group.duties) == (
        "环境整治组",
        ("镇村镇建设办公室",),
        "镇村镇建设办公室整治集镇",
    )


def test_clauses_for_county_towns_alone_are_left_out_and_said_to_be(tmp_path: Path) -> None:
    one = plan(tmp_path)
    assert [ref.ids for ref in one.offices[0].clauses] == ["A1-A3,A5"]
    (exclusion,) = one.standards[0].exclude
    assert (exclusion.clauses[0].ids, exclusion.reason) == ("A4,C4,E3,F8", "只适用于县城")


def test_a_county_town_has_the_clauses_for_county_towns(tmp_path: Path) -> None:
    one = plan(tmp_path, towns=TOWN.replace("goal: 国家卫生乡镇", "goal: 国家卫生县城") + OTHER)
    assert [ref.ids for ref in one.offices[0].clauses] == ["A"]
    assert one.standards[0].exclude == ()


def test_phases_stay_inside_the_countys_with_a_lead(tmp_path: Path) -> None:
    found = [(str(phase.start), str(phase.end)) for phase in plan(tmp_path).phases]
    assert found == [
        ("2024年1月15日", "2024年3月31日"),
        ("2024年4月1日", "2024年12月21日"),
    ]


def test_without_a_lead_the_phases_are_the_countys(tmp_path: Path) -> None:
    one = plan(tmp_path, tables=TABLES + "phases: {lead: 0}\n")
    assert [(str(p.start), str(p.end)) for p in one.phases] == [
        ("2024年1月", "2024年3月"),
        ("2024年4月", "2024年12月"),
    ]


def test_a_number_is_shared_out_and_a_rate_is_not(tmp_path: Path) -> None:
    first, second = plan(tmp_path).targets
    assert first.text == "2024年6月底前，全镇新建公共厕所10座。"
    assert [(one.name, one.value) for one in first.indicators] == [
        ("新建公共厕所", "10"),
        ("满意率", "90"),
    ]
    assert (second.text, str(second.by)) == (
        "2024年12月21日前，各项指标达到标准。",
        "2024年12月21日",
    )


WHOLE = """\
  - {text: 2024年10月底前，全县改厕1000户，建管网30公里；各村清运垃圾50吨，普及率达到90%。}
  - {text: 每户补助2000元，共200万元。}
"""


def test_an_amount_of_the_whole_county_is_told_for_each_township(tmp_path: Path) -> None:
    county = COUNTY.replace("leaders:\n", f"{WHOLE}leaders:\n", 1)
    mine = "    wording: [{source: 改厕1000户, to: 改厕60户}]\n"
    found = work(tmp_path, county=county, towns=TOWN + OTHER + mine)
    first, second = (found.derive(town) for town in found.townships)
    assert (first.sound, second.sound) == (True, True)
    told = [(p.rule, p.level, p.where.line, p.quote) for p in first.left]
    assert told == [
        ("derive-whole", Level.WARNING, 11, "1000户"),
        ("derive-whole", Level.WARNING, 11, "30公里"),
        ("derive-whole", Level.WARNING, 12, "200万元"),
    ]
    assert first.left[0].message == (
        "“全县改厕1000户”是全县的数，“1000户”照抄到了石门镇的方案里；要分解的，在县方案的这个目标里"
        "写上指标（indicators），对照表的 targets 里加一行 scale（按比例）；否则在乡镇名单的 "
        "targets（目标）、wording（改写）里写本乡镇的"
    )
    assert [p.quote for p in second.left] == ["30公里", "200万元"]
    own = TOWN + "    targets: [{text: 建管网30公里。}]\n"
    (alone,) = work(tmp_path, county=county, towns=own).townships
    assert found.derive(alone).left == ()


def test_a_figure_that_nothing_uses_is_told(tmp_path: Path) -> None:
    towns = TOWN.replace("unit: 户}]", "unit: 户}, {name: 人口, value: 900}]")
    one = derived(tmp_path, towns=towns + OTHER)
    assert one.sound
    assert said(one) == [
        "10 石门镇的 figures（数据）“人口”没有用到：对照表没有按它分解的指标，"
        "也没有用它的文字，县方案没有同名的指标；不用的删去"
    ]
    tables = f"{TABLES}wording: [{{county: 齐心协力, town: '{{人口}}人齐心协力'}}]\n"
    assert said(derived(tmp_path, towns=towns + OTHER, tables=tables)) == []


def test_a_townships_own_figure_is_its_indicator(tmp_path: Path) -> None:
    figures = "figures: [{name: 户数, value: 400}, {name: 满意率, value: 95}]"
    one = plan(
        tmp_path, towns=TOWN.replace("figures: [{name: 户数, value: 400, unit: 户}]", figures)
    )
    assert one.targets[0].indicators[1].value == "95"


def test_own_targets_take_the_place_of_the_countys(tmp_path: Path) -> None:
    one = plan(tmp_path, towns=TOWN + "    targets: [{text: 年底前达标。}]\n")
    assert [target.text for target in one.targets] == ["年底前达标。"]


def test_own_wording_comes_last(tmp_path: Path) -> None:
    mine = "    wording: [{source: 全镇上下, to: 石门上下}]\n"
    assert plan(tmp_path, towns=TOWN + mine).guarantees[0].text.startswith("石门上下齐心协力。")


def test_a_street_has_its_own_posts_and_issuer(tmp_path: Path) -> None:
    found = work(tmp_path)
    one = found.derive(found.townships[1]).plan
    assert one.notice is not None
    assert one.leaders is not None
    assert one.notice.issuer == ("云台街道办事处",)
    assert one.leaders.roster[0].people[1].posts == ("街道党工委副书记", "街道办事处主任")


def test_a_district_is_mapped_by_the_same_lines(tmp_path: Path) -> None:
    county = COUNTY.replace("青山县", "青山区").replace("level: county", "level: district")
    county = county.replace("县创卫办", "区创卫办").replace("我县", "我区").replace("全县", "全区")
    for name in ("教育局", "卫健局", "住建局", "爱卫办", "委宣传部", "公安局"):
        county = county.replace(f"县{name}", f"区{name}")
    for post in ("委书记", "委副书记", "长]", "委常委"):
        county = county.replace(f"县{post}", f"区{post}")
    one = plan(tmp_path, county=county.replace("副县长", "副区长").replace("县容县貌", "区容区貌"))
    assert one.groups[0].units[:2] == ("镇中心学校", "镇社会事务办公室")
    assert one.leaders is not None
    assert one.leaders.roster[0].people[0].name == "卫一"


def test_a_calendar_moves_the_phases_and_the_years_in_the_texts(tmp_path: Path) -> None:
    found = work(tmp_path)
    dates = [parse_date(text) for text in ("2026-01", "2026-03", "2026-04", "2026-12")]
    phases = [
        Phase(name="启动阶段", start=dates[0], end=dates[1]),
        Phase(name="迎检阶段", start=dates[2], end=dates[3], text="我县迎接评审。"),
    ]
    one = found.derivation.township(found.townships[0], phases).plan
    assert [(p.name, str(p.start), str(p.end), p.text) for p in one.phases] == [
        ("启动阶段", "2026年1月", "2026年3月", "各村报县爱卫办和镇创卫办，分2个工作组报送。"),
        ("迎检阶段", "2026年4月", "2026年12月", "我镇迎接评审。"),
    ]
    assert one.targets[0].text == "2026年6月底前，全镇新建公共厕所10座。"


def test_the_years_in_a_calendars_own_texts_stay(tmp_path: Path) -> None:
    found = work(tmp_path, towns=TOWN)
    text = "2022年下半年，全县自查。"
    phase = Phase(name="自查", start=parse_date("2022-07"), end=parse_date("2022-12"), text=text)
    one = found.derivation.township(found.townships[0], (phase,)).plan
    assert [p.text for p in one.phases] == ["2022年下半年，全镇自查。"]
    assert one.targets[0].text.startswith("2022年6月底前")


CALENDAR = (
    Phase(name="启动阶段", start=parse_date("2025"), end=parse_date("2025")),
    Phase(name="整治阶段", start=parse_date("2026-01"), end=parse_date("2026-09")),
    Phase(name="迎检阶段", start=parse_date("2026-10"), end=parse_date("2026-12")),
)


def test_a_text_tells_the_span_and_the_number_of_the_calendars_phases(tmp_path: Path) -> None:
    said = "closing: 工作自2024年1月开始，至2024年12月底结束，分两个阶段进行。"
    found = work(tmp_path, county=f"{COUNTY}{said}\n")
    town = found.townships[0]
    assert found.derivation.township(town, CALENDAR).plan.closing == (
        "工作自2025年开始，至2026年12月底结束，分三个阶段进行。"
    )
    assert found.derivation.township(town).plan.closing.startswith("工作自2024年1月开始")


def test_an_abbreviation_is_defined_where_the_plan_uses_it(tmp_path: Path) -> None:
    """县创卫办 is spoken of in a phase that a calendar without text hasn't got."""
    county = COUNTY.replace("office: 县创卫办", "office: 县爱卫办").replace(
        "- name: 县创卫办\n", "- name: 县创卫工作领导小组办公室\n    short: 县创卫办\n"
    )
    county = county.replace("办好讲座。", "整治小旅馆（以下简称“小行业”）。")
    found = work(tmp_path, county=county)
    town = found.townships[0]
    shorts = []
    for calendar in ((), (CALENDAR[2],)):
        one = found.derivation.township(town, calendar).plan
        shorts.append((one.offices[0].short, "小旅馆" in repr(one), "小行业" in repr(one)))
    assert shorts == [("镇创卫办", True, False), ("", True, False)]


def test_what_a_township_says_of_itself_may_use_an_abbreviation(tmp_path: Path) -> None:
    county = COUNTY.replace("办好讲座。", "整治小旅馆（以下简称“小行业”）。")
    target = "    targets: [{text: 2024年12月底前，小行业达标。, by: 2024-12}]\n"
    found = work(tmp_path, county=county, towns=f"{TOWN}{target}")
    one = found.derivation.township(found.townships[0]).plan
    assert "（以下简称“小行业”）" in repr(one.groups)


def test_units_of_places_that_the_list_has_not_got_are_no_townships_units(tmp_path: Path) -> None:
    county = COUNTY.replace(
        "[县委宣传部, 县教育局]",
        "[县委宣传部, 县教育局, 西岭镇, 各乡镇, 河湾村村委会, 文昌社区居民委员会, 东桥村村委会]",
    ).replace("办好宣传专栏。", "办好宣传专栏。, 河湾村率先整治。, 东桥村率先宣传。")
    found = work(tmp_path, county=county, towns=TOWN)
    one = found.derivation.township(found.townships[0])
    assert one.left == ()
    (group,) = (body for body in one.plan.groups if "宣传" in body.name)
    places = [unit for unit in group.units if unit[-1] in "镇会" or "村" in unit]
    duties = [str(duty) for block in group.themes for duty in block.duties]
    assert places == ["东桥村村委会", "各村"]
    assert ["河湾村" in text for text in duties if "率先" in text] == [False]


def without_standard() -> str:
    """The county's plan without a standard and its clauses."""
    text = COUNTY.replace("standards: [weisheng-xiangzhen-2010]\n", "")
    return re.sub(r"    clauses: \[.\]\n|, clauses: \[[^]]+\]", "", text)


# The county's groups are none of those that 卫生 plans have: they stay as they are.
WITHOUT_GOAL = TOWN.replace("    goal: 国家卫生乡镇\n", "").replace("宣传教育组", "健康教育组")


def test_without_a_standard_there_is_no_office_of_health_and_no_goal_to_be_named(
    tmp_path: Path,
) -> None:
    one = plan(tmp_path, county=without_standard(), towns=WITHOUT_GOAL)
    assert one.notice
    assert one.notice.copy_to == ("镇党委", "镇人大")
    assert [group.name for group in one.groups] == ["健康教育组", "宣传发动组", "镇容镇貌组"]
    without = derived(tmp_path, towns=TOWN.replace("    goal: 国家卫生乡镇\n", ""))
    assert said(without) == [
        "3 石门镇缺少 goal（创建目标）；"
        "对照表里有：国家卫生乡镇、国家卫生县城、省级卫生乡镇、国家卫生城市"
    ]


def test_a_line_for_a_standard_holds_for_plans_with_it(tmp_path: Path) -> None:
    line = "{county: 齐心协力, town: 同心协力, standard: %s}"
    texts = [
        plan(tmp_path, tables=f"{TABLES}wording: [{line % standard}]\n").guarantees[0].text[:8]
        for standard in ("weisheng", "wenming")
    ]
    assert texts == ["全镇上下同心协力", "全镇上下齐心协力"]


def test_an_empty_list_of_a_table_says_that_there_is_none(tmp_path: Path) -> None:
    tables = f"{TABLES}notice: {{copy_to: []}}\nleaders: {{classes: []}}\n"
    one = plan(tmp_path, tables=tables)
    assert one.notice
    assert one.leaders
    assert (one.notice.copy_to, one.notice.to) == ((), ("各村民委员会", "镇直各单位"))
    assert one.leaders.roster[-1].classes == ()


def test_nobody_who_ranks_above_the_head_is_a_mere_member(tmp_path: Path) -> None:
    county = COUNTY.replace("{name: 周启明, posts: [县委书记]}, ", "")
    one = derived(tmp_path, county=county)
    assert one.sound
    assert said(one) == [
        "12 石门镇的镇党委书记卫一没有排进领导小组：县里的名单没有对应的职务，"
        "作一般成员又排在组长之前；要排进去的，在推出的方案里写上，"
        "或在对照表的 posts（职务）里加一行"
    ]
    assert one.plan.leaders
    names = [[person.name for person in role.people] for role in one.plan.leaders.roster]
    assert names == [["卫二"], ["卫四"], ["卫三", "卫五"]]


def test_a_unit_whose_head_is_a_member_is_no_member_besides(tmp_path: Path) -> None:
    county = COUNTY.replace(
        "{role: 成员, people: [{name: 温岚, posts: [县住建局局长]}]}",
        "{role: 成员, units: [县教育局, 县住建局, 县财政局]}",
    )
    one = derived(tmp_path, county=county)
    assert one.plan.leaders
    last = one.plan.leaders.roster[-1]
    assert last.units == ("镇中心学校", "镇财政所")
    assert [person.name for person in last.people] == ["卫三", "卫五"]
    second = one.origin(("leaders", "roster", 2, "units", 1))
    assert second is not None
    assert second.lines[0].endswith("“县财政局”改“镇财政所”")


def issuer(folder: Path, name: str, more: str = "") -> tuple[str, ...]:
    street = OTHER.replace("云台街道", name).replace("[西桥村]", "[西桥村]\n    " + more)
    found = work(folder, towns=street)
    one = found.derive(found.townships[0])
    assert said(one) == []
    assert one.plan.notice
    return one.plan.notice.issuer


def test_a_name_that_ends_in_its_office_is_the_office(tmp_path: Path) -> None:
    assert issuer(tmp_path, "城关街道办事处") == ("城关街道办事处",)
    assert issuer(tmp_path, "城关办事处") == ("城关办事处",)
    assert issuer(tmp_path, "城关街道") == ("城关街道办事处",)


def test_what_is_no_township_by_its_name_says_who_issues_and_what_it_calls_itself(
    tmp_path: Path,
) -> None:
    farm = TOWN.replace("石门镇", "红岭农场")
    assert said(derived(tmp_path, towns=farm)) == [
        "3 “红岭农场”的名称不以镇、乡、苏木、街道、办事处结尾，不知道由什么机关发文；"
        "在 issuer（发文机关）里写上，自称写在 short（自称）里"
    ]
    own = "    issuer: 红岭农场管理委员会\n    short: 我场\n"
    one = plan(tmp_path, towns=farm + own)
    assert one.notice
    assert one.notice.issuer == ("红岭农场管理委员会",)
    assert one.locality.short == "我场"
    assert "结合我场实际" in one.preamble
    assert one.targets[0].text == "2024年6月底前，全场新建公共厕所30座。"


def test_a_farm_whose_posts_are_a_farms_has_units_of_a_farm(tmp_path: Path) -> None:
    farm = TOWN.replace("石门镇", "红岭农场").replace("[镇", "[场").replace(", 镇", ", 场")
    farm = farm.replace("副镇长", "副场长")
    own = "    issuer: 红岭农场管理委员会\n    short: 我场\n"
    one = plan(tmp_path, towns=farm + own)
    said_of_all = "".join(text for _, text in texts(spelled(one).data))
    assert re.findall("[^乡村集]镇.{2}|^镇.{2}", said_of_all) == []
    assert set(re.findall("副?场(?:长|党委|创卫办|村镇)", said_of_all)) == {
        "副场长",
        "场长",
        "场党委",
        "场创卫办",
        "场村镇",
    }


BARE = re.sub("    (?:type|year): .*\n", "", TOWN)


@pytest.mark.parametrize(
    ("name", "post", "told"),
    [
        ("石门镇", "镇", ("镇", "")),
        ("竹溪乡", "乡", ("乡", "")),
        ("罕山苏木", "苏木", ("乡", "我苏木")),
        ("云台街道", "街道", ("街道", "")),
        ("城关办事处", "街道", ("街道", "")),
        ("红岭农场", "乡", ("乡", "")),
        ("红岭农场", "场", ("", "")),
        ("高新区", "管委会", ("", "")),
    ],
)
def test_what_a_township_is_is_seen_in_its_name_or_its_posts(
    name: str, post: str, told: tuple[str, str]
) -> None:
    officers = (
        Officer(name="卫一", posts=(f"{post}党委书记",)),
        Officer(name="卫二", posts=(f"副{post}长",)),
    )
    found = completed(Township(name=name, leaders=officers))
    assert (found.type, found.short) == told


def test_a_farm_that_is_called_after_itself_needs_no_type() -> None:
    head = Officer(name="卫一", posts=("场党委书记",))
    farm = Township(name="红岭农场", leaders=(head,), short="我场")
    assert (completed(farm).type, word_of(completed(farm))) == ("镇", "场")


def test_neither_type_nor_year_need_be_said(tmp_path: Path) -> None:
    assert plan(tmp_path, towns=BARE + OTHER) == plan(tmp_path)
    towns = re.sub("    goal: .*\n", "", BARE).replace("宣传教育组", "健康教育组")
    assert plan(tmp_path, county=without_standard(), towns=towns) == plan(
        tmp_path, county=without_standard(), towns=WITHOUT_GOAL
    )


def test_the_year_of_a_table_is_that_in_which_the_county_ends(tmp_path: Path) -> None:
    tables = f"{TABLES}wording: [{{county: 带头, town: '在{{年}}年带头'}}]\n"
    [one] = plan(tmp_path, towns=BARE, tables=tables).guarantees
    assert "西桥村要在2024年带头。" in one.text
    county = COUNTY[: COUNTY.index("phases:")] + COUNTY[COUNTY.index("guarantees:") :]
    assert said(derived(tmp_path, county=county, towns=BARE, tables=tables)) == [
        "3 石门镇缺少 year（目标年份），对照表要用，县方案也没有止期"
    ]


def test_a_township_of_which_nothing_shows_what_it_is_is_asked(tmp_path: Path) -> None:
    towns = BARE.replace("石门镇", "红岭农场").replace("[镇", "[场").replace(", 镇", ", 场")
    assert said(derived(tmp_path, towns=towns)) == [
        "3 红岭农场的名称和职务看不出是镇、乡还是街道；在 type（建制）里写上"
    ]


def test_the_head_of_a_banners_township_is_its_own(tmp_path: Path) -> None:
    banner = TOWN.replace("石门镇", "罕山苏木").replace("[镇", "[苏木").replace(", 镇", ", 苏木")
    banner = banner.replace("副镇长", "副苏木达").replace("苏木长", "苏木达")
    one = plan(tmp_path, towns=banner + "    short: 我苏木\n")
    said_of_all = "".join(text for _, text in texts(spelled(one).data))
    assert set(re.findall("副?苏木[长达]", said_of_all)) == {"苏木达", "副苏木达"}


def test_further_parties_of_an_assignment_become_the_townships_units(tmp_path: Path) -> None:
    also = "[{label: 配合单位, units: [县财政局]}]"
    given = f"lead: 县公安局, lead_label: 责任单位, support: 县民政局, also: {also}"
    county = f"{COUNTY}assignments: [{{text: 清理街巷。, {given}}}]\n"
    [one] = derived(tmp_path, county=county).plan.assignments
    assert (one.lead, one.lead_label, one.support) == (
        ("镇派出所",),
        "责任单位",
        ("镇社会事务办公室",),
    )
    assert [(party.label, party.units) for party in one.also] == [("配合单位", ("镇财政所",))]


# What is asked for

ASKED = [
    (
        "[镇村镇建设办公室主任]",
        "[镇村镇建设办公室主任], charge: [宣教组]",
        "16 卫五分管的“宣教组”不是本方案的工作组；工作组有宣传教育组、环境整治组",
    ),
    (
        "    number: 石政发〔2024〕2号\n",
        "",
        "3 石门镇的通知缺少发文字号；在 number（发文字号）里写上",
    ),
    ("    date: 2024-01-15\n", "", "3 石门镇的通知缺少成文日期；在 date（成文日期）里写上"),
    (
        "      - {name: 卫一, posts: [镇党委书记]}\n",
        "",
        "12 石门镇的 leaders（领导）里没有镇党委书记，而组长要由他担任"
        f"（县里是县委书记，{at('county: 县委书记')}）；加上这个人，或改对照表",
    ),
    (
        "[副镇长], charge: [镇创卫办]}\n",
        "[副镇长]}\n      - {name: 卫六, posts: [副镇长]}\n",
        "12 石门镇“镇创卫办”的主任可由2人担任：卫四、卫六，没有写谁分管；"
        "在其中一人的 charge（分管）里写上“镇创卫办”",
    ),
    (
        "[{name: 户数, value: 400, unit: 户}]",
        "[]",
        "3 “新建公共厕所”按户数分解（derive/tables.yaml:3），石门镇没有写户数；"
        "在 figures（数据）里加 {name: 户数, value: …}",
    ),
    (
        "goal: 国家卫生乡镇",
        "goal: 国家卫生村",
        "5 石门镇的创建目标“国家卫生村”对照表里没有；"
        "现有：国家卫生乡镇、国家卫生县城、省级卫生乡镇、国家卫生城市",
    ),
    (
        "year: 2024",
        "year: 2025",
        "6 石门镇的目标年份2025年晚于县方案（止于2024年）；"
        "在 targets（目标）里写上本乡镇在方案期内的目标",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), ASKED)
def test_what_is_missing_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in TOWN
    found = said(derived(tmp_path, towns=TOWN.replace(old, new) + OTHER))
    assert found == [message]


def test_what_no_line_covers_is_named_at_its_place_in_the_county(tmp_path: Path) -> None:
    county = COUNTY.replace("办好讲座。", "请县气象局办好讲座。")
    assert said(derived(tmp_path, county=county)) == [
        "28 “县气象局办好讲座”（请县气象局办好讲座。）没有对照，会留在乡镇的方案里；"
        "在对照表的 wording（改写）里加一行，确属县里的加在 keep（不改）里"
    ]


def test_a_group_that_is_dropped_must_not_take_its_clauses_along(tmp_path: Path) -> None:
    tables = TABLES + "groups: [{like: 健康教育}, {name: 综合组, like: 组}]\n"
    assert said(derived(tmp_path, tables=tables))[-1].endswith(
        "“健康教育组”不设（derive/tables.yaml:4），它的条款没有组承担；把它并入别的组"
    )


def test_a_slot_that_a_township_cant_fill_is_asked_for(tmp_path: Path) -> None:
    tables = TABLES + "wording: [{county: 齐心协力, town: '{人口}齐心协力'}]\n"
    assert said(derived(tmp_path, tables=tables)) == [
        "3 石门镇没有“人口”这项数据，对照表要用；在 figures（数据）里加 人口"
    ]


def test_a_township_twice_is_one_too_many() -> None:
    config = preset("default")
    county = read_county(COUNTY.encode(), "county.yaml", config)
    raw = f"kind: townships\ntownships:\n{TOWN}{TOWN}".encode()
    _, problems, _ = open_work(county, raw, "towns.yaml", config)
    assert [(p.where.line, p.message) for p in problems] == [(17, "“石门镇”写了两次，只留一个")]


# Where it comes from


def test_a_value_says_where_it_comes_from(tmp_path: Path) -> None:
    one = derived(tmp_path)
    asked = [
        ("leaders", "name"),
        ("standards", 0, "id"),
        ("phases", 1, "end"),
        ("notice", "number"),
        ("offices", 0, "clauses", 0, "ids"),
        ("targets", 0, "indicators", 0, "value"),
    ]
    assert [o.kind for path in asked if (o := one.origin(path))] == [
        Kind.MAPPED,
        Kind.COPIED,
        Kind.COMPUTED,
        Kind.OWN,
        Kind.COMPUTED,
        Kind.COMPUTED,
    ]


def test_the_lines_that_changed_a_value_are_named(tmp_path: Path) -> None:
    origin = derived(tmp_path).origin(("groups", 1, "units", 0))
    assert origin is not None
    assert origin.lines == (f"{at('county: 县住房城乡建设局')} “县住建局”改“镇村镇建设办公室”",)


def test_only_the_first_of_several_deputies_stands_above_the_others(tmp_path: Path) -> None:
    county = COUNTY.replace(
        "    - {role: 副组长,",
        "    - {role: 常务副组长, people: [{name: 林远, posts: [县委常委, 常务副县长]}]}\n"
        "    - {role: 副组长,",
    )
    towns = TOWN.replace("- {name: 卫四", "- {name: 卫六, posts: [副镇长]}\n      - {name: 卫四")
    leaders = plan(tmp_path, county=county, towns=towns).leaders
    assert leaders
    assert [(role.role, [one.name for one in role.people]) for role in leaders.roster] == [
        ("组长", ["卫一", "卫二"]),
        ("常务副组长", ["卫六"]),
        ("副组长", ["卫四"]),
        ("成员", ["卫三", "卫五"]),
    ]


# The county's name, and tables


def test_units_that_bear_the_countys_name_become_the_townships(tmp_path: Path) -> None:
    text = "由青山县住建局牵头，报青山县人民政府、青山县委、县政府，青山县开创工作新局面。"
    one = plan(tmp_path, county=COUNTY.replace("全县上下齐心协力。", text))
    assert one.guarantees[0].text.startswith(
        "由镇村镇建设办公室牵头，报石门镇人民政府、青山县委、县政府，石门镇开创工作新局面。"
    )


def test_a_unit_with_the_countys_name_is_no_unit_of_a_townships_name(tmp_path: Path) -> None:
    county = COUNTY.replace("东桥村村委会]", "青山县气象局]").replace("全县上下", "青山县法院")
    assert [message.partition("）")[0] for message in said(derived(tmp_path, county=county))] == [
        "26 “县气象局”（青山县气象局",
        "44 “县法院齐心协力”（青山县法院齐心协力。",
    ]


ROWS = """\
annexes:
  - title: 隐患台账
    table:
      head: [序号, 所在乡镇, 点位, 责任单位]
      rows:
        - ["1", 云台街道, 加油站, 县应急管理局]
        - ["2", 石门镇, 粮站, 县应急管理局]
        - ["3", 各乡镇, 学校, 县教育局]
  - {title: 点位表, table: {head: [点位, 乡镇], rows: [[加油站, 云台街道]]}}
  - {title: 云台街道任务清单, text: 整治沿街店铺。}
"""


def test_rows_of_other_townships_are_left_out(tmp_path: Path) -> None:
    one = plan(tmp_path, county=COUNTY + ROWS)
    assert [(annex.title, annex.table and annex.table.rows) for annex in one.annexes] == [
        (
            "隐患台账",
            (
                ("1", "石门镇", "粮站", "镇应急管理办公室"),
                ("2", "各村", "学校", "镇中心学校"),
            ),
        )
    ]


# The tables


@pytest.mark.parametrize("path", [None, OWN_TABLES])
def test_the_tables_of_plangen_are_sound(path: Path | None) -> None:
    tables = load_tables(path)
    assert [f.name for f in fields(tables) if not getattr(tables, f.name)] in (
        ["extends", "duties"],
        [],
    )


def test_own_lines_come_before_those_they_extend(tmp_path: Path) -> None:
    tables = TABLES + "units: [{county: 县教育局, town: '{级}教育办'}]\n"
    assert plan(tmp_path, tables=tables).groups[0].units[0] == "镇教育办"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: derive\nkeep: ['县(']\n", "tables.yaml:2：“县(”不是正则表达式"),
        ("kind: plan\ntitle: 甲方案\nlocality: {name: 甲县, level: county}\n", "不是对照表"),
        ("kind: derive\nunits: [{county: 县局, twon: 站}]\n", "tables.yaml:2：没有“twon”这个键"),
        ("kind: derive\nextends: tables.yaml\n", "绕成了圈"),
    ],
)
def test_tables_that_cant_be_used_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "tables.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        load_tables(path)
    assert message in str(error.value)


# The command line

FILES = ["石门镇.yaml", "云台街道.yaml"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("county.yaml").write_text(COUNTY, encoding="utf-8")
    Path("tables.yaml").write_text(TABLES, encoding="utf-8")
    towns = f"kind: townships\ntables: tables.yaml\ntownships:\n{TOWN}{OTHER}"
    Path("towns.yaml").write_text(towns, encoding="utf-8")
    Path(".plangen.yaml").write_text("select: [clause-uncovered]\n", encoding="utf-8")
    return tmp_path


def test_derive_writes_a_spec_and_documents_for_each(folder: Path) -> None:
    found = plangen("derive", "county.yaml", "towns.yaml", "-o", "out", "--render")
    assert (found.code, found.err) == (0, "2 个乡镇推出，0 个没有\n")
    kinds = ("-通知.docx", "-实施方案.docx", "-印发稿.docx")
    every = [
        f"out/{name.removesuffix('.yaml')}{end}" for name in FILES for end in (".yaml", *kinds)
    ]
    assert found.out.split() == every
    assert all((folder / name).is_file() for name in every)
    again = plangen("derive", "county.yaml", "towns.yaml", "-o", "out", "--render")
    assert again.out.split() == [f"{name}（没有变化）" for name in every]


def test_a_file_changed_by_hand_is_not_overwritten(folder: Path) -> None:
    plangen("derive", "county.yaml", "towns.yaml", "-o", "out")
    path = folder / "out" / FILES[0]
    text = path.read_text(encoding="utf-8")
    assert untouched(text)
    path.write_text(text.replace("齐心协力", "同心协力"), encoding="utf-8")
    found = plangen("derive", "county.yaml", "towns.yaml", "-o", "out")
    assert found.code == 1
    assert found.err == (
        "out/石门镇.yaml：手工改过，没有覆盖；要覆盖用 --force\n1 个乡镇推出，1 个没有\n"
    )
    assert "同心协力" in path.read_text(encoding="utf-8")
    assert plangen("derive", "county.yaml", "towns.yaml", "-o", "out", "--force").code == 0
    assert path.read_text(encoding="utf-8") == text


def test_a_township_with_gaps_is_told_and_the_others_go_on(folder: Path) -> None:
    path = folder / "towns.yaml"
    lacking = path.read_text(encoding="utf-8").replace("    number: 石政发〔2024〕2号\n", "", 1)
    path.write_text(lacking, encoding="utf-8")
    found = plangen("derive", "county.yaml", "towns.yaml", "-o", "out")
    assert (found.code, found.out) == (1, "out/云台街道.yaml\n")
    assert found.err.startswith("towns.yaml:4:5: 错误 derive-missing：石门镇的通知缺少发文字号")
    assert found.err.endswith("石门镇：缺 1 处，没有推出\n1 个乡镇推出，1 个没有\n")


def test_a_township_that_is_written_wrongly_is_told_and_the_others_go_on(folder: Path) -> None:
    path = folder / "towns.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("type: 镇", "typ: 镇", 1), encoding="utf-8")
    found = plangen("derive", "county.yaml", "towns.yaml", "-o", "out")
    assert (found.code, found.out) == (1, "out/云台街道.yaml\n")
    assert found.err.startswith(
        "towns.yaml:5:5: 错误 spec-key-unknown：没有“typ”这个键，是不是“type”（建制）？"
    )
    assert found.err.endswith("石门镇：名单里有 1 处写错，没有推出\n1 个乡镇推出，1 个没有\n")
    alone = plangen("derive", "county.yaml", "towns.yaml", "-o", "out", "--only", "云台街道")
    assert (alone.code, alone.err) == (0, "1 个乡镇推出，0 个没有\n")
    text = (folder / "out" / FILES[1]).read_text(encoding="utf-8")
    assert "新建公共厕所20座" in text  # the other's figures count, of 400 and 800


def test_explain_alone_writes_nothing(folder: Path) -> None:
    found = plangen("derive", "county.yaml", "towns.yaml", "--explain", "--only", "石门镇")
    assert found.code == 0
    rows = found.out.splitlines()
    assert rows[0] == "石门镇："
    name = at('county: "{县}"')
    assert (
        "  title\t石门镇创建国家卫生乡镇实施方案\t对照 county.yaml:2；"
        f"{name} “青山县”改“{{名}}”；"
        f"{at('name: 国家卫生乡镇')} “国家卫生县城国家卫生乡镇”改“国家卫生乡镇”"
    ) in rows
    assert "  notice.number\t石政发〔2024〕2号\t本乡镇 towns.yaml:8" in rows
    assert not (folder / "out").exists()


def test_a_document_will_do_as_the_countys_plan(folder: Path) -> None:
    assert plangen("render", "county.yaml", "-o", "docs").code == 0
    call = ("docs/county-印发稿.docx", "towns.yaml", "-o", "out", "--only", "石门镇")
    found = plangen("derive", *call)
    assert (found.code, found.out) == (0, "out/石门镇.yaml\n")
    text = (folder / "out" / FILES[0]).read_text(encoding="utf-8")
    assert "title: 石门镇创建国家卫生乡镇实施方案\n" in text
    assert lint(text.encode(), "x.yaml").errors == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("county.yaml", "towns.yaml"), "写到哪里？用 -o 给出文件夹；只看来由用 --explain"),
        (("towns.yaml", "towns.yaml", "-o", "out"), "“towns.yaml”不是方案（kind: plan）"),
        (
            ("county.yaml", "county.yaml", "-o", "out"),
            "“county.yaml”不是乡镇名单（kind: townships）",
        ),
        (
            ("county.yaml", "towns.yaml", "-o", "out", "--only", "东门镇"),
            "乡镇名单里没有“东门镇”；有：石门镇、云台街道",
        ),
    ],
)
def test_a_call_that_cant_be_done_says_why(
    folder: Path, call: tuple[str, ...], message: str
) -> None:
    found = plangen("derive", *call)
    assert folder.is_dir()
    assert (found.code, found.err) == (2, f"plangen：{message}\n")
