"""The files that `lint` is asked for: files, folders, standard input."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from plangen.cli.files import read
from plangen.problem import UserError
from plangen.source.reader import read_yaml

STDIN = "-"
SPECS = (".yaml", ".yml")
DOCUMENTS = (".docx", ".doc", ".wps", ".rtf", ".odt", ".txt", ".md", ".pdf")


@dataclass(frozen=True)
class Target:
    """A file to check, as it was named, and its bytes."""

    name: str
    raw: bytes

    @property
    def path(self) -> Path:
        """Where it is; standard input counts as a file of the current folder."""
        return Path(self.name)

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


def _file(name: str) -> list[Target]:
    if Path(name).suffix.lower() in DOCUMENTS:
        raise UserError(f"“{name}”不是 YAML：现在只能核对方案的 YAML 文件，还不能读 Word 等文档")
    return [Target(name, read(name))]


def _folder(folder: Path) -> list[Target]:
    """The specs of a folder and the folders below; YAML files of other kinds are counted.

    What is hidden (.git, .venv, .plangen.yaml) is left alone.
    """
    paths = [path for path in sorted(folder.rglob("*")) if _is_yaml(path, folder)]
    every = [Target(str(path), read(str(path))) for path in paths]
    specs = [target for target in every if _is_spec(target)]
    if not specs:
        raise UserError(f"文件夹“{folder}”里没有可核对的 YAML 文件（第一行写 kind）")
    if len(specs) < len(every):
        click.echo(f"{folder}：跳过 {len(every) - len(specs)} 个没有 kind 的 YAML 文件", err=True)
    return specs


def _is_yaml(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in SPECS and path.is_file()


def _is_spec(target: Target) -> bool:
    """Whether a file names its kind, or is too broken to tell."""
    source, problems = read_yaml(target.raw, target.name)
    data = source.data
    return bool(problems) or (isinstance(data, dict) and bool({"kind", "类型"} & data.keys()))
