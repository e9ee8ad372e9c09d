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
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from plangen.problem import UserError

NEEDED = ["plangen.__main__", "plangen.batch.task"]
SAFE_PATH = "PYTHONSAFEPATH"  # of Python: the current folder is no place for modules
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
    pool = ProcessPoolExecutor(jobs, begun(), _begin, (prepare,))
    for _ in range(jobs):  # each is started by the work for it
        pool.submit(_nothing)
    return pool


def begun() -> BaseContext:
    """How processes are made, with the one begun that they will be copies of.

    It has imported what they need and read nothing: copies of this process would for ever have
    in memory what it has read. macOS's own libraries have threads, with which copies may hang;
    Windows has none. Where no socket can be made to ask for them (the name of the folder for
    temporary files is too long), each process is one by itself.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver  # not for Windows

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(NEEDED)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it and its copies have this from here
    try:
        with _path_as_here():
            forkserver.ensure_running()
    except OSError:
        return multiprocessing.get_context("spawn")
    finally:
        signal.signal(signal.SIGINT, before)
    return context


@contextmanager
def _path_as_here() -> Iterator[None]:
    """What is begun looks for modules where this process does.

    Else it looks in the current folder first, which may have another plangen/: the project's own,
    where its schemas aren't beside it.
    """
    if {"", str(Path.cwd())} & set(sys.path):
        yield
        return
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before


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
