"""`plangen` and `python -m plangen`: the command line, in a process of its own."""

from __future__ import annotations

import atexit
import os
import sys

from plangen.imported import follow


def run() -> None:
    """Run the command line, then end the process at once.

    To take all apart first that it has imported and read would be a twentieth of a short call.
    What others want done at the end is done before that: whoever registers first is called last.
    """
    codes: list[int] = []
    atexit.register(_leave, codes)
    atexit.register(follow("".join(sys.argv[1:2])).keep)
    from plangen.cli import main

    try:
        main()
    except SystemExit as end:
        codes.append(end.code if isinstance(end.code, int) else 0)
        raise


def _leave(codes: list[int]) -> None:
    """End with the code that the command line gave; any other end is Python's affair."""
    if codes and not sys.stderr.closed:  # closed where nobody reads on
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(codes[0])


if __name__ == "__main__":
    run()
