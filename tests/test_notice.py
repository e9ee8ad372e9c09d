"""Composing a notice: its elements, its signature, its annexes, and how it fits its page."""

from __future__ import annotations

import pytest

from plangen.compose.fit import fitted
from plangen.model.document import Block, Indent, Role, block
from tests.tools.shown import document, notice, shown

BODY = "正文 现将《青山县卫生创建实施方案》印发给你们，请认真组织实施。"


def places(blocks: list[Block], *roles: Role) -> list[tuple[str, float | None, float | None]]:
    """Text, left and right indent (in 字) of the blocks of some roles."""
    found = [(item.text, item.indent or Indent()) for item in blocks if item.role in roles]
    return [(text, indent.left, indent.right) for text, indent in found]


# Signatures (7.3.5): left and right indents in 字 of 28 a line

SIGNATURES = [
    # With a seal: the date 右空四字, the name centred on it; digits are half a 字 wide.
    ("市教育局", "是", "2026-01-05", [("市教育局", None, 5), ("2026年1月5日", None, 4)]),
    ("青山县人民政府办公室", "是", "2024-01-08",
     [("青山县人民政府办公室", None, 2), ("2024年1月8日", None, 4)]),
    # A name longer than the date by more than eight stands flush right, the date centred on it.
    ("青山县创建国家卫生县城工作领导小组办公室", "是", "2026-01-05",
     [("青山县创建国家卫生县城工作领导小组办公室", None, 0), ("2026年1月5日", None, 7)]),
    # Without: the name 右空二字, the date two 字 right of the name's start.
    ("青山县人民政府办公室", "否", "2026-01-05",
     [("青山县人民政府办公室", 16, 0), ("2026年1月5日", 18, 0)]),
    # A date longer than the name: the date 右空二字, the name two 字 left of it.
    ("市教育局", "否", "2026-01-05", [("市教育局", 18, 0), ("2026年1月5日", None, 2)]),
    # Joint, without seals: one below the other.
    ("[甲县教育局, 甲县卫生健康局]", "否", "2026-11-25",
     [("甲县教育局", 19, 0), ("甲县卫生健康局", 19, 0), ("2026年11月25日", None, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "seal", "date", "expected"), SIGNATURES)
def test_a_signature_stands_where_clause_7_3_5_puts_it(
    issuer: str, seal: str, date: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    blocks = notice(f"issuer: {issuer}\nseal: {seal}\ndate: {date}")
    assert places(blocks, Role.SIGNATURE, Role.DATE) == expected


def test_two_blank_lines_leave_room_for_a_seal() -> None:
    sealed = notice("issuer: 甲局\nseal: 是\ndate: 2024-01-08")
    plain = notice("issuer: 甲局\nseal: 否\ndate: 2024-01-08")
    tails = [[shown(item) for item in blocks][-4:] for blocks in (sealed, plain)]
    assert tails == [
        ["空行", "空行", "署名 甲局", "成文日期 2024年1月8日"],
        [BODY, "空行", "署名 甲局", "成文日期 2024年1月8日"],
    ]


def test_joint_issuers_take_their_seals_in_rows_with_the_date_under_the_last() -> None:
    (table,) = (
        item
        for item in notice("issuer: [甲局, 乙局, 丙局]\ndate: 2024-01-08")
        if item.role is Role.SIGNATURE_TABLE
    )
    assert shown(table) == "联合署名 甲局 | 乙局 | 丙局 /  |  | 2024年1月8日"


@pytest.mark.parametrize(
    ("lengths", "rows", "widths"),
    [
        ((13, 13), [(13, 13)], ()),
        ((14, 10), [(14, 10)], (15, 11)),  # not even, but on one line
        ((16, 10), [(16, 10)], (17, 11)),
        ((16, 11), [(16,), (11,)], ()),
        ((9, 8, 8), [(9, 8, 8)], (10, 9, 9)),
        ((10, 10, 4, 4), [(10, 10), (4, 4)], ()),
        ((15, 4, 5, 11), [(15, 4), (5, 11)], (16, 12)),
    ],
)
def test_joint_issuers_stand_in_a_row_while_their_names_have_room(
    lengths: tuple[int, ...], rows: list[tuple[int, ...]], widths: tuple[float, ...]
) -> None:
    names = "甲乙丙丁"
    issuers = [name * length for name, length in zip(names, lengths, strict=False)]
    table = next(
        item.table
        for item in notice(f"issuer: [{', '.join(issuers)}]")
        if item.table and item.role is Role.SIGNATURE_TABLE
    )
    signed = [row.cells for row in table.rows if any(len(cell) == 1 for cell in row.cells)]
    assert [tuple(len(cell[0]) for cell in row if cell) for row in signed] == rows
    assert table.widths == widths


# Notices


def test_a_notice_from_little_has_its_defaults() -> None:
    assert [
        shown(item)
        for item in notice("""
        issuer: 青山县人民政府办公室
        number: 青政办发〔2024〕12号
        to: [各乡镇人民政府, 县政府各部门]
        date: 2024-01-08
        note: （此件公开发布）
        """)
    ] == [
        "发文机关标志 青山县人民政府办公室文件",
        "空行",
        "空行",
        "发文字号 青政办发〔2024〕12号",
        "空行",
        "空行",
        "标题 青山县人民政府办公室关于印发↵《青山县卫生创建实施方案》的通知",
        "空行",
        "主送机关 各乡镇人民政府，县政府各部门：",
        BODY,
        "空行",
        "空行",
        "署名 青山县人民政府办公室",
        "成文日期 2024年1月8日",
        "附注 （此件公开发布）",
    ]


def test_a_draft_has_no_red_head_and_says_what_it_is() -> None:
    assert [
        shown(item)
        for item in notice("""
        issuer: 青山县人民政府办公室
        number: 青政办发〔2024〕12号
        to: [各乡镇人民政府]
        to_place: 版记
        date: 2024
        draft: 是
        """)
    ] == [
        "标题 青山县人民政府办公室关于印发↵《青山县卫生创建实施方案》的通知↵（征求意见稿）",
        "空行",
        "主送机关 各乡镇人民政府：",
        "正文 现将《青山县卫生创建实施方案》（征求意见稿）印发给你们，请认真研究并提出修改意见。",
        "空行",
        "署名 青山县人民政府办公室",
        "成文日期 2024年",
    ]


def test_a_notice_says_who_approved_the_plan() -> None:
    texts = [shown(item) for item in notice("issuer: 甲局\napproved_by: 县委、县政府")]
    assert (
        "正文 《青山县卫生创建实施方案》已经县委、县政府同意，现印发给你们，请认真组织实施。"
        in texts
    )


def test_joint_issuers_share_the_mark_and_are_spaced_in_the_title() -> None:
    texts = [
        shown(item) for item in notice("issuer: [甲县教育局, 甲县财政局]\nnumber: 甲教〔2024〕1号")
    ]
    assert [text for text in texts if text.startswith(("联合发文机关标志", "标题"))] == [
        "联合发文机关标志 甲县教育局·甲县财政局 | 文件",
        "标题 甲县教育局 甲县财政局关于印发↵《青山县卫生创建实施方案》的通知",
    ]


def test_contacts_stand_in_brackets_below_the_note() -> None:
    contact = "[{label: 联系人, value: 陆知秋}, {label: 电话, value: 0900-5550126}]"
    blocks = notice(f"issuer: 甲局\ndate: 2024-01-08\nnote: 此件公开发布\ncontact: {contact}")
    assert [shown(item) for item in blocks[-2:]] == [
        "附注 （此件公开发布）",
        "附注 （联系人：陆知秋；电话：0900-5550126）",
    ]


IMPRINTS = [
    ("date: 2024-01-08", "甲局 / 2024年1月8日印发"),
    ("copy_to: [县委, 县法院]", "抄送：县委，县法院。 / 甲局 /"),
    (
        "to: [乙, 丙]\n  to_place: imprint\n  copy_to: 丁\n  date: 2024-01-08\n"
        "  printed: {by: 甲局办公室, date: 2024-01-09}",
        "主送：乙，丙。 / 抄送：丁。 / 甲局办公室 / 2024年1月9日印发",
    ),
]


@pytest.mark.parametrize(("spec", "expected"), IMPRINTS)
def test_the_imprint_ends_a_notice(spec: str, expected: str) -> None:
    last = document(f"notice:\n  issuer: 甲局\n  {spec}", "通知").blocks[-1]
    assert shown(last) == f"版记 {expected}"


# Annexes


def annex_list(titles: str) -> list[tuple[str, float | None, float | None]]:
    """Text, left indent and hanging of the 附件说明."""
    blocks = document(f"preamble: 引言。\nannexes: {titles}", "实施方案").blocks
    listed = [(b.text, b.indent or Indent()) for b in blocks if b.role is Role.ANNEX_LIST]
    return [(text, indent.left, indent.first) for text, indent in listed]


def test_a_single_annex_has_no_number_and_wraps_under_its_name() -> None:
    assert annex_list("[任务表]") == [("附件：任务表", 5, -3)]


def test_numbered_annexes_stand_under_one_another() -> None:
    expected = [("附件：1.任务表", 6, -4), *((f"{n}.表{n}", 6, -1) for n in range(2, 10))]
    titles = "任务表, " + ", ".join(f"表{n}" for n in range(2, 11))
    assert annex_list(f"[{titles}]") == [*expected, ("10.表10", 6.5, -1.5)]


def test_an_annex_has_its_label_title_text_and_tables() -> None:
    found = document(
        """
        preamble: 引言。
        leaders:
          name: 领导小组
          roster:
            - {role: 组长, people: [{name: 李平, posts: [县长, 书记]}]}
            - {role: 成员, units: 甲局}
        groups:
          - name: 甲组
            roster: [{role: 组长, people: [王一, 王二]}]
            units: 甲局
            clauses: B1
        annexes:
          - {title: 名单, show: roster}
          - {title: 分解表, show: assignments, text: 说明。}
          - title: 任务表
            table: {head: [序号, 事项], rows: [["1", "甲\\n乙"]]}
        """,
        "实施方案",
    ).blocks
    start = next(i for i, item in enumerate(found) if item.role is Role.ANNEX_LABEL)
    assert [shown(item) for item in found[start:]] == [
        "附件 附件1",
        "空行",
        "附件标题 名单",
        "空行",
        "表格 序号 | 姓名 | 职务 | 组内职务 / 1 | 李平 | 县长、书记 | 组长 / 2 |  | 甲局 | 成员",
        "附件 附件2",
        "空行",
        "附件标题 分解表",
        "空行",
        "正文 说明。",
        "表格 序号 | 责任组 | 组长 | 成员单位 | 负责条款 / 1 | 甲组 | 王一、王二 | 甲局 | B1",
        "附件 附件3",
        "空行",
        "附件标题 任务表",
        "空行",
        "表格 序号 | 事项 / 1 | 甲·乙",
    ]
    assert [item.text for item in found if item.new_page] == ["附件1", "附件2", "附件3"]


def test_the_notice_s_own_annexes_stand_in_both_of_its_documents() -> None:
    notice = "notice: {issuer: 甲局, annexes: [{title: 名单, text: 甲乙。}]}\npreamble: 引言。"
    ends = [document(notice, kind).texts()[-3:-1] for kind in ("通知", "印发稿")]
    assert ends == [["名单", "甲乙。"]] * 2


def test_the_issued_plan_starts_a_page_and_has_no_label() -> None:
    blocks = document(
        "notice: {issuer: 甲局, date: 2024-01-08}\npreamble: 引言。", "印发稿"
    ).blocks
    start = next(i for i, item in enumerate(blocks) if item.new_page)
    assert [shown(item) for item in blocks[start:]] == [
        "标题 青山县卫生创建实施方案",
        "空行",
        "正文 引言。",
        "版记 甲局 / 2024年1月8日印发",
    ]


def test_a_plan_ends_with_its_closing_and_contacts() -> None:
    blocks = document(
        """
        closing: 请于月底前报送。
        contact: [{label: 联系人, value: 陆知秋}, {label: 电话, value: 0900}]
        """,
        "实施方案",
    ).blocks
    assert [shown(item) for item in blocks[2:]] == [
        "正文 请于月底前报送。",
        "名单 联系人：陆知秋",
        "名单 电话：0900",
    ]


# Fit: blank lines a little lower where that saves a page


def one_page(lines: int, blanks: int = 6) -> list[Block]:
    """A mark (5 lines), a number (1.3), a title and so many lines of text."""
    text = [block(Role.PARAGRAPH, "字")] * lines
    return [block(Role.MARK, "标志"), block(Role.NUMBER, "号"), block(Role.TITLE, "题"),
            *[block(Role.BLANK)] * blanks, *text]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "tight"),
    [
        (8, False),  # 5 + 1.3 + 1 + 8 + 6 = 21.3 lines fit
        (9, True),  # 22.3 don't, 16.3 + 6 × 0.9 = 21.7 do
        (10, False),  # 22.7 don't either: a second page it is
    ],
)
def test_blank_lines_are_set_lower_only_where_that_saves_a_page(lines: int, tight: bool) -> None:
    found = fitted(one_page(lines))
    assert {item.tight for item in found if item.role is Role.BLANK} == {tight}
    assert not any(item.tight for item in found if item.role is not Role.BLANK)


def signed(lines: int, above: int) -> list[Block]:
    """A notice with so many blank lines above its signature, and a note below."""
    end = [block(Role.SIGNATURE, "某办"), block(Role.DATE, "某日"), block(Role.REMARK, "（某）")]
    return [*one_page(lines), *[block(Role.BLANK)] * above, *end]


@pytest.mark.parametrize(
    ("lines", "above", "left"),
    [
        (4, 2, 8),  # 5 + 1.3 + 1 + 4 + 3 + 8 × 0.9 = 21.5
        (5, 2, 7),  # 22.5 is too much, with a line less 21.6 are not
        (6, 2, 8),  # 22.6: it goes over, as it is
        (5, 1, 7),  # one alone stays: 21.6
        (6, 1, 7),
    ],
)
def test_one_of_two_blank_lines_above_the_signature_goes_where_that_saves_a_page(
    lines: int, above: int, left: int
) -> None:
    found = fitted(signed(lines, above))
    assert sum(item.role is Role.BLANK for item in found) == left


def test_a_draft_without_a_red_head_is_left_as_it_is() -> None:
    blocks = one_page(9)[1:]
    assert fitted(blocks) == blocks
