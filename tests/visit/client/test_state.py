"""What a list says of a client on a day, and what it offers to do next."""

from datetime import date, datetime, timedelta

import pytest

from planner.knowledge import Knowledge
from planner.model.glance import Glance, Standing, read_glance
from planner.model.intake import UNNAMED
from planner.model.visit import read_draft
from planner.model.vocabulary import Clearance
from planner.visit.client import day
from planner.visit.client.at_a_glance import NOTHING, Beside, glance, next_on, to_find_by
from planner.visit.client.day import Group
from planner.visit.client.state import (
    Known,
    State,
    Step,
    called,
    hurts,
    more_of,
    next_step,
    state_of,
    told_apart,
)
from planner.visit.in_force import plan_in_force
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from planner.visit.said.follow_up import said_there
from tests.conftest import sample_text

TODAY = date(2026, 11, 27)
PLAN = Glance(standing=Standing.PLAN, pain=("neck-pain",))


def client(of: Glance = PLAN, review_on: date | None = None, **more) -> Known:
    usual = {"id": "7f3a9c", "label": "A.B.", "last_on": TODAY - timedelta(30)}
    return Known(**{**usual, **more}, glance=of, review_on=review_on)


@pytest.mark.parametrize(
    ("days", "state", "step", "more"),
    [
        (1, State.PLAN, Step.SESSION, "review Sat 28 Nov"),
        (0, State.DUE, Step.REVIEW, "since Fri 27 Nov"),
        (-6, State.DUE, Step.REVIEW, "since Sat 21 Nov"),
        (-7, State.OVERDUE, Step.REVIEW, "7 days late"),
    ],
)
def test_a_plan_is_due_on_its_day_and_overdue_after_a_week(days, state, step, more):
    one = client(review_on=TODAY + timedelta(days))
    assert state_of(one, TODAY) is state
    assert next_step(one, TODAY) is step
    assert more_of(one, TODAY) == more


def test_a_plan_without_a_review_and_a_client_nobody_told_of_ask_for_none():
    assert state_of(client(), TODAY) is State.PLAN and more_of(client(), TODAY) == ""
    blank = client(Glance())
    assert state_of(blank, TODAY) is State.UNKNOWN and next_step(blank, TODAY) is Step.OPEN
    assert state_of(client(Glance(), TODAY), TODAY) is State.DUE


@pytest.mark.parametrize(
    ("of", "more"),
    [
        (Glance(standing=Standing.DRAFT), "what hurts is open"),
        (Glance(standing=Standing.DRAFT, pain=("neck-pain",), unscored=True), "how bad is open"),
        (Glance(standing=Standing.DRAFT, pain=("neck-pain",), open_groups=1), "1 group open"),
        (Glance(standing=Standing.DRAFT, pain=("neck-pain",), review=True), "not decided yet"),
        (Glance(standing=Standing.HELD, clearance=Clearance.HOLD), "waits for a clinician"),
        (Glance(standing=Standing.STOPPED, clearance=Clearance.SAME_DAY), "Medical help today"),
    ],
)
def test_what_is_not_finished_says_what_it_waits_for(of: Glance, more: str):
    late = client(of, review_on=TODAY - timedelta(90))
    assert more_of(late, TODAY) == more
    assert next_step(late, TODAY) in (Step.GO_ON, Step.OPEN)


def test_nobody_without_initials_is_called_like_another():
    begun = datetime(2026, 11, 23, 14, 30)
    assert (
        called(client(label=UNNAMED, begun_at=begun, last_on=begun.date())) == "Mon 23 Nov, 14:30"
    )
    assert called(client()) == "A.B."
    assert told_apart(client()) == "code 9051"
    assert told_apart(client(Glance(age=52))) == "52 · code 9051"


