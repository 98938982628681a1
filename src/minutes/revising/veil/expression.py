"""Regular expressions for many forms at once, in which those that begin alike share their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from minutes.revising.veil.atoms import is_ordinary
from minutes.revising.veil.folding import fold
from minutes.revising.veil.forms import Form
from minutes.revising.veil.vocabulary import words

Node: TypeAlias = dict[str, "Node"]

_START = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))"
_STOP = r"(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))(?:(?<!\d)|(?!\d))(?!'[tT](?!\w))"
_OWN = r"(?P<own>'[sS]|[sS]'?|(?<=[sSxXzZhH])[eE][sS]'?|(?<=[sSxXzZ])'(?=\s\w))?"
_FIGURES = r"(?:(?<!\d)\d+)?"
"""Of a handle: `amal88`, lest it read as another number of the stand-in."""
_ROOT = 4
"""Letters from which a name is found inside of longer words in addresses and hashtags."""
_END = ""
"""The key of a node at which a form may end."""


def names(forms: Iterable[Form]) -> re.Pattern[str]:
    """Title and name, whole words; or initials; or what may stand within a word."""
    kinds: dict[str, list[tuple[str, ...]]] = {"word": [], "initials": [], "glued": []}
    for form in forms:
        kinds[form.kind].append(form.atoms)
    told = "|".join(sorted((title.capitalize() for title in words("titles")), key=len, reverse=True))
    title = rf"(?:(?:{told}|{told.upper()})(?!\w)\.?\s{{1,2}})"
    return re.compile(
        rf"{_START}{title}{{0,2}}?(?P<word>{_any_of(kinds['word'])}){_OWN}{_FIGURES}{_STOP}"
        rf"|(?<![^\W_])(?<![a-z][a-z]-){title}?(?P<initials>{_any_of(kinds['initials'])})(?P<theirs>'s|s)?(?![^\W_])"
        rf"|(?P<glued>{_any_of(kinds['glued'])}){_FIGURES}"
    )


def roots(forms: Iterable[Form]) -> re.Pattern[str]:
    """Names that are long enough to be told within a longer word, in small letters."""
    keys = {form.key for form in forms if form.kind != "initials" and len(form.key) >= _ROOT}
    return re.compile("|".join(sorted(re.escape(key) for key in keys if not is_ordinary(key))) or "(?!)")


def literally(said: Iterable[str]) -> re.Pattern[str]:
    """Stand-ins and what is kept, as they are written, the longest first."""
    told = sorted({fold(one.strip()).text for one in said} - {""}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told)) or '(?!)'})(?!\w)")


def _any_of(forms: Iterable[Sequence[str]]) -> str:
    """The expression that matches each of the forms, which are pieces of expressions, and prefers the longer ones."""
    root: Node = {}
    for form in forms:
        node = root
        for atom in form:
            node = node.setdefault(atom, {})
        node[_END] = {}
    return _told(root) if root else "(?!)"


def _told(node: Node) -> str:
    chain = ""
    while len(node) == 1 and _END not in node:
        ((atom, node),) = node.items()
        chain += atom
    branches = [atom + _told(below) for atom, below in node.items() if atom != _END]
    if not branches:
        return chain
    return f"{chain}(?:{'|'.join(branches)}){'?' if _END in node else ''}"
