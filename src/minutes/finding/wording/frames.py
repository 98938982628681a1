"""How people put an idea: what stands around it, and the same idea put straight."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.finding.wording.plain import plain
from minutes.finding.wording.words import phrases
from minutes.inflection import past

_I = re.IGNORECASE
_NEW = re.compile(
    r"(?:for|to) (?:those|anyone|anybody|everyone|everybody|people|the (?:new|newer|other) (?:people|ones|members))\b"
    r"[^,]{0,50},\s*(?=\w)",
    _I,
)
"""Words to those who do not know it yet: `for those who are new,`."""
_COUNTED = re.compile(r"(?:first|firstly|second|secondly|third|thirdly|finally)(?: of all)?,\s*(?=\w)", _I)
_WHO = r"(?:we|everyone|everybody|each of us|all of us|every \w+|nobody|no one|people)\b"
_SAYING = re.compile(
    r"i(?:'d|'ll| would| will)?(?: really| just| also| formally| therefore)*(?: (?:like|love|want) to)?"
    r"(?: really| just| also| formally| therefore)* (?P<verb>suggest|propose|recommend)\s+(?P<that>that\s+)?"
    r"(?P<rest>\w.*)",
    _I,
)
_MINE = re.compile(
    r"(?:and |so )?(?:(?:my|our|the|one|another)(?: \w+)? (?:idea|suggestion|proposal|pitch|thing|plan|thought)|mine|"
    r"what i(?:'m| was|'ve been)? (?:thinking|suggesting|proposing)|what i(?:'d| would)? (?:propose|suggest|like)|"
    r"i(?:'m| was|'ve been| have been) (?:thinking|wondering)|i (?:thought|wondered))"
    rf"(?: is| was| would be|'s)?[\s,:]+(?:that |maybe |perhaps )*(?P<rest>{_WHO}.*)",
    _I,
)
"""What is the group's to do stands behind: `my thing is we stop paying`."""
_SEEN = re.compile(r"what i(?:'d| would) like(?: us)? to see(?: us)?(?: at| doing| do)? is\s+(?P<rest>\w.*)", _I)
_MODAL = re.compile(rf"(?:maybe |perhaps )?(?P<rest>{_WHO} (?:all )?(?:should|could|might|can|must|ought to)\b.*)", _I)
_DOING = re.compile(
    r"what (?P<who>i|we)(?:'ve| have) been (?:doing|working on|trying)"
    r"(?: (?P<when>(?:since|for|in|over)\b[^,]{2,40}?))?,?"
    r" (?:is|was)(?: that)? (?P<doing>(?!\w+thing\b)\w+ing\b.*)",
    _I,
)
_RUN = re.compile(
    r"(?P<what>(?:the|this|an?) [\w' -]{3,50}?) (?:is|was) (?:something|a thing|what)(?: that)? "
    r"(?P<who>i|we)(?P<been>(?:'ve| have) been [a-z]+ing)\b(?P<rest>.*)",
    _I,
)
_GROUP = re.compile(rf"{_WHO}.*", _I)
_DONE = re.compile(
    r"we (?P<not>don't |do not )?(?P<rest>(?:(?:just|all|also|only|simply) )?(?P<verb>[a-z][a-z'-]*).*)", _I
)
_TENSED = re.compile(
    r"(?:(?:just|all|also|only|simply) )?(?:should|could|would|might|may|can|must|will|shall|are|were|was|has|had|did|"
    r"ought|need|want|know|think|have (?:been|got|had|to|\w+ed)|\w+n't)\b",
    _I,
)
"""A verb that says itself when, or how surely."""
_ANNOUNCED = re.compile(
    r"^(?:\W*(?:so|and|or|but|well|okay|ok|right|now|just|please|um)\b)*\W*(?:"
    r"(?:picture|imagine|consider) (?:this|it)|(?:hear|bear with|listen to) me(?: out)?|here's (?:a|my|one) \w+"
    r"|(?:mine|(?:my|our) (?:\w+ )?(?:one|idea|thing|pitch|plan|thought|proposal|suggestion))(?: is|'s| was) "
    r"(?:simple|short|small|easy|different|this|like this|the opposite)\b.{0,40}"
    r"|I(?:'ve| have|'d| had)?(?: got)? (?:an?|one|another|two) (?:\w+ )?(?:idea|thought|proposal|suggestion)s?"
    r"(?: also| too)?|I(?:'ve| have) been doing (?:a thing|something)\b.{0,60}"
    r")\W*$",
    _I,
)
_FRAMES = [re.compile(phrase, _I) for phrase in phrases("putting-forward")]


def announces(text: str) -> bool:
    """Whether the words say that an idea comes, and not what it is: `So, picture this.`, `Mine is simple.`"""
    return _ANNOUNCED.match(text) is not None


def framed(text: str) -> bool:
    """Whether the words put something forward by their form: `what if we`, `my idea is`, `I'd propose`."""
    bare = plain(text)
    return any(frame.match(bare) for frame in _FRAMES) or _MODAL.match(bare) is not None


def put(text: str, *, firm: bool) -> str:
    """The same put straight, still in the words of the speaker: `I'd suggest we run` → `I suggest that we should run`.

    Args:
        text: the clean words of a sentence.
        firm: whether the speaker is known to propose it, so that `we open a shop` is a suggestion too.
    """
    bare = _COUNTED.sub("", _NEW.sub("", plain(text), count=1), count=1)
    ways = (*_STRAIGHT, (_GROUP, _suggested)) if firm else _STRAIGHT
    found = ((match, way) for pattern, way in ways if (match := pattern.fullmatch(bare.rstrip("."))))
    return next((way(match) for match, way in found), bare)


def _saying(match: re.Match[str]) -> str:
    clause = match["that"] or re.match(_WHO, match["rest"], _I)
    return f"I {match['verb'].lower()} {_should(match['rest']) if clause else match['rest']}"


def _suggested(match: re.Match[str]) -> str:
    return f"I suggest {_should(match.groupdict().get('rest') or match[0])}"


def _doing(match: re.Match[str]) -> str:
    when = f"{match['when']} " if match["when"] else ""
    return f"{when}{match['who']} have been {match['doing']}"


def _running(match: re.Match[str]) -> str:
    return f"{match['who']}{match['been']} {match['what']}{match['rest']}"


def _seeing(match: re.Match[str]) -> str:
    return f"I'd like to see {match['rest']}"


def _should(clause: str) -> str:
    """`we run a stall` → `that we should run a stall`; what has another subject, or a tense, stays."""
    low = clause[:1].lower() + clause[1:] if re.match(_WHO, clause, _I) else clause
    done = _DONE.match(low)
    if done is None or _TENSED.match(done["rest"]) or past(done["verb"]):
        return f"that {low}"
    return f"that we should {'not ' if done['not'] else ''}{done['rest']}"


_STRAIGHT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_DOING, _doing),
    (_RUN, _running),
    (_SAYING, _saying),
    (_SEEN, _seeing),
    (_MINE, _suggested),
    (_MODAL, _suggested),
)
