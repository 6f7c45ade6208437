"""What stands beside the fields: how a paper begins, the logo, consent, a therapist's own part."""

import streamlit as st

from planner.exports.letterhead.logo import cleaned
from planner.model import sizes
from planner.model.practice import Practice, Therapist
from planner.visit.set_once import worded
from ui.parts.fields import shown
from ui.practice import files, head, usual
from ui.practice.fields import keep, own_text, put_in, with_word
from ui.state import records_of_session
from ui.state.language import tell, tell_many

UPLOADS = "logos-brought"


def draw(kept: Practice, own: Therapist) -> None:
    """The column at the right."""
    with st.container(border=True, key="practice-head"):
        st.markdown(tell("**How a paper begins**"))
        head.draw(kept.signed_by(own))
        _logo(kept)
    with st.container(border=True, key="practice-more"):
        usual.draw()
        _consent(kept)
        if not records_of_session.is_alone():
            _own(own)
        files.take_in()


def _logo(kept: Practice) -> None:
    """Behind one button; a picture that is brought closes it again."""
    key = f"logo-{st.session_state.get(UPLOADS, 0)}"
    label = tell("Change the logo") if kept.logo else tell("Add a logo")
    with st.popover(label, icon=":material/image:", width="stretch", key=f"open-{key}"):
        st.file_uploader(
            tell("A PNG or SVG picture"),
            type=["png", "svg"],
            max_upload_size=2,
            key=key,
            on_change=_bring,
            args=(key,),
        )
        if kept.logo:
            st.button(
                tell("Without a logo"), key="no-logo", on_click=keep, args=(put_in, "logo", "")
            )


def _bring(key: str) -> None:
    """Keep what was uploaded, cleaned; a new key empties the uploader, so that no copy stays."""
    upload = st.session_state[key]
    if upload is not None:
        content = upload.getvalue()
        with_word(lambda: keep(put_in, "logo", cleaned(content)))
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1


def _consent(kept: Practice) -> None:
    says = (
        tell_many("{number} point, your own words", "{number} points, your own words", points)
        if (points := len(kept.consent))
        else tell("The usual words")
    )
    with st.expander(tell("**Wording of consent** · {says}", says=says), key="practice-consent"):
        st.text_area(
            tell("One point a line; empty means the usual words"),
            height=240,
            max_chars=sizes.CONSENT_POINTS * sizes.LINE,
            **shown(
                "practice/consent", "\n".join(kept.consent), lambda new: keep(worded, new), "value"
            ),
        )


def _own(own: Therapist) -> None:
    """Several share the practice: what of the way to reach them is one's own."""
    with st.expander(tell("**My own phone and e-mail**"), key="practice-own"):
        st.caption(tell("Empty means that of the practice."))
        own_text(tell("My phone"), "phone", own)
        own_text(tell("My e-mail"), "email", own)
