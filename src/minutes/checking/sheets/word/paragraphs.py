"""Paragraphs of a Word file, as they read once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutes.checking.sheets.runs import Run
from minutes.checking.sheets.sheet import Extra
from minutes.checking.sheets.word.package import Element, R, W

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PAGES = ("PAGE", "NUMPAGES")
_HYPERLINK = re.compile(r'\s*HYPERLINK(?:\s+"([^"]*)")?(?:\s+\\l\s+"([^"]*)")?(?:\s+\\h)?\s*')


@dataclass
class _Field:
    """What a word processor fills in itself."""

    instruction: str = ""
    shown: bool = False
    """Whether its text has begun; before, there is only the instruction."""

    @property
    def name(self) -> str:
        return (self.instruction.split() or [""])[0]


class Paragraphs:
    """Read in the order of the file, since comments and fields may reach over the end of a paragraph."""

    def __init__(self, styles: Mapping[str, str], links: Mapping[str, str]) -> None:
        self.extras: list[Extra] = []
        self.links: list[str] = []
        """Where pieces lead, in the order of the file."""
        self._styles, self._links = styles, links
        self._comments: list[str] = []
        self._fields: list[_Field] = []

    def runs(self, paragraph: Element) -> list[Run]:
        """The pieces of a paragraph; what is deleted, hidden or boxed in is an extra."""
        return list(self._within(paragraph, Run("")))

    def style(self, paragraph: Element) -> str:
        """The name of a paragraph's style, as small letters, since programs differ in the large ones."""
        return self._named(paragraph.find(f"{W}pPr/{W}pStyle"))

    def _named(self, style: Element | None) -> str:
        return self._styles.get(str(style.get(f"{W}val")), "") if style is not None else ""

    def _within(self, element: Element, like: Run) -> Iterator[Run]:
        for child in element:
            if isinstance(child.tag, str):
                yield from self._piece(child, like)

    def _piece(self, element: Element, like: Run) -> Iterator[Run]:
        """What an element adds to the line."""
        name = local(element)
        if name == "t":
            yield self._run(element.text or "", like)
        elif name in _MARKS:
            yield self._run(_MARKS[name], like)
        elif name == "sym":
            yield self._run(_symbol(str(element.get(f"{W}char", ""))), like)
        elif name == "r":
            yield from self._styled(element, like)
        elif name == "hyperlink":
            yield from self._within(element, like._replace(url=self._target(element)))
        elif name in ("del", "moveFrom"):
            self.extras.append(Extra("deleted text", told(element)))
        elif name in ("txbxContent", "Fallback"):
            self.extras.append(Extra("text box", told(element)))
        elif name.startswith("comment"):
            yield from self._comment(name, str(element.get(f"{W}id")))
        elif name.startswith(("fld", "instr")):
            yield from self._filled(name, element, like)
        elif not name.endswith("Pr"):
            yield from self._within(element, like)

    def _run(self, text: str, like: Run) -> Run:
        """The text as it is set here; a page number is the word processor's, whatever it was last time."""
        field = next((field for field in reversed(self._fields) if field.shown), _Field())
        if field.name in _PAGES and text.isdigit():
            text = f"{{{field.name}}}"
        url = like.url or _led(field.instruction)
        self.links += [url] if url else []
        return like._replace(text=text, url=url, comments=frozenset(self._comments))

    def _styled(self, element: Element, like: Run) -> Iterator[Run]:
        properties = element.find(f"{W}rPr")
        if properties is None:
            yield from self._within(element, like)
        elif _on(properties.find(f"{W}vanish")):
            self.extras.append(Extra("hidden text", told(element)))
        else:
            yield from self._within(element, like._replace(style=self._named(properties.find(f"{W}rStyle"))))

    def _target(self, element: Element) -> str | None:
        parts = (self._links.get(str(element.get(f"{R}id")), ""), str(element.get(f"{W}anchor", "")))
        return "#".join(parts).removesuffix("#") or None

    def _comment(self, name: str, number: str) -> Iterator[Run]:
        """Opens or closes the range of a comment; the mark of one is an empty piece beside it."""
        if name == "commentRangeStart":
            self._comments.append(number)
        elif name == "commentRangeEnd" and number in self._comments:
            self._comments.remove(number)
        elif name == "commentReference":
            yield Run("", comments=frozenset({number}))

    def _filled(self, name: str, element: Element, like: Run) -> Iterator[Run]:
        """A field: its instruction, then the text that was there when the file was saved."""
        kind = element.get(f"{W}fldCharType")
        if name == "fldSimple":
            self._fields.append(_Field(str(element.get(f"{W}instr", "")), shown=True))
            yield from list(self._within(element, like))
            self._end()
        elif name == "instrText" and self._fields and not self._fields[-1].shown:
            self._fields[-1].instruction += element.text or ""
        elif name == "instrText":
            self.extras.append(Extra("field", element.text or ""))
        elif kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._end()

    def _end(self) -> None:
        field = self._fields.pop()
        if field.name not in _PAGES and _led(field.instruction) is None:
            self.extras.append(Extra("field", field.instruction))


def told(element: Element) -> str:
    """All text in an element, deleted text too."""
    pieces = (part.text or "" if local(part) in ("t", "delText") else " " for part in element.iter() if _says(part))
    return " ".join("".join(pieces).split())


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _says(element: Element) -> bool:
    return isinstance(element.tag, str) and local(element) in ("t", "delText", "p", "tab", "br")


def _led(instruction: str) -> str | None:
    """Where a field leads, if it is a link and nothing else."""
    found = _HYPERLINK.fullmatch(instruction)
    return "#".join(part or "" for part in found.groups()).removesuffix("#") or None if found else None


def _symbol(code: str) -> str:
    """A character that is told by its number."""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3}", code) else "\N{REPLACEMENT CHARACTER}"


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "off")
