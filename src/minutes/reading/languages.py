"""Which language a transcript is in, told by its smallest words, or by its letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from minutes.reading.words import listed

_SMALL = {
    "en": listed("""
        the, and, to, of, that, it, is, you, we, i, have, for, this, with, on, not, but, they, was, so, be, what, at
        our, there, if, about, just, can, would, do, my, your, are, it's, i'm, that's, we're, don't, i'll, as, or
    """),
    "de": listed("""
        der, die, das, und, ich, ist, nicht, wir, ein, eine, zu, den, mit, auf, für, auch, dass, sie, es, haben, dann
        aber, noch, wie, von, dem, so, ja, hat, sind, im, wird, oder, wenn, einen, bei, schon, mal, uns, kann, habe
    """),
    "fr": listed("""
        le, la, les, et, de, des, un, une, est, que, je, nous, vous, pas, pour, dans, ce, on, il, qui, sur, avec, du, au
        mais, ça, c'est, aussi, plus, ou, sont, ont, fait, être, j'ai, d'accord, très, cette, notre, elle, bien, oui
    """),
    "es": listed("""
        el, la, los, las, y, de, que, un, una, es, en, no, por, con, para, lo, se, está, nosotros, yo, pero, como, más
        muy, también, esto, hay, del, al, su, sí, ya, porque, entonces, bueno, tenemos, vamos, este, esta, ser, eso
    """),
    "pt": listed("""
        o, os, as, e, de, que, um, uma, é, em, não, por, com, para, se, está, nós, eu, mas, como, mais, muito, também
        isso, tem, do, da, ao, no, na, sim, já, porque, então, você, temos, vamos, foi, são, gente, aqui, só, ele
    """),
    "it": listed("""
        il, la, i, gli, le, e, di, che, un, una, è, in, non, per, con, si, sono, noi, io, ma, come, più, anche, questo
        del, della, al, sì, già, perché, allora, abbiamo, bene, ho, ha, ci, lo, questa, molto, cosa, però, quindi
    """),
    "nl": listed("""
        de, het, een, en, ik, is, niet, we, van, dat, te, in, op, met, voor, ook, zijn, ze, er, maar, dan, nog, wel, je
        hoe, om, ja, als, aan, heeft, bij, naar, dus, moeten, hebben, wij, deze, kan, zo, goed, wat, kunnen, gaan
    """),
    "sv": listed("""
        och, det, att, i, en, jag, är, inte, vi, på, som, för, med, av, ett, den, har, till, om, så, men, man, ska, kan
        också, de, var, nu, här, vad, hur, där, ja, då, från, eller, måste, bra, vara, när, mycket, mig
    """),
    "pl": listed("""
        i, w, nie, to, na, się, że, z, jest, do, jak, ja, my, co, ale, tak, po, o, już, są, dla, czy, może, tego, było
        mamy, od, tylko, bardzo, przez, ten, ta, też, będzie, jeszcze, dobrze, żeby, no, mam, bo, więc, trzeba
    """),
    "tr": listed("""
        ve, bir, bu, da, de, için, ben, biz, çok, ne, ile, var, ama, o, daha, gibi, evet, mi, mı, olarak, değil, şey
        kadar, sonra, olan, yok, her, ya, ki, şu, bunu, iyi, tamam, olur, nasıl, teşekkürler, zaman, siz, onu, hem
    """),
}
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
    "sv": "Swedish", "pl": "Polish", "tr": "Turkish",
}  # fmt: skip
_SCRIPTS = (
    ("ja", "Japanese", re.compile("[\u3040-\u30ff]")),
    ("zh", "Chinese", re.compile("[\u4e00-\u9fff]")),
    ("ko", "Korean", re.compile("[\uac00-\ud7a3]")),
    ("el", "Greek", re.compile("[\u0370-\u03ff]")),
    ("he", "Hebrew", re.compile("[\u0590-\u05ff]")),
    ("th", "Thai", re.compile("[\u0e00-\u0e7f]")),
    (None, "a language in Cyrillic letters", re.compile("[\u0400-\u052f]")),
    (None, "a language in Arabic letters", re.compile("[\u0600-\u06ff]")),
    (None, "a language in Indian letters", re.compile("[\u0900-\u0dff]")),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ENOUGH = 20
"""Letters below which nothing is said of another script."""
_SAMPLE = 60_000
"""Characters that are looked at, from the beginning."""


def spoken(texts: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """The language as "en" or "de", or None where letters alone do not say it, and a remark where it is not English."""
    sample = " ".join(_first(texts))
    code, name = _by_letters(sample) or _by_words(sample) or ("en", "")
    if code == "en":
        return code, ()
    return code, (f"The words look like {name}; only English is understood, so little or nothing will be found.",)


def _first(texts: Iterable[str]) -> Iterable[str]:
    size = 0
    for text in texts:
        yield text[:_SAMPLE]
        size += len(text)
        if size > _SAMPLE:
            return


def _by_letters(sample: str) -> tuple[str | None, str] | None:
    """The language of letters that are not Latin, where most are of these; Japanese has Chinese ones too."""
    counts = [(len(letters.findall(sample)), code, name) for code, name, letters in _SCRIPTS]
    total = sum(count for count, *_ in counts)
    if total < _ENOUGH or total < len(_LATIN.findall(sample)):
        return None
    if counts[0][0] * 5 >= total:
        return counts[0][1:]
    return max(counts, key=lambda found: found[0])[1:]


def _by_words(sample: str) -> tuple[str, str] | None:
    """The language whose small words are twice as many as the English ones, or None."""
    words = Counter(word.replace("’", "'") for word in _WORD.findall(sample.casefold()))
    shares = {code: sum(words[word] for word in small) for code, small in _SMALL.items()}
    best = max(_NAMES, key=lambda code: shares[code])
    several = sum(len(word) > 1 and words[word] > 0 for word in _SMALL[best]) > 1  # letters alone are no language
    sure = several and shares[best] >= 2 * shares["en"] and shares[best] * 5 >= words.total() >= 8
    return (best, _NAMES[best]) if sure else None
