"""What becomes of words on their way into an element: nothing of a person's is markdown."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.model.phrase import Message, Phrase
from planner.words import formed, joined, say, say_many
from tests.ui.conftest import read
from tests.ui.nasty import NASTY
from ui.parts.markdown import (
    as_typed,
    bold,
    bullets,
    lines,
    marked,
    numbered,
    paragraphs,
    small,
    table,
    with_icon,
)
from ui.state.language import ENVIRONMENT

APART = re.compile(r":color\[((?:&#\d+;)+)\]")
ENTITY = re.compile(r"&#\d+;")
BEGINS_MARKUP = re.compile(r"[\\`*_\[\]<#$~|&{}\r\n\t]|^[-+=>.)\s]|^\d+[.)](?:\s|$)")
READ_AGAIN = re.compile(  # what the front end looks for in each text, once it is read
    r"https?://|www\.|\w@\w|:[\w+-]+:|:material|[<>~=-][<>~=-]", re.IGNORECASE
)
letters = st.characters(exclude_categories=["Cs"])
typed = st.text(letters) | st.text("*_`[](){}<>#$~|&:;.@-=+\\!w1 a\n")


@pytest.mark.parametrize("words", NASTY)
def test_what_was_typed_is_read_as_it_was_typed(words):
    assert read(as_typed(words)) == words


@given(typed)
@example("http://evil.test")
@example("www.evil.test")
@example(":material/home:")
def test_nothing_that_was_typed_begins_markup_or_is_read_again(words):
    escaped = as_typed(words)
    assert read(escaped) == (words if words.strip() else words[:1] and " ")
    assert not BEGINS_MARKUP.search(ENTITY.sub("x", APART.sub("x", escaped)).strip())
    texts = map(unescape, APART.split(escaped))  # a letter that is kept apart is a text of its own
    assert not [text for text in texts if READ_AGAIN.search(text)]


@given(typed)
def test_a_fill_is_words_wherever_it_stands(words):
    alone = as_typed(words)
    assert marked(say("{a}", a=words)) == alone
    assert marked(say("**{a}** b", a=words)) == f"**{alone}** b"
    assert marked(joined("x", say("**{a}**", a=words), by=" · ")) == f"x · **{alone}**"
    assert marked(say_many("{number} {a}", "{number} of {a}", 2, a=words)) == f"2 of {alone}"
    assert marked(formed(words, "upper")) == as_typed(words.upper())


def test_a_list_of_fills_is_listed_as_the_language_does():
    assert marked(say("{names}", names=("*a*", "b", "c"))) == "&#42;a&#42;, b and c"


def test_only_what_our_messages_have_is_markup():
    assert marked(say("**a** :small[b]  \n- c")) == "**a** :small[b]  \n- c"
    assert marked(say("~half [x] <b> $1 :red[y] http://z")) == (
        "&#126;half &#91;x] &#60;b> &#36;1 :color[&#58;]red&#91;y] http:color[&#58;]//z"
    )


def test_a_fact_is_words():
    assert marked(Phrase("**a**", Message("red_flags x y", "**a**"))) == as_typed("**a**")


def test_a_fill_of_digits_begins_no_list():
    assert marked(say("{label}. More.", label="12")) == ":color[&#49;&#50;]. More."


@pytest.mark.parametrize("message", ["{b}", "{a", "{a.real}", "{a:>99999999999}", "{a!r:q}", "{0}"])
def test_a_message_of_a_file_that_does_not_fit_its_fill_is_words(message):
    assert marked(Phrase("*said*", Message("", message), {"a": "b"})) == as_typed("*said*")


def test_a_message_is_marked_in_the_language_of_the_screen(monkeypatch):
    monkeypatch.setenv(ENVIRONMENT, "en-XA")
    said = marked(say("Sign in with {name}", name="*a*"))
    assert said.endswith(" &#42;a&#42;")
    assert not said.startswith("Sign")


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        (bold("*"), "**&#42;**"),
        (bold(""), ""),
        (small("]"), ":small[&#93;]"),
        (with_icon("error", "]"), ":material/error: &#93;"),
        (lines(("- a", "", "b")), ":color[&#45;] a  \nb"),
        (paragraphs(("a\nb", "", say("**c**"))), "a&#10;b\n\n**c**"),
        (bullets(("1. a", "#")), "- :color[&#49;]. a\n- &#35;"),
        (numbered(("a", "b")), "1. a\n2. b"),
        (table(("h",), [("a|b\nc",), ("",)]), "| h |\n| :-- |\n| a&#124;b&#10;c |\n| – |"),
    ],
)
def test_the_layouts_are_of_words(drawn, wanted):
    assert drawn == wanted
    assert marked(drawn) == wanted
