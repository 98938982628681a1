"""A finished page comes back as the blocks it was made from, whoever has saved or edited it since."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.meetings import MEETINGS, SAMPLES, held
from minutes.checking import sheets
from minutes.checking.sheets import Extra, Sheet
from minutes.checking.sheets.references import Place, cited, place
from minutes.errors import BrokenFile, MinutesError, NotFound, UnknownFormat
from minutes.model import Recap, Series, Thread, ThreadItem
from minutes.revising.veil import draft, veil
from minutes.revising.veil.file import parse as parse_veil
from minutes.writing import Layout, render
from minutes.writing.blocks import (
    Approval,
    Block,
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    Quote,
    Said,
    Table,
    Title,
    Value,
)
from minutes.writing.layout import USUAL
from minutes.writing.outline import outline
from minutes.writing.words import words
from writing.filled import NASTY, filled

HERE = Path(__file__).parent.parent
RICH = Recap.model_validate_json((HERE / "writing" / "made" / "rich.json").read_bytes())
FORMATS = ["md", "docx", "html", "json"]
URL = "https://example.org/a_(b)?c=d&copy;=*e*|f#g"

Made = Mapping[str, Recap | Series]
New = str | Callable[[re.Match[str]], str]


def unplaced(recap: Recap) -> Recap:
    """The recap without the places of its evidence, as in an edition without names."""

    def without(value: Any) -> Any:
        if isinstance(value, list):
            return [without(part) for part in value]
        if isinstance(value, dict):
            placed = {"placed": False} if "char_start" in value else {}
            return {key: without(part) for key, part in value.items()} | placed
        return value

    return Recap.model_validate_json(json.dumps(without(recap.model_dump(mode="json"))))


def series() -> Series:
    step = RICH.next_steps[0]
    evidence = (step.evidence[0].model_copy(update={"source": "march, turn 2.vtt"}), step.evidence[0])
    items = (ThreadItem(recap=0, id=step.id), ThreadItem(recap=1, id=step.id))
    thread = Thread(kind="next_step", title="Send the list", state="done", items=items, evidence=evidence)
    return Series(recaps=(RICH, RICH.model_copy(update={"title": "Call in March"})), threads=(thread,))


@pytest.fixture(scope="module")
def made() -> Made:
    """Recaps of all that there is to read here, and some that no transcript gives."""
    found: dict[str, Recap | Series] = {path.name: held(path).recap for path in (*SAMPLES, *MEETINGS)}
    later = {"empty": Recap(title="Quiet call"), "foreign": Recap(title="Anruf", language="de"), "rich": RICH}
    return {**found, **later, "unplaced": unplaced(RICH), "series": series(), "no recaps": Series(recaps=())}


def read(recap: Recap | Series, format: str, layout: Layout = USUAL) -> Sheet:
    return sheets.parse(render(recap, format, layout), f"page.{format}")


def expected(recap: Recap | Series, format: str, layout: Layout = USUAL) -> tuple[Block, ...]:
    """The blocks of the page, as far as the format can hold them: all but Markdown hold everything."""
    blocks = outline(recap, layout).blocks
    return tuple(map(normal, blocks)) if format == "md" else blocks


def normal(block: Block) -> Block:
    """A block without what Markdown does not say: whose a title is, how wide a column is, what a long quote was."""
    match block:
        case Title(text, group):
            return Title(f"{group}: {text}" if group else text)
        case Paragraph():
            return replace(block, said=shown(block.said))
        case Facts(facts):
            return Facts(tuple(replace(fact, values=tuple(map(bracketless, fact.values))) for fact in facts))
        case Bullets(items):
            return Bullets(tuple(bracketless(replace(item, said=shown(item.said))) for item in items))
        case Table(columns=columns, rows=rows):
            columns = tuple(replace(column, width=0) for column in columns)
            held = (tuple(replace(cell, said=kept(cell.said)) for cell in row) for row in rows)
            return replace(block, columns=columns, rows=tuple(held))
        case _:
            return block


def bracketless(part: Any) -> Any:
    """With the brackets of its address encoded, which would end a link of Markdown."""
    return replace(part, url=part.url and part.url.replace("(", "%28").replace(")", "%29"))


def kept(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """With the quotes that Markdown leaves out empty: those of over 240 characters, unless they have no turn."""
    return tuple(
        replace(one, quote="") if len(one.quote) > 240 and one.reference != one.speaker else one for one in said
    )


def shown(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """The same where quotes stand below their line: of references that are all the same, the first have the quotes."""
    left = [one for one in kept(said) if one.quote]
    found = []
    for one in said:
        quote = next((other for other in left if other.reference == one.reference), replace(one, quote=""))
        left = [other for other in left if other is not quote]
        found.append(quote)
    return tuple(found)


@pytest.mark.parametrize("format", FORMATS)
def test_a_page_comes_back_as_the_blocks_it_was_made_from(made: Made, format: str) -> None:
    assert len(made) >= 50
    pages = {name: read(recap, format) for name, recap in made.items()}
    assert [name for name, recap in made.items() if pages[name].blocks != expected(recap, format)] == []
    assert {page.format for page in pages.values()} == {format}


LAYOUTS = (
    Layout(style="short"),
    Layout(evidence="references"),
    Layout(style="short", evidence="references"),
    Layout(parts=("decisions", "resources", "speakers")),
    Layout(parts=("proposals", "closing"), evidence="references"),
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
@pytest.mark.parametrize("format", ["md", "docx", "html"])
def test_a_page_comes_back_however_it_is_laid_out(made: Made, format: str, layout: Layout) -> None:
    kept = [
        name for name in made if name != "unplaced"
    ]  # without places, its labels are told as names by no short page
    some = {name: made[name] for name in (*kept[::6], "rich", "series", "empty", "foreign", "no recaps")}
    assert [
        name for name, recap in some.items() if read(recap, format, layout).blocks != expected(recap, format, layout)
    ] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_an_edition_with_stand_ins_comes_back_however_it_is_laid_out(layout: Layout) -> None:
    transcript, recap = held(SAMPLES[0])
    hidden = veil(recap, parse_veil(draft(recap, (transcript,)), "veil.toml"))
    for format in ("md", "docx", "html"):
        assert read(hidden, format, layout).blocks == expected(hidden, format, layout)


@pytest.mark.parametrize("format", ["md", "docx", "html"])
@pytest.mark.parametrize(
    ("by", "on"),
    [("Ruth Adeyemi", "3 March 2024"), ("R. Adeyemi (chair)", "3.3.24"), ("", "2024-03-03"), ("x" * 60, "")],
)
def test_a_line_for_approval_is_one_however_it_is_signed(format: str, by: str, on: str) -> None:
    line = f"Approved as a correct record by: {by}….… Date: __{on}__"
    page = sheets.parse(f"## Decisions\n\n{line}\n".encode(), "page.md")
    assert page.blocks[-1] == Approval("Approved as a correct record by:", "Date:")
    if format != "md":
        signed = {"docx": signed_word, "html": signed_web}[format](by, on)
        assert signed.blocks == outline(RICH).blocks


def signed_word(by: str, on: str) -> Sheet:
    return edited_word(
        ("word/document.xml", "(correct record by: )", rf"\g<1>{by}"), ("word/document.xml", "( Date: )", rf"\g<1>{on}")
    )


def signed_web(by: str, on: str) -> Sheet:
    names = iter((by, on))
    return edited_web('class="room">', lambda found: f"{found[0]}{next(names)}")


@pytest.mark.parametrize(
    "line",
    [
        f"Approved as a correct record by: {'x' * 61} Date:",
        "Approved as a correct record: Date:",
        "Approved as a correct record by: Date",
        "Not approved as a correct record by: Date:",
    ],
)
def test_what_says_more_than_a_name_and_a_day_is_no_line_for_approval(line: str) -> None:
    assert isinstance(markdown(f"## Decisions\n\n{line}\n").blocks[-1], Paragraph)


SANE = st.lists(
    st.text(alphabet="abcXYZ019éß*_`#|<>&@~$+=-!?.,:/\\[]'\"—…אבج", min_size=1, max_size=8), min_size=1, max_size=6
).map(" ".join)
"""Words with all that has a meaning in some format, but no brackets and semicolons, which set references apart."""


@settings(max_examples=25, deadline=None)
@given(SANE)
def test_whatever_is_said_comes_back(text: str) -> None:
    for format in FORMATS:
        assert read(filled(text, URL), format).blocks == expected(filled(text, URL), format)


@pytest.mark.parametrize("text", [text for text in NASTY if text])
def test_what_is_nasty_comes_back(text: str) -> None:
    recap = filled(text, URL)
    for format in FORMATS if "; " not in text else ("docx", "html", "json"):  # of Markdown it would part a file's name
        assert read(recap, format).blocks == expected(recap, format)


def test_the_json_is_the_recap() -> None:
    assert read(RICH, "json").recap == RICH
    assert read(series(), "json").recap == series()
    assert read(RICH, "html").recap is None


def test_what_stands_around_the_page() -> None:
    mark = outline(RICH).mark
    assert set(read(RICH, "md").extras) == set()
    assert {
        Extra("the title of the file", f"{RICH.title} – {RICH.group} – Sunday 11 February 2024"),
        Extra("meta generator", "minutes"),
        Extra("contents", "Next steps"),
        Extra("footer", mark),
        Extra("skip link", "Skip to the minutes"),
    } < set(read(RICH, "html").extras)
    assert {
        Extra("the title of the file", RICH.title),
        Extra("subject", str(RICH.group)),
        Extra("creator", "minutes"),
        Extra("header", f"{RICH.group} · {RICH.title}\tSunday 11 February 2024"),
        Extra("footer", f"{mark}\tPage {{PAGE}} of {{NUMPAGES}}"),
        Extra("date of a comment", "2024-02-11T00:00:00Z"),
    } < set(read(RICH, "docx").extras)


# Markdown, as people and their editors leave it


def markdown(text: str) -> Sheet:
    return sheets.parse(text.encode(), "page.md")


LINE = "A text that goes on. *raised by Amal* (Amal, turn 3, 0:01:13; Omar, turn 4)"
SAID = (Said("Amal, turn 3, 0:01:13", "Amal", "Sure."), Said("Omar, turn 4", "Omar", ""))
ITEM = Item("A text that goes on.", "raised by Amal", None, SAID)


@pytest.mark.parametrize(
    "page",
    [
        f"- {LINE}\n  > Amal: “Sure.”",
        f"*   {LINE}\n\n    > Amal, turn 3, 0:01:13: “Sure.”",
        f"+ {LINE.replace('*', '_').replace(' ', chr(10) + '  ', 3)}\n  > Amal:\n  > “Sure.”\n",
        f"- {LINE}\r\n  > Amal: “Sure.”\r\n",
        f"\ufeff- {LINE}\n  > Amal: “Sure.”",
        f"- {LINE.replace(':', '&#58;').replace('turn', '**turn**')}\n  > Amal: “Sure.”",
    ],
)
def test_a_line_of_markdown_is_the_same_however_it_is_laid_out(page: str) -> None:
    assert markdown(page) == Sheet("md", (Bullets((ITEM,)),))


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("# One\n\n# Two", (Title("One"), Heading(1, "Two"))),
        ("Page\n====\n\nPart\n----", (Title("Page"), Heading(2, "Part"))),
        ("### 2. A hall", (Heading(3, "A hall", "2."),)),
        ("### 1.2 Decisions", (Heading(3, "Decisions", "1.2"),)),
        ("## 10 Downing Street", (Heading(2, "10 Downing Street"),)),
        ("> Draft.", (Mark("Draft."),)),
        ("## Part\n\n> A remark.\n>\n> Another.", (Heading(2, "Part"), Paragraph("A remark."), Paragraph("Another."))),
        ("> “So.”\n>\n> — Amal, turn 3", (Quote("So.", "Amal, turn 3"),)),
        ("> “So.”\n>\n> Amal, turn 3", (Paragraph("“So.”"), Paragraph("Amal, turn 3"))),
        ("> “So.”", (Quote("So."),)),
        (
            "It is so. (Amal, turn 3)\n\n> “So.”\n\n> “And so.”",
            (Paragraph("It is so.", (Said("Amal, turn 3", "Amal", "So."),)), Quote("And so.")),
        ),
        (
            "## Part\n\nIt is so. (Amal, turn 3)\n\n> Omar: “So.”",
            (Heading(2, "Part"), Paragraph("It is so.", (Said("Amal, turn 3", "Amal", ""),)), Paragraph("Omar: “So.”")),
        ),
        ("It is so (they say).", (Paragraph("It is so (they say)."),)),
        ("- one\n  - two\n\n    three", (Bullets((Item("one"), Item("two"), Item("three"))),)),
        ("3. one\n4. two", (Bullets((Item("3. one"), Item("4. two"))),)),
        ("- *one*\n- [*two*](http://x)", (Bullets((Item("one"), Item("two", "", "http://x"))),)),
        ("- one *two* ()", (Bullets((Item("one two ()"),)),)),
        ("- one\n  > two", (Bullets((Item("one"), Item("two"))),)),
        ("- *all* of it *matters* here", (Bullets((Item("all of it matters here"),)),)),
        ("a `code` <b>tag</b>\n***\n```py\nx\n```", (Paragraph("a code <b>tag</b>"), Paragraph("py x"))),
        ("<!-- secret -->", (Paragraph("<!-- secret -->"),)),
        ("> > deep", (Mark("deep"),)),
    ],
)
def test_what_else_stands_in_markdown_finds_its_place(page: str, blocks: tuple[Block, ...]) -> None:
    assert markdown(page) == Sheet("md", blocks)


def test_facts_and_items_of_one_list_are_kept_apart() -> None:
    facts, bullets = markdown("- **Date:** Friday\n- **Links:** [a; b](http://x); c; “d; e” (Amal, turn 3)\n- f").blocks
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.facts] == ["Date", "Links"]
    assert facts.facts[1].values == (Value("a; b", "http://x"), Value("c"), Value("“d; e”", None, "Amal, turn 3"))
    assert bullets == Bullets((Item("f"),))


def test_a_cell_of_markdown_holds_a_credit_or_what_was_said() -> None:
    row = "“by Friday” (by noon) | Fri 16 Feb 2024 (“by Friday”) | “a; b” (Amal, turn 3); Omar, turn 4 | see above"
    (table,) = markdown(f"| What | By when | Said | Said |\n|---|---:|---|---|\n| {row} |").blocks
    assert isinstance(table, Table)
    assert [column.figures for column in table.columns] == [False, True, False, False]
    what, due, said, other = table.rows[0]
    assert (what.text, what.credit) == ("“by Friday” (by noon)", "")
    assert (due.text, due.credit) == ("Fri 16 Feb 2024", "“by Friday”")
    assert said.said == (Said("Amal, turn 3", "Amal", "a; b"), Said("Omar, turn 4", "Omar", ""))
    assert (other.text, other.said) == ("see above", ())


@pytest.mark.parametrize(
    ("page", "extra"),
    [
        ("![a face](face.png)", Extra("image", "a face")),
        ("![a face](face.png)", Extra("image", "face.png")),
        ('[a](http://x "secret")', Extra("title of a link", "secret")),
        ("a [link](http://x)", Extra("link", "http://x")),
        ('text\n\n[a]: http://x "secret"', Extra("link definition", "A: http://x secret")),
        ("| a |\n|---|\n| b | secret |", Extra("row of a table", "| b | secret |")),
    ],
)
def test_nothing_vanishes_from_markdown(page: str, extra: Extra) -> None:
    assert extra in markdown(page).extras


# Web pages, as browsers and editors leave them


def web(text: str) -> Sheet:
    return sheets.parse(f"<!DOCTYPE html><html><body>{text}</body></html>".encode(), "page.html")


def edited_web(pattern: str, new: New) -> Sheet:
    """The page of the rich recap with a change wherever the pattern stands."""
    page, times = re.subn(pattern, new, render(RICH, "html").decode())
    assert times
    return sheets.parse(page.encode(), "page.html")


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ("</?tbody>", ""),
        ("\n", "\r\n    "),
        (">([A-Za-z])", r">  \n\1"),
        ("<(p|li|td|h2)", r"<\1 data-id='1' style='color: red'"),
        ("(<p>)(.*?)(</p>)", r"\1<span><font>\2</font></span>\3"),
        ("<main", "<div><main"),
        ("</(li|p|td|tr|dt|dd)>", ""),
        ("<(/?)(bdi)[^>]*>", ""),
        (' (rel|dir|lang|scope|role|tabindex|data-leads)="[^"]*"', ""),
        ("<!DOCTYPE html>", ""),
        ("<details>", "<details open>"),
        ("<(/?)(table|details|ul)", lambda found: found[0].upper()),
    ],
)
def test_a_web_page_is_the_same_however_it_is_saved(pattern: str, new: New) -> None:
    assert edited_web(pattern, new).blocks == outline(RICH).blocks


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("loose <b>text</b> here<p>and</p>more", (Paragraph("loose text here"), Paragraph("and"), Paragraph("more"))),
        ("<p class=group>Us<p>no title", (Paragraph("Us"), Paragraph("no title"))),
        ("<p class=group>Us<h1>Call</h1><h1>Two</h1>", (Title("Call", "Us"), Heading(1, "Two"))),
        ("<section><h2>1. Call<br>on</h2></section>", (Heading(2, "Call on", "1."),)),
        ("<details><summary>Amal, turn 3</summary></details>", (Paragraph("", (Said("Amal, turn 3", "Amal", ""),)),)),
        ("<ol><li>one<ul><li>two</ul></ol>", (Bullets((Item("1. one"), Item("two"))),)),
        (
            "<dl><dt>A<dd>x</dd><dd>y<dt>B</dl>",
            (Facts((Fact("A", (Value("x"),)), Fact("", (Value("y"),)), Fact("B", ()))),),
        ),
        ("<pre>as\n it is</pre><blockquote>set apart</blockquote>", (Paragraph("as it is"), Paragraph("set apart"))),
        ("<table><tr><td>a<td>b<tr><td>c</table>", (Table("", (Column("a", 0), Column("b", 0)), ((Cell("c"),),)),)),
    ],
)
def test_what_else_stands_in_a_web_page_finds_its_place(page: str, blocks: tuple[Block, ...]) -> None:
    assert web(page).blocks == blocks


@pytest.mark.parametrize(
    ("page", "extra"),
    [
        ("<!-- secret -->", Extra("comment", " secret ")),
        ("<p title=secret>", Extra("attribute title", "secret")),
        ("<img alt=secret src=x.png>", Extra("attribute alt", "secret")),
        ("<p class='note secret'>", Extra("attribute class", "note secret")),
        ("<p id=secret>", Extra("attribute id", "secret")),
        ("<a href='http://x' data-leads='http://y'>x</a>", Extra("attribute data-leads", "http://y")),
        ("<p><a href='http://x'>x</a></p>", Extra("link", "http://x")),
        ("<div class=scroll aria-label=secret><table></table></div>", Extra("attribute aria-label", "secret")),
        ("<script>secret</script>", Extra("script", "secret")),
        ("<style>.a::after { content: 'secret' }</style>", Extra("style", ".a::after { content: 'secret' }")),
        ("<meta name=author content=secret>", Extra("meta author", "secret")),
        ("<nav>secret <ul><li>one</ul></nav>", Extra("nav", "secret one")),
        ("<footer>secret</footer>", Extra("footer", "secret")),
        ("<ul>secret<li>one</ul>", Extra("ul", "secret one")),
        ("<dl>secret<dt>one</dl>", Extra("dl", "secret one")),
        ("<figure>secret<blockquote>one</figure>", Extra("figure", "secret one")),
        (
            "<details><summary>A, turn 1</summary><blockquote>“x”</blockquote>secret</details>",
            Extra("details", "A, turn 1 “x” secret"),
        ),
    ],
)
def test_nothing_vanishes_from_a_web_page(page: str, extra: Extra) -> None:
    assert extra in web(page).extras


def test_a_line_that_differs_from_what_it_unfolds_to_is_told() -> None:
    page = edited_web("<summary>Amal, turn 56, 0:45:50; ", "<summary>Amal, turn 55, 0:45:50; ")
    assert page.blocks == outline(RICH).blocks
    assert [extra.place for extra in page.extras if "turn 55" in extra.text] == ["details"]


# Word files, as word processors leave them

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "word/document.xml"
RUN = r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]+)</w:t></w:r>"
TURN = "Kambiz, turn 61, 0:47:20"


def edited_word(*changes: tuple[str, str, New], **parts: str) -> Sheet:
    """The page of the rich recap with changes wherever the patterns stand in its parts, and with some parts more."""
    file = BytesIO()
    with ZipFile(BytesIO(render(RICH, "docx"))) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            source = old.read(name).decode("utf-8", "surrogateescape")  # of a picture too
            for part, pattern, text in changes:
                if part == name:
                    source, times = re.subn(pattern, text, source)
                    assert times
            new.writestr(name, source.encode("utf-8", "surrogateescape"))
        for name, source in parts.items():
            new.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{source}</w:{name}>')
    return sheets.parse(file.getvalue(), "page.docx")


def split(run: re.Match[str]) -> str:
    """A run as Word saves it: in pieces, with the numbers of the sessions in which they were typed."""
    style, text = run[1] or "", run[2]
    first, second = text[: len(text) // 2], text[len(text) // 2 :]
    piece = '<w:r w:rsidRPr="00AB12CD">{}<w:lastRenderedPageBreak/><w:t xml:space="preserve">{}</w:t></w:r>'
    between = '<w:proofErr w:type="spellStart"/><w:r/><w:r><w:t/></w:r>'
    return f"{piece.format(style, first)}{between}{piece.format(style, second)}"


LINK = r'<w:hyperlink r:id="(\w+)">(.*?)</w:hyperlink>'


def field(link: re.Match[str]) -> str:
    """A link as a field, whose address stands in its instruction."""
    targets = {"Job board group": "https://www.linkedin.com/groups/1234567/"}
    text = "".join(re.findall("<w:t>([^<]*)</w:t>", link[2]))
    if text not in targets:
        return link[0]
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{targets[text]}" </w:instrText></w:r>'
    return f"{mark.format('begin')}{told}{mark.format('separate')}{link[2]}{mark.format('end')}"


@pytest.mark.parametrize(
    "changes",
    [
        [(DOCUMENT, RUN, split)],
        [
            (DOCUMENT, r'<w:([pr]Style) w:val="(\w+)"', r'<w:\1 w:val="a\2"'),
            ("word/styles.xml", 'styleId="', 'styleId="a'),
        ],
        [("word/styles.xml", r'(?<=<w:name w:val=")\w+', lambda found: found[0].upper())],
        [(DOCUMENT, r"<w:commentRange\w+ w:id=\"\d+\"/>", "")],
        [(DOCUMENT, "<w:tblCaption [^>]*>", "")],
        [(DOCUMENT, RUN, r'<w:ins w:id="1" w:author="Jo">\g<0></w:ins>')],
        [(DOCUMENT, RUN, r"\g<0><w:del><w:r><w:delText>no </w:delText></w:r></w:del>")],
        [
            (DOCUMENT, "<w:tbl>", "<w:p/><w:sdt><w:sdtPr/><w:sdtContent><w:tbl>"),
            (DOCUMENT, "</w:tbl>", "</w:tbl></w:sdtContent></w:sdt>"),
        ],
        [(DOCUMENT, LINK, field)],
        [(DOCUMENT, "<w:p>(<w:pPr>)", r"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>\g<0>")],
        [(DOCUMENT, r'<w:gridCol w:w="(\d+)"', lambda found: f'<w:gridCol w:w="{int(found[1]) - 1}"')],
    ],
)
def test_a_word_file_is_the_same_however_it_is_saved(changes: list[tuple[str, str, New]]) -> None:
    assert edited_word(*changes).blocks == outline(RICH).blocks


def test_without_comments_the_references_are_still_there() -> None:
    bare = edited_word(
        (DOCUMENT, r"<w:comment\w+ w:id=\"\d+\"/>", ""),
        ("word/comments.xml", "(?s)(<w:comments[^>]*>).*", r"\1</w:comments>"),
    )

    def silent(said: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(replace(one, quote="") for one in said)

    for block, whole in zip(bare.blocks, outline(RICH).blocks, strict=True):
        match whole:
            case Paragraph():
                assert block == replace(whole, said=silent(whole.said))
            case Bullets(items):
                assert block == Bullets(tuple(replace(item, said=silent(item.said)) for item in items))
            case Table(rows=rows):
                assert block == replace(
                    whole, rows=tuple(tuple(replace(cell, said=silent(cell.said)) for cell in row) for row in rows)
                )
            case _:
                assert block == whole


def run(text: str, *properties: str) -> str:
    return f"<w:r><w:rPr>{''.join(properties)}</w:rPr><w:t>{text}</w:t></w:r>"


def in_paragraph(inside: str) -> tuple[str, str, New]:
    return DOCUMENT, "(?=<w:sectPr)", lambda _: f"<w:p>{inside}</w:p>"


@pytest.mark.parametrize(
    ("inside", "text", "extra"),
    [
        (run("one") + f"<w:del>{run('secret')}</w:del>", "one", Extra("deleted text", "secret")),
        (f'<w:moveTo w:author="Jo">{run("one")}</w:moveTo>', "one", Extra("attribute moveTo", "Jo")),
        (run("one") + run("secret", "<w:vanish/>"), "one", Extra("hidden text", "secret")),
        (run("one", '<w:vanish w:val="0"/>'), "one", None),
        (
            f"<w:r><w:pict><w:txbxContent><w:p>{run('secret')}</w:p></w:txbxContent></w:pict></w:r>{run('one')}",
            "one",
            Extra("text box", "secret"),
        ),
        (f'<w:fldSimple w:instr="AUTHOR">{run("one")}</w:fldSimple>', "one", Extra("field", "AUTHOR")),
        (f"<w:r><w:instrText>secret</w:instrText></w:r>{run('one')}", "one", Extra("field", "secret")),
        (f'<w:fldSimple w:instr="PAGE">{run("12")}</w:fldSimple>', "{PAGE}", None),
        (f'<w:fldSimple w:instr="PAGE">{run("one")}</w:fldSimple>', "one", None),
        (
            f'<w:fldSimple w:instr=\'HYPERLINK "http://x" \\l "y"\'>{run("one")}</w:fldSimple>',
            "one",
            Extra("link", "http://x#y"),
        ),
        (
            f'<w:hyperlink w:anchor="y" w:tooltip="secret">{run("one")}</w:hyperlink>',
            "one",
            Extra("attribute hyperlink", "secret"),
        ),
        (f'<w:bookmarkStart w:name="secret"/>{run("one")}', "one", Extra("attribute bookmarkStart", "secret")),
        (
            run("a") + "<w:r><w:noBreakHyphen/><w:tab/><w:sym w:char='0062'/><w:sym w:char='x'/></w:r>",
            "a- b\ufffd",
            None,
        ),
        (f"<!-- secret -->{run('one')}", "one", Extra("comment in the file", " secret ")),
    ],
)
def test_nothing_vanishes_from_a_paragraph_of_word(inside: str, text: str, extra: Extra | None) -> None:
    page = edited_word(in_paragraph(inside))
    assert page.blocks == (*outline(RICH).blocks, Paragraph(text))
    assert set(page.extras) - set(read(RICH, "docx").extras) - {Extra("link", "#y")} == ({extra} if extra else set())


@pytest.mark.parametrize(
    ("change", "extra"),
    [
        (("docProps/core.xml", "minutes(?=</cp:last)", "Jo"), Extra("last modified by", "Jo")),
        ((DOCUMENT, r"(?=<w:document)", "<!-- secret -->"), Extra("comment in the file", " secret ")),
        (("docProps/app.xml", "(?=<Application)", "<Company>secret</Company>"), Extra("company", "secret")),
        (
            ("word/header1.xml", "Northbank", "secret"),
            Extra("header", f"secret Alliance · {RICH.title}\tSunday 11 February 2024"),
        ),
        (("word/comments.xml", 'initials="K"', 'initials="secret"'), Extra("initials of a comment", "secret")),
        (("word/comments.xml", "2024-02-11T", "2026-01-01T"), Extra("date of a comment", "2026-01-01T00:00:00Z")),
        (
            (
                "word/comments.xml",
                "(?=</w:comments>)",
                f'<w:comment w:id="99" w:author="Jo"><w:p>{run("secret")}</w:p></w:comment>',
            ),
            Extra("comment", "Jo: secret"),
        ),
        (
            (
                "word/_rels/document.xml.rels",
                "(?=</Relationships>)",
                '<Relationship Id="x" Type="y" Target="http://secret" TargetMode="External"/>',
            ),
            Extra("link", "http://secret"),
        ),
        (
            ("word/settings.xml", "(?=</w:settings>)", '<w:docVars><w:docVar w:name="a" w:val="secret"/></w:docVars>'),
            Extra("attribute docVar", "secret"),
        ),
    ],
)
def test_nothing_vanishes_from_the_parts_of_word(change: tuple[str, str, str], extra: Extra) -> None:
    page = edited_word(change)
    assert page.blocks == outline(RICH).blocks
    assert extra in page.extras


def test_parts_that_only_others_write_are_told() -> None:
    page = edited_word(
        footnotes=f"<w:footnote><w:p>{run('secret')}</w:p></w:footnote>", people='<w:person w:author="Jo"/>'
    )
    assert page.blocks == outline(RICH).blocks
    assert {Extra("footnote", "secret"), Extra("part word/people.xml", "Jo")} < set(page.extras)


def test_an_address_beside_a_link_that_leads_elsewhere_is_kept() -> None:
    page = edited_word((DOCUMENT, "(?<= )https://docs.example.org/", "https://evil.example.org/"))
    texts = [item.text for block in page.blocks if isinstance(block, Bullets) for item in block.items]
    assert len([text for text in texts if text.startswith("Sheet of writers https://evil.example.org/")]) == 1


def test_a_comment_of_a_reader_is_no_evidence() -> None:
    note = f'<w:comment w:id="99" w:author="Jo" w:initials="J"><w:p>{run("Is it?")}</w:p></w:comment>'
    page = edited_word(
        ("word/comments.xml", "(?=</w:comments>)", note),
        (
            DOCUMENT,
            "<w:r><w:t>Send the press list to Salman.</w:t></w:r>",
            r'<w:commentRangeStart w:id="99"/>\g<0><w:commentRangeEnd w:id="99"/><w:commentReference w:id="99"/>',
        ),
    )
    assert page.blocks == outline(RICH).blocks
    assert Extra("comment", "Jo: Is it?") in page.extras


def test_a_reference_that_was_changed_keeps_its_comment_and_a_comment_its_author() -> None:
    page = edited_word(
        (DOCUMENT, TURN, TURN.replace("61", "60")), ("word/comments.xml", 'author="Salman"', 'author="Jo"')
    )
    said = [
        one
        for block in page.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for one in cell.said
    ]
    assert said[0] == Said(TURN.replace("61", "60"), "Kambiz", RICH.next_steps[0].evidence[0].quote)
    assert "Jo" in {one.speaker for one in said}


@pytest.mark.system
def test_libreoffice_changes_no_block(made: Made, tmp_path: Path) -> None:
    names = ["rich", "unplaced", "series", "2024-02-11-alliance-call.vtt"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(render(made[name], "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [tmp_path / f"{name}.docx" for name in names]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "again", *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert [
        name for name in names if sheets.load(tmp_path / "again" / f"{name}.docx").blocks != outline(made[name]).blocks
    ] == []


# Files that are no page, and references


@pytest.mark.parametrize(
    ("data", "name", "kind", "told"),
    [
        (b"", "page.md", BrokenFile, "page.md: empty; write the page again"),
        (b"a\nb\xff", "page.md", BrokenFile, "page.md, line 2: not UTF-8 text; save it as UTF-8"),
        (b"a\0", "page.html", BrokenFile, "page.html: not a text; save it as UTF-8"),
        (
            b"\x89PNG\r\n\x1a\n\0",
            "page.png",
            UnknownFormat,
            "page.png: no page that is known here; give one of md, docx, html, json",
        ),
        (b"%PDF-1.7 text", "page", UnknownFormat, "page: no page that is known here; give one of md, docx, html, json"),
        (
            b"{}",
            "page.json",
            UnknownFormat,
            "page.json: JSON, but neither a recap nor a series; give the JSON that was written as minutes",
        ),
        (
            b'{"schema": "minutes/transcript/1", "turns": []}',
            "x",
            UnknownFormat,
            "x: JSON, but neither a recap nor a series; give the JSON that was written as minutes",
        ),
        (
            b'{"schema": "minutes/recap/1",\n "title": }',
            "page.json",
            BrokenFile,
            "page.json, line 2, column 11: not valid JSON: expecting value; write it again from the recap",
        ),
        (
            b'{"schema": "minutes/recap/1", "title": "a", "title": "b"}',
            "page.json",
            BrokenFile,
            "page.json, field title: a field that stands there twice; keep the right one",
        ),
        (
            b'{"schema": "minutes/recap/1", "title": "a", "advice": [{}]}',
            "page.json",
            BrokenFile,
            "page.json, field advice.0.id: field required; write it again from the recap",
        ),
        (
            b'{"schema": ' + b"[" * 100_000,
            "page.json",
            BrokenFile,
            "page.json: JSON that no recap needs: too deep, or a number too long; write it again from the recap",
        ),
        (
            b"<html>" + b"<div>" * 300,
            "page.html",
            BrokenFile,
            "page.html, line 1: cannot be read to its end; write the page again",
        ),
        (
            b"> " * 300 + b"deep",
            "page.md",
            BrokenFile,
            "page.md: quotations or lists nested too deeply; write the page again",
        ),
        (b"*a " * 5000 + b"a" + b"*" * 5000, "page.md", BrokenFile, "page.md: nested too deeply; write the page again"),
        (
            b"PK\x03\x04",
            "page.docx",
            BrokenFile,
            "page.docx: a damaged or locked Word file; save it again in a word processor",
        ),
    ],
)
def test_what_is_no_page_is_refused_in_a_line(data: bytes, name: str, kind: type[MinutesError], told: str) -> None:
    with pytest.raises(kind) as raised:
        sheets.parse(data, name)
    assert str(raised.value) == told


def zipped(**parts: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, source in parts.items():
            archive.writestr(f"word/{name}.xml", source)
    return file.getvalue()


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"other": "<a/>"}, "x: an archive that holds no Word document; save the page as .docx"),
        ({"document": "<a>\n<b></a>"}, "x, word/document.xml, line 2: damaged; save it again in a word processor"),
        ({"document": "<a/>"}, "x, word/document.xml: a document without a body; save it again in a word processor"),
        (
            {"document": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
            "x, word/document.xml: has a document type, as no word processor writes; save it again in a word processor",
        ),
    ],
)
def test_a_damaged_word_file_is_refused_by_its_part(parts: dict[str, str], told: str) -> None:
    with pytest.raises(MinutesError) as raised:
        sheets.parse(zipped(**parts), "x")
    assert str(raised.value) == told


def test_what_a_file_begins_with_tells_its_format_before_its_name_does() -> None:
    for format in FORMATS:
        assert sheets.parse(render(RICH, format), "page.txt").format == format
    assert sheets.parse(b"<p>Only a piece</p>", "page.html").format == "html"
    assert sheets.parse(b"<p>Only a piece</p>", "page.md").format == "md"


def test_a_page_is_loaded_from_its_file(tmp_path: Path) -> None:
    for format in FORMATS:
        (tmp_path / f"page.{format}").write_bytes(render(RICH, format))
        assert sheets.load(tmp_path / f"page.{format}") == read(RICH, format)
    for path, told in (
        (tmp_path / "none.md", "none.md: no such file; check the path"),
        (tmp_path, "a folder, not a file"),
    ):
        with pytest.raises(NotFound, match=told):
            sheets.load(path)
    with pytest.raises(NotFound, match="no file can have this name"):
        sheets.load("a\0b")


PAGES = [render(RICH, format) for format in FORMATS]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A page with a stretch of it replaced, or anything at all."""
    page = draw(st.sampled_from(PAGES))
    first = draw(st.integers(0, len(page)))
    new = draw(
        st.binary(max_size=20) | st.sampled_from([b"<", b"](", b"\n> ", b"\n- ", b"</w:p>", b"{", b"|", b"**", b"&#0;"])
    )
    return page[:first] + new + page[first + draw(st.integers(0, 50)) :]


