"""Bytes to text whatever the encoding: UTF-8, GB18030, UTF-16, and others where it is certain.

An encoding is told by what it makes of the bytes: common Chinese, or characters nobody writes.
Limit: two or three characters alone may be read in a wrong one.
"""

from __future__ import annotations

from functools import cache

from plangen.problem import Level, Problem, UserError, Where

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),  # before the mark that it begins with
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
GUESSED = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GBK（GB18030）",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "big5": "Big5",
}
SAMPLE = 40_000  # bytes that are looked at to tell an encoding
# Shares of common characters: plans in their own encoding have 0.98 to 1, in another up to 0.62.
LIKELY = 0.75
STRANGE = 0.5  # 通知 in GBK is UTF-8 too: two marks that no text has
CERTAIN = 0.95  # for Big5, which few will use: only where nothing else may be meant
UNLIKELY = 0.8
UNKNOWN = "\ufffd"
SAVE_AS = "应在 WPS 或记事本里另存为 UTF-8 编码的文本"


def decode_text(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file, and a warning where some bytes are no characters.

    Line breaks come out as newlines. UserError where no encoding makes Chinese of it.
    """
    for mark, codec in MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :], codec)
    shares = _shares(raw)
    codec, share = max(shares.items(), key=lambda pair: pair[1])
    if _is_utf_8(raw) and (share < LIKELY or shares["utf-8"] > STRANGE):
        return _lines(raw.decode()), []
    if share < LIKELY:
        raise UserError(f"“{name}”不是文本文件，或者编码认不出；{SAVE_AS}")
    return _checked(raw, codec)


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in raw


def _shares(raw: bytes) -> dict[str, float]:
    """Of each encoding that it may be, how much of the text would be common."""
    shares = {codec: _common_share(raw, codec) for codec in GUESSED}
    big5 = _common_share(raw, "big5")
    if big5 >= CERTAIN and max(shares.values()) < UNLIKELY:
        shares["big5"] = big5
    return shares


def _common_share(raw: bytes, codec: str) -> float:
    sample = raw[:SAMPLE].decode(codec, "replace")
    common = _common("big5" if codec == "big5" else "gb2312")
    return sum(char in common for char in sample) / max(1, len(sample))


@cache
def _common(charset: str) -> frozenset[str]:
    """ASCII, Chinese marks, and the first plane of a character set: the Han in everyday use."""
    first, last = (0xA4, 0xC6) if charset == "big5" else (0xB0, 0xD7)
    pairs = (bytes((row, cell)) for row in range(first, last + 1) for cell in range(0x40, 0xFF))
    han = "".join(pair.decode(charset, "ignore") for pair in pairs)
    marks = [*range(0x3000, 0x3018), *range(0x2010, 0x2027), *range(0xFF01, 0xFF5F)]
    plain = [*range(0x20, 0x7F), *(ord(char) for char in "\t\n\r\f\xa0·×≥≤℃①②③④⑤⑥⑦⑧⑨⑩")]
    return frozenset(han) | {chr(code) for code in marks + plain}


def _checked(raw: bytes, codec: str) -> tuple[str, list[Problem]]:
    text = _lines(raw.decode(codec, "replace"))
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        line, column = _place(text, text.find(UNKNOWN))
        message = (
            f"按 {NAMES[codec]} 编码读，有 {text.count(UNKNOWN)} 处读不出（显示为 {UNKNOWN}），"
            f"文件可能不完整；应对照原文改正，{SAVE_AS}"
        )
        where = Where(line=line, column=column, paragraph=line)
        return text, [Problem("read-encoding", Level.WARNING, message, where, UNKNOWN)]
    return text, []


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at].split("\n")
    return len(before), len(before[-1]) + 1


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
