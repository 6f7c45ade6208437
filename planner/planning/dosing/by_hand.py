"""The course as the therapist set it: within what the limits leave, and said where unusual."""

from collections.abc import Iterator
from math import inf

from planner.knowledge.entries.clinical import Condition
from planner.model.edits import MASSAGE, Values
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import DoseReason, Phase
from planner.model.vocabulary import Certainty, PhaseName
from planner.planning.case import Case
from planner.planning.course.occasions import as_laid
from planner.planning.dosing.dose import MOST_IN_REACH, Course, course, not_met, shortened
from planner.planning.dosing.means import least_tested, means_of, most_tested
from planner.planning.dosing.need import starting
from planner.words import say
from planner.words.plan import how_often, minutes, weeks

MONEY_OR_TIME = say("the client's money or time")
BELOW = say("Below the tested dose, by the therapist's choice.")
ABOVE = say("More than was tested, by the therapist's choice.")
LONGER = say("Longer than the client asked for.")


def course_by_hand(case: Case, conditions: tuple[Condition, ...]) -> Course:
    """The programme for these pain sources, with what the therapist set of it."""
    planned, said = course(case, conditions), case.values(MASSAGE)
    if not planned.phases or not said.said:
        return planned
    phases = _phases(case, planned.phases, said)
    below = _is_below(case, conditions, phases[0])
    return planned._replace(
        phases=phases,
        why=(_reason(phases), *(one for one in planned.why if one.says != MOST_IN_REACH)),
        notes=_still_true(case, conditions, planned, phases[0]),
        below_tested=below,
        by_hand=each_once(_said_of(case, conditions, phases, said)),
        set=said.said,
    )


def _phases(case: Case, planned: tuple[Phase, ...], said: Values) -> tuple[Phase, ...]:
    """How long a session is holds for all of it; how often and for how many weeks together are all.

    How often alone is that of the first phase, and the most of the later ones.
    """
    often = most_often(case, said.sessions_per_week)
    length = longest(case, said.minutes)
    found = tuple(
        one.replaced(
            minutes=length or one.minutes,
            sessions_per_week=_of_phase(one, often),
            visits=None,
        )
        for one in planned
    )
    if said.weeks is None:
        return found
    if often is not None:
        return (found[0].replaced(weeks=said.weeks),)
    return _lasting(found, said.weeks)


def _of_phase(one: Phase, often: float | None) -> float:
    if often is None:
        return one.sessions_per_week
    return often if one.name is PhaseName.START else min(often, one.sessions_per_week)


def _lasting(phases: tuple[Phase, ...], weeks: int) -> tuple[Phase, ...]:
    """The phases cut to so many weeks, or the last of them longer."""
    kept: list[Phase] = []
    for one in phases:
        left = weeks - sum(each.weeks for each in kept)
        if left > 0:
            last = one is phases[-1]
            kept.append(one.replaced(weeks=left if last else min(one.weeks, left)))
    return tuple(kept)


def longest(case: Case, asked: int | None) -> int | None:
    """So many minutes, or what the limits leave of them."""
    return None if asked is None else min(asked, case.allow.limits.minutes or asked)


def most_often(case: Case, asked: float | None) -> float | None:
    """So often as it is laid, or what the limits, the client's money and time leave of it."""
    if asked is None:
        return None
    means, often = means_of(case), as_laid(asked)
    return often if often <= means.able else means.most_often


def _is_below(case: Case, conditions: tuple[Condition, ...], start: Phase) -> bool:
    tested = [least_tested([one], case.knowledge) for one in conditions]
    return any(
        one and (start.sessions_per_week < one.often or start.minutes < one.minutes)
        for one in tested
    )


def _said_of(
    case: Case, conditions: tuple[Condition, ...], phases: tuple[Phase, ...], said: Values
) -> Iterator[Phrase]:
    """Where what was set gave way, and what is unusual about it."""
    yield from _gave_way(case, phases[0], said)
    if _is_below(case, conditions, phases[0]):
        yield BELOW
    elif _is_above(case, conditions, phases[0]):
        yield ABOVE
    wished = case.intake.preferences.session_minutes
    if said.minutes and wished and phases[0].minutes > wished:
        yield LONGER


def _is_above(case: Case, conditions: tuple[Condition, ...], start: Phase) -> bool:
    most = most_tested(conditions, case.knowledge)
    return most is not None and (
        start.sessions_per_week > most.often or start.minutes > most.minutes
    )


def _gave_way(case: Case, start: Phase, said: Values) -> Iterator[Phrase]:
    limits = case.allow.limits
    if said.minutes and start.minutes < said.minutes:
        yield say(
            "Set to {asked}; what binds leaves {left} ({by:semicolons}).",
            asked=minutes(said.minutes),
            left=minutes(start.minutes),
            by=limits.named("minutes"),
        )
    if said.sessions_per_week and start.sessions_per_week < said.sessions_per_week:
        yield _less_often(case, start.sessions_per_week, said.sessions_per_week)


def _less_often(case: Case, left: float, asked: float) -> Phrase:
    """Why it is less often than was set: a limit, money or time, or the calendar itself."""
    told = {"asked": how_often(asked), "left": how_often(left)}
    if left == as_laid(asked):
        return say(
            "Set to {asked}; from once a week on the calendar takes whole numbers only, so it is "
            "{left}.",
            **told,
        )
    limits = case.allow.limits
    is_limit = left >= (limits.sessions_per_week or inf)
    return say(
        "Set to {asked}; what binds leaves {left} ({by:semicolons}).",
        **told,
        by=limits.named("sessions_per_week") if is_limit else (MONEY_OR_TIME,),
    )


def _reason(phases: tuple[Phase, ...]) -> DoseReason:
    start = phases[0]
    return DoseReason(
        says=say(
            "Set by the therapist: {often}, {minutes} a session, {weeks} in all.",
            often=how_often(start.sessions_per_week),
            minutes=minutes(start.minutes),
            weeks=weeks(sum(one.weeks for one in phases)),
        ),
        certainty=Certainty.CONVENTION,
        sources=(),
    )


def _still_true(
    case: Case, conditions: tuple[Condition, ...], planned: Course, start: Phase
) -> tuple[str, ...]:
    """What is said of the rules' own dose no longer holds of another one."""
    over = {
        MOST_IN_REACH,
        *shortened(starting(case, conditions), means_of(case)),
        *not_met(case, conditions, planned.phases[0]),
    }
    kept = (one for one in planned.notes if one not in over)
    shared = not_met(case, conditions, start) if len(conditions) > 1 else ()
    return (*kept, *shared)
