"""What the client answers alone binds and clears nothing, and no yes of it is ever lost."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.beforehand import ClientSaid
from planner.model.intake import Scores, read_intake
from planner.model.visit import read_draft
from planner.model.vocabulary import Answer, Clearance, Medium
from planner.safety.asking.asked_again import answered_again
from planner.safety.asking.questions import groups, none_of_these, questions
from planner.safety.screening import screen
from planner.visit.asking import asking
from planner.visit.beforehand.tablet_screens import screens
from planner.visit.interview import interview
from planner.visit.main_line import first_visit
from planner.visit.next_visit import next_visit
from planner.visit.said.answers import answered
from planner.visit.said.beforehand import said_alone
from tests.browser.test_seen import visit_of
from tests.conftest import client_with
from tests.visit.drafts import draft_with

KNOWN = load()
LATER = date(2026, 12, 21)
BLOOD_THINNER, CLOT = "p-anticoagulant", "p-dvt-current"
MOST_SCREENS = {
    "low back and neck": 42,
    "pregnant": 36,
    "widespread": 43,
    "older, with medicines": 34,
    "second visit": 16,
}
CLIENT_ROWS = sorted(
    row.id
    for row in KNOWN.rows.values()
    if not (row.therapist_answers or row.taken_over_from) and row.id != "p-child"
)
ALONE = st.dictionaries(
    st.sampled_from(CLIENT_ROWS),
    st.builds(
        ClientSaid,
        answer=st.sampled_from([*Answer, None]),
        medium=st.sampled_from(Medium),
    ),
    max_size=12,
)


def none_of_these_everywhere(draft):
    """Every "none of these" tapped, again and again, until it writes nothing more."""
    while written := {
        row: no for group in groups(draft, KNOWN) for row, no in none_of_these(group).items()
    }:
        draft = answered(draft, written, KNOWN)
    return draft


def asked(draft):
    return asking(interview(draft, KNOWN), KNOWN)


def waiting(draft):
    """What the therapist sees first, and has not answered yet."""
    return {one.asked.id for one in asked(draft).again if not one.is_said}


def settled(draft, row, answer):
    return answered(draft, {row: answer}, KNOWN)


@given(ALONE)
def test_nothing_of_it_reaches_a_plan(alone):
    intake = client_with("neck-pain")
    told = intake.replaced(beforehand=alone)
    before, after = screen(intake, KNOWN), screen(told, KNOWN)
    assert after.active == before.active
    assert after.reasons == before.reasons
    plan = first_visit(told, KNOWN)
    assert {one.id for one in plan.reasons} == {
        one.id for one in first_visit(intake, KNOWN).reasons
    }


@given(ALONE)
def test_each_yes_and_not_sure_is_shown_until_it_is_settled_and_the_plan_waits(alone):
    draft = none_of_these_everywhere(said_alone(draft_with("neck-pain"), alone))
    yes = {row for row, one in alone.items() if one.answer in (Answer.YES, Answer.UNSURE)}
    still = waiting(draft)
    assert yes <= still
    assert not still or screen(draft, KNOWN).clearance is Clearance.ASK
    for row in sorted(still):
        assert row in still
        draft = settled(draft, row, Answer.NO)
        still = waiting(draft)
        assert row not in still
    assert not waiting(none_of_these_everywhere(draft))


@given(ALONE)
def test_a_yes_after_the_therapists_no_is_asked_about_too(alone):
    draft = said_alone(none_of_these_everywhere(draft_with("neck-pain")), alone)
    yes = {row for row, one in alone.items() if one.answer in (Answer.YES, Answer.UNSURE)}
    assert waiting(draft) == yes


def test_a_blank_is_unanswered_and_needs_its_own_tap():
    draft = said_alone(draft_with("neck-pain"), {BLOOD_THINNER: ClientSaid()})
    draft = none_of_these_everywhere(draft)
    assert waiting(draft) == {BLOOD_THINNER}
    assert BLOOD_THINNER in screen(draft, KNOWN).unanswered


def test_a_plain_no_is_taken_over_with_its_group_and_only_then():
    said = {row: ClientSaid(answer=Answer.NO) for row in (BLOOD_THINNER, CLOT)}
    draft = said_alone(draft_with("neck-pain"), said)
    assert BLOOD_THINNER in screen(draft, KNOWN).unanswered
    assert not waiting(draft)
    medicines = next(one for one in groups(draft, KNOWN) if one.id == "medicines")
    taken = answered(draft, none_of_these(medicines), KNOWN)
    assert taken.answers[BLOOD_THINNER] is Answer.NO
    assert CLOT in screen(taken, KNOWN).unanswered


def test_an_answer_settles_it_and_a_slip_asks_again():
    draft = said_alone(draft_with("neck-pain"), {BLOOD_THINNER: ClientSaid(answer=Answer.YES)})
    confirmed = settled(draft, BLOOD_THINNER, Answer.YES)
    assert confirmed.answers[BLOOD_THINNER] is Answer.YES
    assert not waiting(confirmed)
    slip = settled(confirmed, BLOOD_THINNER, None)
    assert BLOOD_THINNER not in slip.answers
    assert waiting(slip) == {BLOOD_THINNER}


def test_a_yes_to_what_applies_no_more_is_still_shown():
    said = {"p-pregnancy-t3": ClientSaid(answer=Answer.YES)}
    draft = said_alone(draft_with("neck-pain"), said)
    draft = answered(draft, {"p-pregnancy-t1": Answer.NO}, KNOWN)
    assert waiting(draft) == {"p-pregnancy-t3"}


def test_the_worst_stands_first_then_not_sure_then_blank():
    said = {
        "p-raynaud": ClientSaid(answer=Answer.YES),
        "rf-cauda-equina": ClientSaid(answer=Answer.YES),
        "p-diabetes": ClientSaid(answer=Answer.UNSURE),
        "p-hernia": ClientSaid(),
        BLOOD_THINNER: ClientSaid(answer=Answer.NO),
    }
    draft = said_alone(draft_with("low-back-pain"), said)
    shown = [one.asked.id for one in asked(draft).again]
    assert shown == ["rf-cauda-equina", "p-raynaud", "p-diabetes", "p-hernia"]


def test_what_is_asked_by_itself_stands_in_no_group_also_once_it_is_answered():
    draft = said_alone(draft_with("neck-pain"), {BLOOD_THINNER: ClientSaid(answer=Answer.UNSURE)})
    for each in (draft, settled(draft, BLOOD_THINNER, Answer.YES)):
        (one,) = asked(each).again
        assert one.asked.id == BLOOD_THINNER
        in_groups = {two.id for group in asked(each).groups for two in group.questions}
        assert BLOOD_THINNER not in in_groups and CLOT in in_groups


def test_at_a_later_visit_it_stands_after_what_was_said_last_time():
    whole = client_with("neck-pain", answers={"p-diabetes": "yes"}).model_dump(
        mode="json", by_alias=True, exclude_unset=True
    )
    draft = next_visit(read_draft(json.dumps(whole), KNOWN.known_ids), LATER, "before", KNOWN)
    draft = draft.having(severity=Scores(average=5))
    said = {"p-diabetes": ClientSaid(answer=Answer.NO), CLOT: ClientSaid(answer=Answer.YES)}
    again = asked(said_alone(draft, said)).again
    assert [(one.asked.id, one.last) for one in again] == [
        ("p-diabetes", Answer.YES),
        (CLOT, None),
    ]
    assert waiting(said_alone(draft, said)) == {"p-diabetes", CLOT}


def test_a_next_visit_holds_nothing_of_it():
    draft = said_alone(draft_with("neck-pain"), {BLOOD_THINNER: ClientSaid(answer=Answer.YES)})
    assert next_visit(draft, LATER, "before", KNOWN).beforehand == {}


def test_what_was_settled_and_is_said_again_is_not_asked_again_but_a_new_yes_is():
    no, yes = ClientSaid(answer=Answer.NO), ClientSaid(answer=Answer.YES)
    draft = said_alone(draft_with("neck-pain"), {BLOOD_THINNER: yes})
    draft = settled(draft, BLOOD_THINNER, Answer.NO)
    assert not waiting(said_alone(draft, {BLOOD_THINNER: yes}))
    draft = said_alone(said_alone(draft, {BLOOD_THINNER: no}), {BLOOD_THINNER: yes})
    assert waiting(draft) == {BLOOD_THINNER}


def test_a_visit_of_before_opens_and_holds_nothing_said_alone():
    said = {"format": 1, "on": "2026-11-23", "client": {"label": "T"}, "severity": {"average": 5}}
    text = json.dumps({**said, "pain": [{"condition": "neck-pain"}]})
    assert read_intake(text, KNOWN.known_ids).beforehand == {}


# ---- on the tablet ----


def asked_alone(draft):
    return {one.id for screen in screens(draft, KNOWN) for one in screen.questions}


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_the_tablet_asks_what_the_interview_asks_but_what_the_therapist_sees(condition):
    draft = draft_with(condition)
    asked = {one.id for one in questions(draft, KNOWN) if not one.therapist_answers}
    assert asked_alone(draft) == asked


def test_the_tablet_asks_nothing_that_the_therapist_has_answered():
    draft = answered(draft_with("neck-pain"), {BLOOD_THINNER: Answer.YES}, KNOWN)
    assert BLOOD_THINNER not in asked_alone(draft)


def test_a_yes_on_the_tablet_opens_what_it_opens_in_the_interview():
    draft = draft_with("neck-pain")
    assert "p-pregnancy-t3" not in asked_alone(draft)
    draft = said_alone(draft, {"p-pregnancy-t1": ClientSaid(answer=Answer.YES)})
    assert {"p-pregnancy-t3", "p-pregnancy-t1"} <= asked_alone(draft)


def test_what_is_private_and_its_whole_group_stands_alone_on_its_screen():
    private = [one for one in screens(draft_with("neck-pain"), KNOWN) if one.private]
    assert "rf-suicidal" in {one.questions[0].id for one in private}
    assert all(len(one.questions) == 1 for one in private)


def test_a_list_of_signs_stands_alone_and_no_list_is_long():
    for screen_ in screens(draft_with("fibromyalgia"), KNOWN):
        assert len(screen_.questions) <= 8
        assert len(screen_.questions) == 1 or not any(one.ticks for one in screen_.questions)


@pytest.mark.parametrize(("kind", "most"), MOST_SCREENS.items())
def test_so_many_screens_are_enough_for_each_kind_of_client(kind, most):
    draft = read_draft(visit_of(kind), KNOWN.known_ids)
    found = screens(draft, KNOWN)
    assert len(found) <= most
    asked = [one for screen_ in found for one in screen_.questions]
    after = {one.asked_after: asked.index(one) for one in asked if one.asked_after}
    assert all(asked.index(one) < after[one.id] for one in asked if one.id in after)


def test_an_answer_taken_back_by_the_rules_is_asked_about_again():
    intake = client_with("neck-pain", beforehand={CLOT: {"answer": "yes", "settled": True}})
    assert intake.beforehand[CLOT].settled
    assert not answered_again(intake, {CLOT: None}, KNOWN).beforehand[CLOT].settled
