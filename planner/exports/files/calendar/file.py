"""The calendar file: written so that importing the next plan's moves, adds and takes out.

`docs/calendar.md` says what calendars do with it.
"""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from planner.exports.files.calendar.entries import Entry, entries
from planner.exports.files.calendar.zones import vtimezone
from planner.exports.handout import hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.planning.course.succession import numbered
from planner.planning.whose import client_id_in
from planner.words import SOURCE, Language, in_language, say
from planner.words.typed import printable

CLIENTS = UUID("0b1c8a52-0d6c-5c5e-8a5f-2c0a7f3f4b91")  # made once; every UID is told from it
OF_THIS_PROGRAM = "@pain-plan-builder"
NAME = say("Appointments")  # of a calendar that holds this alone


def plan_ics(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
    alarm: int | None = None,
) -> bytes:
    """Visits, the home routine, the review, and what was dropped since the plans before.

    `alarm` is how many minutes before a visit with a time it rings, where that was asked for.
    Raises NotForHandout when the plan may not leave.
    """
    hand_out_or_refuse(plan, "ics")
    plan, zone = numbered(plan), zone_of(plan, knowledge, practice)
    made = entries(plan, knowing_own(knowledge, plan), practice)
    found = [in_language(one, language) for one in made]
    calendar = _empty(knowledge, language)
    if any(isinstance(one.begins, datetime) for one in found):
        calendar.add_component(vtimezone(zone, plan.on.year))
    for one in found:
        calendar.add_component(_event(plan, one, zone, practice, alarm))
    written: bytes = calendar.to_ical()
    return written


def zone_of(plan: Plan, knowledge: Knowledge, practice: Practice) -> str:
    """The time zone of the practice; where none is set, the usual one of the plan's country."""
    return practice.timezone or knowledge.locales[plan.locale].timezone


def _empty(knowledge: Knowledge, language: Language) -> Calendar:
    calendar = Calendar()
    tongue = language.code.upper()
    calendar.add("prodid", f"-//Pain-plan builder//facts {knowledge.review.version}//{tongue}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", in_language(NAME, language))
    return calendar


def _event(plan: Plan, entry: Entry, zone: str, practice: Practice, alarm: int | None) -> Event:
    """One entry; the same number of the same client is the same event in every calendar."""
    event = Event()
    event.add("uid", f"{uuid5(CLIENTS, f'{client_id_in(plan)}|{entry.number}')}{OF_THIS_PROGRAM}")
    event.add("sequence", plan.version)
    event.add("dtstamp", _issued(plan))
    event.add("last-modified", _issued(plan))
    event.add("status", "CANCELLED" if entry.is_withdrawn else "CONFIRMED")
    event.add("summary", entry.summary)
    event.add("class", "PRIVATE")
    _add_time(event, entry, zone)
    if entry.description:
        event.add("description", entry.description)
    if practice.email and entry.is_met:
        event.add("organizer", _organizer(practice))
    if entry.until:
        by_day = [day[:2].upper() for day in entry.every]
        event.add("rrule", {"freq": "weekly", "byday": by_day, "until": entry.until})
    if alarm and entry.is_met and isinstance(entry.begins, datetime):
        event.add_component(_alarm(entry, alarm))
    return event


def _issued(plan: Plan) -> datetime:
    """When the plan was issued, told by the visit and never by a clock: bytes repeat.

    A later version is later, on the same day too.
    """
    return datetime.combine(plan.on, time(), UTC) + timedelta(minutes=plan.version)


def _add_time(event: Event, entry: Entry, zone: str) -> None:
    """The local time that was agreed; without one the whole day, which keeps nobody busy."""
    begins = entry.begins
    if isinstance(begins, datetime):
        ends, where = begins + timedelta(minutes=entry.minutes), {"TZID": zone}
        event.add("dtstart", begins, parameters=where)
        event.add("dtend", ends, parameters=where)
        return
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _organizer(practice: Practice) -> vCalAddress:
    """Whom to write to about an appointment."""
    organizer = vCalAddress(f"mailto:{practice.email}")
    organizer.params["cn"] = vText(printable(practice.therapist or practice.name) or practice.email)
    return organizer


def _alarm(entry: Entry, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
