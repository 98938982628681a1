"""A next step as the table has it: the verb first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes.finding import syntax
from minutes.finding.parse import parse
from minutes.finding.wording.antecedents import meant, pronoun
from minutes.finding.wording.plain import ended, plain, spoken, stopped
from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import either, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EMPTY = vocabulary("hollow-verbs")
_EMOTIVE = vocabulary("feeling-verbs")
_TELLING = vocabulary("saying-verbs")
_JOINS = vocabulary("joins")
_HOLLOW = frozenset(["it", "that", "this", "those", "them", "these", "one", "ones", "so", "mine", "yours"])
_CALLED = frozenset(["who", "somebody", "someone", "anyone", "anybody", "you", "we", "they", "i"])
_HANDING = frozenset(["leave", "put", "count", "pass", "hand", "give"])
_NOT = frozenset(["not", "n't", "never"])
_GET = frozenset(["have", "get", "find", "receive", "see", "hear"])
_AHEAD = re.compile(rf"(?:{either('before-orders')}\s+)+(?=[a-z])", re.I)
_SOFT = re.compile(rf",?\s*\b{either('soft-in-steps')}\b(?=[\s,.]|$)|, em\b", re.I)
_TRAILING = re.compile(
    r"(?:[\s,;:—–-]+(?:so|and|but|or|because|then|as well|too|anyway|if|when|that|which|who|the|a|an))+$",
    re.I,
)
_STATES = vocabulary("states")
_MODES = vocabulary("modes")
_ALONE = vocabulary("alone")


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


def step(words: str, owners: tuple[str, ...], speaker: str | None, addressed: tuple[str, ...] = ()) -> str:
    """The clause as an order, in the third person: `send you my sheet` → `Send Salman their sheet`."""
    return steps([Clause(words, 0, len(words), owners, speaker, addressed)])[0]


def steps(clauses: Sequence[Clause]) -> list[str]:
    """For each clause what is to be done, its verb first: `Send the sheet to Salman`."""
    docs = parse(clause.text for clause in clauses)
    inside = [_inside(doc, clause) for doc, clause in zip(docs, clauses, strict=True)]
    wanted = [clause.earlier if _leans(tokens) else () for clause, tokens in zip(clauses, inside, strict=True)]
    said = iter(parse(text for earlier in wanted for text, _ in earlier))
    before = [[(next(said), who) for _, who in earlier] for earlier in wanted]
    return [_step(*one) for one in zip(clauses, docs, inside, before, strict=True)]


def _leans(tokens: Sequence[Token]) -> bool:
    """Whether the words need what was said before them."""
    return _mine(tokens) or not _says(tokens) or pronoun(tokens) is not None or len(tokens) <= 3


def _step(clause: Clause, doc: Doc, tokens: list[Token], earlier: list[tuple[Doc, str | None]]) -> str:
    handed = _handed(clause, tokens)
    if handed or not _says(tokens):
        asked = next((found for other, _ in earlier if (found := _asked_for(other))), None)
        if asked is not None:
            return _worded(clause, asked, earlier)
        if handed:
            return f"“{stopped(spoken(clause.text))}”"
        thing = _put_first(doc, tokens)
        if thing:
            return thing
    return _worded(clause, tokens, earlier)


def _inside(doc: Doc, clause: Clause) -> list[Token]:
    start, end = clause.start, clause.end
    if start == 0 and (verb := _promised(doc)):
        verb = _wanted(verb)
        start, end = verb.idx, syntax.clause_end(verb)
    end = start + len(ended(doc.text[start:end]))
    tokens = [token for token in doc if start <= token.idx < end and not token.is_space]
    while (
        len(tokens) > 1
        and tokens[0].lower_ not in _NOT
        and (tokens[0].is_punct or tokens[0].tag_ in ("RB", "UH", "CC", "TO") or tokens[0].lower_ in ("please", "be"))
    ):
        tokens = tokens[1:]
    return _one(tokens)


def _one(tokens: list[Token]) -> list[Token]:
    """The words up to where another sentence begins."""
    return tokens[: next((place for place in range(1, len(tokens)) if _runs_on(tokens, place)), len(tokens))]


def _promised(doc: Doc) -> Token | None:
    """The verb of a whole sentence in which somebody says "I'll", "you'll" or "somebody should"."""
    for token in doc:
        if (
            token.dep_ == "nsubj"
            and token.lower_ in _CALLED
            and any(child.tag_ == "MD" for child in token.head.lefts)
            and token.head.pos_ == "VERB"
        ):
            return token.head
    return None


def _runs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether another sentence begins here, as in speech without stops: `translate it | it's five sentences`."""
    token, before = tokens[place], tokens[place - 1]
    if token.tag_ not in ("PRP", "EX") or token.dep_ not in ("nsubj", "nsubjpass", "expl") or before.lower_ in _JOINS:
        return False
    tied = token.head.dep_ in ("relcl", "pcomp", "csubj") or any(child.dep_ == "mark" for child in token.head.lefts)
    return not tied and tokens[0].lemma_.lower() not in _TELLING


