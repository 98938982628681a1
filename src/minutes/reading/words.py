"""The words that stand before a colon and are nobody's name, and those that no name begins with."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words or phrases between the commas and line ends of a text."""
    return frozenset(word.strip() for word in text.replace("\n", ",").split(",") if word.strip())


TITLE = listed("title, meeting title, meeting, meeting name, subject, event, call, name of meeting")
WHEN = listed("""
    date, when, day, start time, start, started, recorded on, time, date and time, meeting date, created, sent
""")
WHO = listed("""
    attendees, present, participants, attending, in attendance, invited, invitees, speakers, people, those present
    also present, who, attendance, members present
""")
PLACE = listed("place, venue, location, where")
AWAY = listed("""
    apologies, regrets, absent, apologies for absence, apologies received, apologies from, absentees, not present
""")
CHAIR = listed("chair, chairs, chaired by, facilitator, facilitators, facilitated by, moderator")
NOTES = listed("""
    minutes, minutes by, minutes taken by, minute taker, minute-taker, note taker, note-taker, notetaker, notes by
    notes taken by, scribe, scribes, scribenick
""")
NOBODY = listed("""
    none, n/a, na, nil, nobody, no one, all, everyone, various, unknown, vacant, rotating, tbc, tbd, approved, agreed
    accepted, adopted, attached, draft, published, available, online, yes, no, see below, see above, not given
""")
"""What stands behind such a label where nobody is named, or no place."""
_OTHER = listed("""
    from, to, cc, bcc, reply-to, message-id, content-type, mime-version, content-transfer-encoding,
    return-path, received, delivered-to, dkim-signature, x-mailer, in-reply-to, references
    duration, length, language, kind, host, organizer, organiser
    version, url, link, recording, meeting id, end time, end, ended, summary keywords
    keywords, agenda, status, source, file, transcript, transcript by, transcribed by, transcription by, transcript_by
    tags, categories, layout, permalink, media, author, resolutions, topics
""")
TAKEN = TITLE | WHEN | WHO | PLACE | AWAY | CHAIR | NOTES
"""Those of which the value is taken up."""
FIELDS = TAKEN | _OTHER
"""Labels of the lines that say something about a meeting."""

TOPICS = listed("""
    action, actions, action item, action items, to do, todo, to-do, decision, decisions, decided, resolved, resolution
    resolutions, agreed, agreement, topic, topics, subtopic, agenda, agenda item, item, motion, vote, poll, next step
    next steps, follow up, follow-up, followup, info, idea, proposal, proposals, question, questions, issue, issues
    due, deadline, owner, assignee, proposed, straw poll, key decision, key decisions, open question, open questions
    decision made, takeaway, takeaways
""")
"""Labels that typed notes put before what is to be minuted; such lines are speech."""

NEVER = (
    TOPICS
    | FIELDS
    | listed("""
    note, notes, nb, n.b, ps, p.s, problem, problems, solution, summary, overview, conclusion, background, context
    warning, important, example, e.g, i.e, eg, ie, answer, http, https, ftp, mailto, www, tel, email, e-mail, phone
    links, see, ref, re, fwd, fw, update, updates, reminder, break, intro, outro, introduction, chapter, part, section
    step, option, total, result, results, pros, cons, fact, quote, tip, reason, goal, goals, aim, purpose, challenge
    challenges, risk, risks, benefit, benefits, chat, music, sound, audio, applause, laughter, disclaimer, copyright
    present+, regrets+, details, highlights, key points, main points, discussion, other business, ok, fyi
    any other business, aob, welcome, announcements, feedback, tbc, tbd, eta, faq, btw, imo, uk, us, eu, un, asap
    am, pm, utc, gmt, monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, tomorrow, yesterday
    done, doing, blockers, planned
""")
)
"""Labels that are never a speaker, unless the list of people has them."""

COMMON = listed("""
    a, an, the, this, that, these, those, it, its, it's, he, she, they, we, you, i, i'm, i'll, i've, my, your, his, her
    our, their, one, two, three, and, or, but, so, if, then, because, as, at, by, for, from, in, into, of, on, to, with
    about, what, who, why, how, when, where, which, is, are, was, were, be, been, do, does, did, have, has, had, can
    could, will, would, shall, should, may, might, must, not, no, yes, yeah, ok, okay, well, now, here, there, just
    first, second, third, last, next, also, all, some, any, each, every, other, another, let, let's, please, thanks
    thank, remember, basically, maybe, perhaps, plus, like, said, says, asked, meaning, namely, finally, again, hello
    hi, hey, good, great, right, alright, sorry, new, more, only, oh, um, uh, whereas, although, while, after, before
""")
"""Words that a sentence begins with and a name does not."""

PARTICLES = listed("""
    de, da, di, do, dos, das, du, del, della, van, von, der, den, ter, ten, la, le, el, al, bin, ibn, ben, y, e, und
    and, of, the, for, zu, af, av, st
""")
"""Small words inside names."""
