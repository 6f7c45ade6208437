"""When: days, rhythms and courses as a timing that a machine reads."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from planner.exports.files.fhir.dossier import Dossier, Part, period
from planner.model.plan import Complementary, SelfCareTask
from planner.model.vocabulary import Day
from planner.planning.course.occasions import Span, day_of

LARGEST_PERIOD = 8


def of_span(span: Span) -> Part:
    """The days of a stretch, and the rhythm behind them."""
    days = [one.on for one in span.visits]
    repeat = {
        "boundsPeriod": period(span.begins, span.ends),
        "count": len(days),
        "duration": span.minutes,
        "durationUnit": "min",
        **_frequency(span.phase.sessions_per_week),
        **_weekdays({day_of(day) for day in days}, span.phase.sessions_per_week),
    }
    return {"event": [day.isoformat() for day in days], "repeat": repeat}


def _frequency(sessions_per_week: float) -> Part:
    often = Fraction(sessions_per_week).limit_denominator(LARGEST_PERIOD)
    return _times(often.numerator, often.denominator)


def _times(count: int, weeks: int) -> Part:
    return {"frequency": count, "period": weeks, "periodUnit": "wk"}


def _weekdays(days: Iterable[Day], times_a_week: float) -> Part:
    """The days of the week, where they are the same every week."""
    kept = sorted(days, key=lambda day: day.rank)
    same = 0 < len(kept) <= max(1, times_a_week) and len(kept) < len(Day)
    return {"dayOfWeek": [day.value for day in kept]} if same else {}


def of_therapy(of: Dossier, one: Complementary, element: str) -> Part:
    """How often a therapy is had, within its course where it has a set end."""
    bounds = _course(of, one)
    if not bounds and element == "scheduled":
        return {"scheduledString": one.how_often}
    timing = {"code": {"text": one.how_often}, **({"repeat": bounds} if bounds else {})}
    return {f"{element}Timing": timing}


def of_task(of: Dossier, one: SelfCareTask) -> Part:
    """On how many days a week, and how long on each."""
    lasts = {"duration": one.minutes, "durationUnit": "min"} if one.minutes else {}
    repeat = {
        **_course(of, one),
        **lasts,
        **_times(one.days_per_week, 1),
        **_weekdays(_days(of, one), one.days_per_week),
    }
    return {"repeat": repeat, "code": {"text": one.dose}}


def daily(begins: date, ends: date) -> Part:
    """Once each day."""
    once = {"frequency": 1, "period": 1, "periodUnit": "d"}
    return {"repeat": {"boundsPeriod": period(begins, ends), **once}}


def _course(of: Dossier, one: Complementary | SelfCareTask) -> Part:
    """From the plan's day to the end of a course that has a set one, while it lasts."""
    lasts = one.until is not None and one.until >= of.plan.on
    return {"boundsPeriod": period(of.plan.on, one.until)} if lasts else {}


def _days(of: Dossier, task: SelfCareTask) -> tuple[Day, ...]:
    return tuple(one.day for one in of.plan.week if task.id in one.items)
