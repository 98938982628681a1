"""Names of machines on the net: which endings there are, and which dotted words are such a name."""

from __future__ import annotations

import re

from minutes.finding.links.words import vocabulary

_CORE = vocabulary("core")
_WORDY = vocabulary("wordy")
_ENDINGS = vocabulary("countries") | _CORE | vocabulary("generic")
_LABEL = re.compile(r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\Z")
_LONGEST = 253  # characters, by the rules of the net
_FOUR_NUMBERS = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\Z)|\Z)){4}\Z")


def known(host: str) -> bool:
    """Whether this is a whole name of a machine: `docs.example.org`, but not `docs.google`, which was cut off."""
    labels = host.lower().split(".")
    named = len(labels) > 1 and labels[-1] in _ENDINGS and all(_LABEL.match(label) for label in labels)
    return named or bool(_FOUR_NUMBERS.match(host))


def plain(host: str) -> bool:
    """Whether a name standing alone, with no https:// and no path, can only be meant as an address."""
    *names, ending = host.split(".")
    if names[0].lower() == "www":
        return len(names) > 1
    wordy = ending.lower() in _WORDY or names[-1].isdecimal()
    return not wordy and (ending.islower() or ending.lower() in _CORE)


def spoken(host: str) -> bool:
    """Whether "dot" and its last word end an address when nothing follows: `dot org`, not `dot it`."""
    return host.rpartition(".")[2] not in _WORDY


def first(words: str) -> str | None:
    """The address at the start of dotted words: `olive.example.org` of `olive.example.org.Then`, or None."""
    labels = words[:_LONGEST].split(".")
    while len(labels) > 1 and labels[-1][:1].isupper() and not known(".".join(labels)):
        labels.pop()
    host = ".".join(labels)
    return host if known(host) else None
