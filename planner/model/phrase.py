"""A sentence as a value: which message it is and what fills it, beside its words.

Rules compare messages and pass values; they never read the words. At the border `planner.words`
says the same message in another language.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, WrapValidator

from planner.model import sizes
from planner.model.text.length import longest

LEGEND = "messages"  # the field of a record that holds the legend of its texts
Value = TypeVar("Value")
Fill = Mapping[str, Any]


class Message(NamedTuple):
    """One entry of the catalogue: where it comes from, its words for one, and those for many.

    `context` is empty for words written in code; for a fact it is "file id field". `many` is
    empty where no number decides between two forms.
    """

    context: str
    one: str
    many: str = ""


class Phrase(str):
    """Words in one language, with the message and the fill that they came from."""

    __slots__ = ("fill", "message")

    message: Message
    fill: Fill

    def __new__(cls, words: str, message: Message, fill: Fill | None = None) -> "Phrase":
        """The words as they read, and what they are made of."""
        made = super().__new__(cls, words)
        made.message = message
        made.fill = fill or {}
        return made

    def __getnewargs__(self) -> tuple[str, Message, Fill]:  # type: ignore[override]
        """What a copy is made from."""
        return str(self), self.message, self.fill


def tell(text: str, /, **fill: Any) -> Phrase:
    """A message of a room below `planner.words`; its fills are words and whole numbers."""
    return Phrase(text.format(**fill), Message("", text), fill)


def template(text: str, /) -> Message:
    """A message that is told later, or by somebody else."""
    return Message("", text)


def message_of(words: str) -> Message | None:
    """Which message these words are; None for what a person typed or an older file holds."""
    return words.message if isinstance(words, Phrase) else None


def _as_it_is(value: Any, check: Any) -> str:
    """Keep a phrase whole; pydantic would make a bare string of it."""
    if isinstance(value, Phrase):
        return value
    checked: str = check(value)
    return checked


Text = Annotated[str, WrapValidator(_as_it_is)]
Texts = tuple[Text, ...]


def phrases_in(value: Any, place: str = "") -> Iterator[tuple[str, Phrase]]:
    """Every phrase within a value, with its place: `massage.techniques[0].adjustments[1]`."""
    if isinstance(value, Phrase):
        yield place, value
    elif isinstance(value, BaseModel):
        if place and LEGEND in type(value).model_fields:
            return  # it writes its own
        for name in type(value).model_fields:
            yield from phrases_in(getattr(value, name), f"{place}.{name}" if place else name)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from phrases_in(part, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list | tuple):
        for at, part in enumerate(value):
            yield from phrases_in(part, f"{place}[{at}]")


Change = Callable[[str, str], str]


def rewritten(value: Value, change: Change, place: str = "") -> Value:
    """The same value with `change(text, place)` in place of each text in it."""
    made: Value = _rewritten(value, change, place)
    return made


def _rewritten(value: Any, change: Change, place: str) -> Any:
    if isinstance(value, Phrase) or type(value) is str:
        return change(value, place)
    if isinstance(value, BaseModel):
        return _record(value, change, place)
    if isinstance(value, list | tuple):
        return _sequence(value, change, place)
    if isinstance(value, Mapping):
        return {key: _rewritten(part, change, _at(place, key)) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in fields(value) if one.init]
        parts = {name: _rewritten(getattr(value, name), change, _at(place, name)) for name in names}
        return replace(value, **parts)
    return value


def _at(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def _sequence(value: Any, change: Change, place: str) -> Any:
    parts = [_rewritten(part, change, f"{place}[{at}]") for at, part in enumerate(value)]
    is_named = hasattr(value, "_fields")
    return type(value)(*parts) if is_named else type(value)(parts)


def _record(value: BaseModel, change: Change, place: str) -> BaseModel:
    """A record with its texts changed; the rest was checked before and is not checked again."""
    changed = {}
    for name in type(value).model_fields:
        before = getattr(value, name)
        after = _rewritten(before, change, _at(place, name))
        if after is not before:
            changed[name] = after
    return value.model_copy(update=changed) if changed else value


# ---- phrases in a file ----


def legend(value: Any) -> dict[str, Any]:
    """Which message stands at which place of a value, to be written beside it.

    What reads as its message does is written with the context alone.
    """
    return {place: _beside(phrase) for place, phrase in phrases_in(value)}


def linked(value: Value, legend: Mapping[str, Any]) -> Value:
    """A value read from a file, its texts phrases again where the legend names their message.

    Raises ValueError of messages that would fill the memory.
    """
    if sum(longest({"message": "", **told}) for told in legend.values()) > sizes.WHOLE_TEXT:
        raise ValueError(sizes.WHOLE_TEXT)

    def change(text: str, place: str) -> str:
        told = legend.get(place)
        return text if told is None else _read({"message": text, **told}, text)

    return rewritten(value, change) if legend else value


def _beside(phrase: Phrase) -> dict[str, Any]:
    written = _written(phrase)
    if phrase.message.one == phrase:
        written.pop("message", None)  # an empty one was not written
    return written


def _written(phrase: Phrase) -> dict[str, Any]:
    context, one, many = phrase.message
    told = {"message": one, "context": context, "many": many}
    fill = {name: _fill_written(part) for name, part in phrase.fill.items()}
    return {name: part for name, part in {**told, "with": fill}.items() if part}


def _fill_written(value: Any) -> Any:
    if isinstance(value, Phrase):
        return _written(value)
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, list | tuple):
        return [_fill_written(one) for one in value]
    return value


def _read(told: Mapping[str, Any], words: str | None = None) -> Phrase:
    message = Message(told.get("context", ""), told["message"], told.get("many", ""))
    fill = {name: _fill_read(part) for name, part in told.get("with", {}).items()}
    return Phrase(message.one if words is None else words, message, fill)


def _fill_read(told: Any) -> Any:
    if isinstance(told, list):
        return tuple(_fill_read(one) for one in told)
    if not isinstance(told, Mapping):
        return told
    return date.fromisoformat(told["date"]) if "date" in told else _read(told)
