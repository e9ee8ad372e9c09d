"""版头 (clause 7.2): the marks of the organs, 发文字号, and 份号, 密级, 紧急程度, 签发人."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.recognise import titles
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import with_text
from plangen.recognise.titles import MARK, NUMBER, ORGAN

FILE = "文件"
FILE_SPREAD = re.compile(r"\s*文\s*件\s*$")
# Which copy it is, whether it is secret and how long, how urgent (7.2.1 to 7.2.3), by key
TERM = r"[★☆]?(?:[\d一二三四五六七八九十]{1,3}(?:年|个月)|长期)"
CORNER = {
    "copy_number": re.compile(r"^(?:份号[：:])?(\d{6}|(?:№|No\.?)\d{3,8})$"),
    "secrecy": re.compile(rf"^(?:密级(?:和保密期限)?[：:])?((?:绝密|机密|秘密|内部)(?:{TERM})?)$"),
    "urgency": re.compile(r"^(?:紧急程度[：:])?(特急|加急|平急|特提|急件)$"),
}
CORNER_ROLES = {"copy_number": Role.COPY_NUMBER, "secrecy": Role.GRADE, "urgency": Role.GRADE}
SIGNER = re.compile(r"(?:签\s*发|会\s*签)\s*人?\s*[：:]")
NAME = r"[\u4e00-\u9fff·]\s?[\u4e00-\u9fff·](?:\s?[\u4e00-\u9fff]){0,2}"
SIGNERS = re.compile(rf"^{NAME}(?:\s+{NAME}){{0,2}}$")  # 韩大川; 张　志　杨　帆
LABELLED = re.compile(r"^\S{2,8}[：:]")  # 发电单位：, 签批盖章：
APART = re.compile(r"\s{2,}|　+|(?=签\s*发\s*人)")  # what stands at two sides of a line
WIDE = re.compile(r"\s{2,}")
# 霁府办发〔2024〕6号 霁川县人民政府办公室关于……: the number before the title, as on web pages
BEFORE = re.compile(
    r"^\s*(?:(?P<number>[^，。；：〔\s（(]{1,12}〔\d{4}〕\d{1,4}号)\s+"
    r"|[（(](?P<bracketed>[^，。；：〔\s]{1,12}〔\d{4}〕\d{1,4}号)[）)]\s*)(?P<title>(?:\S.*)?关于.+)$",
    re.DOTALL,
)
BRACKETS = "（）()"
MOST_LINES, MARK_LINES, MOST_SIGNERS = 18, 7, 3
SHORTEST = 3  # characters of an organ; what is shorter is a name spread by blanks

Marked = tuple[str, tuple[str, ...]]


@dataclass
class Head:
    """版头: the mark where it is no organ and 文件, the number, the issuers it names.

    `corner` are 份号, 密级 and 紧急程度 by their keys.
    """

    mark: str = ""
    number: str = ""
    issuers: tuple[str, ...] = ()
    corner: dict[str, str] = field(default_factory=dict)


def take_head(rest: list[Block]) -> list[Block]:
    """The mark and the number, which stand above any title, taken off."""
    end = _end(rest)
    found, rest[:] = rest[:end], rest[end:]
    return found


def parted(rest: Sequence[Block]) -> list[Block]:
    """The blocks; a number and the title behind it on one line are two."""
    at = next((i for i, block in enumerate(rest) if block.text.strip() or block.table), None)
    found = BEFORE.match(rest[at].text) if at is not None and not rest[at].table else None
    if at is None or not found:
        return list(rest)
    number = found["number"] or found["bracketed"]
    two = [with_text(rest[at], number), with_text(rest[at], found["title"])]
    return [*rest[:at], *two, *rest[at + 1 :]]


def take_number(rest: list[Block]) -> list[Block]:
    """The number where it stands below the title, as on web pages; maybe in brackets."""
    at = next((i for i, block in enumerate(rest[:3]) if block.text.strip()), None)
    if at is None or not NUMBER.match(rest[at].text.strip().strip(BRACKETS)):
        return []
    found, rest[:] = rest[: at + 1], rest[at + 1 :]
    return found


def number_of(text: str) -> str:
    """The number that a line is, beside the 签发人 or the 等级 on the same line."""
    for part in APART.split(text.strip()):
        if NUMBER.match(part.strip()):
            return part.strip()
    inner = text.strip().strip(BRACKETS)
    closed = inner.count("（") == inner.count("）") and inner.count("(") == inner.count(")")
    return inner if closed and NUMBER.match(inner) else ""


def _end(rest: Sequence[Block]) -> int:
    """So many lines belong to the head."""
    for at, block in enumerate(rest[:MOST_LINES]):
        text = block.text.strip()
        if any(map(number_of, block.texts())):
            return _after_signers(rest, at + 1)
        if titles.TITLE_END.search(text) and not MARK.match(text):
            break
    marks = [
        at
        for at, block in enumerate(_above_title(rest[:MARK_LINES]))
        if MARK.match(block.text.strip()) or (block.table and _marks(block))
    ]
    signers = (at for at, block in enumerate(rest[:MARK_LINES]) if SIGNER.search(block.text))
    at = marks[-1] + 1 if marks else next(signers, -1) + 1
    return _after_signers(rest, at) if at else 0


def _above_title(rest: Sequence[Block]) -> Iterable[Block]:
    for block in rest:
        text = block.text.strip()
        if titles.TITLE_END.search(text) and not MARK.match(text):
            return
        yield block


def _marks(block: Block) -> bool:
    """Whether a table holds the marks: 文件 beside the organs, or at the end of the only one."""
    return any(MARK.match(text.strip()) for text in block.texts())


def _after_signers(rest: Sequence[Block], at: int) -> int:
    """Where the lines of the 签发人 end that stand below the number."""
    signed = bool(at and SIGNER.search(rest[at - 1].text))
    below = at
    while below < min(len(rest), at + 2 * MOST_SIGNERS):
        text = rest[below].text.strip()
        if SIGNER.search(text) or (signed and text and SIGNERS.match(text)):
            signed, at = True, below + 1
        elif text:
            break
        below += 1
    return at


def read_head(blocks: Sequence[Block], doubts: Doubts) -> Head:
    """What a 版头 says. A mark of other words than an organ and 文件 stands above the number."""
    out = Head()
    marks: list[str] = []
    for block in blocks:
        for line in _lines(block):
            found, role = number_of(line), Role.NUMBER
            if found:
                out.number = re.sub(r"\s", "", found)
            elif corner := _corner(line):
                out.corner = corner | out.corner
                role = CORNER_ROLES[next(iter(corner))]
            elif not _is_beside(line, below=bool(out.number)):
                if out.number:
                    continue
                marks.append(line)
                role = Role.MARK if block.table is None else Role.MARK_TABLE
            doubts.roles[id(block)] = role
    if marks:
        out.mark, out.issuers = marked(marks)
    return out


def _lines(block: Block) -> list[str]:
    """Its lines, or those of its cells."""
    lines = block.lines if block.table is None else block.texts()
    return [line.strip() for line in lines if line.strip()]


def _is_beside(text: str, *, below: bool) -> bool:
    """Whether a line is none of these: 签发人, 发电单位."""
    return bool(SIGNER.search(text) or LABELLED.match(text) or (below and SIGNERS.match(text)))


def _corner(text: str) -> dict[str, str]:
    """份号, 密级 and 紧急程度 by their keys, where a line says nothing else; 特　急 is one."""
    for gap in (WIDE, APART):
        grades = [_grade(part) for part in gap.split(text)]
        if all(grades):
            return dict(grade for grade in grades if grade)
    return {}


def _grade(text: str) -> tuple[str, str] | None:
    bare = re.sub(r"\s", "", text)
    for key, pattern in CORNER.items():
        if found := pattern.match(bare):
            return key, found[1]
    return None


def marked(lines: Sequence[str]) -> Marked:
    """(the mark, the issuers): one of several organs, or of an organ and 文件, names the issuers.

    文件 stands at the end, in the middle of several lines, or on one of its own.
    """
    bare = [FILE_SPREAD.sub("", line) for line in lines]
    names = tuple(name for line in bare for name in _organs(line))
    filed = any(line != whole for line, whole in zip(bare, lines, strict=True))
    if filed or (len(names) > 1 and all(ORGAN.match(name) for name in names)):
        return "", names
    return " ".join(lines), ()


def joint(mark: str, issuers: tuple[str, ...], names: Sequence[str]) -> Marked:
    """(the mark, the issuers), where more sign than the mark names: it may be of the 主办机关."""
    if not mark and len(issuers) == 1 and len(names) > 1 and issuers[0] in names:
        return issuers[0] + FILE, tuple(names)
    return mark, issuers


def _organs(line: str) -> list[str]:
    """The organs of a line of a mark, which may be spread: 霁 川 县 人 民 政 府."""
    parts = line.split()
    return ["".join(parts)] if any(len(part) < SHORTEST for part in parts) else parts
