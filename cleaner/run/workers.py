"""Processes that work through items in order, and lose none of them.

In the standard library's pools, one process that dies breaks the whole pool, and nobody knows which item killed it.
Here each worker has its own pipes, so it is known what it was doing. That item is tried again in a new process, and
becomes a :class:`~cleaner.run.worker.Fault` after :data:`TRIES` deaths; items that waited behind it go to another
worker. Workers are new interpreters, not forks, so that programs with threads can use them. They end with their parent,
even if it is killed.
"""

from __future__ import annotations

import heapq
import io
import pickle
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import count
from multiprocessing import spawn
from typing import Any, Generic, NamedTuple, TypeVar

from cleaner.run.worker import Fault, attempt, receive, send

__all__ = ["Fault", "Ready", "Workers", "attempt", "in_order"]

T = TypeVar("T")
R = TypeVar("R")

TRIES = 3
"""A worker may be killed because of another program: one death proves nothing against an item."""

_AT_HAND = 2
"""Items that a worker holds: the one it works on, and the next."""

_WINDOW = 64
"""For each worker, the number of items that may be in work, or finished but waiting for a slow one."""

_FALSE_STARTS = 10
_START = "import sys; sys.path[:0] = {path!r}; from cleaner.run.worker import main; main()"


class NoWorkers(RuntimeError):
    """Processes cannot be started, or end at once."""


class Ready(NamedTuple):
    """An item that needs no work, with its answer."""

    value: Any


