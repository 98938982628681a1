"""The words without what people say around them: openers, asides, tails, stammering, remains of links."""

from __future__ import annotations

import re

from minutes.finding.sentences import repeats
from minutes.finding.wording.words import either, vocabulary

_I = re.IGNORECASE
_OPENER = re.compile(
    rf"\W*(?:{either('soft-openers')}\b(?!-|\s+(?:far|many|much|long|as)\b)(?:\s*[,.:;—–]+|(?=\s))(?:\s*that,)?|{either('hard-openers')}\s*(?:[,.!:;—–]+|\s[-–—]\s)|"
    r"(?:no|yes|sure|right|yeah)\s+(?=(?:i|we|he|she|they|it|it's|i'll|i'm|we'll|that's|there's|you)\b)|now\s+(?=(?:i'll|we'll|let's)\b))\s*",
    _I,
)
_TAIL = re.compile(
    rf"(?:[\s,;—–-]+{either('tails')}|[,;—–-]\s*{either('set-off-tails')})(?=[\s.?!,;…—–-]*$)[\s.?!,;…—–-]*$", _I
)
_ENDING = 100
"""Characters at the end of a sentence that may be a tail."""
_LOOSE_TAIL = re.compile(r"\b(?:and|but|or|so|because|the|a|an|um|uh|my|our)\s*[—–-]*\s*$", _I)
_ASIDE = re.compile(rf"(?:,\s*|(?<=\s)|^){either('asides')}(?:\s*,|(?=\s))", _I)
_CLAUSE = re.compile(r"\s*(?:i|we|you|he|she|they|it|there|that|this|and|but|so|or|because|who|which|if|when)\b", _I)
_PARENTHESES = re.compile(r"\s*[\[({][^\[\](){}\n]{0,80}[\])}]")
_LINK = re.compile(r"https?:|www\.|href|[<>]|\]\(|\[\w+\]:", _I)
_LABEL = re.compile(r"\[(?P<label>[^\[\]\n]{1,80})\]\([^()\s]{0,300}\)")
_ANCHOR = re.compile(r"<\s*/?\s*a\b[^<>]{0,300}>?|\ba\s+href\b", _I)
_TWICE = re.compile(r"(?<![\w'-])(?P<said>\w[\w']*(?:\s+\w[\w']*){0,4})(?:\s*[,—–-]+\s*|\s+)(?P=said)(?![\w'-])", _I)
_STAMMERS = 3
"""Times that a stammer within a stammer is taken out."""
_MEANT = vocabulary("twice")
_START = re.compile(r"(?<![\w'])(i|we|you|he|she|it|they|that|there|who|what)[\s,—–-]+(?=\1['’])", _I)
_ASKING = re.compile(
    r"\W*(?:who|what|when|where|why|how|which|whose|can|could|would|will|shall|should|do|does|did|don't|is|are|has|have|may)\b",
    _I,
)
_WHOLE = re.compile(r"\b(?:all|every one|each(?: and every one| one)?) of us\b(?:[\s,]+(?:we|us)\b)?", _I)
_SLURRED = {
    "gotta": "have to",
    "wanna": "want to",
    "gonna": "going to",
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "im": "I'm",
    "ive": "I've",
}
_SLUR = re.compile(r"(?:(?<=['’]ve )|(?<=['’]s ))?\b(?:" + "|".join(_SLURRED) + r")\b", _I)
_DASHED = re.compile(r"\s*(?:—|–|--|…|\.\.\.)\s*$")


def plain(text: str) -> str:
    """The clean words of one sentence as they may be minuted: no opener, aside, tail, stammer, or piece of a link."""
    return _trimmed(_WHOLE.sub("everyone", _slurred(_straight(text))))


def spoken(text: str) -> str:
    """The same, with no word put in place of another: fit to stand between quotation marks."""
    return _trimmed(_straight(text))


def _straight(text: str) -> str:
    return _unlinked(text.replace("’", "'").replace("‘", "'"))


def _trimmed(text: str) -> str:
    bare = _single(_ASIDE.sub(_gap, _PARENTHESES.sub("", text)))
    return _ending(_opened(bare)) or _tidy(bare)


def opened(text: str) -> str:
    """The words without what people say before they say something, as a sentence begins and ends."""
    return stopped(_opened(text) or text)


def stopped(text: str) -> str:
    """The words with a capital and a stop."""
    text = re.sub(r"(?<!\.)\.\.$", ".", re.sub(r"[\s,;:—–-]+$", "", _tidy(text)))
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?…”" else text + "."


def _opened(text: str) -> str:
    at = 0
    while match := _OPENER.match(text, at):
        if match.end() == at or not re.search(r"\w\W+\w|\w{3}", text[match.end() :]):
            break
        at = match.end()
    return text[at:].lstrip(" ,;:—–-.!?")


def ended(text: str) -> str:
    """The beginning of the text that is left when tails and loose ends are taken off."""
    text = _DASHED.sub("", text.rstrip())
    while True:
        begin, end = text[:-_ENDING], text[-_ENDING:]
        shorter = begin + _LOOSE_TAIL.sub("", _TAIL.sub("", end))
        if shorter == text or not re.search(r"\w{2}.*\s", shorter):
            return text
        text = shorter


def _ending(text: str) -> str:
    stop = "?" if text.rstrip(" \"')”").endswith("?") else ""
    whole = text
    text = ended(text.strip())
    text = _tidy(text).rstrip(" ,;:—–-")
    if stop and len(text) < len(whole.rstrip(" ?")) - 2 and not _ASKING.match(text):
        stop = ""
    return text + stop if text and text[-1] not in ".?!" else text


def _unlinked(text: str) -> str:
    return " ".join(word for word in _ANCHOR.sub(" ", _LABEL.sub(r"\g<label>", text)).split() if not _LINK.search(word))


def _slurred(text: str) -> str:
    text = re.sub(r"(['’])(?:ve|s) gotta\b", r"\1ve to", text)
    return _SLUR.sub(lambda match: _SLURRED[match[0].lower()], text)


def _gap(match: re.Match[str]) -> str:
    """What stays of an aside: the comma before a new clause, and none within one (`I spent, like, four hours`)."""
    if not match[0].startswith(","):
        return " " if match.start() else ""
    return "," if not match[0].endswith(",") or _CLAUSE.match(match.string, match.end()) else ""


def _single(text: str) -> str:
    """Each stammered word or phrase once, unless people do say the word twice."""
    text = _START.sub("", text)
    for _ in range(_STAMMERS if repeats(text) else 0):
        text = _TWICE.sub(_once, text)
    return text


def _once(match: re.Match[str]) -> str:
    said = match["said"]
    return match[0] if said.lower().split()[0] in _MEANT or said.isdigit() else said


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s+(?=[,.;:?!])", "", re.sub(r",(?:\s*,)+", ",", text))
