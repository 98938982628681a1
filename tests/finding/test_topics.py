"""What was talked about when, against the parts that a reader marked in annotated meetings."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from minutes.finding import prepare, topics
from minutes.model import Recap, Topic, Transcript, Turn

FOLDER = Path(__file__).parent.parent / "evaluation"
MARKED = json.loads((FOLDER / "topics.json").read_text("utf-8"))


def meeting(name: str) -> Transcript:
    """An annotated meeting as a transcript."""
    turns = json.loads((FOLDER / "meetings" / f"{name}.json").read_text("utf-8"))["turns"]
    return Transcript(
        turns=tuple(Turn(**{key: turn.get(key) for key in ("speaker", "start", "end", "text")}) for turn in turns)
    )


def found(transcript: Transcript) -> list[Topic]:
    """The parts of a transcript."""
    meeting = prepare(transcript)
    recap = Recap(title="", topics=tuple(topics.find(meeting)))
    return list(meeting.runs.restored(recap).topics)


@cache
def parts_of(name: str) -> list[Topic]:
    """The parts of an annotated meeting."""
    return found(meeting(name))


def line(length: int, firsts: list[int]) -> str:
    """Parts in the way that the measures read: 1 where one begins."""
    return "".join("1" if turn and turn in firsts else "0" for turn in range(length))


@pytest.mark.parametrize("name", sorted(MARKED))
def test_the_parts_beat_no_parts_at_all(name: str) -> None:
    from nltk.metrics.segmentation import pk, windowdiff

    length, marked = len(meeting(name).turns), MARKED[name]
    parts = [topic.first_turn for topic in parts_of(name)]
    window = max(2, round(length / (2 * len(marked))))
    truth, guess, nothing = line(length, marked), line(length, parts), line(length, [])
    assert pk(truth, guess, window) < pk(truth, nothing, window)
    assert windowdiff(truth, guess, window) < windowdiff(truth, nothing, window)


@pytest.mark.parametrize("name", sorted(MARKED))
def test_the_parts_cover_the_meeting_and_have_titles(name: str) -> None:
    transcript = meeting(name)
    parts = parts_of(name)
    assert parts[0].first_turn == 0
    assert parts[-1].last_turn == len(transcript.turns) - 1
    assert all(one.last_turn + 1 == other.first_turn for one, other in pairwise(parts))
    assert all(part.title.strip() for part in parts)
    assert len(parts) <= len(transcript.turns) / topics.TURNS + 2


TALK = ["The bakery sends bread.", "How much bread?", "Forty loaves.", "That is a lot of bread.", "It is gone by noon."]


def test_an_announced_part_bears_its_name() -> None:
    said = [
        *TALK,
        "Item two, membership.",
        "We have ninety members.",
        "Ninety members?",
        "Members pay late.",
        "Yes, members do.",
    ]
    parts = found(Transcript(turns=tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))))
    assert [(part.first_turn, part.last_turn) for part in parts] == [(0, 4), (5, 9)]
    assert parts[1].title == "Membership"


def test_talk_that_nobody_divides_has_no_parts() -> None:
    assert found(Transcript(turns=tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(TALK * 4)))) == []


def test_an_empty_meeting_has_no_parts() -> None:
    assert found(Transcript(turns=())) == []


def test_a_first_turn_without_a_word_belongs_to_the_first_part() -> None:
    stall = ["The stall needs a new roof.", "Rain came through the roof of the stall.", "The market has a roof."] * 8
    choir = ["The choir sings in church.", "The concert needs a piano.", "Which songs does the choir sing?"] * 8
    said = ["--", *stall, "Right, next, moving on to the concert.", *choir]
    parts = found(Transcript(turns=tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))))
    assert [(part.first_turn, part.last_turn) for part in parts] == [(0, 24), (25, 49)]
