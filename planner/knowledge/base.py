"""The whole knowledge base as one frozen value, and the questions asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.knowledge.conduct import ConsentPoint, ScopeRule
from planner.knowledge.entries import (
    Claim,
    Condition,
    Conflict,
    Dose,
    Finding,
    Place,
    RankedTechnique,
    Region,
    Review,
    ReviewRule,
    Source,
    TechniqueEntry,
    Zone,
)
from planner.knowledge.interventions import Kind, StanceEntry, Task, Therapy
from planner.knowledge.judging import Judging
from planner.knowledge.limits import LimitEntry, Where
from planner.knowledge.safety import (
    Asked,
    CombinationRule,
    FollowUp,
    Group,
    Interaction,
    Precaution,
    RedFlag,
    RegionRule,
)
from planner.knowledge.ticks import Retired, Tick, TickOutcome
from planner.knowledge.weights import Weights
from planner.knowledge.wordings import NONE, Wording
from planner.model.ids import (
    ConditionId,
    FindingId,
    GroupId,
    KindId,
    LineId,
    PlaceId,
    QuestionId,
    ReasonId,
    RegionId,
    SourceId,
    TickId,
    ZoneId,
    row_of,
)
from planner.model.intake import signs_of
from planner.model.vocabulary import Certainty, Scope, Verification


@dataclass(frozen=True)
class Knowledge:
    """Everything the planner knows, by id; built only by `load()`, which checks it.

    A table is asked by the family of its ids: any reason may be looked up among the rules.
    """

    review: Review
    sources: Mapping[SourceId, Source]
    findings: Mapping[SourceId, Finding]
    techniques: Mapping[str, TechniqueEntry]
    zones: Mapping[ZoneId, Zone]
    regions: Mapping[RegionId, Region]
    conditions: Mapping[ConditionId, Condition]
    condition_techniques: Mapping[ConditionId, Mapping[str, RankedTechnique]]
    judging: Mapping[ConditionId, Judging]
    doses: Mapping[ConditionId, Mapping[str, Dose]]
    therapies: Mapping[LineId, Therapy]
    stances: Mapping[ConditionId, Mapping[str, StanceEntry]]
    kinds: Mapping[KindId, Kind]
    self_care: Mapping[LineId, Task]
    groups: Mapping[GroupId, Group]
    red_flags: Mapping[ReasonId, RedFlag]
    precautions: Mapping[ReasonId, Precaution]
    follow_ups: Mapping[ReasonId, FollowUp]
    ticks: Mapping[ReasonId, Mapping[TickId, Tick]]
    tick_outcomes: Mapping[ReasonId, Mapping[str, TickOutcome]]
    retired: Mapping[ReasonId, Retired]
    region_rules: Mapping[ReasonId, RegionRule]
    interactions: Mapping[ReasonId, Interaction]
    combinations: Mapping[ReasonId, CombinationRule]
    limits: Mapping[str, Mapping[str, LimitEntry]]
    consent: Mapping[str, ConsentPoint]
    scope: Mapping[str, ScopeRule]
    locales: Mapping[str, Place]
    claims: Mapping[str, Claim]
    conflicts: Mapping[str, Conflict]
    review_rules: Mapping[ReasonId, ReviewRule]
    wordings: Mapping[ReasonId, Wording]
    weights: Weights

    @cached_property
    def rows(self) -> Mapping[ReasonId, Asked]:
        """Every red flag and precaution, in file order."""
        return {**self.red_flags, **self.precautions}

    @cached_property
    def questions(self) -> Mapping[ReasonId, Asked | FollowUp]:
        """Everything that can be answered."""
        return {**self.rows, **self.follow_ups}

    @cached_property
    def follow_ups_of(self) -> Mapping[ReasonId, tuple[FollowUp, ...]]:
        """The follow-up questions of each row, in the order they are asked."""
        found: dict[ReasonId, list[FollowUp]] = {}
        for follow_up in self.follow_ups.values():
            found.setdefault(follow_up.row, []).append(follow_up)
        return {row: tuple(asked) for row, asked in found.items()}

    def ticks_under(self, question: ReasonId) -> tuple[Tick, ...]:
        """The signs listed under a question, in their order."""
        return tuple(self.ticks.get(question, {}).values())

    def row_now(self, question: ReasonId) -> QuestionId:
        """The row a question belongs to today, also where it was retired."""
        gone = self.retired.get(question)
        return gone.row if gone else row_of(question)

    @cached_property
    def retired_from(self) -> Mapping[ReasonId, tuple[Retired, ...]]:
        """The retired questions that each row took over."""
        found: dict[ReasonId, list[Retired]] = {}
        for one in self.retired.values():
            found.setdefault(one.row, []).append(one)
        return {row: tuple(gone) for row, gone in found.items()}

    def wording(self, row: ReasonId) -> Wording:
        """The other words of a row or degree; all empty where its own always fit."""
        return self.wordings.get(row, NONE)

    @cached_property
    def known_ids(self) -> Mapping[str, frozenset[str]]:
        """The ids an intake or a plan may name, by kind; a retired question is still read."""
        questions = frozenset({*self.questions, *self.retired})
        signs = {signs_of(question): frozenset(found) for question, found in self.ticks.items()}
        return {
            **signs,
            "condition": frozenset(self.conditions),
            "region": frozenset(self.regions),
            "question": questions,
            "question or rule": questions | frozenset(self.combinations) | self.entries_with_limits,
            "reason": frozenset({*self.rows, *self.retired, *self.combinations, *self.review_rules})
            | self.entries_with_limits,
            "source": frozenset({*self.sources, *self.findings}),
            "home task": frozenset(self.self_care),
            "therapy": frozenset(self.therapies),
            "technique, therapy or home task": frozenset(
                {*self.techniques, *self.therapies, *self.self_care}
            ),
        }

    def is_marked(self, row: ReasonId) -> bool:
        """Whether a row holds, or limits something, where it is marked."""
        asked = self.precautions.get(row)
        local = asked is not None and (asked.scope is Scope.REGION or asked.may_be_marked)
        return local or any(Where.MARKED in one.where for one in self.limits[row].values())

    @cached_property
    def entries_with_limits(self) -> frozenset[str]:
        """The entries that are no question and yet may limit a plan or ask for an agreement."""
        return frozenset({*self.region_rules, *self.conditions})

    @cached_property
    def regions_at(self) -> Mapping[PlaceId, tuple[RegionId, ...]]:
        """The regions of each place, left and right."""
        found: dict[PlaceId, list[RegionId]] = {}
        for region in self.regions.values():
            found.setdefault(region.place, []).append(region.id)
        return {place: tuple(ids) for place, ids in found.items()}

    @cached_property
    def rules_at(self) -> Mapping[PlaceId, tuple[RegionRule, ...]]:
        """The rules of each place that has any."""
        found: dict[PlaceId, list[RegionRule]] = {}
        for rule in self.region_rules.values():
            for place in rule.places:
                found.setdefault(place, []).append(rule)
        return {place: tuple(rules) for place, rules in found.items()}

    def regions_of(self, places: tuple[PlaceId, ...]) -> tuple[RegionId, ...]:
        """Every region, left and right, of these places."""
        return tuple(region for place in places for region in self.regions_at[place])

    def usual_regions(self, condition: ConditionId) -> tuple[RegionId, ...]:
        """Where a pain source is usually treated."""
        return self.regions_of(self.conditions[condition].usual_places)

    def certainty_of(self, findings: tuple[FindingId, ...]) -> Certainty:
        """The certainty of the first finding that was graded; not-graded when none was.

        A recommendation lists its leading finding first.
        """
        found = (self.findings[one].certainty for one in findings)
        return next((one for one in found if one is not Certainty.NOT_GRADED), Certainty.NOT_GRADED)

    def citable(self, findings: tuple[FindingId, ...]) -> tuple[FindingId, ...]:
        """Those findings that may support a line a client reads."""
        return tuple(one for one in findings if self.findings[one].may_be_cited)

    def citation(self, cited: SourceId) -> tuple[str, Verification]:
        """The citation and verification behind a finding or a source."""
        if cited in self.findings:
            finding = self.findings[cited]
            return self.sources[finding.source].citation, finding.verification
        source = self.sources[cited]
        return source.citation, source.verification
