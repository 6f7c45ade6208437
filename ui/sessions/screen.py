"""A session in place of the page: the log, its note, or the client's consent."""

from datetime import date

import streamlit as st

from planner.model.between.session import Session
from planner.model.phrase import Phrase
from planner.visit.between.logging import Followed, plan_of
from planner.words import dated, say
from records import Records
from ui.parts import frame
from ui.parts.wording import linked
from ui.sessions import acts, agreement, kept, log, note, of_session, place, state, unreadable
from ui.sessions.kept import Kept
from ui.sessions.place import Open, View
from ui.state.language import knowledge, shown, tell

SAYS: dict[View, Phrase] = {
    "log": say(
        "Three taps are enough: 1, before, after. Each is kept at once, and counts in the review."
    ),
    "note": say("Made from what was entered. What is changed by hand is kept as you write it."),
    "consent": say("Each answer is kept at once. Ask again before every session."),
}


def draw(records: Records) -> None:
    """What stands open."""
    there = place.now()
    if there is None:
        return
    stored = acts.stored(there)
    held, plans = stored.value if stored else None, kept.plans(there.client)
    of = plan_of(held, plans.found)
    label = records.client(there.client).label
    if of is None:
        _no_plan(label, held.plan if held else None, plans.unreadable)
        return
    with frame.drawn():
        _sides(there, stored, of, label, plans.unreadable)
        with frame.dock():
            _dock(there)


def _no_plan(label: str, named: date | None, left_out: tuple[date, ...]) -> None:
    """What there is instead of a session where its plan is not to be had; no other stands in."""
    _back()
    st.title(label, anchor=False)
    unreadable.told(left_out)
    if named:
        st.warning(
            tell(
                "This session follows the plan of {day}, which no visit has now. No other plan "
                "stands in for it: bring back an earlier version of that visit.",
                day=named,
            )
        )
    else:
        st.info(tell("There is no plan yet that a session could follow."))


def _back() -> None:
    st.button(tell("Client"), key="session-back", type="tertiary",
              icon=":material/arrow_back:", on_click=place.close)  # fmt: skip


def _sides(
    there: Open,
    stored: Kept[Session] | None,
    of: Followed,
    label: str,
    left_out: tuple[date, ...],
) -> None:
    with st.container(key="step-session"):
        unreadable.told(left_out)
        if there.view == "consent":
            _head(tell("Consent"), label)
            agreement.draw(there.client, of.plan, knowledge())
        else:
            _session(there, stored, of, label)


def _session(there: Open, stored: Kept[Session] | None, of: Followed, label: str) -> None:
    facts = knowledge()
    said = stored.value if stored else acts.begun(there)
    assert said is not None
    token = stored.token if stored else ""
    others = [one.value for one in kept.sessions(there.client) if one.token != token]
    _title(said, of, label, others)
    if there.view == "note" and stored:
        note.draw(of_session.noted(there.client, stored, others, of.plan, facts))
    else:
        log.log(said, of.plan, others, agreement.agreed(there.client, of.plan, facts), facts)


def _title(said: Session, of: Followed, label: str, others: list[Session]) -> None:
    weekday = dated(said.on, "short-weekday")
    title = tell("Session of {weekday} {day:short}", weekday=weekday, day=said.on)
    following = shown(state.comes_next(said, of.plan))
    _head(title, linked(label, shown(state.which(said, of.plan, others)), following))


def _head(title: str, whose: str) -> None:
    """The way back, what stands open, and whose it is, in one row."""
    with st.container(horizontal=True, vertical_alignment="center", key="session-head"):
        _back()
        st.title(title, anchor=False, width="stretch")
        st.caption(whose, width="content")


def _dock(there: Open) -> None:
    with st.container(key="says-empty"), st.container(key="dose"):
        st.markdown(tell(SAYS[there.view]))
    with st.container(horizontal=True, key="goes"):
        if there.view == "log":
            st.button(tell("Consent"), key="to-consent", on_click=place.turn, args=("consent",))
            st.button(tell("Read the note"), key="to-note", on_click=_to_note)
            st.button(tell("Keep session"), key="keep-session", type="primary",
                      icon=":material/check:", on_click=_done)  # fmt: skip
        elif there.token:
            st.button(tell("Back to the session"), key="to-log", type="primary",
                      on_click=place.turn, args=("log",))  # fmt: skip
        else:
            st.button(tell("Done"), key="to-client", type="primary", on_click=place.close)


def _entered() -> None:
    """A session that nobody tapped on was as the plan has it."""
    there = place.now()
    if there and not there.token:
        acts.done_as_planned(there)


def _to_note() -> None:
    _entered()
    place.turn("note")


def _done() -> None:
    _entered()
    place.close()
