"""Which words name a day to come, where they do, and which day: a table for `find` to walk."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from minutes.finding.dates import meanings
from minutes.finding.dates.words import before, dated, pattern

_JOIN = before(r"{due}|after|for")
_JOIN_ON = before(r"for|(?:{due}|on|after){clock}")
_JOIN_IN = before(r"{due}|on|after|for|in|during|over|at")
_GONE = before(r"since|last|past|previous|ago|ago on")
_RECURS = before(
    r"since|last|past|previous|ago|ago on|(?:every|each|any|on|on the)(?: (?:other|second|third|single|first|last))"
    r"|every|each|any|most|some|an?|another|one|other|alternate|usual|typical|black|palm|cyber|super|giving|shrove|ash"
)
_BY = before(r"(?:{due}|after)(?: the)?")
_BY_ON = before(r"(?:{due}|on|after)(?: the)?")
_IN = before(r"{due}|on|after|in|during|through|around|for|from")
_OVER = before(r"{due}|after|in|over|during")
_FEAST = before(r"{due}|on|after|at|over|around|this|next")
_SAID = before(r"(?:{due}|on|after|for|from|to|is|it['’]s|that['’]s|of|around|about|and|or),?(?: (?:um|uh),?)?")
_WILL = re.compile(r"(?:['’]ll|\b(?:will|shall)|\bI(?:['’]m| am) (?:just )?\w+ing)\s[^.?!;:]{0,40}\Z", re.IGNORECASE)
_OF_A_DAY = before(
    r"\d[\d.:]*(?: ?[ap]m)?|o['’]?clock|{number}|{weekday}|tomorrow|today|early|later|always|often|usually"
)
_TIMES = before(r"times?|once|twice|thrice|%|percent|one")
_ALONE = re.compile(r"(?:\A\s{0,3}|[.?!…]\s{1,3}|\bin,[^.?!]{0,30},\s{1,3})\Z", re.IGNORECASE)
_PAUSE = re.compile(r"\s{0,3}(?:\Z|[.,;?!](?!\w))")
_STOP = re.compile(r"\s{0,3}(?:\Z|[.?!](?!\w))")
_ANSWER = pattern(r" ?(?:\Z|[.?!](?!\w)|,? ?(?:yes|yeah|ok|okay|then|fine)(?!\w))", foot="")
_CLAUSE = pattern(
    r" ?(?:['’]s )?(?:\Z|[.,;:!?)\]\"”…–—-](?!\w)|(?:and|or) (?!{ordinal}|next)|"
    r"(?:but|so|because|at|in|for|to|if|when|then|is|it|we|you|he|she|they|i|as|too|also|please|until|till|with|from|will|would"
    r"|where|which|that|this|okay|ok|yes|yeah|before|after|by|um|uh|not|was|does|my|our|your|now|there|what)(?!\w))",
    foot="",
)
"""What follows a day of the month, not a thing that is counted: `the second.`, not `the second point`."""


class Rule(NamedTuple):
    """Words, and the day they mean to somebody who speaks on the day `held`."""

    words: re.Pattern[str]
    day: Callable[[re.Match[str], date], date | None] | None
    """None: neither the words nor anything inside them is a date to come."""
    join: re.Pattern[str] = _JOIN
    """The little words that are quoted with them. Not "on" where that may belong to a verb: `carry on tomorrow`."""
    lead: re.Pattern[str] | None = None
    """What must stand right before them."""
    bar: re.Pattern[str] = _GONE
    """What must not."""
    tail: re.Pattern[str] | None = None
    """What must stand right after them."""


_RELATIVE = (
    Rule(dated(r"{hour}(?:later )?(?:today|tonight|this (?:afternoon|arvo|evening|night))"), meanings.same),
    Rule(dated(r"(?:the )?end of (?:the |this )?(?:working |business )?day"), meanings.same, lead=_BY),
    Rule(dated(r"(?:the )?close of (?:play|business)|end of (?:play|business)|(?-i:EOD|COB)|eod"), meanings.same),
    Rule(dated(r"{hour}(?:tomorrow|the morrow)(?: {daypart})?"), meanings.tomorrow),
    Rule(dated(r"first thing in the morning"), meanings.tomorrow),
    Rule(
        dated(
            r"(?:the (?:day|night)(?:['’]s| is) out|(?:we|you|i|we all|you all) (?:go|head) to bed|bedtime|lights out)"
        ),
        meanings.same,
        lead=before(r"before|by"),
    ),
    Rule(dated(r"in the morning"), meanings.tomorrow, lead=_WILL, bar=_OF_A_DAY),
    Rule(dated(r"(?:the )?day after tomorrow"), meanings.day_after_next),
)

_WEEKDAYS = (
    Rule(
        dated(
            r"{hour}(?:(?:this coming|the coming|this|next|the next|the|coming) )?(?P<weekday>{weekday})"
            r"(?: (?P<more>week|fortnight|coming|after next|next(?! (?:week|month|year|door))))?(?: {daypart})?"
        ),
        meanings.coming,
        _JOIN_ON,
        bar=_RECURS,
    ),
    Rule(dated(r"(?P<weekday>{short})(?P<more>)(?: {daypart})?"), meanings.coming, _JOIN_ON, _SAID, _RECURS),
    Rule(dated(r"(?:this|next) (?P<weekday>{short})(?P<more>)(?: {daypart})?"), meanings.coming, _JOIN_ON),
    Rule(dated(r"the {weekday} after(?: that)?|the following {weekday}"), meanings.left_open, _JOIN_ON, bar=_RECURS),
    Rule(dated(r"(?P<weekday>{weekday})(?: {daypart})? (?:of )?(?P<which>this|next) week"), meanings.in_week, _JOIN_ON),
    Rule(dated(r"(?P<which>this|next) week(?:,? on)? (?P<weekday>{weekday})"), meanings.in_week),
    Rule(
        dated(r"(?:the )?(?P<weekday>{weekday}),? the (?P<number>{high}|{middle})"),
        meanings.weekday_and_number,
        _JOIN_ON,
    ),
    Rule(
        dated(r"(?:the )?(?P<weekday>{weekday}),? the (?P<number>{low})"),
        meanings.weekday_and_number,
        _JOIN_ON,
        tail=_CLAUSE,
    ),
    Rule(dated(r"(?P<weekday>{weekday}),? (?P<number>{suffixed})"), meanings.weekday_and_number, _JOIN_ON),
    Rule(dated(r"mon(?:day)?(?: to | through | till | until |-|–)(?:fri|sun)(?:day)?"), None),
)

_MONTH = r"(?:(?P<month>{month})(?:,? (?P<year>{year}))?|(?P<which>this|next|the) month)"
_WEEKDAY = r"(?:(?P<weekday>{weekday}|{short}),? )?"
_YEAR = r"(?:,? (?P<year>{year}))?"

_CALENDAR = (
    Rule(
        dated(_WEEKDAY + r"(?:the )?(?P<number>{ordinal}|{figure}) (?P<month>{calendar})" + _YEAR),
        meanings.full,
        _JOIN_ON,
    ),
    Rule(
        dated(_WEEKDAY + r"(?:the )?(?P<number>{ordinal}|{figure}) of (?P<month>{month})" + _YEAR),
        meanings.full,
        _JOIN_ON,
    ),
    Rule(
        dated(
            _WEEKDAY + r"(?!may the)(?P<month>{calendar}) (?P<number>(?:the )?{ordinal}|{suffixed}|{figure})" + _YEAR
        ),
        meanings.full,
        _JOIN_ON,
    ),
    Rule(
        dated(_WEEKDAY + r"(?P<month>may|march|mar) (?P<number>(?:the )?{ordinal}|{suffixed}|{figure})" + _YEAR),
        meanings.full,
        _JOIN_ON,
        _SAID,
    ),
    Rule(dated(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<number>\d\d)"), meanings.in_figures, _JOIN_ON),
    Rule(dated(r"(?P<number>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)"), meanings.in_figures, _JOIN_ON),
    Rule(dated(r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>(?:20)?\d\d)(?!/)"), meanings.slashed, _JOIN_ON),
    Rule(dated(r"(?P<one>[0-3]?\d)/(?P<other>[0-3]?\d)(?P<year>)(?!/| of)"), meanings.slashed, _JOIN_ON, _SAID),
    Rule(
        dated(r"(?:the )?(?P<number>{ordinal}) of (?P<month>)(?P<which>this|next|the) month"),
        meanings.number_of,
        _JOIN_ON,
    ),
    Rule(dated(r"the (?P<number>{high})"), meanings.number_alone, _JOIN_ON, bar=before(r"in"), tail=_CLAUSE),
    Rule(dated(r"the (?P<number>{middle})"), meanings.number_alone, _JOIN_ON, lead=_SAID, tail=_CLAUSE),
    Rule(dated(r"the (?P<number>{middle})"), meanings.number_alone, lead=_ALONE, tail=_ANSWER),
    Rule(dated(r"the (?P<number>{low})"), meanings.number_alone, _JOIN_ON, lead=_BY_ON, tail=_CLAUSE),
    Rule(dated(r"(?P<number>{suffixed})"), meanings.number_alone, _JOIN_ON, lead=_BY_ON, tail=_CLAUSE),
    Rule(
        dated(
            r"(?:the )?(?P<place>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<weekday>{weekday}) (?:of|in) "
            + _MONTH
        ),
        meanings.nth,
        _JOIN_ON,
        bar=_RECURS,
    ),
)

_PERIODS = (
    Rule(dated(r"(?:the )?(?:very )?(?:end|last day) of " + _MONTH), meanings.last_of_month, _JOIN_IN),
    Rule(
        dated(r"(?:the )?end of (?:(?P<which>this|next|the|that) )?(?P<unit>week|weekend|month|quarter|year)"),
        meanings.end,
    ),
    Rule(
        dated(r"(?P<month>)(?P<which>this|the) month(?:['’]s| is) out"), meanings.last_of_month, lead=before(r"before")
    ),
    Rule(dated(r"(?P<which>this|the) (?P<unit>week|year)(?:['’]s| is) out"), meanings.end, lead=before(r"before")),
    Rule(dated(r"(?:the )?end of q(?P<quarter>[1-4])" + _YEAR), meanings.quarter_end),
    Rule(dated(r"(?:the )?end of (?:(?:this|next|the) )?{season}"), meanings.left_open),
    Rule(dated(r"(?-i:Q)[1-4](?:,? {year})?"), meanings.left_open, _JOIN_IN, _IN),
    Rule(dated(r"{named}(?:,? {year})?"), meanings.left_open, _JOIN_IN, _IN),
    Rule(
        dated(r"(?:early|late|mid|(?:the )?(?:beginning|start|middle) of)[ -](?:in )?{named}(?:,? {year})?"),
        meanings.left_open,
        _JOIN_IN,
    ),
    Rule(
        dated(
            r"(?:(?:early|late|later|(?:the )?(?:beginning|start|middle) of) )?(?:this|next|the following|the coming) "
            r"(?:week|month|quarter|year|term|semester)"
        ),
        meanings.left_open,
    ),
    Rule(
        dated(
            r"(?:the )?week after next|(?:the|this|next|this coming|the coming) weekend"
            r"|next (?:summer|autumn|winter|spring)"
        ),
        meanings.left_open,
        _JOIN_IN,
    ),
    Rule(
        dated(r"(?:the (?:day|night|week|weekend)|{number} {unit}) before"), meanings.left_open, _JOIN_ON, tail=_PAUSE
    ),
    Rule(dated(r"(?:the week after|next time)"), meanings.left_open, lead=_BY),
    Rule(dated(r"(?:the )?{season}(?! of)"), meanings.left_open, _JOIN_IN, _OVER),
    Rule(dated(r"(?:(?:the|our|your|this) )?(?:next|following) {meeting}"), meanings.left_open, _JOIN_IN),
    Rule(dated(r"(?:the|our|your|this) {meeting}"), meanings.left_open, lead=_BY),
    Rule(dated(r"the same day"), meanings.left_open, _JOIN_ON, _BY_ON),
)

_FEASTS = (
    Rule(
        dated(
            r"(?P<feast>christmas eve|christmas day|boxing day|new year['’]?s (?:eve|day)|good friday"
            r"|easter (?:sunday|monday)|valentine['’]?s day|(?-i:May Day)"
            r"|(?:(?:st\.? |saint )?patrick['’]?s|(?:st\.? |saint )(?:david|george|andrew)['’]?s) day"
            r"|paddy['’]?s day|burns night|bonfire night|women['’]?s day|juneteenth)"
        ),
        meanings.feast,
        _JOIN_ON,
    ),
    Rule(
        dated(r"(?:this |next |the )?(?P<feast>christmas|xmas|easter|halloween|new year(?:['’]?s)?)"),
        meanings.feast,
        _JOIN_IN,
        lead=_FEAST,
        tail=_CLAUSE,
    ),
)

_SPANS = (
    Rule(dated(r"in (?:a|one) day"), None),
    Rule(
        dated(
            r"(?:in|within|(?:in|within|over|during) the next)(?: about| around| roughly| exactly| another)? "
            r"(?P<number>{number}) {unit}(?P<point>)(?: time)?(?! of )"
        ),
        meanings.later,
        bar=_TIMES,
    ),
    Rule(
        dated(
            r"(?:in|within|(?:in|within|over|during) the next)(?: about| around)? {vague} "
            r"(?:day|week|month|year)s['’]?(?: time)?"
        ),
        meanings.left_open,
        bar=_TIMES,
    ),
    Rule(dated(r"(?:in|within) an? (?:day|week|month) or (?:so|two)"), meanings.left_open, bar=_TIMES),
    Rule(dated(r"(?:in )?(?P<number>{number}) {unit} from (?P<point>today|now|tomorrow|{weekday})"), meanings.later),
    Rule(
        dated(r"(?P<number>{number}) (?P<unit>week|fortnight)s?(?: on)? (?P<point>today|tomorrow|{weekday})"),
        meanings.later,
    ),
    Rule(dated(r"(?P<number>{number}) {unit} time(?P<point>)"), meanings.later),
    Rule(dated(r"(?P<number>{number}) {unit}(?P<point>)"), meanings.later, lead=_ALONE, tail=_STOP),
)

RULES = _RELATIVE + _WEEKDAYS + _CALENDAR + _PERIODS + _FEASTS + _SPANS
