"""What a terminal shows of the rules: why items were found, which cues there are, which of their examples fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from minutes.errors import RulesError
from minutes.finding.explaining import Dropped, Explained, Explanation
from minutes.finding.proving import Failure
from minutes.finding.rules import Cue, Rulebook
from minutes.model import Evidence
from minutes.writing.plain import plain
from minutes.writing.trace import said
from minutes.writing.words import words

_FIXED = words("en")
_TITLES = {
    "next_step": "next_steps",
    "decision": "decisions",
    "proposal": "proposals",
    "challenge": "challenges",
    "advice": "advice",
    "question": "questions",
    "introduction": "speakers",
    "resource": "resources",
}
_SHOWN = 70
"""Characters of its phrases that a list of cues shows of each."""


def as_json(explanation: Explanation) -> bytes:
    """The explanation as UTF-8, evidence in the shape that it has in a recap."""
    return (explanation.model_dump_json(indent=2) + "\n").encode()


def as_text(explanation: Explanation) -> bytes:
    """The explanation as UTF-8: the items in the order of the page, then what was rejected in the order of the talk."""
    return ("\n".join([*_found(explanation.items), *_rejected(explanation.rejected)]) + "\n").encode()


EXPLAINED: Mapping[str, Callable[[Explanation], bytes]] = MappingProxyType({"text": as_text, "json": as_json})
"""The formats an explanation is shown in."""


def cues(book: Rulebook) -> Iterator[str]:
    """A line for each cue: its id, what a sentence does that has its words, and the first of them."""
    for cue in book.cue:
        said = ", ".join(cue.say)
        yield f"{cue.id:27} {cue.act:15} {said if len(said) <= _SHOWN else said[: _SHOWN - 1] + '…'}"


def failed(failures: Iterable[Failure], file: str) -> Iterator[RulesError]:
    """Each failure in one line: file, cue, sentence, and what to do."""
    for one in failures:
        what = "not found" if one.field == "hits" else "found, and should be left"
        todo = 'add to "say"' if one.field == "hits" else 'add to "unless"'
        place = f"cue {one.number} ({one.cue}), {one.field}"
        yield RulesError(
            f"{what}: {_FIXED.quoted(one.sentence)}", file=file, place=place, todo=f"{todo}, or mend the sentence"
        )


def proved(cues: Iterable[Cue], file: str) -> str:
    """How much was proved, where nothing failed."""
    counts = [len(cue.hits) + len(cue.misses) for cue in cues]
    told = ", ".join(
        f"{count} {thing}{'' if count == 1 else 's'}"
        for count, thing in ((len(counts), "cue"), (sum(counts), "sentence"))
    )
    return f"{file}: {told}, all as they should be"


def _found(items: Iterable[Explained]) -> Iterator[str]:
    kind = ""
    for item in items:
        if item.kind != kind:
            kind = item.kind
            yield f"{_FIXED.titles[_TITLES[kind]]}\n"
        yield "  " + plain(item.text)
        yield f"      rule   {item.rule}"
        if item.words:
            yield f"      words  {' · '.join(_FIXED.quoted(plain(piece.quote)) for piece in item.words)}"
        yield f"      said   {'; '.join(_places(item.evidence))}"
        if item.shares:
            yield f"      spoke  {', '.join(f'{share.feature} {share.weight:+.2f}' for share in item.shares)}"
        yield ""


def _rejected(dropped: Iterable[Dropped]) -> Iterator[str]:
    yield "Rejected\n"
    for one in dropped:
        yield f"  {_FIXED.quoted(plain(one.evidence.quote))} ({', '.join(_places([one.evidence]))})"
        yield f"      no {one.kind.replace('_', ' ')}: {one.why} ({one.rule})"


def _places(evidence: Iterable[Evidence]) -> Iterable[str]:
    """Who, which turn, when, as on the pages; a turn once."""
    return dict.fromkeys(plain(piece.reference) for piece in said(evidence, _FIXED))
