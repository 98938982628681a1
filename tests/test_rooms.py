"""The ladder of the house: who may import whom, and where the heavy guests may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "minutes"

LADDER = [
    ["errors"],
    ["model"],
    ["likeness", "inflection"],
    ["matters"],
    ["reading", "finding", "following", "revising", "writing"],
    ["checking"],
    ["drafting"],
    ["many"],
    ["the front door"],
    ["batch", "telling", "reviewing", "archiving"],
    ["cli", "notebook"],
    ["__main__"],
]
"""From the bottom up. A line may import what stands lower, and what is in its own room."""

RUNG = {room: rung for rung, rooms in enumerate(LADDER) for room in rooms}

GUESTS = {
    "spacy": ["finding/parse.py"],
    "nltk": ["finding", "likeness.py"],
    "docx": ["reading/word.py", "writing/word.py", "writing/template"],
    "icalendar": ["writing/ical.py"],
    "lxml": ["reading/word.py", "writing/template", "checking/sheets/word", "checking/sheets/html"],
    "markdown_it": ["checking/sheets/markdown"],
    "pdfminer": ["reading/pdf.py"],
    "PIL": ["writing/shares.py"],
    "IPython": ["notebook"],
    "anywidget": ["notebook/panel"],
    "matplotlib": ["notebook/figures.py"],
    "sqlite3": ["archiving"],
    "tqdm": ["cli/folders.py", "notebook/season.py"],
}
"""What is slow to load, or is not there for everybody, and its rooms."""
HEAVY = ("spacy", "nltk", "docx", "lxml", "markdown_it", "pdfminer", "icalendar", "PIL")


class Line(NamedTuple):
    """An import: where it stands, what it names, and whether it runs when the module is loaded."""

    file: Path
    number: int
    name: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(SOURCE.parent)}:{self.number} imports {self.name}"


def lines(file: Path) -> Iterator[Line]:
    """Every import of a file, `from a import b` as a.b; those for the type checker alone do not count."""
    yield from _lines(file, ast.parse(file.read_text("utf-8")), at_once=True)


def _lines(file: Path, node: ast.AST, at_once: bool) -> Iterator[Line]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case ast.Import(names=names):
                yield from (Line(file, child.lineno, name.name, at_once) for name in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield from (Line(file, child.lineno, f"{module}.{name.name}", at_once) for name in names)
            case ast.ImportFrom():
                yield Line(file, child.lineno, "a relative path", at_once)
        yield from _lines(file, child, at_once and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))


ALL = [line for file in sorted(SOURCE.rglob("*.py")) for line in lines(file)]


def room_of(file: Path) -> str:
    """`reading` for reading/vtt.py, `cli` for cli.py."""
    first = file.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "the front door" if first == "__init__" else first


def room_named(name: str) -> str:
    """`reading` for minutes.reading.vtt.READER; `the front door` for minutes and minutes.read."""
    parts = name.split(".")
    inside = len(parts) > 1 and ((SOURCE / f"{parts[1]}.py").exists() or (SOURCE / parts[1] / "__init__.py").exists())
    # minutes.reading is the room, minutes.read what the front door shows
    return parts[1] if inside and parts[1] in RUNG else "the front door"


def climbing(found: list[Line]) -> list[str]:
    """The lines that import from their own height or from above, in words."""
    return [
        str(line)
        for line in found
        if line.name.split(".")[0] == "minutes"
        and (here := room_of(line.file)) != (there := room_named(line.name))
        and RUNG[there] >= RUNG[here]
    ]


def test_every_room_stands_on_the_ladder() -> None:
    assert {room_of(file) for file in SOURCE.rglob("*.py")} <= set(RUNG)


def test_no_line_climbs() -> None:
    assert climbing(ALL) == []


def test_no_import_is_relative() -> None:
    assert [str(line) for line in ALL if line.name == "a relative path"] == []


def test_a_climbing_line_would_be_named(tmp_path: Path) -> None:
    code = "from minutes.finding import recap\nimport minutes.errors\ndef late():\n    import minutes\n"
    (tmp_path / "vtt.py").write_text(code)
    file = SOURCE / "reading" / "vtt.py"
    found = [line._replace(file=file) for line in lines(tmp_path / "vtt.py")]
    assert climbing(found) == [
        "minutes/reading/vtt.py:1 imports minutes.finding.recap",
        "minutes/reading/vtt.py:4 imports minutes",
    ]


@pytest.mark.parametrize("guest", GUESTS)
def test_a_guest_stays_in_its_rooms(guest: str) -> None:
    inside = tuple(str(SOURCE / room) for room in GUESTS[guest])
    visits = [line for line in ALL if line.name.split(".")[0] == guest]
    assert [str(line) for line in visits if not str(line.file).startswith(inside)] == []


def test_the_heavy_guests_come_only_when_called() -> None:
    assert [str(line) for line in ALL if line.at_once and line.name.split(".")[0] in HEAVY] == []


HIDDEN = """
import sys
class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {hidden}:
            raise ImportError(f"{{name}} is hidden")
sys.meta_path.insert(0, Hide())
"""


def without(guests: tuple[str, ...], code: str) -> str:
    """What a fresh Python prints in which these guests cannot be imported."""
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN.format(hidden=guests) + code], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_import_and_help_need_no_guest() -> None:
    hidden = (*HEAVY, "IPython")
    assert without(hidden, "import minutes; print(minutes.__name__)") == "minutes\n"
    assert without(hidden, "import minutes.cli; minutes.cli.main(['--help'])").startswith("usage: minutes")
    assert "vtt" in without(hidden, "import minutes.cli; minutes.cli.main(['formats'])")


@pytest.mark.parametrize("sample", ["2024-02-11-alliance-call.vtt", "2024-10-03-food-coop.md"])
def test_reading_needs_no_guest(samples: Path, sample: str) -> None:
    code = f"import minutes; print(len(minutes.read({str(samples / sample)!r}).speakers))"
    assert int(without(HEAVY, code)) > 4


def test_reading_a_word_file_needs_python_docx_alone(samples: Path) -> None:
    code = f"import minutes; print(len(minutes.read({str(samples / '2024-10-24-food-coop.docx')!r}).speakers))"
    assert without(("spacy", "nltk"), code) == "5\n"


@pytest.mark.parametrize(
    ("hidden", "format"), [(HEAVY, "md"), (HEAVY, "html"), (HEAVY, "json"), (("spacy", "nltk"), "docx")]
)
def test_writing_needs_no_language(tmp_path: Path, hidden: tuple[str, ...], format: str) -> None:
    page = tmp_path / f"page.{format}"
    without(hidden, f"import minutes; minutes.write(minutes.Recap(title='Call'), {str(page)!r})")
    assert page.stat().st_size > 100
