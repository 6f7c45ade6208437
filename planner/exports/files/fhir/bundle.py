"""The plan as a FHIR R4B document: a bundle whose first entry opens it."""

import json
from collections.abc import Iterator
from uuid import uuid5

from fhir.resources.R4B.bundle import Bundle

from planner.exports.files.fhir.care_plan import care_plan
from planner.exports.files.fhir.composition import composition, provenance
from planner.exports.files.fhir.conditions import conditions
from planner.exports.files.fhir.dossier import ALONE, SPACE, URI, Beside, Dossier, Part, instant
from planner.exports.files.fhir.goals import goals
from planner.exports.files.fhir.narrative import filled
from planner.exports.files.fhir.observations import observations
from planner.exports.files.fhir.people import people
from planner.exports.files.fhir.requests import requests
from planner.exports.handout import hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.plan import Plan
from planner.words import SOURCE, Language


def plan_fhir(
    plan: Plan, knowledge: Knowledge, language: Language = SOURCE, beside: Beside = ALONE
) -> str:
    """The plan as FHIR JSON; raises NotForHandout when it may not leave the screen."""
    hand_out_or_refuse(plan, "fhir")
    of = Dossier(plan, knowing_own(knowledge, plan), language, beside)
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": filled(one)} for one in _parts(of)]
    # One document is one text: whatever it says otherwise is another document.
    content = uuid5(SPACE, json.dumps(entries, sort_keys=True))
    whole = {
        "resourceType": "Bundle",
        "language": language.code,
        "identifier": {"system": URI, "value": f"urn:uuid:{content}"},
        "type": "document",
        "timestamp": instant(plan.on),
        "entry": entries,
    }
    written: str = Bundle.model_validate(whole).model_dump_json(indent=2)
    return written


def _parts(of: Dossier) -> Iterator[Part]:
    yield composition(of)
    yield from people(of)
    yield care_plan(of)
    yield from conditions(of)
    yield from goals(of)
    yield from observations(of)
    yield from requests(of)
    yield provenance(of)
