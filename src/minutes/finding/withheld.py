"""What was asked to be left out, taken out before anything looks: every character of it is a space from then on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from minutes.finding.joining import Runs, runs
from minutes.finding.offrecord import Span, asked, off_record
from minutes.finding.pieces import Piece
from minutes.finding.ranges import Range, span, times
from minutes.finding.rules import Rulebook, standard
from minutes.finding.sentences import Sentence, sentences
from minutes.model import Transcript, Turn, Withheld

__all__ = ["Range", "span", "withhold"]


def withhold(
    transcript: Transcript, ranges: Sequence[Range] = (), words: Rulebook | None = None
) -> tuple[Transcript, Withheld]:
    """The transcript with a space for every character that is withheld, and how much that is.

    Withheld is what somebody in the meeting asked to be left out, and what is in the ranges. Turns keep their numbers,
    clocks and lengths; where nothing is withheld, the transcript itself comes back. Of a turn withheld in part, as much
    of its time counts as of its letters.

    Raises:
        InputError: no turn is in a range, or it is of the clock and the transcript has none.
    """
    book, left = words or standard(), transcript
    hidden = [piece for one in ranges for piece in one.pieces(transcript)] + _asked(transcript, book)
    while hidden:
        left = _blanked(left, hidden)
        hidden = _asked(left, book)
    return left, _amount(transcript, left)


def _asked(transcript: Transcript, book: Rulebook) -> list[Piece]:
    joined = runs(transcript)
    if not asked(joined.spoken, book):
        return []
    said = sentences(joined.spoken)
    return [piece for one in off_record(said, book) for piece in _pieces(joined, said, one)]


def _pieces(joined: Runs, said: Sequence[Sentence], one: Span) -> Iterable[Piece]:
    """All that stands between the beginning and the end of a span, whoever says it."""
    last = said[one.last]
    places = [(sentence.turn, sentence.start, sentence.end) for sentence in said[one.first : one.last]]
    places.append((last.turn, last.start, _end(joined, last, one.until)))
    found = [piece for place in places for piece in joined.places(*place)]
    begin = min((piece.turn, piece.start) for piece in found)
    end = max((piece.turn, piece.end) for piece in found)
    for turn in range(begin[0], end[0] + 1):
        length = len(joined.whole.turns[turn].text)
        yield Piece(turn, begin[1] if turn == begin[0] else 0, end[1] if turn == end[0] else length)


def _end(joined: Runs, sentence: Sentence, until: float) -> int:
    """The character behind a sentence; or behind the clean character in it, at the next word."""
    if until >= len(sentence.text):
        return sentence.end
    _, end = sentence.span(0, int(until))
    text = joined.spoken.turns[sentence.turn].text
    return next((at for at in range(end, sentence.end) if text[at].isalnum()), sentence.end)


def _blanked(transcript: Transcript, pieces: Sequence[Piece]) -> Transcript:
    found: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        found[piece.turn].append(piece)
    turns = [_spaced(turn, found[number]) if number in found else turn for number, turn in enumerate(transcript.turns)]
    changed = any(new.text != old.text for new, old in zip(turns, transcript.turns, strict=True))
    return transcript.model_copy(update={"turns": tuple(turns)}) if changed else transcript


def _spaced(turn: Turn, pieces: Sequence[Piece]) -> Turn:
    text = turn.text
    for _, start, end in pieces:
        text = text[:start] + " " * (end - start) + text[end:]
    return turn.model_copy(update={"text": text})


def _amount(before: Transcript, after: Transcript) -> Withheld:
    """The turns that lost letters, and the seconds in which those were spoken."""
    turns, seconds = 0, 0.0
    for old, new, (begin, end) in zip(before.turns, after.turns, times(before.turns), strict=True):
        if old.text != new.text:
            lost = 1 - _letters(new.text) / _letters(old.text)
            length = 0.0 if old.start is None or begin is None or end is None else max(0.0, end - begin)
            turns, seconds = turns + 1, seconds + length * lost
    return Withheld(turns=turns, seconds=round(seconds, 3))


def _letters(text: str) -> int:
    return sum(not character.isspace() for character in text)
