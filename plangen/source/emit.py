"""Write values as YAML for a person to go on with: short maps on a line, blocks of text, comments.

What comes out is read back by `read_yaml` as the same strings, lists and maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

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


def emit(data: Mapping[str, Value], notes: Mapping[Path, tuple[str, ...]]) -> str:
    """A map as a YAML file; the notes of a path are comments above what stands there."""
    return "\n".join(_map(data, "", (), notes)) + "\n"


def _map(
    data: Mapping[str, Value], pad: str, path: Path, notes: Mapping[Path, tuple[str, ...]]
) -> Iterator[str]:
    for key, value in data.items():
        here = (*path, key)
        yield from _comments(here, pad, notes)
        yield from _entry(f"{pad}{key}:", value, pad, here, notes)


def _entry(
    head: str, value: Value, pad: str, path: Path, notes: Mapping[Path, tuple[str, ...]]
) -> Iterator[str]:
    """A key or a dash, with its value on the line or below it."""
    flat = None if _noted(path, notes) else _flat(value)
    if isinstance(value, str) and "\n" in value:
        yield from _block(head, value, pad)
    elif isinstance(value, str) or value is None:
        yield f"{head} {_scalar(value or '')}"
    elif flat is not None and len(head) + 2 * len(flat) <= 2 * WIDTH:
        yield f"{head} {flat}"
    elif isinstance(value, dict):
        yield head
        yield from _map(value, pad + STEP, path, notes)
    else:
        yield head
        yield from _list(value, pad + STEP, path, notes)


def _list(
    items: list[Value], pad: str, path: Path, notes: Mapping[Path, tuple[str, ...]]
) -> Iterator[str]:
    for index, item in enumerate(items):
        here = (*path, index)
        yield from _comments(here, pad, notes)
        flat = None if _noted(here, notes) else _flat(item)
        if isinstance(item, dict) and (flat is None or len(pad) + 2 * len(flat) > 2 * WIDTH):
            first, *rest = _map(item, pad + STEP, here, notes)
            if first.lstrip().startswith("#"):
                yield f"{pad}-"
                yield first
            else:
                yield f"{pad}- {first[len(pad) + 2 :]}"
            yield from rest
        else:
            yield from _entry(f"{pad}-", item, pad, here, notes)


def _comments(path: Path, pad: str, notes: Mapping[Path, tuple[str, ...]]) -> Iterator[str]:
    for note in notes.get(path, ()):
        yield f"{pad}# {note}"


def _noted(path: Path, notes: Mapping[Path, tuple[str, ...]]) -> bool:
    """Whether there is a comment somewhere within: a map on a line has no room for one."""
    return any(known[: len(path)] == path and known != path for known in notes)


def _block(head: str, text: str, pad: str) -> Iterator[str]:
    """Lines of text under a |; the loader strips blanks around them."""
    yield f"{head} |-"
    for line in text.split("\n"):
        yield f"{pad}{STEP}{line}" if line else ""


def _flat(value: Value) -> str | None:
    """A value on one line; None where it is too deep for that."""
    if value is None or isinstance(value, str):
        return None if "\n" in (value or "") else _scalar(value or "", flow=True)
    inner = list(value.values()) if isinstance(value, dict) else value
    if any(isinstance(item, dict) for item in inner):
        return None
    if isinstance(value, list) and any(isinstance(item, list) for item in inner):
        return None
    parts = [flat for item in inner if (flat := _flat(item)) is not None]
    if len(parts) < len(inner):
        return None
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {part}" for k, part in zip(value, parts, strict=True)) + "}"
    return f"[{', '.join(parts)}]"


@lru_cache(maxsize=4096)  # one plan after another has the same texts
def _scalar(text: str, *, flow: bool = False) -> str:
    """A text, in quotation marks where YAML would read it otherwise."""
    plain = text and not (_MARKED.search(text) or _WORD.match(text) or _BARE_NUMBER.match(text))
    if plain and not (flow and _FLOW.search(text)):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
