"""Where the work is done: in this process, in processes of this machine, on a dask cluster.

All of them are `concurrent.futures.Executor`; there is no engine of our own.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, ParamSpec, TypeVar, cast

from plangen.problem import UserError

OFTEN = 700  # new objects: Python's own number, while the command line sweeps rarely

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Inline(Executor):
    """Does the work when it is asked for, in this process."""

    def submit(
        self, work: Callable[Given, Found], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Found]:
        """The work, done."""
        future: Future[Found] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def local(jobs: int, prepare: Callable[[], object]) -> Executor:
    """Processes of this machine, at once on their way to be prepared; one job needs none."""
    if jobs == 1:
        return Inline()
    context = multiprocessing.get_context("fork" if may_fork() else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _begin, (prepare,))
    for _ in range(jobs):  # where they aren't copies, each is started by the work for it
        pool.submit(_nothing)
    return pool


def may_fork() -> bool:
    """Whether copies of this process are safe, which have at once all that it has imported.

    With threads they may hang, and macOS's own libraries have some; Windows has none. An executor
    makes all its copies before its own threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(prepare: Callable[[], object]) -> None:
    """The beginning of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whether to stop is for the process that asks
    threading.Thread(target=_follow, daemon=True).start()
    prepare()
    gc.freeze()  # what it has now it keeps
    gc.set_threshold(OFTEN)


def _follow() -> None:
    """End with the process that asks: one that was killed can't tell those that it has begun."""
    asking = multiprocessing.parent_process()
    if asking is not None:
        asking.join()
        os._exit(1)


def _nothing() -> None:
    """Work for a process that is only to begin."""


def scheduled(address: str) -> Executor:
    """An existing dask cluster (extra `dask`); lost workers' work is done again by others."""
    try:
        from distributed import Client
    except ImportError as error:
        said = "没有装 dask；运行 pip install 'plangen[dask]' 后再用 --scheduler"
        raise UserError(said) from error
    try:
        connect = cast("Callable[..., Any]", Client)  # published without types
        client = connect(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(f"连不上 dask 调度器“{address}”：{error}") from error
    return cast("Executor", client.get_executor(retries=5))
