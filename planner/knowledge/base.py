"""The whole knowledge base as one frozen value, and the questions asked of it."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from planner.knowledge.entries.clinical import Region
from planner.knowledge.entries.interventions import Part, Task
from planner.knowledge.entries.limits import Where
from planner.knowledge.entries.measuring import Movement
from planner.knowledge.entries.safety import (
    Asked,
    FollowUp,
    Interaction,
    RegionRule,
)
from planner.knowledge.entries.ticks import Retired, Tick
from planner.knowledge.entries.wordings import NONE, Wording
from planner.knowledge.named import CHILD
from planner.knowledge.tables import Tables
from planner.model.ids import (
    ColumnId,
    ConditionId,
    FindingId,
    GroupId,
    PlaceId,
    QuestionId,
    ReasonId,
    RegionId,
    SourceId,
    TaskId,
    row_of,
)
from planner.model.order import grouped
from planner.model.record.checked import scores_of, signs_of
from planner.model.vocabulary import Certainty, Scope, Verification


class Knowledge(Tables):
    """Everything the planner knows, by id; built only by `load()`, which checks it.

    A table is asked by the family of its ids: any reason may be looked up among the rules.
    """

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
        return grouped((one.row, one) for one in self.follow_ups.values())

    @cached_property
    def told_otherwise(self) -> frozenset[ReasonId]:
        """The rows that the age, a pain source or the answer to another row can answer."""
        told = (row.id for row in self.rows.values() if row.told_by or row.taken_over_from)
        return frozenset({CHILD, *told})

    @cached_property
    def asked_of_everybody(self) -> frozenset[ReasonId]:
        """The rows that are asked of anybody; that of a child is told by the age."""
        return frozenset(one.id for one in self.rows.values() if one.is_for_everybody) - {CHILD}

    @cached_property
    def taken_over_by(self) -> Mapping[QuestionId, tuple[QuestionId, ...]]:
        """The precautions that take the answer of a row over."""
        return grouped((one.taken_over_from, one.id) for one in self.precautions.values())

    @cached_property
    def marked_by(self) -> Mapping[QuestionId, tuple[FollowUp, ...]]:
        """The degrees whose yes tells where a row is."""
        return grouped((one.if_yes.marks, one) for one in self.follow_ups.values())

    @cached_property
    def rows_of(self) -> Mapping[GroupId, tuple[Asked, ...]]:
        """The rows of each group, in the order of its sections."""
        return {
            group.id: tuple(
                sorted(
                    (row for row in self.rows.values() if row.group == group.id),
                    key=lambda row: list(group.sections).index(row.section),
                )
            )
            for group in self.groups.values()
        }

    @cached_property
    def without_ladder(self) -> frozenset[ReasonId]:
        """The rows under which nothing done at home grows from week to week."""
        return frozenset(one.id for one in self.precautions.values() if one.no_ladder)

    @cached_property
    def interactions_of(self) -> Mapping[ColumnId, tuple[Interaction, ...]]:
        """The interactions that say something of each column of therapies."""
        every = self.interactions.values()
        return grouped((column, one) for one in every for column in one.therapies)

    def ticks_under(self, question: ReasonId) -> tuple[Tick, ...]:
        """The signs listed under a question, in their order."""
        return self._listed_ticks.get(question, ())

    @cached_property
    def _listed_ticks(self) -> Mapping[ReasonId, tuple[Tick, ...]]:
        return {question: tuple(listed.values()) for question, listed in self.ticks.items()}

    def row_now(self, question: ReasonId) -> QuestionId:
        """The row a question belongs to today, also where it was retired."""
        gone = self.retired.get(question)
        return gone.row if gone else row_of(question)

    @cached_property
    def retired_from(self) -> Mapping[ReasonId, tuple[Retired, ...]]:
        """The retired questions that each row took over."""
        return grouped((one.row, one) for one in self.retired.values())

    def wording(self, row: ReasonId) -> Wording:
        """The other words of a row or degree; all empty where its own always fit."""
        return self.wordings.get(row, NONE)

    @cached_property
    def known_ids(self) -> Mapping[str, Collection[str]]:
        """The ids an intake or a plan may name, by kind; a retired question is still read.

        Of a questionnaire also the least and the most that it can come to.
        """
        questions = frozenset({*self.questions, *self.retired})
        signs = {signs_of(question): frozenset(found) for question, found in self.ticks.items()}
        forms = self.questionnaires.values()
        return {
            **signs,
            **{scores_of(one.id): (str(one.low), str(one.high)) for one in forms},
            "questionnaire": frozenset(self.questionnaires),
            "condition": frozenset(self.conditions),
            "region": frozenset(self.regions),
            "zone": frozenset(self.zones),
            "question": questions,
            "question or rule": questions | frozenset(self.combinations) | self.entries_with_limits,
            "reason": frozenset({*self.rows, *self.retired, *self.combinations, *self.review_rules})
            | self.entries_with_limits,
            "source": frozenset({*self.sources, *self._findings_with_a_source}),
            "home task": frozenset(self.self_care),
            "therapy": frozenset(self.therapies),
            "technique, therapy or home task": frozenset(
                {*self.techniques, *self.therapies, *self.self_care}
            ),
        }

    @property
    def _findings_with_a_source(self) -> Iterator[str]:
        """The findings that can be cited; that nothing was found is one too, and has no source."""
        return (key for key, one in self.findings.items() if one.source)

    @cached_property
    def every_movement(self) -> Mapping[str, Movement]:
        """The movements and tests of all parts of the body."""
        return {key: one for found in self.movements.values() for key, one in found.items()}

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
        return grouped((region.place, region.id) for region in self.regions.values())

    @cached_property
    def regions_in(self) -> Mapping[str, tuple[Region, ...]]:
        """The regions of each place and of each zone."""
        every = self.regions.values()
        return grouped((word, one) for one in every for word in {str(one.place), str(one.zone)})

    @cached_property
    def rules_at(self) -> Mapping[PlaceId, tuple[RegionRule, ...]]:
        """The rules of each place that has any."""
        every = self.region_rules.values()
        return grouped((place, rule) for rule in every for place in rule.places)

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
        return tuple(one for one in findings if one in self._citable)

    @cached_property
    def _citable(self) -> frozenset[SourceId]:
        return frozenset(key for key, one in self.findings.items() if one.may_be_cited)

    def readable(self, sources: tuple[SourceId, ...]) -> tuple[SourceId, ...]:
        """Those documents that may support a line a client reads."""
        known = (one for one in sources if one in self.sources)
        return tuple(one for one in known if self.sources[one].verification.may_speak_to_a_client)

    @cached_property
    def tasks_for(self) -> Mapping[ConditionId, tuple[Task, ...]]:
        """The home tasks of each pain source, the first choices first."""
        every = [(one, task) for task in self.self_care.values() for one in task.ranks]
        return grouped(sorted(every, key=lambda each: each[1].ranks[each[0]]))

    @cached_property
    def tasks_playing(self) -> Mapping[tuple[ConditionId, Part], tuple[Task, ...]]:
        """The home tasks of each pain source by the part they play, the first choices first."""
        every = ((pain, one) for pain, found in self.tasks_for.items() for one in found)
        return grouped(((pain, self.kinds[one.kind].part), one) for pain, one in every)

    @cached_property
    def rungs(self) -> Mapping[TaskId, tuple[Task, ...]]:
        """Each home task and the easier forms of it below, as long as they play the same part."""
        return {one.id: tuple(self._down_from(one)) for one in self.self_care.values()}

    def _down_from(self, task: Task) -> Iterator[Task]:
        part, seen = self.kinds[task.kind].part, set[TaskId]()
        while task.id not in seen and self.kinds[task.kind].part is part:
            yield task
            seen.add(task.id)
            task = self.self_care[task.easier] if task.easier else task

    def citation(self, cited: SourceId) -> tuple[str, Verification]:
        """The citation and verification behind a finding or a source."""
        if cited in self.findings:
            finding = self.findings[cited]
            return self.sources[finding.source].citation, finding.verification
        source = self.sources[cited]
        return source.citation, source.verification
