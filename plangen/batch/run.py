"""Go through a batch: what is done is passed over, the rest is given out in chunks."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from plangen.batch.job import Result
from plangen.batch.journal import Journal, Named
from plangen.batch.opening import At, Batch
from plangen.batch.task import produce
from plangen.problem import UserError

CHUNK = 4  # townships: little is lost with a process
AHEAD = 2  # chunks waiting for each process; more would only fill the memory
MOST_LOSSES = 3  # times that one chunk may bring its process down


@dataclass
class Progress:
    """How far a batch is: of `total` townships, how many were done before and now, and failed."""

    total: int = 0
    before: int = 0
    now: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        return self.before + self.now


Tell = Callable[[Progress], None]


@dataclass
class Runner:
    """A batch on its way. `executor` makes one anew: where a process dies, it takes its own along.

    `first` is one that was made beforehand. `tell` is called at the start and after each chunk.
    """

    batch: Batch
    executor: Callable[[], Executor]
    jobs: int
    tell: Tell
    first: Executor | None = None
    progress: Progress = field(default_factory=Progress)
    places: list[At] = field(default_factory=list)
    left: deque[At] = field(default_factory=deque)
    losses: Counter[At] = field(default_factory=Counter)
    others: dict[Named, int] = field(default_factory=dict)  # of earlier runs, in a run of one year

    def __post_init__(self) -> None:
        self.journal = Journal(Path(self.batch.job.out))

    def run(self, year: int | None = None) -> None:
        """Every township of the roadmap, or of one year of it."""
        self.journal.sweep()
        self.places = self.batch.of_year(year)
        self.others = {} if year is None else self.journal.latest()
        self.progress.total = len(self.places)
        for place in self.places:
            if len(self.journal) and self.journal.done(self.batch.key(place)):
                self.progress.before += 1
            else:
                self.left.append(place)
        self.tell(self.progress)
        while self.left:
            self._round()

    def results(self) -> Iterator[Result]:
        """What is done by year, track and name, whatever order it was done in.

        In a run of one year, of the others what they were last, as far as it is there.
        """
        if not self.others:
            found = (self.journal.result(self.batch.key(one)) for one in self._sorted(self.places))
            yield from (result for result in found if result)
            return
        chosen = {*self.places}
        for place in self._sorted(self.batch.places):
            result = self.journal.result(self.batch.key(place))
            if place not in chosen:
                result = result or self.journal.at(self.others.get(self._order(place)))
                result = result if result and self.journal.is_there(result) else None
            if result:
                yield result

    def failures(self) -> Iterator[Result]:
        """Of what this run was to do, what wasn't written."""
        for place in self._sorted(self.places):
            result = self.journal.result(self.batch.key(place))
            if result and result.failed:
                yield result

    def counts(self) -> tuple[int, int]:
        """How many results there are, and of how many nothing was written."""
        if not self.others:
            return self.progress.done, self.progress.failed
        failed = [result.failed for result in self.results()]
        return len(failed), sum(failed)

    def _sorted(self, places: list[At]) -> list[At]:
        return sorted(places, key=self._order)

    def _order(self, place: At) -> Named:
        course = self.batch.course(place)
        return course.year, course.track, place[1]

    def _round(self) -> None:
        """One executor's life: to the end, or until it breaks."""
        pool, self.first = self.first or self.executor(), None
        waiting: dict[Future[list[Result]], list[At]] = {}
        try:
            while self.left or waiting:
                while self.left and len(waiting) < self.jobs * AHEAD:
                    chunk = [self.left.popleft() for _ in range(min(CHUNK, len(self.left)))]
                    waiting[self._ask(pool, chunk)] = chunk
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    self._take(future.result())
                    del waiting[future]
                self.tell(self.progress)
        except BrokenExecutor as error:
            self._lost([place for chunk in waiting.values() for place in chunk], error)
        finally:
            for future in waiting:  # not shutdown(cancel_futures=…), which dask doesn't know
                future.cancel()
            pool.shutdown(wait=True)

    def _ask(self, pool: Executor, chunk: list[At]) -> Future[list[Result]]:
        """A chunk on its way; one that can't be given out any more isn't lost."""
        asked = [self.batch.asked(place) for place in chunk]
        try:
            return pool.submit(produce, self.batch.packed, asked)
        except BrokenExecutor as error:
            self._lost(chunk, error)
            raise

    def _take(self, results: list[Result]) -> None:
        for result in results:
            self.journal.add(result)
            self.progress.now += 1
            self.progress.failed += result.failed

    def _lost(self, places: list[At], error: BrokenExecutor) -> None:
        """Count what was being done when a process died; stop where it is always the same."""
        self.left.extendleft(reversed(places))
        self.losses.update(places)
        often = [place for place in places if self.losses[place] > MOST_LOSSES]
        if often:
            said = f"处理“{often[0][1]}”等乡镇时，工作进程一再中断（可能内存不足），已停下"
            raise UserError(said) from error
