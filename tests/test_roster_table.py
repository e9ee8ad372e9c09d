"""Rosters in tables, by the words of their heads."""

from __future__ import annotations

import pytest

from plangen.model.document import Block, Role, Row, Table
from plangen.recognise.roster_table import table_roster

Found = list[tuple[str, list[tuple[str, tuple[str, ...]]]]]


def read(*rows: str) -> Found:
    """Role, then names and posts, of a table whose cells are parted by |."""
    table = Table(tuple(Row(tuple((cell,) for cell in row.split("|"))) for row in rows))
    found = table_roster(Block(Role.TABLE, table=table)) or []
    return [(one.role, [(who.name, who.posts) for who in one.people]) for one in found]


HEADS = [
    ("组内职务|姓名|职务", "组长|周庆元|县长", "|何静波|副县长"),
    ("职务|姓名|单位|职务", "组长|周庆元|县政府|县长", "|何静波|县政府|副县长"),
    ("序号|姓名|单位及职务|小组职务", "1|周庆元|县长|组长", "2|何静波|副县长|"),
]
POSTS = [
    [("周庆元", ("县长",)), ("何静波", ("副县长",))],
    [("周庆元", ("县政府县长",)), ("何静波", ("县政府副县长",))],
    [("周庆元", ("县长",)), ("何静波", ("副县长",))],
]


@pytest.mark.parametrize(("rows", "people"), list(zip(HEADS, POSTS, strict=True)))
def test_columns_are_known_by_their_heads(
    rows: tuple[str, ...], people: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert read(*rows) == [("组长", people)]


def test_posts_after_the_name_are_no_roles() -> None:
    assert read("姓名|职务", "周庆元|主任", "何静波|书记") == [
        ("成员", [("周庆元", ("主任",)), ("何静波", ("书记",))])
    ]


def test_a_table_without_names_is_no_roster() -> None:
    assert read("序号|任务|牵头单位", "1|制定方案|县卫生健康局") == []
