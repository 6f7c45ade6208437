"""Phrases made in the source language, and any value said again in another."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from planner.model.phrase import Message, Phrase, rewritten
from planner.words.fills import SEPARATED
from planner.words.languages import SOURCE, Language

Value = TypeVar("Value")
LAYOUT = "layout"  # the context of messages that hold no words; no catalogue lists them
JOINED = {by: Message(LAYOUT, f"{{parts:{name}}}") for name, by in SEPARATED.items()}


def say(text: str, /, **fill: Any) -> Phrase:
    """A message with its fill."""
    return _made(Message("", text), fill)


def say_in(context: str, text: str, /, **fill: Any) -> Phrase:
    """A message whose words mean another thing elsewhere: `context` tells them apart."""
    return _made(Message(context, text), fill)


def say_many(one: str, many: str, number: float, /, **fill: Any) -> Phrase:
    """A message that a number decides: `{number}` is its fill."""
    return _made(Message("", one, many), {"number": number, **fill})


def fact(file: str, entry: str, field: str, text: str) -> Phrase:
    """A fact's words as a phrase; its context is where they stand."""
    return Phrase(text, Message(f"{file} {entry} {field}", text))


def joined(*parts: str, by: str = " ") -> Phrase:
    """Sentences or names one after the other, without the empty ones."""
    kept = tuple(part for part in parts if part)
    return Phrase(by.join(kept), JOINED[by], {"parts": kept})


def listed(names: Iterable[str]) -> Phrase:
    """Names as a sentence lists them: "a, b and c"."""
    return _made(Message(LAYOUT, "{names}"), {"names": tuple(names)})


def dated(day: date, how: str = "") -> Phrase:
    """A date by itself; `how` as in a fill: `weekday`, `short`, `short-weekday`."""
    return _made(Message(LAYOUT, f"{{day:{how}}}"), {"day": day})


def figure(number: float) -> Phrase:
    """A number by itself, with the marks of the language: "6", "6.3"."""
    return _made(Message(LAYOUT, "{number:g}"), {"number": number})


def formed(words: str, how: str) -> Phrase:
    """Words in a form that a fill may have: `sentence`, `capital`, `upper`, `lower` …"""
    return _made(Message(LAYOUT, f"{{words:{how}}}"), {"words": words})


def _made(message: Message, fill: Mapping[str, Any]) -> Phrase:
    return Phrase(SOURCE.says(message, fill), message, fill)


def not_yet_read(spoken: Language) -> tuple[Phrase, ...]:
    """What is said beside a translation that no native clinician has read."""
    if spoken.is_source or spoken.clinician:
        return ()
    return (say("This translation is awaiting a native clinician."),)


def in_language(value: Value, wanted: Language) -> Value:
    """The same value with every phrase in it said in a language; what a person typed stays."""
    return value if wanted.is_source else said_anew(value, wanted)


def said_anew(value: Value, wanted: Language = SOURCE) -> Value:
    """The same of a value from a file, whose phrases may be in any language."""

    def change(text: str, _: str) -> str:
        return _said_again(text, wanted) if isinstance(text, Phrase) else text

    return rewritten(value, change)


def _said_again(phrase: Phrase, wanted: Language) -> Phrase:
    fill = {name: said_anew(part, wanted) for name, part in phrase.fill.items()}
    return Phrase(wanted.says(phrase.message, fill), phrase.message, phrase.fill)
