"""The visits of the next plan: from the day of the review on, with their judging days."""

from datetime import date, timedelta

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.model.plan import Massage, Plan
from planner.model.vocabulary import Decision
from planner.planning.course import occasions
from planner.planning.course.judging import TAPERS, Course, Judged, judged
from planner.planning.hands.shares import shared_again
from planner.review import verdicts
from planner.review.rules.proposal import Proposal
from planner.review.standing import Standing


def with_counts(massage: Massage | None, knowledge: Knowledge) -> Massage | None:
    """The massage with the number of visits in each phase, and its minutes shared out."""
    if massage is None:
        return None
    counted = massage.replaced(phases=occasions.counted(massage.phases))
    return shared_again(counted, knowledge)


def dated(standing: Standing, proposal: Proposal, plan: Plan) -> Judged:
    """The visits of a plan that a review leads to, and when what is judged."""
    phases = plan.massage.phases if plan.massage else ()
    visits = occasions.massage_visits(phases, calendar(standing))
    over = {one.condition for one in verdicts.over(standing)}
    left = [one for one in standing.judging if one.condition not in over]
    changed = proposal.decision is Decision.CHANGE
    course = Course(
        visits=visits,
        on=standing.on,
        began=standing.began,
        regions={one.condition: one.regions for one in left},
        wished=standing.today.wishes.days,
        had=standing.attendance.in_all,
        earliest=_earliest(standing, proposal),
        more=standing.weights.hold_sessions if changed else 0,
        changed=changed or standing.was_changed,
        sleep=standing.last.measures.baseline.sleep if standing.last.measures else None,
    )
    return judged(course, standing.knowledge, proposal.log_until)


def calendar(standing: Standing) -> occasions.Calendar:
    """From today on, at a distance from the visits before; one that was agreed for today stays."""
    attendance, wishes = standing.attendance, standing.today.wishes
    planned = (one.on for one in attendance.visits if one.on >= standing.on)
    first = standing.on if attendance.before_today else next(planned, standing.on)
    return occasions.Calendar(
        first=first,
        wished=wishes.days,
        a_month=occasions.visits_a_month(wishes),
        had=attendance.before_today,
        agreed=attendance.is_today_planned,
    )


def _earliest(standing: Standing, proposal: Proposal) -> dict[ConditionId, date]:
    """From when on each pain source is judged: a change and a gain are given their time."""
    weights, on = standing.weights, standing.on
    held = on + timedelta(weeks=weights.held_weeks)
    if proposal.decision is Decision.CHANGE:
        held = on + timedelta(days=weights.hold_days)
    elif proposal.decision not in TAPERS:
        tomorrow = on + timedelta(days=1)
        return {one.condition: tomorrow if one.on > on else held for one in standing.judging}
    return {one.condition: held for one in standing.judging}
