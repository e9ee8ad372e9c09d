"""`python -m plangen` is `plangen`."""

from __future__ import annotations

from plangen.cli import main

if __name__ == "__main__":
    main()
