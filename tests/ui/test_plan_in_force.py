"""The plan in force on the screen: shown, handed over and logged as decided, or not at all."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.model.plan import Plan
from planner.visit.decision import Choice
from planner.visit.handing_out import handed_out
from planner.visit.next_visit import next_visit
from planner.visit.said.follow_up import said_there
from records import Records
from tests.conftest import sample_text
from tests.ui.conftest import LAST_STEP, OF_A_PLAN, OpenApp, button, downloads, run
from tests.ui.pseudo import texts
from tests.visit.test_late_yes import KNOWN, NAME, decided, in_force, with_yes
from tests.visit.test_next_visit import second
from ui.handed_over import PLAN, mode
from ui.sessions import acts, kept
from ui.sessions.place import Open
from ui.state import session
from ui.state.kept_visits import draft_of, interview_of, plan_of, summary_of

LATE = "p-anticoagulant"


def now_open(app: AppTest):
    return draft_of(app.session_state[session.KEY])


def shown_to_client(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """The plan that the client's screen draws after a tap on the way there."""
    drawn: list[Plan] = []
    monkeypatch.setattr("ui.handed_over.plan_shown.draw", drawn.append)
    button(app, "show-client").click()
    run(app)
    return drawn[-1]


@pytest.mark.parametrize("choice", [Choice.ACCEPT, Choice.DECLINE])
def test_what_is_shown_to_the_client_is_kept_as_handed_out_and_was_decided_on(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, choice: Choice
):
    draft = decided(choice)
    fresh = interview_of(draft.as_text)
    assert fresh is not None and fresh.plan.massage != in_force(draft).massage
    app = open_app(draft.as_text, LAST_STEP)
    shown = shown_to_client(app, monkeypatch)
    assert shown == now_open(app).handed_out == said_there(draft).plan
    assert plan_of(app.session_state[session.KEY]) == shown
    later = next_visit(now_open(app), draft.on + timedelta(weeks=4), "", KNOWN)
    assert said_there(later).last == shown


def test_the_papers_of_the_consultation_are_those_of_the_plan_decided_on(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    draft = decided(Choice.DECLINE)
    app = open_app(draft.as_text, LAST_STEP)
    made: list[Plan] = []
    monkeypatch.setattr("ui.parts.handing_over.draw", lambda plan, papers: made.append(plan))
    button(app, "hand-over-open").click()
    run(app)
    assert made == [said_there(draft).plan]


def test_before_a_decision_the_consultation_shows_and_hands_over_the_plan_made_there(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    draft = second(name=NAME)
    fresh = interview_of(draft.as_text)
    app = open_app(draft.as_text, LAST_STEP)
    assert downloads(app) >= OF_A_PLAN
    assert fresh is not None and shown_to_client(app, monkeypatch) == fresh.plan


def test_what_has_lapsed_leaves_the_consultation_in_no_way(open_app: OpenApp):
    app = open_app(with_yes(decided(), LATE).as_text, LAST_STEP)
    assert any("no longer holds" in one.value for one in app.warning)
    assert not [one for one in app.button if one.key == "show-client"]
    assert not downloads(app)


def test_what_has_lapsed_is_not_on_the_clients_screen(open_app: OpenApp):
    app = open_app(decided().as_text, LAST_STEP)
    app.session_state[mode.KIND] = PLAN
    assert "Your week" in texts(run(app))
    app.session_state[session.KEY] = with_yes(decided(), LATE).as_text
    said = " ".join(texts(run(app)))
    assert "Please give the tablet back" in said and "Your week" not in said


def test_the_list_has_no_review_of_a_plan_that_has_lapsed():
    assert summary_of(decided().as_text).review_on is not None
    assert summary_of(with_yes(decided(), LATE).as_text).review_on is None


def entered(records: Records, first: str, *later: str) -> str:
    """A client with these visits, one after the other."""
    client = records.begin(first, summary_of(first), "1").client
    for text in later:
        records.new_visit(client, text, summary_of(text), "1")
    return client


def firmly(client: str, on: date) -> bool:
    """Whether a session of this day begins with deep work."""
    begun = acts.begun(Open(client, on, "", "log"))
    assert begun is not None
    return "deep-tissue" in {one.technique.value for one in begun.done}


@pytest.mark.parametrize("is_handed", [False, True])
def test_a_session_after_a_late_yes_begins_without_what_it_takes_away(
    records: Records, is_handed: bool
):
    draft = decided()
    draft = handed_out(draft, in_force(draft)) if is_handed else draft
    assert firmly(entered(records, sample_text(NAME), draft.as_text), draft.on)
    late = with_yes(draft, LATE).as_text
    assert not firmly(entered(records, sample_text(NAME), late), draft.on)


def test_what_a_later_visit_says_binds_no_session_before_it(records: Records):
    late = with_yes(decided(), LATE)
    client = entered(records, sample_text(NAME), late.as_text)
    before = acts.begun(Open(client, late.on, "", "log"))
    assert before is not None
    for days, is_bound in ((-7, False), (0, True), (7, True)):
        held = before.having(on=late.on + timedelta(days), done=None)
        found = kept.plan_for(client, held)
        assert found is not None and found.plan.massage is not None
        lines = {one.id.value for one in found.plan.massage.techniques}
        assert ("deep-tissue" not in lines) is is_bound
