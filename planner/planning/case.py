"""One client's case as the planning rules see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.knowledge.entries.interventions import StanceEntry
from planner.knowledge.entries.weights import Weights
from planner.knowledge.named import PAIN_IN_GENERAL
from planner.knowledge.names import name_of
from planner.model.assessment import FoundBy, Irritability
from planner.model.edits import Values, is_own
from planner.model.ids import (
    KindId,
    PlaceId,
    RegionId,
    TherapyId,
    ZoneId,
)
from planner.model.intake import Intake
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.vocabulary import Activity, Change
from planner.planning.irritability import irritability_of
from planner.planning.own_words import numbers_in
from planner.safety.allow import Allowance, allowance
from planner.safety.by_hand import AnyLine, Hand, hand_of
from planner.safety.screening import Screening
from planner.safety.wishes import declined, last_edit
from planner.words import say

OWN = say("The therapist's own choice")
OWN_TASK = say("The therapist's own task: it leans on no source")
NO_VALUES = Values()
IN_WORDS = "words"


class TreatedPain(NamedTuple):
    """A pain source with the regions it is treated at."""

    condition: Condition
    regions: tuple[RegionId, ...]


class Stand(NamedTuple):
    """A stance, the condition it was found for, and whether it is only of pain in general.

    `own_unread`: guidelines speak of this condition, in a line that nobody has checked.
    """

    condition: Condition
    entry: StanceEntry
    general: bool
    own_unread: bool = False


@dataclass(frozen=True)
class Case:
    """The intake, what the screening says of it, and what is known."""

    intake: Intake
    screening: Screening
    knowledge: Knowledge

    @cached_property
    def allow(self) -> Allowance:
        """What the answers and wishes leave of each line."""
        return allowance(self.intake, self.screening, self.regions, self.knowledge)

    @cached_property
    def irritability(self) -> Irritability | None:
        """How easily the pain is stirred up; None where the answers do not decide."""
        return irritability_of(self.intake.assessment)

    @property
    def provoked_by(self) -> tuple[Activity, ...]:
        """What brings the pain on."""
        return self.intake.assessment.provokes

    @cached_property
    def trains_for(self) -> tuple[Activity, ...]:
        """The confirmed activities of the goals, each once."""
        goals = self.intake.preferences.goals
        return each_once(one.activity for one in goals if one.activity)

    @cached_property
    def tender(self) -> Mapping[RegionId, int]:
        """The regions that were tender to touch, with how much: 1 to 3, 1 where nobody said."""
        found: dict[RegionId, int] = {}
        for one in self.intake.assessment.findings:
            hurt = one.what is FoundBy.PALPATION and (one.tender or one.pain != 0)
            if hurt and one.region:
                found[one.region] = max(found.get(one.region, 1), one.tender or 1)
        return found

    @property
    def weights(self) -> Weights:
        """How the rules choose between what is allowed."""
        return self.knowledge.weights

    @cached_property
    def pains(self) -> tuple[TreatedPain, ...]:
        """Each pain source with its regions; its usual ones where none is marked."""
        return tuple(
            TreatedPain(
                condition, source.regions or self.knowledge.regions_of(condition.usual_places)
            )
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

    @cached_property
    def hand(self) -> Hand:
        """What the therapist did to the lines."""
        return hand_of(self.intake.edits)

    @cached_property
    def allow_but_for_the_hand(self) -> Allowance:
        """What is left of each line, the therapist's taking out put aside."""
        if not self.intake.edits:
            return self.allow
        return replace(self.allow, unwanted=declined(self.intake))

    @property
    def added(self) -> frozenset[AnyLine]:
        """The lines the therapist put in, and did not take out since."""
        return self.hand.added

    def values(self, line: AnyLine) -> Values:
        """What the therapist set of a line; what only the words of it say stands behind that."""
        if not self.intake.edits:
            return NO_VALUES
        said = self.hand.values.get(line, NO_VALUES)
        reworded = last_edit(line, Change.REWORD, self.intake)
        read = numbers_in(reworded.words) if reworded else NO_VALUES
        return read.having(**{name: getattr(said, name) for name in said.said})

    def set_of(self, line: AnyLine) -> tuple[str, ...]:
        """What the therapist decided of a line: the names of its values, and its words."""
        if not self.intake.edits:
            return ()
        reworded = last_edit(line, Change.REWORD, self.intake)
        return (*self.values(line).said, *((IN_WORDS,) if reworded else ()))

    def stays(self, line: AnyLine) -> tuple[Phrase, ...]:
        """That a line is still there although the therapist put another in its place."""
        other = self.hand.instead.get(line)
        if other is None:
            return ()
        name = name_of(other, self.knowledge)
        return (say("It stays where “{name}” may not take its place.", name=name),)

    def own_words(self, line: AnyLine) -> str:
        """What marks a line as the therapist's own; empty for a line left as it was."""
        put_in = last_edit(line, Change.ADD, self.intake) if line in self.added else None
        reworded = last_edit(line, Change.REWORD, self.intake)
        by_hand = line in self.added or line in self.hand.values
        if is_own(line):
            return OWN_TASK
        if put_in and put_in.words:
            return say("The therapist's own choice: {why}", why=put_in.words)
        return OWN if by_hand or reworded else ""

    def in_own_words(self, line: AnyLine, otherwise: str) -> str:
        """The therapist's wording of a dose, or the one from the knowledge base."""
        reworded = last_edit(line, Change.REWORD, self.intake)
        return reworded.words if reworded else otherwise

    def until(self, line: AnyLine, weeks: int) -> date | None:
        """The last day of a course of so many weeks; None where no end is set, or in own words."""
        by_hand = self.values(line).weeks
        reworded = last_edit(line, Change.REWORD, self.intake)
        lasts = by_hand or (0 if reworded else weeks)
        return self.intake.on + timedelta(weeks=lasts, days=-1) if lasts else None

    def regions_for(self, pain: TreatedPain, places: tuple[PlaceId, ...]) -> tuple[RegionId, ...]:
        """The regions of these places, on the sides that hurt; of the pain when none is named."""
        if not places:
            return pain.regions
        sided = (self._on_the_sides(pain, place) for place in places)
        return each_once(region for regions in sided for region in regions)

    def _on_the_sides(self, pain: TreatedPain, place: PlaceId) -> tuple[RegionId, ...]:
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
        general = stances[PAIN_IN_GENERAL].get(intervention)
        return Stand(condition, general, general=True, own_unread=bool(own)) if general else None


def in_a_sentence(conditions: Iterable[Condition]) -> tuple[Phrase, ...]:
    """The names of pain sources as they stand inside a sentence, each once."""
    return each_once(say("{name:all-lower}", name=one.name) for one in conditions)
