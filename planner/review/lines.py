"""A plan as lines in words, so that two plans can be laid side by side."""

from collections.abc import Iterator, Mapping

from planner.comparison import Line, Row, side_by_side
from planner.knowledge import Knowledge
from planner.plan import Massage, Plan
from planner.review.proposal import Proposal
from planner.schedule import days_a_week, how_often

DOSE = "massage"


def compared(before: Plan, now: Plan, proposal: Proposal, knowledge: Knowledge) -> tuple[Row, ...]:
    """Both plans line by line, each difference with its reason."""
    old, new = lines_of(before, knowledge), lines_of(now, knowledge)
    return side_by_side(old, new, _why(before, now, proposal))


def lines_of(plan: Plan, knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines of a plan, in its order."""
    return (
        *(_massage(plan.massage, knowledge) if plan.massage else ()),
        *_beside(plan, knowledge),
        *_home(plan, knowledge),
    )


def _massage(massage: Massage, knowledge: Knowledge) -> Iterator[Line]:
    spans = (
        f"{how_often(phase.sessions_per_week)} for {phase.weeks} weeks, {phase.minutes} minutes"
        for phase in massage.phases
    )
    yield Line(DOSE, "massage", "Massage", ", then ".join(spans))
    for one in massage.techniques:
        name = knowledge.techniques[one.id].name
        zones = (knowledge.zones[knowledge.regions[r].zone].name for r in one.regions)
        where = ", ".join(dict.fromkeys(zone.lower() for zone in zones))
        notes = f"; {' '.join(one.adjustments)}" if one.adjustments else ""
        says = f"{one.role} technique, {one.pressure} pressure, {where}{notes}"
        yield Line(one.id, "massage", name, says)


def _beside(plan: Plan, knowledge: Knowledge) -> Iterator[Line]:
    for one in plan.complementary:
        notes = f"; {' '.join(one.cautions)}" if one.cautions else ""
        name = knowledge.therapies[one.id].name
        yield Line(one.id, "beside massage", name, f"{one.how_often}{notes}")


def _home(plan: Plan, knowledge: Knowledge) -> Iterator[Line]:
    for one in plan.self_care:
        notes = f"; {' '.join(one.cautions)}" if one.cautions else ""
        says = f"{one.dose}, {days_a_week(one.days_per_week)}{notes}"
        yield Line(one.id, "at home", knowledge.self_care[one.id].name, says)


def _why(before: Plan, now: Plan, proposal: Proposal) -> Mapping[str, str]:
    """Why a line differs: what took it out today, else what the decision found."""
    known = {one.id: one.why for one in before.not_chosen}
    told = {one.id: one.why for one in now.not_chosen if known.get(one.id) != one.why}
    lines = {line for plan in (before, now) for line in _ids(plan)}
    return {**dict.fromkeys((DOSE, *lines), proposal.because[0].says), **told}


def _ids(plan: Plan) -> Iterator[str]:
    yield from (one.id for one in plan.massage.techniques) if plan.massage else ()
    yield from (one.id for one in plan.complementary)
    yield from (one.id for one in plan.self_care)
