"""Findings taken back into a Word document: comments on it, tracked changes in it."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from plangen.pipeline.documents import lint_document
from plangen.pipeline.review import annotate, mend_document
from plangen.problem import UserError
from plangen.read.docx import read_docx
from plangen.write.comments import Comment, annotated
from plangen.write.revisions import Change, revised
from tests.tools.documents import docx
from tests.tools.office import Office
from tests.tools.validate import faults

SAMPLE = Path(__file__).parents[1] / "samples" / "faults.docx"
RAW = SAMPLE.read_bytes()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "xmlns:w=" + f'"{W[1:-1]}"'


def xml(raw: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(raw)).read(part))


def words(element: etree._Element) -> str:
    """What an element says."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def text(raw: bytes) -> str:
    """The text with all tracked changes accepted."""
    return read_docx(raw, "x.docx").text


def rejected(raw: bytes) -> str:
    """The text with all tracked changes rejected."""
    root = xml(raw)
    for inserted in root.iter(f"{W}ins"):
        for run in list(inserted):
            inserted.remove(run)
    for deleted in root.iter(f"{W}delText"):
        deleted.tag = f"{W}t"
    for mark in list(root.iter(f"{W}del")):
        mark.tag = f"{W}ins"
    return text(with_body(raw, root))


def with_body(raw: bytes, root: etree._Element) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w") as new:
        for item in old.infolist():
            whole = item.filename == "word/document.xml"
            new.writestr(item, etree.tostring(root) if whole else old.read(item))
    return out.getvalue()


def document(*paragraphs: str) -> bytes:
    """The sample with these paragraphs (the inside of w:p) for its text."""
    root = xml(RAW)
    body = root[0]
    for old in body.findall(f"{W}p"):
        body.remove(old)
    for at, inner in enumerate(paragraphs):
        body.insert(at, etree.fromstring(f"<w:p {SPACE}>{inner}</w:p>"))
    return with_body(RAW, root)


def run(words: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def commented(raw: bytes) -> list[tuple[str, str]]:
    """Of every comment: the text it is on, and its first line."""
    root = xml(raw)
    out = []
    for comment in xml(raw, "word/comments.xml"):
        number = comment.get(f"{W}id")
        inside, found = False, ""
        for element in root.iter():
            if element.get(f"{W}id") == number and element.tag == f"{W}commentRangeStart":
                inside = True
            elif element.get(f"{W}id") == number and element.tag == f"{W}commentRangeEnd":
                inside = False
            elif inside and element.tag == f"{W}t":
                found += element.text or ""
        out.append((found, words(comment[0])))
    return out


# Comments


def test_each_finding_gets_a_comment_on_the_words_it_quotes() -> None:
    linted = lint_document(RAW, "faults.docx")
    assert len(linted.problems) > 20
    expected = Counter((p.quote, f"【{p.level.label}】{p.message}") for p in linted.problems)
    assert Counter(commented(annotate(RAW, "faults.docx", linted))) == expected


def test_nothing_else_of_an_annotated_document_is_changed() -> None:
    out = annotate(RAW, "faults.docx", lint_document(RAW, "faults.docx"))
    assert text(out) == text(RAW)
    old, new = ZipFile(BytesIO(RAW)), ZipFile(BytesIO(out))
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_the_runs_of_an_annotated_document_keep_their_look() -> None:
    raw = document(run("截止", "<w:b/>") + run("8月底前完成任务。", "<w:i/>"))
    out = annotated(raw, "x.docx", [Comment(1, 1, 4, ("甲",))])
    looks = [
        (
            words(part),
            [child.tag.removeprefix(W) for child in part[0]],
        )
        for part in xml(out).iter(f"{W}r")
        if part.find(f"{W}t") is not None
    ]
    assert looks == [("截", ["b"]), ("止", ["b"]), ("8月", ["i"]), ("底前完成任务。", ["i"])]
    assert commented(out) == [("止8月", "甲")]


def test_comments_that_overlap_keep_their_own_ends() -> None:
    raw = document(run("一二三四五六"))
    found = [Comment(1, 0, 4, ("甲",)), Comment(1, 2, 6, ("乙",)), Comment(1, 3, 4, ("丙",))]
    assert commented(annotated(raw, "x.docx", found)) == [
        ("一二三四", "甲"), ("三四五六", "乙"), ("四", "丙"),
    ]  # fmt: skip


def test_a_document_with_comments_keeps_them() -> None:
    once = annotated(document(run("一二三四")), "x.docx", [Comment(1, 0, 2, ("甲",))])
    twice = annotated(once, "x.docx", [Comment(1, 1, 3, ("乙",))])
    assert commented(twice) == [("一二", "甲"), ("二三", "乙")]


def test_a_comment_on_a_link_and_on_an_empty_paragraph() -> None:
    link = f"<w:hyperlink w:anchor='a'>{run('附件')}</w:hyperlink>{run('见后')}"
    out = annotated(
        document(link, ""), "x.docx", [Comment(1, 1, 3, ("甲",)), Comment(2, 0, 0, ("乙",))]
    )
    assert commented(out) == [("件见", "甲"), ("", "乙")]


def test_annotated_documents_are_valid() -> None:
    validator = OpenXmlValidator()
    out = annotate(RAW, "faults.docx", lint_document(RAW, "faults.docx"))
    assert faults(out, validator) == faults(RAW, validator)


def test_libreoffice_loses_nothing_of_a_content_control_with_comments(
    soffice: Office, tmp_path: Path
) -> None:
    inside = f"<w:p>{run('控件里的')}{run('截止目前文字。')}</w:p>"
    control = f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent><w:tc>{inside}</w:tc></w:sdtContent></w:sdt></w:tr>"
    raw = docx(control, f"<w:tbl>{cell}</w:tbl>", f"<w:p>{run('完成。')}</w:p>")
    found = [Comment(1, 4, 8, ("甲",)), Comment(1, 6, 8, ("乙",)), Comment(2, 4, 8, ("丙",))]
    path = tmp_path / "x.docx"
    path.write_bytes(annotated(raw, "x.docx", found))
    read = soffice.convert([path], "txt")[0].read_text(encoding="utf-8-sig")
    assert read.split() == ["控件里的截止目前文字。", "控件里的截止目前文字。", "完成。"]
    assert commented(path.read_bytes()) == [("", "甲"), ("目前", "乙"), ("", "丙")]


def test_what_is_no_docx_gets_no_comments() -> None:
    with pytest.raises(UserError, match=r"另存为 \.docx"):
        annotate("方案".encode(), "a.txt", lint_document("方案\n正文。".encode(), "a.txt"))


# Changes


def test_a_mended_document_reads_right_and_can_be_rejected() -> None:
    out, count = mend_document(RAW, "faults.docx")
    assert count == 4
    old, new = text(RAW).split("\n"), text(out).split("\n")
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        ("        何静波（镇党委副书记、镇长)", "        何静波（镇党委副书记、镇长）"),
        ("(一)健康教育组", "（一）健康教育组"),
        (
            "对照标准逐项整治，截止8月底完成主要任务。",
            "对照标准逐项整治，截至8月底完成主要任务。",
        ),
        (
            "1.加强组织领导。各村、各单位要把创建工作摆上重要议事日程,明确专人负责。",
            "1.加强组织领导。各村、各单位要把创建工作摆上重要议事日程，明确专人负责。",
        ),
    ]
    assert rejected(out) == text(RAW)


