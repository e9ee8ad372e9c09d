"""The sections of a faultless plan, in an order and with headings of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plangen.model import plan as m
from tests.faultless.world import World, prose

HEADINGS = {
    "thoughts": ("指导思想", "总体要求"),
    "targets": ("总体目标", "工作目标"),
    "organization": ("组织机构", "组织领导"),
    "assignments": ("责任分工", "任务分工"),
    "phases": ("实施步骤", "工作步骤"),
    "guarantees": ("保障措施", "工作要求"),
}


@dataclass
class Texts:
    """The sentences that are hard to tell from faulty ones, each once in a plan."""

    world: World

    @cached_property
    def left(self) -> list[str]:
        """Those that are still to be used."""
        own: list[str] = prose()["hard"]
        return self.world.rnd.sample(own, len(own))

    def some(self, least: int, most: int) -> list[str]:
        """A few of them."""
        count = min(self.world.rnd.randint(least, most), len(self.left))
        return [self.left.pop() for _ in range(count)]


def outline(world: World, plan: m.Plan, texts: Texts) -> tuple[m.Section, ...]:
    """The default, or a section for each part there is among sections of other kinds."""
    if world.maybe(0.3) and not plan.assignments:
        return ()
    thoughts = world.say(world.rnd.choice(prose()["thoughts"]))
    shown = plan.assignments and (world.maybe(0.7) or "附件" not in plan.closing)
    parts = {
        "targets": plan.targets,
        "organization": plan.leaders,
        "assignments": shown,
        "phases": plan.phases,
        "guarantees": plan.guarantees,
    }
    out = [m.Section(heading=_heading(world, "thoughts"), text=thoughts)]
    for kind in (kind for kind, part in parts.items() if part):
        printed = world.rnd.choice(["texts", "numbers", "both"])
        out.append(m.Section(heading=_heading(world, kind), show=(kind,), print=printed))
    for heading, text in world.some(prose()["sections"], 0, 2):
        out.insert(1, m.Section(heading=heading, text=world.say(text)))
    if world.maybe(0.3):
        out.insert(-1, _deep(world, texts))
    if world.maybe(0.3):
        titled = world.some(prose()["items"], 2, 6)
        items = tuple(m.Item(title=title, text=text) for title, text in titled)
        out.insert(-2, m.Section(heading="主要任务", items=items))
    return tuple(out)


def _heading(world: World, kind: str) -> str:
    return world.rnd.choice(HEADINGS[kind])


def _deep(world: World, texts: Texts) -> m.Section:
    """A section with sections in it, whose headings stand over items or run into a text."""
    run_in = world.maybe()
    inner = []
    for heading, text in prose()["parts"]:
        items = () if run_in else tuple(m.Item(text=each) for each in texts.some(2, 3))
        part = m.Section(heading=heading, text=world.say(text), items=items, run_in=run_in)
        inner.append(part)
    after = "\n".join(texts.some(0, 1))
    return m.Section(heading="主要措施", sections=tuple(inner), after=after)
