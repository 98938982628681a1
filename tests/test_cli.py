"""The command line as people meet it: real processes, real files, exit codes and every line on standard error."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from commands import CALL, OTHER, refused, run


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "2024-02-11 call.txt"
    file.write_text(CALL, "utf-8")
    return file


# --- what it does


def test_recap_goes_to_standard_output_as_markdown(call: Path) -> None:
    done = run("recap", call)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# ")
    assert "Amal" in done.stdout
    assert "16 Feb 2024" in done.stdout


def test_recap_reads_standard_input_and_takes_date_and_title() -> None:
    done = run("recap", "-", "--format", "json", "--date", "2024-02-11", "--title", "Räte & Co", stdin=CALL.encode())
    recap = json.loads(done.stdout)
    assert (recap["title"], recap["date"], recap["next_steps"][0]["due"]) == ("Räte & Co", "2024-02-11", "2024-02-16")


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", b"# "), ("a.docx", b"PK"), ("a.html", b"<!"), ("a.json", b"{"), ("a.HTM", b"<!")]
)
def test_recap_writes_the_format_of_the_suffix(call: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    page = tmp_path / name
    done = run("recap", call, "-o", page)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert page.read_bytes().startswith(begins)


def test_the_format_is_stronger_than_the_suffix(call: Path, tmp_path: Path) -> None:
    run("recap", call, "-o", tmp_path / "page.txt", "--format", "json")
    assert json.loads((tmp_path / "page.txt").read_bytes())["schema"] == "minutes/recap/1"


def test_a_page_is_laid_out_as_is_wanted(call: Path, tmp_path: Path) -> None:
    done = run("recap", call, "--style", "short", "--evidence", "references", "--parts", "overview,next_steps")
    assert [line for line in done.stdout.splitlines() if line.startswith("#")][1:] == ["## Overview", "## Next steps"]
    assert "turn 1" in done.stdout
    assert "I'll send the list to Omar" not in done.stdout
    refused(
        run("recap", call, "-o", tmp_path / "a.docx", "--template", tmp_path / "none.docx"), "none.docx: no such file"
    )
    assert not (tmp_path / "a.docx").exists()


def test_a_page_in_the_groups_own_paper_is_made_and_proved(call: Path, tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Riverside Friends"
    ours, page = tmp_path / "ours.docx", tmp_path / "a.docx"
    document.save(str(ours))
    assert run("recap", call, "-o", page, "--template", ours, "--paper", "letter").returncode == 0
    assert Document(str(page)).sections[0].header.paragraphs[0].text == "Riverside Friends"
    assert run("check", page, call, "--template", ours).returncode == 0
    assert run("check", page, call).returncode == 3
    refused(run("recap", call, "-o", ours, "--template", ours), "this is an input, which is never changed")


def test_a_file_that_is_named_twice_is_read_once(call: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.hardlink_to(call)
    done = run("recap", call, call, other, "--format", "json")
    assert json.loads(done.stdout)["schema"] == "minutes/recap/1"
    assert done.stderr.count("was named twice and is read once") == 2


def test_several_files_are_a_series(call: Path, tmp_path: Path) -> None:
    other = tmp_path / "2024-03-01 call.txt"
    other.write_text(OTHER, "utf-8")
    series = json.loads(run("recap", call, other, "--format", "json").stdout)
    assert series["schema"] == "minutes/series/1"
    assert [recap["date"] for recap in series["recaps"]] == ["2024-02-11", "2024-03-01"]


def test_read_shows_the_transcript_and_reads_its_own_json_again(call: Path) -> None:
    shown = run("read", call, "--format", "json")
    assert [turn["speaker"] for turn in json.loads(shown.stdout)["turns"]] == ["Amal", "Omar"]
    again = run("read", "-", stdin=shown.stdout.encode())
    assert "**Amal:** I'll send the list to Omar by Friday." in again.stdout


def test_read_tells_what_it_guessed(tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_bytes(b"Jos\xe9: I'll call them.\nZo\xeb: Fine.\nJos\xe9: Good.\n")
    done = run("read", file)
    assert "José" in done.stdout
    assert done.stderr.startswith("minutes: note: ")
    assert done.returncode == 0


def test_a_chat_a_roster_and_parts_make_one_meeting(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v S0>Hello al.\n", "utf-8")
    (tmp_path / "chat.txt").write_text("00:00:02\tEve:\thttps://example.org/plan\n", "utf-8")
    (tmp_path / "roster.toml").write_text('[names]\nS0 = "Ann"\n[vocabulary]\nal = "all"\n', "utf-8")
    files: list[str | Path] = [tmp_path / "a.vtt", tmp_path / "a.vtt", "--join", "--with", tmp_path / "chat.txt"]
    done = run("read", *files, "--roster", tmp_path / "roster.toml", "--format", "json")
    turns = json.loads(done.stdout)["turns"]
    assert [(turn["speaker"], turn["start"]) for turn in turns] == [("Ann", 1), ("Eve", 2), ("Ann", 3)]
    assert turns[0]["text"] == "Hello all."
    assert "misheard word" in done.stderr
    assert "1 message of the chat was put into the call" in done.stderr
    assert run("read", *files[:2]).returncode == 2
    (tmp_path / "b.vtt").write_bytes((tmp_path / "a.vtt").read_bytes())
    assert run("recap", files[0], tmp_path / "b.vtt", "--with", tmp_path / "chat.txt").returncode == 2
    assert run("read", files[0], "--limit", "size=10").returncode == 1
    assert run("read", files[0], "--limit", "weight=10").returncode == 2


def test_formats_names_what_is_read_and_written() -> None:
    lines = run("formats").stdout.splitlines()
    assert {line.split()[0] for line in lines} == {"reads", "writes"}
    assert {line.split()[1] for line in lines if line.startswith("writes")} == {
        *("md", "docx", "html", "json"),
        *("ics", "csv", "tasks"),
    }
    assert {"vtt", "srt", "text", "json"} < {line.split()[1] for line in lines if line.startswith("reads")}


def test_version_says_the_schemas() -> None:
    assert run("--version").stdout.splitlines()[1:] == [
        "minutes/transcript/1",
        "minutes/recap/1",
        "minutes/series/1",
    ]


@pytest.mark.parametrize("command", [[], ["recap"], ["read"], ["batch"], ["formats"]])
def test_help_is_there_for_every_command(command: Sequence[str]) -> None:
    done = run(*command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: minutes")


# --- what it refuses

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.vtt": (b" \r\n\t\r\n", "empty"),
    "login.html": (b"<!DOCTYPE html><html><body><form>Please sign in</form></body></html>", "login.html"),
    "slides.pdf": (b"%PDF-1.7\n1 0 obj\n", "PDF"),
    "numbers.csv": (b"1,2,3\n4,5,6\n", "numbers.csv"),
    "silent.vtt": (b"WEBVTT\n\nNOTE nobody spoke\n", "silent.vtt"),
    "noise.bin": (bytes(range(256)) * 40, "noise.bin"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
    "archive.docx": (b"PK\x03\x04" + bytes(200), "archive.docx"),
    "cut.json": (b'{"schema": "minutes/transcript/1", "turns": [{"spea', "cut.json"),
    "other.json": (b'{"error": "not found"}', "other.json"),
    "red\x1b[31m\nname.txt": (b"", "empty"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["recap", "read"])
def test_a_bad_input_is_one_line_and_nothing_is_written(tmp_path: Path, name: str, command: str) -> None:
    data, told = BAD[name]
    (tmp_path / name).write_bytes(data)
    out: list[str | Path] = ["-o", tmp_path / "page.docx"] if command == "recap" else []
    refused(run(command, tmp_path / name, *out), told)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("command", ["recap", "read"])
def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path, command: str) -> None:
    refused(run(command, tmp_path), "folder")
    refused(run(command, tmp_path / "nowhere.vtt"), "no such file")
    refused(run(command, tmp_path / ("n" * 5000)), "name is too long")
    refused(run(command, "-"), "empty")


def as_nobody(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command run by somebody who is not root, even where the tests are."""
    code = (
        "import os, sys, minutes.cli\n"
        "if os.geteuid() == 0: os.setgroups([]), os.setgid(65534), os.setuid(65534)\n"
        "sys.exit(minutes.cli.main(sys.argv[1:]))"
    )
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True)


