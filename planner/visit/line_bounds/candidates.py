"""Which lines may come into the plan, or take the place of one: the whole list, with why not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import MOST_TASKS, MOST_TECHNIQUES, MOST_THERAPIES, Plan
from planner.model.vocabulary import Clearance, Technique
from planner.planning.case import Case
from planner.planning.hands.no_massage import HELD
from planner.visit.interview import Interview
from planner.visit.line_bounds.case_of import case_of
from planner.visit.line_bounds.values import Candidate
from planner.words import say

HANDS, BESIDE, AT_HOME = "massage", "complementary", "self_care"
FULL = {
    HANDS: say("The plan has {number} techniques, the most there are: replace one.", number=3),
    BESIDE: say("The plan has {number} therapies, the most there are: replace one.", number=3),
    AT_HOME: say("The plan has {number} home tasks, the most there are: replace one.", number=5),
}
MOST = {HANDS: MOST_TECHNIQUES, BESIDE: MOST_THERAPIES, AT_HOME: MOST_TASKS}


def may_come(found: Interview, knowledge: Knowledge) -> tuple[Candidate, ...]:
    """Every line that is not in the plan, with why it may not be put in where that is so."""
    return tuple(
        one._replace(why_not=one.why_not or no_room(found.plan, one.part))
        for one in _every(found, knowledge)
    )


def may_replace(found: Interview, line: LineId, knowledge: Knowledge) -> tuple[Candidate, ...]:
    """Every line of the same part that is not in the plan, with why it may not replace this one."""
    part = next((part for part in MOST if line in _lines(found.plan, part)), None)
    return tuple(one for one in _every(found, knowledge) if one.part == part)


def no_room(plan: Plan, part: str) -> Phrase | None:
    """That a part of the plan has as many lines as it may have; None where there is room."""
    return FULL[part] if len(_lines(plan, part)) >= MOST[part] else None


def _lines(plan: Plan, part: str) -> tuple[LineId, ...]:
    if part == HANDS:
        techniques = plan.massage.techniques if plan.massage else ()
        return tuple(LineId(one.id.value) for one in techniques)
    lines = plan.complementary if part == BESIDE else plan.self_care
    return tuple(LineId(one.id) for one in lines)


def _every(found: Interview, knowledge: Knowledge) -> Iterator[Candidate]:
    case = case_of(found, knowledge)
    if case is None:
        return
    before = replace(case, intake=case.intake.replaced(edits=()))
    held = found.screening.clearance is Clearance.HOLD
    there = {line for part in MOST for line in _lines(found.plan, part)}
    for line, part, why in _asked(before, held):
        if line not in there:
            yield Candidate(line, name_of(line, case.knowledge), part, why)


def _asked(case: Case, held: bool) -> Iterator[tuple[LineId, str, Phrase | str | None]]:
    known, allow = case.knowledge, case.allow
    for technique in Technique:
        why = HELD if held else _refusal(_of_technique(case, technique))
        yield LineId(technique.value), HANDS, why
    for therapy in known.therapies.values():
        left = allow.therapy(therapy).refusal
        yield therapy.id, BESIDE, left.why if left else None
    for task in known.self_care.values():
        left = allow.task(task).refusal
        yield task.id, AT_HOME, left.why if left else None


def _of_technique(case: Case, technique: Technique) -> Iterator[str | None]:
    """Of each pain source why a technique may not be used there; None where it may."""
    for pain in case.pains:
        ranked = case.knowledge.condition_techniques[pain.condition.id].get(technique)
        regions = case.regions_for(pain, ranked.places if ranked else ())
        left = case.allow.technique(technique, regions).refusal
        yield left.why if left else None


def _refusal(found: Iterable[str | None]) -> str | None:
    every = [*found]
    return None if None in every else next((one for one in every if one), None)
