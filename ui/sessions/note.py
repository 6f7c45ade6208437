"""A note on the screen: four parts filled in, changed by hand, signed, and then only added to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from planner.exports.notes.chart import (
    ADDED_AS,
    TITLES,
    Head,
    added_in_words,
    chart_text,
    filled,
    signature_in_words,
)
from planner.exports.notes.soap import VisitNote
from planner.model import sizes
from planner.model.between.note import NOTE, About, AddedAs, Note, Part
from planner.visit.between import noting
from planner.visit.between.noting import Parts, Writer
from planner.words import say
from ui.parts import downloads
from ui.parts.fields import cut, say_if_cut
from ui.parts.fields import shown as bound
from ui.parts.markdown import bold, lines
from ui.sessions import kept, signing
from ui.state import autosave, clock, practice, session
from ui.state.language import shown, spoken, tell


@dataclass(frozen=True)
class Noted:
    """What a note is of, how it is filled in, and what was found the time before.

    `found_before` is shown beside the field and never put into it.
    """

    client: str
    of: str
    about: About
    on: date
    made: VisitNote
    head: Head
    found_before: str = ""
    earlier: str = ""

    @property
    def filled(self) -> Parts:
        """The four parts as they are filled in, in the language of the screen."""
        return filled(self.made, spoken())

    def note(self) -> Note:
        """The note as it is kept, else one that nobody has touched."""
        there = kept.note_of(self.client, self.of) if self.client else None
        return there.value if there else noting.begun(self.about, self.of, self.on)


def draw(of: Noted) -> None:
    """The note, open or signed."""
    note = of.note()
    if not of.client:
        st.code(chart_text(note, of.filled, of.head, spoken()), language=None, wrap_lines=True)
    elif note.is_signed:
        _signed(of, note)
    else:
        _open(of, note)
    _files(of, note)


def _keep(of: Noted, make: Callable[[Note], Note]) -> None:
    with autosave.trouble_told():
        there = kept.note_of(of.client, of.of)
        if there:
            kept.change(there, make(there.value))
        else:
            kept.enter(of.client, NOTE, make(of.note()))


def _open(of: Noted, note: Note) -> None:
    text = noting.text_of(note, of.filled)
    if of.earlier:
        st.caption(tell("Changed by hand in an earlier edition; copy from here what should stay."))
        st.code(of.earlier, language=None, wrap_lines=True)
    for part in Part:
        if part is Part.OBJECTIVE and of.found_before:
            st.caption(tell("Last time, for comparison only: {found}", found=of.found_before))
        st.text_area(
            tell(TITLES[part]), height="content",
            **bound(_key(of, part), text[part], partial(_by_hand, of, part), "value"),
        )  # fmt: skip
        say_if_cut(_key(of, part))
        if part in note.parts:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(
                    tell("Changed by hand: later answers do not change it."), width="content"
                )
                st.button(tell("Fill it in again"), key=f"again-{of.of}-{part.value}",
                          type="tertiary", on_click=_by_hand, args=(of, part, None))  # fmt: skip
    _sign(of)


def _by_hand(of: Noted, part: Part, words: str | None) -> None:
    kept = words and cut(_key(of, part), words, sizes.PAGE)
    _keep(of, lambda note: noting.by_hand(note, part, kept))


def _key(of: Noted, part: Part) -> str:
    return f"note-{of.of}-{part.value}"


def _sign(of: Noted) -> None:
    """Who signs, and what signing means; a form, so that what was typed last is signed too."""
    with st.form(f"signing-{of.of}", enter_to_submit=False):
        st.caption(tell("Once signed, the note is not changed any more, only added to."))
        who = signing.writer(of.of)
        if st.form_submit_button(
            tell("Sign the note"), key=f"sign-{of.of}", icon=":material/lock:"
        ):
            _sign_now(of, who)
            st.rerun()


def _sign_now(of: Noted, who: Writer) -> None:
    at = clock.now()
    _keep(of, lambda note: noting.signed(note, of.filled, of.head.lines, who, at))


def _signed(of: Noted, note: Note) -> None:
    for part in Part:
        st.markdown(tell("**{title}**", title=TITLES[part]))
        st.markdown(lines(note.parts[part].splitlines()) or tell("Nothing was entered."))
    assert note.signature is not None
    st.markdown(bold(shown(signature_in_words(note.signature))))
    for one in note.addenda:
        st.markdown(shown(added_in_words(one)))
    with st.expander(tell("**Add to the signed note**"), key=f"addendum-{of.of}"):
        _add(of)


def _add(of: Noted) -> None:
    with st.form(f"add-{of.of}", enter_to_submit=False, border=False, clear_on_submit=True):
        kind = st.segmented_control(
            tell("What it is"), list(AddedAs), format_func=lambda one: tell(ADDED_AS[one]),
            default=AddedAs.ADDENDUM, key=f"add-kind-{of.of}",
        )  # fmt: skip
        words = st.text_area(tell("What is added"), height=100, key=f"add-words-{of.of}",
                             max_chars=sizes.ADDED)  # fmt: skip
        who = signing.writer(f"{of.of}-addendum")
        if st.form_submit_button(tell("Sign and add"), key=f"add-now-{of.of}"):
            at = clock.now()
            _keep(of, lambda note: noting.added(note, kind or AddedAs.ADDENDUM, words, who, at))
            st.rerun()


def _files(of: Noted, note: Note) -> None:
    """The note as text and as PDF, as it stands now."""
    text, locale = noting.text_of(note, of.filled), session.draft().locale
    how = (spoken(), practice.now())

    def as_pdf() -> bytes:
        from planner.exports.paper.chart_pdf import chart_pdf

        return chart_pdf(note, of.made, of.head, locale, *how)

    def as_text() -> bytes:
        return chart_text(note, text, of.head, *how).encode()

    with st.container(horizontal=True, key=f"note-files-{of.of}"):
        name = f"note-{of.on}"
        downloads.kept(say("Note (PDF)"), as_pdf, f"{name}.pdf")
        downloads.kept(say("Note (text)"), as_text, f"{name}.txt")
