"""`plangen rules`: what is checked, and on what basis."""

from __future__ import annotations

import click

from plangen.cli.chinese import Command
from plangen.problem import UserError
from plangen.rules import rules
from plangen.rules.base import Rule
from plangen.text.nearest import nearest
from plangen.text.width import cells


@click.command(cls=Command)
@click.argument("rule_id", metavar="[编号]", required=False)
def command(rule_id: str | None) -> None:
    """列出核对的规则；写编号则说明一条。"""
    if rule_id is None:
        width = max(len(rule.id) for rule in rules())
        for rule in rules():
            click.echo(f"{rule.id:<{width}}  {rule.level.label}  {rule.summary}")
        return
    click.echo(_explain(_find(rule_id)))


def _find(rule_id: str) -> Rule:
    known = {rule.id: rule for rule in rules()}
    if rule_id in known:
        return known[rule_id]
    near = nearest(rule_id, known)
    guess = f"，是不是“{near}”？" if near else "；用 plangen rules 查看全部"
    raise UserError(f"没有规则“{rule_id}”{guess}")


def _explain(rule: Rule) -> str:
    title = f"{rule.id}（{rule.level.label}）"
    lines = [title, "=" * cells(title), "", rule.doc, ""]
    for example, message in rule.bad:
        lines += ["有问题的：", *_indent(example), "会报：", *_indent(message), ""]
    for example in rule.good:
        lines += ["没有问题的：", *_indent(example), ""]
    return "\n".join(lines).rstrip()


def _indent(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
