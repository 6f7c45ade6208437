"""What of a plan is not as the client wished, of days and of minutes at home: it is said."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from planner.model.intake import Preferences
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.planning.course.occasions import Calendar, day_of, massage_days, of_massage
from planner.planning.course.schedule import DIARY_MINUTES
from planner.words import dated, say, say_many

NEIGHBOURS = say("Some visits are one day after the other: the wished days leave no others.")


def beyond(plan: Plan, wishes: Preferences, calendar: Calendar) -> tuple[Phrase, ...]:
    """The notes on a plan with its visits and its week."""
    return (
        *_days(plan, wishes),
        *_times(plan, wishes),
        *_months(plan, calendar),
        *_at_home(plan, wishes),
    )


def _days(plan: Plan, wishes: Preferences) -> Iterator[Phrase]:
    off = [one.on for one in plan.visits if wishes.days and day_of(one.on) not in wishes.days]
    if off:
        yield say("Not on a wished day: {days:commas}.", days=[dated(one) for one in off])
    if any((two - one).days == 1 for one, two in pairwise(_given(plan))):
        yield NEIGHBOURS


def _times(plan: Plan, wishes: Preferences) -> Iterator[Phrase]:
    """A time was named for a day that is no visit; days that are over are left alone."""
    visits = {one.on for one in plan.visits}
    off = sorted(on for on in wishes.times if on not in visits and on >= plan.on)
    if off:
        yield say("A time is set, but there is no visit: {days:commas}.", days=[*map(dated, off)])


def _given(plan: Plan) -> list[date]:
    return [one.on for one in of_massage(plan.visits)]


def _months(plan: Plan, calendar: Calendar) -> Iterator[Phrase]:
    """Where the budget of a month holds a visit back, as in the fifth week of one."""
    if plan.massage is None or calendar.a_month is None:
        return
    given = _given(plan)
    months = Counter((on.year, on.month) for on in (*calendar.had, *given))
    if max(months.values(), default=0) < calendar.a_month:
        return
    free = massage_days(plan.massage.phases, calendar._replace(a_month=None))
    if [on for _, on in free] != given:
        yield say_many(
            "The budget pays for {number} visit a month: it holds some visits back, as in a "
            "month's fifth week.",
            "The budget pays for {number} visits a month: it holds some visits back, as in a "
            "month's fifth week.",
            calendar.a_month,
        )


def _at_home(plan: Plan, wishes: Preferences) -> Iterator[Phrase]:
    able, longest = wishes.self_care_minutes_per_day, _longest_day(plan)
    if able is not None and longest > able:
        yield say(
            "With the diary, {longest} minutes at home on the longest day; the client gave {able}.",
            longest=longest,
            able=able,
        )


def _longest_day(plan: Plan) -> int:
    minutes = {str(task.id): task.minutes for task in plan.self_care}
    diary = DIARY_MINUTES if plan.measures else 0
    days = (sum(minutes.get(one, 0) for one in day.items) for day in plan.week)
    return diary + max(days, default=0)
