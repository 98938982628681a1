"""The panel without buttons, for pages in which no program runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from minutes.writing.markup import Markup, joined, tag

_STATUS = {
    "open": "",
    "kept": "accepted",
    "changed": "changed",
    "dropped": "rejected",
    "added": "added",
}
_LOST = (
    ".jp-OutputArea-child:has([data-still={}]) + .jp-OutputArea-child .jupyter-widgets:not(:has(*)) {{display: none}}"
)
"""Where the panel is no more, JupyterLab would show an error in its place, in a box without any element."""


def still(id_: str, state: Mapping[str, Any]) -> Markup:
    """The cards of a state as lists; the panel hides what bears its id while it is there itself."""
    return tag("div", tag("style", _LOST.format(id_)), *_parts(state), class_="minutes-still", data_still=id_)


def _parts(state: Mapping[str, Any]) -> Iterator[Markup]:
    asked = [card for card in state["cards"] if card["status"] != "open" or "keep" in card["can"]]
    looked = sum(card["status"] != "open" for card in asked)
    told = f"{looked} of {len(asked)} looked at. What was decided is kept in {state['file']}."
    yield tag("p", told, " To go on, run this cell.")
    for group in state["groups"]:
        held = [card for card in state["cards"] if card["kind"] == group["kind"]]
        if held:
            yield tag("h4", group["title"])
            yield tag("ul", *map(_card, held))


def _card(card: Mapping[str, Any]) -> Markup:
    line = tag("s" if card["status"] == "dropped" else "b", card["line"])
    told = "".join(f" · {part}" for part in (card["detail"], _STATUS[card["status"]]) if part)
    quotes = (tag("blockquote", f"“{one['quote']}” ({_reference(one)})") for one in card["said"])
    return tag("li", joined(line, told), *quotes)


def _reference(said: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (said["who"], f"turn {said['turn'] + 1}", said["when"])))
