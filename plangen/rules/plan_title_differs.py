"""通知标题、通知正文里引的方案名称，与方案自己的标题不同。

依据：党政机关公文处理工作条例第二十条（引文要准确）；
GB/T 9704—2012 第7.3.7条（附件标题与说明一致，印发件同理）。
级别：警告。（征求意见稿）（试行）有没有不算，标题前面有没有发文机关（不带地区名称的也一样）、“关于”不算，
中间的空格由 text-blank 核对；
只看与方案标题相近的书名；“根据《……》”“落实《……》”引的是别的文件，不算。
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.problem import Level, Where
from plangen.rules._references import bare, cited, genre
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

ISSUED = lazy(r"关于(?P<verb>印发|转发|批转)(?P<title>[^《》]+?)的通知")
OTHER = lazy(r"（[^（）]*号）|[^。；\n]*(?:废止|停止执行|失效)")  # what follows another plan
# 根据《全国……工作方案》，现将《……实施方案》印发给你们: what is followed, not what is issued
BASIS = lazy(r"(?:根据|按照|依据|依照|遵照|参照|对照|贯彻|落实)[^，。；：\n]*$")
INNER = str.maketrans("《》", "〈〉")  # a title within a title
CLOSE = 0.6  # share of the characters two titles have in common


def find(case: Case) -> Findings:
    """The plan's title as the notice has it."""
    notice, title = case.plan.notice, bare(case.plan.title).translate(INNER)
    if notice is None:
        return
    issuers = names_of(case)
    named = without_issuers(title, issuers)
    for text, where, place in (
        (notice.title, notice.where / "title", "通知标题"),
        (notice.body, notice.where / "body", "通知正文"),
    ):
        for quoted in quotes(text):
            name = without_issuers(bare(quoted).translate(INNER), issuers)
            if name != named and not (name.endswith(named) and forwarded(text)):
                yield from differs(quoted, title, place, where)


def names_of(case: Case) -> list[str]:
    """The names of the issuers, with the locality's and without it: 县教育局, 教育局."""
    issuers = case.plan.notice.issuer if case.plan.notice else ()
    place = case.plan.locality.name
    short = (name.removeprefix(place) for name in issuers if place)
    return [*issuers, *filter(None, short)]


def without_issuers(title: str, issuers: Sequence[str]) -> str:
    """A title as it stands after the names of the issuers, without blanks."""
    rest = title
    while found := next((name for name in issuers if rest.startswith(name)), ""):
        rest = rest.removeprefix(found).lstrip(" \u3000、")
    return "".join(rest.removeprefix("关于").split())


def quotes(text: str) -> list[str]:
    """Titles that are quoted, in 《》 or without them after 印发."""
    marked = [
        found["title"]
        for found in cited(text)
        if not OTHER.match(text[found.end() :]) and not other(text[: found.start()])
    ]
    issued = (found for found in ISSUED.finditer(text) if not within(text, found.start()))
    plain = next(issued, None)
    return [*marked, *([plain["title"]] if plain else [])]


def within(text: str, at: int) -> bool:
    """Whether a place is in 《》: 《省政府关于印发……的通知》 is another's notice."""
    return text.count("《", 0, at) > text.count("》", 0, at)


def other(before: str) -> bool:
    """Whether what stands before a title says that it is another: 根据……, 原……."""
    return before.endswith("原") or BASIS.search(before) is not None


def forwarded(text: str) -> bool:
    """Whether another's plan is passed on: 关于转发县爱卫办……要点的通知 names whose it is."""
    found = ISSUED.search(text)
    return found is not None and found["verb"] != "印发"


def differs(quoted: str, title: str, place: str, where: Where) -> Findings:
    """The finding, if a quoted title must mean the plan and isn't its title."""
    name = bare(quoted).translate(INNER)
    common = len(set(name) & set(title)) / len(set(name) | set(title))
    if genre(name) and common >= CLOSE:
        yield Finding(where, f"{place}里的方案名称“{name}”与方案标题“{title}”不同", quoted)


POINTS = (
    "title: 全县爱国卫生工作要点\nnotice: {issuer: 青山县人民政府,"
    " title: 青山县人民政府关于%s县爱卫办全县爱国卫生工作要点的通知}"
)
RULE = Rule(
    "plan-title-differs",
    Level.WARNING,
    find,
    needs=("notice.title", "notice.body"),
    good=(
        "notice: {issuer: 青山县人民政府, body: 现将方案印发给你们。"
        "《青山县创建国家卫生县城工作方案》同时废止。}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于印发《青山县创建国家卫生县"
        "城实施方案"
        "（试行）》的通知, body: 现将《青山县创建国家卫生县城实施方案》印发给你们。}",
        "notice: {issuer: 青山县人民政府, body: 根据《江川市创建国家卫生城市实施方案》（江政发"
        "〔2023〕3号），"
        "现将方案印发给你们。}",
        "notice: {issuer: 青山县人民政府, body: 根据《江川市创建国家卫生城市实施方案》，结合实际，"
        "现将《青山县创建国家卫生县城实施方案》印发给你们。}",
        "title: 中共青山县委 青山县人民政府关于创建国家卫生县城的实施方案\n"
        "notice: {issuer: [中共青山县委, 青山县人民政府], title: 中共青山县委 青山县人民政府关于"
        "印发《创建国家卫生县城的实施方案》的通知,"
        " body: 现将《关于创建国家卫生县城的实施方案》印发给你们。}",
        POINTS % "转发",
        "title: 青山县2026年健康宣传工作要点\nnotice: {issuer: 青山县人民政府, "
        "body: 根据《江川市人民政府关于印发2026年健康宣传工作要点的通知》，现将要点印发给你们。}",
        "title: 教育局春季校园安全检查工作方案\n"
        "notice: {issuer: 青山县教育局, body: 现将《春季校园安全 检查工作方案》印发给你们。}",
        "title: 青山县落实《健康行动》工作方案\nnotice: {issuer: 青山县人民政府,"
        " body: 现将《青山县落实〈健康行动〉工作方案》印发给你们。}",
    ),
    bad=(
        (
            POINTS % "印发",
            "通知标题里的方案名称“县爱卫办全县爱国卫生工作要点”与方案标题“全县爱国卫生工作要点”"
            "不同",
        ),
        (
            "notice: {issuer: 青山县人民政府, "
            "title: 青山县人民政府关于印发青山县创建国家卫生县城工作方案的通知, "
            "body: 现将《青山县创建卫生县城实施方案》印发给你们。}",
            "通知标题里的方案名称“青山县创建国家卫生县城工作方案”与方案标题“青山县创建国家卫生"
            "县城实施方案”不同\n"
            "通知正文里的方案名称“青山县创建卫生县城实施方案”与方案标题“青山县创建国家卫生县城"
            "实施方案”不同",
        ),
    ),
)
