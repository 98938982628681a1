"""The next steps of a meeting or a series as rows, for the formats that hold nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutes.model import Evidence, NextStep, Ownership, Recap, Series, Thread
from minutes.writing.blocks import Page, Said
from minutes.writing.cells import added, owners
from minutes.writing.outline import cleaned, outline
from minutes.writing.sections import understood
from minutes.writing.trace import clock, said
from minutes.writing.words import Words, words

DONE, DROPPED = "done", "dropped"


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, and where it was said; every text fits any format, on one line."""

    key: str
    """Its id with its meeting's: the same on every run. One that is carried on keeps that of the first meeting."""
    text: str
    who: str
    """Whose it is; an empty text where nobody was named."""
    due: date | None
    due_said: str
    state: str
    """`DONE`, `DROPPED` or "open"."""
    meeting: str
    day: date | None
    """Of the meeting."""
    group: str
    said: tuple[Said, ...]
    """The words that took it on; then those by which it is done or dropped, each with its file."""
    turn: int | None
    """In which it was first said, counted from one."""
    clock: str
    added: str
    """That a person added it, where one did."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Each step once, with what the page of the same meeting says of itself."""

    page: Page
    fixed: Words
    none: str
    """What is told where there are no steps."""
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """The meeting or the series with its day or days, and that these are its next steps."""
        told = ", ".join(filter(None, (self.page.title, self.page.told_day)))
        return self.fixed.steps["titled"].format(meeting=told)

    def of(self, step: Step) -> str:
        """The meeting of a step, with its day."""
        return f"{step.meeting}, {self.fixed.short(step.day)}" if step.day else step.meeting


def steps(minutes: Recap | Series) -> Steps:
    """The steps of a meeting; of a series, each as it stands after the last meeting."""
    recaps = (minutes,) if isinstance(minutes, Recap) else minutes.recaps
    threads = () if isinstance(minutes, Recap) else minutes.threads
    fixed = words(recaps[0].language if recaps else None)
    none = fixed.none["next_steps" if all(map(understood, recaps)) else "foreign"]
    return Steps(outline(minutes), fixed, none, cleaned(tuple(_numbered(_steps(recaps, threads)))))


def _steps(recaps: tuple[Recap, ...], threads: tuple[Thread, ...]) -> Iterator[Step]:
    """What became of things as threads, then the steps of which none tells."""
    left: dict[tuple[int, str], list[NextStep]] = defaultdict(list)
    for at, recap in enumerate(recaps):
        for step in recap.next_steps:
            left[at, step.id].append(step)
    for thread in threads:
        told = [(recaps[item.recap], step) for item in thread.items for step in left.pop((item.recap, item.id), ())]
        if told:
            (first, begun), (last, step) = told[0], told[-1]
            row = _step(last, _latest(step, thread), key=_key(first, begun))
            ended = _ended(thread, [piece for _, one in told for piece in one.evidence])
            yield replace(row, state=thread.state, said=(*row.said, *said(ended, words(last.language), named=True)))
    for (at, _), same in left.items():
        for step in same:
            yield _step(recaps[at], step, key=_key(recaps[at], step))


def _numbered(rows: Iterable[Step]) -> Iterator[Step]:
    """Each with a key of its own, though what somebody says twice in the same words has one id."""
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.key] += 1
        yield row if seen[row.key] == 1 else replace(row, key=f"{row.key}-{seen[row.key]}")


def _latest(step: NextStep, thread: Thread) -> NextStep:
    """The step with what only the series knows: its owners by their fullest names, a day from an earlier meeting."""
    known = thread.owners if step.ownership is Ownership.NAMED else ()
    return step.model_copy(update={"owners": known or step.owners, "due": step.due or thread.due})


def _ended(thread: Thread, taken: Iterable[Evidence]) -> list[Evidence]:
    """The words that say of what was taken on that it is done or dropped."""
    known = {(piece.speaker, piece.turn, piece.quote) for piece in taken}
    over = thread.state in (DONE, DROPPED)
    return [piece for piece in thread.evidence if over and (piece.speaker, piece.turn, piece.quote) not in known]


def _step(recap: Recap, step: NextStep, key: str) -> Step:
    fixed = words(recap.language)
    first: Evidence | None = next((piece for piece in step.evidence if piece.placed), None)
    return Step(
        key=key,
        text=step.text,
        who="" if step.ownership is Ownership.NOBODY else owners(step, fixed),
        due=step.due,
        due_said=step.due_said or "",
        state="open",
        meeting=recap.title,
        day=recap.date,
        group=recap.group or "",
        said=said(step.evidence, fixed),
        turn=first.turn + 1 if first else None,
        clock="" if first is None or first.start is None else clock(first.start),
        added=added(step, fixed),
    )


def _key(recap: Recap, step: NextStep) -> str:
    """The step's id and eight hex digits made from the files of its meeting; where these are veiled, from its head."""
    files = [source.sha256 for source in recap.sources if source.sha256]
    told = "\n".join(files or [recap.title, str(recap.date), *(source.name for source in recap.sources)])
    return f"{step.id}-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:8]}"
