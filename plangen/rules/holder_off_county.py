"""同一个职务，县方案和乡镇方案写的不是一个人：县方案是云渡镇镇长彭欣，乡镇方案镇长是别人。

依据：党政机关公文处理工作条例第二十条第（四）项（人名应当准确）。级别：警告。
只比书记、乡镇长、街道办事处主任一类只有一个人的职务；打码的不比。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of, holding, name, people
from plangen.rules.base import Case, Finding, Findings, Rule

SINGLE = ("党委书记", "党工委书记", "镇长", "乡长", "办事处主任", "人大主席")


def find(case: Case) -> Findings:
    """Posts of the township that the county's roster gives to somebody else."""
    own, ours = name(case), people(case)
    for above in people(county_of(case)):
        for post in above.written:
            kind = post.removeprefix(own)
            if kind == post or kind not in SINGLE:
                continue
            found = [one for full in _forms(own, kind) for one in holding(ours, full)]
            if found and above.name not in {one.name for one in found}:
                one = found[0]
                message = f"{post}县方案写的是{above.name}，本方案是{one.name}，核对后改一致"
                yield Finding(one.where, message, one.person.name)


def _forms(own: str, kind: str) -> tuple[str, ...]:
    """How a township writes a post of its own: 云渡镇镇长, 镇长; 镇党委书记."""
    end = "街道" if own.endswith("街道") else own[-1]
    return f"{own}{kind}", kind, f"{end}{kind}"


COUNTY = (
    "county: {leaders: {name: 领导小组, roster: [{role: 成员, people:"
    " [{name: 彭欣, posts: [石门镇镇长]}, {name: 章新, posts: [云渡镇镇长]}]}]}}\n"
)
ROSTER = "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}]}"
RULE = Rule(
    "holder-off-county",
    Level.WARNING,
    find,
    needs=("leaders", "offices", "groups"),
    against=True,
    good=(
        COUNTY + ROSTER % "{name: 彭欣, posts: [镇党委副书记, 镇长]}",
        COUNTY + ROSTER % "{name: 何川, posts: [镇党委书记]}",
        COUNTY + ROSTER % "{name: XX, posts: [镇长]}",
    ),
    bad=(
        (
            COUNTY + ROSTER % "{name: 何川, posts: [镇党委副书记, 镇长]}",
            "石门镇镇长县方案写的是彭欣，本方案是何川，核对后改一致",
        ),
    ),
)
