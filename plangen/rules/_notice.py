"""The notice as its rules see it: its title as it prints, the organs it names."""

from __future__ import annotations

import re

from plangen.compose.titles import notice_title
from plangen.model.plan import Notice, Plan
from plangen.problem import Where
from plangen.rules.base import Suspended
from plangen.text.genres import KINDS, NOTICE, genre, said_genre
from plangen.text.patterns import lazy

DOCUMENT_KINDS = KINDS
EDITION = lazy(r"(?:（[^（）]{1,12}）)+$")
OFFICE = lazy(r"(?:办公[室厅]|办)$")
ORGAN_ENDS = "政府|办公室|办公厅|党委|委员会|委|局|厅|部|院|处|会|中心|办|公司|银行"
INTERNAL = "内部"
SENT_ON = ("转发", "批转", "印发")
# One star may stand for ★: 机密*1年.
MASK = lazy(r"[Xx×某]|\*{2}")


def secret(notice: Notice) -> bool:
    """Whether it is marked as a secret of the state; 内部 (for office use) is no such mark."""
    return bool(notice.secrecy) and not notice.draft and not notice.secrecy.startswith(INTERNAL)


def hidden(what: str, said: str, where: Where) -> Suspended | None:
    """Why an element can't be checked: it is masked."""
    return Suspended(where, f"{what}“{said}”打了码") if MASK.search(said) else None


def title_of(plan: Plan, notice: Notice) -> str:
    """The title as it prints, without （征求意见稿）; empty where a letter has none."""
    if not (notice.title or plan.title):
        return ""
    return EDITION.sub("", notice_title(plan, notice))


def kind_of(plan: Plan) -> str:
    """What the document is that carries the text: 通知, 函, 报告; nothing where it is a plan."""
    if plan.notice is None:
        return genre(plan.title)
    title = title_of(plan, plan.notice)
    return (genre(title) if title else said_genre(plan.notice.body)) or NOTICE


def title_where(plan: Plan, notice: Notice) -> Where:
    """The place of the title: the plan's own where plangen makes the notice's of it."""
    return (notice if notice.title else plan).where / "title"


def before_about(title: str) -> str:
    """What stands before 关于: the issuer, and not that of what is sent on (转发省政府关于……)."""
    head, found, _ = title.partition("关于")
    return head.strip() if found and not head.startswith(SENT_ON) else ""


def same_organ(one: str, other: str) -> bool:
    """Whether two names can be of one organ: a short form, or its 办公室."""
    first, second = core(one), core(other)
    short, full = sorted((first, second), key=len)
    rest = iter(full)
    return bool(short) and all(char in rest for char in short)


def core(name: str) -> str:
    """A name without blanks, 文件 and 办公室."""
    return OFFICE.sub("", re.sub(r"\s", "", name).removesuffix("文件"))
