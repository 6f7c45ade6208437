"""A field of an entry is read by a rule or a page, or says of itself that it is a record."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.knowledge.entries.entry import WORDS, Entry
from planner.knowledge.load import BY_ID, NESTED

ROOT = Path(__file__).parents[2]
SAID_SO = "For the record alone:"


def named_in(file: Path) -> Iterator[str]:
    """Every attribute that is read in a file, and every word that may be looked up as one."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


PRODUCT = [file for room in ("planner", "ui", "records") for file in (ROOT / room).rglob("*.py")]
READ = {name for file in PRODUCT for name in named_in(file)}
KINDS = sorted({*BY_ID.values(), *NESTED.values()}, key=lambda kind: kind.__name__)


def unread(kind: type[Entry]) -> list[str]:
    return [name for name in kind.model_fields if name not in READ]


def for_the_record(kind: type[Entry]) -> str:
    """What the entry, or what it is made of, says is a record."""
    told = (base.__doc__ or "" for base in kind.__mro__ if issubclass(base, Entry))
    return " ".join(one.partition(SAID_SO)[2] for one in told if SAID_SO in one)


@pytest.mark.parametrize("kind", KINDS)
def test_what_nothing_reads_says_that_it_is_a_record(kind):
    assert [name for name in unread(kind) if f"`{name}`" not in for_the_record(kind)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_translator_is_asked_for_what_nobody_reads(kind):
    words = {name for name, field in kind.model_fields.items() if WORDS in field.metadata}
    assert [name for name in sorted(words) if f"`{name}`" in for_the_record(kind)] == []
    assert words.isdisjoint(unread(kind))
