"""Links: what people paste and what they spell aloud, and the one clean address it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.finding.links import Link, find, key

PASTED = [
    ("It's at https://docs.example.org/plan and here.", "https://docs.example.org/plan"),
    ("See https://docs.example.org/plan.", "https://docs.example.org/plan"),
    ("(https://docs.example.org/plan).", "https://docs.example.org/plan"),
    ("“https://docs.example.org/plan”", "https://docs.example.org/plan"),
    ("https://docs.example.org/plan, and", "https://docs.example.org/plan"),
    ("https://docs.example.org/plan—and", "https://docs.example.org/plan"),
    ("*https://docs.example.org/plan*", "https://docs.example.org/plan"),
    ("<https://docs.example.org/plan>", "https://docs.example.org/plan"),
    ("[the plan](https://docs.example.org/plan)", "https://docs.example.org/plan"),
    ("[the plan](https://docs.example.org/a_(b)) now", "https://docs.example.org/a_(b)"),
    ("<a href=”https://docs.example.org/plan” target=”_blank”>here</a>", "https://docs.example.org/plan"),
    ("<a href=’https://docs.example.org/plan’>here", "https://docs.example.org/plan"),
    ("<a href='https://docs.example.org/plan'>here", "https://docs.example.org/plan"),
    ('<a href="https://docs.example.org/plan">here', "https://docs.example.org/plan"),
    ("https://docs.example.org/plan&quot;&gt;", "https://docs.example.org/plan"),
    ("https://docs.example.org/plan%E2%80%9D", "https://docs.example.org/plan"),
    ("https://docs.example.org/plan″>", "https://docs.example.org/plan"),
    ("https://docs.example.org/view?usp=drive_link)”>", "https://docs.example.org/view?usp=drive_link"),
    ("https://docs.example.org/edit#gid=41338″>", "https://docs.example.org/edit#gid=41338"),
    ("https://docs.example.org/edit#slide=id.p”>", "https://docs.example.org/edit#slide=id.p"),
    ("https://docs.example.org/?a=1&amp;b=2", "https://docs.example.org/?a=1&b=2"),
    ("https://docs.example.org/urn:li:activity:7144/)", "https://docs.example.org/urn:li:activity:7144/"),
    ("HTTPS://WWW.Example.ORG/Plan", "https://www.example.org/Plan"),
    ("http://docs.example.org:8080/x", "http://docs.example.org:8080/x"),
    ("http://192.168.1.4/x", "http://192.168.1.4/x"),
    (
        "https://web.example.org/2020/https://old.example.org/x",
        "https://web.example.org/2020/https://old.example.org/x",
    ),
    ("https://docs.example.org/?utm_source=mail&id=4&fbclid=zz&mc_cid=1#top", "https://docs.example.org/?id=4#top"),
    ("https://youtu.be/abc?si=123", "https://youtu.be/abc"),
    ("https://docs.example.org/p?gclid=1&igshid=2", "https://docs.example.org/p"),
    ("https://bücher.example.org/straße", "https://bücher.example.org/straße"),
    ("www.olivethread.example.org is new", "https://www.olivethread.example.org"),
    ("The page is lindenstreets.example.org, the radar", "https://lindenstreets.example.org"),
    ("is at lindenstreets.example.org/radar, and", "https://lindenstreets.example.org/radar"),
    ("it's discord.gg/qX7greenQ . And", "https://discord.gg/qX7greenQ"),
    ("t.me/olivethread", "https://t.me/olivethread"),
    ("it's at olive.org.Then we go", "https://olive.org"),
    ("console.olive.network", "https://console.olive.network"),
    ("Docs.com", "https://docs.com"),
    ("on github.com slash kestrelmap slash first dash patch", "https://github.com/kestrelmap/first-patch"),
    ("If you're stuck, secretary@bridge.example.org.", "secretary@bridge.example.org"),
    ("mailto:Secretary@Bridge.example.org", "Secretary@bridge.example.org"),
    ("<a.b+c@bridge.example.org>", "a.b+c@bridge.example.org"),
    ("hello at greenquad.example.org", "hello@greenquad.example.org"),
    ("It's @DocSaysInteresting", "@DocSaysInteresting"),
    ("@olive_thread is us", "@olive_thread"),
    ("follow us, @olive on Instagram", "@olive"),
    ("@amal@social.example.org", "@amal@social.example.org"),
]

SAID = [
    ("docs dot example dot org slash plan", "https://docs.example.org/plan"),
    ("Docs dot Example dot Org forward slash plan", "https://docs.example.org/plan"),
    ("It's at employers dot olivethread dot example dot org, slash kit. I'll", "https://employers.olivethread.example.org/kit"),
    ("employers dot olive dot example dot org, um, slash kit", "https://employers.olive.example.org/kit"),
    ("it's repair dash cafe dash oosterhof dot example dot org slash slots.", "https://repair-cafe-oosterhof.example.org/slots"),
    ("the list is on github dot com slash kestrelmap slash labels slash first dash patch. Sofiane", "https://github.com/kestrelmap/labels/first-patch"),
    ("docs dot example dot org slash plan underscore two", "https://docs.example.org/plan_two"),
    ("docs dot example dot org slash plan hyphen b dot pdf", "https://docs.example.org/plan-b.pdf"),
    ("it's um harrow lane tenants dot example dot org slash map you can", "https://harrowlanetenants.example.org/map"),
    ("it's on the page olive thread dot example dot org slash themes. water", "https://olivethread.example.org/themes"),
    ("since monday it's forms dot example dot com slash olive dash pilot and", "https://forms.example.com/olive-pilot"),
    ("the page is docs dot kestrel map dot example dot org", "https://docs.kestrelmap.example.org"),
    ("double u double u double u dot olive dot org", "https://www.olive.org"),
    ("w w w dot olive dot o r g", "https://www.olive.org"),
    ("https colon slash slash docs dot example dot org slash plan", "https://docs.example.org/plan"),
    ("h t t p s colon slash slash olive dot org", "https://olive.org"),
    ("council dot marshend dot gov dot uk slash speak. And", "https://council.marshend.gov.uk/speak"),
    ("t dot me slash olive", "https://t.me/olive"),
    ("find it at olive dot org", "https://olive.org"),
    ("The consultation's at council dot marshend dot example dot org slash libraries", "https://council.marshend.example.org/libraries"),
    ("corrections at olivethread dot example dot org. I read it", "corrections@olivethread.example.org"),
    ("repairs at keystone lettings dot example dot com not the man's own", "repairs@keystonelettings.example.com"),
    ("It's security at kestrelmap dot example dot org. Not", "security@kestrelmap.example.org"),
    ("And if you're shy, email, it's hello at greenquad dot example dot org.", "hello@greenquad.example.org"),
    ("write to amal at olive dot org", "amal@olive.org"),
    ("amal dot haddad at olive dot org", "amal.haddad@olive.org"),
    ("It's at DocSaysInteresting, on YouTube. All in one word.", "@DocSaysInteresting"),
    ("our handle is olivethread on Instagram", "@olivethread"),
    ("The new one's at undertow underscore again.", "@undertow_again"),
    ("it's list at tannerscroft, all one word, dot example dot org. It comes", "list@tannerscroft.example.org"),
    ("send them it's water bible at cwm pill dot example dot org all one word", "waterbible@cwmpill.example.org"),
    ("for the barbers it's at pound a pot all one word on instagram", "@poundapot"),
    ("It's pad dot undertow dot example dot org slash thursdays. No, there is an S.", "https://pad.undertow.example.org/thursdays"),
    ("it's forms dot mill town dot example dot com slash q r four oh two", "https://forms.milltown.example.com/qr402"),
    ("the folder is drive dot example dot com slash harvest board one word please", "https://drive.example.com/harvestboard"),
    ("It's ana at sisters of the mill, all run together, dot example dot org.", "ana@sistersofthemill.example.org"),
    ("the page is save the 9 dot example dot org slash sign", "https://savethe9.example.org/sign"),
    ("if it breaks you can email it complaints at fast line dot example dot com", "complaints@fastline.example.com"),
    ("we're on the socials at seven hills nine four one, figures, not words", "@sevenhills941"),
    ("put our name, at ourvillageband, all together, on the Instagram", "@ourvillageband"),
    ("tag us, it's at ourvillageband", "@ourvillageband"),
]  # fmt: skip

UNSAVED = [
    ("https://docs.google", "https://docs.google"),
    ("see https://docs.google”>", "https://docs.google"),
    ("https://localhost:3000/x", "https://localhost:3000/x"),
    ("https://intranet/plan", "https://intranet/plan"),
    ("https://docs.example.org/spreads… was it", "https://docs.example.org/spreads"),
    ("docs.example.org/spreads... was it", "docs.example.org/spreads"),
    ("https://amal:secret@docs.example.org/", "https://amal:secret@docs.example.org/"),
    ("javascript:alert(1)", "javascript:alert(1)"),
    ("ftp://docs.example.org/x", "ftp://docs.example.org/x"),
    ("amal@printer.local", "amal@printer.local"),
]

FALSE_FRIENDS = [
    "Follow me, we meet at one, all together.",
    "I saw it on Facebook, we were at the hall for nine.",
    "There were one two three people at Instagram.",
    "Let's connect the dots.",
    "dot the i and cross the t",
    "at some dot in the future",
    "a polka dot dress",
    "the dot com boom",
    "It was an early dot com thing.",
    "dot product, you know",
    "more than twelve dot fifty Euros",
    "asterisk dot wave",
    "either slash or",
    "read the README.md first",
    "e.g. this, i.e. that",
    "at 5 p.m. or 10.pm or 3.am",
    "version 1.2.3 and v0.10.1",
    "Mr.Smith and Dr.Jones",
    "It's written in node.js.",
    "That's the end.Then we go.",
    "we are done.so we go",
    "run.sh and script.py",
    "etc.in the minutes",
    "the U.S. and the U.K.",
    "amal@gmail",
    "@Sam, can you take it?",
    "@everyone and @here",
    "We met at McDonald yesterday.",
    "an account at ICSI",
    "I'm at LinkedIn, on Twitter and so on.",
    "I can handle it on Instagram.",
    "The handle is broken.",
    "https://",
    "it's docs dot google dot com, uh, no, I'll paste it",
    "24/7 and/or w/o",
    "half.past",
]


@pytest.mark.parametrize(("text", "url"), PASTED + SAID)
def test_a_link_is_found_and_clean(text: str, url: str) -> None:
    assert [(link.url, link.saved) for link in find(text)] == [(url, True)]


@pytest.mark.parametrize(("text", "words"), UNSAVED)
def test_what_leads_nowhere_is_kept_as_it_stands(text: str, words: str) -> None:
    start = text.index(words)
    assert [(link.start, link.end, link.url, link.saved) for link in find(text)] == [
        (start, start + len(words), words, False)
    ]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends_are_left(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "url", "times"),
    [
        ("[https://x.example.org/a](https://x.example.org/a)", "https://x.example.org/a", 2),
        (
            "<a href=”https://x.example.org/a/”>https://x.example.org/a/”>https://x.example.org/a/",
            "https://x.example.org/a/",
            3,
        ),
        (
            "<a href=”https://x.example.org/w?v=p6_y](https://x.example.org/w?v=p6_y)”>https://x.example.org/w?v=p6_y)",
            "https://x.example.org/w?v=p6_y",
            3,
        ),
    ],
)
def test_mangled_markup_gives_one_address(text: str, url: str, times: int) -> None:
    assert [link.url for link in find(text)] == [url] * times


def test_two_addresses_run_together() -> None:
    text = "https://a.example.orghttps://b.example.org"
    assert [link.url for link in find(text)] == ["https://a.example.org", "https://b.example.org"]


def test_several_kinds_in_one_turn() -> None:
    text = (
        "It's greenquad dot example dot org slash start, or hello@greenquad.example.org, or @GreenQuad; "
        "the log is at docs.example.org/log ."
    )
    assert find(text) == (
        Link(5, 46, "https://greenquad.example.org/start", "url", True),
        Link(51, 78, "hello@greenquad.example.org", "email", True),
        Link(83, 93, "@GreenQuad", "handle", True),
        Link(109, 129, "https://docs.example.org/log", "url", True),
    )


def test_a_spoken_address_that_is_left_unfinished_is_not_saved() -> None:
    assert [link.saved for link in find("it's signal dot group slash hash, oh, it's just a load of letters")] == [False]


def test_a_spoken_address_is_quoted_whole() -> None:
    text = "Look, https colon slash slash docs dot example dot org slash plan it is."
    link = find(text)[0]
    assert text[link.start : link.end] == "https colon slash slash docs dot example dot org slash plan"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/plan/", "http://example.org/plan"),
        ("https://Example.org", "https://example.org/"),
        ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
        ("https://example.org:443/x", "https://example.org/x"),
        ("https://example.org/x?utm_source=mail", "https://example.org/x"),
        ("Hello@Example.org", "hello@example.org"),
        ("@Olive", "@olive"),
    ],
)
def test_one_key_for_all_forms(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a#x", "https://example.org/a#y"),
        ("https://example.org/?a=1", "https://example.org/?a=2"),
        ("hello@example.org", "https://example.org"),
    ],
)
def test_another_key_for_another_link(one: str, other: str) -> None:
    assert key(one) != key(other)


_PIECES = st.sampled_from(
    [
        "https://",
        "http://",
        "www.",
        "example",
        "docs",
        ".",
        "org",
        "com",
        "/",
        "?a=1",
        "&amp;",
        "#x",
        "(",
        ")",
        "[",
        "]",
        "<a href=”",
        "”>",
        "’>",
        "@",
        "dot",
        "slash",
        "dash",
        "at",
        "hello",
        "it's",
        "…",
        "...",
        ",",
        " ",
        "mailto:",
        "é",
    ]
)
_TEXTS = st.text() | st.lists(_PIECES).map("".join) | st.lists(_PIECES).map(" ".join)


@given(_TEXTS)
def test_links_are_ascending_and_apart(text: str) -> None:
    last = 0
    for link in find(text):
        assert last <= link.start < link.end <= len(text)
        assert text[link.start : link.end].strip() == text[link.start : link.end]
        last = link.end


@given(_TEXTS)
def test_what_is_saved_can_be_followed(text: str) -> None:
    for link in find(text):
        if link.saved:
            assert link.kind != "url" or link.url.startswith(("https://", "http://"))
            assert link.kind != "email" or link.url.count("@") == 1
            assert link.kind != "handle" or link.url.startswith("@")
            assert not set(link.url) & set(' \n\t<>"“”’[]')


@given(_TEXTS)
def test_a_clean_link_is_found_as_it_is(text: str) -> None:
    for link in find(text):
        if link.saved and link.kind == "url":
            assert [again.url for again in find(link.url)] == [link.url]


@given(_TEXTS)
def test_a_key_does_not_hang_on_the_scheme(text: str) -> None:
    for link in find(text):
        if link.saved and link.url.startswith("https://"):
            assert key(link.url) == key("http://" + link.url.removeprefix("https://"))


@pytest.mark.parametrize(
    "unit", ["a dot ", "a dash ", "slash a ", "A.", "a-", "a@", "https://", "(", "@a", "double u ", "a "]
)
def test_a_long_text_is_walked_once(unit: str) -> None:
    assert all(link.end <= 60_000 for link in find(unit * (60_000 // len(unit))))
