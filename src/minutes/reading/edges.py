"""What stands around the speech of a text: front matter, notes above the transcript, footers."""

from __future__ import annotations

import re

_BEGIN = re.compile(r"^(?:[^\w.,?!]|_)*(?:full )?(?:meeting )?transcript[*_: ]*$", re.IGNORECASE)
_FOOT = re.compile(
    r"^[\W_]*(?:transcribed by \[?https?://|(?:meeting|transcription|recording) ended after\b|"
    r"this editable transcript was computer generated|transcript(?:ion)? (?:ended|stopped)\b|end of transcript\b|"
    r"people can also change the text after|view recording\b|"
    r"this transcript was (?:exported|generated|automatically)|"
    r"\w[\w .,'’()|@/-]{1,80} (?:started|stopped) transcription\b|"
    r"you should review gemini's notes|chat with meeting transcript:)",
    re.IGNORECASE,
)
_FATHOM = re.compile(r"^\s*[A-Z][A-Z ]{3,30}: [^\n]{0,500} - WATCH: https?://\S{1,300}\s*$")
"""What Fathom puts between the turns: an action item or a highlight, with a link into the video."""


def front_matter(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines between the two rules at the top of a Markdown file, and the rest; lists are put on one line."""
    start = next((at for at, line in enumerate(lines[:3]) if line.strip()), 0)
    if not lines or lines[start].strip() != "---":
        return [], lines
    for at in range(start + 1, min(len(lines), start + 100)):
        if lines[at].strip() == "---":
            front: list[str] = []
            for line in lines[start + 1 : at]:
                if front and line.lstrip().startswith("- "):
                    front[-1] += ", " + line.strip(" -'\"")
                else:
                    front.append(line.replace("['", " ").replace("']", " ").replace("', '", ", ").replace('"', ""))
            return [line.replace(": , ", ": ").replace(":, ", ": ") for line in front], lines[at + 1 :]
    return [], lines


def above_transcript(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above and below a line that says only `Transcript`, where there is one with text below."""
    found = [at for at, line in enumerate(lines) if len(line) < 60 and _BEGIN.match(line) and _alone(lines, at)]
    if not found or not any(line.strip() for line in lines[found[-1] + 1 :]):
        return [], lines
    return lines[: found[-1]], lines[found[-1] + 1 :]


def _alone(lines: list[str], at: int) -> bool:
    """Whether a line stands between blank ones, or is a heading."""
    around = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
    return lines[at].lstrip().startswith("#") or not any(line.strip() for line in around)


def without_footers(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without those that services add of their own, and those."""
    added = {at for at, line in enumerate(lines) if _FOOT.match(line[:400]) or _FATHOM.match(line)}
    kept = [line for at, line in enumerate(lines) if at not in added]
    return kept, [lines[at] for at in sorted(added)]
