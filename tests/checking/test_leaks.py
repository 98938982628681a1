# ruff: noqa: E501  (one case a line)
"""No name is left on a veiled page, and whatever is left on a page is found."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from checking.meetings import MEETINGS, ROOT, SAMPLES, held
from minutes.checking.leaks import leaks
from minutes.errors import BrokenFile, UnknownFormat
from minutes.model import Recap, Series
from minutes.revising.veil import Stand, Veil, draft, veil
from minutes.revising.veil.file import parse
from minutes.revising.veil.vocabulary import words
from minutes.writing import render
from minutes.writing.shares import is_drawn

FORMATS = ("md", "html", "docx", "json")
GIVEN = tuple(sorted((ROOT / "tests" / "evaluation" / "given").glob("*.json")))
WORD = re.compile(r"[^\W\d_]+")


def unpacked(data: bytes, format: str) -> str:
    """All text of a file in small letters: of a Word file the markup of each part, and its text without markup.

    The bars beside the shares of talk, which hold no text, are left out.
    """
    if format != "docx":
        return data.decode().lower()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    parts = [(name, part.decode()) for name, part in held.items() if not is_drawn(part)]
    return "\n".join(f"{name}\n{xml}\n{re.sub('<[^>]+>', '', xml)}" for name, xml in parts).lower()


@cache
def empty(format: str) -> frozenset[str]:
    """The words that stand in the file of a meeting without people."""
    return frozenset(WORD.findall(unpacked(render(Recap(title=""), format), format)))


def names(recap: Recap) -> set[str]:
    """The words of all labels, of three letters or more, that are no ordinary words."""
    said = (name for one in recap.speakers for name in (one.name, *one.labels))
    present = (*recap.attendees, *(one.person for one in recap.attendance))
    found = {word for name in (*said, *present) for word in WORD.findall(name.lower()) if len(word) > 2}
    ordinary = ("ordinary", "small", "titles", "behind", "offices", "machines")
    return {word for word in found if not any(word in words(kind) for kind in ordinary)}


@pytest.mark.parametrize("path", [*SAMPLES, *MEETINGS, *GIVEN], ids=lambda path: path.stem)
def test_no_name_is_left_of_a_meeting(path: Path) -> None:
    recap = held(path).recap
    key = parse(draft(recap, (held(path).transcript,)), "veil.toml")
    done = veil(recap, key)
    assert names(recap) or path.stem == "2024-05-14-river-watch"  # where nobody has a name
    for format in FORMATS:
        data = render(done, format)
        left = set(WORD.findall(unpacked(data, format))) - empty(format)
        assert names(recap) & left == set()
        assert leaks(data, f"page.{format}", key).leaks == ()


def test_no_name_is_left_of_a_series() -> None:
    recaps = tuple(held(path).recap for path in GIVEN if path.stem.startswith("olive-thread"))
    key = parse(draft(Series(recaps=recaps)), "veil.toml")
    assert len(key.people) == 15
    for format in FORMATS:
        data = render(veil(Series(recaps=recaps), key), format)
        left = set(WORD.findall(unpacked(data, format))) - empty(format)
        assert set().union(*map(names, recaps)) & left == set()
        assert leaks(data, f"page.{format}", key).leaks == ()


def test_a_page_that_is_not_veiled_is_full_of_leaks() -> None:
    recap = held(SAMPLES[0]).recap
    key = parse(draft(recap), "veil.toml")
    for format in FORMATS:
        found = leaks(render(recap, format), f"page.{format}", key).leaks
        assert {"Amal Haddad", "Ruth Adeyemi", "Nablus"} <= {leak.found for leak in found}
        if format == "docx":
            assert ("word/comments.xml, initials of comment", "SM") in found


KEY = Veil(
    people=(Stand("Amal Haddad", "Member 1"), Stand("Said Page", "Member 2"), Stand("Mark", "Member 3")),
    words=(("Nablus", "[a town]"),),
    keep=("Sam Whitlock",),
)
CALL = Recap(title="Call of Member 1", group="Friends", veiled=True, attendees=("Member 1", "Sam Whitlock"))


@pytest.mark.parametrize("format", FORMATS)
def test_the_words_of_every_page_are_no_leaks(format: str) -> None:
    assert leaks(render(CALL, format), f"page.{format}", KEY).leaks == ()


def changed(part: str, change: Callable[[str], str], name: str = "") -> bytes:
    """The Word file of the call with one part changed, or added, or named anew."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render(CALL, "docx"))) as old, zipfile.ZipFile(done, "w") as new:
        parts = {one: old.read(one) for one in old.namelist()}
        parts[name or part] = change(parts.pop(part, b"").decode()).encode()
        for one, data in parts.items():
            new.writestr(one, data)
    return done.getvalue()


def before(mark: str, xml: str) -> Callable[[str], str]:
    def change(part: str) -> str:
        assert mark in part
        return part.replace(mark, xml + mark, 1)

    return change


