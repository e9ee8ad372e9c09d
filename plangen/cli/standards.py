"""`plangen standards`: the clause catalogues that plans are checked against."""

from __future__ import annotations

import click

from plangen.cli.chinese import Command, Group
from plangen.standard.catalogue import Standard, load_standard, standard_ids

STATUS = {"superseded": "已被取代", "in force": "现行"}


@click.group("standards", cls=Group)
def command() -> None:
    """条款库：列出标准，查看条款。"""


@command.command("list", cls=Command)
def list_() -> None:
    """列出条款库里的标准。"""
    for name in standard_ids():
        standard = load_standard(name)
        complete = "" if standard.complete else "，条款不全"
        click.echo(f"{name}")
        click.echo(f"    《{standard.title}》{standard.edition}")
        sections = len(standard.sections)
        click.echo(f"    {sections}节{len(standard.clauses)}条{complete}；{_status(standard)}")


@command.command("show", cls=Command)
@click.argument("standard_id", metavar="编号")
def show(standard_id: str) -> None:
    """印出一个标准的全部条款和状态。"""
    click.echo(_show(load_standard(standard_id)))


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
