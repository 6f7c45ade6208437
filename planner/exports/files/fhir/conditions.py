"""What the client came with, as it was called: a complaint with its places, no diagnosis."""

from collections.abc import Iterator

from planner.exports.files.fhir.dossier import Dossier, Part, coded, texts
from planner.exports.files.fhir.narrative import Block
from planner.model.ids import ConditionId, RegionId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many
from planner.words.plan import places

HL7 = "http://terminology.hl7.org/CodeSystem"
ACTIVE = coded(f"{HL7}/condition-clinical", "active")
UNCONFIRMED = coded(f"{HL7}/condition-ver-status", "unconfirmed")
NO_DIAGNOSIS = say("This is what the client and the therapist call it. It is not a diagnosis.")


def key_of(condition: ConditionId) -> str:
    """By which a complaint is pointed to."""
    return f"condition-{condition}"


def conditions(of: Dossier) -> Iterator[Part]:
    """Each pain source of the plan."""
    for one in of.plan.conditions:
        yield _condition(of, one)


def to_conditions(of: Dossier) -> list[Part]:
    """References to all of them."""
    return [of.to(key_of(one)) for one in of.plan.conditions]


def told(of: Dossier, condition: ConditionId) -> Phrase:
    """A pain source with its places, in a line."""
    there, name = _places(of, condition), of.knowledge.conditions[condition].name
    return say("{name}: {places:semicolons}", name=name, places=there) if there else joined(name)


def _condition(of: Dossier, condition: ConditionId) -> Part:
    since = _since(of, condition)
    content = {
        "clinicalStatus": ACTIVE,
        "verificationStatus": UNCONFIRMED,
        "code": {"text": of.knowledge.conditions[condition].name},
        "bodySite": [*texts(_places(of, condition))],
        "subject": of.client,
        "onsetString": since,
        "recordedDate": of.plan.on.isoformat(),
        "note": [{"text": NO_DIAGNOSIS}],
    }
    lines = (told(of, condition), since, NO_DIAGNOSIS)
    return of.resource("Condition", key_of(condition), [Block("", lines)], content)


def _places(of: Dossier, condition: ConditionId) -> tuple[Phrase, ...]:
    """Where it was marked; where nobody marked it, where it is treated."""
    marked = [
        region for one in of.beside.pain if one.condition == condition for region in one.regions
    ]
    return places(of.knowledge.regions[one] for one in marked or _treated(of, condition))


def _treated(of: Dossier, condition: ConditionId) -> tuple[RegionId, ...]:
    measures = of.plan.measures
    judged = measures.judging if measures else ()
    return each_once(
        region for one in judged if one.condition == condition for region in one.regions
    )


def _since(of: Dossier, condition: ConditionId) -> str:
    """How long ago it began, where somebody said; the longest of several."""
    said = (one.months for one in of.beside.pain if one.condition == condition)
    months = max(filter(None, said), default=None)
    if months is None:
        return ""
    return say_many("about {number:g} month ago", "about {number:g} months ago", months)
