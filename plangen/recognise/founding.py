"""Sentences that set a body up: 成立……领导小组（以下简称……）, 下设……办公室，办公室设在……."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

BODY = r"(?:领导小组|协调小组|领导组|工作专班|指挥部|委员会|专班|工作组|推进组|协调组)"
SHORT = r"(?:[（(](?:以下)?简称[:：]?“?(?P<short>[^”）)]+)”?[）)])?"
SET_UP = re.compile(
    r"(?:成立|组建|设立|建立)(?:了|的)?(?:以[^。]*?为(?:组长|主任|指挥长|总指挥)[^。]*?的|由[^。]*?[的：])?"
    rf"(?P<name>[^，。；：（(“”]{{2,40}}?{BODY}){SHORT}"
)
NAMED = re.compile(rf"(?P<name>[^，。；：（(“”、]{{2,40}}?{BODY}){SHORT}")
# Not 创卫办和12个工作组, which sets up several, nor 办公室主任.
BUREAU = r"(?:办公室(?![主副成和、及与])|办(?=[（(，,。；]|设[在于]|$))"
# 领导小组下设……办公室（以下简称……），办公室设在……
BELOW = re.compile(
    rf"(?:下设|设立|成立|设)(?:一个|了)?(?P<name>[^，。；：（(“”和、设]{{0,40}}?{BUREAU}){SHORT}"
    rf"(?:(?:[，,。；]?[^，。；]{{0,12}}{BUREAU}?设)?在(?P<seat>[^，。；：（(]+))?"
)
# 领导小组办公室设在……, without a word that sets it up
SEATED = re.compile(
    rf"^(?P<name>[^，。；：（(“”和、]{{0,30}}?{BUREAU}){SHORT}设(?:在|于)(?P<seat>[^，。；：（(]+)"
)
INTRODUCES = re.compile(r"(?:名单|人员)?如下[：:]?$|[：:]$")
DEFAULT_BODY, DEFAULT_OFFICE = "领导小组", "办公室"


@dataclass(frozen=True)
class Named:
    """A body as a sentence names it."""

    name: str
    short: str = ""
    seat: str = ""


def leading(text: str) -> Named:
    """The leading body that a text sets up, or names."""
    found = SET_UP.search(text) or NAMED.search(text)
    if not found:
        return Named(DEFAULT_BODY)
    return Named(found["name"].removeprefix("成立"), found["short"] or "")  # 成立领导小组


def office(text: str) -> Named | None:
    """The office that a paragraph sets up; None where it sets up none."""
    found = (SEATED.search(text.strip()) or BELOW.search(text)) if "办" in text else None
    if not found:
        return None
    seat = re.sub("^(?:于|了)", "", found["seat"] or "").strip()
    return Named(found["name"], found["short"] or "", seat)


def introduces(text: str) -> bool:
    """Whether a line introduces a body, or a list of its members."""
    text = text.strip()
    return bool(SET_UP.search(text) or INTRODUCES.search(text)) or office(text) is not None


def setting(lines: Sequence[str]) -> int:
    """Which of the lines before a roster sets the leading body up; their count, if there is none.

    Without 成立 it is the last that ends in 如下： or a colon, else the last.
    """
    for at, line in enumerate(lines):
        if SET_UP.search(line):
            return at
    named = [at for at, line in enumerate(lines) if INTRODUCES.search(line.strip())]
    return named[-1] if named else max(0, len(lines) - 1)


def introduction(lines: Sequence[str]) -> int:
    """Which of the lines before a roster introduces an office: the one naming it, or the last."""
    found = [at for at, line in enumerate(lines) if office(line)]
    return found[-1] if found else max(0, len(lines) - 1)
