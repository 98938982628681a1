"""Links as people paste them, whole or mangled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.finding.links import hosts, urls
from minutes.finding.links.link import Link

# what an address runs through: no space, no bracket, no quotation mark of any kind, and not into the next https://
_RUN = r"(?:(?!(?<![/=?&#:%+.])https?://)[^\s<>\"“”„‟″‘’‚«»`—–\[\]{}|\\^…\x00-\x1f])"
_SCHEME = re.compile(rf"https?://(?P<rest>{_RUN}+)", re.IGNORECASE)
_OTHER = re.compile(
    r"(?<![\w+.-])(?!https?:)(?:[a-z][a-z\d+.-]{1,15}://|(?:java|vb)script:|data:\w{2,20}/)[^\s<>\"“”″’]+",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w@.:/\\&=?#%+~-])[\w-]+(?:\.[\w-]+)+(?![\w@])(?::\d{{2,5}})?(?P<path>[/?#]{_RUN}*)?", re.IGNORECASE
)
_EMAIL = re.compile(
    r"(?<![\w.+@/%-])(?P<mailto>mailto:)?(?P<local>[\w.+%-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)
_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# where markup, or a quotation mark made into letters, begins behind an address
_MARKUP = re.compile(
    r"&(?:quot|[lg]t|apos|[lr][sd]quo|#0?3[49]|#82\d\d|nbsp)\b;?|%E2%80%(?:9[89CD]|B[23])|%22|%3E", re.IGNORECASE
)
_CUT_SHORT = re.compile(r"…|\.\.\.")
_LOOSE = ".,;:!?'\"*_~-–—"


def find(text: str) -> Iterator[Link]:
    """Every address and e-mail address written out in the text, in no particular order."""
    for match in _SCHEME.finditer(text):
        yield from _with_scheme(text, match)
    for match in _OTHER.finditer(text):
        words = match[0][: trimmed(match[0])]
        yield Link(match.start(), match.start() + len(words), words, "url", False)
    for match in _BARE.finditer(text):
        yield from _without_scheme(text, match)
    for match in _EMAIL.finditer(text):
        yield from _email(match)


def _with_scheme(text: str, match: re.Match[str]) -> Iterator[Link]:
    end = match.start() + trimmed(match[0])
    words = text[match.start() : end]
    scheme, _, rest = words.partition("://")
    host = re.split(r"[/?#:]", rest, maxsplit=1)[0]
    if not host:
        return
    saved = hosts.known(host) and "@" not in rest.split("/")[0] and not _broken_off(text, end)
    url = urls.clean(f"{scheme.lower()}://{rest}") if saved else words
    yield Link(match.start(), end, url, "url", saved)


def _without_scheme(text: str, match: re.Match[str]) -> Iterator[Link]:
    dotted = _DOTTED.match(match[0])
    host = hosts.first(dotted[0]) if dotted else None
    if host is None:
        return
    whole = dotted is not None and host == dotted[0]
    words = match[0][: trimmed(match[0])] if whole else host
    if len(words) > len(host) or hosts.plain(host):
        end = match.start() + len(words)
        saved = not _broken_off(text, end)
        yield Link(match.start(), end, urls.clean(f"https://{words}") if saved else words, "url", saved)


def _email(match: re.Match[str]) -> Iterator[Link]:
    host = hosts.first(match["host"])
    words = match["local"].lstrip("._-%")
    if words:
        end = match.start("host") + len(host or match["host"])
        url = f"{words}@{(host or match['host']).lower()}"
        yield Link(
            match.start() if match["mailto"] else match.start("local") + len(match["local"]) - len(words),
            end,
            url,
            "email",
            host is not None,
        )


def trimmed(words: str) -> int:
    """How many characters of the words are the address, without the marks and brackets that only stand behind it."""
    markup = _MARKUP.search(words)
    end = markup.start() if markup else len(words)
    depth = 0
    for place, character in enumerate(words[:end]):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            end = place
            break
    if depth > 0:
        end = words.rindex("(", 0, end)
    return len(words[:end].rstrip(_LOOSE))


def _broken_off(text: str, end: int) -> bool:
    """Whether an ellipsis follows: what a program shows of a long link is not the link."""
    return _CUT_SHORT.match(text, end) is not None
