"""A spec in a few lines of YAML, and what it is composed to, as lines that one can read."""

from __future__ import annotations

from textwrap import dedent

from plangen.compose.notice import notice_blocks
from plangen.compose.outline import outline_blocks
from plangen.model.document import Block, Document
from plangen.model.plan import Plan
from plangen.pipeline import load, make_case
from plangen.standard.context import Context

HEAD = "kind: plan\ntitle: 青山县卫生创建实施方案\nlocality: {name: 青山县, level: county}\n"


def made(spec: str) -> Plan:
    """A plan from what a spec says beside its title and locality."""
    found = load((HEAD + dedent(spec)).encode(), "方案.yaml")
    assert found.problems == []
    assert found.plan is not None
    return found.plan


def context(spec: str) -> Context:
    """The plan with its catalogues."""
    return make_case(made(spec)).context


def document(spec: str, kind: str) -> Document:
    """A document of the plan: 通知, 实施方案 or 印发稿."""
    return make_case(made(spec)).documents[kind]


def outline(spec: str) -> list[str]:
    """The plan between its title and its annexes."""
    return [shown(item) for item in outline_blocks(context(spec))]


def notice(spec: str) -> list[Block]:
    """The notice that a spec gives under `notice:`, without its 版记."""
    found = context("notice:\n" + "".join(f"  {line}\n" for line in dedent(spec).splitlines()))
    assert found.plan.notice is not None
    return notice_blocks(found, found.plan.notice)


def shown(item: Block) -> str:
    """A block: role and text, a run-in heading in 【】, cells with | and rows with /."""
    heads = len(item.spans) > 1
    text = "".join(f"【{s.text}】" if s.head and heads else s.text for s in item.spans)
    if item.table:
        rows = (" | ".join("·".join(cell) for cell in row.cells) for row in item.table.rows)
        text = " / ".join(rows)
    if item.imprint:
        text = " / ".join((*item.imprint.copies, item.imprint.printer, item.imprint.printed))
    return f"{item.role} {text}".replace("\n", "↵").strip()
