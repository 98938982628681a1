"""One sentence of speech → one third-person sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes.finding.clarity import broken
from minutes.finding.parse import parse
from minutes.finding.wording import cuts
from minutes.finding.wording.contractions import SUBJECTS
from minutes.finding.wording.plain import opened, plain, spoken, stopped
from minutes.finding.wording.voice import Voice, told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["advised", "asked", "minuted", "opened", "quoted"]

_IDEA = re.compile(
    r"(?:i (?:thought|wonder(?:ed)?|was (?:thinking|wondering))|i'm (?:thinking|wondering)|here's (?:a|my) thought)"
    r"[\s,:]+(?=(?:what|why|how|could|can|shall|should)\b)",
    re.I,
)
_SPEECH = re.compile(
    r"\b(?:said|says?|saying|goes|went|(?:told|asks?|asked) (?:me|us|him|her|them)|asked|was like|thought|wrote)"
    r"\s*(?:,|:|\b(?:okay|ok|no|yes|yeah|well|sorry|look|listen|hey|oh)\b)",
    re.I,
)
_WE_IF = re.compile(r"(?:what if|what about if|how about if|how would it be if|suppose)\s+(?=\w)", re.I)
_WHY_NOT = re.compile(r"why (?:don't|do not|not)\s+(?:we\s+)?(?=\w)", re.I)
_LETS = re.compile(r"let's\s+(?=\w)", re.I)
_ABOUT = re.compile(r"(?:what about|how about)\s+(?=\w)", re.I)
_SHALL = re.compile(r"(could|can|shall|should|might)\s+we\s+(?:all\s+)?(?=\w)", re.I)


def minuted(texts: Sequence[tuple[str, str | None]]) -> list[str]:
    """For each pair of clean words and the speaker's label one sentence as minutes have it.

    "I" becomes the speaker with the verb to match, "we" the group, contractions are written out. What is put as a
    question becomes what the speaker suggests or asks. Where that is not certain, the words are quoted:
    `Hana said: “…”`.
    """
    docs = parse(_IDEA.sub("", plain(text)) for text, _ in texts)
    return [
        _minuted(doc, _IDEA.sub("", spoken(text)), speaker) if len(doc) else _wordless(text, speaker)
        for doc, (text, speaker) in zip(docs, texts, strict=True)
    ]


def asked(texts: Sequence[tuple[str, str | None]]) -> list[str]:
    """For each pair of clean words and the speaker's label the question, direct: `Who pays for the group's screens?`

    What is no whole question is quoted.
    """
    docs = parse(plain(text) for text, _ in texts)
    return [
        quoted(spoken(text), speaker, "asked")
        if len(doc) and (broken(doc.text) or not _asking(doc))
        else stopped(told(list(doc), Voice(speaker, to_all=True)).rstrip(".?! ") + "?")
        for doc, (text, speaker) in zip(docs, texts, strict=True)
    ]


def advised(texts: Sequence[tuple[str, str | None]]) -> list[str]:
    """For each pair of clean words and the speaker's label the advice, to whoever reads it: `Post one rebuttal.`

    What is no whole sentence is quoted.
    """
    docs = parse(plain(text) for text, _ in texts)
    return [
        quoted(spoken(text), speaker)
        if broken(doc.text) or cuts.runs_on(list(doc))
        else stopped(told(cuts.shortened(doc), Voice(speaker, to_all=True)))
        for doc, (text, speaker) in zip(docs, texts, strict=True)
    ]


def quoted(text: str, speaker: str | None, verb: str = "said") -> str:
    """The words themselves in quotation marks."""
    inner = text.strip(" ,;:—–-") or "…"
    inner = inner.replace('"', "'").replace("“", "‘").replace("”", "’")
    inner = inner[:1].upper() + inner[1:]
    ended = inner.rstrip("'’)")[-1:] in (".", "?", "!", "…")
    return f"{speaker or 'Somebody'} {verb}: “{inner if ended else inner + '.'}”"


def _wordless(text: str, speaker: str | None) -> str:
    """What is minuted of a sentence in which nothing is left but a link, or noise."""
    linked = re.search(r"https?:|www\.|href", text, re.I)
    return f"{speaker or 'Somebody'} shared a link." if linked else quoted(text, speaker)


def _minuted(doc: Doc, said: str, speaker: str | None) -> str:
    text = doc.text
    if _unsure(doc) or (speaker and _names_self(text, speaker)):
        return quoted(said, speaker, "asked" if text.endswith("?") else "said")
    suggested = _suggested(doc, speaker)
    if suggested:
        return suggested
    tokens = cuts.shortened(doc)
    if cuts.runs_on(tokens) or not _whole(doc):
        return quoted(said, speaker)
    if text.endswith("?") or _inverted(doc):
        return quoted(said, speaker, "asked")
    return stopped(told(tokens, Voice(speaker)))


def _whole(doc: Doc) -> bool:
    """Whether the words are one sentence: a verb, and who or what does it; a list of things has neither."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    verbs = [verb for root in roots for verb in (root, *root.conjuncts, *root.children) if verb.pos_ in ("VERB", "AUX")]
    return roots[0].pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS for verb in verbs for child in verb.children)


def _asking(doc: Doc) -> bool:
    """Whether the words are a question, and not told and only ended with a question mark."""
    return doc[0].tag_ in ("WP", "WRB", "WDT", "WP$", "MD") or doc[0].pos_ == "AUX" or _whole(doc)


def _inverted(doc: Doc) -> bool:
    """Whether the words ask without a question mark: `do we sign this`."""
    return doc[0].pos_ == "AUX" and any(child.dep_ in ("nsubj", "nsubjpass") for child in doc[0].head.lefts)


def _names_self(text: str, speaker: str) -> bool:
    """Whether somebody says who they are: `I'm Hana`."""
    parts = "|".join(re.escape(part) for part in speaker.split() if len(part) > 1) or re.escape(speaker)
    return re.search(rf"\bI(?:'m| am) (?:{parts})\b", text) is not None


