"""The fixed words: dates, lengths, and the same keys in every language."""

import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest

from minutes.model import Outcome, Ownership, State, Status
from minutes.writing.words import languages, words


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us", "xx", "../en", "", None])
def test_english_is_there_for_all_who_have_no_words_of_their_own(language: str | None) -> None:
    assert words(language).language == "en"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 s"), (59.4, "59 s"), (60, "1 min"), (3480, "58 min"), (3599, "1 h 0 min"), (7320, "2 h 2 min")],
)
def test_lengths(seconds: float, told: str) -> None:
    assert words("en").length(seconds) == told


def test_days() -> None:
    assert words("en").long(date(2024, 2, 29)) == "Thursday 29 February 2024"
    assert words("en").short(date(2024, 12, 1)) == "Sun 1 Dec 2024"


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_words_that_english_has(language: str) -> None:
    def keys(name: str) -> dict[tuple[str, str], list[str]]:
        """What is put into each word."""
        text = files("minutes.writing.words").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        found = tomllib.loads(text).items()
        tables = [(table, held) for table, held in found if isinstance(held, dict)]
        return {
            (table, key): sorted(re.findall(r"\{\w+\}", str(word)))
            for table, held in tables
            for key, word in held.items()
        }

    assert keys(language) == keys("en")
    assert words(language).language == language


@pytest.mark.parametrize("language", languages())
def test_every_state_of_the_model_has_its_word(language: str) -> None:
    fixed = words(language)
    assert set(fixed.marks) == set(State)
    assert set(fixed.status) == set(Status)
    assert set(fixed.outcome) == set(Outcome)
    assert {"group", "nobody", "to_settle"} <= set(fixed.ownership)
    assert len(Ownership) == 4
