"""The words without what people say around them: openers, asides, tails, stammering, remains of links."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_SOFT = (
    r"so|and|but|or|also|okay|ok|yeah|yep|yup|oh|ah|well|alright|all right|anyway|anyhow|cause|'cause|right so|"
    r"then|now then|you know|you see|i mean|i guess|i suppose|i think|i feel like|i'd say|i reckon|to be honest|honestly|frankly|"
    r"actually|basically|literally|like|as i said|like i said|as you know|as you can see|by the way|first of all|last thing|one more thing|"
    r"quick one|here's the thing|the thing is|my point is|the point is|i just want to say|i just wanted to say|i have to say|i must say|let me say|"
    r"(?:he|she|they)'s right|(?:she|he) is right|sorry|thank you|thanks|please|hi|hello|hey|just to say|just that|what i (?:mean|meant) is"
)
_HARD = (
    r"no|yes|now|right|sure|great|perfect|look|listen|good|fine|exactly|maybe|personally|hm|mine|next|done|agreed|settled|carried|deal|true|of course|"
    r"certainly|absolutely|definitely|lovely|brilliant|excellent|wonderful|cool|nice|fair enough|good point|good question|on that subject|in short|"
    r"question|for me|if i'm honest|if you ask me|in my (?:opinion|view)|never mind|not at all|i'm sorry|i'm afraid|everyone|everybody|guys|friends|folks"
)
_OPENER = re.compile(
    rf"\W*(?:(?:{_SOFT})\b(?!-|\s+(?:far|many|much|long|as)\b)(?:\s*[,.:;—–]+|(?=\s))(?:\s*that,)?|(?:{_HARD})\s*(?:[,.!:;—–]+|\s[-–—]\s)|"
    r"(?:no|yes|sure|right|yeah)\s+(?=(?:i|we|he|she|they|it|it's|i'll|i'm|we'll|that's|there's|you)\b)|now\s+(?=(?:i'll|we'll|let's)\b))\s*",
    _I,
)
_KEPT = re.compile(r"(?:and|or|but|so)\s+(?:then\s+)?$", _I)
_TAIL = re.compile(
    r"(?:[\s,;—–-]+(?:right|okay|ok|yeah|yes|no|(?<!of )(?<!as )you know|you see|i think|i guess|i suppose|i mean|i hope|or something(?: like that)?|or so|or whatever|"
    r"and (?:stuff|things|so on)(?: like that)?|and everything|kind of thing|if that's (?:okay|ok|alright|all right|fine|any good)(?: with (?:you|everyone|everybody))?|"
    r"if (?:you|i|we) (?:like|may|want)|if you don't mind|don't you think|wouldn't you say|isn't it|aren't they|aren't we|don't we|don't you|won't you|"
    r"does that make sense|if that makes sense|do you know what i mean|if you know what i mean|if you see what i mean|sorry(?: love| dear| everyone| all)?|love|thanks|"
    r"thank you(?: very much| so much)?|please|honestly|actually|basically|literally|to be honest|of course|obviously|too|as well|anyway|by the way|"
    r"as i said|like i said|as you know|for what it's worth|so there|so yeah|so|and|but|or|because|that's all|that's it|anyhow|innit|eh|hey)"
    r"(?=\s*[.?!,;…—–-]*\s*$)[\s.?!,;…—–-]*)$",
    _I,
)
_LOOSE_TAIL = re.compile(r"\b(?:and|but|or|so|because|the|a|an|um|uh|my|our)\s*[—–-]*\s*$", _I)
_ASIDE = re.compile(
    r"(?:,\s*|(?<=\s)|^)(?:(?<!of )(?<!do )(?<!as )(?<!if )you know(?! (?:the|a|an|how|what|that|where|who|why|if|whether|him|her|it|me|them|my|our|about)\b)|i mean(?! (?:it|that)\b)|kind of|sort of|kinda|sorta|like i said|as i said|to be honest|i guess|i suppose|as it were|if you like|what's it|"
    r"what do you call it|how do you say|let me think|let me see|let me quote|by the way|sorry|honestly|actually|basically|literally|obviously|um+|uh+|er+|erm+|hm+|(?<=, )em(?=,))(?:\s*,|(?=\s))",
    _I,
)
_PARENTHESES = re.compile(r"\s*[\[({][^\[\](){}\n]{0,80}[\])}]")
_LINK = re.compile(r"https?:|www\.|href|[<>]|\]\(|\[\w+\]:", _I)
_ANCHOR = re.compile(r"<\s*/?\s*a\b[^<>]{0,300}>?|\ba\s+href\b", _I)
_TWICE = re.compile(r"(?<![\w'-])(?P<said>\w[\w']*(?:\s+\w[\w']*){0,4})(?:\s*[,—–-]+\s*|\s+)(?P=said)(?![\w'-])", _I)
_MEANT = frozenset(
    "very really no yes bye ha that had so many much more long far never blah knock five twenty ten one two years again".split()
)
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
    bare = _unlinked(text.replace("’", "'").replace("‘", "'"))
    bare = _WHOLE.sub("everyone", _slurred(bare))
    bare = _single(_ASIDE.sub(_gap, _PARENTHESES.sub("", bare)))
    return _ending(_opened(bare)) or _tidy(text)


def opened(text: str) -> str:
    """The words without what people say before they say something, as a sentence begins and ends."""
    return stopped(_opened(text) or text)


def stopped(text: str) -> str:
    """The words with a capital and a stop."""
    text = re.sub(r"[\s,;:—–-]+$", "", _tidy(text))
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?…”" else text + "."


def _opened(text: str) -> str:
    at = 0
    while match := _OPENER.match(text, at):
        if match.end() == at or not re.search(r"\w\W+\w|\w{3}", text[match.end() :]):
            break
        at = match.end()
    return text[at:].lstrip(" ,;:—–-.!?")


def _ending(text: str) -> str:
    stop = "?" if text.rstrip(" \"')”").endswith("?") else ""
    whole = text
    text = _DASHED.sub("", text.strip())
    while True:
        shorter = _LOOSE_TAIL.sub("", _TAIL.sub("", text))
        if shorter == text or not re.search(r"\w{2}.*\s", shorter):
            break
        text = shorter
    text = _tidy(text).rstrip(" ,;:—–-")
    if stop and len(text) < len(whole.rstrip(" ?")) - 2 and not _ASKING.match(text):
        stop = ""
    return text + stop if text and text[-1] not in ".?!" else text


def _unlinked(text: str) -> str:
    return " ".join(word for word in _ANCHOR.sub(" ", text).split() if not _LINK.search(word))


def _slurred(text: str) -> str:
    text = re.sub(r"(['’])(?:ve|s) gotta\b", r"\1ve to", text)
    return _SLUR.sub(lambda match: _SLURRED[match[0].lower()], text)


def _gap(match: re.Match[str]) -> str:
    return "," if match[0].startswith(",") and not match[0].endswith(",") else " " if match[0][0] not in "," else ""


def _single(text: str) -> str:
    """Each stammered word or phrase once, unless people do say the word twice."""
    text = _START.sub("", text)
    return _TWICE.sub(
        lambda m: m[0] if m["said"].lower().split()[0] in _MEANT or m["said"].isdigit() else m["said"], text
    )


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s+(?=[,.;:?!])", "", re.sub(r",(?:\s*,)+", ",", text))
