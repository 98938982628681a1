"""What is clicked gives the same corrections as changing the page by hand and learning from it."""

from pathlib import Path
from random import Random

import pytest

from checking.meetings import MEETINGS, SAMPLES, held
from minutes.checking.sheets import parse
from minutes.drafting import Wishes, learnt
from minutes.reviewing import Card, Field, Marked, Review
from minutes.revising.corrections import dump
from minutes.writing import render

TOLD = ("text", "owner", "due", "title", "who", "outcome", "status", "label")
"""The fields that are filled in anew."""


def filled(field: Field, dice: Random) -> str:
    """Another value for a field."""
    match field.input:
        case "people":
            return dice.choice([choice.value for choice in field.choices] or ["Amal"])
        case "choice":
            return field.choices[-1].value
        case "day":
            return "2031-05-05"
        case _:
            return f"Something new {dice.randrange(99)}"


def decide(review: Review, card: Card, dice: Random) -> None:
    """One of the things that can be done with a card."""
    changeable = [field for field in card.fields if field.name in TOLD]
    act = dice.choice([act for act in card.can if act != "change" or changeable])
    if act == "change":
        field = dice.choice(changeable)
        form = {field.name: field.value for field in card.fields}
        review.change(card.key, {**form, field.name: filled(field, dice)})
    else:
        {"keep": review.keep, "drop": review.drop, "restore": review.restore}[act](card.key)


def marked(review: Review, dice: Random) -> Marked:
    """Some words of a turn on which nothing rests: what comes in the place of another looks on a page like a change."""
    cited = {piece.turn for card in review.cards for piece in card.said}
    turns = enumerate(review.transcript.turns)
    turn, words = dice.choice(
        [(number, words) for number, turn in turns if len(words := turn.text.split()) > 8 and number not in cited]
    )
    first = dice.randrange(len(words) - 6)
    return Marked(turn, " ".join(words[first : first + 6]))


def add(review: Review, number: int, dice: Random) -> None:
    """An item on some words; a page does not tell on which words a link rests."""
    form = dice.choice([form for form in review.forms if form.kind != "resource"])
    fields = {field.name: field.value for field in form.fields} | {"text": f"Buy boat {number}"}
    review.add(form.kind, fields, [marked(review, dice)])


PAGES = [
    *((path, format) for path in SAMPLES for format in ("docx", "md", "html")),
    *((path, "docx") for path in MEETINGS[::4]),
]


@pytest.mark.parametrize(("path", "format"), PAGES, ids=lambda part: getattr(part, "stem", part))
def test_clicks_and_edits_are_kept_alike(path: Path, format: str, tmp_path: Path) -> None:
    transcript, dice = held(path).transcript, Random(f"{path.name} {format}")
    review = Review(transcript, tmp_path / "call.toml")
    cards = [card for card in review.cards if card.kind != "resource" or "drop" in card.can]
    for card in dice.sample(cards, min(10, len(cards))):
        decide(review, card, dice)
    for number in range(2):
        add(review, number, dice)
    found = learnt(parse(render(review.recap, format), f"page.{format}"), transcript, Wishes())
    assert found.unread == ()
    assert dump(found.corrections) == dump(review.corrections.model_copy(update={"keep": ()}))


def test_what_was_accepted_stays_accepted_when_a_page_is_learnt(tmp_path: Path) -> None:
    transcript = held(SAMPLES[0]).transcript
    review = Review(transcript, tmp_path / "call.toml")
    review.keep("next_step-0")
    review.keep("next_step-1")
    before = review.corrections
    review.drop("next_step-1")
    page = parse(render(review.recap, "docx"), "page.docx")
    found = learnt(page, transcript, Wishes(corrections=before))
    assert found.corrections == review.corrections
    assert len(found.corrections.keep) == 1
