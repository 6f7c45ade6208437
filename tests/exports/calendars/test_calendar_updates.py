"""One plan after another in one calendar: what is left is the last plan's, and nothing is over."""

from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

import icalendar
import pytest
import vobject

from planner.exports.documents import PLAN_ICS, Given
from planner.exports.files.calendar import plan_ics
from planner.model.follow_up import FollowUp
from planner.model.plan import read_plan
from planner.model.vocabulary import Answer, Day
from planner.planning.course.succession import following
from planner.visit.main_line import first_visit, follow_up
from planner.visit.said.diary import NO_DIARY
from planner.words import SOURCE
from tests.conftest import sample
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN

NAME = "low-back-nothing-flagged"


def said(name=NAME, *, on=None, **wishes):
    found = sample(name)
    found = found.having(preferences=found.preferences.having(**wishes))
    return found.having(on=on) if on else found


def as_icalendar(text):
    """The events as icalendar reads them: what a calendar goes by."""
    for one in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        begins = one.decoded("dtstart")
        yield str(one["uid"]), int(one["sequence"]), str(one["status"]), begins, str(one["summary"])


def as_vobject(text):
    """The same as vobject reads them."""
    for one in vobject.readOne(text.decode()).vevent_list:
        begins, sequence = one.dtstart.value, int(one.sequence.value)
        yield one.uid.value, sequence, one.status.value, begins, one.summary.value


READERS = (as_icalendar, as_vobject)


def imported(files, read):
    """A calendar into which files were imported one after another.

    Of each UID the highest sequence counts; what it cancels is gone.
    """
    kept = {}
    for text in files:
        for uid, sequence, status, begins, summary in read(text):
            if uid not in kept or sequence > kept[uid][0]:
                kept[uid] = (sequence, status, begins, summary)
    return {
        uid: (_day(begins), summary)
        for uid, (_, status, begins, summary) in kept.items()
        if status != "CANCELLED"
    }


def _day(begins):
    return begins.date() if isinstance(begins, datetime) else begins


def live(text, read=as_icalendar):
    """The events of a file that it does not cancel."""
    return imported([text], read)


def ics(plan):
    return plan_ics(plan, KNOWN)


def cancelled(plan):
    """When each event began that the file of a plan cancels."""
    read = as_icalendar(ics(plan))
    return {uid: begins for uid, _, status, begins, _ in read if status == "CANCELLED"}


def three_in_a_row():
    """The same day, three times thought over: fewer visits, then more of them on other days."""
    first = first_visit(said(), KNOWN)
    second = following(first_visit(said(monthly_budget=80, session_price=80), KNOWN), first)
    third = following(first_visit(said(days=(Day.TUE, Day.FRI), time=time(9)), KNOWN), second)
    return first, second, third


def months_apart():
    """Reviewed, then planned anew with less money: visits were had in between."""
    first = first_visit(said(), KNOWN)
    second = reviewed(first, first.measures.review_on)
    poorer = said(on=second.measures.review_on, monthly_budget=80, session_price=80)
    return first, second, following(first_visit(poorer, KNOWN), second)


def reviewed(plan, on):
    """The plan after a review at which every question of the short screen was answered no."""
    asked = follow_up(plan, NO_DIARY, FollowUp(on=on), KNOWN).next_plan.unanswered
    answers = dict.fromkeys(asked, Answer.NO)
    return follow_up(plan, NO_DIARY, FollowUp(on=on, answers=answers), KNOWN).next_plan


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("left_out", [None, 0, 1])
def test_three_plans_of_a_day_leave_exactly_the_last_ones_events(read, left_out):
    """C2: also where a file was never imported."""
    plans = three_in_a_row()
    files = [ics(one) for number, one in enumerate(plans) if number != left_out]
    assert imported(files, read) == live(ics(plans[-1]), read)
    assert len({len(one.visits) for one in plans}) > 1


@pytest.mark.parametrize("read", READERS)
def test_weeks_later_what_is_ahead_is_the_last_plans_and_what_was_had_stays(read):
    """C2: r8 to r10 of the findings, where old appointments stayed beside the new ones."""
    plans = months_apart()
    found = imported([ics(one) for one in plans], read)
    last = live(ics(plans[-1]), read)
    ahead = {uid: one for uid, one in found.items() if one[0] >= plans[-1].on}
    assert ahead == {uid: one for uid, one in last.items() if one[0] >= plans[-1].on}
    over = sorted(
        day for day, title in found.values() if day < plans[-1].on and "Home" not in title
    )
    had = {one.on for plan in plans for one in plan.visits if one.on < plans[-1].on}
    assert set(over) <= had and len(over) == len(set(over))
    assert plans[0].visits[0].on in over


@pytest.mark.parametrize("plans", [three_in_a_row, months_apart])
def test_a_cancelled_number_is_never_used_again(plans):
    gone = set()
    for plan in plans():
        assert gone.isdisjoint(live(ics(plan)))
        gone |= set(cancelled(plan))
    assert gone


@pytest.mark.parametrize("plans", [three_in_a_row, months_apart])
def test_what_is_over_is_neither_moved_nor_cancelled(plans):
    before = None
    for plan in plans():
        for uid, begins in cancelled(plan).items():
            assert _day(begins) >= plan.on, uid
        if before:
            over = {uid for uid, one in live(ics(before)).items() if one[0] < plan.on}
            visits = {uid for uid in over if "Home" not in live(ics(before))[uid][1]}
            assert visits.isdisjoint(live(ics(plan))) and visits.isdisjoint(cancelled(plan))
        before = plan


