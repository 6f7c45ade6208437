"""The open diary: the client's file as it came, the answers about it, and entries made here."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import numpy as np
import streamlit as st

from planner.diary import Choices, DiaryReading, csv_template, read_diary
from planner.diary.template import Row
from planner.errors import DiaryError, Problem
from ui import session

KEY = "diary"
MADE_HERE = "diary.csv"
AT_ONCE = 8  # readings held while their pages are open


@dataclass(frozen=True)
class OpenDiary:
    """What is known of the client's diary so far."""

    name: str = ""
    data: bytes = b""
    choices: Choices = field(default_factory=Choices)
    entries: tuple[Row, ...] = ()
    started: date | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is neither a file nor an entry."""
        return not self.data and not self.entries


def opened() -> OpenDiary:
    """The open diary; a blank one at first."""
    found: OpenDiary = st.session_state.setdefault(KEY, OpenDiary())
    return found


def _keep(diary: OpenDiary) -> None:
    st.session_state[KEY] = diary


def open_file(name: str, data: bytes, started: date | None = None) -> tuple[Problem, ...]:
    """Take a file; entries made here stay, what was said about an earlier file does not.

    What cannot be read at all is refused with its problems, and the open diary stays.
    """
    taken = replace(opened(), name=name, data=data, choices=Choices(), started=started)
    try:
        _reading(taken)
    except DiaryError as error:
        return error.problems
    _keep(taken)
    return ()


def close() -> None:
    """Put the diary away, so that another one can be opened."""
    _keep(OpenDiary())


def answer(part: str, given: object) -> None:
    """Answer a question about the file."""
    diary = opened()
    _keep(replace(diary, choices=diary.choices.model_copy(update={part: given})))


def ask_again() -> None:
    """Take back every answer about the file."""
    _keep(replace(opened(), choices=Choices()))


def start_on(day: date | None) -> None:
    """Say when the plan started."""
    _keep(replace(opened(), started=day))


def write_down(entry: Row) -> None:
    """Add a day written here; it takes the place of one written before for that day."""
    diary = opened()
    others = [one for one in diary.entries if one[0] != entry[0]]
    _keep(replace(diary, entries=tuple(sorted([*others, entry], key=lambda one: one[0]))))


def started() -> date | None:
    """When the plan started: as said, else the day of the open visit where the diary spans it."""
    diary = opened()
    if diary.started or not session.has_pain_source():
        return diary.started
    days = [one.date for one in reading().days]
    visit = date.fromisoformat(session.read("on"))
    return visit if days and days[0] < visit <= days[-1] else None


def reading() -> DiaryReading:
    """The file and the entries made here, read together."""
    return _reading(opened())


def _reading(of: OpenDiary) -> DiaryReading:
    return _read(of.name, of.data, of.choices, of.entries, date.today())


def entries_file(entries: tuple[Row, ...]) -> bytes:
    """The entries made here as a file that is read back without a question."""
    return csv_template(entries)


@lru_cache(maxsize=AT_ONCE)
def _read(
    name: str, data: bytes, choices: Choices, entries: tuple[Row, ...], today: date
) -> DiaryReading:
    if not data:
        return read_diary(entries_file(entries), MADE_HERE, on=today)
    read = read_diary(data, name, choices, on=today)
    if not entries:
        return read
    here = read_diary(entries_file(entries), MADE_HERE, on=today)
    return _together(read, here)


def _together(file: DiaryReading, here: DiaryReading) -> DiaryReading:
    """A file and the entries made here; for a day in both, what was written here counts."""
    days = {one.date: one for one in (*file.days, *here.days)}
    others = ~np.isin(file.diary.day, here.diary.day)
    return replace(
        file,
        readings=file.readings + here.readings,
        used=file.used + here.used,
        days=tuple(days[day] for day in sorted(days)),
        sessions=tuple(sorted({*file.sessions, *here.sessions})),
        diary=file.diary.only(others).joined_with(here.diary),
    )
