"""What `lint` does with one file, whether it is a spec or a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli.targets import Target
from plangen.config.model import Config
from plangen.pipeline.lint import Linted, lint, make_case
from plangen.pipeline.load import load
from plangen.pipeline.mend import mend
from plangen.problem import Level, Problem, UserError
from plangen.report.diff import as_diff
from plangen.rules import Case
from plangen.source.places import Source
from plangen.write.files import put

if TYPE_CHECKING:
    from plangen.pipeline.comparing import Side

# What reads Word is imported where it is called: checking a spec doesn't wait for lxml.


@dataclass(frozen=True)
class Job:
    """A file to check, how strictly, and the standards that a document is told to follow."""

    target: Target
    config: Config
    standards: tuple[str, ...] = ()
    county: Case | None = None  # the plan that it is held against

    @property
    def name(self) -> str:
        return self.target.shown

    def lint(self) -> Linted:
        """The file with its problems."""
        self.check_read()
        if not self.target.is_document:
            return lint(self.target.raw, self.name, self.config, self.county)
        from plangen.pipeline.documents import lint_document

        return lint_document(self.target.raw, self.name, self.config, self.standards, self.county)

    def check_read(self) -> None:
        """UserError where the file couldn't be read."""
        if self.target.unread:
            raise UserError(self.target.unread)

    def case(self) -> Case:
        """The plan in the file as the rules see it, none of them run; UserError without a plan."""
        self.check_read()
        if self.target.is_document:
            from plangen.pipeline.documents import read

            return read(self.target.raw, self.name, self.config, self.standards).case
        spec = load(self.target.raw, self.name)
        if spec.plan is None:
            errors = [problem for problem in spec.problems if problem.level is Level.ERROR]
            faults = "；".join(f"第 {p.where.line} 行{p.message}" for p in errors[:1])
            raise UserError(f"“{self.name}”不能作比对：{faults or '不是方案'}")
        return make_case(spec.plan, self.config, Path(self.name).parent, spec.roadmap)

    def side(self) -> Side:
        """The plan as one of two that are compared."""
        from plangen.pipeline.comparing import Side

        return Side(self.name, self.case(), self.target.raw if self.target.is_document else b"")

    def lint_among(self) -> Linted:
        """The same in a folder: a file that can't be read is a problem, and the rest goes on."""
        try:
            return self.lint()
        except UserError as error:
            problem = Problem("read-failed", Level.ERROR, str(error))
            return Linted(Source(self.name, ""), [problem], findings=[problem])

    def mended(self, *, accept: bool = False) -> tuple[bytes, int]:
        """(the file with its safe fixes made, how many)."""
        self.check_read()
        if not self.target.is_document:
            return mend(self.target.raw, self.name, self.config)
        from plangen.pipeline.review import mend_document

        return mend_document(
            self.target.raw, self.name, self.config, self.standards, tracked=not accept
        )

    def diff(self) -> bytes:
        """What mending would change, as a diff; of a Word document, of its paragraphs."""
        new, _ = self.mended()
        if not self.target.is_document:
            return as_diff(self.name, self.target.raw, new)
        texts = [
            replace(self, target=replace(self.target, raw=raw)).text()
            for raw in (self.target.raw, new)
        ]
        return as_diff(self.name, *texts)

    def diff_among(self) -> bytes:
        """The same in a folder: what can't be mended is told, and the rest goes on."""
        try:
            return self.diff()
        except UserError as error:
            click.echo(f"改不了：{error}", err=True)
            return b""

    def text(self) -> bytes:
        """The text of a document, a paragraph a line."""
        from plangen.read.files import read_document

        return f"{read_document(self.target.raw, self.name).text}\n".encode()

    def mend(self, *, accept: bool = False) -> Job:
        """The file mended and written back; a link stays one, and the mode its."""
        new, count = self.mended(accept=accept)
        if count:
            path = self.target.path.resolve()
            mode = path.stat().st_mode
            put(path, new)
            path.chmod(mode)
            click.echo(f"{self.name}：改正 {count} 处", err=True)
        return replace(self, target=replace(self.target, raw=new))

    def mend_among(self, *, accept: bool = False) -> Job:
        """The same in a folder: what can't be mended is told, and the rest goes on."""
        try:
            return self.mend(accept=accept)
        except UserError as error:
            click.echo(f"没有改：{error}", err=True)
            return self

    def annotated(self, linted: Linted) -> bytes:
        """A copy of a Word document with a comment at each problem."""
        from plangen.pipeline.review import annotate

        return annotate(self.target.raw, self.name, linted)
