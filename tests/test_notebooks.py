"""Every notebook runs in a real kernel, is kept without its output, and does what it says."""

import asyncio
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import minutes
from minutes.checking.leaks import leaks
from minutes.revising import corrections, veil

ROOT = Path(__file__).parent.parent
NOTEBOOKS, GUIDE = ROOT / "notebooks", ROOT / "docs" / "notebooks.md"
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
ALLIANCE = "2024-02-11-alliance-call.vtt"
CALL = "Amal: I'll send the list to Omar by Friday.\nOmar: Thanks.\n"


def kept(name: str) -> Any:
    return nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)


def code(name: str) -> dict[str, str]:
    """The code of each cell by its id."""
    return {cell.id: cell.source for cell in kept(name).cells if cell.cell_type == "code"}


class Run(NamedTuple):
    """A notebook that was executed, and the folder in which it was."""

    notebook: Any
    folder: Path

    def outputs(self, cell: str) -> list[Any]:
        (found,) = (one.outputs for one in self.notebook.cells if one.id == cell)
        return list(found)

    def html(self, cell: str) -> str:
        """All that a cell shows."""
        return "".join(output.data.get("text/html", "") for output in self.outputs(cell) if "data" in output)

    def text(self, cell: str) -> str:
        """All that a cell prints."""
        return "".join(output.text for output in self.outputs(cell) if output.output_type == "stream")


def execute(notebook: Any, folder: Path, *, stumbling: bool = False) -> Run:
    """Runs a notebook as it would run in this folder, on after an error where it may stumble."""
    resources = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=300, allow_errors=stumbling, resources=resources)
    asyncio.run(client.async_execute())  # in a loop of its own, which ends with it
    return Run(notebook, folder)


