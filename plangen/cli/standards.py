"""`plangen standards`: the clause catalogues that plans are checked against."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plangen.cli.chinese import Command, Group
from plangen.cli.files import SPECS, check_new, read
from plangen.cli.options import TEXT_OR_JSON
from plangen.cli.output import color_wanted, echo_data
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import UserError
from plangen.report.standards import as_json, as_text
from plangen.standard.catalogue import Standard
from plangen.standard.compare import compare
from plangen.standard.draft import draft
from plangen.standard.importing import as_file, counts, id_for, paragraphs
from plangen.standard.library import Library
from plangen.write.files import put

STATUS = {"superseded": "已被取代", "in force": "现行"}
NOT_TEXT = {".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf"}


@click.group("standards", cls=Group)
def command() -> None:
    """条款库：列出标准，查看条款，比较两版，导入文本。"""


@command.command("list", cls=Command)
def list_() -> None:
    """列出条款库里的标准。

    先列自带的，再列本单位条款库文件夹（.plangen.yaml 的 standards_folder）里的。
    """
    library = _library()
    for name in library.ids:
        standard = library.find(name)
        complete = "" if standard.complete else "，条款不全"
        click.echo(f"{name}")
        click.echo(f"    《{standard.title}》{standard.edition}")
        sections = len(standard.sections)
        click.echo(f"    {sections}节{len(standard.clauses)}条{complete}；{_status(standard)}")
        if name in library.entries:
            click.echo(f"    文件：{_near(library.entries[name].file)}")


@command.command("show", cls=Command)
@click.argument("standard", metavar="编号")
def show(standard: str) -> None:
    """印出一个标准的全部条款和状态。

    编号也可以是条款库文件的路径（.yaml）。
    """
    click.echo(_show(_library().find(standard)))


@command.command("diff", cls=Command)
@click.argument("old", metavar="原版")
@click.argument("new", metavar="现版")
@TEXT_OR_JSON
def diff(old: str, new: str, form: str) -> None:
    """比较两个标准，或一个标准的两版。

    写编号或条款库文件的路径。列出节和条款的增减、移动，条文的改动（[-原文-]{+新文+}），指标的变化。
    """
    library = _library()
    found = compare(library.find(old), library.find(new))
    if form == "json":
        echo_data(f"{as_json(found)}\n".encode())
    else:
        click.echo(as_text(found, color=color_wanted(sys.stdout)))


@command.command("import", cls=Command)
@click.argument("file", metavar="文件")
@click.option(
    "-o", "--out", metavar="文件", help="写到这个 .yaml 文件（默认印出来）；已有的不覆盖"
)
def import_(file: str, out: str | None) -> None:
    """从标准的文本（.txt、.md）读出条款库的草稿，供校对。

    节认“一、”“第一章”等，条认“1.”“（一）”“第一条”等，一条一段；编码 UTF-8 或 GBK。
    """
    if out is not None:
        check_new(out, SPECS)
    if Path(file).suffix.lower() in NOT_TEXT:
        raise UserError(f"“{file}”不是纯文本；在 Word、WPS 里另存为纯文本（.txt）再导入")
    found = draft(paragraphs(read(file), file), id_for(Path(out or file)))
    content = as_file(found, file)
    if out is None:
        echo_data(content)
    else:
        put(Path(out), content)
        click.echo(out)
    click.echo(f"{file}：读出{counts(found)}；是草稿，须逐条校对", err=True)
    for note in found.notes:
        click.echo(f"  {note}", err=True)
    for line in found.unread:
        click.echo(f"  没有收入第 {line.at} 行：{line.whole}", err=True)


def _library() -> Library:
    """The catalogues: plangen's own and those of the folder that .plangen.yaml names."""
    return load_config(find_config(Path())).library


def _near(path: Path) -> Path:
    """A path as it is seen from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _status(standard: Standard) -> str:
    """The status in Chinese; the catalogues keep it as their sources' readers wrote it."""
    said = standard.status
    for word, chinese in STATUS.items():
        said = said.replace(word, chinese)
    return said


def _show(standard: Standard) -> str:
    lines = [f"《{standard.title}》{standard.edition}", f"发布：{standard.issuer}"]
    lines += [f"状态：{_status(standard)}"]
    if not standard.complete:
        lines.append("注意：条款不全，缺的条款不能核对")
    for section in standard.sections:
        lines += ["", f"{section.id}  {section.number}、{section.title}"]
        lines += [f"  {clause.id}  {clause.number}. {clause.text}" for clause in section.clauses]
        if section.missing:
            lines.append(f"  （缺：{'、'.join(section.missing)}）")
    return "\n".join(lines)
