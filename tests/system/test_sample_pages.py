"""The minutes of a sample as people see them: Word drawn by LibreOffice, HTML drawn by a browser."""

import os
import subprocess
from pathlib import Path

import pytest

import minutes

pytestmark = pytest.mark.system

SHOWN = ("Alliance call", "Sunday 11 February 2024", "Next steps", "Ines Caldeira", "by Friday", "Participants")


@pytest.fixture(scope="module")
def recap(samples: Path) -> minutes.Recap:
    found = minutes.recap(minutes.read(samples / "2024-02-11-alliance-call.vtt"))
    assert isinstance(found, minutes.Recap)
    return found


def start(*command: str | Path) -> str:
    """What a program prints that keeps to its own settings."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        list(map(str, command)), env=env, capture_output=True, text=True, check=True, timeout=180
    ).stdout


def pictures(pdf: Path) -> list[bytes]:
    """The grey pixels of each page, small."""
    start("pdftoppm", "-gray", "-r", "30", pdf, pdf.with_suffix(""))
    pages = sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm"))
    return [page.read_bytes().split(b"\n", 3)[3] for page in pages]


def drawn(pdf: Path) -> None:
    """All that matters is in the text of the pages, and none of them is blank or black."""
    text = " ".join(start("pdftotext", "-layout", pdf, "-").split())
    assert [words for words in SHOWN if words not in text] == []
    for pixels in pictures(pdf):
        ink = sum(pixel < 128 for pixel in pixels) / len(pixels)
        assert 0.001 < ink < 0.5


def test_word_is_drawn_by_libreoffice(recap: minutes.Recap, tmp_path: Path) -> None:
    minutes.write(recap, tmp_path / "page.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    start("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "page.docx")
    drawn(tmp_path / "page.pdf")


def test_html_is_drawn_by_a_browser(recap: minutes.Recap, tmp_path: Path) -> None:
    minutes.write(recap, tmp_path / "page.html")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    start("chromium", *flags, f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri())
    drawn(tmp_path / "page.pdf")
