"""Archives that chats are exported in: Slack's days with their users, and WhatsApp's `_chat.txt`."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import chat, shapes, slack
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.decoding import decode
from minutes.reading.folding import load
from minutes.reading.limits import refuse_over

_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError)


def sniff(page: Page) -> float:
    """Sure of a zip archive with a chat in it."""
    if not page.data.startswith(b"PK\x03\x04"):
        return 0.0
    names = _names(page)
    return 0.95 if _chats(names) or _days(names) else 0.0


def parse(page: Page) -> Draft:
    """The one chat of an archive; of several channels, somebody has to choose."""
    names = _names(page)
    chats = _chats(names)
    if chats:
        text, remarks = decode(_member(page, chats[0]), None)
        whole = chat.parse(page._replace(text=text))
        return whole._replace(remarks=remarks + whole.remarks)
    days = _days(names)
    channels = list(dict.fromkeys(_folder(day) for day in days))
    if len(channels) > 1:
        told = ", ".join(channels[:5]) + (", …" if len(channels) > 5 else "")
        raise NotATranscript(f"a Slack export of {len(channels)} channels ({told})", todo="unpack it and name one day")
    users = next(name for name in names if _is_users(name))
    messages = [message for day in days for message in _list(page, day)]
    draft = shapes.draft({"users": _list(page, users), "messages": messages}, page)
    if draft is None:
        raise NotATranscript("a Slack export without messages", todo="export the channel again")
    return draft._replace(title=channels[0])


def _names(page: Page) -> list[str]:
    """The names of the parts, where the list of them can be read."""
    try:
        with zipfile.ZipFile(BytesIO(page.data)) as archive:
            return [part.filename for part in archive.infolist() if not part.is_dir()]
    except _BROKEN:
        return []


def _chats(names: list[str]) -> list[str]:
    return [name for name in names if name.rpartition("/")[2] == "_chat.txt"]


def _days(names: list[str]) -> list[str]:
    """The days of a Slack export, in their order: files in a folder, beside a list of users."""
    if not any(_is_users(name) for name in names):
        return []
    return sorted(name for name in names if name.endswith(".json") and _folder(name) and not _is_users(name))


def _is_users(name: str) -> bool:
    return name.rpartition("/")[2] == slack.USERS


def _folder(name: str) -> str:
    """The channel that a day is of."""
    return name.rpartition("/")[0].rpartition("/")[2]


def _list(page: Page, name: str) -> list[object]:
    """What stands in a part that is a list; nothing where it is none."""
    try:
        found = load(_member(page, name))
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []


def _member(page: Page, name: str) -> bytes:
    """The bytes of a part, unless it unpacks to more than is read."""
    try:
        with zipfile.ZipFile(BytesIO(page.data)) as archive:
            refuse_over("unpacked", sum(part.file_size for part in archive.infolist() if _is_read(part)), page.limits)
            with archive.open(name) as part:
                return part.read(page.limits.unpacked)
    except _BROKEN:
        raise BrokenFile("a damaged or protected zip archive", todo="export the chat again") from None


def _is_read(part: zipfile.ZipInfo) -> bool:
    """Whether a part is read at all; the pictures of a chat are not."""
    return part.filename.endswith((".json", ".txt"))


READER = Reader(
    "zip", (".zip",), "Zip archives of one chat: Slack, WhatsApp", sniff, parse, unverified=("Slack", "WhatsApp")
)
