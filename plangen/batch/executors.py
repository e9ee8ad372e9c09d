"""Where the work is done: in this process, in processes of this machine, on a dask cluster.

All of them are `concurrent.futures.Executor`; there is no engine of our own.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, ParamSpec, TypeVar, cast

from plangen.problem import UserError

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


def local(jobs: int) -> Executor:
    """Processes of this machine; one job needs none."""
    if jobs == 1:
        return Inline()
    # Not forked: a fork of a process with threads may hang, and Windows has none.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context)


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
