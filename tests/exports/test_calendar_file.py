"""The plan in a calendar: on its days, in floating time, and silent about health."""

from datetime import date, datetime

import pytest
from icalendar import Calendar

from planner.exports.files.calendar_file import plan_ics, session_dates
from planner.model.errors import NotForHandout
from planner.model.plan import Phase
from planner.model.vocabulary import Day, PhaseName
from tests.exports.conftest import plan_of

MONDAY = date(2026, 11, 23)


def events(plan, knowledge, summary=None):
    found = Calendar.from_ical(plan_ics(plan, knowledge)).walk("VEVENT")
    return [one for one in found if summary in (None, str(one["summary"]))]


def test_each_session_has_its_appointment_on_a_massage_day(plan, knowledge):
    found = events(plan, knowledge, "Appointment")
    days = {day.day.rank for day in plan.week if "massage" in day.items}
    assert len(found) == sum(phase.sessions for phase in plan.massage.phases)
    assert {one.decoded("dtstart").weekday() for one in found} <= days
    assert found[0].decoded("dtstart").date() >= plan.on


def test_no_two_appointments_share_a_day(plan, knowledge):
    days = [one.decoded("dtstart").date() for one in events(plan, knowledge, "Appointment")]
    assert len(days) == len(set(days))


def test_the_review_is_on_its_day(plan, knowledge):
    (review,) = events(plan, knowledge, "Review")
    assert review.decoded("dtstart").date() == plan.measures.review_on


def test_home_routine_ends_with_the_review(plan, knowledge):
    for one in events(plan, knowledge, "Home routine"):
        assert one["rrule"]["UNTIL"][0].date() == plan.measures.review_on


def test_nothing_in_the_file_tells_of_health(plan, knowledge):
    summaries = {str(one["summary"]) for one in events(plan, knowledge)}
    assert summaries == {"Appointment", "Home routine", "Review"}
    text = plan_ics(plan, knowledge).decode().lower()
    for word in ("pain", "massage", "knee", "walking", plan.client.lower()):
        assert word not in text.replace("-//pain-plan builder", "")


def test_times_float_and_the_stamp_is_the_plans_date(plan, knowledge):
    for one in events(plan, knowledge):
        assert one.decoded("dtstart").tzinfo is None
        assert one.decoded("dtstamp").date() == plan.on


def test_a_second_export_updates_and_never_doubles(plan, knowledge):
    ids = [str(one["uid"]) for one in events(plan, knowledge)]
    assert len(ids) == len(set(ids))
    assert plan_ics(plan, knowledge) == plan_ics(plan, knowledge)


@pytest.mark.parametrize(
    ("often", "weeks", "days", "expected"),
    [
        (2.0, 2, (Day.MON, Day.THU), [0, 3, 7, 10]),
        (1.0, 3, (Day.WED,), [2, 9, 16]),
        (0.5, 6, (Day.WED,), [2, 16, 30]),
        (0.25, 8, (Day.MON,), [0, 28]),
        (1.5, 4, (Day.MON, Day.THU), [0, 3, 7, 14, 17, 21]),
        (2.0, 1, (), [0, 3]),
    ],
)
def test_sessions_fall_as_often_as_the_phase_says(often, weeks, days, expected):
    phase = Phase(name=PhaseName.START, weeks=weeks, sessions_per_week=often, minutes=60)
    found = [(day - MONDAY).days for day in session_dates(phase, MONDAY, list(days))]
    assert found == expected


def test_a_session_lasts_as_long_as_the_plan_says(knowledge):
    plan = plan_of("three-sources")
    first = events(plan, knowledge, "Appointment")[0]
    minutes = plan.massage.phases[0].minutes
    lasts = first.decoded("dtend") - first.decoded("dtstart")
    assert lasts.total_seconds() == minutes * 60
    assert isinstance(first.decoded("dtstart"), datetime)


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_calendar(name, knowledge):
    with pytest.raises(NotForHandout, match="ics: "):
        plan_ics(plan_of(name), knowledge)
