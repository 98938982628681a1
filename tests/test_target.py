"""The call in which everything of a hand-written recap is said: every row of that page must come out of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

import minutes
from minutes.model import Finding, Ownership, Proposal, Recap, Status
from minutes.writing import render

SAMPLES = Path(__file__).parent.parent / "sample_transcripts"
LINKS = (
    "https://docs.google.com/spreadsheets/d/1YCiK9rHJm9TJJGctrUKrypLngnFpNeWJ/edit#gid=413380517",
    "https://www.linkedin.com/feed/update/urn:li:activity:7144368168017223681/",
    "https://www.linkedin.com/groups/9557137/",
    "https://docs.google.com/presentation/d/1hhnHkSnAk30Dc6E_sLR50nsop5EhtQlT7RP_EgVWIn4/edit#slide=id.p",
    "https://writingforbusyreaders.com/ai/",
    "https://dei-labs.com/course/requesting-proactive-protection",
    "https://www.amnesty.org/en/human-rights-education/",
    "https://www.cinemapolitica.org/film/canada-park/",
    "https://mondoweiss.net/2017/06/picnicking-israelis-palestinian/",
    "https://drive.google.com/file/d/1g-8ZjLiTAE9cKuBP12LzflVGEXAedpC3/view?usp=drive_link",
    "https://uscpr.org/gaza-genocide-call-congress/",
    "https://www.youtube.com/watch?v=p6P_yqQuxzk",
)


@pytest.fixture(scope="module")
def call() -> Recap:
    return minutes.recap(minutes.read(SAMPLES / "2024-02-11-alliance-call.vtt"))


def holding(found: Iterable[Finding], *words: str) -> list[Finding]:
    """The findings whose words, or the words they rest on, hold all of these."""
    return [one for one in found if all(word in _said(one) for word in words)]


def _said(one: Finding) -> str:
    return " ".join([one.text, *(piece.quote for piece in one.evidence)])


def campaign(call: Recap, proposer: str) -> Proposal:
    return next(one for one in call.proposals if one.proposers == (proposer,))


def test_row_1_the_opening_says_what_when_and_how_long(call: Recap) -> None:
    assert call.title == "Alliance call"
    assert call.date == date(2024, 2, 11)
    assert call.seconds is not None
    assert 600 < call.seconds < 1200
    assert 3 <= " ".join(call.overview).count(". ") + 1 <= 7
    assert "Ruth Adeyemi" in call.overview[0]


def test_row_2_people_with_what_they_said_of_themselves(call: Recap) -> None:
    told = {speaker.name: speaker.background or "" for speaker in call.speakers}
    assert len(told) == 8
    assert "radio producer" in told["Amal Haddad"]
    assert "biochemist" in told["Kambiz Rostami"]
    assert "sales manager" in told["Salman Mirza"]
    assert "employment lawyer" in told["Lena Vogt"]
    assert sum(bool(background) for background in told.values()) >= 7
    assert all(speaker.seconds for speaker in call.speakers)


def test_row_3_the_first_campaign(call: Recap) -> None:
    amal = campaign(call, "Amal Haddad")
    assert amal.status is Status.RUNNING
    assert "LinkedIn" in amal.channels
    assert any("from a few hundred to nearly 10,000 comments" in outcome for outcome in amal.outcomes)
    assert amal.quote
    assert amal.takeaway is not None
    assert "personal narratives" in amal.takeaway
    assert "LinkedIn" in amal.title


def test_row_4_the_second_campaign_with_its_link(call: Recap) -> None:
    kambiz = campaign(call, "Kambiz Rostami")
    shared = {resource.id: resource.url for resource in call.resources}
    assert "https://www.linkedin.com/groups/9557137/" in [shared[one] for one in kambiz.resources]
    assert holding([kambiz], "DEI")


def test_row_5_the_third_campaign(call: Recap) -> None:
    salman = campaign(call, "Salman Mirza")
    assert holding([salman], "allies", "echo chambers")


def test_row_6_lost_jobs_and_threats(call: Recap) -> None:
    (lost,) = holding(call.challenges, "lost my job")
    (threats,) = holding(call.challenges, "threats")
    assert (lost.raised_by, threats.raised_by) == ("Omar Daher", "Amal Haddad")  # type: ignore[attr-defined]


def test_row_7_one_rebuttal_and_move_on(call: Recap) -> None:
    (advice,) = holding(call.advice, "post one rebuttal and move on")
    assert advice.given_by == "Salman Mirza"  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["weekly theme", "other platforms", "corporate employers"])
def test_row_8_plans(call: Recap, words: str) -> None:
    assert holding(call.proposals, words)


def test_row_8_what_was_settled(call: Recap) -> None:
    assert holding(call.decisions, "weekly theme")


@pytest.mark.parametrize(
    ("words", "owners", "due"),
    [
        ("ten best videos", ("Amal Haddad",), date(2024, 2, 14)),
        ("the first theme", ("Ines Caldeira",), date(2024, 2, 16)),
        ("short letter", ("Salman Mirza",), date(2024, 2, 18)),
        ("put it in the drive", ("Sam Whitlock",), date(2024, 2, 12)),
    ],
)
def test_row_9_next_steps_with_owner_and_day(call: Recap, words: str, owners: tuple[str, ...], due: date) -> None:
    (step,) = holding(call.next_steps, words)
    assert (step.owners, step.due) == (owners, due)  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["politicians", "divest from banks"])
def test_row_9_what_the_whole_group_does(call: Recap, words: str) -> None:
    (step,) = holding(call.next_steps, words)
    assert step.ownership is Ownership.GROUP  # type: ignore[attr-defined]


def test_row_10_the_closing_mood_is_a_quote(call: Recap) -> None:
    transcript = minutes.read(SAMPLES / "2024-02-11-alliance-call.vtt")
    assert any("we keep going" in piece.quote for piece in call.closing)
    assert all(piece.quote in transcript.turns[piece.turn].text for piece in call.closing)


def test_row_11_each_link_once_clean_and_shared_by_somebody(call: Recap) -> None:
    assert sorted(resource.url for resource in call.resources) == sorted(LINKS)
    assert all(resource.shared_by for resource in call.resources)
    assert call.unsaved_links == ("https://docs.google",)


def test_row_12_several_meetings_on_one_page(call: Recap) -> None:
    next_call = minutes.recap(minutes.read(b"Amal: I'll send the list.\nOmar: Thanks."), date="2024-02-18")
    page = render(minutes.recap([call, next_call]), "md").decode()
    assert page.startswith("# Minutes of 2 meetings")
    assert page.index("## 1. Alliance call") < page.index("## 2. Meeting")


@pytest.mark.parametrize("form", ["md", "docx", "html", "json"])
def test_row_13_every_format_holds_the_findings(call: Recap, form: str) -> None:
    assert len(render(call, form)) > 5000


def test_an_open_question_stays_open(call: Recap) -> None:
    assert holding(call.questions, "how do they join in")