BODY = "</w:body>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SEEDED: list[tuple[str, Callable[[str], str], str, str]] = [
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Ask Amal.</w:t></w:r></w:p>"), "paragraph", "Amal"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Am</w:t></w:r><w:r><w:t>al H</w:t></w:r><w:r><w:t>addad</w:t></w:r></w:p>"), "paragraph", "Amal Haddad"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Had</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>dad</w:t></w:r></w:p>"), "paragraph", "Haddad"),
    ("word/document.xml", before(BODY, "<w:p><w:del><w:r><w:delText>Amal</w:delText></w:r></w:del></w:p>"), "paragraph", "Amal"),
    ("word/document.xml", before(BODY, '<w:p><w:r><w:instrText>HYPERLINK "x.org/amal"</w:instrText></w:r></w:p>'), "field", "x.org/amal"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Amal</w:t><w:tab/><w:t>Haddad</w:t></w:r></w:p>"), "paragraph", "Amal\tHaddad"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Call 07700 900123</w:t></w:r></w:p>"), "paragraph", "07700 900123"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>a@b.org</w:t></w:r></w:p>"), "paragraph", "a@b.org"),
    ("word/document.xml", before(BODY, '<w:p><w:bookmarkStart w:id="1" w:name="_AmalHaddad"/></w:p>'), "name of bookmarkStart", "AmalHaddad"),
    ("word/document.xml", before(BODY, "<w:p><w:r><w:t>Mark</w:t></w:r></w:p>"), "paragraph", "Mark"),
    ("word/document.xml", before(BODY, "<w:p><w:ins w:author='Mark'/></w:p>"), "author of ins", "Mark"),
    ("word/document.xml", before(BODY, "<!-- by amal -->"), "comment", "amal"),
    ("word/header1.xml", before("</w:hdr>", "<w:p><w:r><w:t>Nablus call</w:t></w:r></w:p>"), "paragraph", "Nablus"),
    ("word/comments.xml", lambda _: f'<w:comments {W}><w:comment w:id="0" w:author="Amal Haddad"/></w:comments>', "author of comment", "Amal Haddad"),
    ("word/comments.xml", lambda _: f'<w:comments {W}><w:comment w:id="0" w:initials="AH"/></w:comments>', "initials of comment", "AH"),
    ("word/people.xml", lambda _: '<p><person author="amal"/></p>', "author of person", "amal"),
    ("word/_rels/document.xml.rels", before("</Relationships>", '<Relationship Id="x" Type="t" Target="https://x.org/amal-haddad" TargetMode="External"/>'), "Target of Relationship", "https://x.org/amal-haddad"),
    ("word/_rels/document.xml.rels", before("</Relationships>", '<Relationship Id="x" Type="t" Target="https://www.linkedin.com/in/x" TargetMode="External"/>'), "Target of Relationship", "https://www.linkedin.com/in/x"),
    ("word/settings.xml", before("</w:settings>", '<w:docVars><w:docVar w:name="a" w:val="Haddad"/></w:docVars>'), "val of docVar", "Haddad"),
    ("docProps/core.xml", before("</cp:coreProperties>", "<dc:title>Amal's call</dc:title>"), "title", "Amal's"),
    ("docProps/app.xml", before("</Properties>", "<Manager>amal</Manager>"), "Manager", "amal"),
    ("docProps/custom.xml", lambda _: "<p><v>Nablus</v></p>", "v", "Nablus"),
    ("customXml/item1.xml", lambda _: "<a>b<c/>Amal</a>", "behind c", "Amal"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "change", "place", "found"), SEEDED)
def test_a_leak_in_any_part_of_a_word_file_is_found(
    part: str, change: Callable[[str], str], place: str, found: str
) -> None:
    told = leaks(changed(part, change), "page.docx", KEY).leaks
    assert [(leak.place.startswith(part), place in leak.place, leak.found) for leak in told] == [(True, True, found)]


def test_the_names_of_parts_and_files_and_what_is_no_xml() -> None:
    named = leaks(changed("docProps/app.xml", str, "word/amal.xml"), "page.docx", KEY).leaks
    assert ("the name of a part", "amal") in named
    assert leaks(render(CALL, "md"), "call with Amal.md", KEY).leaks == (("the name of the file", "Amal"),)
    picture = leaks(changed("docProps/thumbnail.jpeg", lambda _: "JFIF amal"), "page.docx", KEY)
    assert picture.unread == ("docProps/thumbnail.jpeg: not looked into",)
    inner = leaks(changed("word/embeddings/sheet.xlsx", lambda _: "PK"), "page.docx", KEY)
    assert inner.unread == ("word/embeddings/sheet.xlsx: not looked into",)
    broken = leaks(changed("customXml/item1.xml", lambda _: "<a>Amal"), "page.docx", KEY)
    assert broken.unread == ("customXml/item1.xml: damaged, so only its letters were looked at",)
    assert [leak.found for leak in broken.leaks] == ["Amal"]
    laughs = leaks(
        changed("customXml/item1.xml", lambda _: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "page.docx", KEY
    )
    assert laughs.unread == ("customXml/item1.xml: not looked into",)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("one\n\n> Ask **Am**al.", "line 3", "Amal"),
        ("| What | Who |\n| --- | --- |\n| Do it | amal\\_haddad |", "line 3", "amal_haddad"),
        ("- **Where:** Nablus", "line 1", "Nablus"),
        ("[plan](https://x.org/Amal%20Haddad)", "line 1", "https://x.org/Amal%20Haddad)"),
        ("write to a\\@b.org", "line 1", "a@b.org"),
        ("O&#65;mal and &#65;mal", "line 1", "Amal"),
        ("<!-- amal -->", "line 1", "amal"),
        ("| Said | Where |\n| Said said |", "line 2", "Said"),
    ],
)
def test_a_leak_in_markdown_is_found(text: str, place: str, found: str) -> None:
    told = leaks(text.encode(), "page.md", KEY).leaks
    assert [leak.place for leak in told] == [place]
    assert told[0].found.rstrip(")") == found.rstrip(")")


