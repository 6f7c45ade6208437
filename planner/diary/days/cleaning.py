"""From a table and its layout to days: every row used or skipped with a reason."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.entries import DiaryReading
from planner.diary.days.filling import combined, filled, filled_down
from planner.diary.days.grading import Graded, graded
from planner.diary.days.people import of_one_person
from planner.diary.days.rows import RowAccount
from planner.diary.days.sessions import session_rows
from planner.diary.days.summing import days_of, diary_of
from planner.diary.values.cells import Coded, coded, coded_dates
from planner.diary.values.date_forms import EPOCH
from planner.diary.values.dates import NO_DAY, DateColumn, read_dates
from planner.model.diary import Ask, Choices, Question, Scale

WAITS = {
    Ask.DATE_ORDER: "waits for the answer about the order of day and month",
    Ask.DIRECTION: "waits for the answer about which end of the scale is bad",
    Ask.PAIN_COLUMN: "waits for the answer about which column is pain",
    Ask.PERSON: "waits for the answer about whose diary this is",
}
TOGETHER = "Taken together, as the mean of each day: {}."
SESSION_KEPT = "its massage session was kept"


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


def clean(table: Table, layout: Layout, choices: Choices, on: date | None) -> DiaryReading:
    """Read every row of a table as its layout says."""
    work = Work(table, layout, RowAccount(table.rows), notes=list(layout.notes))
    if layout.together:
        work.notes.append(TOGETHER.format(", ".join(layout.together)))
    work.questions += layout.questions
    work.questions += of_one_person(table, layout, choices, work.account)
    read_day_of_each_row(work, choices, on)
    for keep in layout.filters:
        column = coded(table.column(keep.column))
        work.account.skip(~column.where(keep.keeps), keep.why)
    grade(work, choices)
    sessions = session_rows(table, layout)
    return finished(work, sessions)


def read_day_of_each_row(work: Work, choices: Choices, on: date | None) -> None:
    """Find the date of each row; rows without one are skipped."""
    table, layout = work.table, work.layout
    if not layout.date:
        work.account.skip(np.ones(len(table.rows), bool), "no column of dates was found")
        return
    texts = combined(table, layout.date)
    column = table.first if layout.date == (0,) else coded_dates(texts)
    if "" in column.values:
        texts, given = filled_down(table, layout, texts)
        column = coded(texts)
        if given:
            work.notes.append(f"Rows without a date took the date above: {given}.")
    weekdays = None if layout.weekday is None else coded(table.column(layout.weekday))
    latest = on.year + 1 if on else None
    work.dates = read_dates(column, choices.date_order, latest, weekdays)
    work.account.skip_texts(column, work.dates.reasons)
    work.notes += work.dates.notes
    if work.dates.question:
        work.questions.append(work.dates.question)


def grade(work: Work, choices: Choices) -> None:
    """Read the pain of each row that is still in use."""
    layout, account = work.layout, work.account
    if not layout.pain:
        return
    skip_overfull(work)
    columns = [pain_texts(work, place) for place in layout.pain]
    headings = [work.table.header[place] for place in layout.pain]
    work.pains, questions = graded(columns, headings, layout, choices, account.used)
    work.questions += questions
    if len(work.pains) == 1:
        account.skip_texts(work.pains[0].column, work.pains[0].reasons)
        return
    none = np.all([np.isnan(pain.of_rows) for pain in work.pains], axis=0)
    account.skip(none, "no pain score in this row")
    for pain, heading in zip(work.pains, headings, strict=True):
        lost = [why for why in pain.reasons if why and not why.startswith("no ")]
        if lost:
            work.notes.append(f"In the column {heading}, some cells were not used: {lost[0]}.")


def pain_texts(work: Work, place: int) -> Coded:
    """The cells of a pain column, or the part of them that belongs to one named scale."""
    column = work.table.column(place)
    if work.layout.inside is None:
        return coded(column)
    name = work.layout.inside
    parts = {
        cell: next((p.partition(":")[2] for p in cell.split("|")
                    if p.partition(":")[0].strip() == name), "")
        for cell in map(str, column.unique())
    }  # fmt: skip
    return coded(column.map(parts))


def skip_overfull(work: Work) -> None:
    """Skip rows with more cells than headings when the pain or the date may be cut in two."""
    table, layout = work.table, work.layout
    width = len(table.header)
    at_the_end = max(*layout.pain, *layout.date, 0) >= width - 1
    if not table.headed or not at_the_end or table.body.shape[1] == width:
        return
    extra = filled(table, tuple(range(width, table.body.shape[1])))
    if extra.any():
        work.account.skip(extra.to_numpy(), "this row has more cells than there are headings")


def finished(work: Work, sessions: NDArray[np.bool_]) -> DiaryReading:
    """The reading; while a question that decides the days is open, no row is used."""
    account = work.account
    dates = work.dates
    numbers = dates.days[dates.column.codes] if dates else np.full(len(account.rows), NO_DAY)
    blocking = [question for question in work.questions if question.ask in WAITS]
    mine = sessions & (numbers > NO_DAY) & account.same_person if sessions.any() else sessions
    if blocking:
        account.skip(np.ones(len(account.rows), bool), WAITS[blocking[0].ask])
        mine &= False
    elif not work.layout.pain and work.layout.sleep is None:
        account.skip(np.ones(len(account.rows), bool), "no pain in this file")
    elif not work.layout.pain:
        asleep = filled(work.table, (work.layout.sleep or 0,)).to_numpy()
        account.skip(~asleep, "no sleep in this row")
    else:
        account.add_to_reasons(mine, SESSION_KEPT)
    used = account.used
    diary = diary_of(work.table, work.layout, work.pains, numbers, used)
    scale: Scale | None = work.pains[0].scale if work.pains else None
    return DiaryReading(
        format=work.layout.format,
        readings=len(account.rows),
        used=int(used.sum()),
        skipped=account.skipped(),
        date_order=dates.order if dates else None,
        scale=scale,
        direction=work.pains[0].direction if work.pains else None,
        questions=tuple(work.questions),
        days=days_of(diary, work.table, work.layout, numbers, used),
        sessions=tuple(EPOCH + timedelta(days=int(day)) for day in np.unique(numbers[mine])),
        notes=tuple(work.notes),
        diary=diary,
        first_rows=first_rows(work),
        together=work.layout.together,
    )


def first_rows(work: Work) -> tuple[tuple[str, ...], ...]:
    """The headings and first five rows of the columns that are read, for a person to check."""
    layout = work.layout
    places = dict.fromkeys((*layout.date, layout.clock, *layout.pain, layout.site))
    shown = [place for place in places if place is not None]
    head = tuple(work.table.header[place] for place in shown)
    body = work.table.body.head(5).iloc[:, shown]
    return (head, *(tuple(map(str, row)) for row in body.itertuples(index=False)))
