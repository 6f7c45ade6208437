"""What a person reads of a page, each text as Streamlit's front end or a component draws it."""

import json
from collections.abc import Iterator
from html import unescape

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import read, texts_in
from tests.ui.pseudo import SHOWN, TAG

AS_IT_IS = {"code_text", "placeholder", "default", "value", "alt", "raw_values"}
OPTIONS_AS_THEY_ARE = {"Selectbox", "MultiSelect"}
HTML = {"Html", "BidiComponent"}
DATA = {"json", "spec"}


def shown(app: AppTest) -> Iterator[str]:
    """Every text on the screen."""
    for node in app._tree:
        proto = getattr(node, "proto", None)
        if isinstance(proto, Message):
            yield from _in_message(proto)
        if node.type == "dataframe":
            yield from map(str, [*node.value.columns, *node.value.to_numpy().ravel()])


def _in_message(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        several = value if field.is_repeated else [value]
        for one in several:
            if isinstance(one, Message):
                yield from _in_message(one)
            elif isinstance(one, str):
                yield from _drawn(proto.DESCRIPTOR.name, field.name, one)


def _drawn(element: str, field: str, text: str) -> Iterator[str]:
    if field in DATA:
        yield from texts_in(json.loads(text))
    elif field in AS_IT_IS or (field == "options" and element in OPTIONS_AS_THEY_ARE):
        yield text
    elif field in SHOWN and element in HTML:
        yield unescape(TAG.sub("\n", text))
    elif field in SHOWN:
        yield read(text)