def _unsure(doc: Doc) -> bool:
    """Whether the words had better stand as they are: others quoted, nobody to be "you", no verb, no whole sentence."""
    text = doc.text
    tokens = [token for token in doc if not token.is_punct]
    first = {token.lower_ for token in tokens if token.lower_ in ("i", "me", "my", "we", "us", "our")}
    you = any(token.lower_ in ("you", "your") for token in tokens)
    return (
        '"' in text
        or "“" in text
        or _SPEECH.search(text) is not None
        or broken(text)
        or (you and bool(first))
        or any(token.lower_ == "i" and token.dep_ not in ("nsubj", "nsubjpass", "conj") for token in tokens)
        or not (cuts.finite(tokens) or _ABOUT.match(text) or _WHY_NOT.match(text))
    )


def _suggested(doc: Doc, speaker: str | None) -> str | None:
    """A question that puts an idea forward, as what its speaker suggests; None for other sentences."""
    who = speaker or "Somebody"
    text, tokens = doc.text, list(doc)
    if match := _WE_IF.match(text):
        return _should(who, speaker, _after(tokens, match.end()), "should")
    if match := (_WHY_NOT.match(text) or _SHALL.match(text) or _LETS.match(text)):
        rest = told(_after(tokens, match.end()), Voice(speaker))
        may = match.re is _SHALL and match[1].lower() in ("could", "can", "might") and not rest.startswith("not ")
        modal = "could" if may else "should"
        return stopped(f"{who} suggests that the group {modal} {rest.rstrip('?. ')}")
    if match := _ABOUT.match(text):
        return stopped(f"{who} suggests {_small(told(_after(tokens, match.end()), Voice(speaker))).rstrip('?. ')}")
    return None


def _after(tokens: Sequence[Token], char: int) -> list[Token]:
    return [token for token in tokens if token.idx >= char]


def _should(who: str, speaker: str | None, tokens: list[Token], modal: str) -> str | None:
    """`we had a weekly theme` → `Hana suggests that the group should have a weekly theme.`"""
    subject = next((token for token in tokens if token.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None:
        return None
    verb = subject.head
    aux = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.i > subject.i), None)
    first = aux or verb
    before = told([token for token in tokens if token.i < first.i], Voice(speaker))
    modal_said = first.tag_ == "MD"
    if not before or (first.tag_ not in ("VBD", "VBP", "VBZ", "VB", "VBN", "MD")):
        return None
    rest = told(
        [token for token in tokens if token.i > first.i], Voice(None if "i" in before.lower().split() else speaker)
    )
    verb_said = (
        first.lower_.replace("'d", "would").replace("'ll", "will")
        if modal_said
        else f"{modal} {first.lemma_.lower() if first.lemma_ not in (chr(39) + 's',) else 'be'}"
    )
    return stopped(f"{who} suggests that {_small(before)} {verb_said} {rest}".rstrip("?. "))


def _small(text: str) -> str:
    """A sentence's beginning inside another sentence."""
    return (
        text[:1].lower() + text[1:]
        if re.match(r"(?:The|A|An|Every|Each|All|One|Two|People|They|Some|Any)\b", text)
        else text
    )
