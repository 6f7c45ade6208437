"""The last step: how it was after last time, what was done, the goals, the change overall."""

from functools import partial
from typing import Any

import streamlit as st

from planner.model.follow_up import AfterLastTime, Overall
from planner.model.plan import Plan
from ui.parts.fields import shown
from ui.parts.wording import day, plain
from ui.state import follow_up_facts, session

SCORES = list(range(11))
MOST = 500.0
GOAL_ENDS = ("0 cannot do it", "10 as before the pain")


def draw(last: Plan) -> None:
    """The whole step; all of it may stay empty."""
    st.caption("What nobody asked stays empty: nothing is guessed.")
    st.radio(
        "How were you after last time?",
        [one.value for one in AfterLastTime],
        format_func=lambda one: one.capitalize(),
        index=None,
        **_bound("after_last_time"),
    )
    _number("long_flares", "How often was pain up for more than 48 hours after a session?")
    sessions, home = st.columns(2)
    with sessions:
        _done("sessions", "Sessions since the last plan")
    with home:
        _done("self_care", "Days with home care, of the last 7", most=7.0)
    _goals()
    _overall()
    for part, label in (("words", "In the client's own words"), ("findings", "What you found")):
        st.text_area(label, max_chars=500, height=80, **_bound(part, ""))
    st.caption(f"The last plan is of {day(last.on)}.")


def _bound(part: str, default: Any = None) -> dict[str, Any]:
    kept = session.read(f"{follow_up_facts.FACTS}/{part}")
    value = default if kept is None else kept
    return shown(f"follow-up-{part}", value, lambda new: follow_up_facts.say(part, new or None))


def _number(part: str, label: str) -> None:
    kept = session.read(f"{follow_up_facts.FACTS}/{part}")
    st.number_input(
        label, min_value=0.0, max_value=MOST, step=1.0, format="%.0f", placeholder="Not asked",
        **shown(f"follow-up-{part}", None if kept is None else float(kept), partial(_keep, part)),
    )  # fmt: skip


def _keep(part: str, number: float | None) -> None:
    follow_up_facts.say(part, None if number is None else int(number))


def _done(part: str, label: str, most: float = MOST) -> None:
    done = follow_up_facts.counted(part).get("done")
    st.number_input(
        label, min_value=0.0, max_value=most, step=1.0, format="%.0f", placeholder="Not asked",
        **shown(f"follow-up-{part}", None if done is None else float(done),
                partial(_keep_done, part)),
    )  # fmt: skip


def _keep_done(part: str, number: float | None) -> None:
    follow_up_facts.say(part, None if number is None else {"done": int(number)})


def _goals() -> None:
    for place, goal in enumerate(session.read(follow_up_facts.GOALS) or []):
        with st.container(border=True, key=f"goal-{place}", gap="xxsmall"):
            st.markdown(f"**{plain(goal['goal'])}**")
            for part, label in (("before", "Before the plan"), ("now", "Now")):
                st.segmented_control(
                    label, SCORES, width="stretch",
                    **shown(f"goal-{part}-{place}", goal.get(part),
                            partial(follow_up_facts.rate, place, part)),
                )  # fmt: skip
            low, high = GOAL_ENDS
            st.html(f'<div class="ends"><span>{low}</span><span>{high}</span></div>')


def _overall() -> None:
    kept = (session.read(f"{follow_up_facts.FACTS}/overall") or {}).get("label")
    st.selectbox(
        "All in all, since the plan began the client is",
        [one.value for one in Overall],
        index=None,
        placeholder="Not asked",
        format_func=lambda one: f"{Overall(one).number} · {one}",
        **shown("follow-up-overall", kept, _keep_overall),
    )


def _keep_overall(label: str | None) -> None:
    """The words and their number: other versions of this scale count the other way."""
    answer = {"label": label, "number": Overall(label).number} if label else None
    follow_up_facts.say("overall", answer)