def test_each_plan_that_follows_is_newer_in_every_way_a_calendar_looks_at():
    found = []
    for plan in three_in_a_row():
        events = icalendar.Calendar.from_ical(ics(plan)).walk("VEVENT")
        assert {int(one["sequence"]) for one in events} == {plan.version}
        (stamp,) = {one.decoded("dtstamp") for one in events}
        assert {one.decoded("last-modified") for one in events} == {stamp}
        found.append((plan.version, stamp))
    assert found == sorted(set(found))


def test_a_visit_that_stays_on_its_day_is_the_same_event():
    first, second, _ = three_in_a_row()
    before = {day: uid for uid, (day, title) in live(ics(first)).items() if "Home" not in title}
    after = {day: uid for uid, (day, title) in live(ics(second)).items() if "Home" not in title}
    both = before.keys() & after.keys()
    assert both and all(before[day] == after[day] for day in both)


def test_a_moved_visit_is_the_same_event_on_another_day():
    first = first_visit(said(days=(Day.MON,)), KNOWN)
    second = following(first_visit(said(days=(Day.WED,)), KNOWN), first)
    moved = live(ics(first)).keys() & live(ics(second)).keys()
    assert len(moved) == len(live(ics(first)))
    assert any(live(ics(first))[uid][0] != live(ics(second))[uid][0] for uid in moved)


def test_a_stop_between_two_plans_takes_the_visits_out_with_the_next_file():
    first = first_visit(said(), KNOWN)
    later = first.visits[1].on
    said_yes = {**said().answers, "rf-cauda-equina": Answer.YES}
    stopped = following(first_visit(said(on=later).having(answers=said_yes), KNOWN), first)
    again = following(first_visit(said(on=later + timedelta(days=7)), KNOWN), stopped)
    assert not stopped.visits and stopped.calendar.withdrawn
    found = imported([ics(first), ics(again)], as_icalendar)
    ahead = {uid for uid, one in found.items() if one[0] >= again.on}
    assert ahead == {uid for uid, one in live(ics(again)).items() if one[0] >= again.on}


def test_two_clients_of_one_label_on_one_day_share_no_event():
    """C1, x6."""
    one = first_visit(said(), KNOWN)
    other = first_visit(said(self_care_minutes_per_day=33), KNOWN)
    assert (one.client, one.on) == (other.client, other.on)
    assert live(ics(one)).keys().isdisjoint(live(ics(other)))


def test_a_uid_is_told_from_the_clients_id_and_the_same_in_every_plan():
    named = said().having(client=said().client.having(id="7f3a"))
    plan, other = first_visit(named, KNOWN), first_visit(said(), KNOWN)
    assert live(ics(plan)).keys().isdisjoint(live(ics(other)))
    for uid in live(ics(plan)):
        told, at, suffix = uid.partition("@")
        assert UUID(told).version == 5 and (at, suffix) == ("@", "pain-plan-builder")


def test_a_plan_read_back_from_its_file_goes_on_from_where_it_was():
    _, second, third = three_in_a_row()
    kept = read_plan(second.model_dump_json(), KNOWN.known_ids)
    assert kept.calendar == second.calendar
    assert following(third, kept).calendar == following(third, second).calendar


def test_a_plan_of_an_edition_without_numbers_can_be_followed():
    first = first_visit(said(), KNOWN)
    visits = tuple(one.replaced(number=0) for one in first.visits)
    older = first.replaced(client_id="", calendar=type(first.calendar)(), visits=visits)
    plan = following(first_visit(said(days=(Day.TUE,)), KNOWN), older)
    assert plan.client_id and all(one.number for one in plan.visits)
    assert imported([ics(older), ics(plan)], as_icalendar).keys() >= live(ics(plan)).keys()


def test_a_document_counts_on_from_the_plan_it_is_told_of():
    first, other = first_visit(said(), KNOWN), first_visit(said(days=(Day.TUE,)), KNOWN)
    made = PLAN_ICS.make(Given(other, said(), KNOWN, SOURCE, before=first))
    assert imported([ics(first), made], as_icalendar) == live(made)
    assert made == PLAN_ICS.make(
        Given(following(other, first), said(), KNOWN, SOURCE, before=first)
    )


def chain(seed):
    """Four plans of somebody at random, days or weeks apart, each with other wishes."""
    chance, before = Random(seed), None
    said, on = somebody(seed), somebody(seed).on
    for _ in range(4):
        wishes = said.preferences.replaced(
            days=tuple(chance.sample(list(Day), chance.choice((0, 1, 2, 3)))),
            monthly_budget=chance.choice((None, 80, 300)),
            session_price=80,
            self_care_minutes_per_day=chance.choice((None, 0, 10, 30)),
        )
        plan = first_visit(said.replaced(on=on, preferences=wishes), KNOWN)
        before = following(plan, before) if before else plan
        if before.clearance.may_be_handed_out:
            yield before
        on += timedelta(days=chance.choice((0, 0, 3, 7, 30)))


@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(one, marks=pytest.mark.slow) for one in range(4, 80))]
)
def test_whatever_follows_whatever_only_the_last_plan_is_ahead(seed):
    plans, gone = list(chain(seed)), set()
    for plan in plans:
        assert gone.isdisjoint(live(ics(plan)))
        gone |= set(cancelled(plan))
    if plans:
        last = live(ics(plans[-1]))
        found = imported([ics(one) for one in plans], as_icalendar)
        assert {uid for uid, one in found.items() if one[0] > plans[-1].on} <= set(last)
        assert set(last) <= set(found)
