"""What the file leaves open, asked with its first rows in sight; and what became of each row."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from planner.diary import TITLES, DiaryReading
from planner.model.diary import Ask, Choices, DateOrder, Direction, Question
from planner.words import say
from ui.parts.wording import plain
from ui.state import open_diary
from ui.state.language import shown, tell, tell_many

PART = {
    Ask.DATE_ORDER: "date_order",
    Ask.SCALE: "scale",
    Ask.DIRECTION: "direction",
    Ask.PAIN_COLUMN: "pain",
    Ask.PERSON: "person",
    Ask.YEAR: "year",
    Ask.WORD_ORDER: "words",
    Ask.BLANK: "blank",
}
ASKED = {
    Ask.DATE_ORDER: say("In which order are the dates written?"),
    Ask.SCALE: say("Which scale are the scores from?"),
    Ask.DIRECTION: say("What does a higher score mean?"),
    Ask.PAIN_COLUMN: say("Which column is the pain?"),
    Ask.PERSON: say("Whose diary is it?"),
}
ORDER = {
    DateOrder.DMY: say("day, month, year"),
    DateOrder.MDY: say("month, day, year"),
    DateOrder.YMD: say("year, month, day"),
}
MEANS = {
    Direction.WORSE: say("A higher score means more pain"),
    Direction.BETTER: say("A higher score means less pain"),
}
WORSE_OR_BETTER = {Direction.WORSE: say("more pain"), Direction.BETTER: say("less pain")}
KINDS = {"generic": say("a table"), **TITLES}
MOST_SKIPPED = 200
USUAL_SCALE = (0, 10)
ALL_OF_THEM = say("all of them, as a mean")
TOGETHER = ""  # stands among the columns for all of them


def draw(reading: DiaryReading) -> None:
    """Every open question; nothing when the file has decided all of them."""
    if not reading.questions:
        return
    with st.container(border=True, key="diary-questions"):
        st.markdown(tell("**The file leaves this open.** Ask the client; nothing is guessed."))
        for question in shown(reading.questions):
            _ask(question)
        _first_rows(reading)


def _ask(question: Question) -> None:
    if not question.choices:
        st.warning(plain(question.why))
        return
    part = PART[question.ask]
    key = f"ask-{question.ask}"
    given = getattr(open_diary.opened().choices, part)
    values = {_in_words(question.ask, one): _value(question.ask, one) for one in question.choices}
    words = list(values)
    now = next((word for word, value in values.items() if value == given), None)
    st.radio(
        tell(ASKED[question.ask]),
        words,
        index=words.index(now) if now else None,
        horizontal=True,
        key=key,
        on_change=partial(_answered, key, part, values),
    )
    st.caption(plain(question.why))


def _answered(key: str, part: str, values: dict[str, Any]) -> None:
    open_diary.answer(part, values[st.session_state[key]])


def _in_words(ask: Ask, choice: str) -> str:
    """A choice in the client's words."""
    if ask is Ask.DATE_ORDER:
        return tell(ORDER[DateOrder(choice)])
    if ask is Ask.DIRECTION:
        return tell(WORSE_OR_BETTER[Direction(choice)])
    if ask is Ask.SCALE:
        low, high = choice.split(",")
        return tell("{low} to {high}", low=low, high=high)
    return plain(choice)


def _value(ask: Ask, choice: str) -> object:
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
            alt=tell("The first rows of the file, as they were written"),
        )


def accounts(reading: DiaryReading) -> None:
    """What became of each row: used, or skipped with the reason; and what was noticed."""
    told = tell("**How the file was read** · {counts}", counts=_counts(reading))
    with st.expander(told, key="diary-accounts", on_change="rerun") as fold:
        if fold.open:
            st.markdown("\n".join(f"- {line}" for line in _how_read(reading)))
            _which_pain(reading)
            if open_diary.opened().choices != Choices():
                again = tell("Answer the questions again")
                st.button(again, key="ask-again", on_click=open_diary.ask_again)
            if reading.skipped:
                _skipped(reading)


def _which_pain(reading: DiaryReading) -> None:
    """A file that rates several pains: their mean is shown until one of them is chosen."""
    if reading.together:
        st.radio(
            tell("Which pain is followed?"),
            [TOGETHER, *reading.together],
            format_func=lambda one: one or tell(ALL_OF_THEM),
            horizontal=True,
            key="which-pain",
            on_change=_one_pain,
        )


def _one_pain() -> None:
    chosen = st.session_state["which-pain"]
    open_diary.answer("pain", chosen or None)


def _counts(reading: DiaryReading) -> str:
    rows = tell_many("{number} row", "{number} rows", reading.readings)
    if reading.questions and not reading.used:
        return tell("{rows}, waiting for the answer", rows=rows)
    counts = {"used": reading.used, "skipped": len(reading.skipped)}
    return tell("{rows}: {used} used, {skipped} skipped", rows=rows, **counts)


def _how_read(reading: DiaryReading) -> list[str]:
    kind = KINDS.get(reading.format, plain(reading.format))
    lines = [tell("Kind of file: {kind}", kind=kind)]
    if reading.date_order:
        lines.append(tell("Dates: {order}", order=ORDER[reading.date_order]))
    if reading.scale:
        lines.append(_scale(*reading.scale))
    if reading.direction:
        lines.append(tell(MEANS[reading.direction]))
    return [*lines, *map(plain, shown(reading.notes))]


def _scale(low: float, high: float) -> str:
    if (low, high) == USUAL_SCALE:
        return tell("Scale: {low:g} to {high:g}", low=low, high=high)
    return tell("Scale: {low:g} to {high:g}; shown beside it as 0 to 10", low=low, high=high)


def _skipped(reading: DiaryReading) -> None:
    first = shown(reading.skipped[:MOST_SKIPPED])
    table = pd.DataFrame(
        {tell("Row"): [one.row for one in first], tell("Why"): [one.why for one in first]}
    )
    st.dataframe(table, hide_index=True, alt=tell("Rows that were not used, each with its reason"))
    if len(reading.skipped) > len(first):
        counts = {"first": len(first), "all": len(reading.skipped)}
        st.caption(tell("The first {first} of {all} skipped rows.", **counts))
