"""Jobs are handed out a few at a time, and come back in the order that was asked for."""

from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from itertools import count, islice
from typing import Any

import pytest

from minutes.errors import MinutesError
from minutes.many.spreading import outcome, spread


class AtOnce(Executor):
    """Does each job when it is handed in, and counts them."""

    def __init__(self) -> None:
        self.handed_in = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.handed_in += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Never(AtOnce):
    """Does the first job alone."""

    def __init__(self) -> None:
        super().__init__()
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.futures.append(Future() if self.futures else super().submit(fn, *args, **kwargs))
        return self.futures[-1]


class Late(AtOnce):
    """Is through with the first job when it gets the third."""

    def __init__(self) -> None:
        super().__init__()
        self.first: Future[Any] = Future()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done = super().submit(fn, *args, **kwargs)
        if self.handed_in == 3:
            self.first.set_result(None)
        return self.first if self.handed_in == 1 else done


class Broken(Executor):
    """Nobody is left."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        raise BrokenProcessPool("terminated abruptly")


@pytest.mark.parametrize("in_order", [True, False])
def test_only_so_many_are_handed_out_at_a_time(in_order: bool) -> None:
    executor = AtOnce()
    taken = spread(str, count(), executor, 4, in_order=in_order)
    for number, (job, future) in enumerate(islice(taken, 50)):
        assert (job, future.result()) == (number, str(number))
        assert executor.handed_in == number + 4


@pytest.mark.parametrize(("in_order", "at_once", "order"), [(True, 3, [0, 1, 2]), (False, 2, [1, 0, 2])])
def test_they_come_back_in_order_or_as_they_end(in_order: bool, at_once: int, order: list[int]) -> None:
    taken = spread(str, range(3), Late(), at_once, in_order=in_order)
    assert [number for number, _ in taken] == order


def test_who_stops_asking_calls_off_what_has_not_begun() -> None:
    executor = Never()
    taken = spread(str, range(9), executor, 3, in_order=True)
    next(taken)
    taken.close()
    assert [future.cancelled() for future in executor.futures] == [False, True, True]


def test_where_nobody_is_left_every_job_says_so() -> None:
    for _, future in spread(str, range(3), Broken(), 2, in_order=True):
        error = outcome(future)
        assert isinstance(error, MinutesError)
        assert error.what == "its worker was stopped before it could answer (BrokenProcessPool)"
