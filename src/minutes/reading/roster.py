"""Raw names become seated speakers, and captions become turns with a clock."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from minutes.model import Tick, Turn
from minutes.reading.base import Draft, Said, counted
from minutes.reading.decoding import clean

UNKNOWN = frozenset(
    [
        "unknown",
        "unknown speaker",
        "unidentified speaker",
        "unbekannter sprecher",
        "unbekannt",
        "locuteur inconnu",
        "intervenant inconnu",
        "orador desconocido",
        "hablante desconocido",
        "onbekende spreker",
        "altoparlante sconosciuto",
        "falante desconhecido",
        "okänd talare",
        "ukjent taler",
        "nieznany mówca",
        "none",
        "null",
        "undefined",
        "?",
        "??",
        "-",
    ]
)
_BOT = re.compile(
    r"notetaker|note taker|^(?:fireflies|otter|read|fathom|tl;?dv|grain|avoma|sembly|meetgeek|gemini)"
    r"(?:\.ai|\.video)?$|"
    r"'s otterpilot|’s otterpilot|read\.ai meeting notes|meeting notes bot|"
    r"^(?:rrsagent|zakim|trackbot|otter pilot|(?!talbot|abbot|cabot)[a-z-]{2,20}bot_*)$",
    re.IGNORECASE,
)
_SCREEN = re.compile(r"^(?P<name>.{1,80}?)(?:['’]s? )(?:presentation|screen|screen share)$", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:[\s.,…♪♫-]|[\[({<](?:inaudible|unintelligible|indistinct|crosstalk|cross talk|overlapping|"
    r"laugh\w*|music|applause|silence|"
    r"blank_audio|noise|pause|cough\w*|sigh\w*|chuckl\w*|cheer\w*|foreign|unk|vocalsound|disfmarker|gap|musik|gelächter|rires)"
    r"(?: \w+)?[^\[\](){}<>\n]{0,20}[\])}>])+",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\w")
_PAUSE = 2.0
"""Seconds of silence after which unnamed speech may be somebody else's."""
_LONG = 600
"""Characters after which unnamed speech is parted at the next full stop."""


def seat(draft: Draft, longest: int) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """The turns of a draft, with one label a speaker and no turn too long, and what was joined, parted or left out."""
    if not draft.joined:
        spoken = any(said.text.strip() for said in draft.said)
        return tuple(_turn([_tidy(said)], draft.glue) for said in draft.said if spoken), ()
    remarks: list[str] = []
    pieces = [_tidy(said) for said in draft.said]
    kept = [said for said in pieces if not is_noise(said.text)]
    remarks += counted(len(pieces) - len(kept), "piece", "without words, such as [music], were left out.")
    kept = _once(kept, remarks)
    kept = _people(kept, remarks)
    kept = _one_label(kept, remarks)
    groups = [_within(group, longest, len(draft.glue)) for group in _groups(kept)]
    remarks += counted(sum(len(parts) > 1 for parts in groups), "turn", f"of over {longest:,} characters were parted.")
    return tuple(_turn(part, draft.glue) for parts in groups for part in parts), tuple(remarks)


@lru_cache(maxsize=4096)
def name(raw: str | None) -> str | None:
    """A label without the space, marks and colon around it; None where it says that nobody knows who spoke."""
    if raw is None:
        return None
    label = " ".join(clean(raw).split()).strip("* ").removesuffix(":").removesuffix("：").strip()
    label = label[1:-1] if len(label) > 2 and label[0] == label[-1] == "_" else label
    return None if not label or label.casefold().strip("[]()<>") in UNKNOWN else label


def person(raw: str) -> str | None:
    """The person behind an entry of a list of people; None for a program or nobody."""
    label = name(raw)
    return _owner(label) if label else None


def _owner(label: str) -> str | None:
    """Who is behind a label: nobody behind a program, and who shared a screen behind that."""
    if _BOT.search(label):
        return None
    screen = _SCREEN.match(label)
    return screen["name"] if screen else label


def is_noise(text: str) -> bool:
    """Whether a piece holds no words but only marks such as [inaudible] or (laughs)."""
    return bool(_NOISE.fullmatch(text)) or not _LETTER.search(text)


def _tidy(said: Said) -> Said:
    """The piece with clean words and label, and only such times as a clock can show."""
    start = said.start if said.start is not None and 0 <= said.start < 1e7 else None
    end = said.end if said.end is not None and 0 <= said.end < 1e7 and (start is None or said.end >= start) else None
    return Said(name(said.speaker), clean(said.text).strip(), start, end, said.fresh, said.private)


