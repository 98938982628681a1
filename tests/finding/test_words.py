"""Words as data: every cue proves itself, the gate overlooks nothing, and a mistake in a file is told by its place."""

import re
from pathlib import Path

import pytest

from commands import run
from minutes.errors import MinutesError
from minutes.finding import recap
from minutes.finding.cues import standard_gate
from minutes.finding.phrases import Lists, Spaced, keys
from minutes.finding.proving import Failure, prove
from minutes.finding.rules import Rulebook, load, parse, standard
from minutes.finding.sentences import Sentence, sentences
from minutes.model import Transcript, Turn

OURS = """\
[lists]
paper = ["visa*", "permit", "residence permit"]

[[cue]]
id = "challenge.papers"
act = "problem"
weight = 4
say = ["{paper} (was|were) refused", "without [a] {paper}"]
unless = ["nobody is"]
hits = ["My visa was refused.", "Three of us are without permits, and two without a residence permit."]
misses = ["The visa came today.", "Nobody is without a visa."]
"""


def said(*texts: str) -> tuple[Sentence, ...]:
    return sentences(Transcript(turns=tuple(Turn(text=text) for text in texts)))


# --- the words that come with the library


def test_every_cue_finds_its_hits_and_leaves_its_misses() -> None:
    assert prove(standard()) == []


def test_every_cue_has_an_id_of_its_own() -> None:
    folder = Path(__file__).parents[2] / "src" / "minutes" / "finding" / "words" / "en"
    ids = [cue.id for file in folder.glob("*.toml") for cue in parse(file.read_text("utf-8"), file.name).cue]
    assert len(ids) == len(set(ids)) > 40


def test_the_gate_overlooks_nothing_that_a_search_with_every_phrase_finds() -> None:
    book, gate = standard(), standard_gate()
    known = Lists(book.lists)
    patterns = {
        cue.id: tuple([known.phrase(text) for text in texts] for texts in (cue.say, cue.unless)) for cue in book.cue
    }
    for sentence in said(*(text for cue in book.cue for text in cue.hits)):
        fired = {
            id
            for id, (say, unless) in patterns.items()
            if any(one.search(Spaced(sentence.lower)) for one in say)
            and not any(one.search(Spaced(sentence.lower)) for one in unless)
        }
        assert {hit.cue.id for hit in gate.spot(sentence)} == fired


def test_a_hit_tells_where_its_words_stand() -> None:
    (sentence,) = said("Well, um, my idea is a stall.")
    (hit,) = [hit for hit in standard_gate().spot(sentence) if hit.cue.id == "proposal.idea"]
    assert sentence.text[hit.start : hit.end].startswith("my idea is")


# --- the language of phrases

PHRASES = [
    ("stall", "The stall is up.", "stall"),
    ("stall", "Two stalls.", None),
    ("stall*", "Two stalls.", "stalls"),
    ("stall", "The farm-stall is up.", None),
    ("don't go", "Don’t go.", "Don't go"),
    ("my idea", "My, idea", "My, idea"),
    ("(market|shop) stall", "a shop stall", "shop stall"),
    ("(market|shop) stall", "a stall", None),
    ("(market|every [second] week)", "every week", "every week"),
    ("a [very] good plan", "A good plan.", "A good plan"),
    ("a [very] good plan", "a very good plan", "a very good plan"),
    ("a [very] good plan", "a really good plan", None),
    ("who ... stall", "who takes care of the stall", "who takes care of the stall"),
    ("who ... stall", "who will take good care of the stall", None),
    ("^ agreed", "So, well: agreed.", "So, well: agreed"),
    ("^ agreed", "We agreed.", None),
    ("agreed $", "That's agreed.", "agreed"),
    ("agreed $", "Agreed, or not?", None),
    ("ACTION :", "action: send it", "action:"),
    ("ACTION :", "Action is needed", None),
    ("#action", "#action Omar", "#action"),
    ("{day} is fine", "Every second Monday is fine", "second Monday is fine"),
]


