"""The last step: how it was after last time, what was done, the goals, the change overall."""

from datetime import date
from functools import partial
from typing import Literal

import streamlit as st

from planner.model import sizes
from planner.model.follow_up import AfterLastTime, Done, Overall, OverallChange
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.visit import GoalSoFar
from planner.visit.said.follow_up import Rated, said_there, with_fact, with_rating
from planner.visit.said.numbers import Range
from planner.words import say
from planner.words.terms import AFTER_LAST_TIME, OVERALL
from ui import sessions
from ui.parts.fields import ONE_BY_NAME, cut, say_if_cut, shown, shown_of
from ui.parts.interview import sign_again
from ui.parts.markdown import bold
from ui.parts.number_field import Look, number_field
from ui.parts.wording import capital
from ui.state import session
from ui.state.language import tell

SCORES = list(range(11))
MOST = 500
DAYS_ASKED = 7
COUNT = Range(0, MOST, whole=True)
GOAL_ENDS = (say("0 cannot do it"), say("10 as before the pain"))
RATED: dict[Rated, Phrase] = {"before": say("Before the plan"), "now": say("Now")}
Counted = Literal["sessions", "self_care"]
Typed = Literal["words", "findings"]
TYPED: dict[Typed, Phrase] = {
    "words": say("In the client's own words"),
    "findings": say("What you found"),
}


def draw(last: Plan) -> None:
    """The whole step; all of it may stay empty."""
    st.caption(tell("What nobody asked stays empty: nothing is guessed."))
    facts = said_there(session.draft()).facts
    sessions.log_summary(last, facts.having(on=session.draft().on))
    after = facts.after_last_time
    st.radio(
        tell("How were you after last time?"),
        format_func=lambda one: capital(AFTER_LAST_TIME[AfterLastTime(one)]),
        **shown_of(
            [one.value for one in AfterLastTime],
            "follow-up-after_last_time",
            after.value if after else None,
            _keep_after,
        ),
    )
    _flares(facts.long_flares, last.flares_from)
    had, home = st.columns(2)
    with had:
        _done("sessions", facts.sessions, tell("Sessions since the last plan"))
    with home:
        home_days = tell("Days with home care, of the last 7")
        _done("self_care", facts.self_care, home_days, most=DAYS_ASKED)
    sign_again.at_a_later_visit()
    _goals()
    _overall(facts.overall)
    for part, label in TYPED.items():
        st.text_area(
            tell(label),
            height=80,
            **shown(f"follow-up-{part}", getattr(facts, part), partial(_keep_words, part), "value"),
        )
        say_if_cut(f"follow-up-{part}")
    st.caption(tell("The last plan is of {day}.", day=last.on))


def _keep_after(answer: str | None) -> None:
    session.change(with_fact, "after_last_time", AfterLastTime(answer) if answer else None)


def _keep_words(part: Typed, words: str) -> None:
    session.change(with_fact, part, cut(f"follow-up-{part}", words, sizes.LINE) or None)


def _flares(kept: int | None, since: date) -> None:
    label = tell(
        "How often was pain up for more than 48 hours after a session, since {day}?", day=since
    )
    number_field(
        label,
        "follow-up-long_flares",
        kept,
        COUNT,
        _keep_flares,
        Look(empty=tell("Not asked")),
    )


def _keep_flares(number: float | None) -> None:
    session.change(with_fact, "long_flares", None if number is None else int(number))


def _done(part: Counted, kept: Done | None, label: str, most: float = MOST) -> None:
    number_field(
        label,
        f"follow-up-{part}",
        kept.done if kept else None,
        COUNT._replace(most=most),
        partial(_keep_done, part),
        Look(empty=tell("Not asked")),
    )


def _keep_done(part: Counted, number: float | None) -> None:
    session.change(with_fact, part, None if number is None else Done(done=int(number)))


def _goals() -> None:
    for place, goal in enumerate(said_there(session.draft()).goals):
        with st.container(border=True, key=f"goal-{place}", gap="xxsmall"):
            st.markdown(bold(goal.goal))
            _ratings(place, goal)
            low, high = GOAL_ENDS
            st.html(f'<div class="ends"><span>{tell(low)}</span><span>{tell(high)}</span></div>')


def _ratings(place: int, goal: GoalSoFar) -> None:
    for part, label in RATED.items():
        st.segmented_control(
            tell(label),
            SCORES,
            width="stretch",
            **shown(f"goal-{part}-{place}", getattr(goal, part), partial(_rate, place, part)),
        )


def _rate(place: int, part: Rated, score: int | None) -> None:
    session.change(with_rating, place, part, score)


def _overall(kept: OverallChange | None) -> None:
    st.selectbox(
        tell("All in all, since the plan began the client is"),
        placeholder=tell("Not asked"),
        format_func=lambda one: tell(
            "{number} · {change}", number=Overall(one).number, change=OVERALL[Overall(one)]
        ),
        **shown_of(
            [one.value for one in Overall],
            "follow-up-overall",
            kept.label.value if kept else None,
            _keep_overall,
        ),
        **ONE_BY_NAME,
    )


def _keep_overall(label: str | None) -> None:
    """The words and their number: other versions of this scale count the other way."""
    answer = Overall(label) if label else None
    said = OverallChange(label=answer, number=answer.number) if answer else None
    session.change(with_fact, "overall", said)
