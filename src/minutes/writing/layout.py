"""How a page is laid out: which of its parts stand, how it names the words it rests on, and on which paper."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Final

from minutes.errors import InputError
from minutes.writing.sections import SECTIONS
from minutes.writing.template import load

FULL, SHORT = STYLES = ("full", "short")
QUOTES, REFERENCES = EVIDENCE = ("quotes", "references")
PAPERS: Final = ("a4", "letter")
PARTS: Final = tuple(dict.fromkeys(part for part, _ in SECTIONS))
"""What a page can show, in the order of the page, by the fields of a recap."""
_SHORT = ("earlier", "next_steps", "decisions", "questions")
"""What is to be done, what is settled and what is not. The overview says the same again, and would cost the page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a person wants of a page; `layout` makes one and looks whether it can be so."""

    style: str = FULL
    parts: tuple[str, ...] = ()
    """None where the style says which stand."""
    evidence: str = QUOTES
    paper: str | None = None
    """None for that of the template, or A4."""
    template: bytes | None = None
    """An empty Word file with the styles of the group."""

    @property
    def shown(self) -> frozenset[str]:
        """The parts that stand on the page."""
        return frozenset(self.parts or (_SHORT if self.style == SHORT else PARTS))

    @property
    def whole(self) -> bool:
        """Whether the page shows all that there is."""
        return self.style == FULL and not self.parts

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of what a person wants otherwise."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) != one.default)

    def __str__(self) -> str:
        """All of it in a line, the same for the same pages."""
        group = sha256(self.template).hexdigest() if self.template else "ours"
        parts = [part for part in PARTS if part in self.shown]
        return f"{self.style}, {' '.join(parts)}, {self.evidence}, paper {self.paper}, template {group}"


USUAL: Final = Layout()
"""Where a person wants nothing else: all parts, with the words that they rest on."""


def layout(
    *,
    style: str = FULL,
    parts: str | Sequence[str] = (),
    evidence: str = QUOTES,
    paper: str | None = None,
    template: str | os.PathLike[str] | None = None,
) -> Layout:
    """The layout, as soon as it is clear that pages can be laid out so.

    Args:
        style: "full", or "short" for next steps, decisions and what is open, which mostly fits on one page.
        parts: the parts that are wanted, as names or as "decisions,next_steps"; without any, those of the style.
        evidence: "quotes" for the words that a line rests on, or "references" for who said them, where and when.
        paper: "a4" or "letter"; without it that of the template, or A4.
        template: a Word file whose styles, margins and letterhead the page takes.

    Raises:
        InputError: there is no such style, part, evidence or paper, or no page can be made from the template.
        NotFound: the template is not there.
        BrokenFile: the template is damaged.
    """
    _choice("style", style, STYLES)
    _choice("evidence", evidence, EVIDENCE)
    if paper is not None:
        _choice("paper", paper, PAPERS)
    return Layout(style, named(parts), evidence, paper, None if template is None else load(template))


def named(parts: str | Iterable[str]) -> tuple[str, ...]:
    """The names of parts, each once; raises InputError where one is none."""
    given = (part.strip() for part in parts.split(",")) if isinstance(parts, str) else parts
    found = tuple(dict.fromkeys(given))
    for part in found:
        _choice("part", part, PARTS)
    return found


def _choice(what: str, found: object, known: Sequence[str]) -> None:
    if found not in known:
        raise InputError(f"{found!r} is no {what} of a page", todo=f"choose from {', '.join(known)}")
