"""On which day of its course each pain source is judged, and on which visit the plan is looked at.

A pain source has one judging day: the end of its first phase, never before 3 weeks and never after
the last visit. Where no visit lies late enough the review is a visit without massage.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.judging import Judging
from planner.knowledge.entries.weights import OfCourse
from planner.model.change import LEAST_PROBLEM
from planner.model.ids import ConditionId, RegionId
from planner.model.plan import JudgingDay, Plan, PlannedVisit
from planner.model.vocabulary import Day, Decision, Gauge, PhaseName
from planner.planning.course.occasions import Visits, of_massage, visits_of, with_review

TAPERS = (Decision.STEP_DOWN, Decision.STEP_UP)  # what was gained, or raised, is given its time
LATE_WEEKS = 1  # wished days and the budget of a month may move a visit by so much


class Course(NamedTuple):
    """A course of visits as its judging asks for it.

    The plan is of the day `on`, the course `began` then or before, with `had` visits. A pain source
    is not judged before its day in `earliest`, nor before `more` of these visits; `changed`: one
    thing was changed already, so there is no second chance. `regions` are where each pain source
    that massage is for is treated; `sleep` is how much of a problem it was at the first visit.
    """

    visits: Visits
    on: date
    began: date
    regions: Mapping[ConditionId, tuple[RegionId, ...]]
    wished: tuple[Day, ...] = ()
    had: int = 0
    earliest: Mapping[ConditionId, date] = {}
    more: int = 0
    changed: bool = False
    sleep: float | None = None


class Judged(NamedTuple):
    """The visits with the review among them, and the judging days."""

    visits: Visits
    judging: tuple[JudgingDay, ...]

    @property
    def review_on(self) -> date:
        """The day on which the plan is looked at."""
        return next(one.on for one in self.visits if one.review)


class Moment(NamedTuple):
    """A visit with massage, and which of the whole course it is."""

    visit: PlannedVisit
    number: int


def judged(course: Course, knowledge: Knowledge, look_from: date | None = None) -> Judged:
    """The judging day of each pain source, and the visit on which the plan is looked at.

    The plan is looked at on the first judging day, or earlier where that is far; on or after
    `look_from` where it is given.
    """
    sources = course.regions if of_massage(course.visits) else {}
    known, weights = tuple(knowledge.judging[one] for one in sources), knowledge.weights.course
    found = [_moment(one, course, weights) for one in known]
    due = look_from or _due(course, known, found, weights)
    visits = with_review(course.visits, due, course.wished)
    review = next(one for one in visits if one.review)
    late = Moment(review, course.had + sum(one.on <= review.on for one in of_massage(visits)))
    days = (_day(*pair, course, knowledge) for pair in zip(known, _or(found, late), strict=True))
    return Judged(visits, tuple(days))


def _or(found: Iterable[Moment | None], otherwise: Moment) -> tuple[Moment, ...]:
    return tuple(one or otherwise for one in found)


def _moments(course: Course) -> tuple[Moment, ...]:
    visits = of_massage(course.visits)
    return tuple(Moment(one, number) for number, one in enumerate(visits, course.had + 1))


def _earliest(one: Judging, course: Course, weights: OfCourse) -> date:
    least = course.began + timedelta(weeks=weights.judged_from_weeks)
    return max(least, course.earliest.get(one.id, least))


def _moment(one: Judging, course: Course, weights: OfCourse) -> Moment | None:
    """The visit on which a pain source is judged; None where the last comes too early."""
    earliest = _earliest(one, course, weights)
    from_day = max(earliest, course.began + timedelta(weeks=one.at_weeks or 0))
    least = max(one.at_sessions or 0, course.had + course.more)
    every = _moments(course)
    at = (it for it in every if it.visit.on >= from_day and it.number >= least)
    last = every[-1] if every[-1].visit.on >= earliest else None
    return next(at, last)


def _due(
    course: Course,
    known: tuple[Judging, ...],
    found: list[Moment | None],
    weights: OfCourse,
) -> date:
    """The first judging day when it is near, else some weeks from the first visit."""
    first = max(course.on, course.visits[0].on) if course.visits else course.on
    far = first + timedelta(weeks=weights.judged_within_weeks)
    usual = first + timedelta(weeks=weights.review_after_weeks)
    days = [
        at.visit.on if at else _earliest(one, course, weights)
        for one, at in zip(known, found, strict=True)
    ]
    return min((day for day in days if day <= far), default=usual)


def _day(one: Judging, at: Moment, course: Course, knowledge: Knowledge) -> JudgingDay:
    again = None if course.changed else _again(one, at, course, knowledge)
    return JudgingDay(
        condition=one.id,
        on=at.visit.on,
        visit=at.number,
        measure=_gauge(one, course.sleep),
        regions=course.regions.get(one.id, ()),
        again_on=again.visit.on if again else None,
        again_visit=again.number if again else None,
        ends_on=_ends_on(one, course),
    )


def _gauge(one: Judging, sleep: float | None) -> Gauge:
    """What a pain source is judged by: by sleep only where it was rated, and was a problem."""
    slept_badly = sleep is not None and sleep >= LEAST_PROBLEM
    return Gauge.PAIN if one.gauge is Gauge.PAIN_OR_SLEEP and not slept_badly else one.gauge


def _ends_on(one: Judging, course: Course) -> date | None:
    """The last visit for a pain source that has an end of its own; None where no other follows."""
    weeks, moments = one.ends_after_weeks, _moments(course)
    ends = course.began + timedelta(weeks=weeks) if weeks else date.max
    most = one.most_sessions or len(moments) + course.had
    own = [it.visit.on for it in moments if it.visit.on < ends and it.number <= most]
    return own[-1] if own and len(own) < len(moments) else None


def _again(one: Judging, at: Moment, course: Course, knowledge: Knowledge) -> Moment | None:
    """The visit on which a change would be judged; None where the first phase has no room."""
    weights = knowledge.weights.course
    from_day = at.visit.on + timedelta(days=weights.hold_days)
    able = (
        it
        for it in _moments(course)
        if it.number >= at.number + weights.hold_sessions
        and from_day <= it.visit.on < first_phase_ends(one.id, course.began, knowledge)
        and it.number <= (one.most_sessions or it.number)
    )
    return next(able, None)


def first_phase_ends(source: ConditionId, began: date, knowledge: Knowledge) -> date:
    """The end of a pain source's own first phase, whatever it shares its visits with."""
    weeks = knowledge.doses[source][PhaseName.START].weeks[1]
    most = knowledge.judging[source].ends_after_weeks or weeks + LATE_WEEKS
    return began + timedelta(weeks=min(weeks + LATE_WEEKS, most))


def judging_of(plan: Plan, knowledge: Knowledge) -> tuple[JudgingDay, ...]:
    """The judging days of a plan; those of the first edition are made from its phases."""
    if plan.measures is None or plan.massage is None or plan.measures.judging:
        return plan.measures.judging if plan.measures else ()
    regions = {one: knowledge.usual_regions(one) for one in plan.conditions}
    weights, past = knowledge.weights.course, plan.supersedes
    changed = past is not None and past.is_a_change
    held = plan.on + (timedelta(days=weights.hold_days) if changed else timedelta(1))
    if past and past.decision in TAPERS:
        held = plan.on + timedelta(weeks=weights.held_weeks)
    course = Course(
        visits=visits_of(plan),
        on=plan.on,
        began=plan.began,
        regions=regions,
        had=past.sessions if past else 0,
        earliest=dict.fromkeys(plan.conditions, held),
        more=weights.hold_sessions if changed else 0,
        changed=changed,
        sleep=plan.measures.baseline.sleep,
    )
    return judged(course, knowledge, plan.measures.review_on).judging
