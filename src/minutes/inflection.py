"""Is a word of a text said elsewhere, in this form or another of its forms?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APART = re.compile(r"['’](?:s|ll|re|ve|d|m|em)$|s['’]$", re.IGNORECASE)
_NOT = re.compile(r"n['’]t$", re.IGNORECASE)
_WRITTEN_OUT = {
    "cannot": ("can", "not"),
    "gonna": ("going",),
    "gotta": ("got",),
    "wanna": ("want",),
    "dunno": ("know", "not"),
    "alright": ("okay",),
    "ok": ("okay",),
}
"""What words of speech are in writing."""
_CLOSED = """
    a an the this that these those of to in on at by for from with into onto as than whether because cause cos so and
    or but yet
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves one who whom whose which what when where why how
    am is are was were be been being do does did doing done have has had having will would shall should can could
    may might must there here then too also just em themself s t
"""
"""Words of grammar, which wording may change; those that deny are not among them."""
_IRREGULAR = """
    arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent;
    bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought;
    build built;
    burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
    draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
    feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
    forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground;
    grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known;
    lay laid; lead led; lean leant; learn learnt; leave left; lend lent; lie lay lain; light lit; lose lost;
    make made; mean meant; meet met; mistake mistook mistaken; overhear overheard; oversee oversaw overseen;
    overtake overtook overtaken; pay paid; prove proven; rewrite rewrote rewritten; ride rode ridden; ring rang rung;
    rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken;
    shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept;
    slide slid; smell smelt; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun;
    spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike struck; string strung;
    strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught;
    tear tore torn; tell told; think thought; throw threw thrown; understand understood; undertake undertook undertaken;
    wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn;
    withhold withheld; write wrote written; man men; woman women; child children; person people; foot feet; tooth teeth;
    mouse mice; life lives; wife wives; knife knives; leaf leaves; half halves; shelf shelves; good better best;
    bad worse worst
"""
_BASE = {form: line.split()[0] for line in _IRREGULAR.split(";") for form in line.split()}
_BASES = frozenset(_BASE.values())
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ying", "ie"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)


def words(text: str) -> list[str]:
    """The words of a text in lower case, contractions written out: `Amal won't` → `amal`, `will`, `not`.

    >>> words("I don't know, it's Amal's.")
    ['i', 'do', 'not', 'know', 'it', 'amal']
    """
    return [part for word in _WORD.findall(text) for part in _parts(word.lower())]


@cache
def _closed() -> frozenset[str]:
    return frozenset(_CLOSED.split())


@cache
def _parts(word: str) -> tuple[str, ...]:
    if _NOT.search(word):
        stem = {"can't": "can", "won't": "will", "shan't": "shall"}.get(word.replace("’", "'"), _NOT.sub("", word))
        return (stem, "not")
    bare = _APART.sub(lambda found: "s" if found[0][0] in "sS" else "", word)
    return _WRITTEN_OUT.get(bare, (bare,))


@cache
def forms(word: str) -> frozenset[str]:
    """What a word in lower case may be a form of, itself among it: `running` → `running`, `runn`, `run`, `runne`."""
    found = {word, _BASE.get(word, word)}
    for ending, root in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(root) >= 2:
            bare = word[: -len(ending)] + root
            found |= {bare, _BASE.get(bare, bare)}
            if not root and len(bare) > 2 and bare[-1] == bare[-2]:
                found.add(bare[:-1])
    return frozenset(found)


def past(word: str) -> bool:
    """Whether a word in lower case is the past of a verb, and not its base form too: `wrote`, `wanted`, not `put`."""
    irregular = word in _BASE and word not in _BASES
    return irregular or (word.endswith("ed") and len(word) > len("seed") and word[-3] != "e")


def said(texts: Iterable[str]) -> frozenset[str]:
    """All that the words of some texts may be forms of."""
    return frozenset().union(*(forms(word) for text in texts for word in words(text)))


def unsaid(text: str, known: frozenset[str]) -> list[str]:
    """The words of a text, in their order, that carry content or deny, and are no form of anything known.

    Args:
        text: a sentence of minutes.
        known: what `said` makes of the words it may use.

    >>> unsaid("Kambiz will send the new sheet.", said(["I'll send you that sheet", "Kambiz"]))
    ['new']
    """
    return [word for word in words(text) if word not in _closed() and not forms(word) & known]


def used(text: str, texts: Iterable[str], others: Mapping[int, str]) -> list[int]:
    """Of other texts, in their order, the keys of those that hold words of a text which its own texts do not."""
    known = said(texts)
    found = []
    for key, other in others.items():
        with_it = known | said([other])
        if len(unsaid(text, with_it)) < len(unsaid(text, known)):
            found.append(key)
            known = with_it
    return found
