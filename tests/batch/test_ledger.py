"""What an earlier run left is kept, made again or left alone; a batch that comes to its end leaves pages only."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from batch.folders import folder_of
from commands import CALL, OTHER, run
from minutes import batch
from minutes.finding.rules import Rulebook
from minutes.writing import Layout

FILES = {"a.txt": CALL, "b.txt": OTHER, "c.txt": CALL, "d.txt": OTHER}
LEDGER = ".minutes-batch.jsonl"


def ledger_of(out: Path, words: Rulebook | None = None) -> batch.Ledger:
    return batch.Ledger(out, batch.settings("md", words))


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[batch.Job, ...]:
    """Four calls, and a run that was stopped after two of their pages."""
    jobs = batch.plan(folder_of(tmp_path, **FILES), tmp_path / "out", "md")
    running = batch.run(jobs, 1, ledger_of(tmp_path / "out"))
    assert [error for _, error in islice(running, 2)] == [None, None]
    running.close()
    return jobs


def names(jobs: Sequence[batch.Job]) -> list[str]:
    return [job.target.name for job in jobs]


def test_what_stands_is_kept_and_the_rest_is_made(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    before = {job.target: job.target.stat().st_mtime_ns for job in jobs[:2]}
    done = run("batch", tmp_path / "calls", "-o", tmp_path / "out", "--format", "md")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "minutes: note: 2 pages of an earlier run that was stopped are kept; 2 to go",
        f"minutes: note: 4 of 4 pages are in {tmp_path / 'out'}",
    ]
    assert {page: page.stat().st_mtime_ns for page in before} == before
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md", "b.md", "c.md", "d.md"]


def test_a_batch_that_came_to_its_end_is_made_anew(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    assert len(list(batch.run(jobs, 1, ledger_of(tmp_path / "out")))) == 4
    assert ledger_of(tmp_path / "out").standing(jobs) == batch.Standing((), (), jobs)


def test_a_page_is_made_again_where_its_transcript_or_the_rules_are_others(
    tmp_path: Path, jobs: tuple[batch.Job, ...]
) -> None:
    jobs[0].source.write_text(OTHER, "utf-8")
    assert names(ledger_of(tmp_path / "out").standing(jobs).kept) == ["b.md"]
    assert names(ledger_of(tmp_path / "out", Rulebook()).standing(jobs).kept) == []


def test_a_page_is_made_again_where_it_is_to_look_otherwise(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    for wishes in ({"style": "short"}, {"evidence": "references"}, {"parts": ("decisions",)}, {"template": b"other"}):
        ledger = batch.Ledger(tmp_path / "out", batch.settings("md", None, Layout(**wishes)))
        assert names(ledger.standing(jobs).kept) == []


def test_a_page_that_is_gone_is_made_again(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    jobs[1].target.unlink()
    assert names(ledger_of(tmp_path / "out").standing(jobs).left) == ["b.md", "c.md", "d.md"]


def test_a_page_that_somebody_changed_is_left_alone_and_told(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    jobs[0].target.write_text("as we agreed", "utf-8")
    done = run("batch", tmp_path / "calls", "-o", tmp_path / "out", "--format", "md")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "minutes: note: 1 page of an earlier run that was stopped is kept; 2 to go",
        "minutes: note: a.md was changed since it was made, and is left as it is",
        f"minutes: note: 4 of 4 pages are in {tmp_path / 'out'}",
    ]
    assert jobs[0].target.read_text("utf-8") == "as we agreed"
    again = run("batch", tmp_path / "calls", "-o", tmp_path / "out", "--format", "md")
    assert "minutes: note: a.md was changed since it was made, and is left as it is" in again.stderr.splitlines()
    assert jobs[0].target.read_text("utf-8") == "as we agreed"


def test_a_changed_page_is_still_known_after_a_second_stop(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    jobs[0].target.write_text("as we agreed", "utf-8")
    ledger = ledger_of(tmp_path / "out")
    running = batch.run(ledger.standing(jobs).left, 1, ledger)
    next(running)
    running.close()
    standing = ledger_of(tmp_path / "out").standing(jobs)
    assert [names(part) for part in standing] == [["b.md", "c.md"], ["a.md"], ["d.md"]]


@pytest.mark.parametrize(
    "torn", [b'{"source": "c.txt", "sou', b"\xff\xfe\x00", b"[]\n", b"null\n", b'{"page": 1}\n', b"\n\n"]
)
def test_a_torn_line_costs_its_page_alone(tmp_path: Path, jobs: tuple[batch.Job, ...], torn: bytes) -> None:
    with (tmp_path / "out" / LEDGER).open("ab") as file:
        file.write(torn)
    ledger = ledger_of(tmp_path / "out")
    assert names(ledger.standing(jobs).kept) == ["a.md", "b.md"]
    running = batch.run(ledger.standing(jobs).left, 1, ledger)
    next(running)  # is written after the torn line
    running.close()
    assert names(ledger_of(tmp_path / "out").standing(jobs).kept) == ["a.md", "b.md", "c.md"]


def test_a_line_with_a_number_for_a_name_is_passed_over(tmp_path: Path, jobs: tuple[batch.Job, ...]) -> None:
    ledger = tmp_path / "out" / LEDGER
    ledger.write_bytes(ledger.read_bytes().replace(b'"a.txt"', b"1"))
    assert names(ledger_of(tmp_path / "out").standing(jobs).kept) == ["b.md"]


def test_the_draft_of_a_page_that_was_never_finished_is_cleared_away(
    tmp_path: Path, jobs: tuple[batch.Job, ...]
) -> None:
    (tmp_path / "out" / ".minutes-0123456789abcdef.part").write_bytes(b"# Meet")
    assert run("batch", tmp_path / "calls", "-o", tmp_path / "out", "--format", "md").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md", "b.md", "c.md", "d.md"]


def test_a_file_that_failed_is_tried_again(tmp_path: Path) -> None:
    jobs = batch.plan(folder_of(tmp_path, **{"a.vtt": "", **FILES}), tmp_path / "out", "md")
    running = batch.run(jobs, 1, ledger_of(tmp_path / "out"))
    list(islice(running, 2))
    running.close()
    assert names(ledger_of(tmp_path / "out").standing(jobs).left) == ["a.vtt.md", "b.md", "c.md", "d.md"]


def test_where_nothing_may_be_written_one_line_says_so(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **FILES)
    (tmp_path / "out" / LEDGER).mkdir(parents=True)
    done = run("batch", folder, "-o", tmp_path / "out", "--format", "md")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"minutes: error: {tmp_path / 'out' / LEDGER}: ")
