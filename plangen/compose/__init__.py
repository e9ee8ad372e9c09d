"""From a plan to the documents that print it: 通知, 实施方案, 印发稿."""

from __future__ import annotations

from dataclasses import replace

from plangen.compose.annexes import annex_pages, with_annex_list
from plangen.compose.blocks import addressee, blanks, paragraphs
from plangen.compose.notice import imprint_block, notice_blocks, stands_alone
from plangen.compose.outline import outline_blocks
from plangen.compose.roster import contact_blocks
from plangen.compose.titles import broken, notice_title, plan_title
from plangen.model.document import Block, Document, Role
from plangen.model.plan import Notice, Plan
from plangen.problem import Where
from plangen.standard.context import Context

NOTICE, ISSUED = "通知", "印发稿"


def composed(context: Context) -> dict[str, Document]:
    """The documents a plan has, by the word its file name ends in; a notice may stand alone.

    What two of them print is the same blocks, composed once.
    """
    plan, notice = context.plan, context.plan.notice
    alone = compose_plan(context)
    own = {kind_of_plan(plan): alone}
    if notice is None:
        return own
    head = notice_blocks(context, notice)
    annexes = [*annex_pages(context, notice.annexes)]
    title = notice_title(plan, notice)
    first = _with_imprint(notice, [*head, *annexes])
    if stands_alone(plan) and context.roadmap is None:
        return {NOTICE: _document(plan, first, title)}
    issued = _with_imprint(notice, [*head, *_on_new_page(alone.blocks), *annexes])
    return {
        NOTICE: _document(plan, first, title),
        **own,
        ISSUED: _document(plan, issued, title),
    }


def compose_plan(context: Context) -> Document:
    """实施方案 alone, with its annexes."""
    return _document(context.plan, _plan(context), plan_title(context.plan))


def kind_of_plan(plan: Plan) -> str:
    """The word that the plan's file name ends in: 实施方案, or 行动方案 where it is one."""
    return "行动方案" if "行动方案" in plan.title else "实施方案"


def _on_new_page(blocks: tuple[Block, ...]) -> list[Block]:
    """The plan behind its notice: without an 附件 label.

    The issued plan is no 附件 of its notice (the 应用指南 of the standard), so it has no label.
    """
    first, *rest = blocks
    return [replace(first, new_page=True), *rest]


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
        *([addressee(plan.to, Where(("to",)))] if plan.to else []),
        *with_annex_list(text, plan.annexes),
        *annex_pages(context, plan.annexes),
    ]


def _with_imprint(notice: Notice, blocks: list[Block]) -> list[Block]:
    """With the 版记. After a turned page it has an upright one, which begins with a blank line.

    LibreOffice would set a floating table that a section begins with on the page before.
    """
    found = imprint_block(notice)
    if found is None:
        return blocks
    return [*blocks, *blanks(int(blocks[-1].landscape)), found]


def _document(plan: Plan, blocks: list[Block], title: str) -> Document:
    author = plan.notice.issuer[0] if plan.notice else plan.locality.name
    return Document(tuple(blocks), title, author)
