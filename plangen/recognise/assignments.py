"""责任分工: items that end in （牵头单位：…）, and tables of who does what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block, Row
from plangen.model.plan import Assignment
from plangen.recognise.clauses import Catalogues
from plangen.recognise.marks import Mark, charge, read_mark, unit_list
from plangen.recognise.tree import Node, walk

LEAD_HEAD = "牵头|责任单位|责任部门|主办|负责单位"
SUPPORT_HEAD = "协助|配合|协办|参与"
TEXT_HEAD = "内容|任务|条款|标准|要求|事项|指标"
SECTION_HEAD = "项目|类别|方面|章节|分类"


@dataclass
class Assigned:
    """The assignments of a section; the labels as they are written."""

    found: list[Assignment] = field(default_factory=list)
    lead: str = ""
    support: str = ""
    after: list[Block] = field(default_factory=list)


def has_marks(parts: Sequence[Block | Node]) -> bool:
    """Whether a section assigns: marks on a third of its items at least, or bodies in charge."""
    nodes = [node for node in walk([part for part in parts if isinstance(part, Node)])]
    leaves = [node for node in nodes if not node.nodes]
    blocks = [block for node in nodes for block in node.blocks if block.table is None]
    marks = sum(bool(_mark_of(node)) for node in leaves) + sum(
        bool(read_mark(block.text)) for block in blocks
    )
    in_charge = sum(bool(charge(block.text)) for block in blocks)
    return marks + in_charge > 0 and (marks * 3 >= len(leaves) or in_charge > 1)


def read_assignments(parts: Sequence[Block | Node], catalogues: Catalogues) -> Assigned:
    """Who does what, section by section."""
    out = Assigned()
    for part in parts:
        if isinstance(part, Node) and (part.nodes or part.standing):
            _section(part, catalogues, out)
        elif isinstance(part, Node):
            _item(part, "", catalogues, out)
        elif mark := read_mark(part.text):
            out.found.append(_assignment(mark, "", [part], catalogues, out))
        else:
            out.after.append(part)
    return out


def _section(node: Node, catalogues: Catalogues, out: Assigned) -> None:
    title = node.text.rstrip("。：: ")
    for part in node.below:
        if isinstance(part, Node):
            _item(part, title, catalogues, out)
            continue
        if who := charge(part.text):
            out.found.append(Assignment(section=title, charge=who, where=part.where))
        elif part.table is not None:
            out.found += table_assignments(part, catalogues) or []
        else:
            mark = read_mark(part.text) or Mark(part.text.strip())
            out.found.append(_assignment(mark, title, [part], catalogues, out))


def _item(node: Node, section: str, catalogues: Catalogues, out: Assigned) -> None:
    mark = _mark_of(node) or Mark(_whole(node))
    out.found.append(_assignment(mark, section, [node.block, *node.blocks], catalogues, out))


def _whole(node: Node) -> str:
    lines = [node.text, *(block.text.strip() for block in node.blocks)]
    for inner in node.nodes:
        lines += [inner.entry.typed + inner.text, *(block.text.strip() for block in inner.blocks)]
    return "\n".join(lines)


def _mark_of(node: Node) -> Mark | None:
    return read_mark(_whole(node))


def _assignment(
    mark: Mark, section: str, blocks: Sequence[Block], catalogues: Catalogues, out: Assigned
) -> Assignment:
    """An assignment; its text is the catalogue's where it is the same letter by letter."""
    out.lead = out.lead or mark.lead_label
    out.support = out.support or mark.support_label
    match = catalogues.match(mark.text, section) or catalogues.match(mark.text)
    common = {"lead": mark.lead, "support": mark.support, "where": blocks[0].where}
    if match is None:
        return Assignment(section=section, text=mark.text, **common)  # type: ignore[arg-type]
    own = "" if mark.text.rstrip("。") == match.clause.text.rstrip("。") else mark.text
    if not own:
        catalogues.quotes(blocks, match)
    first = catalogues.use("")
    named = "" if first and first.id == match.standard else match.standard
    return Assignment(clause=match.clause.id, standard=named, text=own, **common)  # type: ignore[arg-type]


def table_assignments(block: Block, catalogues: Catalogues) -> list[Assignment] | None:
    """A responsibility table (责任分解表), by the words in its head; merged cells hold on."""
    table = block.table
    if table is None or len(table.rows) < 2:
        return None
    head = [re.sub(r"\s", "", "".join(cell)) for cell in table.rows[0].cells]
    lead, support = _column(head, LEAD_HEAD), _column(head, SUPPORT_HEAD)
    text = _column(head, TEXT_HEAD)
    if lead is None or text is None:
        return None
    section = _column(head, SECTION_HEAD)
    out = []
    held = ""
    for row in table.rows[1:]:
        held = _cell(row, section) or held if section is not None else ""
        said = _cell(row, text)
        units = unit_list(_cell(row, lead))
        helpers = unit_list(_cell(row, support)) if support is not None else ()
        if not said and not units:
            continue
        mark = Mark(said, units, helpers)
        places = row.places[text] if text < len(row.places) else ()
        cell = replace(block, table=None, where=places[0] if places else block.where)
        out.append(_assignment(mark, held, [cell], catalogues, Assigned()))
    return out


def _column(head: list[str], words: str) -> int | None:
    return next((at for at, name in enumerate(head) if re.search(words, name)), None)


def _cell(row: Row, column: int | None) -> str:
    if column is None or column >= len(row.cells):
        return ""
    return "\n".join(row.cells[column]).strip()
