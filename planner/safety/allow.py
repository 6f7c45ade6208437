"""What is left of a line: the one home of it, asked by planning, review, edits and the screen.

A line is a technique at some regions, a therapy, or a home task. Of each the answer has one
shape: the regions and the pressure left, the cautions, or a refusal with its reason and sources.
What the client declined comes before what the answers forbid; nothing later lifts either.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.interventions import UNCHECKED, Task, Therapy
from planner.model.ids import LineId, RegionId, SourceId
from planner.model.intake import Intake
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import NotChosen
from planner.model.vocabulary import Pressure, Technique, Use
from planner.safety.limits import Limit, Verdict
from planner.safety.restrictions import Restrictions
from planner.safety.rows_in_force import ActiveRow
from planner.safety.screening import Screening
from planner.safety.wishes import AnyLine, unwanted
from planner.words import joined, say

LIGHTER = say("The answers ask for a lighter pressure than this technique uses.")
NEVER_PROPOSED = say("This program does not propose it: no finding here supports it for pain.")


class Left(NamedTuple):
    """What is left of a line.

    `refusal` is why nothing is; `wished_away` tells a wish from a ban. `pressure` and `regions`
    are of techniques only.
    """

    refusal: NotChosen | None = None
    wished_away: bool = False
    regions: tuple[RegionId, ...] = ()
    pressure: Pressure | None = None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Allowance:
    """What one client's answers and wishes leave of each line.

    `regions` are where it hurts or is treated: a ban elsewhere leaves a therapy with a caution.
    """

    limits: Restrictions
    active: tuple[ActiveRow, ...]
    unwanted: Mapping[AnyLine, str]
    regions: tuple[RegionId, ...]
    knowledge: Knowledge

    @property
    def closed_regions(self) -> tuple[RegionId, ...]:
        """Every region where the gentlest technique, and so each of them, is kept away."""
        return tuple(
            region
            for region in self.knowledge.regions
            if self.limits.of_technique(Technique.SWEDISH, region).use is Use.AVOID
        )

    def technique(
        self, technique: Technique, regions: Iterable[RegionId], asked: Iterable[Pressure] = ()
    ) -> Left:
        """A technique at these regions, no firmer than the pressures asked for.

        A wish for less than the technique offers gives the least it offers; the answers refuse it.
        """
        line = LineId(technique)
        if refusal := self._wished_away(technique):
            return Left(refusal, wished_away=True)
        verdicts = {region: self.limits.of_technique(technique, region) for region in regions}
        left = tuple(region for region, found in verdicts.items() if found.use is not Use.AVOID)
        if not left:
            return Left(_refused(line, verdicts.values()))
        offered = self.knowledge.techniques[technique].pressures
        if Pressure.lightest(offered).rank > self.limits.heaviest_pressure.rank:
            return Left(NotChosen(id=line, why=LIGHTER, sources=self._sources_in_force()))
        limits = (limit for region in left for limit in verdicts[region].limits)
        return Left(
            regions=left,
            pressure=_firmest((*asked, self.limits.heaviest_pressure), offered),
            cautions=each_once(limit.says for limit in limits),
        )

    def therapy(self, therapy: Therapy) -> Left:
        """A therapy beside massage; for an answer, whoever gives it is to be told."""
        if refusal := self._wished_away(therapy.id):
            return Left(refusal, wished_away=True)
        found = self.limits.of_therapy(therapy.column, self.regions)
        if found.use is Use.AVOID:
            return Left(_refused(therapy.id, [found]))
        if therapy.never_proposed or therapy.column == UNCHECKED:
            return Left(_never_proposed(therapy, found))
        return Left(cautions=each_once(_to_tell(therapy, limit) for limit in found.limits))

    def task(self, task: Task) -> Left:
        """A home task; the rules of place hold for one's own hands too."""
        if refusal := self._wished_away(task.id):
            return Left(refusal, wished_away=True)
        found = self.limits.of_therapy(task.column, self.regions)
        if found.use is Use.AVOID:
            return Left(_refused(task.id, [found]))
        if unfit := [one for one in self.active if one.row.id in task.not_with]:
            return Left(_unfit(task, unfit))
        return Left(cautions=each_once([*self._of_places(task), *map(_gently, found.limits)]))

    def _wished_away(self, line: AnyLine) -> NotChosen | None:
        why = self.unwanted.get(line)
        return NotChosen(id=LineId(line), why=why) if why else None

    def _sources_in_force(self) -> tuple[SourceId, ...]:
        return each_once(source for one in self.active for source in one.row.sources)

    def _of_places(self, task: Task) -> Iterator[str]:
        if self.knowledge.kinds[task.kind].hands_on:
            yield from (rule.plain for rule in self.limits.home_rules)


def allowance(
    intake: Intake, screening: Screening, regions: tuple[RegionId, ...], knowledge: Knowledge
) -> Allowance:
    """What the answers and wishes of an intake leave to a client with pain at these regions."""
    limits = Restrictions(intake, screening, knowledge)
    return Allowance(limits, screening.active, unwanted(intake), regions, knowledge)


def _firmest(asked: Iterable[Pressure], offered: tuple[Pressure, ...]) -> Pressure:
    """The firmest offered that nobody asked to be lighter; else the lightest offered."""
    lightest = Pressure.lightest(asked)
    fitting = [one for one in offered if one.rank <= lightest.rank]
    return max(fitting, key=lambda one: one.rank, default=Pressure.lightest(offered))


def _refused(line: LineId, verdicts: Iterable[Verdict]) -> NotChosen:
    limits = [limit for found in verdicts for limit in found.deciding]
    return NotChosen(id=line, why=_reasons(limits), sources=_cited(limits))


def _never_proposed(therapy: Therapy, found: Verdict) -> NotChosen:
    why = joined(NEVER_PROPOSED, _reasons(found.limits))
    return NotChosen(id=therapy.id, why=why, sources=_cited(found.limits))


def _unfit(task: Task, rows: Iterable[ActiveRow]) -> NotChosen:
    told = tuple(rows)
    sources = each_once(source for one in told for source in one.row.sources)
    return NotChosen(id=task.id, why=joined(*(one.says for one in told)), sources=sources)


def _to_tell(therapy: Therapy, limit: Limit) -> str:
    if not limit.is_of_a_row:
        return limit.says
    return say("Tell {giver}: {answer}.", giver=therapy.given_by, answer=limit.label)


def _gently(limit: Limit) -> str:
    return say("Go gently: {answer}.", answer=limit.label) if limit.is_of_a_row else limit.says


def _reasons(limits: Iterable[Limit]) -> Phrase:
    """Why these limits keep something away, each once: "Blood thinner now: bruising."."""
    return joined(*each_once(map(_reason, limits)))


def _reason(limit: Limit) -> Phrase:
    if limit.is_of_a_row:
        return say("{answer}: {why:stopped}", answer=limit.label, why=limit.reason)
    return say("{rule:stopped}", rule=limit.says)


def _cited(limits: Iterable[Limit]) -> tuple[SourceId, ...]:
    return each_once(source for limit in limits for source in limit.sources)
