"""What an import emits is always taken by the schema: the last check, on known values."""

from __future__ import annotations

from typing import cast

from plangen.pipeline.accepted import accepted
from plangen.pipeline.spelled import Spelled
from plangen.source.places import Value

SOUND: dict[str, Value] = {
    "kind": "plan",
    "title": "青山县森林防火实施方案",
    "locality": {"name": "青山县", "level": "county"},
}


def of(**parts: object) -> dict[str, Value]:
    return SOUND | cast("dict[str, Value]", parts)


def test_a_sound_spec_stays_as_it_is() -> None:
    spec = Spelled(of(targets=["全面完成任务。"]), {(3, 0): ("targets", 0)})
    assert accepted(spec) == (spec, ())


def test_a_refused_value_is_left_out_and_told_of() -> None:
    spec = Spelled(of(phases=[{"name": "动员阶段", "start": "5月10日", "text": "动员。"}]))
    left, said = accepted(spec)
    assert left.data == of(phases=[{"name": "动员阶段", "text": "动员。"}])
    assert said == ("“起”应写日期（如 2024、2024-02、2024-02-08、20XX、今年），现在是“5月10日”",)


def test_what_lacks_a_key_goes_as_a_whole_and_the_rest_moves_up() -> None:
    guarantees = [{"title": "加强领导"}, {"title": "严格考核", "text": "纳入考核。"}]
    places = {(8, 0): ("guarantees", 0), (9, 0): ("guarantees", 1), (1, 0): ()}
    left, said = accepted(Spelled(of(guarantees=guarantees), places))
    assert left.data == of(guarantees=[{"title": "严格考核", "text": "纳入考核。"}])
    assert left.places == {(9, 0): ("guarantees", 0), (1, 0): ()}
    assert said == ("“保障措施”第 1 项缺少“正文”（text）：措施的文字",)


def test_a_list_of_refused_items_alone_goes_with_its_key() -> None:
    left, said = accepted(Spelled(of(targets=["", ""])))
    assert left.data == SOUND
    assert len(said) == 2
