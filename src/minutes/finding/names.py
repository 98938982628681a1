"""What people are called: by their labels, and by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_kept = lru_cache(maxsize=512)
"""A label is asked about many times in a row."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DEVICE = re.compile(
    r"(?i)\b(iphone|ipad|android|galaxy|phone|tablet|laptop|macbook|desktop|pc|user|guest|unknown|speaker|participant|zoom|room|"
    r"(?:[a-z]|sm-?)\d{1,4}[a-z]?)\b|^\+?[\d\s().-]{5,}$"
)
_ASIDE = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_PRONOUNS = re.compile(r"(?i)\b(?:he|she|they|him|her|them|his|hers|theirs)\b\s*(?:[/|]|$)")
_TITLES = _words(
    """
    mr mrs ms miss dr doctor prof professor sister brother father pastor rev reverend imam rabbi col captain capt
    sgt sir madam dame lady lord barr barrister cllr councillor dj
    """
)
_ROLES = _words(
    """
    chair chairman chairwoman chairperson host moderator facilitator secretary treasurer president director
    manager coordinator officer clerk scribe expert designer engineer interviewer interviewee presenter speaker
    marketing project industrial user interface branch vice deputy minutes note taker notes the of
    """
)
NOT_NAMES = _words(
    """
    i i'm i'll i've i'd the a an and but so then we you he she it they this that not just going here sorry happy
    glad sure fine okay ok from in on at with afraid also still only all one two three my your our his her its
    their january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday english god christmas easter yes yeah no hi hello hey hiya good
    evening morning afternoon welcome well right thanks thank everyone everybody you're we're he's she's it's
    that's there's myself except money yep oh um uh er erm me now first hm mm ah
    """
)
_OPENERS = NOT_NAMES | _words(
    """
    friends colleagues folks again can hear
    """
)
_PARTICLES = "van der|van den|van|von|de la|de|der|den|da|del|dos|la|bin|ibn|al|el|ap|ní|mac"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Prof|Col|Rev|St|Barr)\.?\s)?[^\W\d_a-z][\w'’-]*(?:\s(?:(?:{_PARTICLES})\s)?[^\W\d_a-z][\w'’-]*){{0,3}}"
)
_FILLED = r"[\s,]*(?:(?:um|uh|er|erm|yeah|like|just|well|the other|the first)\b[\s,]*){0,3}"
_SAYS = re.compile(
    rf"(?i)\b(?:i['’]?m|i am|my name is|my name['’]s|name['’]s|this is|it['’]?s|know me|i mean|myself){_FILLED}$"
)
_MY_NAME = re.compile(rf"(?i)\bmy name(?:['’]s| is){_FILLED}$")
_NICK = re.compile(
    r"(?i)\b(?:call me|calls me|(?:they|everyone|everybody|people|most people|friends)(?: here)? (?:says?|calls? me)|"
    r"known as|go by|goes by)\s+(?:the |just )?"
    r"([^\W\d_](?: [^\W\d_]\b){1,3}|[^\W\d_][\w'’-]*(?-i:(?: [A-Z][\w'’-]+)?))"
)
_HERE = re.compile(r"\s+here\b", re.I)
_CLAUSE = re.compile(r"(?:^|[.!?…,;:—–-])\W*$")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLAIN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_FAR = 400
"""Characters of a turn in which somebody gives a name."""
_AFTER_NAME = (
    _OPENERS
    | _ROLES
    | _words(
        """
    is was am are have has had do does did works work who which where when because as for by to of or if like
    whatever speaking again too
    """
    )
)


class Given(NamedTuple):
    """What somebody calls himself in one turn."""

    full: str
    """The fullest form, as it was said."""
    others: tuple[str, ...]
    """Nicknames and shorter forms."""
    end: int
    """The character of the turn from which the words go on behind the name."""
    whole: bool
    """Whether the full form may stand on a page: written as a name, or bearing out the label."""


@_kept
def plain(name: str) -> str:
    """The words of a name in lower case, without stops."""
    return " ".join(_PLAIN.findall(name.replace("’", "'").lower()))


@_kept
def shown(label: str) -> str:
    """A label without pronouns and devices: `Thom (he/him)` → `Thom`; of a role with a name, the name."""
    outside = _ASIDE.sub(" ", label)
    inside = " ".join(
        part
        for pair in _ASIDE.findall(label)
        for part in pair
        if part and not _PRONOUNS.search(part) and not is_role(part)
    )
    if is_role(outside) and inside and not is_device(inside):
        return inside.strip()
    bare = " ".join(word for word in outside.split() if not _DEVICE.search(word))
    return bare or label.strip()


@_kept
def is_device(label: str) -> bool:
    """Whether a label names a machine: `iPhone (3)`, `galaxy a12`, `Ann's tablet`, `+44 20 …`."""
    left = plain(_DEVICE.sub(" ", label)).split()
    return bool(_DEVICE.search(label)) and not any(len(word) > 2 and not word.endswith("'s") for word in left)


def nicknamed(text: str) -> bool:
    """Whether the words say what people call the speaker."""
    return bool(_NICK.search(text))


@_kept
def is_role(label: str) -> bool:
    """Whether a label names an office and nobody: `Chair`, `Project Manager`."""
    words = plain(label).split()
    return bool(words) and all(word in _ROLES for word in words)


@_kept
def callable_words(label: str) -> tuple[str, ...]:
    """The single words of a label by which its speaker may be called."""
    if is_device(label):
        return ()
    return tuple(
        word
        for word in plain(shown(label)).split()
        if word not in _ROLES and word not in _TITLES and not _DEVICE.search(word)
    )


