"""SAMI captions: one language, times from one to the next, speakers from a source or a label."""

from __future__ import annotations

import pytest

from minutes.errors import NotATranscript
from minutes.reading import read

HEAD = b"<SAMI>\n<HEAD><TITLE>Council</TITLE><STYLE><!-- .ENCC {lang: en-US;} --></STYLE></HEAD>\n<BODY>\n"


def test_english_is_read_and_the_other_language_told() -> None:
    body = """<SYNC Start=1000><P Class=ENCC>Ann: We begin &amp; go on<br>with the plan.
<P Class=KRCC>계획을 시작합니다
<SYNC Start=3500><P Class=ENCC>&nbsp;
<SYNC Start="4000"><P Class=ENCC><font color="#fff">Bob: I agree with it.</font></P>
<SYNC Start=6000><P Class=ENCC>&nbsp;</BODY></SAMI>"""
    transcript = read(HEAD + body.encode())
    assert [(turn.speaker, turn.text, turn.start, turn.end) for turn in transcript.turns] == [
        ("Ann", "We begin & go on with the plan.", 1.0, 3.5),
        ("Bob", "I agree with it.", 4.0, 6.0),
    ]
    assert transcript.title == "Council"
    assert "1 other language was left out." in transcript.remarks


def test_a_source_is_who_speaks() -> None:
    body = b"<SYNC Start=0><P Class=ENCC ID=Source>Ann Lee\n<P Class=ENCC>We begin now."
    assert [(turn.speaker, turn.text) for turn in read(HEAD + body).turns] == [("Ann Lee", "We begin now.")]


@pytest.mark.parametrize("body", [b"", b"<SYNC Start=", b"<SYNC Start=1>", b"<SYNC Start=1><P Class=ENCC>&nbsp;"])
def test_without_captions_it_is_refused(body: bytes) -> None:
    with pytest.raises(NotATranscript, match="no speech"):
        read(HEAD + body)