def _says(tokens: Sequence[Token]) -> bool:
    """Whether the words say more than `do it`."""
    if not tokens or not _verbal(tokens[0]):
        return False
    rest = [token for token in tokens[1:] if token.is_alpha and token.tag_ not in ("RB", "RP", "IN", "TO", "DT", "CC")]
    hollow = all(token.lower_ in _HOLLOW or token.pos_ == "PRON" or _when(token) for token in rest)
    return tokens[0].lemma_.lower() not in _EMPTY or not hollow


def _handed(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether one asks others for the task, which the words then do not tell: `leave the girl to me`."""
    return clause.speaker in clause.owners and _mine(tokens)


def _mine(tokens: Sequence[Token]) -> bool:
    if not tokens or tokens[0].lemma_.lower() not in _HANDING or syntax.subject(tokens[0]) is not None:
        return False
    return any(token.lower_ in ("me", "us") and token.head in (tokens[0], *tokens[0].children) for token in tokens)


def _verbal(token: Token) -> bool:
    if token.pos_ in ("PRON", "PROPN", "ADJ", "DET"):
        return False
    return token.tag_ in ("VB", "VBP", "VBG", "VBZ") or token.pos_ == "VERB" or token.dep_ == "ROOT"


def _when(token: Token) -> bool:
    return token.dep_ in ("npadvmod",) or token.ent_type_ in ("DATE", "TIME")


def _asked_for(doc: Doc) -> list[Token] | None:
    """What a question or a call wants done: `who writes the bot?` → `writes the bot`."""
    for token in doc:
        if token.lower_ not in _CALLED or token.dep_ != "nsubj" or not _calls(doc, token):
            continue
        verb = _wanted(token.head)
        if verb.pos_ == "VERB" and verb.lemma_.lower() not in _STATES:
            end = syntax.clause_end(verb)
            found = _one([later for later in doc if verb.idx <= later.idx < end])
            if _says(found):
                return found
    return None


def _calls(doc: Doc, subject: Token) -> bool:
    """Whether a sentence asks for something, or says that it is wanted."""
    return (
        doc.text.rstrip().endswith("?")
        or any(child.tag_ == "MD" for child in subject.head.lefts)
        or (subject.head.lemma_.lower() in _MODES)
    )


def _wanted(verb: Token) -> Token:
    """Of `needs to ring` the second verb."""
    while verb.lemma_.lower() in _MODES:
        further = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ in ("VB", "VBG")), None)
        if further is None:
            break
        verb = further
    return verb


def _put_first(doc: Doc, tokens: Sequence[Token]) -> str | None:
    """`Tables I can do` → `Do the tables`: the thing that stands before its subject."""
    verb = tokens[0] if tokens else None
    if verb is None or len(tokens) > 2:
        return None
    noun = next(
        (
            token
            for token in doc[: verb.i]
            if token.dep_ in ("dobj", "nsubj", "dep", "npadvmod", "ROOT")
            and token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
        ),
        None,
    )
    if noun is None:
        return None
    words = told([token for token in noun.subtree if token.i <= noun.i], Voice())
    article = "" if words.lower().startswith(("the ", "a ")) else "the "
    return f"{verb.lemma_.capitalize()} {article}{words[:1].lower() + words[1:]}"


def _worded(clause: Clause, tokens: Sequence[Token], earlier: Sequence[tuple[Doc, str | None]]) -> str:
    if not tokens:
        return stopped(plain(clause.text)).rstrip(".!?…")
    if denied := _denied(tokens):
        done = _worded(clause, tokens[denied[1] :], earlier)
        return f"{denied[0]} {done[:1].lower()}{done[1:]}"
    names = [part for label in (*clause.addressed, *clause.owners) for part in (label, *label.split()) if len(part) > 2]
    done = _tidied(_told(clause, tokens, earlier), clause.due, names)
    if (asking := _question(tokens, done, earlier)) is not None:
        return asking
    unsaid = not done or done.lower() in _ALONE or tokens[0].pos_ == "INTJ"
    return f"“{stopped(spoken(clause.text))}”" if unsaid else done


def _denied(tokens: Sequence[Token]) -> tuple[str, int] | None:
    """How a step that is not to be done begins, and how many words say so."""
    low = [str(token.lower_) for token in tokens[:2]]
    if len(tokens) > 2 and low[0] == "do" and low[1] in _NOT:
        return "Do not", 2
    if len(tokens) > 1 and low[0] in _NOT:
        return ("Never" if low[0] == "never" else "Do not"), 1
    return None


def _told(clause: Clause, tokens: Sequence[Token], earlier: Sequence[tuple[Doc, str | None]]) -> str:
    """The words in the third person, the verb in its base form, a pronoun by what it stands for if that is clear."""
    given = _given(clause, tokens)
    voice = Voice(clause.speaker, clause.addressed, clause.owners or ("",))
    words = told([token for token in _without_dative(clause, tokens) if token is not given], voice)
    word = pronoun(tokens)
    thing = meant(word, earlier) if word is not None and tokens[0].lemma_.lower() not in _EMOTIVE else None
    if thing and word is not None:
        words = re.sub(rf"\b{re.escape(word.text)}\b", lambda _: thing, words, count=1)
    if given is not None:
        return " ".join(("give", *clause.addressed, words.replace(" from them", "")))
    if _verbal(tokens[0]) and tokens[0].lemma_.isalpha():
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
