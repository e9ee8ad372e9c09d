"""What an import emits: always taken by the schema, and printed as it was read."""

from __future__ import annotations

from typing import cast

from plangen.model.plan import Part
from plangen.pipeline.accepted import accepted
from plangen.pipeline.documents import lint_document
from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import lint, make_case
from plangen.pipeline.load import load
from plangen.pipeline.spelled import Spelled
from plangen.problem import Path, Where
from plangen.source.emit import emit
from plangen.source.places import Value

SOUND: dict[str, Value] = {
    "kind": "plan",
    "title": "青山县森林防火实施方案",
    "locality": {"name": "青山县", "level": "county"},
}


def of(**parts: object) -> dict[str, Value]:
    return SOUND | cast("dict[str, Value]", parts)


def at(line: int, *path: str | int) -> tuple[Part, Path]:
    """A part that was read from a line, and where it stands now."""
    return Part(where=Where(line=line)), path


def test_a_sound_spec_stays_as_it_is() -> None:
    spec = Spelled(of(targets=["全面完成任务。"]), [at(3, "targets", 0)])
    assert accepted(spec) == (spec, ())


def test_a_refused_value_is_left_out_and_told_of() -> None:
    spec = Spelled(of(phases=[{"name": "动员阶段", "start": "5月10日", "text": "动员。"}]))
    left, said = accepted(spec)
    assert left.data == of(phases=[{"name": "动员阶段", "text": "动员。"}])
    assert said == ("“起”应写日期（如 2024、2024-02、2024-02-08、20XX、今年），现在是“5月10日”",)


def test_what_lacks_a_key_goes_as_a_whole_and_the_rest_moves_up() -> None:
    guarantees = [{"title": "加强领导"}, {"title": "严格考核", "text": "纳入考核。"}]
    parts = [at(8, "guarantees", 0), at(9, "guarantees", 1), at(1)]
    left, said = accepted(Spelled(of(guarantees=guarantees), parts))
    assert left.data == of(guarantees=[{"title": "严格考核", "text": "纳入考核。"}])
    assert left.places == {(9, 0): ("guarantees", 0), (1, 0): ()}
    assert said == ("“保障措施”第 1 项缺少“正文”（text）：措施的文字",)


def test_a_list_of_refused_items_alone_goes_with_its_key() -> None:
    left, said = accepted(Spelled(of(targets=["", ""])))
    assert left.data == SOUND
    assert len(said) == 2


OFFICE = """青山县食品安全整治实施方案
为做好工作，制定本方案。
一、组织领导
成立青山县食品安全整治工作领导小组，名单如下：
组长：陆承远（县长）
成员：各乡镇负责人
领导小组办公室设在县市场监管局，何川同志任主任，联系电话：0000-1234567。
二、工作要求
（一）加强领导。各单位要高度重视。
（二）严格考核。考核结果纳入年度考核。"""


def test_who_heads_an_office_in_a_sentence_is_printed_once() -> None:
    plan = load(import_document(OFFICE.encode(), "x.txt").text.encode(), "x.yaml").plan
    assert plan is not None
    document = make_case(plan).document
    assert document is not None
    assert [text for text in document.texts() if "主任" in text] == [
        "领导小组办公室设在县市场监管局，何川同志任主任，联系电话：0000-1234567。"
    ]


SENTENCE = """青山街道办事处关于印发《青山街道燃气整治方案》的通知
各社区：
现将《青山街道燃气整治方案》印发给你们，请认真组织实施。
青山街道办事处
2024年4月10日
青山街道燃气整治方案
为做好工作，制定本方案。
一、工作目标
问题软管全部更换。
二、组织保障
成立街道燃气整治工作专班，由党工委书记陆承远任组长，副主任何川任副组长，各社区负责人为成员。
三、工作要求
各社区要高度重视。"""


def test_a_leading_group_in_a_sentence_of_the_plan_is_told_of_once() -> None:
    doubts = import_document(SENTENCE.encode(), "x.txt").doubts
    assert [doubt.message for doubt in doubts] == ["街道燃气整治工作专班写在一句话里，未另列名单"]


