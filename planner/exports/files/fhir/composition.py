"""The page that a document opens with, and where it comes from."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.exports.files.fhir import conditions, goals, observations, requests
from planner.exports.files.fhir.care_plan import TITLE, at_home, description, safety, the_plan
from planner.exports.files.fhir.conditions import HL7
from planner.exports.files.fhir.dossier import (
    DOCUMENT,
    PLAN,
    PRACTICE,
    PROGRAM,
    PROVENANCE,
    Dossier,
    Part,
    coded,
    identifier_of_plan,
    instant,
)
from planner.exports.files.fhir.narrative import Block, narrative
from planner.exports.files.fhir.observations import LOINC
from planner.exports.files.fhir.people import author_of, named
from planner.words import say

PLAN_OF_CARE = coded(LOINC, "18776-5", "Plan of care note", TITLE)
AGENT = f"{HL7}/provenance-participant-type"


class Section(NamedTuple):
    """A part of the document: what it says, and the resources that say the same."""

    title: str
    told: tuple[Block, ...]
    keys: tuple[str, ...] = ()


def composition(of: Dossier) -> Part:
    """What was found, the goals, the plan, the part at home, and what to mind."""
    before = of.beside.before
    content = {
        "identifier": identifier_of_plan(of.plan),
        "status": "final",
        "type": PLAN_OF_CARE,
        "subject": of.client,
        "date": instant(of.plan.on),
        "author": [of.to(author_of(of.practice))],
        "title": TITLE,
        "custodian": of.to(PRACTICE) if PRACTICE in named(of.practice) else {},
        "relatesTo": [_replaces(identifier_of_plan(before))] if before else [],
        "section": [_section(of, one) for one in _sections(of) if _says(one.told)],
    }
    return of.resource("Composition", DOCUMENT, [Block(TITLE, (description(of),))], content)


def provenance(of: Dossier) -> Part:
    """Who answers for it, what put it together, and the facts that it leans on."""
    facts = of.plan.knowledge
    content = {
        "target": [of.to(DOCUMENT), of.to(PLAN)],
        "recorded": instant(of.plan.on),
        "agent": [*_agents(of)],
        "entity": [
            {
                "role": "source",
                "what": {
                    "identifier": {"value": facts},
                    "display": say("Version of its facts: {version}", version=facts),
                },
            }
        ],
    }
    told = Block("", (say("Version of its facts: {version}", version=facts),))
    return of.resource("Provenance", PROVENANCE, [told], content)


def _replaces(identifier: Part) -> Part:
    return {"code": "replaces", "targetIdentifier": identifier}


def _sections(of: Dossier) -> Iterator[Section]:
    complaints = tuple(conditions.told(of, one) for one in of.plan.conditions)
    yield Section(
        say("What was found"),
        (
            Block(say("Pain"), complaints),
            Block(say("Scores and findings"), tuple(observations.lines(of))),
        ),
        (*map(conditions.key_of, of.plan.conditions), *observations.observation_keys(of)),
    )
    yield Section(say("Goals"), (Block("", tuple(goals.lines(of))),), tuple(goals.goal_keys(of)))
    asked = map(requests.key_of, of.plan.complementary)
    yield Section(say("Plan"), tuple(the_plan(of)), (PLAN, *asked))
    yield Section(say("At home"), tuple(at_home(of)))
    yield Section(say("Safety"), tuple(safety(of)))


def _says(told: Iterable[Block]) -> bool:
    return any(line for one in told for line in one.lines)


def _section(of: Dossier, one: Section) -> Part:
    return {
        "title": one.title,
        "text": narrative(one.told, of.language),
        "entry": [of.to(key) for key in one.keys],
    }


def _agents(of: Dossier) -> Iterator[Part]:
    people = named(of.practice)
    if people:
        by = {"type": coded(AGENT, "author"), "who": of.to(people[0])}
        yield {**by, "onBehalfOf": of.to(people[1])} if people[1:] else by
    yield {"type": coded(AGENT, "assembler"), "who": of.to(PROGRAM)}
