"""名单里的姓名都打了码，漏下个别人没有打：安某在一片 XX 里露了真名。

依据：个人信息保护法第二十五条、政府信息公开条例第十五条（公开前去掉个人信息）；实务。级别：警告。
全部名单合起来看：打码的不少于五个、又占九成以上，才报；不是名字的（整类人员、待定）不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lazy import lazy
from plangen.rules._organisation import persons
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule

MASKED = lazy(rf"{LETTER}{{0,2}}[XxＸ×＊*○〇□■某]{{1,3}}")
NAME = lazy(rf"(?:{LETTER}|·){{2,8}}")
PENDING = lazy(r"待定|空缺|未定|暂缺")
FEWEST, SHARE = 5, 0.9


def find(case: Case) -> Findings:
    """The few names that are written out among masked ones."""
    people = [one for one in persons(case) if not PENDING.search(one.name)]
    masked = [one for one in people if MASKED.fullmatch(one.name)]
    if len(masked) < FEWEST or len(masked) < SHARE * len(people):
        return
    for one in people:
        if not MASKED.fullmatch(one.name) and NAME.fullmatch(one.name):
            message = f"名单里{len(masked)}处姓名打了码，“{one.name}”没有打"
            yield Finding(one.where, message, one.name)


GROUP = "groups: [{name: 甲组, duties: 负责宣传, roster: [{role: 成员, people: [%s]}]}]"
RULE = Rule(
    "mask-missed",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        GROUP % ", ".join(["XX"] * 12),
        GROUP % "XX, XX, 何川, 邓蕾, 温岚, 周启明",
        GROUP % "XX, XX, XX, XX, 何川",
        GROUP % f"{', '.join(['XX'] * 12)}, 待定",
    ),
    bad=(
        (GROUP % f"{', '.join(['XX'] * 12)}, 何川", "名单里12处姓名打了码，“何川”没有打"),
        (GROUP % f"{', '.join(['张某某'] * 9)}, 何川", "名单里9处姓名打了码，“何川”没有打"),
    ),
)
