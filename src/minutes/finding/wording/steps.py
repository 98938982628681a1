"""A next step as the table has it: the verb first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes.finding import syntax
from minutes.finding.parse import parse
from minutes.finding.wording.antecedents import meant, pronoun
from minutes.finding.wording.contractions import SUBJECTS
from minutes.finding.wording.plain import ended, plain, spoken, stopped
from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.wanted import CALLED, asked_for, bare, hollow, one_clause, put_first, says, verbal, wanted
from minutes.finding.wording.words import either, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_EMOTIVE = vocabulary("feeling-verbs")
_HANDING = frozenset(["leave", "put", "count", "pass", "hand", "give"])
_NOT = frozenset(["not", "n't", "never"])
_GET = frozenset(["have", "get", "find", "receive", "see", "hear"])
_AHEAD = re.compile(rf"(?:{either('before-orders')}\s+)+(?=[a-z])", re.I)
_SOFT = re.compile(rf",?\s*\b{either('soft-in-steps')}\b(?=[\s,.]|$)|, em\b", re.I)
_TRAILING = re.compile(
    r"(?:[\s,;:—–-]+(?:so|and|but|or|because|then|as well|too|anyway|if|when|that|which|who|the|a|an))+$",
    re.I,
)
_ALONE = vocabulary("alone")
_TELLING_WORDS = 3, 20
"""Words, at least and at most, of a question that tells what its answer is about."""
_BRIEF = 4
"""Words up to which a step with a pronoun needs what it answers to be understood."""


@dataclass(frozen=True)
class Clause:
    """The words of a sentence that say what is to be done, and what stands around them."""

    text: str
    """The clean sentence."""
    start: int
    end: int
    """Its characters that say what; the whole sentence where none do."""
    owners: tuple[str, ...] = ()
    speaker: str | None = None
    addressed: tuple[str, ...] = ()
    due: str | None = None
    """The words of a date that has a column of its own."""
    earlier: tuple[tuple[str, str | None], ...] = ()
    """Sentences before it with their speakers, the nearest first; what is asked there may be what is to be done."""
    answers: int = 0
    """How many of them it answers; they come first."""


def step(words: str, owners: tuple[str, ...], speaker: str | None, addressed: tuple[str, ...] = ()) -> str:
    """The clause as an order, in the third person: `send you my sheet` → `Send Salman their sheet`."""
    return steps([Clause(words, 0, len(words), owners, speaker, addressed)])[0]


def steps(clauses: Sequence[Clause]) -> list[str]:
    """For each clause what is to be done, its verb first: `Send the sheet to Salman`."""
    docs = parse(clause.text for clause in clauses)
    inside = [_inside(doc, clause) for doc, clause in zip(docs, clauses, strict=True)]
    sought = [clause.earlier if _leans(tokens) else () for clause, tokens in zip(clauses, inside, strict=True)]
    said = iter(
        parse(_uncalled(text, one) for one, earlier in zip(clauses, sought, strict=True) for text, _ in earlier)
    )
    before = [[(next(said), who) for _, who in earlier] for earlier in sought]
    return [_step(*one) for one in zip(clauses, docs, inside, before, strict=True)]


def _uncalled(text: str, clause: Clause) -> str:
    """The words without the name of an owner that is called first: `Kwame, the solicitors?` → `the solicitors?`"""
    called = [part for label in clause.owners for part in (label, label.split()[0])]
    return re.sub(rf"^\W*(?:and |so |okay )?(?:{'|'.join(map(re.escape, called))}),\s+", "", text) if called else text


def _leans(tokens: Sequence[Token]) -> bool:
    """Whether the words need what was said before them."""
    return _mine(tokens) or not says(tokens) or pronoun(tokens) is not None or len(tokens) <= 3


def _step(clause: Clause, doc: Doc, tokens: list[Token], earlier: list[tuple[Doc, str | None]]) -> str:
    handed = _handed(clause, tokens)
    if handed or not says(tokens):
        asked = next((found for other, who in earlier if (found := asked_for(other, who == clause.speaker))), None)
        if asked is not None:
            return _worded(clause, asked, earlier)
        if handed:
            return _quoted(clause)
        thing = put_first(doc, tokens)
        if thing:
            return thing
    return _worded(clause, tokens, earlier)


def _quoted(clause: Clause) -> str:
    """The words themselves, behind those that they answer."""
    return " ".join(f"“{words}”" for words in (*_asked(clause), stopped(spoken(clause.text))))


def _asked(clause: Clause) -> tuple[str, ...]:
    """The words that the clause answers, if it answers any."""
    said = [stopped(spoken(text)) for text, _ in clause.earlier[: clause.answers]]
    told = [text for text in said if _TELLING_WORDS[0] <= len(text.split()) <= _TELLING_WORDS[1]]
    return tuple(sorted(told, key=lambda text: not text.endswith("?"))[:1])


def _inside(doc: Doc, clause: Clause) -> list[Token]:
    start, end = clause.start, clause.end
    if start == 0 and (verb := _promised(doc)):
        verb = wanted(verb)
        start, end = verb.idx, syntax.clause_end(verb)
    end = start + len(ended(doc.text[start:end]))
    tokens = [token for token in doc if start <= token.idx < end and not token.is_space]
    while (
        len(tokens) > 1
        and tokens[0].lower_ not in _NOT
        and (tokens[0].is_punct or tokens[0].tag_ in ("RB", "UH", "CC", "TO") or tokens[0].lower_ in ("please", "be"))
    ):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].tag_ == "WP" and tokens[0].dep_ == "nsubj":
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[0].lower_ in ("have", "need", "got") and tokens[1].tag_ == "TO":
        tokens = tokens[2:]
    return one_clause(tokens)


def _promised(doc: Doc) -> Token | None:
    """The verb of a whole sentence in which somebody says "I'll", "you'll" or "somebody should"."""
    for token in doc:
        if (
            token.dep_ == "nsubj"
            and token.lower_ in CALLED
            and any(child.tag_ == "MD" for child in token.head.lefts)
            and token.head.pos_ == "VERB"
        ):
            return token.head
    return None


def _handed(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether one asks others for the task, which the words then do not tell: `leave the girl to me`."""
    return clause.speaker in clause.owners and _mine(tokens)


