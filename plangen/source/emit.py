"""Write values as YAML for a person to go on with: short maps on a line, blocks of text, comments.

What comes out is read back by `read_yaml` as the same strings, lists and maps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from plangen.problem import Path
from plangen.source.places import Value

WIDTH = 88
STEP = "  "
# What YAML would take for something else: marks at the start, and words of YAML 1.1.
_MARKED = re.compile(
    r"^[-?:,\[\]{}#&*!|>'\"%@`=<\s]|: |:$| #|\s$|[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]"
)
_FLOW = re.compile(r"[,\[\]{}]")
_WORD = re.compile(r"^(?:y|n|yes|no|on|off|null|~|\.inf|\.nan)$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^[-+.\d][\d_.,:eExXoO+]*$")  # 1_0, 12:30; a date keeps its dashes


class Figure(str):
    """A number: it stands without quotation marks, as an editor asks of one."""

    __slots__ = ()


def emit(data: Mapping[str, Value], notes: Mapping[Path, tuple[str, ...]]) -> str:
    """A map as a YAML file; the notes of a path are comments above what stands there."""
    writer = _Writer(notes)
    writer.map(data, "", ())
    return "\n".join((*writer.lines, ""))


class _Writer:
    """The lines of a file, as they are added."""

    def __init__(self, notes: Mapping[Path, tuple[str, ...]]) -> None:
        self.lines: list[str] = []
        self.notes = notes
        # What has a comment somewhere within: a map on a line has no room for one.
        self.noted = {path[:size] for path in notes for size in range(len(path))}

    def map(self, data: Mapping[str, Value], pad: str, path: Path) -> None:
        """A line for each key, with its value there or below it."""
        for key, value in data.items():
            here = (*path, key)
            self._comments(here, pad)
            self._entry(f"{pad}{key}:", value, pad, here)

    def _list(self, items: list[Value], pad: str, path: Path) -> None:
        """A dash for each item, which stands behind it, or begins there."""
        for index, item in enumerate(items):
            here = (*path, index)
            self._comments(here, pad)
            if isinstance(item, dict) and self._flat(item, f"{pad}-", here) is None:
                first = len(self.lines)
                self.map(item, pad + STEP, here)
                self._dash(first, pad)
            else:
                self._entry(f"{pad}-", item, pad, here)

    def _dash(self, number: int, pad: str) -> None:
        """A dash before the line with which a map begins."""
        line = self.lines[number]
        if line.lstrip().startswith("#"):
            self.lines.insert(number, f"{pad}-")
        else:
            self.lines[number] = f"{pad}- {line[len(pad) + len(STEP) :]}"

    def _entry(self, head: str, value: Value, pad: str, path: Path) -> None:
        """A key or a dash, with its value on the line or below it."""
        if isinstance(value, dict | list):
            flat = self._flat(value, head, path)
            self.lines.append(head if flat is None else f"{head} {flat}")
            if flat is not None:
                return
            if isinstance(value, dict):
                self.map(value, pad + STEP, path)
            else:
                self._list(value, pad + STEP, path)
        elif value and "\n" in value:
            self.lines.append(f"{head} |-")  # the loader strips blanks around what is below it
            self.lines += [f"{pad}{STEP}{line}" if line else "" for line in value.split("\n")]
        else:
            shown = value if isinstance(value, Figure) else _scalar(value or "")
            self.lines.append(f"{head} {shown}")

    def _flat(self, value: _Values, head: str, path: Path) -> str | None:
        """A value on one line; None where it has no room behind `head`, or a comment within."""
        return None if path in self.noted else _flat(value, WIDTH - len(head) / 2)

    def _comments(self, path: Path, pad: str) -> None:
        if path in self.notes:
            self.lines += [f"{pad}# {note}" for note in self.notes[path]]


_Values: TypeAlias = dict[str, Value] | list[Value]


def _flat(value: _Values, room: float) -> str | None:
    """A value in so many characters; None where it takes more, or is too deep for one line."""
    flat = _flat_map(value, room) if isinstance(value, dict) else _flat_list(value, room)
    return flat if flat is not None and len(flat) <= room else None


def _flat_map(data: dict[str, Value], room: float) -> str | None:
    parts = []
    for key, value in data.items():
        if isinstance(value, dict):
            return None
        part = _flat_list(value, room) if isinstance(value, list) else _in_flow(value or "")
        if part is None or len(part) > room:
            return None
        parts.append(f"{key}: {part}")
    return f"{{{', '.join(parts)}}}"


def _flat_list(items: list[Value], room: float) -> str | None:
    parts = []
    for item in items:
        part = None if isinstance(item, dict | list) else _in_flow(item or "")
        if part is None or len(part) > room:
            return None
        parts.append(part)
    return f"[{', '.join(parts)}]"


def _in_flow(text: str) -> str | None:
    """A text within a map or a list on one line; None where it has several lines itself."""
    return text if isinstance(text, Figure) else _text_in_flow(text)


@lru_cache(maxsize=4096)  # one plan after another has the same texts
def _text_in_flow(text: str) -> str | None:
    if "\n" in text:
        return None
    plain = _scalar(text)
    return _quoted(text) if plain == text and _FLOW.search(text) else plain


@lru_cache(maxsize=4096)
def _scalar(text: str) -> str:
    """A text, in quotation marks where YAML would read it otherwise."""
    plain = text and not (_MARKED.search(text) or _WORD.match(text) or _BARE_NUMBER.match(text))
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
