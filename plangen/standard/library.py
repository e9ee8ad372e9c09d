"""The catalogues that can be named: plangen's own and those of a folder by id, any by its path.

A path is taken from the folder of the file that names it. Limit: a folder's own folders are not
looked into.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

from plangen.problem import UserError, why
from plangen.standard.catalogue import Standard, load_standard, no_such, standard_ids
from plangen.standard.files import Entry, read_catalogue, read_catalogue_if_one
from plangen.value import Value, value

SUFFIXES = (".yaml", ".yml")


class Opened(NamedTuple):
    """The catalogues found, by the names they were asked by; why others can't be used."""

    standards: Mapping[str, Standard]
    unusable: Mapping[str, str]


@value
class Library(Value):
    """plangen's own catalogues and the user's, by id."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, plangen's own first."""
        return (*standard_ids(), *self.entries)

    def find(self, name: str, folder: Path = Path()) -> Standard:
        """The catalogue of an id, or of a path taken from a folder; UserError where none is."""
        if is_path(name):
            return read_catalogue(folder / name).standard
        if name in self.entries:
            return self.entries[name].standard
        if name in standard_ids():
            return load_standard(name)
        raise UserError(no_such(name, {key: e.standard.title for key, e in self.entries.items()}))

    def open(self, names: Iterable[str], folder: Path) -> Opened:
        """The catalogues of ids and paths. An id that nobody knows is in neither part."""
        found: dict[str, Standard] = {}
        unusable: dict[str, str] = {}
        for name in dict.fromkeys(names):
            if not is_path(name) and name not in self.ids:
                continue
            try:
                standard = self.find(name, folder)
            except UserError as error:
                unusable[name] = str(error)
                continue
            same = next((key for key, other in found.items() if other.id == standard.id), None)
            if same is None:
                found[name] = standard
            else:
                unusable[name] = f"“{name}”的编号“{standard.id}”与“{same}”的相同，应改一个"
        return Opened(found, unusable)


def is_path(name: str) -> bool:
    """Whether a standard is named by its file: ./my.yaml."""
    return name.lower().endswith(SUFFIXES)


def read_library(folder: Path) -> Library:
    """The catalogues of a folder; UserError names what is wrong with each.

    Files of another kind, and hidden ones, are left alone.
    """
    entries: dict[str, Entry] = {}
    said = []
    for path in _files(folder):
        try:
            entry = read_catalogue_if_one(path)
        except UserError as error:
            said.append(str(error))
            continue
        if entry and (clash := _clash(entry, entries)):
            said.append(clash)
        elif entry:
            entries[entry.standard.id] = entry
    if said:
        raise UserError("\n".join(said))
    return Library(entries)


def _clash(entry: Entry, entries: Mapping[str, Entry]) -> str:
    """What to say of an id that another catalogue has; nothing of one that is free."""
    name, place = entry.standard.id, f"{entry.file}:{entry.line}"
    if name in standard_ids():
        return f"{place}：编号“{name}”与 plangen 自带的条款库相同，应改一个"
    if other := entries.get(name):
        return f"{place}：编号“{name}”与 {other.file}:{other.line} 相同，应改一个"
    return ""


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if is_path(path.name))
    except OSError as error:
        raise UserError(f"读不了条款库文件夹“{folder}”：{why(error)}") from error
    return [path for path in found if not path.name.startswith(".")]
