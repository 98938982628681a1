"""The styles of a template, and ours where it has none of that name."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from minutes.writing.template.parts import Element, W, harmless

_LED = (f"{W}basedOn", f"{W}next", f"{W}link")
"""What a style says of other styles."""


def merged(theirs: Element, ours: Element) -> None:
    """Puts their styles in the place of ours, which stay where there is none of that name and kind among theirs."""
    harmless(theirs)
    known = {name.casefold(): style for style, name in _named(theirs)}
    taken = {str(style.get(f"{W}styleId")) for style in theirs.iter(f"{W}style")}
    ids: dict[str, str] = {}
    kept = []
    for style, name in _named(ours):
        own, same = str(style.get(f"{W}styleId")), known.get(name.casefold())
        if same is not None and same.get(f"{W}type") == style.get(f"{W}type"):
            _rename(same, name)
            ids[own] = str(same.get(f"{W}styleId"))
            continue
        if same is not None:
            _rename(same, f"{name} (template)")
        ids[own] = _free(own, taken)
        kept.append(deepcopy(style))
    for style in kept:
        _settle(style, ids, theirs)
    ours[:] = [*theirs, *kept]
    _language(ours)


def _named(styles: Element) -> Iterator[tuple[Element, str]]:
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            yield style, str(name.get(f"{W}val"))


def _rename(style: Element, name: str) -> None:
    """Programs write the same name in small or in large letters."""
    for told in style.iterfind(f"{W}name"):
        told.set(f"{W}val", name)


def _free(name: str, taken: set[str]) -> str:
    """The id, or one like it that no style of theirs has."""
    while name in taken:
        name += "Minutes"
    return name


def _settle(style: Element, ids: dict[str, str], theirs: Element) -> None:
    """Fits a style of ours in among theirs."""
    style.set(f"{W}styleId", ids[str(style.get(f"{W}styleId"))])
    for led in style.iter(*_LED):
        led.set(f"{W}val", ids[str(led.get(f"{W}val"))])
    kind = style.get(f"{W}type")
    if any(one.get(f"{W}type") == kind and one.get(f"{W}default") for one in theirs.iter(f"{W}style")):
        style.attrib.pop(f"{W}default", "")


def _language(styles: Element) -> None:
    """A place for the language of the page, where the template names none."""
    if next(styles.iter(f"{W}lang"), None) is None:
        place = styles
        for name in ("docDefaults", "rPrDefault", "rPr"):
            found = place.find(f"{W}{name}")
            if found is None:
                found = place.makeelement(f"{W}{name}")
                place.insert(0, found)
            place = found
        place.append(place.makeelement(f"{W}lang"))
