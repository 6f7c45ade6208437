"""What the rules make of a standing: whether it helps, whether a block is done, what is left."""

from planner.knowledge.entries import Condition
from planner.model.plan import Phase
from planner.model.vocabulary import PhaseName
from planner.planning.dose import TestedDose, least_tested
from planner.review.course import tapered
from planner.review.standing import Standing


def rating_rose_far(standing: Standing) -> bool:
    """Whether one rating lies further above the first than such ratings scatter."""
    now, first = standing.facts.severity, standing.rated_before
    if now is None or first is None:
        return False
    return now.average - first >= standing.weights.ratings_apart


def helps(standing: Standing) -> bool:
    """Whether anything speaks for a gain, clear of chance."""
    facts = standing.facts
    moved = facts.goals_moved is True
    return standing.effect.is_clearly_lower or moved or facts.feels_much_better


def no_gain(standing: Standing) -> bool:
    """Fewer than 30 %, no goal moved, and nothing else clear of chance."""
    return not helps(standing) and not standing.effect.fell_far


def block(standing: Standing) -> int:
    """The sessions after which a course is judged; more once something was changed."""
    weights = standing.weights
    return weights.block_after_a_change if standing.was_changed else weights.block


def block_is_done(standing: Standing) -> bool:
    """Whether every pain source has had the sessions or weeks after which it is judged."""
    return all(_is_judged(one, standing) for one in standing.conditions)


def _is_judged(one: Condition, standing: Standing) -> bool:
    had = standing.attendance.in_all
    if one.stop_after_sessions is not None:
        return had >= one.stop_after_sessions
    if one.stop_after_weeks is not None:
        return standing.weeks_in_all >= one.stop_after_weeks
    return had >= block(standing)


def course_has_ended(standing: Standing) -> bool:
    """Whether every pain source has had the weeks after which its course ends."""
    limits = [one.ends_after_weeks for one in standing.conditions]
    return all(limit is not None and standing.weeks_in_all >= limit for limit in limits)


def seldom_came(standing: Standing) -> bool:
    """Whether fewer than half of the sessions were counted as had."""
    had = standing.attendance.sessions
    return had is not None and not had.assumed and had.share < standing.weights.least_done


def after_a_taper(standing: Standing) -> tuple[Phase, ...]:
    """The phases of massage after a step down; none where the taper ends."""
    attendance = standing.attendance
    return tapered(attendance.left, attendance.phases, standing.as_needed, standing.weights)


def short_of(standing: Standing) -> TestedDose | None:
    """The least tested dose, when the course lies below it and has not had it before."""
    attendance = standing.attendance
    running = (*attendance.left[:1], *attendance.phases[-1:])
    tested = least_tested(standing.conditions, standing.knowledge)
    if not running or tested is None:
        return None
    now = running[0]
    low = now.sessions_per_week < tested.often or now.minutes < tested.minutes
    was_had = now.name is not PhaseName.START and attendance.in_all >= tested.sessions
    return tested if low and not was_had else None


def can_reach(dose: TestedDose, standing: Standing) -> bool:
    """Whether money and time are known to allow a dose, and nothing that binds forbids it."""
    reach, limits = standing.reach, standing.today.allow.limits
    if reach is None:
        return False
    lengths = [one for one in (reach.minutes, limits.minutes) if one is not None]
    often = [one for one in (reach.sessions_per_week, limits.sessions_per_week) if one is not None]
    return min(lengths, default=dose.minutes) >= dose.minutes and min(often) >= dose.often


def has_another_way(standing: Standing) -> bool:
    """Whether another technique or exercise is left that the answers and wishes allow."""
    massage, reserve = standing.allowed.massage, standing.allowed.reserve
    adjuncts = massage is not None and len(massage.techniques) > 1
    return bool(adjuncts or reserve.techniques or reserve.exercises)
