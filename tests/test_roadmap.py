"""Roadmaps: their calendars, what they print, pages turned for tables, phases of townships."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from openxml_audit import OpenXmlValidator

from plangen.compose.calendar import calendar_table
from plangen.model.document import Document, Role
from plangen.model.plan import Phase
from plangen.model.roadmap import (
    Base,
    CalendarStep,
    Cohort,
    Instalment,
    Roadmap,
    Share,
    Subsidy,
    Track,
    phases,
)
from plangen.pipeline import Linted, lint, load
from plangen.schema.load import schema
from plangen.source.places import Value
from plangen.template.archive import DOCUMENT, pack, unpack
from plangen.template.load import Template
from plangen.text.years import parse_when, parse_years
from plangen.write.docx import write
from tests.tools.examples import SPECS, documents, example, linted
from tests.tools.specs import roadmap_data, yaml
from tests.tools.validate import faults, printed, read_back

NAME = "xx-roadmap"
SMALL = """\
kind: roadmap
title: 青山县卫生乡镇创建行动方案（2022—2026年）
locality: {name: 青山县, level: county}
tracks:
  - name: 国家卫生乡镇
    goal: 2
    cohorts:
      - years: 2022—2023
        townships: [甲镇, 乙乡]
        note: 同步推进
        steps:
          - {when: 2022年, phase: 启动阶段, text: 制定方案}
          - {when: 2023年1—4月, phase: 创建阶段, text: 集中创建}
          - {when: 5月, phase: 创建阶段, text: 县级评估。}
          - {when: 年底, phase: 验收阶段, text: 获得命名}
  - name: 省级卫生乡镇
    goal: 2
    steps: [{when: 1—3月, text: 启动}, {when: 年底, text: 获得命名}]
    cohorts: [{years: 2024, townships: [丙乡]}, {years: 2025, townships: [丁镇]}]
phases: [{name: 启动阶段}, {name: 创建阶段}, {name: 验收阶段}]
annexes: [{title: 行事历, show: calendar%s}]
"""
FOUR = tuple(
    Phase(name=name) for name in ("宣传发动阶段", "申报创建阶段", "查漏补缺阶段", "迎检验收阶段")
)


def small(more: str = "") -> Linted:
    found = lint((SMALL % more).encode(), "x.yaml")
    assert found.case is not None, [problem.message for problem in found.problems]
    return found


def roadmap(text: str = SMALL % "") -> Roadmap:
    found = load(text.encode(), "x.yaml").roadmap
    assert found is not None
    return found


def last(found: Linted) -> Document:
    assert found.case is not None
    assert found.case.document is not None
    return found.case.document


def turned_example() -> Document:
    """The example's 印发稿 with its calendar on turned pages."""
    text = (SPECS / f"{NAME}.yaml").read_text(encoding="utf-8")
    text = text.replace("show: calendar", "show: calendar\n    landscape: true")
    return last(lint(text.encode(), str(SPECS / "x.yaml")))


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


# Years and months


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022", (2022, 2022)),
        ("2022年", (2022, 2022)),
        ("2022—2024年", (2022, 2024)),
        ("2022年-2024年", (2022, 2024)),
        ("2022至2024", (2022, 2024)),
        ("20XX", None),
    ],
)
def test_years_of_a_cohort(text: str, years: tuple[int, int] | None) -> None:
    assert parse_years(text) == years


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("1月", "2023年1月 2023年1月"),
        ("2—4月", "2023年2月 2023年4月"),
        ("5月底前", "2023年5月 2023年5月"),
        ("6月上旬", "2023年6月 2023年6月"),
        ("年底", "2023年12月 2023年12月"),
        ("2024年底前", "2024年12月 2024年12月"),
        ("2024年上半年", "2024年1月 2024年6月"),
        ("下半年", "2023年7月 2023年12月"),
        ("二季度", "2023年4月 2023年6月"),
        ("2024年1—4月", "2024年1月 2024年4月"),
        ("2024年", "2024年 2024年"),
        ("2024—2025年", "2024年 2025年"),
    ],
)
def test_time_of_a_step_in_2023(text: str, ends: str) -> None:
    when = parse_when(text)
    assert when is not None
    assert " ".join(map(str, when.dates(2023))) == ends


