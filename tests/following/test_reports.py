"""What is a report that something is done, given up or still to do, and what only sounds like one."""

import pytest

from minutes.finding import prepare
from minutes.finding.kinds import report
from minutes.finding.rules import standard
from minutes.model import Report, Sense, Transcript, Turn

DONE = """
I rang the council on Tuesday.
I've rung the council about the lamp.
I sent the press list last night.
I have sent the press list to Dina.
We booked the hall for the fourth.
We've already booked the hall.
I wrote to the landlord about the damp.
I just emailed the library.
I finally finished the banner.
I printed four hundred leaflets.
I have put the posters up in the stairwell.
I spoke to the caretaker on Sunday.
I picked up the keys from the office.
Omar has sent the invitations.
Omar rang the surgery yesterday.
He delivered the parcels.
She has translated the flyer into Polish.
They fixed the gate on Monday.
The council has confirmed the date.
Our printer has delivered the boxes.
The leaflets went out on Monday.
The invitations have all gone out.
The newsletter went out last week.
The petition is live now.
The page is up.
The map is online now.
That's sent.
That's done.
It's all done.
The hall is booked.
The hall has been booked.
The boxes were delivered this morning.
The minutes have been circulated.
The form is finally finished.
The deposit was paid.
Booked it.
Sent it to everybody.
All done.
Done last week.
Thanks for sending the list.
Thank you so much for booking the hall.
I did the rota.
I've done the rota.
I finally got round to the letter.
I managed to reach the caretaker.
We've been in touch with the paper.
I sorted it.
I took care of the keys.
I've bought the paint, so we can start.
I asked the baker, and he is happy to help.
I collected the forms.
I told the caretaker about the lift.
We have put up forty posters.
I've handed in the petition.
I have updated the list.
I uploaded the photos.
I made the poster.
I drafted the statement.
I checked the meter.
Petra paid the deposit on Friday.
The grant form was submitted.
"""
DROPPED = """
We've dropped the stall.
I've given up on the grant.
We decided not to go ahead with the petition.
The march was called off.
The open day is cancelled.
The stall isn't going ahead.
The grant fell through.
Okay, so we drop the permit.
We're not doing the raffle any more.
We no longer need the van.
The picnic is off.
"""
NOT_YET = """
I haven't got round to the letter yet.
I haven't rung the council.
Not yet.
The banner isn't done.
The form is not finished yet.
Still waiting to hear from the council.
I'm still working on the poster.
No reply from the council so far.
I still need to ring the printer.
I forgot the keys.
I ran out of time.
It's nearly finished.
I didn't get a chance to ask.
Nothing back from the landlord yet.
"""
NONE = """
I'll ring the council on Tuesday.
I will send the list.
I'm going to book the hall.
Can you ring the council?
Did you ring the council?
Have you sent the list?
Once I've sent the list, I'll tell you.
When I've printed them, we can fold them.
As soon as the hall is booked, we can start.
If I rang the council, they would only laugh.
After we booked the hall, it burned down.
Unless somebody sent it already, it is lost.
I would have sent it.
I should have rung the council.
I could have booked the hall.
I nearly rang the council.
I almost finished the banner.
I hope I sent the list.
I think I sent the list.
Maybe I sent the list.
I tried to ring the council.
I wanted to send the list.
I meant to book the hall.
I was going to print the leaflets.
I never sent the list.
Nobody rang the council.
He said he rang the council.
She told me she sent it.
Apparently they booked the hall.
According to Omar, they sent it.
We need to get the leaflets printed.
I want the hall booked by Friday.
The leaflets go out on Monday.
The hall will be booked by then.
The forms must be signed.
The hall can be booked online.
The list should be sent by Friday.
We usually booked the hall in spring.
Every spring we booked the hall.
We always sent them a card.
Years ago I rang them every week.
In 2019 we ran a stall.
I used to print the leaflets.
Last year we printed a thousand.
Please get it printed.
Let's get it booked.
Let's say it's done.
Well done.
What's done is done.
I've got a list here.
We've got a hall.
I live on the second floor.
I like the poster.
The council is slow.
I know who sent the list.
I know what they booked.
Make sure you sent the list.
I'd like it sent by Friday.
I wish I had sent it.
Imagine we booked the hall.
I dropped the leaflets off at the library if you must know.
Whether they sent it, I can't tell.
Prices have dropped.
Drop me a line.
I haven't got a car.
There is a room that was booked by the choir.
Who booked the hall?
Suppose I booked the hall.
We can't say it's booked.
Good, thanks.
"""