@pytest.mark.parametrize(("words", "text", "found"), PHRASES)
def test_a_phrase_finds(words: str, text: str, found: str | None) -> None:
    (sentence,) = said(text)
    made = Lists({"day": ("monday", "second monday")}).phrase(words)
    match = made.search(Spaced(sentence.lower)) if made.possible(keys(sentence.words)) else None
    assert (match and sentence.text[slice(*match)]) == found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("(a|b", "a bracket without its partner in '(a|b'; close every bracket"),
        ("a [b", "a bracket without its partner in 'a [b'; close every bracket"),
        ("a) b", "')' without its partner in 'a) b'; close every bracket"),
        ("a | b", "'|' without its partner in 'a | b'; close every bracket"),
        ("the {plan}", "no list 'plan' for 'the {plan}'; use one of: day, round"),
        ("{round}", "no list 'round' for '{round}'; use one of: day"),
        ("{Our-Plan}", "'{our-plan}' is no phrase; write words, and a list's name as {thing}"),
        ("", "'' is no phrase; write words, and a list's name as {thing}"),
    ],
)
def test_a_phrase_with_a_mistake_is_refused(words: str, told: str) -> None:
    with pytest.raises(MinutesError) as caught:
        Lists({"day": ("monday",), "round": ("every {round}",)}).phrase(words)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    "text", ["- " * 20_000, "-" * 20_000, "who " * 10_000, "so, " * 10_000, "I'll not " * 5_000, "a-b'c" * 8_000]
)
def test_no_text_keeps_the_gate_busy_for_long(text: str) -> None:
    for sentence in said(f"If we {text} then the stall"):
        standard_gate().spot(sentence)


# --- a file of one's own


def cue(**fields: str) -> str:
    """A cue as TOML, with some of its fields changed or, where empty, left out."""
    usual = {"id": '"a.b"', "act": '"problem"', "say": '["x"]', "hits": '["x"]', "misses": '["y"]'}
    return "[[cue]]\n" + "".join(f"{name} = {value}\n" for name, value in {**usual, **fields}.items() if value)


