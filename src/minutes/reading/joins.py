"""What services keep in a list of its own and not with the words: who speaks when, and who is behind an id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from minutes.reading import parts

PEOPLE = ("participants", "attendees", "speakers", "users", "calendarinvitees", "agents")


def near(value: object, depth: int = 0) -> dict[str, list[object]]:
    """What stands under each key near the top of a value, the nearest first."""
    found: dict[str, list[object]] = {}
    _gather(value, depth, found)
    return found


def _gather(value: object, depth: int, found: dict[str, list[object]]) -> None:
    if depth > 3:
        return
    if isinstance(value, list) and len(value) <= 3:
        for inner in value:
            _gather(inner, depth, found)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            found.setdefault(key, []).append(inner)
        for inner in value.values():
            _gather(inner, depth + 1, found)


def objects(value: object) -> Iterator[dict[str, object]]:
    """The objects of a list."""
    yield from (entry for entry in value if isinstance(entry, dict)) if isinstance(value, list) else ()


def names(value: object) -> dict[str, str]:
    """Names by id, where the file lists its people apart, or tells who joined."""
    found: dict[str, str] = {}
    top = near(value)
    for key in PEOPLE:
        for people in top.get(key, ()):
            found |= of_people(people)
    for messages in top.get("messages", ()):
        for event in objects(messages):
            content = event.get("content")
            if event.get("type") == "m.room.member" and isinstance(content, Mapping):
                name = parts.named(content)
                if name:
                    found[str(event.get("statekey") or event.get("sender"))] = name
    return found


def of_people(people: object) -> dict[str, str]:
    """Names by id in a list of people."""
    ids = ((person, person.get("id", person.get("speakerid"))) for person in objects(people))
    return {str(id_): name for person, id_ in ids if id_ is not None and (name := parts.named(person))}


def join(value: object) -> None:
    """Writes the speaker into each word where a service keeps the labels apart."""
    if isinstance(value, dict):
        _amazon(value.get("results"))
        _speechmatics(value)
    for results in near(value).get("results", ()):
        for result in objects(results):
            _watson(result)
    if isinstance(value, dict):
        _watson(value)


def _amazon(results: object) -> None:
    """Labels by the time at which a word starts."""
    if not isinstance(results, Mapping):
        return
    labels: dict[object, object] = {}
    top = near(results, 2)
    for segments in top.get("segments", ()):
        for segment in objects(segments):
            for word in objects(segment.get("items")):
                if "starttime" in word:
                    labels[word["starttime"]] = word.get("speakerlabel")
    for channels in top.get("channels", ()):
        for channel in objects(channels):
            for word in objects(channel.get("items")):
                if "starttime" in word:
                    labels[word["starttime"]] = channel.get("channellabel")
    for word in objects(results.get("items")) if labels else ():
        if word.get("starttime", "") in labels:
            word.setdefault("speakerlabel", labels[word["starttime"]])


def _watson(value: dict[str, object]) -> None:
    """The words of IBM are lists of three, `["hello", 0.5, 0.9]`, and their labels stand below them all."""
    labels = {label.get("from"): label.get("speaker") for label in objects(value.get("speakerlabels"))}
    for result in objects(value.get("results")):
        best = next(objects(result.get("alternatives")), {})
        told = best.get("timestamps")
        words = [word for word in told if isinstance(word, list) and len(word) == 3] if isinstance(told, list) else []
        if words:
            best["words"] = [
                {"word": word, "start": start, "end": end, "speaker": labels.get(start)} for word, start, end in words
            ]


def _speechmatics(value: dict[str, object]) -> None:
    """The first version of Speechmatics calls a word a name, and tells who speaks from when on."""
    if not isinstance(value.get("words"), list) or "job" not in value:
        return
    turns = [(at, turn.get("name")) for turn in objects(value.get("speakers")) if (at := _at(turn)) is not None]
    turns.sort(key=lambda turn: turn[0])
    for word in objects(value["words"]):
        at = _at(word)
        since = bisect_right(turns, at, key=lambda turn: turn[0]) if at is not None else 0
        word["word"], word["name"] = word.get("name"), None
        word["speaker"] = turns[since - 1][1] if since else None


def _at(entry: Mapping[str, object]) -> float | None:
    return parts.number(entry.get("time"))
