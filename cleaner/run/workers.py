"""Processes that work through items in order, and lose none of them.

The standard library's pool is broken as a whole by one process that dies, and cannot say which item killed it. Here
each worker has pipes of its own. What it was doing when it died is known: that item is tried again in a new process,
and after :data:`TRIES` deaths it comes out as a :class:`~cleaner.run.worker.Fault`; what was only waiting behind it
goes to another worker. Workers are new interpreters, not forks, so that a program with threads may use them; they end
with their parent, even where that is killed.
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
"""A worker may be killed for what another program did: one death proves nothing against an item."""

_AT_HAND = 2
"""Items that a worker has before it: the one it works on and the next."""

_WINDOW = 64
"""For each worker, how many items may be under way or finished behind a slow one."""

_FALSE_STARTS = 10
_START = "import sys; sys.path[:0] = {path!r}; from cleaner.run.worker import main; main()"


class NoWorkers(RuntimeError):
    """Processes cannot be started, or end before they begin."""


class Ready(NamedTuple):
    """An item that needs no work: its answer, to be given in its turn."""

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
        with suppress(BrokenPipeError, ConnectionError):  # it has died; the end of its answers says so next
            send(self.items, message)

    def end(self) -> int:
        self.process.kill()
        for pipe in (self.items, self.answers):
            with suppress(OSError):  # what it has not read
                pipe.close()
        return self.process.wait()


class Workers(Generic[T, R]):
    """``jobs`` processes that do one task; with 0, this process does it, and what kills it kills all.

    ``task`` and the items must pickle. An item that takes more than ``max_seconds`` of CPU is given up.

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
        self.close()

    def close(self) -> None:
        """End all processes."""
        while self._idle:
            self._idle.pop().end()

    def map(self, items: Iterable[T | Ready]) -> Generator[R | Fault, None, None]:
        """The answer to each item, in order; a :class:`Fault` where there is none. Reads no further than it must.

        Raises :class:`NoWorkers` where no process can be started.
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
        """A worker that has nothing to do; a new one if need be."""
        if self._idle:
            return self._idle.pop()
        try:
            return _Worker(self._setup, self._path)
        except OSError as error:
            raise NoWorkers(f"no process can be started: {error.strerror or error}") from error

    def keep(self, worker: _Worker) -> None:
        """Take back a worker that is done."""
        self._idle.append(worker)

    def note_start(self, worker: _Worker, code: int | None = None) -> None:
        """Count the workers that died before they began; too many in a row mean that none ever will."""
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
        """Keep the workers that have nothing left to do; end the others."""
        self.selector.close()
        for worker in self.staff:
            if worker.tasks or not worker.is_ready:
                worker.end()
            else:
                self.workers.keep(worker)

    def _hand_out(self) -> None:
        """Give each worker its next items, the earliest first."""
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
        """The worker with least to do; one more where all are busy and more are allowed."""
        least = min(self.staff, key=lambda worker: len(worker.tasks), default=None)
        if least is None:
            return self._hire()
        if least.tasks and len(self.staff) < self.workers.jobs:
            with suppress(NoWorkers):  # go on with those there are
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
        """Blame the item at which a worker died; hand the rest to others."""
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
    """What a worker is told first. The program's main module is loaded only where the task comes from it."""
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
