"""The plan as calendar entries that tell a glance at a locked phone nothing about health."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vCalAddress, vText

from planner.exports.handout import hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import Plan, PlannedVisit
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Day
from planner.planning.course.occasions import visits_of
from planner.planning.course.schedule import DIARY_MINUTES
from planner.words import SOURCE, Language, in_language, say
from planner.words.typed import printable

APPOINTMENT, HOME, REVIEW = say("Appointment"), say("Home routine"), say("Review")
APPOINTMENT_AND_REVIEW = say("Appointment and review")
TODAY = say("Visit today")
MORNING, EVENING, LAST_MINUTE = time(10), time(18), time(23, 59)
MOVE_ME = say("The time is a stand-in: move it to the one you agreed.")
REVIEW_MINUTES = 30
DAYS_A_WEEK = len(Day)
WITH_THE_PRACTICE = ("visit-", "review")  # occasions, beside what is done at home


class Entry(NamedTuple):
    """One entry of the calendar; `occasion` tells it apart within its plan.

    It `begins` on a day without a time where it is the visit of the plan's own day, under way or
    over when the calendar is read. `every` are the days of the week on which it comes again, up to
    `until`.
    """

    occasion: str
    summary: str
    begins: datetime | date
    minutes: int
    description: str = ""
    every: tuple[Day, ...] = ()
    until: date | None = None


def plan_ics(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """Appointments, home routine and review; raises NotForHandout when the plan may not leave."""
    hand_out_or_refuse(plan, "ics")
    calendar = Calendar()
    tongue = language.code.upper()
    calendar.add("prodid", f"-//Pain-plan builder//facts {knowledge.review.version}//{tongue}")
    calendar.add("version", "2.0")
    for entry in (*_appointments(plan), *_home_routine(plan)):
        event = _event(plan, in_language(entry, language))
        if practice.email and entry.occasion.startswith(WITH_THE_PRACTICE):
            event.add("organizer", _organizer(practice))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _organizer(practice: Practice) -> vCalAddress:
    """Whom to write to about an appointment."""
    organizer = vCalAddress(f"mailto:{practice.email}")
    organizer.params["cn"] = vText(printable(practice.therapist or practice.name) or practice.email)
    return organizer


def _event(plan: Plan, entry: Entry) -> Event:
    """One entry in floating local time; the same plan gives the same UID again."""
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{plan.client}|{plan.on}|{entry.occasion}")))
    event.add("dtstamp", datetime.combine(plan.on, time(), UTC))
    event.add("summary", entry.summary)
    event.add("dtstart", entry.begins)
    if isinstance(entry.begins, datetime):
        event.add("dtend", entry.begins + timedelta(minutes=entry.minutes))
    else:
        event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if entry.description:
        event.add("description", entry.description)
    if entry.until:
        until = datetime.combine(entry.until, LAST_MINUTE)
        by_day = [day[:2].upper() for day in entry.every]
        event.add("rrule", {"freq": "weekly", "byday": by_day, "until": until})
    return event


def _appointments(plan: Plan) -> Iterator[Entry]:
    """One entry for each visit, so that each can be moved alone; the review is one of them."""
    for count, one in enumerate(visits_of(plan), 1):
        occasion = f"visit-{count}" if one.kind == "massage" else "review"
        minutes = one.minutes or REVIEW_MINUTES
        if one.on == plan.on:
            yield Entry(occasion, TODAY, one.on, minutes)
        else:
            at = datetime.combine(one.on, MORNING)
            yield Entry(occasion, _called(one), at, minutes, MOVE_ME)


def _called(visit: PlannedVisit) -> Phrase:
    if visit.kind == "review":
        return REVIEW
    return APPOINTMENT_AND_REVIEW if visit.review else APPOINTMENT


def _home_routine(plan: Plan) -> Iterator[Entry]:
    """One weekly entry for all days with the same number of minutes, up to the review."""
    if plan.measures is None:
        return
    until = plan.measures.review_on
    for count, (minutes, days) in enumerate(_days_by_minutes(plan).items(), 1):
        first = min((day.rank - plan.on.weekday()) % DAYS_A_WEEK for day in days)
        at = datetime.combine(plan.on + timedelta(days=first), EVENING)
        yield Entry(f"home-{count}", HOME, at, minutes, every=tuple(days), until=until)


def _days_by_minutes(plan: Plan) -> dict[int, list[Day]]:
    """The days of the week by how many minutes their home tasks and the diary take."""
    minutes: dict[LineId, int] = {task.id: task.minutes for task in plan.self_care}
    found: dict[int, list[Day]] = {}
    for one in plan.week:
        spent = DIARY_MINUTES + sum(minutes.get(item, 0) for item in one.items)
        found.setdefault(spent, []).append(one.day)
    return found
