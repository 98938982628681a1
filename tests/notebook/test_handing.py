"""The file of stand-ins is drawn up once and never changed again; what a page still shows of it is named."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

import minutes
from minutes.errors import NotFound, OutputError, RulesError
from minutes.model import Transcript
from minutes.notebook import look_through, stand_ins
from minutes.revising import veil
from writing.filled import NASTY

CALL = b"Amal Haddad: I'm Amal, I work in Leeds. I'll send the list to Omar by Friday.\nOmar Daher: Thanks, Amal."


def parsed(markup: object) -> Any:
    return parser.fromstring(f"<div>{markup}</div>")


@pytest.fixture
def transcript() -> Transcript:
    return minutes.read(CALL)


def paragraphs(markup: str) -> list[str]:
    return [one.text_content() for one in parsed(markup).iter("p")]


def lines(markup: str) -> list[str]:
    return [one.text_content() for one in parsed(markup).iter("li")]


def test_it_is_drawn_up_for_everybody_and_shown(tmp_path: Path, transcript: Transcript) -> None:
    file = tmp_path / "veil.toml"
    shown = stand_ins(transcript, file).data
    assert paragraphs(shown) == ["veil.toml was written."]
    assert [(one.name, one.stand_in) for one in veil.load(file).people] == [
        ("Amal Haddad", "Member 1"),
        ("Omar Daher", "Member 2"),
    ]
    assert parsed(shown).xpath("string(//pre)").strip() == file.read_text().strip()


def test_what_a_person_changed_stays(tmp_path: Path, transcript: Transcript) -> None:
    file = tmp_path / "veil.toml"
    file.write_text('[people]\n"Amal Haddad" = "A."\n"Omar Daher" = "The baker"\n')
    before = file.read_bytes()
    shown = stand_ins(transcript, file).data
    assert file.read_bytes() == before
    assert paragraphs(shown) == ["veil.toml was there already; it is used as it is."]
    assert "The baker" in shown


def test_names_that_corrections_give_have_stand_ins(tmp_path: Path, transcript: Transcript) -> None:
    known = tmp_path / "call.toml"
    known.write_text('[names]\n"Omar Daher" = "Omar Khalil"\n')
    stand_ins(transcript, tmp_path / "veil.toml", corrections=known)
    assert "Omar Khalil" in {one.name for one in veil.load(tmp_path / "veil.toml").people}


def test_a_mistake_in_it_is_told_with_its_line(tmp_path: Path, transcript: Transcript) -> None:
    file = tmp_path / "veil.toml"
    file.write_text('[people]\n"Amal Haddad" = \n')
    with pytest.raises(RulesError, match=r"veil\.toml, line 2: "):
        stand_ins(transcript, file)
    with pytest.raises(OutputError):
        stand_ins(transcript, tmp_path / "no" / "veil.toml")


def test_a_page_without_names_is_told_with_the_words_to_read(tmp_path: Path, transcript: Transcript) -> None:
    file, page = tmp_path / "veil.toml", tmp_path / "round.docx"
    stand_ins(transcript, file)
    minutes.write(minutes.recap(transcript, veil=file, title="The Stall"), page)
    shown = look_through(page, file).data
    assert paragraphs(shown)[0] == "round.docx shows nothing of what veil.toml hides."
    assert "Stall" in " ".join(lines(shown))


def test_names_that_are_left_are_told_with_their_place(tmp_path: Path, transcript: Transcript) -> None:
    file, page = tmp_path / "veil.toml", tmp_path / "page.md"
    stand_ins(transcript, file)
    minutes.write(minutes.recap(transcript), page)
    shown = look_through(page, file).data
    assert paragraphs(shown)[0] == "page.md still shows what veil.toml hides:"
    assert any(line.startswith("Amal Haddad (") for line in lines(shown))


def test_what_is_not_there_is_told(tmp_path: Path, transcript: Transcript) -> None:
    stand_ins(transcript, tmp_path / "veil.toml")
    with pytest.raises(NotFound, match=r"round\.docx: no such file or directory; write the page first"):
        look_through(tmp_path / "round.docx", tmp_path / "veil.toml")
    with pytest.raises(NotFound, match=r"nowhere\.toml"):
        look_through(tmp_path / "round.docx", tmp_path / "nowhere.toml")


@pytest.mark.parametrize("text", NASTY)
def test_hostile_words_on_a_page_stay_words(tmp_path: Path, transcript: Transcript, text: str) -> None:
    stand_ins(transcript, tmp_path / "veil.toml")
    (tmp_path / "page.md").write_text(f"# Amal Haddad\n\n{text}\n\nZed {text}\n", "utf-8", "replace")
    page = parsed(look_through(tmp_path / "page.md", tmp_path / "veil.toml").data)
    assert {one.tag for one in page.iter()} <= {"div", "p", "ul", "li"}