def _mine(tokens: Sequence[Token]) -> bool:
    if not tokens or tokens[0].lemma_.lower() not in _HANDING or syntax.subject(tokens[0]) is not None:
        return False
    return any(token.lower_ in ("me", "us") and token.head in (tokens[0], *tokens[0].children) for token in tokens)


def _worded(clause: Clause, tokens: Sequence[Token], earlier: Sequence[tuple[Doc, str | None]]) -> str:
    if not tokens or _of_another(tokens[0]):
        return _quoted(clause)
    if denied := _denied(tokens):
        done = _worded(clause, tokens[denied[1] :], earlier)
        return done if done.startswith("“") else f"{denied[0]} {done[:1].lower()}{done[1:]}"
    names = [part for label in (*clause.addressed, *clause.owners) for part in (label, *label.split()) if len(part) > 2]
    word = pronoun(tokens)
    here = [(tokens[0].doc[: tokens[0].i], clause.speaker)] if tokens[0].i else []
    thing = _meant(clause, word, [*here, *earlier]) if tokens[0].lemma_.lower() not in _EMOTIVE else None
    done = _tidied(_told(clause, tokens, (word, thing) if word is not None and thing else None), clause.due, names)
    if (asking := _question(tokens, done, earlier)) is not None:
        return asking
    empty = hollow(tokens) and (thing is None or _given(clause, tokens) is not None)
    if not done or done.lower() in _ALONE or tokens[0].pos_ == "INTJ" or empty or bare(done):
        return _quoted(clause)
    unclear = word is not None and thing is None and len(done.split()) <= _BRIEF
    asked = _asked(clause) if unclear else ()
    return f"{done}: “{asked[0]}”" if asked else done


def _meant(clause: Clause, word: Token | None, earlier: Sequence[tuple[Doc | Span, str | None]]) -> str | None:
    """What the pronoun stands for, unless it is one of those who speak of it."""
    thing = meant(word, earlier) if word is not None else None
    here = " ".join((*clause.owners, *clause.addressed, clause.speaker or "")).lower().split()
    return None if thing and set(thing.lower().split()) & set(here) else thing


