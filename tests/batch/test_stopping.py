"""A batch that is stopped in the middle, by whatever: nothing is lost, nobody lives on, the next run goes on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import run

CALLS = 10
LEDGER = ".minutes-batch.jsonl"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A dozen calls, each with work for a moment."""
    folder = tmp_path_factory.mktemp("calls")
    talk = (samples / "2024-10-03-food-coop.md").read_text("utf-8")[:6000]
    for number in range(CALLS):
        (folder / f"call-{number:02}.md").write_text(talk, "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> dict[str, bytes]:
    """What a run makes that nobody stops."""
    out = tmp_path_factory.mktemp("undisturbed")
    assert run("batch", folder, "-o", out, "--jobs", "2").returncode == 0
    return contents(out)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def started(folder: Path, out: Path, jobs: int) -> subprocess.Popen[str]:
    """A batch in a session of its own, as a terminal has one, which hears Ctrl-C even where the tests do not."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # they run in the background, and so would the batch
        signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-m", "minutes", "batch", str(folder), "-o", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)


def until(true: Callable[[], bool]) -> None:
    """Waits for it; a minute is too long."""
    for _ in range(6000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def lines(out: Path) -> int:
    """Pages that stand by the ledger."""
    ledger = out / LEDGER
    return ledger.read_bytes().count(b"\n") if ledger.exists() else 0


def processes() -> dict[int, int]:
    """Each process that is alive, with its parent."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    alive = (line.split() for line in listed.splitlines())
    return {int(process): int(parent) for process, parent, state in alive if not state.startswith("Z")}


def below(top: int) -> list[int]:
    """The processes that come of this one, those farthest from it last."""
    parents, found = processes(), [top]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found[1:]


def resumed(folder: Path, out: Path, undisturbed: dict[str, bytes]) -> None:
    """The next run keeps what stands, makes the rest, and in the end nothing tells that there were two."""
    standing = {page: page.stat().st_mtime_ns for page in out.glob("*.docx")}
    kept = lines(out)
    done = run("batch", folder, "-o", out, "--jobs", "2")
    assert done.returncode == 0
    assert f"{kept} pages of an earlier run that was stopped are kept; {CALLS - kept} to go" in done.stderr
    assert sum(page.stat().st_mtime_ns == at for page, at in standing.items()) >= kept
    assert contents(out) == undisturbed


def test_a_killed_batch_goes_on_where_it_was(tmp_path: Path, folder: Path, undisturbed: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    batch = started(folder, out, 2)
    until(lambda: lines(out) >= 2)
    family = below(batch.pid)
    assert len(family) == 4  # a fork server, its two workers and what counts semaphores
    batch.kill()
    batch.communicate()
    until(lambda: processes().keys().isdisjoint(family))
    assert 2 <= lines(out) < CALLS
    resumed(folder, out, undisturbed)


@pytest.mark.parametrize(("how", "jobs"), [("ctrl-c", 1), ("ctrl-c", 2), ("told to end", 2)])
def test_a_stopped_batch_says_how_to_go_on(tmp_path: Path, folder: Path, how: str, jobs: int) -> None:
    out = tmp_path / "out"
    batch = started(folder, out, jobs)
    until(lambda: lines(out) >= 2)
    family = below(batch.pid)
    if how == "ctrl-c":
        os.killpg(batch.pid, signal.SIGINT)  # a terminal sends it to all of them
    else:
        batch.terminate()
    _, told = batch.communicate(timeout=60)
    stand = lines(out)
    assert 2 <= stand < CALLS
    assert told == f"minutes: stopped: {stand} of {CALLS} pages stand; run the same command again to go on\n"
    assert batch.returncode == 130
    until(lambda: processes().keys().isdisjoint(family))
    assert sorted(path.suffix for path in out.iterdir()) == [".docx"] * stand + [".jsonl"]


def test_ctrl_c_while_the_processes_start_is_one_line(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "out"
    batch = started(folder, out, 2)
    until(lambda: len(below(batch.pid)) > 0)
    os.killpg(batch.pid, signal.SIGINT)
    _, told = batch.communicate(timeout=60)
    assert told == f"minutes: stopped: 0 of {CALLS} pages stand; run the same command again to go on\n"
    assert batch.returncode == 130


def test_a_worker_that_is_killed_costs_no_page(tmp_path: Path, folder: Path, undisturbed: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    batch = started(folder, out, 2)
    until(lambda: lines(out) >= 2)
    os.kill(below(batch.pid)[-1], signal.SIGKILL)  # a worker: its parent is the fork server
    _, told = batch.communicate(timeout=120)
    assert told == f"minutes: note: {CALLS} of {CALLS} pages are in {out}\n"
    assert batch.returncode == 0
    assert contents(out) == undisturbed
