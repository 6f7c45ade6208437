"""A later visit: what it takes over, which plan is in force, when a decision lapses."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from planner.knowledge import load
from planner.model.diary import Day, DayWritten
from planner.model.errors import PlanError
from planner.model.follow_up import Done
from planner.model.vocabulary import Answer
from planner.planning.course.succession import following
from planner.review import last_plan_goes_on, review, standing_of
from planner.safety.asking.asked_again import every_visit
from planner.visit import decision
from planner.visit.between.logging import followed
from planner.visit.decision import Choice
from planner.visit.draft import saying, whole
from planner.visit.handing_out import handed_out
from planner.visit.in_force import last_plan, plan_before, plan_in_force
from planner.visit.interview import interview
from planner.visit.main_line import first_visit
from planner.visit.next_visit import next_visit
from planner.visit.said.diary import NO_DIARY, plan_started, with_diary, written_down
from planner.visit.said.follow_up import asked, said_there, with_fact, with_rating
from tests.conftest import sample, sample_text
from tests.visit.test_draft import opened

NAME = "low-back-nothing-flagged"
LATER = sample(NAME).on + timedelta(weeks=5)


def second(average=6, name=NAME, first=None):
    """The visit after a sample's, with the short screen answered no."""
    draft = next_visit(first or opened(sample_text(name)), LATER, "token", load())
    if average is not None:
        draft = saying(draft, severity=draft.severity.having(average=average))
    while rows := [one.id for one in every_visit(draft, load()) if one.answer is None]:
        draft = saying(draft, answers={**draft.answers, **dict.fromkeys(rows, Answer.NO)})
    return draft


@dataclass
class Reviewed:
    """A review of a visit, and the plan as it would go on."""

    draft: object

    def __post_init__(self):
        visit = whole(self.draft)
        last, facts = last_plan(visit, load()), asked(visit, load())
        standing = standing_of(last, NO_DIARY, facts, load(), intake=visit)
        self.review = review(standing)
        self.goes_on = lambda: last_plan_goes_on(standing)

    def decide(self, choice):
        plan = decision.stands_for(choice, self.review, self.goes_on)
        return decision.decided(self.draft, choice, " so be it ", plan)


def in_force(draft):
    return plan_in_force(interview(draft, load()), load())


def without_scores(plan):
    return plan.replaced(measures=None)


def test_the_next_visit_keeps_wishes_and_lasting_answers_and_asks_the_rest_afresh():
    before = opened(sample_text("knee-anticoagulant"))
    after = next_visit(before, LATER, "token", load())
    assert (after.on, after.visit, after.severity.average) == (LATER, "follow-up", None)
    assert after.preferences == before.preferences and after.pain == before.pain
    assert after.answers["p-hypertension-controlled"] is Answer.YES
    assert "rf-cauda-equina" not in after.answers
    assert said_there(after).last == in_force(before) and said_there(after).follows == "token"


def test_a_visit_without_a_plan_is_followed_by_one_that_looks_back_on_none():
    unscored = saying(opened(sample_text(NAME)), severity=None)
    assert said_there(next_visit(unscored, LATER, "", load())).last is None


def test_a_goal_is_looked_back_on_as_it_was_rated_first():
    draft = with_rating(with_rating(second(), 0, "before", 0), 0, "now", 6)
    for _ in range(2):
        draft = next_visit(draft, draft.on + timedelta(weeks=5), "", load())
        assert said_there(draft).goals[0].before == 0


def test_without_a_score_no_plan_is_in_force():
    assert in_force(second(average=None)) is None


@pytest.mark.parametrize("choice", list(Choice))
def test_the_plan_decided_on_is_in_force(choice):
    reviewed = Reviewed(second())
    draft = opened(reviewed.decide(choice).as_text)
    assert said_there(draft).verdict.reason == "so be it"
    expected = decision.stands_for(choice, reviewed.review, reviewed.goes_on)
    anew = following(first_visit(whole(draft), load()), last_plan(draft, load()))
    assert without_scores(in_force(draft)) == without_scores(expected or anew)
    assert in_force(draft).measures.baseline == last_plan(draft, load()).measures.baseline
    assert decision.still_holds(draft, reviewed.review, reviewed.goes_on)


def test_what_hurts_at_a_later_visit_stands_with_its_day_beside_the_first_scores():
    first, now = sample(NAME), in_force(second(average=3)).measures
    assert (now.latest.on, now.latest.average) == (LATER, 3)
    assert (now.baseline.on, now.baseline.average) == (first.on, first.severity.average)
    assert now.target == last_plan(second(), load()).measures.target


def test_every_plan_of_a_client_is_of_the_same_one_and_counts_on():
    draft = Reviewed(second()).decide(Choice.ACCEPT)
    last, plan = last_plan(draft, load()), in_force(draft)
    assert plan.client_id == last.client_id != ""
    assert plan.version == last.version + 1
    given = handed_out(draft, plan)
    assert in_force(given) == plan
    other = Reviewed(given).decide(Choice.DECLINE)
    assert in_force(other).version == plan.version + 1


def test_a_decision_of_an_edition_that_named_no_client_still_holds():
    reviewed = Reviewed(second())
    kept = json.loads(reviewed.decide(Choice.ACCEPT).as_text)
    for name in ("client_id", "version"):
        del kept["follow_up"]["plan"][name]
    assert decision.still_holds(opened(json.dumps(kept)), reviewed.review, reviewed.goes_on)


