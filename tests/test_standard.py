"""The clause catalogues, and what references to their clauses mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import cerberus
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plangen.model.plan import ClauseRef, StandardUse
from plangen.problem import UserError
from plangen.schema.texts import TESTS
from plangen.source.places import Value
from plangen.source.reader import read_yaml
from plangen.standard.catalogue import (
    CatalogueSection,
    Clause,
    Indicator,
    Standard,
    as_standard,
    load_standard,
    standard_ids,
)
from plangen.standard.notation import Span
from plangen.standard.refs import (
    Unmatched,
    cited,
    parse_ids,
    parse_numbers,
    ranges,
    resolve,
    spell,
)

CITY_2014 = "weisheng-chengshi-2014"
CITY_OLD = "weisheng-chengshi-pre2014"
CITY_2021 = "weisheng-chengshi-xian-2021"
TOWN_2010 = "weisheng-xiangzhen-2010"
TOWN_2021 = "weisheng-xiangzhen-2021"
ALL = (CITY_2014, CITY_OLD, CITY_2021, TOWN_2010, TOWN_2021)
OPS = {">=", "<=", ">", "<", "==", "trend"}

Rules = dict[str, Any]


def text_of(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()


def strings(standard_id: str) -> Value:
    """A catalogue as plangen reads a user's file: every scalar a string."""
    source, problems = read_yaml(text_of("plangen.specs.standards", f"{standard_id}.yaml"), "")
    assert problems == []
    return source.data


def schema() -> tuple[dict[str, Rules], dict[str, dict[str, Rules]]]:
    """The keys of `kind: standard` and the parts they refer to."""
    keys = yaml.safe_load(text_of("plangen.schemas", "standard.yaml"))
    return keys, keys.pop("types")


def native(rules: Rules) -> Rules:
    """A rule in Cerberus's own types."""
    if rules["type"] in TESTS:
        return {**rules, "type": "string", "check_with": checker(rules["type"])}
    inner = rules.get("schema")
    return {**rules, "schema": native(inner)} if isinstance(inner, dict) else rules


def checker(name: str) -> Callable[[str, object, Callable[[str, str], None]], None]:
    def check(field: str, value: object, error: Callable[[str, str], None]) -> None:
        if not (isinstance(value, str) and TESTS[name](value)):
            error(field, f"is no {name}")

    return check


def errors(data: Value) -> dict[str, Any]:
    """What Cerberus has against a catalogue, by key."""
    keys, parts = schema()
    for name, part in parts.items():
        native_part = {key: native(rules) for key, rules in part.items()}
        cerberus.schema_registry.add(name, native_part)
    validator = cerberus.Validator({key: native(rules) for key, rules in keys.items()})
    validator.validate(data, normalize=False)
    return dict(validator.errors)


def indicators(standard: Standard) -> Iterator[tuple[Clause, Indicator]]:
    for clause in standard.clauses:
        for indicator in clause.indicators:
            yield clause, indicator


def names(clauses: tuple[Clause, ...]) -> str:
    return " ".join(clause.id for clause in clauses)