def _once(pieces: list[Said], remarks: list[str]) -> list[Said]:
    """The pieces without those that say the same words at the same time again."""
    seen: set[Said] = set()
    kept = []
    for said in pieces:
        if said.start is None or said.end is None or said not in seen:
            kept.append(said)
            seen.add(said)
    remarks += counted(len(pieces) - len(kept), "caption", "with the words and times of another were dropped.")
    return kept


def _people(pieces: list[Said], remarks: list[str]) -> list[Said]:
    """The pieces of people: shared screens go to who shared them, note-taking programs are left out."""
    owners = {label: _owner(label) for label in {said.speaker for said in pieces} if label}
    kept = []
    for said in pieces:
        if said.speaker is None or (owner := owners[said.speaker]) == said.speaker:
            kept.append(said)
        elif owner:
            kept.append(said._replace(speaker=owner))
    remarks += counted(len(pieces) - len(kept), "line", "of note-taking programs were left out.")
    return kept


def _one_label(pieces: list[Said], remarks: list[str]) -> list[Said]:
    """The pieces with one spelling for labels that differ in letter case or in `_` only: the most frequent one."""
    counts = Counter(said.speaker for said in pieces if said.speaker)
    best: dict[str, str] = {}
    for label in sorted(counts, key=lambda label: (-counts[label], label.isupper() or label.islower())):
        best.setdefault(_key(label), label)
    joined = sorted(label for label in counts if best[_key(label)] != label)
    if joined:
        shown = ", ".join(f"{label} = {best[_key(label)]}" for label in joined[:5])
        remarks.append(f"Labels that differ in letter case or in `_` only were joined: {shown}.")
    shown_as = {label: best[_key(label)] for label in joined}
    return [said._replace(speaker=shown_as[said.speaker]) if said.speaker in shown_as else said for said in pieces]


def _key(label: str) -> str:
    return unicodedata.normalize("NFC", label.casefold().replace("_", " "))


def _groups(pieces: Iterable[Said]) -> Iterator[list[Said]]:
    """Consecutive pieces of one speaker; unnamed speech is parted where a pause or a dash may mean somebody else."""
    for speaker, group in groupby(pieces, key=lambda said: said.speaker):
        if speaker:
            yield list(group)
        else:
            yield from _unnamed(group)


def _unnamed(pieces: Iterable[Said]) -> Iterator[list[Said]]:
    run: list[Said] = []
    size = 0
    for said in pieces:
        if run and (said.fresh or _parted(run[-1], said, size)):
            yield run
            run, size = [], 0
        run.append(said)
        size += len(said.text)
    if run:
        yield run


def _parted(before: Said, after: Said, size: int) -> bool:
    """Whether unnamed speech may be parted between two pieces."""
    if before.end is not None and after.start is not None and after.start - before.end >= _PAUSE:
        return True
    return size > 5 * _LONG or (size > _LONG and before.text.endswith((".", "?", "!", "。", "؟")))


def _within(group: list[Said], longest: int, between: int) -> list[list[Said]]:
    """The pieces of a turn as several turns where they are longer than one may be."""
    if sum(len(said.text) + between for said in group) <= longest:
        return [group]
    parts: list[list[Said]] = [[]]
    size = 0
    for said in group:
        for words in _cut(said.text, longest):
            size += len(words) + between
            if parts[-1] and size > longest:
                parts.append([])
                size = len(words)
            parts[-1].append(said._replace(text=words))
    return parts


def _cut(text: str, longest: int) -> Iterator[str]:
    """The text in pieces that are not too long, between words where there is space."""
    at = 0
    while len(text) - at > longest:
        space = text.rfind(" ", at + 1, at + longest + 1)
        until = space if space > at else at + longest
        yield text[at:until].strip()
        at = until + (space > at)
    if text[at:].strip():
        yield text[at:].strip()


def _turn(group: list[Said], glue: str) -> Turn:
    """One turn of the pieces, with a tick for each piece that has a clock."""
    ticks = []
    at = 0
    for said in group:
        if said.start is not None:
            ticks.append(Tick(at, said.start))
        at += len(said.text) + len(glue)
    start = ticks[0].at if ticks else None
    ends = [said.end for said in group if said.end is not None and (start is None or said.end >= start)]
    return Turn(
        speaker=group[0].speaker,
        start=start,
        end=max(ends, default=None),
        text=glue.join(said.text for said in group),
        ticks=tuple(ticks) if len(group) > 1 else (),
    )
