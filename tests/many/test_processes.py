"""Processes of our own: what they have from the start, and what becomes of the rest when one of them dies."""

import subprocess
import sys
from itertools import count, islice
from pathlib import Path

import pytest

from many import hands
from minutes.errors import MinutesError, NotFound
from minutes.many.processes import METHOD, by_processes, cores


@pytest.mark.parametrize("in_order", [True, False])
def test_every_job_comes_back_once_with_what_came_of_it(in_order: bool) -> None:
    found = list(by_processes(hands.double, range(20), 2, in_order=in_order))
    assert sorted(found) == [(number, 2 * number) for number in range(20)]
    assert not in_order or found == sorted(found)


@pytest.mark.parametrize("trouble", [OSError(38, "Function not implemented"), ImportError("no semaphores")])
def test_where_no_process_may_start_this_one_does_all(monkeypatch: pytest.MonkeyPatch, trouble: Exception) -> None:
    def refused(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr("minutes.many.processes.ProcessPoolExecutor", refused)
    assert list(by_processes(hands.double, range(3), 2, in_order=False)) == [(0, 0), (1, 2), (2, 4)]


def test_jobs_are_taken_as_they_are_needed() -> None:
    assert list(islice(by_processes(hands.double, count(), 2, in_order=True), 3)) == [(0, 0), (1, 2), (2, 4)]


@pytest.mark.parametrize("in_order", [True, False])
def test_a_job_that_kills_its_process_is_given_up_and_the_others_are_done(in_order: bool) -> None:
    found = dict(by_processes(hands.die_of_three, range(20), 2, in_order=in_order))
    error = found.pop(3)
    assert isinstance(error, MinutesError)
    assert str(error) == (
        "its worker was stopped before it could answer (BrokenProcessPool); "
        "try this file by itself; the machine may have too little memory"
    )
    assert found == {number: number for number in range(20) if number != 3}


def test_a_job_whose_process_dies_of_something_else_is_done_again(tmp_path: Path) -> None:
    jobs = [tmp_path / f"{number}" for number in range(3)]
    assert list(by_processes(hands.die_once, jobs, 1, in_order=True)) == [(job, job.name) for job in jobs]


def test_an_error_comes_back_as_it_was() -> None:
    ((_, error),) = by_processes(hands.refuse, ["call.vtt"], 1, in_order=True)
    assert isinstance(error, NotFound)
    assert str(error) == "call.vtt, line 3: no such file; check the path"


def test_workers_of_a_fork_server_have_the_language_model_from_the_start() -> None:
    assert list(by_processes(hands.at_hand, ["spacy"], 1, in_order=True)) == [("spacy", METHOD == "forkserver")]


def test_a_core_is_counted_once() -> None:
    code = "import os; os.sched_setaffinity(0, {0}); from minutes.many.processes import cores; print(cores())"
    if sys.platform == "linux":
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "1\n"
    assert cores() >= 1


def test_a_script_that_starts_itself_over_and_over_is_told(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import minutes\nlist(minutes.recap_many(['call.txt']))\n", "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "minutes.errors.MinutesError: the worker processes cannot be started; "
        'in a script, put what it does under `if __name__ == "__main__":`'
    )
