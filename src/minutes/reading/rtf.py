"""Rich Text Format, as old word processors and call recorders save it: its plain text, then the grammar of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.reading import blocks
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.decoding import clean
from minutes.reading.words import listed

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,6})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z])|"
    r"(?P<brace>[{}])|(?P<text>[^\\{}\n]+)"
)
_SKIPPED = listed("""
    fonttbl, colortbl, stylesheet, info, pict, object, header, footer, headerf, footerf, listtable, rsidtbl, generator
    themedata
""")
_BREAKS = {
    "par": "\n",
    "line": "\n",
    "tab": "\t",
    "sect": "\n",
    "row": "\n",
    "cell": "\t",
    "emdash": "—",
    "endash": "–",
}
_QUOTES = {"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}
_SIGNS = {"~": "\u00a0", "_": "-", "\n": "\n"}


def sniff(page: Page) -> float:
    """Sure where the file begins as all such files do."""
    return 0.95 if page.text.lstrip().startswith("{\\rtf") else 0.0


def parse(page: Page) -> Draft:
    """The speech of the file's text."""
    text = "".join(_plain(page.text)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return blocks.draft(clean(text).split("\n"), page.people)


def _plain(text: str) -> Iterator[str]:
    """The text without groups of settings; bytes are of the Western code page, as the format has it."""
    stack: list[bool] = []
    hidden = False
    owed = 0
    for found in _TOKEN.finditer(text):
        word, sign = found["word"], found["sign"]
        if found["brace"] == "{":
            stack.append(hidden)
        elif found["brace"] == "}":
            hidden = stack.pop() if stack else False
        elif word in _SKIPPED or sign == "*":
            hidden = True
        elif hidden:
            continue
        elif word == "u" and found["number"]:
            yield chr(int(found["number"]) % 65536)
            owed = 1
        elif found["text"] or found["hex"]:
            piece = found["text"] or bytes.fromhex(found["hex"]).decode("cp1252", "replace")
            yield piece[owed:]
            owed = 0
        else:
            yield {**_BREAKS, **_QUOTES}.get(word or "", _SIGNS.get(sign or "", sign or ""))


READER = Reader("rtf", (".rtf",), "Rich Text Format", sniff, parse, verified=False)
