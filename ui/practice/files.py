"""The practice as a file: taken along, and taken in."""

import streamlit as st

from planner.exports.letterhead.logo import cleaned_again
from planner.model.practice import Practice, read_practice
from planner.visit.set_once import parted
from ui.practice.fields import with_word
from ui.state import practice, usual_plans
from ui.state.language import tell
from ui.state.session import knowledge

UPLOADS = "practices-brought"


def export() -> None:
    """All of it in one file, the logo and the usual plans inside."""
    st.download_button(
        tell("Export"),
        data=_whole().model_dump_json(indent=2),
        file_name="practice.json",
        mime="application/json",
        key="practice-export",
        icon=":material/download:",
        on_click="ignore",
    )


def _whole() -> Practice:
    """The practice as it signs, with the usual plans of who takes it along."""
    return practice.now().replaced(usual_plans=usual_plans.kept().plans)


def take_in() -> None:
    """A practice's file in the place of what is set here."""
    with st.expander(tell("**Take in a practice's file**"), key="practice-take-in"):
        st.caption(
            tell(
                "It takes the place of everything on this page, and adds its usual plans. "
                "Undo brings the page back."
            )
        )
        key = f"practice-file-{st.session_state.get(UPLOADS, 0)}"
        st.file_uploader(
            tell("Practice file"),
            type="json",
            max_upload_size=1,
            key=key,
            on_change=_bring,
            args=(key,),
        )


def _bring(key: str) -> None:
    upload = st.session_state[key]
    if upload is not None:
        content = upload.getvalue()
        with_word(lambda: _take(content))
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1


def _take(content: bytes) -> None:
    found = read_practice(content, knowledge().known_ids)
    common, own = parted(found.replaced(logo=cleaned_again(found.logo)))
    practice.put(common, own)
    usual_plans.add(found.usual_plans)