class _Worker:
    def __init__(self, setup: object, path: list[str]) -> None:
        command = [sys.executable, *_flags(), "-c", _START.format(path=path)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self.process.stdin and self.process.stdout
        self.items, self.answers = io.BufferedWriter(self.process.stdin), self.process.stdout
        self.is_ready = False
        self.tasks: list[int] = []
        self.send(setup)

    def send(self, message: object) -> None:
        with suppress(BrokenPipeError, ConnectionError):  # it has died, as the end of its answers will show
            send(self.items, message)

    def end(self) -> int:
        self.process.kill()
        for pipe in (self.items, self.answers):
            with suppress(OSError):  # it has not read everything
                pipe.close()
        return self.process.wait()


class Workers(Generic[T, R]):
    """``jobs`` processes that do one task; with 0, this process does it, and an item that kills it ends everything.

    ``task`` and items must be picklable. An item that takes more than ``max_seconds`` of CPU is given up.

    >>> with Workers(str.upper, 2) as workers:
    ...     list(workers.map(["rain", "hail"]))
    ['RAIN', 'HAIL']
    """

    def __init__(self, task: Callable[[T], R], jobs: int, max_seconds: float | None = None) -> None:
        self.jobs, self._task, self._max_seconds = jobs, task, max_seconds
        self._setup = _setup(task, max_seconds) if jobs else None
        self._path = [p for p in sys.path if p]
        self._idle: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Workers[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        while self._idle:
            self._idle.pop().end()

    def map(self, items: Iterable[T | Ready]) -> Generator[R | Fault, None, None]:
        """The answer to each item, in order, or a :class:`Fault`. Reads no more items than necessary.

        Raises :class:`NoWorkers` if no process can be started.
        """
        if not self.jobs:
            yield from (i.value if isinstance(i, Ready) else attempt(self._task, i, self._max_seconds) for i in items)
            return
        run = _Run(self, items)
        try:
            yield from run.answers()
        finally:
            run.close()

    def worker(self) -> _Worker:
        """An idle worker, or a new one."""
        if self._idle:
            return self._idle.pop()
        try:
            return _Worker(self._setup, self._path)
        except OSError as error:
            raise NoWorkers(f"no process can be started: {error.strerror or error}") from error

    def keep(self, worker: _Worker) -> None:
        """Take back an idle worker."""
        self._idle.append(worker)

    def note_start(self, worker: _Worker, code: int | None = None) -> None:
        """Count workers that died before they began; after too many in a row, give up."""
        self._false_starts = 0 if code is None else self._false_starts + (not worker.is_ready)
        if self._false_starts >= _FALSE_STARTS:
            raise NoWorkers(f"worker processes end as soon as they begin (exit code {code})")


class _Run:
    """One pass over a stream of items."""

    def __init__(self, workers: Workers[Any, Any], items: Iterable[Any]) -> None:
        self.workers, self.source, self.numbers = workers, iter(items), count()
        self.open: dict[int, Any] = {}
        self.again: list[int] = []
        self.done: dict[int, Any] = {}
        self.deaths: dict[int, int] = {}
        self.staff: list[_Worker] = []
        self.selector = selectors.DefaultSelector()
        self.is_exhausted = False

    def answers(self) -> Iterator[Any]:
        for number in count():
            self._hand_out()
            while number not in self.done:
                if not self.open:
                    return
                for key, _ in self.selector.select():
                    self._hear(key.data)
                self._hand_out()
            yield self.done.pop(number)

    def close(self) -> None:
        """Keep idle workers; end the others."""
        self.selector.close()
        for worker in self.staff:
            if worker.tasks or not worker.is_ready:
                worker.end()
            else:
                self.workers.keep(worker)

    def _hand_out(self) -> None:
        """Give the next items to workers, the earliest first."""
        while self._has_room() and (number := self._next()) is not None:
            worker = self._free()
            try:
                worker.send((number, self.open[number]))
                worker.tasks.append(number)
            except (pickle.PicklingError, AttributeError, TypeError, RecursionError) as error:
                self._finish(number, Fault(f"it cannot be sent to another process: {error}", is_internal=True))

    def _has_room(self) -> bool:
        return len(self.staff) < self.workers.jobs or any(len(worker.tasks) < _AT_HAND for worker in self.staff)

    def _free(self) -> _Worker:
        """The worker with the fewest items; a new one if all are busy and more are allowed."""
        least = min(self.staff, key=lambda worker: len(worker.tasks), default=None)
        if least is None:
            return self._hire()
        if least.tasks and len(self.staff) < self.workers.jobs:
            with suppress(NoWorkers):  # continue with the present ones
                return self._hire()
        return least

    def _hire(self) -> _Worker:
        worker = self.workers.worker()
        self.staff.append(worker)
        self.selector.register(worker.answers, selectors.EVENT_READ, worker)
        return worker

    def _next(self) -> int | None:
        if self.again:
            return heapq.heappop(self.again)
        if self.is_exhausted or len(self.open) + len(self.done) >= _WINDOW * self.workers.jobs:
            return None
        for item in self.source:
            number = next(self.numbers)
            if not isinstance(item, Ready):
                self.open[number] = item
                return number
            self.done[number] = item.value
            if len(self.done) >= _WINDOW * self.workers.jobs:
                return None
        self.is_exhausted = True
        return None

    def _hear(self, worker: _Worker) -> None:
        try:
            answer = receive(worker.answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            self._bury(worker)
            return
        if answer is None:
            worker.is_ready = True
            self.workers.note_start(worker)
            return
        number, value = answer
        worker.tasks.remove(number)
        self._finish(number, value)

    def _finish(self, number: int, value: Any) -> None:
        del self.open[number]
        self.done[number] = value

    def _bury(self, worker: _Worker) -> None:
        """Blame the item on which a worker died; give its other items to other workers."""
        self.selector.unregister(worker.answers)
        self.staff.remove(worker)
        code = worker.end()
        if worker.is_ready and worker.tasks:
            self._blame(worker.tasks.pop(0), code)
        for number in worker.tasks:
            heapq.heappush(self.again, number)
        self.workers.note_start(worker, code)

    def _blame(self, number: int, code: int) -> None:
        self.deaths[number] = self.deaths.get(number, 0) + 1
        is_late = hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU
        if not is_late and self.deaths[number] < TRIES:
            heapq.heappush(self.again, number)
            return
        times = "" if is_late else f" {TRIES} times"
        why = "it took too much CPU" if is_late else f"{_ending(code)}: there may be too little memory for it"
        self._finish(number, Fault(f"the process that cleaned it ended{times}: {why}"))


def in_order(task: Callable[[T], R], items: Iterable[T], jobs: int = 1) -> Iterator[R | Fault]:
    """Do a task on each item, in this process or in several; see :meth:`Workers.map`.

    >>> list(in_order(int, ["4"]))
    [4]
    """
    with Workers(task, jobs if jobs > 1 else 0) as workers:
        yield from workers.map(items)


def _setup(task: Callable[[Any], Any], max_seconds: float | None) -> tuple[dict[str, Any], bytes, float | None]:
    """The first message to a worker. It loads the program's main module only if the task comes from there."""
    try:
        data = pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ValueError(
            f"processes need stages that are defined at the top of a module ({error}): or use jobs=1"
        ) from error
    left_out = ("authkey",) if b"__main__" in data else ("authkey", "init_main")
    told = spawn.get_preparation_data("cleaner worker")
    preparation = {key: value for key, value in told.items() if not key.startswith(left_out)}
    return preparation, data, max_seconds


def _flags() -> list[str]:
    return subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined,no-any-return]


def _ending(code: int) -> str:
    """How a process ended.

    >>> _ending(-9), _ending(1)
    ('killed by SIGKILL', 'exit code 1')
    """
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"
