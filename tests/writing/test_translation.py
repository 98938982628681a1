"""A translation of the page is one more file: with it no English word of ours is left, and all pages are read back."""

import csv
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from lxml import etree, html

from checking.test_sheets import expected
from minutes.checking.sheets import fixed, parse, quoting
from minutes.model import Recap, Series, State, Transcript, Turn
from minutes.writing import layout, render, words
from minutes.writing.spoken import as_html, as_markdown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ENGLISH = tomllib.loads(files("minutes.writing.words").joinpath("en.toml").read_text("utf-8"))
_LETTERS = re.compile(r"\{\w+\}|[A-Za-z]+")
CACHED = (words._load, fixed.tongues, fixed.fixed, quoting.marks)


def foreign(value: Any) -> Any:
    """The same text in Cyrillic letters, with nothing changed of what is put in; quotation marks as in French."""
    if isinstance(value, str):
        return _LETTERS.sub(
            lambda found: found[0] if found[0][0] == "{" else "".join(chr(0x400 + ord(one)) for one in found[0]), value
        ).translate({ord("“"): "«", ord("”"): "»"})
    if isinstance(value, dict):
        return {key: foreign(one) for key, one in value.items()}
    return [foreign(one) for one in value]


def toml(tables: dict[str, Any]) -> Iterator[str]:
    """The text of a file of words."""
    for name, value in tables.items():
        if isinstance(value, dict):
            yield f"[{name}]"
            yield from (f'"{key}" = {text(one)}' for key, one in value.items())
        else:
            yield f"{name} = {text(value)}"


def text(value: str | list[str]) -> str:
    return f'"{value}"' if isinstance(value, str) else f"[{', '.join(map(text, value))}]"


@pytest.fixture
def translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English and one more language."""
    tables = foreign(ENGLISH) | {"language": "xx", "locale": "xx-XX"}
    (tmp_path / "en.toml").write_bytes(files("minutes.writing.words").joinpath("en.toml").read_bytes())
    (tmp_path / "xx.toml").write_text("\n".join(toml(tables)), "utf-8")
    monkeypatch.setattr(words, "_FOLDER", tmp_path)
    for one in CACHED:
        one.cache_clear()
    yield
    monkeypatch.undo()
    for one in CACHED:
        one.cache_clear()


def silent(recap: Recap, **changes: Any) -> Recap:
    """The recap with figures in the place of all that somebody said or wrote."""
    kept = (
        "state",
        "language",
        "ownership",
        "status",
        "outcome",
        "kind",
        "sense",
        "rule",
        "schema",
        "id",
        "url",
        "format",
    )

    def hushed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: hushed(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [hushed(one, key) for one in value]
        if isinstance(value, str) and key not in (*kept, "resources", "settles", "due", "date", "adopted", "role"):
            return str(sum(map(ord, value)))
        return value

    data = hushed(recap.model_copy(update={"language": "xx"}).model_dump(mode="json", by_alias=True))
    return Recap.model_validate(data).model_copy(update=changes)


def shown(page: bytes, format: str) -> str:
    """All that a page says to a reader."""
    match format:
        case "docx":
            with ZipFile(BytesIO(page)) as archive:
                trees = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
            told = [piece.text or "" for tree in trees for piece in tree.iter(f"{W}t")]
            return "\n".join(
                [*told, *(str(one.get(f"{W}val")) for tree in trees for one in tree.iter(f"{W}tblCaption"))]
            )
        case "html":
            root = html.document_fromstring(page)
            for style in root.iter("style"):
                style.text = ""
            said = [str(one.get(name, "")) for one in root.iter() for name in ("aria-label", "title", "alt")]
            return "\n".join([*map(str, root.itertext()), *said])
        case "csv":
            return "\n".join(cell for row in csv.reader(StringIO(page.decode("utf-8-sig"))) for cell in row)
        case "ics":
            calendar = Calendar.from_ical(page)
            known = ("name", "description", "summary")
            return "\n".join(str(part.get(name, "")) for part in calendar.walk() for name in known)
        case _:
            return page.decode()


def english(told: str) -> set[str]:
    """The words of our own pages that stand in a text."""
    ours = {
        word for text in words.words("en").model_dump_json().split('"') for word in re.findall(r"[A-Za-z]{3,}", text)
    }
    return ours & set(re.findall(r"[A-Za-z]{3,}", re.sub(r"https?://\S+|\S+@\S+|id-\S+", "", told)))


@pytest.mark.parametrize("format", ["md", "docx", "html", "csv", "ics", "tasks"])
@pytest.mark.parametrize("state", [State.DRAFT, State.ADOPTED])
def test_no_english_word_is_left_on_a_translated_page(
    translated: None, rich: Recap, series: Series, format: str, state: State
) -> None:
    recap = silent(rich, state=state)
    later = silent(series.recaps[1])
    threads = tuple(
        one.model_copy(update={"title": "7", "evidence": later.next_steps[0].evidence}) for one in series.threads
    )
    for page in (recap, Series(recaps=(recap, later), threads=threads)):
        told = shown(render(page, format), format)
        assert re.search("[Ѐ-ѿ]{3}", told)
        assert english(told) == set()


def test_the_english_words_would_be_found(rich: Recap) -> None:
    recap = silent(rich, language="en")
    for format in ("md", "docx", "html", "csv", "ics", "tasks"):
        assert {"Draft", "turn"} & english(shown(render(recap, format), format)) or format == "csv"
    assert "Meeting" in english(shown(render(recap, "csv"), "csv"))


@pytest.mark.parametrize("format", ["md", "docx", "html"])
@pytest.mark.parametrize("wishes", [{}, {"style": "short", "evidence": "references"}], ids=["whole", "short"])
def test_a_translated_page_is_read_back(translated: None, rich: Recap, format: str, wishes: dict[str, str]) -> None:
    recap = rich.model_copy(update={"language": "xx"})
    wanted = layout(**wishes)
    page = parse(render(recap, format, wanted), f"page.{format}")
    assert page.blocks == expected(recap, format, wanted)


def test_a_transcript_is_shown_in_the_words_of_its_language(translated: None) -> None:
    spoken = Transcript(turns=(Turn(speaker=None, text="7", start=1.0),), language="xx")
    for told in (as_markdown(spoken).decode(), "".join(map(str, html.fromstring(as_html(spoken)).itertext()))):
        assert english(told) == set()
        assert words.words("xx").lines["unknown"] in told
