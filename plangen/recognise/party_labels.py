"""The labels of marks: the plan's are the commonest, others are those of their items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plangen.model.plan import Assignment


def settled(found: Sequence[Assignment]) -> tuple[list[Assignment], str, str]:
    """Assignments without the labels that are the plan's, and these: for lead and for support.

    A label is empty where no mark has one; of labels as common the first one is the plan's.
    """
    lead = _commonest(one.lead_label for one in found)
    support = _commonest(one.support_label for one in found)
    return [_own(one, lead, support) for one in found], lead, support


def _own(one: Assignment, lead: str, support: str) -> Assignment:
    return replace(
        one,
        lead_label="" if one.lead_label == lead else one.lead_label,
        support_label="" if one.support_label == support else one.support_label,
    )


def _commonest(labels: Iterable[str]) -> str:
    return max(Counter(filter(None, labels)).items(), key=lambda item: item[1], default=("", 0))[0]
