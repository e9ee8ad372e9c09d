"""What the reader has to say about a Word file: what it left out, and what it took for granted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plangen.problem import NOWHERE, Level, Problem, Where
from plangen.read.package import Package
from plangen.read.story import Walked
from plangen.read.xml import w

SHOWN = 20  # characters of a hidden text in a message


def remarks(package: Package, walked: Walked) -> tuple[Problem, ...]:
    """The remarks on a file, each kind once, at its first place.

    What stands after the last paragraph is told of at that one.
    """
    last = max(len(walked.paragraphs()), 1)
    return tuple(
        replace(one, where=_at(last)) if (one.where.paragraph or 0) > last else one
        for one in _remarks(package, walked)
    )


def _remarks(package: Package, walked: Walked) -> Iterator[Problem]:
    seen = walked.seen
    if seen.changes:
        message = (
            f"文档里还有修订（{len(seen.changes)} 处），按全部接受后的文字核对；"
            "定稿前应在“审阅”里接受或拒绝修订"
        )
        yield Problem("docx-changes", Level.WARNING, message, _at(seen.changes[0]))
    if comments := _comments(package):
        message = f"文档里有批注 {comments} 条，没有核对；印发前应删去"
        yield Problem("docx-comments", Level.INFO, message)
    if seen.hidden:
        first, text = seen.hidden[0]
        start = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        message = f"文档里有隐藏文字（{len(seen.hidden)} 处，如“{start}”），没有核对"
        yield Problem("docx-hidden", Level.INFO, message, _at(first))
    if seen.graphics:
        message = (
            f"文档里有图形（{len(seen.graphics)} 个：SmartArt、图表、艺术字或嵌入的对象），"
            "其中的文字没有核对"
        )
        yield Problem("docx-graphics", Level.INFO, message, _at(seen.graphics[0]))
    for name, number in seen.formats.items():
        message = f"自动编号用了不常见的格式（{name}），按阿拉伯数字核对"
        yield Problem("docx-number", Level.INFO, message, _at(number))
    if not any(one.text.strip() for one in walked.paragraphs()):
        yield Problem("docx-textless", Level.ERROR, _textless(seen.pictures))


def _textless(pictures: int) -> str:
    if pictures:
        return (
            f"文档里没有文字，只有 {pictures} 张图片，可能是扫描件；"
            "应找来原来的文档，或用文字识别（OCR）转成文字后再核对"
        )
    return "文档里没有文字，没有可以核对的内容"


def _comments(package: Package) -> int:
    root = package.xml(package.related("comments"))
    return 0 if root is None else len(root.findall(w("comment")))


def _at(number: int) -> Where:
    return Where((), number, number, 1) if number else NOWHERE
