"""The columns that say when an entry is of: its date, in one column or in three, and its time."""

from planner.diary.columns.described import (
    MOSTLY,
    NAMED_SO,
    NEARLY_ALL,
    UNNAMED,
    Column,
    first,
)
from planner.diary.columns.headings import Role, words_of
from planner.diary.columns.tables import Table
from planner.diary.values.calendar import month_number
from planner.diary.values.cells import coded
from planner.diary.values.lexicon import DAY_WORDS, DURATIONS, LATER_DATES

MAY_HOLD_DATES = (None, Role.CLOCK, Role.VALUE, Role.NOTE)
DAY_OF_MONTH = ("day", "dia", "tag", "jour", "dag", "day of month", "giorno", "dzien")
EXACTLY_DATE = ("date", "datum", "fecha", "data", "dato", "day")


def date_columns(table: Table, columns: list[Column]) -> tuple[int, ...]:
    """The column of dates, or those of year, month and day."""
    year = first(columns, Role.YEAR)
    whole = [column for column in columns if _is_date(column)]
    if whole and (year is None or max(column.dates for column in whole) > MOSTLY):
        return (min(whole, key=_date_rank).place,)
    return () if year is None else _parts_of_dates(table, columns, year)


def yearless_column(columns: list[Column]) -> int | None:
    """The column of dates that have no year: named as one, or with the names of months."""
    able = [c for c in columns if c.role in MAY_HOLD_DATES or c.role is Role.DATE]
    named = (c.place for c in able if c.role is Role.DATE and c.has_no_year)
    others = (c.place for c in able if c.yearless >= NEARLY_ALL and not c.scores)
    return next(named, next(others, None))


def _parts_of_dates(table: Table, columns: list[Column], year: int) -> tuple[int, ...]:
    """The columns of year, month and day, or of year and day of the year; none where one is not."""
    day_and_month = yearless_column([one for one in columns if one.place != year])
    if day_and_month is not None:
        return (year, day_and_month)
    days = [column for column in columns if words_of(column.heading) in DAY_OF_MONTH]
    month = first(columns, Role.MONTH)
    if month is None or not days:
        return ()
    has_months = any(map(month_number, coded(table.column(month)).filled))
    return (year, month, days[0].place) if has_months else ()


def _is_date(column: Column) -> bool:
    """Whether a column can be the date: named so and mostly dates, or unnamed and all dates."""
    if column.role is Role.DATE:
        return column.dates >= NAMED_SO
    return column.role in MAY_HOLD_DATES and column.dates >= UNNAMED and column.filled > 0


def _date_rank(column: Column) -> tuple[bool, bool, int, float, int]:
    """Dates of birth, ends and changes come last; plain "date" comes first, then named dates."""
    heading = words_of(column.heading)
    words = set(heading.split())
    least_plain = 2 - bool(words & DAY_WORDS)
    return (
        bool(words & LATER_DATES),
        column.role is not Role.DATE,
        0 if heading in EXACTLY_DATE else least_plain,
        -round(column.dates, 1),
        column.place,
    )


def clock_column(columns: list[Column], date: tuple[int, ...]) -> int | None:
    """The column of times: named so, or the date's own where it holds some, or one full of them."""
    free = [column for column in columns if column.place not in date]
    named = first(free, Role.CLOCK, lambda column: column.clocks >= NAMED_SO)
    if named is not None:
        return named
    own = date[0] if len(date) == 1 else None
    if own is not None and columns[own].clocks >= NAMED_SO:
        return own
    return next((column.place for column in free if _is_loose_clock(column)), own)


def _is_loose_clock(column: Column) -> bool:
    """Whether a column without a known heading holds times of day, not ends or lengths of time."""
    if column.role is not None or column.clocks < NEARLY_ALL:
        return False
    words = set(words_of(column.heading).split())
    numbers = column.scores >= MOSTLY and not column.fractions
    return not numbers and not words & (LATER_DATES | DURATIONS)
