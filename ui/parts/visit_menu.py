"""The visit menu: save, open, try a sample client, begin anew."""

from collections.abc import Callable

import streamlit as st

from planner.exports.documents import file_name
from planner.model.intake import Person
from planner.visit import samples
from planner.words import say
from ui.parts import kept_word
from ui.parts.fields import ONE_BY_NAME
from ui.state import session
from ui.state.language import shown, tell

NAMES = {
    "fibromyalgia-poor-sleep": say("Fibromyalgia poor sleep"),
    "knee-anticoagulant": say("Knee anticoagulant"),
    "low-back-nothing-flagged": say("Low back nothing flagged"),
    "migraine-no-needles": say("Migraine no needles"),
    "neck-small-budget": say("Neck small budget"),
    "three-sources": say("Three sources"),
}
UNNAMED = say("Client")
MENU = "visit-menu"
PROBLEMS = "file-problems"
UPLOADS = "uploads"
KEYS = say("Keys: 1 to 5 steps · N next · 0 none of these · V client's view · P PDF")


def draw(beside: Callable[[], None] | None = None) -> None:
    """Whose visit it is, as one button; what is in the menu is drawn when it is opened.

    `beside`: what else stands in reach there, on every step.
    """
    with st.container(horizontal=True, key="whose"):
        kept_word.draw()
        if beside:
            beside()
        menu = st.popover(whose(session.draft().client), key=MENU, on_change="rerun")
    if menu.open:
        with menu:
            save_button()
            open_or_try("menu")
            st.caption(tell(KEYS))
            with st.expander(tell("New visit")):
                new_visit(tell("The open visit is put away; it stays in the list of clients."))


def whose(client: Person) -> str:
    """The client's label and age, as far as they are known."""
    if not client.label and client.age is None:
        return tell("Visit")
    label = client.label or tell(UNNAMED)
    if client.age is None:
        return tell("**{label}**", label=label)
    return tell("**{label}**, {age}", label=label, age=client.age)


def save_button() -> None:
    """The open visit as a file, complete or not."""
    draft = session.draft()
    st.download_button(
        tell("Save visit file"),
        data=session.as_file(),
        file_name=file_name("visit", draft.client.label, f"{draft.on}.json"),
        mime="application/json",
        key="save-visit",
        on_click="ignore",
        icon=":material/save:",
    )


def new_visit(warning: str) -> None:
    """Begin anew, with a word of what is lost."""
    st.caption(warning)
    st.button(tell("Yes, begin a new visit"), key="new-visit", on_click=session.begin_anew)


def open_or_try(place: str) -> None:
    """Open a visit file, or a sample client; `place` keeps two of these on a page apart."""
    opening = f"open-{place}-{st.session_state.get(UPLOADS, 0)}"
    with st.expander(tell("Open a saved visit")):
        st.file_uploader(
            tell("Visit file"),
            type="json",
            max_upload_size=1,
            key=opening,
            on_change=_open,
            args=(opening,),
        )
    for problem in st.session_state.get(PROBLEMS, ()):
        st.error(problem)
    st.selectbox(
        tell("Try a sample client (invented)"),
        list(samples.with_a_plan()),
        index=None,
        format_func=lambda name: tell(NAMES[name]),
        placeholder=tell("Choose a sample"),
        key=f"sample-{place}",
        on_change=_try,
        args=(f"sample-{place}",),
        **ONE_BY_NAME,
    )


def _open(key: str) -> None:
    """Open what was uploaded; a new key empties the uploader, so that no copy is kept."""
    upload = st.session_state[key]
    if upload is not None:
        _read(upload.getvalue())
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1


def _try(key: str) -> None:
    name = st.session_state[key]
    st.session_state[key] = None
    if name:
        _read(samples.with_a_plan()[name].read_bytes(), sample=True)


def _read(content: bytes, sample: bool = False) -> None:
    """Open a file, and keep what is wrong with it to be shown beside the field."""
    problems = [str(problem) for problem in shown(session.open_file(content, sample))]
    st.session_state[PROBLEMS] = problems
    st.session_state[MENU] = bool(problems) and st.session_state.get(MENU, False)
