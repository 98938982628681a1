"""Resources: every link, address and handle given for use, once."""

from __future__ import annotations

import minutes.finding.links as links
from minutes.finding.meeting import Meeting, identity
from minutes.model import Evidence, Resource


def find(meeting: Meeting) -> tuple[list[Resource], list[str]]:
    """The links in the order of their first mention, each with everywhere it was given; and what could not be saved."""
    places: dict[str, list[tuple[links.Link, Evidence]]] = {}
    unsaved: dict[str, None] = {}
    for number, turn in enumerate(meeting.transcript.turns):
        for link in links.find(turn.text):
            if link.saved:
                places.setdefault(links.key(link.url), []).append(
                    (link, meeting.transcript.evidence(number, link.start, link.end))
                )
            else:
                unsaved[turn.text[link.start : link.end]] = None
    return [_resource(meeting, found) for found in places.values()], list(unsaved)


def _resource(meeting: Meeting, found: list[tuple[links.Link, Evidence]]) -> Resource:
    link, first = found[0]
    evidence = tuple({piece.turn: piece for _, piece in reversed(found)}.values())[::-1]
    shared_by = meeting.talk.people.main(first.speaker) if first.speaker else None
    return Resource(
        id=identity("resource", evidence[:1]),
        url=link.url,
        label=_label(link.url),
        shared_by=shared_by,
        evidence=evidence,
    )


def _label(url: str) -> str:
    """The address as one would say it: without the scheme and the www."""
    bare = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= 60 else bare[:57] + "…"
