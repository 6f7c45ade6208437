"""A score of a form that was filled in elsewhere: which form, the number, and the day."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from planner.knowledge.entries.measuring import Questionnaire
from planner.model.ids import InstrumentId
from planner.model.intake import QuestionnaireScore
from planner.visit import measured
from planner.visit.said.measured import offered, takes, with_score, without_score
from ui.parts.day_field import day_field
from ui.parts.fields import ONE_BY_NAME
from ui.parts.number_field import Look, number_field
from ui.state import session
from ui.state.language import knowledge, shown, tell

FORM, DAY = "score-form", "score-day"


def draw() -> None:
    """The fold; what asks for a talk stands below it, open."""
    with st.expander(
        tell("A score from a form you already use"), key="scores-of-forms", on_change="rerun"
    ) as fold:
        if fold.open:
            _fields()
    _talk()


def _fields() -> None:
    draft = session.draft()
    forms = {one.id: one for one in offered(draft, knowledge())}
    with st.container(key="a-score"):
        form = st.selectbox(
            tell("Form"), list(forms), key=FORM, **ONE_BY_NAME,
            format_func=lambda one: _named(forms[one]),
        )  # fmt: skip
        on = day_field(tell("Filled in on"), draft.on, max_value=draft.on, key=DAY)
        if form:
            _number(forms[form], on)
    for number, one in enumerate(draft.measured):
        _kept(number, one)


def _named(form: Questionnaire) -> str:
    return tell("{form}: {title}", form=form.name, title=form.title)


def _number(form: Questionnaire, on: date) -> None:
    kept = {(one.instrument, one.on): one.score for one in session.draft().measured}
    number_field(
        tell("Score, {scale}", scale=measured.scale(form)),
        f"score/{form.id}/{on}",
        kept.get((form.id, on)),
        takes(form),
        _writes(form.id, on),
        Look(empty=tell("Not filled in")),
    )


def _writes(form: InstrumentId, on: date) -> Callable[[float | None], None]:
    def write(score: float | None) -> None:
        if score is None:
            session.change(without_score, form, on)
        else:
            session.change(with_score, form, on, score)

    return write


def _kept(number: int, one: QuestionnaireScore) -> None:
    form = knowledge().questionnaires[one.instrument]
    said = tell("{form}: {score:g} on {day}", form=form.name, score=one.score, day=one.on)
    with st.container(horizontal=True, key=f"kept-score-{number}", vertical_alignment="center"):
        st.markdown(said, width="stretch")
        st.button(
            tell("Take out {what}", what=said), key=f"score-out-{number}", type="tertiary",
            icon=":material/close:",
            on_click=partial(session.change, without_score, one.instrument, one.on),
        )  # fmt: skip


def _talk() -> None:
    """A high score of mood asks for a doctor, and says whom to call; it names nothing."""
    draft = session.draft()
    if said := measured.talk(draft.measured, draft.locale, knowledge()):
        st.warning(shown(said))
