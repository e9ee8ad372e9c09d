"""The table of contents of a batch, for people (index.html) and for spreadsheets (index.csv)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from html import escape
from io import StringIO
from urllib.parse import quote

from plangen.batch.task import Result
from plangen.problem import Level

HEAD = ("年份", "乡镇", "创建类型", "文件", "问题")
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
{rows}
</table>
</html>
"""


def ordered(results: Iterable[Result]) -> list[Result]:
    """Results by year, track and name, whatever order they were finished in."""
    return sorted(results, key=lambda one: (one.year, one.track, one.township))


def as_csv(results: Iterable[Result]) -> bytes:
    """A row for each township; with a mark that makes Excel and WPS read it as UTF-8."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in ordered(results):
        files = "；".join(name for name, _ in one.files)
        writer.writerow((one.year, one.township, one.track, files, "；".join(_said(one))))
    return out.getvalue().encode("utf-8-sig")


def as_html(title: str, own: Iterable[str], results: Iterable[Result]) -> bytes:
    """A page with a link to every file; `own` are the roadmap's own documents."""
    listed = ordered(results)
    failed = sum(one.failed for one in listed)
    links = "、".join(_link(name) for name in own)
    summary = f"{links}<br>{len(listed)} 个乡镇，{failed} 个没有生成"
    rows = "\n".join(_row(one) for one in listed)
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    page = PAGE.format(title=escape(title), summary=summary, head=head, rows=rows)
    return page.encode()


def _row(one: Result) -> str:
    cells = (
        str(one.year or "未定"),
        escape(one.township),
        escape(one.track),
        "<br>".join(_link(name) for name, _ in one.files),
        "<br>".join(escape(text) for text in _said(one)),
    )
    mark = ' class="error"' if one.failed else ""
    return f"<tr{mark}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _link(name: str) -> str:
    return f'<a href="{quote(name)}">{escape(name.rpartition("/")[2])}</a>'


def _said(one: Result) -> list[str]:
    return [f"{Level[level].label} {rule}：{message}" for level, rule, message in one.problems]
