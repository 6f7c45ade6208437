"""What binds one client, as numbers, and by which entries: the one home of it.

Every row in force, rule of place, condition and clinician's answer may cap pressure by region,
minutes, sessions, positions and exercise. The tightest of all wins; nothing here ever raises.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import EVERYWHERE, Task
from planner.knowledge.entries.limits import Where
from planner.model.ids import ReasonId, RegionId, SourceId, ZoneId
from planner.model.order import each_once
from planner.model.plan import Limits, RegionLimits
from planner.model.vocabulary import ExerciseBan, ExerciseTag, Technique
from planner.safety.limits.bounds import InWords, NotRead
from planner.safety.limits.held import InForce, Regions, Tightest, tightest

N = TypeVar("N", int, float)


class Banning(NamedTuple):
    """A limit that keeps exercise away: what it names, and whether that is all or at its place."""

    limit: InForce
    bans: frozenset[ExerciseTag | ExerciseBan]
    all_exercise: bool
    this_place: bool


@dataclass(frozen=True)
class ClientLimits:
    """Every limit in force for one client, and what the tightest of them leave.

    `techniques` are those a clinician named; None where none did. `in_words` is what binds although
    only a clinician's words name it, to be set as a bound; `not_read` what those words may name.
    """

    held: tuple[InForce, ...]
    knowledge: Knowledge
    techniques: frozenset[Technique] | None = None
    in_words: tuple[InWords, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    def with_those_of(self, more: Iterable[InForce]) -> "ClientLimits":
        """These limits and others beside them."""
        return replace(self, held=(*self.held, *more))

    def without_those_of(self, rows: Container[ReasonId]) -> "ClientLimits":
        """These limits as if these rows were not in force."""
        return replace(self, held=tuple(one for one in self.held if one.id not in rows))

    @property
    def minutes(self) -> int | None:
        """The longest a session may be; None where nothing caps it."""
        return _least(one.caps.minutes for one in self.held)

    @property
    def sessions_per_week(self) -> float | None:
        """The most sessions a week; None where nothing caps them."""
        return _least(one.caps.sessions_per_week for one in self.held)

    @property
    def first_session_minutes(self) -> int | None:
        """The longest the first session may be; None where nothing asks for a shorter one."""
        least = _least(one.caps.first_session_minutes for one in self.held)
        return least and min(least, self.minutes or least)

    def named(self, number: str) -> tuple[str, ...]:
        """What sets the tightest of a number, by name."""
        return each_once(
            one.label for one in self.held if _is_tightest(one, {number: getattr(self, number)})
        )

    def at(self, region: RegionId) -> Tightest:
        """The most that is left of pressure at a region, and by what."""
        return self._at[region]

    @cached_property
    def _at(self) -> Mapping[RegionId, Tightest]:
        capping = [one for one in self.held if one.pressure]
        local = {region for one in capping for region in one.regions or ()}
        return {
            region: tightest(one for one in capping if one.reaches(region))
            if region in local
            else self.everywhere
            for region in self.knowledge.regions
        }

    @cached_property
    def everywhere(self) -> Tightest:
        """The most that is left of pressure anywhere, and by what."""
        return tightest(one for one in self.held if one.regions is None)

    @property
    def unmarked(self) -> tuple[InForce, ...]:
        """The limits that hold everywhere only because nothing is marked for them."""
        return tuple(
            one
            for one in self.held
            if one.regions is None and not one.unplaced and Where.ALL not in one.caps.where
        )

    def unplaced(self, pain: Regions) -> tuple[InForce, ...]:
        """What was agreed to and still closes these regions: nobody said which place it is."""
        return tuple(
            one
            for one in self.held
            if one.unplaced and (one.regions is None or not pain.isdisjoint(one.regions))
        )

    @property
    def waiting(self) -> tuple[InForce, ...]:
        """The limits at whose places nothing is done before an agreement is recorded."""
        return tuple(one for one in self.held if one.waits)

    def against(self, task: Task, pain: Regions) -> tuple[InForce, ...]:
        """The limits that keep a home task away from somebody with pain at these regions.

        One that only forbids to add from week to week leaves a task as it begins.
        """
        return self._keeping_away(self._banning, task, pain)

    def for_good(self, task: Task, pain: Regions) -> tuple[InForce, ...]:
        """Those of them that keep it away also once a clinician has answered."""
        return self._keeping_away(self._banning_for_good, task, pain)

    def _keeping_away(
        self, banning: Iterable[Banning], task: Task, pain: Regions
    ) -> tuple[InForce, ...]:
        tags = {*task.tags} - {ExerciseTag.AEROBIC_LADDER}
        return tuple(one.limit for one in banning if self._forbids(one, task, tags, pain))

    def holds_steady(self, task: Task, pain: Regions) -> tuple[InForce, ...]:
        """The limits under which a task may stay if nothing is added from week to week."""
        if ExerciseTag.AEROBIC_LADDER not in task.tags:
            return ()
        ladder = {ExerciseTag.AEROBIC_LADDER}
        return tuple(one.limit for one in self._banning if self._meets(one, task, ladder, pain))

    @cached_property
    def _banning(self) -> tuple[Banning, ...]:
        """The limits that keep any exercise away."""
        return tuple(_banning_of(one) for one in self.held if one.caps.exercise_not)

    @cached_property
    def _banning_for_good(self) -> tuple[Banning, ...]:
        """What is left of them once a clinician has answered."""
        return tuple(
            _banning_of(one.limit._replace(waits_for_a_clinician=False))
            for one in self._banning
            if not (one.limit.waits_for_a_clinician and one.limit.caps.until_cleared)
        )

    @cached_property
    def no_exercise(self) -> tuple[InForce, ...]:
        """The limits that keep all exercise away, now."""
        return tuple(one.limit for one in self._banning if one.all_exercise)

    @property
    def no_exercise_for_good(self) -> tuple[InForce, ...]:
        """Those of them that keep it away also once a clinician has answered."""
        return tuple(one.limit for one in self._banning_for_good if one.all_exercise)

    def _forbids(self, one: Banning, task: Task, tags: set[ExerciseTag], pain: Regions) -> bool:
        return (
            (one.this_place and self._is_at(one.limit, task))
            or (one.all_exercise and self.knowledge.kinds[task.kind].moves)
            or self._meets(one, task, tags, pain)
        )

    def _is_at(self, one: InForce, task: Task) -> bool:
        """Whether a task is for the zone of what is named; unmarked that is every zone."""
        zones = {*task.zones} - {EVERYWHERE}
        return bool(zones) and (one.marked is None or not zones.isdisjoint(self._zones(one.marked)))

    def _meets(self, one: Banning, task: Task, tags: set[ExerciseTag], pain: Regions) -> bool:
        if one.bans.isdisjoint(tags):
            return False
        banned = tags & one.bans
        if task.is_light and one.limit.caps.light_load_stays:
            banned -= {ExerciseTag.HEAVY_LOAD}
        return any(self._is_asked_of(tag, one.limit, task, pain) for tag in banned)

    def _is_asked_of(self, tag: ExerciseTag, one: InForce, task: Task, pain: Regions) -> bool:
        """Whether a task asks this of a place where the limit holds."""
        if one.regions is None:
            return True
        zones = self._zones(one.regions)
        if tag is ExerciseTag.HEAVY_LOAD:  # a load on what adjoins a part pulls at it too
            zones |= {near for zone in zones for near in self.knowledge.zones[zone].adjoins}
        carried = any(tag in self.knowledge.zones[zone].carries for zone in zones)
        at_the_pain = EVERYWHERE in task.zones and not pain.isdisjoint(one.regions)
        return carried or at_the_pain or not zones.isdisjoint(task.zones)

    def _zones(self, regions: Regions) -> set[ZoneId]:
        return {self.knowledge.regions[region].zone for region in regions}

    def applied(self, regions: Iterable[RegionId]) -> Limits:
        """What binds a plan at these regions, with the entries that do."""
        there = [*regions]
        near = [one for one in self.held if one.regions is None or one.regions.intersection(there)]
        overall, local = self.everywhere, [*self._local(there)]
        numbers: dict[str, Any] = {
            "minutes": self.minutes,
            "first_session_minutes": self.first_session_minutes,
            "sessions_per_week": self.sessions_per_week,
        }
        by = [one.id for one in self.held if _is_tightest(one, numbers)]
        return Limits(
            **numbers,
            pressure=overall.pressure,
            positions=each_once(position for one in near for position in one.caps.positions),
            exercise_not=each_once(ban for one in near for ban in _bans(one)),
            light_load_stays=_light_load_stays(near),
            by=each_once((*by, *(one.id for one in overall.by))),
            regions=tuple(local),
        )

    def _local(self, regions: Iterable[RegionId]) -> Iterator[RegionLimits]:
        """The regions where less is left than anywhere."""
        anywhere = self.everywhere.pressure
        for region in each_once(regions):
            found = self.at(region)
            if found.pressure and found.pressure is not anywhere:
                by = each_once(one.id for one in found.by)
                yield RegionLimits(region=region, pressure=found.pressure, by=by)


def sources_of(found: Iterable[InForce]) -> tuple[SourceId, ...]:
    """What these limits lean on, each once."""
    return each_once(source for one in found for source in one.caps.sources)


def _least(found: Iterable[N | None]) -> N | None:
    return min((one for one in found if one is not None), default=None)


def _banning_of(one: InForce) -> Banning:
    bans = frozenset(one.caps.exercise_not)
    return Banning(one, bans, _no_exercise(one), ExerciseBan.THIS_PLACE in bans)


def _no_exercise(one: InForce) -> bool:
    waits = one.waits_for_a_clinician and ExerciseBan.ANY_UNTIL_CLEARED in one.caps.exercise_not
    return waits or ExerciseBan.ANY in one.caps.exercise_not


def _bans(one: InForce) -> Iterator[ExerciseTag | ExerciseBan]:
    """What a limit keeps away now: what waited for a clinician is over once he has answered."""
    for ban in one.caps.exercise_not:
        if ban is not ExerciseBan.ANY_UNTIL_CLEARED or one.waits_for_a_clinician:
            yield ban


def _light_load_stays(found: Iterable[InForce]) -> bool:
    """Whether heavy load is kept away, and every limit that does leaves a light one."""
    heavy = [one.caps for one in found if ExerciseTag.HEAVY_LOAD in _bans(one)]
    return bool(heavy) and all(one.light_load_stays for one in heavy)


def _is_tightest(one: InForce, numbers: Mapping[str, Any]) -> bool:
    """Whether one of these numbers is this limit's own."""
    return any(
        number is not None and getattr(one.caps, field) == number
        for field, number in numbers.items()
    )
