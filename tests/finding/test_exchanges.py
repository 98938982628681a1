"""Small dialogues, and what a careful secretary would write down of them."""

from datetime import date

import pytest

from minutes.finding import recap
from minutes.model import Ownership, Recap, Transcript, Turn


def say(dialogue: str) -> Recap:
    """The recap of `Name: text` lines, said on Tuesday, 13 February 2024."""
    lines = (line.partition(": ") for line in dialogue.strip().splitlines())
    turns = tuple(Turn(speaker=name.strip(), text=text) for name, _, text in lines)
    return recap(Transcript(date=date(2024, 2, 13), turns=turns))


GROUP = Ownership.GROUP
Step = tuple[str, tuple[str, ...] | Ownership, str | None]
"""Words of the step, its owners (or that all have it), its day."""

STEPS: list[tuple[str, str, list[Step]]] = [
    (
        "a call to nobody, taken",
        """
        Lena: Who can take the stall on Saturday?
        Omar: I can.
        Lena: Thanks, Omar.
        """,
        [("stall", ("Omar",), "2024-02-17")],
    ),
    (
        "leave it with me",
        """
        Lena: Can somebody send the poster file to the printer?
        Amal: Leave it with me.
        Lena: Thanks.
        """,
        [("poster file", ("Amal",), None)],
    ),
    (
        "put me down",
        """
        Lena: Who paints the banner with Rima?
        Omar: Put me down for that.
        Lena: Lovely.
        """,
        [("banner", ("Omar",), None)],
    ),
    (
        "taken back, and taken over",
        """
        Lena: Who can ring the printers?
        Omar: I can ring them, ah no, I'm travelling.
        Amal: I've got it.
        Lena: Thanks, Amal.
        """,
        [("printers", ("Amal",), None)],
    ),
    (
        "a request refused",
        """
        Lena: Omar, could you book the hall?
        Omar: No, I can't this week, I'm swamped.
        Lena: All right, we'll see.
        """,
        [],
    ),
    (
        "a request refused, and taken by another",
        """
        Lena: Dan, can you print the flyers?
        Dan: I'd rather not, my printer is broken.
        Amal: I'll do it, I have to print the posters anyway.
        """,
        [("flyers", ("Amal",), None)],
    ),
    (
        "Omar and I",
        """
        Omar: The council has not answered.
        Lena: Omar and I will draft the letter to the council by Friday.
        Omar: Yes.
        """,
        [("letter", ("Omar", "Lena"), "2024-02-16")],
    ),
    (
        "two people of one first name",
        """
        Hugo Meyer: Hello, Hugo Meyer here.
        Hugo Brandt: And Hugo Brandt.
        Lena: Hugo B, can you bring the ladder on Saturday?
        Hugo Brandt: Yes, I can.
        """,
        [("ladder", ("Hugo Brandt",), "2024-02-17")],
    ),
    (
        "a date said two turns later",
        """
        Lena: Omar, can you send the list to the printers?
        Omar: Sure.
        Lena: When do you think?
        Omar: By Thursday.
        """,
        [("list", ("Omar",), "2024-02-15")],
    ),
    (
        "a word said twice",
        """
        Lena: Who sends the list?
        Omar: I'll I'll, um, I'll send the list to the printers tomorrow.
        """,
        [("list", ("Omar",), "2024-02-14")],
    ),
    (
        "cut by somebody's yeah",
        """
        Omar: I'll send the list to the
        Lena: Yeah.
        Omar: printers by Friday.
        """,
        [("list", ("Omar",), "2024-02-16")],
    ),
    (
        "no capitals and no stops",
        """
        Lena: okay omar can you send the list to the printers by friday
        Omar: yeah sure i'll do that
        """,
        [("list", ("Omar",), "2024-02-16")],
    ),
    (
        "a typed action",
        """
        Lena: ACTION: Omar to send the list to the printers by Friday
        Omar: thanks
        """,
        [("list", ("Omar",), "2024-02-16")],
    ),
    (
        "a typed action with a hash",
        """
        Lena: #action Omar to send the list to the printers
        Omar: ok
        """,
        [("list", ("Omar",), None)],
    ),
    (
        "given by name",
        """
        Lena: Dan to book the hall, please.
        Dan: Okay.
        """,
        [("hall", ("Dan",), None)],
    ),
    (
        "an order by name",
        """
        Lena: Omar, please send me the list by Wednesday.
        Omar: Will do.
        """,
        [("list", ("Omar",), "2024-02-14")],
    ),
    (
        "volunteered by another",
        """
        Lena: Who can drive the van?
        Amal: Omar can, he has the licence.
        Omar: Fine, I'll drive it.
        """,
        [("van", ("Omar",), None)],
    ),
    (
        "all of us",
        """
        Lena: Let's all bring a chair on Saturday.
        Omar: Agreed.
        """,
        [("chair", GROUP, "2024-02-17")],
    ),
    (
        "done in the meeting",
        """
        Lena: Let me share my screen.
        Omar: I'll read it out.
        Amal: I'm going to mute myself.
        """,
        [],
    ),
    (
        "past",
        """
        Omar: I sent the list to the printers last week.
        Amal: I had to ring them twice yesterday.
        """,
        [],
    ),
    (
        "reported",
        """
        Omar: She said I should send the list to the printers.
        Amal: He told me he will ring the council.
        """,
        [],
    ),
    (
        "supposed",
        """
        Omar: If I had the time I would send the list to the printers.
        Amal: If we had money we could print a book.
        """,
        [],
    ),
    (
        "a call that nobody takes",
        """
        Lena: Who can take the stall on Saturday?
        Omar: I'm away.
        Amal: Me too, sorry.
        """,
        [],
    ),
    (
        "that's on me",
        """
        Lena: Somebody has to write to the council about the tables.
        Amal: That's on me.
        Lena: Good.
        """,
        [("council", ("Amal",), None)],
    ),
    (
        "the round-up at the end",
        """
        Lena: Omar, can you send the list to the printers by Friday?
        Omar: Sure, I'll send it.
        Amal: I'll book the hall for the concert.
        Lena: Great. The weather looks good.
        Omar: It does.
        Lena: We had a lovely time last year.
        Amal: Yes, it was sunny.
        Omar: And crowded.
        Lena: So, to sum up: Omar sends the list to the printers by Friday, and Amal books the hall for the concert.
        """,
        [("list", ("Omar",), "2024-02-16"), ("hall", ("Amal",), None)],
    ),
    (
        "a nickname",
        """
        Margaret Hill: I'm Margaret, but everybody calls me Peggy.
        Lena: Peggy, could you write to the harbour office?
        Margaret Hill: Of course.
        """,
        [("harbour office", ("Margaret Hill",), None)],
    ),
    (
        "a request cut off, and taken",
        """
        Lena: Dan, would you mind ringing the hall about the tent—
        Dan: Sure.
        Lena: Lovely.
        """,
        [("hall", ("Dan",), None)],
    ),
    (
        "an owner who is not in the room",
        """
        Lena: Kambiz isn't here today, but I rang him. Kambiz will print the posters by Friday.
        Omar: Good.
        """,
        [("posters", ("Kambiz",), "2024-02-16")],
    ),
    (
        "a date corrected",
        """
        Lena: Who sends the list?
        Omar: I'll send the list by Thursday, no wait, by Friday.
        Lena: Good.
        """,
        [("list", ("Omar",), "2024-02-16")],
    ),
    (
        "same as last month",
        """
        Lena: And the soup, Omar, same as last month?
        Omar: Yes, same as last month.
        Lena: Lovely.
        """,
        [("soup", ("Omar",), None)],
    ),
    (
        "a typed task for a handle",
        """
        Lena: TODO @Omar send the list to the printers
        Omar: ok
        """,
        [("list", ("Omar",), None)],
    ),
    (
        "taken back by the same",
        """
        Omar: I'll send the list to the printers. Actually no, forget that, I'm away.
        Lena: Okay.
        """,
        [],
    ),
    (
        "a joke",
        """
        Omar: I'll just rob a bank then.
        Amal: Ha ha.
        """,
        [],
    ),
]


