"""What is proposed to others: each therapy beside massage, to whoever gives it."""

from collections.abc import Iterator

from planner.exports.files.fhir.activities import minded, reasons
from planner.exports.files.fhir.conditions import to_conditions
from planner.exports.files.fhir.dossier import PLAN, Dossier, Part, texts
from planner.exports.files.fhir.narrative import Block
from planner.exports.files.fhir.people import author_of
from planner.exports.files.fhir.timing import of_therapy
from planner.knowledge.names import name_of
from planner.model.plan import Complementary
from planner.words import say


def key_of(one: Complementary) -> str:
    """By which a request is pointed to."""
    return f"request-{one.id}"


def requests(of: Dossier) -> Iterator[Part]:
    """A proposal for each therapy: a massage therapist orders nothing."""
    for one in of.plan.complementary:
        yield _request(of, one)


def line(of: Dossier, one: Complementary) -> str:
    """A therapy as a line, with who gives it."""
    return say(
        "{name}, by {giver}: {often}",
        name=name_of(one.id, of.knowledge),
        giver=of.knowledge.therapies[one.id].given_by,
        often=one.how_often,
    )


def _request(of: Dossier, one: Complementary) -> Part:
    content = {
        "basedOn": [of.to(PLAN)],
        "status": "active",
        "intent": "proposal",
        "priority": "routine",
        "code": {"text": name_of(one.id, of.knowledge)},
        "subject": of.client,
        **of_therapy(of, one, "occurrence"),
        "authoredOn": of.plan.on.isoformat(),
        "requester": of.to(author_of(of.practice)),
        "performerType": {"text": of.knowledge.therapies[one.id].given_by},
        "reasonCode": reasons(of, one.why),
        "reasonReference": to_conditions(of),
        "note": [*texts(minded(one))],
    }
    block = Block("", (line(of, one), *minded(one)))
    return of.resource("ServiceRequest", key_of(one), [block], content)
