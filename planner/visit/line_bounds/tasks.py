"""What may be set of a home task: its minutes, days and counts, and how hard it is done."""

from collections.abc import Iterator, Mapping

from planner.knowledge.entries.interventions import Task
from planner.model.edits import LONGEST, is_own
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import SelfCareTask
from planner.model.vocabulary import Day, Level
from planner.planning.case import Case
from planner.planning.self_care.by_hand import (
    ABOVE_TESTED,
    BELOW_TESTED,
    LESS,
    MORE,
    NO_HARDER,
    NOTHING_MORE,
    TESTED,
)
from planner.planning.self_care.offers import Offers
from planner.safety.allow import Left
from planner.visit.line_bounds.values import Bounds, Option, Range
from planner.words.visit import CLOSED

SMALL, SMALL_STEP, STEP = 10, 1, 5
MOST: Mapping[str, int] = {"sets": 20, "reps": 50, "hold_seconds": 120, "times_per_day": 12}


def of_task(case: Case, one: SelfCareTask) -> Bounds:
    """The numbers of a task and how hard it may be done."""
    offers, task = Offers(case), case.knowledge.self_care[LineId(one.id)]
    left = offers.left(task)
    numbers = {
        "minutes": _minutes(one, task, left),
        "days_per_week": Range(1, len(Day), 1, one.days_per_week),
        **dict(_counts(one, left)),
    }
    level = () if is_own(one.id) else tuple(_levels(case, offers, task, left))
    return Bounds(LineId(one.id), numbers, {"level": level} if level else {})


def _minutes(one: SelfCareTask, task: Task, left: Left) -> Range:
    usual = task.minutes * task.days_per_week / one.days_per_week
    most = max(usual, task.grows_to * task.days_per_week / one.days_per_week)
    tested = task.dose_from in TESTED
    told = not is_own(one.id)
    return Range(
        lowest=1,
        highest=one.minutes if left.steady else LONGEST,
        step=SMALL_STEP if one.minutes < SMALL else STEP,
        now=one.minutes,
        why_no_more=NOTHING_MORE if left.steady else None,
        tested_from=usual if told else None,
        tested_to=most if told else None,
        below=BELOW_TESTED if tested else LESS,
        above=ABOVE_TESTED if tested else MORE,
    )


def _counts(one: SelfCareTask, left: Left) -> Iterator[tuple[str, Range]]:
    """What is counted of it; the therapist's own task may be counted in any way."""
    for name, most in MOST.items():
        now = getattr(one, name)
        counted = is_own(one.id) if name != "times_per_day" else (now or 0) > 1
        if now or counted:
            highest = now if left.steady and now else most
            yield name, Range(1, highest, 1, now, (), NOTHING_MORE if left.steady else None)


def _levels(case: Case, offers: Offers, task: Task, left: Left) -> Iterator[Option]:
    now = case.values(task.id).level or Level.USUAL
    for level in Level:
        why = _why_not_harder(offers, task, left) if level is Level.HARDER else None
        yield Option(level, CLOSED[Level][level], level is now, why)


def _why_not_harder(offers: Offers, task: Task, left: Left) -> Phrase | None:
    if left.steady:
        return NOTHING_MORE
    if task.harder and offers.left(offers.case.knowledge.self_care[LineId(task.harder)]).refusal:
        return NO_HARDER
    return None
