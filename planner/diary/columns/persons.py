"""Which column tells people apart: by its heading, or because its values each span many days."""

import re

import numpy as np

from planner.diary.columns.described import MOSTLY, SAMPLE, Column
from planner.diary.columns.headings import NOT_A_SCORE, PAIN_WORD, Role, words_of
from planner.diary.columns.tables import Table
from planner.diary.values.cells import Coded, coded
from planner.diary.values.clock import is_clock
from planner.diary.values.date_forms import time_after
from planner.diary.values.lexicon import BODY, plain

NAMED_SO = (
    "name", "email", "patient name", "e mail", "id", "code", "initials", "initial", "mrn", "case",
    "study id", "kunde", "kundennummer", "klient", "patientin", "nr", "record", "record id",
    "subject no", "participant no", "client no", "chart no", "cliente", "paciente", "fall",
    "who", "ref", "reference", "dossier", "file no", "member", "family member", "klant",
    "pacjent", "utente", "paziente", "utilisateur", "usuario", "wer", "qui", "sheet",
)  # fmt: skip
MOST_PEOPLE = 500
LEAST_DAYS = 4  # that most people of a diary of several have
NEARLY_ALL = 0.8
BALANCED = 0.6  # of all days of all people, where their rows are mixed
RUNS = 1.5  # for each person, where their rows stand together
CODE = re.compile(r"(?=.*\d)[\w#./-]{1,20}|[A-Z][A-Z.]{0,3}")
TITLED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_.]*)?")
LONGEST_CODE = 4  # letters of initials


def person_column(table: Table, columns: list[Column], date: tuple[int, ...]) -> int | None:
    """The column that tells people apart, when it names more than one."""
    said = (c for c in columns if c.role is Role.PERSON or words_of(c.heading) in NAMED_SO[:4])
    named = next((c.place for c in said if _tells_people_apart(table, c)), None)
    if named is not None or len(date) != 1:
        return named
    able = [c.place for c in columns if c.place not in date and _may_tell(table, c)]
    if not able:
        return None
    days = coded(table.column(date[0]).map(_without_time))
    return next((at for at in able if _spans_days(coded(table.column(at)), days)), None)


def _without_time(text: str) -> str:
    """The date of a cell, without the time that stands behind it."""
    behind = time_after(text)
    return text[: len(text) - len(behind)].rstrip(" T,") if behind else text


def holds_names(table: Table, place: int) -> bool:
    """Whether a column's values may be names, and not codes."""
    values = coded(table.column(place)).filled
    return not all(map(_is_code, values))


def _is_code(text: str) -> bool:
    """Whether a text has a digit, or is as short as initials and in capitals as they are."""
    return any(map(str.isdigit, text)) or (len(text) <= LONGEST_CODE and text == text.upper())


def _tells_people_apart(table: Table, column: Column) -> bool:
    """Whether a column names several people, and is not the number of each record."""
    known = coded(table.column(column.place))
    people = len([value for value in known.filled if value.lower() != "anonymous"])
    a_row_each = people == len(table.body) and words_of(column.heading) == "record id"
    return people > 1 and not a_row_each


def _may_tell(table: Table, column: Column) -> bool:
    """Whether a column may hold codes or names of people."""
    heading = words_of(column.heading)
    is_named = heading in NAMED_SO
    if not is_named and (column.role is not None or NOT_A_SCORE.search(heading)):
        return False
    if not is_named and (column.scores >= MOSTLY or column.says_yes_or_no):
        return False
    values = coded(table.column(column.place)).filled
    if not 1 < len(values) <= MOST_PEOPLE or is_body(table, column) or all(map(is_clock, values)):
        return False
    return is_named or all(CODE.fullmatch(one) or TITLED.fullmatch(one) for one in values)


def _spans_days(people: Coded, days: Coded) -> bool:
    """Whether values each span many days, while the days repeat from one value to the next."""
    filled = np.array([bool(one) for one in people.values])[people.codes]
    who, day = people.codes[filled], days.codes[filled]
    pairs = np.unique(who * (len(days.values) + 1) + day)
    days_each = np.bincount(pairs // (len(days.values) + 1))
    days_each = days_each[days_each > 0]
    different = len(np.unique(day))
    if (days_each >= LEAST_DAYS).mean() < NEARLY_ALL or len(pairs) < RUNS * different:
        return False
    runs = 1 + np.count_nonzero(np.diff(who))
    return bool(
        runs <= RUNS * len(days_each) or len(pairs) >= BALANCED * different * len(days_each)
    )


def is_body(table: Table, column: Column) -> bool:
    """Whether a column of places names parts of the body, not places on a map."""
    texts = coded(table.column(column.place)).filled[:SAMPLE]
    body = [t for t in texts if set(words_of(t).split()) & BODY or PAIN_WORD.search(plain(t))]
    return bool(texts) and len(body) >= MOSTLY * len(texts)
