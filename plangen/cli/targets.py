"""The files that `lint` is asked for: files, folders, standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from plangen.cli.files import SPECS, STDIN, read
from plangen.problem import UserError, why
from plangen.source.reader import read_yaml

IN_FOLDERS = (".docx", ".doc", ".wps", ".rtf", ".odt")  # a .txt there is seldom a plan
KIND = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:kind|"
    + "类型".encode()
    + rb"):[ \t]+\S+\s*$",
    re.MULTILINE,
)
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")


@dataclass(frozen=True)
class Target:
    """A file to check, as it was named, and its bytes."""

    name: str
    raw: bytes
    unread: str = ""  # why it couldn't be read: one open in WPS doesn't stop the rest of a folder

    @property
    def path(self) -> Path:
        """Where it is; standard input counts as a file of the current folder."""
        return Path(self.name)

    @property
    def is_document(self) -> bool:
        """Whether it is a document, not a spec: by its name, else by its first bytes.

        Editors on Windows save 方案.yaml as 方案.yaml.txt: its first line says what it is.
        """
        if self.path.suffix.lower() in SPECS:
            return False
        if self.name != STDIN and self.path.suffix:
            return not KIND.match(self.raw)
        return self.raw.startswith(PACKED) or not _is_spec(self)

    @property
    def shown(self) -> str:
        """The name as it can be printed: bytes that aren't UTF-8 as a sign."""
        return self.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def targets(names: tuple[str, ...]) -> list[Target]:
    """Every spec named, or found in a folder named; each once, however it was named."""
    found: dict[Path, Target] = {}
    for name in names:
        folder = name != STDIN and Path(name).is_dir()
        for target in _folder(Path(name)) if folder else _file(name):
            found.setdefault(target.path.resolve(), target)
    return list(found.values())


def one_target(name: str) -> Target:
    """The one file named; UserError where it is a folder."""
    if name != STDIN and Path(name).is_dir():
        raise UserError(f"“{name}”是文件夹，应给出一个文件")
    return _file(name)[0]


def _file(name: str) -> list[Target]:
    return [Target(name, read(name))]


def _folder(folder: Path) -> list[Target]:
    """The specs and documents of a folder and the folders below; other YAML files are counted.

    What is hidden (.git, .venv, .plangen.yaml) is left alone, and so is what Word keeps beside
    an open document (~$….docx).
    """
    closed: list[Target] = []
    every = [*(_among(str(path)) for path in sorted(_wanted(folder, closed))), *closed]
    kept = [one for one in every if one.unread or one.is_document or _is_spec(one)]
    if not kept:
        raise UserError(f"文件夹“{folder}”里没有可核对的文件：Word 文档，或写明 kind 的 YAML")
    if len(kept) < len(every):
        click.echo(f"{folder}：跳过 {len(every) - len(kept)} 个没有 kind 的 YAML 文件", err=True)
    return kept


def _among(name: str) -> Target:
    try:
        return Target(name, read(name))
    except UserError as error:
        return Target(name, b"", str(error))


def _wanted(folder: Path, closed: list[Target]) -> Iterator[Path]:
    """The files to look at; folders that can't be opened go to `closed`."""

    def closes(error: OSError) -> None:
        said = f"打不开文件夹“{error.filename}”：{why(error)}；里面的文件没有核对"
        closed.append(Target(str(error.filename), b"", said))

    for place, folders, names in os.walk(folder, onerror=closes):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        for path in (Path(place, name) for name in names if not _is_hidden(name)):
            if path.suffix.lower() in (*SPECS, *IN_FOLDERS) and path.is_file():
                yield path


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_spec(target: Target) -> bool:
    """Whether a file names its kind, or is too broken to tell."""
    source, problems = read_yaml(target.raw, target.name)
    data = source.data
    return bool(problems) or (isinstance(data, dict) and bool({"kind", "类型"} & data.keys()))
