"""The table of contents of a batch, for people (index.html) and for spreadsheets (index.csv).

Written as it is read, row by row: it has no more in memory than one township.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from html import escape
from io import StringIO
from urllib.parse import quote

from plangen.batch.job import Result
from plangen.problem import Level

HEAD = ("年份", "乡镇", "创建类型", "文件", "问题")
BOM = "\ufeff".encode()  # by which Excel and WPS know UTF-8
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; margin: 2em auto; max-width: 60em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #999; padding: .3em .6em; text-align: left; vertical-align: top; }}
tr.error td {{ background: #fdd; }}
</style>
<h1>{title}</h1>
<p>{summary}</p>
<table>
<tr>{head}</tr>
"""
END = "</table>\n</html>\n"


def as_csv(results: Iterable[Result]) -> Iterator[bytes]:
    """A row for each township."""
    yield BOM + _row(HEAD)
    for one in results:
        files = "；".join(name for name, _ in one.files)
        yield _row((one.year, one.township, one.track, files, "；".join(_said(one))))


def _row(cells: Iterable[object]) -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def as_html(
    title: str, own: Iterable[str], counts: tuple[int, int], results: Iterable[Result]
) -> Iterator[bytes]:
    """A page with a link to every file; `own` are the roadmap's own documents.

    `counts` are all the results and those that failed.
    """
    links = "、".join(_link(name) for name in own)
    summary = "{}<br>{} 个乡镇，{} 个没有生成".format(links, *counts)
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    yield PAGE.format(title=escape(title), summary=summary, head=head).encode()
    for one in results:
        yield _html_row(one).encode()
    yield END.encode()


def _html_row(one: Result) -> str:
    cells = (
        str(one.year or "未定"),
        escape(one.township),
        escape(one.track),
        "<br>".join(_link(name) for name, _ in one.files),
        "<br>".join(escape(text) for text in _said(one)),
    )
    mark = ' class="error"' if one.failed else ""
    return f"<tr{mark}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _link(name: str) -> str:
    return f'<a href="{quote(name)}">{escape(name.rpartition("/")[2])}</a>'


def _said(one: Result) -> list[str]:
    return [f"{Level[level].label} {rule}：{message}" for level, rule, message in one.problems]
