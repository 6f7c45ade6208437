"""What of the client alters a dose, beside how bad the pain is: each with its reason."""

from collections.abc import Iterator

from planner.knowledge.entries.clinical import Condition
from planner.model.assessment import Irritability
from planner.model.phrase import Phrase
from planner.model.plan import DoseReason, Phase
from planner.model.vocabulary import Certainty
from planner.planning.burden import is_new
from planner.planning.case import Case
from planner.words import say, say_many

LOWER_START = say("It is easily stirred up, so the course starts at the lower end of the range.")
NO_UPPER_END = say(
    "It is stirred up now and then, so the course does not start at the upper end of the range."
)


def first_minutes(case: Case, minutes: int) -> int | None:
    """The most minutes of a first session where others have so many; None where it has as many."""
    weights, irritable = case.weights, case.irritability
    if irritable is None or irritable is Irritability.LOW:
        return None
    share, step = weights.irritability.first_share[irritable], weights.course.minutes_step
    return max(weights.course.shortest_minutes, int(minutes * share) // step * step)


def of_the_client(
    case: Case, conditions: tuple[Condition, ...], start: Phase
) -> tuple[DoseReason, ...]:
    """Why a course starts lower, shorter, or is shorter as a whole."""
    told = (*_irritable(case, start), *_new(case, conditions))
    return tuple(DoseReason(says=one, certainty=Certainty.CONVENTION, sources=()) for one in told)


def _irritable(case: Case, start: Phase) -> Iterator[Phrase]:
    first = first_minutes(case, start.minutes)
    if first is not None and first < start.minutes:
        yield say_many(
            "It is easily stirred up, so the first session has {number} minute.",
            "It is easily stirred up, so the first session has {number} minutes.",
            first,
        )
    if case.irritability is Irritability.HIGH:
        yield LOWER_START
    elif case.irritability is Irritability.MODERATE:
        yield NO_UPPER_END


def _new(case: Case, conditions: tuple[Condition, ...]) -> Iterator[Phrase]:
    names = [one.name for one in conditions if is_new(case, one.id)]
    if names:
        yield say(
            "Not long-lasting yet: the course is short, then it is looked at again "
            "({conditions:semicolons}).",
            conditions=names,
        )
