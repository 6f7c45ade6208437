"""A question behind a stop in full: its signs to tick, and what may be answered."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from planner.model.ids import QuestionId, TickId
from planner.model.phrase import Phrase
from planner.model.vocabulary import Answer
from planner.safety.asking.questions import Question
from planner.visit.said import answers
from planner.words import joined, say
from ui.parts.fields import shown
from ui.state import session
from ui.state.language import shown as shown_words
from ui.state.language import tell

ANSWERS = (Answer.YES, Answer.UNSURE, Answer.NO)
WITHOUT_A_SIGN = (Answer.UNSURE, Answer.NO)  # what a question with signs can have beside its ticks
STILL_OPEN = say("Please answer this too.")
ANSWER = {
    Answer.YES: say("Yes"),
    Answer.UNSURE: say("Unsure"),
    Answer.NO: say("No"),
}
OF_SIGNS = {Answer.UNSURE: say("Not sure"), Answer.NO: say("None of these")}
AGAIN = {
    Answer.YES: say("Yes still"),
    Answer.NO: say("No longer"),
    Answer.UNSURE: say("Not sure"),
}
LAST_TIME = {
    Answer.YES: say("**{label}** · last time: yes"),
    Answer.UNSURE: say("**{label}** · last time: not sure"),
}


def answer(given: Mapping[QuestionId, Answer | None]) -> None:
    """Keep answers to screening questions; None takes an answer back."""
    session.change(answers.answered, given, session.knowledge())


def in_full(asked: Question) -> None:
    """The whole question: its signs to tick, where it lists any, and every answer it can have.

    A yes of the last visit is asked by itself: it counts until it is answered.
    """
    if asked.last:
        _again(asked, asked.last)
    elif asked.ticks:
        _signs(asked)
    else:
        _choice(asked, _asking(asked), ANSWERS, ANSWER)


def _again(asked: Question, last: Answer) -> None:
    with st.container(key=f"again-{asked.id}", border=True, gap="xsmall"):
        st.markdown(tell(LAST_TIME[last], label=asked.label))
        _choice(asked, wording(asked), tuple(AGAIN), AGAIN)


def _signs(asked: Question) -> None:
    """The stem, its signs as a checklist, and what is said where none of them is ticked."""
    with st.container(key=f"signs-{asked.id.replace(':', '-')}", gap="xxsmall"):
        st.markdown(_asking(asked))
        with st.container(key=f"sign-list-{asked.id.replace(':', '-')}", gap="xxsmall"):
            for sign in asked.ticks:
                there = sign.id in asked.ticked
                keep = partial(_keep_sign, asked.id, sign.id)
                st.checkbox(sign.label, **shown(f"sign-{asked.id}-{sign.id}", there, keep, "value"))
        _choice(asked, tell("Or"), WITHOUT_A_SIGN, OF_SIGNS)


def _keep_sign(question: QuestionId, sign: TickId, is_there: bool) -> None:
    session.change(answers.ticked, question, sign, is_there, session.knowledge())


def _choice(
    asked: Question, words: str, options: Sequence[Answer], named: Mapping[Answer, Phrase]
) -> None:
    now = asked.answer if asked.answer in options else None
    st.segmented_control(
        words,
        [one.value for one in options],
        format_func=lambda one: tell(named[Answer(one)]),
        **shown(f"full-{asked.id}", now.value if now else None, partial(_keep_choice, asked.id)),
    )


def _keep_choice(question: QuestionId, chosen: str | None) -> None:
    answer({question: Answer(chosen) if chosen else None})


def _asking(asked: Question) -> str:
    """The question, and that it is still open where a yes brought it up."""
    if asked.asked_after and asked.answer is None:
        return shown_words(joined(STILL_OPEN, wording(asked)))
    return wording(asked)


def wording(asked: Question) -> str:
    """The question as it is asked, and how: some are for the therapist, some for alone."""
    if asked.private:
        return tell("Only while nobody else is in the room: {question}", question=asked.question)
    if not asked.therapist_answers:
        return asked.question
    return tell("For you to judge, not to ask: {question}", question=asked.question)
