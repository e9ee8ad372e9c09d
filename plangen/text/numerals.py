"""Ordinals of the four levels of GB/T 9704-2012 clause 7.3.3, and Han numerals up to 9999."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")


def han(number: int) -> str:
    """1 → 一, 12 → 十二, 101 → 一百零一, 110 → 一百一十. Below 1 or above 9999: ValueError."""
    if not 0 < number < 10000:
        raise ValueError(f"no Han numeral for {number}")
    out = ""
    digits = [int(char) for char in str(number)]
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            out += DIGITS[digit] + UNITS[place]
        elif out and not out.endswith(DIGITS[0]):
            out += DIGITS[0]
    out = out.rstrip(DIGITS[0])
    return out.removeprefix("一") if 10 <= number < 20 else out


def ordinal(level: int, number: int) -> str:
    """The label of a heading: 一、 （一） 1. （1） for levels 1 to 4; ① for items below.

    GB/T 15834—2011 (B.3.8) has ① as the fifth; there are twenty such characters.
    """
    if level == 1:
        return f"{han(number)}、"
    if level == 2:
        return f"（{han(number)}）"
    if level > 4 and number <= 20:
        return chr(ord("①") + number - 1)
    return f"{number}." if level == 3 else f"（{number}）"
