"""引用常见文件时发文字号写错：国发〔2014〕66号写成了国发〔2024〕66号。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：警告。
只看 words/known_documents.yaml 列出的文件，标题和机关代字都相同、年份或序号不同的才报；别的机关
发的同名文件代字不同，不比；打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER, dated_numbers
from plangen.rules.base import Finding, Findings, LineWise, Rule, Suspended
from plangen.text.patterns import lazy

OPEN, CLOSE = r"[〔\[［【（(﹝〖]", r"[〕\]］】）)﹞〗]"
NUMBER = lazy(rf"(?P<code>{LETTER}+){OPEN}(?P<year>[\dXx×]+){CLOSE}第?0*(?P<n>[\dXx×]+)号")
CITED = lazy(rf"《(?P<title>[^《》]+)》\s*[（(](?P<number>{NUMBER.pattern})")
EDITION = lazy(r"（\d{4}年?版）$")


@LineWise
def find(lines: Lines) -> Findings:
    """Numbers after known titles that are of the same organ and of another year or order."""
    known = {entry["title"]: entry["number"] for entry in lines.words("known_documents")}
    for line in dated_numbers(lines):
        for found in CITED.finditer(line.text):
            title = found["title"]
            right = known.get(EDITION.sub("", title.rpartition("关于")[2]))
            parts = NUMBER.fullmatch(right or "")
            if parts is None or parts["code"] != found["code"]:
                continue
            if not (found["year"] + found["n"]).isdecimal():
                yield Suspended(line.where, f"“{found['number']}”打了码，不能核对")
            elif (found["year"], found["n"]) != (parts["year"], parts["n"]):
                message = f"《{title}》的发文字号是{right}，现为“{found['number']}”"
                yield Finding(line.where, message, found["number"])


RULE = Rule(
    "cited-number-wrong",
    Level.WARNING,
    find,
    good=(
        "preamble: 根据《国务院关于进一步加强新时期爱国卫生工作的意见》（国发[2014]66号）、"
        "《关于深入开展爱国卫生运动的意见》（国发〔2020〕15号）制定。",
        "preamble: 根据省政府《关于深入开展爱国卫生运动的意见》（川府发〔2021〕5号）和"
        "《关于深入开展爱国卫生运动的实施意见》（国发〔2021〕9号）制定。",
        "preamble: 根据《关于深入开展爱国卫生运动的意见》（国发〔20XX〕15号）制定。",
    ),
    bad=(
        (
            "preamble: 以《关于进一步加强新时期爱国卫生工作的意见》（国发〔2024〕66号）为指导。",
            "《关于进一步加强新时期爱国卫生工作的意见》的发文字号是国发〔2014〕66号，"
            "现为“国发〔2024〕66号”",
        ),
        (
            "preamble: 根据《国务院关于深入开展爱国卫生运动的意见》（国发〔2020〕51号）制定。",
            "《国务院关于深入开展爱国卫生运动的意见》的发文字号是国发〔2020〕15号，"
            "现为“国发〔2020〕51号”",
        ),
    ),
)
