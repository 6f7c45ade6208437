"""What the file leaves open, asked with its first rows in sight."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from planner.diary import DiaryReading
from planner.model.diary import Ask, Blank, DateOrder, Direction, Follow, Question
from planner.model.phrase import Phrase
from planner.words import say
from planner.words.visit import CLOSED
from ui.state import open_diary
from ui.state.language import shown, tell

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
    Ask.YEAR: say("In which year does the first date lie?"),
    Ask.BLANK: say("What does a day without a score mean?"),
}
FOLLOWED: dict[str, Phrase] = {
    Follow.WORST_OF_DAY: say("all of them: the worst of each day"),
    Follow.COUNT_DAYS: say("none of these: count the days with pain (each row is one)"),
}
WORDS_IN_ORDER = say("Choose the words one by one, the least pain first")
TAKE_ORDER = say("Take this order")
ORDERED, FEWEST_WORDS = "words-in-order", 2
ORDER = {
    DateOrder.DMY: say("day, month, year"),
    DateOrder.MDY: say("month, day, year"),
    DateOrder.YMD: say("year, month, day"),
}
WORSE_OR_BETTER = {Direction.WORSE: say("more pain"), Direction.BETTER: say("less pain")}


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
        st.warning(question.why)
        return
    if question.ask is Ask.WORD_ORDER:
        _order(question)
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
    st.caption(question.why)


def _order(question: Question) -> None:
    """The words, chosen one after the other."""
    st.pills(
        tell(WORDS_IN_ORDER),
        question.choices,
        format_func=_place_and_word,
        selection_mode="multi",
        key=ORDERED,
        on_change=_in_order_of_taps,
    )
    st.caption(question.why)
    chosen = _tapped()
    st.button(
        tell(TAKE_ORDER),
        key="take-order",
        disabled=len(chosen) < FEWEST_WORDS,
        on_click=open_diary.answer,
        args=("words", chosen),
    )


def _tapped() -> tuple[str, ...]:
    return tuple(st.session_state.get(f"{ORDERED}-taps", ()))


def _in_order_of_taps() -> None:
    """Keep the order in which words were tapped, whatever order the screen gives them back in."""
    now = st.session_state[ORDERED]
    kept = [word for word in _tapped() if word in now]
    st.session_state[f"{ORDERED}-taps"] = (*kept, *(word for word in now if word not in kept))


def _place_and_word(word: str) -> str:
    taps = _tapped()
    said = word
    return tell("{place}. {word}", place=taps.index(word), word=said) if word in taps else said


def _answered(key: str, part: str, values: dict[str, Any]) -> None:
    open_diary.answer(part, values[st.session_state[key]])


def _in_words(ask: Ask, choice: str) -> str:
    """A choice in the client's words."""
    if ask is Ask.DATE_ORDER:
        return tell(ORDER[DateOrder(choice)])
    if ask is Ask.DIRECTION:
        return tell(WORSE_OR_BETTER[Direction(choice)])
    if ask is Ask.BLANK:
        return tell(CLOSED[Blank][Blank(choice)])
    if ask is Ask.PAIN_COLUMN and choice in FOLLOWED:
        return tell(FOLLOWED[choice])
    if ask is Ask.SCALE:
        low, high = choice.split(",")
        return tell("{low} to {high}", low=low, high=high)
    return choice


def _value(ask: Ask, choice: str) -> object:
    """A choice as the reader takes it."""
    if ask is Ask.DATE_ORDER:
        return DateOrder(choice)
    if ask is Ask.DIRECTION:
        return Direction(choice)
    if ask is Ask.BLANK:
        return Blank(choice)
    if ask is Ask.YEAR:
        return int(choice)
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
