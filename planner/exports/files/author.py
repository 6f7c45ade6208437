"""Who wrote a care plan, for another records system: the therapist and their practice."""

from collections.abc import Iterator
from typing import Any

from planner.exports.files.measured import Part
from planner.model.practice import Practice
from planner.words.typed import printable

THERAPIST, PRACTICE = "therapist", "practice"


def with_author(care_plan: Part, practice: Practice) -> Part:
    """The care plan naming its author, and the practice beside them, as far as they are set."""
    held = {one["id"]: one for one in _held(practice)}
    if not held:
        return care_plan
    named: dict[str, Any] = {"contained": [*care_plan["contained"], *held.values()]}
    author = THERAPIST if THERAPIST in held else PRACTICE
    named["author"] = {"reference": f"#{author}"}
    if len(held) > 1:
        named["contributor"] = [{"reference": f"#{PRACTICE}"}]
    return {**care_plan, **named}


def _held(practice: Practice) -> Iterator[Part]:
    reach = _telecom(practice)
    if practice.therapist:
        name = [{"text": printable(practice.therapist)}]
        made = {"resourceType": "Practitioner", "id": THERAPIST, "name": name, **reach}
        licence = printable(practice.licence)
        yield {**made, "identifier": [{"value": licence}]} if licence else made
    if practice.name:
        at = printable(practice.address)
        address = {"address": [{"text": at}]} if at else {}
        name_of = printable(practice.name)
        made = {"resourceType": "Organization", "id": PRACTICE, "name": name_of, **reach}
        yield {**made, **address}


def _telecom(practice: Practice) -> Part:
    ways = (("phone", practice.phone), ("email", practice.email))
    found = [{"system": how, "value": printable(to)} for how, to in ways if to]
    return {"telecom": found} if found else {}
