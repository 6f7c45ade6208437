"""Times of day as they are written in diaries, in minutes from midnight."""

import re

import numpy as np
import pandas as pd

from planner.diary.values.cells import coded
from planner.diary.values.date_forms import time_after

CLOCK = re.compile(
    r"(?:^|[T\s,(])(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?|(\s?(?:h|u|uhr))\b)?"
    r"\s*([ap])?\.?\s?(m)?\b",
    re.IGNORECASE,
)
COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?!\d)")
PARTS_OF_DAY = {
    "pre": 5 * 60, "night": 2 * 60, "overnight": 2 * 60, "wake up": 7 * 60, "waking": 7 * 60,
    "am": 9 * 60, "morning": 9 * 60, "breakfast": 8 * 60, "mid": 13 * 60, "midday": 12 * 60,
    "noon": 12 * 60, "lunch": 13 * 60, "lunchtime": 13 * 60, "afternoon": 15 * 60,
    "pm": 18 * 60, "evening": 20 * 60, "dinner": 19 * 60, "bedtime": 22 * 60, "bed": 22 * 60,
    "morgens": 8 * 60, "mittags": 12 * 60, "abends": 20 * 60, "nachts": 2 * 60,
    "matin": 8 * 60, "midi": 12 * 60, "soir": 20 * 60, "nuit": 2 * 60,
    "manana": 8 * 60, "tarde": 16 * 60, "noche": 21 * 60, "mañana": 8 * 60, "manha": 8 * 60,
    "manhã": 8 * 60, "noite": 21 * 60, "morgen": 8 * 60, "mittag": 12 * 60, "abend": 20 * 60,
    "ochtend": 8 * 60, "middag": 13 * 60, "avond": 20 * 60, "nacht": 2 * 60, "mattina": 8 * 60,
    "pomeriggio": 15 * 60, "sera": 20 * 60, "notte": 2 * 60, "rano": 8 * 60, "wieczor": 20 * 60,
    "wieczorem": 20 * 60,
}  # fmt: skip


NO_TIME = float("nan")
HOURS = 12  # on a clock face
LATEST_HOUR = 30  # some write the night after a day as 24:30 or 26:00
DAY, HOUR = 24 * 60, 60  # minutes
LONGEST = 80  # letters in which a time is looked for


def minutes_of(clocks: "pd.Series[str]") -> "pd.Series[float]":
    """Minutes from midnight of each text; NaN where it names no time; 24:30 is 1470."""
    column = coded(clocks.fillna("").astype(str))
    minutes = np.array([_minute(text) for text in column.values], dtype=float)
    return pd.Series(minutes[column.codes], index=clocks.index)


def _minute(text: str) -> float:
    """Minutes from midnight of a time, alone or behind a date; a part of the day has its middle."""
    lowered = text.strip().lower()
    if lowered in PARTS_OF_DAY:
        return float(PARTS_OF_DAY[lowered])
    if re.fullmatch(r"0?[.,]\d+|0", lowered):
        return round(float(lowered.replace(",", ".")) * DAY)
    behind = time_after(text)
    joined = COMPACT.match(behind or "")
    if joined:
        return float(int(joined[1]) * HOUR + int(joined[2]))
    return _clock_minute(text if behind is None else behind)


def _clock_minute(text: str) -> float:
    """Minutes from midnight of 8:05, 8.05, 8h05, 20 Uhr, 8:05 pm or 20:05:00."""
    found = CLOCK.search(text[:LONGEST])
    if not found or not (found[2] or found[4] or found[5]):
        return NO_TIME
    hour, past = _hour(int(found[1]), found[5]), int(found[2] or 0)
    return float(hour * HOUR + past) if hour <= LATEST_HOUR and past < HOUR else NO_TIME


def _hour(written: int, half: str | None) -> float:
    """The hour of the day of an hour with a.m. (a), p.m. (p) or neither; NaN where none is."""
    if not half:
        return written
    if not 1 <= written <= HOURS:
        return NO_TIME
    return written % HOURS + (HOURS if half.lower() == "p" else 0)


def is_clock(text: str) -> bool:
    """Whether a text names a time or a part of the day."""
    return not np.isnan(_minute(text))
