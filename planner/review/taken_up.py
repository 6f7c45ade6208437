"""From when massage can be taken up again that only a place closed for some days has ended."""

from dataclasses import replace
from datetime import timedelta

from planner.model.plan import Massage, NoMassage, Plan
from planner.planning.case import in_a_sentence
from planner.review import verdicts
from planner.review.moves import MOVES, without_what_is_over
from planner.review.rescreen import narrowed
from planner.review.rules.proposal import Proposal
from planner.review.standing import Standing
from planner.words import joined, say


def taken_up(standing: Standing, proposal: Proposal, plan: Plan) -> Plan:
    """The plan; where massage would go on but for what is over in some days, it says from when."""
    ended = standing.last.massage is not None and plan.massage is None
    if not ended or plan.no_massage is None or not standing.today.allow.passing:
        return plan
    if _once_passed(standing, proposal) is None:
        return plan
    return plan.replaced(no_massage=_until_then(standing, plan.no_massage))


def _once_passed(standing: Standing, proposal: Proposal) -> Massage | None:
    """The massage that the same decision would leave if those answers were over already."""
    today = standing.today._replace(allow=standing.today.allow.once_passed())
    allowed = narrowed(standing.last, today, standing.knowledge)
    then = replace(standing, today=today, allowed=allowed)
    return without_what_is_over(then, MOVES[proposal.move](then, allowed)).massage


def _until_then(standing: Standing, told: NoMassage) -> NoMassage:
    """Why there is none now, and from when on which pain may be worked on."""
    passing, over = standing.today.allow.passing, verdicts.over(standing)
    days = max(one.over_in_days or 0 for one in passing)
    day = standing.on + timedelta(days=days)
    known = standing.knowledge.conditions
    pains = in_a_sentence(known[one.condition] for one in standing.judging if one not in over)
    return NoMassage(
        says=joined(
            told.says,
            say(
                "Massage for {pains} can be taken up again from {day} on, with a plan made anew: "
                "{answers:semicolons}.",
                pains=pains,
                day=day.isoformat(),
                answers=[one.label for one in passing],
            ),
        ),
        plain=joined(
            told.plain,
            say(
                "The injury is fresh, so massage for {pains} waits until {day}. Then we plan it "
                "anew.",
                pains=pains,
                day=day,
            ),
        ),
    )
