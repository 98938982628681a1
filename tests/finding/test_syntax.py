"""Questions about a parsed sentence, on sentences parsed by hand: no language model is needed."""

import pytest
import spacy
from spacy.tokens import Doc

from minutes.finding import syntax

VOCAB = spacy.blank("en").vocab


def parsed(text: str) -> Doc:
    """A document from `word/tag/dep/head` a token; a lemma may follow, where it is not the word itself."""
    fields = [token.split("/") for token in text.split()]
    words = [field[0] for field in fields]
    return Doc(
        VOCAB,
        words=words,
        tags=[field[1] for field in fields],
        deps=[field[2] for field in fields],
        heads=[int(field[3]) for field in fields],
        lemmas=[field[4] if len(field) > 4 else field[0].lower() for field in fields],
    )


SEND = parsed("I/PRP/nsubj/2 will/MD/aux/2 send/VB/ROOT/2 it/PRP/dobj/2 ././punct/2")
ADVERBS = parsed("I/PRP/nsubj/4 will/MD/aux/4 just/RB/advmod/4 quickly/RB/advmod/4 send/VB/ROOT/4 it/PRP/dobj/4")
DOING = parsed("I/PRP/nsubj/2 am/VBP/aux/2/be sending/VBG/ROOT/2/send it/PRP/dobj/2")
BE_SENDING = parsed("I/PRP/nsubj/3 will/MD/aux/3 be/VB/aux/3 sending/VBG/ROOT/3/send it/PRP/dobj/3")
TAGGED_NOUN = parsed("I/PRP/nsubj/2 will/MD/aux/2 book/NN/ROOT/2 it/PRP/dobj/2")
NOUN = parsed("my/PRP$/poss/1 book/NN/nsubj/2 sold/VBD/ROOT/2/sell")
DO_SEND = parsed("please/UH/intj/2 do/VB/aux/2 send/VB/ROOT/2 it/PRP/dobj/2")
NOT = parsed("I/PRP/nsubj/3 will/MD/aux/3 not/RB/neg/3 send/VB/ROOT/3 it/PRP/dobj/3")
NEVER = parsed("we/PRP/nsubj/2 never/RB/advmod/2 send/VBP/ROOT/2 it/PRP/dobj/2")
TWO = parsed(
    "I/PRP/nsubj/2 will/MD/aux/2 send/VB/ROOT/2 it/PRP/dobj/2 and/CC/cc/2 Omar/NNP/nsubj/6 reads/VBZ/conj/2/read"
)
LISTED = parsed(
    "I/PRP/nsubj/2 will/MD/aux/2 send/VB/ROOT/2 lists/NNS/dobj/2 and/CC/cc/3 maps/NNS/conj/3 ,/,/punct/2 okay/UH/intj/2"
)
COMMA = parsed(
    "I/PRP/nsubj/2 will/MD/aux/2 send/VB/ccomp/6 it/PRP/dobj/2 ,/,/punct/6 you/PRP/nsubj/6 know/VBP/ROOT/6 ././punct/6"
)
KEEP = parsed("so/RB/advmod/2 always/RB/advmod/2 keep/VB/ROOT/2 everything/NN/dobj/2 ././punct/2")
DONT = parsed("do/VB/aux/2 n't/RB/neg/2 go/VB/ROOT/2 alone/RB/advmod/2")


@pytest.mark.parametrize(
    ("doc", "word", "tags", "verb"),
    [
        (SEND, "send", (), "send"),
        (ADVERBS, "just", (), "send"),
        (DO_SEND, "do", (), "send"),
        (BE_SENDING, "be", (), "sending"),
        (DOING, "sending", ("VBG",), "sending"),
        (DOING, "sending", (), None),
        (TAGGED_NOUN, "book", (), "book"),
        (SEND, "it", (), None),
        (NOUN, "book", (), None),
        (SEND, ".", (), None),
    ],
)
def test_the_verb_that_begins_at_a_place(doc: Doc, word: str, tags: tuple[str, ...], verb: str | None) -> None:
    (char,) = [token.idx for token in doc if token.text == word]
    found = syntax.verb_from(doc, char, tags=tags)
    assert (found and found.text) == verb


def test_no_verb_begins_behind_the_last_word() -> None:
    assert syntax.verb_from(SEND, 999) is None


@pytest.mark.parametrize(("doc", "place", "who"), [(SEND, 2, "I"), (TWO, 6, "Omar"), (KEEP, 2, None)])
def test_who_does_it(doc: Doc, place: int, who: str | None) -> None:
    found = syntax.subject(doc[place])
    assert (found and found.text) == who


@pytest.mark.parametrize(
    ("doc", "place", "negated"), [(SEND, 2, False), (NOT, 3, True), (NEVER, 2, True), (DONT, 2, True)]
)
def test_what_is_said_not_to_happen(doc: Doc, place: int, negated: bool) -> None:
    assert syntax.negated(doc[place]) is negated


@pytest.mark.parametrize(
    ("doc", "clause"), [(SEND, "send it"), (TWO, "send it"), (LISTED, "send lists and maps"), (COMMA, "send it")]
)
def test_a_clause_ends_where_another_begins(doc: Doc, clause: str) -> None:
    verb = doc[2]
    assert doc.text[verb.idx : syntax.clause_end(verb)] == clause
