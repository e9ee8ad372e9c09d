"""From a plan to the documents that print it: 通知, 实施方案, 印发稿."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plangen.compose.annexes import annex_pages, with_annex_list
from plangen.compose.blocks import blanks, paragraphs
from plangen.compose.notice import imprint_block, notice_blocks
from plangen.compose.outline import outline_blocks
from plangen.compose.roster import contact_blocks
from plangen.compose.titles import broken, notice_title, plan_title
from plangen.model.document import Block, Document, Role
from plangen.model.plan import Notice, Plan
from plangen.problem import Where
from plangen.standard.context import Context

NOTICE, ISSUED = "通知", "印发稿"


def compose_notice(context: Context) -> Document:
    """通知 alone: red header, text, its own annexes, 版记."""
    notice = _notice(context.plan)
    blocks = [*notice_blocks(context, notice), *annex_pages(context, notice.annexes)]
    blocks += _imprint(notice, blocks[-1])
    return _document(context.plan, blocks, notice_title(context.plan, notice))


def compose_plan(context: Context) -> Document:
    """实施方案 alone, with its annexes."""
    return _document(context.plan, _plan(context), plan_title(context.plan))


def compose_issued(context: Context) -> Document:
    """印发稿: the notice, the plan on a new page without an 附件 label, the 版记 at the end.

    The issued plan is no 附件 of its notice (the 应用指南 of the standard), so it has no label.
    """
    notice = _notice(context.plan)
    first, *rest = _plan(context)
    blocks = [
        *notice_blocks(context, notice),
        replace(first, new_page=True),
        *rest,
        *annex_pages(context, notice.annexes),
    ]
    blocks += _imprint(notice, blocks[-1])
    return _document(context.plan, blocks, notice_title(context.plan, notice))


def kind_of_plan(plan: Plan) -> str:
    """The word that the plan's file name ends in: 实施方案, or 行动方案 where it is one."""
    return "行动方案" if "行动方案" in plan.title else "实施方案"


def documents(plan: Plan) -> dict[str, Callable[[Context], Document]]:
    """The documents a plan has, by the word its file name ends in."""
    own: dict[str, Callable[[Context], Document]] = {kind_of_plan(plan): compose_plan}
    if plan.notice is None:
        return own
    return {NOTICE: compose_notice, **own, ISSUED: compose_issued}


def _plan(context: Context) -> list[Block]:
    plan = context.plan
    title = broken(context, Role.TITLE, plan_title(plan), plan.title_lines, Where(("title",)))
    text = [
        *paragraphs(plan.preamble, Where(("preamble",))),
        *outline_blocks(context),
        *paragraphs(plan.closing, Where(("closing",))),
        *contact_blocks(plan.contact),
    ]
    return [
        title,
        *blanks(1),
        *with_annex_list(text, plan.annexes),
        *annex_pages(context, plan.annexes),
    ]


def _imprint(notice: Notice, before: Block) -> list[Block]:
    """The 版记. After a turned page it has an upright one, which begins with a blank line.

    LibreOffice would set a floating table that a section begins with on the page before.
    """
    found = imprint_block(notice)
    if found is None:
        return []
    return [*blanks(int(before.landscape)), found]


def _notice(plan: Plan) -> Notice:
    if plan.notice is None:
        raise ValueError("a plan without a notice has no 通知")
    return plan.notice


def _document(plan: Plan, blocks: list[Block], title: str) -> Document:
    author = plan.notice.issuer[0] if plan.notice else plan.locality.name
    return Document(tuple(blocks), title, author)