@pytest.mark.parametrize(
    ("markup", "place", "found"),
    [
        ("<p>Ask Am<b>al</b> Had<!-- -->dad</p>", "line 2", "Amal Haddad"),
        ("<p>Ask &#65;mal</p>", "line 2", "Amal"),
        ("<p title='Amal'>x</p>", "line 2, title of p", "Amal"),
        ("<a href='mailto:a@b.org'>x</a>", "line 2, href of a", "mailto:a@b.org"),
        ("<p data-amal='x'>x</p>", "line 2, data-amal of p", "amal"),
        ("<!-- by amal -->", "line 2, comment", "amal"),
        ("<script>var who = 'amal'</script>", "line 2", "amal"),
        ("<style>.amal {}</style>", "line 2", "amal"),
        ("<?php amal ?>", "line 2, instruction", "amal"),
        ("<table><tr><th>Said</th><td>Said</td></tr></table><p>Said left</p>", "line 2", "Said"),
    ],
)  # fmt: skip
def test_a_leak_in_a_web_page_is_found(markup: str, place: str, found: str) -> None:
    page = f"<!DOCTYPE html>\n{markup}".encode()
    assert leaks(page, "page.html", KEY).leaks == ((place, found),)


def test_the_title_of_a_web_page_and_its_pictures() -> None:
    page = "<html><head><title>Call with Amal</title></head><img src='data:image/png;base64,AAAA'></html>"
    told = leaks(page.encode(), "page.htm", KEY)
    assert told.leaks == (("line 1", "Amal"),)
    assert told.unread == ("line 1, src of img: a picture or another file, not looked into",)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('{"title": "Amal"}', "title", "Amal"),
        ('{"steps": [{"owners": ["x", "amal haddad"]}]}', "steps[0].owners[1]", "amal haddad"),
        ('{"amal": 1}', "the name of the field amal", "amal"),
        ('{"title": "Amal", "title": "x"}', "title", "Amal"),
        ('"Am\\u0061l"', "the whole", "Amal"),
        ('{"format": "Amal"}', "format", "Amal"),
    ],
)
def test_a_leak_in_json_is_found(text: str, place: str, found: str) -> None:
    assert leaks(text.encode(), "page.json", KEY).leaks == ((place, found),)


def test_a_format_may_be_called_like_somebody() -> None:
    key = Veil((Stand("Md Rahman", "Member 1"),))
    assert leaks(b'{"sources": [{"format": "md"}]}', "page.json", key).leaks == ()
    assert leaks(b'{"sources": [{"format": "Md Rahman"}]}', "page.json", key).leaks == (
        ("sources[0].format", "Md Rahman"),
    )


def test_the_capitalised_words_that_still_stand() -> None:
    page = "# Member 1's call\n\nThen Omar met Lena Vogt at the Red Lion on Friday 3 May. Lamps are old, and lamps are dear. Sam Whitlock agreed. Nour left. I'm sure, said mister dennis.\n\n## Next steps\n\n| What | Who |\n"
    assert leaks(page.encode(), "page.md", KEY).standing == ("Lena Vogt", "mister dennis", "Nour", "Omar", "Red Lion")
    assert leaks(render(CALL, "html"), "page.html", KEY).standing == ("Friends",)


@pytest.mark.parametrize(
    ("data", "name", "kind", "told"),
    [
        (b"x", "page.pdf", UnknownFormat, "page.pdf: not a page that can be looked through; name a file in md, markdown, html"),
        (b"x", "page", UnknownFormat, "not a page that can be looked through"),
        (b"PK\x03\x04", "page.docx", BrokenFile, "a damaged or cut Word file; write the page again"),
        (b"{", "page.json", BrokenFile, "not valid JSON; write the page again"),
        (b"[" * 100_000, "page.json", BrokenFile, "not valid JSON; write the page again"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_through(data: bytes, name: str, kind: type[Exception], told: str) -> None:
    with pytest.raises(kind) as caught:
        leaks(data, name, KEY)
    assert told in str(caught.value)
