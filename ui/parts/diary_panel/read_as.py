"""How the file was read: which column was taken for what, each to be changed; and every row."""

from functools import partial

import pandas as pd
import streamlit as st

from planner.diary import TITLES, DiaryReading
from planner.model.diary import Choices, Direction, Follow, Part
from planner.visit.said.numbers import Range
from planner.words import say
from ui.parts.diary_panel.asking import FOLLOWED, ORDER, WORSE_OR_BETTER
from ui.parts.fields import ONE_BY_NAME
from ui.parts.markdown import bullets
from ui.parts.number_field import number_field
from ui.state import open_diary
from ui.state.language import shown, tell, tell_many

PARTS = {
    Part.DATE: say("Date"),
    Part.SLEEP: say("Sleep"),
    Part.FUNCTION: say("Got in the way"),
    Part.SESSION: say("Massage session"),
    Part.MEDICINE: say("Medicine"),
    Part.PERSON: say("Person"),
}
PAIN, NONE = say("Pain"), say("no column")
SCALES = ((0, 3), (0, 4), (0, 5), (0, 7), (0, 10), (1, 10), (0, 100))
KINDS = {"generic": say("a table"), **TITLES}
MOST_SKIPPED = 200
FIRST_ROWS = Range(1, 200, whole=True)  # in which the headings are looked for
HEADING_ROW, PAIN_COLUMN, SCALE, END = "read-heading-row", "read-pain", "read-scale", "read-end"


def draw(reading: DiaryReading) -> None:
    """One panel: each part with its column, the scale and its bad end, and what became of rows."""
    with st.container(border=True, key="read-as"):
        st.header(tell("Read as"), anchor=False)
        if reading.columns.headings:
            _columns(reading)
        for note in shown(reading.notes):
            st.caption(note)
        if open_diary.opened().choices != Choices():
            again = tell("Answer the questions again")
            st.button(again, key="ask-again", type="tertiary", on_click=open_diary.ask_again)
        with st.expander(_counts(reading), key="diary-accounts", on_change="rerun") as fold:
            if fold.open:
                _kind(reading)
                if reading.skipped:
                    _skipped(reading)


def folded(reading: DiaryReading) -> None:
    """The same in a fold, for a page that is about something else."""
    told = tell("**How the file was read** · {counts}", counts=_counts(reading))
    with st.expander(told, key="read-as-fold", on_change="rerun") as fold:
        if fold.open:
            draw(reading)


def _columns(reading: DiaryReading) -> None:
    headings, taken = reading.columns.headings, reading.columns.beside
    _of_part(Part.DATE, headings, reading.columns.date[0] if reading.columns.date else "")
    _pain(reading)
    if reading.scale:
        _scale(reading)
    for part in list(PARTS)[1:]:
        _of_part(part, headings, taken.get(part, ""))
    if reading.columns.heading_row is not None:
        row = float(reading.columns.heading_row)
        label = tell("The headings stand in row")
        number_field(label, HEADING_ROW, row, FIRST_ROWS, _heading_row)


def _of_part(part: Part, headings: tuple[str, ...], now: str) -> None:
    key = f"read-{part}"
    st.session_state[key] = now
    st.selectbox(
        tell(PARTS[part]),
        ["", *headings],
        format_func=_named,
        key=key,
        on_change=partial(_corrected, part, key),
        **ONE_BY_NAME,
    )


def _named(heading: str) -> str:
    return tell(FOLLOWED[heading]) if heading in FOLLOWED else heading or tell(NONE)


def _corrected(part: Part, key: str) -> None:
    open_diary.correct(part, st.session_state[key])


def _heading_row(row: float | None) -> None:
    open_diary.answer("heading_row", None if row is None else int(row))


def _pain(reading: DiaryReading) -> None:
    """Which pain is followed; of several the worst of each day is a choice."""
    chosen = open_diary.opened().choices.pain
    now = reading.columns.pain[0] if len(reading.columns.pain) == 1 else ""
    options = _followable(reading)
    said = chosen if chosen in options else now
    st.session_state[PAIN_COLUMN] = said if said in options else ""
    st.selectbox(
        tell(PAIN),
        options,
        format_func=_named,
        key=PAIN_COLUMN,
        on_change=_one_pain,
        **ONE_BY_NAME,
    )


def _followable(reading: DiaryReading) -> list[str]:
    """What can be followed: a pain named in the rows, else a column; or what stands for it."""
    several, headings = reading.together, reading.columns.headings
    in_rows = bool(several) and not set(several) <= set(headings)
    named = several if in_rows else headings
    worst = (Follow.WORST_OF_DAY,) if several else ()
    return ["", *named, *worst, *(() if in_rows else (Follow.COUNT_DAYS,))]


def _one_pain() -> None:
    open_diary.answer("pain", st.session_state[PAIN_COLUMN] or None)


def _scale(reading: DiaryReading) -> None:
    now = reading.scale or SCALES[4]
    scales = SCALES if now in SCALES else (*SCALES, now)
    st.session_state[SCALE], st.session_state[END] = now, reading.direction
    st.selectbox(
        tell("Scale"), scales, format_func=_ends_of, key=SCALE,
        on_change=_answered, args=("scale", SCALE), **ONE_BY_NAME,
    )  # fmt: skip
    st.selectbox(
        tell("Higher means"), list(Direction), index=None, format_func=_means, key=END,
        on_change=_answered, args=("direction", END), **ONE_BY_NAME,
    )  # fmt: skip


def _ends_of(scale: tuple[float, float]) -> str:
    low, high = scale
    return tell("{low:g} to {high:g}", low=low, high=high)


def _means(direction: Direction) -> str:
    return tell(WORSE_OR_BETTER[direction])


def _answered(part: str, key: str) -> None:
    open_diary.answer(part, st.session_state[key])


def _counts(reading: DiaryReading) -> str:
    rows = tell_many("{number} row", "{number} rows", reading.readings)
    if reading.questions and not reading.used:
        return tell("{rows}, waiting for the answer", rows=rows)
    counts = {"used": reading.used, "skipped": len(reading.skipped)}
    return tell("{rows}: {used} used, {skipped} skipped", rows=rows, **counts)


def _kind(reading: DiaryReading) -> None:
    """Which kind of file it is, and how its dates are written."""
    kind = KINDS.get(reading.format, reading.format)
    lines = [tell("Kind of file: {kind}", kind=kind)]
    if reading.date_order:
        lines.append(tell("Dates: {order}", order=ORDER[reading.date_order]))
    st.markdown(bullets(lines))


def _skipped(reading: DiaryReading) -> None:
    first = shown(reading.skipped[:MOST_SKIPPED])
    table = pd.DataFrame(
        {tell("Row"): [one.row for one in first], tell("Why"): [one.why for one in first]}
    )
    st.dataframe(table, hide_index=True, alt=tell("Rows that were not used, each with its reason"))
    if len(reading.skipped) > len(first):
        counts = {"first": len(first), "all": len(reading.skipped)}
        st.caption(tell("The first {first} of {all} skipped rows.", **counts))
