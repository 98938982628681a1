"""What a check of a page came to."""

from __future__ import annotations

from typing import NamedTuple


class Failing(NamedTuple):
    """A line of a page that does not stand."""

    place: str
    """Where a reader finds it: "Next steps, row 3"."""
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class Report(NamedTuple):
    """How many lines of a page lead back to the transcript, and which do not."""

    traced: int
    """Lines that lead to words in the transcript. Traced, not true: nobody but a reader can say that."""
    by_hand: tuple[str, ...]
    """The places of lines that a person wrote or changed, as a file of corrections says."""
    failing: tuple[Failing, ...]

    @property
    def stands(self) -> bool:
        """Whether no line fails."""
        return not self.failing
