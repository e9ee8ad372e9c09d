"""用了形似的别的字符：全角数字和字母、兼容汉字和部首、﹝﹞、不规范的间隔号、显示不出的字。

依据：GB/T 15834—2011 第4.14条（间隔号为“·”）；GB/T 15835—2011 第4.1条；实务（复制、识别留下的
字符印出来会缺字或错位）。级别：警告。
全角的ＸＸ打码不算；带年份的发文字号由引文的规则管。
"""

from __future__ import annotations

import re
from unicodedata import normalize

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import HAN, Slip, slips
from plangen.rules.base import Findings, LineWise, Rule
from plangen.text.patterns import lazy


def standard(found: re.Match[str]) -> str:
    """The common character for a full-width digit, a compatibility ideograph, a radical."""
    return normalize("NFKC", found.group())


def changes(found: re.Match[str]) -> bool:
    """Whether there is a common character: a dozen of the compatibility block are their own."""
    return standard(found) != found.group()


TABLE = (
    Slip(
        "[０-９Ａ-ＷＹＺａ-ｗｙｚ]+(?:．[０-９]+)?",
        standard,
        say="“{old}”是全角，应作“{new}”",
        any_of=lazy("[０-９Ａ-ＷＹＺａ-ｗｙｚ]"),
    ),
    Slip(
        "[⺀-⻳⼀-⿕\uf900-\ufaff\U0002f800-\U0002fa1f]",
        standard,
        say="“{old}”不是通用的汉字编码，应作“{new}”",
        when=changes,
        any_of=lazy("[⺀-⻳⼀-⿕\uf900-\ufaff\U0002f800-\U0002fa1f]"),
    ),
    Slip(r"﹝([^﹝﹞]*)﹞(?<!\d{4}﹞)", r"〔\1〕", cues=("﹝",)),
    Slip(rf"(?<=[{HAN}])[•・∙‧⋅](?=[{HAN}])", "·", "“{old}”的间隔号应为“·”", cues=(*"•・∙‧⋅",)),
    Slip(
        "[一二](?=[^年]*[零○OＯ])[〇零○OＯ一二三四五六七八九]{3}(?=年度)",
        lambda found: re.sub("[零○OＯ]", "〇", found.group()),
        cues=("年度",),
    ),
    Slip(
        "[\ue000-\uf8ff\ufffd]+",
        "",
        say="“{old}”有显示不出的字符",
        safe=False,
        any_of=lazy("[\ue000-\uf8ff\ufffd]"),
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Characters that only look like the right ones."""
    yield from slips(lines, TABLE, lead=2)


RULE = Rule(
    "character-lookalike",
    Level.WARNING,
    find,
    good=(
        "preamble: 2026年，由阿依古丽·买买提同志牵头，ＸＸ镇配合，面积30㎡，Ⅲ类水体，"
        "一○五医院参加。",
        "preamble: 二〇二六年度考核，一千零五人参加，十一月总结。",
    ),
    bad=(
        (
            "preamble: ２０２６年，⽤好政策，由阿依古丽•买买提同志牵头，二○二六年度考核。",
            "“２０２６”是全角，应作“2026”\n“⽤”不是通用的汉字编码，应作“用”\n"
            "“古丽•”的间隔号应为“·”\n“二○二六”应作“二〇二六”",
        ),
    ),
)
