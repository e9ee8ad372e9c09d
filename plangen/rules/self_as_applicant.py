"""照抄上级办法的口气，把自己称作“申报城市”。

依据：党政机关公文处理工作条例第十九条（表述准确）；实务（自称“我市”“我县”，全文一致）。级别：提示。
称呼见 plangen/words/own_applicant.yaml，按地区的级别；前面有“各”“其他”的，写明办法怎样规定的
句子不算；只报一次。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._words import pattern
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

QUOTING = lazy(r"《|规定|办法")
SENTENCE = lazy(r"[^。；]+")


def find(case: Case) -> Findings:
    """The first such name, and how many there are."""
    level = case.plan.locality.level
    for entry in case.words("own_applicant"):
        names = entry["names"].split() if entry["level"] == level else []
        form = rf"(?<![各个他])(?:{'|'.join(map(re.escape, names))})(?!之[一间]|县)"
        hits = [(line, hit) for line in case.having(*names) for hit in _said(line, form)]
        if hits:
            line, quote = hits[0]
            times = f"（共{len(hits)}处）" if len(hits) > 1 else ""
            message = f"“{quote}”{times}是上级办法的称呼，本方案说自己应作“{entry['own']}”"
            yield Finding(line.where, message, quote)


def _said(line: Line, form: str) -> list[str]:
    """The names in a paragraph, those left out that its sentences quote."""
    sentences = [text for text in SENTENCE.findall(line.text) if not QUOTING.search(text)]
    return [hit for text in sentences for hit in pattern(form).findall(text)]


CITY = "locality: {name: 青山市, level: city}\n"
RULE = Rule(
    "self-as-applicant",
    Level.INFO,
    find,
    good=(
        CITY + "preamble: 学习其他申报城市经验。按照《办法》，申报城市应当加强管理。",
        CITY + "preamble: 办法规定申报城市接受监督；各申报城市、5个申报城市交流。",
        CITY + "preamble: 我市是申报城市之一。",
        CITY + "preamble: 申报城市之间交流经验，申报城市县区名单另发。",
        "preamble: 申报城市接受社会监督。",
    ),
    bad=(
        (
            CITY + "preamble: 全国爱卫会对申报城市予以命名。申报城市要加强管理。",
            "“申报城市”（共2处）是上级办法的称呼，本方案说自己应作“我市”",
        ),
        (
            "locality: {name: 石门镇, level: township}\npreamble: 公示后对申报乡镇予以命名。",
            "“申报乡镇”是上级办法的称呼，本方案说自己应作“我镇”",
        ),
    ),
)
