"""Each situation of a diary and what the analysis says in it: which sentences, not their words."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from planner.command.catalogue import KEYWORDS
from planner.diary import headline
from planner.diary.analysis import better_or_worse, caveats, figures, wording
from planner.diary.analysis.comparison import obstacles
from planner.diary.analysis.summary.clearness import Change, clear
from planner.model.diary import Analysis
from planner.model.phrase import Message, Phrase, message_of, phrases_in
from tests.diary.situations import NOT_COMPARED, STARTED, TABLE

MODULES = (wording, figures, better_or_worse, caveats)
LARGE = "far apart, and the days further"


@cache
def analysed(situation: str) -> Analysis:
    found = TABLE[situation][0].analysed()
    assert found is not None
    return found


def of(*phrases: Phrase | str) -> set[Message | None]:
    return {message_of(one) for one in phrases}


@pytest.mark.parametrize("situation", TABLE)
def test_what_is_said_in_a_situation(situation):
    expected, found = TABLE[situation][1], analysed(situation)
    said = (*found.says, *found.cautions)
    assert of(*said) == of(*expected, wording.NO_WHY)
    assert len(said) == len(expected) + 1  # nothing twice


@pytest.mark.parametrize("situation", NOT_COMPARED)
def test_why_nothing_is_compared(situation):
    diary, expected = NOT_COMPARED[situation]
    assert diary.analysed() is None
    assert of(*obstacles(diary.days, STARTED)) == of(*expected)


@cache
def every_phrase() -> tuple[Phrase, ...]:
    """All that the situations give rise to, with the phrases within phrases."""
    said: list[object] = [headline(None)]
    for found in map(analysed, TABLE):
        said += [headline(found), clear(Change(found), ()), *found.says, *found.cautions]
        said += map(figures.signed, found.difference.model_dump(exclude={"percent"}).values())
    for diary, _ in NOT_COMPARED.values():
        said += obstacles(diary.days, STARTED)
    return tuple(_within(said))


def _within(values: Iterable[object]) -> Iterator[Phrase]:
    for _, phrase in phrases_in(list(values)):
        yield phrase
        yield from _within(phrase.fill.values())


def messages_of(module) -> set[tuple[str, ...]]:
    found = extract_from_file("python", Path(module.__file__), KEYWORDS)
    return {told if isinstance(told, tuple) else (told,) for _, told, _, _ in found}


def test_the_table_has_a_situation_for_each_sentence():
    said = {tuple(filter(None, one.message[1:])) for one in every_phrase()}
    missing = set().union(*map(messages_of, MODULES)) - said
    assert not missing


def test_no_number_is_read_as_two_equal_ends_or_as_a_zero_with_a_sign():
    for phrase in every_phrase():
        assert "+0.0" not in phrase and "\u22120.0" not in phrase and "-0.0" not in phrase
        ends = [f"{phrase.fill[name]:.1f}" for name in ("least", "most") if name in phrase.fill]
        assert len(ends) == len(set(ends)), phrase
        assert {phrase.fill.get("fall", 1), phrase.fill.get("rise", 1)} != {0.0}


def test_what_is_not_pain_is_never_called_so_nor_judged_by_what_is_known_of_pain():
    for name in TABLE:
        found = analysed(name)
        if found.of:
            told = (headline(found), clear(Change(found), ()), *found.says, *found.cautions)
            assert not [one for one in told if "pain" in one.lower() or "lower" in one], name


@pytest.mark.parametrize("situation", TABLE)
def test_the_headline_claims_what_the_one_sentence_does(situation):
    found = analysed(situation)
    named = {"apart"} <= headline(found).fill.keys()
    large = message_of(headline(found)) == message_of(headline(analysed(LARGE)))
    is_clear = Change(found).is_clear
    assert is_clear is (named and not large)
    assert not (is_clear and found.difference.low <= 0 <= found.difference.high)
