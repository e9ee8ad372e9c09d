"""Which face is that of a paragraph, and which paragraphs are its text."""

from __future__ import annotations

import pytest

from plangen.model.document import Block, Document, Role, Span
from plangen.model.look import Face, Look, Page
from plangen.model.plan import Locality, Plan
from plangen.problem import Where
from plangen.rules._looks import TEXT, main_face, running_of
from plangen.rules.base import Case

KAI, SONG, FANG = Face("楷体"), Face("宋体"), Face("仿宋")
RUN_IN = "（一）加强组织领导。成立小组。"  # 10 characters and 5


def worn(role: Role, text: str, look: Look) -> Block:
    return Block(role, (Span(text),), where=Where(paragraph=1), look=look)


@pytest.mark.parametrize(
    ("text", "faces", "face"),
    [
        (RUN_IN, ((10, KAI), (5, FANG)), FANG),
        (RUN_IN, ((9, KAI), (6, FANG)), FANG),
        (RUN_IN, ((12, KAI), (3, FANG)), FANG),
        (RUN_IN, ((13, KAI), (2, FANG)), KAI),
        (RUN_IN, ((3, KAI), (9, SONG), (3, FANG)), FANG),
        (RUN_IN, ((5, KAI), (10, SONG)), SONG),
        (RUN_IN, ((6, SONG), (4, KAI), (3, FANG), (2, SONG)), FANG),
        (RUN_IN, (), Face()),
        ("加强全县组织领导。成立小组。", ((10, KAI), (4, FANG)), KAI),
        ("（一）加强组织领导。", ((6, KAI), (4, FANG)), KAI),
        ("（一）加强组织领导", ((6, KAI), (3, FANG)), KAI),
        ("1.加强组织领导。成立小组。", ((9, KAI), (5, FANG)), FANG),
        ("\u3000" * 9 + "2024年5月6日", ((9, SONG), (9, FANG)), FANG),
        ("          2024年5月6日", ((10, SONG), (9, FANG)), FANG),
        ("成立工作小组。", ((3, KAI), (1, SONG), (3, KAI)), KAI),
    ],
)
def test_the_face_of_most_of_what_follows_a_heading(
    text: str, faces: tuple[tuple[int, Face], ...], face: Face
) -> None:
    assert main_face(worn(Role.PARAGRAPH, text, Look(faces=faces))) == face


def found(role: Role, *blocks: tuple[Role, str, str]) -> list[str]:
    worn_ones = tuple(worn(one, text, Look(align=align)) for one, text, align in blocks)
    plan = Plan(title="", locality=Locality(name="", level=""))
    case = Case(plan, {}, {"实施方案": Document(worn_ones, pages=(Page(),))}, read=True)
    return [block.text for block in running_of(case, frozenset({role}))]


def test_the_title_itself_is_not_over_the_title() -> None:
    assert found(Role.TITLE, (Role.TITLE, "方案", "center")) == ["方案"]


def test_what_introduces_a_list_is_no_addressee() -> None:
    title = (Role.TITLE, "方案", "center")
    assert found(Role.PARAGRAPH, title, (Role.PARAGRAPH, "各乡镇：", "both")) == []
    text = (Role.PARAGRAPH, "现将有关事项通知如下：", "both")
    assert found(Role.PARAGRAPH, title, text) == ["现将有关事项通知如下："]


def test_what_stands_first_stands_under_nothing() -> None:
    first = (Role.PARAGRAPH, "各乡镇：", "both")
    assert found(Role.PARAGRAPH, first, (Role.TITLE, "方案", "center")) == ["各乡镇："]


def test_the_roles_of_text() -> None:
    assert {role.value for role in TEXT} == {
        "正文", "阶段", "名单", "主送机关", "附件说明", "署名", "成文日期", "附注",
    }  # fmt: skip
