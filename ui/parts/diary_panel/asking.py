"""What the file leaves open, asked with its first rows in sight; and what became of each row."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from planner.diary import TITLES, DiaryReading
from planner.model.diary import Ask, Choices, DateOrder, Direction, Question
from ui.parts.wording import counted, plain
from ui.state import open_diary

PART = {
    Ask.DATE_ORDER: "date_order",
    Ask.SCALE: "scale",
    Ask.DIRECTION: "direction",
    Ask.PAIN_COLUMN: "pain",
    Ask.PERSON: "person",
}
ASKED = {
    Ask.DATE_ORDER: "In which order are the dates written?",
    Ask.SCALE: "Which scale are the scores from?",
    Ask.DIRECTION: "What does a higher score mean?",
    Ask.PAIN_COLUMN: "Which column is the pain?",
    Ask.PERSON: "Whose diary is it?",
}
ORDER = {
    DateOrder.DMY: "day, month, year",
    DateOrder.MDY: "month, day, year",
    DateOrder.YMD: "year, month, day",
}
MEANS = {Direction.WORSE: "more pain", Direction.BETTER: "less pain"}
KINDS = {"generic": "a table", **TITLES}
MOST_SKIPPED = 200
ALL_OF_THEM = "all of them, as a mean"


def draw(reading: DiaryReading) -> None:
    """Every open question; nothing when the file has decided all of them."""
    if not reading.questions:
        return
    with st.container(border=True, key="diary-questions"):
        st.markdown("**The file leaves this open.** Ask the client; nothing is guessed.")
        for question in reading.questions:
            _ask(question)
        _first_rows(reading)


def _ask(question: Question) -> None:
    if not question.choices:
        st.warning(plain(question.why))
        return
    part = PART[question.ask]
    key = f"ask-{question.ask}"
    given = getattr(open_diary.opened().choices, part)
    values = {_shown(question.ask, one): _value(question.ask, one) for one in question.choices}
    words = list(values)
    now = next((word for word, value in values.items() if value == given), None)
    st.radio(
        ASKED[question.ask],
        words,
        index=words.index(now) if now else None,
        horizontal=True,
        key=key,
        on_change=partial(_answered, key, part, values),
    )
    st.caption(plain(question.why))


def _answered(key: str, part: str, values: dict[str, Any]) -> None:
    open_diary.answer(part, values[st.session_state[key]])


def _shown(ask: Ask, choice: str) -> str:
    """A choice in the client's words."""
    if ask is Ask.DATE_ORDER:
        return ORDER[DateOrder(choice)]
    if ask is Ask.DIRECTION:
        return MEANS[Direction(choice)]
    if ask is Ask.SCALE:
        return " to ".join(choice.split(","))
    return plain(choice)


def _value(ask: Ask, choice: str) -> Any:
    """A choice as the reader takes it."""
    if ask is Ask.DATE_ORDER:
        return DateOrder(choice)
    if ask is Ask.DIRECTION:
        return Direction(choice)
    if ask is Ask.SCALE:
        low, high = (float(end) for end in choice.split(","))
        return (low, high)
    return choice


def _first_rows(reading: DiaryReading) -> None:
    if len(reading.first_rows) > 1:
        head, *rows = reading.first_rows
        numbered = [f"{name} " if head[:place].count(name) else name
                    for place, name in enumerate(head)]  # fmt: skip
        st.dataframe(
            pd.DataFrame(rows, columns=pd.Index(numbered)),
            hide_index=True,
            alt="The first rows of the file, as they were written",
        )


def accounts(reading: DiaryReading) -> None:
    """What became of each row: used, or skipped with the reason; and what was noticed."""
    told = f"**How the file was read** · {_counts(reading)}"
    with st.expander(told, key="diary-accounts", on_change="rerun") as fold:
        if fold.open:
            st.markdown("\n".join(f"- {line}" for line in _how_read(reading)))
            _which_pain(reading)
            if open_diary.opened().choices != Choices():
                st.button(
                    "Answer the questions again", key="ask-again", on_click=open_diary.ask_again
                )
            if reading.skipped:
                _skipped(reading)


def _which_pain(reading: DiaryReading) -> None:
    """A file that rates several pains: their mean is shown until one of them is chosen."""
    if reading.together:
        st.radio(
            "Which pain is followed?",
            [ALL_OF_THEM, *reading.together],
            horizontal=True,
            key="which-pain",
            on_change=_one_pain,
        )


def _one_pain() -> None:
    chosen = st.session_state["which-pain"]
    open_diary.answer("pain", None if chosen == ALL_OF_THEM else chosen)


def _counts(reading: DiaryReading) -> str:
    rows = counted(reading.readings, "row", "rows")
    if reading.questions and not reading.used:
        return f"{rows}, waiting for the answer"
    return f"{rows}: {reading.used} used, {len(reading.skipped)} skipped"


def _how_read(reading: DiaryReading) -> list[str]:
    lines = [f"Kind of file: {KINDS.get(reading.format, plain(reading.format))}"]
    if reading.date_order:
        lines.append(f"Dates: {ORDER[reading.date_order]}")
    if reading.scale:
        low, high = reading.scale
        view = "" if (low, high) == (0, 10) else "; shown beside it as 0 to 10"
        lines.append(f"Scale: {low:g} to {high:g}{view}")
    if reading.direction:
        lines.append(f"A higher score means {MEANS[reading.direction]}")
    return [*lines, *map(plain, reading.notes)]


def _skipped(reading: DiaryReading) -> None:
    shown = reading.skipped[:MOST_SKIPPED]
    table = pd.DataFrame({"Row": [one.row for one in shown], "Why": [one.why for one in shown]})
    st.dataframe(table, hide_index=True, alt="Rows that were not used, each with its reason")
    if len(reading.skipped) > len(shown):
        st.caption(f"The first {len(shown)} of {len(reading.skipped)} skipped rows.")