def test_a_plan_decided_on_is_not_in_force_once_today_forbids_it():
    draft = Reviewed(second()).decide(Choice.ACCEPT)
    stopped = saying(draft, answers={**draft.answers, "rf-cauda-equina": Answer.YES})
    assert in_force(stopped).massage is None
    assert not in_force(stopped).clearance.may_be_handed_out


def test_a_decision_lapses_when_an_answer_changes_its_plan():
    draft = Reviewed(second()).decide(Choice.ACCEPT)
    other = saying(draft, answers={**draft.answers, "p-anticoagulant": Answer.YES})
    again = Reviewed(other)
    assert not decision.still_holds(other, again.review, again.goes_on)


def test_without_a_decision_nothing_holds_and_one_can_be_taken_back():
    reviewed = Reviewed(second())
    assert not decision.still_holds(second(), reviewed.review, reviewed.goes_on)
    assert decision.undecided(reviewed.decide(Choice.DECLINE)) == second()


def test_a_kept_plan_that_names_what_nobody_knows_any_more_is_told_and_the_visit_opens():
    kept = json.loads(second().as_text)
    kept["follow_up"]["last"]["sources"][0]["id"] = "gone"
    kept["follow_up"]["last"]["massage"]["techniques"][0]["why"][0]["sources"] = ["gone"]
    with pytest.raises(PlanError, match="gone"):
        last_plan(opened(json.dumps(kept)), load())


def test_a_session_is_not_begun_from_a_decided_plan_that_names_what_nobody_knows_any_more():
    decided = Reviewed(second()).decide(Choice.ACCEPT)
    assert followed(decided, load()).plan == said_there(decided).plan
    kept = json.loads(decided.as_text)
    kept["follow_up"]["plan"]["massage"]["techniques"][0]["why"][0]["sources"] = ["gone"]
    with pytest.raises(PlanError, match="gone"):
        followed(opened(json.dumps(kept)), load())


def test_facts_are_kept_as_they_are_asked_and_taken_back():
    draft = with_fact(second(), "sessions", Done(done=0))
    assert asked(whole(draft), load()).sessions == Done(done=0)
    assert with_fact(draft, "sessions", None) == second()


def test_a_goal_that_was_not_rated_now_is_not_among_what_was_asked():
    assert asked(whole(with_rating(second(), 0, "before", 3)), load()).goals == ()
    rated = with_rating(second(), 0, "now", 0)
    assert asked(whole(rated), load()).goals[0].now == 0


def day(text):
    return Day(date=date.fromisoformat(text), pain=5.0, pain_0_10=5.0, entries=1)


def test_when_the_plan_started_is_as_said_else_as_the_last_plan_tells():
    said = date(2026, 9, 1)
    last = last_plan(second(), load())
    assert plan_started(said, second(), last, ()) == said
    assert plan_started(None, second(), last, ()) == last.began


@pytest.mark.parametrize(
    ("days", "started"),
    [
        ((), False),
        (("2026-11-23", "2026-12-01"), False),
        (("2026-11-22", "2026-11-23"), True),
        (("2026-11-01", "2026-11-22"), False),
    ],
)
def test_the_day_of_a_first_visit_counts_only_where_the_diary_spans_it(days, started):
    first = saying(opened(sample_text(NAME)), on=date(2026, 11, 23))
    found = plan_started(None, first, None, tuple(map(day, days)))
    assert found == (first.on if started else None)


def test_a_day_written_again_takes_the_place_of_the_first():
    monday, tuesday = DayWritten(date(2026, 11, 2), 5.0), DayWritten(date(2026, 11, 3), 4.0)
    again = DayWritten(date(2026, 11, 2), 2.0)
    assert written_down(written_down((tuesday,), monday), again) == (again, tuesday)


def test_a_blank_diary_is_not_kept():
    draft = second()
    assert with_diary(draft, type(said_diary(draft))()).diary is None


def said_diary(draft):
    from planner.model.visit import KeptDiary

    return draft.diary or KeptDiary()


def test_the_plan_looked_back_on_is_the_one_that_was_handed_out():
    before = opened(sample_text(NAME))
    shown = in_force(before)
    as_it_was = handed_out(before, shown.replaced(talk=("As it was said then.",)))
    kept = opened(as_it_was.as_text)
    later = saying(kept, severity=kept.severity.having(average=9))
    after = next_visit(later, LATER, "token", load())
    assert said_there(after).last == shown.replaced(talk=("As it was said then.",))
    assert after.handed_out is None


def test_what_may_not_leave_the_screen_is_not_kept_as_handed_out():
    before = opened(sample_text(NAME))
    stopped = saying(before, answers={**before.answers, "rf-cauda-equina": Answer.YES})
    assert handed_out(stopped, in_force(stopped)).handed_out is None


def test_a_plan_changed_after_it_was_handed_out_follows_the_one_in_the_clients_hands():
    first = in_force(opened(sample_text(NAME)))
    draft = handed_out(opened(sample_text(NAME)), first)
    assert in_force(draft) == first and plan_before(draft, first) is None
    fewer = saying(draft, preferences=draft.preferences.having(monthly_budget=80, session_price=80))
    second = in_force(fewer)
    assert plan_before(fewer, second) == first
    assert (second.client_id, second.version) == (first.client_id, 1)
    gone = {one.number for one in second.calendar.withdrawn}
    assert {one.number for one in first.visits} - {one.number for one in second.visits} <= gone
    kept = handed_out(fewer, second)
    assert in_force(opened(kept.as_text)) == second


def test_the_plan_before_that_of_a_later_visit_is_the_last_one():
    draft = Reviewed(second()).decide(Choice.ACCEPT)
    assert plan_before(draft, in_force(draft)) == last_plan(draft, load())
