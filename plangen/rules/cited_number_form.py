"""文中引的发文字号写法不对：年份的括号、“第”字、虚位、空格、两位年份、缺“号”。

依据：GB/T 9704—2012 第7.2.5条（年份用六角括号括入、标全称，顺序号不加“第”、不编虚位）。
级别：错误。
门牌楼号、法院案号、令的“第×号”不算；两位年份和缺“号”的要作者补，不自动改；
本文件自己的字号由 number-form 核对。
"""

from __future__ import annotations

import re

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import CODE, LETTER, dated_numbers
from plangen.rules.base import Finding, Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

OPEN, CLOSE = r"[〔\[［【（(﹝〖]", r"[〕\]］】）)﹞〗]"
SQUARE = r"[\[［【〖]"  # of no house and no case: what has them before a year is a number
YEAR = r"(?:19|20)[\dXx×]{2}"
NUMBER = lazy(
    rf"(?P<code>{CODE}{{1,11}}(?:[发函办字电规政府党委督传通卫建教改财人社农府]|(?=\s*{SQUARE})))"
    rf"(?P<year>\s*{OPEN}\s*{YEAR}\s*{CLOSE}\s*)(?P<rest>第?\s*0*(?P<n>[1-9]\d*|[Xx×]+)\s*号)"
    r"(?![楼院线路机车门馆厅房井桥坑仓])"
)
SHORT_YEAR = lazy(rf"{LETTER}{{1,11}}[发函办字电规]〔\d{{2}}〕\s*\d{{1,4}}\s*号")
UNFINISHED = lazy(rf"{LETTER}{{1,11}}[发函办字电规]〔{YEAR}〕\s*\d+(?=[）》，。；、]|$)")
SHORT, BARE = lazy(r"〔\d\d〕"), lazy(r"〕\s*\d+[^\d号]|\d$")  # what they have: asked sooner
BEFORE = lazy(r".*(?:根据|按照|依据|依照|落实|贯彻|执行|见|和|及|以|由|经|与|将)")


@LineWise
def find(lines: Lines) -> Findings:
    """Numbers in the text that aren't of the standard's form."""
    for line in dated_numbers(lines):
        if line.role is Role.NUMBER:
            continue
        for found in NUMBER.finditer(line.text):
            year = "".join(re.findall(r"[\dXx×]", found["year"]))
            start = found.start() + led(found["code"])
            old = line.text[start : found.end()]
            new = f"{line.text[start : found.end('code')]}〔{year}〕{found['n']}号"
            if old != new:
                message = f"发文字号“{old}”应作“{new}”"
                yield replacing(line.where, message, old, new)
        for found in SHORT_YEAR.finditer(line.text) if SHORT.search(line.text) else ():
            quote = found.group()[led(found.group()) :]
            yield Finding(line.where, f"发文字号“{quote}”的年份应写四位", quote)
        for found in UNFINISHED.finditer(line.text) if BARE.search(line.text) else ():
            quote = found.group()[led(found.group()) :]
            yield Finding(line.where, f"发文字号“{quote}”后面应有“号”", quote)


def led(text: str) -> int:
    """How many characters before the code belong to the sentence: 根据国发…"""
    found = BEFORE.match(text)
    return found.end() if found else 0


RULE = Rule(
    "cited-number-form",
    Level.ERROR,
    find,
    good=(
        "preamble: 根据《意见》（国发〔2020〕15号）、（X政办发〔20XX〕XX号）和《标准（2021版）"
        "》，制定本方案。",
        "preamble: 根据《条例》（国务院令第735号）、（2023）京01民初12号判决，"
        "整治幸福小区（2020）3号楼。",
        "notice: {issuer: 青山县人民政府, number: '青政发[2024]12号'}",
    ),
    bad=(
        (
            "preamble: 根据国办发[2022]25号、《通知》（川府发（2021）第08号）文件要求，"
            "制定本方案。",
            "发文字号“国办发[2022]25号”应作“国办发〔2022〕25号”\n"
            "发文字号“川府发（2021）第08号”应作“川府发〔2021〕8号”",
        ),
        (
            "preamble: 按《通知》（川防[2020]2号）要求，现将川教安[2020]4号文转发，落实幸福小区"
            "（2020）3号楼整治。",
            "发文字号“川防[2020]2号”应作“川防〔2020〕2号”\n"
            "发文字号“川教安[2020]4号”应作“川教安〔2020〕4号”",
        ),
        (
            "preamble: 根据《意见》（国发〔2020〕 15 号）和（国发〔22〕5号）、（国办发〔2022〕"
            "6）。",
            "发文字号“国发〔2020〕 15 号”应作“国发〔2020〕15号”\n"
            "发文字号“国发〔22〕5号”的年份应写四位\n"
            "发文字号“国办发〔2022〕6”后面应有“号”",
        ),
    ),
)
