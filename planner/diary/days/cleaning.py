"""From a table and its layout to days: every row used or skipped with a reason."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.diary.columns.by_hand import columns_of
from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.attacks import (
    are_attacks,
    counted_days,
    counted_rows,
    said_of_unscored,
    unscored_rows,
    unwritten,
    with_days_between,
    with_unscored,
)
from planner.diary.days.doubtful import far_off, repeated
from planner.diary.days.entries import Diary, DiaryReading
from planner.diary.days.filling import combined, filled, filled_down
from planner.diary.days.grading import Graded
from planner.diary.days.pains import rated, said_of_pains
from planner.diary.days.people import of_one_person, people_in
from planner.diary.days.rows import Mask, RowAccount
from planner.diary.days.sessions import session_rows
from planner.diary.days.shown import first_rows
from planner.diary.days.summing import DatedRows, days_of, diary_of
from planner.diary.days.yearless import read_yearless, year_question
from planner.diary.values.cells import coded, coded_dates
from planner.diary.values.date_forms import EPOCH, IN_UTC
from planner.diary.values.dates import NO_DAY, DateColumn, read_dates
from planner.diary.values.lexicon import NO_SESSION, is_nothing, plain
from planner.model.diary import Ask, Blank, Choices, Day, Direction, Question
from planner.words import say

WAITS = {
    Ask.DATE_ORDER: say("waits for the answer about the order of day and month"),
    Ask.DIRECTION: say("waits for the answer about which end of the scale is bad"),
    Ask.PAIN_COLUMN: say("waits for the answer about which column is pain"),
    Ask.YEAR: say("waits for the answer about the year"),
    Ask.WORD_ORDER: say("waits for the answer about the order of the words"),
    Ask.PERSON: say("waits for the answer about whose diary this is"),
}
NO_DATES = say("no column of dates was found")
NO_PAIN, NO_SLEEP = say("no pain in this file"), say("no sleep in this row")
SESSION_KEPT = say("its massage session was kept")
COUNTED = say("No score says how bad the pain was: the days with pain are counted.")
UTC = say("The times are in UTC (Z): late in the evening or at night the day may be one off.")
LOOKED_AT = 200  # rows that show how a column's times are written
ONCE_MORE = say("the same entry stands above")


@dataclass
class Work:
    """What is known of a file while it is being read."""

    table: Table
    layout: Layout
    account: RowAccount
    dates: DateColumn | None = None
    pains: list[Graded] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    people: int = 1
    counted: tuple[Day, ...] = ()
    unscored: Mask = field(default_factory=lambda: np.zeros(0, dtype=bool))

    @cached_property
    def day_numbers(self) -> NDArray[np.int64]:
        """The day of each row since 1970; NO_DAY where it has none."""
        if self.dates is None:
            return np.full(len(self.account.rows), NO_DAY)
        return self.dates.days[self.dates.column.codes]


def clean(table: Table, layout: Layout, choices: Choices, on: date | None) -> DiaryReading:
    """Read every row of a table as its layout says."""
    work = Work(table, layout, RowAccount(table.rows), notes=list(layout.notes))
    work.notes += said_of_pains(table, layout, choices)
    work.questions += layout.questions
    work.people = people_in(table, layout)
    work.questions += of_one_person(table, layout, choices, work.account)
    _read_day_of_each_row(work, choices, on)
    for keep in layout.filters:
        column = coded(table.column(keep.column))
        work.account.skip(~column.where(keep.keeps), keep.why)
    work.unscored = unscored_rows(table, layout, work.account)
    if layout.pain:
        found = rated(table, layout, choices, work.account)
        work.account.take_back(work.unscored)
        work.pains = found.pains
        work.questions += found.questions
        work.notes += found.notes
    _leave_out_doubtful(work)
    if layout.counted:
        _count(work, choices)
    return _finished(work, session_rows(table, layout), choices)


def _count(work: Work, choices: Choices) -> None:
    """The days of a diary without scores, and what its days without a row are."""
    with_pain = counted_rows(work.table, work.layout, work.account)
    rows = DatedRows(work.day_numbers, work.account.used)
    if with_pain.all():
        work.questions += unwritten(rows, choices)
    work.notes.append(COUNTED)
    work.counted = counted_days(work.table, work.layout, rows, with_pain, choices)


def _leave_out_doubtful(work: Work) -> None:
    """Skip what is said twice, and a day far from all others; both are told."""
    days = work.day_numbers
    if work.pains and work.dates:
        work.account.skip(repeated(work.table, work.layout, days), ONCE_MORE)
    for day, apart in far_off(days, work.account.used).items():
        on = EPOCH + timedelta(days=day)
        told = say("{day} stands {apart} days from all the others", day=on, apart=apart)
        work.account.skip(days == day, told)
        work.notes.append(say("{what}: it was left out. Is its year right?", what=told))


def _read_day_of_each_row(work: Work, choices: Choices, on: date | None) -> None:
    """Find the date of each row; rows without one are skipped."""
    table, layout = work.table, work.layout
    if not layout.date:
        work.account.skip_all(NO_DATES)
        return
    texts = combined(table, layout.date)
    if any(IN_UTC.fullmatch(text) for text in texts.head(LOOKED_AT)):
        work.notes.append(UTC)
    column = table.first if layout.date == (0,) else coded_dates(texts)
    if "" in column.values:
        texts, given = filled_down(table, layout, texts)
        column = coded(texts)
        if given:
            work.notes.append(say("Rows without a date took the date above: {rows}.", rows=given))
    latest = on.year + 1 if on else None
    if not layout.has_no_year:
        weekdays = None if layout.weekday is None else coded(table.column(layout.weekday))
        work.dates = read_dates(column, choices.date_order, latest, weekdays)
    elif choices.year is None:
        work.questions.append(year_question(column, on))
        return
    else:
        work.dates = read_yearless(texts, choices.year, choices.date_order, latest)
        column = work.dates.column
    work.account.skip_texts(column, work.dates.reasons)
    work.notes += work.dates.notes
    if work.dates.question:
        work.questions.append(work.dates.question)


def _finished(work: Work, sessions: Mask, choices: Choices) -> DiaryReading:
    """The reading, once nothing more can be learnt of its rows."""
    numbers = work.day_numbers
    mine = sessions & (numbers > NO_DAY) & work.account.same_person if sessions.any() else sessions
    kept = _settled(work, mine)
    used = work.account.used
    rows = DatedRows(numbers, used)
    diary = diary_of(work.table, work.layout, work.pains, rows)
    first_pain = work.pains[0] if work.pains else None
    days = _days(work, diary, rows, choices)
    return DiaryReading(
        format=work.layout.format,
        readings=len(work.account.rows),
        used=int(used.sum()),
        skipped=work.account.skipped(),
        date_order=work.dates.order if work.dates else None,
        scale=first_pain.scale if first_pain else None,
        direction=first_pain.direction if first_pain else None,
        questions=tuple(work.questions),
        days=days,
        sessions=tuple(EPOCH + timedelta(days=int(day)) for day in np.unique(numbers[kept])),
        notes=(*work.notes, *(() if work.layout.counted else said_of_unscored(days))),
        diary=diary,
        first_rows=first_rows(work.table, work.layout, work.questions),
        together=work.layout.together,
        blank=choices.blank,
        medicine=_medicine_days(work, numbers),
        columns=columns_of(work.table, work.layout),
        people=work.people,
    )


def _days(work: Work, diary: Diary, rows: DatedRows, choices: Choices) -> tuple[Day, ...]:
    """The days as they were counted or scored; none while a question waits."""
    if work.layout.counted:
        return work.counted if rows.used.any() else ()
    scored = days_of(diary, work.table, work.layout, rows)
    days = with_unscored(scored, work.table, work.layout, rows, work.unscored)
    if not are_attacks(work.table, work.layout, days):
        return days
    if choices.blank is not Blank.NO_PAIN:
        work.questions += unwritten(rows, choices)
        return days
    low, high = work.pains[0].scale
    return with_days_between(days, high if work.pains[0].direction is Direction.BETTER else low)


def _medicine_days(work: Work, numbers: NDArray[np.int64]) -> tuple[date, ...] | None:
    """The days on which medicine was taken; None where no column says so."""
    if work.layout.medicine is None:
        return None
    taken = coded(work.table.column(work.layout.medicine)).where(_was_taken)
    taken &= (numbers > NO_DAY) & work.account.same_person
    return tuple(EPOCH + timedelta(days=int(day)) for day in np.unique(numbers[taken]))


def _was_taken(text: str) -> bool:
    return not (is_nothing(text) or plain(text) in NO_SESSION)


def _settled(work: Work, sessions: Mask) -> Mask:
    """Skip the rows that can have no score; the rows whose massage session is kept.

    While a question that decides the days is open, no row is used.
    """
    account, layout = work.account, work.layout
    waits = [WAITS[question.ask] for question in work.questions if question.ask in WAITS]
    if waits:
        account.skip_all(waits[0])
        return np.zeros_like(sessions)
    if layout.pain or layout.counted:
        account.add_to_reasons(sessions, SESSION_KEPT)
    elif layout.sleep is None:
        account.skip_all(NO_PAIN)
    else:
        account.skip(~filled(work.table, (layout.sleep,)).to_numpy(), NO_SLEEP)
    return sessions
