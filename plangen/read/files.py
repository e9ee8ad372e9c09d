"""Any document that plangen reads: told by its content, whatever its name says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from plangen.problem import Level, Problem, UserError
from plangen.read import Reading
from plangen.read.contents import without_contents
from plangen.read.convert import Old, convert
from plangen.read.docx import read_docx
from plangen.read.magic import BEGINNINGS, OLE, STREAMS, ZIP, refuse_other
from plangen.read.rejoined import rejoined
from plangen.read.text import read_text

MARKDOWN = (".md", ".markdown")
LARGEST = 50_000_000  # bytes
PDF = b"%PDF-"
OWNER = "~$"  # how the name begins of a file that says who has a document open


@dataclass(frozen=True)
class Kind:
    """What a file is: its name in messages, the suffixes it goes by, the first its own.

    `filter` is LibreOffice's name of it, where it is to be converted.
    """

    label: str
    suffixes: tuple[str, ...]
    filter: str = ""


WORD = Kind("Word 文档（.docx）", (".docx", ".docm", ".dotx", ".dotm"))
OLD_WORD = Kind("旧格式的 Word 或 WPS 文档", (".doc", ".wps", ".dot", ".wpt"), "MS Word 97")
RTF = Kind("RTF 文档", (".rtf",), "Rich Text Format")
OPEN_DOCUMENT = Kind("OpenDocument 文档", (".odt", ".ott"), "writer8")
FLAT = Kind("单个 XML 的 OpenDocument 文档", (".fodt", ".xml"), "OpenDocument Text Flat XML")
WORD_2003 = Kind("Word 2003 的 XML 文档", (".xml",), "MS Word 2003 XML")
HTML = Kind("网页（HTML）", (".html", ".htm"), "HTML (StarWriter)")
TEXT = Kind("纯文本", (".txt", *MARKDOWN, ".text", ""))
KINDS = (WORD, OLD_WORD, RTF, OPEN_DOCUMENT, FLAT, WORD_2003, HTML, TEXT)
SUFFIXES = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)

OPEN_DOCUMENT_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
WORD_STREAM = "WordDocument"
# How a file begins, in small letters, blanks apart → what it is.
STARTS = ((b"{\\rtf", RTF), (b"<html", HTML), (b"<!doctype html", HTML))
# What stands near the beginning of an XML file → what it is.
XML = (
    (b"http://schemas.microsoft.com/office/word/2003/wordml", WORD_2003),
    (b"urn:oasis:names:tc:opendocument", FLAT),
    (b"<html", HTML),
)


def read_document(raw: bytes, name: str) -> Reading:
    """A document from its bytes. UserError, with the way out, where it can't be read."""
    found = read_documents([(raw, name)])[0]
    if isinstance(found, UserError):
        raise found
    return found


def read_documents(files: Sequence[tuple[bytes, str]]) -> list[Reading | UserError]:
    """Several documents, all that need it converted in one run; why one can't be read."""
    kinds = [_known(raw, name) for raw, name in files]
    old = {
        at: Old(name, kind.suffixes[0], kind.filter, raw)
        for at, ((raw, name), kind) in enumerate(zip(files, kinds, strict=True))
        if isinstance(kind, Kind) and kind.filter
    }
    converted = dict(zip(old, convert(list(old.values())), strict=True))
    return [
        _read(converted.get(at, raw), name, kind)
        for at, ((raw, name), kind) in enumerate(zip(files, kinds, strict=True))
    ]


def _read(raw: bytes | UserError, name: str, kind: Kind | UserError) -> Reading | UserError:
    """A document of a known kind, from its own bytes or those it was converted to."""
    if isinstance(kind, UserError):
        return kind
    if isinstance(raw, UserError):
        return raw
    suffix = PurePath(name).suffix.lower()
    try:
        if kind is TEXT:
            reading = read_text(raw, name, markdown=suffix in MARKDOWN)
        else:
            reading = rejoined(read_docx(raw, name))
    except UserError as error:
        return error
    if not any(text.strip() for block in reading.document.blocks for text in block.texts()):
        return UserError(_textless(raw, name))
    reading = without_contents(reading)
    return replace(reading, problems=(*_told(kind, suffix), *reading.problems))


