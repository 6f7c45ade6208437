"""The glossary speaks of what there is, and leaves no closed list of words out."""

import inspect
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

import pytest

from planner.model import vocabulary

ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in (Path(__file__).parents[2] / "docs" / "GLOSSARY.md").read_text().splitlines()
    if line.startswith("| ") and not line.startswith("| Word |")
]
NAMED = [name for _, code, _ in ROWS for name in re.findall(r"`([\w.]+)`", code)]
LISTS = [
    found
    for _, found in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(found, StrEnum) and len(found)
]


@pytest.mark.parametrize("name", NAMED)
def test_what_the_glossary_names_is_in_the_code(name):
    assert pkgutil.resolve_name(name)


@pytest.mark.parametrize("words", LISTS, ids=lambda one: one.__name__)
def test_every_closed_list_is_in_the_glossary_word_for_word(words):
    name = f"`planner.model.vocabulary.{words.__name__}`"
    told = [re.findall(r"`([\w-]+)`", meaning) for _, code, meaning in ROWS if code == name]
    assert list(words) in [one[: len(words)] for one in told]


def test_no_word_has_two_meanings():
    words = [word for word, _, _ in ROWS]
    assert len(words) == len(set(words))
