"""What the safety step asks at a visit, and what "none of these" and a slip do to the answers."""

from datetime import date

import pytest

from planner.knowledge import load
from planner.knowledge.named import NEW_SINCE_LAST_TIME
from planner.model.ids import QuestionId, ReasonId
from planner.model.vocabulary import Answer
from planner.safety.asking.questions import groups
from planner.safety.screening import screen
from planner.visit.asking import Asking, asking, later
from planner.visit.draft import saying
from planner.visit.in_force import plan_in_force
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from planner.visit.said.answers import answered, doubted, ended, none_of_the_shown, slipped
from planner.visit.said.follow_up import asked as facts_of
from planner.visit.stop import last_said, stops, waits
from tests.conftest import client_with, sample_text
from tests.visit.test_draft import opened, said

KNOWN = load()
BACK = {"condition": "low-back-pain"}
A_SCREENFUL = 18  # lines
ON, LATER = date(2026, 11, 23), date(2026, 12, 21)
THINNER, DIABETES, CAUDA, CHEST = (
    QuestionId(ReasonId(one))
    for one in ("p-anticoagulant", "p-diabetes", "rf-cauda-equina", "rf-acs")
)


def first(**answers):
    """A visit in which only these were answered."""
    return said(pain=[BACK], severity={"average": 5}, answers=answers)


def second(condition="low-back-pain", **answers):
    """The visit after one in which these were answered, and every other question with no."""
    whole = client_with(condition, answers=answers)
    draft = said(**whole.model_dump(mode="json", by_alias=True, exclude_unset=True))
    again = next_visit(draft, LATER, "before", KNOWN)
    return saying(again, severity=again.severity.having(average=5))


def asked(draft) -> Asking:
    found = interview(draft, KNOWN)
    assert found is not None
    return asking(found, KNOWN)


def row(name: str) -> QuestionId:
    return QuestionId(ReasonId(name))


# --- none of these ------------------------------------------------------------------------------


def test_none_of_these_says_no_to_the_lines_that_were_shown_and_to_no_other():
    draft = first()
    group = groups(draft, KNOWN)[0]
    shown = [one.id for one in group.questions[:5]]
    after = none_of_the_shown(draft, group.id, shown, KNOWN)
    assert after.answers == dict.fromkeys(shown, Answer.NO)


def test_what_a_yes_opened_meanwhile_is_not_answered_by_it():
    draft = said(pain=[BACK], client={"age": 30})
    pregnancy = next(one for one in groups(draft, KNOWN) if one.id == "pregnancy")
    shown = [one.id for one in pregnancy.questions]
    pregnant = answered(draft, {row("p-pregnancy-t1"): Answer.YES}, KNOWN)
    after = none_of_the_shown(pregnant, pregnancy.id, shown, KNOWN)
    assert row("rf-pregnancy-alarm") not in after.answers
    assert row("rf-pregnancy-alarm") in screen(after, KNOWN).unanswered


def test_it_answers_nothing_of_another_group_and_nothing_that_is_answered():
    draft = first(**{"p-raynaud": "unsure"})
    every = [one.id for group in groups(draft, KNOWN) for one in group.questions]
    group = groups(draft, KNOWN)[0]
    after = none_of_the_shown(draft, group.id, every, KNOWN)
    assert set(after.answers) == {one.id for one in group.questions}
    assert after.answers[row("p-raynaud")] is Answer.UNSURE


def test_a_line_that_is_ticked_again_is_open_until_it_is_answered():
    draft = doubted(first(**{"p-raynaud": "no", "p-diabetes": "yes"}), row("p-raynaud"), KNOWN)
    assert row("p-raynaud") not in draft.answers
    assert doubted(draft, DIABETES, KNOWN) == draft


# --- a slip -------------------------------------------------------------------------------------


def test_a_stop_waits_for_the_degree_that_decides_it():
    found = interview(first(**{"rf-acs": "yes"}), KNOWN)
    assert stops(found) and waits(found, KNOWN)
    decided = interview(first(**{"rf-acs": "yes", "rf-acs:now": "no"}), KNOWN)
    assert stops(decided) and not waits(decided, KNOWN)


def test_a_slip_takes_the_answer_said_last_back_and_leaves_it_open():
    draft = first(**{"rf-cauda-equina": "yes", "rf-fever-acute-illness": "yes"})
    found = interview(draft, KNOWN)
    fever = row("rf-fever-acute-illness")
    assert last_said(found, (fever, CAUDA), KNOWN) == CAUDA
    after = slipped(draft, CAUDA, KNOWN)
    assert CAUDA in screen(after, KNOWN).unanswered
    assert after.answers[fever] is Answer.YES


def test_a_slip_in_a_degree_leaves_its_row():
    draft = first(**{"rf-acs": "yes", "rf-acs:now": "yes"})
    degree = row("rf-acs:now")
    assert last_said(interview(draft, KNOWN), (CHEST, degree), KNOWN) == degree
    assert slipped(draft, degree, KNOWN).answers == {CHEST: Answer.YES}


def test_after_a_slip_last_times_yes_counts_again_and_stays_out_of_none_of_these():
    draft = answered(second(**{"p-anticoagulant": "yes"}), {THINNER: Answer.NO}, KNOWN)
    back = slipped(draft, THINNER, KNOWN)
    assert THINNER in back.from_last and back.answers[THINNER] is Answer.YES
    group = KNOWN.rows[THINNER].group
    assert none_of_the_shown(back, group, [THINNER], KNOWN).answers[THINNER] is Answer.YES


# --- the second visit ---------------------------------------------------------------------------


