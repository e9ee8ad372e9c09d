"""Go through a batch: what is done is passed over, the rest is given out in chunks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from plangen.batch.journal import Journal
from plangen.batch.task import Job, Result, identity, open_batch, produce
from plangen.problem import UserError

CHUNK = 4  # townships: little is lost with a process
AHEAD = 2  # chunks waiting for each process; more would only fill the memory
MOST_LOSSES = 3  # times that one chunk may bring its process down
Name = tuple[int, str, str]


@dataclass
class Progress:
    """How far a batch is: of `total`, how many were done before and now, and their results."""

    total: int = 0
    before: int = 0
    results: list[Result] = field(default_factory=list)

    @property
    def now(self) -> int:
        return len(self.results) - self.before


Tell = Callable[[Progress], None]


@dataclass
class Runner:
    """A batch on its way. `executor` makes one anew: where a process dies, it takes its own along.

    `tell` is called at the start and after each chunk.
    """

    job: Job
    executor: Callable[[], Executor]
    jobs: int
    tell: Tell
    progress: Progress = field(default_factory=Progress)
    left: list[Name] = field(default_factory=list)
    losses: Counter[Name] = field(default_factory=Counter)

    def run(self, year: int | None = None) -> Progress:
        """Every township of the roadmap, or of one year of it."""
        batch = open_batch(self.job)
        self.journal = Journal(Path(self.job.out))
        self.journal.sweep()
        for place in batch.places(year):
            self.progress.total += 1
            if done := self.journal.done(batch.key(place)):
                self.progress.results.append(done)
            else:
                self.left.append(identity(place))
        self.progress.before = len(self.progress.results)
        self.tell(self.progress)
        while self.left:
            self._round()
        return self.progress

    def _round(self) -> None:
        """One executor's life: to the end, or until it breaks."""
        chunks = _chunks(self.left)
        pool = self.executor()
        waiting: dict[Future[list[Result]], list[Name]] = {}
        try:
            while True:
                for chunk in islice(chunks, self.jobs * AHEAD - len(waiting)):
                    waiting[pool.submit(produce, self.job, chunk)] = chunk
                if not waiting:
                    return
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    self._take(future.result())
                    del waiting[future]
                self.tell(self.progress)
        except BrokenExecutor as error:
            self._lost([name for chunk in waiting.values() for name in chunk], error)
        finally:
            for future in waiting:  # not shutdown(cancel_futures=…), which dask doesn't know
                future.cancel()
            pool.shutdown(wait=True)

    def _take(self, results: list[Result]) -> None:
        done = set()
        for result in results:
            self.journal.add(result)
            self.progress.results.append(result)
            done.add((result.year, result.track, result.township))
        self.left = [name for name in self.left if name not in done]

    def _lost(self, names: list[Name], error: BrokenExecutor) -> None:
        """Count what was being done when a process died; stop where it is always the same."""
        self.losses.update(names)
        often = [name for name in names if self.losses[name] > MOST_LOSSES]
        if often:
            said = f"处理“{often[0][2]}”等乡镇时，工作进程一再中断（可能内存不足），已停下"
            raise UserError(said) from error


def _chunks(names: list[Name]) -> Iterator[list[Name]]:
    for at in range(0, len(names), CHUNK):
        yield names[at : at + CHUNK]
