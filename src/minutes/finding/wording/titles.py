"""What a proposal is called: a few of its own words, as a noun phrase or a doing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes.finding.parse import parse
from minutes.finding.wording.plain import plain
from minutes.finding.wording.verbs import gerund
from minutes.finding.wording.voice import Voice, told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 11
"""Words of a title."""
_REACH = 12
"""Sentences in which a title is looked for."""
_I = re.IGNORECASE
_WHO = r"(?:i|we|you|one|people|everyone|everybody|somebody)"
_SOME = (
    r"(?:really |just |also |always |only |maybe |perhaps |all |both |now |simply |actually |already |still |again )*"
)
_FIRM = 13
"""The number of frames below that surely put something forward; they stand first."""
_FRAMES = [
    rf"(?:i |and i )?(?:thought|was thinking|have been thinking|'ve been thinking|am thinking|wondered|was wondering)[,:]?\s+(?:of |about |that )?{_SOME}",
    rf"i'm (?:thinking|wondering)[,:]?\s+(?:of |about |that )?{_SOME}",
    r"(?:what|how) about (?:if )?",
    r"(?:what if|suppose|imagine|how would it be if|wouldn't it be (?:good|nice|great|better) (?:if|to)|it would be (?:good|nice|great|better) (?:if|to))\s+",
    r"why (?:don't|not|do not|can't|couldn't|shouldn't)\s+",
    rf"(?:could|can|shall|should|might|would)(?:n't)?\s+(?={_WHO}\b)",
    r"(?:my|the|our|one|another|mine|his|her)\s+(?:\w+ ){0,2}?(?:idea|suggestion|proposal|pitch|thought|thing|plan|proposition|motion|dream|wish|hope|project|one)"
    r"(?: here| for (?:this|that|us|the group)| (?:i|we) (?:have|had)| really)?(?:'s| is| was| would be|:|,)\s*(?:that|this|to|for us to|:|,|like)?\s*",
    rf"(?:what )?(?:i|we|they)(?:'d| would|'ll| will|'m)?\s*(?:also |just |formally |therefore |now )*(?:like to |want to |wanted to |going to )?(?:propose|suggest|recommend|move|proposing|suggesting|pitch|put forward|bring forward)(?: is| today is)?(?: that| to)?\s+{_SOME}",
    rf"i(?:'d| would) (?:like|love) (?:us |the group |everyone |everybody |people |to see us |to see )(?:to |at )?{_SOME}",
    rf"what (?:i|we)(?:'d| would)? (?:want|like|love|'ve|have|need|mean|propose)\b.{{0,60}}?\b(?:is|are)\s+(?:that |to )?{_SOME}",
    rf"what (?:i|we)(?:'ve| have) been (?:doing|working on)\b.{{0,40}}?\b(?:is|are)\s+{_SOME}",
    r"let's\s+",
    r"(?:there (?:should|could|might|must|has to|needs to) be|there is|there's|there are|it(?:'s| is| was| would be)|this is|that's|that is)\s+(?:(?:called|about|for)\s+)?(?!that\b|not\b|never\b|because\b)",
    r"(?:on that subject|next|so|then|and then|number \w+|idea \w+|item \w+|first|second|third|finally)\s*[,:]\s*(?:then\s*[,:]\s*)?",
    r"how\s+(?=we\b)",
    r"(?:like )?(?:in|at) \w+,\s*(?=(?:one|a|an|the|every|each)\b)",
    r"that\s+(?=(?:we|i|every|all|no|the)\b)",
]  # fmt: skip
_FRAME = [(re.compile(frame, _I), 0.5 if frame in _FRAMES[_FIRM:] else 3.0) for frame in _FRAMES]
_LATER = 0.3
"""What a sentence loses for each one that stands before it."""
_PROPOSER = Voice("they", doers=("they",))
"""Whoever puts it forward is named beside the title, so there they are "they"."""
_TELLING = 1.2
"""What the telling sentence has before others."""
_PRONOUNS = frozenset("it them they him her that this".split())
_FINITE = ("VBP", "VBZ", "VBD", "MD")
_LIGHT = frozenset(
    "have do make start run organise organize hold launch try get create build establish introduce set keep want need propose suggest begin call love like "
    "consider put offer see host develop borrow".split()
)
_EMPTY = frozenset(
    "idea ideas thought thing things one ones something it this that they them he she we you i simple point pitch suggestion proposal opposite bit lot way mine "
    "thanks question moment time kind sort day everyone everybody somebody people plan what which who problem opinion story lesson reason answer people "
    "everything anything nothing same thought today group".split()
)
_WEAK = frozenset(
    "be go come say think know mean feel see look do have start tell learn hear want like talk guess hope work listen remember notice".split()
)
_WE = frozenset("i we you one everyone everybody people somebody they".split())
_AUXILIARY = frozenset("want need have like love go try start begin would plan".split())
_TIMES = frozenset(
    "year month week day hour minute moment morning afternoon evening night autumn winter spring summer beginning start end christmas easter now years months weeks days "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half version".split()
)
_BARE = {word.rstrip("s") for word in _EMPTY | _TIMES | _NUMBERS}
_CALLED = re.compile(
    r"\bcall(?:ed|s)?(?: it| them| this)?\s+[\"“](?P<name>[^\"“”]{3,60})[\"”]|[\"“](?P<quoted>[^\"“”\s']+(?: [^\"“”\s']+){1,4})[\"”]|\b(?:what (?:i|we) call|(?:i|we) call (?:it|them|this)|it's called|is called) (?P<plain>[\w' -]{3,50})",
    _I,
)
_STOPS = frozenset(", ; : . ? ! — – -".split())


def title(sentences: Sequence[str], around: Sequence[str] = ()) -> str:
    """A short title for what the sentences put forward, from the one that best names it.

    Args:
        sentences: the words of the proposal, the telling sentence first.
        around: what others say just before and after it; a title of words that come back there is preferred.
    """
    said = [bare for text in sentences[:_REACH] if (bare := plain(text))]
    cut = [_unframed(text) for text in said]
    docs = parse(text for text, _ in cut)
    known = Counter(word for text in (*sentences, *around) for word in set(_words(text)))
    names = [_named(doc) for doc in docs]
    scores = [
        _score(doc, name, known) + weight - _LATER * place + _TELLING * (place == 0)
        for place, (doc, name, (_, weight)) in enumerate(zip(docs, names, cut, strict=True))
    ]
    best = max(((score, -place) for place, score in enumerate(scores) if names[place]), default=None)
    return _cased(names[-best[1]] if best else _first_words(said[0] if said else " ".join(sentences[:1])))


def _unframed(text: str) -> tuple[str, float]:
    """The words behind "what if we", "my idea is" and the like, and how surely such words name a proposal."""
    at, weight = 0, 0.0
    for _ in range(4):
        match = next(
            ((found, firm) for frame, firm in _FRAME if (found := frame.match(text, at)) and found.end() > at), None
        )
        if match is None or len(text) - match[0].end() < 3:
            break
        at, weight = match[0].end(), max(weight, match[1])
    return text[at:].strip(" ,.:;?!—–-"), weight


def _score(doc: Doc, name: str, known: Counter[str]) -> float:
    """How well a sentence names the matter."""
    words = [token for token in doc if not token.is_punct]
    content = [word for word in _words(name) if word not in _BARE]
    if not content:
        return -4.0
    score = min(len(content), 4) * 0.5 + sum(min(known[word] - 1, 3) for word in content[:5]) * 0.4
    if len(content) == 1:
        score -= 0.7
    if _CALLED.search(doc.text):
        score += 4
    if len(words) <= 12 and words[0].lower_ in ("a", "an") and not any(token.tag_ in _FINITE for token in words):
        score += 2.5
    if any(token.like_num for token in words):
        score -= 0.7
    if _PRONOUNS & set(name.lower().split()):
        score -= 1.5
    own = _own_verb(list(doc))
    if own is not None:
        aux = {child.lower_ for child in own.lefts}
        score += (
            1.5
            if own.tag_ == "VBG" and "been" in aux or aux & {"could", "should", "'d", "would"}
            else -1
            if own.tag_ in ("VBD", "VBN")
            else 0
        )
    return score


def _words(text: str) -> list[str]:
    return [word.rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", text.lower())]


def _named(doc: Doc) -> str:
    """The thing or the doing that the words name; empty where they name none."""
    tokens = [token for token in doc if not token.is_space]
    if not tokens:
        return ""
    if called := _CALLED.search(doc.text):
        return called["name"] or called["quoted"] or called["plain"]
    if verb := _own_verb(tokens):
        return _doing(verb, tokens)
    head = next((token for token in tokens if token.dep_ == "ROOT"), tokens[0])
    first = next(
        (token for token in tokens if not token.is_punct and token.tag_ not in ("RB", "CC", "UH", "IN", "TO")),
        tokens[0],
    )
    if first.tag_ in ("VB", "VBP", "VBG", "VBD", "VBN") and first.dep_ not in (
        "amod",
        "compound",
        "det",
        "aux",
        "auxpass",
    ):
        return _doing(first, tokens)
    if first.tag_ == "NN" and first.pos_ == "PRON" and first.i + 1 < len(doc) and first.nbor().tag_ == "VBG":
        return told(_cut(tokens[tokens.index(first) :], _LONGEST), _PROPOSER)
    noun = _thing(tokens, first)
    if noun is None:
        return _doing(head, tokens) if head.pos_ == "VERB" else ""
    return _phrase(noun, _own(noun, tokens))


def _own_verb(tokens: Sequence[Token]) -> Token | None:
    """The verb of which the group, or its speaker, is the subject; of `want to run` the second."""
    verb = next(
        (
            token.head
            for token in tokens
            if token.dep_ == "nsubj" and token.lower_ in _WE and token.head.dep_ in ("ROOT", "ccomp", "conj", "advcl")
        ),
        None,
    )
    while verb is not None:
        further = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ in ("VB", "VBG")), None)
        if further is None or verb.lemma_.lower() not in _AUXILIARY:
            break
        verb = further
    return verb


def _doing(verb: Token, tokens: Sequence[Token]) -> str:
    """`run a stall` → `A stall`; `move the core to Rust` → `Moving the core to Rust`."""
    thing = next((child for child in verb.rights if child.dep_ in ("dobj", "attr", "oprd", "pobj")), None)
    if thing is not None and thing.dep_ == "dobj" and verb.lemma_.lower() in _LIGHT and _weighty(thing):
        after = [token for token in tokens if token.i >= thing.left_edge.i]
        return _phrase(thing, after)
    after = [token for token in tokens if token.i > verb.i]
    weighty = any(token.pos_ in ("NOUN", "PROPN", "VERB") and token.lower_ not in _EMPTY for token in after[:10])
    if not weighty or verb.lemma_.lower() in _WEAK or not verb.lemma_.isalpha():
        noun = next((token for token in after if token.pos_ in ("NOUN", "PROPN") and _weighty(token)), None)
        return _phrase(noun, _own(noun, tokens)) if noun is not None else ""
    return f"{gerund(verb.lemma_.lower())} {told(_cut(after, _LONGEST - 1), _PROPOSER)}".strip()


def _thing(tokens: Sequence[Token], first: Token) -> Token | None:
    """The first noun that heads a phrase and says something."""
    for token in tokens[first.i if first.i < len(tokens) else 0 :]:
        if (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "npadvmod", "nmod", "poss")
            and _weighty(token)
        ):
            return token
    return None


def _weighty(noun: Token) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    told_apart = any(
        child.dep_ in ("compound", "amod") and child.pos_ in ("NOUN", "PROPN", "ADJ") for child in noun.lefts
    )
    return noun.lower_ not in _EMPTY or told_apart or _related(noun)


def _related(noun: Token) -> bool:
    """Whether an empty noun lives on the clause behind it: `a day where everyone reads`."""
    return noun.lower_ in _EMPTY and any(
        child.dep_ == "relcl" and not any(word.lower_ in ("i", "you", "we") for word in child.subtree)
        for child in noun.rights
    )


def _own(noun: Token, tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.i >= noun.left_edge.i]


def _phrase(noun: Token, tokens: Sequence[Token]) -> str:
    """The noun with what belongs to it, without a further clause."""
    if _related(noun):
        return told(_trim([token for token in tokens if token.i <= noun.right_edge.i][:_LONGEST]), _PROPOSER)
    kept = _cut(
        [
            token
            for token in tokens
            if not (
                token.i < noun.i and token.dep_ in ("advmod", "punct", "cc", "mark", "prep") and token.head.i >= noun.i
            )
        ],
        _LONGEST,
    )
    words = [
        token
        for token in kept
        if (token.tag_ != "PRP$" or token.i != kept[0].i) and not (token.lemma_ == "be" and token.dep_ == "auxpass")
    ]
    return told(words, _PROPOSER)


def _cut(tokens: Sequence[Token], longest: int) -> list[Token]:
    """The words up to where another clause, or a list of particulars, begins."""
    kept: list[Token] = []
    for token in tokens:
        if (
            kept
            and token.lower_ in ("for", "since", "until", "till", "over")
            and any(later.lower_ in _TIMES for later in token.doc[token.i + 1 : token.i + 5])
        ):
            break
        if kept and (token.text in _STOPS - {"-"} and not _between_adjectives(token) or _clause(token, kept)):
            break
        if len(kept) >= longest and token.dep_ in ("prep", "cc", "mark", "punct", "agent", "advmod", "aux"):
            break
        kept.append(token)
    return _trim(kept[: longest + 4])


def _trim(kept: list[Token]) -> list[Token]:
    while (
        len(kept) > 1
        and (
            kept[-1].tag_ in ("IN", "CC", "DT", "TO", "PRP$", "RB", "WDT", "WP", "WRB", "MD", "PRP", "UH", "EX")
            or kept[-1].is_punct
        )
        and kept[-1].lower_ not in ("away", "together", "online")
    ):
        kept.pop()
    stop = next(
        (place for place, token in enumerate(kept) if place and token.text in (",", ";", ":", ".", "?")), len(kept)
    )
    return kept[:stop] if len(kept) - stop < 3 else kept


def _between_adjectives(token: Token) -> bool:
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        token.text == ","
        and following is not None
        and (following.dep_ == "amod" or following.lower_ in ("one", "no", "same"))
    )


def _clause(token: Token, kept: Sequence[Token]) -> bool:
    if token.lower_ in (
        "because",
        "so",
        "but",
        "although",
        "though",
        "which",
        "who",
        "if",
        "when",
        "while",
        "since",
        "then",
        "where",
    ):
        return True
    if token.lower_ in ("and", "or"):
        return (
            any(later.dep_ in ("nsubj", "nsubjpass", "expl") for later in token.doc[token.i + 1 : token.i + 4])
            or len(kept) >= 6
        )
    return (
        token.tag_ in ("PRP", "EX")
        and token.dep_ in ("nsubj", "nsubjpass", "expl")
        or (
            token.tag_ in ("VBZ", "VBP", "VBD", "MD")
            and token.dep_ not in ("relcl", "xcomp", "auxpass")
            and token.pos_ in ("AUX", "VERB")
        )
    )


def _first_words(text: str) -> str:
    words = _unframed(text)[0].split()
    return " ".join(words[:8])


def _cased(text: str) -> str:
    text = re.sub(r"^(?:that|this|these|those)\s+(?=\w+\s)", "", text.strip(" ,.:;?!—–-"), flags=_I)
    return text[:1].upper() + text[1:]
