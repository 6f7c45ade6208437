"""Who may come in: whoever sits at this machine, or, with sign-in set up, whoever signed in.

After 15 minutes without an answer the screen is covered; with sign-in the session ends.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from planner.words import say
from records import RecordsError
from ui.parts.wording import plain
from ui.state import clock, records_of_session, sign_in
from ui.state.language import tell
from ui.state.sign_in import USED

THIS_MACHINE = ("localhost", "127.0.0.1", "::1", "[::1]")
COVERED = "covered"
NAMED_BY_PROVIDER = "server_metadata_url"
NOT_SERVED = say(
    """\
This program holds health records and is reachable from other machines, but nobody has to sign in.
It shows nothing until one of the two is changed:

- **Use it on this machine only:** start it with {command} and leave {address}
  at {localhost} (in {config}).
- **Let therapists sign in:** write an {auth} section with your OpenID Connect provider into
  {secrets}; the README's part on sign-in has an example.
""",
    command="`streamlit run app.py`",
    address="`server.address`",
    localhost="`localhost`",
    config="`.streamlit/config.toml`",
    auth="`[auth]`",
    secrets="`.streamlit/secrets.toml`",
)
COVERED_WHILE_AWAY = say(
    "Nobody has answered for a while, so the screen was covered. Everything is kept. "
    "Without sign-in, the lock of this machine is what keeps others out."
)


def is_open() -> bool:
    """Whether the page may be drawn; otherwise what is asked of the visitor has been drawn."""
    providers = _providers()
    if providers is None:
        return _at_this_machine() and not _is_covered()
    if not st.user.is_logged_in:
        _sign_in(providers)
        return False
    st.session_state[records_of_session.OWNER] = _signed_in_as()
    if _is_over():
        records_of_session.sign_out()
        return False
    _note_use()
    _watch()
    return True


def _at_this_machine() -> bool:
    """Whether only this machine can reach the app; if not, a sentence says what to do."""
    host = st.context.headers.get("Host", "localhost")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if st.get_option("server.address") in THIS_MACHINE and name in THIS_MACHINE:
        return True
    st.title(tell("Not served to other machines"), anchor=False)
    st.error(tell(NOT_SERVED))
    return False


def _providers() -> tuple[str, ...] | None:
    """The names of the sign-in providers, "" for the only one; None when sign-in is not set up."""
    try:
        auth: Mapping[str, Any] | None = st.secrets.get("auth")
    except StreamlitSecretNotFoundError:
        return None
    if not auth:
        return None
    named = tuple(name for name, value in auth.items() if isinstance(value, Mapping))
    return ("",) if NAMED_BY_PROVIDER in auth else named


def _sign_in(providers: tuple[str, ...]) -> None:
    st.title(tell("Pain-plan builder"), anchor=False)
    st.markdown(tell("Sign in to reach your own clients. Nobody sees those of another therapist."))
    for name in providers:
        label = tell("Sign in with {name}", name=plain(name)) if name else tell("Sign in")
        st.button(label, key=f"sign-in-{name}", type="primary", on_click=st.login,
                  args=(name,) if name else ())  # fmt: skip


def _signed_in_as() -> str:
    """The owner of this person's records: the provider and its name for the person."""
    return f"{st.user.get('sub')} at {st.user.get('iss')}"


def _is_covered() -> bool:
    """Whether the screen is covered; tapped away again by whoever sits there."""
    if _is_unused():
        st.session_state[COVERED] = True
    if st.session_state.get(COVERED):
        st.title(tell("Covered"), anchor=False)
        st.markdown(tell(COVERED_WHILE_AWAY))
        st.button(tell("Go on"), key="uncover", type="primary", on_click=_uncover)
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
