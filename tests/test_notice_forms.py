"""Notices as offices type them: every form in tests/forms/notices, as text and as plain Word.

A form is the lines on paper, and what must be read out of them, all of it: what a form does not
name must not be found either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plangen.model.plan import Notice, Plan
from plangen.pipeline.documents import lint_document, read
from plangen.pipeline.importing import import_document
from plangen.recognise.notice import approved
from plangen.text.dates import Date
from tests.test_documents_odd import FLUSH, TEXT, TITLE, document
from tests.test_documents_odd import SIGNED as SIGN
from tests.tools.documents import cell, docx, p, table

FOLDER = Path(__file__).parent / "forms" / "notices"
FORMS = [
    pytest.param(form, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, form in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
SHORT = 14  # characters of a text that is compared whole
ALWAYS = ("doubts", "ends", "locality")  # compared where a form names them


def typed(text: str) -> str:
    """A form's text; a page break is written as a backslash and f."""
    return text.replace("\\f", "\f")


def as_text(text: str) -> bytes:
    return typed(text).encode()


def as_word(text: str) -> bytes:
    """Every line a paragraph without any looks."""
    return docx(*map(p, typed(text).replace("\f", "").rstrip("\n").split("\n")))


def said(raw: bytes, name: str) -> dict[str, Any]:
    """What was read, without what is empty."""
    found = read(raw, name)
    plan = found.case.plan
    every = {
        **(noticed(plan.notice) if plan.notice else {}),
        "plan": plan.title,
        "addressed": list(plan.to),
        "outline": [section.heading for section in plan.outline],
        "leaders": led(plan),
        "ends": last(plan),
        "locality": plan.locality.name,
        "doubts": [doubt.message for doubt in found.recognised.doubts],
    }
    return {key: value for key, value in every.items() if value}


def noticed(notice: Notice) -> dict[str, Any]:
    printed = notice.printed
    return {
        "issuer": joined(notice.issuer),
        "copy_number": notice.copy_number,
        "secrecy": notice.secrecy,
        "urgency": notice.urgency,
        "mark": notice.mark,
        "number": notice.number,
        "title": notice.title,
        "draft": notice.draft,
        "to": joined(notice.to),
        "body": shortened(notice.body),
        "annexes": [annex.title for annex in notice.annexes],
        "signature": joined(notice.signature),
        "date": day(notice.date),
        "note": notice.note,
        "contact": [f"{line.label}：{line.value}" for line in notice.contact],
        "copy_to": list(notice.copy_to),
        "printed": f"{printed.by} {day(printed.date)}" if printed else "",
    }


