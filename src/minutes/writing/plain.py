"""Text that every format can hold, and links that lead where they say."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_BREAK = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 refuses, and the control characters that no page should hold."""
_UNSAFE = re.compile(r"[<>\"{}|\\^`\s]")
"""What no address may hold as it stands (RFC 3986, appendix A), though people and browsers are not so strict."""
_SCHEMES = ("http", "https", "mailto")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_RUN = re.compile(f"([{_RTL}]+(?:[ \u200c\u200d\u200f-]+[{_RTL}]+)*)")


def plain(text: str) -> str:
    """The text on one line, with each character that a page cannot hold replaced by U+FFFD."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", _BREAK.sub(" ", text)).strip()


def link(url: str) -> str | None:
    """The address, fit for any format, if a page may lead there: http, https or mailto, with a target; else None."""
    if url != plain(url) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[" is no address
        return None
    target = parts.path if parts.scheme == "mailto" else parts.hostname
    return _UNSAFE.sub(encoded, url) if parts.scheme in _SCHEMES and target else None


def encoded(found: re.Match[str]) -> str:
    """The characters found, percent-encoded: `%7C` for `|`."""
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut where its direction changes: ("See ", False), ("أمل حداد", True)."""
    return [(piece, bool(at % 2)) for at, piece in enumerate(_RTL_RUN.split(text)) if piece]


def leftward(text: str) -> bool:
    """Whether most letters of the text are read from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")
