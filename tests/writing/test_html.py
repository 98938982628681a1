"""HTML: one file, all of it ours but the words, and every word a text."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings

from minutes.model import Recap, Series
from minutes.writing import render
from minutes.writing.markup import Markup, joined, tag
from minutes.writing.plain import link, plain
from writing.filled import TEXTS, URLS, filled

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "h1", "h2", "h3", "h4"),
    *("p", "a", "bdi", "span", "div", "ul", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead"),
    *("tbody", "tr", "th", "td", "details", "summary", "figure", "blockquote", "figcaption"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "dir", "tabindex", "role"),
    *("scope", "width", "aria-label", "aria-labelledby", "data-leads"),
}
VOID = ("meta", "col")


class Seen(HTMLParser):
    """What a browser would find: tags, attributes, addresses, text, and whether all that opens is closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.policy = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.policy += dict(attrs).get("content") or "" if ("http-equiv", "Content-Security-Policy") in attrs else ""
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


@settings(max_examples=50, deadline=None)
@given(TEXTS, URLS)
def test_nothing_said_becomes_markup(text: str, url: str) -> None:
    seen = Seen(render(filled(text, url), "html"))
    assert seen.open == []
    assert set(seen.tags) <= TAGS
    assert seen.attributes <= ATTRIBUTES
    led = [target for target in seen.links if not target.startswith("#")]
    assert led == ([link(url)] * 2 if link(url) else [])
    assert "".join(seen.text).count(plain(text)) >= 25


def test_every_anchor_has_its_target_and_no_name_is_given_twice(series: Series) -> None:
    seen = Seen(render(series, "html"))
    anchors = {target[1:] for target in seen.links if target.startswith("#")}
    assert anchors == {"minutes"} | {name for name in seen.ids if name.startswith("part-")} & anchors
    assert len(anchors) == 6  # the main part, what changed, the steps by owner, the links, two meetings
    assert len(seen.ids) == len(set(seen.ids))


def test_headings_leave_no_gap(rich: Recap, series: Series) -> None:
    for made in (rich, series):
        levels = [int(name[1]) for name in Seen(render(made, "html")).tags if name in ("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_asks_for_nothing_beyond_itself(rich: Recap) -> None:
    page = render(rich, "html").decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert Seen(page.encode()).policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert " src=" not in page
    assert "url(" not in page
    assert "@import" not in page


def test_each_finding_but_a_link_unfolds_to_its_words(rich: Recap) -> None:
    page = render(rich, "html").decode()
    findings = (
        *(rich.proposals + rich.challenges + rich.advice),
        *(rich.decisions + rich.next_steps + rich.questions),
    )
    to_settle = sum(step.ownership in ("nobody", "to settle") for step in rich.next_steps)
    assert to_settle == 2
    assert page.count("<details>") == len(findings) + to_settle
    assert "<summary>Kambiz, turn 61, 0:47:20</summary>" in page


def test_names_from_right_to_left_are_kept_apart(rich: Recap) -> None:
    assert '<bdi dir="rtl">أمل حداد</bdi>' in render(rich, "html").decode()


def test_a_quote_from_right_to_left_is_turned(rich: Recap) -> None:
    assert '<p dir="rtl">“<bdi dir="rtl">سأجهز أنا' in render(rich, "html").decode()


def test_only_markup_is_markup() -> None:
    assert joined("<b>", Markup("<i></i>")) == "&lt;b&gt;<i></i>"
    assert tag("a", "x", href='"&', rel=None, class_="y") == '<a href="&quot;&amp;" class="y">x</a>'
