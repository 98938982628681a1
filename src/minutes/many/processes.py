"""Processes of our own, on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Lock, Thread, current_thread, main_thread
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from minutes.errors import MinutesError
from minutes.many.spreading import outcome, spread

J = TypeVar("J")
P = ParamSpec("P")
R = TypeVar("R")

METHOD = "forkserver" if sys.platform == "linux" else "spawn"
"""How processes start. A fork server has read the rules and the language model once and for all of its workers;
where a fork may go wrong, each worker starts afresh and reads them itself."""
WHOLE = Lock()
"""Whoever holds it is not stopped before it lets go: for what must not be left half done."""

_STOPS = (signal.SIGINT, signal.SIGTERM)
_MOST = 61  # Windows waits for no more
_AHEAD = 4  # jobs a worker, so that none is idle behind a long one


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def by_processes(
    work: Callable[[J], R | MinutesError], jobs: Iterable[J], workers: int, *, in_order: bool
) -> Iterator[tuple[J, R | MinutesError]]:
    """Each job with what came of it, in the order of the jobs or in that in which they end.

    When a process dies, all that was under way dies with it, and nobody knows whose fault it was. Each such job is done
    again by itself, and given up where that fails twice. Where the machine allows no processes, this one does all.

    Raises:
        MinutesError: the processes cannot be started.
    """
    try:
        pool = Processes(workers)
    except (OSError, ImportError, NotImplementedError):  # a machine that allows none
        yield from ((job, work(job)) for job in jobs)
        return
    with pool:
        for job, future in spread(work, jobs, pool, _AHEAD * workers, in_order=in_order):
            yield job, outcome(_alone(work, job) if _broken(future) else future)


def _alone(work: Callable[[J], R], job: J) -> Future[R]:
    """The job done by a process that has no other, with a second chance."""
    for _ in range(2):
        with Processes(1) as pool:
            future = pool.submit(work, job)
            if not _broken(future):
                break
    return future


def _broken(future: Future[Any]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


class Processes(Executor):
    """An executor whose processes are made anew after one of them died, and never outlive the one that uses them."""

    def __init__(self, workers: int) -> None:
        self._workers = min(workers, _MOST)
        self._context = multiprocessing.get_context(METHOD)
        if METHOD == "forkserver":
            self._context.set_forkserver_preload(["minutes.many.warm"])
        # Nothing is ever sent: the workers see its other end close when we leave, however we leave.
        self._line, self._held = self._context.Pipe(duplex=False)
        self._pool = self._started()

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """The call under way."""
        try:
            with _undisturbed():
                return self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            self._pool = self._started()
            return self.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Lets the workers go when they are through or, not to `wait`, at once."""
        if not wait:
            self._held.close()
        self._pool.shutdown(cancel_futures=cancel_futures)
        self._held.close()
        self._line.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def _started(self) -> ProcessPoolExecutor:
        """A pool of which one process has answered."""
        pool = ProcessPoolExecutor(self._workers, self._context, initializer=_serve, initargs=(self._line,))
        with _undisturbed():
            dead = _broken(pool.submit(os.getpid))
        if dead:
            todo = 'in a script, put what it does under `if __name__ == "__main__":`'
            raise MinutesError("the worker processes cannot be started", todo=todo)
        return pool


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Who stops us, by Ctrl-C or otherwise, is heard when we are through; processes that start in here hear no Ctrl-C.

    A process complains at length when it is stopped while it starts, and when its parent leaves meanwhile.
    """
    heard: list[int] = []
    ours = current_thread() is main_thread()  # to no other are signals told
    masks = hasattr(signal, "pthread_sigmask")
    told = {one: signal.signal(one, lambda number, _: heard.append(number)) for one in _STOPS} if ours else {}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else set()
    try:
        yield
    finally:
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for one, handler in told.items():
            signal.signal(one, handler)
    for number in heard:
        signal.raise_signal(number)


def _serve(line: Connection) -> None:
    """A worker begins: it stays as long as somebody holds the other end of the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_stay, args=(line,), daemon=True).start()


def _stay(line: Connection) -> None:
    try:
        line.poll(None)
    finally:
        with WHOLE:
            os._exit(0)
