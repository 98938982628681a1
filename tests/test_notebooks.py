"""Every notebook runs in a real kernel, and is kept without its output."""

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


@pytest.mark.parametrize("notebook", sorted(path.name for path in NOTEBOOKS.glob("*.ipynb")))
def test_kept_without_output(notebook: str) -> None:
    cells = nbformat.read(NOTEBOOKS / notebook, as_version=4).cells
    assert [(cell.outputs, cell.execution_count) for cell in cells if cell.cell_type == "code"] == [([], None)] * sum(
        cell.cell_type == "code" for cell in cells
    )


def outputs(notebook: str, tmp_path: Path, samples: Path) -> dict[str, Any]:
    """What each cell gives in a kernel whose folder is a copy, by the cell's id."""
    shutil.copytree(samples, tmp_path / "sample_transcripts")
    (tmp_path / "notebooks").mkdir()
    read = nbformat.read(NOTEBOOKS / notebook, as_version=4)
    NotebookClient(read, timeout=300, resources={"metadata": {"path": str(tmp_path / "notebooks")}}).execute()
    return {cell.id: cell.outputs for cell in read.cells if cell.cell_type == "code"}


def test_first_recap(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONWARNINGS")  # the kernel has some of its own
    shown = outputs("01-first-recap.ipynb", tmp_path, samples)
    (transcript,), (recap,) = shown["transcript"], shown["recap"]
    assert ">Kambiz Rostami</th>" in transcript.data["text/html"]
    assert transcript.data["text/html"].count("<tr>") > 100
    assert "srcdoc=" in recap.data["text/html"]
    assert "Kambiz Rostami" in recap.data["text/html"]
    (steps,), (word,) = shown["steps"], shown["word"]
    assert "2024-02-16 | Ines Caldeira |" in steps.text
    assert word.text == "The minutes are in minutes.docx\n"
    assert (tmp_path / "notebooks" / "minutes.docx").read_bytes().startswith(b"PK")
