"""Plans without a fault: whatever their shape, no rule may find anything in them.

The prose is in tests/data/faultless.yaml. A plan hangs together: every clause of its catalogue
has one body, people keep their posts, phases follow one another, the notice fits its plan.
"""

from __future__ import annotations

from plangen.model import plan as m
from tests.faultless.whole import faultless_plan

__all__ = ["faultless_plan", "intended"]


def intended(plan: m.Plan) -> dict[str, str]:
    """The rules that speak up although nothing is wrong, each with the reason."""
    said = {}
    if "XX" in repr(plan):
        said["mask-left"] = "a masked plan is not yet to be issued"
    if any(use.assigned_in or not use.id for use in plan.standards):
        said["standard-unchecked"] = "what has no catalogue is said to be unchecked"
    return said
