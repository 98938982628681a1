# ruff: noqa: E501  (one list a line)
"""What must hold for any input."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.errors import MinutesError
from minutes.model import Transcript
from minutes.reading import READERS, choose, read

STARTS = st.sampled_from(
    [
        b"", b"WEBVTT\n\n", b"{", b"[{", b"<html><p>", b"<tt>", b"{\\rtf1 ", b"[Script Info]\n", b"PK\x03\x04", b"\xff\xfe",
        b"1\n00:00:01,000 --> 00:00:02,000\n", b"0:00:01.000,0:00:02.000\n", b"speaker,text\n", b"---\n", b"# Transcript\n",
        b"15:00:03\t From Ann to Everyone : ", b"[15:02] <ann> ", b"[1.2.26, 15:00:03] Ann: ", b"Ann  0:03\n",
    ]
)  # fmt: skip
PIECES = st.lists(
    st.sampled_from(
        ["Ann", "Bob", ":", " ", "\n", "\n\n", "0:03", "00:00:01.000 --> 00:00:02.000", "<v Ann>", "</v>", "hello", "-", "**",
         "[", "]", "(", ")", "#", "\t", "Transcript", "Date", "2026-11-18", '"', "{", "}", ",", "text", "\\", "&amp;", "…", "é"]
    ),
    max_size=60,
)  # fmt: skip


def outcome(data: bytes) -> Transcript | str:
    """The transcript, or why the input was refused."""
    try:
        return read(data)
    except MinutesError as error:
        return str(error)


def check(data: bytes) -> None:
    transcript = outcome(data)
    if isinstance(transcript, str):
        assert "\n" not in transcript
        return
    assert transcript.turns
    for turn in transcript.turns:
        assert turn.text.strip() or transcript.sources[0].format == "json"
        assert turn.text.encode()
        assert turn.speaker is None or turn.speaker.strip() == turn.speaker != ""
        assert [tick.char for tick in turn.ticks] == sorted(tick.char for tick in turn.ticks)
        assert all(0 <= tick.char <= len(turn.text) for tick in turn.ticks)
        assert turn.start is None or turn.end is None or turn.start <= turn.end
    assert Transcript.model_validate_json(transcript.model_dump_json()) == transcript


@settings(max_examples=400, deadline=None)
@given(STARTS, st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(start: bytes, data: bytes) -> None:
    check(start + data)


@settings(max_examples=600, deadline=None)
@given(STARTS, PIECES)
def test_any_pieces_are_read_or_refused(start: bytes, pieces: list[str]) -> None:
    check(start + "".join(pieces).encode())


NAMES = st.sampled_from(["Ann", "Bob Lee", "Zoë", "أمل", "Lin Wei"])
SAYINGS = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1, max_size=40).filter(
    lambda text: any(character.isalpha() for character in text)
)
TURNS = st.lists(st.tuples(NAMES, SAYINGS), min_size=1, max_size=12)


@settings(max_examples=200, deadline=None)
@given(TURNS)
def test_native_turns_stay_as_they_are(turns: list[tuple[str, str]]) -> None:
    value = {"schema": "minutes/transcript/1", "turns": [{"speaker": name, "text": text} for name, text in turns]}
    read_turns = read(json.dumps(value).encode()).turns
    assert [turn.speaker for turn in read_turns] == [name for name, _ in turns]
    assert len(read_turns) == len(turns)


@settings(max_examples=200, deadline=None)
@given(TURNS)
def test_a_transcript_that_was_written_is_read_back(turns: list[tuple[str, str]]) -> None:
    text = "".join(f"{name}: {words}\n" for name, words in turns)
    transcript = outcome(text.encode())
    if isinstance(transcript, str):
        return
    again = read(transcript.model_dump_json().encode())
    assert again.turns == tuple(turn.model_copy(update={"ticks": ()}) for turn in transcript.turns)
    assert (again.title, again.date, again.attendees) == (transcript.title, transcript.date, transcript.attendees)


@given(st.binary(max_size=200))
def test_the_chosen_reader_is_the_one_that_reads(data: bytes) -> None:
    transcript = outcome(data)
    if not isinstance(transcript, str):
        assert choose(data).name == transcript.sources[0].format
        assert choose(data) in READERS
