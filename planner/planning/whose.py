"""Whose plan it is: an id that says nothing of the client and tells two of one label apart."""

import json
from uuid import UUID, uuid5

from planner.model.intake import Conversation
from planner.model.plan import Plan

INTAKES = UUID("5d0f4c0e-6a3b-5d0e-9f6e-3f1f7b7c2a10")  # made once; every digest is told from it
SAID = frozenset(Conversation.model_fields)  # what a visit keeps beside the conversation is not


def client_id_of(talk: Conversation) -> str:
    """The client's own id; where none was given, a digest of everything that was said.

    Two clients with the very same intake cannot be told apart by a digest.
    """
    if talk.client.id:
        return talk.client.id
    return _digest(talk.model_dump(mode="json", include=set(SAID), exclude_defaults=True))


def client_id_in(plan: Plan) -> str:
    """The id that a plan names its client by; of one that names none, a digest of the plan."""
    return plan.client_id or _digest(plan.model_dump(mode="json"))


def _digest(said: object) -> str:
    return str(uuid5(INTAKES, json.dumps(said, sort_keys=True)))
