"""Reading against two libraries for captions in one run, and how its cost grows: `make bench`.

Only ratios are comparable from one machine to another.
"""

import io
import time
from collections.abc import Callable

import pysubs2
import webvtt

from minutes.errors import MinutesError
from minutes.reading import Limits, read

CUES = 20_000
ROUNDS = 5
LIMITS = Limits(size=1_000_000_000, speakers=10_000_000)

HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces in a line": lambda n: "Ann: x" + " " * n + "y\nBob: ok",
    "open brackets": lambda n: "Ann: " + "[" * n + "\nBob: ok",
    "open names": lambda n: "[Ann " * n + "\nBob: ok",
    "times without end": lambda n: "00:" * n,
    "times and dashes": lambda n: "00:01 - " * n + "\nAnn: hi",
    "one sentence": lambda n: "Ann: " + "very " * n + "\nBob: ok",
    "one word": lambda n: "Ann: " + "a" * n + "\nBob: ok",
    "line ends": lambda n: "Ann: hi" + "\r" * n + "\nBob: ok",
    "a heading of marks": lambda n: "# " + "#" * n + "x\nAnn: hi\nBob: ok",
    "asterisks": lambda n: "**" * n + "Ann:** hi\nBob: ok",
    "open voice tags": lambda n: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * n,
    "arrows": lambda n: "WEBVTT\n\n" + "00:01.000 --> " * n,
    "equal cues": lambda n: "WEBVTT\n\n" + "00:01.000 --> 00:02.000\nhi\n\n" * n,
    "two lines a cue": lambda n: "WEBVTT\n\n" + "".join(f"{at}:00.000 --> {at}:02.000\nhi\nho\n\n" for at in range(n)),
    "open braces": lambda n: "{\\rtf1 " + "{" * n + "Ann: hi}",
    "bold within bold": lambda n: "<p>" + "<b>" * n + "Ann</b>: hi<p>Bob: ok",
    "a closing tag too many": lambda n: "<html><p><b>Ann</b>: hi<p>Bob: ok" + "<script></p>" * n,
    "lines of one letter": lambda n: "a\n" * n,
    "a speaker a line": lambda n: "".join(f"Speaker {at}: hello there\n" for at in range(n)),
    "a field a line": lambda n: "Date: x\n" * n + "Ann: hi\nBob: ok",
    "messages of one second": lambda n: "12:45:05\t From Ann to Everyone : hi\n" * n,
    "list in list": lambda n: "[" * n,
    "a quote in a cell": lambda n: 'speaker,text\nAnn,"' + '""' * n + '"\n',
    "bold words": lambda n: "**Ann** hi\n\n" * n,
    "headings": lambda n: "### Ann\n\nhi\n\n" * n,
    "asterisks in a row": lambda n: "Ann: hi\n" + "*" * n + "\nBob: ok",
    "dashes": lambda n: "Ann " + "- " * n + "\nBob - ok\nAnn - hi",
    "a time a line": lambda n: "Ann\n00:01\n" * n,
    "links of times": lambda n: "[00:01](https://x.org " * n,
    "cells": lambda n: "Ann\tBob\thello\n" * n,
    "objects in lists": lambda n: "[" + ", ".join(['{"speaker": "Ann", "words": [{"text": "hi"}]}'] * n) + "]",
    "keys": lambda n: "{" + ", ".join(f'"k{at}": [{{"text": "hi", "start": 1}}]' for at in range(n)) + "}",
    "combining marks": lambda n: "Ann: a" + "\u0301" * n + "\nBob: ok",
}  # fmt: skip


def captions(count: int) -> str:
    """A caption file as Zoom writes it."""
    cues = []
    for at in range(count):
        clock = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.{at % 1000:03}" for s in (at * 3, at * 3 + 2)]
        words = f"So this is number {at}, and we talk about what comes next in the plan for the autumn."
        cues.append(f"{at + 1}\n{clock[0]} --> {clock[1]}\n{('Ann Lee', 'Bob', 'Eve Adams')[at // 4 % 3]}: {words}\n")
    return "WEBVTT\n\n" + "\n".join(cues)


def best(task: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the processor in the quickest of several rounds, so that what else the machine does counts little."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        task()
        times.append(time.process_time() - begun)
    return min(times)


def against_others() -> None:
    """Prints how long each takes for the same captions, and our share of the time of the others."""
    text = captions(CUES)
    data = text.encode()
    ours = best(lambda: read(data))
    others = {
        "webvtt-py": best(lambda: webvtt.from_buffer(io.StringIO(text))),
        "pysubs2": best(lambda: pysubs2.SSAFile.from_string(text)),
    }
    print(f"{CUES} cues: minutes {ours:.2f} s")
    for name, seconds in others.items():
        print(f"  {name:12}{seconds:6.2f} s   minutes takes {ours / seconds:.2f} of its time")


def growth() -> None:
    """Prints by how much the time grows when the input is four times as long: about 4, or less, is in proportion."""
    print("\nfour times the input takes … times as long")
    for name, make in HOSTILE.items():
        small, large = (make(n).encode() for n in (20_000, 80_000))
        first, second = best(lambda data=small: attempt(data), 3), best(lambda data=large: attempt(data), 3)
        print(f"  {name:24}{second / first:6.1f}   {second:7.3f} s for {len(large):,} bytes")


def attempt(data: bytes) -> None:
    """Reads, or is refused."""
    try:
        read(data, limits=LIMITS)
    except MinutesError:
        return


if __name__ == "__main__":
    against_others()
    growth()
