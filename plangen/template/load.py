"""A template as the writer and the rules use it: a package, its samples and their looks."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from plangen.model.document import Role
from plangen.problem import UserError, why
from plangen.template import engine, probe, samples
from plangen.template.archive import DOCUMENT, RELATIONS, pack, unpack
from plangen.template.fonts import apply, profile
from plangen.template.looks import Look, Styles
from plangen.template.samples import Sample, Samples

OFFICIAL = "plangen.templates.official"
DEFAULT = "standard"
PROPERTIES = re.compile(
    r'<Relationship\b(?=[^>]*/metadata/core-properties")[^>]*\bTarget="/?([^"]*)"[^>]*/>'
)
STYLES = "word/styles.xml"


@dataclass(frozen=True)
class Page:
    """The page of a template, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def text_width(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right


@dataclass(frozen=True, eq=False)
class Template:
    """A loaded template. `data` is the package, with the font profile applied."""

    name: str
    data: bytes = field(repr=False)
    page: Page
    samples: Samples = field(repr=False)
    styles: Styles = field(repr=False)

    @classmethod
    def load(cls, source: str | Path = DEFAULT, fonts: str | None = None) -> Template:
        """An official template by name, or an office's own by path.

        `fonts` names a profile of fonts.yaml; without it the template's own faces stay.
        """
        data = _read(source)
        try:
            parts = _without_properties(unpack(data))
            root = samples.parse(parts[DOCUMENT])
            styles = Styles.parse(parts[STYLES])
        except (zipfile.BadZipFile, KeyError, SyntaxError) as error:
            raise UserError(f"{source}：不是 Word 文档（.docx），不能用作模板") from error
        parts[DOCUMENT] = samples.serialize(root)
        if fonts is not None:
            parts = apply(parts, profile(fonts))
            root, styles = samples.parse(parts[DOCUMENT]), Styles.parse(parts[STYLES])
        found = samples.find(root)
        template = cls(str(source), pack(parts), _page(parts[DOCUMENT]), found, styles)
        if str(source) not in official():  # those are checked by the tests, not at each start
            _check(template)
        return template

    def sample(self, role: Role) -> Sample:
        """The sample paragraph of a role; for a table, that of its first cell."""
        if role in self.samples.paragraphs:
            return self.samples.paragraphs[role]
        return self.samples.tables[role].cells[0].paragraph

    def look(self, role: Role) -> Look:
        """How the text of a role looks."""
        return self.looks[role]

    @cached_property
    def looks(self) -> dict[Role, Look]:
        """How the text of every role looks."""
        return {role: self.styles.look(self.sample(role)) for role in Role}

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
    names = (entry.name for entry in files(OFFICIAL).iterdir())
    return sorted(name.removesuffix(".docx") for name in names if name.endswith(".docx"))


def _read(source: str | Path) -> bytes:
    if str(source) in official():
        return files(OFFICIAL).joinpath(f"{source}.docx").read_bytes()
    try:
        return Path(source).read_bytes()
    except FileNotFoundError:
        known = "、".join(official())
        raise UserError(f"没有模板“{source}”；现有：{known}，也可以给出 .docx 文件") from None
    except OSError as error:
        raise UserError(f"{source}：读不了模板（{why(error)}）") from error


def _without_properties(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The package without the properties of the file; the writer gives it those of its own.

    LibreOffice relates them by a type that python-docx doesn't know: it would add them again.
    """
    relations = parts[RELATIONS].decode("utf-8")
    gone = PROPERTIES.findall(relations)
    kept = {name: part for name, part in parts.items() if name not in gone}
    return kept | {RELATIONS: PROPERTIES.sub("", relations).encode("utf-8")}


def _check(template: Template) -> None:
    """Refuse a template that would lose something or fail while rendering."""
    if not template.samples.loop:
        missing = "{%p for block in document.blocks %}"
        raise UserError(f"{template.name}：模板里没有“{missing}”，正文无处可放")
    if roles := template.samples.missing:
        raise UserError(f"{template.name}：模板里没有这些样段：{'、'.join(roles)}")
    if template.samples.anchor is None:
        raise UserError(f"{template.name}：模板里版记表格后面没有空段，表格会丢失")
    if faults := list(engine.faults(template.data)):
        raise UserError(f"{template.name}：模板的{'；'.join(faults)}")
    if lost := probe.lost(template.name, template.data):
        raise UserError(f"{template.name}：模板会丢失或重复这些内容：{'、'.join(lost)}")


def _page(document: bytes) -> Page:
    """The page of the last section."""
    text = document.decode("utf-8")
    size = _last(r"<w:pgSz\b[^>]*>", text)
    margins = _last(r"<w:pgMar\b[^>]*>", text)
    return Page(
        size.get("w", 0),
        size.get("h", 0),
        *(margins.get(side, 0) for side in ("top", "bottom", "left", "right")),
    )


def _last(element: str, text: str) -> dict[str, int]:
    found = re.findall(element, text)
    return {
        name: int(float(value))
        for name, value in re.findall(r'w:(\w+)="(-?[\d.]+)"', found[-1] if found else "")
    }
