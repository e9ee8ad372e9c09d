"""What a file is that calls itself .docx and isn't, from its first bytes, with the way out."""

from __future__ import annotations

from zipfile import ZipFile

from plangen.problem import UserError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SAVE = "请用 Word 或 WPS 打开，另存为 .docx 再用"

# What stands in the directory of an OLE file (in UTF-16) → what it is. Encrypted .docx first.
STREAMS = {
    "EncryptedPackage": "文件加了密码，读不了；请用 Word 或 WPS 打开，取消密码后再存一次",
    "WordDocument": f"文件其实是旧式的 Word 或 WPS 文档（.doc、.wps），不是 .docx；{SAVE}",
    "Workbook": "文件其实是电子表格（.xls），不是文档",
    "PowerPoint Document": "文件其实是演示文稿（.ppt），不是文档",
}
# How a file begins, blanks apart → what it is.
BEGINNINGS = {
    b"{\\rtf": f"文件其实是 RTF 文档，不是 .docx；{SAVE}",
    b"%PDF-": "文件其实是 PDF，不是 .docx；请找来原来的 Word 或 WPS 文档",
    b"<!DOCTYPE html": f"文件其实是网页（HTML），不是 .docx；{SAVE}",
    b"<html": f"文件其实是网页（HTML），不是 .docx；{SAVE}",
    b"MIME-Version:": f"文件其实是网页（MHT），不是 .docx；{SAVE}",
    b"<?xml": f"文件其实是 XML 文本，不是 .docx；{SAVE}",
    b"\x1f\x8b": "文件其实是压缩包，请解压后再用",
    b"Rar!": "文件其实是压缩包，请解压后再用",
    b"7z\xbc\xaf": "文件其实是压缩包，请解压后再用",
    b"\xff\xd8\xff": "文件其实是图片，不是文档；请找来原来的 Word 或 WPS 文档",
    b"\x89PNG": "文件其实是图片，不是文档；请找来原来的 Word 或 WPS 文档",
}
# The first part of a ZIP's name → what it is.
PACKAGES = {
    "xl/": "文件其实是电子表格（.xlsx），不是文档",
    "ppt/": "文件其实是演示文稿（.pptx），不是文档",
    "content.xml": f"文件其实是 OpenDocument 文档（.odt），不是 .docx；{SAVE}",
    "Doc_0/": f"文件其实是 OFD 版式文件，不是 .docx；{SAVE}",
    "OFD.xml": f"文件其实是 OFD 版式文件，不是 .docx；{SAVE}",
}
EMPTY = "文件是空的（0 字节），可能没有保存成功，或没有拷贝完整；请重新存一次、拷一次"
UNKNOWN = f"文件不是 Word 文档（.docx）；{SAVE}"
DAMAGED = "文件损坏，或没有下载、拷贝完整；请重新取得文件，或用 Word、WPS 打开修复后另存为 .docx"
ARCHIVE = "文件是压缩包，里面没有 Word 文档的正文；请解压后再用"


def refuse_other(raw: bytes, name: str) -> None:
    """UserError unless this is a ZIP file, as every .docx is."""
    if raw.startswith(ZIP):
        return
    raise UserError(f"{name}：{_what(raw)}")


def refuse_package(package: ZipFile, name: str) -> None:
    """UserError for a ZIP file without the text of a Word document."""
    names = package.namelist()
    found = (
        what for start, what in PACKAGES.items() if any(one.startswith(start) for one in names)
    )
    raise UserError(f"{name}：{next(found, ARCHIVE)}")


def _what(raw: bytes) -> str:
    if not raw:
        return EMPTY
    if raw.startswith(OLE):
        return next(
            (what for stream, what in STREAMS.items() if stream.encode("utf-16-le") in raw),
            UNKNOWN,
        )
    if not raw.strip(b"\x00"):
        return DAMAGED
    start = raw[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(
        (what for magic, what in BEGINNINGS.items() if start.startswith(magic.lower())), UNKNOWN
    )
