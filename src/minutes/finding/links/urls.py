"""One clean form of an address, and one key for all its forms."""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[^/?#:]*)(?P<port>:\d*)?(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<mark>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_TRACKING = re.compile(r"(?:utm_|mc_)\w*|(?:fbclid|gclid|igshid|si)\Z", re.IGNORECASE)


def clean(url: str) -> str:
    """The address with its scheme and host in small letters and without what only tracks the reader."""
    parts = _PARTS.fullmatch(url.replace("&amp;", "&"))
    if parts is None:
        return url
    query = "&".join(pair for pair in (parts["query"] or "").split("&") if not _TRACKING.match(pair.split("=")[0]))
    asked = f"?{query}" if query else ""
    mark = f"#{parts['mark']}" if parts["mark"] else ""
    return f"{parts['scheme'].lower()}://{parts['host'].lower()}{parts['port'] or ''}{parts['path']}{asked}{mark}"


def key(url: str) -> str:
    """The same text for every form of an address: http or https, www. or not, any order of a query."""
    parts = _PARTS.fullmatch(clean(url))
    if parts is None:
        return url.lower()
    host = parts["host"].removeprefix("www.")
    port = "" if parts["port"] in (None, ":", ":80", ":443") else parts["port"]
    query = "&".join(sorted(parts["query"].split("&"))) if parts["query"] else ""
    return (
        f"{host}{port}{parts['path'].rstrip('/')}"
        + (f"?{query}" if query else "")
        + (f"#{parts['mark']}" if parts["mark"] else "")
    )
