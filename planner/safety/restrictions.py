"""What the rows in force allow of each technique, region and therapy: avoid > adjust > ok."""

from collections.abc import Collection, Container, Iterator, Mapping
from functools import cached_property

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import (
    NO_ROW,
    Interaction,
    Precaution,
    RedFlag,
    RegionRule,
    TechniqueUses,
)
from planner.model.ids import ColumnId, PlaceId, QuestionId, ReasonId, RegionId
from planner.model.intake import Conversation
from planner.model.vocabulary import Scope, Technique, Use
from planner.safety.limits import marked_at, on_marked_sides
from planner.safety.rows_in_force import ActiveRow
from planner.safety.screening import Screening
from planner.safety.verdicts import (
    CLIENTS_WISH,
    Limit,
    Verdict,
    limit_of,
    verdict_of,
    with_override,
)
from planner.words import say


class Restrictions:
    """The limits of one intake, asked for a technique at a region or for a therapy."""

    def __init__(self, intake: Conversation, screening: Screening, knowledge: Knowledge) -> None:
        self._intake, self._screening = intake, screening
        self._knowledge = knowledge
        self._active = screening.active
        self._ids = screening.active_ids
        self._marks = {
            one.row.id: marked_at(one.row.id, intake, knowledge) for one in screening.active
        }
        self._found: dict[tuple[Technique, RegionId | PlaceId], Verdict] = {}
        self._at: dict[RegionId, list[tuple[ActiveRow, tuple[TechniqueUses, ...]]]] = {}
        self._of_columns: dict[tuple[ColumnId, tuple[RegionId, ...]], Verdict] = {}
        self._said: dict[tuple[QuestionId, Use], Limit] = {}
        self._names = {one.row.id: self._names_of(one) for one in screening.active}

    def without_those_of(self, rows: Container[ReasonId]) -> "Restrictions":
        """The limits as if these rows were not in force."""
        active = tuple(one for one in self._active if one.row.id not in rows)
        return Restrictions(self._intake, self._screening._replace(active=active), self._knowledge)

    def of_technique(self, technique: Technique, region: RegionId) -> Verdict:
        """What may be done with this technique at this region."""
        asked = technique, region if self._is_sided else self._place(region)
        found = self._found.get(asked)
        if found is None:
            limits = (*self._by_rows(technique, region), *self._by_places(technique, region))
            found = self._found[asked] = verdict_of(limits)
        return found

    @cached_property
    def _is_sided(self) -> bool:
        """Whether a mark or a wish may tell the two sides of a place apart."""
        return any(self._marks.values()) or bool(self._intake.preferences.regions_to_avoid)

    def of_therapy(self, column: ColumnId, regions: tuple[RegionId, ...]) -> Verdict:
        """What a column of the therapy table allows for somebody with pain at these regions."""
        asked = column, regions
        if asked not in self._of_columns:
            rows = (self._by_row(one, column, regions) for one in self._active)
            found = [limit for limit in rows if limit]
            limits = (*found, *self._by_interactions(column, regions))
            self._of_columns[asked] = verdict_of(limits)
        return self._of_columns[asked]

    @property
    def home_rules(self) -> tuple[RegionRule, ...]:
        """The region rules that also hold for what the client does at home."""
        rules = self._knowledge.region_rules.values()
        return tuple(rule for rule in rules if rule.home and self._rule_holds(rule))

    def _by_rows(self, technique: Technique, region: RegionId) -> Iterator[Limit]:
        for one, tables in self._tables_at(region):
            uses = [uses[technique] for uses in tables if technique in uses]
            use = with_override(Use.strictest(uses), one) if uses else Use.OK
            if use is not Use.OK:
                yield self._limit(use, one)

    def _limit(self, use: Use, one: ActiveRow) -> Limit:
        """What a row in force says; its words are the same at every region."""
        asked = one.row.id, use
        if asked not in self._said:
            self._said[asked] = limit_of(use, one)
        return self._said[asked]

    def _tables_at(self, region: RegionId) -> list[tuple[ActiveRow, tuple[TechniqueUses, ...]]]:
        """The rows in force with the tables each brings to a region, for any technique."""
        if region not in self._at:
            self._at[region] = [(one, tuple(self._tables(one, region))) for one in self._active]
        return self._at[region]

    def _tables(self, one: ActiveRow, region: RegionId) -> Iterator[TechniqueUses]:
        """The technique tables that a row in force brings to this region."""
        if isinstance(one.row, Precaution):
            yield from self._uses_at(one, one.row, region)
        elif isinstance(one.row, RedFlag) and self._place(region) in one.row.places:
            yield one.row.techniques

    def _place(self, region: RegionId) -> PlaceId:
        return self._knowledge.regions[region].place

    def _uses_at(
        self, one: ActiveRow, row: Precaution, region: RegionId
    ) -> Iterator[TechniqueUses]:
        """The technique tables of a row in force that hold at this region."""
        outcome = one.outcome
        marked = self._reaches(row, row.scope, region)
        if marked:
            softened = outcome is not None and outcome.softens
            as_row = outcome.as_row if outcome else NO_ROW
            own = {**row.techniques, **row.cleared} if one.cleared else row.techniques
            yield outcome.techniques if softened and outcome else own
            if as_row:
                yield self._knowledge.precautions[as_row].techniques
        if outcome and outcome.techniques and not outcome.softens:
            if region in self._added_at(row, outcome.places):
                yield outcome.techniques
            if outcome.scope is Scope.REGION and self._reaches(row, Scope.REGION, region):
                yield outcome.techniques

    def _reaches(self, row: Precaution, scope: Scope, region: RegionId) -> bool:
        """Whether a row holds at a region; without a mark it holds everywhere."""
        marked = self._marks[row.id]
        return scope is Scope.WHOLE or not marked or region in marked

    def _added_at(self, row: Precaution, places: tuple[PlaceId, ...]) -> Collection[RegionId]:
        """The regions of places that an answer adds to a row, on the sides marked for it."""
        return {*on_marked_sides(self._knowledge, places, self._marks[row.id])} if places else ()

    def _by_places(self, technique: Technique, region: RegionId) -> Iterator[Limit]:
        """The rules of places that hold for this client, and what the client wants left alone."""
        if region in self._intake.preferences.regions_to_avoid:
            wish = say("The client asked to leave this place alone.")
            yield Limit(Use.AVOID, CLIENTS_WISH, wish, wish, wish, ())
        for rule in self._rules_at.get(self._place(region), ()):
            use = self._use_of(rule, technique)
            if use is not Use.OK:
                yield Limit(use, rule.id, rule.where, rule.says, rule.reason, rule.sources)

    @cached_property
    def _rules_at(self) -> Mapping[PlaceId, tuple[RegionRule, ...]]:
        """The rules of each place that hold for this client."""
        return {
            place: tuple(filter(self._rule_holds, rules))
            for place, rules in self._knowledge.rules_at.items()
        }

    def _rule_holds(self, rule: RegionRule) -> bool:
        return not rule.when_any or not self._ids.isdisjoint(rule.when_any)

    def _use_of(self, rule: RegionRule, technique: Technique) -> Use:
        if not self._ids.isdisjoint(rule.avoid_when_any):
            return Use.AVOID
        return rule.techniques.get(technique, Use.OK)

    def _by_row(
        self, one: ActiveRow, column: ColumnId, regions: tuple[RegionId, ...]
    ) -> Limit | None:
        if not isinstance(one.row, Precaution):
            return None
        use = self._uses_of_column(one, one.row, column)
        use = with_override(self._within_reach(use, one.row, regions), one)
        return self._limit(use, one) if use is not Use.OK else None

    def _uses_of_column(self, one: ActiveRow, row: Precaution, column: ColumnId) -> Use:
        uses = [row.therapies.get(column, Use.OK)]
        if one.outcome and one.outcome.as_row:
            as_row = self._knowledge.precautions[one.outcome.as_row]
            uses.append(as_row.therapies.get(column, Use.OK))
        return Use.strictest(uses)

    def _within_reach(self, use: Use, row: Precaution, regions: tuple[RegionId, ...]) -> Use:
        """A ban on a marked region away from the pain leaves the therapy, with a caution."""
        marked = self._marks[row.id]
        away = bool(marked) and set(regions).isdisjoint(marked)
        if use is Use.AVOID and row.therapy_scope is Scope.REGION and away:
            return Use.ADJUST
        return use

    def _by_interactions(self, column: ColumnId, regions: tuple[RegionId, ...]) -> Iterator[Limit]:
        for interaction in self._knowledge.interactions_of.get(column, ()):
            if not interaction.always and self._every_name.isdisjoint(interaction.when_any):
                continue
            use = interaction.therapies[column]
            reach = [use] if interaction.always else self._triggered(interaction, use, regions)
            if reach:
                yield Limit(
                    Use.strictest(reach),
                    interaction.id,
                    interaction.about,
                    interaction.says,
                    interaction.reason,
                    interaction.sources,
                )

    @cached_property
    def _every_name(self) -> frozenset[ReasonId]:
        return frozenset(name for names in self._names.values() for name in names)

    def _triggered(
        self, interaction: Interaction, use: Use, regions: tuple[RegionId, ...]
    ) -> list[Use]:
        """The use for each row in force that sets the interaction off."""
        places = {self._place(region) for region in regions}
        use = use if places.isdisjoint(interaction.avoid_at) else Use.AVOID
        found: list[Use] = []
        for one in self._active:
            lifted = interaction.until_cleared and one.cleared is not None
            if self._names[one.row.id].isdisjoint(interaction.when_any) or lifted:
                continue
            whole = interaction.whole_person or not isinstance(one.row, Precaution)
            found.append(use if whole else self._local_use(use, one, regions))
        return found

    def _names_of(self, one: ActiveRow) -> frozenset[ReasonId]:
        """What a row in force goes by: its id, the degree that decided, the row it counts as."""
        asked = self._knowledge.follow_ups_of.get(one.row.id, ())
        degrees = (degree.id for degree in asked if degree.if_yes is one.outcome)
        return frozenset({*degrees, *_handled_as(one), one.row.id})

    def _local_use(self, use: Use, one: ActiveRow, regions: tuple[RegionId, ...]) -> Use:
        row = one.row
        return self._within_reach(use, row, regions) if isinstance(row, Precaution) else use


def _handled_as(one: ActiveRow) -> Iterator[QuestionId]:
    """The precaution in force, and the one that its follow-up has it handled as."""
    if isinstance(one.row, Precaution):
        yield one.row.id
    if one.outcome and one.outcome.as_row:
        yield one.outcome.as_row
