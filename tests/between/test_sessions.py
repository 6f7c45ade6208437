"""A session logged: as planned or otherwise, kept as it was, and counted by the review."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exports.notes.visit_note import visit_note
from planner.knowledge import load
from planner.model.between.session import Done, Session, read_session
from planner.model.errors import EntryError
from planner.model.follow_up import AfterLastTime, FollowUp
from planner.model.follow_up import Done as Counted
from planner.model.vocabulary import Pressure, Technique
from planner.planning.course.occasions import of_massage, visits_of
from planner.visit.between import beyond, counting, logging
from planner.visit.between.logging import Followed, as_planned
from planner.visit.main_line import first_visit
from tests.conftest import sample
from tests.review.conftest import all_no, diary_of, reviewed
from tests.review.plans import plan_named

KNOWN = load()
PLAN = first_visit(sample("low-back-nothing-flagged"), KNOWN)
DAYS = [one.on for one in of_massage(visits_of(PLAN))]
REVIEW = PLAN.measures.review_on
OF = Followed(PLAN, "back-bend")


def logged(*days: date, **said: object) -> list[Session]:
    return [as_planned(OF, day).having(**said) for day in days]


def test_a_session_begins_as_the_plan_has_it():
    made = as_planned(OF, DAYS[0])
    assert [one.technique for one in made.done] == [one.id for one in PLAN.massage.techniques]
    assert made.minutes == visits_of(PLAN)[0].minutes
    assert made.sign.name == "back-bend"
    assert (made.after_last_time, made.consent, made.sign.before) == (None, None, None)


def test_a_session_follows_the_plan_of_the_day_it_names_and_no_other():
    first, later = (PLAN.on, OF), (REVIEW, OF._replace(plan=PLAN.replaced(on=REVIEW)))
    held = as_planned(OF, DAYS[0])
    assert logging.plan_of(held, (later, first)) == OF
    assert logging.plan_of(held, (later,)) is None
    assert logging.plan_of(None, (later, first)) == later[1]
    assert logging.plan_of(None, ()) is None


def test_what_nobody_told_is_not_kept_and_a_kept_session_reads_back():
    made = logging.rated(as_planned(OF, DAYS[0]), "before", 5)
    assert "after_last_time" not in made.as_text
    assert read_session(made.as_text, KNOWN.known_ids) == made
    assert logging.rated(made, "before", None).sign.before is None


def test_a_line_not_done_and_another_added_stand_as_they_were():
    line = PLAN.massage.techniques[0].id
    less = logging.not_done(as_planned(OF, DAYS[0]), line)
    assert line not in [one.technique for one in less.done]
    more = logging.done(less, logging.line_of(line, PLAN))
    firmer = logging.how_firm(more, line, Pressure.FIRM)
    assert {one.technique: one.pressure for one in firmer.done}[line] is Pressure.FIRM


@pytest.mark.parametrize(
    ("part", "value"), [("minutes", 0), ("home_days", 8), ("done", ()), ("nothing", 1)]
)
def test_what_a_session_cannot_hold_is_refused_with_its_place(part, value):
    with pytest.raises(EntryError, match=part):
        logging.put(as_planned(OF, DAYS[0]), part, value)


def test_a_session_without_massage_is_kept_and_not_counted():
    none = logging.nothing_done(as_planned(OF, DAYS[1]))
    log = [*logged(DAYS[0]), none]
    assert counting.counted(log, PLAN, REVIEW).sessions.done == 1


def test_the_reviews_counts_equal_the_log():
    """Three of those due, two told of five days at home, one flare: the review says the same."""
    log = [
        *logged(DAYS[0]),
        *logged(DAYS[1], after_last_time=AfterLastTime.FLARE, home_days=5),
        *logged(DAYS[2], after_last_time=AfterLastTime.BETTER, home_days=4),
    ]
    found = counting.counted(log, PLAN, REVIEW)
    facts = counting.fed(FollowUp(on=REVIEW), found)
    progress = reviewed(PLAN, diary_of([], []), all_no(PLAN, facts)).progress
    due = sum(day < REVIEW for day in DAYS)
    assert (progress.sessions.done, progress.sessions.planned) == (3, due)
    assert not progress.sessions.assumed
    assert progress.self_care.done == found.self_care.done
    assert facts.long_flares == 1


def test_flares_that_made_the_sessions_shorter_are_not_counted_again():
    """Two flares halve the sessions; without another one the next review does not stop them."""
    flared = {"after_last_time": AfterLastTime.FLARE}
    calm = {"after_last_time": AfterLastTime.BETTER}
    log = [*logged(DAYS[0]), *logged(DAYS[1], **flared), *logged(DAYS[2], **flared)]
    facts = counting.fed(FollowUp(on=REVIEW), counting.counted(log, PLAN, REVIEW))
    first = reviewed(PLAN, diary_of([], []), all_no(PLAN, facts))
    assert (facts.long_flares, first.rule) == (2, "long-flares")
    halved, later = first.next_plan, REVIEW + timedelta(28)
    assert halved.flares_from == REVIEW
    follows = Followed(halved, "back-bend")
    days = [one.on for one in of_massage(visits_of(halved)) if REVIEW < one.on < later][:2]
    log += [as_planned(follows, day).having(**calm) for day in days]
    facts = counting.fed(FollowUp(on=later), counting.counted(log, halved, later))
    assert facts.long_flares == 0
    second = reviewed(halved, diary_of([], []), all_no(halved, facts))
    assert second.rule != "long-flares"
    assert second.next_plan.flares_from == REVIEW


@given(st.sets(st.sampled_from(DAYS), min_size=1), st.integers(0, len(DAYS) - 1))
def test_sessions_had_and_due_are_those_of_the_log_and_of_the_dated_list(had, at):
    on = DAYS[at]
    found = counting.counted(logged(*had), PLAN, on).sessions
    by_then = [day for day in had if day <= on]
    if not by_then:
        assert found is None
        return
    assert found.done == len(by_then)
    assert found.planned == sum(day < on or (day == on and on in had) for day in DAYS)


def test_the_hand_wins_over_the_log_and_both_are_shown():
    log = counting.counted(logged(DAYS[0], DAYS[1]), PLAN, REVIEW)
    typed = FollowUp(sessions=Counted(done=4))
    assert counting.fed(typed, log).sessions.done == 4
    (differs,) = counting.differing(typed, log)
    assert (differs.part, "2" in differs.says, "4" in differs.says) == ("sessions", True, True)
    assert not counting.differing(FollowUp(sessions=Counted(done=2)), log)


def test_nothing_logged_is_unknown_and_never_none():
    assert counting.counted([], PLAN, REVIEW) == counting.Counted()
    assert counting.fed(FollowUp(), counting.Counted()) == FollowUp()
    assert counting.counted(logged(DAYS[0]), PLAN, REVIEW).flares is None


def test_a_session_on_the_day_of_the_next_plan_counts_once():
    later = PLAN.model_copy(update={"on": REVIEW, "visits": (), "measures": None})
    log = logged(DAYS[0], REVIEW)
    assert counting.counted(log, PLAN, REVIEW).sessions.done == 2
    assert counting.of_the_plan(log, later, REVIEW + timedelta(30)) == ()


def test_days_at_home_are_asked_about_once_and_only_under_the_plan():
    first, second = PLAN.on + timedelta(3), PLAN.on + timedelta(7)
    log = [
        *logged(first, home_days=7),
        *logged(second, home_days=2),
    ]
    assert counting.counted(log, PLAN, REVIEW).self_care == Counted(done=5, planned=7)


def test_sore_for_longer_than_two_days_is_a_flare():
    sore = as_planned(OF, DAYS[0]).having(after_last_time=AfterLastTime.SORE)
    assert not sore.tells_of_a_flare
    assert sore.having(lasted_days=4).tells_of_a_flare


def test_the_comparable_sign_of_each_session_reaches_the_review():
    one = logging.rated(logging.rated(as_planned(OF, DAYS[0]), "before", 6), "after", 4)
    facts = counting.fed(FollowUp(), counting.counted([one], PLAN, REVIEW))
    asked = all_no(PLAN, facts)
    review = reviewed(PLAN, diary_of([], []), asked)
    assert [(seen.before, seen.after) for seen in review.progress.signs] == [(6, 4)]
    assert any("6 to 4" in line for line in visit_note(review, asked, KNOWN).objective)


THINNED = first_visit(sample("knee-anticoagulant"), KNOWN)


def test_what_was_done_within_the_limits_is_not_beyond_them():
    assert beyond.beyond(as_planned(Followed(THINNED), THINNED.on), THINNED, KNOWN) == ()


def test_what_was_done_beyond_the_limits_is_kept_and_said():
    """Blood is thinned: firm, too long, and a technique that was left out."""
    line = THINNED.massage.techniques[0]
    made = as_planned(Followed(THINNED), THINNED.on)
    firm = logging.how_firm(made, line.id, Pressure.FIRM)
    assert firm.done[0].pressure is Pressure.FIRM
    assert any("firm" in one for one in beyond.beyond(firm, THINNED, KNOWN))
    planned = {one.id for one in THINNED.massage.techniques}
    other = next(one for one in Technique if one not in planned)
    more = logging.done(made, Done(technique=other, regions=line.regions, pressure=Pressure.LIGHT))
    assert len(beyond.beyond(more, THINNED, KNOWN)) == 1


def test_a_plan_of_the_first_edition_is_logged_and_counted_too():
    plan = plan_named("halved")
    made = as_planned(Followed(plan), plan.on)
    found = counting.counted([made], plan, plan.on + timedelta(21))
    assert (made.was_had, found.sessions.done) == (True, 1)
    assert beyond.beyond(made, plan, KNOWN) == ()
