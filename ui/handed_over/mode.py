"""Whether the screen is in the client's hands: kept in the session and named in the address.

Going back in the browser, or a refresh, stays inside; only the therapist's gesture ends it.
"""

import streamlit as st

ALONE, PLAN = "alone", "plan"
KINDS = (ALONE, PLAN)
KIND = "handed-over"
PARAMETER = "view"


def now() -> str:
    """What the client holds; empty while the therapist does. A fresh session asks the address."""
    if KIND not in st.session_state:
        named = st.query_params.get(PARAMETER, "")
        st.session_state[KIND] = named if named in KINDS else ""
    return str(st.session_state[KIND])


def begin(kind: str) -> None:
    """Hand the screen over."""
    st.session_state[KIND] = kind


def end() -> None:
    """The therapist has it back."""
    st.session_state[KIND] = ""


def show_in_address() -> None:
    """Name it in the address, so that a step back in the browser has somewhere to go."""
    kind = now()
    if kind and st.query_params.get(PARAMETER) != kind:
        st.query_params[PARAMETER] = kind
    elif not kind and PARAMETER in st.query_params:
        del st.query_params[PARAMETER]
