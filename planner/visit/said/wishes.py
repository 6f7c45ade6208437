"""Wishes that name several: what each list may name, and which one says the opposite."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal

from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.visit import Draft
from planner.visit.said.places import WISHES

Listed = Literal[
    "therapies_interested", "therapies_declined", "techniques_liked", "techniques_declined"
]
OPPOSITE: Mapping[Listed, Listed] = MappingProxyType({
    "therapies_interested": "therapies_declined",
    "therapies_declined": "therapies_interested",
    "techniques_liked": "techniques_declined",
    "techniques_declined": "techniques_liked",
})  # fmt: skip
OF_THERAPIES: Collection[Listed] = ("therapies_interested", "therapies_declined")


def may_name(of: Listed, knowledge: Knowledge) -> tuple[LineId, ...]:
    """Everything that a list of wishes may name."""
    names = knowledge.therapies if of in OF_THERAPIES else knowledge.techniques
    return tuple(LineId(one) for one in names)


def named(draft: Draft, of: Listed, chosen: Collection[str]) -> Draft:
    """With these wishes; what is chosen is taken out of the list that says the opposite."""
    opposite = OPPOSITE[of]
    left = [one for one in getattr(draft.preferences, opposite) if one not in chosen]
    return WISHES[opposite].put(WISHES[of].put(draft, list(chosen)), left)
