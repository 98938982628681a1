"""In a real kernel, what a user can cause is told in one line."""

from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from minutes.errors import BrokenFile, MinutesError

CELLS = (
    "import minutes\nimport minutes.notebook\ntranscript = minutes.read('call.txt')",
    "minutes.read('nowhere.vtt')\nprint('it went on')",
    "minutes.read('picture.vtt')\nprint('it went on')",
    "minutes.recap(transcript, corrections='broken.toml')\nprint('it went on')",
    "done = minutes.recap(transcript, corrections='stale.toml')",
    "import warnings\nwarnings.warn('of another make')",
    "transcript",
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What stands under each cell."""
    folder = tmp_path_factory.mktemp("kernel")
    (folder / "call.txt").write_text("Amal: I'll send the list by Friday.\nOmar: Thanks.\n")
    (folder / "picture.vtt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.toml").write_text("[[drop]\n")
    (folder / "stale.toml").write_text('[[drop]]\nkind = "next step"\nwords = "nobody said this"\n')
    cells = [nbformat.v4.new_code_cell(code) for code in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONWARNINGS")  # the kernel has some of its own
        client = NotebookClient(notebook, timeout=300, allow_errors=True, resources={"metadata": {"path": str(folder)}})
        client.execute()
    return [cell.outputs for cell in notebook.cells]


@pytest.mark.parametrize(
    ("cell", "told"), [(1, "nowhere.vtt: no such file"), (2, "picture.vtt: binary data"), (3, "broken.toml, line 1: ")]
)
def test_an_error_is_one_line_and_stops_the_cell(outputs: list[Any], cell: int, told: str) -> None:
    (error,) = outputs[cell]
    (line,) = error.traceback
    assert line.startswith(told)
    assert "; " in line  # and what to do
    assert "\n" not in line


def test_a_correction_that_fits_nothing_is_one_sentence(outputs: list[Any]) -> None:
    (note,) = outputs[4]
    assert note.text == "Note: drop 1, “nobody said this”: nobody said these words\n"


def test_the_warnings_of_others_look_as_ever(outputs: list[Any]) -> None:
    (warning,) = outputs[5]
    assert ": UserWarning: of another make\n" in warning.text


def test_a_record_needs_no_call_to_be_shown(outputs: list[Any]) -> None:
    (result,) = outputs[6]
    assert ">Amal</th>" in result.data["text/html"]


def test_what_is_shown_is_what_it_says() -> None:
    error: MinutesError = BrokenFile("cut short\x1b[0m\n", file="call.vtt", place="line 3", todo="save it again")
    assert error._render_traceback_() == [str(error)] == ["call.vtt, line 3: cut short�[0m�; save it again"]
