"""One client's case as the planning rules see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.entries import Condition, StanceEntry
from planner.model.ids import (
    ConditionId,
    KindId,
    LineId,
    PlaceId,
    RegionId,
    SourceId,
    TherapyId,
    ZoneId,
)
from planner.model.intake import Edit, Intake
from planner.model.vocabulary import Change, Technique
from planner.safety.limits import Limit, Restrictions
from planner.safety.screening import Screening

GENERAL = ConditionId("chronic-primary-pain")
OWN = "The therapist's own choice"
TAKEN_OUT = "The therapist took it out"

AnyLine = LineId | Technique
T = TypeVar("T")


class Pain(NamedTuple):
    """A pain source with the regions it is treated at."""

    condition: Condition
    regions: tuple[RegionId, ...]


class Stand(NamedTuple):
    """A stance, the condition it was found for, and whether it is only of pain in general."""

    condition: Condition
    entry: StanceEntry
    general: bool


@dataclass(frozen=True)
class Case:
    """The intake, what the screening says of it, and what is known."""

    intake: Intake
    screening: Screening
    knowledge: Knowledge

    @cached_property
    def restrictions(self) -> Restrictions:
        """The limits that hold for this client."""
        return Restrictions(self.intake, self.screening, self.knowledge)

    @cached_property
    def pains(self) -> tuple[Pain, ...]:
        """Each pain source with its regions; its usual ones where none is marked."""
        return tuple(
            Pain(condition, source.regions or self.knowledge.regions_of(condition.usual_places))
            for source in self.intake.pain
            for condition in (self.knowledge.conditions[source.condition],)
        )

    @cached_property
    def regions(self) -> tuple[RegionId, ...]:
        """Every region that hurts, each once."""
        return each_once(region for pain in self.pains for region in pain.regions)

    @cached_property
    def zones(self) -> frozenset[ZoneId]:
        """Every zone that hurts."""
        return frozenset(self.knowledge.regions[region].zone for region in self.regions)

    def edit(self, line: AnyLine, change: Change) -> Edit | None:
        """The therapist's last edit of this kind to a line; None when there is none."""
        mine = [one for one in self.intake.edits if one.line == line and one.change is change]
        return mine[-1] if mine else None

    @cached_property
    def removed(self) -> frozenset[AnyLine]:
        """The lines the therapist took out, and did not put back since."""
        return self._last_of(Change.REMOVE)

    @cached_property
    def added(self) -> frozenset[AnyLine]:
        """The lines the therapist put in, and did not take out since."""
        return self._last_of(Change.ADD)

    def _last_of(self, change: Change) -> frozenset[AnyLine]:
        moves = {e.line: e.change for e in self.intake.edits if e.change is not Change.REWORD}
        return frozenset(line for line, last in moves.items() if last is change)

    def own_words(self, line: AnyLine) -> str:
        """What marks a line as the therapist's own; empty for a line left as it was."""
        added = self.edit(line, Change.ADD) if line in self.added else None
        reworded = self.edit(line, Change.REWORD)
        if added is None and reworded is None:
            return ""
        return f"{OWN}: {added.words}" if added and added.words else OWN

    def in_own_words(self, line: AnyLine, otherwise: str) -> str:
        """The therapist's wording of a dose, or the one from the knowledge base."""
        reworded = self.edit(line, Change.REWORD)
        return reworded.words if reworded else otherwise

    def taken_out(self, line: AnyLine) -> str:
        """Why a line is out, when the therapist took it out."""
        edit = self.edit(line, Change.REMOVE)
        return f"{TAKEN_OUT}: {edit.words}" if edit and edit.words else f"{TAKEN_OUT}."

    def regions_for(self, pain: Pain, places: tuple[PlaceId, ...]) -> tuple[RegionId, ...]:
        """The regions of these places, on the sides that hurt; of the pain when none is named."""
        if not places:
            return pain.regions
        sided = (self._on_the_sides(pain, place) for place in places)
        return each_once(region for regions in sided for region in regions)

    def _on_the_sides(self, pain: Pain, place: PlaceId) -> tuple[RegionId, ...]:
        """A place on the side that hurts there; else on any side that hurts elsewhere."""
        regions = self.knowledge.regions
        found = self.knowledge.regions_of((place,))
        marked = tuple(one for one in found if one in pain.regions)
        sides = {regions[one].side for one in pain.regions} - {"midline"}
        near = tuple(one for one in found if not sides or regions[one].side in {*sides, "midline"})
        return marked or near

    def stands_on(self, intervention: TherapyId | KindId) -> tuple[Stand, ...]:
        """The stance for each pain source; that of pain in general where none was found."""
        found = (self._stand(pain.condition, intervention) for pain in self.pains)
        return tuple(stand for stand in found if stand)

    def _stand(self, condition: Condition, intervention: TherapyId | KindId) -> Stand | None:
        stances = self.knowledge.stances
        own = stances.get(condition.id, {}).get(intervention)
        if own and not own.unchecked:
            return Stand(condition, own, general=False)
        general = stances[GENERAL].get(intervention)
        return Stand(condition, general, general=True) if general else None


def each_once(values: Iterable[T]) -> tuple[T, ...]:
    """The values in their order, each once."""
    return tuple(dict.fromkeys(values))


def reasons(limits: Iterable[Limit]) -> str:
    """Why these limits keep something away, each once: "Blood thinner now: bruising."."""
    told = (
        f"{limit.label}: {limit.reason}" if limit.is_of_a_row else limit.says for limit in limits
    )
    return " ".join(each_once(_sentence(text) for text in told))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def cited(limits: Iterable[Limit]) -> tuple[SourceId, ...]:
    """The sources of these limits, each once."""
    return each_once(source for limit in limits for source in limit.sources)
