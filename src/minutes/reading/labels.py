"""Which words before a colon are a speaker: a name comes back, is listed, or the whole file has that shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from minutes.reading import roster
from minutes.reading.words import COMMON, FIELDS, NEVER, PARTICLES, TOPICS

_COLON = re.compile(r"[:：]")
_ODD_SIGNS = re.compile(r"[?!;=<>{}\"“”\\|]|https?|\w{4,}\.\s")
_SENTENCE = re.compile(r"\w{3,}[.?!]\s|\d:\d|(?:\S+\s+){8}")
_SIGNS = re.compile(r"[^\w\s'’.,-]|^[-+]")
_LEAD = re.compile(r"^(?:>>\s*|(?:>|[-–—•*]|\d{1,3}[.)])\s+)")
_BRACKETS = re.compile(r"^[\[(](?P<name>[^\[\]()]{1,80})[\])](?P<gap>\s*[:：]|\s|$)\s*(?P<text>.*)$", re.DOTALL)
_WIDE = re.compile(r"^(?P<name>[^\s:：]{1,40}(?: [^\s:：]{1,40}){0,4}) {2,3}(?P<text>\S.*)$", re.DOTALL)
_NICK = re.compile(r"^\*{0,2}<(?!\d{1,2}:)(?P<name>[^\s<>/=\"][^\s<>=\"]{1,80})>\*{0,2}\s+(?P<text>\S.*)$", re.DOTALL)
_NUMBERED = re.compile(r"^\d{1,3}\s*[:：]")
"""What follows two spaces where they are part of a label, as in `Speaker  1: hello`."""
LONGEST = 80
"""Letters of the longest label."""
_NO_NAMES = FIELDS | TOPICS


class Label(NamedTuple):
    """A line that may begin with a speaker."""

    name: str
    text: str


def cut(line: str) -> Label | None:
    """What stands before and after the first colon that may follow a name, or None."""
    at = line.find(":", 0, LONGEST + 1)
    if at > 0 and line[0].isalpha() and line[at + 1 : at + 2] == " " and "：" not in line[:at]:
        words = line[at + 1 :].strip()  # nearly all lines, and quickly
        return Label(line[:at].strip(" *_\t"), _unmarked(words, "") if words[:2] == "**" else words)
    if at < 0 and ":" not in line[: LONGEST + 20] and "：" not in line[: LONGEST + 20]:
        return None
    bare = line if line[:1].isalpha() else _LEAD.sub("", line, count=1)
    at = bare.find(":", 0, LONGEST + 1)
    if at > 0 and bare[0].isalpha() and bare[at + 1 : at + 2] == " " and "：" not in bare[:at]:
        return Label(bare[:at].strip(" *_\t"), _unmarked(bare[at + 1 :].strip(), ""))
    framed = _BRACKETS.match(bare) if bare[:1] in ("[", "(") else None
    if framed:
        return (
            Label(framed["name"].strip(), framed["text"].strip())
            if ":" in framed["gap"] or "：" in framed["gap"]
            else None
        )
    for found in _COLON.finditer(bare, 0, LONGEST + 1):
        after = bare[found.end() : found.end() + 1]
        if found.start() and (not after or after in " \t\n*_\u00a0" or found[0] == "：" or _glued(bare, found.start())):
            mark = bare[: len(bare) - len(bare.lstrip("*_"))]
            return Label(bare[: found.start()].strip(" *_\t"), _unmarked(bare[found.end() :].strip(), mark))
    return None


def _unmarked(text: str, mark: str) -> str:
    """The words behind a name without the marks that close its bold or italic letters, as in `**Ann:** hello`."""
    return text.removeprefix(mark or "**").strip()


def _glued(line: str, at: int) -> bool:
    """Whether a colon without a space after it still ends a name, as in `Ann:hi`; not in 10:30 or https://."""
    return line[at + 1 : at + 2].isalpha() and line[:at].isalpha() and line[:1].isupper()


def like_name(label: str) -> bool:
    """Whether a label looks like the name of somebody: few words, capitals where the script has them."""
    if not _possible(label):
        return False
    words = [bare for word in label.split() if (bare := word.strip("()[],.~@|/"))]
    cased = [word for word in words if word[0].lower() != word[0].upper() and word not in PARTICLES]
    small = [word for word in cased if word[0].islower()]
    return not small or len(words) == 1 or len(small) * 2 < len(cased) or "(" in label


def _possible(label: str) -> bool:
    """Whether a label can be a name at all: not too long, no field of a header, no beginning of a sentence."""
    words = label.replace("(", " ").replace("[", " ").split()
    if not words or len(label) > LONGEST or len(words) > 9 or not any(character.isalpha() for character in label):
        return False
    first = words[0]
    capitals = all(word[0].isupper() for word in words) and (len(words) > 1 or label.isupper())
    common = first.lower().rstrip(",") in COMMON and not capitals
    return not common and label.casefold().strip(" .") not in NEVER and not _ODD_SIGNS.search(label)


