"""The words of the field as a page of markdown shows them; no decisions, only how they stand."""

from collections.abc import Iterable

from planner.knowledge import Knowledge
from planner.model.ids import RegionId
from planner.model.vocabulary import Clearance
from planner.words import formed, say
from planner.words import plan as plan_words
from ui.state.language import shown, tell

TONE: dict[Clearance, str] = {
    Clearance.EMERGENCY: "stop",
    Clearance.SAME_DAY: "stop",
    Clearance.SOON: "stop",
    Clearance.HOLD: "hold",
    Clearance.REBOOK: "hold",
    Clearance.ASK: "ask",
    Clearance.ADJUST: "adjust",
    Clearance.PROCEED: "proceed",
}


def places(regions: Iterable[RegionId], knowledge: Knowledge) -> str:
    """Regions in words, left and right of one place named together."""
    named = plan_words.places(knowledge.regions[one] for one in regions)
    return tell("{places:semicolons}", places=named)


def capital(words: str) -> str:
    """Words with a capital, in the language of the screen."""
    return shown(formed(words, "capital"))


def linked(*parts: str) -> str:
    """Parts of a line with a dot between them; empty ones are left out."""
    kept = tuple(part for part in parts if part)
    return shown(say("{parts:dots}", parts=kept))
