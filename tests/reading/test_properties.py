# ruff: noqa: E501  (one list a line)
"""What must hold for any input."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.errors import MinutesError
from minutes.model import Transcript, Turn
from minutes.reading import READERS, choose, read
from minutes.reading.decoding import clean
from minutes.writing.plain import plain
from minutes.writing.spoken import SPOKEN

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


WILD = (
    "Ann", "Bob Lee", "Zoë", "أمل", "Lin Wei", "Lee, Ann (Sales)", "Dima | Lido", "@ritz / Hubert", "Eve O’Neil-Poe", "SPEAKER_00", None,
)  # fmt: skip
PRINTED = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)
SENTENCES = (
    st.lists(PRINTED, min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda text: any(letter.isalpha() for letter in text) and clean(text) == plain(text) == text)
)
SPOKEN_TURNS = st.lists(st.tuples(st.sampled_from(WILD), SENTENCES, st.integers(0, 900)), min_size=3, max_size=9)


def meeting(turns: list[tuple[str | None, str, int]], *, timed: bool) -> Transcript:
    """The turns as a transcript in which nobody speaks twice in a row."""
    made: list[Turn] = []
    clock = 0
    for name, text, later in turns:
        clock += later
        if not made or made[-1].speaker != name:
            made.append(Turn(speaker=name, text=text, start=float(clock) if timed else None))
    return Transcript(title="A sync", turns=tuple(made))


@settings(max_examples=300, deadline=None)
@given(SPOKEN_TURNS, st.booleans(), st.sampled_from(sorted(SPOKEN)))
def test_a_transcript_is_read_back_from_each_format_in_which_it_is_written(
    turns: list[tuple[str | None, str, int]], timed: bool, form: str
) -> None:
    transcript = meeting(turns, timed=timed)
    again = read(SPOKEN[form](transcript))
    assert again.turns == transcript.turns
    assert again.title == transcript.title


KEYS = st.sampled_from(
    ["text", "transcript", "segments", "words", "results", "alternatives", "speaker", "start", "start_time", "channels", "messages",
     "user", "ts", "speaker_labels", "timestamps", "users", "id", "name", "body", "job", "time", "elements", "value"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "hi there", "Ann", "1.5", "00:01", "2026-11-18T15:00:01Z"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    check(json.dumps(value).encode())


@given(st.binary(max_size=200))
def test_the_chosen_reader_is_the_one_that_reads(data: bytes) -> None:
    transcript = outcome(data)
    if not isinstance(transcript, str):
        assert choose(data).name == transcript.sources[0].format
        assert choose(data) in READERS
