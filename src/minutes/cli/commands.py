"""What each command does with its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from minutes import batch, telling
from minutes.cli.inputs import STANDARD, book, given, key, laid_out, meetings, once, one_meeting, paths, wishes
from minutes.cli.telling import DONE, REFUSED, printable, refuse, say, tell
from minutes.drafting import Wishes, before, draw_up, series_of
from minutes.finding import explain, rules
from minutes.finding.proving import prove
from minutes.following import ties
from minutes.model import Recap, Series, Transcript
from minutes.reading import READERS
from minutes.revising import veil
from minutes.writing import WRITERS, format_of, render
from minutes.writing.files import put
from minutes.writing.spoken import SPOKEN


def recap(chosen: argparse.Namespace) -> int:
    """Writes the recap of one meeting or of a series."""
    chosen.files = list(once(chosen.files))
    _agree(chosen)
    target = None if chosen.out == STANDARD else Path(chosen.out)
    inputs = paths([*chosen.files, *filter(None, (chosen.previous, chosen.ties, chosen.template))])
    refused = batch.guard(target, inputs) if target else None
    if refused:
        return refuse(refused)
    form = chosen.format or (format_of(target) if target else "md")
    laid = laid_out(chosen, form)
    wanted, veiled, found = wishes(chosen), key(chosen), given(chosen)
    if not found:
        return REFUSED
    _suit(chosen, found)
    page: Recap | Series
    if len(found) > 1:
        series = _series(found, chosen, wanted)
        page = veil.veil(series, veiled) if veiled else series
    else:
        recap = _one(found[0], chosen, wanted)
        page = veil.veil(recap, veiled) if veiled else recap
    drawn = render(page, form, laid)
    if target:
        put(drawn, target)
    else:
        say(drawn)
    return DONE


def _series(found: Sequence[Transcript | Recap], chosen: argparse.Namespace, wanted: Wishes) -> Series:
    """The series, with what is to be told of its meetings and of ties that fit nothing."""
    known = ties.load(chosen.ties) if chosen.ties else ties.Ties()
    series, notes, stale = series_of(found, wanted.words, known)
    for note in notes:
        tell("note", note)
    for one in stale:
        tell("note", f"{Path(chosen.ties).name}: {one}")
    return series


def _one(found: Transcript | Recap, chosen: argparse.Namespace, wanted: Wishes) -> Recap:
    """The minutes of one meeting, with what is to be told of them."""
    if isinstance(found, Recap):
        return before(found, wanted.previous)
    drafted = draw_up(found, wanted)
    if drafted.withheld:
        tell("note", f"kept out of the minutes: {_turns(drafted.withheld)}.")
    for stale in drafted.stale:
        tell("note", f"{Path(chosen.corrections).name}: {stale}")
    return drafted.recap


def _turns(numbers: Sequence[int]) -> str:
    """Turns in a row as one stretch: "turns 6-10, 19"."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and stretches[-1][-1] == number - 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    told = ", ".join(f"{one[0]}-{one[-1]}" if len(one) > 1 else f"{one[0]}" for one in stretches)
    return f"turn{'s' if len(numbers) > 1 else ''} {told}"


def _agree(chosen: argparse.Namespace) -> None:
    """Leaves with 2 where the arguments do not go together."""
    if len(chosen.files) > 1 and not chosen.join:
        if chosen.date or chosen.title:
            chosen.parser.error("--date and --title speak of one meeting, and several files were given")
        if chosen.corrections or chosen.withhold:
            chosen.parser.error("--corrections and --withhold speak of one meeting, and several files were given")
        if chosen.previous:
            chosen.parser.error("--previous goes with one meeting, and several files were given")
        if chosen.chat:
            chosen.parser.error("--with speaks of one meeting, and several files were given; --join makes them one")
    if [*chosen.files, chosen.chat].count(STANDARD) > 1:
        chosen.parser.error("standard input can be read once only")
    if chosen.out == STANDARD and chosen.format == "docx":
        chosen.parser.error("a Word file is not for the screen: name it with -o")


def _suit(chosen: argparse.Namespace, found: Sequence[Transcript | Recap]) -> None:
    """Leaves with 2 where the arguments do not go with what the files turned out to hold."""
    if chosen.ties and len(found) == 1:
        chosen.parser.error("--ties speaks of several meetings, and one was given")
    if len(found) > 1 and chosen.previous:
        chosen.parser.error("--previous goes with one meeting, and the file holds several")
    own = {"--date": chosen.date, "--title": chosen.title, "--corrections": chosen.corrections}
    wished = [option for option, value in {**own, "--withhold": chosen.withhold}.items() if value]
    if wished and any(isinstance(one, Recap) for one in found):
        chosen.parser.error(f"{wished[0]} needs the transcript, and the minutes that were made from it were given")


def transcript(chosen: argparse.Namespace) -> int:
    """Says how a transcript was understood."""
    one_meeting(chosen)
    for found in meetings(chosen):
        tell("note", _understood(found))
        say(SPOKEN[chosen.format](found))
        return DONE
    return REFUSED


def _understood(found: Transcript) -> str:
    """What was read, in numbers."""
    kinds = " and ".join(dict.fromkeys(source.format for source in found.sources))
    unnamed = sum(turn.speaker is None for turn in found.turns)
    words = sum(len(turn.text.split()) for turn in found.turns)
    counts = {"turn": len(found.turns), "word": words, "speaker": len(found.speakers)}
    told = ", ".join(f"{count} {thing}{'' if count == 1 else 's'}" for thing, count in counts.items())
    return f"read as {kinds}: {told}{f'; {unnamed} of the turns without a name' if unnamed else ''}."


def explained(chosen: argparse.Namespace) -> int:
    """Says why a recap holds what it holds."""
    one_meeting(chosen)
    words = book(chosen)
    for found in meetings(chosen):
        say(telling.EXPLAINED[chosen.format](explain(found, words=words, withhold=chosen.withhold)))
        return DONE
    return REFUSED


def words(chosen: argparse.Namespace) -> int:
    """Lists the cues, or runs the examples of a user's own."""
    if not chosen.check:
        say("".join(f"{line}\n" for line in telling.cues(rules.standard())).encode())
        return DONE
    path = Path(chosen.check)
    own = rules.load(path)
    failures = prove(own, rules.standard())
    for error in telling.failed(failures, path.name):
        refuse(error)
    if failures:
        return REFUSED
    print(printable(telling.proved(own.cue, path.name)))
    return DONE


def formats(chosen: argparse.Namespace) -> int:
    """Says which formats are read and written."""
    for verb, known in (("reads", READERS), ("writes", WRITERS)):
        for format in known:
            print(f"{verb:8}{format.name:14}{format.told} ({' '.join(format.suffixes)})")
    return DONE
