"""用了别的文种的结束语：通知、方案用了请示、报告、函、批复、公告的，报告用了请示的。

依据：党政机关公文处理工作条例第八条（文种的适用范围）、第十五条（报告不夹带请示事项）；实务。
级别：警告。
结束语的表在 words/closing.yaml；只看段末，书名号和引号里的不算；没有标题的，
正文说了“批复如下”“函复如下”的，是批复、复函，不查。
"""

from __future__ import annotations

import re
from functools import cache

from plangen.problem import Level
from plangen.rules._notice import kind_of
from plangen.rules._words import cores
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.genres import NOTICE
from plangen.text.patterns import lazy
from plangen.text.programs import compiled

STOPS = r"[。！.]?\s*$"
# What a letter whose title is missing says that it is
SAID = lazy("(?:批复|函复|函告|请示|报告|公告|通告)如下")
START = r"(?:^|(?<=[，。；]))"


@cache
def pattern(form: str) -> re.Pattern[str]:
    """A phrase at the end of a paragraph, as a clause of its own."""
    return compiled(rf"{START}(?P<phrase>{form}){STOPS}")


def find(case: Case) -> Findings:
    """Closing phrases of another kind of document."""
    entries = case.words("closing")
    kind = kind_of(case.plan)
    if not case.plan.notice and any(SAID.search(line.text) for line in case.having("如下")):
        return
    place = f"{kind}里" if kind and kind != NOTICE else "通知和方案里"
    for line in case.having(*(core for entry in entries for core in cores(entry["form"]))):
        for entry in entries:
            found = pattern(entry["form"]).search(line.text)
            if found and entry["genre"] != kind:
                phrase = found["phrase"]
                message = f"“{phrase}”是{entry['genre']}的结束语，{place}不用"
                yield Finding(line.where, message, phrase)
                break


RULE = Rule(
    "closing-wrong",
    Level.WARNING,
    find,
    good=(
        "preamble: 请认真贯彻执行。",
        'preamble: "你局的请示收悉，现批复如下：\\n原则同意你局的规划。\\n此复。"',
        "preamble: 各乡镇制定的方案要报县政府批复，及时向县创卫办报告。",
        "notice: {issuer: 青山县人民政府, body: 现将方案印发给你们，请认真组织实施。特此通知。}",
        "notice: {issuer: 石门镇人民政府, title: 石门镇人民政府关于申报卫生镇的请示,"
        " body: 现申报省级卫生镇。妥否，请批示。}",
        "notice: {issuer: 县卫生健康局, title: 县卫生健康局关于商请支持经费的函,"
        " body: 现商请贵局予以支持，请予函复。}",
    ),
    bad=(
        (
            "notice: {issuer: 石门镇人民政府, title: 石门镇人民政府关于创卫工作的报告,"
            " body: 现将工作报告如下。妥否，请批示。}",
            "“妥否，请批示”是请示的结束语，报告里不用",
        ),
        (
            "notice: {issuer: 青山县人民政府, body: 现将方案印发给你们。妥否，请批示。}",
            "“妥否，请批示”是请示的结束语，通知和方案里不用",
        ),
        ("closing: 以上工作请予支持，特此函达。", "“特此函达”是函的结束语，通知和方案里不用"),
    ),
)
