"""Saved chats: Zoom (all three kinds), WhatsApp, Discord, Element."""

from __future__ import annotations

import re

from minutes.reading import logs
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.logs import DAY, WALL, Kind, Message

_ZOOM = Kind(
    re.compile(rf"^{WALL}\s{{1,4}}From\s{{1,2}}(?P<name>\S[^\n]{{0,200}}?)(?:\s:\s|:\s*$|:\t)(?P<text>.*)$", re.DOTALL),
    re.compile(rf"^{WALL}\s{{1,4}}From\s"),
)
_ZOOM_CLOUD = Kind(
    re.compile(r"^(?P<clock>\d\d:\d\d:\d\d)\t(?P<name>[^\t\n]{1,160}):\t(?P<text>.*)$", re.DOTALL),
    re.compile(r"^\d\d:\d\d:\d\d\t[^\t\n]{1,160}:\t"),
    elapsed=True,
)
_WHATSAPP = Kind(
    re.compile(rf"^{DAY},? {WALL} - (?P<name>[\w+@~(][^:<>\n]{{0,79}}): (?P<text>.*)$", re.DOTALL | re.IGNORECASE),
    re.compile(rf"^{DAY},? {WALL} - ", re.IGNORECASE),
)
_WHATSAPP_IOS = Kind(
    re.compile(
        rf"^\[{DAY},? {WALL}\] (?:~\s?)?(?P<name>[\w+@~(][^:<>\n]{{0,79}}): (?P<text>.*)$", re.DOTALL | re.IGNORECASE
    ),
    re.compile(rf"^\[{DAY},? {WALL}\] ", re.IGNORECASE),
)
_DISCORD = Kind(
    re.compile(rf"^\[{DAY},? {WALL}\] (?P<name>[\w+@][^:<>\n]{{0,59}})(?P<text>)$", re.IGNORECASE),
    re.compile(rf"^\[{DAY},? {WALL}\] [\w+@][^:<>\n]{{0,59}}$", re.IGNORECASE),
)
_HALVES = r"(?P<clock>\d{1,2}:\d\d)\s?(?P<half>[ap])m"
_TEAMS = Kind(
    re.compile(rf"^\[{_HALVES}\] (?P<name>[\w+@][^:<>\n]{{0,79}})(?P<text>)$", re.IGNORECASE),
    re.compile(rf"^\[{_HALVES}\] [\w+@][^:<>\n]{{0,79}}$", re.IGNORECASE),
)
_TELEGRAM = Kind(
    re.compile(rf"^(?P<name>[^\[\n]{{1,80}}), \[{DAY},? {WALL}\]:?(?P<text>)$", re.IGNORECASE),
    re.compile(rf"^[^\[\n]{{1,80}}, \[{DAY},? {WALL}\]:?$", re.IGNORECASE),
)
_JITSI = Kind(
    re.compile(rf"^<{WALL}> (?P<name>[^:<>\n]{{1,80}}): (?P<text>.*)$", re.DOTALL | re.IGNORECASE),
    re.compile(rf"^<{WALL}> ", re.IGNORECASE),
)
_ABOVE = (_DISCORD, _TEAMS, _TELEGRAM)
"""Kinds that have the name above the message, so that fewer lines begin one."""
_KINDS = (_ZOOM, _ZOOM_CLOUD, _WHATSAPP, _WHATSAPP_IOS, _JITSI, *_ABOVE)
_TO = re.compile(r"^(?P<name>.{1,160}?)\s{1,2}to\s{1,2}(?P<to>.{1,160})$")
_PRIVATE = re.compile(
    r"\((?:privately|direct message|private|privat|privé|en privé|privado|directo)\)\s*$", re.IGNORECASE
)
_EVERYONE = re.compile(
    r"^(?:everyone|all|alle|tout le monde|todos|tutti|iedereen|"
    r"hosts? and panelists|all panelists|meeting group chat)\b",
    re.I,
)
_REACTION = re.compile(
    r"^(?:reacted to\b|removed a\b.{0,40}\breaction\b|heeft gereageerd op\b|"
    r"hat auf .{0,300} reagiert|a réagi à\b|se ha reaccionado\b|"
    r"ha reagito a\b|reagerade på\b)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:Replying to|Antwort auf|En réponse à|Respondiendo a|Antwoord op) [\"“][^\n]{0,2000}\n?\s*")
_SYSTEM = re.compile(
    r"^(?:<?(?:media|image|video|audio|sticker|gif|document|contact card)(?: message)? omitted>?|"
    r"this message was deleted\.?|"
    r"you deleted this message\.?|missed (?:voice|video) call.{0,40}|null|"
    r"messages and calls are end-to-end encrypted.{0,200}|<[^<>/:\n]{3,40}>|"
    r"waiting for this message.{0,80}|.{0,100} \(file attached\))$",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?:={8,}|\{(?:Attachments|Embed|Reactions|Stickers)\}|Exported [\d,.]{1,9} message\(s\)|"
    r"End of transcript at .{1,60})$"
)
"""Lines of a program that writes chats down, in and below them."""


def sniff(page: Page) -> float:
    """Sure where most lines begin an entry of one kind of chat."""
    share, kind = logs.best(page.text[:60_000].split("\n"), _KINDS)
    return 0.6 + 0.35 * share if kind and share > (0.03 if kind in _ABOVE else 0.2) else 0.0


def parse(page: Page) -> Draft:
    """One piece a message; reactions, files and system lines are counted and left out."""
    lines = [line for line in page.text.split("\n") if not _ADDED.match(line)]
    _, kind = logs.best(lines, _KINDS)
    if kind is None:
        return Draft(())
    log = logs.read(lines, kind)
    said = []
    reactions = 0
    system = log.system
    public = any(_EVERYONE.match(found["to"]) for message in log.messages if (found := _TO.match(message.name)))
    for message, at in logs.spans(log):
        if _REACTION.match(message.text):
            reactions += 1
        elif _SYSTEM.match(message.text):
            system += 1
        else:
            said.append(_said(message, at, public=public))
    gone = "were left out."
    remarks = counted(reactions, "reaction", gone) + counted(system, "system line", gone)
    return Draft(tuple(said), date=log.date, start=log.start, remarks=remarks, glue="\n")


def _said(message: Message, at: float | None, *, public: bool) -> Said:
    """The piece of a message, with its reader apart from its writer."""
    found = _TO.match(message.name)
    name, to = (found["name"], found["to"]) if found else (message.name, "")
    private = bool(_PRIVATE.search(message.name)) or (bool(to) and public and not _EVERYONE.match(to))
    name = _PRIVATE.sub("", name).strip()
    words = _REPLY.sub("", message.text) if '"' in message.text or "“" in message.text else message.text
    words = "\n".join(line.strip() for line in words.split("\n") if line.strip())
    return Said(name, words, at, private=private)


READER = Reader(
    "chat",
    (".txt",),
    "Saved chats: Zoom (three kinds), WhatsApp (two kinds), Discord, Teams, Telegram, Jitsi, Element (Matrix)",
    sniff,
    parse,
    unverified=("Zoom of 2022 and later", "WhatsApp", "Discord", "Teams", "Telegram", "Jitsi", "Element"),
)
