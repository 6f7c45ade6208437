"""A text of a plan known again: by the fact that it is of, however that is worded by now."""

from collections.abc import Hashable, Iterable
from dataclasses import fields

from planner.knowledge.tables import Tables
from planner.model.order import each_once
from planner.model.phrase import Message, Phrase

TABLES = frozenset(one.name for one in fields(Tables))
PLACE = 3  # "file id field"


def known_by(words: str) -> tuple[Message | str, ...]:
    """What words are known again by, the surest first: their place in the base, or their message.

    What a person typed, or a plan of the first edition holds, is known by its words alone.
    """
    if not isinstance(words, Phrase):
        return (str(words),)
    return (_place(words.message) or words.message, str(words))


def renewed(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Texts of another day as they are worded now, and behind them what is new."""
    worded = {key: one for one in now for key in (str(one), _content(one))}
    kept = (worded.get(_content(one), one) for one in before)
    return each_once((*kept, *now))


def says_more(now: Iterable[str], before: Iterable[str]) -> bool:
    """Whether one of the texts of now says what none of those before says, in any words."""
    told = {key for one in before for key in (str(one), _content(one))}
    return any(told.isdisjoint((str(one), _content(one))) for one in now)


def says_the_same(one: str, other: str) -> bool:
    """Whether both are the same message with the same fill; words that were typed never are."""
    are_told = isinstance(one, Phrase) and isinstance(other, Phrase)
    return are_told and _content(one) == _content(other)


def _place(message: Message) -> str:
    """Where a fact stands; empty for words of code."""
    parts = message.context.split(" ")
    return message.context if len(parts) == PLACE and parts[0] in TABLES else ""


def _content(value: object) -> Hashable:
    """What a text says, for comparing: which fact, or which message with what in it."""
    if isinstance(value, list | tuple):
        return tuple(map(_content, value))
    if not isinstance(value, Phrase):
        return value
    fill = tuple((name, _content(part)) for name, part in sorted(value.fill.items()))
    return known_by(value)[0], fill
