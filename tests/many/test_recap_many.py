"""Many files in, a recap or a reason for each, in their order, whoever does the work."""

import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import minutes
from commands import CALL, OTHER
from minutes.errors import BrokenFile, NotATranscript, NotFound
from minutes.finding import rules
from minutes.many import Made
from minutes.many.processes import Processes

OWN = """
[[cue]]
id = "challenge.papers"
act = "problem"
say = ["were zibbled"]
weight = 4
hits = ["My papers were zibbled."]
misses = ["My papers came."]
"""

HANDS: dict[str, Callable[[], Executor | None]] = {
    "our own processes": lambda: None,
    "threads": lambda: ThreadPoolExecutor(3),
    "processes": lambda: ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")),
    "processes that are made anew": lambda: Processes(2),
}


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> list[Path]:
    """Good files and bad ones."""
    tmp_path = tmp_path_factory.mktemp("calls")
    for name, text in {"a.txt": CALL, "b.vtt": "", "c.txt": OTHER}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [
        tmp_path / "c.txt",
        tmp_path / "b.vtt",
        *sorted(samples.glob("*.vtt")),
        tmp_path / "gone",
        tmp_path / "a.txt",
    ]


@pytest.fixture(scope="module")
def recaps(paths: list[Path]) -> dict[Path, minutes.Recap]:
    """What is made of the good files one by one."""
    return {path: minutes.recap(minutes.read(path)) for path in paths if path.name not in ("b.vtt", "gone")}


@pytest.mark.parametrize("hands", HANDS)
def test_whoever_does_the_work_the_recaps_are_the_same(
    paths: list[Path], recaps: dict[Path, minutes.Recap], hands: str
) -> None:
    executor = HANDS[hands]()
    try:
        found = list(minutes.recap_many(paths, executor=executor))
    finally:
        if executor:
            executor.shutdown()
    assert [made.path for made in found] == paths
    assert {path: recap for path, recap, _ in found if recap} == recaps
    errors = [(Path(made.path).name, type(made.error), made.error.file) for made in found if made.error]
    assert errors == [("b.vtt", NotATranscript, "b.vtt"), ("gone", NotFound, "gone")]


def test_a_path_may_be_a_string(paths: list[Path]) -> None:
    with ThreadPoolExecutor(1) as executor:
        ((path, recap, _),) = minutes.recap_many([str(paths[0])], executor=executor)
    assert path == str(paths[0])
    assert recap


def test_a_groups_own_rules_go_along(tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text("Amal: My papers were zibbled on Monday, as I told you.\nLena: I see.\n", "utf-8")
    words = rules.standard().plus(rules.parse(OWN, "own.toml"))
    ((_, recap, _),) = minutes.recap_many([call], words=words)
    assert recap == minutes.recap(minutes.read(call), words=words) != minutes.recap(minutes.read(call))


class Counting(ThreadPoolExecutor):
    """Counts what it was handed."""

    handed_in = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.handed_in += 1
        return super().submit(fn, *args, **kwargs)


def test_an_archive_without_end_is_taken_a_part_at_a_time(tmp_path: Path) -> None:
    drawn = 0

    def paths() -> Iterator[Path]:
        nonlocal drawn
        while True:
            drawn += 1
            yield tmp_path / f"{drawn}.vtt"

    with Counting(2) as executor:
        made = minutes.recap_many(paths(), executor=executor)
        found = [Path(one.path).name for one in islice(made, 1000)]
    assert found == [f"{number}.vtt" for number in range(1, 1001)]
    assert drawn == executor.handed_in == 1000 + 255


def test_nothing_is_begun_before_somebody_asks() -> None:
    with Counting(1) as executor:
        minutes.recap_many(["a.txt"], executor=executor)
        assert executor.handed_in == 0


def test_no_paths_are_no_recaps() -> None:
    assert list(minutes.recap_many([])) == []


def test_what_is_made_can_be_sent_from_process_to_process() -> None:
    error = BrokenFile("cut off", file="call.vtt", place="line 3", todo="save it again")
    made = Made("call.vtt", minutes.recap(minutes.read(CALL.encode())), error)
    path, recap, sent = pickle.loads(pickle.dumps(made))
    assert (path, recap) == made[:2]
    assert type(sent) is BrokenFile
    assert vars(sent) == vars(error)
