"""Jobs handed to an executor a few at a time, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import TypeVar

from minutes.errors import MinutesError
from minutes.many.faults import lost

J = TypeVar("J")
R = TypeVar("R")


def spread(
    work: Callable[[J], R], jobs: Iterable[J], executor: Executor, at_once: int, *, in_order: bool
) -> Generator[tuple[J, Future[R]], None, None]:
    """Each job with its future, which is done: in the order of the jobs, or in that in which they end.

    Never more than `at_once` are handed out and not yet given back. Who stops asking calls off what has not begun.
    """
    left = iter(jobs)
    waiting: dict[Future[R], J] = {}
    try:
        while True:
            for job in islice(left, at_once - len(waiting)):
                waiting[_handed(work, job, executor)] = job
            if not waiting:
                return
            done = _next(waiting, in_order)
            yield waiting.pop(done), done
    finally:
        for future in waiting:
            future.cancel()


def outcome(future: Future[R]) -> R | MinutesError:
    """What a job gave that tells its own errors, or that its worker is gone."""
    try:
        return future.result()
    except Exception as trouble:
        return lost(trouble)


def _handed(work: Callable[[J], R], job: J, executor: Executor) -> Future[R]:
    """The job under way; where nobody is left to take it, a future that says so."""
    try:
        return executor.submit(work, job)
    except BrokenExecutor as broken:
        nobody: Future[R] = Future()
        nobody.set_exception(broken)
        return nobody


def _next(waiting: Iterable[Future[R]], in_order: bool) -> Future[R]:
    """The first of them, or the first that is done, when it is done."""
    futures = list(waiting)
    if in_order:
        wait(futures[:1])
        return futures[0]
    wait(futures, return_when=FIRST_COMPLETED)
    return next(future for future in futures if future.done())
