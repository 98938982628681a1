"""Finished pages with one thing changed: a word, a figure, a name, a time, a link."""

import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from html import escape, unescape
from io import BytesIO
from typing import Any, NamedTuple

from minutes.model import Recap
from minutes.writing import Layout, render
from minutes.writing.layout import USUAL

_WORD = re.compile(r"(?<![\w&/:.@#-])[^\W\d_]{4,}(?![\w/:@-])")
_FIGURE = re.compile(r"(?<![\w/])\d+(?![\w/])")
_TIME = re.compile(r"\b\d+:\d\d:\d\d\b")
_LINK = re.compile(r"https?://[^\s)\"<>]+")
_NEVER_SAID = ("zeppelin", "marmalade", "quixotic", "obelisk", "harpsichord", "walrus", "tungsten")
_SEEN = re.compile(r"word/(?:document|comments|header1|footer1)\.xml|word/_rels/document\.xml\.rels|docProps/core\.xml")
_IN_WORD = tuple(
    map(
        re.compile,
        (r"<w:t(?: [^>]*)?>([^<]+)</w:t>", r'Target="(https?:[^"]+)"', r"<dc:title>([^<]+)<", r'w:author="([^"]+)"'),
    )
)
"""Texts, targets of links, the title of the file, who a comment is of."""
_JSON_ONLY = ("schema", "placed")


class Change(NamedTuple):
    """A page with one thing changed."""

    page: bytes
    kind: str
    before: str
    after: str


def changes(recap: Recap, format: str, count: int, seed: int, layout: Layout = USUAL) -> Iterator[Change]:
    """As many different single changes of a page, drawn at random."""
    draw = random.Random(seed)
    page = render(recap, format, layout)
    names = sorted(
        {name for speaker in recap.speakers for name in (speaker.name, *speaker.name.split()) if len(name) > 2}
    )
    places, put = _PLACES[format](page)
    slots = [
        (at, found.span(), kind)
        for at, text in enumerate(places)
        for kind, pattern in _kinds(names).items()
        for found in pattern.finditer(text)
    ]
    kinds = sorted({kind for _, _, kind in slots})
    for number in range(count):
        kind = kinds[number % len(kinds)]
        at, (start, end), _ = draw.choice([slot for slot in slots if slot[2] == kind])
        text = places[at]
        new = _other(text[start:end], kind, names, draw)
        yield Change(put(at, text[:start] + new + text[end:]), kind, text[max(0, start - 40) : end + 40], new)


def _kinds(names: list[str]) -> dict[str, re.Pattern[str]]:
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
    return {"word": _WORD, "figure": _FIGURE, "time": _TIME, "link": _LINK, "name": name}


def _other(old: str, kind: str, names: list[str], draw: random.Random) -> str:
    match kind:
        case "word":
            return draw.choice(_NEVER_SAID)
        case "name":
            return draw.choice(
                [name for name in names if name != old and name not in old and old not in name] or ["Zoltan"]
            )
        case "link":
            at = draw.randrange(len("https://"), len(old))
            return old[:at] + ("x" if old[at] != "x" else "y") + old[at + 1 :]
        case "time":
            hours, minutes, seconds = map(int, old.split(":"))
            later = hours * 3600 + minutes * 60 + seconds + draw.choice([1, 7, 61, 600])
            return f"{later // 3600}:{later // 60 % 60:02}:{later % 60:02}"
        case _:
            return str(int(old) + draw.choice([1, 2, 10]))


Places = tuple[list[str], Callable[[int, str], bytes]]


def _markdown(page: bytes) -> Places:
    lines = page.decode().split("\n")
    return lines, lambda at, text: "\n".join([*lines[:at], text, *lines[at + 1 :]]).encode()


def _html(page: bytes) -> Places:
    """The texts between tags, and the addresses."""
    pieces = re.split(r"(<style>.*?</style>|<(?!a )[^>]*>)", page.decode(), flags=re.DOTALL)
    texts = {at: unescape(piece) for at, piece in enumerate(pieces) if at % 2 == 0 and not piece.startswith("<a ")}
    order = list(texts)

    def put(number: int, text: str) -> bytes:
        at = order[number]
        return "".join([*pieces[:at], escape(text), *pieces[at + 1 :]]).encode()

    return [texts[at] for at in order], put


def _word(page: bytes) -> Places:
    """The texts of the body, of its comments, of header and footer; the targets of links; the title of the file."""
    with zipfile.ZipFile(BytesIO(page)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found = [
        (name, match.span(1))
        for name, data in parts.items()
        if _SEEN.fullmatch(name)
        for pattern in _IN_WORD
        for match in pattern.finditer(data.decode())
    ]

    def put(number: int, text: str) -> bytes:
        name, (start, end) = found[number]
        data = parts[name].decode()
        changed = {**parts, name: (data[:start] + escape(text) + data[end:]).encode()}
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            for part, content in changed.items():
                package.writestr(part, content)
        return file.getvalue()

    return [unescape(parts[name].decode()[start:end]) for name, (start, end) in found], put


def _json(page: bytes) -> Places:
    """Every text and every number of the data."""
    data = json.loads(page)
    found = [path for path in _paths(data) if path[-1] not in _JSON_ONLY]

    def put(number: int, text: str) -> bytes:
        changed = json.loads(page)
        inside: Any = changed
        for step in found[number][:-1]:
            inside = inside[step]
        old = inside[found[number][-1]]
        inside[found[number][-1]] = text if isinstance(old, str) else json.loads(text)
        return json.dumps(changed, ensure_ascii=False, indent=2).encode()

    return [_text(data, path) for path in found], put


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _paths(inside, (*path, key))
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _paths(inside, (*path, at))
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
        yield path


def _text(data: Any, path: tuple[Any, ...]) -> str:
    for step in path:
        data = data[step]
    return str(data)


_PLACES: dict[str, Callable[[bytes], Places]] = {"md": _markdown, "html": _html, "docx": _word, "json": _json}
