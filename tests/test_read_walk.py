"""From characters to the elements that they stand in, and back into the package."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from plangen.problem import UserError
from plangen.read.docx import read_docx
from plangen.read.package import Package
from plangen.read.walk import Walked, walk
from plangen.read.xml import w as name
from plangen.template.markup import w
from tests.tools.documents import cell, docx, listed, lists, p, packed, t, table

NUMBERING = lists({1: {"levels": [{"format": "chineseCounting", "text": "%1、"}]}})


def opened(*body: str, **parts: str) -> tuple[Package, Walked]:
    package = Package.open(docx(*body, **parts), "x.docx")
    return package, walk(package)


def test_paragraphs_are_numbered_in_the_order_of_the_text() -> None:
    body = (p("甲"), table([cell(p("乙")), cell(table([cell(p("丙"))]), p())]), p("丁"))
    _, walked = opened(*body)
    assert [(one.number, one.text) for one in walked.paragraphs()] == [
        (1, "甲"),
        (2, "乙"),
        (3, "丙"),
        (4, ""),
        (5, "丁"),
    ]


def test_the_text_of_a_reading_has_a_line_for_each_paragraph() -> None:
    body = (p("甲"), table([cell(p("乙"))]), w("p", t("丙"), "<w:r><w:br/></w:r>"))
    _, walked = opened(*body)
    lines = read_docx(docx(*body), "x.docx").text.split("\n")
    assert lines == [one.text for one in walked.paragraphs()]


def test_characters_lead_to_their_elements() -> None:
    body = listed("甲乙", 1, 0).replace("</w:p>", f"<w:r><w:tab/></w:r>{t('丙丁')}</w:p>")
    _, walked = opened(body, numbering=NUMBERING)
    (paragraph,) = walked.paragraphs()
    assert paragraph.text == "一、甲乙\t丙丁"
    assert [(one.text, start, end) for one, start, end in paragraph.at(3, 6)] == [
        ("甲乙", 1, 2),
        ("\t", 0, 1),
        ("丙丁", 0, 1),
    ]
    assert [one.element.tag for one, _, _ in paragraph.at(3, 6)] == [
        name("t"),
        name("tab"),
        name("t"),
    ]
    assert [one.run.tag for one, _, _ in paragraph.at(0, 9)] == [name("r")] * 3
    assert paragraph.at(0, 2) == []


def test_a_joined_paragraph_knows_all_its_elements() -> None:
    gone = w("p", w("pPr", w("rPr", w("del", id=1, author="某"))), t("甲"))
    _, walked = opened(gone, p("乙"))
    (paragraph,) = walked.paragraphs()
    assert [one.tag for one in paragraph.elements] == [name("p")] * 2
    assert [one.run.getparent() for one in paragraph.pieces] == list(paragraph.elements)


def test_a_changed_part_goes_back_and_all_others_stay() -> None:
    package, walked = opened(p("甲"), p("乙"), styles="", numbering=NUMBERING)
    walked.paragraphs()[1].pieces[0].element.text = "改"
    raw = package.replaced(walked.roots)
    assert read_docx(raw, "x.docx").text == "甲\n改"
    before, after = package.archive, zipfile.ZipFile(BytesIO(raw))
    assert after.namelist() == before.namelist()
    others = [one for one in before.namelist() if one != "word/document.xml"]
    assert len(others) == 5
    assert [after.read(one) for one in others] == [before.read(one) for one in others]
    assert [one.date_time for one in after.infolist()] == [
        one.date_time for one in before.infolist()
    ]


def test_an_added_part_is_packed() -> None:
    package, walked = opened(p("甲"))
    raw = package.replaced({"word/comments.xml": walked.roots[package.main]})
    assert zipfile.ZipFile(BytesIO(raw)).namelist()[-1] == "word/comments.xml"


def test_a_strict_part_stays_strict() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{p("甲")}</w:body></w:document>'
    package = Package.open(packed({"word/document.xml": body}), "x.docx")
    raw = package.replaced(walk(package).roots)
    written = zipfile.ZipFile(BytesIO(raw)).read("word/document.xml").decode()
    assert f'xmlns:w="{strict}"' in written
    assert read_docx(raw, "x.docx").text == "甲"


def test_a_package_with_a_password_is_refused() -> None:
    raw = bytearray(docx(p("甲")))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + offset] |= 1
            at = raw.find(mark, at + 1)
    with pytest.raises(UserError, match="压缩包加了密码"):
        read_docx(bytes(raw), "x.docx")
