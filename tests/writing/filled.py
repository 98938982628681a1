"""Recaps in which one text stands wherever somebody's words can stand, and what texts are tried."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from minutes.model import (
    Advice,
    Attendance,
    Challenge,
    Decision,
    Earlier,
    Evidence,
    NextStep,
    Ownership,
    Proposal,
    Question,
    Recap,
    Report,
    Resource,
    Sense,
    Source,
    Speaker,
    Topic,
)

NASTY = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)\" x=\"",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<https://example.org> www.example.org a@example.org",
    "| a | b |\n| --- | --- |\n| c | d |",
    "# one\n\n## two\n---\n===\n- three\n+ four\n1. five\n99) six",
    "> quote\n\n    code\n```\nfence\n```",
    "*a* **b** _c_ __d__ ~~e~~ `f` ``g`` $h$ :smile: @somebody #12",
    "a\\*b\\\\ end \\",
    "&amp; &lt; &#60; &copy &copy; &",
    "=cmd|' /C calc'!A0",
    '{ HYPERLINK "https://example.org" } { PAGE } {name} {0} {}',
    "\x00\x01\x08\x0b\x1f\x7f\x85\u2028\ufffe\uffff",
    "أمل حداد: «شكراً» (נועה) and Amal",
    "\u202eevil\u202c \u2067x\u2069 \u200f\u200e",
    "[ ] task [x] done [^1] note [ref]: https://example.org",
    "1986\\. A great year. 12:30:15 a:b:c",
    "\U0001f469\u200d\U0001f680 e\u0301 \ufeff",
    "\xa0edges\xa0",
    "",
)

TEXTS = (
    st.sampled_from(NASTY)
    | st.text(max_size=60)
    | st.text(alphabet="\\`*_{}[]<>()#+-.!|~&:;=$@/\"'^ \t\nab1", max_size=30)
)

URLS = st.sampled_from(
    (
        "https://example.org/a_(b)?c=d&copy;=*e*|f#g",
        'https://example.org/"><script>',
        "https://example.org/\\",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "http://[",
        "https://",
        "http:example",
        "@handle",
        "",
    )
) | st.text(max_size=30)


def filled(text: str, url: str) -> Recap:
    """A recap with the text in each field that holds words, and the address in its one resource."""
    seen = (Evidence(turn=3, speaker=text, start=61.0, char_start=0, char_end=len(text), quote=text),)
    found: dict[str, Any] = {"text": text, "rule": "made", "evidence": seen}
    return Recap(
        title=text,
        group=text,
        date=date(2024, 2, 11),
        start=text,
        seconds=60.0,
        language="en",
        sources=(Source(name=text, format="vtt", sha256="0"),),
        attendees=(f"{text}.",),
        place=text,
        chair=text,
        attendance=(
            Attendance(role="chair", person=text),
            Attendance(role="note_taker", person=text, evidence=seen),
            Attendance(role="apologies", person=text, evidence=seen),
        ),
        earlier=(Earlier(id="e", text=text, owners=(text,), due_said=text, evidence=seen, said=seen),),
        overview=(text, text),
        topics=(Topic(title=text, first_turn=0, last_turn=3, start=0.0, end=60.0),),
        speakers=(Speaker(name=text, labels=(text,), background=text, turns=1, words=1, evidence=seen),),
        proposals=(
            Proposal(
                id="p",
                title=text,
                proposers=(text,),
                aim=text,
                channels=(text,),
                outcomes=(text,),
                quote=text,
                takeaway=text,
                resources=("r",),
                **found,
            ),
        ),
        challenges=(Challenge(id="c", raised_by=text, **found),),
        advice=(Advice(id="a", given_by=text, **found),),
        decisions=(Decision(id="d", settles="p", **found),),
        next_steps=(NextStep(id="n", owners=(text, text), ownership=Ownership.TO_SETTLE, due_said=text, **found),),
        reports=(Report(id="w", sense=Sense.DONE, speaker=text, rule="made", evidence=seen),),
        questions=(Question(id="q", raised_by=text, **found),),
        resources=(Resource(id="r", url=url, label=text, shared_by=text, evidence=seen),),
        unsaved_links=(text,),
    )
