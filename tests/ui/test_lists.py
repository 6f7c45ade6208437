"""Every list of every page: typing and Enter takes the one thing shown, and nothing takes all."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"
BY_NAME = {"multiselect": "SEVERAL_BY_NAME", "selectbox": "ONE_BY_NAME"}


def calls(*names: str) -> Iterator[tuple[str, ast.Call, str]]:
    """Each call of these widgets, with where it stands."""
    return (one for one in every_call() if one[0] in names)


@cache
def every_call() -> tuple[tuple[str, ast.Call, str], ...]:
    """Each call of something by its dotted name, in all that the screen is made of."""
    return tuple(
        (node.func.attr, node, f"{path.relative_to(UI)}:{node.lineno}")
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )


@pytest.mark.parametrize("widget", BY_NAME)
def test_every_list_is_searched_by_what_it_contains(widget):
    found = list(calls(widget))
    assert found
    for _, call, place in found:
        spread = {ast.unparse(one.value) for one in call.keywords if one.arg is None}
        said = {one.arg: ast.unparse(one.value) for one in call.keywords}
        by_name = BY_NAME[widget] in spread
        assert by_name or (widget == "selectbox" and said.get("filter_mode") == "'contains'"), place


def test_no_number_field_leaves_its_range_to_streamlit_or_begins_with_a_number():
    found = list(calls("number_input"))
    assert found
    for _, call, place in found:
        said = {one.arg: ast.unparse(one.value) for one in call.keywords}
        assert not {"min_value", "max_value"} & set(said), place
        assert said.get("value") == "None", place
