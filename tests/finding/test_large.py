"""Meetings of a size that no meeting has: the work grows with what is said, not with its square."""

from __future__ import annotations

from time import process_time

from minutes.finding.people import people
from minutes.finding.sentences import sentences, split
from minutes.model import Transcript, Turn


def crowd(size: int) -> Transcript:
    turns = (Turn(speaker=f"Person {number}", text=f"hello number {number}.") for number in range(size))
    return Transcript(turns=tuple(turns))


def test_a_run_without_a_stop_is_cut_where_a_word_ends() -> None:
    text = " very" * 1_000 + " " + "x" * 90_000
    spans = list(split(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(len(text[start:end].split()) <= 250 for start, end in spans)


def test_thousands_of_people_are_told_apart_in_no_time() -> None:
    """Comparing each with each took two minutes."""
    transcript = crowd(5_000)
    began = process_time()
    room = people(transcript, sentences(transcript))
    assert len(room.persons) == 5_000
    assert process_time() - began < 10


def test_labels_with_one_whole_name_and_devices_are_still_joined() -> None:
    labels = ("Ann Lee", "Bob Ray", "ann lee", "Ann Lee's iPad", "Chair", "Chair")
    turns = tuple(Turn(speaker=label, text="Yes, that is fine with me.") for label in labels)
    transcript = Transcript(turns=turns)
    room = people(transcript, sentences(transcript))
    assert [person.labels for person in room.persons] == [
        ("Ann Lee", "ann lee", "Ann Lee's iPad"),
        ("Bob Ray",),
        ("Chair",),
    ]