def _known(raw: bytes, name: str) -> Kind | UserError:
    try:
        return kind_of(raw, name)
    except UserError as error:
        return error


def kind_of(raw: bytes, name: str) -> Kind:
    """What a file is. UserError where it is nothing that plangen reads."""
    _refuse(raw, name)
    if raw.startswith(ZIP):
        return OPEN_DOCUMENT if OPEN_DOCUMENT_TYPE in raw[:200] else WORD
    if raw.startswith(OLE):
        return _of_ole(raw, name)
    start = raw[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(PDF.lower()):
        raise UserError(
            f"“{name}”是 PDF，不能直接读；请在 PDF 里全选、复制，粘贴到 .txt 文件再用，"
            "或用 WPS 转为 Word（.docx）；扫描的 PDF 要先作文字识别"
        )
    if kind := _of_start(start):
        return kind
    if not raw.strip(b"\0") or start.startswith(tuple(map(bytes.lower, BEGINNINGS))):
        refuse_other(raw, name)
    return TEXT


def _refuse(raw: bytes, name: str) -> None:
    """UserError for what is empty, too large, or kept by Word beside an open document."""
    if not raw:
        raise UserError(f"“{name}”是空文件，没有内容；可能没有保存成功，或没有拷贝完整")
    if len(raw) > LARGEST:
        raise UserError(
            f"“{name}”有 {len(raw) / 1_000_000:.0f} MB，超过 {LARGEST // 1_000_000} MB；"
            "多半是图片太大，可在 WPS 或 Word 里压缩图片，或删去图片后再用"
        )
    if PurePath(name).name.startswith(OWNER) and not raw.startswith((ZIP, OLE)):
        raise UserError(f"“{name}”是 Word、WPS 打开文档时的临时文件，不是文档；请给出文档本身")


def _of_ole(raw: bytes, name: str) -> Kind:
    """What a file in the container of old Office formats is: Word's, where nothing else is seen.

    A damaged one has lost its directory first; LibreOffice will say so.
    """
    seen = next((stream for stream in STREAMS if stream.encode("utf-16-le") in raw), WORD_STREAM)
    if seen != WORD_STREAM:
        refuse_other(raw, name)
    return OLD_WORD


def _of_start(start: bytes) -> Kind | None:
    """What a text with marks is, from its beginning in small letters."""
    if start.startswith(b"<?xml"):
        return next((kind for mark, kind in XML if mark in start), None)
    return next((kind for mark, kind in STARTS if start.startswith(mark)), None)


def _told(kind: Kind, suffix: str) -> list[Problem]:
    """What the reader says of a file: a name that isn't its kind's, and a conversion."""
    problems = []
    if suffix in SUFFIXES and suffix not in kind.suffixes:
        named = f"的后缀是“{suffix}”" if suffix else "没有后缀"
        message = f"文件名{named}，内容其实是“{kind.label}”，按内容读"
        problems.append(Problem("read-misnamed", Level.INFO, message))
    if kind.filter:
        message = f"{kind.label}由 LibreOffice 转换后读，版面与原文件可能略有出入"
        problems.append(Problem("read-converted", Level.INFO, message))
    return problems


def _textless(raw: bytes, name: str) -> str:
    """What to say of a document without any text."""
    count = _pictures(raw) if raw.startswith(ZIP) else 0
    if count:
        return (
            f"“{name}”里没有文字，只有 {count} 张图片（多半是扫描件）；"
            "请先作文字识别（WPS：图片转文字），存为 .docx 或 .txt 再用"
        )
    return f"“{name}”里没有文字"


def _pictures(raw: bytes) -> int:
    try:
        names = ZipFile(BytesIO(raw)).namelist()
    except BadZipFile:
        return 0
    return sum(name.startswith("word/media/") for name in names)