def _of_another(first: Token) -> bool:
    """Whether what is to be done cannot begin so: `the tall one`, `they owe a dinner`, `somebody to drive`."""
    return (
        first.tag_ in ("PRP", "PRP$", "WP", "DT", "IN", "EX", "WRB", "WDT", "MD", "CD")
        or first.dep_ in (*SUBJECTS, "npadvmod")
        or first.lower_ in CALLED
        or (first.tag_ == "VBZ" and first.lemma_ in ("have", "be"))
    )


def _denied(tokens: Sequence[Token]) -> tuple[str, int] | None:
    """How a step that is not to be done begins, and how many words say so."""
    low = [str(token.lower_) for token in tokens[:2]]
    if len(tokens) > 2 and low[0] == "do" and low[1] in _NOT:
        return "Do not", 2
    if len(tokens) > 1 and low[0] in _NOT:
        return ("Never" if low[0] == "never" else "Do not"), 1
    return None


def _told(clause: Clause, tokens: Sequence[Token], clear: tuple[Token, str] | None) -> str:
    """The words in the third person, the verb in its base form, a pronoun by what it stands for if that is clear."""
    given = _given(clause, tokens)
    voice = Voice(clause.speaker, clause.addressed, clause.owners or ("",))
    words = told([token for token in _without_dative(clause, tokens) if token is not given], voice)
    if clear is not None:
        words = re.sub(rf"\b{re.escape(clear[0].text)}\b", lambda _: clear[1], words, count=1)
    if given is not None:
        return " ".join(("give", *clause.addressed, words.replace(" from them", "")))
    if verbal(tokens[0]) and tokens[0].lemma_.isalpha():
        return re.sub(r"^\S+", lambda _: str(tokens[0].lemma_.lower()), words)
    return words


def _question(tokens: Sequence[Token], done: str, earlier: Sequence[tuple[Doc, str | None]]) -> str | None:
    """`Find out` with the question it answers, in its words; None where there is none."""
    if done.lower() not in ("find out", "ask", "check", "look", "look into it", "find that out"):
        return None
    asked = next((doc.text for doc, _ in earlier[:2] if doc.text.rstrip().endswith("?") and len(doc) > 4), None)
    return f"{done}: “{stopped(spoken(asked))}”" if asked else None


def _given(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The verb of `you'll have the texts from me`, which is a promise to give them."""
    verb = tokens[0]
    subject = syntax.subject(verb) if verb.lemma_.lower() in _GET else None
    return verb if subject is not None and subject.lower_ == "you" and clause.speaker in clause.owners else None


def _without_dative(clause: Clause, tokens: Sequence[Token]) -> list[Token]:
    """The words without a "you" that nobody is known to be: `send you the sheet` → `send the sheet`."""
    kept = list(tokens)
    while len(kept) > 2 and kept[-1].dep_ == "prep" and kept[-1].tag_ == "IN":
        kept.pop()
    if clause.addressed:
        return kept
    gone = {token.i for token in kept if token.lower_ == "you" and token.dep_ in ("dative", "dobj", "iobj", "pobj")}
    gone |= {token.head.i for token in kept if token.i in gone and token.dep_ == "pobj"}
    gone |= {token.i for token in kept if token.lower_ in ("both", "all") and token.i - 1 in gone}
    return [token for token in kept if token.i not in gone] if len(kept) - len(gone) > 1 else kept


def _tidied(words: str, due: str | None, names: Sequence[str]) -> str:
    words = words.replace('"', "").replace("“", "").replace("”", "").rstrip(" ([")
    words = plain(_AHEAD.sub("", words, count=1) if _AHEAD.match(words) else words).rstrip(".!?… ")
    words = _SOFT.sub("", words)
    words = re.sub(rf",\s*(?:{'|'.join(map(re.escape, names))})$", "", words, flags=re.I) if names else words
    if due:
        shorter = re.sub(
            rf"[\s,]*(?:\b(?:by|on|for|before|until|till)\s+)?{re.escape(due)}[\s,.]*$", "", words, flags=re.I
        )
        words = shorter if len(shorter.split()) > 1 else words
    words = _TRAILING.sub("", words).strip()
    return stopped(words).rstrip(".!?… ") if words else ""
