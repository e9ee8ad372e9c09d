"""乡镇方案里留着县的口气：我县、本县、县直各单位、各乡镇。

依据：实务（行文的口气应是本级的）。级别：我县、本县为错误，县直单位、各乡镇为警告。
书名号里的不算；“全县”“县里”可以指县里，不报；每种说法只报第一处。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import level, wording
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

VOICE = lazy(
    r"(?P<own>[我本][县区市旗](?![级城]))|[县区市旗]直(?:各|有关|属)?(?:单位|部门)"
    r"|各乡镇(?!卫生院|中心)"
)


def find(case: Case) -> Findings:
    """What only a county says of itself and of those below it."""
    own = level(case)
    seen: set[str] = set()
    for text, where in wording(case):
        for found in VOICE.finditer(text):
            piece = found.group()
            if piece not in seen and own in piece.replace("各乡镇", own):
                seen.add(piece)
                graver = Level.ERROR if found["own"] else Level.WARNING
                message = f"“{piece}”是{own}方案的口气，{case.plan.locality.name}应改成自己的"
                yield Finding(where, message, piece, level=graver)


RULE = Rule(
    "wording-of-county",
    Level.ERROR,
    find,
    against=True,
    good=(
        "county: {}\npreamble: 结合我镇实际，为全县创卫工作作出贡献，各村、镇直各单位要落实责任。",
        "county: {}\npreamble: 落实《我县各乡镇环境整治办法》，报县爱卫办审核。",
    ),
    bad=(
        (
            "county: {}\npreamble: 结合我县实际，各乡镇、县直各单位要落实责任，各乡镇要加快进度。",
            "“我县”是县方案的口气，石门镇应改成自己的\n"
            "“各乡镇”是县方案的口气，石门镇应改成自己的\n"
            "“县直各单位”是县方案的口气，石门镇应改成自己的",
        ),
    ),
)
