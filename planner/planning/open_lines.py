"""What the therapist may still put into a plan: the lines that are left, chosen or not."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.intake import Intake
from planner.model.vocabulary import Clearance, Technique
from planner.planning.case import Case
from planner.safety.screening import Screening


def open_lines(intake: Intake, screening: Screening, knowledge: Knowledge) -> frozenset[LineId]:
    """Each line that neither the answers nor the client's wishes refuse.

    What the therapist took out counts among them: the same hand may put it back.
    """
    case = Case(intake.replaced(edits=()), screening, knowledge)
    if screening.stops_everything:
        return frozenset()
    techniques = () if screening.clearance is Clearance.HOLD else _techniques(case)
    return frozenset((*techniques, *_beside(case), *_at_home(case)))


def _techniques(case: Case) -> Iterator[LineId]:
    for technique in Technique:
        if any(_left(case, technique)):
            yield LineId(technique)


def _left(case: Case, technique: Technique) -> Iterator[bool]:
    """Of each pain source, whether anything of a technique is left where it would be used."""
    for pain in case.pains:
        ranked = case.knowledge.condition_techniques[pain.condition.id].get(technique)
        regions = case.regions_for(pain, ranked.places if ranked else ())
        yield case.allow.technique(technique, regions).refusal is None


def _beside(case: Case) -> Iterator[LineId]:
    for therapy in case.knowledge.therapies.values():
        if case.allow.therapy(therapy).refusal is None:
            yield therapy.id


def _at_home(case: Case) -> Iterator[LineId]:
    for task in case.knowledge.self_care.values():
        if case.allow.task(task).refusal is None:
            yield task.id
