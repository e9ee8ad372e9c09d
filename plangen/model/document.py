"""What prints, in order: blocks with a role and a text. How it looks is the template's affair."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from plangen.problem import NOWHERE, Where
from plangen.text.cached import cached_property
from plangen.value import Value, value

if TYPE_CHECKING:
    from plangen.model.look import Look, Page


class Role(StrEnum):
    """What a block is. The value is the word that stands in the templates and in messages."""

    COPY_NUMBER = "份号"
    GRADE = "密级和紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    PHASE = "阶段"  # 第一阶段：… has no ordinal of clause 7.3.3, so it takes the face of the text
    PARAGRAPH = "正文"
    ROSTER = "名单"
    ANNEX_LIST = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    REMARK = "附注"
    ANNEX_LABEL = "附件"
    ANNEX_TITLE = "附件标题"
    TABLE_HEAD = "表头"
    TABLE_CELL = "表格文字"
    BLANK = "空行"
    MARK_TABLE = "联合发文机关标志"
    SIGNATURE_TABLE = "联合署名"
    TABLE = "表格"
    IMPRINT = "版记"


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


class Span(NamedTuple):
    """A stretch of text in one look.

    `spread` is white space after each character but the last, in 字 (组　长 is 组长 with a
    spread of 1): the text itself holds no typed blanks. `head` is the run-in heading of a
    paragraph, set in the face of its level.
    """

    text: str
    spread: float = 0
    head: bool = False


class Indent(NamedTuple):
    """Indents in 字 (one character of the text, 5.57 mm). None leaves the template's own."""

    left: float | None = None
    first: float | None = None  # negative: hanging
    right: float | None = None


@value
class Row(Value):
    """The cells of a table row; each cell is its paragraphs.

    `merged` are the columns whose cell goes on from the row above: it has no paragraphs of its
    own. `keep` keeps a row with the next. `places` are those of the cells' paragraphs, where the
    table was read from a file.
    """

    cells: tuple[tuple[str, ...], ...]
    head: bool = False
    merged: tuple[int, ...] = ()
    keep: bool = False
    places: tuple[tuple[Where, ...], ...] = field(default=(), compare=False)


class Table(NamedTuple):
    """A table in the text block (版心); `widths` are shares of its width, any unit.

    `centred` are the columns whose text is centred.
    """

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    centred: tuple[int, ...] = ()


class Imprint(NamedTuple):
    """版记 (GB/T 9704 clause 7.4): lines above the thin rule, and the last line.

    `copies` holds ready lines such as 抄送：…。; `printer` and `printed` are 印发机关 and
    印发日期 (…印发).
    """

    copies: tuple[str, ...]
    printer: str
    printed: str


@value
class Block(Value):
    """One paragraph or table, in reading order.

    `spans` are its text; a title holds a line break (a newline) where it is to be broken.
    `tight` sets a blank line a little lower, where that saves a page. `clause` is the id of the
    standard's clause whose wording this is: quoted, not written by the locality. What is
    `landscape` stands on pages that are turned. `raised` counts the lines that stand in the white
    above a mark (份号, 密级, 紧急程度).

    What was read from a file has a `look`, and `auto` counts the characters at its beginning
    that are an automatic number: seen, not typed.
    """

    role: Role
    spans: tuple[Span, ...] = ()
    indent: Indent | None = None
    look: Look | None = field(default=None, compare=False)
    auto: int = field(default=0, compare=False)
    where: Where = field(default=NOWHERE, compare=False)
    new_page: bool = False
    keep_next: bool = False
    tight: bool = False
    table: Table | None = None
    imprint: Imprint | None = None
    clause: str = ""
    landscape: bool = False
    raised: int = 0

    def texts(self) -> list[str]:
        """Its paragraphs: one, or those of its cells or of the 版记."""
        if self.table is not None:
            return [text for row in self.table.rows for cell in row.cells for text in cell]
        if self.imprint is not None:
            return [*self.imprint.copies, f"{self.imprint.printer}\t{self.imprint.printed}"]
        return [self.text]

    @cached_property
    def text(self) -> str:
        """The text as it is read: without the breaks of a title."""
        spans = self.spans
        text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
        return text.replace("\n", "") if "\n" in text else text

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of a title."""
        return tuple("".join(span.text for span in self.spans).split("\n"))


def block(role: Role, text: str = "", where: Where = NOWHERE) -> Block:
    """A block of one plain span."""
    return Block(role, (Span(text),) if text else (), where=where)


@value
class Document(Value):
    """A document to print, or one that was read.

    `title` and `author` go into the file's properties. `pages` are the sections of a file that
    was read.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    pages: tuple[Page, ...] = field(default=(), compare=False)

    def texts(self) -> list[str]:
        """Every paragraph's text in reading order, cells and 版记 included, blank lines not."""
        return [text for block in self.blocks for text in block.texts() if text]