def test_what_is_accepted_at_once_reads_as_the_tracked() -> None:
    tracked, _ = mend_document(RAW, "faults.docx")
    accepted, _ = mend_document(RAW, "faults.docx", tracked=False)
    assert text(accepted) == text(tracked)
    assert not list(xml(accepted).iter(f"{W}ins", f"{W}del"))


def test_mending_twice_changes_nothing_more() -> None:
    once, _ = mend_document(RAW, "faults.docx")
    assert mend_document(once, "faults.docx") == (once, 0)


def test_a_mended_document_is_valid() -> None:
    validator = OpenXmlValidator()
    assert faults(mend_document(RAW, "faults.docx")[0], validator) == faults(RAW, validator)


def test_what_is_put_in_has_the_look_of_what_it_replaces() -> None:
    raw = document(run("截", "<w:b/>") + run("止目前", "<w:i/>"))
    out, made = revised(raw, "x.docx", [Change(1, 0, "截止目前", "截至目前")])
    assert len(made) == 1
    (inserted,) = xml(out).iter(f"{W}ins")
    assert words(inserted) == "至"
    assert inserted[0][0][0].tag == f"{W}i"
    assert text(out) == "截至目前"


def test_only_the_characters_that_differ_are_marked() -> None:
    out, _ = revised(document(run("成员:甲")), "x.docx", [Change(1, 0, "成员:", "成员：")])
    (deleted,) = xml(out).iter(f"{W}delText")
    assert deleted.text == ":"


def test_changes_of_one_paragraph_do_not_disturb_each_other() -> None:
    raw = document(run("甲,乙,丙(丁)"))
    wanted = [Change(1, 1, ",", "，"), Change(1, 3, ",", "，"), Change(1, 5, "(丁)", "（丁）")]
    out, made = revised(raw, "x.docx", wanted)
    assert len(made) == 3
    assert text(out) == "甲，乙，丙（丁）"
    assert rejected(out) == "甲,乙,丙(丁)"


@pytest.mark.parametrize("old", ["乙丙", ""])
def test_a_change_that_does_not_fit_is_left_out(old: str) -> None:
    raw = document(run("甲丁"))
    out, made = revised(
        raw, "x.docx", [Change(1, 0, old, "戊")] if old else [Change(9, 0, "甲", "乙")]
    )
    assert (out, made) == (raw, [])


def test_an_automatic_number_is_not_changed() -> None:
    number = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    raw = document(number + run("加强领导"))
    auto = text(raw)
    out, made = revised(raw, "x.docx", [Change(1, 0, auto[:1], "（")])
    assert made == [] or text(out)[-4:] == "加强领导"


def test_a_tracked_insertion_can_be_changed() -> None:
    raw = document(f"<w:ins w:id='7' w:author='某'>{run('甲,乙')}</w:ins>")
    out, made = revised(raw, "x.docx", [Change(1, 1, ",", "，")])
    assert len(made) == 1
    assert text(out) == "甲，乙"
    ids = [mark.get(f"{W}id") for mark in xml(out).iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids))


def test_a_text_file_keeps_its_encoding_and_line_ends() -> None:
    old = "实施方案\r\n一、目标\r\n截止目前,已经完成。\r\n"
    for codec in ("utf-8", "utf-8-sig", "gb18030"):
        out, count = mend_document(old.encode(codec), "a.txt")
        assert count == 2
        assert out.decode(codec) == "实施方案\r\n一、目标\r\n截至目前，已经完成。\r\n"
