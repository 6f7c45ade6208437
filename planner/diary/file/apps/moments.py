"""Moments that apps count in milliseconds since 1970, as dates and times that people write."""

from datetime import UTC, datetime, timedelta, tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(milliseconds: object, offset: object = 0) -> datetime | None:
    """A moment as the clock showed it there; None where there is none."""
    try:
        return EPOCH + timedelta(milliseconds=_number(milliseconds) + _number(offset))
    except (OverflowError, ValueError):
        return None


def _number(value: object) -> float:
    """A number as it is; what is none becomes one that is no moment."""
    return float(value) if isinstance(value, int | float) else float("nan")


def stamp(milliseconds: object, zone: tzinfo | None) -> str:
    """A moment as 2024-03-01 21:30; in UTC, and said so, where the zone is not known."""
    found = moment(milliseconds)
    if found is None:
        return ""
    if zone is None:
        return f"{found:%Y-%m-%dT%H:%MZ}"
    try:
        return f"{found.astimezone(zone):%Y-%m-%d %H:%M}"
    except (OverflowError, ValueError):
        return ""
