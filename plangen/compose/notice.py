"""通知: the elements of GB/T 9704-2012 clause 7 in their order."""

from __future__ import annotations

from dataclasses import replace

from plangen.compose.annexes import with_annex_list
from plangen.compose.blocks import addressee, blanks, paragraphs
from plangen.compose.fit import fitted
from plangen.compose.signature import signature_blocks
from plangen.compose.titles import broken, default_body, notice_title
from plangen.compose.typed_headings import headed
from plangen.model.document import Block, Imprint, Role, Row, Table, block
from plangen.model.plan import Layout, Notice, Plan, Wording
from plangen.standard.context import Context

FILE = "文件"


def stands_alone(plan: Plan) -> bool:
    """Whether there is a notice and no plan: all that is said is in its own title and text.

    One that issues the plan by its title does not: the plan is still to be written.
    """
    notice = plan.notice
    if notice is None or not (notice.title and notice.body) or plan.title in notice.title:
        return False
    bare = replace(plan, title_lines=(), standards=(), wording=Wording(), layout=Layout())
    return bare == Plan(title=plan.title, locality=plan.locality, notice=notice)


def notice_blocks(context: Context, notice: Notice) -> list[Block]:
    """版头, title, 主送机关, text, 附件说明, 署名, date, 附注; the 版记 comes apart."""
    # What plangen words itself quotes the plan's title: there it can be mended.
    where = (notice if notice.title else context.plan).where / "title"
    title = notice_title(context.plan, notice)
    corner = _corner(notice)
    blocks = [
        *corner,
        *_head(notice, len(corner)),
        broken(context, Role.TITLE, title, notice.title_lines, where),
        *_addressees(notice),
        *_text(context, notice),
        *_signature(notice),
        *_remarks(notice),
    ]
    return fitted(blocks)


def imprint_block(notice: Notice) -> Block | None:
    """版记 (clause 7.4); a draft has none."""
    if notice.draft:
        return None
    printed = notice.printed
    date = (printed and printed.date) or notice.date
    by = (printed and printed.by) or notice.issuer[0]
    copies = []
    if notice.to_place == "imprint" and notice.to:
        copies.append(f"主送：{_named(notice.to)}。")
    if notice.copy_to:
        copies.append(f"抄送：{_named(notice.copy_to)}。")
    imprint = Imprint(tuple(copies), by, f"{date}印发" if date else "")
    return Block(Role.IMPRINT, imprint=imprint, where=notice.where)


def _head(notice: Notice, raised: int) -> list[Block]:
    """The mark, two blank lines, the number over the red rule, two blank lines (7.2).

    In the white above the mark stand the lines of the corner.
    """
    if notice.draft:
        return []
    number = block(Role.NUMBER, notice.number, notice.where / "number")
    mark = replace(_mark(notice), raised=raised)
    return [mark, *blanks(2), number, *blanks(2)]


def _corner(notice: Notice) -> list[Block]:
    """份号 in the first line of the 版心, 密级 in the second, 紧急程度 next (7.2.1–7.2.3)."""
    if notice.draft:
        return []
    number = block(Role.COPY_NUMBER, notice.copy_number, notice.where / "copy_number")
    grades = [("secrecy", notice.secrecy), ("urgency", notice.urgency)]
    lines = [block(Role.GRADE, text, notice.where / key) for key, text in grades if text]
    return [number, *lines] if notice.copy_number or notice.secrecy else lines


def _mark(notice: Notice) -> Block:
    where = notice.where / ("mark" if notice.mark else "issuer")
    if len(notice.issuer) > 1 and not notice.mark:
        row = Row((notice.issuer, (FILE,)))
        return Block(Role.MARK_TABLE, table=Table((row,)), where=where)
    return block(Role.MARK, notice.mark or notice.issuer[0] + FILE, where)


def _addressees(notice: Notice) -> list[Block]:
    """主送机关 above the text; in a draft always, for it has no 版记 to move them to."""
    if not notice.to or (notice.to_place == "imprint" and not notice.draft):
        return blanks(1)
    return [*blanks(1), addressee(notice.to, notice.where / "to")]


def _text(context: Context, notice: Notice) -> list[Block]:
    """The text; its end stays with what follows, so that no date stands alone on a page.

    Its first paragraph doesn't: page 1 must show some of it (首页必须显示正文, 7.3.3).
    """
    body = notice.body or default_body(context.plan, notice)
    where = notice.where / "body" if notice.body else context.plan.where / "title"
    text = with_annex_list([headed(part) for part in paragraphs(body, where)], notice.annexes)
    first, *rest = text
    kept = [replace(part, keep_next=True) for part in rest[-1:]]
    return [replace(first, keep_next=False), *rest[:-1], *kept]


def _signature(notice: Notice) -> list[Block]:
    names = notice.signature or notice.issuer
    date = notice.date.printed if notice.date else ""
    seal = notice.seal and not notice.draft
    blocks = signature_blocks(names, date, notice.where / "date", seal=seal)
    if not _notes(notice):
        return blocks
    return [replace(part, keep_next=part.table is None) for part in blocks]


def _remarks(notice: Notice) -> list[Block]:
    """附注 in brackets below the date (7.3.6); contacts stand there too."""
    return [block(Role.REMARK, f"（{text}）", notice.where / key) for key, text in _notes(notice)]


def _notes(notice: Notice) -> list[tuple[str, str]]:
    """The key and the text of each."""
    contact = "；".join(f"{line.label}：{line.value}" for line in notice.contact)
    texts = (("note", notice.note.strip("（）")), ("contact", contact))
    return [(key, text) for key, text in texts if text]


def _named(organs: tuple[str, ...]) -> str:
    """Organs in a row, without the mark that the last of them may have been typed with."""
    return "，".join(organs).rstrip("。")
