"""What time it is here: the only place where the screen asks for it."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day of this computer."""
    return date.today()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