@pytest.fixture(scope="module", autouse=True)
def _usual_warnings() -> Iterator[None]:
    """Those who make kernels have some warnings of their own, which are no errors of ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONWARNINGS", raising=False)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A copy of the notebooks' folder beside one of the samples."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(samples, house / "sample_transcripts")
    shutil.copytree(NOTEBOOKS, house / "notebooks")
    return house / "notebooks"


CLICKS = """
cards = {card["key"]: card for card in panel.state["cards"]}
fields = {field["name"]: field["value"] for field in cards["next_step-4"]["fields"]}
panel.answer({"n": 1, "do": "keep", "key": "next_step-2"})
panel.answer({"n": 2, "do": "drop", "key": "next_step-0"})
panel.answer({"n": 3, "do": "change", "key": "next_step-4", "fields": {**fields, "owner": "Sam Whitlock"}})
print(panel.state["answer"], panel.state["wrong"])
"""
"""What a browser sends when a person accepts, rejects and edits."""


@pytest.fixture(scope="module")
def ran(folder: Path) -> Iterator[dict[str, Future[Run]]]:
    """Every notebook as it comes, with decisions made in the panel of the second; two run at a time."""
    notebooks = {name: kept(name) for name in NAMES}
    cells = notebooks["02-review-and-correct"].cells
    at = next(number for number, cell in enumerate(cells) if cell.id == "panel")
    cells.insert(at + 1, nbformat.v4.new_code_cell(CLICKS, id="clicks"))
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(execute, notebook, folder) for name, notebook in notebooks.items()}


@pytest.mark.parametrize("name", NAMES)
def test_kept_without_output(name: str) -> None:
    cells = [cell for cell in kept(name).cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in cells] == [([], None)] * len(cells)


@pytest.mark.parametrize("name", NAMES)
def test_its_own_file_stands_in_the_first_cell_with_code(name: str) -> None:
    notebook = kept(name)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    assert (first.id, first.metadata.tags) == ("parameters", ["parameters"])
    assert re.search(r"^FILES? = ", first.source)
    assert notebook.metadata.kernelspec.name == "python3"
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_names_it(name: str) -> None:
    assert f"(../notebooks/{name}.ipynb)" in GUIDE.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_its_links_lead_somewhere(name: str) -> None:
    text = "\n".join(cell.source for cell in kept(name).cells if cell.cell_type == "markdown")
    assert [link for link in re.findall(r"\]\(([^)#]+)", text) if not (NOTEBOOKS / link).exists()] == []


def test_five_minutes_to_word(ran: dict[str, Future[Run]], folder: Path) -> None:
    run = ran["01-first-recap"].result()
    assert ">Kambiz Rostami</th>" in run.html("transcript")
    assert run.html("transcript").count("<tr>") > 100
    assert "srcdoc=" in run.html("recap")
    assert "Send Ines the ten best videos" in run.html("steps")
    assert "Fri 16 Feb 2024" in run.html("steps")
    assert 'alt="Who spoke how much, as a share of the time. Ruth Adeyemi: ' in run.html("talk")
    assert 'alt="What came when. Topics: ' in run.html("timeline")
    assert run.text("word") == "The minutes are in minutes.docx\n"
    transcript = minutes.read(folder.parent / "sample_transcripts" / ALLIANCE)
    assert minutes.check(folder / "minutes.docx", transcript).stands


@pytest.fixture(scope="module")
def corrected(ran: dict[str, Future[Run]]) -> Run:
    """The second notebook, with three decisions made in its panel."""
    return ran["02-review-and-correct"].result()


def test_what_is_decided_in_the_panel_is_in_the_file_and_on_the_page(corrected: Run) -> None:
    assert corrected.text("clicks") == "3 \n"
    file, page = corrected.folder / "alliance-call.toml", corrected.folder / "alliance-call.docx"
    decided = corrections.load(file)
    assert [one.kind for one in (*decided.keep, *decided.drop, *decided.change)] == ["next step"] * 3
    assert "sticky note" in decided.drop[0].words[0]
    steps = corrected.html("steps")
    assert "sticky note" not in steps
    assert re.search("Send Ines the ten best videos.*?Sam Whitlock", steps, re.DOTALL)
    assert "<mark" in corrected.html("marked")
    assert corrected.text("word") == "The minutes are in alliance-call.docx\n"
    transcript = minutes.read(corrected.folder.parent / "sample_transcripts" / ALLIANCE)
    report = minutes.check(page, transcript, corrections=file)
    assert report.stands
    told = f"{report.traced} lines lead back to the transcript, {len(report.by_hand)} are by hand, 0 do not stand.\n"
    assert corrected.text("proof") == told
    assert report.by_hand


def test_the_panel_goes_on_where_it_stopped(corrected: Run) -> None:
    before = (corrected.folder / "alliance-call.toml").read_bytes()
    notebook = kept("02-review-and-correct")
    notebook.cells = notebook.cells[: next(at for at, cell in enumerate(notebook.cells) if cell.id == "page")]
    again = execute(notebook, corrected.folder)
    panel = again.html("panel")
    assert re.search(r"\b3 of \d+ looked at", panel)
    assert [word for word in ("accepted", "rejected", "changed") if word not in panel] == []
    assert again.html("steps") == corrected.html("steps")
    assert (corrected.folder / "alliance-call.toml").read_bytes() == before


def test_an_exported_page_shows_the_cards_without_a_kernel_and_asks_nobody_for_anything(corrected: Run) -> None:
    (template,) = re.findall(r"^jupyter nbconvert --to html --template (\w+) ", GUIDE.read_text("utf-8"), re.MULTILINE)
    exporter = HTMLExporter(template_name=template)  # type: ignore[no-untyped-call]
    page, _ = exporter.from_notebook_node(corrected.notebook)
    assert re.findall(r"""(?:\bsrc=|<link\b|@import|\burl\().{0,80}""", page.replace('src="data:', "")) == []
    cards = unescape(page[page.index('class="minutes-still"') :])
    assert "Find the list of the banks and put it in the drive" in cards
    assert "“I'll find it and put it in the drive tomorrow.”" in cards


def test_own_words_find_what_ours_do_not(ran: dict[str, Future[Run]], folder: Path) -> None:
    run = ran["03-your-own-words"].result()
    assert "ours.toml was written." in run.html("rules")
    assert "ours.toml: 2 cues, 6 sentences, all as they should be." in run.html("examples")
    different = run.html("difference")
    assert different.count(">new<") == 2
    assert "no longer there" not in different
    assert "challenge.too-much" in different
    assert "“Keep the screenshots, everybody, always, with the date on them.”" in different
    page = minutes.recap(minutes.read(folder.parent / "sample_transcripts" / ALLIANCE))
    assert "information overload" not in " ".join(one.text for one in page.challenges)
    assert "information overload" in part(folder / "own-words.docx", "word/document.xml")


def test_a_series_from_its_files_to_word(ran: dict[str, Future[Run]], folder: Path) -> None:
    run = ran["04-a-series"].result()
    assert run.text("season") == "2 meetings were read.\n"
    assert "Ring the mill and get a price" in run.html("steps")
    assert "The group drops the flyers." in run.html("decisions")
    assert run.html("links").count("https://example.org/co-ops/model-rules.pdf") == 1
    again = run.html("again")
    for said in (
        "Yusuf, the mill?",
        "I asked Father Keane and he said no, I&#x27;m sorry.",
        "I didn&#x27;t print them.",
    ):
        assert f"“{said}”" in again
    page = part(folder / "season.docx", "word/document.xml")
    assert "Thursday 3 October 2024" in page
    assert "Thursday 24 October 2024" in page


def test_an_edition_for_handing_round_holds_no_name(ran: dict[str, Future[Run]], folder: Path) -> None:
    run = ran["05-hand-round"].result()
    assert "veil.toml was written." in run.html("stand-ins")
    assert "round.docx shows nothing of what veil.toml hides." in run.html("leaks")
    assert "<li" in run.html("leaks")
    assert run.text("proof").endswith(" 0 do not stand.\n")
    page, key = folder / "round.docx", veil.load(folder / "veil.toml")
    assert leaks(page.read_bytes(), page.name, key).leaks == ()
    transcript = minutes.read(folder.parent / "sample_transcripts" / ALLIANCE)
    names = {word for speaker in transcript.speakers for word in speaker.split()}
    held = {name for inside in zipfile.ZipFile(page).namelist() for name in re.findall(r"\w+", part(page, inside))}
    assert names & held == set()
    assert "Member 1" in part(page, "word/document.xml")
    assert minutes.check(page, transcript, veil=folder / "veil.toml").stands


def part(page: Path, name: str) -> str:
    with zipfile.ZipFile(page) as package:
        return package.read(name).decode(errors="replace")  # the bars of the talk are pictures


BROKEN = "[[drop]\n"
BAD: tuple[tuple[str, str, dict[str, object], str], ...] = (
    ("01-first-recap", "transcript", {"FILE": "nowhere.vtt"}, "nowhere.vtt: no such file"),
    ("01-first-recap", "transcript", {"FILE": "picture.vtt"}, "picture.vtt: binary data"),
    ("01-first-recap", "recap", {"FILE": "call.txt", "DATE": "last week"}, "'last week' is no date"),
    ("02-review-and-correct", "panel", {"FILE": "nowhere.vtt"}, "nowhere.vtt: no such file"),
    ("02-review-and-correct", "panel", {"FILE": "picture.vtt"}, "picture.vtt: binary data"),
    ("02-review-and-correct", "panel", {"FILE": "call.txt", "CORRECTIONS": "broken.toml"}, "broken.toml, line 1: "),
    ("03-your-own-words", "difference", {"FILE": "nowhere.vtt"}, "nowhere.vtt: no such file"),
    ("03-your-own-words", "difference", {"FILE": "picture.vtt"}, "picture.vtt: binary data"),
    ("03-your-own-words", "examples", {"RULES": "broken.toml"}, "broken.toml, line 1: "),
    ("04-a-series", "season", {"FILES": ["nowhere.vtt", "picture.vtt"]}, "not one meeting could be read"),
    ("04-a-series", "season", {"FILES": ["nowhere.vtt", "picture.vtt"]}, "not one meeting could be read"),
    ("04-a-series", "season", {"FILES": "no folder"}, "no folder: no such file or directory"),
    ("05-hand-round", "stand-ins", {"FILE": "nowhere.vtt"}, "nowhere.vtt: no such file"),
    ("05-hand-round", "stand-ins", {"FILE": "picture.vtt"}, "picture.vtt: binary data"),
    ("05-hand-round", "stand-ins", {"FILE": "call.txt", "STAND_INS": "broken.toml"}, "broken.toml, line 1: "),
    ("05-hand-round", "edition", {"FILE": "call.txt", "STAND_INS": "empty.toml"}, "empty.toml: nobody stands in for "),
    ("05-hand-round", "edition", {"FILE": "call.txt", "CORRECTIONS": "stale.toml", "PAGE": "no/p.docx"}, "no/p.docx: "),
)
"""A notebook, the cell that fails, what a person wrote into the first box, and what is said."""


@pytest.fixture(scope="module")
def stumbled(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All of them in one kernel."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "call.txt").write_text(CALL)
    (folder / "picture.vtt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.toml").write_text(BROKEN)
    (folder / "empty.toml").write_text("[people]\n")
    (folder / "stale.toml").write_text('[[drop]]\nkind = "next step"\nwords = "nobody said this"\n')
    notebook = nbformat.v4.new_notebook()
    for number, (name, last, wrong, _) in enumerate(BAD):
        for cell, source in code(name).items():
            if cell == "parameters":
                source += "".join(f"\n{key} = {value!r}" for key, value in wrong.items())
            notebook.cells.append(nbformat.v4.new_code_cell(source, id=f"bad-{number}-{cell}"))
            if cell == last:
                break
    return execute(notebook, folder, stumbling=True)


@pytest.mark.parametrize("number", range(len(BAD)))
def test_what_a_user_can_cause_is_one_plain_sentence(stumbled: Run, number: int) -> None:
    _, cell, _, told = BAD[number]
    (error,) = (one for one in stumbled.outputs(f"bad-{number}-{cell}") if one.output_type == "error")
    (line,) = error.traceback
    assert line.startswith(told)
    assert "; " in line  # and what to do
    assert "\n" not in line


def test_a_file_of_a_series_that_cannot_be_read_is_named(stumbled: Run) -> None:
    first = next(number for number, bad in enumerate(BAD) if bad[1] == "season")
    for number in (first, first + 1):  # also when the same cell runs again
        notes = stumbled.text(f"bad-{number}-season").splitlines()
        assert [note.split(":")[1] for note in notes] == [" nowhere.vtt", " picture.vtt"]
        assert all(note.startswith("Note: ") and note.endswith("is left out.") for note in notes)


def test_a_correction_that_fits_nothing_is_a_note(stumbled: Run) -> None:
    told = stumbled.text(f"bad-{len(BAD) - 1}-edition")
    assert told == "Note: drop 1, “nobody said this”: nobody said these words\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first notebook filled in for two transcripts from the command line, as docs/notebooks.md tells it."""
    folder = tmp_path_factory.mktemp("papermill")
    (folder / "out").mkdir()
    shutil.copytree(NOTEBOOKS, folder / "notebooks")
    (told,) = re.findall(r"^papermill (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    running = []
    for name in ("stall", "garden"):
        (folder / f"{name}.vtt").write_text(CALL.replace("list", f"{name} list"))
        words = [sys.executable, "-m", "papermill", *told.replace("call", name).split(), "--no-progress-bar"]
        running.append(subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
    for process in running:
        said, _ = process.communicate(timeout=300)
        assert process.returncode == 0, said.decode()
    return folder


@pytest.mark.parametrize("name", ["stall", "garden"])
def test_papermill_fills_the_first_notebook(filled: Path, name: str) -> None:
    page, transcript = filled / "out" / f"{name}.docx", minutes.read(filled / f"{name}.vtt")
    assert minutes.check(page, transcript).stands
    assert f"{name} list" in part(page, "word/document.xml")
    done = json.loads((filled / "out" / f"{name}.ipynb").read_text("utf-8"))
    assert f"The minutes are in out/{name}.docx" in json.dumps(done["cells"])
