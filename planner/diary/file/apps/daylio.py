"""Daylio's backup: an archive with its entries as JSON in base64, read as its table is."""

import base64
import binascii
from collections.abc import Mapping
from typing import TypeGuard

import pandas as pd

from planner.diary.file.apps.moments import moment
from planner.diary.file.apps.records import Record, text_of
from planner.model.errors import DiaryError
from planner.words import say

HEADINGS = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
MOODS = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
BEGINS = b"eyJ"  # '{"' in base64
BROKEN = say("This backup of Daylio is damaged or cut short. Make another one.")


def is_encoded(data: bytes) -> bool:
    """Whether the bytes may be JSON in base64."""
    head = data[:64].strip()
    return head.startswith(BEGINS) and head.replace(b"\n", b"").replace(b"\r", b"").isalnum()


def decoded(data: bytes) -> bytes:
    """The JSON in a backup; raises DiaryError."""
    try:
        return base64.b64decode(b"".join(data.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise DiaryError(BROKEN) from error


def is_daylio(value: object) -> TypeGuard[Record]:
    """Whether a JSON value is a backup of Daylio."""
    return isinstance(value, dict) and isinstance(value.get("dayEntries"), list) and (
        "customMoods" in value or "tags" in value
    )  # fmt: skip


def daylio_grid(value: Record) -> pd.DataFrame:
    """A row for each entry, with the headings of Daylio's own table."""
    moods = {key: _mood(mood) for key, mood in _by_id(value.get("customMoods"))}
    tags = {key: text_of(tag.get("name")) for key, tag in _by_id(value.get("tags"))}
    entries = value["dayEntries"]
    found = [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
    return pd.DataFrame([HEADINGS, *(_row(one, moods, tags) for one in found)], dtype=str)


def _by_id(listed: object) -> list[tuple[str, Record]]:
    """The objects of a list under their ids."""
    found = listed if isinstance(listed, list) else []
    return [(text_of(one.get("id")), one) for one in found if isinstance(one, dict)]


def _mood(mood: Record) -> str:
    """The word of a mood: of five, as it stands in the app's table; an own one by its group."""
    for part in ("predefined_name_id", "mood_group_id"):
        step = mood.get(part)
        if isinstance(step, int) and step in MOODS:
            return MOODS[step]
    return text_of(mood.get("custom_name"))


def _row(entry: Record, moods: Mapping[str, str], tags: Mapping[str, str]) -> tuple[str, ...]:
    """An entry as a line of the table; its day is that of the clock at its place."""
    on = moment(entry.get("datetime"), entry.get("timeZoneOffset") or 0)
    day, short, weekday, time = (
        (f"{on:%Y-%m-%d}", f"{on:%B} {on.day}", f"{on:%A}", f"{on:%H:%M}")
        if on else (_written_day(entry), "", "", "")
    )  # fmt: skip
    listed = entry.get("tags")
    done = [tags.get(text_of(tag), "") for tag in listed] if isinstance(listed, list) else []
    mood = text_of(entry.get("mood"))
    said = (text_of(entry.get("note_title")), text_of(entry.get("note")))
    return (day, short, weekday, time, moods.get(mood, ""), " | ".join(filter(None, done)), *said)


def _written_day(entry: Record) -> str:
    """The day by its numbers, of which the month is counted from 0."""
    year, month, day = (entry.get(part) for part in ("year", "month", "day"))
    if isinstance(year, int) and isinstance(month, int) and isinstance(day, int):
        return f"{year:04d}-{month + 1:02d}-{day:02d}"
    return ""
