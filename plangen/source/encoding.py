"""Bytes to text: UTF-8 only, with a plain word on what else a file may be."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from plangen.problem import Level, Problem, Where
from plangen.text.patterns import lazy

# C0 controls but tab and newline, DEL, C1 but NEL, surrogates, non-characters.
NO_TEXT = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
FORBIDDEN = lazy(f"[{NO_TEXT}]")
# YAML takes these for line breaks or drops them: no place after them would be right.
UNSEEN = lazy(f"[{NO_TEXT}\x85\u2028\u2029\ufeff]")

IMPORT = "文档先用 plangen import 读成 YAML"
# How a file begins → what it is, and what to do.
OTHERS = {
    b"PK\x03\x04": f"文件是 Word 文档（.docx）、表格或压缩包，不是 YAML 文本；{IMPORT}",
    b"\xd0\xcf\x11\xe0": f"文件是 Word 文档（.doc）或表格，不是 YAML 文本；{IMPORT}",
    b"%PDF-": "文件是 PDF，不是 YAML 文本",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SAVE_AS = "应另存为 UTF-8 编码（WPS、记事本：另存为 → 编码 UTF-8）"


def decode(raw: bytes) -> tuple[str, Problem | None]:
    """The text of a file; or the problem that it isn't UTF-8, and the text to show with it."""
    if what := next((what for magic, what in OTHERS.items() if raw.startswith(magic)), ""):
        return "", _encoding(what)
    if raw.startswith(UTF_16):
        return raw.decode("utf-16", "replace"), _encoding(f"文件是 UTF-16 编码，{SAVE_AS}")
    if b"\x00" in raw[:200]:
        return "", _encoding("文件不是文本文件，应给出 UTF-8 编码的 YAML 文件")
    try:
        return _lines(raw.removeprefix(BOM_UTF8).decode()), None
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start)


def unseen(text: str) -> list[Problem]:
    """One problem for each line with a character that neither YAML nor Word can carry."""
    if text.replace("\n", "").isprintable() or not UNSEEN.search(text):
        return []
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := UNSEEN.search(line):
            where = Where(line=number, column=found.start() + 1)
            message = f"{named(found.group())}，应删去"
            problems.append(Problem("yaml-character", Level.ERROR, message, where))
    return problems


def named(char: str) -> str:
    """What to call a character that can't be seen."""
    return f"有看不见的控制字符或非法字符 U+{ord(char):04X}"


def _not_utf8(raw: bytes, start: int) -> tuple[str, Problem]:
    try:
        text = _lines(raw.decode("gb18030"))
    except UnicodeDecodeError:
        text = _lines(raw.decode("utf-8", "replace"))
        line = raw.count(b"\n", 0, start) + 1
        return text, _encoding(f"文件不是 UTF-8 编码，也不是 GBK 编码，{SAVE_AS}", line)
    before = re.match("[\x00-\x7f]*", text)
    lines = (before.group() if before else "").split("\n")
    message = f"文件是 GBK（GB18030）编码，{SAVE_AS}"
    return text, _encoding(message, len(lines), len(lines[-1]) + 1)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _encoding(message: str, line: int = 1, column: int = 1) -> Problem:
    return Problem("yaml-encoding", Level.ERROR, message, Where(line=line, column=column))
