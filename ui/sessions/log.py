"""The log in the browser, and what it says to a review in a line."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.between.session import Session
from planner.model.follow_up import FollowUp
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.visit.between import counting
from planner.visit.between.counting import Counted
from planner.words import say, say_many
from ui import tapped
from ui.parts.wording import linked
from ui.sessions import acts, kept, place, state
from ui.sessions.state import Consented
from ui.sessions.words import AFTERWARDS, words
from ui.state import autosave
from ui.state.language import shown, spoken, tell

BROWSER = Path(__file__).parent / "browser"


@cache
def _component() -> tapped.Component:
    return tapped.component("session_log", BROWSER, ("lines", "signs", "log"), ("log",))


def log(
    session: Session,
    plan: Plan,
    others: Sequence[Session],
    agreed: Consented,
    knowledge: Knowledge,
) -> None:
    """Draw a session as it is kept."""
    there = place.now()
    if there is None:
        return
    asked = {"agreed": agreed.says, "mustAsk": agreed.must_ask}
    made = state.state(session, plan, others, knowledge)
    data = {"state": {**made, **asked}, "words": words(spoken())}
    tapped.drawn(_component(), data, f"{there.client}/{there.on}", "session-log", acts.done)


def counted(client: str, plan: Plan, facts: FollowUp) -> Counted:
    """What the log of a client comes to for the review of a plan."""
    assert facts.on is not None
    every = [one.value for one in kept.sessions(client)]
    return counting.counted(every, plan, facts.on)


def fed(facts: FollowUp, plan: Plan) -> FollowUp:
    """What was asked at the open visit, and the log of its client where nothing was typed."""
    here = autosave.place()
    if here is None or facts.on is None:
        return facts
    return counting.fed(facts, counted(here.client, plan, facts))


def log_summary(plan: Plan, facts: FollowUp) -> None:
    """What the log has since the plan, where the hand differs from it, and the way to log more."""
    here = autosave.place()
    if here is None or facts.on is None:
        return
    found = counted(here.client, plan, facts)
    with st.container(border=True, key="session-log-summary", gap="xsmall"):
        st.markdown(tell("**From the log of sessions:** {told}", told=_told(found)))
        for one in counting.differing(facts, found):
            st.warning(shown(one.says))
        st.button(tell("Log a session"), key="log-session", icon=":material/add:",
                  on_click=place.open_today, args=(here.client,))  # fmt: skip


def _told(found: Counted) -> str:
    if found.sessions is None:
        return tell("nothing was logged since this plan.")
    parts: list[Phrase | str] = [
        say(
            "{done} of {planned} sessions",
            done=found.sessions.done,
            planned=found.sessions.planned,
        )
    ]
    if found.flares is not None:
        parts.append(say_many("{number} flare", "{number} flares", found.flares))
    if found.self_care:
        told = {"done": found.self_care.done, "planned": found.self_care.planned}
        parts.append(say("home care on {done} of {planned} days", **told))
    return linked(*(shown(one) for one in parts))


def ways(client: str, *, first: bool) -> None:
    """The ways to log a session and to consent; `first`: the log is the next thing to do."""
    st.button(tell("Log a session"), key="log-session", icon=":material/add:",
              type="primary" if first else "secondary",
              on_click=place.open_today, args=(client,))  # fmt: skip
    st.button(tell("Consent"), key="open-consent", on_click=place.open_consent, args=(client,))


class Logged(NamedTuple):
    """A session in a line; `token` opens it."""

    on: date
    says: str
    token: str


def logged(client: str) -> tuple[Logged, ...]:
    """A client's sessions in a line each, latest day first."""
    every = kept.sessions(client)
    return tuple(Logged(one.value.on, _line(one.value), one.token) for one in every)


def line(client: str, one: Logged) -> None:
    """A session to be opened again."""
    st.button(one.says, key=f"session-{one.token}", type="tertiary", width="stretch",
              icon=":material/spa:", on_click=place.open_session,
              args=(client, one.token))  # fmt: skip


def _line(one: Session) -> str:
    """A session in a line: its day, how the client was, the sign before and after."""
    how = AFTERWARDS[one.after_last_time] if one.after_last_time else ""
    told = ""
    if one.sign and one.sign.before is not None and one.sign.after is not None:
        told = tell("{before:g} → {after:g}", before=one.sign.before, after=one.sign.after)
    none = "" if one.was_had else tell("no massage")
    title = tell("{day:short-year} · **Session**", day=one.on)
    return linked(title, tell(how) if how else "", told, none)