@pytest.mark.parametrize("text", ["适时", "13月", "", "命名后"])
def test_what_names_no_time_has_none(text: str) -> None:
    assert parse_when(text) is None


# The model

PARTS = {
    "track": Track,
    "cohort": Cohort,
    "calendar_step": CalendarStep,
    "base": Base,
    "share": Share,
    "subsidy": Subsidy,
    "instalment": Instalment,
}


def test_the_keys_of_a_roadmap_are_those_of_a_plan_and_its_own() -> None:
    own = {item.name for item in fields(Roadmap)} - {"where"}
    assert set(schema("roadmap").keys) == set(schema("plan").keys) | own


@pytest.mark.parametrize("name", PARTS)
def test_the_keys_of_a_part_are_its_fields(name: str) -> None:
    keys = schema("roadmap").parts[name]
    own = {item.name: item.default is MISSING for item in fields(PARTS[name])}
    del own["where"]
    assert {key: bool(rules.get("required")) for key, rules in keys.items()} == own


def test_every_township_has_its_track_years_and_steps() -> None:
    found = [
        (place.township, place.track.name, place.years, [step.when for step in place.steps])
        for place in roadmap().places()
    ]
    first = ["2022年", "2023年1—4月", "5月", "年底"]
    assert found == [
        ("甲镇", "国家卫生乡镇", (2022, 2023), first),
        ("乙乡", "国家卫生乡镇", (2022, 2023), first),
        ("丙乡", "省级卫生乡镇", (2024, 2024), ["1—3月", "年底"]),
        ("丁镇", "省级卫生乡镇", (2025, 2025), ["1—3月", "年底"]),
    ]


def said(phase: Phase) -> tuple[str, str, str, str]:
    return phase.name, str(phase.start), str(phase.end), phase.text


def test_the_phases_of_a_township_are_the_steps_of_its_cohort() -> None:
    cohort = roadmap().tracks[0].calendar[0]
    assert [said(phase) for phase in phases(cohort, ())] == [
        ("启动阶段", "2022年", "2022年", "2022年，制定方案。"),
        ("创建阶段", "2023年1月", "2023年5月", "2023年1—4月，集中创建。\n5月，县级评估。"),
        ("验收阶段", "2023年12月", "2023年12月", "年底，获得命名。"),
    ]


def test_steps_that_name_no_phase_belong_to_the_one_they_speak_of() -> None:
    texts = ("完成宣传发动", "集中创建，完成申报", "开展县级调研", "迎接市级验收")
    steps = ", ".join(f"{{when: {n}月, text: {text}}}" for n, text in enumerate(texts, 1))
    more = f"years: 2024, townships: [丙乡], steps: [{steps}]"
    cohort = (
        roadmap(SMALL.replace("years: 2024, townships: [丙乡]", more) % "").tracks[1].cohorts[0]
    )
    assert [said(phase)[:3] for phase in phases(cohort, FOUR)] == [
        ("宣传发动阶段", "2024年1月", "2024年1月"),
        ("申报创建阶段", "2024年2月", "2024年3月"),
        ("迎检验收阶段", "2024年4月", "2024年4月"),
    ]


def test_without_known_phases_each_step_is_one() -> None:
    cohort = roadmap().tracks[1].calendar[0]
    assert [said(phase)[:3] for phase in phases(cohort, ())] == [
        ("启动", "2024年1月", "2024年3月"),
        ("获得命名", "2024年12月", "2024年12月"),
    ]


def test_a_step_at_the_end_of_the_year_begins_where_the_one_before_it_ends() -> None:
    whens = ("2022年", "2023年上半年", "下半年", "年底", "2024年", "2024年年底", "12月", "年末")
    steps = ", ".join(f"{{when: {when}, text: 做{n}}}" for n, when in enumerate(whens))
    more = f"years: 2022—2024, townships: [丙乡], steps: [{steps}]"
    text = SMALL.replace("years: 2024, townships: [丙乡]", more) % ""
    cohort = roadmap(text).tracks[1].cohorts[0]
    assert [said(phase)[:3] for phase in phases(cohort, ())] == [
        ("做0", "2022年", "2022年"),
        ("做1", "2023年1月", "2023年6月"),
        ("做2", "2023年7月", "2023年11月"),
        ("做3", "2023年12月", "2023年12月"),
        ("做4", "2024年1月", "2024年11月"),
        ("做5", "2024年12月", "2024年12月"),
        ("做6", "2024年12月", "2024年12月"),
        ("做7", "2024年12月", "2024年12月"),
    ]


