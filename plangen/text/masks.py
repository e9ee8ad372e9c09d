"""Masks: what stands for a name that isn't known, or isn't to be known: XX县, 某某镇, ××局, ○○.

Digits of dates have masks of their own (`plangen/text/dates.py`): 二〇二四年 is no unknown year.
"""

from __future__ import annotations

SIGNS = frozenset("XxＸ×Ｏ○〇□■*＊_＿?？某")


def is_masked(name: str) -> bool:
    """Whether a name has a mask in it."""
    return not SIGNS.isdisjoint(name)
