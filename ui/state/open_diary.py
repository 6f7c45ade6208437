"""The open diary: the client's file as it came, the answers about it, and entries made here.

It is kept with the open visit, the file among the client's records. A sample is not kept, and
neither is a diary opened while no client is open: the page says so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar, cast

import streamlit as st

from planner.diary import DiaryReading, joined, kept_file, read_diary, read_entries
from planner.diary import result as compared
from planner.model.diary import Choices, DayWritten, DiaryResult, Milestone, Part
from planner.model.errors import DiaryError, Problem
from planner.model.visit import KeptDiary
from planner.visit.said.diary import (
    NO_DIARY,
    answered,
    answered_before,
    as_kept,
    corrected,
    plan_started,
    taken_over,
    with_diary,
    written_down,
)
from ui.state import autosave, clock, records_of_session, session
from ui.state.last_diary import latest_first

KEY = session.DIARY
SEEN = f"{KEY}-as-said"  # what the visit said of the diary when it was read

Made = TypeVar("Made")


@dataclass(frozen=True)
class OpenDiary:
    """What is known of the client's diary so far; `file` names it among the client's records."""

    name: str = ""
    data: bytes = b""
    choices: Choices = field(default_factory=Choices)
    headings: tuple[str, ...] = ()
    entries: tuple[DayWritten, ...] = ()
    started: date | None = None
    file: str = ""
    is_sample: bool = False
    window: int | None = None
    bad_from: float | None = None
    milestones: tuple[Milestone, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is neither a file nor an entry."""
        return not self.data and not self.entries


def opened() -> OpenDiary:
    """The diary of the open visit; a blank one at first."""
    kept = session.draft().diary
    if KEY not in st.session_state or st.session_state.get(SEEN) != kept:
        _show(_from(kept or KeptDiary()))
    return cast(OpenDiary, st.session_state[KEY])


def _show(diary: OpenDiary) -> None:
    st.session_state[KEY], st.session_state[SEEN] = diary, session.draft().diary


def _from(kept: KeptDiary) -> OpenDiary:
    """The diary as a visit names it, with its file from the client's records."""
    return OpenDiary(
        name=kept.name,
        data=_bytes_of(kept.file) if kept.file else b"",
        choices=kept.choices,
        headings=kept.headings,
        entries=kept.entries,
        started=kept.started,
        file=kept.file,
        **_of_the_client(kept),
    )


def _of_the_client(kept: KeptDiary) -> dict[str, Any]:
    """What is said of the client rather than of a file."""
    return {name: getattr(kept, name) for name in ("window", "bad_from", "milestones")}


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
    session.change(with_diary, as_kept(_of_a_visit(diary)))
    _show(diary)


def _of_a_visit(diary: OpenDiary) -> KeptDiary:
    """The diary as a visit names it."""
    said = {one: getattr(diary, one) for one in KeptDiary.model_fields}
    return KeptDiary(**said)


def open_file(
    name: str, data: bytes, started: date | None = None, is_sample: bool = False
) -> tuple[Problem, ...]:
    """Take a file; entries made here stay, what was said about an earlier file does not.

    What cannot be read at all is refused with its problems, and the open diary stays. Of an app's
    own file its table alone is taken.
    """
    entries = () if is_sample else opened().entries
    kept = taken_over(_before(is_sample))
    try:
        taken = OpenDiary(*kept_file(name, data), entries=entries, started=started,
                          is_sample=is_sample, **_of_the_client(kept))  # fmt: skip
        headings = _reading(taken).columns.headings
    except DiaryError as error:
        return error.problems
    _keep(replace(taken, headings=headings, choices=answered_before(headings, _before(is_sample))))
    return ()


def _before(is_sample: bool) -> Iterable[KeptDiary]:
    return () if is_sample else latest_first()


def close() -> None:
    """Put the diary away, so that another one can be opened; behind a sample is the client's."""
    if opened().is_sample:
        st.session_state.pop(KEY)
    else:
        _keep(OpenDiary(**_of_the_client(session.draft().diary or KeptDiary())))
    for made in [key for key in st.session_state if str(key).startswith(f"{KEY}-made-")]:
        del st.session_state[made]


def answer(part: str, given: object) -> None:
    """Answer a question about the file."""
    diary = opened()
    _keep(replace(diary, choices=answered(diary.choices, part, given)))


def correct(part: Part, heading: str) -> None:
    """Say which column holds a part, "" for none; who was chosen of another column is forgotten."""
    diary = opened()
    _keep(replace(diary, choices=corrected(diary.choices, part, heading)))


def ask_again() -> None:
    """Take back every answer about the file."""
    _keep(replace(opened(), choices=Choices()))


def start_on(day: date | None) -> None:
    """Say when the plan started."""
    _keep(replace(opened(), started=day))


def compare(window: int | None, bad_from: float | None) -> None:
    """Say how many days of each side are compared, and from when on a day is bad."""
    _keep(replace(opened(), window=window, bad_from=bad_from))


def mark(milestones: tuple[Milestone, ...]) -> None:
    """Say which days may matter to the pain."""
    _keep(replace(opened(), milestones=milestones))


def write_down(entry: DayWritten) -> None:
    """Add a day written here; it takes the place of one written before for that day."""
    diary = opened()
    _keep(replace(diary, entries=written_down(diary.entries, entry)))


def started() -> date | None:
    """When the plan started, as far as anything tells."""
    said, last = opened().started, session.last_plan()
    days = () if said or last else reading().days
    return plan_started(said, session.draft(), last, days)


def reading() -> DiaryReading:
    """The file and the entries made here, read together."""
    return _reading(opened())


def result(since: date | None) -> DiaryResult:
    """The diary compared before and after a day; one without a day where none was brought."""
    diary = opened()
    if diary.is_blank:
        return NO_DIARY
    how = (since, diary.window, diary.bad_from)
    return remembered("review", (diary, since), lambda: compared(reading(), *how))


def _reading(of: OpenDiary) -> DiaryReading:
    today = clock.today()
    file = replace(of, started=None, window=None, bad_from=None, milestones=())  # none is read
    return remembered("reading", (file, today), lambda: _read(file, today))


def remembered(name: str, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """What was made of the open diary, made anew when that changed; forgotten with the session."""
    key = f"{KEY}-made-{name}"
    before: tuple[object, Made] | None = st.session_state.get(key)
    if before is None or before[0] != of:
        before = st.session_state[key] = (of, make())
    return before[1]


def _read(of: OpenDiary, today: date) -> DiaryReading:
    if not of.data:
        return read_entries(of.entries, on=today)
    return joined(read_diary(of.data, of.name, of.choices, on=today), of.entries, on=today)