# What is printed


def test_the_calendar_says_once_what_rows_share() -> None:
    table = calendar_table(roadmap(), landscape=False)
    assert [(row.cells, row.merged, row.keep) for row in table.rows] == [
        ((("创建类型",), ("创建年份",), ("创建乡镇",), ("创建步骤",), ("备注",)), (), False),
        (
            (
                ("国家卫生乡镇",),
                ("2022—2023年",),
                ("甲镇", "乙乡"),
                (
                    "2022年，制定方案。",
                    "2023年1—4月，集中创建；5月，县级评估；年底，获得命名。",
                ),
                ("同步推进",),
            ),
            (),
            False,
        ),
        (
            (
                ("省级卫生乡镇",),
                ("2024年",),
                ("丙乡",),
                ("1—3月，启动。", "年底，获得命名。"),
                (),
            ),
            (),
            True,
        ),
        (((), ("2025年",), ("丁镇",), (), ()), (0, 3), False),
    ]
    assert [row.head for row in table.rows] == [True, False, False, False]


def test_the_goals_are_printed_by_year() -> None:
    text = SMALL.replace(
        "phases:",
        "outline: [{heading: 工作目标, show: tracks}, {heading: 步骤, show: phases}]\nphases:",
    )
    found = last(lint((text % "").encode(), "x.yaml")).texts()
    assert found[2:4] == [
        "国家卫生乡镇：到2023年，甲镇、乙乡成功创建国家卫生乡镇。",
        "省级卫生乡镇：2024年，丙乡成功创建省级卫生乡镇；2025年，丁镇成功创建省级卫生乡镇。",
    ]


def test_a_roadmap_prints_notice_plan_and_both() -> None:
    assert list(documents(NAME)) == ["通知", "行动方案", "印发稿"]


def test_keys_and_words_may_be_chinese() -> None:
    text = SMALL
    for key, label in (
        ("kind: roadmap", "类型: 行动方案"),
        ("tracks:", "创建类型:"),
        ("goal:", "目标数:"),
        ("cohorts:", "批次:"),
        ("years:", "年份:"),
        ("townships:", "乡镇:"),
        ("when:", "时间:"),
        ("phase:", "阶段:"),
        ("show: calendar", "内容: 行事历, 横排: 是"),
    ):
        assert key in text
        text = text.replace(key, label)
    assert roadmap(text % "") == roadmap()
    assert last(lint((text % "").encode(), "x.yaml")).blocks[-1].landscape


# The example


def test_the_example_is_built_as_the_real_one_is() -> None:
    case = linted(NAME).case
    assert case is not None
    assert case.roadmap is not None
    assert case.townships is not None
    tracks = case.roadmap.tracks
    assert [(t.goal, [len(c.townships) for c in t.cohorts]) for t in tracks] == [
        (3, [2, 1]),
        (9, [2, 2, 2, 2, 1]),
    ]
    assert [cohort.years for track in tracks for cohort in track.cohorts] == [
        *("2022—2024", "2025—2026"),
        *("2022", "2023", "2024", "2025", "2026"),
    ]
    assert sorted(place.township for place in case.roadmap.places()) == sorted(
        town.name for town in case.townships.townships
    )
    assert case.roadmap.subsidies_due == 450
    assert [problem.message for problem in linted(NAME).problems] == []


@settings(max_examples=40)
@given(roadmap_data)
def test_any_roadmap_is_linted_and_written(data: Value) -> None:
    found = lint(yaml(data), "x.yaml")
    assume(found.case is not None)  # a text of blanks, a letter that no file may hold
    assert found.case is not None
    for document in found.case.documents.values():
        data_written = write(document, Template.load())
        assert read_back(data_written) == printed(document)


# Word


def xml(data: bytes) -> str:
    return unpack(data)[DOCUMENT].decode()


def cells(row: str) -> list[str]:
    return re.findall(r"<w:tcPr>(.*?)</w:tcPr>", row)


