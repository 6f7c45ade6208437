"""A plan as lines in words, so that two plans can be laid side by side."""

from collections.abc import Iterator, Mapping

from planner.knowledge import Knowledge
from planner.model.comparison import Line, Row, side_by_side
from planner.model.plan import Massage, Plan
from planner.planning.schedule import days_a_week, how_often
from planner.review.next_plan import as_planned
from planner.review.proposal import Proposal
from planner.review.standing import Standing

DOSE = "massage"


def compared(standing: Standing, now: Plan, proposal: Proposal) -> tuple[Row, ...]:
    """The last plan as it would go on and the next one, line by line, with what differs why."""
    before = as_planned(standing)
    old, new = (lines_of(plan, standing.knowledge) for plan in (before, now))
    decided = dict.fromkeys([line.id for line in (*old, *new)], proposal.because[0].says)
    return side_by_side(old, new, {**decided, **_said_today(standing), **_left_out(before, now)})


def _said_today(standing: Standing) -> Mapping[str, str]:
    """The lines that today's answers alter, with what was said."""
    says = " ".join(one.says for one in standing.today.new)
    last, allowed = (
        {line.id: line.says for line in lines_of(plan, standing.knowledge)}
        for plan in (standing.last, standing.allowed)
    )
    return {line: says for line in last if says and allowed.get(line) != last[line]}


def _left_out(before: Plan, now: Plan) -> Mapping[str, str]:
    """The lines that went, with the reason the next plan gives."""
    known = {one.id: one.why for one in before.not_chosen}
    return {one.id: one.why for one in now.not_chosen if known.get(one.id) != one.why}


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
