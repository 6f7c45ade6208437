"""A yes that comes after a plan was decided on or handed out: what still goes by that plan."""

from datetime import timedelta

import pytest

from planner.knowledge import load
from planner.model.edits import Edit, OwnTask
from planner.model.glance import Standing
from planner.model.ids import LineId
from planner.model.vocabulary import Answer, Change, Pressure, Technique
from planner.safety.screening import screen
from planner.visit.between import beyond
from planner.visit.between.logging import as_planned, followed
from planner.visit.client.at_a_glance import NOTHING, glance
from planner.visit.decision import Choice
from planner.visit.draft import saying
from planner.visit.handing_out import handed_out
from planner.visit.in_force import has_lapsed, plan_in_force
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from planner.visit.said.follow_up import said_there
from tests.conftest import sample_text
from tests.visit.test_draft import opened
from tests.visit.test_next_visit import Reviewed, second

KNOWN = load()
NAME = "three-sources"
NARROWING = ("p-anticoagulant", "p-frailty", "p-osteoporosis")
DECIDING = (Choice.ACCEPT, Choice.DECLINE)


def with_yes(draft, row):
    """The visit with one more yes, and a no to everything that it asks besides."""
    draft = saying(draft, answers={**draft.answers, row: Answer.YES})
    while rows := screen(draft, KNOWN).unanswered:
        draft = saying(draft, answers={**draft.answers, **dict.fromkeys(rows, Answer.NO)})
    return draft


def decided(choice=Choice.ACCEPT):
    return Reviewed(second(name=NAME)).decide(choice)


def in_force(draft):
    return plan_in_force(interview(draft, KNOWN), KNOWN)


def session_of(draft):
    """A session of the day of the visit, before anything was tapped."""
    return as_planned(followed(draft, KNOWN), draft.on)


def begun(draft):
    """What a session begins with, and how firm."""
    return {one.technique: one.pressure for one in session_of(draft).done}


@pytest.mark.parametrize("choice", DECIDING)
def test_before_the_late_yes_the_plan_is_firm_and_so_begins_a_session(choice):
    draft = decided(choice)
    assert begun(draft)[Technique.DEEP_TISSUE] is Pressure.FIRM
    assert in_force(draft) == said_there(draft).plan


@pytest.mark.parametrize("choice", DECIDING)
@pytest.mark.parametrize("row", NARROWING)
def test_a_decision_that_holds_what_a_late_yes_takes_away_has_lapsed(row, choice):
    late = with_yes(decided(choice), row)
    assert has_lapsed(interview(late, KNOWN), KNOWN) and in_force(late) is None
    anew = Reviewed(late).decide(choice)
    assert not has_lapsed(interview(anew, KNOWN), KNOWN)
    assert Technique.DEEP_TISSUE not in {one.id for one in in_force(anew).massage.techniques}


def test_a_decision_lapses_too_while_the_yes_has_opened_questions():
    draft = decided()
    late = saying(draft, answers={**draft.answers, "p-anticoagulant": Answer.YES})
    assert screen(late, KNOWN).unanswered and in_force(late) is None


def test_a_yes_that_leaves_every_line_and_asks_for_care_makes_a_decision_lapse():
    draft = Reviewed(second()).decide(Choice.ACCEPT)
    late = with_yes(draft, "p-allergy-product")
    assert begun(late) == begun(draft)
    assert has_lapsed(interview(late, KNOWN), KNOWN)


def test_a_decision_with_a_task_of_the_therapists_own_lapses_by_a_late_yes_alone():
    own = OwnTask(name="Chin tucks", minutes=2)
    edit = Edit(line=LineId("own:1"), change=Change.ADD, own=own)
    first = saying(opened(sample_text(NAME)), edits=(edit,))
    draft = Reviewed(second(first=first)).decide(Choice.ACCEPT)
    assert "own:1" in {one.id for one in in_force(draft).self_care}
    assert in_force(with_yes(draft, "p-anticoagulant")) is None


@pytest.mark.parametrize("row", NARROWING)
def test_a_session_never_begins_with_what_a_late_yes_takes_away(row):
    handed = handed_out(decided(), in_force(decided()))
    first = opened(sample_text(NAME))
    given_first = handed_out(first, in_force(first))
    for draft in (decided(), handed, given_first):
        assert Technique.DEEP_TISSUE in begun(draft)
        session = session_of(late := with_yes(draft, row))
        plan = followed(late, KNOWN).plan
        assert session.done and Technique.DEEP_TISSUE not in begun(late)
        assert not beyond.beyond(session, plan, KNOWN)
        assert beyond.beyond(session_of(draft), plan, KNOWN)


def test_a_session_is_no_longer_than_a_late_yes_leaves():
    handed = handed_out(decided(), in_force(decided()))
    assert session_of(handed).minutes == 60
    late = with_yes(handed, "p-frailty")
    assert session_of(late).minutes == followed(late, KNOWN).plan.limits.minutes < 60


@pytest.mark.parametrize(
    "row", ["rf-cauda-equina", "rf-charcot-foot", "p-bleeding-disorder", "p-child"]
)
def test_under_a_stop_a_session_begins_with_nothing(row):
    late = with_yes(handed_out(decided(), in_force(decided())), row)
    session, plan = session_of(late), followed(late, KNOWN).plan
    assert (session.done, session.minutes) == ((), None)
    assert beyond.beyond(session_of(decided()), plan, KNOWN)


def test_a_later_visit_without_a_score_binds_a_session_already():
    draft = second(name=NAME, average=None)
    assert Technique.DEEP_TISSUE in begun(draft)
    assert Technique.DEEP_TISSUE not in begun(with_yes(draft, "p-anticoagulant"))


def test_the_next_visit_looks_back_on_what_the_client_has_and_never_on_what_has_lapsed():
    draft, on = decided(), second(name=NAME).on + timedelta(weeks=5)
    late = with_yes(draft, "p-anticoagulant")
    assert said_there(next_visit(late, on, "", KNOWN)).last == said_there(draft).last
    plan = in_force(draft)
    given = with_yes(handed_out(draft, plan), "p-anticoagulant")
    assert said_there(next_visit(given, on, "", KNOWN)).last == plan


def test_a_client_whose_plan_has_lapsed_stands_in_the_list_as_not_decided():
    def standing(draft):
        found = interview(draft, KNOWN)
        return glance(draft, found, plan_in_force(found, KNOWN), NOTHING).standing

    assert standing(decided()) is Standing.PLAN
    assert standing(with_yes(decided(), "p-anticoagulant")) is Standing.DRAFT
