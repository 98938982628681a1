"""What was said, by whom, when: the value that reading makes and finding takes."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date as Date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from minutes.model.display import Shown
from minutes.model.records import Record

Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_PLACES = ("turn", "start", "char_start", "char_end")


class Tick(NamedTuple):
    """The clock read `at` seconds when the character `char` of a turn was spoken."""

    char: int
    at: float


class Source(Record):
    """The file that a transcript came from."""

    name: str
    """The file's name without its folder."""
    format: str
    """The reader's name, such as "vtt"."""
    sha256: str
    """Hex digest of the file's bytes."""


class Turn(Record):
    """One person speaking until the next one does."""

    speaker: str | None = None
    """The label as written in the file, or None where the file names nobody."""
    start: Seconds | None = None
    """Seconds from the start of the recording."""
    end: Seconds | None = None
    """Seconds from the start of the recording."""
    text: str
    ticks: tuple[Tick, ...] = ()
    """Clock readings inside the turn, ascending, where captions were joined."""

    def when(self, char: int) -> float | None:
        """Seconds at which the character was spoken: the last clock reading at or before it, or None."""
        at = bisect_right(self.ticks, char, key=lambda tick: tick.char)
        return self.ticks[at - 1].at if at else self.start


class Evidence(Record):
    """A verbatim piece of one turn; `quote == transcript.turns[turn].text[char_start:char_end]`."""

    turn: int = Field(ge=0)
    speaker: str | None
    start: Seconds | None
    """Seconds at which the piece begins, or None where the file has no clock."""
    char_start: int = Field(ge=0)
    char_end: int
    """Half-open: the character after the last one."""
    quote: str
    source: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """In a series, the name of the file; absent elsewhere."""
    placed: bool = Field(default=True, exclude_if=lambda value: value)
    """False in a veiled edition: turn, clock and characters are not for the reader, and are left out of the JSON."""

    @model_serializer(mode="wrap")
    def _told(self, told: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = told(self)
        return fields if self.placed else {name: value for name, value in fields.items() if name not in _PLACES}

    @model_validator(mode="before")
    @classmethod
    def _unplaced(cls, given: object) -> object:
        if isinstance(given, dict) and given.get("placed") is False:
            return {"turn": 0, "start": None, "char_start": 0, "char_end": 0, **given}
        return given


class Transcript(Shown):
    """A meeting as it was read, before anything is found in it."""

    schema_: Literal["minutes/transcript/1"] = Field(default="minutes/transcript/1", alias="schema")
    title: str | None = None
    group: str | None = None
    date: Date | None = None
    start: str | None = None
    """The clock on the wall at the start, "HH:MM", or None where the file does not say."""
    attendees: tuple[str, ...] = ()
    """People that the file itself lists as present."""
    place: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Where the meeting was, as the file's head has it; absent where it says nothing, as are the next three."""
    apologies: tuple[str, ...] = Field(default=(), exclude_if=lambda names: not names)
    """People that the file's head lists as away."""
    chair: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Who chaired, as the file's head has it."""
    note_taker: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Who took the notes, as the file's head has it."""
    language: str | None = "en"
    """The language of the words, such as "de", or None where only their letters are known."""
    turns: tuple[Turn, ...]
    sources: tuple[Source, ...] = ()
    remarks: tuple[str, ...] = ()
    """What was guessed, mended or left out while reading, one sentence each."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The labels that speak, in the order of their first turn."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))

    @property
    def seconds(self) -> float | None:
        """Length in seconds: the last clock reading of any turn, or None without a clock."""
        clocks = [clock for turn in self.turns for clock in (turn.start, turn.end) if clock is not None]
        return max(clocks, default=None)

    def evidence(self, turn: int, start: int, end: int) -> Evidence:
        """The characters `start <= c < end` of a turn as evidence, without the white space around them."""
        said = self.turns[turn]
        piece = said.text[start:end]
        start += len(piece) - len(piece.lstrip())
        quote = piece.strip()
        if not quote:
            raise ValueError("evidence must cover at least one character")
        return Evidence(
            turn=turn,
            speaker=said.speaker,
            start=said.when(start),
            char_start=start,
            char_end=start + len(quote),
            quote=quote,
        )
