"""Bytes to text: UTF-8 only, with a plain word on what else a file may be."""

from __future__ import annotations

import re

from plangen.problem import Level, Problem, Where

BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
# C0 controls but tab and newline, DEL, C1 but NEL, surrogates, non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def decode(raw: bytes) -> tuple[str, Problem | None]:
    """The text of a file, or the problem that it isn't UTF-8."""
    if raw[:2] in BOMS or b"\x00" in raw[:200]:
        return "", _encoding("文件是 UTF-16 编码或不是文本文件")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        try:
            raw.decode("gb18030")
        except UnicodeDecodeError:
            return "", _encoding("文件不是 UTF-8 编码，也不是 GBK 编码", line)
        return "", _encoding("文件是 GBK（GB18030）编码", line)


def forbidden(text: str) -> list[Problem]:
    """One problem for each line with a character that neither YAML nor Word can carry."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := FORBIDDEN.search(line):
            code = f"U+{ord(found.group()):04X}"
            where = Where(line=number, column=found.start() + 1)
            message = f"有控制字符或非法字符 {code}，Word 无法表示，应删去"
            problems.append(Problem("yaml-character", Level.ERROR, message, where))
    return problems


def _encoding(what: str, line: int = 1) -> Problem:
    message = f"{what}，应另存为 UTF-8 编码（WPS、记事本：另存为 → 编码 UTF-8）"
    return Problem("yaml-encoding", Level.ERROR, message, Where(line=line, column=1))
