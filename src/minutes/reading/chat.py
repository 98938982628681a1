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
_KINDS = (_ZOOM, _ZOOM_CLOUD, _WHATSAPP, _WHATSAPP_IOS, _DISCORD)
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
    r"messages and calls are end-to-end encrypted.{0,200}|"
    r"waiting for this message.{0,80}|.{0,100} \(file attached\))$",
    re.IGNORECASE,
)


def sniff(page: Page) -> float:
    """Sure where most lines begin an entry of one kind of chat."""
    share, kind = logs.best(page.text[:60_000].split("\n"), _KINDS)
    return 0.6 + 0.35 * share if kind and share > 0.2 else 0.0


def parse(page: Page) -> Draft:
    """One piece a message; reactions, files and system lines are counted and left out."""
    lines = page.text.split("\n")
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
    "Saved chats: Zoom (three kinds), WhatsApp (two kinds), Discord, Element (Matrix)",
    sniff,
    parse,
    unverified=("Zoom of 2022 and later", "WhatsApp", "Discord", "Element"),
)
