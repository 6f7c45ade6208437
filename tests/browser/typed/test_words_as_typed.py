"""What a person typed stands as typed in every kind of element, in Streamlit's own front end."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, serve
from tests.browser.forked import Forked
from tests.ui.nasty import NASTY

HERE = Path(__file__).parent
KINDS = (
    *("markdown", "caption", "title", "header", "error", "info", "warning", "button", "checkbox"),
    *("toggle", "text_input", "text_area", "number_input", "date_input", "file_uploader"),
    *("color_picker", "popover", "expander", "selectbox", "multiselect", "radio", "pills"),
    *("segmented_control", "link_button", "download_button", "tabs", "metric", "bold", "bullet"),
    *("line", "small", "begins", "table"),
)
MADE_UP = 60  # strings, beside those that are written down, put together of their pieces
LETTERS = (
    *"*_`[](){}<>#$~|&;:.@-=+!1w \\\n",
    "www.",
    "http://",
    ":smile:",
    "->",
    "--",
    "a",
    "&lt;",
)
NO_MARKUP = "a, img, em, code, pre, del, svg.katex, .katex, input[disabled], hr, h4, blockquote"
STANDS = """many => Array.from({length: many}, (_, number) => {
    const found = document.querySelector(`.st-key-said-${number}`);
    return found && found.textContent.trim();
}).every(Boolean)"""
READ = """([many, markup]) => Array.from({length: many}, (_, number) => {
    const at = document.querySelector(`.st-key-said-${number}`);
    const inside = at.querySelectorAll("[data-testid=stMarkdownContainer], h1, h2");
    const within = [...inside].flatMap(one => [...one.querySelectorAll(markup)]);
    const icons = [...inside].flatMap(one => [...one.querySelectorAll("[role=img]")]);
    return [at.textContent, [...within, ...icons].map(one => one.outerHTML)];
})"""


def made_up() -> list[str]:
    """Strings of what markdown is made of; the same in every run."""
    chance = random.Random(19)
    made = ["".join(chance.choices(LETTERS, k=chance.randint(2, 12))) for _ in range(MADE_UP)]
    return [one for one in made if one.strip()]


WORDS = [*NASTY, *made_up()]


@pytest.fixture(scope="module")
def every_element() -> Iterator[str]:
    environment = {"WORDS": json.dumps(WORDS), "PYTHONPATH": str(ROOT)}
    yield from serve(HERE / "every_element.py", environment=environment, run=Forked)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_element_draws_words_as_they_were_typed(
    page: Page, every_element: str, kind: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{every_element}/?kind={kind}")
    page.wait_for_function(STANDS, arg=len(WORDS), timeout=60_000)
    found = page.evaluate(READ, [len(WORDS), NO_MARKUP])
    for words, (stands, markup) in zip(WORDS, found, strict=True):
        assert "".join(words.split()) in "".join(stands.split()), f"{words!r} became {stands!r}"
        assert markup == [], words
    assert not [one for one in asked if "evil" in one]
