"""A recap with what a person set right in it, and the corrections that no longer fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from minutes.model import Recap, State, Transcript
from minutes.revising.corrections.adding import added
from minutes.revising.corrections.attending import GIVEN, attended
from minutes.revising.corrections.clashes import folded
from minutes.revising.corrections.editing import edited, merged
from minutes.revising.corrections.naming import facts, informed, labels
from minutes.revising.corrections.records import Add, Corrections, Keyed, Meeting


class Stale(NamedTuple):
    """A correction that fits nothing: `drop 2, “on a sticky note”: nobody said these words`."""

    number: int
    """Its place among those of its table, from 1."""
    table: str
    words: str
    """What it is about: its words, its own text where it has none, or a label."""
    why: str

    def __str__(self) -> str:
        return f"{self.table} {self.number}, “{' '.join(self.words.split())}”: {self.why}"


def correct(
    recap: Recap,
    corrections: Corrections,
    transcript: Transcript,
    *,
    overview: Callable[[Recap], tuple[str, ...]] | None = None,
) -> tuple[Recap, tuple[Stale, ...]]:
    """The recap with all that fits; and what does not, which changes nothing.

    Where nothing fits, it is the recap that was given. Corrections are for a recap as it was found: in one that has
    them already, what was dropped, merged and added fits no longer.

    Args:
        recap: what was found in `informed(transcript, corrections)`.
        corrections: what a person set right.
        transcript: as it was read.
        overview: makes the overview anew where items were corrected; one that is given by hand goes before it.
    """
    right = _right(transcript, corrections)
    found, unfit = _applied(_called(recap, right), corrections, informed(transcript, corrections))
    stale = (*_nameless(corrections, right), *_kept(recap, corrections), *unfit)
    found = attended(found, corrections.meeting)
    if overview and found != recap:
        found = found.model_copy(update={"overview": overview(found)})
    found, adopted = _headed(found, corrections.meeting), corrections.meeting.adopted
    if found == recap and not right and adopted in (None, recap.adopted):
        return recap, stale
    state = State.ADOPTED if adopted else State.CORRECTED
    return found.model_copy(update={"state": state, "adopted": adopted}), stale


def stage(recap: Recap, corrections: Corrections, transcript: Transcript) -> Recap:
    """The recap with the names and the merges of the file, in which all its other corrections are looked for."""
    called = _called(recap, _right(transcript, corrections))
    return _each("merge", merged, called, corrections, informed(transcript, corrections))[0]


def _applied(recap: Recap, corrections: Corrections, transcript: Transcript) -> tuple[Recap, list[Stale]]:
    """The recap with its items corrected, and what fits none of them; what is added comes last."""
    recap, unmerged = _each("merge", merged, recap, corrections, transcript)
    recap, unfit = edited(recap, corrections, transcript)
    recap, unsaid = _each("add", added, recap, corrections, transcript)
    stale = [
        Stale(which.number, which.table, _about(getattr(corrections, which.table)[which.number - 1]), why)
        for which, why in unfit.items()
    ]
    return recap, [*unmerged, *stale, *unsaid]


def _each(
    table: str,
    step: Callable[[Recap, Any, Transcript], Recap | str],
    recap: Recap,
    corrections: Corrections,
    transcript: Transcript,
) -> tuple[Recap, list[Stale]]:
    """The recap after each correction of a table, one upon the other, and those that do not fit."""
    stale = []
    for number, one in enumerate(getattr(corrections, table), 1):
        done = step(recap, one, transcript)
        if isinstance(done, str):
            stale.append(Stale(number, table, _about(one), done))
        else:
            recap = done
    return recap, stale


def _right(transcript: Transcript, corrections: Corrections) -> dict[str, str]:
    """The names of the file that fit a label."""
    known = labels(transcript)
    return {label: name for label, name in corrections.names.items() if folded(label) in known}


def _nameless(corrections: Corrections, right: dict[str, str]) -> Iterator[Stale]:
    for number, label in enumerate(corrections.names, 1):
        if label not in right:
            yield Stale(number, "names", label, "nobody here has this label")


def _kept(recap: Recap, corrections: Corrections) -> Iterator[Stale]:
    """What should have been kept out before anything was found."""
    for number, stretch in enumerate(corrections.meeting.withhold, 1):
        if not recap.withheld.turns:
            yield Stale(number, "withhold", stretch, "nothing was kept out")


def _called(recap: Recap, right: dict[str, str]) -> Recap:
    """The recap in which those who were given a name bear it, whatever else was understood."""
    speakers = []
    for speaker in recap.speakers:
        name = next((label for label in speaker.labels if label in right.values()), None)
        by_hand = tuple(dict.fromkeys((*speaker.by_hand, "name")))
        speakers.append(speaker.model_copy(update={"name": name, "by_hand": by_hand}) if name else speaker)
    return recap.model_copy(update={"speakers": tuple(speakers)})


def _headed(recap: Recap, meeting: Meeting) -> Recap:
    """The recap with the overview of the file, and with what of its head stands there because the file has it."""
    said = [name for name in GIVEN if getattr(meeting, name) is not None]
    own = {} if meeting.overview is None else {"overview": meeting.overview}
    held = [name for name, value in facts(meeting).items() if getattr(recap, name) == value]
    return recap.model_copy(update={**own, "by_hand": tuple(dict.fromkeys((*recap.by_hand, *held, *said, *own)))})


def _about(one: Keyed | Add) -> str:
    """What a correction is about, in its own words."""
    return " … ".join(one.words) if one.words else getattr(one, "text", "")
