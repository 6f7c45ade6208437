"""The visits of a plan as dates: the only place where phases become days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, count, groupby, islice, pairwise
from math import ceil, floor
from typing import NamedTuple

from planner.model.intake import Preferences
from planner.model.plan import Limits, Phase, Plan, PlannedVisit
from planner.model.vocabulary import Day

Visits = tuple[PlannedVisit, ...]

DAYS = tuple(Day)
WEEK = len(DAYS)
A_YEAR = 52 * WEEK  # no two visits of a course are further apart
WORKING = tuple(day for day in Day if day is not Day.SUN)  # where nobody wished for a day
APART = 2  # days from one visit to the next, so that they are never on neighbouring days
ROUNDING = 1e-9


class Calendar(NamedTuple):
    """What the dates of a course obey.

    The first visit is on `first`; where some were `had` before, it is on the first day from there
    on that keeps their distance, or on `first` itself where it was `agreed`. The first of all lasts
    as long as it is `first_booked` for, and never longer than `first_minutes`.
    """

    first: date
    wished: tuple[Day, ...] = ()
    a_month: int | None = None
    first_minutes: int | None = None
    first_booked: int | None = None
    had: tuple[date, ...] = ()
    agreed: bool = True


class Rhythm(NamedTuple):
    """The days of the week of a phase, how far apart, and how many visits in any 7 days."""

    days: frozenset[int]
    gap: int
    a_week: int


def calendar_of(
    wishes: Preferences, on: date, limits: Limits, first_minutes: int | None = None
) -> Calendar:
    """The days of a first course: from the first session on, never before the plan's day.

    `first_minutes` are the most that the first session starts with; a limit may leave less.
    """
    return Calendar(
        first=max(wishes.first_session or on, on),
        wished=wishes.days,
        a_month=visits_a_month(wishes),
        first_minutes=min(
            filter(None, (limits.first_session_minutes, first_minutes)), default=None
        ),
        first_booked=_within(limits.minutes, wishes.first_session_minutes),
    )


def _within(most: int | None, minutes: int | None) -> int | None:
    """So many minutes, and no more than a limit leaves; None where nobody said."""
    return min(minutes, most or minutes) if minutes else None


def visits_a_month(wishes: Preferences) -> int | None:
    """How many visits of a calendar month the budget pays for; None where it sets no limit."""
    price = wishes.price_of(wishes.session_minutes)
    if wishes.monthly_budget is None or not price:
        return None
    return floor(wishes.monthly_budget / price + ROUNDING)


def massage_visits(phases: Iterable[Phase], calendar: Calendar) -> Visits:
    """The phases laid end to end, one visit after the other."""
    laid: list[PlannedVisit] = []
    for phase, on in massage_days(phases, calendar):
        minutes = phase.minutes if laid or calendar.had else _of_the_first(phase, calendar)
        laid.append(PlannedVisit(on=on, kind="massage", minutes=minutes, phase=phase.name))
    return tuple(laid)


def massage_days(phases: Iterable[Phase], calendar: Calendar) -> Iterator[tuple[Phase, date]]:
    """The day of each visit of the phases laid end to end, with its phase."""
    days, is_set = [*calendar.had], calendar.agreed or not calendar.had
    latest = calendar.first
    for phase in phases:
        rhythm = _rhythm(phase, calendar, latest)
        for number in range(holds(phase)):
            kept = rhythm if number else _from_before(rhythm, days)
            latest = calendar.first if is_set else _next_day(days, kept, calendar)
            is_set = False
            days.append(latest)
            yield phase, latest


def _from_before(rhythm: Rhythm, days: Sequence[date]) -> Rhythm:
    """A phase begins as soon after the one before as the visits of that one stood apart."""
    apart = (days[-1] - days[-2]).days if days[1:] else rhythm.gap
    return rhythm._replace(gap=min(rhythm.gap, apart))


def holds(phase: Phase) -> int:
    """How many visits a phase holds: one at its beginning, and at each interval within it."""
    return phase.visits or max(1, ceil(phase.weeks * as_laid(phase.sessions_per_week) - ROUNDING))


def counted(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    """The phases, each with the number of its visits."""
    return tuple(phase.replaced(visits=holds(phase)) for phase in phases)


def as_laid(often: float) -> float:
    """The visits of a week; never more than was asked for, so whole ones from one a week on."""
    return float(floor(often)) if often >= 1 else often


def _of_the_first(phase: Phase, calendar: Calendar) -> int:
    booked = calendar.first_booked or phase.minutes
    return min(booked, calendar.first_minutes or booked)


def _rhythm(phase: Phase, calendar: Calendar, latest: date) -> Rhythm:
    """The rhythm of a phase; on the day of the latest visit where no other is wished."""
    often, first = as_laid(phase.sessions_per_week), day_of(latest)
    if often <= 1:
        days = calendar.wished or (first,)
        return Rhythm(_weekdays(days), round(min(WEEK / often, A_YEAR)), 1)
    chosen = week_days(int(often), calendar.wished, first)
    gap = min(APART, _closest(chosen))
    return Rhythm(_weekdays(chosen), gap, int(often))


def week_days(number: int, wished: tuple[Day, ...], first: Day) -> tuple[Day, ...]:
    """So many days of the week: wished ones, apart from each other, that of the first visit."""
    able = wished if len(wished) >= number else tuple({*wished, *WORKING, first})
    ordered = sorted(able if len(able) >= number else Day, key=lambda day: day.rank)

    def worth(days: tuple[Day, ...]) -> tuple[int, bool, int]:
        return min(APART, _closest(days)), first in days, _closest(days)

    return max(combinations(ordered, number), key=worth)


def _closest(days: tuple[Day, ...]) -> int:
    """The fewest days from one of these days of the week to the next, week after week."""
    ranks = sorted(day.rank for day in days)
    return min(later - earlier for earlier, later in pairwise((*ranks, ranks[0] + WEEK)))


def _weekdays(days: Iterable[Day]) -> frozenset[int]:
    return frozenset(day.rank for day in days)


def day_of(on: date) -> Day:
    """The day of the week of a date."""
    return DAYS[on.weekday()]


def _next_day(days: Sequence[date], rhythm: Rhythm, calendar: Calendar) -> date:
    """The first day that keeps the rhythm, and the budget of its month where that pays for any."""
    begins = max(calendar.first, days[-1] + timedelta(days=max(1, rhythm.gap)))
    ahead = (begins + timedelta(days=number) for number in count())
    return next(day for day in ahead if _fits(day, days, rhythm, calendar.a_month))


def _fits(day: date, days: Sequence[date], rhythm: Rhythm, a_month: int | None) -> bool:
    if day.weekday() not in rhythm.days or (day - days[-1]).days < rhythm.gap:
        return False
    lately = sum((day - one).days < WEEK for one in days)
    return lately < rhythm.a_week and (not a_month or _in_the_month(day, days) < a_month)


def _in_the_month(day: date, days: Sequence[date]) -> int:
    return sum((one.year, one.month) == (day.year, day.month) for one in days)


def with_review(visits: Visits, due: date, wished: tuple[Day, ...] = ()) -> Visits:
    """The visits with the review on the first of them from a day on, or on one more."""
    on = next((one.on for one in visits if one.on >= due), None)
    if on is not None:
        return tuple(_with(one, review=one.on == on) for one in visits)
    last = visits[-1].on + timedelta(days=APART) if visits else due
    ahead = (max(due, last) + timedelta(days=number) for number in count())
    able = _weekdays(wished or WORKING)
    day = next(day for day in ahead if day.weekday() in able)
    return (*visits, PlannedVisit(on=day, kind="review", minutes=0, review=True))


def timed(visits: Visits, wishes: Preferences) -> Visits:
    """The visits with the time of day that was agreed: of that date, else the usual one."""
    return tuple(_with(one, at=wishes.times.get(one.on, wishes.time)) for one in visits)


def _with(visit: PlannedVisit, **changes: object) -> PlannedVisit:
    """The visit with these, and the same one where that is how it stands."""
    is_so = all(getattr(visit, name) == value for name, value in changes.items())
    return visit if is_so else visit.replaced(**changes)


def of_massage(visits: Iterable[PlannedVisit]) -> Visits:
    """The visits with massage."""
    return tuple(one for one in visits if one.kind == "massage")


def visits_of(plan: Plan) -> Visits:
    """The visits of a plan; a plan of the first edition has phases only."""
    if plan.visits or plan.measures is None:
        return plan.visits
    laid = _of_first_edition(plan)
    return _reviewed_on(laid, plan.measures.review_on)


def _of_first_edition(plan: Plan) -> Visits:
    if plan.massage is None:
        return ()
    wished = tuple(one.day for one in plan.week if "massage" in one.items)
    ahead = (plan.on + timedelta(days=number) for number in range(WEEK))
    first = next((day for day in ahead if day_of(day) in wished), plan.on)
    return massage_visits(plan.massage.phases, Calendar(first, wished))


def _reviewed_on(visits: Visits, on: date) -> Visits:
    """The review on the day that was printed, with or without massage."""
    if any(one.on == on for one in visits):
        return tuple(one.replaced(review=one.on == on) for one in visits)
    review = PlannedVisit(on=on, kind="review", minutes=0, review=True)
    return tuple(sorted((*visits, review), key=lambda one: one.on))


def visit_on(plan: Plan, day: date) -> PlannedVisit | None:
    """The visit that a plan has on a day."""
    return next((one for one in visits_of(plan) if one.on == day), None)


def visit_after(plan: Plan, day: date) -> PlannedVisit | None:
    """The next visit of a plan after a day."""
    return next((one for one in visits_of(plan) if one.on > day), None)


class Span(NamedTuple):
    """Visits of one phase, one after the other, that last equally long."""

    phase: Phase
    visits: Visits

    @property
    def minutes(self) -> int:
        """How long each lasts."""
        return self.visits[0].minutes

    @property
    def begins(self) -> date:
        """The day of the first."""
        return self.visits[0].on

    @property
    def ends(self) -> date:
        """The day of the last."""
        return self.visits[-1].on


def spans(plan: Plan) -> Iterator[Span]:
    """The visits with massage by phase; a shorter first one stands by itself."""
    left = iter(of_massage(visits_of(plan)))
    for phase in plan.massage.phases if plan.massage else ():
        for _, alike in groupby(islice(left, holds(phase)), key=lambda one: one.minutes):
            yield Span(phase, tuple(alike))


def span_on(plan: Plan, day: date) -> Span | None:
    """Of the visits with massage those of one phase among which a day's is; None without one."""
    return next((one for one in spans(plan) if any(day == had.on for had in one.visits)), None)


def ends(plan: Plan) -> date | None:
    """The last day of a plan: of its visits, the review among them, and of the courses beside."""
    courses = (
        *(one.until for one in plan.complementary),
        *(one.until for one in plan.self_care),
        *(one.on for one in visits_of(plan)),
    )
    return max(filter(None, courses), default=None)
