"""Who a bundle is about and who made it: the client, the therapist, the practice, the program."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid5

from planner.exports.files.fhir.dossier import (
    CLIENT,
    PRACTICE,
    PROGRAM,
    SPACE,
    THERAPIST,
    Dossier,
    Part,
)
from planner.exports.files.fhir.narrative import Block
from planner.model.intake import UNNAMED
from planner.model.practice import Practice
from planner.words import say
from planner.words.typed import printable

PROGRAM_NAME = say("Pain-plan builder")


def people(of: Dossier) -> Iterator[Part]:
    """The client, then whoever is named, then the program."""
    yield _patient(of)
    yield from _practitioner(of)
    yield from _organization(of)
    yield _device(of)


def author_of(practice: Practice) -> str:
    """Whose plan it is: the therapist's, else the practice's, else that of the program alone."""
    return next(iter(named(practice)), PROGRAM)


def named(practice: Practice) -> tuple[str, ...]:
    """Who of a practice is named, the therapist first."""
    return (
        *([THERAPIST] if printable(practice.therapist) else []),
        *([PRACTICE] if printable(practice.name) else []),
    )


def _patient(of: Dossier) -> Part:
    """The therapist's label, and the id by which the client is the same in every plan."""
    name = printable(of.plan.client) or UNNAMED
    known = {"system": system_of(of.practice), "value": of.plan.client_id}
    content = {
        "identifier": [known] if of.plan.client_id else [],
        "name": [{"text": name}],
    }
    return of.resource("Patient", CLIENT, [Block("", (name,))], content)


def system_of(practice: Practice) -> str:
    """Whose ids the clients have: the practice's own address where it is one, else made of it."""
    address = practice.address
    found = urlsplit(address)
    if found.scheme in ("http", "https") and found.netloc and not set(address) & set(" \t\n"):
        return address
    return f"urn:uuid:{uuid5(SPACE, f'clients|{practice.name or practice.therapist}')}"


def _practitioner(of: Dossier) -> Iterator[Part]:
    practice = of.practice
    name, licence = printable(practice.therapist), printable(practice.licence)
    if name:
        content = {
            "identifier": [{"value": licence}],
            "name": [{"text": name}],
            "telecom": _telecom(practice),
        }
        yield of.resource("Practitioner", THERAPIST, [Block("", (name, licence))], content)


def _organization(of: Dossier) -> Iterator[Part]:
    name, at = printable(of.practice.name), printable(of.practice.address)
    if name:
        content = {
            "name": name,
            "telecom": [*_telecom(of.practice), *_fax(of.practice)],
            "address": [{"text": at}],
        }
        yield of.resource("Organization", PRACTICE, [Block("", (name, at))], content)


def _telecom(practice: Practice) -> list[Part]:
    ways = (("phone", practice.phone), ("email", practice.email))
    return [{"system": how, "value": printable(to)} for how, to in ways if printable(to)]


def _fax(practice: Practice) -> list[Part]:
    number = printable(practice.fax)
    return [{"system": "fax", "value": number}] if number else []


def _device(of: Dossier) -> Part:
    """The program: it puts a plan together, and says from which facts."""
    version = of.plan.knowledge
    content = {
        "deviceName": [{"name": PROGRAM_NAME, "type": "user-friendly-name"}],
        "version": [{"type": {"text": say("Facts")}, "value": version}],
    }
    told = (PROGRAM_NAME, say("Version of its facts: {version}", version=version))
    return of.resource("Device", PROGRAM, [Block("", told)], content)
