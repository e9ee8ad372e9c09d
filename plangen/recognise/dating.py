"""成文日期 as it is typed: 2024年1月8日, 二〇二四年一月八日, 2024-1-8, 2024.01.08."""

from __future__ import annotations

import re

from plangen.text.dates import Date, parse_date

HAN_YEAR = "[二〇○О〇零OoＯ０一三四五六七八九]{4}"
HAN_PART = "[元一二三四五六七八九十]{1,3}"
TYPED = (
    r"(?:\d{4}|\d{2}[Xx×]{2}|[Xx×]{4})\s*年\s*(?:\d{1,2}|[Xx×]{1,2})?\s*月"
    r"\s*(?:(?:\d{1,2}|[Xx×]{1,2})?\s*日)?"
)
SPELT = rf"{HAN_YEAR}年{HAN_PART}月(?:{HAN_PART}日)?"
FIGURES = r"\d{4}(?:[-－/]\d{1,2}[-－/]\d{1,2}|[.．]\d{1,2}[.．]\d{1,2})"
ANY = f"(?:{TYPED}|{SPELT}|{FIGURES})"
DATE = re.compile(f"^{ANY}$")
SPELLING = re.compile(rf"^({HAN_YEAR})年({HAN_PART})月(?:({HAN_PART})日)?$")
# 石门镇人民政府　　　2024年3月5日
SIGNED = re.compile(rf"^(?P<by>[^，。；：:、“”《》\d]{{3,45}}?)(?:\s{{2,}}|　)\s*(?P<date>{ANY})$")
# 石门镇人民政府 2024年3月5日, parted by one blank: an organ for sure
BESIDE = re.compile(
    r"^(?P<by>[^，。；：:、“”《》\d]{2,45}(?:政府|办公[室厅]|委员会|党委|管委会|指挥部|小组|局|委))"
    rf"\s(?P<date>{TYPED}|{SPELT})$"
)
ENDS = frozenset("月日")  # letters that a date may end in
PARTED = re.compile(r"[-－/.．]")
HAN_DIGITS = "〇一二三四五六七八九"
ZEROS = str.maketrans("○О零OoＯ０", "〇" * 7)


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return _may_end(text) and DATE.match(text) is not None


def _may_end(text: str) -> bool:
    """Whether a text ends as dates do, which most lines don't."""
    return text[-1:] in ENDS or text[-1:].isdecimal()


def dated(text: str) -> tuple[str, str] | None:
    """(who signs on the same line, the date), where a line is a date."""
    text = text.strip()
    if not _may_end(text):
        return None
    if DATE.match(text):
        return "", text
    found = SIGNED.match(text) or BESIDE.match(text)
    return (found["by"].strip(), found["date"]) if found else None


def signed_date(text: str) -> Date | None:
    """The date, as it stands; a day or month left blank (2024年4月 日) is not known."""
    text = re.sub(r"\s", "", text)
    if found := SPELLING.match(text):
        digits = [HAN_DIGITS.find(char) for char in found[1].translate(ZEROS)]
        month, day = (_number(part) if part else None for part in found.groups()[1:])
        year = int("".join(map(str, digits)))
        return Date(text, year, month, day)
    if PARTED.search(text) and DATE.match(text):
        year, month, day = (int(part) for part in PARTED.split(text))
        return Date(text, year, month, day)
    return parse_date(text.replace("月日", "月").replace("年月", "年"))


def _number(text: str) -> int | None:
    """十 → 10, 二十五 → 25, 三 → 3, 元 → 1."""
    if text == "元":
        return 1
    if "十" not in text:
        return HAN_DIGITS.find(text) if len(text) == 1 else None
    tens, _, ones = text.partition("十")
    return (HAN_DIGITS.find(tens) if tens else 1) * 10 + (HAN_DIGITS.find(ones) if ones else 0)