def joined(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def shortened(text: str) -> str:
    """The beginning and the end of a text: 7 and 6 characters."""
    text = text.replace("\n", "　")
    return text if len(text) <= SHORT else f"{text[:7]}…{text[-6:]}"


def day(date: Date | None) -> str:
    parts = (date.year, date.month, date.day) if date else ()
    return "-".join(str(part) for part in parts if part)


def led(plan: Plan) -> str:
    if plan.leaders is None:
        return ""
    roles = "、".join(f"{role.role}{len(role.people)}" for role in plan.leaders.roster)
    return f"{plan.leaders.name}：{roles}"


def last(plan: Plan) -> str:
    """The last paragraph of a plan."""
    sections = plan.outline[-1:]
    texts = [plan.preamble, *(section.text for section in sections), plan.closing]
    return next((text.split("\n")[-1] for text in reversed(texts) if text), "")


def expected(form: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What a form says, and of what it may leave out what was found."""
    wanted = {key: str(value) if key == "date" else value for key, value in form["said"].items()}
    if wanted.get("issuer") == "":
        del wanted["issuer"]
    return {key: found[key] for key in ALWAYS if key in found} | wanted


def test_there_are_many_forms() -> None:
    assert len(FORMS) >= 50


@pytest.mark.parametrize("form", FORMS)
def test_a_notice_typed_as_text_is_read(form: dict[str, Any]) -> None:
    found = said(as_text(form["text"]), "x.txt")
    assert found == expected(form, found)


@pytest.mark.parametrize("form", FORMS)
def test_a_notice_typed_in_word_is_read(form: dict[str, Any]) -> None:
    found = said(as_word(form["text"]), "x.docx")
    assert found == expected(form, found)


# What only Word has: heads, signatures and imprints in tables, titles in big letters

BELOW = ("霁川县教育局关于开展健康教育活动的通知", "各中小学校：", "现将活动安排通知如下。")
SIGNED = ("霁川县教育局", "2024年4月2日")
SAID = {
    "issuer": "霁川县教育局",
    "number": "霁教发〔2024〕8号",
    "title": BELOW[0],
    "to": "各中小学校",
    "body": BELOW[2],
    "signature": "霁川县教育局",
    "date": "2024-4-2",
    "locality": "霁川县",
}


def rows(*lines: str) -> str:
    """A table; cells are parted by |, their paragraphs by /."""
    return table(*([cell(*map(p, text.split("/"))) for text in line.split("|")] for line in lines))


HEADS = {
    "mark": (rows("霁川县教育局文件"), p("霁教发〔2024〕8号")),
    "number and signer": (p("霁川县教育局文件"), rows("霁教发〔2024〕8号|签发人：何川")),
    "a picture for the mark": (p(), p("霁教发〔2024〕8号")),
}


def test_a_head_in_one_table_is_read_with_its_corner() -> None:
    lines = ("000012|机密★1年|特急", "霁川县教育局文件", "霁教发〔2024〕8号|签发人：何川")
    corner = {"copy_number": "000012", "secrecy": "机密★1年", "urgency": "特急"}
    assert said(docx(rows(*lines), *map(p, (*BELOW, *SIGNED))), "x.docx") == SAID | corner


@pytest.mark.parametrize("head", HEADS.values(), ids=list(HEADS))
def test_a_head_in_tables_is_read(head: tuple[str, ...]) -> None:
    assert said(docx(*head, *map(p, (*BELOW, *SIGNED))), "x.docx") == SAID


@pytest.mark.parametrize(
    "marks", [("霁川县教育局/霁川县财政局|文件",), ("霁川县教育局|文件", "霁川县财政局|")]
)
def test_a_joint_mark_in_a_table_is_read(marks: tuple[str, ...]) -> None:
    signed = rows("霁川县教育局|霁川县财政局", "|2024年4月2日")
    raw = docx(rows(*marks), p("霁教发〔2024〕8号"), *map(p, BELOW), signed)
    both = ["霁川县教育局", "霁川县财政局"]
    assert said(raw, "x.docx") == SAID | {"issuer": both, "signature": both}


def test_what_a_web_page_says_of_a_document_in_a_table_is_set_apart() -> None:
    page = rows("索引号|11500/2024-1|主题分类|教育", "发布机构|县教育局|成文日期|2024-04-02")
    found = said(docx(page, *map(p, (*BELOW, *SIGNED))), "x.docx")
    assert found == {key: value for key, value in SAID.items() if key != "number"}


def test_a_page_in_big_letters_below_the_date_is_an_annex_though_it_has_no_label() -> None:
    dressed = zip(
        (*BELOW, *SIGNED, "参加回执"), (TITLE, FLUSH, TEXT, SIGN, SIGN, TITLE), strict=True
    )
    found = said(document(*dressed, ("单位：　　姓名：", TEXT)), "x.docx")
    expected = {key: value for key, value in SAID.items() if key != "number"}
    assert found == expected | {"annexes": ["参加回执"]}


def test_a_finding_about_the_number_stands_at_the_number() -> None:
    text = "\n".join(("霁川县教育局文件", "霁教发[2024]第8号", *BELOW, *SIGNED))
    problems = lint_document(text.encode(), "x.txt").problems
    assert [(one.where.line, one.quote) for one in problems if one.rule == "number-form"] == [
        (2, "霁教发[2024]第8号")
    ]


def test_a_form_is_told_from_a_plan_once() -> None:
    text = "\n".join(("霁川县教育局关于申请经费的请示", "县人民政府：", "现申请经费。", *SIGNED))
    problems = lint_document(text.encode(), "x.txt").problems
    assert [one.message for one in problems if one.rule == "plan-unread"] == [
        "这是请示，不是实施方案，只核对了请示的各要素、文字和版面"
    ]


def test_marks_that_are_broken_within_one_paragraph_are_several() -> None:
    names = ("霁川县卫生健康局", "霁川县财政局", "霁川县教育局")
    raw = document(
        ("霁川县卫生健康局\n霁川县财政局　文件\n霁川县教育局", TITLE),
        ("霁卫发〔2024〕12号", FLUSH),
        ("\n".join(("　".join(names), "关于开展专项行动的通知")), TITLE),
        ("各中小学校：", FLUSH),
        ("现将有关事项通知如下。", TEXT),
        ("　".join(names), SIGN),
        ("2024年3月20日", SIGN),
    )
    notice = read(raw, "x.docx").case.plan.notice
    assert notice is not None
    assert (notice.issuer, notice.signature, notice.title) == (
        names,
        names,
        "霁川县卫生健康局 霁川县财政局 霁川县教育局关于开展专项行动的通知",
    )
    rules = {problem.rule for problem in lint_document(raw, "x.docx").problems}
    assert not rules & {"issuer-differs", "plan-title-differs", "closing-wrong"}


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("已经县政府同意", "县政府"),
        ("已经区政府第42次常务会议研究通过", "区政府"),
        ("经县第十七届人民政府第三十五次常务会议审议通过", "县第十七届人民政府"),
        ("已经县委、县政府研究同意", "县委、县政府"),
    ],
)
def test_who_approved_a_plan_has_no_session_in_it(said: str, who: str) -> None:
    assert approved(f"《霁川县安全生产工作方案》{said}，现印发给你们。") == who


def test_a_letter_without_a_title_is_imported_with_one_to_fill_in() -> None:
    text = "县财政局：\n需经费20万元，请贵局安排为盼。\n霁川县林业局\n2024年11月8日\n"
    spec = import_document(text.encode(), "x.txt").text
    assert spec[spec.index("notice:") :].splitlines()[1:3] == [
        "  title: 霁川县林业局关于XX的函",
        "  issuer: [霁川县林业局]",
    ]
