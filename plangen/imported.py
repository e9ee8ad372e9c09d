"""The modules that a command imports, in one file for its next call.

To look for three hundred small files, to open and to read them is an eighth of a short call.
A module whose file isn't as it was is imported as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, cast

from plangen.kept import Book, Shelf, made_by, state

if TYPE_CHECKING:
    from importlib.abc import Loader

PACKAGE = __name__.partition(".")[0]
SHELF = Shelf(".modules", 16)  # there are as many commands
MOST = 800  # modules


class Known(NamedTuple):
    """A module: its file with time and size, whether it is a package, its code."""

    state: tuple[str, int, int]
    package: bool
    code: bytes


class Imported:
    """What a command imports; finds and loads what the call before imported.

    Python without asserts compiles other code, and who wants no compiled files gets none here.
    """

    def __init__(self, command: str) -> None:
        self.command = f"{PACKAGE}.cli.{command}"
        self.before = {*sys.modules}
        maker = None if sys.dont_write_bytecode else made_by(__file__)
        self.book = Book(SHELF, maker and (*maker, sys.flags.optimize, command), MOST)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A module that is known and whose file is as it was."""
        found = self.book.get(name)
        if found is None:
            return None
        known = Known(*found)
        file = known.state[0]
        try:
            if state(file) != known.state:
                return None
        except OSError:  # the file is gone
            return None
        loader = cast("Loader", self)
        spec = ModuleSpec(name, loader, origin=file, is_package=known.package)
        if known.package:
            spec.submodule_search_locations = [file.rpartition(os.sep)[0]]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """A module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module."""
        known = Known(*self.book.held.pop(module.__name__))  # needed once
        module.__file__ = known.state[0]
        exec(marshal.loads(known.code), module.__dict__)

    def keep(self) -> None:
        """Keep what was imported from files, if the command was."""
        if self.command not in sys.modules:
            return
        for name in [name for name in sys.modules if name.startswith(f"{PACKAGE}.")]:
            spec = sys.modules[name].__spec__
            if spec and isinstance(spec.loader, SourceFileLoader) and name not in self.before:
                self._add(name, spec.loader, package=spec.submodule_search_locations is not None)

    def _add(self, name: str, loader: SourceFileLoader, *, package: bool) -> None:
        try:
            now, code = state(loader.path), loader.get_code(name)
        except OSError:  # who changes plangen meanwhile gets it from its files
            return
        if code:
            self.book.add(name, tuple(Known(now, package, marshal.dumps(code))))


def follow(command: str) -> Imported:
    """From now on import what the same command imported before."""
    imported = Imported(command)
    sys.meta_path.insert(0, imported)
    return imported
