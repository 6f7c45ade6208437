"""What a page shows in the made-up language, and which of its words stayed plain."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pandas as pd
import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from planner.words.languages import LANGUAGES, PSEUDO
from tests.ui.conftest import read
from ui.state.language import ENVIRONMENT, own_name

SHOWN = {  # the fields of Streamlit's messages that a person reads or hears
    "alt", "body", "caption", "captions", "content", "delta", "delta_description", "help",
    "html_content", "label", "options", "placeholder", "text", "title", "validate_message",
}  # fmt: skip
HEARD = ("aria-label", "alt", "title", "placeholder")  # attributes of HTML that are words
WORD = re.compile(r"[A-Za-z]{2,}")
NOT_WORDS = re.compile(
    r"<style>.*?</style>"  # rules of form
    r"|https?://\S+|\b10\.\d{4,}/\S+"  # addresses
    r"|:[a-z]+(?=\[)|:material/\w+:"  # marks of Streamlit's markdown
    r"|&[a-z]+;"
    r"|\{\w+\}",  # a place that the browser fills
    re.DOTALL,
)
# in the data of a component
NEVER_READ = {
    *("id", "side", "mirror", "session", "visit", "mode", "parts", "answer", "ticked"),
    *("kind", "look", "act", "line", "tone"),
    *("group", "marked", "usual", "row", "clears", "last", "pending"),
    *("part", "view", "looked", "extent", "stirred"),
    *("still", "moving", "address"),
    *("sets", "unit", "open", "opens"),
    *("language", "direction", "original", "server"),
}
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(rf'(?:{"|".join(HEARD)})="([^"]*)"')


def speak_pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the screen speaks the made-up language."""
    monkeypatch.setenv(ENVIRONMENT, PSEUDO)


def plain_words(app: AppTest, *known: str) -> dict[str, str]:
    """Each word in plain letters on the screen, with the text it stands in.

    `known` are texts that are in no catalogue: what was typed, a citation, a proper name. A
    language calls itself by its own.
    """
    return left_plain(texts(app), *map(own_name, LANGUAGES), *known)


def left_plain(said: Iterable[str], *known: str) -> dict[str, str]:
    """Each word in plain letters within these texts."""
    names = tuple(sorted(set(known), key=lambda name: (-len(name), name)))
    return {word: text for text in said for word in _left_plain(text, names)}


@cache  # most of what a screen says stands on the next one too
def _left_plain(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(WORD.findall(_without(text, names))) if WORD.search(read(text)) else ()


def _without(text: str, names: Iterable[str]) -> str:
    text = read(text)
    for name in names:
        text = text.replace(name, " ")
    text = NOT_WORDS.sub(" ", text)
    return " ".join([TAG.sub(" ", text), *ATTRIBUTE.findall(text)])


def texts(app: AppTest) -> Iterator[str]:
    """Everything that stands on the screen or is said of it."""
    for node in app._tree:
        proto = getattr(node, "proto", None)
        if isinstance(proto, Message):
            yield from _in_message(proto)
        if node.type == "dataframe":
            yield from _in_table(node.value)
        if node.type == "metric":
            yield str(node.value)


def _in_message(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        several = value if field.is_repeated else [value]
        if field.message_type:
            for one in several:
                if isinstance(one, Message):
                    yield from _in_message(one)
        elif field.name in SHOWN:
            yield from (str(one) for one in several)
        elif proto.DESCRIPTOR.name == "BidiComponent" and field.name == "json":
            yield from _in_values(json.loads(value))


def _in_table(table: pd.DataFrame) -> Iterator[str]:
    yield from map(str, table.columns)
    for _, column in table.items():
        yield from (one for one in column if isinstance(one, str))


def _in_values(value: Any) -> Iterator[str]:
    """The texts within the data of a component."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _in_values([one for key, one in value.items() if key not in NEVER_READ])
    elif isinstance(value, list):
        for one in value:
            yield from _in_values(one)