def test_what_hurts_is_named_and_what_no_base_knows_any_more_is_left_out(knowledge: Knowledge):
    pains = ("neck-pain", "of-another-base")
    assert hurts(client(Glance(pain=pains)), knowledge) == "Neck pain"
    marked = Glance(places=("knee_front_right", "knee_front_left", "of-another-base"))
    assert hurts(client(marked), knowledge) == "Front of knee, both sides"
    assert hurts(client(Glance()), knowledge) == ""


def test_who_comes_today_is_who_is_planned_and_was_not_here_yet():
    coming = client(PLAN.replaced(planned=(TODAY,)))
    been = client(PLAN.replaced(planned=(TODAY,), last_session=TODAY), id="2")
    new = client(last_on=TODAY, id="3")
    other = client(id="4")
    every = [other, new, been, coming]
    assert [one.id for one in day.arranged(every, Group.TODAY, TODAY)] == ["7f3a9c", "3", "2"]
    assert [one.id for one in day.arranged(every, Group.ALL, TODAY)] == ["7f3a9c", "3", "2", "4"]
    assert day.when(coming, TODAY) == "comes today"
    assert day.when(been, TODAY) == "today"


def test_what_is_open_is_counted_by_what_it_is():
    every = [
        client(review_on=TODAY),
        client(review_on=TODAY - timedelta(20)),
        client(Glance(standing=Standing.DRAFT)),
        client(PLAN.replaced(without_note=2)),
        client(Glance(standing=Standing.HELD)),
    ]
    counts = day.counted(every, TODAY)
    assert counts == {
        Group.TODAY: 0, Group.DUE: 2, Group.DRAFTS: 1, Group.NOTES: 1, Group.WAITING: 1,
        Group.ALL: 5,
    }  # fmt: skip
    late, due = day.arranged(every, Group.DUE, TODAY)
    assert late.review_on < due.review_on


def facts_of(draft, knowledge: Knowledge, beside: Beside = NOTHING) -> Glance:
    found = interview(draft, knowledge)
    return glance(draft, found, plan_in_force(found, knowledge), beside)


def test_the_facts_of_a_visit_are_those_of_its_plan(knowledge: Knowledge):
    draft = read_draft(sample_text("knee-anticoagulant"))
    of = facts_of(draft, knowledge)
    plan = plan_in_force(interview(draft, knowledge), knowledge)
    assert of.standing is Standing.PLAN and of.pain == ("knee-osteoarthritis",)
    assert set(of.planned) == {one.on for one in plan.visits}
    assert next_on(of, draft.on) == min(of.planned)
    assert read_glance(of.as_text) == of


def test_the_next_day_comes_after_the_last_session(knowledge: Knowledge):
    draft = read_draft(sample_text("knee-anticoagulant"))
    first, second = facts_of(draft, knowledge).planned[:2]
    of = facts_of(draft, knowledge, Beside(sessions=(first,), without_note=1))
    assert (of.sessions, of.last_session, of.without_note) == (1, first, 1)
    assert next_on(of, draft.on) == second
    assert next_on(of.replaced(last_session=date(2030, 1, 1)), draft.on) is None


def test_a_visit_is_found_by_pain_place_goal_and_what_was_noted(knowledge: Knowledge):
    draft = read_draft(sample_text("knee-anticoagulant"))
    words = to_find_by(draft, knowledge, Beside(words=("slept on the floor",)))
    assert "Knee osteoarthritis" in words and "slept on the floor" in words
    assert any("knee" in word.lower() for word in words[1:])


def test_a_later_visit_is_a_draft_until_somebody_decided(knowledge: Knowledge):
    before = read_draft(sample_text("low-back-nothing-flagged"))
    later = next_visit(before, date(2026, 12, 21), "first", knowledge)
    assert said_there(later).last is not None
    of = facts_of(later, knowledge)
    assert of.standing is Standing.DRAFT and of.review


def test_a_text_that_cannot_be_read_tells_nothing():
    for text in ("", "neck", '{"of": "another version"}'):
        assert read_glance(text) == Glance()
