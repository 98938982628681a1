"""Lists: those of a template, and ours for where its list style has no bullets."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from minutes.writing.template.parts import Carrier, Draft, Element, Part, Style, W, harmless, tree


def joined(document: Draft, carrier: Carrier, theirs: Part) -> None:
    """Puts the lists of a template before ours, and tells our style for them its new number."""
    root, ours = tree(theirs.blob), document.part.numbering_part
    harmless(root)
    carrier.related(theirs, ours)
    shape, bullets = (deepcopy(ours.element.find(f"{W}{name}")) for name in ("abstractNum", "num"))
    shapes = [one for one in root if one.tag in (f"{W}numPicBullet", f"{W}abstractNum")]
    lists = [one for one in root if one.tag == f"{W}num"]
    kind, number = _next(shapes, "abstractNumId"), _next(lists, "numId")
    shape.set(f"{W}abstractNumId", kind)
    bullets.set(f"{W}numId", number)
    bullets.find(f"{W}abstractNumId").set(f"{W}val", kind)
    ours.element[:] = [*shapes, shape, *lists, bullets]
    _give(document.styles["List Bullet"], number)


def bulleted(document: Draft) -> None:
    """Gives the list style our bullets, where it is a group's own and has none."""
    style, number = document.styles["List Bullet"], document.part.numbering_part.element.num_lst[-1].numId
    if not any(one.find(f"{W}pPr/{W}numPr") is not None for one in _line(style)):
        _give(style, str(number))


def _next(elements: list[Element], key: str) -> str:
    return str(1 + max((int(one.get(f"{W}{key}", "0")) for one in elements), default=0))


def _give(style: Style, number: str) -> None:
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = int(number)


def _line(style: Style) -> Iterator[Element]:
    """The style with those that it is based on; one that is based on itself is seen once."""
    seen: list[Element] = []
    while style is not None and style.element not in seen:
        seen.append(style.element)
        style = style.base_style
    yield from seen
