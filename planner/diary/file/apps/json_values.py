"""Bytes of JSON as a value: bounded in size, depth and number of parts."""

import json

from planner.diary.file.encoding import as_utf8
from planner.model.errors import DiaryError
from planner.words import say

MOST_BYTES = 64 * 2**20
MOST_PARTS = 500_000  # lists and objects: ten years with fifty a day are a third of it
MOST_CELLS = 6_000_000
BROKEN = say("This JSON file is damaged or cut short. Export it again.")
TOO_LARGE = say("This JSON file is larger than a diary can be. Export the diary as CSV.")


def json_value(data: bytes) -> object:
    """The value in a JSON file, or the list of those that stand on lines of their own."""
    if len(data) > MOST_BYTES:
        raise DiaryError(TOO_LARGE)
    text = as_utf8(data)
    if text.count(b"{") + text.count(b"[") > MOST_PARTS or text.count(b",") > MOST_CELLS:
        raise DiaryError(TOO_LARGE)
    try:
        return _read(text)
    except (ValueError, RecursionError) as error:
        raise DiaryError(BROKEN) from error


def _read(text: bytes) -> object:
    try:
        return json.loads(text, parse_constant=_nothing)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or len(lines) == 1:
            raise
        return [json.loads(line, parse_constant=_nothing) for line in lines]


def _nothing(constant: str) -> None:
    """NaN and Infinity stand for no answer."""
