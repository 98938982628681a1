"""A Markdown task list: boxes to tick, for the notes of a group or an issue of a tracker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from minutes.model import Recap, Series
from minutes.writing.markdown import escape
from minutes.writing.steps import DONE, DROPPED, Step, Steps, steps

_CALLING = re.compile(r"(\\[@#])(?=\w)")
"""`@name` and `#12`. Trackers look for them when Markdown is done, so that the backslash does not hold them back."""
_APART = "\\1\N{ZERO WIDTH SPACE}"


def render(minutes: Recap | Series) -> bytes:
    """The list as UTF-8, a step a line; of a series, under the names of those whose steps they are."""
    found = steps(minutes)
    lists = _by_owner(found) if isinstance(minutes, Series) else _of_all(found)
    blocks = [f"> {_text(found.page.mark)}", f"# {_text(found.title)}", *lists]
    if not found.steps:
        blocks.append(_text(found.none))
    return ("\n\n".join(blocks) + "\n").encode()


def _of_all(found: Steps) -> Iterator[str]:
    if found.steps:
        yield "\n".join(_item(step, found, step.who, _where(step)) for step in found.steps)


def _by_owner(found: Steps) -> Iterator[str]:
    """Everybody in the order of their first step, and the steps under them."""
    theirs: dict[str, list[Step]] = defaultdict(list)
    for step in found.steps:
        theirs[step.who or found.fixed.ownership["nobody"]].append(step)
    for who, own in theirs.items():
        yield f"## {_text(who)}"
        yield "\n".join(_item(step, found, "", f"{found.of(step)}: {_where(step)}") for step in own)


def _item(step: Step, found: Steps, who: str, where: str) -> str:
    """A box, ticked where nothing is left to do; the step; whose it is and by when; where it was said."""
    fixed = found.fixed
    due = fixed.steps["by"].format(day=fixed.short(step.due)) if step.due else fixed.quoted(step.due_said)
    note = (who, due if step.due or step.due_said else "", fixed.states[DROPPED] if step.state == DROPPED else "")
    told = ", ".join(filter(None, note))
    line = f"{step.text} ({told})" if told else step.text
    return f"- [{'x' if step.state in (DONE, DROPPED) else ' '}] {_text(line)} — {_text(where)}"


def _where(step: Step) -> str:
    return "; ".join(dict.fromkeys(one.reference for one in step.said)) or step.added


def _text(text: str) -> str:
    """Markdown that shows as the text and calls nobody."""
    return _CALLING.sub(_APART, escape(text))
