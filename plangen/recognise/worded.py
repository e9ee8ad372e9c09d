"""How a document words what others word otherwise; the first that is seen is the plan's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from plangen.model.plan import Wording


@dataclass
class Worded:
    """The wordings seen, by the key that `Wording` has for them."""

    seen: dict[str, str] = field(default_factory=dict)

    def say(self, key: str, value: str | None) -> None:
        """Note a wording, unless there is one already; None says nothing."""
        if value is not None:
            self.seen.setdefault(key, value)

    def wording(self) -> Wording:
        """The wording of the plan: the default where nothing was seen."""
        return Wording(**cast("dict[str, Any]", self.seen))