def agree(name: str, label: str) -> bool:
    """Whether a name bears out a label: a word of it, a longer or shorter form, or the letters it is made of."""
    parts, mine = plain(name).split(), callable_words(label)
    if "".join(parts) == "".join(mine):
        return True
    return any(_like(part, word) for part in parts for word in mine)


def _like(part: str, word: str) -> bool:
    short, long = sorted((part, word), key=len)
    return (
        (part == word and len(part) > 1)
        or (len(short) >= 3 and long.startswith(short))
        or (len(word) == 1 and len(part) > 3 and part.startswith(word) and word not in "ai")
    )


def given(text: str, label: str) -> Given | None:
    """What the speaker under a label calls himself in a turn, or None."""
    text = text[:_FAR].replace("’", "'")
    nicks = [(match[1], match.end()) for match in _NICK.finditer(text) if match[1].lower() not in NOT_NAMES]
    spoken = [*_written(text, label, any(agree(nick, label) for nick, _ in nicks)), *_unwritten(text, label)]
    if not spoken:
        return None
    first = spoken[0]
    near = [one for one in spoken if one[2] - first[2] < 60]
    full, whole, _, _ = max(
        near,
        key=lambda one: (
            one[1],
            len(plain(one[0]).split()) if agree(one[0], label) or agree(one[0], first[0]) else 0,
            one is first,
        ),
    )
    others = tuple(dict.fromkeys([one[0] for one in near if one[0] != full] + [nick for nick, _ in nicks]))
    return Given(full, others, max(one[3] for one in near), whole)


_Spoken = tuple[str, bool, int, int]
"""A name, whether it may stand on a page, and its first and last character."""


def _written(text: str, label: str, nicknamed: bool) -> Iterator[_Spoken]:
    """Names with capital letters, where somebody gives his own: `I'm Rima Shaheen`, `Joop, Joop Smit`, `Lulu here`."""
    found = False
    for match in _NAME.finditer(text):
        name, start = _trimmed(match, label)
        if not name:
            continue
        before, end = text[:start], start + len(name)
        here = _HERE.match(text, end)
        alone = bool(_CLAUSE.search(before) or _CLAUSE.search(_no_openers(before)))
        head = not _no_openers(before).strip(" ,.!-—–")
        mine = agree(name, label) and (
            bool(_SAYS.search(before)) or bool(here) or (alone and (head or len(before) < 90))
        )
        nobody = not callable_words(label)
        said = bool(_SAYS.search(before))
        other = (
            bool(_MY_NAME.search(before))
            or (said and (nobody or nicknamed))
            or (head and nicknamed)
            or (alone and nobody and " " in name)
        )
        if mine or other or (found and agree(name, label) and alone):
            found = True
            yield name, not is_device(name), start, here.end() if here else end


def _trimmed(match: re.Match[str], label: str) -> tuple[str, int]:
    """A run of capital words without those that are no names at its beginning and its end."""
    mine = callable_words(label)
    words = list(re.finditer(r"\S+", match[0]))
    while words and (
        words[0][0].lower() in _OPENERS or words[0][0].lower().endswith(("'m", "'s", "'re", "'ve", "'ll"))
    ):
        words.pop(0)
    if len(mine) > 1 and any(plain(word[0]) == mine[0] for word in words):
        words = words[next(n for n, word in enumerate(words) if plain(word[0]) == mine[0]) :]
    while words and (words[-1][0].lower() in NOT_NAMES or words[-1][0].endswith("'s")):
        words.pop()
    if not words:
        return "", match.start()
    return match[0][words[0].start() : words[-1].end()], match.start() + words[0].start()


def _no_openers(before: str) -> str:
    """What stands before, without greetings and fillers at its end."""
    words = list(_TOKEN.finditer(before))
    end = len(before)
    while (
        words
        and words[-1][0].lower() in _OPENERS
        and words[-1][0].lower() not in ("i", "the", "a", "my", "with", "from", "in", "that")
    ):
        end = words.pop().start()
    return before[:end]


def _unwritten(text: str, label: str) -> Iterator[_Spoken]:
    """Names in text without capitals, where to say one's own is to give it: `tesfaye. i moved`, `hi it's hyejin`."""
    tokens = list(_TOKEN.finditer(text))[:40]
    mine = callable_words(label)
    for at, token in enumerate(tokens):
        word = token[0].lower()
        named = word in mine or (
            at < 3 and len(word) > 2 and "'" not in word and any(_like(word, other) for other in mine)
        )
        if named and (token[0].islower() or _lower_surname(text, tokens, at)):
            yield _with_surname(text, label, tokens, at)


def _lower_surname(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """`Tomasz wilk from Wroclaw`, at the beginning of what is said."""
    head = not _no_openers(text[: tokens[at].start()]).strip(" ,.!-—–") or bool(
        _SAYS.search(text[: tokens[at].start()])
    )
    return head and at + 1 < len(tokens) and tokens[at + 1][0].islower()


def _with_surname(text: str, label: str, tokens: list[re.Match[str]], at: int) -> _Spoken:
    """The name with what may be a surname behind it; on a page only if the label's letter bears it out."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is None
        or "'" in following[0]
        or following[0].lower() in _AFTER_NAME
        or text[token.end() : following.start()] != " "
    ):
        here = _HERE.match(text, token.end())
        return token[0], False, token.start(), here.end() if here else token.end()
    letters = [word for word in plain(shown(label)).split() if len(word) == 1]
    borne = any(following[0].lower().startswith(letter) for letter in letters)
    return (
        f"{token[0].capitalize()} {following[0].capitalize()}" if borne else token[0],
        borne,
        token.start(),
        following.end(),
    )
