"""Who may come in: whoever the door let pass, or, with sign-in set up, whoever signed in.

After 15 minutes without an answer the screen is covered; with sign-in the session ends.
"""

from datetime import datetime, timedelta

import streamlit as st

from planner.words import say
from planner.words.terms import GO_ON
from records import RecordsError
from ui.shell import sign_in_set_up
from ui.state import clock, records_of_session, sign_in
from ui.state.language import tell
from ui.state.sign_in import USED

COVERED = "covered"
COVERED_WHILE_AWAY = say(
    "Nobody has answered for a while, so the screen was covered. Everything is kept. "
    "Without sign-in, the lock of this machine is what keeps others out."
)


def is_open() -> bool:
    """Whether the page may be drawn; otherwise what is asked of the visitor has been drawn."""
    providers = sign_in_set_up.providers()
    if providers is None:
        return not _is_covered()
    if not st.user.is_logged_in:
        _sign_in(providers)
        return False
    st.session_state[records_of_session.OWNER] = sign_in.owner_of(st.user)
    if _is_over():
        records_of_session.sign_out()
        return False
    _note_use()
    _watch()
    return True


def _sign_in(providers: tuple[str, ...]) -> None:
    st.title(tell("Pain-plan builder"), anchor=False)
    st.markdown(tell("Sign in to reach your own clients. Nobody sees those of another therapist."))
    for name in providers:
        label = tell("Sign in with {name}", name=name) if name else tell("Sign in")
        st.button(label, key=f"sign-in-{name}", type="primary", on_click=st.login,
                  args=(name,) if name else ())  # fmt: skip


def _is_covered() -> bool:
    """Whether the screen is covered; tapped away again by whoever sits there."""
    if _is_unused():
        st.session_state[COVERED] = True
    if st.session_state.get(COVERED):
        st.title(tell("Covered"), anchor=False)
        st.markdown(tell(COVERED_WHILE_AWAY))
        st.button(tell(GO_ON), key="uncover", type="primary", on_click=_uncover)
        return True
    _watch()
    return False


def _uncover() -> None:
    st.session_state[COVERED] = False
    st.session_state[USED] = clock.now()


def _note_use() -> None:
    try:
        sign_in.note_use(records_of_session.of_owner())
    except RecordsError:
        return  # the page says itself why nothing can be kept


def _watch() -> None:
    """Note that the app is being used, and look now and then whether it still is."""
    st.session_state[USED] = clock.now()
    st.fragment(_look, run_every=min(timedelta(minutes=1), sign_in.idle() / 2))()


def _look() -> None:
    """Once it is over, the browser is taken out of the page without waiting for a tap."""
    if records_of_session.is_alone():
        if not _is_unused():
            return
        st.session_state[COVERED] = True
    elif not _is_over():
        return
    st.rerun(scope="app")


def _is_unused() -> bool:
    """Whether nobody has answered in this tab for too long."""
    used: datetime = st.session_state.get(USED, clock.now())
    return clock.now() - used > sign_in.idle()


def _is_over() -> bool:
    """Whether the sign-in is over; where the records cannot say so, nothing is shown of them."""
    try:
        return sign_in.is_over(records_of_session.of_owner())
    except RecordsError:
        return _is_unused()
