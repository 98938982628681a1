"""The closed classes that dates are told in, and how a pattern is made of them.

In a pattern a space stands for up to three white spaces, so that no long run of them is walked twice, and
`{weekday}` for the part of that name.
"""

from __future__ import annotations

import re

PARTS = {
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "short": r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?",
    "named": r"(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "month": r"(?:{named}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\w)\.?)",
    # "may" and "march" are verbs too; with a capital they seldom are
    "calendar": r"(?:(?:january|february|april|june|july|august|september|october|november|december)"
    r"|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\w)\.?|(?-i:March|May|Mar(?!\w)\.?))",
    "low": r"(?:first|second|third|1st|2nd|3rd)",
    "middle": r"(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:0?[4-9]|1[0-2])th)",
    "high": r"(?:(?:thir|four|fif|six|seven|eigh|nine)teenth|thirty[ -]?first|thirtieth|twentieth"
    r"|twenty[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:1[3-9]|2\d|3[01])(?:st|nd|rd|th))",
    "ordinal": r"(?:{high}|{middle}|{low})",
    "suffixed": r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))",
    "figure": r"(?:(?:0?[1-9]|[12]\d|3[01])(?![\d:%]|[.,]\d))",
    "year": r"(?:(?:19|20)\d\d(?![\d/-])|twenty[ -]?twenty[ -](?:one|two|three|four|five|six|seven|eight|nine))",
    "daypart": r"(?:(?:early |late )?(?:morning|afternoon|evening|night)|noon|midday|lunch ?time|midnight|first thing)",
    "hour": r"(?:(?:first thing|(?:the )?(?:end|close) of (?:the )?(?:day|play|business)|(?-i:EOD|COB)|eod|noon|midday"
    r"|lunch ?time)(?: on)? )?",
    "number": r"(?:\d{1,3}|(?:an? |one )?hundred|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|ninety|an?)",
    "unit": r"(?:(?P<unit>day|week|fortnight|month|year)s?['’]?s?)",
    "vague": r"(?:an? (?:couple|few)(?: of)?|a few|several|some|{number}(?: or | to |-|–){number})",
    "meeting": r"(?:meeting|call|session|gathering|assembly|get-together|meet-?up|agm|class|lesson|practice|rehearsal)",
    "season": r"(?:(?:summer|autumn|winter|spring|term|semester|half[ -]term|ramadan|eid|passover|thanksgiving|hanukkah"
    r"|diwali)(?: (?:holidays?|break))?|holidays)",
    "due": r"(?:(?:by )?(?:no|not) later than|by|before|until|up to|till|['’]?til)",
    "clock": r"(?: (?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midnight|midday|{number}(?: o['’]?clock)?"
    r"|half past {number})(?: on)?)?",
}

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_NUMBERS = {name: value for value, name in enumerate((*_ONES, *_TEENS, "twenty"), 1)}
_NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENTH = ("tenth", "eleventh", "twelfth", *(f"{teen}th" for teen in _TEENS), "twentieth")
_ORDINALS = (*_FIRST, *_TENTH, *(f"twenty{one}" for one in _FIRST), "thirtieth", "thirtyfirst")


_DATED = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    today tonight tomorrow morrow noon midday midnight morning afternoon arvo evening night bed bedtime lights
    day days week weekend weeks fortnight fortnights month months year years quarter end close eod cob
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth thirty
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twenty
    summer autumn winter spring term semester half ramadan eid passover thanksgiving hanukkah diwali holidays
    meeting call session gathering assembly get meet meetup agm class lesson practice rehearsal time same
    christmas xmas boxing new good easter valentine patrick david george andrew paddy burns bonfire women juneteenth
    halloween
"""
_HEADS = frozenset(word[:4] for word in _DATED.split())
"""How the words begin, one of which every date has that holds no figure."""
_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")


def may_be_dated(text: str) -> bool:
    """Whether a text has a figure or a word that dates have; if not, no pattern needs to be tried."""
    return bool(_FIGURE.search(text)) or any(word[:4] in _HEADS for word in _LETTERS.findall(text.lower()))


def pattern(words: str, head: str = "", foot: str = r"(?!\w)") -> re.Pattern[str]:
    """A compiled pattern, its parts put in, in any case of letters."""
    while names := set(re.findall(r"\{([a-z]+)\}", words)):
        for name in sorted(names):
            words = words.replace(f"{{{name}}}", PARTS[name])
    for plain, spaced in (("[ -]", r"[\s-]"), (" ?", r"\s{0,3}"), (" ", r"\s{1,3}")):
        words = words.replace(plain, spaced)
    return re.compile(f"{head}(?:{words}){foot}", re.IGNORECASE)


def dated(words: str) -> re.Pattern[str]:
    """A pattern of whole words that are no part of a number, an address or a handle."""
    return pattern(words, r"(?<![\w/@#])(?<!\d[.,:/])", r"(?![\w@]|(?-i:\.[a-z\d]))")


def before(words: str) -> re.Pattern[str]:
    """A pattern of whole words and the space behind them, which must reach the end of what is searched."""
    return pattern(words, r"(?<![\w'’-])", r" \Z".replace(" ", r"\s{1,3}"))


def number(words: str) -> int:
    """7 for `7` and `seven`, 1 for `a`, 100 for `a hundred`."""
    last = words.lower().split()[-1]
    return int(last) if last.isdecimal() else _NUMBERS[last]


def ordinal(words: str) -> int:
    """23 for `23rd`, `23`, `twenty-third` and `the twenty third`."""
    plain = re.sub(r"\s|-|\Athe\s", "", words.lower())
    figures = re.match(r"\d+", plain)
    return int(figures[0]) if figures else _ORDINALS.index(plain) + 1


def year(words: str) -> int:
    """2025 for `2025` and `twenty twenty-five`."""
    return int(words) if words.isdecimal() else 2020 + number(words.replace("-", " "))
