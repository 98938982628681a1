"""A folder in, a folder out: names, bad files, one process and several."""

from pathlib import Path

import pytest
from docx import Document

from batch.folders import folder_of
from commands import CALL, OTHER, refused, run
from minutes import batch
from minutes.errors import NotFound, OutputError


@pytest.mark.parametrize(
    ("inputs", "pages"),
    [
        (["call.vtt"], ["call.docx"]),
        (["a.vtt", "b.vtt"], ["a.docx", "b.docx"]),
        (["call.srt", "call.vtt"], ["call.srt.docx", "call.vtt.docx"]),
        (["Call.srt", "call.vtt"], ["Call.srt.docx", "call.vtt.docx"]),
        (["call.srt", "call.vtt", "call.vtt.txt"], ["call.srt.docx", "call.vtt.docx", "call.vtt.txt.docx"]),
        (["call", "call.txt"], ["call.docx", "call.txt.docx"]),
        ([".hidden.vtt", "2024.02.11 call.vtt"], ["2024.02.11 call.docx"]),
    ],
)
def test_pages_are_named_after_their_transcripts(tmp_path: Path, inputs: list[str], pages: list[str]) -> None:
    folder = folder_of(tmp_path, **dict.fromkeys(inputs, CALL))
    (folder / "subfolder").mkdir()
    jobs = batch.plan(folder, tmp_path / "out", "docx")
    assert [job.target.name for job in jobs] == pages


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_text(CALL, "utf-8")
    (tmp_path / "bare").mkdir()
    for folder, told in (
        (file, "a file, not a folder"),
        (tmp_path / "gone", "no such"),
        (tmp_path / "bare", "no files"),
    ):
        with pytest.raises(NotFound, match=told):
            batch.plan(folder, tmp_path / "out", "md")
    assert not (tmp_path / "out").exists()
    with pytest.raises(OutputError, match="a file, not a folder"):
        batch.plan(tmp_path, file, "md")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_file_is_told_and_the_rest_is_done(tmp_path: Path, jobs: str) -> None:
    folder = folder_of(tmp_path, **{"a.txt": CALL, "b.vtt": "", "c.txt": OTHER, "d.txt": "%PDF-1.7"})
    done = run("batch", folder, "-o", tmp_path / "deep" / "out", "--format", "md", "--jobs", jobs)
    out = tmp_path / "deep" / "out"
    summary, done.stderr = done.stderr.split("\n", 1)
    assert summary == f"minutes: note: 2 of 4 pages are in {out}; 2 failed:"
    refused(done, "b.vtt: empty", "d.txt: a damaged or protected PDF")
    pages = sorted(out.iterdir())
    assert [page.name for page in pages] == ["a.md", "c.md"]
    assert "Amal" in pages[0].read_text("utf-8")


def test_one_process_and_two_write_the_same(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **{"a.txt": CALL, "b.txt": OTHER})
    for jobs in ("1", "2"):
        done = run("batch", folder, "-o", tmp_path / jobs, "--format", "json", "--jobs", jobs)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == f"minutes: note: 2 of 2 pages are in {tmp_path / jobs}\n"
    for name in ("a.json", "b.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_every_page_of_a_folder_is_laid_out_as_is_wanted(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **{"a.txt": CALL, "b.txt": OTHER})
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Riverside Friends"
    (tmp_path / "out").mkdir()
    ours = tmp_path / "out" / "b.docx"
    document.save(str(ours))
    before = ours.read_bytes()
    done = run("batch", folder, "-o", tmp_path / "out", "--style", "short", "--template", ours, "--jobs", "2")
    page = Document(str(tmp_path / "out" / "a.docx"))
    assert page.sections[0].header.paragraphs[0].text == "Riverside Friends"
    assert "How these minutes were made" not in [line.text for line in page.paragraphs]
    done.stderr = done.stderr.split("\n", 1)[1]
    refused(done, "b.docx: this is an input, which is never changed")
    assert ours.read_bytes() == before


def test_a_page_never_takes_the_place_of_an_input(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **{"a.md": CALL, "b.txt": OTHER})
    done = run("batch", folder, "-o", folder, "--format", "md")
    done.stderr = done.stderr.split("\n", 1)[1]
    refused(done, "a.md: this is an input, which is never changed")
    assert (folder / "a.md").read_text("utf-8") == CALL
    assert (folder / "b.md").exists()
