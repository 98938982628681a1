"""What was settled, as minutes have it: which words say it, and the sentence made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding.parse import parse
from minutes.finding.wording import cuts
from minutes.finding.wording.plain import plain, spoken, stopped
from minutes.finding.wording.sentence import minuted, quoted
from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import either, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_I = re.IGNORECASE
_SETTLED = either("settled")
_IS = r"(?:that's|that is|it's|it is|this is|we're|we are|we're all|we all|is)"
_LINK_WORDS = r"(?:so|then|and|but|now|okay|ok|right|good|well|all right)"
_THINKING = either("leads-to-settled")
_AHEAD = re.compile(
    rf"(?:{_LINK_WORDS}\b[\s,.:;—–-]*|"
    rf"{_IS} (?:all |then |now )*(?:{_SETTLED}|that)\b(?:,? then)?(?:[\s,.:;—–-]+|$)(?:that\s+)?|"
    rf"{_SETTLED}(?:,? then)?(?:[,.:;!—–-]+\s*|\s+(?={_LINK_WORDS}\b|we\b))|"
    rf"{_THINKING}(?:\s+that\b|\s*[,:])?\s+|that\s+(?=(?:we|no|nobody|every\w*|all)\b))+",
    _I,
)
_AFTER = re.compile(rf"[\s,;:.—–-]+{either('after-settled')}[\s.?!,]*$", _I)
_VOTE = re.compile(rf"\b{either('votes')}\s+(?P<what>(?!(?:this|that|it|one)\b)\w.*)", _I)
_WE = re.compile(r"(?:we|the group|nobody|no one|everyone|everybody|all of us|each of us)\b", _I)
_LETS = re.compile(r"let's\s+(?=\w)", _I)
_MOVED = re.compile(r"(?:can|could|shall|should|why don't) we\s+(?=\w)", _I)
_PROCEDURE = re.compile(
    r"(?:(?:(?:can|could|shall|should) )?we (?:will |should )?|let's )?"
    r"(?:vote|take (?:the|a) (?:vote|temperature|break)|do it|see|record|show|hear|move on|put it|item|next)\b"
    r"|(?:that's )?(?:everybody|everyone|all of us)\b|(?:[^\W\d_a-z]\w*,\s+){2,}[^\W\d_a-z]\w*\W*$",
)
"""What is done to settle, or who was for it, and so not what was settled."""
_THAT = re.compile(r"(?:is|are) (?P<what>that|this|it|they) (?=\w)", _I)
_FIRST = re.compile(r"\b(?:i|my|me|i'm|i'll|i've|i'd|you|your|you're|you've|you'll)\b", _I)
_RESULT = re.compile(r"^\W*(?:(?:okay|ok|right|yes|no|good|lovely|and|well)\W+)*(?:so|then)\b|\bthen\W*$", _I)
_POINTS = re.compile(r"(?:that|this)(?:'s| is| was)\b", _I)
_ALONE = 3
"""Words of content with which a sentence says enough though it begins with `that`."""
_TO_DO = re.compile(r"(?:that|it|this)(?:'s| is) (?P<who>[^\W\d_a-z][\w'-]*(?: and [^\W\d_a-z][\w'-]*)?) (?=to [a-z])")
"""`That's Padma to speak.`"""
_CONTENT = re.compile(r"[^\W\d_]{4,}|\d+", _I)
_ASKS = re.compile(r"(?:do(?:es)?|did|has|have|who|what|where|when|why|how|which|(?:is|are) there)\b[^?]*\?\W*$", _I)
_THIN = vocabulary("thin")


class Said(NamedTuple):
    """A sentence that may say what was settled."""

    text: str
    speaker: str | None
    asked: bool
    settles: bool
    """Whether a cue of settling stands in it."""
    away: int
    """Turns between it and the settling word."""


def telling(said: Sequence[Said]) -> int:
    """The place of the sentence that best says what was settled: a result, a motion, a vote, the proposal before."""
    return max(range(len(said)), key=lambda place: (_score(said[place]), place))


def only_asks(text: str) -> bool:
    """Whether the words ask what is not known, and put nothing to the vote: `Does anyone know who decides that?`"""
    return _VOTE.search(text) is None and _ASKS.match(_bare(text) or text) is not None


def decided(texts: Sequence[tuple[str, str | None, bool | None]]) -> list[str]:
    """For each triple of clean words, the speaker's label and how it came out, the decision in one sentence.

    True: carried; False: turned down; None: nobody said how a vote came out.
    """
    shaped = [_shape(text) for text, _, _ in texts]
    docs = parse(bare for bare, _ in shaped)
    return [_decided(doc, form, said) for doc, (_, form), said in zip(docs, shaped, texts, strict=True)]


def _bare(text: str) -> str:
    """The words without "that's settled, then:" before and "agreed?" behind."""
    words = re.sub(r"\b(?:all right|alright)\b", "okay", plain(text), flags=_I).strip()
    words = re.sub(r"(?<=\w) then(?=,)", "", words)
    ahead = _AHEAD.match(words)
    rest = words[ahead.end() :] if ahead else words
    shorter = _AFTER.sub("", rest)
    while shorter != rest:
        rest, shorter = shorter, _AFTER.sub("", shorter)
    return rest.strip(" ,;:—–-") if len(rest.split()) > 1 else ""


def _score(one: Said) -> float:
    vote = _VOTE.search(one.text)
    bare = vote["what"] if vote else _bare(one.text)
    content = [word for word in _CONTENT.findall(bare.lower()) if word not in _THIN]
    if not content:
        return -10.0
    if (not vote and _PROCEDURE.match(bare[:1].lower() + bare[1:])) or _PROCEDURE.match(bare):
        return -5.0
    score = 0.5 * min(len(content), 7) - 0.9 * one.away + 0.8 * one.settles
    if vote:
        return score + (2 if len(content) > 1 else 0)
    if re.match(
        r"\W*(?:that we|i move|i propose|(?:the )?(?:motion|resolution|decision|decided|resolved)\b)", one.text, _I
    ):
        score += 2.5
    if _WE.match(bare) or _RESULT.search(one.text) or _LETS.match(bare):
        score += 1.5
    if _MOVED.match(bare):
        score += 1
    elif one.asked:
        score -= 2
    pointing = _POINTS.match(bare) is not None and len(content) < _ALONE
    return score - 1.5 * bool(_FIRST.search(bare)) - 1.5 * pointing


def _shape(text: str) -> tuple[str, str]:
    """The words that say it, and their form: vote, we, motion, or said."""
    vote = _VOTE.search(text)
    if vote:
        return plain(vote["what"]).rstrip(".?! "), "vote"
    bare = _bare(text).rstrip("?")
    if match := _LETS.match(bare):
        rest = bare[match.end() :]
        return (f"we don't {rest[4:]}" if rest.lower().startswith("not ") else f"we {rest}"), "said"
    if match := _MOVED.match(bare):
        return f"we will {bare[match.end() :]}", "said"
    if match := _TO_DO.match(bare):
        return f"{match['who']} {'are' if ' and ' in match['who'] else 'is'} {bare[match.end() :]}", "said"
    if match := _THAT.match(bare):
        return f"{match['what']} is {bare[match.end() :]}", "said"
    return bare, "said"


def _decided(doc: Doc, form: str, said: tuple[str, str | None, bool | None]) -> str:
    text, speaker, carried = said
    tokens = [token for token in doc if not token.is_space]
    if not tokens:
        return quoted(spoken(text), speaker)
    if form == "vote":
        verb = {True: "agreed to", False: "turned down", None: "voted on"}[carried]
        return stopped(f"The group {verb} {_low(doc, told(cuts.shortened(doc), Voice(speaker)))}")
    if not _stated(doc) or tokens[0].lower_ == "no":
        lost = carried is False and tokens[0].lower_ != "no"
        return stopped(f"{'Not agreed' if lost else 'Agreed'}: {_low(doc, told(tokens, Voice(speaker)))}")
    worded = minuted([(doc.text, speaker)])[0]
    return quoted(spoken(text), speaker) if "“" in worded else worded


def _stated(doc: Doc) -> bool:
    """Whether the words are a sentence, and not only a thing or a day."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    return root.pos_ in ("VERB", "AUX") and cuts.finite(list(doc))


def _low(doc: Doc, text: str) -> str:
    """The words as they go on inside a sentence."""
    return text if doc[0].pos_ == "PROPN" or doc[0].lower_ in ("i", "my") else text[:1].lower() + text[1:]
