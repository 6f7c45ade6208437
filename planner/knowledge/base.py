"""The whole knowledge base as one frozen value, and the questions asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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
    StanceEntry,
    Task,
    TechniqueEntry,
    Therapy,
    Zone,
)
from planner.knowledge.safety import (
    Asked,
    CombinationRule,
    ConsentPoint,
    FollowUp,
    Group,
    Interaction,
    Precaution,
    RedFlag,
    RegionRule,
    ScopeRule,
)
from planner.model.vocabulary import Certainty, Verification


@dataclass(frozen=True)
class Knowledge:
    """Everything the planner knows, by id; built only by `load()`, which checks it."""

    review: Review
    sources: Mapping[str, Source]
    findings: Mapping[str, Finding]
    techniques: Mapping[str, TechniqueEntry]
    zones: Mapping[str, Zone]
    regions: Mapping[str, Region]
    conditions: Mapping[str, Condition]
    condition_techniques: Mapping[str, Mapping[str, RankedTechnique]]
    doses: Mapping[str, Mapping[str, Dose]]
    therapies: Mapping[str, Therapy]
    stances: Mapping[str, Mapping[str, StanceEntry]]
    self_care: Mapping[str, Task]
    groups: Mapping[str, Group]
    red_flags: Mapping[str, RedFlag]
    precautions: Mapping[str, Precaution]
    follow_ups: Mapping[str, FollowUp]
    region_rules: Mapping[str, RegionRule]
    interactions: Mapping[str, Interaction]
    combinations: Mapping[str, CombinationRule]
    consent: Mapping[str, ConsentPoint]
    scope: Mapping[str, ScopeRule]
    locales: Mapping[str, Place]
    claims: Mapping[str, Claim]
    conflicts: Mapping[str, Conflict]
    review_rules: Mapping[str, ReviewRule]

    @cached_property
    def rows(self) -> Mapping[str, Asked]:
        """Every red flag and precaution, in file order."""
        return {**self.red_flags, **self.precautions}

    @cached_property
    def questions(self) -> Mapping[str, Asked | FollowUp]:
        """Everything that can be answered."""
        return {**self.rows, **self.follow_ups}

    @cached_property
    def follow_ups_of(self) -> Mapping[str, tuple[FollowUp, ...]]:
        """The follow-up questions of each row, in the order they are asked."""
        found: dict[str, list[FollowUp]] = {}
        for follow_up in self.follow_ups.values():
            found.setdefault(follow_up.row, []).append(follow_up)
        return {row: tuple(asked) for row, asked in found.items()}

    @cached_property
    def known_ids(self) -> Mapping[str, frozenset[str]]:
        """The ids an intake or a plan may name, by kind."""
        questions = frozenset(self.questions)
        return {
            "condition": frozenset(self.conditions),
            "region": frozenset(self.regions),
            "question": questions,
            "question or rule": questions | frozenset(self.combinations),
            "reason": frozenset({*self.rows, *self.combinations, *self.review_rules}),
            "source": frozenset({*self.sources, *self.findings}),
            "home task": frozenset(self.self_care),
            "therapy": frozenset(self.therapies),
            "technique, therapy or home task": frozenset(
                {*self.techniques, *self.therapies, *self.self_care}
            ),
        }

    @cached_property
    def regions_at(self) -> Mapping[str, tuple[str, ...]]:
        """The regions of each place, left and right."""
        found: dict[str, list[str]] = {}
        for region in self.regions.values():
            found.setdefault(region.place, []).append(region.id)
        return {place: tuple(ids) for place, ids in found.items()}

    def regions_of(self, places: tuple[str, ...]) -> tuple[str, ...]:
        """Every region, left and right, of these places."""
        return tuple(region for place in places for region in self.regions_at[place])

    def certainty_of(self, findings: tuple[str, ...]) -> Certainty:
        """The certainty of the first finding that was graded; not-graded when none was.

        A recommendation lists its leading finding first.
        """
        found = (self.findings[one].certainty for one in findings)
        return next((one for one in found if one is not Certainty.NOT_GRADED), Certainty.NOT_GRADED)

    def citable(self, findings: tuple[str, ...]) -> tuple[str, ...]:
        """Those findings that may support a line a client reads."""
        return tuple(one for one in findings if self.findings[one].may_be_cited)

    def citation(self, cited: str) -> tuple[str, Verification]:
        """The citation and verification behind a finding or a source."""
        if cited in self.findings:
            finding = self.findings[cited]
            return self.sources[finding.source].citation, finding.verification
        source = self.sources[cited]
        return source.citation, source.verification
