"""The veil file as a value: who stands in for whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stand:
    """A person, and who stands in."""

    name: str
    stand_in: str
    also: tuple[str, ...] = ()
    """Nicknames, initials, handles and further labels."""

    @property
    def called(self) -> tuple[str, ...]:
        """The name and all other names, as they are written in the file."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Veil:
    """What is to be replaced, and by what."""

    people: tuple[Stand, ...]
    words: tuple[tuple[str, str], ...] = ()
    """Places, employers and groups, each with what stands in for it."""
    keep: tuple[str, ...] = ()
    """What stays as it is: the labels of people who want that, and addresses of the group."""
    places: bool = False
    """Whether times and turn numbers stay."""
    file: str = "veil.toml"
    """The name of the file, for messages."""
