"""Going over the minutes of one meeting, item by item; each decision is kept before the next one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from minutes.checking.columns import section
from minutes.drafting import Wishes
from minutes.errors import InputError
from minutes.model import Recap, Transcript
from minutes.reviewing import cards, deciding, exporting
from minutes.reviewing.cards import Card
from minutes.reviewing.desk import lay
from minutes.reviewing.forms import Form, empty, people, plain
from minutes.reviewing.keeping import Kept
from minutes.reviewing.quoting import Marked
from minutes.revising.corrections import Corrections
from minutes.revising.corrections.kinds import ADDED, KINDS
from minutes.writing import render


class Review:
    """What a person decides of the items of one meeting, kept in a file of corrections.

    Every decision is written to the file at once; what is refused changes neither the file nor the minutes.

    Args:
        transcript: the meeting, as it was read.
        file: where decisions are kept; it goes on from what stands there, and is made with the first decision.
        wishes: the day, the title, the rules and what is withheld. The corrections come from the file.

    Raises:
        RulesError: a mistake in the file, with its line.
        OutputError: the file cannot be written there.
        InputError: the day is none, what is withheld fits nothing, or the file is of another meeting.
    """

    def __init__(self, transcript: Transcript, file: str | os.PathLike[str], wishes: Wishes | None = None) -> None:
        self._given, self._wishes, self._kept = transcript, wishes or Wishes(), Kept(Path(file))
        self._before: list[Corrections] = []
        self._desk = lay(transcript, self._wishes, self._kept.corrections)
        if len(self._desk.stale) > 1 and _foreign(self._desk.corrections, len(self._desk.stale)):
            what = "nothing that it says fits this transcript"
            raise InputError(what, file=self.file.name, todo="name another file for the decisions of this meeting")
        self._first, self._pages = self.recap, dict[str, bytes]()

    @property
    def file(self) -> Path:
        """Where decisions are kept."""
        return self._kept.path

    @property
    def recap(self) -> Recap:
        """The minutes with all that was decided."""
        return self._desk.recap

    @property
    def corrections(self) -> Corrections:
        """All that was decided."""
        return self._desk.corrections

    @property
    def transcript(self) -> Transcript:
        """The meeting without what is withheld, under the names that were given."""
        return self._desk.transcript

    @property
    def cards(self) -> tuple[Card, ...]:
        """A card for each item, in the order in which a person goes over them."""
        desk = self._desk
        return tuple(cards.cards(desk.base, desk.corrections, desk.transcript, desk.fixed))

    @property
    def titles(self) -> Mapping[str, str]:
        """What the cards of each kind stand under, in their order."""
        titles = self._desk.fixed.titles
        return {cards.MEETING: "Meeting", **{name: titles[section(KINDS[name])] for name in cards.ORDER}}

    @property
    def forms(self) -> tuple[Form, ...]:
        """An empty form for each kind of which an item can be added."""
        known = people(speaker.name for speaker in self.recap.speakers)
        kinds, titles = (KINDS[name] for name in cards.ORDER if name in ADDED), self.titles
        return tuple(empty(kind, titles[kind.name], known, self._desk.fixed) for kind in kinds)

    @property
    def notes(self) -> tuple[str, ...]:
        """The corrections in the file that fit nothing, a sentence each."""
        return tuple(map(str, self._desk.stale))

    @property
    def undoable(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._before)

    def keep(self, key: str) -> None:
        """Lets an item stand as the rules found it."""
        self._decide(deciding.keep(self._desk, key))

    def drop(self, key: str) -> None:
        """Takes an item off the page; one that a person added is forgotten."""
        self._decide(deciding.drop(self._desk, key))

    def restore(self, key: str) -> None:
        """Forgets what was decided of an item."""
        self._decide(deciding.forget(self._desk, key))

    def change(self, key: str, sent: Mapping[str, str]) -> None:
        """Lets an item say what a person wrote into its form; with nothing new in it, the item stands.

        Raises:
            InputError: a field cannot be so.
        """
        with _plainly():
            self._decide(deciding.change(self._desk, key, sent))

    def add(self, kind: str, sent: Mapping[str, str], words: Iterable[Marked] = ()) -> None:
        """Puts an item on the page.

        Args:
            kind: "next step", "decision" …
            sent: the fields of its form.
            words: what was marked in the transcript, on which it rests.

        Raises:
            InputError: a field cannot be so, or nobody said these words there.
        """
        with _plainly():
            self._decide(deciding.add(self._desk, kind, sent, words))

    def undo(self) -> None:
        """Takes the last decision back, if there is one."""
        if self._before:
            self._lay(self._before[-1])
            self._before.pop()

    def write(self, form: str = "docx") -> Path:
        """Writes a page beside the file, and says where it is; a page that a person has changed stays as it is.

        Args:
            form: "docx", "md" or "html".

        Raises:
            OutputError: it cannot be written.
        """
        page, target = render(self.recap, form), self.file.with_suffix(f".{form}")
        before = self._pages.get(form) or render(self._first, form)
        self._pages[form] = page
        return exporting.export(page, target, (before, page))

    def write_veiled(self) -> str:
        """Writes a Word page with stand-ins, or first the file that says who stands in for whom, and tells which.

        Raises:
            OutputError: it cannot be written.
            RulesError: a mistake in the veil file.
            InputError: names are left on the page, which is then not written.
        """
        return exporting.veiled(self._desk, self.file)

    def _decide(self, wanted: Corrections) -> None:
        before = self.corrections
        self._lay(wanted)
        self._before.append(before)

    def _lay(self, wanted: Corrections) -> None:
        """The desk with what is wanted, once it fits and is in the file."""
        with _plainly():
            agreed = Corrections.model_validate(wanted.model_dump())
        desk = lay(self._given, self._wishes, agreed, self._desk)
        known = {(one.table, one.words, one.why) for one in self._desk.stale}
        new = next((one for one in desk.stale if (one.table, one.words, one.why) not in known), None)
        if new:
            raise InputError(new.why, todo="put it another way")
        self._kept.write(desk.corrections)
        self._desk = desk


def _foreign(corrections: Corrections, stale: int) -> bool:
    """Whether corrections are of another meeting: none that rests on words finds them."""
    tied = len((*corrections.drop, *corrections.change, *corrections.merge, *corrections.keep, *corrections.names))
    return stale >= tied + sum(one.words is not None for one in corrections.add)


@contextmanager
def _plainly() -> Iterator[None]:
    """A value that no corrections file may hold is told in one line."""
    try:
        yield
    except ValidationError as error:
        raise plain(error) from None
