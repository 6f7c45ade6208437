"""One screening question on the screen: a tick, or its full wording with yes, unsure and no."""

from collections.abc import Mapping

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.safety import Precaution
from planner.model.ids import QuestionId
from planner.model.vocabulary import Answer
from planner.safety.questions import Question
from planner.safety.screening import precaution_to_mark
from planner.visit.said import places
from planner.visit.said.answers import answered
from planner.words import joined, say
from ui.parts.fields import shown
from ui.parts.interview.region_picker import region_picker
from ui.state import session
from ui.state.language import shown as shown_words
from ui.state.language import tell, tell_many

ANSWERS = [Answer.YES.value, Answer.UNSURE.value, Answer.NO.value]
STILL_OPEN = say("Please answer this too.")
NOT_MARKED = say(
    "**Where is it?** Without a mark it holds for the whole body, and massage may drop out of the "
    "plan."
)
ANSWER = {
    Answer.YES: say("Yes"),
    Answer.UNSURE: say("Unsure"),
    Answer.NO: say("No"),
}


def answer(given: Mapping[QuestionId, Answer | None]) -> None:
    """Keep answers to screening questions; None takes an answer back."""
    session.change(answered, given, session.knowledge())


def tick(asked: Question) -> None:
    """A short label to tick for yes; taking the tick away makes it unanswered again."""
    ticked = asked.answer is not None and asked.answer.counts_as_yes
    st.checkbox(
        asked.label,
        help=wording(asked),
        **shown(f"tick-{asked.id}", ticked, lambda new: answer({asked.id: _said(new)}), "value"),
    )


def _said(ticked: bool) -> Answer | None:
    return Answer.YES if ticked else None


def in_full(asked: Question) -> None:
    """The whole question, with every answer it can have."""
    still_open = asked.asked_after and asked.answer is None
    st.segmented_control(
        shown_words(joined(STILL_OPEN, wording(asked))) if still_open else wording(asked),
        ANSWERS,
        format_func=lambda one: tell(ANSWER[Answer(one)]),
        **shown(
            f"full-{asked.id}",
            asked.answer.value if asked.answer else None,
            lambda new: answer({asked.id: Answer(new) if new else None}),
        ),
    )


def wording(asked: Question) -> str:
    """The question as it is asked."""
    if not asked.therapist_answers:
        return asked.question
    return tell("For you to judge, not to ask: {question}", question=asked.question)


def details(asked: Question, follow_ups: tuple[Question, ...], knowledge: Knowledge) -> None:
    """What a yes opens: the full wording, its follow-ups, and where it holds."""
    with st.container(key=f"detail-{asked.id}", border=True):
        in_full(asked)
        for follow_up in follow_ups:
            in_full(follow_up)
        to_mark = precaution_to_mark(asked.id, follow_ups, knowledge)
        if to_mark:
            _where(to_mark, knowledge)


def _where(row: Precaution, knowledge: Knowledge) -> None:
    place = places.where(row.id)
    marked = session.draft().where.get(row.id)
    if not marked:
        st.info(tell(NOT_MARKED), icon=":material/location_on:")
    empty = tell("Not marked: it holds everywhere")
    region_picker(tell("Where is it?"), place, knowledge, empty)
    usual = knowledge.regions_of(row.usual_places)
    if usual and not marked:
        st.button(
            tell_many(
                "Mark the usual {number} place", "Mark the usual {number} places", len(usual)
            ),
            key=f"usual-{row.id}",
            on_click=session.change,
            args=(place.put, list(usual)),
        )
