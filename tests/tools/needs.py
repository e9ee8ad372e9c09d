"""What a test needs that pip can't install: skipped without it on a desk, a failure in CI."""

from __future__ import annotations

import os

IN_CI = os.environ.get("PLANGEN_CI") == "1"


class ToolMissingError(Exception):
    """A tool isn't on this machine; the message says which, and where it comes from."""
