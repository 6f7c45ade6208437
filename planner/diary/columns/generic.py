"""Any other table: the columns are found by their headings and by what is in them."""

from planner.diary.columns.columns import SAMPLE, Column, described, first
from planner.diary.columns.headings import PAIN_WORD, Role, is_pain, words_of
from planner.diary.columns.layout import Filter, Layout, named_rows
from planner.diary.columns.pain_columns import pain_columns
from planner.diary.columns.tables import Table
from planner.diary.values.cells import coded
from planner.diary.values.date_forms import plain
from planner.diary.values.dates import month_number
from planner.diary.values.lexicon import BODY, DAY_WORDS, DURATIONS, LATER_DATES
from planner.model.diary import Choices, Question


def generic(table: Table, choices: Choices) -> Layout:
    """The layout of a table whose product is not known."""
    columns = described(table)
    date = date_columns(table, columns)
    free = [column for column in columns if column.place not in date]
    clock = clock_column(columns, date)
    free = [column for column in free if column.place != clock]
    measure = measure_column(table, free)
    filters: tuple[Filter, ...] = ()
    pain: tuple[int, ...] = ()
    questions: tuple[Question, ...] = ()
    together: tuple[str, ...] = ()
    if measure is not None:
        about = named_rows(table, measure, choices)
        value = value_column(free)
        pain, filters = (() if value is None else (value,)), (about.keep,)
        questions, together = about.questions, about.together
    else:
        pain, questions = pain_columns(table, free, choices)
    person = person_column(table, columns)
    site = first(free, Role.SITE, lambda column: is_body(table, column))
    return Layout(
        date=date, clock=clock, pain=pain, filters=filters,
        weekday=first(columns, Role.WEEKDAY), questions=questions, together=together,
        site=measure if site is None else site, person=None if person is None else person.place,
        person_is_named=person is not None and person.role is Role.PERSONAL,
        session=first(free, Role.SESSION), sleep=first(free, Role.SLEEP),
        way=first(free, Role.WAY), note=first(free, Role.NOTE),
    )  # fmt: skip


def date_columns(table: Table, columns: list[Column]) -> tuple[int, ...]:
    """The column of dates, or those of year, month and day."""
    parts = [first(columns, role) for role in (Role.YEAR, Role.MONTH)]
    numbered = [c for c in columns if words_of(c.heading) in ("day", "dia", "tag", "jour", "dag",
                                                             "day of month", "giorno")]  # fmt: skip
    whole = [c for c in columns if is_date(c)]
    if whole and (parts[0] is None or max(c.dates for c in whole) > 0.5):
        return (min(whole, key=date_rank).place,)
    months = parts[1] is not None and any(
        month_number(text) for text in coded(table.column(parts[1])).filled if text
    )
    if parts[0] is not None and parts[1] is not None and numbered and months:
        return (parts[0], parts[1], numbered[0].place)
    return ()


def is_date(column: Column) -> bool:
    """Whether a column can be the date: named so and mostly dates, or unnamed and all dates."""
    if column.role is Role.DATE:
        return column.dates >= 0.3
    if column.role in (None, Role.CLOCK, Role.VALUE, Role.NOTE):
        return column.dates >= 0.6 and column.filled > 0
    return False


def date_rank(column: Column) -> tuple[bool, bool, int, float, int]:
    """Dates of birth, ends and changes come last; plain "date" comes first, then named dates."""
    words = set(words_of(column.heading).split())
    exact = words_of(column.heading) in ("date", "datum", "fecha", "data", "dato", "day")
    named = bool(words & DAY_WORDS)
    return (bool(words & LATER_DATES), column.role is not Role.DATE, 0 if exact else 2 - named,
            -round(column.dates, 1), column.place)  # fmt: skip


def clock_column(columns: list[Column], date: tuple[int, ...]) -> int | None:
    """The column of times: named so, or the date's own where it holds some, or one full of them."""
    free = [c for c in columns if c.place not in date]
    named = [c for c in free if c.role is Role.CLOCK and c.clocks >= 0.3]
    if named:
        return named[0].place
    own = date[0] if len(date) == 1 else None
    if own is not None and columns[own].clocks >= 0.3:
        return own
    loose = [c for c in free if is_loose_clock(c)]
    return loose[0].place if loose else own


def is_loose_clock(column: Column) -> bool:
    """Whether a column without a known heading holds times of day, not ends or lengths of time."""
    words = set(words_of(column.heading).split())
    times = column.clocks >= 0.9 and (column.scores < 0.5 or column.fractions)
    return column.role is None and times and not words & (LATER_DATES | DURATIONS)


def measure_column(table: Table, columns: list[Column]) -> int | None:
    """In a long table, the column that names what each row rates; None in a wide table."""
    if any(c.role is Role.PAIN and c.scores >= 0.5 for c in columns):
        return None
    if value_column(columns) is None:
        return None
    for column in columns:
        if column.role in (Role.MEASURE, None) and column.scores < 0.5 and column.filled:
            names = coded(table.column(column.place)).filled
            if len(names) < 200 and any(map(is_pain, names)):
                return column.place
    return None


def value_column(columns: list[Column]) -> int | None:
    """The column of scores whose heading does not say of what."""
    found = [c for c in columns if c.role is Role.VALUE and c.scores >= 0.3]
    return found[0].place if found else None


def is_body(table: Table, column: Column) -> bool:
    """Whether a column of places names parts of the body, not places on a map."""
    texts = coded(table.column(column.place)).filled[:SAMPLE]
    body = [t for t in texts if set(words_of(t).split()) & BODY or PAIN_WORD.search(plain(t))]
    return bool(texts) and len(body) >= 0.5 * len(texts)


def person_column(table: Table, columns: list[Column]) -> Column | None:
    """The column that tells people apart, when it names more than one."""
    for column in columns:
        names = words_of(column.heading) in ("name", "email", "patient name", "e mail")
        if column.role is Role.PERSON or names:
            known = coded(table.column(column.place))
            people = len([value for value in known.filled if value.lower() != "anonymous"])
            a_row_each = people == len(table.body) and words_of(column.heading) == "record id"
            if people > 1 and not a_row_each:
                return column
    return None
