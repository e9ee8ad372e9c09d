"""What a call of `plangen batch` asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What the call asks for."""

    roadmap: str
    out: str
    year: int | None
    jobs: int | None
    scheduler: str | None
    plan: str | None
    townships: str | None
    template: str | None
    force: bool

    @property
    def wanted(self) -> int:
        """How many processes there may be."""
        return self.jobs or os.cpu_count() or 1

    @property
    def here(self) -> bool:
        """Whether processes of this machine will do the work."""
        return self.wanted > 1 and not self.scheduler
