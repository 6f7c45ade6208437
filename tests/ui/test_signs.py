"""Signs to tick under a question, and a yes of last time that is asked again by itself."""

import json
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Clearance
from planner.visit.draft import saying
from planner.visit.next_visit import next_visit
from planner.words.terms import CLEARANCE
from tests.conftest import sample
from tests.ui.conftest import OpenApp, downloads, keys, run, words
from ui.state import session

CAUDA = "rf-cauda-equina"
THINNER = "p-anticoagulant"
NUMB, PAIN = f"sign-{CAUDA}-numb-between-legs", f"sign-{CAUDA}-both-legs-pain"


def kept(app: AppTest) -> dict:
    return json.loads(app.session_state[session.KEY])


def asked_of(open_app: OpenApp, intake: Intake, row: str, knowledge: Knowledge) -> AppTest:
    """The step of safety with the group of a row standing open."""
    app = open_app(intake, step=3)
    app.session_state[session.OPEN_GROUP] = knowledge.rows[row].group
    return run(app)


def tick(app: AppTest, key: str, there: bool = True) -> AppTest:
    app.checkbox(key=key).set_value(there)
    return run(app)


def say(app: AppTest, question: str, given: str) -> AppTest:
    app.button_group(key=f"full-{question}").set_value(given)
    return run(app)


def titles(app: AppTest) -> list[str]:
    return [one.value for one in app.title]


@pytest.fixture
def listed(open_app: OpenApp, knowledge: Knowledge) -> AppTest:
    """The group of the cauda equina question, its line just ticked in the list."""
    app = asked_of(open_app, sample("low-back-nothing-flagged"), CAUDA, knowledge)
    assert NUMB not in {one.key for one in app.checkbox}
    return tick(app, f"tick-{CAUDA}")


def test_a_yes_opens_the_signs_and_counts_as_urgent_until_one_is_ticked(listed: AppTest):
    assert titles(listed) == [CLEARANCE[Clearance.EMERGENCY]]
    assert {NUMB, PAIN} <= {one.key for one in listed.checkbox}


def test_the_signs_that_are_ticked_decide_and_are_kept_and_reported(listed: AppTest):
    app = tick(listed, PAIN)
    assert titles(app) == [CLEARANCE[Clearance.SAME_DAY]]
    assert kept(app)["ticked"] == {CAUDA: ["both-legs-pain"]}
    assert "new pain down both legs" in words(app)
    assert titles(tick(app, NUMB)) == [CLEARANCE[Clearance.EMERGENCY]]
    assert kept(app)["ticked"] == {CAUDA: ["numb-between-legs", "both-legs-pain"]}
    assert titles(tick(app, NUMB, there=False)) == [CLEARANCE[Clearance.SAME_DAY]]


def test_none_of_these_signs_is_a_no_and_not_sure_stays_not_sure(listed: AppTest):
    app = say(tick(listed, NUMB), CAUDA, "unsure")
    assert titles(app) == [CLEARANCE[Clearance.EMERGENCY]]
    assert "Not sure about this" in words(app)
    app = say(app, CAUDA, "no")
    assert not titles(app)
    assert kept(app)["answers"][CAUDA] == "no"
    assert CAUDA not in kept(app).get("ticked", {})


def test_the_last_sign_taken_away_leaves_the_question_open(listed: AppTest):
    app = tick(tick(listed, NUMB), NUMB, there=False)
    assert CAUDA not in kept(app)["answers"]
    assert downloads(app) == set()


def second_visit(knowledge: Knowledge) -> str:
    before = sample("knee-anticoagulant")
    draft = Draft(**{name: getattr(before, name) for name in before.model_fields_set})
    again = next_visit(draft, before.on + timedelta(weeks=4), "before", knowledge)
    return saying(again, severity=before.severity).as_text


def test_a_yes_of_last_time_stays_after_none_of_these_everywhere(
    open_app: OpenApp, knowledge: Knowledge
):
    app = open_app(second_visit(knowledge), step=3)
    for group in knowledge.groups:
        app.session_state[session.OPEN_GROUP] = group
        run(app)
        for key in keys(app, "none-"):
            app.button(key=key).click()
            run(app)
    assert THINNER in kept(app)["from_last"]
    assert kept(app)["answers"][THINNER] == "yes"
    assert downloads(app) == set()
    assert knowledge.rows[THINNER].label in words(app)


@pytest.mark.parametrize("given", ["yes", "no", "unsure"])
def test_a_yes_of_last_time_is_answered_again_by_itself(
    open_app: OpenApp, knowledge: Knowledge, given: str
):
    app = open_app(second_visit(knowledge), step=3)
    app.session_state[session.OPEN_GROUP] = knowledge.rows[THINNER].group
    assert "last time: yes" in words(run(app))
    assert f"tick-{THINNER}" not in {one.key for one in app.checkbox}
    app = say(app, THINNER, given)
    assert THINNER not in kept(app)["from_last"]
    assert kept(app)["answers"][THINNER] == Answer(given)
