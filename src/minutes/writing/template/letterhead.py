"""What stands around the text of a template: the size of its paper, its margins, its headers and footers."""

from __future__ import annotations

from typing import NamedTuple

from minutes.writing.template.parts import Carrier, Draft, Element, Part, R, W, tree

_KINDS = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}
_SHOWING = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_OFF = ("0", "false", "off")


class _Place(NamedTuple):
    """Where a letterhead stands."""

    tag: str
    """Of what refers to it: above or below the text."""
    pages: str
    """On which: "default", "first" or "even"."""


def put(document: Draft, carrier: Carrier, theirs: Part, settings: Part | None) -> None:
    """Gives the page the sheet of a template, and each header and footer of it that shows something."""
    whole = [one for one in tree(theirs.blob).iter(f"{W}sectPr") if not _old(one)]
    if not whole:
        return
    section, last = document.sections[0], whole[-1]
    for name in ("pgSz", "pgMar"):
        _sheet(section._sectPr.find(f"{W}{name}"), last.find(f"{W}{name}"))
    section.different_first_page_header_footer = first = _on(last, "titlePg")
    document.settings.odd_and_even_pages_header_footer = even = _on(
        None if settings is None else tree(settings.blob), "evenAndOddHeaders"
    )
    pages = {"default", *(["first"] if first else []), *(["even"] if even else [])}
    shown = {place: id_ for place, id_ in _references(whole).items() if place.pages in pages}
    ids = _carried(document, carrier, theirs, shown)
    below = _Place(f"{W}footerReference", "default")
    if below in ids and not first:  # should the first page go without our header, it still has its footer
        ids[below._replace(pages="first")] = ids[below]
    for place, id_ in ids.items():
        section._sectPr.insert(0, _reference(section._sectPr, place, id_))


def _references(sections: list[Element]) -> dict[_Place, str]:
    """What the last section shows; where it names none, what those before it do."""
    return {
        _Place(str(one.tag), str(one.get(f"{W}type", "default"))): str(one.get(f"{R}id"))
        for section in sections
        for one in section
        if one.tag in _KINDS
    }


def _carried(document: Draft, carrier: Carrier, theirs: Part, shown: dict[_Place, str]) -> dict[_Place, str]:
    """The headers and footers that are not empty, by what the page calls them."""
    ids = {}
    for number, (place, id_) in enumerate(shown.items(), start=1):
        rel = theirs.rels[id_]
        if _shows(tree(rel.target_part.blob)):
            copy = carrier.carried(rel.target_part, f"/word/{_KINDS[place.tag]}{number}.xml")
            ids[place] = document.part.relate_to(copy, rel.reltype)
    return ids


def _reference(section: Element, place: _Place, id_: str) -> Element:
    return section.makeelement(place.tag, {f"{W}type": place.pages, f"{R}id": id_})


def _sheet(ours: Element, theirs: Element | None) -> None:
    """What theirs says of a sheet, in the place of what ours says."""
    if theirs is not None:
        for key, value in theirs.attrib.items():
            ours.set(key, value)


def _shows(root: Element) -> bool:
    """Whether there is any text or picture."""
    text = "".join(piece.text or "" for piece in root.iter(f"{W}t"))
    return bool(text.strip()) or next(root.iter(*_SHOWING), None) is not None


def _on(element: Element | None, name: str) -> bool:
    switch = None if element is None else element.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val") not in _OFF


def _old(section: Element) -> bool:
    """Whether it is what a section was before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == f"{W}sectPrChange"
