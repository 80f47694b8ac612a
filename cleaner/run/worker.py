"""A worker process: it reads items from standard input, does its task on each, and answers on standard output.

A separate thread reads the input, for two reasons. The parent can always write without waiting for the worker. And the
end of the input means that the parent has ended: the worker then exits at once, even in the middle of a document.
Ctrl-C and SIGTERM reach the whole group of processes; the worker leaves them to its parent.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable
from multiprocessing import spawn
from typing import IO, Any, BinaryIO, NamedTuple

from cleaner.run.limits import TimeLimit, cpu_limit, no_core_files

_LENGTH = struct.Struct("!Q")


class Fault(NamedTuple):
    """Why an item has no answer. It says nothing about the item: the next try may succeed.

    ``is_internal`` tells bugs of the program from faults of the machine.
    """

    reason: str
    is_internal: bool = False


def send(pipe: BinaryIO, message: object) -> None:
    """Write one message: its length, then its pickle."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one message; raises ``EOFError`` if the other side is gone."""
    return pickle.loads(_exactly(pipe, *_LENGTH.unpack(_exactly(pipe, _LENGTH.size))))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = pipe.read(size - len(data))
        if not piece:
            raise EOFError
        data = data + piece if data else piece
    return data


def attempt(task: Callable[[Any], Any], item: object, max_seconds: float | None = None) -> Any:
    """The result of the task for an item, or the :class:`Fault` that prevented it.

    >>> attempt(len, "rain"), attempt(len, 7).is_internal
    (4, True)
    """
    try:
        with cpu_limit(max_seconds):
            return task(item)
    except TimeLimit:
        return Fault(f"it took more than {max_seconds:g} seconds of CPU: raise the limit, or leave it out")
    except MemoryError:
        return Fault("there was not enough memory for it")
    except OSError as error:
        return Fault(f"{error.filename or 'the system'}: {error.strerror or error}")
    except Exception as error:
        return Fault(f"internal error, please report it: {type(error).__name__}: {error}", is_internal=True)


def main() -> None:
    """Work for a parent process until it has no more items. Started by :mod:`cleaner.run.workers` alone."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    no_core_files()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    items = sys.stdin.buffer
    try:
        preparation, task, max_seconds = receive(items)
        spawn.prepare(preparation)
        work, waiting = pickle.loads(task), queue.SimpleQueue[Any]()
        gc.collect()
        gc.freeze()  # pages make much garbage: its collection should not search what is loaded by now
        threading.Thread(target=_listen, args=(items, waiting), daemon=True).start()
        send(answers, None)
        while True:
            number, item = waiting.get()
            answer = attempt(work, item, max_seconds)
            try:
                send(answers, (number, answer))
            except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as error:
                send(answers, (number, Fault(f"what came of it cannot be sent back: {error}", is_internal=True)))
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _listen(items: BinaryIO, waiting: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            waiting.put(receive(items))
    except BaseException:
        os._exit(0)
