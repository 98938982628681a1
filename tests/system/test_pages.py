"""The pages in the programs that people open them with: a word processor and a browser."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from minutes.model import Recap, Series
from minutes.writing import write
from writing.filled import NASTY, filled

pytestmark = pytest.mark.system

RICH = Path(__file__).parent.parent / "writing" / "made" / "rich.json"
HOSTILE = " ".join((*NASTY, "<script>document.title = 'it ran'; console.error('it ran')</script>"))


@pytest.fixture(scope="module")
def rich() -> Recap:
    return Recap.model_validate_json(RICH.read_bytes())


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """What a program says; one that is missing or fails, fails the test."""
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)


def in_office(recap: Recap | Series, folder: Path, **wishes: Any) -> str:
    """The text of the pages that LibreOffice makes of the Word file."""
    write(recap, folder / "page.docx", **wishes)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "page.docx")
    return printed(folder)


def printed(folder: Path) -> str:
    return " ".join(run("pdftotext", "-layout", folder / "page.pdf", "-").stdout.split())


def in_browser(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The page as Chromium has it once it is loaded, and what its console says."""
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    return run("chromium", *quiet, profile, *options, page.as_uri())


def as_html(recap: Recap, folder: Path) -> Path:
    write(recap, folder / "page.html")
    return folder / "page.html"


def console(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_a_word_processor_shows_the_page(rich: Recap, tmp_path: Path) -> None:
    text = in_office(rich, tmp_path)
    assert rich.title in text
    assert "Send the press list to Salman." in text
    assert "“Don't look away. Be #human first.”" in text
    assert "Page 1 of 4" in text
    assert "Page 4 of 4" in text


def test_a_word_processor_shows_a_series_and_an_empty_recap(rich: Recap, tmp_path: Path) -> None:
    assert "No next steps were found." in in_office(Recap(title="Quiet call"), tmp_path)
    text = in_office(Series(recaps=(rich, rich)), tmp_path)
    assert "2.1 Overview" in text
    assert "2.3 To settle" in text


def test_a_word_processor_shows_the_page_in_the_groups_own_paper(rich: Recap, tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Riverside Friends, 12 Mill Lane"
    document.save(str(tmp_path / "ours.docx"))
    text = in_office(rich, tmp_path, template=tmp_path / "ours.docx", paper="letter")
    assert text.count("Riverside Friends, 12 Mill Lane") >= 4
    assert "Send the press list to Salman." in text
    assert "612 x 792 pts (letter)" in run("pdfinfo", tmp_path / "page.pdf").stdout


def test_a_short_page_fits_on_one(rich: Recap, tmp_path: Path) -> None:
    assert "Page 1 of 1" in in_office(rich, tmp_path, style="short")


def test_a_word_processor_shows_hostile_words_as_words(tmp_path: Path) -> None:
    text = in_office(filled(HOSTILE, "javascript:alert(1)"), tmp_path)
    assert "<script>alert(1)</script>" in text
    assert "=cmd|' /C calc'!A0" in text


def test_a_browser_shows_the_page_and_has_no_complaint(rich: Recap, tmp_path: Path) -> None:
    done = in_browser(as_html(rich, tmp_path), "--dump-dom")
    assert rich.title in done.stdout
    assert "Send the press list to Salman." in done.stdout
    assert console(done) == []


def test_a_complaint_would_be_heard(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<script>console.error('it ran')</script>")
    assert len(console(in_browser(page, "--dump-dom"))) == 1


def test_nothing_said_runs_in_a_browser(tmp_path: Path) -> None:
    done = in_browser(as_html(filled(HOSTILE, "javascript:alert(1)"), tmp_path), "--dump-dom")
    assert "&lt;script&gt;document.title = 'it ran'" in done.stdout
    assert "<title>it ran</title>" not in done.stdout
    assert console(done) == []


@pytest.mark.parametrize(("paper", "size"), [("letter", "612 x 792"), (None, "594.96 x 841.92")])
def test_the_web_page_is_printed_on_its_paper(rich: Recap, tmp_path: Path, paper: str | None, size: str) -> None:
    write(rich, tmp_path / "page.html", paper=paper)
    in_browser(tmp_path / "page.html", f"--print-to-pdf={tmp_path / 'page.pdf'}", "--no-pdf-header-footer")
    assert size in run("pdfinfo", tmp_path / "page.pdf").stdout


def test_the_web_page_prints(rich: Recap, tmp_path: Path) -> None:
    in_browser(as_html(rich, tmp_path), f"--print-to-pdf={tmp_path / 'page.pdf'}", "--no-pdf-header-footer")
    text = printed(tmp_path)
    assert rich.title in text
    assert "Send the press list to Salman." in text
    assert "Skip to the minutes" not in text
