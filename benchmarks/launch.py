"""Start a command, wait for it, and print what it took: `python launch.py COMMAND…`, as JSON.

A process of its own, and a small one: Linux counts to the peak of a new process the memory of
the one that started it.
"""

from __future__ import annotations

import json
import os
import sys
from time import perf_counter

MB = 1024  # ru_maxrss is in KB


def main() -> None:
    """What the command prints is thrown away; its exit code is ours."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = perf_counter()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    wall = perf_counter() - start
    took = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / MB}
    print(json.dumps(took))
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
