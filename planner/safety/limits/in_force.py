"""The limits in force for one client: from rows, rules of place, conditions and clinicians."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.limits import LimitEntry, Where, after_a_no
from planner.knowledge.names import reason_name
from planner.model.ids import ConditionId, ReasonId, RegionId, SourceId
from planner.model.intake import Bounds, ClinicianClearance, Conversation
from planner.model.order import each_once
from planner.model.plan import Limits
from planner.model.vocabulary import (
    Answer,
    Clearance,
    ExerciseBan,
    Pressure,
    PressureLimit,
    Technique,
    Verification,
)
from planner.safety.asking.answers import follow_ups_asked, is_yes_said
from planner.safety.limits import ClientLimits, InForce
from planner.safety.limits.agreements import recorded_for
from planner.safety.limits.bounds import binding, in_date, in_words, not_read
from planner.safety.limits.placing import placed
from planner.safety.rows_in_force import ActiveRow
from planner.words import say

LAST_PLAN = ReasonId("last-plan")
AS_THE_LAST_PLAN = say("what the last plan keeps away")


class Client(NamedTuple):
    """Whose limits they are: what was said, and what it has set in force."""

    intake: Conversation
    active: tuple[ActiveRow, ...]
    knowledge: Knowledge


def client_limits(
    intake: Conversation, active: tuple[ActiveRow, ...], knowledge: Knowledge
) -> ClientLimits:
    """Every limit that holds for this client today."""
    client = Client(intake, active, knowledge)
    cleared = [*in_date(intake, knowledge)]
    held = (
        *(found for one in active for found in _of_row(client, one)),
        *_of_places(client),
        *_of_conditions(client),
        *(found for one in cleared for found in _of_bounds(one)),
    )
    return ClientLimits(
        held,
        knowledge,
        techniques=_allowed([binding(one) for one in cleared]),
        in_words=tuple(found for one in cleared for found in in_words(one)),
        not_read=tuple(found for one in cleared if (found := not_read(one))),
    )


def limits_of_rows(
    intake: Conversation, active: tuple[ActiveRow, ...], knowledge: Knowledge
) -> ClientLimits:
    """The limits of these answers alone, beside a plan that has told of all others."""
    client = Client(intake, active, knowledge)
    held = tuple(found for one in active for found in _of_row(client, one))
    return ClientLimits(held, knowledge)


def carried_over(limits: Limits, knowledge: Knowledge) -> tuple[InForce, ...]:
    """The numbers of an earlier plan, where the answers behind them are not at hand."""
    caps = LimitEntry(
        id=Where.ALL,
        pressure=limits.pressure,
        minutes=limits.minutes,
        sessions_per_week=limits.sessions_per_week,
        first_session_minutes=limits.first_session_minutes,
        positions=limits.positions,
        why="As the last plan has it.",
        sources=(),
        verification=Verification.READ,
    )
    whole = (InForce(one, reason_name(one, knowledge), caps) for one in limits.by)
    return (*whole, *_bans_carried(limits), *_regions_carried(limits, knowledge))


def _bans_carried(limits: Limits) -> Iterator[InForce]:
    """What kept home tasks away; what was of a marked place alone is not known to be elsewhere."""
    bans = tuple(one for one in limits.exercise_not if one is not ExerciseBan.THIS_PLACE)
    if bans:
        caps = LimitEntry(
            id=Where.ALL,
            exercise_not=bans,
            light_load_stays=limits.light_load_stays,
            why="As the last plan has it.",
            sources=(),
            verification=Verification.READ,
        )
        waits = ExerciseBan.ANY_UNTIL_CLEARED in bans
        yield InForce(LAST_PLAN, AS_THE_LAST_PLAN, caps, waits_for_a_clinician=waits)


def _regions_carried(limits: Limits, knowledge: Knowledge) -> Iterator[InForce]:
    for one in limits.regions:
        caps = _pressed(one.pressure, (), "As the last plan has it.")
        for by in one.by:
            yield InForce(by, reason_name(by, knowledge), caps, frozenset({one.region}))


def _of_row(client: Client, one: ActiveRow) -> Iterator[InForce]:
    """The limits of a row, of the answer that decided, and of the row it counts as."""
    for entry in _entries(client, one):
        if entry.until_cleared and one.clearance is Clearance.ADJUST:
            continue
        found = InForce(
            one.row.id,
            one.label,
            entry,
            waits=_waits(client, one.row.id, entry),
            waits_for_a_clinician=one.clearance is not Clearance.ADJUST,
        )
        yield from placed(client.intake, client.knowledge, found, one.cleared)
    if not one.overridden:
        caps = _pressed(PressureLimit.MODERATE, one.row.sources, "Whatever is in force.")
        yield InForce(one.row.id, one.label, caps)


def _entries(client: Client, one: ActiveRow) -> Iterator[LimitEntry]:
    """The limits of a row, of the row it counts as, and of its answers.

    An answer that softens takes the place of what the row says of the same places.
    """
    limits, outcome = client.knowledge.limits, one.outcome
    told = [*_answer(client, one)]
    softened = {entry.id for entry in told} if outcome and outcome.softens else set()
    yield from (entry for entry in limits[one.row.id].values() if entry.id not in softened)
    if outcome and outcome.as_row:
        yield from limits[outcome.as_row].values()
    yield from told


def _answer(client: Client, one: ActiveRow) -> Iterator[LimitEntry]:
    """The limits of the answers to its follow-ups; one not answered counts as the more urgent.

    A yes that another degree has left unasked since binds too.
    """
    limits = client.knowledge.limits
    found = follow_ups_asked(one.row.id, client.intake, client.knowledge)
    asked = {degree.id: answer for degree, answer in found}
    for degree in client.knowledge.follow_ups_of.get(one.row.id, ()):
        if degree.id in asked or is_yes_said(degree.id, client.intake):
            name = after_a_no(degree.id) if asked.get(degree.id) is Answer.NO else degree.id
            yield from limits.get(name, {}).values()


def _waits(client: Client, name: ReasonId, entry: LimitEntry) -> bool:
    """Whether an agreement is needed here and none is recorded."""
    return entry.needs_clearance and recorded_for(name, entry, client.intake) is None


def _of_places(client: Client) -> Iterator[InForce]:
    """The rules of places that hold for this client."""
    active = {one.row.id for one in client.active}
    for rule in client.knowledge.region_rules.values():
        if rule.when_any and active.isdisjoint(rule.when_any):
            continue
        for entry in client.knowledge.limits[rule.id].values():
            waits = _waits(client, rule.id, entry)
            found = InForce(rule.id, rule.where, entry, waits=waits)
            yield from placed(client.intake, client.knowledge, found)


def _of_conditions(client: Client) -> Iterator[InForce]:
    """What the pain sources themselves ask for."""
    for name in each_once(source.condition for source in client.intake.pain):
        label = client.knowledge.conditions[name].name
        for entry in client.knowledge.limits[name].values():
            waits = _waits(client, ReasonId(name), entry)
            found = InForce(ReasonId(name), label, entry, waits=waits)
            yield from placed(client.intake, client.knowledge, found, at=_treated(name, client))


def _treated(name: ConditionId, client: Client) -> tuple[RegionId, ...]:
    """Where a pain source is: its marks, or where it is usually treated."""
    marked = (one.regions for one in client.intake.pain if one.condition == name)
    regions = each_once(region for found in marked for region in found)
    return regions or client.knowledge.usual_regions(name)


def _of_bounds(cleared: ClinicianClearance) -> Iterator[InForce]:
    """A clinician's bounds, what only the words name among them."""
    bounds = binding(cleared)
    label = say("{by}, {day}", by=cleared.by, day=cleared.on.isoformat())
    caps = LimitEntry(
        id=Where.ALL,
        pressure=_limit(bounds.pressure),
        minutes=bounds.minutes,
        sessions_per_week=bounds.sessions_per_week,
        why="A clinician's bounds.",
        sources=(),
        verification=Verification.READ,
    )
    if caps.caps_something:
        yield InForce(cleared.of, label, caps)
    if bounds.regions_avoid:
        none = _pressed(PressureLimit.NONE, (), "A clinician's bounds.")
        there = frozenset(bounds.regions_avoid)
        yield InForce(cleared.of, label, none, there, there)


def _limit(pressure: Pressure | None) -> PressureLimit | None:
    return None if pressure in (None, Pressure.FIRM) else PressureLimit(pressure)


def _allowed(found: Iterable[Bounds]) -> frozenset[Technique] | None:
    """The techniques that every clinician who named any has named."""
    named = [frozenset(one.techniques) for one in found if one.techniques]
    return frozenset.intersection(*named) if named else None


def _pressed(pressure: PressureLimit, sources: tuple[SourceId, ...], why: str) -> LimitEntry:
    return LimitEntry(
        id=Where.ALL,
        pressure=pressure,
        why=why,
        sources=sources,
        verification=Verification.READ,
    )
