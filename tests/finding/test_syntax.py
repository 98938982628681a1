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


@pytest.mark.parametrize(("doc", "place", "who"), [(SEND, 2, "I"), (TWO, 6, "Omar"), (KEEP, 2, None)])
def test_who_does_it(doc: Doc, place: int, who: str | None) -> None:
    found = syntax.subject(doc[place])
    assert (found and found.text) == who


@pytest.mark.parametrize(
    ("doc", "clause"), [(SEND, "send it"), (TWO, "send it"), (LISTED, "send lists and maps"), (COMMA, "send it")]
)
def test_a_clause_ends_where_another_begins(doc: Doc, clause: str) -> None:
    verb = doc[2]
    assert doc.text[verb.idx : syntax.clause_end(verb)] == clause
