"""The command line as a user meets it: what he types, what he gets. In this process, so fast."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from plangen.cli import main


@dataclass(frozen=True)
class Result:
    """How a call ended, and what it printed."""

    code: int
    out: str
    err: str


def plangen(*arguments: str, stdin: bytes = b"") -> Result:
    """Run `plangen ARGUMENTS`."""
    before = sys.argv, sys.stdin
    out, err = io.StringIO(), io.StringIO()
    sys.argv, sys.stdin = ["plangen", *arguments], io.TextIOWrapper(io.BytesIO(stdin))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as end:
        return Result(int(end.code or 0), out.getvalue(), err.getvalue())
    finally:
        sys.argv, sys.stdin = before
    raise AssertionError("main() always exits")
