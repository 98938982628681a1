"""Check, learn and veil as people meet them: real files, exit codes, and what they read."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

import minutes
from commands import refused
from minutes.cli import main

TALK = """Ruth: Welcome, all of you. Amal, are you well?
Amal: I'm Amal Haddad, I'm a nurse from Leeds. I'll send the list to Omar by Friday.
Omar: Thanks, Amal. Who can book the hall?
Ruth: I can, I'll book the hall tomorrow.
Omar: Is anybody against the hall? Then it's agreed, we'll meet in the hall.
"""
FORMATS = ("md", "docx", "html", "json")


class Run(Protocol):
    """The command, in this process."""

    def __call__(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def started(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        code = main([str(one) for one in arguments])
        told = capfd.readouterr()
        return subprocess.CompletedProcess(arguments, code, told.out, told.err)

    return started


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "2024-02-11 call.txt"
    file.write_text(TALK, "utf-8")
    return file


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    file = tmp_path / "call.toml"
    file.write_text('[[change]]\nkind = "next step"\nwords = "I\'ll book the hall tomorrow"\nowner = "Omar"\n', "utf-8")
    return file


def page(run: Run, call: Path, format: str, *more: str | Path, told: str = "") -> Path:
    """The page of a call, written beside it; `told` is what stands on standard error."""
    target = call.with_name(f"page.{format}")
    done = run("recap", call, "-o", target, *more)
    assert (done.returncode, done.stderr) == (0, told)
    return target


@pytest.mark.parametrize("format", FORMATS)
def test_check_counts_the_lines_of_a_page_that_stands(run: Run, call: Path, format: str) -> None:
    done = run("check", page(run, call, format), call)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" lines traced to the transcript. Traced is not true: only a reader can tell that.\n")


def test_check_tells_each_line_that_does_not_stand(run: Run, call: Path) -> None:
    file = page(run, call, "md")
    file.write_text(file.read_text("utf-8").replace("| Ruth |", "| Omar |", 1), "utf-8")
    done = run("check", file, call)
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("minutes: error: page.md, Next steps, row 2: Who: “Omar” stands on the page")
    assert ", 1 that do not stand" in done.stdout


def test_check_needs_to_know_what_a_page_was_made_with(run: Run, call: Path) -> None:
    file = page(run, call, "md", "--title", "Our call", "--date", "2024-02-18")
    assert run("check", file, call).returncode == 3
    assert run("check", file, call, "--title", "Our call", "--date", "2024-02-18").returncode == 0


def test_check_takes_the_day_from_the_page_where_nothing_else_tells_it(run: Run, tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(TALK, "utf-8")
    assert run("check", page(run, call, "docx", "--date", "2024-02-11"), call).returncode == 0


def test_check_counts_what_is_by_hand(run: Run, call: Path, corrected: Path) -> None:
    file = page(run, call, "docx", "--corrections", corrected)
    assert run("check", file, call).returncode == 3
    done = run("check", file, call, "--corrections", corrected)
    assert done.returncode == 0
    assert "minutes: note: page.docx, Next steps, row 2: by hand\n" in done.stderr
    assert " by hand. Traced is not true" in done.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "page.md: "),
        (b"PK\x03\x04 no zip", "page.md: "),
        (b"\x00\x01\x02", "page.md: "),
    ],
)
def test_check_refuses_what_is_no_page(run: Run, call: Path, content: bytes, told: str) -> None:
    file = call.with_name("page.md")
    file.write_bytes(content)
    refused(run("check", file, call), told)


@pytest.mark.parametrize("format", ["ics", "csv", "tasks.md"])
def test_check_refuses_next_steps_alone(run: Run, call: Path, format: str) -> None:
    refused(run("check", page(run, call, format), call), f"page.{format}: no page of minutes; give the page first")


@pytest.mark.parametrize("format", ["ics", "csv", "tasks"])
def test_next_steps_alone_go_to_standard_output(run: Run, call: Path, format: str) -> None:
    done = run("recap", call, "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Send the list to Omar" in done.stdout


def test_check_refuses_a_page_that_is_not_there(run: Run, call: Path) -> None:
    refused(run("check", call.with_name("none.md"), call), "none.md: no such file")


def test_a_correction_that_fits_nothing_is_told(run: Run, call: Path, corrected: Path) -> None:
    corrected.write_text('[[drop]]\nwords = "buy a boat"\n', "utf-8")
    done = run("recap", call, "--corrections", corrected)
    assert done.returncode == 0
    assert done.stderr == "minutes: note: call.toml: drop 1, “buy a boat”: nobody said these words\n"
    assert "Draft." in done.stdout


def test_a_mistake_in_the_corrections_is_told_and_nothing_is_written(run: Run, call: Path, corrected: Path) -> None:
    corrected.write_text('[[change]]\nwords = "the hall"\nowners = "Omar"\n', "utf-8")
    done = run("recap", call, "--corrections", corrected, "-o", call.with_name("page.md"))
    refused(done, "call.toml, line 3")
    assert not call.with_name("page.md").exists()


def test_learn_reads_back_what_was_changed(run: Run, call: Path) -> None:
    file = page(run, call, "md")
    file.write_text(file.read_text("utf-8").replace("| Ruth |", "| Omar |", 1), "utf-8")
    learnt = call.with_name("learnt.toml")
    done = run("learn", file, call, "-o", learnt)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "minutes: note: read back: 1 change.\n")
    assert 'owner = "Omar"' in learnt.read_text("utf-8")
    assert run("check", file, call, "--corrections", learnt).returncode == 0
    again = page(run, call, "docx", "--corrections", learnt)
    assert run("check", again, call, "--corrections", learnt).returncode == 0


def test_learn_keeps_what_was_corrected_before(run: Run, call: Path, corrected: Path) -> None:
    corrected.write_text('[names]\n"Omar" = "Omar Daher"\n\n[meeting]\ntitle = "Our call"\n', "utf-8")
    file = page(run, call, "docx", "--corrections", corrected)
    done = run("learn", file, call, "--corrections", corrected)
    assert (done.returncode, done.stderr) == (0, "minutes: note: read back: 1 name, the head or the overview.\n")
    assert '"Omar" = "Omar Daher"' in done.stdout
    assert 'title = "Our call"' in done.stdout


def test_an_input_of_learn_is_never_replaced(run: Run, call: Path) -> None:
    file = page(run, call, "docx")
    before = file.read_bytes()
    refused(run("learn", file, call, "-o", file), "this is an input, which is never changed")
    assert file.read_bytes() == before


def test_adopted_minutes_say_so_and_carry_the_hash(run: Run, call: Path, corrected: Path) -> None:
    corrected.write_text("[meeting]\nadopted = 2024-03-01\n", "utf-8")
    text = page(run, call, "md", "--corrections", corrected).read_text("utf-8")
    assert "> Adopted on Friday 1 March 2024." in text
    assert minutes.read(call).sources[0].sha256 in text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("places", ["false", "true"])
def test_a_veiled_page_shows_no_name_and_stands(run: Run, call: Path, format: str, places: str) -> None:
    veil = call.with_name("veil.toml")
    assert run("veil", call, "-o", veil).returncode == 0
    veil.write_text(veil.read_text("utf-8").replace("places = false", f"places = {places}"), "utf-8")
    file = page(run, call, format, "--veil", veil)
    done = run("check", file, call, "--veil", veil)
    assert (done.returncode, done.stderr) == (0, "")
    looked = run("veil", "--check", file, veil)
    assert looked.returncode == 0
    assert "0 leaks found" in looked.stdout
    if format in ("md", "html", "json"):
        text = file.read_text("utf-8").lower()
        assert [name for name in ("ruth", "amal", "haddad", "omar", "leeds") if name in text] == []
        assert bool(re.search(r"turn \d|\"turn\"", text)) == (places == "true")


def test_a_leak_is_found_and_told_with_its_place(run: Run, call: Path) -> None:
    veil = call.with_name("veil.toml")
    run("veil", call, "-o", veil)
    done = run("veil", "--check", page(run, call, "docx"), veil)
    assert done.returncode == 3
    assert "minutes: error: page.docx, " in done.stderr
    assert "Amal" in done.stderr


def test_a_veil_that_leaves_somebody_out_is_refused(run: Run, call: Path) -> None:
    veil = call.with_name("veil.toml")
    veil.write_text('[people]\n"Amal" = "Member 1"\n"Ruth" = "Member 2"\n', "utf-8")
    refused(run("recap", call, "--veil", veil), 'nobody stands in for "Omar"')
    veil.write_text('keep = ["Omar"]\n\n' + veil.read_text("utf-8"), "utf-8")
    assert run("recap", call, "--veil", veil).returncode == 0


def test_what_is_off_the_record_is_left_out_and_counted(run: Run, tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(TALK + "Amal: Can we go off the record? I'll tell the paper about Zorblatt.\n", "utf-8")
    told = "minutes: note: kept out of the minutes: turn 6.\n"
    text = page(run, call, "json", told=told).read_text("utf-8")
    assert "Zorblatt" not in text
    assert json.loads(text)["withheld"]["turns"] == 1
    assert "1 turn, because somebody asked for it" in page(run, call, "md", told=told).read_text("utf-8")
    assert run("check", call.with_name("page.md"), call).returncode == 0


def test_a_stretch_is_withheld_that_is_named(run: Run, call: Path) -> None:
    file = page(run, call, "md", "--withhold", "turns 3-4", told="minutes: note: kept out of the minutes: turns 3-4.\n")
    assert "hall tomorrow" not in file.read_text("utf-8")
    assert run("check", file, call).returncode == 3
    assert run("check", file, call, "--withhold", "turns 3-4").returncode == 0
    refused(run("recap", call, "--withhold", "12:30-14:00"), "clock")
    refused(run("recap", call, "--withhold", "the middle"), "the middle")


def test_the_same_in_a_script(call: Path, corrected: Path) -> None:
    transcript = minutes.read(call)
    file = call.with_name("page.docx")
    minutes.write(minutes.recap(transcript, corrections=corrected), file)
    assert minutes.check(file, transcript, corrections=corrected).stands
    assert not minutes.check(file, transcript).stands


def test_a_correction_that_fits_nothing_is_a_warning_in_a_script(call: Path, corrected: Path) -> None:
    corrected.write_text('[[drop]]\nwords = "buy a boat"\n', "utf-8")
    with pytest.warns(UserWarning, match="nobody said these words"):
        minutes.recap(minutes.read(call), corrections=corrected)


def test_all_of_it_works_without_any_network(call: Path) -> None:
    """In a network namespace of its own where the machine allows one; under the guard of all tests anywhere."""
    empty = ["unshare", "--map-root-user", "--net"]
    try:
        alone = empty if subprocess.run([*empty, "true"], capture_output=True).returncode == 0 else []
    except FileNotFoundError:
        alone = []
    file = call.with_name("page.docx")
    for arguments in (["recap", call, "-o", file], ["check", file, call]):
        done = subprocess.run([*alone, sys.executable, "-m", "minutes", *map(str, arguments)], capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")


def test_words_that_are_kept_out_cannot_be_brought_back_by_a_correction(run: Run, call: Path, corrected: Path) -> None:
    corrected.write_text('[[add]]\nkind = "decision"\ntext = "So it is."\nwords = "book the hall tomorrow"\n', "utf-8")
    done = run("recap", call, "--corrections", corrected, "--withhold", "turn 4")
    assert "call.toml: add 1, “book the hall tomorrow”: these words are kept out of the minutes\n" in done.stderr
    assert "So it is" not in done.stdout


def test_nothing_is_learnt_from_an_edition_with_stand_ins(run: Run, call: Path) -> None:
    veil = call.with_name("veil.toml")
    run("veil", call, "-o", veil)
    refused(run("learn", page(run, call, "docx", "--veil", veil), call), "an edition with stand-ins; change the page")


def test_an_overview_that_nobody_touched_is_not_learnt_as_a_persons(run: Run, call: Path) -> None:
    learnt, file = call.with_name("learnt.toml"), page(run, call, "md")
    for old, new in (("| Ruth |", "| Omar |"), ("| Amal |", "| Omar |")):
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        more: list[str | Path] = ["--corrections", learnt] if learnt.exists() else []
        assert run("learn", file, call, "-o", learnt, *more).returncode == 0
        assert "overview" not in learnt.read_text("utf-8")
        file = page(run, call, "md", "--corrections", learnt)


@pytest.mark.parametrize("command", ["check", "learn"])
def test_a_transcript_in_place_of_the_page_is_refused(run: Run, call: Path, command: str) -> None:
    refused(run(command, call, call), "2024-02-11 call.txt: no page of minutes; give the page first")
