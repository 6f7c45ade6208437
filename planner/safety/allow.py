"""What is left of a line: the one home of it, asked by planning, review, edits and the screen.

A line is a technique at some regions, a therapy, or a home task. Of each the answer has one
shape: the regions and the pressure left, the cautions, or a refusal with its reason and sources.
What the client declined comes before what the answers forbid; nothing later lifts either.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.knowledge.entries.interventions import UNCHECKED, Task, Therapy
from planner.model.ids import LineId, RegionId
from planner.model.intake import Conversation
from planner.model.order import each_once
from planner.model.plan import NotChosen
from planner.model.vocabulary import Pressure, PressureLimit, Technique, Use
from planner.safety.by_hand import AnyLine
from planner.safety.limits import ClientLimits, InForce, client_limits
from planner.safety.refusals import (
    gently,
    held_steady,
    kept_away,
    left_out,
    never_proposed,
    not_even_proposed,
    not_waiting,
    refused,
    to_tell,
    too_heavy,
    unfit,
    unsuited,
)
from planner.safety.restrictions import Restrictions
from planner.safety.rows_in_force import ActiveRow
from planner.safety.screening import Screening
from planner.safety.verdicts import CLIENTS_WISH
from planner.safety.wishes import Unwanted, unwanted
from planner.words import say

OTHERS_IN_PLAIN_WORDS = say("Your doctor named other kinds.")
OTHERS_NAMED = say("A clinician's limits name other techniques only.")


class Left(NamedTuple):
    """What is left of a line.

    `refusal` is why nothing is; `wished_away` tells a wish from a ban. `pressure` and `regions`
    are of techniques only; `dose` is of a home task, where a limit cuts what is usual, and `steady`
    where nothing may be added to it from week to week.
    """

    refusal: NotChosen | None = None
    wished_away: bool = False
    regions: tuple[RegionId, ...] = ()
    pressure: Pressure | None = None
    cautions: tuple[str, ...] = ()
    dose: str = ""
    steady: bool = False


@dataclass(frozen=True)
class Allowance:
    """What one client's answers and wishes leave of each line.

    `regions` are where it hurts or is treated: a ban elsewhere leaves a therapy with a caution.
    """

    restrictions: Restrictions
    limits: ClientLimits
    active: tuple[ActiveRow, ...]
    unwanted: Mapping[AnyLine, Unwanted]
    regions: tuple[RegionId, ...]
    conditions: tuple[Condition, ...]
    knowledge: Knowledge

    @property
    def passing(self) -> tuple[ActiveRow, ...]:
        """The rows in force that are over by themselves in some days."""
        return tuple(one for one in self.active if one.over_in_days)

    def once_passed(self) -> "Allowance":
        """What is left of each line when those are over, and all else is as it is."""
        over = {one.row.id for one in self.passing}
        return replace(
            self,
            restrictions=self.restrictions.without_those_of(over),
            limits=self.limits.without_those_of(over),
            active=tuple(one for one in self.active if one.row.id not in over),
        )

    @property
    def closed_regions(self) -> tuple[RegionId, ...]:
        """Every region where the gentlest technique, and so each of them, is kept away."""
        return tuple(region for region in self.knowledge.regions if self.is_closed(region))

    def is_closed(self, region: RegionId) -> bool:
        """Whether no hands may be laid on a region."""
        banned = self.restrictions.of_technique(Technique.SWEDISH, region).use is Use.AVOID
        return banned or self.limits.at(region).pressure is PressureLimit.NONE

    def closed_by(self, region: RegionId) -> tuple[str, ...]:
        """The answers that close a region; what the client wishes is not among them."""
        banned = self.restrictions.of_technique(Technique.SWEDISH, region)
        bans = [one for one in banned.deciding if one.id != CLIENTS_WISH]
        labels = [one.label for one in bans] if banned.use is Use.AVOID else []
        cap = self.limits.at(region)
        caps = [one.label for one in cap.by] if cap.pressure is PressureLimit.NONE else []
        return each_once((*labels, *caps))

    def technique(
        self, technique: Technique, regions: Iterable[RegionId], asked: Iterable[Pressure] = ()
    ) -> Left:
        """A technique at these regions, no firmer than the pressures asked for.

        A region where it is too heavy is left out; the pressure is within the cap of all others.
        A wish for less than the technique offers gives the least it offers; a limit refuses it.
        """
        line = LineId(technique)
        if unwished := self._unwished(technique):
            return unwished
        if self.limits.techniques is not None and technique not in self.limits.techniques:
            return Left(kept_away(line, OTHERS_NAMED, OTHERS_IN_PLAIN_WORDS))
        verdicts = {region: self.restrictions.of_technique(technique, region) for region in regions}
        allowed = [region for region, found in verdicts.items() if found.use is not Use.AVOID]
        if not allowed:
            return Left(refused(line, verdicts.values()))
        known, caps = self.knowledge.techniques[technique], [*map(self.limits.at, allowed)]
        left = {one: cap for one, cap in zip(allowed, caps, strict=True) if cap.leaves(known.least)}
        if not left:
            return Left(too_heavy(line, caps))
        limits = (limit for region in left for limit in verdicts[region].limits)
        return Left(
            regions=tuple(left),
            pressure=_firmest((*asked, *(cap.firmest for cap in left.values())), known.pressures),
            cautions=each_once(limit.says for limit in limits),
        )

    def therapy(self, therapy: Therapy) -> Left:
        """A therapy beside massage; for an answer, whoever gives it is to be told."""
        if unwished := self._unwished(therapy.id):
            return unwished
        found = self.restrictions.of_therapy(therapy.column, self.regions)
        if found.use is Use.AVOID:
            return Left(refused(therapy.id, [found]))
        kept = self._keeps_away(therapy)
        if therapy.never_proposed or therapy.column == UNCHECKED:
            never = not_even_proposed(therapy, kept) if kept else never_proposed(therapy, found)
            return Left(never)
        if kept:
            return Left(left_out(therapy.id, kept, self._for_good(therapy, kept)))
        return Left(cautions=each_once(to_tell(therapy, limit) for limit in found.limits))

    def task(self, task: Task) -> Left:
        """A home task; the rules of place hold for one's own hands too."""
        if unwished := self._unwished(task.id):
            return unwished
        found = self.restrictions.of_therapy(task.column, self.regions)
        if found.use is Use.AVOID:
            return Left(refused(task.id, [found]))
        without = (*task.not_with, *self.knowledge.kinds[task.kind].not_with)
        if rows := [one for one in self.active if one.row.id in without]:
            return Left(unfit(task, rows))
        if pains := [one for one in self.conditions if one.id in task.conditions_not]:
            return Left(unsuited(task, pains))
        if kept := self.limits.against(task, self._painful):
            return Left(left_out(task.id, kept, self.limits.for_good(task, self._painful)))
        holds = self._holds(task)
        return Left(
            cautions=each_once([*self._of_places(task), *map(gently, found.limits)]),
            dose=held_steady(task) if holds else "",
            steady=self.no_ladder or holds,
        )

    @cached_property
    def _painful(self) -> frozenset[RegionId]:
        return frozenset(self.regions)

    @cached_property
    def no_ladder(self) -> bool:
        """Whether nothing that is done at home may grow from week to week."""
        return any(one.row.id in self.knowledge.without_ladder for one in self.active)

    def _holds(self, task: Task) -> bool:
        """Whether a task that grows in minutes stays as it begins."""
        grows = self.no_ladder and task.grows_to > task.minutes
        return grows or bool(self.limits.holds_steady(task, self._painful))

    def _keeps_away(self, therapy: Therapy) -> tuple[InForce, ...]:
        """The limits on all exercise for a therapy of movement, on every place for one by hand."""
        if therapy.family == "movement":
            return self.limits.no_exercise
        closed = all(map(self.is_closed, self.regions)) and self.regions
        if therapy.family == "manual" and closed:
            return self.limits.at(self.regions[0]).by
        return ()

    def _for_good(self, therapy: Therapy, kept: tuple[InForce, ...]) -> tuple[InForce, ...]:
        """Those of them that hold also once a clinician has answered."""
        is_exercise = therapy.family == "movement"
        return self.limits.no_exercise_for_good if is_exercise else not_waiting(kept)

    def _unwished(self, line: AnyLine) -> Left | None:
        refusal = self.wished_away(line)
        return Left(refusal, wished_away=True) if refusal else None

    def wished_away(self, line: AnyLine) -> NotChosen | None:
        """That the client declined a line, or the therapist took it out; None where neither did."""
        found = self.unwanted.get(line)
        return found.left_out(line) if found else None

    def _of_places(self, task: Task) -> Iterator[str]:
        if self.knowledge.kinds[task.kind].hands_on:
            yield from (rule.plain for rule in self.restrictions.home_rules)


def allowance(
    intake: Conversation, screening: Screening, regions: tuple[RegionId, ...], knowledge: Knowledge
) -> Allowance:
    """What the answers and wishes leave to a client with pain at these regions."""
    return Allowance(
        restrictions=Restrictions(intake, screening, knowledge),
        limits=client_limits(intake, screening.active, knowledge),
        active=screening.active,
        unwanted=unwanted(intake),
        regions=regions,
        conditions=tuple(knowledge.conditions[one.condition] for one in intake.pain),
        knowledge=knowledge,
    )


def _firmest(asked: Iterable[Pressure], offered: tuple[Pressure, ...]) -> Pressure:
    """The firmest offered that nobody asked to be lighter; else the lightest offered."""
    lightest = Pressure.lightest(asked)
    fitting = [one for one in offered if one.rank <= lightest.rank]
    return max(fitting, key=lambda one: one.rank, default=Pressure.lightest(offered))
