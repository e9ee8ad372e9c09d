"""Regular expressions that are compiled when they are first used.

All parts together have hundreds, which take longer to compile than all else at the start; of one
document most are never asked, since none of its lines has what they look for.
"""

from __future__ import annotations

import re
from typing import cast

from plangen.text.programs import compiled


class _Lazy:
    """Stands for a pattern: asked for its first method it compiles, and keeps that method."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(compiled(self.pattern, self.flags), name)
        setattr(self, name, found)  # so the next call of it goes straight to the pattern
        return found


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, later: what comes back has all methods of a pattern, and isn't one."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
