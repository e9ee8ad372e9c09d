"""A number in the formats of automatic numbering (w:numFmt).

The source is ECMA-376 part 1, 17.18.59 (ST_NumberFormat), with what [MS-OI29500] 2.1.540 says
Word does otherwise. Left out are the scripts that no Chinese document numbers with (Hebrew,
Arabic, Hindi, Thai, Russian letters, …): those are read as decimal, and the reader says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

Format = Callable[[int], str]

HAN = "一二三四五六七八九"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオク"
    "ヤマケフコエテアサキユメミシヱヒモセスン"
)
HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
MOST = 32_767  # Word counts no further
TEN, HUNDRED, THOUSAND = 10, 100, 1000
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
KOREAN_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")


def number_text(format_name: str, number: int) -> str:
    """A number as the format writes it; decimal where the format has no such number."""
    write = FORMATS.get(format_name)
    if write is None or not 0 <= number <= MOST:
        return str(number)
    return write(number)


def is_known(format_name: str) -> bool:
    """Whether the format is written as Word writes it."""
    return format_name in FORMATS


@dataclass(frozen=True)
class Counting:
    """A system that names the places: 一百〇一.

    `zero` stands once for the zeros between two digits, and is empty where none is written.
    `bare` are the places whose leading 一 falls away: the first one of the number only
    (`bare_first`), or all of them.
    """

    digits: str  # from one to nine
    places: str  # ten, hundred, thousand, ten thousand
    zero: str = ""
    nought: str = ""  # the number 0
    bare: str = ""
    bare_first: bool = False

    def __call__(self, number: int) -> str:
        if number == 0:
            return self.nought or self.zero or "0"
        high, low = divmod(number, 10_000)
        if not high:
            return self._group(low)
        gap = self.zero if 0 < low < THOUSAND else ""
        return self._group(high) + self.places[3] + gap + self._group(low, first=False)

    def _group(self, number: int, *, first: bool = True) -> str:
        """A number of up to four digits."""
        out, waiting = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if not digit:
                waiting = bool(out)
                continue
            place = self.places[power - 1] if power else ""
            out += self.zero if waiting else ""
            if not (digit == 1 and self._is_bare(place, first=first and not out)):
                out += self.digits[digit - 1]
            out, waiting = out + place, False
        return out

    def _is_bare(self, place: str, *, first: bool) -> bool:
        return bool(place) and place in self.bare and (first or not self.bare_first)


def _digits(ten: str, number: int) -> str:
    """Each decimal digit by its own character, zero first."""
    return "".join(ten[int(digit)] for digit in str(number))


def _tens(ten: str, number: int) -> str:
    """十 and 二十一 below a hundred, 一○一 above."""
    if not TEN <= number < HUNDRED:
        return _digits(ten, number)
    tens, ones = divmod(number, 10)
    return (ten[tens] if tens > 1 else "") + "十" + (ten[ones] if ones else "")


def _listed(characters: str, number: int) -> str:
    """The characters in turn; decimal after the last."""
    return characters[number - 1] if 0 < number <= len(characters) else str(number)


def _repeated(characters: str, number: int) -> str:
    """From a to z, then aa to zz, aaa: the same character again, once more for each round."""
    if not number:
        return str(number)
    rounds, place = divmod(number - 1, len(characters))
    return characters[place] * (rounds + 1)


def _cycled(characters: str, number: int) -> str:
    """The characters in turn, from the first again after the last."""
    return characters[(number - 1) % len(characters)] if number else str(number)


def _sexagenary(number: int) -> str:
    """甲子, 乙丑, … 癸亥, and again."""
    return _cycled(STEMS, number) + _cycled(BRANCHES, number) if number else str(number)


def _roman(number: int) -> str:
    if not number:
        return str(number)
    out = ""
    for worth, letters in ROMAN:
        times, number = divmod(number, worth)
        out += letters * times
    return out


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else ('th', 'st', 'nd', 'rd', *['th'] * 6)[number % 10]}"


def _korean(number: int) -> str:
    if not 0 < number < HUNDRED:
        return str(number)
    return KOREAN_TENS[number // 10] + KOREAN_ONES[number % 10]


def _run(first: str, count: int) -> str:
    """Characters that follow each other in Unicode."""
    return "".join(chr(ord(first) + step) for step in range(count))


FULL_WIDTH = partial(_digits, "０１２３４５６７８９")
IDEOGRAPHS = partial(_digits, "〇" + HAN)
ALPHABET = _run("a", 26)

FORMATS: dict[str, Format] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": FULL_WIDTH,
    "decimalFullWidth2": FULL_WIDTH,
    "decimalEnclosedCircle": partial(_listed, _run("①", 20)),
    # Its set is ① to ⑩: 11 is decimal (17.16.4.3.1, GB3).
    "decimalEnclosedCircleChinese": partial(_listed, _run("①", 10)),
    "decimalEnclosedParen": partial(_listed, _run("⑴", 20)),
    "decimalEnclosedFullstop": partial(_listed, _run("⒈", 20)),
    # In brackets, not circles: MS-OI29500 2.1.540 (a).
    "ideographEnclosedCircle": partial(_listed, _run("㈠", 10)),
    "ideographDigital": IDEOGRAPHS,
    "ideographTraditional": partial(_listed, STEMS),
    "ideographZodiac": partial(_listed, BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographLegalTraditional": Counting("壹貳參肆伍陸柒捌玖", "拾佰仟萬", nought="零"),
    "chineseCounting": partial(_tens, "○" + HAN),
    "chineseCountingThousand": Counting(HAN, "十百千万", "〇", bare="十", bare_first=True),
    "chineseLegalSimplified": Counting("壹贰叁肆伍陆柒捌玖", "拾佰仟萬", "零"),
    "taiwaneseCounting": partial(_tens, "○" + HAN),
    "taiwaneseCountingThousand": Counting(HAN, "十百千萬", "零", bare="十", bare_first=True),
    "taiwaneseDigital": partial(_digits, "○" + HAN),
    "japaneseCounting": Counting(HAN, "十百千万", nought="〇", bare="十百千"),
    "japaneseDigitalTenThousand": IDEOGRAPHS,
    "japaneseLegal": Counting("壱弐参四伍六七八九", "拾百阡萬"),
    "koreanCounting": Counting("일이삼사오육칠팔구", "십백천만", nought="영", bare="십백천"),
    "koreanDigital": partial(_digits, "영일이삼사오육칠팔구"),
    "koreanDigital2": partial(_digits, "零" + HAN),
    "koreanLegal": _korean,
    "ganada": partial(_repeated, "가나다라마바사아자차카타파하"),
    "chosung": partial(_repeated, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    # After the last Word begins again: MS-OI29500 2.1.540 (c).
    "aiueo": partial(_cycled, HALF_AIUEO),
    "aiueoFullWidth": partial(_cycled, AIUEO),
    "iroha": partial(_cycled, HALF_IROHA),
    "irohaFullWidth": partial(_cycled, IROHA),
    "lowerLetter": partial(_repeated, ALPHABET),
    "upperLetter": partial(_repeated, ALPHABET.upper()),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "chicago": partial(_repeated, "*†‡§"),
    "none": lambda _: "",
    "bullet": lambda _: "",  # its character stands in the level's text
}


def custom(pattern: str) -> str:
    """The name of a custom format: “001, 002, 003, ...” pads with zeros (w:format)."""
    first = pattern.partition(",")[0].strip()
    if first.isascii() and first.isdecimal() and f"{PADDED}{len(first)}" in FORMATS:
        return f"{PADDED}{len(first)}"
    return CUSTOM


PADDED, CUSTOM = "decimal of ", "custom"
FORMATS |= {f"{PADDED}{width}": f"{{:0{width}}}".format for width in range(2, 6)}
