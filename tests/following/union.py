"""Three evenings of a tenants' union, made for the tests: things are done, dropped, carried on, and decided anew."""

from minutes.model import Recap, Source, Transcript, Turn

DAYS = ("2024-03-05", "2024-03-19", "2024-04-02")
FIRST = """
Dora Finch: Welcome, everybody. This is the Quarry Street tenants' union.
Dora Finch: Decision: the membership fee is four pounds a year.
Omar Haddad: I'll ring the council about the street lamp by Friday.
Dora Finch: Thanks. Who can print the leaflets?
Amal Nasser: I'll print the leaflets next week.
Dora Finch: Good. Petra, could you write to the landlord about the damp?
Petra Lind: Yes, I'll write to the landlord about the damp.
Ben Okoro: I'll book a stall at the spring market.
Dora Finch: My idea is a rent survey from door to door, so that we know who pays what.
Ben Okoro: I like that.
Dora Finch: Decision: the union meets at the library on Tuesdays.
Petra Lind: The plan is at https://example.org/plan for everybody.
"""
SECOND = """
Dora Finch: Let's begin. What about the lamp?
Omar: I rang the council about the street lamp on Thursday. They will mend it.
Dora Finch: Wonderful. Ben, how is the stall?
Ben Okoro: We've dropped the market stall. It costs too much.
Petra Lind: I've been running the rent survey from door to door since March, and it went from twelve answers to forty.
Amal Nasser: I haven't got round to the leaflets yet. I'll print the leaflets on Monday.
Dora Finch: Decision: the union meets at the library on Thursdays instead.
Dora Finch: The plan is at https://example.org/plan as before.
"""
THIRD = """
Dora Finch: Good evening. Amal, did you print the leaflets?
Amal Nasser: Yes, on Monday.
Petra Lind: I've been running the rent survey from door to door, and it went from forty answers to ninety.
Dora Finch: That is a lot.
Omar: I'll make a poster of the rent survey by Sunday.
Ben Okoro: Thanks, all.
"""


def heard(text: str, name: str, day: str | None = None) -> Transcript:
    """A transcript of lines like `Amal: Hello.`"""
    turns = (line.split(": ", 1) for line in text.strip().split("\n"))
    return Transcript(
        title="Evening of the union",
        date=day,  # type: ignore[arg-type]  # read as pydantic reads it
        turns=tuple(Turn(speaker=speaker, text=said) for speaker, said in turns),
        sources=(Source(name=name, format="text", sha256=name * 4),),
    )


def evenings() -> list[Transcript]:
    """What was said on the three evenings, with their days."""
    texts = zip((FIRST, SECOND, THIRD), DAYS, strict=True)
    return [heard(text, f"{number}.txt", day) for number, (text, day) in enumerate(texts, start=1)]


def saved(recap: Recap) -> Recap:
    """The recap through JSON and back."""
    return Recap.model_validate_json(recap.model_dump_json())
