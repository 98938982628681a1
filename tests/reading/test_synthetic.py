"""One invented meeting, written in every format: every file must tell the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes.model import Transcript
from minutes.reading import read

FOLDER = Path(__file__).parent / "synthetic"
TRUTH = json.loads((FOLDER / "TRUTH.json").read_text(encoding="utf-8"))
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "TRUTH.json")

OWN_NAMES = {
    "caps_council.txt": ("MAYOR HADDAD", "COUNCIL MEMBER RAHIMI", "COUNCIL MEMBER O’NEIL-DVOŘÁK", "COUNCIL MEMBER WEI"),
    "initials.txt": ("AH", "KR", "SO", "LW"),
    "openai_diarized.json": ("A", "B", "C", "D"),
    "rrsagent.txt": ("amal", "kambiz", "siobhan_", "lin[w]"),
    "weechat.log": ("amal", "kambiz", "siobhan_", "lin[w]"),
    "whisperx.json": ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02", "SPEAKER_03"),
    "whisperx.srt": ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02", "SPEAKER_03"),
    "whisperx.vtt": ("SPEAKER_00", "SPEAKER_01", "SPEAKER_02", "SPEAKER_03"),
}
"""The labels of files that name people in their own way, in the order of the first four speakers."""

UNNAMED = {
    "no_speakers_wall.txt": (None,),
    "openai_verbose.json": (None,),
    "teams_graph_unattributed.vtt": (None,),
    "whisper.tsv": (None,),
    "youtube_rolling.vtt": (None,),
    "granola_api.json": ("Me", "Them"),
    "granola_me_them.md": ("Me", "Them"),
}
"""Files that cannot tell who speaks: only the words are compared."""

PARTS = {
    "gmeet_two_in_cue.sbv": ["Amal Haddad", "Kambiz Rahimi", "Siobhán O’Neil-Dvořák"],
    "qa_deposition.txt": ["Q", "A", "Q", "A"],
    "two_speakers_one_cue.srt": [None, None, "Siobhán O’Neil-Dvořák", "Amal Haddad"],
}
"""Files that hold the first turns only: who speaks in each."""

ADDED = {
    "rev_header.txt": "[crosstalk 00:00:31]",
    "caps_council.txt": "(Applause.) (Meeting adjourned at 4:00 p.m.)",
}
"""What a file adds to the words."""


def test_every_file_is_compared() -> None:
    assert len(FILES) == 60
    assert {path.name for path in FILES} >= OWN_NAMES.keys() | UNNAMED.keys() | PARTS.keys() | ADDED.keys()


def words(path: Path, transcript: Transcript) -> str:
    text = " ".join(" ".join(turn.text for turn in transcript.turns).split())
    return text.replace(f" {ADDED[path.name]}", "") if path.name in ADDED else text


def truth() -> list[tuple[str, str]]:
    """The turns as one person speaking until the next one does."""
    turns: list[tuple[str, str]] = []
    for turn in TRUTH["turns"]:
        if turns and turns[-1][0] == turn["speaker"]:
            turns[-1] = (turn["speaker"], f"{turns[-1][1]} {turn['text']}")
        else:
            turns.append((turn["speaker"], turn["text"]))
    return turns


@pytest.mark.parametrize("path", [path for path in FILES if path.name not in PARTS], ids=lambda path: path.name)
def test_the_words_are_the_same(path: Path) -> None:
    assert words(path, read(path)) == " ".join(text for _, text in truth())


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name not in PARTS.keys() | UNNAMED.keys()], ids=lambda path: path.name
)
def test_the_turns_are_the_same(path: Path) -> None:
    people = dict(zip(TRUTH["speakers"], OWN_NAMES.get(path.name, TRUTH["speakers"]), strict=True))
    turns = read(path).turns
    assert [turn.speaker for turn in turns] == [people[name] for name, _ in truth()]


@pytest.mark.parametrize("name", UNNAMED)
def test_nobody_is_made_up(name: str) -> None:
    assert {turn.speaker for turn in read(FOLDER / name).turns} == set(UNNAMED[name])


@pytest.mark.parametrize("name", PARTS)
def test_several_speak_in_one_caption(name: str) -> None:
    turns = read(FOLDER / name).turns
    assert [turn.speaker for turn in turns] == PARTS[name]
    assert [turn.text for turn in turns] == [turn["text"] for turn in TRUTH["turns"][: len(turns)]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_clock_is_right_where_there_is_one(path: Path) -> None:
    """Services round to the second, and chats count from their first line."""
    transcript = read(path)
    starts = [turn.start for turn in transcript.turns if turn.start is not None]
    assert starts == sorted(starts)
    if len(starts) > 4:
        wanted = [turn["start"] for turn in TRUTH["turns"]]
        assert any(abs(starts[-1] - starts[0] - (time - first)) <= 4 for time in wanted[-2:] for first in wanted[:1])


@pytest.mark.parametrize(
    "name", ["gmeet.md", "otter_header.txt", "name_colon_wrapped.txt", "readai_webhook.json", "grain.json"]
)
def test_those_present_are_read(name: str) -> None:
    assert read(FOLDER / name).attendees == tuple(TRUTH["speakers"])


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("gmeet.md", "15:00"),
        ("gmeet.txt", None),
        ("gemini_notes.md", None),
        ("granola_me_them.md", None),
        ("name_colon_wrapped.txt", None),
        ("otter_header.txt", "15:00"),
        ("transcriptonic.txt", "15:00"),
        ("teams_new_images.docx", "15:00"),
        ("readai_webhook.json", "15:00"),
        ("fireflies.json", "15:00"),
    ],
)
def test_title_day_and_hour_are_read(name: str, start: str | None) -> None:
    transcript = read(FOLDER / name)
    assert (transcript.title, str(transcript.date), transcript.start) == (TRUTH["title"], "2026-11-18", start)
