"""The leading body (领导小组, 领导组, 指挥部) and its office, as the text of a plan calls them.

Only those of the plan's own level that create 卫生 count: in a county's plan 市创卫指挥部 is
another's, and so is what 各乡镇 are told to set up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.model.document import Role
from plangen.problem import Where
from plangen.rules._lines import Line
from plangen.rules._notice import same_organ
from plangen.rules._old_names import DEFINED
from plangen.rules._organisation import own_level
from plangen.rules._text import LETTER
from plangen.rules._units import FORMAL
from plangen.rules.base import Case, once
from plangen.text.cached import cached_property
from plangen.text.patterns import lazy

TYPES = "领导小组|领导组|指挥部"
SET_UP = lazy(r"成立|组建|设立|建立|调整|健全")
OTHERS = lazy(
    r"(?:各|乡镇|镇街|街道|[村居]|社区|单位|部门|企业|学校)[^。；]{0,24}(?:成立|组建|设立|建立|调整|健全)"
)
STOPS = lazy(r"[。；]")
BUREAU = lazy("办(?:公室)?$")
LEVELS = "省市区县旗州镇乡各"
ABOVE = lazy(
    rf"[{LEVELS}]$"
    r"|(?:中央|国家|国务院|全国|省委?|自治区|市委)(?:“[^“”]*”)?[^，。；：、“”]{0,12}$"
)
PARTS = ("片区", "园区", "社区", "景区", "校区", "厂区", "库区", "林区", "小区")  # no district
BRIEF = lazy(r"(?:全面)?(?:创卫|创建|争创)(?:工作)?")
CORE = r"(?:全面)?(?:创卫|创建|争创)[^，。；：、“”（）《》\s由的在向是对将要按为]{0,24}?"
NAMED = lazy(rf"(?P<core>{CORE})(?P<kind>{TYPES})(?!办)")
UNNAMED = lazy(rf"(?<!{LETTER})(?P<core>(?:创卫|创建)(?:工作)?)(?P<kind>{TYPES})(?!办)")
ENDED = lazy(rf"(?P<core>.*?)(?P<kind>{TYPES})$")
FOUNDING = ("成立", "组建", "设立")
OFFICE = lazy(
    rf"(?:(?P<stem>创卫|创建|创城|创国卫)(?:工作)?)?(?P<kind>{TYPES})?"
    r"办(?:公室)?(?![公理事好法结])"
)
LEADING = lazy(rf"(?:创卫|创建|争创)[^，。；：、“”（）《》\s]{{0,24}}?(?:{TYPES})")
BUREAUS = lazy(rf"(?:创卫|创建|创城|创国卫|{TYPES})(?:工作)?(?:{TYPES})?办")
FOUNDED = lazy(
    r"(?:成立|组建|设)[^。；]{0,40}办公室|办公室[^。；]{0,10}设在|办[^。；]{0,4}设在|(?:下设|设立|成立)[^。；，]{0,12}办(?![法理好事])|[设立]一?[办室]"
    r"|[一二三四五六七八九十]+组一[办室]|一[办室][一二三四五六七八九十]+组"
)
HEADING = lazy(r"[（(][一二三四五六七八九十]+[）)][^，。；：]{0,10}办[^，。；：]{0,6}$")


class Body(NamedTuple):
    """A leading body as it is called at a place: 县 + 创建国家卫生县城 + 领导小组."""

    name: str
    core: str
    kind: str
    where: Where
    founded: bool

    @property
    def brief(self) -> bool:
        """Whether it is called by a short name: 创卫领导小组."""
        return BRIEF.fullmatch(self.core) is not None


class Bureau(NamedTuple):
    """An office as it is called: 创卫办 is (创卫, ""), 领导小组办公室 ("", 领导小组)."""

    name: str
    stem: str
    kind: str
    where: Where


@once
def bodies_of(case: Case) -> Bodies:
    """The bodies of a case, read once for all rules."""
    return Bodies(case)


class Bodies:
    """The bodies that a case names, in reading order."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def own(self) -> tuple[str, ...]:
        """What may stand before a body's name: the locality's, or the character of its level.

        In a department's plan these are the names of who is above it.
        """
        notice = self.case.plan.notice
        if notice and notice.issuer and all(name.endswith("局") for name in notice.issuer):
            return ()
        names = (self.case.plan.locality.name, own_level(self.case.plan))
        return tuple(name for name in names if name)

    def _start(self, text: str, at: int) -> int:
        """Where a name begins whose rest is at a place: the locality's own may be before it."""
        if text.endswith(PARTS, 0, at):
            return at
        return at - next((len(name) for name in self.own if text.endswith(name, 0, at)), 0)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that may name a leading body or an office, those that name organs left out."""
        words = ("领导", "指挥部", "办")
        return [line for line in self.case.having(*words) if line.role not in FORMAL]

    @cached_property
    def organs(self) -> tuple[str, ...]:
        """The organs that issue, print or receive the notice: they stand without being set up.

        A plan without a notice may be sent and signed itself.
        """
        plan, notice = self.case.plan, self.case.plan.notice
        if notice is None:
            lines = self.case.having("指挥部", "办")
            signed = (line.text.strip() for line in lines if line.role is Role.SIGNATURE)
            return (*plan.to, *signed)
        printer = (notice.printed.by,) if notice.printed else ()
        return (*notice.issuer, *notice.signature, *notice.to, *plan.to, *notice.copy_to, *printer)

    def stands(self, name: str) -> bool:
        """Whether a body or an office is one of the organs of the notice."""
        office = BUREAU.search(name) is not None
        return any(
            (BUREAU.search(organ) is not None) is office and same_organ(name, organ)
            for organ in self.organs
        )

    @cached_property
    def defined(self) -> frozenset[str]:
        """The short names that the text defines: （以下简称“领导小组”）."""
        return frozenset(name for line in self.lines for name in DEFINED.findall(line.text))

    @cached_property
    def leading(self) -> list[Body]:
        """Every leading body of the plan's own level that the text names."""
        return [
            body
            for line in self.lines
            if LEADING.search(line.text)
            for start, found in self._called(line.text)
            if (body := _body(line, start, found))
        ]

    def _called(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a body's name may begin, and its core: after the locality's own, first of all.

        The form doesn't have the locality in it: of every township it would be compiled anew.
        """
        found = NAMED.search(text)
        while found:
            at = found.start()
            start = self._start(text, at)
            called = start < at or text.endswith(FOUNDING, 0, at)
            if called:
                yield start, found
            found = NAMED.search(text, found.end() if called else at + 1)
        yield from ((found.start(), found) for found in UNNAMED.finditer(text))

    @cached_property
    def main(self) -> Body | None:
        """The leading body that the plan sets up: its part, else the first the text sets up."""
        leaders = self.case.plan.leaders
        if leaders is None:
            return next((body for body in self.leading if body.founded), None)
        found = ENDED.search(leaders.name)
        if found is None:
            return None
        own = next((name for name in self.own if found["core"].startswith(name)), "")
        core = found["core"].removeprefix(own)
        return Body(leaders.name, core, found["kind"], leaders.where / "name", founded=True)

    @cached_property
    def offices(self) -> list[Bureau]:
        """Every office of the leading body that the text names by a short name."""
        return [
            Bureau(text[start : found.end()], found["stem"] or "", found["kind"] or "", line.where)
            for line in self.lines
            if BUREAUS.search(text := line.text)
            for found in OFFICE.finditer(text)
            if found["stem"] or found["kind"]
            if not ABOVE.search(text[: (start := self._start(text, found.start()))])
        ]

    def founded(self, kind: str) -> bool:
        """Whether the text sets up a body of a kind, or says what its short name means."""
        form = re.compile(rf"(?:{SET_UP.pattern})[^。；]{{0,80}}{kind}")
        return kind in self.defined or any(form.search(line.text) for line in self.lines)

    @property
    def office_founded(self) -> bool:
        """Whether the plan, or its text, sets up an office or says what its short name means."""
        if self.case.plan.offices or any(name.endswith(("办", "办公室")) for name in self.defined):
            return True
        return any(FOUNDED.search(line.text) or HEADING.match(line.text) for line in self.lines)


def _body(line: Line, start: int, found: re.Match[str]) -> Body | None:
    """The body of a match; None where it is another level's, or of another purpose."""
    before = STOPS.split(line.text[:start])[-1]
    told = SET_UP.search(before) is not None
    named = "卫" in found["core"] or BRIEF.fullmatch(found["core"])
    if before[-1:] in (*"各乡",) or not named or OTHERS.search(before):
        return None
    name = line.text[start : found.end()]
    return Body(name, found["core"], found["kind"], line.where, told)
