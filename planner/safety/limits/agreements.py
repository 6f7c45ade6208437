"""What must be agreed before hands are laid on a place: a clinician's yes, a written consent."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.limits import LimitEntry, Where
from planner.model.ids import ReasonId, RegionId
from planner.model.intake import ClinicianClearance, Conversation
from planner.safety.rows_in_force import ActiveRow, clearance_for


class Agreement(NamedTuple):
    """An entry that needs an agreement here, and the one recorded; `everywhere`: for any work."""

    id: ReasonId
    everywhere: bool
    recorded: ClinicianClearance | None


def recorded_for(
    name: ReasonId, entry: LimitEntry, intake: Conversation
) -> ClinicianClearance | None:
    """The agreement recorded for an entry, or for another that speaks for it."""
    found = (clearance_for(one, None, intake) for one in (name, *entry.agreed_by))
    return next((one for one in found if one), None)


def agreements(
    intake: Conversation, active: tuple[ActiveRow, ...], knowledge: Knowledge
) -> tuple[Agreement, ...]:
    """The agreements that this client's answers, places and pain sources need."""
    names = (*(one.row.id for one in active), *_rules_here(intake, active, knowledge))
    conditions = (ReasonId(source.condition) for source in intake.pain)
    found = (
        Agreement(name, Where.ALL in entry.where, recorded_for(name, entry, intake))
        for name in dict.fromkeys((*names, *conditions))
        for entry in knowledge.limits[name].values()
        if entry.needs_clearance
    )
    return tuple({one.id: one for one in found}.values())


def _rules_here(
    intake: Conversation, active: tuple[ActiveRow, ...], knowledge: Knowledge
) -> Iterator[ReasonId]:
    """The rules of the places where it hurts that hold for this client."""
    ids = {one.row.id for one in active}
    places = {knowledge.regions[region].place for region in _painful(intake, knowledge)}
    for rule in knowledge.region_rules.values():
        holds = not rule.when_any or not ids.isdisjoint(rule.when_any)
        if holds and not places.isdisjoint(rule.places):
            yield rule.id


def _painful(intake: Conversation, knowledge: Knowledge) -> Iterator[RegionId]:
    for source in intake.pain:
        usual = knowledge.conditions[source.condition].usual_places
        yield from source.regions or knowledge.regions_of(usual)
