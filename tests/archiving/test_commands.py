"""`minutes archive` and `minutes find`, every line that they say."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archiving.archives import STORE, meeting, save, spring, step
from commands import run
from minutes.cli import main

Told = tuple[int, list[str], list[str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """The exit code of a command, the lines of its answer, and those on standard error."""

    def tell(*arguments: str | Path) -> Told:
        code = main(list(map(str, arguments)))
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return tell


def test_archive_says_what_is_new(archive: Path, told: Callable[..., Told]) -> None:
    assert told("archive", archive) == (0, ["2 meetings: 2 new, 0 changed, 0 removed, 0 unchanged; 11 lines"], [])
    (archive / "spring.json").unlink()
    assert told("archive", archive) == (0, ["1 meeting: 0 new, 0 changed, 1 removed, 1 unchanged; 1 line"], [])


def test_find_shows_the_line_the_meeting_and_the_turn(archive: Path, told: Callable[..., Told]) -> None:
    assert told("find", "job board", archive) == (
        0,
        [
            "Post the vacancy on the job board",
            "    next step, done; Omar; by Fri 16 Feb 2024",
            "    Spring call, Sun 11 Feb 2024, spring.json; Omar, turn 13, 0:01:13",
            "    “I'll post the vacancy on the job board.”",
        ],
        [],
    )


def test_lines_stand_apart(archive: Path, told: Callable[..., Told]) -> None:
    assert told("find", "", archive, "--owner", "Lena", "--open")[1] == [
        "Lena proposes a stall at the market.",
        "    proposal, running; Lena Vogt",
        "    Spring call, Sun 11 Feb 2024, spring.json; Lena Vogt, turn 1",
        "",
        "Print the leaflets",
        "    next step, open; Lena Vogt",
        "    Spring call, Sun 11 Feb 2024, spring.json; Lena Vogt, turn 13, 0:01:13",
    ]


def test_options_go_together(archive: Path, told: Callable[..., Told]) -> None:
    options = ["--kind", "next_step", "--kind", "question", "--since", "2024-02-01", "--until", "2024-02-28", "--open"]
    code, lines, notes = told("find", "", archive, *options, "--format", "json", "--limit", "1")
    (hit,) = json.loads("\n".join(lines))
    assert (code, notes) == (0, ["minutes: note: 1 of 2 lines are shown; a higher --limit shows more."])
    assert (hit["text"], hit["owners"], hit["state"]) == ("Print the leaflets", ["Lena Vogt"], "open")
    assert (hit["title"], hit["date"], hit["file"]) == ("Spring call", "2024-02-11", "spring.json")
    assert (hit["evidence"]["turn"], hit["evidence"]["start"]) == (12, 73.2)


def test_where_nothing_is_found_it_is_said(archive: Path, told: Callable[..., Told]) -> None:
    note = "minutes: note: nothing was found in 2 meetings."
    assert told("find", "zebra", archive) == (0, [], [note])
    assert told("find", "zebra", archive, "--format", "json") == (0, ["[]"], [note])


@pytest.mark.parametrize("arguments", [["archive"], ["find", "job board"]])
def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, told: Callable[..., Told], arguments: list[str]) -> None:
    line = f"minutes: error: {tmp_path / 'gone'}: no such file or directory; name a folder of recaps"
    assert told(*arguments, tmp_path / "gone") == (1, [], [line])


def test_a_folder_without_minutes_says_how_to_make_some(tmp_path: Path, told: Callable[..., Told]) -> None:
    command = f"`minutes batch FOLDER -o {tmp_path} --format json`"
    how = f"minutes: note: {tmp_path}: no saved minutes here; {command} makes some"
    assert told("find", "x", tmp_path) == (0, [], [how])
    assert told("archive", tmp_path)[2] == [how]


def test_what_is_left_out_is_told(archive: Path, told: Callable[..., Told]) -> None:
    (archive / "old.json").write_text('{"schema": "minutes/recap/0"}', "utf-8")
    save(archive, again=spring())
    old = "old.json: written by another version: schema minutes/recap/0; make it again from the transcript"
    twice = "minutes: note: spring.json: the same meeting as in again.json, which is taken"
    code, lines, notes = told("archive", archive)
    assert (code, lines) == (1, ["2 meetings: 2 new, 0 changed, 0 removed, 0 unchanged; 11 lines"])
    assert notes == [twice, f"minutes: error: {old}"]
    code, lines, notes = told("find", "leaflets", archive)
    assert (code, lines[0]) == (0, "Print the leaflets")
    assert notes == [f"minutes: note: {old}", twice]


def test_of_much_that_is_left_out_find_tells_how_much(archive: Path, told: Callable[..., Told]) -> None:
    for name in ("a", "b", "c"):
        (archive / f"{name}.json").write_text("{}", "utf-8")
    save(archive, again=spring(), once_more=spring())
    assert told("find", "leaflets", archive)[2] == [
        "minutes: note: 3 files are left out, since they cannot be read as minutes;"
        f" `minutes archive {archive}` says which",
        "minutes: note: 2 meetings are there more than once, and are taken once;"
        f" `minutes archive {archive}` says which",
    ]


def test_a_broken_store_is_told(archive: Path, told: Callable[..., Told]) -> None:
    (archive / STORE).write_bytes(b"garbage" * 1000)
    note = f"minutes: note: {archive / STORE}: file is not a database; made anew from the recaps"
    assert told("archive", archive)[2] == [note]
    assert told("archive", archive)[2] == []


def test_what_was_said_cannot_steer_the_terminal(tmp_path: Path, told: Callable[..., Told]) -> None:
    nasty = step("n", "Ring\x1b[31m the\nhall \u202enow", "Om\x07ar")
    archive = save(tmp_path, a=meeting("Call\x1b]0;x\x07", next_steps=(nasty,)))
    _, lines, _ = told("find", "ring", archive)
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "options", [["--open", "--done"], ["--kind", "steps"], ["--since", "20240211"], ["--limit", "0"]]
)
def test_wrong_usage_leaves_with_2(archive: Path, options: list[str]) -> None:
    done = run("find", "x", archive, *options)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_the_same_question_has_the_same_answer(archive: Path) -> None:
    first, again = (run("find", "the", archive, "--format", "json").stdout for _ in range(2))
    assert first == again != "[]\n"


def test_two_at_once_both_answer(archive: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: run("find", "leaflets", archive), range(4)))
    assert {(one.returncode, one.stderr, one.stdout) for one in done} == {(0, "", done[0].stdout)}
    assert done[0].stdout.startswith("Print the leaflets\n")


def test_searching_needs_no_language(archive: Path) -> None:
    code = (
        "import sys\nfrom minutes.cli import main\n"
        f"main(['find', 'leaflets', {str(archive)!r}])\n"
        "print([name for name in ('spacy', 'nltk', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
