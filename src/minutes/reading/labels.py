"""Which words before a colon are a speaker: a name comes back, is in the list of people, or the whole file has that shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from minutes.reading import headers, roster
from minutes.reading.clocks import CLOCK, seconds

TOPICS = frozenset(
    "action|actions|action item|action items|to do|todo|to-do|decision|decisions|decided|resolved|resolution|resolutions|"
    "agreed|agreement|topic|topics|subtopic|agenda|agenda item|item|motion|vote|poll|next step|next steps|follow up|"
    "follow-up|followup|info|idea|proposal|proposals|question|questions|q|issue|issues|due|deadline|owner|assignee|"
    "key decision|key decisions|open question|open questions|decision made|takeaway|takeaways".split("|")
)
"""Words that typed notes put before a colon and that are part of what is minuted."""
_NEVER = (
    TOPICS
    | headers.FIELDS
    | frozenset(
        "note|notes|nb|n.b|ps|p.s|problem|problems|solution|summary|overview|conclusion|background|context|warning|important|"
        "example|e.g|i.e|eg|ie|answer|http|https|ftp|mailto|www|tel|email|e-mail|phone|link|links|see|ref|re|fwd|fw|source|"
        "update|updates|reminder|break|intro|outro|introduction|chapter|part|section|step|option|total|result|results|sf|f|a|"
        "pros|cons|fact|quote|tip|reason|goal|goals|aim|purpose|challenge|challenges|risk|risks|benefit|benefits|transcript|"
        "chat|music|sound|audio|applause|laughter|disclaimer|copyright|scribe|scribenick|present+|regrets+|details|highlights|"
        "key points|main points|discussion|other business|any other business|aob|welcome|announcements|feedback".split(
            "|"
        )
    )
)
_COMMON = frozenset(
    "a an the this that these those it its it's he she they we you i i'm i'll i've my your his her our their one two three and or "
    "but so if then because as at by for from in into of on to with about what who why how when where which is are was were be "
    "been do does did have has had can could will would should may might must not no yes yeah ok okay well now here there just "
    "first second third last next also all some any each every other another let let's please thanks thank remember basically "
    "maybe perhaps plus like said says asked meaning namely finally again".split()
)
_PARTICLES = frozenset(
    "de da di do dos das du del della van von der den ter ten la le el al bin ibn ben y e und and of the for".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_COLON = re.compile(r"[:：]")
_ODD_SIGNS = re.compile(r"[?!;=<>{}\"“”\\|]|https?|\w\.\s+\w{4}")
_LEAD = re.compile(r"^(?:>>|[-–—•*])\s+")
_BRACKETS = re.compile(r"^[\[(](?P<name>[^\[\]()]{1,80})[\])](?P<gap>\s*[:：]|\s|$)\s*(?P<text>.*)$", re.DOTALL)
_WIDE = re.compile(r"^(?P<name>[^\s:]\S*(?: \S+){0,4}) {2,3}(?P<text>\S.*)$", re.DOTALL)
_CLOCK_END = re.compile(rf"\s*[\[(]?{CLOCK}[\])]?$")
LONGEST = 80
"""Letters of the longest label."""


class Label(NamedTuple):
    """A line that may begin with a speaker."""

    name: str
    text: str


def cut(line: str) -> Label | None:
    """What stands before and after the first colon that may follow a name, or None."""
    bare = _LEAD.sub("", line, count=1)
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
            return Label(bare[: found.start()].strip(" *_\t"), bare[found.end() :].strip().removeprefix("**").strip())
    return None


def _glued(line: str, at: int) -> bool:
    """Whether a colon without a space after it still ends a name, as in `Ann:hi`; not in 10:30 or https://."""
    return line[at + 1 : at + 2].isalpha() and line[:at].isalpha() and line[:1].isupper()


def like_name(label: str) -> bool:
    """Whether a label looks like the name of somebody: few words, capitals where the script has them."""
    if not 0 < len(label) <= LONGEST or label.casefold().strip(" .") in _NEVER or _ODD_SIGNS.search(label):
        return False
    words = [word.strip("()[],.~@|/") for word in label.split()]
    words = [word for word in words if word]
    cased = [word for word in words if word[:1].lower() != word[:1].upper()]
    if not words or len(words) > 9 or words[0].lower() in _COMMON or seconds(label) is not None:
        return False
    if not any(character.isalpha() for character in label):
        return False
    small = [word for word in cased if word[0].islower() and word not in _PARTICLES]
    return not small or len(words) == 1 or (len(small) * 2 <= len(cased) and len(words) <= 6) or "(" in label


class Trusted(NamedTuple):
    """The labels of a file that are speakers."""

    names: frozenset[str]

    def split(self, line: str) -> Label | None:
        """The speaker and the words of a line, or None where it begins with no speaker."""
        for way in (cut, _framed, _spaced):
            found = way(line)
            if found and found.name.casefold() in self.names:
                return found
        return None


def trusted(lines: Iterable[str], *, people: Iterable[str] = (), share: float = 0.5) -> Trusted:
    """The speakers among the labels of the lines.

    A label is one if it is in the list of people, if it looks like a name and comes back, or if more than `share` of the
    lines have that shape.
    """
    listed = {person.casefold() for person in people}
    counts: Counter[str] = Counter()
    total = 0
    for text in lines:
        total += 1
        for line in text.split("\n"):
            found = cut(line) or _framed(line) or _spaced(line)
            if found:
                counts[found.name] += 1
    named = {label for label in counts if like_name(label)}
    folded: Counter[str] = Counter()
    for label in named:
        folded[label.casefold()] += counts[label]
    shaped = sum(folded.values()) > total * share
    good = {label for label in folded if shaped or folded[label] > 1 or label in listed}
    return Trusted(frozenset(good | (listed & {label.casefold() for label in counts})))


def _framed(line: str) -> Label | None:
    """A line that begins with a name in brackets without a colon, as `[Ann] hello` or `(Ann)` alone; not `[laughs]`."""
    found = _BRACKETS.match(line) if line[:1] in ("[", "(") else None
    if not found or found["name"][:1].islower() or roster.is_noise(line[: found.end("name") + 1]):
        return None
    return Label(found["name"].strip(), found["text"].strip())


def _spaced(line: str) -> Label | None:
    """A line that begins with a name and two spaces, as `Ann  hello`."""
    found = _WIDE.match(line) if "  " in line[:LONGEST] else None
    return Label(found["name"], found["text"]) if found and found["name"][:1].isupper() else None


def same(label: str, other: str) -> bool:
    """Whether two labels are one, apart from letter case."""
    return label.casefold() == (roster.name(other) or "").casefold()


def plausible(label: str) -> bool:
    """Whether a label that stands beside a time may be a name; the time says most of it."""
    return like_name(label) or (
        0 < len(label.split()) <= 6 and label.casefold() not in _NEVER and not _ODD_SIGNS.search(label)
    )
