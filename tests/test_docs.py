"""What the docs say is so: the code in the README runs, and every name, command and format is told of."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

import minutes
from minutes.cli.parser import parser
from minutes.model import Recap, Speaker
from minutes.reading import READERS
from minutes.writing import WRITERS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def block(text: str, language: str) -> str:
    """The first fenced block in this language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_the_first_screen_of_the_readme_is_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], accept: bool
) -> None:
    code = block(README, "python")
    (name,) = re.findall(r'read\("(.+?)"\)', code)
    (tmp_path / name).write_text(block(README, "text"), "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    told = (tmp_path / "minutes.md").read_text("utf-8")
    shown = block(README, "markdown")
    if accept:
        (ROOT / "README.md").write_text(README.replace(f"```markdown\n{shown}", f"```markdown\n{told}"), "utf-8")
    assert shown == told
    assert capsys.readouterr().out == ""


def test_the_code_of_the_reference_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meeting.txt").write_text(block(README, "text"), "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(block(REFERENCE, "python"), {})
    assert (tmp_path / "minutes.docx").exists()


def test_every_public_name_is_there_and_told_of() -> None:
    assert all(callable(getattr(minutes, name)) for name in minutes.__all__)
    assert dir(minutes) == sorted([*minutes.__all__, "__version__"])
    with pytest.raises(AttributeError, match="module 'minutes' has no attribute 'guess'"):
        _ = minutes.guess  # type: ignore[attr-defined]
    assert [name for name in minutes.__all__ if f"`minutes.{name}" not in REFERENCE] == []


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command by its name."""
    actions = parser()._actions
    (found,) = (action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return dict(found)


@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_told_of(command: str) -> None:
    (line,) = re.findall(rf"^\| `minutes {command}\b.*$", REFERENCE, re.MULTILINE)
    options = [option for action in commands()[command]._actions for option in action.option_strings]
    assert [option for option in options if option not in ("-h", "--help", "--out") and option not in line] == []


def test_no_command_is_told_of_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `minutes ([a-z]+)\b", REFERENCE, re.MULTILINE)) == set(commands())


def test_every_format_is_told_of() -> None:
    formats = REFERENCE[REFERENCE.index("## Formats") : REFERENCE.index("## Transcript JSON")]
    assert [reader.name for reader in READERS if f"`{reader.name}`" not in formats] == []
    assert [writer.name for writer in WRITERS if f"`{writer.name}`" not in formats] == []


def test_the_page_of_formats_is_fresh() -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "formats.py"), "--print"], capture_output=True, check=True
    ).stdout.decode()
    assert (ROOT / "docs" / "formats.md").read_text("utf-8") == made


def test_every_field_of_a_recap_is_told_of() -> None:
    fields = [field.alias or name for name, field in Recap.model_fields.items()]
    parts = REFERENCE[REFERENCE.index("## Recap JSON") : REFERENCE.index("## Series JSON")]
    assert [name for name in [*fields, *Speaker.model_fields] if f"`{name}`" not in parts] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_docs_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_target_that_the_docs_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        name for page in PAGES for name in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert {"recap", "test", "test-system"} <= named <= targets
