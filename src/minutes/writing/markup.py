"""HTML elements in which a text stays a text: whatever is not `Markup` already is escaped."""

from __future__ import annotations

from html import escape

_VOID = ("meta", "col")
_INLINE = ("a", "bdi", "span")
"""Elements within a line; after any other a new line begins, so that the file can be read and compared."""


class Markup(str):
    """HTML that was made here; any other text is somebody's words."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """An element; `class_` and `aria_label` are written as `class` and `aria-label`, None is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{joined(*children)}</{name}>" + ("" if name in _INLINE else "\n"))


def joined(*parts: str) -> Markup:
    """The parts one after another, with all that is not markup escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))
