"""MigraLog's export: readings of attacks, attacks without one, days by colour, and doses."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple, TypeGuard
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd

from planner.diary.file.apps.moments import stamp
from planner.diary.file.apps.records import Record, text_of

HEADINGS = ("Time", "Kind", "Intensity (0-10)", "Location", "Medication", "Notes")
READING, ATTACK, DOSE = "reading", "attack", "medicine"
BY_COLOUR = {"green": "good day", "yellow": "warning day", "red": ATTACK}
DAILY = "preventative"  # medicine that is taken on a plan, attack or not
ISO_WIDTH = 10  # of 2024-03-07


class _Row(NamedTuple):
    """A line of the table."""

    time: str
    kind: str
    intensity: str = ""
    location: str = ""
    medication: str = ""
    notes: str = ""


def is_migralog(value: object) -> TypeGuard[Record]:
    """Whether a JSON value is an export of MigraLog."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("episodes"), list)
        and ("intensityReadings" in value or "dailyStatusLogs" in value)
    )


def migralog_grid(value: Record) -> pd.DataFrame:
    """A row for each reading, each attack without one, each day by colour and each dose."""
    zone = _zone(value)
    attacks = {text_of(one.get("id")): one for one in _listed(value, "episodes")}
    readings = list(_listed(value, "intensityReadings"))
    rated = {text_of(one.get("episodeId")) for one in readings}
    rows = [_reading(one, attacks.get(text_of(one.get("episodeId")), {}), zone) for one in readings]
    rows += [_attack(one, zone) for key, one in attacks.items() if key not in rated]
    attacked = {row.time[:ISO_WIDTH] for row in rows}
    rows += _days(value, attacked)
    rows += _doses(value, zone)
    return pd.DataFrame([HEADINGS, *sorted(rows, key=lambda row: row.time)], dtype=str)


def _listed(value: Record, name: str) -> Iterator[Record]:
    """The objects of a list in the export."""
    found = value.get(name)
    return (one for one in found if isinstance(one, dict)) if isinstance(found, list) else iter(())


def _zone(value: Record) -> tzinfo | None:
    """The one time zone in which medicine is planned, if there is one: moments name none."""
    names = {text_of(one.get("timezone")) for one in _listed(value, "medicationSchedules")} - {""}
    if len(names) != 1:
        return None
    try:
        return ZoneInfo(names.pop())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _reading(one: Record, attack: Record, zone: tzinfo | None) -> _Row:
    when, rated = stamp(one.get("timestamp"), zone), text_of(one.get("intensity"))
    return _Row(when, READING, rated, text_of(attack.get("locations")), "", _note(attack))


def _attack(attack: Record, zone: tzinfo | None) -> _Row:
    place = text_of(attack.get("locations"))
    return _Row(stamp(attack.get("startTime"), zone), ATTACK, "", place, "", _note(attack))


def _days(value: Record, attacked: set[str]) -> Iterator[_Row]:
    """The days by colour on which no attack stands already; a good day is one without pain."""
    for one in _listed(value, "dailyStatusLogs"):
        day, kind = text_of(one.get("date")), BY_COLOUR.get(text_of(one.get("status")))
        if kind and day not in attacked:
            free = kind == BY_COLOUR["green"]
            yield _Row(day, kind, "0" if free else "", "", "", _note(one))


def _doses(value: Record, zone: tzinfo | None) -> Iterator[_Row]:
    """The doses taken because of an attack."""
    known = {text_of(one.get("id")): one for one in _listed(value, "medications")}
    for one in _listed(value, "medicationDoses"):
        medicine = known.get(text_of(one.get("medicationId")), {})
        taken = text_of(one.get("status")) in ("", "taken")
        if taken and text_of(medicine.get("type")) != DAILY:
            name = text_of(medicine.get("name")) or DOSE
            yield _Row(stamp(one.get("timestamp"), zone), DOSE, "", "", name, _note(one))


def _note(one: Record) -> str:
    return text_of(one.get("notes"))
