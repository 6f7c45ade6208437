"""Signs to tick under a question, and a yes of last time that is asked again by itself."""

import json
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.knowledge import Knowledge
from planner.knowledge.named import NEW_SINCE_LAST_TIME
from planner.model.intake import Intake
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Clearance
from planner.visit.draft import saying
from planner.visit.next_visit import next_visit
from planner.words.terms import CLEARANCE
from tests.conftest import sample
from tests.ui.conftest import OpenApp, downloads, run, words
from tests.ui.safety_hand import SafetyHand
from ui.safety_group.acts import NoneOfThese
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


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> SafetyHand:
    return SafetyHand(monkeypatch)


def say(app: AppTest, question: str, given: str) -> AppTest:
    app.button_group(key=f"full-{question}").set_value(given)
    return run(app)


def titles(app: AppTest) -> list[str]:
    return [one.value for one in app.title]


@pytest.fixture
def listed(open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand) -> AppTest:
    """A yes to the cauda equina question, without a sign: a stop with its signs to tick."""
    app = asked_of(open_app, sample("low-back-nothing-flagged"), CAUDA, knowledge)
    return hand.say(hand.tick(app, CAUDA), CAUDA, "yes")


def test_a_tick_alone_stops_nothing(open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand):
    app = asked_of(open_app, sample("low-back-nothing-flagged"), CAUDA, knowledge)
    assert not titles(hand.tick(app, CAUDA))
    assert CAUDA not in kept(app)["answers"]


def test_a_yes_counts_as_urgent_until_a_sign_is_ticked(listed: AppTest):
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


def last_time(app: AppTest, hand: SafetyHand) -> AppTest:
    """Nothing is new; last time's answers are left as they are."""
    return hand.say(app, NEW_SINCE_LAST_TIME, "no")


def test_a_yes_of_last_time_stays_after_none_of_these_everywhere(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand
):
    app = last_time(open_app(second_visit(knowledge), step=3), hand)
    assert hand.again()[THINNER]["last"] == "yes"
    for group in knowledge.groups:
        hand.does(app, NoneOfThese(group, (THINNER,)))
    assert THINNER in kept(app)["from_last"]
    assert kept(app)["answers"][THINNER] == "yes"
    assert downloads(app) == set()
    assert hand.again()[THINNER]["answer"] is None


@pytest.mark.parametrize("medium", ["tablet", "paper"])
def test_what_the_client_answered_alone_says_on_what(
    open_app: OpenApp, hand: SafetyHand, medium: str
):
    before = json.loads(sample("knee-anticoagulant").model_dump_json(exclude_unset=True))
    del before["answers"][THINNER]
    alone = {THINNER: {"answer": "yes", "medium": medium}}
    open_app(json.dumps({**before, "beforehand": alone}), step=3)
    assert medium in hand.again()[THINNER]["lastWords"]


@pytest.mark.parametrize("given", ["yes", "no", "unsure"])
def test_a_yes_of_last_time_is_answered_again_by_itself(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand, given: str
):
    app = open_app(second_visit(knowledge), step=3)
    assert hand.again()[THINNER]["lastWords"] == "last time: yes"
    assert not hand.lines()
    hand.say(app, THINNER, given)
    assert THINNER not in kept(app)["from_last"]
    assert kept(app)["answers"][THINNER] == Answer(given)
    for row in set(hand.again()) - {THINNER}:
        hand.say(app, row, "no")
    last_time(app, hand)
    assert hand.lines() and THINNER not in {one["id"] for one in hand.lines()}