@pytest.mark.parametrize(("dialogue", "steps"), [case[1:] for case in STEPS], ids=[case[0] for case in STEPS])
def test_next_steps(dialogue: str, steps: list[Step]) -> None:
    found = say(dialogue).next_steps
    told = [
        (one.owners if one.ownership is Ownership.NAMED else one.ownership, one.due.isoformat() if one.due else None)
        for one in found
    ]
    assert told == [(owners, due) for _, owners, due in steps]
    assert [words for (words, *_), one in zip(steps, found, strict=True) if words not in one.text.lower()] == []


FOUND: list[tuple[str, str, str, list[dict[str, object]]]] = [
    (
        "a plan voted down",
        """
        Amal: My proposal is that we start a weekly newsletter for the whole district.
        Lena: All in favour?
        Omar: Two in favour, five against. The motion is defeated.
        """,
        "decisions",
        [{"outcome": "rejected"}],
    ),
    (
        "a plan voted down",
        """
        Amal: My proposal is that we start a weekly newsletter for the whole district.
        Lena: All in favour?
        Omar: Two in favour, five against. The motion is defeated.
        """,
        "proposals",
        [{"proposers": ("Amal",)}],
    ),
    (
        "a motion carried",
        """
        Amal: I move that we buy the tent.
        Lena: All in favour? Nobody against. Carried.
        """,
        "decisions",
        [{"outcome": "carried"}],
    ),
    (
        "a typed decision",
        """
        Lena: DECISION: we keep the old name
        Omar: good
        """,
        "decisions",
        [{"outcome": "carried"}],
    ),
    (
        "a typed resolution",
        """
        Lena: RESOLUTION: keep the old name
        Omar: good
        """,
        "decisions",
        [{"outcome": "carried"}],
    ),
    (
        "agreed with a hash",
        """
        Lena: #agreed we meet on Tuesdays from now on
        Omar: ok
        """,
        "decisions",
        [{"outcome": "carried"}],
    ),
    (
        "an idea with a hash",
        """
        Lena: #idea a weekly theme for the posts of all members
        Omar: ok
        """,
        "proposals",
        [{"proposers": ("Lena",), "status": "proposed"}],
    ),
    (
        "a link with a hash",
        """
        Lena: #link https://example.org/plan
        Omar: ok
        """,
        "resources",
        [{"url": "https://example.org/plan", "shared_by": "Lena"}],
    ),
    (
        "an address spoken aloud",
        """
        Lena: The form is at docs dot example dot org slash plan.
        Omar: Thanks.
        """,
        "resources",
        [{"url": "https://docs.example.org/plan", "shared_by": "Lena"}],
    ),
    (
        "trouble by its name",
        """
        Lena: The trouble is that the council has taken away our permit, and we have no money for another one.
        Omar: Oh dear.
        """,
        "challenges",
        [{"raised_by": "Lena"}],
    ),
    (
        "a lesson",
        """
        Amal: We've been running the story stall since May, every Saturday, and we went from five visitors to sixty.
        Lena: Wonderful.
        Amal: What we learned from that is that people stay for a story and not for a leaflet.
        """,
        "proposals",
        [{"proposers": ("Amal",), "status": "running", "takeaway": "people stay for a story and not for a leaflet."}],
    ),
    (
        "advice",
        """
        Omar: My advice is to always apply for two squares at once, and never argue with the warden.
        Amal: True.
        """,
        "advice",
        [{"given_by": "Omar"}],
    ),
    (
        "a question left open",
        """
        Omar: Who pays for the new tent, though?
        Amal: I don't know.
        Lena: Let's leave that open.
        """,
        "questions",
        [{"raised_by": "Omar"}],
    ),
    (
        "a question answered",
        """
        Omar: Who pays for the new tent?
        Amal: The council does.
        Lena: Good.
        """,
        "questions",
        [],
    ),
    (
        "an idea nobody has to do",
        """
        Amal: What if we moved the stall to the harbour, where the tourists are, and told one story every hour?
        Omar: I like that. What would it cost?
        """,
        "proposals",
        [{"proposers": ("Amal",), "status": "proposed"}],
    ),
    (
        "trouble told as a story",
        """
        Amal: Two men tore down the posters. They told Rima that they knew where she lived. She hasn't slept since.
        Lena: Oh no, that's awful.
        """,
        "challenges",
        [{"raised_by": "Amal"}],
    ),
    (
        "a plan voted down",
        """
        Amal: My proposal is that we start a weekly newsletter for the whole district.
        Lena: All in favour?
        Omar: Two in favour, five against. The motion is defeated.
        """,
        "proposals",
        [{"proposers": ("Amal",), "status": "rejected"}],
    ),
    (
        "decided without the word",
        """
        Amal: We could meet in the library or in the cafe.
        Omar: The library is free.
        Lena: Then the library it is.
        Amal: Fine.
        """,
        "decisions",
        [{"outcome": "carried"}],
    ),
]


@pytest.mark.parametrize(
    ("dialogue", "part", "items"),
    [case[1:] for case in FOUND],
    ids=[f"{case[0]}, {case[2]}" for case in FOUND],
)
def test_other_findings(dialogue: str, part: str, items: list[dict[str, object]]) -> None:
    found = getattr(say(dialogue), part)
    assert len(found) == len(items)
    assert [{name: getattr(one, name) for name in item} for one, item in zip(found, items, strict=True)] == items
