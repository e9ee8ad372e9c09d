"""乡镇方案的标题、机构、发文机关还写着县名：由县方案改来，没有改全。

依据：实务（标题、机构名称应是本地的）。级别：错误。
只看标题、领导小组、办公室的全称，和发文、印发机关；书名号里引的县方案不算；打码的不核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level, Where
from plangen.rules._against import county_name, name
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Names of the township's own things that begin with the county's name."""
    county, own = county_name(case), name(case)
    if not own or own.startswith(county):  # which is empty where it is masked
        return
    for what, text, where in _names(case):
        if text.startswith(county):
            message = f"{what}“{text}”是{county}的，本方案是{own}的"
            yield Finding(where, message, county)


def _names(case: Case) -> Iterator[tuple[str, str, Where]]:
    plan = case.plan
    yield "标题", plan.title, plan.where / "title"
    if plan.leaders:
        yield "领导机构", plan.leaders.name, plan.leaders.where / "name"
    for office in plan.offices:
        yield "办公室", office.name, office.where / "name"
    notice = plan.notice
    if notice:
        for issuer in notice.issuer:
            yield "发文机关", issuer, notice.where / "issuer"
        if notice.printed:
            yield "印发机关", notice.printed.by, notice.printed.where / "by"


RULE = Rule(
    "name-of-county",
    Level.ERROR,
    find,
    against=True,
    good=(
        "county: {}\nleaders: {name: 石门镇创建工作领导小组,"
        " roster: [{role: 组长, people: [何川]}]}",
        "county: {}\npreamble: 根据《青山县创建国家卫生县城实施方案》，制定本方案。",
    ),
    bad=(
        (
            "county: {}\nleaders: {name: 青山县创建工作领导小组, roster:"
            " [{role: 组长, people: [何川]}]}",
            "领导机构“青山县创建工作领导小组”是青山县的，本方案是石门镇的",
        ),
    ),
)
