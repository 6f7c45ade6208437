"""The plan in a calendar: on its days, in floating time, and silent about health."""

from datetime import datetime

import pytest
from icalendar import Calendar

from planner.exports.files.calendar_file import plan_ics
from planner.model.errors import NotForHandout
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.exports.conftest import plan_of


def events(plan, knowledge, summary=None):
    found = Calendar.from_ical(plan_ics(plan, knowledge)).walk("VEVENT")
    return [one for one in found if summary in (None, str(one["summary"]))]


def appointments(plan, knowledge):
    """Everything in the calendar but the home routine."""
    return [one for one in events(plan, knowledge) if str(one["summary"]) != "Home routine"]


def day_of(event):
    begins = event.decoded("dtstart")
    return begins.date() if isinstance(begins, datetime) else begins


def test_each_visit_has_its_appointment_on_its_day(plan, knowledge):
    found = [day_of(one) for one in appointments(plan, knowledge)]
    assert found == [one.on for one in plan.visits]
    assert found[0] >= plan.on


def test_the_visit_of_the_day_itself_has_no_time_that_is_over(plan, knowledge):
    """N5: it is counted, and drawn as a day without an hour."""
    today, *later = appointments(plan, knowledge)
    assert today.decoded("dtstart") == plan.on
    assert not isinstance(today.decoded("dtstart"), datetime)
    assert all(isinstance(one.decoded("dtstart"), datetime) for one in later)


def test_no_two_appointments_share_a_day(plan, knowledge):
    days = [day_of(one) for one in appointments(plan, knowledge)]
    assert len(days) == len(set(days))


def test_the_review_is_one_of_the_visits(plan, knowledge):
    """N4: never a second appointment at the same hour."""
    (review,) = [one for one in appointments(plan, knowledge) if "review" in str(one["summary"])]
    assert day_of(review) == plan.measures.review_on
    assert not events(plan, knowledge, "Review")


def test_a_review_without_massage_is_an_appointment_of_its_own(knowledge):
    plan = first_visit(client_with("myofascial-pain"), knowledge)
    (review,) = events(plan, knowledge, "Review")
    assert day_of(review) == plan.measures.review_on == plan.visits[-1].on
    assert plan.visits[-1].kind == "review"


def test_home_routine_ends_with_the_review(plan, knowledge):
    for one in events(plan, knowledge, "Home routine"):
        assert one["rrule"]["UNTIL"][0].date() == plan.measures.review_on


def test_nothing_in_the_file_tells_of_health(plan, knowledge):
    summaries = {str(one["summary"]) for one in events(plan, knowledge)}
    assert summaries == {"Visit today", "Appointment", "Home routine", "Appointment and review"}
    text = plan_ics(plan, knowledge).decode().lower()
    for word in ("pain", "massage", "knee", "walking", plan.client.lower()):
        assert word not in text.replace("-//pain-plan builder", "")


def test_times_float_and_the_stamp_is_the_plans_date(plan, knowledge):
    for one in events(plan, knowledge):
        assert getattr(one.decoded("dtstart"), "tzinfo", None) is None
        assert one.decoded("dtstamp").date() == plan.on


def test_a_second_export_updates_and_never_doubles(plan, knowledge):
    ids = [str(one["uid"]) for one in events(plan, knowledge)]
    assert len(ids) == len(set(ids))
    assert plan_ics(plan, knowledge) == plan_ics(plan, knowledge)


def test_a_session_lasts_as_long_as_the_plan_says(knowledge):
    plan = plan_of("three-sources")
    for one, visit in zip(appointments(plan, knowledge)[1:], plan.visits[1:], strict=True):
        lasts = one.decoded("dtend") - one.decoded("dtstart")
        assert lasts.total_seconds() == visit.minutes * 60


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_calendar(name, knowledge):
    with pytest.raises(NotForHandout, match="ics: "):
        plan_ics(plan_of(name), knowledge)
