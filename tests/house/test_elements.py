"""A page hands words to elements that are known to draw them as they are; markdown has one home."""

import ast
from functools import cache
from inspect import Parameter, signature
from pathlib import Path

import pytest
from streamlit.delta_generator import DeltaGenerator

from ui.shell.elements import MARKDOWN, TEXT

ROOT = Path(__file__).parents[2]
HOME = ROOT / "ui" / "parts" / "markdown.py"
PAGES = [path for path in sorted((ROOT / "ui").rglob("*.py")) if path != HOME]
ELEMENTS = {name for name in dir(DeltaGenerator) if not name.startswith("_")}
UNDECIDED = {"dialog", "toast", "spinner", "write", "write_stream", "echo", "sidebar"}
WORDS = {
    "body",
    "caption",
    "captions",
    "delta",
    "help",
    "label",
    "summary",
    "tabs",
    "text",
    "title",
}
UNSAFE = "unsafe_allow_html"
WITHOUT_MARKDOWN = {"code": {"body"}, "html": {"body"}}


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    """Everything that the pages are written of, with its place."""
    return [
        (f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node)
        for path in PAGES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]


def calls() -> list[tuple[str, ast.Call]]:
    return [(place, node) for place, node in nodes() if isinstance(node, ast.Call)]


def of_streamlit() -> set[str]:
    """What is asked of `st`."""
    return {
        node.attr
        for _, node in nodes()
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "st"
    }


def element(call: ast.Call) -> str | None:
    """The name of an element, also of one inside another: `column.caption`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else None


def test_every_element_of_a_page_is_known_to_draw_words_as_they_are():
    asked = of_streamlit() & (ELEMENTS | UNDECIDED)
    assert asked - {*MARKDOWN, *TEXT} == set()
    assert {*MARKDOWN, *TEXT} - asked == set()


@pytest.mark.parametrize("name", [*MARKDOWN, *sorted(TEXT)])
def test_every_word_of_an_element_is_looked_after(name):
    has = {
        one.name
        for one in signature(getattr(DeltaGenerator, name)).parameters.values()
        if one.kind is not Parameter.VAR_KEYWORD
    }
    assert has & WORDS - WITHOUT_MARKDOWN.get(name, set()) <= set(MARKDOWN.get(name, ()))


def put_together(said: ast.expr) -> bool:
    """Whether words are put together by hand: what comes of it is a bare string."""
    parts = [part for part in ast.walk(said) if not isinstance(part, ast.BinOp)]
    by_hand = any(
        isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Call) and element(part) in {"join", "format", "replace"})
        for part in parts
    )
    return by_hand or isinstance(said, ast.BinOp)


def test_no_page_puts_markdown_together_by_itself():
    """Its own marks would stand there as typed."""
    found = [
        place
        for place, call in calls()
        if element(call) in MARKDOWN
        for said in [*call.args[:1], *(one.value for one in call.keywords if one.arg in WORDS)]
        if put_together(said)
    ]
    assert found == []


def test_markdown_is_made_in_one_place():
    makes = [place for place, call in calls() if getattr(call.func, "id", "") == "Marked"]
    assert makes == []
    assert not [place for place, call in calls() for one in call.keywords if one.arg == UNSAFE]


def test_every_day_is_typed_in_the_one_field_that_knows_the_order_of_the_language():
    fields = {place.partition(":")[0] for place, call in calls() if element(call) == "date_input"}
    assert fields == {"ui/parts/day_field.py"}
