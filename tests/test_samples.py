"""Every sample transcript is read: the people, the day and the clock are there, and no turn is empty."""

from itertools import pairwise
from pathlib import Path

import pytest

import minutes

HERE = Path(__file__).parent.parent / "sample_transcripts"
SAMPLES = {
    "2024-02-11-alliance-call.vtt": ("vtt", 8, "2024-02-11", "Ruth Adeyemi", "I'll stop the recording."),
    "2024-03-13-elmgrove-tenants-union.txt": ("text", 5, "2024-03-13", "Marta Kowalczyk", "Well, on me."),
    "2024-05-14-river-watch.srt": ("srt", 4, "2024-05-14", "SPEAKER_00", "ta ra"),
    "2024-09-18-libraries-coalition.vtt": ("vtt", 9, "2024-09-18", "Ngozi Okafor", "stopping the recording now."),
    "2024-10-03-food-coop.md": ("text", 5, "2024-10-03", "Bea Lindqvist", "I mean good morning."),
    "2024-10-24-food-coop.docx": ("word", 5, "2024-10-24", "Bea Lindqvist", "Good night."),
}


def test_every_sample_is_known_here_and_told_of() -> None:
    assert sorted(path.name for path in HERE.iterdir()) == sorted(SAMPLES)
    told = (HERE.parent / "docs" / "samples.md").read_text("utf-8")
    assert [name for name in SAMPLES if f"`{name}`" not in told] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read(name: str) -> None:
    format, people, day, first, last = SAMPLES[name]
    transcript = minutes.read(HERE / name)
    assert transcript.sources[0].format == format
    assert len(transcript.speakers) == people
    assert str(transcript.date) == day
    assert transcript.title
    assert transcript.turns[0].speaker == first
    assert transcript.turns[-1].text.endswith(last)
    assert transcript.turns[0].start is not None


@pytest.mark.parametrize("name", SAMPLES)
def test_no_turn_is_empty_and_the_clock_never_runs_back(name: str) -> None:
    turns = minutes.read(HERE / name).turns
    assert all(turn.speaker and turn.text.strip() for turn in turns)
    clocks = [turn.start for turn in turns if turn.start is not None]
    assert clocks == sorted(clocks)
    for before, after in pairwise(turns):
        assert before.speaker != after.speaker


def test_one_sample_is_long() -> None:
    assert (
        sum(len(turn.text.split()) for turn in minutes.read(HERE / "2024-09-18-libraries-coalition.vtt").turns) > 5000
    )


def test_the_mangled_links_of_the_call_are_read_as_they_stand() -> None:
    said = "\n".join(turn.text for turn in minutes.read(HERE / "2024-02-11-alliance-call.vtt").turns)
    assert said.count("<a href=”") == 15
    assert "<a href=’Palestinian”>https://www.linkedin.com/groups/9557137/’>Palestinian DEI Initiative" in said
    assert "<a href=”https://docs.google”>https://docs.google”>https://docs.google " in said
    assert "view?usp=drive_link)”>https://drive.google.com" in said
