"""日期的写法：25年底（年份简写）、1月5号、二〇二六年一月（汉字日期）、8:30分。

依据：GB/T 15835—2011 第4.1条、第5.1条；GB/T 9704—2012 第7.3.5.4条（成文日期用阿拉伯数字，
年份标全称）。级别：警告。
“近10年底蕴”“用了20年初步”之类是年数，不算；农历和三月三等节日不算；年份简写要看原意，不自动改；
虚位由 date-padded 管。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import Slip, slips
from plangen.rules.base import Findings, LineWise, Rule
from plangen.text.patterns import lazy

# 二OO九年: a letter or 0 is typed for 〇
DIGIT = dict(zip("〇○零OＯ0一二三四五六七八九", "000000123456789", strict=True))
YEAR = "[一二][〇○零OＯ0一二三四五六七八九]{3}年"
NUMERAL = "[一二三四五六七八九十]"
MONTHS = tuple(f"{last}月" for last in "一二三四五六七八九十")
HAN_PART = lazy(rf"({NUMERAL}{{1,3}})([月日])|({YEAR})")
TAIL = r"\d{1,2}月|底(?![蕴子层座部线色])|末|初(?![步中级期])|度|上半年|下半年"


def arabic(found: re.Match[str]) -> str:
    """A date in Han digits as Arabic ones: 二〇二六年一月五日 → 2026年1月5日."""
    return HAN_PART.sub(_part, found.group())


def _part(found: re.Match[str]) -> str:
    if found[3]:
        return "".join(DIGIT.get(char, char) for char in found[3])
    tens, ten, ones = found[1].rpartition("十")
    number = (int(DIGIT[tens]) if tens else 1) * 10 if ten else 0
    return f"{number + (int(DIGIT[ones]) if ones else 0)}{found[2]}"


TABLE = (
    Slip(r"(\d{1,2}月\d{1,2})号(?![令文楼院线店馆机车台厅])", r"\1日", cues=("号",)),
    Slip(
        rf"(?<![\d.〔—～\-近满约共用历连花第超达])(\d\d)年(?={TAIL})",
        r"20\1年",
        "“{old}”的年份应写四位，如“{new}”",
        safe=False,
        cues=("年",),
    ),
    Slip(r"((?<![\d:：])\d{1,2}[:：][0-5]\d)分(?![钟析之])", r"\1", cues=("分",)),
    Slip(
        (
            rf"(?:{YEAR}|(?<=\d{{4}}年))(?:(?:十[一二]|{NUMERAL})月)"
            rf"(?:(?:[二三]?十[一二三四五六七八九]?|{NUMERAL})日)?"
        ),
        arabic,
        when=lambda found: not _feast(found),
        cues=MONTHS,
    ),
)
FEAST = lazy(rf"({NUMERAL})月\Z")


def _feast(found: re.Match[str]) -> bool:
    """三月三, 九月九: a feast of the lunar year."""
    month = FEAST.search(found.group())
    return month is not None and found.string.startswith(month[1], found.end())


@LineWise
def find(lines: Lines) -> Findings:
    """Dates in a form the standards don't know."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "date-writing",
    Level.WARNING,
    find,
    good=(
        "preamble: 2025年底前完成，1月5日起实施，2026年10月10日总结，"
        "历时近10年底蕴深厚，用了20年初步建成。",
        "preamble: 办好2024年三月三活动，12月5号楼完工，2024年度考核，XX年10月申报。",
    ),
    bad=(
        (
            "preamble: 25年底前完成，1月5号上午8:30分起实施。",
            "“1月5号”应作“1月5日”\n“25年”的年份应写四位，如“2025年”\n“8:30分”应作“8:30”",
        ),
        (
            "preamble: 二〇二六年一月五日启动，二OO九年一月成立，2026年十二月二十一日总结。",
            "“二〇二六年一月五日”应作“2026年1月5日”\n“二OO九年一月”应作“2009年1月”\n"
            "“十二月二十一日”应作“12月21日”",
        ),
    ),
)
