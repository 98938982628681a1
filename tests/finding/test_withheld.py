"""What somebody asks to keep out of the minutes is gone before anything looks; idle talk takes nothing away."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.errors import InputError
from minutes.finding import explain, recap
from minutes.finding.joining import runs
from minutes.finding.rules import parse, standard
from minutes.finding.withheld import Range, span, withhold
from minutes.model import Tick, Transcript, Turn, Withheld


def marked(before: str, after: str) -> str:
    """The text with braces around what is withheld of it."""
    gone = [new == " " != old for old, new in zip(before, after, strict=True)]
    for gap in re.finditer(r"(?<=\S)\s+(?=\S)", before):
        gone[gap.start() : gap.end()] = [gone[gap.start() - 1] and gone[gap.end()]] * len(gap[0])
    told, edge = "", False
    for character, hidden in zip(before, gone, strict=True):
        told += ("{" if hidden else "}") * (hidden != edge) + character
        edge = hidden
    return told + "}" * edge


def call(text: str) -> Transcript:
    """Lines such as `Amal: It's sold.` as a transcript; braces are left out."""
    lines = (line.strip().replace("{", "").replace("}", "").partition(": ") for line in text.strip().splitlines())
    return Transcript(turns=tuple(Turn(speaker=name, text=said) for name, _, said in lines))


def left(transcript: Transcript, *ranges: str) -> str:
    """The lines of a transcript with braces around what is withheld."""
    after, _ = withhold(transcript, [span(one) for one in ranges])
    pairs = zip(transcript.turns, after.turns, strict=True)
    return "\n".join(f"{old.speaker}: {marked(old.text, new.text)}" for old, new in pairs)


def lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


# --- who asks, and who does not

ASKS = """\
Can we go off the record for a minute?
let's go off the record
Could I ask that we go off the record here
Off the record now.
okay off the record for a second everybody
Let's take this off the record.
Please stop the recording.
could somebody pause the recording
Would somebody please turn that recorder off for a moment?
Stop minuting for a second.
Harriet, would you stop writing for a moment?
Can we turn the recorder off?
I'd like to say something off the record.
May I speak off the record?
can i say this off the record
What I'm going to tell you now isn't for the minutes.
Could we have the next part off the record?
We'll go off the record here.
Can you put your pen down for this bit, Tomasz?
I want this off the record.
Going off the record for a sec.
Not for the record, but he's leaving in June.
Please don't minute the next bit.
Please keep the next part out of the minutes.
Right, no minutes for this part please.
Pause the transcription please.
Can we switch off the notetaker?
Let's do this bit without minutes.
no recording now please
This isn't on the record, but she told me he drinks.
This doesn't go in the minutes.
This is for your ears only.
Don't let this leave the room.
Please treat this as confidential.
I'd rather this didn't go any further.
You haven't heard this from me.
Don't put me down as saying that.
Can that stay between us?
Leave his name out of the minutes.
Can you redact my last comment?
Could we expunge that from the record?
I'd like that struck from the record.
That stays out of the minutes.
That needn't be minuted.
there's no need to put that in the minutes
You don't need to write that down.
I'd ask that this not be minuted.
Not in the minutes, please.
Ignore that for the minutes.
Can we not minute this please?
um can we uh not minute that please
I would prefer not to have that on the record.
That mustn't be on the recording.
I don't want to be quoted on that.
I don't want my name in the minutes.
Can I ask for that not to be minuted?
That's not one for the minutes.
we're not minuting this okay
I tell you this in confidence.
Just between us, the treasurer is leaving.
between you and me the lease ran out in march
This stays in this room: he was arrested.
What I said stays in this room.
please delete what i just said from the transcript
Scrap that from the minutes.
Please don't minute that, he reads them.
if you could not minute that harriet i would be grateful
I would be grateful if that could stay out of the minutes.
Would you mind not minuting that?
Please, you not write this.
This is not for protocol, please.
My boss said he would fire me and please don't put that in the minutes.
she said he hit her twice please dont minute that
Take that last part out, out of the minutes I mean.
I'd rather you didn't write that down.
Would it be possible to go off the record?
Is it possible to switch off the recording for this?
Can I just ask that the recording is stopped?
Can I tell you something in confidence?
We should strike that from the minutes.
Strike my last remark from the record.
No need to write that down, Lorna.
That was off the record, obviously.
what i just said is off the record
I told you that off the record, so keep it out of the notes.
Don't write my name down.
don't quote me on that
Don't quote me on any of this.
You never heard this from me, but it is sold.
That doesn't leave this room.
It must not leave these four walls.
Please could the secretary leave that out of the minutes?
Not to be minuted: the manager drinks.
This isn't to be minuted.
Could you maybe not put that in the notes?
I wouldn't want that in the minutes.
I'm saying this off the record.
Speaking off the record, I'd sack him.
Chair, can this be confidential please?
Can we keep this confidential?
Turn the recording off please.
Can the recording be paused?
Please cut that bit out of the recording.
Could you take out that last sentence from the transcript?
Harriet, could you leave this bit out of the minutes?
I know we're being recorded but please don't put this in the minutes.
before i say this can you stop the tape
hang on can you stop recording first
This can't go in the minutes.
I can't have that on the record.
Can you all keep that to yourselves?
Don't repeat that outside this room.
None of that goes in the minutes.
none of this is for the minutes
I don't want any of that written down.
None of that should be recorded.
Nothing of that should be in the protocol please.
I must ask you not to minute that.
I'm asking you not to put that in the notes.
I must ask that you leave that out.
It's not for minuting, that.
That's confidential.
That is confidential, please.
This is all confidential.
Confidentially, the depot is closing.
Sorry, can that be struck from the record?
Let the record not show that.
Don't let the minutes show that.
Turn the tape off.
Is this off the record?
Are we off the record here?
Off the record: she lied.
Off record, she lied.
Right. Off the record.
We agreed this would be off the record.
I'm speaking off the record here.
Could you keep my name out of the notes?
I would like to stay anonymous on this one.
Don't say it was me who told you.
and dont say i said that
Don't tell anyone I told you.
Don't let on that I told you.
Not for publication, but the trustees split.
Keep it under wraps.
Please do not share what I said with anybody.
Mum's the word.
Can you delete the last two minutes of the recording?
Can we cut the last five minutes from the recording?
I take it that's not being minuted.
I hope that isn't going in the minutes.
I hope you're not writing this down.
You're not minuting this, are you?
You're not writing that down, are you?
I'd leave that out of the minutes if I were you.
Perhaps best left out of the minutes.
That one's best not minuted.
That's best kept out of the minutes.
That part doesn't need minuting.
Needn't minute that.
No minutes on that, please.
No need for that to be in the minutes.
There's no need for that in the minutes.
That goes no further.
This goes no further.
It goes no further than this room.
Let it go no further.
Strike that last bit.
Strike that last bit please from the minutes.
can we lose that from the minutes
please drop that from the notes
Would you remove my comment from the transcript?
May that not appear in the minutes?
It had better not be in the minutes.
Better keep that out of the minutes.
I don't want to see that in the minutes.
I don't want to read that in the minutes next month.
We shouldn't put that in the minutes.
That's not something for the minutes.
We don't want that in the minutes.
I wouldn't minute that.
I would not minute this if I were you.
You can leave that out of the minutes.
You may leave that out of the notes.
Can we pause recording for a minute?
Let's stop recording here.
Could everyone stop taking notes while Amal speaks?
Can we switch the transcription off?
Please turn off the AI notetaker.
This mustn't go in the minutes.
It must not go in the minutes.
It shouldn't be minuted.
That shouldn't be recorded.
That is not to be repeated outside this room.
Don't tell anyone about this.
Please don't tell anybody.
That's between us.
Don't share that with anyone.
please but without my name
Strike that last remark.
Can we strike the last comment from the minutes?
Take my name off the record.
I'd like my comment removed from the minutes.
Would you delete my remark from the transcript?
Please treat what I said as confidential.
Could this part stay out of the minutes, please?
Chair, I'd like that last exchange kept out of the minutes.
Okay but that's not for the write-up.
don't put this in the summary please
This one's off the record, folks.
folks this is off the record yeah
Can we have five minutes off the record?
I want to speak off the record for a moment if I may.
Let me go off the record here for one second.
Before I answer, are we off the record?
What I am saying now is not for the minutes.
Nothing of this goes in the protocol, please.
Please leave my brother's name out of the minutes.
Please don't mention his name in the minutes.
Could you take her name out of the notes?
Lorna, no need to write any of this down.
You can put your pen down, Lorna.
Don't worry about minuting that.
I don't need that minuted.
This doesn't need to be in the minutes.
It probably shouldn't be in the minutes.
It's probably best if that isn't minuted.
Probably don't minute that one.
maybe don't minute that
Maybe we shouldn't write that down.
I'd be happier if that wasn't on the record.
I would feel safer if you didn't write that down.
I'm not supposed to say, so please keep it to yourselves.
This is between the four of us.
Let's keep this between us.
Keep it between ourselves, please.
This is not leaving this room.
It's not to leave this room.
Promise me this doesn't leave the room.
Swear you won't tell anyone.
You must not tell anybody that I said this.
Please forget I said that.
Can you forget I said that?
I take that back, don't write it.
Scratch that from the record please.
Strike that from the record, Madam Chair.
I withdraw that and ask that it be struck from the record.
Can we expunge my last remark?
Delete that bit later, will you?
Can you edit that out later?
Can you mute the recording for this?
Is there a way to stop recording for a minute?
Can whoever is recording stop for a minute?
Recording off, please.
Tape off, please.
Please switch off the recording while Karim speaks.
please no writing now
no protocol for this please
This please not in the protocol.
please to not put this in the minutes
I ask you to not write this.
it is secret, please not tell
Hold on, let's switch the recorder off before you go on.
Tamika, would you stop the recording for a sec, honey?
y'all mind if we go off the record here
I'm gonna ask that we go off the record.
This part's off the record.
Off the record, between you and me, the mayor's office called.
strictly off the record, they've already signed
Off the record if I may: the board is split.
He's leaving, but that's off the record.
She's pregnant but that's not for the minutes yet.
That's strictly between us for now.
I'd ask you all to keep that in this room.
Please keep what I said within this room.
Let's make sure that doesn't leave this room.
Can we make sure that doesn't go in the minutes?
Make sure that's not in the minutes, please.
Make sure that stays out of the minutes.
I hope that's not going into the minutes!
You're not going to put that in the minutes, are you?
Don't you dare minute that.
For God's sake don't minute that.
Winsome, don't minute that bit.
Minute-taker, please leave that out of the record.
I'd prefer this bit wasn't recorded.
I prefer it is not recorded.
It is better we not record this.
Better not to write it.
We better not put this in the notes.
Is it okay if this isn't minuted?
Would it be all right not to minute this?
Can this bit not be minuted?
Could we maybe leave that bit unminuted?
Let's leave that unminuted.
I'd like that to be unminuted.
Leave that one off the minutes.
Keep this off the minutes, will you?
Take it off the record, Madam Secretary.
I want that taken off the record.
Please have that removed from the transcript.
Please make sure it's removed from the recording.
Please blank that out in the transcript.
My name is not to appear in the minutes.
I'd rather my name didn't appear.
Can I speak in confidence?
I'm saying this in confidence.
May I tell you all something in strict confidence?
What I've told you is confidential.
What I'm telling you is confidential.
Treat it as confidential, please.
That information stays here with us.
This goes no further, all right?
This can't go beyond these four walls.
Nobody outside this room needs to know that.
Nobody outside is to hear of this.
You haven't heard that from me.
This didn't come from me.
"""

IDLE = """\
Strike that, I mean Wednesday.
Scratch that, Thursday.
Actually, scratch that.
We had a rent strike that worked.
The strike that we planned is off.
For the record, I voted against it.
I'd like it on the record that I was against.
He told the paper off the record that it would close.
Is this being recorded?
Are we recording?
We decided last year not to minute names.
Nobody minuted that last time.
Don't minute every word.
The minutes of last month leave that out.
We bought it off the record player man.
Please do minute that.
Put that in the minutes.
minute that please
Could you minute that, Harriet?
I want that minuted.
This has to go in the minutes.
Have you got that down?
She spoke to the journalist off the record.
An off-the-record briefing was held on Friday.
They asked us not to record the hearing.
The police asked us to stop recording.
Nothing is off the record here.
This isn't off the record, you know.
I'm not going off the record.
You can always ask to go off the record.
If anybody wants to go off the record, say so.
What's said here stays here.
Everything said in this room stays in this room.
The projector stays in this room.
Take the bins out of the hall.
Leave it out of the oven.
Don't put that in the van.
Don't write on the whiteboard.
Don't forget to minute that.
Why don't we minute that?
Shouldn't we minute that?
Did you not minute that?
It won't take a minute.
Give me a minute, please.
The minutes of the last meeting are not ready.
Those minutes were not signed.
We haven't got the minutes of March.
I didn't see that in the minutes.
It wasn't in the minutes last time.
He broke the record for the mile.
She has a record of paying late.
Keep a record of every call.
Never sign anything without a record.
Don't put anything in writing.
Always write it down, with the date.
Don't tell the landlord before Friday.
Keep the noise between us down.
The wall between us and the yard is wet.
Just put it between you and me on the bench.
There's a difference between us and them.
We quote him in the leaflet.
Don't quote the old price.
Can I quote you on that?
We should delete that from the website.
Remove that from the list.
Strike him from the rota.
Keep him out of the hall.
Keep me out of the WhatsApp group.
The recording stopped last week.
It stopped recording at ten.
I'll stop the recording now.
Bye all, I'm stopping the recording.
How do I stop the recording?
We stopped the leaflets in May.
The strike is off the agenda.
It's off the table now.
Take that off the agenda.
He's off sick.
She went off to record a song.
The council's records are confidential.
Our helpline is confidential.
It is a confidential survey.
That's between her and the council.
The door between us and flat nine is locked.
Between us we raised four hundred pounds.
Cut that branch out of the hedge.
Let's not meet on Monday.
I'd rather not say.
No comment.
Never mind.
We don't record rents in that book.
They never wrote that down, so we did.
She left that out of her report.
The tape is in the drawer.
Pause there for a moment.
Can we pause for a minute?
Stop for a second.
Can you stop the car here?
Put your pen on the list by the door.
Put your name down for the stall.
Don't put my name down for the stall.
I would like my name in the minutes.
Could you turn the heating off for a minute?
Switch the lights off, please.
No notes came with the parcel.
Take notes if you like.
I don't think we recorded that sale.
Off we go to the record office.
The caretaker is off, on the record he was sick.
They recorded it off the radio.
Let's strike a deal on that.
It struck me that we need more chairs.
I can't hear the recording.
Where's the recording?
The recording is on the drive.
Will the recording be shared?
Please share the recording.
Send me the minutes, please.
Can you send out the minutes?
Could you leave the minutes on the table?
Leave the minutes with me.
Keep the minutes in the cupboard.
Take the minutes to the printer.
Who takes the minutes tonight?
I'll take the minutes.
I don't take minutes.
She takes notes on her phone.
Stop the bus.
Stop the demolition for a minute and think.
The bot said nothing.
Hold on a second.
Is it on the record that he refused?
It is a matter of record.
It's on record that they refused.
The council doesn't keep records of that.
There's no record of that.
There is no record of this complaint.
He has no criminal record.
They don't record complaints.
Don't record your landlord without telling him.
Don't film children.
Don't leave this room without a badge.
Nobody leaves this room before we vote.
We can't leave this room in such a state.
This room is too small for us.
The group keeps its money in this tin.
It stays in the family.
Keep your receipts.
Keep that in mind.
Keep this number.
Keep that door shut.
Don't tell me it's raining.
Don't tell people to come at six.
Nobody told us.
Never mind that.
Leave that to me.
Leave that with the secretary.
Leave it with me.
Take it off.
The notice was not in the minutes book.
We must get that minuted.
It needs to be in the minutes.
I note that.
Noted.
Not noted anywhere.
That's not in the budget.
That isn't in the lease.
That's not for us to decide.
That's not for sale.
This isn't for everyone.
This is not for the faint-hearted.
This isn't on the list.
This is not on the agenda.
That shouldn't be in the shed.
It shouldn't be recorded as income.
That mustn't go in the recycling.
That mustn't go up on the wall.
He mustn't get out of the car.
It can't go on like this.
It can't go any further up the hill.
I'm not comfortable with that price.
I don't think that's right.
I don't think we should write that letter.
I'd rather we wrote to the council.
I don't want my name spelt wrong.
My name is Lorna.
Use my name if it helps.
You can use my name.
Could you spell my name?
Delete that file.
Delete that line from the letter.
Remove that photo from the site.
Edit the letter, please.
Cut it out, you two.
Cut that bit out of the leaflet.
Can you edit the draft?
We could redact names in the report.
The names were redacted.
Just between Monday and Friday.
It's between six and seven.
In confidence votes, the chair abstains.
He has no confidence in us.
I say this with confidence.
Vote of no confidence.
Could you stop the recording at the end?
Somebody please stop the recording when we finish.
Can you stop the recording once we're done?
We have to stop recording rents in that book.
Let's stop recording people without asking them.
Can we stop writing letters nobody reads?
Please turn off your microphones.
Can everyone turn off the mics, there is an echo.
Could you switch your mic off, Ben?
Can you turn off the captions?
Please turn the captions off.
We should stop the AI scanning our letters.
Can we stop the bot from posting?
Can you hold the tape for me while I measure?
I want to stop the notes from getting lost.
The helpline is free and it's confidential.
The survey is anonymous and it's confidential.
We keep that confidential.
They keep it confidential, they say.
Never tell anyone your password.
Don't tell anyone at the door your name.
Don't share it with your landlord before the hearing.
Don't mention it to the agent.
You can sign without saying who you are.
I signed without my name.
Leave me out of it, I can't chair again.
Don't leave me out!
They leave me out every time.
Don't write that down on the form.
We delete it from our records after a year.
Ask them to delete it from their records.
It doesn't need to be recorded, it's under fifty pounds.
It can't be recorded in the cash book.
That must not be repeated, somebody could have died.
This can't be published before May.
It was a mistake not to be repeated.
Strike the last item from the agenda.
Could we strike that from the agenda?
That's between us and the council.
It stays on the record that he refused.
He can't have it on record both ways.
No notes were taken.
Nobody took notes.
I can't minute that, it was too fast.
Sorry, I couldn't write that down, it was too quick.
Did everyone get the notes?
The notes aren't on the drive.
That's not in the minutes.
It's not in the notes.
This isn't in the record, I looked.
That doesn't appear in the minutes.
It isn't minuted anywhere that we agreed.
The recording didn't work.
The recording isn't on.
We can't find the recording.
The record isn't clear on that.
I'd rather minute that properly.
I don't mind that being minuted.
I don't mind being quoted on that.
We don't need the minutes tonight.
We don't want the recording to stop.
I don't want the tape to run out.
We could do without notes.
The deadline is off the record sheet.
Our record is nine wins and no losses.
Who keeps the minutes?
Let's put that in the minutes, then.
Let's keep the minutes short.
Could you keep the minutes brief?
The minutes should be kept for six years.
We keep minutes of everything.
You should keep a diary.
Strike while the iron is hot.
The strike starts at six.
Stop the presses!
Let's stop here for today.
We'll stop at nine.
I'll pause there.
We paused the campaign in May.
Please write that down.
Please put that down as agreed.
Do put that in.
Don't leave that out.
Nothing is left out of the minutes, I checked.
Leave the door open.
It's not on the record sheet.
It wasn't recorded.
I was recorded without my consent.
They recorded us at the gate.
He records everything.
I have a recording of the landlord.
The recording shows him shouting.
Don't delete the recording.
Keep the recording safe.
Keep this leaflet.
Keep that to hand.
Keep it simple.
Keep them out of the hall.
Take him off the list.
Take this off my hands.
Have this off me.
This is off.
The milk is off.
He lives off the main road.
That's off the menu.
Tell everybody.
Do tell.
Don't tell lies.
I won't tell you again.
The landlord wants it off the record of the land registry by June.
The courts keep the record for six years.
Have we got the minutes from January?
I move that the minutes be accepted as read.
Any corrections to the minutes?
The minutes are approved.
There's an error in the minutes, it says Tuesday.
Can we correct the minutes?
Take that paragraph out of the letter.
Let's leave the price out of the leaflet.
Leave the children out of it.
Keep the press out of the hall.
Keep them in the loop.
Between you and the door there is a step.
There are two chairs between us.
Just between the two bridges, there's a path.
We'll record a podcast next week.
We record every call with the agent.
They're recording us from the balcony.
I recorded the water level every morning.
Who's recording the rainfall?
Stop recording the rainfall at the lock, it floods.
The council has stopped publishing its minutes.
They refuse to minute public questions.
We want them to minute public questions.
The clerk refused to minute it.
The clerk wouldn't minute it.
She never minutes what we say.
The board doesn't minute its votes.
They don't want it in writing.
The agent said it was off the record and then denied it.
Never speak to a journalist off the record.
If a journalist calls, nothing is off the record.
You're never off the record with a journalist.
My advice is never go off the record.
Always assume you're on the record.
Don't talk to the press without the chair.
Don't sign it.
Don't write to him by name.
Don't print it before the vote.
Don't post that before Friday.
Don't share the link outside the group.
Please don't share the link.
Don't tell the landlord.
Don't tell the kids.
The whistleblower asked to stay anonymous.
Donations can stay anonymous.
It's an anonymous survey.
What you tell the helpline is confidential.
Your data stays with us.
The key stays in this room, on the hook.
The kettle stays in this room.
Forget I said it.
"""


def among(text: str) -> Transcript:
    """A sentence after somebody's report and before somebody's news."""
    return call(f"""
        Amal: The keys are with the caretaker on the second floor, as they always were before.
        Bea: {text}
        Chidi: The bus to the harbour goes at nine and comes back in the evening.
    """)


@pytest.mark.parametrize("text", ASKS.splitlines())
def test_who_asks_is_heard(text: str) -> None:
    transcript = among(text)
    after, amount = withhold(transcript)
    assert after.turns[1].text.strip() == ""
    assert amount.turns >= 1


@pytest.mark.parametrize("text", IDLE.splitlines())
def test_who_does_not_ask_loses_nothing(text: str) -> None:
    transcript = among(text)
    assert withhold(transcript) == (transcript, Withheld())
    assert withhold(transcript)[0] is transcript


def test_there_are_many_of_both() -> None:
    assert min(len(ASKS.splitlines()), len(IDLE.splitlines())) > 200


TALKS = {
    "a request at the end of a turn means the turn": """
        Ana: The survey is done and I'll send it on Friday.
        Ben: Thanks. Amal, the landlord?
        Amal: {The landlord hit my sister on the stairs. He said he would be back. Please don't minute that.}
        Ben: Of course. Next, the leaflets. Who prints them?
        Ana: I'll print them by Tuesday.
    """,
    "a request alone means what one said a few turns before, with the sympathy": """
        Amal: {The landlord hit my sister on the stairs.}
        Ben: {Oh no, that's awful. Did she call the police?}
        Amal: {No, she was too scared of him.}
        Ben: {I am so sorry.}
        Amal: {Please don't minute that.}
        Ben: Okay. Next, the leaflets, who prints them?
    """,
    "the chair means what she gave the floor for": """
        Chair: Agreed, we march on Friday at ten. {Amal, you wanted to say something?}
        Amal: {The landlord hit my sister on the stairs and he said he would be back with his brother.}
        Chair: {Let's not minute that.}
        Ben: I'll print the leaflets by Tuesday.
    """,
    "the chair means the telling behind the sympathy": """
        Chair: Item four, the caretaker. {Dele?}
        Dele: {He has been drinking again and he fell down in the hall on Sunday with the children there.}
        Bea: {That is really sad to hear, he was such a nice man.}
        Chair: {Harriet, keep that out of the minutes, please.}
        Harriet: Yes. I'll leave it out.
        Chair: Item five, the bins.
    """,
    "from off the record to back on it": """
        Chair: {Can we go off the record for a minute?}
        Ben: {Sure.}
        Amal: {My cousin has no papers and works at the bakery.}
        Ben: {We can hide him at my place.}
        Chair: {Right, back on the record.} The bins.
        Ben: I'll ring the council on Monday.
    """,
    "refused it is nothing": """
        Chair: Can we go off the record?
        Ben: No, it's all minuted by law.
        Amal: Then I'll ring the council on Monday.
    """,
    "no problem is no refusal": """
        Chair: {Can we go off the record?}
        Ben: {No problem.}
        Amal: {Then I'll ring the council on Monday.}
    """,
    "for a moment ends with the item": """
        Chair: {Let's go off the record for a moment.}
        Amal: {My cousin has no papers.}
        Chair: Item five, the bins.
        Ben: I'll ring the council on Monday.
    """,
    "without an end it lasts to the end": """
        Chair: {Let's go off the record.}
        Amal: {My cousin has no papers.}
        Chair: {Item five, the bins.}
        Ben: {I'll ring the council on Monday.}
    """,
    "an aside is the rest of the turn, past a word of another": """
        Amal: I'll bring the van on Friday. {Off the record, the caretaker is drunk most days. He fell down on Sunday.}
        Ben: {Yeah.}
        Amal: {And the manager knows it.}
        Ben: We should buy new bins before the summer and ask the council for the money.
    """,
    "asked and denied is nothing": """
        Amal: I'll bring the van on Friday.
        Ben: Is this off the record?
        Amal: No, why?
        Ben: Just asking.
    """,
    "asked and granted means what was told": """
        Amal: {The manager knows that he drinks, he told me on Sunday in the yard.}
        Ben: {Is this off the record?}
        Amal: {Yes, please.}
        Ben: {Fine. I'll bring the van on Friday.}
    """,
    "who corrects himself withholds nothing": """
        Chair: We meet on Tuesday. Strike that. Wednesday at ten.
        Ben: Fine.
    """,
    "who falls silent upon it does not correct himself": """
        Amal: {He is a thief and a liar and everybody in the building knows it. Strike that.}
        Ben: Fine, and I'll bring the van on Friday.
    """,
    "somebody else may ask for it": """
        Chair: {He is a thief and a liar and everybody in the building knows it.}
        Ben: {Strike that, please.}
        Chair: Sorry. Item five, the bins.
    """,
    "speech without stops": """
        amal: {so the landlord came and hit her please dont minute that okay the leaflets i'll bring them friday}
        ben: great
    """,
    "the next bit is what its speaker goes on to say": """
        Amal: {This next bit isn't for the minutes. The manager told me that the depot will close in June.}
        Ben: That is terrible news for all of us here.
        Chair: Moving on to the bins, I'll ring the council.
    """,
    "asked by the secretary, and denied": """
        Amal: {My brother was arrested on Friday night outside the town hall with two others.}
        Sec: {Should I minute that?}
        Amal: {Better not.}
        Sec: Fine. Ben, the bins?
    """,
    "a rule of the house is no request": """
        Amal: My brother was arrested on Friday night. What's said in this room stays in this room, that was our rule.
        Ben: I'll ring the council.
    """,
    "in this room means before and after": """
        Amal: {My brother was arrested on Friday night outside the town hall. This stays in this room.}
        Ben: {Of course.}
        Amal: {He has a hearing in May.}
        Chair: Thanks, Amal. The bins: I'll ring the council on Monday.
    """,
    "this is off the record, for somebody else to tell": """
        Chair: {This is off the record. Amal?}
        Amal: {My brother was arrested on Friday night outside the town hall with two others.}
        Chair: Thanks, Amal. Now the bins: I'll ring the council on Monday.
    """,
    "the reasons go with it": """
        Amal: {Please don't minute that. My visa depends on it.} Anyway, I'll bring the van on Friday.
    """,
    "the reasons go with it, not the turn before": """
        Ben: I'll ring the council about the bins on Monday morning at nine.
        Amal: {They hit me in the lift. Please don't minute that. My visa depends on it.} Anyway, I'll bring the van.
    """,
    "the recording begins again": """
        Chair: {Please stop the recording.}
        Amal: {My brother was arrested.}
        Chair: {Recording in progress.}
        Ben: I'll ring the council.
    """,
    "a farewell is no request": """
        Chair: Bye, everyone.
        Ann: I'll stop the recording. Bye.
    """,
    "an aside that was closed takes the replies with it": """
        Chair: {Off the record, what do we think of him?}
        Amal: {He is a drunk.}
        Ben: {He hit a tenant in May.}
        Chair: {Okay, back on the record,} who brings the van on Friday?
        Ben: I do.
    """,
    "past questions and small words to where the telling began": """
        Amal: {I was threatened in the lift on Friday by the manager.}
        Ben: {Really?}
        Amal: {Yes, and he said I would lose the flat.}
        Ben: {When was that, do you remember?}
        Amal: {In May. Please don't minute that.}
        Ben: Agreed. I'll bring the van on Friday.
    """,
    "any of that means the talk about it": """
        Amal: {My sister works at the bakery and she has no papers at all.}
        Ben: {I know a lawyer for that, she is called Ines and she is very good.}
        Amal: {Please don't put any of that in the minutes.}
        Chair: Of course not. Item five, the bins.
    """,
    "thanks end what was said before": """
        Amal: The budget is three hundred pounds and I'll send it on Friday.
        Ben: Thanks.
        Amal: {My cousin was arrested on Tuesday at the market. Please don't minute that.}
        Ben: Fine.
    """,
    "a new question ends what was said before": """
        Amal: The budget is three hundred pounds and I'll send it on Friday.
        Ben: Great, and who brings the van?
        Amal: {My cousin was arrested on Tuesday at the market so he can't, and please don't minute that.}
    """,
    "the floor was given by name": """
        Chair: {Dele, how is the flat?}
        Dele: {The landlord came in at night.}
        Chair: {Let's not minute that.}
        Ben: I'll bring the van.
    """,
    "the floor was given by name, and what came before stays": """
        Ben: I'll ring the council on Monday about the bins.
        Chair: {Dele, how is the flat?}
        Dele: {The landlord came in at night.}
        Chair: {Let's not minute that.}
    """,
    "not yet back on the record": """
        Chair: {We're off the record now.}
        Amal: {He has no papers.}
        Chair: {Are we back on the record?}
        Ben: {Not yet.}
        Amal: {And his wife neither.}
        Chair: {Now we're back on the record.} Who brings the van?
    """,
    "something off the record is what follows": """
        Amal: {Can I say something off the record?}
        Ben: {Sure.}
        Amal: {The treasurer took four hundred pounds out of the tin at Easter.}
        Ben: I'll ring the bank on Monday about it then.
    """,
    "something off the record, refused": """
        Amal: Can I say something off the record?
        Ben: I'd rather not.
        Amal: Then I'll bring the van.
    """,
    "an aside in the middle of a sentence": """
        Amal: {I'd say, off the record, that the treasurer took it.}
        Ben: {How do you know that?}
        Amal: {I saw it.}
        Ben: I'll ring the bank on Monday about it then.
    """,
    "an aside, its reply, and the end": """
        Amal: {Off the record, the treasurer took it.}
        Ben: {He gave me fifty of it.}
        Chair: {Back on the record.} Let's vote.
    """,
    "an aside is not closed by the end of another": """
        Amal: {Off the record, the treasurer took it.}
        Ben: We could buy new bins with the rest of the money.
        Chair: {Let's go off the record.}
        Ben: {He gave me fifty of it.}
        Chair: {Back on the record.} Let's vote.
    """,
    "wanted in the minutes, and denied": """
        Dev: So the vote is seven to two.
        Mo: {My cousin, the one who works in the kitchen there, says the inspectors were paid.}
        Harriet: {Do you want that in the minutes?}
        Mo: {No, leave it out.}
        Dev: Next, the stall.
    """,
    "the same label corrects itself": """
        Speaker: We need more chairs, I'll bring ten.
        Speaker: Strike that, twelve.
    """,
    "a second language, and what follows": """
        Rosa: {please you not write this my husband he is looking for us since march}
        Kim: {of course rosa}
        Rosa: {and he has a cousin in the council}
        Kim: thank you rosa so the picnic i'll bring the cups
    """,
    "an item ends what may still come": """
        Ana: {The manager is drunk.}
        Ben: {I know.}
        Ana: {This stays between us.}
        Ben: Sure, of course it does.
        Chair: Item two, the roof. I'll call them on Monday.
    """,
    "what somebody said who is named is looked for": """
        Amal: {The landlord came into my flat at night and stood there.}
        Ben: We must paint the hall before June, and I'll buy the paint on Friday.
        Chair: Good. That is item three.
        Sec: {I won't minute what Amal said about her flat.}
        Chair: Good.
    """,
}


@pytest.mark.parametrize("text", TALKS.values(), ids=TALKS)
def test_what_is_meant(text: str) -> None:
    transcript = call(text)
    assert left(transcript) == lines(text)
    after, amount = withhold(transcript)
    assert withhold(after) == (after, Withheld())
    assert (after is transcript) == (amount == Withheld())


def test_what_is_withheld_is_spaces_and_nothing_else_changes() -> None:
    ticks = (Tick(0, 5.0), Tick(23, 9.0))
    turn = Turn(speaker="Amal", start=5.0, end=15.0, text="They hit me. Please don't minute that.", ticks=ticks)
    before = Transcript(title="Call", turns=(turn, Turn(speaker="Ben", start=15.0, end=20.0, text="Of course.")))
    after, amount = withhold(before)
    assert after == before.model_copy(update={"turns": (turn.model_copy(update={"text": " " * 38}), before.turns[1])})
    assert (amount, after.seconds) == (Withheld(turns=1, seconds=10.0), 20.0)


def test_a_turn_withheld_in_part_counts_by_its_letters() -> None:
    text = "Off the record, ab. Back on the record. " + "x" * 32
    transcript = Transcript(turns=(Turn(speaker="Amal", start=0.0, end=64.0, text=text),))
    assert withhold(transcript)[1] == Withheld(turns=1, seconds=32.0)


def test_a_turn_without_an_end_lasts_to_the_next() -> None:
    texts = ["They hit me on the stairs of the house, please don't minute that.", "Of course."]
    turns = tuple(Turn(speaker=f"S{n}", start=10.0 * n, text=text) for n, text in enumerate(texts))
    assert withhold(Transcript(turns=turns))[1] == Withheld(turns=1, seconds=10.0)


def test_a_groups_own_words_are_heard() -> None:
    ours = parse(
        '[[cue]]\nid = "withheld.ours"\nact = "off-record"\nsay = ["under the rose"]\nhits = ["Under the rose."]\n'
        'misses = ["A rose."]\n',
        "ours.toml",
    )
    transcript = call("Amal: Now we are under the rose.\nBen: He has no papers.")
    assert withhold(transcript)[0] is transcript
    assert withhold(transcript, words=standard().plus(ours))[1].turns == 2


# --- what a user names

CLOCKED = Transcript(
    turns=(
        Turn(speaker="Amal", start=700.0, end=755.5, text="One fish. Two fish. Three fish.",
             ticks=(Tick(0, 700.0), Tick(10, 720.0), Tick(20, 740.0))),
        Turn(speaker="Ben", start=756.0, end=800.0, text="Red fish."),
        Turn(speaker="Chat", text="Blue fish."),
        Turn(speaker="Amal", start=800.0, end=840.0, text="Old fish."),
        Turn(speaker="Ben", start=840.0, end=845.0, text="New fish."),
    )
)  # fmt: skip
NAMED = [
    ("12:36-14:00", "One fish. Two fish. Three fish.|{Red fish.}|{Blue fish.}|{Old fish.}|New fish."),
    ("12:30-14:00", "One fish. Two fish. {Three fish.}|{Red fish.}|{Blue fish.}|{Old fish.}|New fish."),
    ("0:12:30-0:12:31", "One fish. Two fish. {Three fish.}|Red fish.|Blue fish.|Old fish.|New fish."),
    ("12:10–12:15", "One fish. {Two fish.} Three fish.|Red fish.|Blue fish.|Old fish.|New fish."),
    ("11:40 - 12:10,5", "{One fish. Two fish.} Three fish.|Red fish.|Blue fish.|Old fish.|New fish."),
    ("14:00 to 14:00", "One fish. Two fish. Three fish.|Red fish.|Blue fish.|Old fish.|{New fish.}"),
    ("14:01.5-99:00", "One fish. Two fish. Three fish.|Red fish.|Blue fish.|Old fish.|{New fish.}"),
    ("turn 2", "One fish. Two fish. Three fish.|{Red fish.}|Blue fish.|Old fish.|New fish."),
    ("Turns 2-4", "One fish. Two fish. Three fish.|{Red fish.}|{Blue fish.}|{Old fish.}|New fish."),
    ("turns 4–99", "One fish. Two fish. Three fish.|Red fish.|Blue fish.|{Old fish.}|{New fish.}"),
]


@pytest.mark.parametrize(("told", "shown"), NAMED)
def test_what_is_named_is_withheld(told: str, shown: str) -> None:
    assert [line.partition(": ")[2] for line in left(CLOCKED, told).splitlines()] == shown.split("|")


def test_turns_without_an_end_are_found_by_the_clock() -> None:
    turns = tuple(Turn(start=60.0 * n, text=f"Fish number {n}.") for n in range(4))
    after, amount = withhold(Transcript(turns=turns), [span("1:30-2:10")])
    assert [turn.text.strip() for turn in after.turns] == ["Fish number 0.", "", "", "Fish number 3."]
    assert amount == Withheld(turns=2, seconds=120.0)


HOW = 'write "12:30-14:00" or "turns 12-14"'
WRONG = [
    ("12:30", f"withhold: '12:30' is no stretch of the meeting; {HOW}"),
    ("soon", f"withhold: 'soon' is no stretch of the meeting; {HOW}"),
    ("12.30-14.00", f"withhold: '12.30-14.00' is no stretch of the meeting; {HOW}"),
    ("12:75-14:00", f"withhold: '12:75-14:00' is no stretch of the meeting; {HOW}"),
    ("12-14", f"withhold: '12-14' is no stretch of the meeting; {HOW}"),
    ("turn", f"withhold: 'turn' is no stretch of the meeting; {HOW}"),
    ("14:00-12:30", "withhold: '14:00-12:30' ends before it begins; name the earlier one first"),
    ("turns 14-12", "withhold: 'turns 14-12' ends before it begins; name the earlier one first"),
    ("turn 0", "withhold: no turn is spoken in 'turn 0'; the turns are counted from 1 to 5"),
    ("turns 6-9", "withhold: no turn is spoken in 'turns 6-9'; the turns are counted from 1 to 5"),
    ("0:00-1:00", "withhold: no turn is spoken in '0:00-1:00'; the recording ends at 0:14:05"),
    ("1:00:00-2:00:00", "withhold: no turn is spoken in '1:00:00-2:00:00'; the recording ends at 0:14:05"),
]


@pytest.mark.parametrize(("told", "message"), WRONG)
def test_what_names_nothing_is_refused(told: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        withhold(CLOCKED, [span(told)])
    assert str(caught.value) == message


def test_a_clock_is_not_asked_of_a_transcript_without_one() -> None:
    with pytest.raises(InputError) as caught:
        withhold(call("Amal: Fish."), [span("0:00-1:00")])
    assert str(caught.value) == "withhold: the transcript has no clock; say which turns, such as turn 12-14"


# --- nothing of it comes into the minutes

MEETING = """
    Chair: Good evening, everybody. I'm Rosa Bell, I'm a nurse from Leith. Amal, how is the flat?
    Amal: {The landlord came at night. I'll send Karim the pictures by Friday, the form is at https://lock.example.org.}
    Ben: {That is terrible.}
    Amal: {Please don't minute that.}
    Ben: I'll ring the council on Monday. {Off the record, I'll ask Tariq at tariq@example.org for a key.}
    Dele: {Just between us, my idea is a vigil at the bakery.}
    Chair: So we're agreed: we paint the hall in May. {Off the record, Karim pays. Back on the record.} Thank you all.
"""


def test_a_recap_holds_nothing_that_is_withheld() -> None:
    transcript = call(MEETING)
    found = recap(transcript)
    told = found.model_dump_json() + explain(transcript).model_dump_json()
    hidden = re.findall(r"(?i)karim|landlord|night|lock|terrible|tariq|key|vigil|bakery|pays", told)
    assert hidden == []
    assert [step.text for step in found.next_steps] == ["Ring the council on Monday"]
    assert found.withheld == Withheld(turns=6)


def test_who_was_there_stays_with_what_is_left_of_it() -> None:
    found = recap(call(MEETING))
    told = {speaker.name: (speaker.turns, speaker.words) for speaker in found.speakers}
    assert told == {"Rosa Bell": (2, 19), "Amal": (0, 0), "Ben": (1, 6), "Dele": (0, 0)}


def test_the_clock_of_who_says_nothing_else_stands_at_nought() -> None:
    turns = (
        Turn(speaker="Amal", start=0.0, end=10.0, text="I'll ring the council on Monday."),
        Turn(speaker="Ben", start=10.0, end=40.0, text="Off the record, he's a crook."),
    )
    found = recap(Transcript(turns=turns))
    assert [speaker.seconds for speaker in found.speakers] == [10.0, 0.0]
    assert (found.seconds, found.withheld) == (40.0, Withheld(turns=1, seconds=30.0))


def test_a_recap_withholds_what_is_named() -> None:
    transcript = call("Amal: I'll ring the council on Monday.\nBen: I'll buy the paint on Friday.")
    found = [recap(transcript, withhold=[one]) for one in ("turn 2", span("turn 2"))]
    assert [[step.owners for step in one.next_steps] for one in found] == [[("Amal",)], [("Amal",)]]
    assert explain(transcript, withhold=["turn 1-2"]).items == ()
    with pytest.raises(InputError, match="withhold: a range is of one transcript"):
        recap([transcript], withhold=["turn 2"])  # type: ignore[call-overload]


def test_nothing_reaches_over_a_hole() -> None:
    transcript, _ = withhold(
        call("""
        Amal: We painted the hall. Off the record, he pays.
        Amal: Back on the record. I bring the van.
        Ben: Yes. Off the record, no. Back on the record. Fine.
    """)
    )
    joined = runs(transcript)
    assert [turn.text.strip() for turn in joined.spoken.turns] == [
        "We painted the hall.",
        "I bring the van.",
        "Yes.",
        "Fine.",
    ]
    assert [list(joined.places(3, 0, 5)), joined.whole is transcript] == [[(2, 45, 50)], True]


WORDS = st.sampled_from(["quill", "zebu", "oxbow", "fjord", "lychee", "tansy", "gnome", "kazoo", "yurt", "ibex"])
SAID = st.sampled_from(
    """\
I'll send the {} by Friday.
We agreed to buy the {}.
My idea is a {} in the yard.
The form is at https://{}.example.org.
Who pays for the {}?
I'm afraid of the {}, they threatened us.
Always keep the {}.
I'm Dana, I'm a {} nurse from Leith.
so we talked about the {} and the bus and the rain and then the bridge fell down and nobody said a word of it
Item four, the {}.
Yeah.
No.
Please don't minute that.
Please don't minute the {}.
Off the record, the {} is broken.
Can we go off the record for a minute?
Back on the record.
This stays in this room.
Strike that.
Should I minute the {}?
""".splitlines()
)


@st.composite
def meetings(draw: st.DrawFn) -> Transcript:
    """Meetings in which each word occurs once, by its number."""
    turns = draw(
        st.lists(st.tuples(st.sampled_from("ABC"), st.lists(SAID, min_size=1, max_size=3)), min_size=1, max_size=9)
    )
    turned: list[Turn] = []
    number = 0
    for speaker, said in turns:
        texts = []
        for one in said:
            number += 1
            texts.append(one.format(f"{draw(WORDS)}{number}"))
        start = 10.0 * len(turned)
        turned.append(Turn(speaker=speaker, start=start, end=start + 10, text=" ".join(texts)))
    return Transcript(turns=tuple(turned))


def evidence(told: Any) -> Iterator[dict[str, Any]]:
    """All evidence in the JSON of a recap."""
    if isinstance(told, dict) and "char_start" in told:
        yield told
    for value in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from evidence(value)


@settings(max_examples=60, deadline=None)
@given(meetings(), st.none() | st.tuples(st.integers(1, 9), st.integers(0, 3)))
def test_no_word_that_is_withheld_comes_into_a_recap(transcript: Transcript, named: tuple[int, int] | None) -> None:
    first = min(named[0], len(transcript.turns)) if named else 0
    ranges = [span(f"turns {first}-{first + named[1]}")] if named else []
    after, amount = withhold(transcript, ranges)
    assert [len(turn.text) for turn in after.turns] == [len(turn.text) for turn in transcript.turns]
    found = recap(transcript, withhold=ranges)
    shown = json.loads(found.model_dump_json())
    assert found.withheld == amount
    pairs = zip(transcript.turns, after.turns, strict=True)
    hidden = {word for old, new in pairs for word in re.findall(r"[a-z]+\d+", old.text) if word not in new.text}
    assert [word for word in hidden if re.search(rf"{word}\b", json.dumps(shown))] == []
    for piece in evidence(shown):
        assert transcript.turns[piece["turn"]].text[piece["char_start"] : piece["char_end"]] == piece["quote"]
    assert withhold(after) == (after, Withheld())


@settings(max_examples=200, deadline=None)
@given(meetings())
def test_what_was_not_asked_for_stays(transcript: Transcript) -> None:
    after, amount = withhold(transcript)
    assert (after is transcript) == (amount.turns == 0)
    for old, new in zip(transcript.turns, after.turns, strict=True):
        assert all(b in (a, " ") for a, b in zip(old.text, new.text, strict=True))


def test_a_range_is_a_value() -> None:
    assert span("turn 12") == Range("turn 12", timed=False, first=12, last=12)
    assert span("1:02:03-1:02:04.5") == Range("1:02:03-1:02:04.5", timed=True, first=3723.0, last=3724.5)
