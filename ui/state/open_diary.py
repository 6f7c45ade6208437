"""The open diary: the client's file as it came, the answers about it, and entries made here.

It is kept with the open visit, the file among the client's records. A sample is not kept, and
neither is a diary opened while no client is open: the page says so.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar, cast

import streamlit as st

from planner.diary import DiaryReading, Row, csv_template, joined, read_diary, read_entries
from planner.diary import result as compared
from planner.model.diary import Choices, DiaryResult
from planner.model.errors import DiaryError, Problem
from ui.state import autosave, records_of_session, session

KEY = session.DIARY
SEEN = f"{KEY}-as-said"  # what the visit said of the diary when it was read
PLACE = "diary"  # where a visit names it

Made = TypeVar("Made")
NO_DIARY = DiaryResult(
    readings=0,
    used=0,
    skipped=(),
    format="none",
    date_order=None,
    scale=None,
    direction=None,
    questions=(),
    days=(),
    sessions=(),
    analysis=None,
    cautions=("No diary was brought.",),
    notes=(),
)


@dataclass(frozen=True)
class OpenDiary:
    """What is known of the client's diary so far; `file` names it among the client's records."""

    name: str = ""
    data: bytes = b""
    choices: Choices = field(default_factory=Choices)
    entries: tuple[Row, ...] = ()
    started: date | None = None
    file: str = ""
    is_sample: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is neither a file nor an entry."""
        return not self.data and not self.entries


def opened() -> OpenDiary:
    """The diary of the open visit; a blank one at first."""
    said = session.read(PLACE)
    if KEY not in st.session_state or st.session_state.get(SEEN) != said:
        _show(_from(said or {}))
    return cast(OpenDiary, st.session_state[KEY])


def _show(diary: OpenDiary) -> None:
    st.session_state[KEY], st.session_state[SEEN] = diary, session.read(PLACE)


def _from(said: Mapping[str, Any]) -> OpenDiary:
    """The diary as a visit names it, with its file from the client's records."""
    file = said.get("file", "")
    return OpenDiary(
        name=said.get("name", ""),
        data=_bytes_of(file) if file else b"",
        choices=Choices.model_validate_json(json.dumps(said.get("choices", {}))),
        entries=tuple(Row(date.fromisoformat(one[0]), *one[1:]) for one in said.get("entries", [])),
        started=date.fromisoformat(said["started"]) if said.get("started") else None,
        file=file,
    )


def _bytes_of(file: str) -> bytes:
    with autosave.trouble_told():
        return records_of_session.records().diary(file)
    return b""  # the refusal is told


def is_kept() -> bool:
    """Whether the open diary is kept with the client; a sample never is."""
    return autosave.place() is not None and not opened().is_sample


def _keep(diary: OpenDiary) -> None:
    """Make this the open diary, and keep it with the client where one is open."""
    here = autosave.place()
    if here is None or diary.is_sample:
        _show(diary)
        return
    if diary.data and not diary.file:
        with autosave.trouble_told():
            line = records_of_session.records().keep_diary(here.client, diary.name, diary.data)
            diary = replace(diary, file=line.id)
        if not diary.file:  # what was said of a file that is not kept would outlive it
            _show(diary)
            return
    session.write(PLACE, _said(diary))
    _show(diary)


def _said(diary: OpenDiary) -> dict[str, Any] | None:
    """The diary as a visit names it; None when it is blank."""
    said = {
        "name": diary.name,
        "file": diary.file,
        "choices": json.loads(diary.choices.model_dump_json(exclude_none=True)),
        "entries": [[one[0].isoformat(), *one[1:]] for one in diary.entries],
        "started": diary.started and diary.started.isoformat(),
    }
    return {part: value for part, value in said.items() if value} or None


def open_file(
    name: str, data: bytes, started: date | None = None, is_sample: bool = False
) -> tuple[Problem, ...]:
    """Take a file; entries made here stay, what was said about an earlier file does not.

    What cannot be read at all is refused with its problems, and the open diary stays.
    """
    entries = () if is_sample else opened().entries
    taken = OpenDiary(name, data, Choices(), entries, started, is_sample=is_sample)
    try:
        _reading(taken)
    except DiaryError as error:
        return error.problems
    _keep(taken)
    return ()


def close() -> None:
    """Put the diary away, so that another one can be opened; behind a sample is the client's."""
    if opened().is_sample:
        st.session_state.pop(KEY)
    else:
        _keep(OpenDiary())
    for made in [key for key in st.session_state if str(key).startswith(f"{KEY}-made-")]:
        del st.session_state[made]


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
    """When the plan started: as said, or the plan a follow-up looks back on; else the visit's day.

    The visit's day counts only where the diary spans it.
    """
    diary, last = opened(), session.last_plan()
    if diary.started or not session.has_pain_source():
        return diary.started
    if last:
        return last.began
    days = [one.date for one in reading().days]
    visit = date.fromisoformat(session.read("on"))
    return visit if days and days[0] < visit <= days[-1] else None


def reading() -> DiaryReading:
    """The file and the entries made here, read together."""
    return _reading(opened())


def result(since: date | None) -> DiaryResult:
    """The diary compared before and after a day; one without a day where none was brought."""
    diary = opened()
    if diary.is_blank:
        return NO_DIARY
    return remembered("review", (diary, since), lambda: compared(reading(), since))


def _reading(of: OpenDiary) -> DiaryReading:
    today = date.today()
    file = replace(of, started=None)  # when the plan started changes nothing in what is read
    return remembered("reading", (file, today), lambda: _read(file, today))


def remembered(name: str, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """What was made of the open diary, made anew when that changed; forgotten with the session."""
    key = f"{KEY}-made-{name}"
    before: tuple[object, Made] | None = st.session_state.get(key)
    if before is None or before[0] != of:
        before = st.session_state[key] = (of, make())
    return before[1]


def entries_file(entries: tuple[Row, ...]) -> bytes:
    """The entries made here as a file that is read back without a question."""
    return csv_template(entries)


def _read(of: OpenDiary, today: date) -> DiaryReading:
    if not of.data:
        return read_entries(of.entries, on=today)
    return joined(read_diary(of.data, of.name, of.choices, on=today), of.entries, on=today)