NOTICE = """青山县人民政府办公室关于做好2024年秋冬季森林防火工作的通知
青政办发〔2024〕30号
各乡镇人民政府：
为做好森林防火工作，现将有关事项通知如下：
一、提高认识。各单位要高度重视。
二、严格督查。县政府督查室开展督查。
青山县人民政府办公室
2024年9月30日"""


def test_a_notice_without_a_plan_is_imported_and_printed_as_the_notice_alone() -> None:
    imported = import_document(NOTICE.encode(), "x.txt")
    assert [doubt.message for doubt in imported.doubts] == [
        "文中只有通知，没有方案，只生成通知；方案的标题“青山县实施方案”只是占位，不印出来"
    ]
    linted = lint(imported.text.encode(), "x.yaml")
    assert linted.problems == []
    assert linted.case is not None
    assert [*linted.case.documents] == ["通知"]


def test_a_subdistrict_is_run_by_its_office() -> None:
    text = "关于开展云岭街道秋季灭鼠活动的通知\n各社区：\n请我街道各社区组织居民参加。"
    plan = load(import_document(text.encode(), "x.txt").text.encode(), "x.yaml").plan
    assert plan is not None
    assert plan.notice is not None
    assert (plan.locality.level, plan.notice.issuer) == ("subdistrict", ("云岭街道办事处",))


ONE = """青山县森林防火实施方案
一、总体目标
全面完成任务。
二、保障措施
（一）加强领导。各单位要高度重视。"""


def test_a_plan_of_one_guarantee_is_no_single_heading() -> None:
    assert [problem.rule for problem in lint_document(ONE.encode(), "x.txt").problems] == []


def test_control_characters_of_a_document_are_not_in_its_spec() -> None:
    odd = ONE.replace("全面完成", "全面\x00完成").replace("一、", "\x07一、")
    assert load(import_document(odd.encode(), "x.txt").text.encode(), "x.yaml").problems == []


def test_a_map_that_just_fits_no_line_begins_behind_its_dash() -> None:
    said = [emit({"a": [{"b": "字" * size, "c": "丁"}]}, {}) for size in range(60, 100)]
    assert [text for text in said if "-\n" in text] == []
    assert {len(text.splitlines()) for text in said} == {2, 3}


def test_a_date_in_han_digits_is_imported_in_figures() -> None:
    text = "霁川县林业局关于植树的通知\n各乡镇：\n请植树。\n霁川县林业局\n二○一三年五月二十日\n"
    found = import_document(text.encode(), "x.txt")
    assert found.lost == ()
    spec = load(found.text.encode(), "x.yaml")
    assert spec.plan is not None
    assert spec.plan.notice is not None
    assert str(spec.plan.notice.date) == "2013年5月20日"


PLAIN = """霁川县国家卫生县城复审迎检工作方案
根据《国家卫生乡镇（县城）标准》要求，制定本方案。
一、工作目标
2024年10月底前，各项指标达到标准。
二、工作要求
（一）提高站位。各单位要充分认识复审工作的重要性。
（二）压实责任。严格落实门前三包责任制。
"""


def test_a_standard_of_which_no_clause_is_assigned_is_imported_by_its_title() -> None:
    done = import_document(PLAIN.encode(), "x.txt")
    assert "  - {title: 国家卫生乡镇（县城）标准}" in done.text.split("\n")
    assert [doubt.message for doubt in done.doubts] == [
        "文中没有把《国家卫生乡镇（县城）标准》的条款分给谁，这里只写名称，不核对条款；"
        "要核对的，写编号 weisheng-xiangzhen-2010"
    ]
    assert lint(done.text.encode(), "x.yaml").errors == []


def test_a_standard_that_is_asked_for_is_imported_with_its_id() -> None:
    done = import_document(PLAIN.encode(), "x.txt", None, ("weisheng-xiangzhen-2010",))
    assert "standards: [weisheng-xiangzhen-2010]" in done.text.split("\n")
