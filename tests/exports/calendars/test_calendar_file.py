"""The plan in a calendar: on its days, at the times agreed, and titles silent about health."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from icalendar import Calendar

from planner.exports.files.calendar import plan_ics
from planner.model.errors import NotForHandout
from planner.model.practice import Practice
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample
from tests.exports.conftest import plan_of

TITLES = {"Visit today", "Appointment", "Home routine", "Appointment and review", "Review"}
AT_FOUR = time(16, 30)
SET = Practice(format=1, name="North Room", phone="0161 496 0000", timezone="Europe/Berlin")


def events(plan, knowledge, summary=None, practice=SET, **how):
    found = Calendar.from_ical(plan_ics(plan, knowledge, practice=practice, **how)).walk("VEVENT")
    return [one for one in found if summary in (None, str(one["summary"]))]


def appointments(plan, knowledge, **how):
    """Everything in the calendar but the home routine."""
    found = events(plan, knowledge, **how)
    return [one for one in found if str(one["summary"]) != "Home routine"]


def at_four(name="three-sources"):
    said = sample(name)
    return said.having(preferences=said.preferences.having(time=AT_FOUR))


def day_of(event):
    begins = event.decoded("dtstart")
    return begins.date() if isinstance(begins, datetime) else begins


def is_whole_day(event):
    return not isinstance(event.decoded("dtstart"), datetime)


def test_each_visit_has_its_appointment_on_its_day(plan, knowledge):
    found = [day_of(one) for one in appointments(plan, knowledge)]
    assert found == [one.on for one in plan.visits]
    assert found[0] >= plan.on


def test_a_visit_without_a_time_is_a_day_that_keeps_nobody_busy(plan, knowledge):
    """Nothing is shown at an hour that nobody agreed."""
    for one in events(plan, knowledge):
        assert is_whole_day(one) and one["transp"] == "TRANSPARENT"
        assert one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1)
    assert b"VTIMEZONE" not in plan_ics(plan, knowledge)


def test_a_time_that_was_agreed_is_local_to_the_practice(knowledge):
    """C4: never floating, which some calendars take for UTC."""
    plan = first_visit(at_four(), knowledge)
    today, *later = appointments(plan, knowledge)
    assert is_whole_day(today)
    for one in later:
        assert one.decoded("dtstart").time() == AT_FOUR
        assert one["dtstart"].params["TZID"] == "Europe/Berlin"
        assert one.get("transp") is None
    text = plan_ics(plan, knowledge, practice=SET)
    assert text.count(b"BEGIN:VTIMEZONE") == 1 and b"RDATE" not in text


def test_without_a_zone_of_the_practice_it_is_the_country_s(knowledge):
    plan = first_visit(at_four(), knowledge)
    assert plan.locale == "NZ"
    assert b"TZID=Pacific/Auckland:" in plan_ics(plan, knowledge)


def test_the_visit_of_the_day_itself_has_no_time_that_is_over(knowledge):
    """N5: it is counted, and drawn as a day without an hour."""
    plan = first_visit(at_four(), knowledge)
    today, *later = appointments(plan, knowledge)
    assert today.decoded("dtstart") == plan.on and today["summary"] == "Visit today"
    assert not any(is_whole_day(one) for one in later)


def test_no_two_appointments_share_a_day(plan, knowledge):
    """C3, N4."""
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


def test_home_routine_ends_with_the_longest_task(plan, knowledge):
    """C6."""
    longest = {
        day: max((plan.measures.review_on, *untils(plan, day)))
        for day in (d.day for d in plan.week)
    }
    for one in events(plan, knowledge, "Home routine"):
        days = {day for day in longest if day[:2].upper() in one["rrule"]["BYDAY"]}
        assert {longest[day] for day in days} == {one["rrule"]["UNTIL"][0]}


def untils(plan, day):
    (items,) = [one.items for one in plan.week if one.day == day]
    return [task.until for task in plan.self_care if task.id in items and task.until]


def test_a_task_that_goes_on_after_the_review_is_in_the_calendar_to_its_end(knowledge):
    """C6: the diary ends with the review, and says so."""
    edits = [{"line": "aerobic:any:walking", "change": "set", "values": {"weeks": 20}}]
    plan = first_visit(client_with("low-back-pain", edits=edits), knowledge)
    (walking,) = [one for one in plan.self_care if one.id == "aerobic:any:walking"]
    assert walking.until > plan.measures.review_on
    ends = {one["rrule"]["UNTIL"][0]: str(one["description"]) for one in home(plan, knowledge)}
    assert walking.until in ends
    assert "Pain diary: 2 minutes; until" in ends[walking.until]


def home(plan, knowledge):
    return events(plan, knowledge, "Home routine")


def test_the_home_routine_lists_what_is_done_with_its_dose(plan, knowledge):
    """C5: the list is in what opens, never in the title."""
    for one in home(plan, knowledge):
        told = str(one["description"]).splitlines()
        days = {day.day for day in plan.week if day.day[:2].upper() in one["rrule"]["BYDAY"]}
        for day in plan.week:
            if day.day in days:
                done = [task for task in plan.self_care if task.id in day.items]
                lines = zip(done, told, strict=False)
                assert all(task.dose in line for task, line in lines)
                minutes = 2 + sum(task.minutes for task in done)
                assert f"{minutes} minutes in all" in told


def test_every_day_is_in_one_home_routine(plan, knowledge):
    days = [day for one in home(plan, knowledge) for day in one["rrule"]["BYDAY"]]
    assert sorted(days) == sorted(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])


def test_the_minutes_of_a_week_are_one_sum(knowledge):
    """N7, N8: what the calendar holds, the load of the plan and the week on paper."""
    plan = plan_of("low-back-nothing-flagged")
    at_home = sum(
        int(re.search(r"(\d+) minutes in all", str(one["description"]))[1])
        * len(one["rrule"]["BYDAY"])
        for one in home(plan, knowledge)
    )
    beside = sum(one.minutes_per_week for one in plan.complementary)
    phase = plan.massage.phases[0]
    until = plan.visits[0].on + timedelta(weeks=min(4, phase.weeks))
    given = [one.minutes for one in plan.visits if one.kind == "massage" and one.on < until]
    massage = sum(given) / min(4, phase.weeks)
    assert at_home + beside + massage == plan.load.minutes_per_week


def test_the_therapists_own_words_are_in_what_opens(knowledge):
    edits = [{"line": "yoga", "change": "add", "words": "Ask at the hall on Elm Street."}]
    plan = first_visit(client_with("low-back-pain", edits=edits), knowledge)
    for one in home(plan, knowledge):
        assert "Ask at the hall on Elm Street." in str(one["description"])


def test_no_title_tells_of_health_and_no_name_is_in_the_file(plan, knowledge):
    assert {str(one["summary"]) for one in events(plan, knowledge)} <= TITLES
    calendar = Calendar.from_ical(plan_ics(plan, knowledge))
    assert calendar["x-wr-calname"] == "Appointments"
    assert plan.client.lower() not in plan_ics(plan, knowledge).decode().lower()


def test_whoever_wants_another_day_knows_whom_to_call(plan, knowledge):
    _, *later = appointments(plan, knowledge)
    assert all("call North Room: 0161 496 0000" in str(one["description"]) for one in later)
    unknown = appointments(plan, knowledge, practice=Practice(format=1))
    assert not any("call" in str(one.get("description")) for one in unknown)


def test_an_alarm_is_there_where_it_was_asked_for(knowledge):
    plan = first_visit(at_four(), knowledge)
    asked = events(plan, knowledge, alarm=60)
    rings = {str(one["summary"]) for one in asked if one.walk("VALARM")}
    assert rings == {"Appointment", "Appointment and review"}
    (alarm,) = asked[1].walk("VALARM")
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", "Appointment")
    assert alarm.decoded("trigger") == timedelta(minutes=-60)
    assert b"TRIGGER:-PT1H" in plan_ics(plan, knowledge, alarm=60)
    assert not any(one.walk("VALARM") for one in events(plan, knowledge))


def test_method_stands_once_and_the_stamp_is_the_plan_s_day(plan, knowledge):
    calendar = Calendar.from_ical(plan_ics(plan, knowledge))
    assert calendar["method"] == "PUBLISH"
    for one in calendar.walk("VEVENT"):
        assert "method" not in one
        assert one.decoded("dtstamp") == one.decoded("last-modified")
        assert one.decoded("dtstamp") == datetime.combine(plan.on, time(), UTC)
        assert one["sequence"] == 0 and one["status"] == "CONFIRMED"


def test_a_second_export_is_the_same_and_never_doubles(plan, knowledge):
    ids = [str(one["uid"]) for one in events(plan, knowledge)]
    assert len(ids) == len(set(ids))
    assert plan_ics(plan, knowledge) == plan_ics(plan, knowledge)


def test_lines_are_folded_at_75_bytes_and_end_as_they_must(knowledge):
    words = "Über die Brücke, dann zum Café — und zurück. " * 6
    edits = [{"line": "aerobic:any:walking", "change": "add", "words": words}]
    plan = first_visit(client_with("low-back-pain", edits=edits), knowledge)
    text = plan_ics(plan, knowledge, practice=SET)
    lines = text.split(b"\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"") and text.endswith(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    assert "Brücke" in "".join(str(one["description"]) for one in home(plan, knowledge))


def test_a_session_lasts_as_long_as_the_plan_says(knowledge):
    plan = first_visit(at_four(), knowledge)
    for one, visit in zip(appointments(plan, knowledge)[1:], plan.visits[1:], strict=True):
        lasts = one.decoded("dtend") - one.decoded("dtstart")
        assert lasts.total_seconds() == visit.minutes * 60


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_calendar(name, knowledge):
    with pytest.raises(NotForHandout, match="ics: "):
        plan_ics(plan_of(name), knowledge)
