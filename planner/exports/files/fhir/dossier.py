"""What every resource is made from, and the addresses that hold them together."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from planner.exports.files.fhir.narrative import Block, narrative
from planner.knowledge import Knowledge
from planner.model.intake import PainSource, QuestionnaireScore
from planner.model.phrase import Texts
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import Language, in_language

Part = dict[str, Any]
SPACE = UUID("6a0f9b8e-3d0c-5c7f-9a55-2f4d7c1be0a4")  # of every address that is made here
URI = "urn:ietf:rfc:3986"
# The parts that others point to; the rest are found by what they hold.
CLIENT, THERAPIST, PRACTICE, PROGRAM = "client", "therapist", "practice", "program"
PLAN, DOCUMENT, PROVENANCE = "plan", "document", "provenance"


class Beside(NamedTuple):
    """What a plan does not hold and a bundle tells: the visit's part of it.

    `pain`: what the client came with; `measured`: the scores of forms; `found`: what the therapist
    found, in words; `before`: the plan that this one follows.
    """

    practice: Practice = NOT_SET
    pain: tuple[PainSource, ...] = ()
    measured: tuple[QuestionnaireScore, ...] = ()
    found: Texts = ()
    before: Plan | None = None


ALONE = Beside()


class Dossier:
    """A plan with what stands beside it, in one language."""

    def __init__(
        self, plan: Plan, knowledge: Knowledge, language: Language, beside: Beside
    ) -> None:
        self.plan, self.knowledge, self.language = plan, knowledge, language
        self.beside, self.practice = beside, beside.practice

    @cached_property
    def _name(self) -> str:
        return name_of_plan(self.plan)

    def url(self, key: str) -> str:
        """The address of a part: the same whenever the same plan is written."""
        return f"urn:uuid:{uuid5(SPACE, f'{self._name}|{key}')}"

    def to(self, key: str) -> Part:
        """A reference to a part of this bundle."""
        return {"reference": self.url(key)}

    @property
    def client(self) -> Part:
        """A reference to the client."""
        return self.to(CLIENT)

    def resource(self, kind: str, key: str, told: Iterable[Block], content: Part) -> Part:
        """A part of the bundle with its words for a person who reads it."""
        return {
            "resourceType": kind,
            "id": self.url(key).rpartition(":")[2],
            "language": self.language.code,
            "text": narrative(told, self.language),
            **in_language(content, self.language),
        }


def name_of_plan(plan: Plan) -> str:
    """What tells one plan from every other: whose, of which day, which one.

    A client without an id is told apart by what the plan holds.
    """
    who = plan.client_id or sha256(plan.model_dump_json().encode()).hexdigest()
    return f"{who}|{plan.on}|{plan.version}"


def identifier_of_plan(plan: Plan) -> Part:
    """The identity of a plan, by which the next one replaces it."""
    return {"system": URI, "value": f"urn:uuid:{uuid5(SPACE, f'{name_of_plan(plan)}|identity')}"}


def instant(on: date) -> str:
    """A day as a moment: a plan knows no time of day, and the same plan is the same bytes."""
    return f"{on.isoformat()}T00:00:00Z"


def period(begins: date, ends: date | None) -> Part:
    """From one day to another, or with no set end."""
    made = {"start": begins.isoformat()}
    return {**made, "end": ends.isoformat()} if ends else made


def coded(system: str, code: str, display: str = "", text: str = "") -> Part:
    """A concept with its code, and what it is called here."""
    coding = {"system": system, "code": code, **({"display": display} if display else {})}
    return {"coding": [coding], **({"text": text} if text else {})}


def texts(lines: Iterable[str]) -> Iterator[Part]:
    """Words as elements that hold words."""
    for one in lines:
        if one:
            yield {"text": one}
