"""The files that `lint` is asked for: files, folders, standard input."""

from __future__ import annotations

from pathlib import Path

import click

from plangen.cli.files import read
from plangen.problem import UserError
from plangen.source.reader import read_yaml

SPECS = (".yaml", ".yml")
DOCUMENTS = (".docx", ".doc", ".wps", ".rtf", ".odt", ".txt", ".md", ".pdf")


def targets(names: tuple[str, ...]) -> list[tuple[str, bytes]]:
    """Name and bytes of every spec named, or found in a folder named; each once."""
    found: dict[str, bytes] = {}
    for name in names:
        if name != "-" and Path(name).is_dir():
            found |= {str(path): path.read_bytes() for path in _specs(Path(name))}
        else:
            _refuse_document(name)
            found[name] = read(name)
    return list(found.items())


def _specs(folder: Path) -> list[Path]:
    """The specs of a folder and the folders below; YAML files of other kinds are counted."""
    every = sorted(path for path in folder.rglob("*") if path.suffix in SPECS and path.is_file())
    every = [path for path in every if not path.name.startswith(".")]
    specs = [path for path in every if _is_spec(path)]
    if not specs:
        raise UserError(f"文件夹“{folder}”里没有可核对的 YAML 文件（第一行写 kind）")
    if len(specs) < len(every):
        click.echo(f"{folder}：跳过 {len(every) - len(specs)} 个没有 kind 的 YAML 文件", err=True)
    return specs


def _is_spec(path: Path) -> bool:
    """Whether a file names its kind, or is too broken to tell."""
    source, problems = read_yaml(path.read_bytes(), str(path))
    data = source.data
    return bool(problems) or (isinstance(data, dict) and bool({"kind", "类型"} & data.keys()))


def _refuse_document(name: str) -> None:
    if Path(name).suffix.lower() in DOCUMENTS:
        raise UserError(f"“{name}”不是 YAML：现在只能核对方案的 YAML 文件，还不能读 Word 等文档")
