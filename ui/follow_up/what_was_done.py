"""The last step: how it was after last time, what was done, the goals, the change overall."""

from functools import partial
from typing import Literal

import streamlit as st

from planner.model.follow_up import AfterLastTime, Done, Overall, OverallChange
from planner.model.plan import Plan
from planner.model.visit import GoalSoFar
from planner.visit.follow_up import Rated, said_there, with_fact, with_rating
from ui.parts.fields import shown
from ui.parts.wording import day, plain
from ui.state import session

SCORES = list(range(11))
MOST = 500.0
GOAL_ENDS = ("0 cannot do it", "10 as before the pain")
RATED: dict[Rated, str] = {"before": "Before the plan", "now": "Now"}
Counted = Literal["sessions", "self_care"]
Typed = Literal["words", "findings"]
TYPED: dict[Typed, str] = {"words": "In the client's own words", "findings": "What you found"}


def draw(last: Plan) -> None:
    """The whole step; all of it may stay empty."""
    st.caption("What nobody asked stays empty: nothing is guessed.")
    facts = said_there(session.draft()).facts
    after = facts.after_last_time
    st.radio(
        "How were you after last time?",
        [one.value for one in AfterLastTime],
        format_func=lambda one: one.capitalize(),
        index=None,
        **shown("follow-up-after_last_time", after.value if after else None, _keep_after),
    )
    _flares(facts.long_flares)
    sessions, home = st.columns(2)
    with sessions:
        _done("sessions", facts.sessions, "Sessions since the last plan")
    with home:
        _done("self_care", facts.self_care, "Days with home care, of the last 7", most=7.0)
    _goals()
    _overall(facts.overall)
    for part, label in TYPED.items():
        st.text_area(
            label,
            max_chars=500,
            height=80,
            **shown(f"follow-up-{part}", getattr(facts, part), partial(_keep_words, part)),
        )
    st.caption(f"The last plan is of {day(last.on)}.")


def _keep_after(answer: str | None) -> None:
    session.change(with_fact, "after_last_time", AfterLastTime(answer) if answer else None)


def _keep_words(part: Typed, words: str) -> None:
    session.change(with_fact, part, words or None)


def _flares(kept: int | None) -> None:
    st.number_input(
        "How often was pain up for more than 48 hours after a session?",
        min_value=0.0,
        max_value=MOST,
        step=1.0,
        format="%.0f",
        placeholder="Not asked",
        **shown("follow-up-long_flares", None if kept is None else float(kept), _keep_flares),
    )


def _keep_flares(number: float | None) -> None:
    session.change(with_fact, "long_flares", None if number is None else int(number))


def _done(part: Counted, kept: Done | None, label: str, most: float = MOST) -> None:
    st.number_input(
        label,
        min_value=0.0,
        max_value=most,
        step=1.0,
        format="%.0f",
        placeholder="Not asked",
        **shown(f"follow-up-{part}", float(kept.done) if kept else None, partial(_keep_done, part)),
    )


def _keep_done(part: Counted, number: float | None) -> None:
    session.change(with_fact, part, None if number is None else Done(done=int(number)))


def _goals() -> None:
    for place, goal in enumerate(said_there(session.draft()).goals):
        with st.container(border=True, key=f"goal-{place}", gap="xxsmall"):
            st.markdown(f"**{plain(goal.goal)}**")
            _ratings(place, goal)
            low, high = GOAL_ENDS
            st.html(f'<div class="ends"><span>{low}</span><span>{high}</span></div>')


def _ratings(place: int, goal: GoalSoFar) -> None:
    for part, label in RATED.items():
        st.segmented_control(
            label,
            SCORES,
            width="stretch",
            **shown(f"goal-{part}-{place}", getattr(goal, part), partial(_rate, place, part)),
        )


def _rate(place: int, part: Rated, score: int | None) -> None:
    session.change(with_rating, place, part, score)


def _overall(kept: OverallChange | None) -> None:
    st.selectbox(
        "All in all, since the plan began the client is",
        [one.value for one in Overall],
        index=None,
        placeholder="Not asked",
        format_func=lambda one: f"{Overall(one).number} · {one}",
        **shown("follow-up-overall", kept.label.value if kept else None, _keep_overall),
    )


def _keep_overall(label: str | None) -> None:
    """The words and their number: other versions of this scale count the other way."""
    answer = Overall(label) if label else None
    said = OverallChange(label=answer, number=answer.number) if answer else None
    session.change(with_fact, "overall", said)