def test_a_first_visit_has_only_groups():
    found = asked(first())
    assert not found.again and found.anything_new is None and not found.begins_with_last_time
    assert {one.id for one in found.groups} == {one.id for one in groups(first(), KNOWN)}


@pytest.mark.parametrize("given", ["yes", "unsure"])
@pytest.mark.parametrize(
    "name", ["p-anticoagulant", "p-diabetes", "p-osteoporosis", "p-falls-risk"]
)
def test_each_yes_and_not_sure_of_last_time_is_asked_by_itself(name: str, given: str):
    found = asked(second(**{name: given}))
    assert [(one.asked.id, one.last) for one in found.again] == [(name, Answer(given))]
    assert all(one.id != name for group in found.groups for one in group.questions)
    assert found.begins_with_last_time


def test_the_groups_open_once_each_is_said_and_what_is_new_was_asked():
    draft = second(**{"p-anticoagulant": "yes"})
    draft = answered(draft, {THINNER: Answer.YES}, KNOWN)
    assert asked(draft).begins_with_last_time
    draft = answered(draft, {NEW_SINCE_LAST_TIME: Answer.NO}, KNOWN)
    assert not asked(draft).begins_with_last_time
    assert [one.asked.answer for one in asked(draft).again] == [Answer.YES]


def test_a_degree_of_what_is_still_so_is_asked_in_its_row():
    draft = answered(
        second(**{"p-falls-risk": "yes", "p-falls-risk:twice": "no"}),
        {row("p-falls-risk"): Answer.YES},
        KNOWN,
    )
    (again,) = asked(draft).again
    assert [one.id for one in again.follow_ups] == ["p-falls-risk:twice"]
    assert not again.is_said


def test_what_lasts_and_is_still_so_keeps_its_degrees():
    degrees = {"p-diabetes:insulin": "yes", "p-diabetes:complications": "no"}
    draft = second(**{"p-diabetes": "yes", **degrees})
    after = answered(draft, {DIABETES: Answer.YES}, KNOWN)
    assert DIABETES not in after.from_last
    assert after.answers[row("p-diabetes:insulin")] is Answer.YES
    gone = answered(draft, {DIABETES: Answer.NO}, KNOWN)
    assert row("p-diabetes:insulin") not in gone.answers


def test_a_later_visit_shows_only_the_short_screen():
    found = asked(second())
    shown = [one for group in found.groups for one in group.questions]
    assert shown and all(one.answer is None for one in shown)
    assert NEW_SINCE_LAST_TIME not in {one.id for one in shown}
    assert len(shown) < len([one for group in groups(second(), KNOWN) for one in group.questions])


def test_the_short_screen_is_asked_in_four_groups_of_at_most_a_screenful_and_mood_by_itself():
    for condition in KNOWN.conditions:
        short = asked(second(condition)).groups
        assert len(short) <= 4
        assert all(len(group.questions) <= A_SCREENFUL for group in short)
        private = [group for group in short if any(one.private for one in group.questions)]
        assert [{one.group for one in group.questions} for group in private] == [
            {"mood-and-safety"}
        ]


def test_none_of_a_joined_group_says_no_to_every_line_shown_and_to_nothing_else():
    before = second()
    group = asked(before).groups[0]
    shown = [one.id for one in group.questions]
    after = none_of_the_shown(before, group.id, shown, KNOWN)
    assert after.answers.keys() - before.answers.keys() == set(shown)
    assert len({one.group for one in group.questions}) > 1


def test_a_yes_of_the_first_visit_stands_in_the_second_plan_unless_it_was_answered_anew():
    draft = second(**{"p-anticoagulant": "yes"})
    draft = answered(draft, {NEW_SINCE_LAST_TIME: Answer.NO}, KNOWN)
    for group in asked(draft).groups:
        every = [one.id for one in group.questions]
        draft = none_of_the_shown(draft, group.id, [*every, THINNER], KNOWN)
    plan = plan_in_force(interview(draft, KNOWN), KNOWN)
    assert THINNER in {one.id for one in plan.reasons} and plan.unanswered == (THINNER,)
    still = plan_in_force(interview(answered(draft, {THINNER: Answer.YES}, KNOWN), KNOWN), KNOWN)
    assert THINNER in {one.id for one in still.reasons} and not still.unanswered
    gone = plan_in_force(interview(answered(draft, {THINNER: Answer.NO}, KNOWN), KNOWN), KNOWN)
    assert THINNER not in {one.id for one in gone.reasons}


def test_since_when_something_is_so_no_more_is_kept_in_the_clients_words():
    draft = ended(second(**{"p-anticoagulant": "yes"}), THINNER, "since March")
    assert [one.ended for one in asked(draft).again] == ["since March"]
    assert ended(draft, THINNER, " ").follow_up.ended == {}


@pytest.mark.parametrize(("today", "told"), [(Answer.NO, True), (Answer.YES, False)])
def test_since_when_it_is_so_no_more_is_in_the_visit_note_where_it_is_no_more(today, told):
    draft = ended(second(**{"p-anticoagulant": "yes"}), THINNER, "since March")
    visit = interview(answered(draft, {THINNER: today}, KNOWN), KNOWN).visit
    assert (facts_of(visit, KNOWN).ended == {THINNER: "since March"}) is told


def test_the_next_group_is_the_next_that_waits_and_then_the_first():
    found = groups(first(), KNOWN)
    assert later(found, found[0].id) == found[1].id
    assert later(found, found[-1].id) == found[0].id
    assert later(groups(opened(sample_text("low-back-nothing-flagged")), KNOWN), found[0].id) == ""