MISTAKES = [
    ("[[cue]", "ours.toml, line 1: Expected ']]' at the end of an array declaration; mend it"),
    ('a = "', "ours.toml, end of document: Unterminated string; mend it"),
    (cue(id=""), "ours.toml, cue 1, id: is missing; see docs/rules.md"),
    (cue() + cue(hits=""), "ours.toml, cue 2, hits: is missing; see docs/rules.md"),
    (
        cue(id='"Visa"'),
        'ours.toml, cue 1, id: must be like "challenge.visa": small letters, with a dot; see docs/rules.md',
    ),
    (cue(say='"x"'), 'ours.toml, cue 1, say: must be a list: ["one", "two"]; see docs/rules.md'),
    (cue(say='["x", 3]'), "ours.toml, cue 1, say 2: must be text in quotation marks; see docs/rules.md"),
    (cue(misses="[]"), "ours.toml, cue 1, misses: must hold at least one; see docs/rules.md"),
    (cue(weight='"much"'), "ours.toml, cue 1, weight: must be a number; see docs/rules.md"),
    (cue(wieght="2"), "ours.toml, cue 1, wieght: is no field of a cue; see docs/rules.md"),
    (cue(say='["(x"]'), "ours.toml, cue 1, say: a bracket without its partner in '(x'; close every bracket"),
    (cue(unless='["x)"]'), "ours.toml, cue 1, unless: ')' without its partner in 'x)'; close every bracket"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_in_one_line_by_its_place(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "ours.toml").write_text(text, "utf-8")
    with pytest.raises(MinutesError) as caught:
        load(tmp_path / "ours.toml")
    assert str(caught.value) == told


def test_an_act_that_nobody_reads_and_a_list_that_is_not_there_are_told_with_those_that_are(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    for text, told in [
        (cue(act='"problme"'), r"cue 1, act: nothing is known that does 'problme'; use one of: .*\bproblem\b"),
        (cue(say='["{plases}"]'), r"cue 1, say: no list 'plases' for '{plases}'; use one of: .*\bplace\b"),
    ]:
        file.write_text(text, "utf-8")
        with pytest.raises(MinutesError, match=told):
            load(file)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_bytes(b"\xff\xfe\x00")
    for path, told in [
        (tmp_path / "ours.toml", "ours.toml: not UTF-8 text; save it as UTF-8"),
        (tmp_path / "gone.toml", "gone.toml: no such file or directory; name a file of rules"),
    ]:
        with pytest.raises(MinutesError) as caught:
            load(path)
        assert str(caught.value) == told


def test_our_own_words_hold_where_two_books_share_an_id_or_a_list() -> None:
    one = parse('[lists]\nday = ["monday"]\n' + cue(), "one.toml")
    other = parse('[lists]\nday = ["friday"]\n' + cue(say='["z"]') + cue(id='"a.c"'), "other.toml")
    both = one.plus(other)
    assert (both.lists, [(cue.id, cue.say) for cue in both.cue]) == (
        {"day": ("friday",)},
        [("a.b", ("z",)), ("a.c", ("x",))],
    )


def test_failing_examples_are_named() -> None:
    book = parse(
        cue(say='["stall"]', hits='["The stall.", "The tent."]', misses='["No stall.", "No tent."]'), "ours.toml"
    )
    assert prove(book) == [Failure(1, "a.b", "hits", "The tent."), Failure(1, "a.b", "misses", "No stall.")]
    assert prove(Rulebook(), book) == []


# --- on the command line


def test_words_lists_the_cues() -> None:
    done = run("words")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [line[:2] for line in lines] == [[cue.id, cue.act] for cue in standard().cue]


def test_words_checks_a_file(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OURS, "utf-8")
    done = run("words", "--check", file)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "ours.toml: 1 cue, 4 sentences, all as they should be\n",
        "",
    )


def test_words_names_what_fails(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OURS.replace("nobody is", "nobody was").replace("The visa came", "Without a visa"), "utf-8")
    done = run("words", "--check", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "minutes: error: ours.toml, cue 1 (challenge.papers), misses: found, and should be left: "
        f'“{text}”; add to "unless", or mend the sentence'
        for text in ("Without a visa today.", "Nobody is without a visa.")
    ]


def test_a_users_words_find_what_ours_leave(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS, "utf-8")
    call = tmp_path / "call.txt"
    call.write_text("Amal: My residence permit was refused on Monday, as I told you.\nLena: I see.\n", "utf-8")
    plain, ours = run("explain", call), run("explain", call, "--words", tmp_path / "ours.toml")
    assert "challenge.papers" not in plain.stdout
    assert "rule   challenge.papers" in ours.stdout
    assert "residence permit was refused" in run("recap", call, "--words", tmp_path / "ours.toml").stdout
    run("batch", tmp_path, "-o", tmp_path / "out", "--format", "md", "--words", tmp_path / "ours.toml")
    assert "residence permit was refused" in (tmp_path / "out" / "call.md").read_text("utf-8")


@pytest.mark.parametrize("command", ["recap", "explain"])
def test_a_mistake_in_a_users_words_is_refused(tmp_path: Path, command: str) -> None:
    (tmp_path / "ours.toml").write_text(cue(say="3"), "utf-8")
    (tmp_path / "call.txt").write_text("Amal: Hello.\nLena: Hello.\n", "utf-8")
    done = run(command, tmp_path / "call.txt", "--words", tmp_path / "ours.toml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == 'minutes: error: ours.toml, cue 1, say: must be a list: ["one", "two"]; see docs/rules.md\n'


# --- the page for people who don't program

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


def block(language: str) -> str:
    """The first fenced block of the page in this language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_the_example_of_the_page_is_sound_and_finds_what_the_page_says(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(block("toml"), "utf-8")
    book = load(file)
    assert prove(book, standard()) == []
    turns = (line.partition(": ") for line in block("text").splitlines())
    call = Transcript(turns=tuple(Turn(speaker=name, text=text) for name, _, text in turns))
    found = recap(call, words=standard().plus(book))
    assert [item.rule for item in (*found.challenges, *found.next_steps, *found.decisions)] == [
        "challenge.papers",
        "next-step.call",
        "decision.stamped",
    ]
    assert [step.owners for step in found.next_steps] == [("Omar",)]
    plain = recap(call)
    assert (plain.challenges, plain.next_steps, plain.decisions) == ((), (), ())


def test_the_page_names_acts_that_there_are() -> None:
    table = PAGE[PAGE.index("| `act` | said") : PAGE.index("One sentence seldom")]
    named = set(re.findall(r"`([a-z-]+)`", table)) - {"act"}
    assert named <= {cue.act for cue in standard().cue}
