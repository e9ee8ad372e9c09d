"""Documents of any format: told by their content, converted where need be, refused in words."""

from __future__ import annotations

import os
import stat
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.pipeline.importing import import_document
from plangen.problem import UserError
from plangen.read import Reading
from plangen.read.convert import VARIABLE, Old, Patience, convert, find_office
from plangen.read.files import LARGEST, read_document, read_documents
from tests.tools.documents import docx, p
from tests.tools.office import Office

SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE = SAMPLES / "xx-town-通知.docx"
PLANS = [SAMPLES / f"{name}-印发稿.docx" for name in ("xx-county", "xx-roadmap")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WAY_OUT = "请用 WPS 或 Word 打开，另存为 .docx 再用"


def said(reading: Reading) -> list[str]:
    return [f"{problem.rule}：{problem.message}" for problem in reading.problems]


def refusal(raw: bytes, name: str) -> str:
    with pytest.raises(UserError) as refused:
        read_document(raw, name)
    return str(refused.value)


def texts(reading: Reading | UserError) -> list[str]:
    assert isinstance(reading, Reading)
    return [" ".join(text.split()) for text in reading.document.texts()]


def program(folder: Path, script: str) -> str:
    """A program that stands where LibreOffice is looked for."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


# What needs no conversion


def test_a_text_under_the_name_of_a_word_file_is_read_as_text() -> None:
    reading = read_document("一、工作目标\n".encode("gb18030"), "方案.doc")
    assert (texts(reading), reading.kind, said(reading)) == (
        ["一、工作目标"],
        "text",
        ["read-misnamed：文件名的后缀是“.doc”，内容其实是“纯文本”，按内容读"],
    )


def test_a_docx_under_the_name_of_an_old_word_file_is_read_as_it_is() -> None:
    reading = read_document(docx(p("一、工作目标")), "方案.DOC")
    assert (texts(reading), reading.kind, said(reading)) == (
        ["一、工作目标"],
        "docx",
        ["read-misnamed：文件名的后缀是“.doc”，内容其实是“Word 文档（.docx）”，按内容读"],
    )


def test_a_docx_without_a_suffix_is_read_as_it_is() -> None:
    assert said(read_document(docx(p("一、工作目标")), "方案")) == [
        "read-misnamed：文件名没有后缀，内容其实是“Word 文档（.docx）”，按内容读"
    ]


def test_what_word_keeps_beside_an_open_document_is_none() -> None:
    with pytest.raises(UserError) as refused:
        read_document(b"\x05admin".ljust(162, b"\0"), "公文/~$方案.docx")
    assert str(refused.value) == (
        "“公文/~$方案.docx”是 Word、WPS 打开文档时的临时文件，不是文档；请给出文档本身"
    )


def test_a_document_that_is_only_named_like_what_word_keeps_beside_it_is_read() -> None:
    assert texts(read_document(docx(p("一、工作目标")), "~$方案.docx")) == ["一、工作目标"]


@pytest.mark.parametrize("name", ["方案.txt", "方案", "方案.2024", "-"])
def test_a_text_may_have_any_name_that_is_no_other_kind(name: str) -> None:
    reading = read_document("# 目标\n".encode(), name)
    assert (texts(reading), reading.problems) == (["# 目标"], ())


@pytest.mark.parametrize("name", ["方案.md", "方案.MD", "方案.markdown"])
def test_markdown_is_told_by_its_name(name: str) -> None:
    reading = read_document("# 目标\n".encode(), name)
    assert (texts(reading), reading.problems) == (["目标"], ())


def _archive(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


REFUSED = [
    (b"", "方案.docx", "“方案.docx”是空文件，没有内容；可能没有保存成功，或没有拷贝完整"),
    (b" \r\n\t\n", "方案.txt", "“方案.txt”里没有文字"),
    (
        b"%PDF-1.7\n",
        "方案.doc",
        "“方案.doc”是 PDF，不能直接读；请在 PDF 里全选、复制，粘贴到 .txt 文件再用，"
        "或用 WPS 转为 Word（.docx）；扫描的 PDF 要先作文字识别",
    ),
    (
        b"x" * (LARGEST + 1),
        "方案.txt",
        "“方案.txt”有 50 MB，超过 50 MB；多半是图片太大，可在 WPS 或 Word 里压缩图片，"
        "或删去图片后再用",
    ),
]


@pytest.mark.parametrize(("raw", "name", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_with_the_way_out(
    raw: bytes, name: str, message: str
) -> None:
    assert refusal(raw, name) == message


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"MIME-Version: 1.0\n", "网页"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (OLE + "Workbook".encode("utf-16-le"), "电子表格"),
        (OLE + "EncryptedPackageWordDocument".encode("utf-16-le"), "密码"),
        (_archive("xl/workbook.xml"), "电子表格"),
        (_archive("OFD.xml"), "OFD"),
        (_archive("a.txt"), "压缩包"),
        (b"PK\x03\x04" + b"x" * 50, "损坏"),
        (b"\0" * 50, "损坏"),
    ],
)
def test_what_is_no_document_is_called_by_its_name(raw: bytes, what: str) -> None:
    assert what in refusal(raw, "方案.doc")


def test_a_document_of_pictures_alone_is_refused() -> None:
    scanned = BytesIO(docx(p()))
    with ZipFile(scanned, "a") as archive:
        archive.writestr("word/media/image1.png", b"x")
        archive.writestr("word/media/image2.png", b"x")
    assert refusal(scanned.getvalue(), "方案.docx") == (
        "“方案.docx”里没有文字，只有 2 张图片（多半是扫描件）；"
        "请先作文字识别（WPS：图片转文字），存为 .docx 或 .txt 再用"
    )


def test_each_of_several_documents_has_its_own_result() -> None:
    results = read_documents([("甲".encode(), "a.txt"), (b"", "b.txt"), ("乙".encode(), "c.txt")])
    assert [r if isinstance(r, UserError) else texts(r) for r in results] == [
        ["甲"],
        results[1],
        ["乙"],
    ]
    assert str(results[1]).startswith("“b.txt”是空文件")


BEGINS = (b"", b"PK\x03\x04", b"%PDF", b"<?xml ", b"\xff\xfe", b"\xef\xbb\xbf", b"\0")


@given(st.sampled_from(BEGINS), st.binary(max_size=300) | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes) -> None:
    results = read_documents([(start + rest, name) for name in ("a.docx", "a.txt", "a.md")])
    assert all(isinstance(one, Reading | UserError) for one in results)


# Without LibreOffice, or with one that fails

RTF = b"{\\rtf1 \\u19968? }"


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/soffice")
    assert refusal(RTF, "方案.doc") == (
        "“方案.doc”要由 LibreOffice 转换才能读，环境变量 PLANGEN_SOFFICE 指的程序"
        "“/nowhere/soffice”不存在，或不能运行"
    )


def test_where_none_is_found_it_is_said_how_to_do_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError) as missing:
        find_office(())
    assert str(missing.value) == (
        f"要由 LibreOffice 转换才能读，这台电脑上没有找到；{WAY_OUT}，"
        "或安装 LibreOffice（装在别处的，用环境变量 PLANGEN_SOFFICE 指明 soffice 的位置）"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "kill -SEGV $$"])
def test_a_conversion_that_fails_is_told(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, program(tmp_path, script))
    results = convert([Old(name, ".rtf", "Rich Text Format", RTF) for name in ("a.rtf", "b.rtf")])
    assert list(map(str, results)) == [
        f"“{name}”转换不了，可能有打开密码，或者文件损坏；{WAY_OUT}" for name in ("a.rtf", "b.rtf")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_a_conversion_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    script = f"(echo started; exec sleep 600) > {fifo} & wait"
    monkeypatch.setenv(VARIABLE, program(tmp_path, script))
    results = convert([Old("a.rtf", ".rtf", "Rich Text Format", RTF)], Patience(3, 0))
    assert list(map(str, results)) == [f"“a.rtf”转换太久，没有完成；{WAY_OUT}"]
    # Nothing more to come: all that could write is gone, else this raises BlockingIOError.
    assert [os.read(reader, 100), os.read(reader, 100)] == [b"started\n", b""]
    os.close(reader)


# LibreOffice itself


@pytest.mark.parametrize(
    ("form", "suffix", "label"),
    [
        ("doc", ".doc", "旧格式的 Word 或 WPS 文档"),
        ("doc", ".wps", "旧格式的 Word 或 WPS 文档"),
        ("rtf", ".rtf", "RTF 文档"),
        ("odt", ".odt", "OpenDocument 文档"),
        ("html", ".html", "网页（HTML）"),
    ],
)
def test_other_formats_have_the_text_of_the_docx(
    form: str, suffix: str, label: str, soffice: Office
) -> None:
    raw = soffice.convert([SAMPLE], form)[0].read_bytes()
    reading = read_document(raw, f"通知{suffix}")
    assert texts(reading) == texts(read_document(SAMPLE.read_bytes(), SAMPLE.name))
    assert said(reading)[0] == (
        f"read-converted：{label}由 LibreOffice 转换后读，版面与原文件可能略有出入"
    )


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_a_plan_in_another_format_is_imported_as_from_docx(form: str, soffice: Office) -> None:
    """With its rosters, tables and turned annexes; the columns of these are as wide."""
    for sample in PLANS:
        raw = soffice.convert([sample], form)[0].read_bytes()
        found, wanted = (import_document(each, "x.docx") for each in (raw, sample.read_bytes()))
        assert (found.text, found.lost) == (wanted.text, wanted.lost)


def test_an_rtf_under_the_name_of_a_doc_is_read(soffice: Office) -> None:
    reading = read_document(soffice.convert([SAMPLE], "rtf")[0].read_bytes(), "通知.doc")
    assert said(reading)[:2] == [
        "read-misnamed：文件名的后缀是“.doc”，内容其实是“RTF 文档”，按内容读",
        "read-converted：RTF 文档由 LibreOffice 转换后读，版面与原文件可能略有出入",
    ]


def test_a_damaged_file_among_others_fails_alone(soffice: Office) -> None:
    whole = soffice.convert([SAMPLE], "doc")[0].read_bytes()
    results = read_documents(
        [(whole, "甲.doc"), (whole[:9000], "乙.doc"), ("丙".encode(), "丙.txt"), (RTF, "丁.rtf")]
    )
    assert texts(results[0]) == texts(read_document(SAMPLE.read_bytes(), SAMPLE.name))
    assert str(results[1]) == f"“乙.doc”转换不了，可能有打开密码，或者文件损坏；{WAY_OUT}"
    assert [texts(one) for one in results[2:]] == [["丙"], ["一"]]
