"""What is next after a review, in the client's words."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.model.phrase import Phrase
from planner.model.plan import Phase, Plan, Reason, Superseded
from planner.model.review import Review
from planner.model.review.comparison import Difference, Row
from planner.model.vocabulary import Clearance, Decision
from planner.planning.course.occasions import of_massage, visits_of
from planner.words import formed, listed, say
from planner.words.plan import how_often, visits_at

KEEP_UP = say("Keep up what you do at home.")
HOLD_IT = say("We keep to that for 2 weeks or more. Then we look again.")


def next_steps(review: Review, knowledge: Knowledge) -> Iterator[str]:
    """What is next, in the client's words."""
    plan = review.next_plan
    if review.decision is Decision.REFER:
        yield from dict.fromkeys(
            one.plain for one in plan.reasons if _asks_for_help(one, knowledge)
        )
    elif review.log_until:
        yield say("Write down your pain each night, up to {day}.", day=review.log_until)
    else:
        yield from filter(None, (_why(review, knowledge), *_what_is_new(review, knowledge)))
    if plan.measures:
        yield say("We look again on {day:weekday}. Bring your diary.", day=plan.measures.review_on)


def _why(review: Review, knowledge: Knowledge) -> str:
    """Why, in words that know whether massage ends with it."""
    rule = knowledge.review_rules[review.rule]
    return rule.plain if review.next_plan.massage else rule.plain_end or rule.plain


def _asks_for_help(one: Reason, knowledge: Knowledge) -> bool:
    """Whether a reason sends the client to somebody."""
    row = knowledge.rows.get(one.id)
    return one.clearance.rank <= Clearance.HOLD.rank or bool(row and row.routine_doctor)


def _what_is_new(review: Review, knowledge: Knowledge) -> Iterator[str]:
    """What the client will do otherwise from now on."""
    plan, massage = review.next_plan, review.next_plan.massage
    if massage is None:
        yield from _at_home(plan, knowledge)
    elif review.decision in (Decision.STEP_DOWN, Decision.STEP_UP):
        phase = massage.phases[0]
        yield _how_often(plan.supersedes, phase)
        yield from _at_home(plan, knowledge)
    elif review.decision is Decision.CHANGE:
        if review.rule == "long-flares":
            shorter = massage.phases[0].minutes
            yield say("So the visits are shorter: {minutes} minutes.", minutes=shorter)
        new = (one for one in review.side_by_side if one.difference is Difference.NEW)
        yield from (say("New: {what}", what=_plain_name(one, knowledge)) for one in new)
        yield HOLD_IT
    else:
        yield from _going_on(review)
        yield from _at_home(plan, knowledge)


def _going_on(review: Review) -> Iterator[str]:
    """The visits that are left, from the one list."""
    plan = review.next_plan
    left = of_massage(one for one in visits_of(plan) if one.on > review.on)
    if left and plan.massage:
        often = plan.massage.phases[0].sessions_per_week
        yield say("Massage: {visits}.", visits=visits_at(len(left), often))


def _at_home(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """That home tasks go on, and which have a next step on the sheet of today."""
    if not plan.self_care:
        return
    yield KEEP_UP
    changed = [knowledge.self_care[one.id].name for one in plan.self_care if one.step]
    if changed:
        names = listed(formed(one, "lower") for one in changed)
        yield say("Your new plan has a next step for: {names}.", names=names)


def _how_often(last: Superseded | None, phase: Phase) -> Phrase:
    """From what to what, where that changes."""
    fill = {"often": how_often(phase.sessions_per_week), "minutes": phase.minutes}
    if last is None or last.often in (None, phase.sessions_per_week):
        return say("We meet {often} now, {minutes} minutes each.", **fill)
    return say(
        "We met {before}. From now on we meet {often}, {minutes} minutes each.",
        before=how_often(last.often),
        **fill,
    )


def _plain_name(one: Row, knowledge: Knowledge) -> str:
    technique = knowledge.techniques.get(one.id)
    return technique.plain if technique else formed(one.name, "sentence")
