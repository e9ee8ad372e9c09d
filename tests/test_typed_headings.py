"""Headings that are typed in the text of a letter have the faces of their levels."""

from __future__ import annotations

import pytest

from plangen.compose.typed_headings import headed
from plangen.model.document import Role, block


@pytest.mark.parametrize(
    ("text", "role", "heads"),
    [
        ("一、活动时间", Role.HEADING1, "一、活动时间"),
        ("一、关于水库加固。由市水利局牵头。", Role.HEADING1, "一、关于水库加固。"),
        ("（二）开展演练。各企业组织1次演练。", Role.HEADING2, "（二）开展演练。"),
        ("（二）活动内容", Role.HEADING2, "（二）活动内容"),
        # sentences, lists that go on, the third level, no ordinal at all
        ("一、各部门要高度重视。", Role.PARAGRAPH, ""),
        ("一、各部门应当高度重视。力戒形式主义。", Role.PARAGRAPH, ""),
        ("（一）报名表；", Role.PARAGRAPH, ""),
        (f"一、{'字' * 31}", Role.PARAGRAPH, ""),
        ("一、", Role.PARAGRAPH, ""),
        ("1.活动时间", Role.PARAGRAPH, ""),
        ("活动时间", Role.PARAGRAPH, ""),
    ],
)
def test_a_typed_heading(text: str, role: Role, heads: str) -> None:
    found = headed(block(Role.PARAGRAPH, text))
    assert (found.role, found.text) == (role, text)
    assert "".join(span.text for span in found.spans if span.head) == heads


def test_what_is_no_paragraph_stays_as_it_is() -> None:
    listed = block(Role.ANNEX_LIST, "一、活动时间")
    assert headed(listed) == listed
