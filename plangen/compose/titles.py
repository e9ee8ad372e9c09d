"""Titles: their wording, and where they are broken (clause 7.3.1)."""

from __future__ import annotations

from plangen.compose.title_words import title_words
from plangen.model.document import Block, Role, Span
from plangen.model.plan import Notice, Plan
from plangen.problem import Where
from plangen.standard.context import Context
from plangen.text.titles import break_title

DRAFT = "（征求意见稿）"


def plan_title(plan: Plan) -> str:
    """The plan's title as it stands over its own text."""
    return plan.title + (DRAFT if _needs_mark(plan, plan.title) else "")


def notice_title(plan: Plan, notice: Notice) -> str:
    """发文机关＋关于印发《方案》的通知; the plan's title is quoted as the body quotes it."""
    title = notice.title or f"{' '.join(notice.issuer)}关于印发《{plan.title}》的通知"
    return title + (DRAFT if _needs_mark(plan, title) else "")


def default_body(plan: Plan, notice: Notice) -> str:
    """《方案》已经……同意，现印发给你们，请认真组织实施。"""
    if notice.draft:
        return f"现将《{plan.title}》{DRAFT}印发给你们，请认真研究并提出修改意见。"
    approved = f"已经{notice.approved_by}同意，" if notice.approved_by else ""
    if approved:
        return f"《{plan.title}》{approved}现印发给你们，请认真组织实施。"
    return f"现将《{plan.title}》印发给你们，请认真组织实施。"


def broken(
    context: Context, role: Role, title: str, lines: tuple[str, ...], where: Where
) -> Block:
    """A title block, broken where the author says, else by meaning."""
    if "".join(lines) != title:
        lines = break_title(title, _terms(context.plan), title_words())
    return Block(role, (Span("\n".join(lines)),), where=where)


def _needs_mark(plan: Plan, title: str) -> bool:
    return plan.notice is not None and plan.notice.draft and "征求意见稿" not in title


def _terms(plan: Plan) -> tuple[str, ...]:
    """The plan's own words: names of places, bodies and standards are never cut."""
    notice = plan.notice
    names = [plan.locality.name, plan.locality.short, plan.locality.office]
    names += [use.title for use in plan.standards]
    names += [body.name for body in plan.bodies]
    names += [plan.leaders.name, plan.leaders.short] if plan.leaders else []
    names += [*notice.issuer] if notice else []
    return tuple(name for name in names if name)
