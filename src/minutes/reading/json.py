"""JSON: our own transcripts, kept turn by turn, and what services write, told by the shape of its lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import shapes, srt, text, vtt
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.clocks import day
from minutes.reading.folding import load
from minutes.reading.limits import Limits, refuse_over

SCHEMA = "minutes/transcript/1"
_WHOLE = (
    "text",
    "transcript",
    "transcription",
    "transcripttext",
    "fulltranscript",
    "fulltext",
    "transcripts",
    "vtt",
    "srt",
)
_FEWEST = 4
"""Words of a text that may be a transcript."""


def sniff(page: Page) -> float:
    """Likely where the text begins as JSON does, or is named so and begins with a bracket."""
    head = page.text.lstrip()[:1000]
    if not head.startswith(("{", "[")):
        return 0.0
    inner = head.lstrip("[{ \n\t")
    return 0.9 if inner.startswith(('"', "}", "]")) or page.name.lower().endswith((".json", ".jsonl")) else 0.0


def parse(page: Page) -> Draft:
    """The turns of our own files as they are; of others, the longest list of speech."""
    value, remarks = _load(page.text, page.limits)
    refuse_over("nesting", _depth(value), page.limits)
    if isinstance(value, Mapping) and _native(value):
        return _ours(value)
    if isinstance(value, Mapping) and str(value.get("schema")).startswith("minutes/"):
        raise NotATranscript("minutes, not a transcript", todo="give the transcript that they were made from")
    draft = shapes.draft(value, page) or _as_text(value, page)
    if draft is None:
        raise NotATranscript("no transcript in this JSON", todo="export the transcript itself")
    return draft._replace(remarks=remarks + draft.remarks)


def _as_text(value: object, page: Page) -> Draft | None:
    """The draft of a file that holds its whole transcript as one text, or as a list of lines."""
    told = max(_texts(value, 0), key=len, default="")
    if len(told.split()) < _FEWEST:
        return None
    inner = page._replace(text=told)
    reader = max((vtt.READER, srt.READER, text.READER), key=lambda reader: reader.sniff(inner))
    return reader.parse(inner)


def _texts(value: object, depth: int) -> Iterator[str]:
    """The texts near the top of a value that by their keys are transcripts."""
    for key, inner in value.items() if isinstance(value, Mapping) and depth < 4 else ():
        if key in _WHOLE and isinstance(inner, str):
            yield inner.replace("\r\n", "\n")
        elif key in _WHOLE and isinstance(inner, list) and all(isinstance(line, str) for line in inner):
            yield "\n".join(inner)
        else:
            yield from _texts(inner, depth + 1)
    for inner in value if isinstance(value, list) and len(value) <= 3 else ():
        yield from _texts(inner, depth + 1)


def _load(text: str, limits: Limits) -> tuple[object, tuple[str, ...]]:
    """The value of a JSON text, or the list of its lines where each is JSON for itself."""
    try:
        return load(text), ()
    except RecursionError:
        told = f"nested too deeply, and the limit is {limits.nesting} levels"
        raise BrokenFile(told, todo="export the transcript again") from None
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and _is_object(lines[0]):
            return _by_lines(lines)
        place = f"line {error.lineno}, column {error.colno}"
        raise BrokenFile(
            f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:].removesuffix(' starting at')}",
            place=place,
            todo="export it again",
        ) from None


def _depth(value: object) -> int:
    """How many lists and objects stand within one another."""
    depth, level = 0, [value]
    while level := [inner for outer in level for inner in _inside(outer)]:
        depth += 1
    return depth


def _inside(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _is_object(line: str) -> bool:
    try:
        return isinstance(load(line), dict)
    except (ValueError, RecursionError):
        return False


def _by_lines(lines: list[str]) -> tuple[list[object], tuple[str, ...]]:
    good, bad = [], []
    for number, line in enumerate(lines, start=1):
        try:
            good.append(load(line))
        except (ValueError, RecursionError):
            bad.append(number)
    first = bad[0] if bad else 0
    return good, counted(len(bad), "line", f"that held no JSON were left out, the first of them line {first}.")


def _native(value: Mapping[str, Any]) -> bool:
    """Whether this is our own form: it says so, or it has turns with `speaker` and `text`."""
    turns = value.get("turns")
    if not isinstance(turns, list):
        return False
    return value.get("schema") == SCHEMA or all(
        isinstance(turn, dict) and isinstance(turn.get("text"), str) for turn in turns
    )


def _ours(value: Mapping[str, Any]) -> Draft:
    """The turns as they stand, empty ones too, so that their numbers stay what they are."""
    said = []
    for at, turn in enumerate(value["turns"]):
        if not isinstance(turn, dict) or not isinstance(turn.get("text"), str):
            raise BrokenFile("a turn without a text", place=f"turn {at}", todo='give each turn a "text"')
        speaker = turn.get("speaker")
        label = speaker if isinstance(speaker, str) else None if speaker is None else str(speaker)
        said.append(Said(label, turn["text"], _clock(turn.get("start")), _clock(turn.get("end"))))
    return Draft(
        tuple(said),
        title=_words(value.get("title")),
        date=day(str(value.get("date") or "")),
        start=_words(value.get("start")),
        attendees=_list(value.get("attendees")),
        place=_words(value.get("place")),
        apologies=_list(value.get("apologies")),
        chair=_words(value.get("chair")),
        note_taker=_words(value.get("notetaker")),
        joined=False,
        group=_words(value.get("group")),
    )


def _clock(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _list(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


READER = Reader(
    "json",
    (".json", ".jsonl"),
    "JSON: our own transcripts; Whisper, WhisperX, whisper.cpp, OpenAI, AssemblyAI, Deepgram, AWS, Azure, Google, "
    "IBM Watson, Rev.ai, Speechmatics, ElevenLabs, Soniox, Gladia, Symbl, Recall.ai, Fireflies, Fathom, Read.ai, "
    "Grain, Granola, Gong, Otter, tl;dv, Zoom's timeline, YouTube, Podcast 2.0, Slack, Discord, Telegram, Matrix, "
    "Messenger, Google Chat, Microsoft Graph, MeetBot",
    sniff,
    parse,
    unverified=(
        "ElevenLabs", "Fathom", "Fireflies", "Gladia", "Gong", "Google", "Google Chat", "Grain", "Granola",
        "IBM Watson", "Messenger", "Microsoft Graph", "OpenAI", "Otter", "Read.ai", "Recall.ai", "Rev.ai", "Slack",
        "Soniox", "Speechmatics", "Symbl", "Telegram", "tl;dv", "whisper.cpp", "WhisperX", "YouTube", "Zoom's timeline",
    ),
)  # fmt: skip
