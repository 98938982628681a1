"""From a transcript to the minutes that a person wants, and from a finished page back to the transcript."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date as Date
from typing import NamedTuple, overload
from warnings import warn

from minutes import checking, finding, following
from minutes.checking import Report
from minutes.checking.learning import Learnt, learn
from minutes.checking.sheets import Sheet, load
from minutes.errors import InputError, MinutesWarning
from minutes.finding.rules import Rulebook
from minutes.finding.withheld import span, withhold
from minutes.following import Followed, Ties
from minutes.following.previous import earlier
from minutes.model import Recap, Series, Transcript
from minutes.revising import corrections as correcting
from minutes.revising import veil as veiling
from minutes.revising.corrections import Corrections, Stale, correct, informed
from minutes.revising.corrections.spoken import spoken
from minutes.revising.veil import Veil
from minutes.writing import Layout, layout
from minutes.writing.layout import USUAL

Path = str | os.PathLike[str]
_KEPT_OUT = "these words are kept out of the minutes"


class Wishes(NamedTuple):
    """What a person says of the minutes beside the transcript."""

    date: str | Date | None = None
    title: str | None = None
    words: Rulebook | None = None
    withhold: Sequence[str] = ()
    """Stretches to be kept out, as "12:30-14:00" or "turns 12-14"."""
    corrections: Corrections = Corrections()
    previous: Recap | None = None
    """The minutes of the meeting before."""


class Read(NamedTuple):
    """A meeting in which the rules have looked; corrections of single items need no other look."""

    given: Transcript
    """As it was read."""
    heard: Transcript
    """Without what is withheld."""
    called: Transcript
    """The same with the names, the title and the day that corrections give."""
    found: Recap
    """What the rules found in it."""
    withheld: tuple[int, ...]
    """The turns, counted from one, of which something is withheld."""


class Drafted(NamedTuple):
    """The minutes of one meeting, with what they were made of."""

    transcript: Transcript
    """Without what is withheld, and with the names that corrections give to labels."""
    found: Recap
    """What the rules found in it."""
    recap: Recap
    """The same with the corrections."""
    stale: tuple[Stale, ...]
    """The corrections that fit nothing."""
    withheld: tuple[int, ...]
    """The turns, counted from one, of which something is withheld; for whoever draws up the minutes, and on no page."""


@overload
def recap(
    source: Transcript,
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str] = (),
    corrections: Path | None = None,
    veil: Path | None = None,
    previous: Path | None = None,
) -> Recap: ...


@overload
def recap(
    source: Sequence[Transcript | Recap],
    *,
    words: Rulebook | None = None,
    veil: Path | None = None,
    ties: Path | None = None,
) -> Series: ...


def recap(
    source: Transcript | Sequence[Transcript | Recap],
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str] = (),
    corrections: Path | None = None,
    veil: Path | None = None,
    previous: Path | None = None,
    ties: Path | None = None,
) -> Recap | Series:
    """The recap of one transcript, or the series of several transcripts or recaps.

    A series has each meeting once and in the order of their days, with what became of next steps, decisions and
    proposals. Meetings that are there twice, or whose day nobody knows, are told as warnings.

    Args:
        source: what was said, or several meetings of one group.
        date: the day of the meeting, against which "by Friday" is resolved; it holds over what the transcript says.
            Without one, days stay as they were said.
        title: the title; it holds over the transcript's own.
        words: the rules, where they are not just ours.
        withhold: stretches to be kept out: "12:30-14:00" on the clock of the recording, "turns 12-14".
        corrections: a file of what a person set right. What fits nothing any more is told as a warning.
        veil: a file of stand-ins for names, for an edition to hand round.
        previous: the minutes of the meeting before, as JSON, whose open next steps come first.
        ties: a file of what a person says of the ties of a series. What fits nothing is told as a warning.

    Raises:
        InputError: `date` is no ISO date, `withhold` fits nothing, or `previous` is no earlier meeting.
        NotFound: a file is not there.
        RulesError: a mistake in a file, or a speaker for whom nobody stands in.
        ModelMissing: the language model is not installed.
    """
    key = veiling.load(veil) if veil else None
    if not isinstance(source, Transcript):
        followed = series_of(source, words, following.ties.load(ties) if ties else following.Ties())
        for note in (*followed.notes, *followed.stale):
            warn(note, MinutesWarning, stacklevel=2)
        return veiling.veil(followed.series, key) if key else followed.series
    known = correcting.load(corrections) if corrections else Corrections()
    last = following.saved.load(previous) if previous else None
    drafted = draw_up(source, Wishes(date, title, words, withhold, known, last))
    for stale in drafted.stale:
        warn(str(stale), MinutesWarning, stacklevel=2)
    return veiling.veil(drafted.recap, key) if key else drafted.recap


def series_of(source: Sequence[Transcript | Recap], words: Rulebook | None, ties: Ties) -> Followed:
    """The series of several meetings, with what is to be told of it."""
    return following.follow(finding.recap(source, words=words).recaps, ties)


def draw_up(transcript: Transcript, wishes: Wishes) -> Drafted:
    """The minutes of a transcript; raises as `minutes.recap` does."""
    return correct_found(look(transcript, wishes), wishes.corrections)


def look(transcript: Transcript, wishes: Wishes) -> Read:
    """What the rules find, in the light of what corrections say of the meeting and of names."""
    corrections = wishes.corrections
    stretches = (*wishes.withhold, *corrections.meeting.withhold)
    heard, left_out = withhold(transcript, [span(one) for one in stretches], wishes.words)
    called = informed(heard, corrections)
    again = None if called is heard else ()  # who is meant by "what Jo said" may be known by the corrected names alone
    found = finding.recap(called, date=wishes.date, title=wishes.title, words=wishes.words, withhold=again)
    found = found.model_copy(update={"withheld": left_out})
    found = before(found, wishes.previous)
    beside = enumerate(zip(transcript.turns, heard.turns, strict=True), start=1)
    kept_out = tuple(number for number, (before, after) in beside if before.text != after.text)
    return Read(transcript, heard, called, found, kept_out)


def before(recap: Recap, previous: Recap | None) -> Recap:
    """The minutes with what was open from the meeting before, where its minutes are given."""
    return recap.model_copy(update={"earlier": earlier(previous, recap)}) if previous else recap


def correct_found(meeting: Read, corrections: Corrections) -> Drafted:
    """The minutes with what a person set right, of a meeting that was looked into with the same names and head."""
    done, stale = correct(meeting.found, corrections, meeting.heard, overview=finding.overview)
    stale = tuple(one._replace(why=_KEPT_OUT) if _kept_out(one, meeting.given, meeting.heard) else one for one in stale)
    return Drafted(meeting.called, meeting.found, done, stale, meeting.withheld)


def _kept_out(one: Stale, transcript: Transcript, heard: Transcript) -> bool:
    """Whether the words of a correction were said, and are kept out of the minutes."""
    said, left = (all(spoken(part, meeting) for part in one.words.split(" … ")) for meeting in (transcript, heard))
    return said and not left


def check(
    page: Path,
    transcript: Transcript,
    *,
    date: str | Date | None = None,
    title: str | None = None,
    corrections: Path | None = None,
    veil: Path | None = None,
    previous: Path | None = None,
    template: Path | None = None,
) -> Report:
    """Whether each line of a finished page leads back to the transcript. It says traced, never true.

    Args:
        page: a Word, Markdown, HTML or JSON file, as it was written or as somebody has edited it since.
        transcript: the meeting.
        date: the day of the meeting, if the page was made with one.
        title: the title, if the page was made with one.
        corrections: the file of corrections; lines that are as it says are counted as by hand.
        veil: the veil file, for an edition with stand-ins.
        previous: the minutes of the meeting before, as JSON, if the page was made with them.
        template: the group's Word file, if the page was made with one.

    Raises:
        NotFound: a file is not there.
        BrokenFile: the page or the template is damaged.
        InputError: no page of minutes, or no template.
        RulesError: the corrections or the veil have a mistake.
    """
    known = correcting.load(corrections) if corrections else Corrections()
    key = veiling.load(veil) if veil else None
    last = following.saved.load(previous) if previous else None
    wishes = Wishes(date, title, corrections=known, previous=last)
    return prove(load(page), transcript, wishes, key, layout(template=template))


def prove(
    page: Sheet, transcript: Transcript, wishes: Wishes, key: Veil | None = None, laid_out: Layout = USUAL
) -> Report:
    """Whether each line of a page that was read back leads to the transcript."""
    _minuted(page)
    drafted = draw_up(transcript, _dated(page, transcript, wishes))
    recaps = [drafted.found, *([drafted.recap] if drafted.recap is not drafted.found else [])]
    if key is None:
        return checking.check(page, drafted.transcript, *recaps, layout=laid_out)
    hidden = [veiling.veil(one, key) for one in recaps]
    spoken = veiling.veiled_transcript(drafted.transcript, key, drafted.found)
    return checking.check(page, spoken, *hidden, layout=laid_out)


def learnt(page: Sheet, transcript: Transcript, wishes: Wishes) -> Learnt:
    """What a person changed on a page; what is known of the meeting itself, of names and of what stands remains.

    Raises:
        InputError: no page of minutes, or an edition with stand-ins, whose names nobody wrote.
    """
    _minuted(page)
    if checking.veiled(page):
        raise InputError("an edition with stand-ins", todo="change the page that it was made from")
    known = wishes.corrections
    before = Corrections(meeting=known.meeting, names=known.names, keep=known.keep)
    drafted = draw_up(transcript, _dated(page, transcript, wishes._replace(corrections=before)))
    found = learn(page, drafted.recap, drafted.transcript, before)
    meeting = found.corrections.meeting
    bare = found.corrections.model_copy(
        update={"meeting": meeting.model_copy(update={"overview": before.meeting.overview})}
    )
    made = [correct(drafted.recap, one, drafted.transcript, overview=finding.overview)[0] for one in (known, bare)]
    untouched = meeting.overview in [(" ".join(one.overview),) for one in made]
    return found._replace(corrections=bare) if untouched else found


def _minuted(page: Sheet) -> None:
    if not checking.minuted(page):
        raise InputError("no page of minutes", todo="give the page first, and then the transcript")


def _dated(page: Sheet, transcript: Transcript, wishes: Wishes) -> Wishes:
    """The wishes with the day that the page has, where nothing else tells a day."""
    known = wishes.date or wishes.corrections.meeting.date or transcript.date
    return wishes if known else wishes._replace(date=checking.held(page))