def plausible(label: str) -> bool:
    """Whether a label that stands beside a time may be a name; the time says most of it."""
    return _possible(label) and (like_name(label) or len(label.split()) <= 4)


class Trusted(NamedTuple):
    """The labels of a file that are speakers."""

    names: frozenset[str]
    spaced: bool = False
    """Whether two spaces and no colon stand behind the name, as Otter has it."""

    def split(self, line: str) -> Label | None:
        """The speaker and the words of a line, or None where it begins with no speaker."""
        if self.spaced:
            return self._known(_spaced(line))
        nick = self._known(_angled(line)) if "<" in line[:3] else None
        return nick or self._known(cut(line)) or (self._known(_framed(line)) if line[:1] in ("[", "(") else None)

    def _known(self, found: Label | None) -> Label | None:
        return found if found and found.name.casefold() in self.names else None


def trusted(lines: Iterable[str], *, people: Iterable[str] = ()) -> Trusted:
    """The speakers among the labels of the lines.

    A label is one if it is in the list of people, if it looks like a name and comes back, or if half of the lines or
    more have that shape. Where nearly every line has a label, labels with odd signs are too.
    """
    listed = {person.casefold() for person in people}
    lines = list(lines)
    spaced = sum(1 for line in lines if "  " in line and _spaced(line)) * 2 > len(lines) > 1
    counts, total = _counted(lines, listed, spaced=spaced)
    folded: Counter[str] = Counter()
    for label in counts:
        if like_name(label):
            folded[label.casefold()] += counts[label]
    shaped = sum(folded.values()) * 2 >= total
    lower = sum(count for label, count in counts.items() if label.islower()) * 2 >= total
    capital = {label.casefold() for label in counts if lower or not label.islower()}
    good = {label for label in folded if folded[label] > 1 or (shaped and label in capital)}
    if sum(counts.values()) * 10 >= total * 9:
        good |= capital.intersection(folded)
        good |= {label.casefold() for label in counts if _odd(label, often=total >= 20)}
    good |= {label.casefold() for label in counts if label[:1].isalpha() and roster.name(label) is None}
    nicks = [found.name.casefold() for line in lines if "<" in line and (found := _angled(line))]
    if len(nicks) > 1:
        good |= set(nicks)
    return Trusted(frozenset(good | (listed & {label.casefold() for label in counts})), spaced)


def _counted(lines: list[str], listed: set[str], *, spaced: bool) -> tuple[Counter[str], int]:
    """How often each label begins a line, and how many lines could begin with one."""
    counts: Counter[str] = Counter()
    total = 0
    below = False
    for line in lines:
        found = _spaced(line) if spaced else cut(line) or _framed(line)
        below, owed = bool(found and not found.text), below
        if (owed and not found) or line.strip() == "-":  # the words of a name that stands alone above them
            continue
        if found and found.name.casefold() not in listed and found.name.casefold() in _NO_NAMES:
            continue
        total += 1
        if found:
            counts[found.name] += 1
    return counts, total


def _odd(label: str, *, often: bool) -> bool:
    """Whether a label that looks like no name may be one where nearly every line has a label."""
    words = label.casefold().split()
    signs = _SIGNS.search(label) and not _SENTENCE.search(label) and label.casefold() not in NEVER
    return bool(signs) or (often and len(words) <= 2 and not COMMON.intersection(words) and _possible(label))


def _framed(line: str) -> Label | None:
    """A line that begins with a name in brackets without a colon, as `[Ann] hello` or `(Ann)` alone; not `[laughs]`."""
    found = _BRACKETS.match(line) if line[:1] in ("[", "(") else None
    if not found or found["name"][:1].islower() or roster.is_noise(line[: found.end("name") + 1]):
        return None
    return Label(found["name"].strip(), found["text"].strip())


def _angled(line: str) -> Label | None:
    """A line that begins with a nick as in a chat, `<ann> hello`."""
    found = _NICK.match(line) if "<" in line[:3] else None
    return Label(found["name"], found["text"]) if found else None


def _spaced(line: str) -> Label | None:
    """A line that begins with a name and two spaces, as `Ann  hello`."""
    found = _WIDE.match(line) if "  " in line[:LONGEST] else None
    if not found or not found["name"][:1].isupper() or _NUMBERED.match(found["text"]):
        return None
    return Label(found["name"], found["text"])


def same(label: str, other: str) -> bool:
    """Whether two labels are one, apart from letter case."""
    return label.casefold() == (roster.name(other) or "").casefold()
