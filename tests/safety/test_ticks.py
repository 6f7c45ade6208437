"""Signs to tick: each leads where it should, alone and together, and the worst one holds."""

import json

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.intake import read_intake
from planner.model.vocabulary import Clearance
from planner.safety.questions import questions
from planner.safety.screening import screen
from tests.conftest import client_with

KNOWN = load()


def reason_of(row, intake):
    return next((one for one in screen(intake, KNOWN).reasons if one.id == row), None)


def test_a_sign_alone_is_a_yes_to_its_question():
    intake = client_with("low-back-pain", ticked={"rf-cauda-equina": ["pee"]})
    assert reason_of("rf-cauda-equina", intake).clearance is Clearance.EMERGENCY


def test_a_sign_beside_a_no_counts():
    intake = client_with(
        "low-back-pain", answers={"rf-cauda-equina": "no"}, ticked={"rf-cauda-equina": ["pee"]}
    )
    assert reason_of("rf-cauda-equina", intake).clearance is Clearance.EMERGENCY


def test_a_reason_says_what_this_client_said():
    ticked = {"rf-cauda-equina": ["leaking", "numb-between-legs"]}
    reason = reason_of("rf-cauda-equina", client_with("low-back-pain", ticked=ticked))
    signs = KNOWN.ticks["rf-cauda-equina"]
    assert reason.ticked == (signs["numb-between-legs"].reported, signs["leaking"].reported)
    assert all(sign in reason.reported for sign in reason.ticked)
    assert signs["sex"].reported not in reason.reported
    assert not reason.unsure


def test_a_doubt_stays_a_doubt():
    intake = client_with("low-back-pain", answers={"rf-cauda-equina": "unsure"})
    reason = reason_of("rf-cauda-equina", intake)
    assert reason.unsure
    assert reason.clearance is Clearance.EMERGENCY


def refused(ticked):
    said = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T."},
        "pain": [{"condition": "low-back-pain"}],
        "severity": {"average": 5},
        "ticked": ticked,
    }
    with pytest.raises(IntakeError) as caught:
        read_intake(json.dumps(said), KNOWN.known_ids)
    (problem,) = caught.value.problems
    return problem


def test_an_unknown_sign_is_refused_with_those_that_are_known():
    problem = refused({"rf-cauda-equina": ["crotch"]})
    assert problem.place == "ticked"
    assert "crotch" in problem.what
    assert all(sign in problem.what for sign in KNOWN.ticks["rf-cauda-equina"])


def test_a_sign_of_a_question_that_lists_none_is_refused():
    assert "p-diabetes" in refused({"p-diabetes": ["thirst"]}).what


def test_the_questions_show_their_signs():
    intake = client_with("low-back-pain", ticked={"rf-cauda-equina": ["sex"]})
    asked = next(one for one in questions(intake, KNOWN) if one.id == "rf-cauda-equina")
    assert asked.ticks == tuple(KNOWN.ticks["rf-cauda-equina"].values())
    assert asked.ticked == ("sex",)
