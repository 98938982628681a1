"""The panel without buttons, for pages in which no program runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from minutes.writing.markup import Markup, joined, tag

_STATUS = {
    "open": "not yet looked at",
    "kept": "accepted",
    "changed": "changed",
    "dropped": "rejected",
    "added": "added",
}


def still(id_: str, state: Mapping[str, Any]) -> Markup:
    """The cards of a state as lists; the panel hides what bears its id while it is there itself."""
    return tag("div", *_parts(state), class_="minutes-still", data_still=id_)


def _parts(state: Mapping[str, Any]) -> Iterator[Markup]:
    looked = sum(card["status"] != "open" for card in state["cards"])
    told = f"{looked} of {len(state['cards'])} looked at. What was decided is kept in {state['file']}."
    yield tag("p", told, " To go on, run this cell.")
    for group in state["groups"]:
        held = [card for card in state["cards"] if card["kind"] == group["kind"]]
        if held:
            yield tag("h4", group["title"])
            yield tag("ul", *map(_card, held))


def _card(card: Mapping[str, Any]) -> Markup:
    line = tag("s" if card["status"] == "dropped" else "b", card["line"])
    detail = f" {card['detail']}" if card["detail"] else ""
    quotes = (tag("blockquote", f"“{one['quote']}” ({_reference(one)})") for one in card["said"])
    return tag("li", joined(line, detail, f" [{_STATUS[card['status']]}]"), *quotes)


def _reference(said: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (said["who"], f"turn {said['turn'] + 1}", said["when"])))
