"""A plan as lines in words, so that two plans can be laid side by side."""

from collections.abc import Iterator, Mapping

from planner.knowledge import Knowledge
from planner.model.phrase import Phrase
from planner.model.plan import Massage, Phase, Plan, TechniqueChoice
from planner.model.review.comparison import Row
from planner.model.vocabulary import Role
from planner.planning.course.schedule import MASSAGE
from planner.review.comparing import PlanLine, side_by_side
from planner.review.next_plan import as_planned
from planner.review.rules.proposal import Proposal
from planner.review.standing import Standing
from planner.words import joined, say, terms
from planner.words.plan import days_a_week, how_often, weeks
from planner.words.plan import phase as in_words

PART_MASSAGE = say("massage")
BESIDE = say("beside massage")
AT_HOME = say("at home")
ROLES: Mapping[Role, Phrase] = {
    Role.MAIN: say("main technique"),
    Role.ADJUNCT: say("adjunct technique"),
}


def compared(standing: Standing, now: Plan, proposal: Proposal) -> tuple[Row, ...]:
    """The last plan as it would go on and the next one, line by line, with what differs why."""
    before = _as_it_ran(standing, as_planned(standing), now)
    old, new = (lines_of(plan, standing.knowledge) for plan in (before, now))
    decided = dict.fromkeys([line.id for line in (*old, *new)], proposal.because[0].says)
    return side_by_side(old, new, {**decided, **_said_today(standing), **_left_out(before, now)})


def _as_it_ran(standing: Standing, before: Plan, now: Plan) -> Plan:
    """The last plan; with the phase that ran up to today where both would begin the next one now.

    A course that goes over to its next phase today changes for the client all the same.
    """
    ran = standing.attendance.running
    if ran is None or before.massage is None or now.massage is None:
        return before
    both = {_rhythm(plan.massage.phases[0]) for plan in (before, now) if plan.massage}
    if both != {_rhythm(now.massage.phases[0])} or _rhythm(ran) in both:
        return before
    return before.replaced(massage=before.massage.replaced(phases=(ran,)))


def _rhythm(phase: Phase) -> tuple[float, int]:
    return phase.sessions_per_week, phase.minutes


def _said_today(standing: Standing) -> Mapping[str, str]:
    """The lines that today's answers alter, with what was said."""
    says = joined(*(one.says for one in standing.today.new))
    last, allowed = (
        {line.id: line for line in lines_of(plan, standing.knowledge)}
        for plan in (standing.last, standing.allowed)
    )
    return {line: says for line in last if says and allowed.get(line) != last[line]}


def _left_out(before: Plan, now: Plan) -> Mapping[str, str]:
    """The lines that went, with the reason the next plan gives."""
    known = {one.id: one.why for one in before.not_chosen}
    return {one.id: one.why for one in now.not_chosen if known.get(one.id) != one.why}


def lines_of(plan: Plan, knowledge: Knowledge) -> tuple[PlanLine, ...]:
    """The lines of a plan, in its order."""
    return (
        *(_massage(plan.massage, knowledge) if plan.massage else ()),
        *_beside(plan, knowledge),
        *_home(plan, knowledge),
    )


def _massage(massage: Massage, knowledge: Knowledge) -> Iterator[PlanLine]:
    name, spans = terms.OCCUPATION[MASSAGE], [_span(phase) for phase in massage.phases]
    yield PlanLine(MASSAGE, PART_MASSAGE, name, _one_then_another(spans))
    for one in massage.techniques:
        called = knowledge.techniques[one.id].name
        yield PlanLine(one.id, PART_MASSAGE, called, _technique(one, knowledge), one.adjustments)


def _span(phase: Phase) -> Phrase:
    if phase.visits:
        return in_words(phase)
    return say(
        "{often} for {weeks}, {minutes} minutes",
        often=how_often(phase.sessions_per_week),
        weeks=weeks(phase.weeks),
        minutes=phase.minutes,
    )


def _one_then_another(spans: list[Phrase]) -> Phrase:
    told, *later = spans
    for one in later:
        told = say("{first}, then {next}", first=told, next=one)
    return told


def _technique(one: TechniqueChoice, knowledge: Knowledge) -> Phrase:
    zones = (knowledge.zones[knowledge.regions[region].zone].name for region in one.regions)
    return say(
        "{role}, {pressure} pressure, {places:commas}",
        role=ROLES[one.role],
        pressure=terms.PRESSURE[one.pressure],
        places=[say("{place:all-lower}", place=zone) for zone in dict.fromkeys(zones)],
    )


def _beside(plan: Plan, knowledge: Knowledge) -> Iterator[PlanLine]:
    for one in plan.complementary:
        yield PlanLine(
            one.id, BESIDE, knowledge.therapies[one.id].name, one.how_often, one.cautions
        )


def _home(plan: Plan, knowledge: Knowledge) -> Iterator[PlanLine]:
    for one in plan.self_care:
        says = joined(one.dose, days_a_week(one.days_per_week), by=", ")
        notes = (*((one.step,) if one.step else ()), *one.cautions)
        yield PlanLine(one.id, AT_HOME, knowledge.self_care[one.id].name, says, notes)
