"""What a column may hold, checked where it is read: SQLite itself keeps anything in any column.

A value of another type, a text that is none, a year nobody lives in: ValueError, which
`database_errors.as_sentences` makes a sentence of, so that what is read further up is what it says.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, DateTime, Dialect, Integer, LargeBinary, String
from sqlalchemy.types import TypeDecorator

from planner.model.phrase import tell
from records.errors import CannotSave
from records.limits import FIRST_YEAR, LAST_YEAR

MOST_NUMBER = 2**31 - 1  # as in the other database
NO_SUCH_YEAR = tell(
    "is not a day between the years {first} and {last}: nothing was changed",
    first=FIRST_YEAR,
    last=LAST_YEAR,
)
ODD = (TypeError, ValueError, OverflowError, AttributeError)  # what a driver ends in with such


class Checked(TypeDecorator[Any]):
    """A type that raises ValueError for what is not of it."""

    impl: Any = String
    cache_ok = True
    kind: type = str

    def result_processor(self, dialect: Dialect, coltype: Any) -> Callable[[Any], Any]:
        """Out of the database."""
        read = super().result_processor(dialect, coltype)

        def checked(stored: Any) -> Any:
            try:
                found = read(stored) if read else stored
            except ODD as error:
                raise ValueError("a value that was never written") from error
            if found is None and stored is None:
                return None
            if type(found) is not self.kind or not self.is_sound(found):
                raise ValueError("a value that was never written")
            return found

        return checked

    def is_sound(self, found: Any) -> bool:
        """Whether a value of this type is one that can be worked with."""
        return found is not None


class Text(Checked):
    """A text."""

    cache_ok = True


class Number(Checked):
    """A whole number that both databases take."""

    impl, kind = Integer, int
    cache_ok = True

    def is_sound(self, found: Any) -> bool:
        """Within what both databases take."""
        return bool(abs(found) <= MOST_NUMBER)


class Bytes(Checked):
    """Bytes: a sealed or pressed text, a file."""

    impl, kind = LargeBinary, bytes
    cache_ok = True


class Day(Checked):
    """A day of a year that people live in."""

    impl, kind = Date, date
    cache_ok = True

    def is_sound(self, found: Any) -> bool:
        """So that it can be counted on from."""
        return _is_lived_in(found)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Into the database; raises CannotSave."""
        return _required(value)


class UtcTime(Checked):
    """A moment, always with its time zone, which is UTC; SQLite would drop it."""

    impl, kind = DateTime(timezone=True), datetime
    cache_ok = True

    def is_sound(self, found: Any) -> bool:
        """So that it can be told in any time zone."""
        return _is_lived_in(found)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Into the database; raises CannotSave."""
        return _required(value) and _required(value.astimezone(UTC))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Out of the database."""
        if not isinstance(value, datetime):
            return value
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _is_lived_in(when: date) -> bool:
    return FIRST_YEAR <= when.year <= LAST_YEAR


def _required(when: date | None) -> date | None:
    if when is not None and not _is_lived_in(when):
        raise CannotSave(when.isoformat(), NO_SUCH_YEAR)
    return when