def asked(
    standard_id: str, ids: str = "", section: str = "", clauses: str = ""
) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Ids found, what is unknown with its guess, and what is unseen."""
    ref = ClauseRef(ids=ids, section=section, clauses=clauses)
    found = resolve(ref, load_standard(standard_id))
    unknown = [(missing.text, missing.guess) for missing in found.unknown]
    return names(found.clauses), unknown, [missing.text for missing in found.unseen]


# The files


def test_there_are_five_catalogues() -> None:
    assert standard_ids() == ALL


@pytest.mark.parametrize("standard_id", ALL)
def test_a_catalogue_passes_its_schema(standard_id: str) -> None:
    assert errors(strings(standard_id)) == {}


@pytest.mark.parametrize("standard_id", ALL)
def test_a_catalogue_starts_with_its_kind_and_is_called_as_its_file(standard_id: str) -> None:
    data = strings(standard_id)
    assert isinstance(data, dict)
    assert list(data.items())[:2] == [("kind", "standard"), ("id", standard_id)]


@pytest.mark.parametrize("standard_id", ALL)
def test_strings_and_native_values_give_the_same_catalogue(standard_id: str) -> None:
    raw = text_of("plangen.specs.standards", f"{standard_id}.yaml")
    loaded = load_standard(standard_id)
    assert as_standard(strings(standard_id)) == as_standard(yaml.safe_load(raw)) == loaded


@pytest.mark.parametrize(
    ("standard_id", "complete", "superseded", "counts"),
    [
        (CITY_2014, False, True, (1, 2, 4, 3, 1, 4, 7, 2)),
        (CITY_OLD, True, True, (6, 8, 10, 6, 5, 9, 8, 1, 5, 8)),
        (CITY_2021, False, False, (5, 1, 6, 0, 0, 0, 0)),
        (TOWN_2010, True, True, (5, 7, 9, 4, 4, 8, 4, 4, 7)),
        (TOWN_2021, False, False, (2,)),
    ],
)
def test_a_catalogue_has_so_many_clauses_in_each_section(
    standard_id: str, complete: bool, superseded: bool, counts: tuple[int, ...]
) -> None:
    found = load_standard(standard_id)
    assert tuple(len(section.clauses) for section in found.sections) == counts
    assert (found.complete, found.superseded) == (complete, superseded)


def test_the_complete_catalogues_have_as_many_clauses_as_their_standards() -> None:
    found = [load_standard(standard_id) for standard_id in (TOWN_2010, CITY_OLD)]
    assert [(len(s.clauses), len(s.sections)) for s in found] == [(52, 9), (66, 10)]


@pytest.mark.parametrize("standard_id", ALL)
def test_ids_are_the_section_and_the_position_and_stand_once(standard_id: str) -> None:
    found = load_standard(standard_id)
    for section in found.sections:
        positions = [clause.position for clause in section.clauses]
        assert [clause.id for clause in section.clauses] == [f"{section.id}{p}" for p in positions]
        assert positions == sorted(set(positions))
        assert {clause.number - clause.position for clause in section.clauses} <= {section.offset}
    assert len(found.by_id) == len(found.clauses)


@pytest.mark.parametrize("standard_id", ALL)
def test_what_is_called_complete_has_no_gap(standard_id: str) -> None:
    found = load_standard(standard_id)
    for section in found.sections:
        positions = [clause.position for clause in section.clauses]
        if section.complete:
            assert positions == list(range(1, len(positions) + 1))
            assert section.missing == ()
        elif section.gaps is not None:
            known = sorted([*positions, *section.gaps])
            assert known == list(range(1, len(known) + 1))
    assert found.complete <= all(section.complete for section in found.sections)


@pytest.mark.parametrize("standard_id", ALL)
def test_an_indicator_has_an_operator_and_a_value_or_something_to_compare_with(
    standard_id: str,
) -> None:
    for clause, indicator in indicators(load_standard(standard_id)):
        assert indicator.op in OPS, clause.id
        assert indicator.value or indicator.relative_to, clause.id


def test_quotes_and_brackets_close_in_every_text() -> None:
    texts = [s.status for s in map(load_standard, ALL)]
    texts += [clause.text for s in map(load_standard, ALL) for clause in s.clauses]
    pairs = (("（", "）"), ("“", "”"), ("《", "》"))
    bad = [t for t in texts for left, right in pairs if t.count(left) != t.count(right)]
    assert (bad, len(texts)) == ([], 161)


def test_every_key_of_the_schema_has_a_label_of_its_own_and_help() -> None:
    keys, parts = schema()
    maps: list[Mapping[str, Rules]] = [keys, *parts.values()]
    for group in maps:
        labels = [rules["meta"]["label"] for rules in group.values()]
        assert len(set(labels)) == len(labels) > 2
        assert all(rules["meta"]["help"] for rules in group.values())
        assert not set(labels) & set(group)


def test_the_schema_finds_faults() -> None:
    clause: dict[str, Value] = {"id": "b1", "number": "一", "text": "", "source": "记忆"}
    section: Value = {
        "id": "B",
        "number": "二",
        "title": "健康教育",
        "clauses": [clause],
        "x": "1",
    }
    data: Value = {"kind": "standard", "status": "draft", "sections": [section]}
    found = errors(data)
    assert sorted(found) == ["complete", "edition", "id", "issuer", "sections", "status", "title"]
    assert sorted(found["sections"][0][0][0]["clauses"][0][0][0]) == [
        "applies_to",
        "id",
        "number",
        "source",
        "text",
    ]
    assert found["sections"][0][0][0]["x"] == ["unknown field"]


# One catalogue


def test_a_clause_with_everything() -> None:
    clause = load_standard(TOWN_2010).by_id["A5"]
    assert clause == Clause(
        id="A5",
        number=5,
        section="A",
        position=5,
        text="设立卫生问题建议与投诉平台，健全群众监督机制，对群众反映的问题认真核查和整改，"
        "群众对卫生状况满意率≥90%。",
        indicators=(Indicator("群众对卫生状况满意率", ">=", "90", "%"),),
        applies_to=("县城", "乡镇"),
        source="https://jyj.cnbz.gov.cn/ztzl/wcld/cjbz/14863051.html",
        text_complete=True,
    )


def test_a_text_of_several_paragraphs_keeps_its_lines() -> None:
    lines = load_standard(TOWN_2010).by_id["F3"].text.split("\n")
    assert [line[:6] for line in lines] == ["食品生产单位", "食品销售单位", "各类餐饮服务"]


def test_an_indicator_without_a_value_says_what_it_is_compared_with() -> None:
    (indicator,) = load_standard(TOWN_2010).by_id["I1"].indicators
    assert indicator == Indicator(
        "新型农村合作医疗参合率",
        ">",
        unit="%",
        scope="乡镇辖村",
        relative_to="所在省（区、市）平均水平",
    )


def test_a_table_of_indicators_stands_beside_the_clauses() -> None:
    table = load_standard(CITY_2021).indicator_table
    assert table
    assert (table.title, len(table.items)) == ("国家卫生城市和国家卫生县评价指标及目标值", 57)
    assert table.items[-3] == Indicator(
        "每万常住人口全科医生数", ">=", no=54, applies_to=("城市", "县")
    )


def test_a_clause_known_only_from_a_plan_is_not_seen() -> None:
    found = load_standard(TOWN_2010)
    assert [found.by_id[name].seen for name in ("A1", "B4", "B5")] == [True, False, True]


def test_a_cut_text_says_so() -> None:
    assert not load_standard(CITY_2021).by_id["B1"].text_complete


@pytest.mark.parametrize("name", ["B", "b", "Ｂ", "二", "健康教育", "“健康教育”", " 健康 教育 "])
def test_a_section_is_found_by_id_number_or_title(name: str) -> None:
    found = load_standard(TOWN_2010).section(name)
    assert found
    assert found.id == "B"


def test_the_section_of_a_clause() -> None:
    assert load_standard(TOWN_2010).section_of("C5").title == "环境卫生"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("weisheng-xiangzheng-2010", "，是不是“weisheng-xiangzhen-2010”？"),
        ("国家卫生乡镇（县城）标准", "，是不是“weisheng-xiangzhen-2010”？"),
        ("国家卫生城市标准", "，是不是“weisheng-chengshi-2014”？"),
        ("GB 5749", "；"),
        ("", "；"),
    ],
)
def test_an_unknown_standard_says_what_exists(wrong: str, hint: str) -> None:
    message = f"没有标准“{wrong}”{hint}现有：{'、'.join(ALL)}"
    with pytest.raises(UserError, match=f"^{re.escape(message)}$"):
        load_standard(wrong)


# References


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("B1-B7", "B1 B2 B3 B4 B5 B6 B7"),
        ("B1—B7", "B1 B2 B3 B4 B5 B6 B7"),
        ("B1-7", "B1 B2 B3 B4 B5 B6 B7"),
        ("b1～b3", "B1 B2 B3"),
        ("Ｂ１－Ｂ３", "B1 B2 B3"),
        ("B1 至 B3", "B1 B2 B3"),
        ("C5", "C5"),
        ("E", "E1 E2 E3 E4"),
        ("病媒生物防制", "E1 E2 E3 E4"),
        ("五", "E1 E2 E3 E4"),
        ("A1,A3，B2", "A1 A3 B2"),
        ("B2、A3；A1 C9", "B2 A3 A1 C9"),
        ("E,D4-D4", "E1 E2 E3 E4 D4"),
        ("食品安全、生活饮用水及公共场所卫生", "F1 F2 F3 F4 F5 F6 F7 F8"),
        ("", ""),
    ],
)
def test_ids_are_found_in_the_order_given(text: str, found: str) -> None:
    assert asked(TOWN_2010, ids=text) == (found, [], [])


@pytest.mark.parametrize(
    ("section", "numbers", "found"),
    [
        ("健康教育", "1-7", "B1 B2 B3 B4 B5 B6 B7"),
        ("B", "1,2,3,7", "B1 B2 B3 B7"),
        ("B", "第1、2、3、7条", "B1 B2 B3 B7"),
        ("二", "第1—3条", "B1 B2 B3"),
        ("食品安全、生活饮用水及公共场所卫生", "1-4,7", "F1 F2 F3 F4 F7"),
        ("环境卫生", "9,1", "C9 C1"),
        ("E", "", "E1 E2 E3 E4"),
    ],
)
def test_numbers_are_found_in_their_section(section: str, numbers: str, found: str) -> None:
    assert asked(TOWN_2010, section=section, clauses=numbers) == (found, [], [])
    assert asked(TOWN_2010, section=section, ids=numbers) == (found, [], [])


@pytest.mark.parametrize(
    ("numbers", "found"), [("7-8", "B3 B4"), ("3-4", "B3 B4"), ("3", "B3"), ("8,7", "B4 B3")]
)
def test_numbers_that_run_through_the_standard_are_the_printed_ones_first(
    numbers: str, found: str
) -> None:
    assert asked(CITY_2014, section="B", clauses=numbers) == (found, [], [])


@pytest.mark.parametrize(
    ("ref", "found", "unknown"),
    [
        ({"ids": "B8"}, "", [("B8", "B1-B7")]),
        ({"ids": "B6-B9"}, "B6 B7", [("B8-B9", "B1-B7")]),
        ({"ids": "B6-B999"}, "B6 B7", [("B8-B999", "B1-B7")]),
        ({"ids": "B0"}, "", [("B0", "B1-B7")]),
        ({"ids": "K1"}, "", [("K1", "")]),
        ({"ids": "K"}, "", [("K", "")]),
        ({"ids": "B7-B1"}, "", [("B7-B1", "B1-B7")]),
        ({"ids": "A4-B2"}, "", [("A4-B2", "A4-A5,B1-B2")]),
        ({"ids": "A-C"}, "", [("A-C", "A,B,C")]),
        ({"ids": "B1-"}, "", [("B1-", "")]),
        ({"ids": "1-7"}, "", [("1-7", "")]),
        ({"ids": "B1234"}, "", [("B1234", "")]),
        ({"ids": "A1,健康教肓,A2"}, "A1 A2", [("健康教肓", "健康教育")]),
        ({"section": "乡镇辖区卫生"}, "", [("乡镇辖区卫生", "乡镇辖村卫生")]),
        ({"section": "乡镇辖区卫生", "clauses": "1-7"}, "", [("乡镇辖区卫生", "乡镇辖村卫生")]),
        ({"section": "招商引资"}, "", [("招商引资", "")]),
        ({"section": "B", "clauses": "6-9"}, "B6 B7", [("“健康教育”第8、9条", "1-7")]),
        ({"section": "B", "clauses": "1,二"}, "B1", [("“健康教育”二", "1-7")]),
        ({"section": "B", "clauses": "7-1"}, "", [("“健康教育”7-1", "1-7")]),
    ],
)
def test_what_a_complete_catalogue_lacks_is_unknown(
    ref: dict[str, str], found: str, unknown: list[tuple[str, str]]
) -> None:
    assert asked(TOWN_2010, **ref) == (found, unknown, [])


@pytest.mark.parametrize(
    ("standard_id", "ref", "found", "unknown", "unseen"),
    [
        (CITY_2014, {"ids": "A1-A4"}, "A4", [], ["A1-A3"]),
        (CITY_2014, {"ids": "A4-A6"}, "A4", [("A5-A6", "A1-A4")], []),
        (CITY_2014, {"ids": "B"}, "B3 B4", [], ["“健康教育和健康促进”第5、6条"]),
        (
            CITY_2014,
            {"section": "B", "clauses": "5-8"},
            "B3 B4",
            [],
            ["“健康教育和健康促进”第5、6条"],
        ),
        (
            CITY_2014,
            {"section": "B", "clauses": "1-4"},
            "B3 B4",
            [],
            ["“健康教育和健康促进”第1、2条"],
        ),
        (
            CITY_2014,
            {"section": "B", "clauses": "9"},
            "",
            [("“健康教育和健康促进”第9条", "5-8")],
            [],
        ),
        (CITY_2021, {"ids": "A6"}, "", [("A6", "A1-A5")], []),
        (CITY_2021, {"ids": "C5-C9"}, "C5 C6", [], ["C7-C9"]),
        (CITY_2021, {"ids": "C0"}, "", [("C0", "C1-C6")], []),
        (CITY_2021, {"ids": "D"}, "", [], ["“生态环境”未收入的条款"]),
        (CITY_2021, {"section": "D", "clauses": "20"}, "", [], ["“生态环境”第20条"]),
        (CITY_2021, {"ids": "Z1"}, "", [], ["Z1"]),
        (CITY_2021, {"section": "健康教育"}, "", [("健康教育", "健康教育和健康促进")], []),
        (TOWN_2021, {"section": "健康教育", "clauses": "1-7"}, "", [], ["健康教育"]),
        (TOWN_2021, {"ids": "健康教育"}, "", [], ["健康教育"]),
        (TOWN_2021, {"ids": "A2-A1"}, "", [("A2-A1", "")], []),
    ],
)
def test_what_an_incomplete_catalogue_may_lack_is_unseen(
    standard_id: str,
    ref: dict[str, str],
    found: str,
    unknown: list[tuple[str, str]],
    unseen: list[str],
) -> None:
    assert asked(standard_id, **ref) == (found, unknown, unseen)


def test_a_clause_named_twice_is_found_once_and_said() -> None:
    found = resolve(ClauseRef(ids="B1-B3,B2,B"), load_standard(TOWN_2010))
    assert names(found.clauses) == "B1 B2 B3 B4 B5 B6 B7"
    assert found.repeated == ("B2", "B1", "B2", "B3")


def test_a_section_meant_as_a_whole_is_told_from_all_its_clauses() -> None:
    town = load_standard(TOWN_2010)
    by_name = resolve(ClauseRef(ids="E,D1"), town)
    by_numbers = resolve(ClauseRef(ids="E1-E4,D1"), town)
    assert [section.id for section in by_name.whole] == ["E"]
    assert (by_numbers.whole, by_numbers.clauses) == ((), by_name.clauses)


def test_an_id_stands_for_itself_beside_the_section_it_is_in() -> None:
    assert asked(TOWN_2010, ids="B1", section="健康教育") == ("B1", [], [])
    assert asked(TOWN_2010, ids="A1", section="B", clauses="2") == ("A1 B2", [], [])


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("B", (Span("B", "B"),)),
        ("b1-3", (Span("b1-3", "B", (1, 2, 3)),)),
        ("A1，甲", (Span("A1", "A", (1,)), Span("甲"))),
        ("B3-B1", (Span("B3-B1"),)),
    ],
)
def test_pieces_of_ids(text: str, spans: tuple[Span, ...]) -> None:
    assert parse_ids(text) == spans


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([1, 2, 3, 4, 5, 6, 7], "1—7"),
        ([1, 2, 3], "1—3"),
        ([1, 2, 3, 7, 8], "1、2、3、7、8"),
        ([4, 5, 6, 8], "4、5、6、8"),
        ([1, 2], "1、2"),
        ([3, 2, 1], "3、2、1"),
        ([5], "5"),
        ([], ""),
    ],
)
def test_numbers_are_printed_as_plans_print_them(numbers: list[int], text: str) -> None:
    assert ranges(numbers) == text


def test_the_title_cited_is_the_plans_own_if_it_has_one() -> None:
    town = load_standard(TOWN_2010)
    uses = [
        StandardUse(id=TOWN_2010),
        StandardUse(id=TOWN_2010, title="乡镇标准"),
        StandardUse(id=TOWN_2010, title="乡镇标准", cited="标准"),
    ]
    assert [cited(use, town) for use in uses] == ["国家卫生乡镇（县城）标准", "乡镇标准", "标准"]
    assert cited(StandardUse(title="健康乡镇标准")) == "健康乡镇标准"


# For all input


@given(st.lists(st.integers(0, 999)))
def test_printed_numbers_are_read_back(numbers: list[int]) -> None:
    read = [
        n
        for span in parse_numbers(f"第{ranges(numbers)}条" if numbers else "")
        for n in span.numbers
    ]
    assert read == numbers


@given(st.lists(st.sampled_from(load_standard(TOWN_2010).clauses), unique=True))
def test_spelt_clauses_are_found_again(clauses: list[Clause]) -> None:
    found = resolve(ClauseRef(ids=spell(clauses)), load_standard(TOWN_2010))
    assert (found.clauses, found.unknown, found.unseen, found.repeated) == (
        tuple(clauses),
        (),
        (),
        (),
    )


@given(
    st.sampled_from(ALL),
    st.sampled_from("ABCDEFGHIJKZ"),
    st.integers(0, 99),
    st.integers(0, 99),
)
def test_every_clause_asked_for_is_found_or_unknown_or_unseen(
    standard_id: str, section: str, start: int, end: int
) -> None:
    found = resolve(ClauseRef(ids=f"{section}{start}-{end}"), load_standard(standard_id))
    said = sorted(clause.position for clause in found.clauses)
    for missing in (*found.unknown, *found.unseen):
        said += [n for span in parse_ids(missing.text) for n in span.numbers]
    assert sorted(said) == list(range(start, end + 1))


ANY = st.text() | st.text("ABZ甲二B1239 -—,，、第条至健康教育“”")


@given(st.sampled_from(ALL), ANY, ANY, ANY)
def test_no_reference_raises(standard_id: str, ids: str, section: str, clauses: str) -> None:
    found = resolve(
        ClauseRef(ids=ids, section=section, clauses=clauses), load_standard(standard_id)
    )
    assert all(isinstance(missing, Unmatched) for missing in (*found.unknown, *found.unseen))
    assert all(isinstance(section, CatalogueSection) for section in found.whole)
