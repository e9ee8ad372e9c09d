"""A template as the writer and the rules use it: a package, its samples and their looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from plangen.model.document import Role
from plangen.problem import UserError, why
from plangen.source import packaged
from plangen.template import kept
from plangen.template.archive import Entry
from plangen.template.looks import Look, Page
from plangen.template.prepared import Prepared, plain, prepared
from plangen.template.program import Program
from plangen.template.samples import Sample, Samples

TEMPLATES, OFFICIAL = "plangen.templates", "plangen.templates.official"
DEFAULT = "standard"
COPY = "plangen template copy"


@dataclass(frozen=True, eq=False)
class Template:
    """A loaded template, by the name it goes by in messages; the rest is `Prepared`'s."""

    name: str
    data: bytes = field(repr=False)
    page: Page
    samples: Samples = field(repr=False)
    looks: dict[Role, Look] = field(repr=False)
    parts: tuple[Entry, ...] = field(repr=False)
    program: Program | None = field(repr=False)
    slow: str = ""

    @staticmethod
    def load(source: str | Path = DEFAULT, fonts: str | None = None) -> Template:
        """An official template by name, or an office's own by path.

        `fonts` names a profile of fonts.yaml; without it the template's own faces stay.
        """
        return _loaded(str(source), _read(source), fonts)

    def sample(self, role: Role) -> Sample:
        """The sample paragraph of a role; for a table, that of its first cell."""
        if not self.samples.has(role):
            raise UserError(f"{self.name}：模板里没有“{role}”的样段；用 {COPY} 取一份新的来改")
        return self.samples.of(role)

    def look(self, role: Role) -> Look:
        """How the text of a role looks."""
        return self.looks[role]

    @property
    def pitch(self) -> int:
        """One 字 of the text, in twips."""
        return self.look(Role.PARAGRAPH).pitch

    @property
    def line(self) -> int:
        """One line of the text, in twips."""
        return self.look(Role.PARAGRAPH).line


def official() -> list[str]:
    """The names of the templates that ship with plangen."""
    return [name.removesuffix(".docx") for name in packaged.names(OFFICIAL, ".docx")]


def _read(source: str | Path) -> bytes:
    if str(source) in official():
        return packaged.content(OFFICIAL, f"{source}.docx")
    try:
        return Path(source).read_bytes()
    except FileNotFoundError:
        known = "、".join(official())
        raise UserError(f"没有模板“{source}”；现有：{known}，也可以给出 .docx 文件") from None
    except OSError as error:
        raise UserError(f"{source}：读不了模板（{why(error)}）") from error


@lru_cache(maxsize=8)  # a batch prints hundreds of documents by one template
def _loaded(name: str, source: bytes, fonts: str | None) -> Template:
    return Template(name, *_prepared(name, source, fonts))


def _prepared(name: str, source: bytes, fonts: str | None) -> Prepared:
    """What was kept of a template, or what it is prepared into now."""
    faces = packaged.content(TEMPLATES, "fonts.yaml")
    key = kept.key_of(source, faces, fonts or "")
    found = kept.SHELF.recall(key) if key else None
    if found is not None:
        return prepared(found)
    # docxtpl, python-docx and lxml take longer to import than plangen to write its documents.
    from plangen.template.fonts import profile
    from plangen.template.prepare import prepare

    done = prepare(name, source, profile(fonts) if fonts else None, known=name in official())
    if key:
        kept.SHELF.keep(key, plain(done))
    return done