def test_no_permission_to_read(tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_text(CALL, "utf-8")
    file.chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):  # pytest keeps these to itself
        folder.chmod(0o755)
    refused(as_nobody("read", file), "call.txt: permission denied")


def test_no_permission_to_write(call: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    refused(as_nobody("recap", call, "-o", closed / "page.md"), "no permission to write here")
    assert list(closed.iterdir()) == []


def test_every_refused_file_of_a_series_has_its_line_and_nothing_is_written(call: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.vtt").touch()
    done = run("recap", tmp_path / "empty.vtt", call, tmp_path / "gone.srt", "-o", tmp_path / "series.md")
    refused(done, "empty.vtt: empty", "gone.srt: no such file")
    assert not (tmp_path / "series.md").exists()


def test_a_page_that_cannot_be_written_is_refused_before_the_work(call: Path, tmp_path: Path) -> None:
    refused(run("recap", call, "-o", tmp_path), "a folder, not a file")
    refused(run("recap", call, "-o", tmp_path / "gone" / "page.md"), "its folder does not exist")
    refused(run("recap", call, "-o", tmp_path / "page.xyz"), "xyz")
    refused(run("recap", call, "-o", tmp_path / "page"), "md")
    assert [path.name for path in tmp_path.iterdir()] == [call.name]


def test_an_input_is_never_changed(call: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(call)
    for out in (call, tmp_path / "link.txt"):
        refused(run("recap", call, "-o", out, "--format", "md"), "never changed")
    assert call.read_text("utf-8") == CALL


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["recap"],
        ["paint", "call.txt"],
        ["recap", "call.txt", "--format", "pdf"],
        ["recap", "call.txt", "--format", "docx"],
        ["recap", "call.txt", "--date", "11.2.2024"],
        ["recap", "call.txt", "--date", "2024-02-30"],
        ["recap", "call.txt", "--date", "20240211"],
        ["recap", "a.txt", "b.txt", "--title", "T"],
        ["recap", "-", "-"],
        ["read", "call.txt", "--format", "docx"],
        ["batch", "folder"],
        ["batch", "folder", "-o", "out", "--jobs", "0"],
        ["recap", "call.txt", "--\x1b[31mred"],
        ["recap", "call.txt", "--style", "long"],
        ["recap", "call.txt", "--parts", "decisions,steps"],
        ["recap", "call.txt", "--paper", "letter"],
        ["recap", "call.txt", "-o", "call.json", "--evidence", "references"],
        ["batch", "folder", "-o", "out", "--format", "csv", "--style", "short"],
    ],
)
def test_wrong_usage_leaves_with_2_and_one_line(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.rstrip("\n").isprintable()


def test_a_reader_that_hangs_up_is_no_trouble(call: Path) -> None:
    code = f"{sys.executable} -m minutes read '{call}' | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True)
    errors = [line for line in done.stderr.splitlines() if not line.startswith("minutes: note: ")]
    assert (done.stdout, errors) == ("0\n", [])


def test_a_full_disk_is_told(call: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "minutes", "read", str(call)], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last == "minutes: error: standard output: No space left on device; name a file with -o"


def stopped_by(trouble: str) -> subprocess.CompletedProcess[str]:
    """The command `formats` where something goes wrong in the middle."""
    code = (
        "import sys, minutes.cli as cli\n"
        f"def stop(chosen): raise {trouble}\n"
        "cli.parser.__globals__['commands'].formats = stop\n"
        "sys.exit(cli.main(['formats']))"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


def test_the_keyboard_stops_it_without_a_traceback() -> None:
    done = stopped_by("KeyboardInterrupt")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "minutes: stopped\n")


def test_a_fault_of_ours_tells_its_place_and_nothing_of_the_transcript() -> None:
    done = stopped_by("ZeroDivisionError('Amal said')")
    refused(done, "a fault of minutes itself (ZeroDivisionError in <string>, line 2); please report it")
    assert "Amal" not in done.stderr
