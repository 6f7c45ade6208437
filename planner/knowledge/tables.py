"""The tables of the knowledge base, each by its ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.knowledge.entries.clinical import (
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
from planner.knowledge.entries.conduct import ActivityEntry, ConsentPoint, ScopeRule, StopSigns
from planner.knowledge.entries.interventions import (
    FinerTagEntry,
    HomeRule,
    Kind,
    StanceEntry,
    Task,
    Therapy,
)
from planner.knowledge.entries.judging import Judging, Likely
from planner.knowledge.entries.limits import LimitEntry
from planner.knowledge.entries.measuring import Movement, Questionnaire
from planner.knowledge.entries.safety import (
    CombinationRule,
    FollowUp,
    Group,
    Interaction,
    Precaution,
    RedFlag,
    RegionRule,
)
from planner.knowledge.entries.ticks import Retired, Tick, TickOutcome
from planner.knowledge.entries.weights import Weights
from planner.knowledge.entries.wordings import Wording
from planner.model.exercise import FinerTag
from planner.model.ids import (
    ConditionId,
    GroupId,
    HomeRuleId,
    InstrumentId,
    KindId,
    LineId,
    ReasonId,
    RegionId,
    SourceId,
    TickId,
    ZoneId,
)
from planner.model.vocabulary import Activity


@dataclass(frozen=True)
class Tables:
    """Every table there is; a table is asked by the family of its ids."""

    review: Review
    sources: Mapping[SourceId, Source]
    findings: Mapping[SourceId, Finding]
    techniques: Mapping[str, TechniqueEntry]
    zones: Mapping[ZoneId, Zone]
    regions: Mapping[RegionId, Region]
    conditions: Mapping[ConditionId, Condition]
    condition_techniques: Mapping[ConditionId, Mapping[str, RankedTechnique]]
    judging: Mapping[ConditionId, Judging]
    likely: Mapping[ConditionId, Likely]
    doses: Mapping[ConditionId, Mapping[str, Dose]]
    therapies: Mapping[LineId, Therapy]
    stances: Mapping[ConditionId, Mapping[str, StanceEntry]]
    kinds: Mapping[KindId, Kind]
    finer_tags: Mapping[FinerTag, FinerTagEntry]
    home_rules: Mapping[HomeRuleId, HomeRule]
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
    activities: Mapping[Activity, ActivityEntry]
    claims: Mapping[str, Claim]
    conflicts: Mapping[str, Conflict]
    review_rules: Mapping[ReasonId, ReviewRule]
    wordings: Mapping[ReasonId, Wording]
    stop_signs: Mapping[str, StopSigns]
    movements: Mapping[ZoneId, Mapping[str, Movement]]
    questionnaires: Mapping[InstrumentId, Questionnaire]
    weights: Weights
