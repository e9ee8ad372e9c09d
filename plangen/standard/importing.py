"""From the bytes of a standard's text to the file of its draft.

Limit: plain text only. Paragraphs of a Word document go to `draft` as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plangen.problem import UserError
from plangen.source.encoding import decode
from plangen.standard.draft import TO_FILL, Draft
from plangen.standard.emit import as_yaml

LOST = "\ufffd"  # what decoding puts where bytes were no text
NAMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # an id, as the schema has it
NAMELESS = "draft"


def paragraphs(raw: bytes, name: str) -> list[str]:
    """The lines of a text file, UTF-8 or GB18030; UserError where it isn't text."""
    text, problem = decode(raw)
    if problem and (not text or LOST in text):
        raise UserError(
            f"“{name}”不是纯文本文件；在 Word、WPS 里另存为纯文本（.txt，编码 UTF-8）再导入"
        )
    return text.splitlines()


def id_for(path: Path) -> str:
    """The id of a catalogue by the name of its file; `draft` where that can't be one."""
    stem = path.stem.lower()
    return stem if NAMED.fullmatch(stem) else NAMELESS


def as_file(draft: Draft, name: str) -> bytes:
    """The YAML file of a draft, with what is to be done at its head."""
    # The name of a file may have a line break in it, or bytes that are no UTF-8.
    comment = [" ".join(line.splitlines()) for line in _comment(draft, name)]
    return as_yaml(draft.standard, comment).encode(errors="replace")


def _comment(draft: Draft, name: str) -> Iterator[str]:
    yield f"从“{name}”读出的草稿，逐条校对后再用："
    yield f"1. 填上写着“{TO_FILL}”的；核对 id（小写字母、数字、连字符）、status。"
    yield "2. 逐条核对条号、条文、适用范围；指标是照文字认的，名称、关系、数值、范围都要核对。"
    yield "3. 全部核对过、一条不缺的，把 complete 改为 true，并删去这段说明。"
    yield f"读出{counts(draft)}。"
    yield from draft.notes
    if draft.unread:
        yield "没有收入的行："
        yield from (f"  第 {line.at} 行：{line.whole}" for line in draft.unread)


def counts(draft: Draft) -> str:
    """8节40条，指标53项."""
    standard = draft.standard
    indicators = sum(len(clause.indicators) for clause in standard.clauses)
    return f"{len(standard.sections)}节{len(standard.clauses)}条，指标{indicators}项"