def told(*turns: tuple[str, str]) -> list[Report]:
    transcript = Transcript(turns=tuple(Turn(speaker=speaker, text=text) for speaker, text in turns))
    return report.find(prepare(transcript))


def senses(sentence: str) -> list[Sense]:
    people = [("Omar", "Hello."), ("Petra", "Hello.")]
    return [one.sense for one in told(*people, ("Dina", sentence))]


@pytest.mark.parametrize("sentence", DONE.strip().split("\n"))
def test_it_is_done(sentence: str) -> None:
    assert senses(sentence) == [Sense.DONE]


@pytest.mark.parametrize("sentence", DROPPED.strip().split("\n"))
def test_it_is_given_up(sentence: str) -> None:
    assert senses(sentence) == [Sense.DROPPED]


@pytest.mark.parametrize("sentence", NOT_YET.strip().split("\n"))
def test_it_is_still_to_do(sentence: str) -> None:
    assert senses(sentence) == [Sense.NOT_YET]


@pytest.mark.parametrize("sentence", NONE.strip().split("\n"))
def test_it_is_no_news(sentence: str) -> None:
    assert [one for one in senses(sentence) if one is not Sense.NOT_YET] == []


ANSWERS = [
    ("Omar, did you send the press list?", "Yes, last week.", Sense.DONE),
    ("Omar, did you send the press list?", "I did.", Sense.DONE),
    ("Have you rung the council?", "Done.", Sense.DONE),
    ("Is the hall booked?", "Yeah, on Monday.", Sense.DONE),
    ("Did you send the press list?", "Not yet.", Sense.NOT_YET),
    ("Did you send the press list?", "No, sorry.", Sense.NOT_YET),
    ("Have you rung the council?", "No, I'll do it tomorrow.", Sense.NOT_YET),
    ("Did you send the press list?", "Yes, but not to everybody.", None),
    ("Did you send the press list?", "Yes, I will.", None),
    ("Did you send the press list?", "Yes, I think so.", None),
    ("Can you send the press list?", "Yes.", None),
    ("Why did you send the press list?", "Yes, sorry.", None),
    ("Did you know that the list is lost?", "Yes.", None),
]


@pytest.mark.parametrize(("question", "answer", "sense"), ANSWERS)
def test_an_answer_rests_on_its_question(question: str, answer: str, sense: Sense | None) -> None:
    found = told(("Dina", question), ("Omar", answer))
    assert [one.sense for one in found if one.speaker == "Omar"] == ([sense] if sense else [])
    if sense:
        assert found[-1].evidence[0].quote == question
        assert [piece.speaker for piece in found[-1].evidence] == ["Dina", "Omar"]


def test_only_the_part_that_tells_it_is_quoted() -> None:
    (found,) = told(("Dina", "I've booked the hall, and I'll send the list tomorrow."))
    assert [piece.quote for piece in found.evidence] == ["I've booked the hall"]


def test_a_bare_report_rests_on_what_was_said_before_it() -> None:
    (found,) = told(("Dina", "Now, the press list. That's sent."))
    assert " ".join(piece.quote for piece in found.evidence) == "Now, the press list. That's sent."


def test_the_words_stand_where_the_evidence_says() -> None:
    turns = (("Dina", "Um, so, I, I rang the the council."), ("Omar", "Did you print it?"), ("Dina", "Yes, uh, twice."))
    transcript = Transcript(turns=tuple(Turn(speaker=speaker, text=text) for speaker, text in turns))
    found = report.find(prepare(transcript))
    assert found
    for piece in (piece for one in found for piece in one.evidence):
        assert transcript.turns[piece.turn].text[piece.char_start : piece.char_end] == piece.quote


def test_every_act_of_a_report_has_a_cue() -> None:
    acts = {cue.act for cue in standard().cue if cue.id.startswith("report.")}
    assert acts == {"done", "given-up", "to-do", "ask-after"}
