"""A transcript that is not English, in every form of the page."""

from pathlib import Path

import pytest
from docx import Document

import minutes
from minutes.reading import read

GERMAN = """Anna: Wir haben beschlossen, dass wir die Petition am Freitag starten und nicht später.
Bernd: Ja, ich schreibe den Entwurf und schicke ihn dann an alle, die noch nicht da sind.
"""


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_the_page_says_that_it_was_not_understood(suffix: str, tmp_path: Path) -> None:
    page = tmp_path / f"page.{suffix}"
    minutes.write(minutes.recap(read(GERMAN.encode())), page)
    text = (
        " ".join(part.text for part in Document(str(page)).paragraphs) if suffix == "docx" else page.read_text("utf-8")
    )
    assert "does not look like English" in text
    assert "No decisions were found" not in text
