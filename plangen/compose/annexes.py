"""附件: the list after the text (附件说明, clause 7.3.4) and the pages (clause 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plangen.compose.assignments import assignment_table
from plangen.compose.blocks import blanks, paragraphs
from plangen.compose.calendar import calendar_table
from plangen.compose.columns import centred, fair_widths
from plangen.compose.roster import roster_blocks
from plangen.compose.titles import broken
from plangen.model.document import Block, Indent, Role, Row, Span, Table, block
from plangen.model.plan import Annex, RosterRole, TableSpec
from plangen.standard.context import Context
from plangen.text.width import em

LABEL = "附件："
TURNED_TITLE = 28  # 字 of a title on a line 225 mm long


def annex_list(annexes: tuple[Annex, ...]) -> list[Block]:
    """附件：1.… below a blank line; what wraps aligns with the first character of the name."""
    lines = []
    for number, annex in enumerate(annexes, 1):
        ordinal = f"{number}." if len(annexes) > 1 else ""
        label = (LABEL if number == 1 else "") + ordinal
        left = 2 + em(LABEL) + em(ordinal)
        spans = (Span(label + annex.title),)
        lines.append(Block(Role.ANNEX_LIST, spans, Indent(left, -em(label)), where=annex.where))
    return [*blanks(1), *lines] if lines else []


def with_annex_list(text: list[Block], annexes: tuple[Annex, ...]) -> list[Block]:
    """A text with its 附件说明, which never stands alone on a page."""
    listed = annex_list(annexes)
    if not listed or not text:
        return text + listed
    kept = [replace(part, keep_next=True) for part in (text[-1], *listed[:-1])]
    return [*text[:-1], *kept, listed[-1]]


def annex_pages(context: Context, annexes: tuple[Annex, ...]) -> Iterator[Block]:
    """Each on a new page: 附件 flush left on line 1, its title on line 3."""
    for number, annex in enumerate(annexes, 1):
        label = f"附件{number}" if len(annexes) > 1 else "附件"
        for part in _annex(context, annex, label):
            yield replace(part, landscape=True) if annex.landscape else part


def _annex(context: Context, annex: Annex, label: str) -> Iterator[Block]:
    lines = (annex.title,) if annex.landscape and em(annex.title) <= TURNED_TITLE else ()
    yield replace(block(Role.ANNEX_LABEL, label, annex.where), new_page=True)
    yield from blanks(1)
    yield broken(context, Role.ANNEX_TITLE, annex.title, lines, annex.where)
    yield from blanks(1)
    yield from paragraphs(annex.text, annex.where)
    if annex.show == "roster-lines" and context.plan.leaders:
        yield from roster_blocks(context.plan.leaders.roster, context.plan.wording)
    for table in _tables(context, annex):
        yield Block(Role.TABLE, table=table, where=annex.where)
    if annex.show == "calendar" and context.roadmap:
        table = calendar_table(context.roadmap, landscape=annex.landscape)
        # What stands in its cells is written there.
        yield Block(Role.TABLE, table=table, where=context.roadmap.where / "tracks")
    yield from paragraphs(annex.after, annex.where)


def _tables(context: Context, annex: Annex) -> Iterator[Table]:
    """The table made from the plan, then the one that the spec has."""
    if annex.show == "assignments":
        yield assignment_table(context) if context.plan.assignments else group_table(context)
    if annex.show == "roster":
        yield roster_table(context)
    if annex.table:
        yield given_table(annex.table, turned=annex.landscape)


def given_table(table: TableSpec, *, turned: bool = False) -> Table:
    """The table as the spec has it; a line of a cell is a paragraph."""
    head = Row(tuple((name,) for name in table.head), head=True)
    rows = [Row(tuple(tuple(cell.split("\n")) for cell in row)) for row in table.rows]
    widths = table.widths or fair_widths(table, turned=turned)
    return Table((head, *rows), widths, centred(table))


def roster_table(context: Context) -> Table:
    """序号, 姓名, 职务, 组内职责 of the leading group."""
    leaders = context.plan.leaders
    rows = [entry for role in (leaders.roster if leaders else ()) for entry in _entries(role)]
    head = Row((("序号",), ("姓名",), ("职务",), ("组内职务",)), head=True)
    numbered = [Row(((str(n),), *cells)) for n, cells in enumerate(rows, 1)]
    return Table((head, *numbered), (1, 2, 6, 2))


def group_table(context: Context) -> Table:
    """责任分解表 from the groups: 序号, 责任组, 组长, 成员单位, 负责条款."""
    head = Row(tuple((n,) for n in ("序号", "责任组", "组长", "成员单位", "负责条款")), head=True)
    rows = []
    for number, body in enumerate(context.plan.bodies, 1):
        heads = "、".join(person.name for role in body.roster[:1] for person in role.people)
        clauses = "、".join(ref.ids or f"{ref.section}{ref.clauses}" for ref in body.clauses)
        cells = (str(number), body.name, heads, "、".join(body.units), clauses)
        rows.append(Row(tuple((cell,) for cell in cells)))
    return Table((head, *rows), (1, 3, 2, 6, 3))


def _entries(role: RosterRole) -> Iterator[tuple[tuple[str, ...], ...]]:
    for person in role.people:
        yield (person.name,), ("、".join(person.posts),), (role.role,)
    for other in (*role.units, *role.classes, *([role.text] if role.text else [])):
        yield ("",), (other,), (role.role,)
