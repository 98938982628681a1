"""Saved mail: its text or an attached one is read, however it is packed."""

from __future__ import annotations

from base64 import encodebytes
from datetime import date

import pytest

from minutes.errors import NotATranscript
from minutes.reading import read

HEAD = b"""Received: from mx.example.org
	by in.example.org; Wed, 18 Nov 2026 16:00:01 +0000
From: Ann Lee <ann@example.org>
Subject: =?utf-8?Q?Weekly_Sync_=E2=80=93_transcript?=
Date: Wed, 18 Nov 2026 16:00:00 +0000
MIME-Version: 1.0
"""
QUOTED = b"""Content-Type: text/plain; charset="%s"
Content-Transfer-Encoding: quoted-printable

Ann Lee: Let%ss start with the numbers, which are bet=
ter.
Bob Stone: I agree.
"""
SAID = [("Ann Lee", "Let’s start with the numbers, which are better."), ("Bob Stone", "I agree.")]
MIXED = b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'


def said(data: bytes) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in read(data).turns]


@pytest.mark.parametrize("charset", [(b"utf-8", b"=E2=80=99"), (b"windows-1252", b"=92"), (b"none-such", b"=E2=80=99")])
def test_quoted_printable_text(charset: tuple[bytes, bytes]) -> None:
    transcript = read(HEAD + QUOTED % charset)
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == SAID
    assert (transcript.title, transcript.date) == ("Weekly Sync – transcript", date(2026, 11, 18))


def test_an_attached_transcript_goes_before_the_letter() -> None:
    captions = encodebytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We agreed.\n")
    letter = b"Content-Type: text/plain\n\nHi all,\nhere is the transcript.\n--b\n"
    attached = b"Content-Type: text/vtt\nContent-Transfer-Encoding: base64\n\n" + captions + b"--b--\n"
    assert said(HEAD + MIXED + letter + attached) == [("Ann", "We agreed.")]


def test_mail_that_is_a_page() -> None:
    page = b"Content-Type: text/html\n\n<p><b>Ann Lee:</b> We begin.</p><p><b>Bob Stone:</b> I agree.</p>\n"
    assert said(HEAD + page) == [("Ann Lee", "We begin."), ("Bob Stone", "I agree.")]


def test_mail_in_mail_without_end_is_refused() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5000))
    with pytest.raises(NotATranscript, match="mail in mail"):
        read(HEAD + deep + b"\nAnn: hi\n")
