"""Regular expressions that are compiled when they are first used: see plangen.text.patterns."""

from __future__ import annotations

from plangen.text.patterns import lazy

__all__ = ["lazy"]
