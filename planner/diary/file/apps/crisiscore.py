"""Pain Tracker of CrisisCore: its JSON, with the headings of its own table."""

from collections.abc import Sequence

import pandas as pd

from planner.diary.file.apps.records import Record, text_of

HEADINGS = ("Date", "Pain Level", "Locations", "Symptoms", "Limited Activities", "Sleep Quality",
            "Mood Impact", "Missed Work Days", "Notes")  # fmt: skip
PARTS = (
    ("baselineData", "pain"), ("baselineData", "locations"), ("baselineData", "symptoms"),
    ("functionalImpact", "limitedActivities"), ("qualityOfLife", "sleepQuality"),
    ("qualityOfLife", "moodImpact"), ("workImpact", "missedWork"),
)  # fmt: skip


def is_crisiscore(records: Sequence[Record]) -> bool:
    """Whether records are entries of this app."""
    return all(isinstance(one.get("baselineData"), dict) and "timestamp" in one for one in records)


def crisiscore_grid(records: Sequence[Record]) -> pd.DataFrame:
    """A row for each entry."""
    return pd.DataFrame([HEADINGS, *map(_row, records)], dtype=str)


def _row(entry: Record) -> tuple[str, ...]:
    said = (_within(entry, *part) for part in PARTS)
    return (text_of(entry.get("timestamp")), *said, text_of(entry.get("notes")))


def _within(entry: Record, outer: str, inner: str) -> str:
    """What a part of an entry says; empty where it says nothing."""
    part = entry.get(outer)
    return text_of(part.get(inner)) if isinstance(part, dict) else ""
