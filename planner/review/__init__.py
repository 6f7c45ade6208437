"""The review: last plan + diary + what is asked -> keep, step down, step up, change, stop, refer.

today (screen again) -> rescreen (what is left of the last plan) -> standing (what is found)
     -> rules (the first that applies) -> moves, next_plan -> lines (side by side)

Nothing that a screening, a refusal or the therapist's hand took out of a plan comes back here.
"""

from planner.knowledge.named import (
    BAD_SPELL,
    CAUTION,
    COURSE_ENDED,
    ON_COURSE,
    OPEN_QUESTIONS,
)
from planner.model.order import each_once
from planner.model.plan import Plan
from planner.model.review import Because, OpenQuestion, Review
from planner.model.vocabulary import Clearance, Decision
from planner.review import verdicts
from planner.review.comparing import sentences
from planner.review.lines import compared
from planner.review.next_plan import cited_sources, next_plan
from planner.review.rules import decided, wording
from planner.review.rules.proposal import Move, Proposal, because
from planner.review.standing import Standing, standing_of

__all__ = ["Standing", "last_plan_goes_on", "review", "standing_of"]

ENDING = (Move.END_MASSAGE, Move.PAUSE_MASSAGE, Move.NOTHING)


def review(standing: Standing) -> Review:
    """What is proposed where the client stands."""
    found = decided(standing)
    plan = next_plan(standing, found)
    rows = compared(standing, plan, found)
    reasons = (*found.because, *_taken_out(standing, found), *_cautions(standing))
    return Review(
        decision=found.decision,
        reasons=reasons,
        next_plan=plan,
        changes=sentences(rows),
        on=standing.on,
        rule=found.rule,
        log_until=found.log_until,
        questions=tuple(
            OpenQuestion(ask=one.ask, why=one.why, choices=one.choices)
            for one in standing.diary.questions
        ),
        progress=standing.progress,
        side_by_side=rows,
        sources=tuple(
            cited_sources(
                (one for reason in reasons for one in reason.sources), plan, standing.knowledge
            )
        ),
    )


def last_plan_goes_on(standing: Standing) -> Plan:
    """The last plan as it goes on when a proposal is declined, without what today forbids.

    Where today's answers allow no plan, declining changes nothing: it is the proposed one.
    """
    today = standing.today
    if today.stops_everything or today.clearance is Clearance.HOLD:
        return next_plan(standing, decided(standing))
    told = because(standing, ON_COURSE, wording.DECLINED)
    return next_plan(standing, Proposal(ON_COURSE, Decision.KEEP, (told,), Move.GO_ON))


def _taken_out(standing: Standing, found: Proposal) -> tuple[Because, ...]:
    """The pain sources that massage ends for while it goes on."""
    over = verdicts.over(standing)
    if not over or len(over) == len(standing.judging) or found.move in ENDING:
        return ()
    names = [standing.knowledge.conditions[one.condition].name for one in over]
    return (because(standing, COURSE_ENDED, wording.taken_out(names)),)


def _cautions(standing: Standing) -> tuple[Because, ...]:
    """What stands against reading too much into the days; always the one about bad spells."""
    seen, counted = standing.diary.analysis, standing.effect.by_days
    if not standing.effect.is_known or standing.today.stops_everything:
        return ()
    said = (*(seen.cautions if seen else ()), *(counted.cautions if counted else ()))
    told = [because(standing, CAUTION, one) for one in each_once(said)]
    if seen is None or not seen.bad_spell:
        told.append(because(standing, BAD_SPELL, wording.BAD_SPELL))
    told += [
        because(standing, OPEN_QUESTIONS, wording.question(one)) for one in standing.diary.questions
    ]
    return tuple(told)