@settings(max_examples=100, deadline=None)
@given(
    damaged() | st.binary() | st.text().map(str.encode), st.sampled_from(["x", *(f"x.{format}" for format in FORMATS)])
)
def test_any_bytes_are_a_page_or_are_refused(data: bytes, name: str) -> None:
    with suppress(MinutesError):
        assert isinstance(sheets.parse(data, name), Sheet)


@settings(max_examples=50, deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from(
        ["<w:p/>", "</w:r>", "<w:tbl/>", '<w:fldChar w:fldCharType="begin"/>', "<w:del>x</w:del>", "<w:tab/>"]
    ),
)
def test_any_document_is_a_page_or_is_refused(at: int, new: str) -> None:
    with ZipFile(BytesIO(PAGES[FORMATS.index("docx")])) as file:
        source = file.read(DOCUMENT).decode()
    tags = [found.start() for found in re.finditer("<w:", source)]
    cut = tags[at % len(tags)]
    with suppress(BrokenFile):
        assert isinstance(edited_word((DOCUMENT, "(?s).+", lambda _: source[:cut] + new + source[cut:])), Sheet)


EN = words("en")


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("Ruth Adeyemi, turn 65, 0:09:52", Place("Ruth Adeyemi", 65, "0:09:52", None)),
        ("Ruth, turn 65", Place("Ruth", 65, None, None)),
        ("Ruth, turn 65, 10:00:52, march, turn 2.vtt", Place("Ruth", 65, "10:00:52", "march, turn 2.vtt")),
        ("Ruth, turn 65, march.vtt", Place("Ruth", 65, None, "march.vtt")),
        ("Hall, Room 4, turn 1, turn 65", Place("Hall, Room 4, turn 1", 65, None, None)),
        ("Person A", Place("Person A", None, None, None)),
        ("Ruth, turn 0", Place("Ruth, turn 0", None, None, None)),
        ("", None),
    ],
)
def test_a_reference_is_read_from_its_right_end(reference: str, found: Place | None) -> None:
    assert place(reference, EN) == found


@pytest.mark.parametrize(
    ("text", "before", "references"),
    [
        ("So. (A, turn 1; B, turn 2, 0:00:09)", "So.", ("A, turn 1", "B, turn 2, 0:00:09")),
        ("So (it is). (Al (he), turn 1)", "So (it is).", ("Al (he), turn 1",)),
        ("So. (Al :), turn 1)", "So.", ("Al :), turn 1",)),
        ("So. (Al; Bo, turn 1)", "So.", ("Al; Bo, turn 1",)),
        ("(A, turn 1)", "", ("A, turn 1",)),
        ("So. (Person A)", "So.", ("Person A",)),
        ("So. (Person B)", "So. (Person B)", ()),
        ("So (A, turn 1).", "So (A, turn 1).", ()),
        ("So. (A, turn 1; so)", "So. (A, turn 1; so)", ()),
    ],
)
def test_references_are_taken_off_the_end_of_a_text(text: str, before: str, references: tuple[str, ...]) -> None:
    assert cited(text, frozenset({"Person A"})) == (before, references)
