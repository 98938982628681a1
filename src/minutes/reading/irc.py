"""Logs of IRC channels, with the habits of scribes: `Name: text`, `... and so on`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.reading import headers, labels, logs
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.logs import Kind
from minutes.reading.words import NEVER, TAKEN

_STAMP = r"(?:(?P<day>\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})[T ]\s{0,2}|[A-Z][a-z]{2}\s{1,2}\d{1,2}\s)?"
_STAMP += r"(?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?"
_ENTRY = rf"^\[?{_STAMP}\]?\s"
_KINDS = (
    Kind(
        re.compile(rf"{_ENTRY}\s{{0,3}}<[@+%~& ]?(?P<name>[^>\n-][^>\n]{{0,79}})>\s(?P<text>.*)$"), re.compile(_ENTRY)
    ),
    Kind(
        re.compile(rf"^{_STAMP}\t[@+%~&]?(?P<name>[^\t\s*<-][^\t\n]{{0,40}})\t(?P<text>.*)$"),
        re.compile(rf"^{_STAMP}\t"),
    ),
    Kind(
        re.compile(rf"^{_STAMP}\s{{1,20}}(?:[@+%]\s{{1,9}})?(?P<name>[\w\[\]^`{{}}\\-]{{1,40}}) \| (?P<text>.*)$"),
        re.compile(_ENTRY),
    ),
    Kind(re.compile(rf"^{_STAMP} [<>] (?P<name>[^!:\s]{{1,40}})![^:\s]{{1,80}}: (?P<text>.*)$"), re.compile(_ENTRY)),
    Kind(
        re.compile(rf"^{_STAMP} \[(?P<name>\S{{1,40}})\](?P<text>)$"),
        re.compile(rf"^{_STAMP} (?:\[\S{{1,40}}\]$|\S{{1,40}} has (?:joined|left))"),
    ),
    Kind(
        re.compile(r"^<[@+%~& ]?(?P<name>(?!\d{1,2}:\d\d)[^>\s]{1,40})>\s(?P<text>.*)$"),
        re.compile(r"^<(?!\d{1,2}:\d\d)[^>\s]{1,40}>\s"),
    ),
)
_COMMAND = re.compile(
    r"^(?:[qvi][+-]|q\?|ack\b|vq\?|present[+-]|regrets[+-]|agenda[+-]|agenda\?|(?:zakim|rrsagent|trackbot|agendabot|meetbot)[,:]|"
    r"[si]/.{1,300}/|scribe(?:nick|options)?\s*[:+]|rssagent|\+1$|-1$|#(?:startmeeting|endmeeting|meetingname|chair|here)\b|"
    r"\S{1,40} has (?:joined|left|changed the topic)\b|(?:previous|next) meeting:|"
    r"(?:chair|agenda|date|meeting|present|regrets|location)\s*[:：])",
    re.IGNORECASE,
)
_SCRIBE = re.compile(r"^scribe(?:nick)?\s*[:：+]\s*(?P<names>[^\n]{1,80})$", re.IGNORECASE)
_REGRETS = re.compile(r"^regrets\+\s*:?\s*(?P<names>[^\n]{0,200})$", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:\.\.\.?|…)\s*")
_NAMED = re.compile(r"^(?P<name>[^\W\d][^\s:：]{0,79}(?: [^\s:：]{1,20}){0,3})[:：]\s+(?P<text>\S.*)$", re.DOTALL)
_TRANSCRIBER = "transcriber"


def sniff(page: Page) -> float:
    """Sure where most lines are entries of one kind of log."""
    share, kind = logs.best(page.text[:60_000].split("\n"), _KINDS)
    return 0.55 + 0.35 * share if kind and share >= 0.4 else 0.0


def parse(page: Page) -> Draft:
    """One piece a message; what bots say, commands to bots, joins and leaves are left out."""
    lines = page.text.split("\n")
    _, kind = logs.best(lines, _KINDS)
    if kind is None:
        return Draft(())
    log = logs.read(lines, kind)
    about = headers.about([line for message in log.messages if _is_header(line := _spelled(message))])
    kept = [message for message in log.messages if message.text and not _COMMAND.match(message.text)]
    left = log.system + len(log.messages) - len(kept)
    remarks = counted(left, "line", "of joins, leaves and commands were left out.")
    said = tuple(_scribed(kept, _scribes(log.messages)))
    about = about._replace(date=about.date or log.date, start=log.start)
    return Draft(said, *about, remarks=remarks, glue="\n")


def _spelled(message: logs.Message) -> str:
    """The message with `regrets+` as a field; alone it is of whoever typed it."""
    found = _REGRETS.match(message.text)
    return f"regrets: {found['names'] or message.name}" if found else message.text


def _is_header(text: str) -> bool:
    found = headers.field(text)
    return found is not None and found[0] in TAKEN


def _scribes(messages: list[logs.Message]) -> frozenset[str]:
    """The names of those who type what others say."""
    named = (found["names"] for message in messages if (found := _SCRIBE.match(message.text)))
    return frozenset(name.strip().lower().rstrip("_") for names in named for name in names.split(",")) | {_TRANSCRIBER}


def _scribed(messages: list[logs.Message], scribes: frozenset[str]) -> Iterator[Said]:
    """The pieces, those that a scribe typed for others under the names of the others."""
    speaker: str | None = None
    for message in messages:
        words = message.text.replace("\n ", " ")
        if message.name.strip().lower().rstrip("_") not in scribes:
            yield Said(message.name, words, message.at)
            continue
        found = _NAMED.match(words)
        if found and _is_named(found):
            speaker, words = found["name"], found["text"]
        elif not _GOES_ON.match(words):
            speaker = None
        yield Said(speaker or message.name, _GOES_ON.sub("", words), message.at)


def _is_named(found: re.Match[str]) -> bool:
    """Whether somebody's words follow a name, and not a thing and where it is."""
    name, text = found["name"], found["text"]
    return name.casefold() not in NEVER and labels.plausible(name) and not re.fullmatch(r"https?://\S+", text)


READER = Reader("irc", (".log", ".txt"), "IRC logs: irssi, WeeChat, mIRC, Quassel, IRCCloud, W3C scribes", sniff, parse)
