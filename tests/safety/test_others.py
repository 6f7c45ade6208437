"""A file that says of its other questions that each was answered no."""

import json

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.intake import read_intake
from planner.model.vocabulary import Answer, Clearance
from planner.safety.asking.others import spelled_out
from planner.safety.asking.questions import questions
from planner.safety.screening import screen

KNOWN = load()


def intake(**changes):
    said = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", "age": 45},
        "pain": [{"condition": "low-back-pain", "months": 18, "assessed": True}],
        "severity": {"average": 5},
        **changes,
    }
    return read_intake(json.dumps(said), KNOWN.known_ids)


def unanswered(intake):
    return {one.id for one in questions(intake, KNOWN) if one.answer is None}


def test_every_question_that_applies_is_a_no():
    told = spelled_out(intake(others="no"), KNOWN)
    assert told.others is None
    assert {one.answer for one in questions(told, KNOWN)} == {Answer.NO}
    assert screen(told, KNOWN).clearance is Clearance.PROCEED


def test_what_was_answered_stays():
    told = spelled_out(intake(others="no", answers={"p-anticoagulant": "unsure"}), KNOWN)
    assert told.answers["p-anticoagulant"] is Answer.UNSURE


def test_the_follow_up_of_a_yes_is_still_asked():
    told = spelled_out(intake(others="no", answers={"p-hypertension-controlled": "yes"}), KNOWN)
    assert unanswered(told) == {"p-hypertension-controlled:reading"}
    assert screen(told, KNOWN).clearance is Clearance.ASK


def test_a_question_that_a_yes_brings_up_is_among_the_others():
    told = spelled_out(intake(others="no", answers={"p-diabetes": "yes"}), KNOWN)
    assert told.answers["rf-hypoglycaemia"] is Answer.NO


def test_without_the_word_nothing_is_answered():
    assert spelled_out(intake(), KNOWN) == intake()
    assert unanswered(intake())


def test_screening_does_not_take_the_word_for_an_answer():
    assert screen(intake(others="no"), KNOWN).clearance is Clearance.ASK


def test_a_question_that_comes_up_later_is_asked():
    told = spelled_out(intake(others="no"), KNOWN)
    later = told.model_copy(update={"answers": {**told.answers, "p-diabetes": Answer.YES}})
    assert "rf-hypoglycaemia" in unanswered(later)


@pytest.mark.parametrize("word", ["yes", "unsure", "none", True])
def test_nothing_else_can_be_said_of_all(word):
    with pytest.raises(IntakeError, match="others: Input should be 'no'"):
        intake(others=word)
