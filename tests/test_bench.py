"""What `make bench` measures is sound: the wanted number of words, none said twice, the same every time."""

import runpy
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from minutes import Transcript
from minutes.model import Turn

BENCH = Path(__file__).parent.parent / "bench"
WORDS = 10_000


@pytest.fixture(scope="module")
def calls() -> dict[str, Any]:
    return runpy.run_path(str(BENCH / "calls.py"))


@pytest.fixture(scope="module")
def samples(calls: dict[str, Any]) -> list[Transcript]:
    found: list[Transcript] = calls["calls"](None)
    return found


def said(turns: Iterable[Turn]) -> Counter[str]:
    """The sentences of five words or more."""
    split = runpy.run_path(str(BENCH / "calls.py"))["_SENTENCE"].split
    return Counter(one for turn in turns for one in split(turn.text) if len(one.split()) >= 5)


def test_the_pieces_are_as_long_as_they_should_be(calls: dict[str, Any], samples: list[Transcript]) -> None:
    pieces = list(islice(calls["pieces"](samples, WORDS), 17))
    lengths = [sum(len(turn.text.split()) for turn in piece) for piece in pieces]
    assert [length for length in lengths if abs(length - WORDS) > WORDS * 0.02] == []


def test_nothing_is_said_again_that_was_said_once(calls: dict[str, Any], samples: list[Transcript]) -> None:
    once = said(turn for call in samples for turn in call.turns)
    made = said(turn for piece in islice(calls["pieces"](samples, WORDS), 17) for turn in piece)
    assert [sentence for sentence, count in made.items() if count > max(once[sentence], 1)] == []


def test_the_words_are_the_same_every_time(calls: dict[str, Any], samples: list[Transcript]) -> None:
    first, again = (list(islice(calls["pieces"](samples, WORDS), 3)) for _ in range(2))
    assert first == again


def test_a_call_that_comes_again_is_held_by_others_on_another_day(
    calls: dict[str, Any], samples: list[Transcript]
) -> None:
    call = samples[0]
    later, latest = (calls["again"](call, times) for times in (1, 2))
    assert len(later.turns) == len(call.turns)
    assert len(later.speakers) == len(call.speakers)
    assert not set(call.speakers) & set(later.speakers)
    assert not set(latest.speakers) & set(later.speakers)
    assert later.date < latest.date


def test_a_meeting_that_was_put_together_can_be_recapped(calls: dict[str, Any], samples: list[Transcript]) -> None:
    made = calls["meeting"](next(calls["pieces"](samples, 1_000)))
    assert made.turns[0].start == 0
    assert all(before.end == after.start for before, after in zip(made.turns, made.turns[1:], strict=False))
    assert Transcript.model_validate_json(made.model_dump_json()) == made


def test_what_cannot_be_read_is_passed_over(calls: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Amal: I'll send the list by Friday.\nOmar: Thanks.\n", "utf-8")
    (tmp_path / "b.vtt").write_bytes(b"")
    assert [call.sources[0].name for call in calls["calls"](tmp_path)] == ["a.txt"]
