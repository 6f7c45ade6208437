"""The parts of the body that a conversation is about."""

from planner.knowledge import Knowledge
from planner.model.ids import ZoneId
from planner.model.intake import Conversation


def client_zones(intake: Conversation, knowledge: Knowledge) -> frozenset[ZoneId]:
    """The zones of every pain source, its usual ones where no region is marked, and of marks."""
    sources = (
        source.regions or knowledge.regions_of(knowledge.conditions[source.condition].hurts_at)
        for source in intake.pain
    )
    marked = (region for regions in (*sources, intake.marks) for region in regions)
    return frozenset(knowledge.regions[region].zone for region in marked)
