"""Do two pieces of text speak of the same thing?"""

from __future__ import annotations

import re
from functools import cache


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = _split(
    """
    about above actually after again all almost already also although always and another any anybody anyone
    anything are around ask asked away back basically because become been before being below best better between
    both but call came can cannot come comes could course day days did didn does doing don done down during each
    either else end enough even ever every everybody everyone everything few find first for found from front gave
    get gets getting give given goes going gone gonna good got great had half has hasn have haven having hear her
    here hers herself hey him himself his how however idea ideas instead into isn its itself just keep kind knew
    know known last later least less let like little long look lot lots made make makes making many may maybe mean
    meet meeting might mind mine minute minutes month months more morning most much must myself name need needs
    never new next nice nobody none nor not nothing now okay once one ones only other others ought our ours out
    over own part people perhaps person please point possible probably put quite rather really right said same say
    says saw see seen set several shall she should since some somebody someone something sometimes soon sorry sort
    start started still such suppose sure take talk tell than thank thanks that the their theirs them themselves
    then there these they thing things think this those though thought three through till time today together told
    tomorrow tonight too took tried try trying two under until upon use used very want wanted was wasn way ways
    week weeks well went were what when where whether which while who whole whom whose why will with within
    without won work would wouldn year years yes yesterday yet you your yours yourself
    """
)
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s", "ly")


def content(text: str) -> frozenset[str]:
    """The words that carry what a text is about, cut down to what their forms share."""
    words = _WORD.findall(text.lower())
    return frozenset(stem(word) for word in words if word not in _EMPTY)


@cache
def stem(word: str) -> str:
    """A word without its ending: `posters` → `poster`, `posting` → `post`, `libraries` → `library`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            root = word[: -len(ending)]
            if ending in ("ies", "ied"):
                return root + "y"
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls" else root.rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def alike(one: str, other: str) -> float:
    """How much of the shorter text's content the other shares: 0 to 1; 0 where either says nothing."""
    here, there = content(one), content(other)
    return len(here & there) / min(len(here), len(there)) if here and there else 0.0
