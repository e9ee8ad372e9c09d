"""The forms that measures are written in, and what each makes of a match.

A form is an expression and a function from its match to indicators; none where it was no measure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plangen.standard import naming
from plangen.standard.catalogue import Indicator
from plangen.standard.wordings import (
    BARE_VALUE,
    NUMBER,
    TAIL,
    UNIT,
    VALUE,
    VERB,
    any_of,
    number,
    operator,
    table,
    unit,
    words,
)

PERCENT = {"%", "‰"}
PHRASE = r"[^，,。；;：:\n]"
GOALS = "标准|要求|目标|水平|比例|规定"


@dataclass
class Reading:
    """A sentence while it is read: where the last measure ended, and what it was called."""

    sentence: str
    since: int = 0
    last: str = ""

    def phrase(self, at: int) -> str:
        """The phrase before a place."""
        if self.last and naming.dated(self.sentence, at, self.since):
            return self.last
        return naming.before(self.sentence, at, self.since)

    def rest(self, at: int) -> str:
        """The phrase after a place."""
        return naming.after(self.sentence, at)

    def describes(self, at: int) -> bool:
        """Whether a number that ends here only describes the noun after it: 3个月以上的儿童."""
        return bool(re.match(rf"[）)]?的(?!{GOALS})", self.sentence[at:]))


Made = Iterator[Indicator]
Form = tuple[re.Pattern[str], Callable[[Reading, re.Match[str]], Made]]


def plainly(reading: Reading, found: re.Match[str]) -> Made:
    """群众满意率≥90%, 围墙高度不低于2米, 主要街道保洁县城不低于12小时、乡镇不低于8小时."""
    value, of = number(found["value"]), unit(found["unit"])
    phrase, scope = reading.phrase(found.start()), ""
    phrase, span = naming.every(phrase) if of == "次" else (phrase, "")
    if of in words("counters") or of in {"次", "项"}:
        named = _counted(reading, found, phrase, of)
    elif reading.describes(found.end()):
        return
    else:
        name = naming.placed(phrase, reading.last)
        named, scope = name.text and naming.ended(name.text, of), name.scope
    op = operator(found["verb"], found["tail"] or "", value, of)
    if len(named) >= naming.SHORTEST:
        yield Indicator(named, op, value, of + span, scope)


def _counted(reading: Reading, found: re.Match[str], phrase: str, of: str) -> str:
    """The name of a number of things: 不少于2名社会体育指导员, 至少有一项达到国家标准."""
    rest = reading.rest(found.end()).removeprefix("的")
    if of == "项":
        return f"{phrase}{rest}的项数"
    if of == "次":
        return naming.ended(naming.stripped(rest) or phrase, of)
    return naming.counted(phrase, rest) if rest or phrase else ""


def together(reading: Reading, found: re.Match[str]) -> Made:
    """甲率、乙率分别达到90%、80%以上; 普及率达到东部95%、中部90%、西部80%以上."""
    items = list(re.finditer(PLACED_VALUE, found["items"]))
    names = _shared(reading.phrase(found.start()), len(items))
    for item, name in zip(items, names, strict=True):
        value, of = number(item["value"]), unit(item["unit"])
        op = operator(found["verb"] or "", found["tail"] or "", value, of)
        scope = item["place"] or name.scope
        yield Indicator(naming.ended(name.text, of), op, value, of, scope)


def _shared(phrase: str, count: int) -> list[naming.Name]:
    """The names that so many values belong to: as many as there are, else one for all."""
    if regions := re.fullmatch(r"(东)(?:部)?、(中)(?:部)?、(西)部(.+)", phrase):
        rest = regions[4]
        area = re.match(r"(?:地区)?(?:乡镇建成区|乡镇|县城|农村)?", rest)
        near = area.group() if area else ""
        return [naming.Name(rest, f"{regions[n]}部{near}") for n in (1, 2, 3)]
    names = re.split("[、，,]|以及|(?<=率)[和与及]", phrase)
    if len(names) != count:
        return [naming.placed(phrase)] * count
    ending = re.search(rf"{any_of(words('rates'))}$", names[-1])
    return [
        naming.Name(name if not ending or name.endswith(ending[0]) else name + ending[0])
        for name in names
    ]


def percent(reading: Reading, found: re.Match[str]) -> Made:
    """清运率100%, 80%以上的社区建有健身设施, 临床用血100%来自无偿献血."""
    if unit(found["unit"]) not in PERCENT:
        return
    phrase, rest = reading.phrase(found.start()), reading.rest(found.end())
    name = naming.placed(phrase, reading.last)
    said = re.match(PREDICATE, rest)
    op = operator("", found["tail"] or "", found["value"], "%")
    if re.search(rf"(?:{any_of(words('rising'))}|[对按以占每])$", phrase):
        return
    if re.search(rf"{any_of(words('rates'))}$", phrase) or (phrase and not rest):
        if reading.describes(found.end()):
            return
        named = naming.ended(name.text, "%")
    elif said and phrase:
        named = f"{phrase}{rest}的比例"
    else:
        named, name = _share(rest.removeprefix("的")), naming.Name("", phrase)
    if named:
        yield Indicator(named, op, found["value"], unit(found["unit"]), name.scope)


def _share(phrase: str) -> str:
    """社区建有体育健身设施 as 建有体育健身设施的社区比例; empty where it has no predicate."""
    found = re.match(
        rf"(?P<noun>[^的]{{1,12}}?)(?P<of>的.{{1,10}}?)?(?P<said>{PREDICATE}.*)", phrase
    )
    if not found:
        return ""
    return f"{(found['of'] or '').removeprefix('的')}{found['said']}的{found['noun']}比例"


def compared(reading: Reading, found: re.Match[str]) -> Made:
    """参合率高于所在省平均水平."""
    phrase = naming.placed(reading.phrase(found.start()), reading.last)
    op = operator(found["verb"], "", "", "")
    op = ">=" if op == "==" else op
    of = "%" if phrase.text.endswith("率") else ""
    if phrase.text:
        yield Indicator(phrase.text, op, "", of, phrase.scope, relative_to=found["than"])


def share_of(reading: Reading, found: re.Match[str]) -> Made:
    """≥全年天数的70%, 不超过标准的3倍."""
    phrase = reading.phrase(found.start())
    value, of = number(found["value"]), unit(found["unit"])
    if not phrase or reading.describes(found.end()):
        return
    name = (
        f"{phrase}相对{found['whole']}的倍数"
        if of == "倍"
        else f"{phrase}占{found['whole']}的比例"
    )
    yield Indicator(name, operator(found["verb"], found["tail"] or "", value, of), value, of)


def some_items(reading: Reading, found: re.Match[str]) -> Made:
    """有三项达到国家规定的标准."""
    name = f"{reading.phrase(found.start())}{found['rest']}的项数"
    yield Indicator(name, ">=", number(found["value"]), "项")


def yearly(reading: Reading, found: re.Match[str]) -> Made:
    """每年进行一次健康体检和培训."""
    name = naming.stripped(f"{reading.phrase(found.start())}{found['rest']}")
    if name:
        named = naming.ended(name, "次")
        yield Indicator(named, ">=", number(found["value"]), f"次/{found['span']}")


def absent(_: Reading, found: re.Match[str]) -> Made:
    """近3年内未发生重大食品安全事故: none of them in three years."""
    what = re.sub(r"(?:现象)?(?:的?发生|出现)$", "", found["what"])
    event = next((event for event in table("events") if what.endswith(event)), "")
    years = 1 if found["one"] else int(number(found["years"]))
    period = found["one"] or f"{found['span']}{found['years']}年"
    yield Indicator(
        f"{period}{what.removeprefix('有')}{'数' if event else ''}",
        "==",
        "0",
        table("events").get(event, "起"),
        kind="absence",
        period_years=years,
    )


def graded(reading: Reading, found: re.Match[str]) -> Made:
    """密度达到国家标准C级要求."""
    phrase = naming.placed(reading.phrase(found.start()))
    if phrase.text:
        yield Indicator(phrase.text, "==", found["value"], "级", phrase.scope)


def ratio(_: Reading, found: re.Match[str]) -> Made:
    """按学生人数600∶1的比例配备专职卫生技术人员: at most 600 to one."""
    name = f"{found['first']}与{found['what']}之比"
    yield Indicator(name, "<=", found["value"], f"∶{found['second']}")


def moving(reading: Reading, found: re.Match[str]) -> Made:
    """居民健康素养水平逐年提高."""
    phrase = naming.placed(reading.phrase(found.start()))
    if re.search(f"{any_of(words('rates'))}$", phrase.text):
        yield Indicator(phrase.text, "trend", found.group(), scope=phrase.scope)


PLACE = any_of(words("places"))
PREDICATE = any_of(words("predicates"))
PLACED_VALUE = rf"(?P<place>{PLACE}?)\s*(?P<value>{NUMBER})\s*(?P<unit>{UNIT})"
_SHARED = rf"{PLACE}?\s*{BARE_VALUE}(?:\s*(?:[、和]|[，,](?={PLACE}))\s*{PLACE}?\s*{BARE_VALUE})+"
_HAVING = any_of(words("having"))
_YEARS = r"(?P<span>近|最近|连续|前)(?P<years>[\d一二两三四五六七八九十]{1,2})个?年"
_PERIOD = rf"(?:{_YEARS}|(?P<one>上一?年度?|当年))"
_WITHOUT = any_of(["未发生", "没有发生", "无", "没有", "未出现", "不发生", "未有"])
_ABSENT = rf"{_PERIOD}[^，,。；;未无没]{{0,18}}{_WITHOUT}(?P<what>{PHRASE}+)"
_EVERY = r"每(?P<span>年|季度|月|周)(?:至少|都|应)?"
_RATIO = r"(?P<first>[^，,。；;\d]{2,12})(?P<value>\d{1,6})\s*[:：∶比]\s*(?P<second>\d{1,6})的?"

FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"{VERB}?\s*(?P<items>{_SHARED})\s*{TAIL}", together),
        (rf"{VERB}\s*(?P<than>(?!\d){PHRASE}{{1,16}}?{any_of(words('averages'))})", compared),
        (rf"{VERB}(?P<whole>[^，,。；;：:\d（）]{{1,12}})的{VALUE}", share_of),
        (rf"{VERB}\s*{VALUE}", plainly),
        (_ABSENT, absent),
        (rf"(?:有|中任意|中任何)(?P<value>{NUMBER})项(?P<rest>达到{PHRASE}+)", some_items),
        (rf"{_EVERY}{_HAVING}?(?P<value>{NUMBER})次(?:以上)?的?(?P<rest>{PHRASE}*)", yearly),
        (rf"(?:达到|符合|控制在){PHRASE}{{0,40}}?(?P<value>[A-D])级", graded),
        (rf"[按以]照?{_RATIO}(?:比例|标准|要求)?{_HAVING}(?P<what>{PHRASE}+)", ratio),
        (rf"(?:逐年|持续|稳步|不断|逐步){any_of(words('trends'))}", moving),
        (VALUE, percent),
    )
)