def test_merged_cells_begin_in_the_row_where_their_text_is() -> None:
    table = xml(example(NAME, "行动方案")).rpartition("<w:tbl>")[2]
    rows = re.findall(r"<w:tr>.*?</w:tr>", table)
    merges = [
        "".join("起" if "restart" in c else "续" if "vMerge" in c else "无" for c in cells(row))
        for row in rows
    ]
    # The rows of 国家卫生乡镇 have other steps, and may stand on other pages: each says its type.
    assert merges == [*["无" * 5] * 3, "起无无起无", *["续无无续无"] * 4]
    assert ["<w:tblHeader/>" in row for row in rows] == [True] + [False] * 7
    assert all("<w:cantSplit/>" in row for row in rows)
    assert ["<w:keepNext/>" in row for row in rows] == [False] * 3 + [True] * 4 + [False]


@pytest.mark.parametrize("template", ["standard", "optical"])
def test_a_turned_annex_is_a_section_of_its_own(template: str) -> None:
    loaded = Template.load(template)
    found = re.findall(r"<w:pgSz ([^>]*)/>", xml(write(turned_example(), loaded)))
    upright, turned = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    assert found == [upright, turned, upright]


def test_a_document_may_end_on_a_turned_page() -> None:
    data = xml(write(last(small(", landscape: true")), Template.load()))
    assert re.findall(r'w:orient="(\w+)"', data.rpartition("<w:sectPr>")[2]) == ["landscape"]
    assert len(re.findall("<w:sectPr>", data)) == 2


def test_a_document_without_turned_pages_has_no_parts_for_them() -> None:
    assert [name for name in unpack(example(NAME, "印发稿")) if "Turned" in name] == []


def test_the_page_number_of_a_turned_page_is_that_of_the_others_turned() -> None:
    parts = unpack(write(turned_example(), Template.load()))
    odd, upright = (parts[f"word/footer1{kind}.xml"].decode() for kind in ("Turned", ""))
    inner = re.search(r"<w:ftr[^>]*>(.*)</w:ftr>", upright)
    assert inner is not None
    assert inner[1] in odd
    assert 'w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1446" w:tblpY="1588"' in odd
    assert '<w:textDirection w:val="tbRl"/>' in odd
    assert 'w:trHeight w:val="8844" w:hRule="exact"' in odd


@pytest.mark.parametrize("template", ["standard", "optical"])
def test_turned_pages_are_sound_and_nothing_is_lost(
    template: str, validator: OpenXmlValidator
) -> None:
    document = turned_example()
    data = write(document, Template.load(template))
    assert faults(data, validator) == []
    assert read_back(data) == printed(document)


def own_template(folder: Path, old: str, new: str) -> Template:
    """The official template with something else in its document."""
    parts = unpack(Template.load().data)
    text = parts[DOCUMENT].decode()
    assert old in text
    path = folder / "本单位.docx"
    path.write_bytes(pack(parts | {DOCUMENT: text.replace(old, new).encode()}))
    return Template.load(path)


def test_a_template_that_docxtpl_fills_in_turns_pages_too(
    tmp_path: Path, validator: OpenXmlValidator
) -> None:
    slow = own_template(tmp_path, "{%p if block.ready %}", "{%p if block.ready|length %}")
    assert slow.program is None
    document = turned_example()
    data = write(document, slow)
    assert faults(data, validator) == []
    assert read_back(data) == printed(document)
    assert xml(data).count('w:orient="landscape"') == 1


def test_odd_and_even_pages_may_have_one_footer(
    tmp_path: Path, validator: OpenXmlValidator
) -> None:
    one = own_template(tmp_path, 'r:id="rId6"', 'r:id="rId5"')
    data = write(turned_example(), one)
    # The template's other footer is still there, and nothing refers to it any more.
    assert [fault for fault in faults(data, validator) if "never referenced" not in fault] == []
    assert sorted(name for name in unpack(data) if "Turned" in name) == ["word/footer1Turned.xml"]


def test_the_imprint_after_a_turned_page_has_an_upright_one() -> None:
    *_, before, imprint = turned_example().blocks
    assert (before.role, imprint.role) == (Role.BLANK, Role.IMPRINT)
    assert not before.landscape
