"""What of the client shapes the hands: how firm to start, and where focal work goes.

Convention, each with its reason; what the answers leave of a technique binds before it.
"""

from collections.abc import Iterable, Iterator

from planner.model.assessment import FoundBy
from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.vocabulary import Pressure, Role, Technique
from planner.planning.case import Case
from planner.words import say

STARTS_LIGHT = say("Start light: the pain is easily stirred up. This is convention.")
STARTS_MODERATE = say(
    "Start with moderate pressure: the pain is stirred up now and then. This is convention."
)
TOO_FIRM_TO_START = say(
    "The pain is easily stirred up, so the course starts light, and this has no light form."
)
NO_TENDER_PLACE = say("No tender place was found by hand that calls for it.")
NOT_LOOKED_FOR = say("Tender places would call for it; none was looked for by hand.")
NOT_ASKED_FOR = say("Tender places were found; it comes in where the client likes firm pressure.")


def at_most_to_start(case: Case) -> Iterator[Pressure]:
    """The firmest pressure that the course starts with, where an irritable pain asks for one."""
    if case.irritability:
        yield case.weights.irritability.pressure[case.irritability]


def starts_gently_enough(case: Case, technique: Technique) -> bool:
    """Whether a technique can be done as lightly as the course starts; one put in always may."""
    least = case.knowledge.techniques[technique].least
    gentle = all(least.rank <= most.rank for most in at_most_to_start(case))
    return gentle or technique in case.added


def lighter_to_start(case: Case, technique: Technique, usual: Pressure | None) -> Iterator[str]:
    """Why a technique starts lighter than it would be used otherwise."""
    offered = Pressure.lightest(case.knowledge.techniques[technique].pressures)
    for most in at_most_to_start(case):
        if usual and usual.rank > max(most.rank, offered.rank):
            yield STARTS_LIGHT if most is Pressure.LIGHT else STARTS_MODERATE


def tender_near(case: Case, technique: Technique, regions: Iterable[RegionId]) -> list[RegionId]:
    """For focal work, the tender places in these parts of the body or beside them, most first."""
    if not case.tender or not case.knowledge.techniques[technique].focal:
        return []
    known, zones = case.knowledge.regions, case.knowledge.zones
    here = {known[one].zone for one in regions}
    near = here.union(*(zones[one].adjoins for one in here))
    found = [one for one in case.tender if known[one].zone in near]
    return sorted(found, key=lambda one: -case.tender[one])


def where(
    case: Case, technique: Technique, role: Role, regions: tuple[RegionId, ...]
) -> tuple[RegionId, ...]:
    """Where a technique is used: focal work at the tender places that are allowed.

    As the main technique it comes there first, and then where else it hurts.
    """
    tender = tender_near(case, technique, regions)
    allowed = case.allow.technique(technique, tender).regions if tender else ()
    if role is Role.ADJUNCT:
        return allowed or regions
    return each_once((*allowed, *regions))


def worked_first(case: Case, technique: Technique, regions: tuple[RegionId, ...]) -> Iterator[str]:
    """That focal work goes to the places that were tender, by name."""
    known = case.knowledge.regions
    tender = [one for one in tender_near(case, technique, regions) if one in regions]
    if tender:
        names = [known[one].label for one in tender]
        yield say("First where it was tender to touch: {places:semicolons}.", places=names)


def is_asked_for(case: Case, technique: Technique) -> bool:
    """Whether tender places were found for focal work, and the client likes it or likes it firm."""
    wishes = case.intake.preferences
    likes = wishes.pressure is Pressure.FIRM or technique in wishes.techniques_liked
    return likes and bool(tender_near(case, technique, case.regions))


def why_not_focal(case: Case, technique: Technique) -> Iterator[str]:
    """Why focal work is not given although it may be used here."""
    if not case.knowledge.techniques[technique].focal:
        return
    if not starts_gently_enough(case, technique):
        yield TOO_FIRM_TO_START
    elif not tender_near(case, technique, case.regions):
        yield NO_TENDER_PLACE if _was_palpated(case) else NOT_LOOKED_FOR
    elif not is_asked_for(case, technique):
        yield NOT_ASKED_FOR


def _was_palpated(case: Case) -> bool:
    return any(one.what is FoundBy.PALPATION for one in case.intake.assessment.findings)
