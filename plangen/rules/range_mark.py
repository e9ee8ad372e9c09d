"""起止、范围的连接号用错：2021-2025年、3-5人、15~30天、第1--4条。

依据：GB/T 15834—2011 第4.13条（时间起止用一字线“—”，数值范围用浪纹线“～”，短横用于编号）；
GB/T 15835—2011 第5.1条。级别：警告。
时间、条款改用“—”，数值改用“～”；已用“～”的年份、已用“—”的数值不报。电话、日期代码、标准号、文件名
和书名号里的不算。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import Slip, slips
from plangen.rules.base import Findings, LineWise, Rule

JOIN = r"\s?(?:-{1,2}|－{1,2}|–|−|~|——|一)\s?"  # what people type for — and ～
DASHES = ("-", "－", "–", "−")
SHORT = rf"\s?(?:{'|'.join(DASHES)})\s?"
YEAR = r"(?:19|20)[\dXx×]{2}"
DAY = r"\d{1,2}(?:月(?:\d{1,2}日)?|日)"
FREE = r"(?<![A-Za-z0-9\-./—～第])"
UNIT = (
    r"个|名|天|户|家|元|亩|件|台|套|米|吨|岁|分钟|分贝|小时|公里|公顷|公斤|平方|立方|层|倍|周"
    r"|人(?!民)|年(?!级|度)|次(?!列)|级|厘米|毫米|℃"
)


def rises(found: re.Match[str]) -> bool:
    """Whether these are two values: the second is greater (not 5-1个), the first no year."""
    return float(found[1]) < float(found[2]) and not re.fullmatch(YEAR, found[1])


TABLE = (
    Slip(rf"(?<![A-Za-z0-9\-./—～])({YEAR}年?){JOIN}({YEAR}年)", r"\1—\2", cues=("年",)),
    Slip(
        (
            rf"(?<![\dA-Za-z\-./—～第])((?:{YEAR}年)?\d{{1,2}}(?:月(?:\d{{1,2}}日)?|日)?)"
            rf"{JOIN}((?:{YEAR}年)?{DAY})"
        ),
        r"\1—\2",
        cues=("月", "日"),
    ),
    Slip(rf"第(\d+){JOIN}(\d+)(?=[条款项章节页期批次])", r"第\1—\2", when=rises, cues=("第",)),
    Slip(
        rf"{FREE}(\d+(?:\.\d+)?){SHORT}(\d+(?:\.\d+)?)(?={UNIT})",
        r"\1～\2",
        when=rises,
        cues=DASHES,
    ),
    Slip(
        rf"{FREE}(\d+(?:\.\d+)?(?:[%％℃]|万?元|亿元|米|公里|人|个|天)){SHORT}(?=\d)",
        r"\1～",
        cues=DASHES,
    ),
    Slip(
        rf"(\d+(?:\.\d+)?(?:[%％℃]|万?元|亿元|个|人|天)?)~(?=\d)(?!{YEAR}|{DAY})",
        r"\1～",
        cues=("~",),
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Wrong marks between the ends of a range."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "range-mark",
    Level.WARNING,
    find,
    good=(
        "preamble: 2021—2025年，10月至12月，1月1日—3月31日，2021～2025年，第1—4条，"
        "15～30天，100—200人。",
        "preamble: 电话0900-5550126，执行GB/T 15834-2011，截至2024-03-15，编号A1-A5，"
        "见3-2号楼和5-1个样本。",
        "preamble: 落实《卫生创建行动方案（2022-2026年）》，逐一对接，第一条一一落实。",
    ),
    bad=(
        (
            "preamble: 2021-2025年实施，20XX~20XX年巩固，10-12月总结，"
            "2024年1月-3月申报，1~9月整改。",
            "“2021-2025年”应作“2021—2025年”\n“20XX~20XX年”应作“20XX—20XX年”\n"
            "“10-12月”应作“10—12月”\n“2024年1月-3月”应作“2024年1月—3月”\n“1~9月”应作“1—9月”",
        ),
        (
            "preamble: 落实第1-4条，抽调3-5人，用时15~30天，提高10%-20%。",
            "“第1-4”应作“第1—4”\n“3-5”应作“3～5”\n“10%-”应作“10%～”\n“15~”应作“15～”",
        ),
    ),
)
