"""What the rules make of a standing: whether it helps, what is due or over, what is left."""

from collections.abc import Callable

from planner.model.ids import ConditionId
from planner.model.order import each_once
from planner.model.plan import JudgingDay, Phase
from planner.model.vocabulary import Gauge, PhaseName
from planner.planning.course.judging import first_phase_ends
from planner.planning.dosing.means import TestedDose, least_tested
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


def gained(standing: Standing, gauge: Gauge = Gauge.PAIN) -> bool:
    """The one rule of a gain: a noticeable fall, or a goal that moved, or much better overall.

    Some pain sources are judged by their days, or by sleep, as well.
    """
    facts = standing.facts
    own_words = facts.goals_moved is True or facts.feels_much_better
    fewer = gauge in (Gauge.HEADACHE_DAYS, Gauge.ATTACK_DAYS) and standing.effect.fewer_days
    slept = gauge is Gauge.PAIN_OR_SLEEP and standing.slept_better
    return standing.effect.fell_far or own_words or fewer or slept


def all_gained(standing: Standing) -> bool:
    """Whether every pain source that massage is given for has a gain."""
    return all(gained(standing, one.measure) for one in standing.judging)


def is_due(day: JudgingDay, standing: Standing) -> bool:
    """Whether the day of a pain source has come, and the visits before it were had."""
    if standing.on < day.on or not standing.effect.is_known or seldom_came(standing):
        return False
    by_date = standing.knowledge.judging[day.condition].at_sessions is None
    if by_date and not standing.was_changed:
        return True
    at_that_visit = any(one.on == standing.on == day.on for one in standing.attendance.visits)
    return standing.attendance.in_all >= day.visit - at_that_visit


def may_be_changed(standing: Standing) -> bool:
    """Whether one thing can still be done otherwise: one is left, and visits to judge it by."""
    room = any(_left_in_first_phase(one, standing) for one in standing.judging)
    return room and not standing.was_changed and has_another_way(standing)


def _left_in_first_phase(day: JudgingDay, standing: Standing) -> bool:
    """Whether the first phase of a pain source has the visits still to come that a change needs."""
    attendance = standing.attendance
    ends = first_phase_ends(day.condition, standing.began, standing.knowledge)
    planned = sum(one.on < ends for one in attendance.visits)
    had = attendance.sessions.done if attendance.sessions else 0
    return planned - had >= standing.weights.hold_sessions


def without_gain(standing: Standing) -> tuple[JudgingDay, ...]:
    """The pain sources that were due, and brought nothing."""
    return tuple(
        one
        for one in standing.judging
        if is_due(one, standing) and not gained(standing, one.measure)
    )


def at_their_end(standing: Standing) -> tuple[JudgingDay, ...]:
    """The pain sources whose course has had its weeks or its sessions."""
    return tuple(one for one in standing.judging if _has_ended(one.condition, standing))


def _has_ended(source: ConditionId, standing: Standing) -> bool:
    known = standing.knowledge.judging[source]
    weeks, sessions = known.ends_after_weeks, known.most_sessions
    by_weeks = weeks is not None and standing.weeks_in_all >= weeks
    return by_weeks or (sessions is not None and standing.attendance.in_all >= sessions)


def worse(standing: Standing) -> tuple[JudgingDay, ...]:
    """The pain sources that massage stops for on any clear rise."""
    judging = standing.knowledge.judging
    strict = (one for one in standing.judging if judging[one.condition].stops_on_worsening)
    return tuple(strict) if standing.effect.is_clearly_higher else ()


def over(standing: Standing) -> tuple[JudgingDay, ...]:
    """The pain sources that massage ends for; what goes on is done for the others."""
    failed = () if may_be_changed(standing) else without_gain(standing)
    return each_once((*worse(standing), *at_their_end(standing), *failed))


def all_of(verdict: Callable[[Standing], tuple[JudgingDay, ...]], standing: Standing) -> bool:
    """Whether it holds for every pain source that massage is given for."""
    return len(verdict(standing)) == len(standing.judging) > 0


def had_enough(standing: Standing) -> bool:
    """Whether the sessions and weeks are over after which one change is made without a gain."""
    weights = standing.weights
    enough = standing.attendance.in_all >= weights.change_from and not seldom_came(standing)
    return enough and standing.weeks_in_all >= weights.change_from_weeks


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
