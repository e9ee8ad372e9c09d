"""Two plans side by side: what changed by meaning, and the new one with its changes marked.

A spec knows what its paper doesn't show. So a spec beside a document is read back from its own
paper first, and both are compared as they print.
"""

from __future__ import annotations

from dataclasses import dataclass

from plangen.compare.parts import Change
from plangen.compare.plans import clause_changes, plan_changes, roadmap_changes
from plangen.config.model import Config
from plangen.pipeline.documents import read
from plangen.problem import UserError
from plangen.read.magic import ZIP
from plangen.rules import Case
from plangen.template.load import Template
from plangen.write.docx import write
from plangen.write.redline import redlined

ORDER = ("印发稿", "实施方案", "行动方案", "通知")
"""The document of a spec that stands for it: the first that it has."""
SAVE_AS = "请先用 WPS 或 Word 另存为 .docx"


@dataclass(frozen=True)
class Side:
    """One of the two: what the rules see of it, and its file where it is a document."""

    name: str
    case: Case
    raw: bytes = b""

    @property
    def paper(self) -> bytes:
        """The Word document: the file itself, or what the spec prints."""
        if self.raw.startswith(ZIP):
            return self.raw
        if self.raw:
            raise UserError(f"“{self.name}”不是 .docx，不能作花脸稿；{SAVE_AS}")
        layout = self.case.plan.layout
        kind = next(kind for kind in ORDER if kind in self.case.documents)
        template = Template.load(layout.metrics, fonts=layout.fonts)
        return write(self.case.documents[kind], template)

    def as_read(self, config: Config) -> Case:
        """The plan as it is read from the paper."""
        told = tuple(use.id for use in self.case.plan.standards if use.id in self.case.standards)
        return read(self.paper, self.name, config, told).case


def compared(old: Side, new: Side, config: Config | None = None) -> list[Change]:
    """The changes from one plan to the other."""
    one, two = old.case, new.case
    if bool(old.raw) != bool(new.raw):
        config = config or Config()
        one, two = (side.case if side.raw else side.as_read(config) for side in (old, new))
    clauses = list(clause_changes(one.coverage(), two.coverage()))
    both = bool(one.coverage()) and bool(two.coverage())
    found = plan_changes(one.plan, two.plan, by_clause=both)
    if one.roadmap and two.roadmap:
        found += roadmap_changes(one.roadmap, two.roadmap)
    return [*found, *clauses]


def red_line(old: Side, new: Side) -> bytes:
    """花脸稿: the new document, with what it adds and what it drops as tracked changes."""
    return redlined(old.paper, new.paper, new.name)
